//! Mẫu 7-HSĐV: the register of a cell's members in fourteen columns (01-HD/TW 2021, §8). Who moved, died or left stays in it.

use std::{collections::BTreeMap, sync::LazyLock};

use jiff::civil::Date;
use nennep_domain::{
    members::{Leaving, MemberGrade, Profile, StandingState},
    papers::letterhead::short_date,
    time::PartialDate,
};
use serde::Deserialize;

use super::{
    Column, Register,
    words::{filled, issuer, known, lines},
};

/// A cell's members up to a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRegister {
    /// The organisation above, as it was called that day.
    pub superior: String,
    /// The cell, as it was called that day.
    pub cell: String,
    /// The day.
    pub on: Date,
    /// Whoever belonged to the cell by then, in the order of the register.
    pub lines: Vec<MemberLine>,
}

/// One member of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberLine {
    /// What the register keeps.
    pub profile: Profile,
    /// How the member stood on the day; `None`: belonged to the cell no more.
    pub stands: Option<(MemberGrade, StandingState)>,
    /// When the member came from another cell, and from where.
    pub came: Option<(Date, String)>,
    /// When the member left the cell, how, and for where.
    pub left: Option<(Date, Leaving, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    number: String,
    title: String,
    summary: String,
    empty: String,
    total: String,
    born: String,
    joined: String,
    recognised: String,
    card: String,
    cv: String,
    badge: String,
    before: String,
    now: String,
    schooling: String,
    profession: String,
    theory: String,
    home: String,
    residence: String,
    moved_to: String,
    moved_from: String,
    left: String,
    probationary: String,
    exempt: String,
    away: String,
    suspended: String,
    how: BTreeMap<Leaving, String>,
    sex: BTreeMap<nennep_domain::members::Sex, String>,
    column: Vec<Column>,
}

#[expect(clippy::expect_used, reason = "the form is part of the program, and a test reads it")]
static FORM: LazyLock<Form> = LazyLock::new(|| {
    toml::from_str(include_str!("../../templates/registers/7-hsdv.toml")).expect("the form reads")
});

/// The register, composed: fourteen texts a row.
pub fn member_register(register: &MemberRegister) -> Register {
    let form = &*FORM;
    let date = short_date(register.on);
    let counted = |grade: MemberGrade| {
        let of_grade = register.lines.iter().filter(|line| line.stands.is_some_and(|(one, _)| one == grade));
        of_grade.count()
    };
    let (official, probationary) = (counted(MemberGrade::Official), counted(MemberGrade::Probationary));
    let total = [
        ("date", date.clone()),
        ("members", (official + probationary).to_string()),
        ("official", official.to_string()),
        ("probationary", probationary.to_string()),
        ("listed", register.lines.len().to_string()),
    ];
    Register {
        title: form.title.clone(),
        summary: filled(&form.summary, &[("cell", register.cell.clone()), ("date", date)]),
        form: form.number.clone(),
        issuer: issuer(&register.superior, &register.cell),
        columns: form.column.clone(),
        rows: (1_usize..).zip(&register.lines).map(|(n, line)| row(form, n, line)).collect(),
        empty: form.empty.clone(),
        total: filled(&form.total, &total),
    }
}

fn row(form: &Form, n: usize, line: &MemberLine) -> Vec<String> {
    let profile = &line.profile;
    let with = |words: &str, name: &'static str, value: &str| {
        if value.is_empty() { String::new() } else { filled(words, &[(name, value.to_owned())]) }
    };
    let dated =
        |words: &str, day: Option<PartialDate>| with(words, "date", &day.map(known).unwrap_or_default());
    let sex = profile.sex.and_then(|sex| form.sex.get(&sex).cloned()).unwrap_or_default();
    vec![
        n.to_string(),
        lines([profile.full_name.clone(), profile.other_names.clone(), dated(&form.born, profile.born_on)]),
        lines([sex, profile.ethnicity.clone(), profile.religion.clone()]),
        lines([
            with(&form.home, "place", &profile.home_place),
            with(&form.residence, "place", &profile.residence),
        ]),
        lines([
            with(&form.schooling, "level", &profile.schooling),
            with(&form.profession, "level", &profile.profession),
            with(&form.theory, "level", &profile.political_theory),
        ]),
        lines([
            with(&form.before, "work", &profile.occupation_before),
            with(&form.now, "work", &profile.occupation),
        ]),
        lines([dated(&form.joined, profile.admitted_on), dated(&form.recognised, profile.official_on)]),
        lines([
            with(&form.card, "number", &profile.card_number),
            with(&form.cv, "number", &profile.cv_number),
            with(&form.badge, "number", &profile.badge_number),
        ]),
        profile.service.clone(),
        moved_out(form, line),
        line.came.as_ref().map(|(on, from)| moved(&form.moved_from, *on, from)).unwrap_or_default(),
        died(line),
        left_party(form, line),
        lines([stands(form, line), profile.note.clone()]),
    ]
}

fn moved(words: &str, on: Date, place: &str) -> String {
    if place.is_empty() {
        return short_date(on);
    }
    filled(words, &[("date", short_date(on)), ("place", place.to_owned())])
}

fn moved_out(form: &Form, line: &MemberLine) -> String {
    match &line.left {
        Some((on, Leaving::Transferred, to)) => moved(&form.moved_to, *on, to),
        _ => String::new(),
    }
}

fn died(line: &MemberLine) -> String {
    match &line.left {
        Some((on, Leaving::Deceased, _)) => short_date(*on),
        _ => String::new(),
    }
}

fn left_party(form: &Form, line: &MemberLine) -> String {
    match &line.left {
        Some((on, how, _)) => form.how.get(how).map_or_else(String::new, |said| {
            filled(&form.left, &[("date", short_date(*on)), ("how", said.clone())])
        }),
        None => String::new(),
    }
}

fn stands(form: &Form, line: &MemberLine) -> String {
    let Some((grade, state)) = line.stands else { return String::new() };
    let state = match state {
        StandingState::Exempt => form.exempt.clone(),
        StandingState::Away => form.away.clone(),
        StandingState::Suspended => form.suspended.clone(),
        _ => String::new(),
    };
    let grade = if grade == MemberGrade::Probationary { form.probationary.clone() } else { String::new() };
    lines([grade, state])
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn line(name: &str) -> MemberLine {
        MemberLine {
            profile: Profile {
                full_name: name.to_owned(),
                card_number: "00012345".to_owned(),
                admitted_on: Some(PartialDate::day(date(2015, 5, 19))),
                ..Profile::default()
            },
            stands: Some((MemberGrade::Official, StandingState::Active)),
            came: None,
            left: None,
        }
    }

    #[test]
    fn every_row_has_fourteen_columns_and_each_way_of_leaving_its_own() {
        let register = MemberRegister {
            superior: "Đảng bộ phường An Bình".to_owned(),
            cell: "Chi bộ Tổ dân phố số 5".to_owned(),
            on: date(2026, 11, 2),
            lines: vec![
                line("Lê Thị An"),
                MemberLine {
                    stands: None,
                    left: Some((date(2026, 10, 1), Leaving::Transferred, "Chi bộ Trường THCS".to_owned())),
                    ..line("Trần Văn Bình")
                },
                MemberLine {
                    stands: None,
                    left: Some((date(2026, 9, 1), Leaving::Deceased, String::new())),
                    ..line("Phạm Văn Chính")
                },
                MemberLine {
                    stands: None,
                    came: Some((date(2026, 1, 1), String::new())),
                    left: Some((date(2026, 8, 1), Leaving::Removed, String::new())),
                    ..line("Ngô Thị Dung")
                },
            ],
        };
        let composed = member_register(&register);
        assert_eq!(composed.columns.len(), 14);
        assert!(composed.rows.iter().all(|row| row.len() == 14));
        assert_eq!(composed.rows[0][6], "Vào Đảng 19/5/2015");
        assert_eq!(composed.rows[1][9], "01/10/2026, đến Chi bộ Trường THCS");
        assert_eq!(composed.rows[2][11], "01/9/2026");
        assert_eq!(
            (composed.rows[3][10].as_str(), composed.rows[3][12].as_str()),
            ("01/01/2026", "01/8/2026, xóa tên")
        );
        assert!(composed.total.contains("1 đảng viên (1 chính thức, 0 dự bị); 4 dòng"), "{}", composed.total);
        let at = nennep_domain::time::Instant::from_local(date(2026, 11, 2).at(8, 0, 0, 0));
        let pdf = super::super::register_pdf(&composed, at).unwrap();
        assert!(pdf.pages == 1 && pdf.unprintable.is_empty() && pdf.bytes.starts_with(b"%PDF"));
        let sheets =
            crate::sheets::read(&super::super::register_xlsx(&composed, at).unwrap(), "a.xlsx").unwrap();
        assert!(sheets[0].rows.iter().any(|cells| cells.len() == 14));
    }
}
