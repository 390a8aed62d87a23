//! The classes of a committee in a year, with their counts by kind.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{
    App,
    learning::{self, Counted, LearningYear},
    organisations, reach,
};
use nennep_domain::{accounts::permission::Action, ids::OrganisationId, organisations::Organisation};

use super::span;
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
    words::Words,
};

struct ClassLine {
    path: String,
    title: String,
    kind: String,
    span: String,
    said: String,
}

#[derive(Template)]
#[template(path = "learning/list.html")]
struct ListPage {
    page: Page,
    places: Vec<Choice>,
    years: Vec<Choice>,
    classes: Vec<ClassLine>,
    /// Kind, classes, learners, certificates.
    sums: Vec<(String, u32, u32, u32)>,
    add: Option<String>,
    untrained: String,
    is_member: bool,
}

/// So many years back can be chosen.
const YEARS: i16 = 10;

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/classes", show)
}

async fn show(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let mut places = reach::where_may(&ctx, Action::SeeClasses).await?;
    let of: OrganisationId =
        asked.read("of").or(places.first().map(|one| one.id)).ok_or(Failure::not_found())?;
    if places.iter().all(|one| one.id != of) {
        places.push(organisations::show(&ctx, of).await?.organisation);
    }
    let year = asked.read("year").unwrap_or(page.now.date().year());
    let found = learning::year(&ctx, of, year).await?;
    Ok(layout::show(&page_of(page, &places, &found, ctx.actor.member.is_some())))
}

fn page_of(page: Page, places: &[Organisation], found: &LearningYear, is_member: bool) -> ListPage {
    let w = page.w;
    let (this, of) = (page.now.date().year(), found.organisation.id);
    let years = (found.year.min(this - YEARS + 1)..=this.max(found.year)).rev();
    let year = |year: i16| Choice::new(year.to_string(), year.to_string(), year == found.year);
    let sum = |(kind, classes, learners, certified): &(nennep_domain::learning::ClassKind, u32, u32, u32)| {
        (w.one_of("learning-kind", kind.as_str()), *classes, *learners, *certified)
    };
    ListPage {
        places: places.iter().map(|one| Choice::new(one.id.to_string(), &one.name, one.id == of)).collect(),
        years: years.map(year).collect(),
        classes: found.classes.iter().map(|one| line(w, one)).collect(),
        sums: found.sums.iter().map(sum).collect(),
        add: found.keeps.then(|| format!("/classes/new?of={of}")),
        untrained: format!("/classes/untrained?of={of}"),
        is_member,
        page: page
            .at(Place::Members)
            .titled(w.t("learning-title"))
            .led(&found.organisation.name)
            .under(w.t("members-title"), "/members"),
    }
}

fn line(w: Words, one: &Counted) -> ClassLine {
    let class = &one.class;
    let values = [("learners", one.learners.into()), ("certified", one.certified.into())];
    ClassLine {
        path: format!("/classes/{}", class.id),
        title: class.title.clone(),
        kind: w.one_of("learning-kind", class.kind.as_str()),
        span: span(w, class.from_on, class.to_on),
        said: w.with("learning-counts", &values),
    }
}
