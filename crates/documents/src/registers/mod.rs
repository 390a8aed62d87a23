//! Registers: wide tables of one row a person, as PDF and XLSX alike.

mod badges;
mod dues;
mod gone;
mod introductions;
mod loans;
mod members;
mod nominees;
mod words;

use nennep_domain::{sheets::Cell, time::Instant};
use rust_xlsxwriter::XlsxError;
use serde::{Deserialize, Serialize};
use serde_json::json;

pub use badges::{BadgeLine, BadgeList, BadgeRequest, badge_list, badge_request_pdf};
pub use dues::{DuesRegister, DuesRegisterLine, dues_register};
pub use gone::{Gone, gone_register};
pub use introductions::{Introduction, IntroductionLine, IntroductionRegister, introduction_register};
pub use loans::{LoanLine, LoanRegister, loan_register};
pub use members::{MemberLine, MemberRegister, member_register};
pub use nominees::{NomineeLine, NomineePlan, nominee_plan};
pub(crate) use words::{filled, issuer};

use crate::{
    papers::{Pdf, PressError, Template, print},
    sheets::{Table, write_xlsx},
};

/// A column of a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Its share of the width beside the others'.
    pub share: u32,
}

impl Column {
    fn new(heading: &str, share: u32) -> Self {
        Self { heading: heading.to_owned(), share }
    }
}

/// A register, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// The register's name, e.g. "Sổ danh sách đảng viên".
    pub title: String,
    /// What it is of and for which day.
    pub summary: String,
    /// The number of the form, e.g. "Mẫu 7-HSĐV".
    pub form: String,
    /// Who keeps it, line by line.
    pub issuer: Vec<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, as many texts each as there are columns.
    pub rows: Vec<Vec<String>>,
    /// What stands in place of rows where there are none.
    pub empty: String,
    /// The line of totals below.
    pub total: String,
}

/// The register as PDF/A, A4 lying down, headings on every page.
pub fn register_pdf(register: &Register, at: Instant) -> Result<Pdf, PressError> {
    let data = json!({
        "title": register.title,
        "summary": register.summary,
        "form": register.form,
        "issuer": register.issuer,
        "columns": register.columns,
        "rows": register.rows,
        "empty": register.empty,
        "total": register.total,
    });
    let source = include_str!("../../templates/registers/register.typ");
    print(Template { name: "register.typ", source }, data, at)
}

/// The register as XLSX: the same rows, every cell as text.
pub fn register_xlsx(register: &Register, at: Instant) -> Result<Vec<u8>, XlsxError> {
    let mut title = register.issuer.clone();
    title.extend([
        register.form.clone(),
        register.title.clone(),
        register.summary.clone(),
        register.total.clone(),
    ]);
    let cell = |text: &String| if text.is_empty() { Cell::Empty } else { Cell::Text(text.clone()) };
    write_xlsx(&Table {
        name: register.form.clone(),
        title: title.into_iter().filter(|line| !line.is_empty()).collect(),
        headings: register.columns.iter().map(|column| column.heading.clone()).collect(),
        rows: register.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        made_at: at,
    })
}
