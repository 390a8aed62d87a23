//! The resolution of that evening.

use jiff::civil::date;
use nennep_domain::{
    papers::{
        Duty, Fault, LastMonth, NextMonth, Number, Opinions, Person, Rating, Resolution, Statement,
        TaskResult, Vote,
    },
    quality::Grade,
    tasks::TaskState,
};

use super::{letterhead, month, signatory, sitting, tasks};

pub(crate) fn resolution() -> Resolution {
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
            previous: Some((Number { number: Some(4), digits: 2, type_sign: "NQ".into(), body_sign: "CB".into() }, date(2026, 10, 6))),
            tasks: vec![
                TaskResult { task: "Vận động hộ dân ký cam kết phòng cháy, chữa cháy".into(), lead: "Trần Quốc Bảo".into(), state: TaskState::InProgress, due_on: None, result: "168/240 hộ đã ký".into(), done_percent: Some(70) },
                TaskResult { task: "Tổ chức Ngày hội Đại đoàn kết toàn dân tộc".into(), lead: "Ngô Thị Lan".into(), state: TaskState::Dated, due_on: Some(date(2026, 11, 10)), result: "Tổ chức ngày 02/11/2026, 212 hộ tham dự".into(), done_percent: Some(100) },
                TaskResult { task: "Lập danh sách hộ kinh doanh trên địa bàn".into(), lead: "Bùi Mạnh Cường".into(), state: TaskState::Dated, due_on: Some(date(2026, 10, 30)), result: "Chậm, gia hạn đến ngày 15/11/2026".into(), done_percent: Some(40) },
                TaskResult { task: "Thăm hỏi gia đình chính sách, người cao tuổi".into(), lead: "Phạm Thị Minh Nguyệt".into(), state: TaskState::Standing, due_on: None, result: "Thăm 12 gia đình".into(), done_percent: None },
            ],
            praise: vec!["Biểu dương đồng chí Ngô Thị Lan tổ chức tốt Ngày hội Đại đoàn kết".into(), "Nhắc nhở đồng chí Bùi Mạnh Cường chậm thực hiện nhiệm vụ và chậm đóng đảng phí".into()],
            faults: vec![Fault { text: "Một nhiệm vụ hoàn thành chậm so với nghị quyết".into(), cause: "phân công chưa kèm mốc kiểm tra giữa kỳ".into() }],
        },
        next: NextMonth {
            month: month(2026, 12),
            direction: "Tuyên truyền kỷ niệm 82 năm Ngày thành lập Quân đội nhân dân Việt Nam; học tập chuyên đề “Nêu gương trong giữ gìn đoàn kết nội bộ”.".into(),
            tasks: tasks(),
        },
        execution: vec![
            "Chi ủy phân công đảng viên phụ trách hộ gia đình, kiểm tra tiến độ vào tối thứ Sáu hằng tuần".into(),
            "Đảng viên được giao nhiệm vụ báo cáo kết quả tại kỳ sinh hoạt tháng 12/2026".into(),
        ],
        rating: Some(Rating { points: 9100, max: Some(10000), grade: Grade::Good, remedies: "còn ít đảng viên phát biểu về nội dung học tập; kỳ tới gửi câu hỏi gợi ý trước ba ngày".into() }),
        vote: Some(Vote { agreed: 17, base: 19 }),
        recipients: vec!["Đảng ủy phường An Bình (để báo cáo)".into(), "Các đồng chí đảng viên Chi bộ".into()],
        signatory: Some(signatory()),
        opinions: vec![Opinions {
            item: "Đánh giá kết quả thực hiện nhiệm vụ".into(),
            statements: vec![
                Statement { by: Person::named("Ngô Thị Lan"), text: "Đề nghị gia hạn việc lập danh sách hộ kinh doanh đến ngày 15/11/2026".into() },
                Statement { by: Person::named("Phạm Thị Minh Nguyệt"), text: String::new() },
            ],
            reserved: vec![Statement { by: Person::named("Phạm Thị Minh Nguyệt"), text: "Tôi không nhất trí gia hạn lần thứ hai".into() }],
        }],
    }
}
