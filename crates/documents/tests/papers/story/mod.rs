//! One cell's meeting of November 2026, all of it invented: the papers that tests print.

mod lists;
mod minutes;
mod resolution;

use jiff::civil::date;
use nennep_domain::{
    meetings::MeetingKind,
    papers::{
        Grounds, Layout, Letterhead, Margins, Number, Person, Signatory, SigningOffice, Sitting, Spelling,
        Task,
    },
    time::{Instant, Month},
};

pub(crate) use self::{
    lists::{agenda, attendance, invitation, members, roll},
    minutes::{empty_minutes, large_minutes, minutes},
    resolution::resolution,
};

/// The layout that tests print in.
pub(crate) fn layout() -> Layout {
    Layout {
        margins: Margins { top_mm: 20.0, bottom_mm: 20.0, left_mm: 30.0, right_mm: 15.0 },
        body_size_pt: 14.0,
        line_pitch_pt: 18.0,
        first_line_mm: 10.0,
        spelling: Spelling::OnU,
        grounds: Grounds::Italic,
        bold_signature_title: false,
        signed_for: "T/M CHI BỘ".into(),
    }
}

/// The moment that tests print at.
pub(crate) fn moment() -> Instant {
    Instant::from_local(date(2026, 11, 6).at(8, 30, 0, 0))
}

pub(crate) fn month(year: i16, number: i8) -> Month {
    Month::new(year, number).unwrap()
}

pub(crate) fn letterhead(sign: Option<&str>, number: u32) -> Letterhead {
    Letterhead {
        superior: "Đảng bộ phường An Bình".into(),
        body: "Chi bộ Tổ dân phố số 5".into(),
        number: sign.map(|sign| Number {
            number: Some(number),
            digits: 2,
            type_sign: sign.into(),
            body_sign: "CB".into(),
        }),
        place: "An Bình".into(),
        date: Some(date(2026, 11, 5)),
        marks: vec![],
    }
}

pub(crate) fn sitting() -> Sitting {
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

pub(crate) fn tasks() -> Vec<Task> {
    vec![
        Task {
            text: "Vận động 100% hộ dân ký cam kết phòng cháy, chữa cháy; rà soát bình chữa cháy tại các hộ kinh doanh".into(),
            product: String::new(),
            lead: "Trần Quốc Bảo".into(),
            due_on: Some(date(2026, 11, 25)),
            report_in: Some(month(2026, 12)),
        },
        Task {
            text: "Rà soát danh sách đảng viên đang công tác giữ mối liên hệ với nơi cư trú, gửi Đảng ủy phường".into(),
            product: "Danh sách có xác nhận".into(),
            lead: "Phạm Thị Minh Nguyệt".into(),
            due_on: Some(date(2026, 11, 20)),
            report_in: Some(month(2026, 12)),
        },
        Task {
            text: "Hoàn thiện hồ sơ kết nạp quần chúng ưu tú Đặng Hải Yến".into(),
            product: String::new(),
            lead: "Lê Văn Khoa".into(),
            due_on: Some(date(2026, 12, 5)),
            report_in: Some(month(2026, 12)),
        },
    ]
}
