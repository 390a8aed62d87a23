//! The commendations of a year in a committee or a cell; cells that have none are named, so that their good work is looked for.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{
    App, organisations, reach,
    recognition::commendations::{self, CommendationView, Year},
};
use nennep_domain::{
    accounts::permission::Action, ids::OrganisationId, organisations::Organisation,
    recognition::commendations::Recipient,
};

use super::Praise;
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
};

struct Without {
    name: String,
    path: String,
}

#[derive(Template)]
#[template(path = "recognition/commendations/list.html")]
struct ListPage {
    page: Page,
    places: Vec<Choice>,
    years: Vec<Choice>,
    praises: Vec<Praise>,
    /// What was given, in one sentence.
    sum: String,
    without: Vec<Without>,
    /// What is said above the cells without.
    without_said: String,
    /// Where one of the organisation is entered.
    add: Option<String>,
    /// Where members are looked up, to commend one.
    members: Option<String>,
}

/// So many years back can be chosen.
const YEARS: i16 = 10;

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/commendations", show)
}

async fn show(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let mut places = reach::where_may(&ctx, Action::SeeCommendations).await?;
    let of: OrganisationId =
        asked.read("of").or(places.first().map(|one| one.id)).ok_or(Failure::not_found())?;
    if places.iter().all(|one| one.id != of) {
        places.push(organisations::show(&ctx, of).await?.organisation);
    }
    let year = asked.read("year").unwrap_or(page.now.date().year());
    let found = commendations::year(&ctx, of, year).await?;
    let keeps = found.keeps;
    let opens = reach::may_within(&ctx, Action::SeeMemberFile, of).await?;
    let members = (keeps || opens).then(|| format!("/members?of={of}"));
    Ok(layout::show(&page_of(page, &places, &found, opens, members)))
}

fn page_of(
    page: Page,
    places: &[Organisation],
    found: &Year,
    opens: bool,
    members: Option<String>,
) -> ListPage {
    let w = page.w;
    let this = page.now.date().year();
    let of = found.organisation.id;
    let first = found.year.min(this - YEARS + 1);
    let years = (first..=this.max(found.year)).rev();
    let year = |year: i16| Choice::new(year.to_string(), year.to_string(), year == found.year);
    let to = |view: &CommendationView| matches!(view.kept.commendation.to, Recipient::Organisation(_));
    let organisations = found.lines.iter().filter(|view| to(view)).count();
    let persons = found.lines.len() - organisations;
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let sum = w.with(
        "commendations-sum",
        &[("organisations", count(organisations).into()), ("members", count(persons).into())],
    );
    let without_said = w.with(
        "commendations-without-said",
        &[("count", count(found.without.len()).into()), ("cells", count(found.cells).into())],
    );
    let without =
        |one: &Organisation| Without { name: one.name.clone(), path: format!("/organisations/{}", one.id) };
    ListPage {
        places: places.iter().map(|one| Choice::new(one.id.to_string(), &one.name, one.id == of)).collect(),
        years: years.map(year).collect(),
        praises: found.lines.iter().map(|view| line(&page, view, opens)).collect(),
        sum,
        without: found.without.iter().map(without).collect(),
        without_said,
        add: found.keeps.then(|| format!("/commendations/new?organisation={of}")),
        members,
        page: page
            .at(Place::Members)
            .titled(w.t("commendations-title"))
            .led(&found.organisation.name)
            .under(w.t("members-title"), "/members"),
    }
}

fn line(page: &Page, view: &CommendationView, opens: bool) -> Praise {
    let to_path = match view.kept.commendation.to {
        Recipient::Organisation(id) => format!("/organisations/{id}"),
        Recipient::Member(id) if opens => format!("/members/{id}"),
        Recipient::Member(_) => String::new(),
    };
    Praise { to_path, ..Praise::of(page.w, view) }
}
