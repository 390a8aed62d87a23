//! Minutes: of an ordinary evening, of nothing yet, of a large cell.

use jiff::civil::date;
use nennep_domain::{
    meetings::{MeetingKind, Part},
    papers::{
        Absence, Addition, ItemRecord, Letterhead, Minutes, Motion, Person, RollFigures, Score, ScoreLine,
        Sitting, Stages, Statement, Vote,
    },
    quality::Grade,
};

use super::{deputy, letterhead, members, secretary, sitting, tasks};

fn remark(by: &str, text: &str) -> Statement {
    Statement { by: Person::named(by), text: text.into() }
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
        max: Some(10000),
        total: Stages { proposed: Some(9150), agreed: Some(9100), voted: Some(9100), decided: None },
        grade: Stages {
            proposed: Some(Grade::Good),
            agreed: Some(Grade::Good),
            voted: Some(Grade::Good),
            decided: None,
        },
        vote: Some(Vote { agreed: 17, base: 19 }),
        remedies:
            "Còn ít đảng viên phát biểu về nội dung học tập chuyên đề; kỳ tới gửi câu hỏi gợi ý trước ba ngày"
                .into(),
    }
}

/// Minutes of an ordinary evening, two or three pages.
pub(crate) fn minutes() -> Minutes {
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
        agenda_vote: Some(Vote { agreed: 17, base: 19 }),
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
                    base: 19,
                    needed: 10,
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
                    base: 19,
                    needed: 10,
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
        adoption: Some(Vote { agreed: 17, base: 19 }),
        additions: vec![Addition {
            at: date(2026, 11, 6).at(8, 15, 0, 0),
            by: Person::named("Vũ Hồng Quân"),
            text: "Số hộ đã ký cam kết tính đến ngày 05/11/2026 là 168 hộ, không phải 186 hộ".into(),
            reason: "Ghi nhầm số hộ".into(),
        }],
        recipients: vec![],
    }
}

/// Minutes of a meeting of which nothing is known yet.
pub(crate) fn empty_minutes() -> Minutes {
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

/// A combined meeting of a cell of 60 with 40 remarks.
pub(crate) fn large_minutes() -> Minutes {
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
