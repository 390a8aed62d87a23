//! The kind of an organisation and the type of a cell, from words in a column or from the name.

use crate::{
    names,
    organisations::{CellType, OrganisationKind},
};

/// The kind a column says in words.
pub(super) fn kind(text: &str) -> Option<OrganisationKind> {
    let key = names::fold(text);
    match key.as_str() {
        "tinh" | "thanh pho" | "cap tinh" => Some(OrganisationKind::Province),
        "xa" | "phuong" | "dac khu" | "cap xa" | "xa phuong" | "xa phuong dac khu" => {
            Some(OrganisationKind::Commune)
        }
        "co so" | "bo phan" | "db" | "dbcs" => Some(OrganisationKind::Committee),
        "cb" | "cbtt" => Some(OrganisationKind::Cell),
        "td" => Some(OrganisationKind::SubCell),
        stable => stable.replace(' ', "_").parse().ok().or_else(|| kind_of_name(text)),
    }
}

/// The kind a name begins with.
pub(super) fn kind_of_name(name: &str) -> Option<OrganisationKind> {
    let key = names::fold(name);
    let rest = |start: &str| key.strip_prefix(start).filter(|rest| rest.is_empty() || rest.starts_with(' '));
    if rest("to dang").is_some() {
        return Some(OrganisationKind::SubCell);
    }
    if rest("chi bo").is_some() || rest("chi uy").is_some() {
        return Some(OrganisationKind::Cell);
    }
    let place =
        rest("dang bo").or_else(|| rest("dang uy")).or_else(|| rest("ban chap hanh dang bo"))?.trim_start();
    let first =
        |words: &[&str]| words.iter().any(|word| place == *word || place.starts_with(&format!("{word} ")));
    Some(match () {
        () if first(&["tinh", "thanh pho", "tp"]) => OrganisationKind::Province,
        () if first(&["xa", "phuong", "dac khu", "thi tran"]) => OrganisationKind::Commune,
        () => OrganisationKind::Committee,
    })
}

/// The type a column says in words.
pub(super) fn cell_type(text: &str) -> Option<CellType> {
    let key = names::fold(text);
    if let Ok(stable) = key.replace(' ', "_").parse() {
        return Some(stable);
    }
    by_words(&key).or_else(|| by_name(text))
}

/// The type the name of a cell tells, e.g. `Chi bộ Trường Tiểu học …`.
pub(super) fn cell_type_of_name(name: &str) -> Option<CellType> {
    let key = names::fold(name);
    let own = if key.starts_with("chi bo") { after_two_words(name) } else { name };
    by_name(own)
}

fn after_two_words(name: &str) -> &str {
    let mut rest = name.trim_start();
    for _ in 0..2 {
        rest = rest.split_once(char::is_whitespace).map_or("", |(_, rest)| rest.trim_start());
    }
    rest
}

/// Words that name a type as such, in any order and place.
fn by_words(key: &str) -> Option<CellType> {
    let has = |words: &str| format!(" {key} ").contains(&format!(" {words} "));
    let any = |choices: &[&str]| choices.iter().any(|words| has(words));
    Some(match () {
        () if any(&["llvt", "luc luong vu trang", "quan doi"]) => CellType::ArmedForces,
        () if any(&["ngoai nha nuoc", "tu nhan", "fdi", "dnnnn", "von nuoc ngoai"]) => {
            CellType::PrivateEnterprise
        }
        () if any(&["dnnn", "doanh nghiep nha nuoc"]) => CellType::StateEnterprise,
        () if any(&["doanh nghiep", "dn"]) => CellType::PrivateEnterprise,
        () if any(&["su nghiep", "dvsn"]) => CellType::PublicService,
        () if any(&["hoc sinh", "sinh vien"]) => CellType::Students,
        () if any(&["khu dan cu", "dan cu", "thon", "to dan pho", "nong thon"]) => CellType::Residential,
        () if any(&["co quan", "hanh chinh", "cq"]) => CellType::Agency,
        () => return None,
    })
}

/// Words that name a place of work or a neighbourhood.
fn by_name(name: &str) -> Option<CellType> {
    let key = names::fold(name);
    let lower = names::tidy(name).to_lowercase();
    let has = |words: &str| format!(" {key} ").contains(&format!(" {words} "));
    let any = |choices: &[&str]| choices.iter().any(|words| has(words));
    let starts =
        |choices: &[&str]| choices.iter().any(|word| key == *word || key.starts_with(&format!("{word} ")));
    Some(match () {
        () if any(&["sinh vien", "hoc sinh"]) => CellType::Students,
        () if any(&["cong an", "quan su", "bo doi", "bien phong", "tieu doan", "trung doan", "dai doi"]) => {
            CellType::ArmedForces
        }
        () if any(&[
            "truong",
            "mam non",
            "tieu hoc",
            "thcs",
            "thpt",
            "tram y te",
            "benh vien",
            "trung tam",
            "bao tang",
            "thu vien",
        ]) =>
        {
            CellType::PublicService
        }
        () if any(&[
            "cong ty",
            "cty",
            "doanh nghiep",
            "xi nghiep",
            "nha may",
            "hop tac xa",
            "htx",
            "ngan hang",
            "tong cong ty",
        ]) =>
        {
            if has("nha nuoc") {
                CellType::StateEnterprise
            } else {
                CellType::PrivateEnterprise
            }
        }
        // "Bản" (village) and "ban" (board) fold to the same word.
        () if lower.starts_with("bản ") => CellType::Residential,
        () if starts(&[
            "to dan pho",
            "tdp",
            "thon",
            "xom",
            "ap",
            "khu pho",
            "khu dan cu",
            "kdc",
            "khu",
            "khoi",
            "buon",
            "lang",
            "phum",
            "soc",
            "to",
        ]) || any(&["to dan pho", "khu dan cu"]) =>
        {
            CellType::Residential
        }
        // "Sở" (department) and "số" (number) fold to the same word.
        () if lower.starts_with("ban ")
            || lower.split(' ').any(|word| word == "sở")
            || any(&[
                "co quan",
                "uy ban nhan dan",
                "ubnd",
                "van phong",
                "dang uy",
                "hoi dong nhan dan",
                "hdnd",
                "mat tran",
                "mttq",
                "toa an",
                "vien kiem sat",
                "chi cuc",
                "phong",
                "khoi dang",
                "khoi chinh quyen",
                "doan the",
            ]) =>
        {
            CellType::Agency
        }
        () => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Chi bộ Tổ dân phố số 5", Some(OrganisationKind::Cell))]
    #[case("CHI BỘ TRƯỜNG MẦM NON HOA SEN", Some(OrganisationKind::Cell))]
    #[case("Đảng bộ phường Nguyệt Hồ", Some(OrganisationKind::Commune))]
    #[case("Đảng bộ xã An Bình", Some(OrganisationKind::Commune))]
    #[case("Đảng bộ đặc khu Hòn Mây", Some(OrganisationKind::Commune))]
    #[case("Đảng bộ tỉnh Sông Vân", Some(OrganisationKind::Province))]
    #[case("Đảng bộ các cơ quan Đảng phường Nguyệt Hồ", Some(OrganisationKind::Committee))]
    #[case("Đảng bộ Công ty Dệt Nguyệt Hồ", Some(OrganisationKind::Committee))]
    #[case("Tổ đảng số 1", Some(OrganisationKind::SubCell))]
    #[case("Khối doanh nghiệp", None)]
    fn names_begin_with_their_kind(#[case] name: &str, #[case] expected: Option<OrganisationKind>) {
        assert_eq!(kind_of_name(name), expected);
        if expected.is_some() {
            assert_eq!(kind(name), expected);
        }
    }

    #[rstest]
    #[case("Chi bộ Tổ dân phố số 5", Some(CellType::Residential))]
    #[case("Chi bộ thôn Đoài", Some(CellType::Residential))]
    #[case("Chi bộ Bản Nà Lúa", Some(CellType::Residential))]
    #[case("Chi bộ Khu phố 3", Some(CellType::Residential))]
    #[case("Chi bộ Ban Tổ chức", Some(CellType::Agency))]
    #[case("Chi bộ Cơ quan Đảng - Đoàn thể", Some(CellType::Agency))]
    #[case("Chi bộ UBND phường", Some(CellType::Agency))]
    #[case("Chi bộ Sở Tư pháp", Some(CellType::Agency))]
    #[case("Chi bộ Phân xưởng số 1", None)]
    #[case("Chi bộ Trường THCS Nguyệt Hồ", Some(CellType::PublicService))]
    #[case("Chi bộ Trạm Y tế", Some(CellType::PublicService))]
    #[case("Chi bộ Công an phường", Some(CellType::ArmedForces))]
    #[case("Chi bộ Quân sự", Some(CellType::ArmedForces))]
    #[case("Chi bộ Công ty TNHH May Sao Mai", Some(CellType::PrivateEnterprise))]
    #[case("Chi bộ Công ty Nhà nước Thủy lợi", Some(CellType::StateEnterprise))]
    #[case("Chi bộ Sinh viên K12", Some(CellType::Students))]
    #[case("Chi bộ 7", None)]
    fn names_of_cells_tell_their_type(#[case] name: &str, #[case] expected: Option<CellType>) {
        assert_eq!(cell_type_of_name(name), expected);
    }

    #[rstest]
    #[case("Thôn, tổ dân phố", CellType::Residential)]
    #[case("Cơ quan hành chính", CellType::Agency)]
    #[case("Đơn vị sự nghiệp", CellType::PublicService)]
    #[case("DNNN", CellType::StateEnterprise)]
    #[case("Doanh nghiệp ngoài nhà nước", CellType::PrivateEnterprise)]
    #[case("DN ngoài NN, FDI", CellType::PrivateEnterprise)]
    #[case("Học sinh - sinh viên", CellType::Students)]
    #[case("LLVT", CellType::ArmedForces)]
    #[case("Công an", CellType::ArmedForces)]
    #[case("public_service", CellType::PublicService)]
    fn words_of_a_column_tell_the_type(#[case] text: &str, #[case] expected: CellType) {
        assert_eq!(cell_type(text), Some(expected));
    }
}
