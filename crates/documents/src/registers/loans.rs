//! The register of members' files lent out (01-HD/TW 2021 §8: one of a cell's four registers).

use std::sync::LazyLock;

use jiff::civil::Date;
use nennep_domain::{
    members::{Profile, loan::Loan},
    papers::letterhead::short_date,
};
use serde::Deserialize;

use super::{
    Column, Register,
    words::{filled, issuer},
};

/// One lending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanLine {
    /// Whose file.
    pub profile: Profile,
    /// The lending, as it stood on the register's day.
    pub loan: Loan,
}

/// A cell's lendings up to a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanRegister {
    /// The organisation above.
    pub superior: String,
    /// The cell.
    pub cell: String,
    /// The day.
    pub on: Date,
    /// The lendings, the earliest first.
    pub lines: Vec<LoanLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    title: String,
    summary: String,
    empty: String,
    total: String,
    overdue: String,
    heading: Heading,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Heading {
    number: String,
    name: String,
    card: String,
    borrower: String,
    reason: String,
    lent: String,
    due: String,
    returned: String,
    note: String,
}

#[expect(clippy::expect_used, reason = "the form is part of the program, and a test reads it")]
static FORM: LazyLock<Form> = LazyLock::new(|| {
    toml::from_str(include_str!("../../templates/registers/loans.toml")).expect("the form reads")
});

/// The register, composed.
pub fn loan_register(register: &LoanRegister) -> Register {
    let form = &*FORM;
    let heading = &form.heading;
    let columns = [
        (&heading.number, 4),
        (&heading.name, 18),
        (&heading.card, 10),
        (&heading.borrower, 20),
        (&heading.reason, 20),
        (&heading.lent, 9),
        (&heading.due, 9),
        (&heading.returned, 9),
        (&heading.note, 12),
    ];
    let date = short_date(register.on);
    let out = register.lines.iter().filter(|line| line.loan.returned_on.is_none()).count();
    let total =
        [("date", date.clone()), ("count", register.lines.len().to_string()), ("out", out.to_string())];
    Register {
        title: form.title.clone(),
        summary: filled(&form.summary, &[("cell", register.cell.clone()), ("date", date)]),
        form: String::new(),
        issuer: issuer(&register.superior, &register.cell),
        columns: columns.into_iter().map(|(heading, share)| Column::new(heading, share)).collect(),
        rows: (1_usize..).zip(&register.lines).map(|(n, line)| row(form, n, line, register.on)).collect(),
        empty: form.empty.clone(),
        total: filled(&form.total, &total),
    }
}

fn row(form: &Form, n: usize, line: &LoanLine, on: Date) -> Vec<String> {
    let loan = &line.loan;
    vec![
        n.to_string(),
        line.profile.full_name.clone(),
        line.profile.card_number.clone(),
        loan.borrower.clone(),
        loan.reason.clone(),
        short_date(loan.lent_on),
        short_date(loan.due_on),
        loan.returned_on.map(short_date).unwrap_or_default(),
        if loan.is_overdue(on) { form.overdue.clone() } else { String::new() },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_register_says_what_is_out_and_what_is_late() {
        const NIL: &str = "00000000-0000-0000-0000-000000000000";
        let loan = |returned_on| LoanLine {
            profile: Profile { full_name: "Lê Thị An".to_owned(), ..Profile::default() },
            loan: Loan {
                id: NIL.parse().unwrap(),
                member: NIL.parse().unwrap(),
                cell: NIL.parse().unwrap(),
                borrower: "Ban Tổ chức".to_owned(),
                reason: "Xét huy hiệu".to_owned(),
                lent_on: date(2026, 10, 1),
                due_on: date(2026, 10, 10),
                returned_on,
            },
        };
        let register = LoanRegister {
            superior: "Đảng bộ phường An Bình".to_owned(),
            cell: "Chi bộ Tổ dân phố số 5".to_owned(),
            on: date(2026, 11, 2),
            lines: vec![loan(Some(date(2026, 10, 9))), loan(None)],
        };
        let composed = loan_register(&register);
        assert_eq!((composed.rows[0][7].as_str(), composed.rows[0][8].as_str()), ("09/10/2026", ""));
        assert_eq!((composed.rows[1][7].as_str(), composed.rows[1][8].as_str()), ("", "Quá hạn"));
        assert!(composed.total.contains("2 lần") && composed.total.contains("1 hồ sơ"));
        assert!(composed.rows.iter().all(|row| row.len() == composed.columns.len()));
        let at = nennep_domain::time::Instant::from_local(date(2026, 11, 2).at(8, 0, 0, 0));
        let pdf = super::super::register_pdf(&composed, at).unwrap();
        assert!(pdf.pages == 1 && pdf.unprintable.is_empty());
    }
}
