//! Invitation, agenda, attendance list and blank roll.

use jiff::civil::date;
use nennep_domain::{
    meetings::{Attendance, Part},
    members::MemberGrade,
    papers::{
        Agenda, AgendaEntry, AttendanceLine, AttendanceList, BlankRoll, Invitation, Letterhead, Person,
        RollLine, ToPrepare,
    },
};

use super::{deputy, letterhead, secretary, signatory, sitting, tasks};

fn entries() -> Vec<AgendaEntry> {
    let entry = |title: &str, planned_minutes, presenter| AgendaEntry {
        part: Part::Routine,
        title: title.into(),
        planned_minutes,
        presenter,
    };
    vec![
        entry("Tuyên bố lý do, điểm danh, thông qua chương trình", 10, Some(secretary())),
        entry("Thông tin thời sự, văn bản mới của Đảng ủy phường", 15, Some(deputy())),
        entry("Đánh giá kết quả tháng 10, kiểm điểm nhiệm vụ đã giao", 20, Some(secretary())),
        entry(
            "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
            20,
            Some(Person::named("Ngô Thị Lan")),
        ),
        entry("Tự phê bình và phê bình", 15, None),
        entry("Nhiệm vụ tháng 12, phân công thực hiện; chấm điểm, thông qua biên bản", 20, Some(secretary())),
    ]
}

pub(crate) fn invitation() -> Invitation {
    Invitation {
        letterhead: Letterhead { date: Some(date(2026, 10, 30)), ..letterhead(Some("GM"), 9) },
        sitting: sitting(),
        invited: Some(Person::with_role("Lý Thành Nam", "Ủy viên Ban Thường vụ Đảng ủy phường An Bình")),
        length_minutes: Some(100),
        chair: Some(secretary()),
        agenda: entries(),
        prepare: vec![
            ToPrepare::SelfReview,
            ToPrepare::Report("Vận động hộ dân ký cam kết phòng cháy, chữa cháy".into()),
            ToPrepare::Present("Tình hình an ninh trật tự trên địa bàn".into()),
            ToPrepare::Other("Ý kiến góp vào dự thảo nghị quyết tháng 12".into()),
        ],
        papers: vec!["Dự thảo Nghị quyết lãnh đạo thực hiện nhiệm vụ tháng 12 năm 2026".into()],
        contact: Some(deputy()),
        recipients: vec![],
        signatory: Some(signatory()),
    }
}

pub(crate) fn agenda() -> Agenda {
    Agenda {
        letterhead: letterhead(None, 0),
        sitting: sitting(),
        chair: Some(secretary()),
        entries: entries(),
        signatory: Some(signatory()),
    }
}

/// So many members, given names in turn.
pub(crate) fn members(count: usize) -> Vec<(String, MemberGrade)> {
    let families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"];
    let middles = ["Văn", "Thị", "Đức", "Minh", "Quốc", "Thị Thanh", "Hữu"];
    let given = [
        "An",
        "Bình",
        "Cường",
        "Dũng",
        "Giang",
        "Hạnh",
        "Khánh",
        "Liên",
        "Nghĩa",
        "Oanh",
        "Phượng",
        "Quyết",
        "Tuyết",
    ];
    (0..count)
        .map(|n| {
            let name = format!("{} {} {}", families[n % 10], middles[n % 7], given[n % 13]);
            (name, if n % 11 == 10 { MemberGrade::Probationary } else { MemberGrade::Official })
        })
        .collect()
}

pub(crate) fn attendance(count: usize, called: bool) -> AttendanceList {
    let state = |n: usize| match n % 9 {
        4 => (Attendance::Excused, "đi công tác"),
        7 if n > 9 => (Attendance::Exempt, ""),
        _ => (Attendance::Present, ""),
    };
    AttendanceList {
        letterhead: letterhead(None, 0),
        sitting: sitting(),
        lines: members(count)
            .into_iter()
            .enumerate()
            .map(|(n, (name, grade))| AttendanceLine {
                name,
                grade,
                attendance: called.then_some(state(n).0),
                note: if called { state(n).1.into() } else { String::new() },
                arrived_at: (called && n == 2).then(|| date(2026, 11, 5).at(19, 45, 0, 0)),
                left_at: None,
            })
            .collect(),
        guests: vec![Person::with_role("Lý Thành Nam", "Ủy viên Ban Thường vụ Đảng ủy phường")],
        minute_taker: Some(Person::named("Vũ Hồng Quân")),
        chair: Some(secretary()),
    }
}

pub(crate) fn roll(count: usize) -> BlankRoll {
    BlankRoll {
        letterhead: Letterhead { date: None, ..letterhead(None, 0) },
        sitting: sitting(),
        lines: members(count).into_iter().map(|(name, grade)| RollLine { name, grade }).collect(),
        items: entries().into_iter().map(|entry| (entry.part, entry.title)).collect(),
        due: tasks(),
        remark_lines: 12,
        motion_lines: 4,
        task_lines: 6,
    }
}
