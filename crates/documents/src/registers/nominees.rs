//! The succession plan as a list: who is put forward for which office, and the make-up asked for and reached.

use std::{collections::BTreeMap, sync::LazyLock};

use jiff::civil::Date;
use nennep_domain::{
    accounts::Office,
    nominees::{MakeUp, Target},
    papers::letterhead::short_date,
    time::PartialDate,
};
use serde::Deserialize;

use super::{
    Column, Register,
    words::{filled, known, lines},
};

/// Somebody in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NomineeLine {
    /// The organisation whose office it is.
    pub place: String,
    /// The office.
    pub office: Office,
    /// The name.
    pub name: String,
    /// Whether the member is a woman, if known.
    pub is_woman: Option<bool>,
    /// The date of birth, as far as it is known.
    pub born_on: Option<PartialDate>,
    /// Whether the member manages in the unit.
    pub manager: bool,
    /// Whether the member is a skilled worker.
    pub skilled: bool,
    /// The day the member was put forward.
    pub put_forward_on: Date,
    /// The day the superior agreed.
    pub agreed_on: Option<Date>,
    /// What speaks for it.
    pub note: String,
}

/// The plan of an organisation for a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NomineePlan {
    /// The organisation.
    pub organisation: String,
    /// The term.
    pub term: String,
    /// Who stands in it.
    pub lines: Vec<NomineeLine>,
    /// What was asked for, and how many there are.
    pub asked: Vec<(Target, u32)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    title: String,
    number: String,
    summary: String,
    empty: String,
    total: String,
    woman: String,
    manager: String,
    skilled: String,
    asked: String,
    headings: Vec<String>,
    office: BTreeMap<String, String>,
    make_up: BTreeMap<MakeUp, String>,
}

#[expect(clippy::expect_used, reason = "the form is part of the program, and a test reads it")]
static FORM: LazyLock<Form> = LazyLock::new(|| {
    toml::from_str(include_str!("../../templates/registers/nominees.toml")).expect("the form reads")
});

const SHARES: [u32; 8] = [4, 22, 14, 20, 12, 12, 12, 22];

/// The plan, composed.
pub fn nominee_plan(plan: &NomineePlan) -> Register {
    let form = &*FORM;
    let asked = plan.asked.iter().map(|(target, reached)| {
        let of = form.make_up.get(&target.of).cloned().unwrap_or_default();
        let of = filled(&of, &[("age", target.under_age.unwrap_or_default())]);
        let (asked, reached) = (target.count.to_string(), reached.to_string());
        filled(&form.asked, &[("of", of), ("asked", asked), ("reached", reached)])
    });
    let total = filled(&form.total, &[("count", plan.lines.len())]);
    let total: Vec<String> = std::iter::once(total).chain(asked).collect();
    let names = [("organisation", plan.organisation.clone()), ("term", plan.term.clone())];
    Register {
        title: form.title.clone(),
        summary: filled(&form.summary, &names),
        form: form.number.clone(),
        issuer: vec![plan.organisation.clone()],
        columns: form
            .headings
            .iter()
            .zip(SHARES)
            .map(|(heading, share)| Column::new(heading, share))
            .collect(),
        rows: (1_usize..).zip(&plan.lines).map(|(n, line)| row(form, n, line)).collect(),
        empty: form.empty.clone(),
        total: total.join(" "),
    }
}

fn row(form: &Form, n: usize, line: &NomineeLine) -> Vec<String> {
    let said = |is: bool, words: &str| if is { words.to_owned() } else { String::new() };
    vec![
        n.to_string(),
        line.place.clone(),
        form.office.get(line.office.as_str()).cloned().unwrap_or_default(),
        line.name.clone(),
        line.born_on.map(known).unwrap_or_default(),
        lines([
            said(line.is_woman == Some(true), &form.woman),
            said(line.manager, &form.manager),
            said(line.skilled, &form.skilled),
        ]),
        lines([short_date(line.put_forward_on), line.agreed_on.map(short_date).unwrap_or_default()]),
        line.note.clone(),
    ]
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_plan_is_written_both_ways() {
        let line = NomineeLine {
            place: "Chi bộ Tổ dân phố số 5".to_owned(),
            office: Office::Deputy,
            name: "Lê Thị An".to_owned(),
            is_woman: Some(true),
            born_on: None,
            manager: false,
            skilled: true,
            put_forward_on: date(2026, 9, 1),
            agreed_on: Some(date(2026, 10, 1)),
            note: String::new(),
        };
        let target = Target { of: MakeUp::Young, count: 2, under_age: Some(40) };
        let plan = NomineePlan {
            organisation: "Đảng bộ phường An Bình".to_owned(),
            term: "2025-2030".to_owned(),
            lines: vec![line],
            asked: vec![(target, 1)],
        };
        let register = nominee_plan(&plan);
        assert_eq!(register.columns.len(), SHARES.len());
        assert_eq!((register.rows[0].len(), register.rows[0][2].as_str()), (SHARES.len(), "Phó bí thư"));
        assert!(
            register.rows[0][5].contains("Nữ") && register.total.contains("dưới 40 tuổi: 1/2"),
            "{}",
            register.total
        );
        let at = nennep_domain::time::Instant::from_local(date(2026, 11, 2).at(8, 0, 0, 0));
        let pdf = super::super::register_pdf(&register, at).unwrap();
        assert!(pdf.pages == 1 && pdf.unprintable.is_empty());
        assert!(super::super::register_xlsx(&register, at).unwrap().starts_with(b"PK"));
    }
}
