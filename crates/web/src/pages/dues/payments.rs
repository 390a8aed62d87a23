//! Entering for several members at once that they paid a month in full.

use axum::{extract::Form, response::Response};
use nennep_app::{App, Error, dues};
use nennep_domain::{
    dues::PaymentWay,
    ids::{MemberId, OrganisationId},
    problems::{Problems, Sentence},
    time::Month,
};

use super::{book, book_path};
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

/// A ticked line's field begins so; the member's id follows.
const TICK: &str = "pays-";

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().post("/cells/{cell}/dues/{month}/payments", pay)
}

async fn pay(
    Asker(ctx): Asker,
    page: Page,
    At((cell, month)): At<(OrganisationId, Month)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let ticked = typed.fields().filter_map(|(field, _)| field.strip_prefix(TICK)?.parse().ok());
    let members: Vec<MemberId> = ticked.collect();
    let paid_on = typed.date("paid_on", &mut problems);
    if paid_on.is_none() && problems.0.is_empty() {
        problems.add("paid_on", Sentence::new("field-date-unreadable"));
    }
    if members.is_empty() {
        problems.add("", Sentence::new("dues-nobody-ticked"));
    }
    let (Some(paid_on), true) = (paid_on, problems.0.is_empty()) else {
        return book::shown(&ctx, page, (cell, month), None, problems).await;
    };
    let way = typed.read("way").unwrap_or(PaymentWay::Cash);
    match dues::pay_all(&ctx, cell, month, &members, paid_on, way).await {
        Ok(entered) => {
            let flash = Flash::done(&Sentence::new("dues-entered").with("count", entered));
            Ok(see_other(&book_path(cell, month), Some(&flash)))
        }
        Err(Error::Refused(refusal)) => {
            let problems = Problems::one("paid_on", refusal.sentence());
            book::shown(&ctx, page, (cell, month), None, problems).await
        }
        Err(other) => Err(other.into()),
    }
}
