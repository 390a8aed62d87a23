//! What the headings of lists of organisations mean.

use super::Field;
use crate::{names, sheets::Heard};

/// The field a heading stands for.
pub fn recognise(heard: &Heard<'_>) -> Option<(Field, u8)> {
    if heard.width > 1 && heard.place > 0 {
        return None;
    }
    let bare = heard.text.split(['(', '[']).next().map(names::fold).unwrap_or_default();
    let above = names::fold(heard.group);
    if !above.is_empty()
        && let Some(field) = exact(&format!("{above} {bare}"))
    {
        return Some((field, 3));
    }
    // "Cấp trên" over "Mã" and "Tên".
    if above.contains("cap tren") || above.contains("truc thuoc") {
        return match bare.as_str() {
            "ma" | "ma so" | "ma to chuc" => Some((Field::ParentCode, 3)),
            "ten" | "ten to chuc" => Some((Field::Parent, 3)),
            _ => None,
        };
    }
    exact(&bare).map(|field| (field, 3)).or_else(|| holding(&bare).map(|field| (field, 1)))
}

fn exact(key: &str) -> Option<Field> {
    Some(match key {
        "stt" | "tt" | "so tt" | "so thu tu" | "no" => Field::Ordinal,
        "ma" | "ma so" | "ma to chuc" | "ma to chuc dang" | "ma tcd" | "ma tcctd" | "ma don vi"
        | "ma chi bo" | "ma cb" | "code" => Field::Code,
        "ten" | "ten to chuc" | "ten to chuc dang" | "ten chi bo" | "ten don vi" | "to chuc dang"
        | "chi bo" | "don vi" | "ten dang bo chi bo" | "dang bo chi bo" | "chi bo dang bo" | "name" => {
            Field::Name
        }
        "loai" | "loai to chuc" | "loai to chuc dang" | "cap" | "cap to chuc" | "kind" => Field::Kind,
        "loai hinh"
        | "loai hinh chi bo"
        | "loai chi bo"
        | "khoi"
        | "nhom"
        | "linh vuc"
        | "loai hinh to chuc"
        | "loai hinh to chuc dang"
        | "loai hinh tccsd"
        | "cell type" => Field::CellType,
        "ma cap tren"
        | "ma to chuc cap tren"
        | "ma to chuc dang cap tren"
        | "ma dang bo cap tren"
        | "ma tcd cap tren"
        | "ma cha"
        | "ma truc thuoc"
        | "ma cap tren truc tiep"
        | "parent code" => Field::ParentCode,
        "cap tren"
        | "to chuc cap tren"
        | "to chuc dang cap tren"
        | "dang bo cap tren"
        | "cap tren truc tiep"
        | "thuoc"
        | "truc thuoc"
        | "truc thuoc dang bo"
        | "thuoc dang bo"
        | "dang bo"
        | "dang uy cap tren"
        | "to chuc dang cap tren truc tiep"
        | "parent" => Field::Parent,
        "ngay thanh lap"
        | "thanh lap"
        | "nam thanh lap"
        | "ngay tl"
        | "thoi gian thanh lap"
        | "ngay thang nam thanh lap"
        | "founded" => Field::FoundedOn,
        _ => return None,
    })
}

fn holding(key: &str) -> Option<Field> {
    let padded = format!(" {key} ");
    let has = |words: &str| padded.contains(&format!(" {words} "));
    if has("dang vien") || has("so luong") || has("bi thu") || has("quyet dinh") {
        return None;
    }
    Some(match () {
        () if has("ma") && (has("cap tren") || has("truc thuoc")) => Field::ParentCode,
        () if has("cap tren") || has("truc thuoc") => Field::Parent,
        () if has("thanh lap") => Field::FoundedOn,
        () if has("ma") && (has("chi bo") || has("to chuc")) => Field::Code,
        () if has("ten") && (has("chi bo") || has("to chuc") || has("dang bo")) => Field::Name,
        () if has("loai hinh") => Field::CellType,
        () => return None,
    })
}
