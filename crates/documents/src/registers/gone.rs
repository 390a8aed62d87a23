//! Registers of members who left the Party, and of those who died (01-HD/TW 2021, §8).

use std::{collections::BTreeMap, sync::LazyLock};

use nennep_domain::{
    members::{Leaving, Sex},
    papers::letterhead::short_date,
    time::PartialDate,
};
use serde::Deserialize;

use super::{
    Column, MemberLine, MemberRegister, Register,
    words::{filled, issuer, known, lines},
};

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    /// Resigned, removed from the list, expelled.
    Left,
    /// Died.
    Deceased,
}

impl Gone {
    const fn counts(self, how: Leaving) -> bool {
        match self {
            Self::Left => matches!(how, Leaving::Resigned | Leaving::Removed | Leaving::Expelled),
            Self::Deceased => matches!(how, Leaving::Deceased),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    empty: String,
    total: String,
    summary: String,
    born: String,
    joined: String,
    recognised: String,
    card: String,
    cv: String,
    badge: String,
    home: String,
    residence: String,
    left: Titles,
    deceased: Titles,
    how: BTreeMap<Leaving, String>,
    heading: Heading,
    sex: BTreeMap<Sex, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Titles {
    number: String,
    title: String,
    on: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Heading {
    number: String,
    name: String,
    sex: String,
    home: String,
    joined: String,
    numbers: String,
    how: String,
    note: String,
}

#[expect(clippy::expect_used, reason = "the form is part of the program, and a test reads it")]
static FORM: LazyLock<Form> = LazyLock::new(|| {
    toml::from_str(include_str!("../../templates/registers/gone.toml")).expect("the form reads")
});

/// The register, composed: whoever of a cell's register left so, the earliest first.
pub fn gone_register(register: &MemberRegister, gone: Gone) -> Register {
    let form = &*FORM;
    let titles = if gone == Gone::Left { &form.left } else { &form.deceased };
    let mut found: Vec<(&MemberLine, jiff::civil::Date, Leaving)> = register
        .lines
        .iter()
        .filter_map(|line| {
            let (on, how, _) = line.left.as_ref()?;
            gone.counts(*how).then_some((line, *on, *how))
        })
        .collect();
    found.sort_by_key(|(_, on, _)| *on);
    let heading = &form.heading;
    let columns = [
        (&heading.number, 4),
        (&heading.name, 16),
        (&heading.sex, 8),
        (&heading.home, 20),
        (&heading.joined, 14),
        (&heading.numbers, 14),
        (&titles.on, 10),
        (&heading.how, 12),
        (&heading.note, 12),
    ];
    let date = short_date(register.on);
    let names = [("cell", register.cell.clone()), ("date", date.clone())];
    Register {
        title: titles.title.clone(),
        summary: filled(&form.summary, &names),
        form: titles.number.clone(),
        issuer: issuer(&register.superior, &register.cell),
        columns: columns.into_iter().map(|(heading, share)| Column::new(heading, share)).collect(),
        total: filled(&form.total, &[("date", date), ("count", found.len().to_string())]),
        rows: (1_usize..).zip(found).map(|(n, (line, on, how))| row(form, n, line, on, how)).collect(),
        empty: form.empty.clone(),
    }
}

fn row(form: &Form, n: usize, line: &MemberLine, on: jiff::civil::Date, how: Leaving) -> Vec<String> {
    let profile = &line.profile;
    let with = |words: &str, name: &'static str, value: &str| {
        if value.is_empty() { String::new() } else { filled(words, &[(name, value.to_owned())]) }
    };
    let dated =
        |words: &str, day: Option<PartialDate>| with(words, "date", &day.map(known).unwrap_or_default());
    vec![
        n.to_string(),
        lines([profile.full_name.clone(), profile.other_names.clone(), dated(&form.born, profile.born_on)]),
        lines([
            profile.sex.and_then(|sex| form.sex.get(&sex).cloned()).unwrap_or_default(),
            profile.ethnicity.clone(),
        ]),
        lines([
            with(&form.home, "place", &profile.home_place),
            with(&form.residence, "place", &profile.residence),
        ]),
        lines([dated(&form.joined, profile.admitted_on), dated(&form.recognised, profile.official_on)]),
        lines([
            with(&form.card, "number", &profile.card_number),
            with(&form.cv, "number", &profile.cv_number),
            with(&form.badge, "number", &profile.badge_number),
        ]),
        short_date(on),
        form.how.get(&how).cloned().unwrap_or_default(),
        profile.note.clone(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use nennep_domain::members::Profile;

    #[test]
    fn each_register_has_its_own_and_the_earliest_first() {
        let line = |name: &str, left| MemberLine {
            profile: Profile { full_name: name.to_owned(), ..Profile::default() },
            stands: None,
            came: None,
            left,
        };
        let register = MemberRegister {
            superior: "Đảng bộ phường An Bình".to_owned(),
            cell: "Chi bộ Tổ dân phố số 5".to_owned(),
            on: date(2026, 11, 2),
            lines: vec![
                line("Lê Thị An", None),
                line("Trần Văn Bình", Some((date(2026, 9, 1), Leaving::Removed, String::new()))),
                line("Phạm Văn Chính", Some((date(2026, 8, 1), Leaving::Resigned, String::new()))),
                line("Ngô Thị Dung", Some((date(2026, 7, 1), Leaving::Deceased, String::new()))),
                line("Vũ Văn Đức", Some((date(2026, 6, 1), Leaving::Transferred, String::new()))),
            ],
        };
        let left = gone_register(&register, Gone::Left);
        let names: Vec<_> = left.rows.iter().map(|row| (row[1].as_str(), row[7].as_str())).collect();
        assert_eq!(names, [("Phạm Văn Chính", "Xin ra khỏi Đảng"), ("Trần Văn Bình", "Xóa tên")]);
        assert!(left.rows.iter().all(|row| row.len() == left.columns.len()));
        let deceased = gone_register(&register, Gone::Deceased);
        assert_eq!((deceased.rows.len(), deceased.rows[0][6].as_str()), (1, "01/7/2026"));
        assert!(deceased.total.contains("1 đồng chí"), "{}", deceased.total);
        let at = nennep_domain::time::Instant::from_local(date(2026, 11, 2).at(8, 0, 0, 0));
        for one in [&left, &deceased] {
            let pdf = super::super::register_pdf(one, at).unwrap();
            assert!(pdf.pages == 1 && pdf.unprintable.is_empty());
            assert!(super::super::register_xlsx(one, at).unwrap().starts_with(b"PK"));
        }
    }
}
