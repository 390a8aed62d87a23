//! Mẫu 10-SHĐ: a cell's register of introductions, in and out, official and temporary, and of contact with the cell of residence.

use std::sync::LazyLock;

use jiff::civil::Date;
use nennep_domain::{
    members::{MemberGrade, Profile},
    papers::letterhead::short_date,
};
use serde::Deserialize;

use super::{
    Column, Register,
    words::{filled, issuer, known, lines},
};

/// What a line of the register is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Introduction {
    /// Came officially from elsewhere.
    In,
    /// Went officially elsewhere.
    Out,
    /// Went away for a time.
    Away,
    /// Came for a time.
    Visiting,
    /// Came to keep contact where the member lives.
    Residence,
}

/// One introduction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntroductionLine {
    /// The day.
    pub on: Date,
    /// What it is about.
    pub kind: Introduction,
    /// Who.
    pub profile: Profile,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// Where from or where to; may be empty.
    pub place: String,
    /// The first day it no longer held, of a stay for a time.
    pub until: Option<Date>,
}

/// A cell's introductions up to a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntroductionRegister {
    /// The organisation above.
    pub superior: String,
    /// The cell.
    pub cell: String,
    /// The day.
    pub on: Date,
    /// The introductions, the earliest first.
    pub lines: Vec<IntroductionLine>,
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
    probationary: String,
    official: String,
    from: String,
    to: String,
    kind: Kinds,
    heading: Heading,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kinds {
    r#in: String,
    out: String,
    away: String,
    visiting: String,
    residence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Heading {
    number: String,
    on: String,
    name: String,
    card: String,
    grade: String,
    kind: String,
    place: String,
    until: String,
    note: String,
}

#[expect(clippy::expect_used, reason = "the form is part of the program, and a test reads it")]
static FORM: LazyLock<Form> = LazyLock::new(|| {
    toml::from_str(include_str!("../../templates/registers/introductions.toml")).expect("the form reads")
});

/// The register, composed.
pub fn introduction_register(register: &IntroductionRegister) -> Register {
    let form = &*FORM;
    let heading = &form.heading;
    let columns = [
        (&heading.number, 4),
        (&heading.on, 9),
        (&heading.name, 18),
        (&heading.card, 10),
        (&heading.grade, 9),
        (&heading.kind, 16),
        (&heading.place, 24),
        (&heading.until, 9),
        (&heading.note, 10),
    ];
    let date = short_date(register.on);
    let names = [("cell", register.cell.clone()), ("date", date.clone())];
    Register {
        title: form.title.clone(),
        summary: filled(&form.summary, &names),
        form: form.number.clone(),
        issuer: issuer(&register.superior, &register.cell),
        columns: columns.into_iter().map(|(heading, share)| Column::new(heading, share)).collect(),
        rows: (1_usize..).zip(&register.lines).map(|(n, line)| row(form, n, line)).collect(),
        empty: form.empty.clone(),
        total: filled(&form.total, &[("date", date), ("count", register.lines.len().to_string())]),
    }
}

fn row(form: &Form, n: usize, line: &IntroductionLine) -> Vec<String> {
    let profile = &line.profile;
    let born = profile.born_on.map(|born| filled(&form.born, &[("date", known(born))]));
    let (kind, place) = match line.kind {
        Introduction::In => (&form.kind.r#in, &form.from),
        Introduction::Out => (&form.kind.out, &form.to),
        Introduction::Away => (&form.kind.away, &form.to),
        Introduction::Visiting => (&form.kind.visiting, &form.from),
        Introduction::Residence => (&form.kind.residence, &form.from),
    };
    let place =
        if line.place.is_empty() { String::new() } else { filled(place, &[("place", line.place.clone())]) };
    let grade = if line.grade == MemberGrade::Official { &form.official } else { &form.probationary };
    vec![
        n.to_string(),
        short_date(line.on),
        lines([profile.full_name.clone(), born.unwrap_or_default()]),
        profile.card_number.clone(),
        grade.clone(),
        kind.clone(),
        place,
        line.until.map(short_date).unwrap_or_default(),
        String::new(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_kind_says_where_from_or_where_to() {
        let line = |kind, place: &str| IntroductionLine {
            on: date(2026, 9, 1),
            kind,
            profile: Profile { full_name: "Lê Thị An".to_owned(), ..Profile::default() },
            grade: MemberGrade::Official,
            place: place.to_owned(),
            until: (kind == Introduction::Away).then(|| date(2026, 12, 1)),
        };
        let register = IntroductionRegister {
            superior: "Đảng bộ phường An Bình".to_owned(),
            cell: "Chi bộ Tổ dân phố số 5".to_owned(),
            on: date(2026, 11, 2),
            lines: vec![
                line(Introduction::In, "Chi bộ Trường THCS"),
                line(Introduction::Out, "Chi bộ Văn phòng"),
                line(Introduction::Away, "Chi bộ Công ty"),
                line(Introduction::Residence, ""),
            ],
        };
        let composed = introduction_register(&register);
        let said: Vec<_> = composed.rows.iter().map(|row| (row[5].as_str(), row[6].as_str())).collect();
        assert_eq!(said[0], ("Chuyển đến chính thức", "Từ Chi bộ Trường THCS"));
        assert_eq!(said[1], ("Chuyển đi chính thức", "Đến Chi bộ Văn phòng"));
        assert_eq!((composed.rows[2][7].as_str(), said[3].1), ("01/12/2026", ""));
        assert!(composed.rows.iter().all(|row| row.len() == composed.columns.len()));
        let at = nennep_domain::time::Instant::from_local(date(2026, 11, 2).at(8, 0, 0, 0));
        let pdf = super::super::register_pdf(&composed, at).unwrap();
        assert!(pdf.pages == 1 && pdf.unprintable.is_empty());
    }
}
