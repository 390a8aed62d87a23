//! What the cells below a committee collected of a month, sent up, and what was received.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx,
    dues::{self, CellDues, CommitteeDues},
};
use nennep_domain::{
    ids::{OrganisationId, RemittanceId},
    problems::Problems,
    time::Month,
};

use super::dong;
use crate::{
    components::Pager,
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

/// How many cells one leaf shows.
const LEAF: usize = 50;

struct Sent {
    id: RemittanceId,
    said: String,
    dong: i64,
    received: Option<String>,
}

struct Line {
    cell: String,
    path: Option<String>,
    members: u32,
    payers: u32,
    unpaid: Option<u32>,
    closed_on: Option<String>,
    collected: String,
    to_send: String,
    difference: Option<String>,
    is_short: bool,
    sent: Vec<Sent>,
}

#[derive(Template)]
#[template(path = "dues/committee.html")]
struct CommitteePage {
    page: Page,
    problems: Problems,
    of: OrganisationId,
    month: Month,
    before: (String, String),
    after: (String, String),
    facts: Vec<String>,
    lines: Vec<Line>,
    receives: bool,
    today: String,
    pager: Option<Pager>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/organisations/{organisation}/dues/{month}", show)
}

async fn show(
    Asker(ctx): Asker,
    page: Page,
    At((of, month)): At<(OrganisationId, Month)>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let leaf = asked.read::<usize>("leaf").unwrap_or(0).min(1_000);
    shown(&ctx, page, of, month, leaf, Problems::default()).await
}

pub(super) async fn shown(
    ctx: &Ctx,
    page: Page,
    of: OrganisationId,
    month: Month,
    leaf: usize,
    problems: Problems,
) -> Result<Response, Failure> {
    let view = dues::of_committee(ctx, of, month).await?;
    if !problems.0.is_empty() && !view.receives {
        return Err(Failure::forbidden());
    }
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(layout::page(status, &page_of(page, &view, leaf, problems)))
}

fn page_of(page: Page, view: &CommitteeDues, leaf: usize, problems: Problems) -> CommitteePage {
    let w = page.w;
    let of = view.organisation.id;
    let way = |month: Month| (format!("/organisations/{of}/dues/{month}"), w.month(month));
    let here = format!("/organisations/{of}/dues/{}", view.month);
    let more = (leaf + 1) * LEAF < view.cells.len();
    let at = |leaf: usize| format!("{here}?leaf={leaf}");
    let lines: Vec<Line> =
        view.cells.iter().skip(leaf * LEAF).take(LEAF).map(|one| line(w, view.month, one)).collect();
    let pager = (more || leaf > 0).then(|| Pager {
        shown: lines.len(),
        before: if leaf > 0 { at(leaf - 1) } else { String::new() },
        after: if more { at(leaf + 1) } else { String::new() },
    });
    let today = page.now.date().to_string();
    CommitteePage {
        of,
        month: view.month,
        before: way(view.month.plus(-1)),
        after: way(view.month.plus(1)),
        facts: facts(w, view),
        lines,
        receives: view.receives,
        today,
        pager,
        problems,
        page: page
            .at(Place::Months)
            .titled(w.with("dues-committee-title", &[("month", w.month(view.month).into())]))
            .led(view.organisation.name.as_str())
            .under(w.t("months-title"), format!("/months?of={of}")),
    }
}

fn facts(w: Words, view: &CommitteeDues) -> Vec<String> {
    let sum = |of: fn(&CellDues) -> i64| -> i64 { view.cells.iter().map(of).sum() };
    let closed = view.cells.iter().filter(|one| one.closed.is_some()).count();
    vec![
        w.with("dues-fact-closed", &[("closed", closed.into()), ("cells", view.cells.len().into())]),
        w.with("dues-fact-collected", &[("dong", sum(|one| one.sums.collected).into())]),
        w.with(
            "dues-fact-to-send",
            &[("dong", sum(|one| one.closed.map_or(0, |closed| closed.to_send())).into())],
        ),
        w.with("dues-fact-received", &[("dong", sum(CellDues::received).into())]),
    ]
}

fn line(w: Words, month: Month, one: &CellDues) -> Line {
    let difference = one.difference();
    let to_send = one.closed.map(|closed| closed.to_send());
    Line {
        cell: one.cell.name.clone(),
        path: one.opens.then(|| super::book_path(one.cell.id, month)),
        members: one.members,
        payers: one.sums.payers,
        unpaid: one.closed.map(|_| one.sums.unpaid),
        closed_on: one.closed.map(|closed| w.day_and_month(closed.closed_at.date())),
        collected: dong(w, one.sums.collected),
        to_send: to_send.map(|amount| dong(w, amount)).unwrap_or_default(),
        difference: (difference != 0).then(|| w.with("dues-difference", &[("dong", difference.into())])),
        is_short: to_send.is_some_and(|amount| one.sent() < amount),
        sent: one
            .remittances
            .iter()
            .map(|sent| Sent {
                id: sent.id,
                dong: sent.dong,
                said: w
                    .with("dues-sent", &[("dong", sent.dong.into()), ("day", w.date(sent.sent_on).into())]),
                received: sent.received.map(|(amount, on)| {
                    w.with("dues-received", &[("dong", amount.into()), ("day", w.date(on).into())])
                }),
            })
            .collect(),
    }
}
