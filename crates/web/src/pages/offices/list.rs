//! Who holds which office today, in an organisation and all below it.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use jiff::civil::Date;
use nennep_app::{App, Ctx, offices, organisations, reach};
use nennep_domain::{
    accounts::{Office, permission::Action},
    ids::OrganisationId,
    names,
    problems::Problems,
};

use super::TermLine;
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
};

/// How many offices one page shows; a search narrows them.
const MOST: usize = 300;

#[derive(Template)]
#[template(path = "offices/list.html")]
struct ListPage {
    page: Page,
    words: String,
    places: Vec<Choice>,
    offices: Vec<Choice>,
    lines: Vec<TermLine>,
    more: bool,
    keeps: bool,
    /// The day, as a field gives it; empty for today.
    on: String,
    problems: Problems,
    /// What is shown, where that is not today.
    shown: Option<String>,
    /// Organisations without a secretary that day: name and way.
    vacant: Vec<(String, String)>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/offices", show)
}

async fn show(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let w = page.w;
    let places = places(&ctx).await?;
    let first = places.first().map(|place| place.0);
    let of: OrganisationId = asked.read("of").or(first).ok_or(Failure::not_found())?;
    let office: Option<Office> = asked.read("office");
    let words = names::fold(asked.get("q"));
    let mut problems = Problems::default();
    let on = asked.date("on", &mut problems).filter(|on| *on != page.now.date());
    let mut holders = offices::list(&ctx, of, true, on).await?;
    let names = names_below(&ctx, of, on).await?;
    let vacant = offices::without_secretary(&ctx, of, on).await?;
    let place = |id| names.iter().position(|(one, _)| *one == id);
    holders.sort_by_key(|holder| (place(holder.term.organisation), holder.term.office, holder.term.from_on));
    let of_name = |id: OrganisationId| names.iter().find(|(one, _)| *one == id).map_or("", |(_, name)| name);
    let meant = holders.iter().filter(|holder| {
        office.is_none_or(|office| holder.term.office == office)
            && (words.is_empty() || names::fold(&holder.name).contains(&words))
    });
    let mut lines: Vec<TermLine> =
        meant.map(|holder| TermLine::of(&page, holder, of_name(holder.term.organisation))).collect();
    let more = lines.len() > MOST;
    lines.truncate(MOST);
    let offices = Office::ALL
        .iter()
        .map(|one| Choice::new(one.as_str(), w.one_of("offices-office", one.as_str()), Some(*one) == office));
    let shown = on.map(|on| w.with("offices-on-day", &[("date", w.date(on).into())]));
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let asks_all = words.is_empty() && office.is_none_or(|office| office == Office::Secretary);
    let vacant = vacant.into_iter().filter(|_| asks_all);
    let keeps = on.is_none() && reach::may_at(&ctx, Action::KeepOffices, of).await?;
    Ok(layout::page(
        status,
        &ListPage {
            words: asked.get("q").to_owned(),
            places: places
                .into_iter()
                .map(|(id, name)| Choice::new(id.to_string(), name, id == of))
                .collect(),
            offices: offices.collect(),
            lines,
            more,
            keeps,
            on: asked.get("on").to_owned(),
            problems,
            shown,
            vacant: vacant.map(|one| (one.name, format!("/organisations/{}", one.id))).collect(),
            page: page.at(Place::Setup).titled(w.t("offices-title")).under(w.t("place-setup"), "/setup"),
        },
    ))
}

/// Where the reader has business, or the organisations at the top for whoever keeps the machine.
async fn places(ctx: &Ctx) -> Result<Vec<(OrganisationId, String)>, Failure> {
    let mut places = reach::where_may(ctx, Action::SeeOrganisations).await?;
    if places.is_empty() {
        places = organisations::roots(ctx).await?;
    }
    Ok(places.into_iter().map(|one| (one.id, one.name)).collect())
}

async fn names_below(
    ctx: &Ctx,
    of: OrganisationId,
    on: Option<Date>,
) -> Result<Vec<(OrganisationId, String)>, Failure> {
    let limit = organisations::MOST;
    let filter = organisations::Filter { within: Some(of), on, limit, ..organisations::Filter::default() };
    let found = organisations::list(ctx, filter).await?;
    Ok(found.into_iter().map(|one| (one.id, one.name)).collect())
}
