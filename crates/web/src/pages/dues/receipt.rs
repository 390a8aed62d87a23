//! One receipt: shown, printed, struck out.

use askama::Template;
use axum::response::Response;
use nennep_app::{App, dues};
use nennep_domain::{
    ids::{OrganisationId, ReceiptId},
    problems::Sentence,
    time::Month,
};

use super::{book_path, dong};
use crate::{
    errors::Failure,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "dues/receipt.html")]
struct ReceiptPage {
    page: Page,
    id: ReceiptId,
    cell: String,
    number: String,
    member: String,
    day: String,
    way: String,
    note: String,
    months: Vec<(String, String)>,
    dong: String,
    is_withdrawn: bool,
    can_be_withdrawn: bool,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/receipts/{receipt}", show).delete("/receipts/{receipt}", withdraw)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<ReceiptId>) -> Result<Response, Failure> {
    let view = dues::receipt(&ctx, id).await?;
    let (w, receipt) = (page.w, &view.receipt);
    let title = match receipt.number {
        Some(number) => w.with(
            "dues-receipt-title",
            &[("number", number.into()), ("year", receipt.paid_on.year().to_string().into())],
        ),
        None => w.t("dues-receipt-without-number"),
    };
    let page = page.at(Place::Books).titled(title).under(w.t("dues-title"), "/dues");
    Ok(layout::show(&ReceiptPage {
        id,
        cell: view.cell.name.clone(),
        number: receipt.number.map(|number| w.number(number)).unwrap_or_default(),
        member: view.name.clone(),
        day: w.date(receipt.paid_on),
        way: w.one_of("dues-way", receipt.way.as_str()),
        note: receipt.note.clone(),
        months: receipt.months.iter().map(|(month, part)| (w.month(*month), dong(w, *part))).collect(),
        dong: dong(w, receipt.dong()),
        is_withdrawn: receipt.withdrawn_at.is_some(),
        can_be_withdrawn: view.can_be_withdrawn,
        page,
    }))
}

async fn withdraw(Asker(ctx): Asker, At(id): At<ReceiptId>) -> Result<Response, Failure> {
    let receipt = dues::withdraw(&ctx, id).await?;
    let cell: OrganisationId = receipt.cell;
    let flash = Flash::done(&Sentence::new("dues-payment-withdrawn"));
    Ok(see_other(&book_path(cell, Month::of(receipt.paid_on)), Some(&flash)))
}
