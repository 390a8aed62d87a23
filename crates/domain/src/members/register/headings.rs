//! What the headings of member registers mean, in the many ways they are written: with and without diacritics, short,
//! and over one another.

use super::{Field, spellings::exact};
use crate::{names, sheets::Heard};

/// Columns without which a table is not a member register.
pub(super) const ANCHORS: &[Field] =
    &[Field::FullName, Field::FamilyName, Field::GivenName, Field::NameAndBirth];

/// The field a heading stands for.
pub fn recognise(heard: &Heard<'_>) -> Option<(Field, u8)> {
    let key = key(heard.text);
    if !heard.group.is_empty() {
        let group = names::fold(heard.group);
        if let Some(field) = under(&group, &key, heard) {
            return Some((field, 3));
        }
        if let Some(field) = exact(&format!("{group} {key}")) {
            return Some((field, 3));
        }
    }
    let (field, rank) = alone(heard.text, &key)?;
    // "Họ và tên" joined over two columns: family and middle name in the first, the given name in the second.
    match (field, heard.width, heard.place) {
        (Field::FullName, 2, 0) => Some((Field::FamilyName, rank)),
        (Field::FullName, 2, 1) => Some((Field::GivenName, rank)),
        (_, width, place) if width > 1 && place > 0 => None,
        _ => Some((field, rank)),
    }
}

/// The folded heading; what stands in brackets is a remark, unless nothing else does.
fn key(text: &str) -> String {
    let bare = text.split(['(', '[']).next().map(names::fold).unwrap_or_default();
    let key = if bare.is_empty() { names::fold(text) } else { bare };
    // "Lí luận", "lí lịch" are "lý luận", "lý lịch".
    key.split(' ').map(|word| if word == "li" { "ly" } else { word }).collect::<Vec<_>>().join(" ")
}

/// Headings that mean what they mean only under a joined heading.
fn under(group: &str, key: &str, heard: &Heard<'_>) -> Option<Field> {
    let dates = heard.siblings.iter().any(|sibling| names::fold(sibling) == "thang");
    match (alone(heard.group, group).map(|(field, _)| field), key) {
        (Some(Field::BornOn), "nam") if is_year(heard.text) || dates => Some(Field::BornYear),
        (Some(Field::BornOn), "nam") => Some(Field::BornOnMale),
        (Some(Field::BornOn), "nu") => Some(Field::BornOnFemale),
        (Some(Field::BornOn), "ngay") => Some(Field::BornDay),
        (Some(Field::BornOn), "thang") => Some(Field::BornMonth),
        (
            Some(Field::AdmittedOn | Field::OfficialOn | Field::AdmittedAndOfficialOn),
            "du bi" | "db" | "ket nap" | "kn" | "vao dang" | "vao",
        ) => Some(Field::AdmittedOn),
        (
            Some(Field::AdmittedOn | Field::OfficialOn | Field::AdmittedAndOfficialOn),
            "chinh thuc" | "ct" | "cong nhan" | "cong nhan chinh thuc",
        ) => Some(Field::OfficialOn),
        (Some(Field::LeftParty), "ngay" | "ngay thang" | "ngay thang nam") => Some(Field::LeftOn),
        (Some(Field::LeftParty), "hinh thuc" | "ly do") => Some(Field::LeftParty),
        (
            Some(field @ (Field::MovedOut | Field::MovedIn | Field::Deceased)),
            "ngay" | "ngay thang" | "ngay thang nam",
        ) => Some(field),
        (_, "di") if group.starts_with("chuyen") => Some(Field::MovedOut),
        (_, "den") if group.starts_with("chuyen") => Some(Field::MovedIn),
        _ => None,
    }
}

/// "Năm" (year) folds to the same key as "Nam" (man).
fn is_year(text: &str) -> bool {
    names::tidy(text).to_lowercase().contains('ă')
}

fn alone(text: &str, key: &str) -> Option<(Field, u8)> {
    if key == "nam" && is_year(text) {
        return None;
    }
    // "ĐT" (điện thoại) folds to the same key as "DT" (dân tộc).
    if key == "dt" && names::tidy(text).to_lowercase().starts_with('đ') {
        return Some((Field::Phone, 3));
    }
    if joined(text)
        && let Some(field) = combined(key)
    {
        return Some((field, 3));
    }
    if let Some(field) = exact(key) {
        return Some((field, 3));
    }
    if let Some(field) = exact(stripped(key)) {
        return Some((field, 2));
    }
    combined(&names::fold(text)).or_else(|| holding(key)).map(|field| (field, 1))
}

/// Whether a heading names several things in a row.
fn joined(text: &str) -> bool {
    text.contains([',', '/', ';', '\n', '-', '+', '&']) || names::fold(text).contains(" va ngay ")
}

/// Words that add nothing at the ends of a heading.
fn stripped(key: &str) -> &str {
    const ENDS: [&str; 8] = [
        " cua dang vien",
        " dang vien",
        " dv",
        " hien nay",
        " hien tai",
        " neu co",
        " day du",
        " dd mm yyyy",
    ];
    const STARTS: [&str; 2] = ["ghi ro ", "so "];
    let mut key = key;
    while let Some(shorter) = ENDS.iter().find_map(|end| key.strip_suffix(end)) {
        key = shorter;
    }
    STARTS.iter().find_map(|start| key.strip_prefix(start)).unwrap_or(key)
}

/// Columns that hold several things: those of Mẫu 7-HSĐV and their relatives.
fn combined(key: &str) -> Option<Field> {
    let has = |words: &str| holds(key, words);
    let any = |choices: &[&str]| choices.iter().any(|words| has(words));
    let schooling = [
        any(&["van hoa", "hoc van", "pho thong"]),
        has("chuyen mon"),
        any(&["ly luan", "llct", "chinh tri"]),
        any(&["ngoai ngu", "tin hoc"]),
    ];
    Some(match () {
        () if any(&["ho ten", "ho va ten"])
            && any(&["ngay sinh", "nam sinh", "ns", "ngay thang nam sinh"]) =>
        {
            Field::NameAndBirth
        }
        () if has("dan toc") && any(&["ton giao", "gioi tinh", "nam nu"]) => Field::SexEthnicityReligion,
        () if has("the") && any(&["ly lich", "ll", "huy hieu"]) => Field::CardCvBadge,
        () if has("nghe nghiep") && any(&["truoc", "khi vao dang"]) && any(&["nay", "hien tai"]) => {
            Field::OccupationBeforeAndNow
        }
        () if any(&["chinh thuc", "ct"]) && any(&["vao dang", "ket nap", "kn", "ngay vao", "ngay du bi"]) => {
            Field::AdmittedAndOfficialOn
        }
        () if has("chinh thuc") && has("du bi") && !has("ngay") => Field::Status,
        () if schooling.iter().filter(|part| **part).count() >= 2 => Field::Education,
        () if any(&["ra khoi dang", "ra dang"]) => Field::LeftParty,
        () => return None,
    })
}

/// Longer headings known by the words they hold.
fn holding(key: &str) -> Option<Field> {
    let any = |choices: &[&str]| choices.iter().any(|words| holds(key, words));
    if any(&["ngay cap", "noi cap", "noi sinh", "tuoi", "cha", "me", "vo", "chong", "nguoi", "xep loai"]) {
        return None;
    }
    Some(match () {
        () if any(&["cccd", "cmnd", "cmtnd", "dinh danh", "can cuoc"]) => Field::IdentityNumber,
        () if any(&["so the", "the dang"]) => Field::CardNumber,
        () if any(&["ma chi bo", "ma to chuc"]) => Field::CellCode,
        () if any(&["ngay sinh", "nam sinh"]) => Field::BornOn,
        () if any(&["bo doi", "cong an", "huu tri"]) => Field::Service,
        () if any(&["tu tran", "qua doi"]) => Field::Deceased,
        () if any(&["chuyen di"]) => Field::MovedOut,
        () if any(&["chuyen den"]) => Field::MovedIn,
        () if any(&["ngay chinh thuc", "cong nhan chinh thuc"]) => Field::OfficialOn,
        () if any(&["ngay vao dang", "ngay ket nap"]) => Field::AdmittedOn,
        () if any(&["que quan", "nguyen quan"]) => Field::HomePlace,
        () if any(&["noi o", "cho o", "thuong tru", "dia chi", "hktt", "noi cu tru"]) => Field::Residence,
        () if any(&["ly luan", "llct"]) => Field::PoliticalTheory,
        () if any(&["chuyen mon"]) => Field::Profession,
        () if any(&["pho thong", "van hoa"]) => Field::Schooling,
        () if any(&["dien thoai", "sdt", "di dong"]) => Field::Phone,
        () if any(&["email", "thu dien tu"]) => Field::Email,
        () if any(&["ho va ten", "ho ten"]) => Field::FullName,
        () if any(&["ly lich"]) => Field::CvNumber,
        () if any(&["huy hieu"]) => Field::BadgeNumber,
        () if any(&["nghe nghiep", "cong tac"]) => Field::Occupation,
        () if any(&["ghi chu"]) => Field::Note,
        () if key == "don vi" => Field::CellName,
        () => return None,
    })
}

/// Whether whole words stand in a folded heading.
fn holds(key: &str, words: &str) -> bool {
    key.match_indices(words).any(|(start, found)| {
        let end = start + found.len();
        (start == 0 || key.as_bytes()[start - 1] == b' ') && (end == key.len() || key.as_bytes()[end] == b' ')
    })
}
