//! One cell's meeting of November 2026, all of it invented: the papers that tests print.

use jiff::civil::date;
use nennep_domain::{
    meetings::{Attendance, MeetingKind, Part},
    members::MemberGrade,
    papers::{
        Absence, Addition, Agenda, AgendaEntry, AttendanceLine, AttendanceList, BlankRoll, Duty, Fault,
        Grounds, Invitation, ItemRecord, LastMonth, Layout, Letterhead, Margins, Minutes, Motion, NextMonth,
        Number, Person, Rating, Resolution, RollFigures, RollLine, Score, ScoreLine, Signatory, SignedFor,
        SigningOffice, Sitting, Spelling, Stages, Statement, Task, TaskResult, Vote,
    },
    time::{Instant, Month},
};

/// The layout that tests print in.
pub fn layout() -> Layout {
    Layout {
        margins: Margins { top_mm: 20.0, bottom_mm: 20.0, left_mm: 30.0, right_mm: 15.0 },
        body_size_pt: 14.0,
        line_pitch_pt: 18.0,
        paragraph_gap_pt: 6.0,
        first_line_mm: 10.0,
        spelling: Spelling::OnU,
        grounds: Grounds::Italic,
        bold_signature_title: false,
        signed_for: SignedFor::Cell,
    }
}

/// The moment that tests print at.
pub fn moment() -> Instant {
    Instant::from_local(date(2026, 11, 6).at(8, 30, 0, 0))
}

pub fn month(year: i16, number: i8) -> Month {
    Month::new(year, number).unwrap()
}

pub fn letterhead(sign: Option<&str>, number: u32) -> Letterhead {
    Letterhead {
        superior: "Đảng bộ phường An Bình".into(),
        body: "Chi bộ Tổ dân phố số 5".into(),
        number: sign.map(|sign| Number {
            number: Some(number),
            type_sign: sign.into(),
            body_sign: "CB".into(),
        }),
        place: "An Bình".into(),
        date: Some(date(2026, 11, 5)),
        marks: vec![],
    }
}

pub fn sitting() -> Sitting {
    Sitting {
        cell: "Chi bộ Tổ dân phố số 5".into(),
        kind: MeetingKind::Routine,
        month: month(2026, 11),
        topic: String::new(),
        starts_at: Some(date(2026, 11, 5).at(19, 30, 0, 0)),
        place: "Nhà văn hóa Tổ dân phố số 5, phường An Bình".into(),
    }
}

fn secretary() -> Person {
    Person::with_role("Nguyễn Thị Thanh Hà", "Bí thư Chi bộ")
}
fn deputy() -> Person {
    Person::with_role("Trần Quốc Bảo", "Phó Bí thư Chi bộ")
}

fn signatory() -> Signatory {
    Signatory { office: SigningOffice::Secretary, name: "Nguyễn Thị Thanh Hà".into() }
}

fn remark(by: &str, text: &str) -> Statement {
    Statement { by: Person::named(by), text: text.into() }
}

pub fn tasks() -> Vec<Task> {
    vec![
        Task {
            text: "Vận động 100% hộ dân ký cam kết phòng cháy, chữa cháy; rà soát bình chữa cháy tại các hộ kinh doanh".into(),
            lead: "Trần Quốc Bảo".into(),
            due_on: Some(date(2026, 11, 25)),
            report_in: Some(month(2026, 12)),
        },
        Task {
            text: "Rà soát danh sách đảng viên đang công tác giữ mối liên hệ với nơi cư trú, gửi Đảng ủy phường".into(),
            lead: "Phạm Thị Minh Nguyệt".into(),
            due_on: Some(date(2026, 11, 20)),
            report_in: Some(month(2026, 12)),
        },
        Task {
            text: "Hoàn thiện hồ sơ kết nạp quần chúng ưu tú Đặng Hải Yến".into(),
            lead: "Lê Văn Khoa".into(),
            due_on: Some(date(2026, 12, 5)),
            report_in: Some(month(2026, 12)),
        },
    ]
}

fn score() -> Score {
    let line = |criterion: &str, max: u32, proposed: u32, agreed: u32| ScoreLine {
        criterion: criterion.into(),
        max,
        points: Stages { proposed: Some(proposed), agreed: Some(agreed), voted: Some(agreed), decided: None },
    };
    Score {
        lines: vec![
            line("Chấp hành thời gian, thời lượng", 500, 500, 500),
            line("Số lượng đảng viên dự sinh hoạt", 500, 400, 400),
            line("Công tác chuẩn bị", 1000, 900, 900),
            line("Tổ chức sinh hoạt", 4000, 3650, 3600),
            line("Thực hiện nguyên tắc sinh hoạt", 500, 500, 500),
            line("Kết quả lãnh đạo thực hiện nghị quyết, kết luận", 3000, 2700, 2700),
            line("Kết thúc sinh hoạt", 500, 500, 500),
        ],
        max: 10000,
        total: Stages { proposed: Some(9150), agreed: Some(9100), voted: Some(9100), decided: None },
        grade: Stages {
            proposed: Some("Tốt".into()),
            agreed: Some("Tốt".into()),
            voted: Some("Tốt".into()),
            decided: None,
        },
        vote: Some(Vote { agreed: 19, base: 20 }),
        remedies:
            "Còn ít đảng viên phát biểu về nội dung học tập chuyên đề; kỳ tới gửi câu hỏi gợi ý trước ba ngày"
                .into(),
    }
}

/// Minutes of an ordinary evening, two or three pages.
pub fn minutes() -> Minutes {
    Minutes {
        letterhead: letterhead(Some("BB"), 11),
        sitting: sitting(),
        closed_at: Some(date(2026, 11, 5).at(21, 10, 0, 0)),
        chair: Some(secretary()),
        minute_taker: Some(Person::named("Vũ Hồng Quân")),
        tracker: Some(Person::with_role("Lê Văn Khoa", "Chi ủy viên")),
        roll: RollFigures {
            official: 20,
            probationary: 2,
            present_official: 17,
            present_probationary: 2,
            base: 21,
            excused: vec![Absence { name: "Hoàng Đức Long".into(), note: "đi công tác tại Cần Thơ".into() }],
            unexcused: vec![Absence { name: "Bùi Mạnh Cường".into(), note: String::new() }],
            exempt: vec!["Đỗ Thị Tâm".into()],
            special_duty: vec![],
            late: vec![Absence { name: "Ngô Thị Lan".into(), note: "19 giờ 45".into() }],
            left_early: vec![],
        },
        guests: vec![Person::with_role("Đặng Hải Yến", "quần chúng ưu tú")],
        overseer: Some(Person::with_role("Lý Thành Nam", "Ủy viên Ban Thường vụ Đảng ủy phường")),
        dues: "đến ngày 05/11/2026 có 21/22 đảng viên đóng đủ; đồng chí Bùi Mạnh Cường chưa đóng tháng 10".into(),
        agenda: vec![
            "Thông tin thời sự, văn bản mới của Đảng ủy phường".into(),
            "Đánh giá kết quả tháng 10, kiểm điểm nhiệm vụ đã giao".into(),
            "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh".into(),
            "Tự phê bình và phê bình".into(),
            "Nhiệm vụ tháng 12, phân công thực hiện".into(),
        ],
        agenda_vote: Some(Vote { agreed: 17, base: 20 }),
        items: vec![
            ItemRecord {
                part: Part::Routine,
                title: "Thông tin thời sự, văn bản mới của Đảng ủy phường".into(),
                presenter: Some(deputy()),
                notes: "Thông báo kết quả kỳ họp Hội đồng nhân dân thành phố; quán triệt Kế hoạch số 18-KH/ĐU, ngày 28/10/2026 của Đảng ủy phường về bảo đảm an ninh trật tự dịp cuối năm.\nTình hình tư tưởng đảng viên và nhân dân ổn định; người dân quan tâm việc thi công hè đường Nguyễn Trãi kéo dài.".into(),
                remarks: vec![
                    remark("Ngô Thị Lan", "Đề nghị Đảng ủy phường yêu cầu đơn vị thi công công khai tiến độ, có biển báo và đèn chiếu sáng ban đêm."),
                    remark("Hoàng Văn Tiến", "Đồng tình; bổ sung việc đổ phế thải sai giờ tại ngõ 42."),
                ],
                motions: vec![],
                tasks: vec![],
                conclusion: "Giao đồng chí Phó Bí thư tổng hợp kiến nghị gửi Đảng ủy phường trước ngày 10/11/2026".into(),
            },
            ItemRecord {
                part: Part::Routine,
                title: "Đánh giá kết quả tháng 10, kiểm điểm nhiệm vụ đã giao".into(),
                presenter: Some(secretary()),
                notes: "Trong 5 nhiệm vụ của Nghị quyết số 10-NQ/CB, ngày 06/10/2026 có 4 nhiệm vụ hoàn thành, 1 nhiệm vụ chậm do chờ số liệu của Công an phường".into(),
                remarks: vec![remark("Bùi Mạnh Cường", "Nhận khuyết điểm chậm nộp danh sách hộ kinh doanh, xin gia hạn đến ngày 15/11/2026")],
                motions: vec![Motion {
                    text: "Gia hạn nhiệm vụ lập danh sách hộ kinh doanh đến ngày 15/11/2026".into(),
                    secret: false,
                    base: 20,
                    needed: 11,
                    agreed: 15,
                    against: 1,
                    other: 1,
                    passed: true,
                    reserved: vec![remark("Phạm Thị Minh Nguyệt", "Tôi không nhất trí gia hạn lần thứ hai; đề nghị giao cho đồng chí khác thực hiện ngay trong tuần.")],
                }],
                tasks: vec![],
                conclusion: "Ghi nhận kết quả; yêu cầu báo cáo tiến độ hằng tuần".into(),
            },
            ItemRecord {
                part: Part::Routine,
                title: "Nhiệm vụ tháng 12, phân công thực hiện".into(),
                presenter: Some(secretary()),
                notes: "Trình bày dự thảo nghị quyết lãnh đạo thực hiện nhiệm vụ tháng 12 năm 2026".into(),
                remarks: vec![remark("Lê Văn Khoa", "Nhất trí dự thảo; đề nghị mỗi đảng viên phụ trách năm hộ gia đình")],
                motions: vec![Motion {
                    text: "Thông qua nghị quyết lãnh đạo thực hiện nhiệm vụ tháng 12 năm 2026".into(),
                    secret: false,
                    base: 20,
                    needed: 11,
                    agreed: 17,
                    against: 0,
                    other: 0,
                    passed: true,
                    reserved: vec![],
                }],
                tasks: tasks(),
                conclusion: String::new(),
            },
        ],
        score: Some(score()),
        adoption: Some(Vote { agreed: 17, base: 20 }),
        additions: vec![Addition {
            at: date(2026, 11, 6).at(8, 15, 0, 0),
            by: Person::named("Vũ Hồng Quân"),
            text: "Số hộ đã ký cam kết tính đến ngày 05/11/2026 là 168 hộ, không phải 186 hộ".into(),
        }],
        recipients: vec![],
    }
}

/// Minutes of a meeting of which nothing is known yet.
pub fn empty_minutes() -> Minutes {
    Minutes {
        letterhead: Letterhead { date: None, number: None, ..letterhead(None, 0) },
        sitting: Sitting { starts_at: None, place: String::new(), ..sitting() },
        closed_at: None,
        chair: None,
        minute_taker: None,
        tracker: None,
        roll: RollFigures::default(),
        guests: vec![],
        overseer: None,
        dues: String::new(),
        agenda: vec![],
        agenda_vote: None,
        items: vec![],
        score: None,
        adoption: None,
        additions: vec![],
        recipients: vec![],
    }
}

pub fn resolution() -> Resolution {
    Resolution {
        letterhead: letterhead(Some("NQ"), 5),
        sitting: sitting(),
        grounds: vec![
            "Điều lệ Đảng Cộng sản Việt Nam".into(),
            "Hướng dẫn số 42-HD/BTCTW, ngày 28/10/2025 của Ban Tổ chức Trung ương".into(),
            "Nghị quyết số 12-NQ/ĐU, ngày 30/10/2026 của Đảng ủy phường An Bình về nhiệm vụ tháng 12 năm 2026".into(),
        ],
        last: LastMonth {
            month: month(2026, 11),
            politics: "Chi bộ tổ chức quán triệt 3 văn bản mới của cấp trên cho 19/21 đảng viên; tình hình tư tưởng đảng viên ổn định. Nhân dân phấn khởi về kết quả chỉnh trang ngõ xóm, còn băn khoăn về tiến độ thi công hè đường Nguyễn Trãi.".into(),
            duties: vec![
                Duty { title: "Tuyên truyền, xây dựng khối đoàn kết".into(), text: "Phối hợp Ban Công tác Mặt trận tổ chức Ngày hội Đại đoàn kết với 212 hộ tham dự.".into() },
                Duty { title: "Kinh tế, xã hội, an ninh trật tự".into(), text: "Vận động được 168/240 hộ ký cam kết phòng cháy, chữa cháy; không có vụ việc phức tạp về an ninh trật tự.".into() },
                Duty { title: "Công tác đảng viên và phát triển đảng".into(), text: "Giúp đỡ một quần chúng ưu tú hoàn thiện hồ sơ kết nạp.".into() },
            ],
            previous: Some((Number { number: Some(4), type_sign: "NQ".into(), body_sign: "CB".into() }, date(2026, 10, 6))),
            tasks: vec![
                TaskResult { task: "Vận động hộ dân ký cam kết phòng cháy, chữa cháy".into(), lead: "Trần Quốc Bảo".into(), state_at_start: "Đang triển khai".into(), result: "168/240 hộ đã ký".into(), done_percent: Some(70) },
                TaskResult { task: "Tổ chức Ngày hội Đại đoàn kết toàn dân tộc".into(), lead: "Ngô Thị Lan".into(), state_at_start: "Có mốc thời hạn".into(), result: "Tổ chức ngày 02/11/2026, 212 hộ tham dự".into(), done_percent: Some(100) },
                TaskResult { task: "Lập danh sách hộ kinh doanh trên địa bàn".into(), lead: "Bùi Mạnh Cường".into(), state_at_start: "Có mốc thời hạn".into(), result: "Chậm, gia hạn đến ngày 15/11/2026".into(), done_percent: Some(40) },
                TaskResult { task: "Thăm hỏi gia đình chính sách, người cao tuổi".into(), lead: "Phạm Thị Minh Nguyệt".into(), state_at_start: "Nhiệm vụ thường xuyên".into(), result: "Thăm 12 gia đình".into(), done_percent: None },
            ],
            praise: vec!["Biểu dương đồng chí Ngô Thị Lan tổ chức tốt Ngày hội Đại đoàn kết".into(), "Nhắc nhở đồng chí Bùi Mạnh Cường chậm thực hiện nhiệm vụ và chậm đóng đảng phí".into()],
            faults: vec![Fault { text: "Một nhiệm vụ hoàn thành chậm so với nghị quyết".into(), cause: "phân công chưa kèm mốc kiểm tra giữa kỳ".into() }],
        },
        next: NextMonth {
            month: month(2026, 12),
            politics: "Tuyên truyền kỷ niệm 82 năm Ngày thành lập Quân đội nhân dân Việt Nam; học tập chuyên đề “Nêu gương trong giữ gìn đoàn kết nội bộ”.".into(),
            tasks: tasks(),
        },
        execution: vec![
            "Chi ủy phân công đảng viên phụ trách hộ gia đình, kiểm tra tiến độ vào tối thứ Sáu hằng tuần".into(),
            "Đảng viên được giao nhiệm vụ báo cáo kết quả tại kỳ sinh hoạt tháng 12/2026".into(),
        ],
        rating: Some(Rating { points: 9100, max: 10000, grade: "Tốt".into(), remedies: "còn ít đảng viên phát biểu về nội dung học tập; kỳ tới gửi câu hỏi gợi ý trước ba ngày".into() }),
        vote: Some(Vote { agreed: 17, base: 20 }),
        recipients: vec!["Đảng ủy phường An Bình (để báo cáo)".into(), "Các đồng chí đảng viên Chi bộ".into()],
        signatory: Some(signatory()),
    }
}

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

pub fn invitation() -> Invitation {
    Invitation {
        letterhead: Letterhead { date: Some(date(2026, 10, 30)), ..letterhead(Some("GM"), 9) },
        sitting: sitting(),
        invited: Some(Person::with_role("Lý Thành Nam", "Ủy viên Ban Thường vụ Đảng ủy phường An Bình")),
        length_minutes: Some(100),
        chair: Some(secretary()),
        agenda: entries(),
        prepare: vec![
            "Tự rà soát nhiệm vụ được giao trong tháng, chuẩn bị báo cáo ngắn".into(),
            "Ý kiến góp vào dự thảo nghị quyết tháng 12".into(),
        ],
        papers: vec!["Dự thảo Nghị quyết lãnh đạo thực hiện nhiệm vụ tháng 12 năm 2026".into()],
        contact: "đồng chí Trần Quốc Bảo, Phó Bí thư Chi bộ, trước 17 giờ ngày 04/11/2026".into(),
        recipients: vec![],
        signatory: Some(signatory()),
    }
}

pub fn agenda() -> Agenda {
    Agenda {
        letterhead: letterhead(None, 0),
        sitting: sitting(),
        chair: Some(secretary()),
        entries: entries(),
        signatory: Some(signatory()),
    }
}

/// So many members, given names in turn.
pub fn members(count: usize) -> Vec<(String, MemberGrade)> {
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

pub fn attendance(count: usize, called: bool) -> AttendanceList {
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
            })
            .collect(),
        guests: vec![Person::with_role("Lý Thành Nam", "Ủy viên Ban Thường vụ Đảng ủy phường")],
        minute_taker: Some(Person::named("Vũ Hồng Quân")),
        chair: Some(secretary()),
    }
}

pub fn roll(count: usize) -> BlankRoll {
    BlankRoll {
        letterhead: Letterhead { date: None, ..letterhead(None, 0) },
        sitting: sitting(),
        lines: members(count).into_iter().map(|(name, grade)| RollLine { name, grade }).collect(),
        items: entries().into_iter().map(|entry| (entry.part, entry.title)).collect(),
        remark_lines: 12,
        motion_lines: 4,
        task_lines: 6,
    }
}

/// A combined meeting of a cell of 60 with 40 remarks.
pub fn large_minutes() -> Minutes {
    let mut minutes = minutes();
    minutes.sitting.kind = MeetingKind::Combined;
    minutes.sitting.topic = "Nâng cao chất lượng tự phê bình và phê bình trong sinh hoạt chi bộ".into();
    minutes.roll = RollFigures {
        official: 55,
        probationary: 5,
        present_official: 50,
        present_probationary: 5,
        base: 58,
        excused: members(3).into_iter().map(|(name, _)| Absence { name, note: "ốm".into() }).collect(),
        ..RollFigures::default()
    };
    let remarks = members(40).into_iter().enumerate().map(|(n, (name, _))| {
        let text = format!("Ý kiến thứ {}: nhất trí với báo cáo; đề nghị nêu rõ người chịu trách nhiệm, thời hạn và cách kiểm tra từng việc, nhất là việc chậm so với nghị quyết tháng trước.", n + 1);
        Statement { by: Person::named(name), text }
    });
    minutes.items.push(ItemRecord {
        part: Part::Thematic,
        title: "Nâng cao chất lượng tự phê bình và phê bình trong sinh hoạt chi bộ".into(),
        presenter: Some(deputy()),
        notes: "Báo cáo chuyên đề gồm ba phần: thực trạng, nguyên nhân, giải pháp".into(),
        remarks: remarks.collect(),
        motions: vec![],
        tasks: vec![],
        conclusion: "Tiếp thu 40 ý kiến, giao Chi ủy hoàn thiện".into(),
    });
    minutes
}
