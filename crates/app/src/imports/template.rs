//! The columns in which registers are written out and handed out blank: the headings and words the import knows best.
//! They are the register's own, in Vietnamese whatever the reader's language, as the paper forms have them.

use nennep_documents::sheets::Table;
use nennep_domain::{
    members::{MemberGrade, Profile, Sex, Standing, StandingState},
    organisations::{CellType, Organisation, OrganisationKind},
    sheets::Cell,
    time::{Instant, PartialDate, Precision},
};

use super::{Format, Kind};
use crate::{App, error::Result};

const MEMBERS: [&str; 27] = [
    "STT",
    "Mã chi bộ",
    "Chi bộ",
    "Họ và tên",
    "Tên gọi khác",
    "Giới tính",
    "Ngày sinh",
    "Số thẻ đảng viên",
    "Số CCCD",
    "Dân tộc",
    "Tôn giáo",
    "Quê quán",
    "Nơi ở hiện nay",
    "Trình độ phổ thông",
    "Trình độ chuyên môn",
    "Lý luận chính trị",
    "Nghề nghiệp khi vào Đảng",
    "Nghề nghiệp hiện nay",
    "Ngày vào Đảng",
    "Ngày chính thức",
    "Tình trạng",
    "Số lý lịch",
    "Số huy hiệu",
    "Bộ đội, công an, hưu trí",
    "Điện thoại",
    "Email",
    "Ghi chú",
];

const ORGANISATIONS: [&str; 7] =
    ["STT", "Mã", "Tên tổ chức đảng", "Loại tổ chức", "Loại hình chi bộ", "Mã cấp trên", "Ngày thành lập"];

/// A blank workbook with the headings of a register.
pub fn template(app: &App, kind: Kind) -> Result<Vec<u8>> {
    Format::Xlsx.write(&table(kind, app.now(), Vec::new()))
}

/// The rows of a register under their headings.
pub(super) fn table(kind: Kind, made_at: Instant, rows: Vec<Vec<Cell>>) -> Table {
    let (name, headings) = match kind {
        Kind::Organisations => ("Tổ chức đảng", ORGANISATIONS.map(str::to_owned).to_vec()),
        Kind::Members => ("Đảng viên", MEMBERS.map(str::to_owned).to_vec()),
    };
    let title = vec![format!("DANH SÁCH {}", name.to_uppercase())];
    Table { name: name.to_owned(), title, headings, rows, made_at }
}

fn text(text: impl Into<String>) -> Cell {
    let text = text.into();
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

fn number(n: usize) -> Cell {
    Cell::Number(u32::try_from(n).unwrap_or(u32::MAX).into())
}

fn date(date: Option<PartialDate>) -> Cell {
    match date {
        Some(date) if date.precision == Precision::Day => Cell::Date(date.date),
        Some(date) => Cell::Text(date.to_string()),
        None => Cell::Empty,
    }
}

/// A member as a row.
pub(super) fn member_row(n: usize, profile: &Profile, standing: &Standing, cell: &Organisation) -> Vec<Cell> {
    let sex = match profile.sex {
        Some(Sex::Male) => "Nam",
        Some(Sex::Female) => "Nữ",
        None => "",
    };
    vec![
        number(n),
        text(&cell.code),
        text(&cell.name),
        text(&profile.full_name),
        text(&profile.other_names),
        text(sex),
        date(profile.born_on),
        text(&profile.card_number),
        text(&profile.identity_number),
        text(&profile.ethnicity),
        text(&profile.religion),
        text(&profile.home_place),
        text(&profile.residence),
        text(&profile.schooling),
        text(&profile.profession),
        text(&profile.political_theory),
        text(&profile.occupation_before),
        text(&profile.occupation),
        date(profile.admitted_on),
        date(profile.official_on),
        text(status(standing)),
        text(&profile.cv_number),
        text(&profile.badge_number),
        text(&profile.service),
        text(&profile.phone),
        text(&profile.email),
        text(&profile.note),
    ]
}

fn status(standing: &Standing) -> String {
    let grade = match standing.grade {
        MemberGrade::Official => "Chính thức",
        MemberGrade::Probationary => "Dự bị",
    };
    let state = match standing.state {
        StandingState::Active => return grade.to_owned(),
        StandingState::Exempt => "miễn sinh hoạt",
        StandingState::Away => "chuyển tạm thời đi",
        StandingState::Suspended => "đình chỉ sinh hoạt",
        StandingState::Visiting => "chuyển tạm thời đến",
        StandingState::Residence => "đảng viên 213",
    };
    format!("{grade}, {state}")
}

/// An organisation as a row.
pub(super) fn organisation_row(n: usize, one: &Organisation, parent: &str) -> Vec<Cell> {
    let kind = match one.kind {
        OrganisationKind::Province => "Cấp tỉnh",
        OrganisationKind::Commune => "Cấp xã",
        OrganisationKind::Committee => "Đảng bộ",
        OrganisationKind::Cell => "Chi bộ",
        OrganisationKind::SubCell => "Tổ đảng",
    };
    let cell_type = one.cell_type.map_or("", |cell_type| match cell_type {
        CellType::Residential => "Thôn, tổ dân phố",
        CellType::Agency => "Cơ quan",
        CellType::PublicService => "Đơn vị sự nghiệp",
        CellType::StateEnterprise => "Doanh nghiệp nhà nước",
        CellType::PrivateEnterprise => "Doanh nghiệp ngoài nhà nước",
        CellType::Students => "Học sinh, sinh viên",
        CellType::ArmedForces => "Lực lượng vũ trang",
    });
    let founded = Cell::Date(one.from_on);
    vec![number(n), text(&one.code), text(&one.name), text(kind), text(cell_type), text(parent), founded]
}
