//! One organisation as it stood on another day: where, called what, led by whom, with what below it.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use nennep_app::{
    Ctx,
    organisations::{self, Filter},
};
use nennep_domain::{
    ids::OrganisationId,
    problems::{Problems, Sentence},
};

use super::one::{Below, of_below, pairs, titled};
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Page},
    pages::offices::TermLine,
};

/// So many organisations below are named.
const MOST_BELOW: u32 = 200;

#[derive(Template)]
#[template(path = "organisations/then.html")]
struct ThenPage {
    page: Page,
    id: OrganisationId,
    on: String,
    problems: Problems,
    shown: String,
    pairs: Vec<(String, String)>,
    holders: Vec<TermLine>,
    below: Vec<Below>,
}

/// The page of that day; a day to come, or one on which it did not exist, is said, and today is shown.
pub(super) async fn show(
    ctx: &Ctx,
    page: Page,
    id: OrganisationId,
    asked: &Typed,
) -> Result<Response, Failure> {
    let (w, today) = (page.w, page.now.date());
    let mut problems = Problems::default();
    let on = asked.date("on", &mut problems).unwrap_or(today);
    if on > today {
        problems.add("on", Sentence::new("lineage-then-to-come"));
    }
    let on = on.min(today);
    let view = match organisations::show_on(ctx, id, on).await {
        Err(nennep_app::Error::NotFound) => {
            problems.add("on", Sentence::new("lineage-then-not-yet"));
            organisations::show(ctx, id).await?
        }
        other => other?,
    };
    let filter = Filter { within: Some(id), on: Some(on), limit: MOST_BELOW, ..Filter::default() };
    let mut below = organisations::list(ctx, filter).await?;
    below.retain(|one| one.parent == Some(id));
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let date = w.date(on);
    Ok(layout::page(
        status,
        &ThenPage {
            id,
            on: asked.get("on").to_owned(),
            problems,
            shown: w.with("lineage-then", &[("date", date.as_str().into())]),
            pairs: pairs(w, &view),
            holders: view.holders.iter().map(|holder| TermLine::of(&page, holder, "")).collect(),
            below: below.iter().map(|one| of_below(w, one)).collect(),
            page: titled(page, &view),
        },
    ))
}
