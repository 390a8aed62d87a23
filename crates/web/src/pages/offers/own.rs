//! One member's own offer: a short form to say, change and erase it; for secretary and committee only to read.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx, Error,
    offers::{self, Shown},
};
use nennep_domain::{
    ids::MemberId,
    offers::{Entry, OfferList, Said},
    problems::{Problems, Sentence},
    time::Instant,
};

use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

#[derive(Template)]
#[template(path = "offers/own.html")]
struct OwnPage {
    page: Page,
    problems: Problems,
    action: String,
    erase: String,
    is_own: bool,
    /// What was said, and when.
    said: Option<(String, Instant)>,
    skills: Vec<Choice>,
    kinds: Vec<Choice>,
    words: String,
    hours: String,
    nothing: bool,
    readings: Vec<(Instant, String)>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/members/{member}/offer", show)
        .post("/members/{member}/offer", say)
        .delete("/members/{member}/offer", erase)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<MemberId>) -> Result<Response, Failure> {
    let shown = offers::show(&ctx, id).await?;
    let typed = written(shown.offer.as_ref().map(|offer| &offer.said));
    Ok(drawn(page, id, &shown, &typed, Problems::default()))
}

/// The form as what was said fills it.
fn written(said: Option<&Said>) -> Typed {
    let Some(said) = said else { return Typed::default() };
    let mut typed = Typed::default()
        .with("words", said.words.as_str())
        .with("hours_a_month", said.hours_a_month.map_or_else(String::new, |hours| hours.to_string()))
        .with("nothing", said.nothing.to_string());
    for key in said.skills.iter().chain(&said.kinds) {
        typed.set(format!("can-{key}"), "true");
    }
    typed
}

fn choices(w: Words, entries: &[Entry], typed: &Typed) -> Vec<Choice> {
    let choice = |entry: &Entry| {
        let name = format!("can-{}", entry.key);
        let is_chosen = typed.get(&name) == "true";
        Choice::new(name, w.of_both(&entry.text), is_chosen)
    };
    entries.iter().map(choice).collect()
}

fn drawn(page: Page, id: MemberId, shown: &Shown, typed: &Typed, problems: Problems) -> Response {
    let (w, list) = (page.w, OfferList::built_in());
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let action = format!("/members/{id}/offer");
    let said = shown.offer.as_ref().map(|offer| (super::said(w, &offer.said), offer.said_at));
    let title = if shown.is_own { w.t("offers-own-title") } else { w.t("offers-title") };
    let page = page
        .at(Place::Members)
        .titled(title)
        .led(if shown.is_own { String::new() } else { shown.name.clone() })
        .under(&shown.name, format!("/members/{id}"));
    layout::page(
        status,
        &OwnPage {
            page,
            problems,
            erase: format!("{action}?_method=DELETE"),
            action,
            is_own: shown.is_own,
            said,
            skills: choices(w, &list.skills, typed),
            kinds: choices(w, &list.kinds, typed),
            words: typed.get("words").to_owned(),
            hours: typed.get("hours_a_month").to_owned(),
            nothing: typed.get("nothing") == "true",
            readings: shown.readings.clone(),
        },
    )
}

fn read(typed: &Typed) -> Result<Said, Problems> {
    let mut problems = Problems::default();
    let ticked = |entries: &[Entry]| {
        let is_ticked = |entry: &&Entry| typed.get(&format!("can-{}", entry.key)) == "true";
        entries.iter().filter(is_ticked).map(|entry| entry.key.clone()).collect()
    };
    let list = OfferList::built_in();
    let hours = typed.number("hours_a_month", &mut problems);
    let hours_a_month = (!typed.get("hours_a_month").trim().is_empty()).then_some(hours);
    problems.or(Some(Said {
        skills: ticked(&list.skills),
        kinds: ticked(&list.kinds),
        words: typed.get("words").to_owned(),
        hours_a_month,
        nothing: typed.get("nothing") == "true",
    }))
}

async fn say(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MemberId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let done = match read(&typed) {
        Ok(said) => offers::say(&ctx, id, said).await,
        Err(problems) => Err(problems.into()),
    };
    match done {
        Ok(()) => Ok(told(id, &Sentence::new("offers-said"))),
        Err(Error::Invalid(problems)) => again(&ctx, page, id, &typed, problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn again(
    ctx: &Ctx,
    page: Page,
    id: MemberId,
    typed: &Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let shown = offers::show(ctx, id).await?;
    Ok(drawn(page, id, &shown, typed, problems))
}

fn told(id: MemberId, sentence: &Sentence) -> Response {
    see_other(&format!("/members/{id}/offer"), Some(&Flash::done(sentence)))
}

async fn erase(Asker(ctx): Asker, At(id): At<MemberId>) -> Result<Response, Failure> {
    offers::erase(&ctx, id).await?;
    Ok(told(id, &Sentence::new("offers-erased")))
}
