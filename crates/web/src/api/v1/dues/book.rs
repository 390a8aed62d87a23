//! A cell's dues book of a month.

use axum::Json;
use nennep_app::dues as app;
use nennep_domain::{ids::OrganisationId, rules::Hundredths};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::{DuesCategory, Receipt, Remittance};
use crate::{
    api::{
        Caller,
        body::At,
        routes::Api,
        spoken::{Said, Spoken},
        v1::{Answer, members::CellName},
        values::{Moment, Month},
    },
    words::Words,
};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(show_dues))
}

/// One member of a cell's book of a month.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DuesLine {
    /// The member.
    pub member: Uuid,
    /// Full name.
    pub name: String,
    /// By what the dues are reckoned, where that was stated.
    pub category: Option<DuesCategory>,
    /// What is owed, in đồng; none while it cannot be reckoned.
    pub owed_dong: Option<i64>,
    /// What was paid for the month, in đồng.
    pub paid_dong: i64,
    /// Why so much is owed, or what is missing; none of a closed month.
    pub why: Option<Said>,
    /// The rule document and article it rests on.
    pub rule: Option<String>,
    /// The good reason why nothing was paid.
    pub excuse: Option<String>,
    /// The months of this year that count as unpaid.
    pub unpaid_months: Vec<Month>,
}

/// A cell's dues book of one month.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DuesBook {
    /// The cell.
    pub cell: CellName,
    /// The month.
    pub month: Month,
    /// Whoever owes dues in it, by given name.
    pub lines: Vec<DuesLine>,
    /// What is owed in all, in đồng.
    pub owed_dong: i64,
    /// What was paid for this month, in đồng.
    pub paid_dong: i64,
    /// What reached the cell on the days of the month, in đồng.
    pub collected_dong: i64,
    /// The share that goes up, in percent.
    #[serde(serialize_with = "Hundredths::as_decimal")]
    #[schema(value_type = f64)]
    pub share_sent_up_percent: Hundredths,
    /// What goes up, in đồng.
    pub to_send_dong: i64,
    /// When the month was closed.
    pub closed_at: Option<Moment>,
    /// Receipts of the days of the month.
    pub receipts: Vec<Receipt>,
    /// What was sent up.
    pub remittances: Vec<Remittance>,
}

impl DuesBook {
    /// A book in the language of these words.
    pub fn of(w: Words, book: &app::DuesBook) -> Self {
        Self {
            cell: CellName { id: book.cell.id.0, code: book.cell.code.clone(), name: book.cell.name.clone() },
            month: book.month.into(),
            lines: book.lines.iter().map(|line| DuesLine::of(w, line)).collect(),
            owed_dong: book.owed(),
            paid_dong: book.paid(),
            collected_dong: book.collected,
            share_sent_up_percent: book.closed.map_or(book.share.value, |closed| closed.share),
            to_send_dong: book.to_send(),
            closed_at: book.closed.map(|closed| closed.closed_at.into()),
            receipts: book.receipts.iter().map(|(receipt, _)| receipt.into()).collect(),
            remittances: book.remittances.iter().map(Remittance::from).collect(),
        }
    }
}

impl DuesLine {
    fn of(w: Words, line: &app::DuesLine) -> Self {
        Self {
            member: line.member.0,
            name: line.name.clone(),
            category: line.basis.as_ref().map(|basis| basis.category.into()),
            owed_dong: line.paid.owed,
            paid_dong: line.paid.paid,
            why: line.said.as_ref().map(|said| Said::of(w, said)),
            rule: line.citation.as_ref().map(ToString::to_string),
            excuse: line.excuse.clone(),
            unpaid_months: line.arrears.iter().map(|month| (*month).into()).collect(),
        }
    }
}

/// A cell's dues book of a month, member by member.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/dues/{month}", tag = "dues",
    responses((status = 200, body = DuesBook)))]
async fn show_dues(
    Caller(ctx): Caller,
    Spoken(w): Spoken,
    At((cell, month)): At<(OrganisationId, Month)>,
) -> Answer<DuesBook> {
    Ok(Json(DuesBook::of(w, &app::of_cell(&ctx, cell, month.0).await?)))
}
