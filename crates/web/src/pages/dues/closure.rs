//! Closing a month of the dues book: what will stand is shown first.

use askama::Template;
use axum::response::Response;
use nennep_app::{App, dues};
use nennep_domain::{
    ids::OrganisationId,
    problems::{Refusal as _, Sentence},
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
#[template(path = "dues/closure.html")]
struct ClosurePage {
    page: Page,
    action: String,
    back: String,
    collected: String,
    to_send: String,
    /// Whose month would count as unpaid.
    unpaid: Vec<String>,
    /// The month is not over yet.
    is_early: bool,
    refused: Option<String>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/cells/{cell}/dues/{month}/closure", ask)
        .post("/cells/{cell}/dues/{month}/closure", close)
        .delete("/cells/{cell}/dues/{month}/closure", open_again)
}

async fn ask(
    Asker(ctx): Asker,
    page: Page,
    At((cell, month)): At<(OrganisationId, Month)>,
) -> Result<Response, Failure> {
    let book = dues::of_cell(&ctx, cell, month).await?;
    if !book.keeps {
        return Err(Failure::forbidden());
    }
    let (w, today) = (page.w, ctx.now().date());
    let back = book_path(cell, month);
    if book.closed.is_some() {
        return Ok(see_other(&back, None));
    }
    let unpaid = book.lines.iter().filter(|line| {
        line.paid.paid == 0 && line.excuse.is_none() && line.paid.owed.is_some_and(|owed| owed > 0)
    });
    let title = w.with("dues-book-title", &[("month", w.month(month).into())]);
    Ok(layout::show(&ClosurePage {
        action: format!("{back}/closure"),
        collected: dong(w, book.collected),
        to_send: dong(w, book.to_send()),
        unpaid: unpaid.map(|line| line.name.clone()).collect(),
        is_early: month.last_day() > today,
        refused: book.cannot_close(today).map(|refused| w.say(&refused.sentence())),
        page: page
            .at(Place::Books)
            .titled(w.with("dues-close-title", &[("month", w.month(month).into())]))
            .led(book.cell.name.as_str())
            .under(title, back.clone()),
        back,
    }))
}

async fn close(
    Asker(ctx): Asker,
    At((cell, month)): At<(OrganisationId, Month)>,
) -> Result<Response, Failure> {
    dues::close(&ctx, cell, month).await?;
    let path = book_path(cell, month);
    let flash = Flash::done(&Sentence::new("dues-closed")).undone_by(format!("{path}/closure"));
    Ok(see_other(&path, Some(&flash)))
}

async fn open_again(
    Asker(ctx): Asker,
    At((cell, month)): At<(OrganisationId, Month)>,
) -> Result<Response, Failure> {
    dues::open_again(&ctx, cell, month).await?;
    let flash = Flash::done(&Sentence::new("dues-opened-again"));
    Ok(see_other(&book_path(cell, month), Some(&flash)))
}
