//! The dues book of a cell for one year: one row a member, one column a month, in đồng.

use std::sync::LazyLock;

use nennep_domain::time::Month;
use serde::Deserialize;

use super::{
    Column, Register,
    words::{filled, issuer},
};

/// A cell's dues of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuesRegister {
    /// The organisation above.
    pub superior: String,
    /// The cell.
    pub cell: String,
    /// The year.
    pub year: i16,
    /// Whoever owes or paid dues in it.
    pub lines: Vec<DuesRegisterLine>,
    /// How many of its months are closed.
    pub closed: usize,
    /// What reached the cell in those, in đồng.
    pub collected: i64,
    /// What of it goes up, in đồng.
    pub to_send: i64,
}

/// One member of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuesRegisterLine {
    /// Full name.
    pub name: String,
    /// What was paid for each of the twelve months, in đồng.
    pub months: Vec<i64>,
    /// The months that count as unpaid.
    pub arrears: Vec<Month>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    number: String,
    title: String,
    summary: String,
    empty: String,
    total: String,
    unpaid: String,
    number_heading: String,
    name_heading: String,
    sum_heading: String,
    note_heading: String,
    sum: String,
}

#[expect(clippy::expect_used, reason = "the form is part of the program, and a test reads it")]
static FORM: LazyLock<Form> = LazyLock::new(|| {
    toml::from_str(include_str!("../../templates/registers/dues.toml")).expect("the form reads")
});

/// The book, composed: number, name, twelve months, the sum, a remark; the last row adds the columns up.
pub fn dues_register(register: &DuesRegister) -> Register {
    let form = &*FORM;
    let mut columns = vec![Column::new(&form.number_heading, 5), Column::new(&form.name_heading, 24)];
    columns.extend((1..=12).map(|n: u8| Column::new(&n.to_string(), 10)));
    columns.extend([Column::new(&form.sum_heading, 12), Column::new(&form.note_heading, 16)]);
    let mut rows: Vec<Vec<String>> =
        (1_usize..).zip(&register.lines).map(|(n, line)| row(form, n, line)).collect();
    let paid: i64 = register.lines.iter().flat_map(|line| &line.months).sum();
    if !rows.is_empty() {
        let month = |n: usize| register.lines.iter().filter_map(|line| line.months.get(n)).sum();
        let mut sums = vec![String::new(), form.sum.clone()];
        sums.extend((0..12).map(|n| dong(month(n))));
        sums.extend([dong(paid), String::new()]);
        rows.push(sums);
    }
    let year = register.year.to_string();
    let total = [
        ("year", year.clone()),
        ("members", register.lines.len().to_string()),
        ("paid", said(paid)),
        ("closed", register.closed.to_string()),
        ("collected", said(register.collected)),
        ("to_send", said(register.to_send)),
    ];
    Register {
        title: filled(&form.title, &[("year", year)]),
        summary: filled(&form.summary, &[("cell", register.cell.clone())]),
        form: form.number.clone(),
        issuer: issuer(&register.superior, &register.cell),
        columns,
        rows,
        empty: form.empty.clone(),
        total: filled(&form.total, &total),
    }
}

fn row(form: &Form, n: usize, line: &DuesRegisterLine) -> Vec<String> {
    let mut cells = vec![n.to_string(), line.name.clone()];
    cells.extend((0..12).map(|n| dong(line.months.get(n).copied().unwrap_or_default())));
    cells.push(dong(line.months.iter().sum()));
    let arrears: Vec<String> = line.arrears.iter().map(|month| month.number().to_string()).collect();
    let note = filled(&form.unpaid, &[("months", arrears.join(", "))]);
    cells.push(if arrears.is_empty() { String::new() } else { note });
    cells
}

/// An amount as books write it: `12.420`; nothing where nothing was paid.
fn dong(amount: i64) -> String {
    if amount == 0 { String::new() } else { said(amount) }
}

fn said(amount: i64) -> String {
    let digits = amount.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn line(name: &str, first: i64, arrears: &[&str]) -> DuesRegisterLine {
        let mut months = vec![0; 12];
        months[0] = first;
        let arrears = arrears.iter().map(|month| month.parse().unwrap()).collect();
        DuesRegisterLine { name: name.to_owned(), months, arrears }
    }

    #[test]
    fn the_book_adds_up() {
        let register = DuesRegister {
            superior: "Đảng bộ phường An Bình".to_owned(),
            cell: "Chi bộ Tổ dân phố số 5".to_owned(),
            year: 2026,
            lines: vec![line("Lê Thị An", 12_420, &[]), line("Trần Văn Bình", 0, &["2026-02", "2026-03"])],
            closed: 3,
            collected: 1_012_420,
            to_send: 708_694,
        };
        let composed = dues_register(&register);
        assert!(composed.columns.len() == 16 && composed.rows.iter().all(|row| row.len() == 16));
        assert_eq!((composed.rows[0][2].as_str(), composed.rows[0][14].as_str()), ("12.420", "12.420"));
        assert_eq!(composed.rows[1][15], "Chưa đóng: tháng 2, 3");
        assert_eq!((composed.rows[2][2].as_str(), composed.rows[2][3].as_str()), ("12.420", ""));
        assert!(composed.total.contains("2 đảng viên, đã đóng 12.420 đồng"), "{}", composed.total);
        assert!(
            composed.total.contains("thu 1.012.420 đồng, phải nộp lên 708.694 đồng"),
            "{}",
            composed.total
        );
        let at = nennep_domain::time::Instant::from_local(date(2026, 12, 1).at(8, 0, 0, 0));
        let pdf = super::super::register_pdf(&composed, at).unwrap();
        assert!(pdf.pages == 1 && pdf.unprintable.is_empty() && pdf.bytes.starts_with(b"%PDF"));
        let sheets =
            crate::sheets::read(&super::super::register_xlsx(&composed, at).unwrap(), "a.xlsx").unwrap();
        assert!(sheets[0].rows.iter().any(|cells| cells.len() == 16));
        let none = dues_register(&DuesRegister { lines: Vec::new(), ..register });
        assert!(none.rows.is_empty() && !none.empty.is_empty());
    }
}
