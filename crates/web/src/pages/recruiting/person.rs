//! Somebody put on a cell's list, and what is known of a candidate corrected.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Error, organisations,
    recruiting::{self, AddForm},
};
use nennep_domain::{
    ids::{CandidateId, OrganisationId},
    members::Sex,
    problems::{Problems, Sentence},
    recruiting::{PersonDraft, Schooling},
};

use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "recruiting/person.html")]
struct PersonPage {
    page: Page,
    problems: Problems,
    action: String,
    back: String,
    typed: Typed,
    sexes: Vec<Choice>,
    schoolings: Vec<Choice>,
    is_new: bool,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/candidates/new", new)
        .post("/candidates", add)
        .get("/candidates/{candidate}/changes", edit)
        .post("/candidates/{candidate}/changes", change)
}

fn shown(page: Page, typed: Typed, problems: Problems, (action, back): (String, String)) -> Response {
    let w = page.w;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let sex = |one: &Sex| {
        Choice::new(one.as_str(), w.one_of("members-sex", one.as_str()), typed.get("sex") == one.as_str())
    };
    let schooling = |one: &Schooling| {
        let label = w.one_of("recruiting-schooling", one.as_str());
        Choice::new(one.as_str(), label, typed.get("schooling") == one.as_str())
    };
    let template = PersonPage {
        sexes: Sex::ALL.iter().map(sex).collect(),
        schoolings: Schooling::ALL.iter().map(schooling).collect(),
        is_new: !typed.get("cell").is_empty(),
        problems,
        action,
        back,
        typed,
        page: page.at(Place::Members),
    };
    layout::page(status, &template)
}

async fn new(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let cell: OrganisationId = asked.read("cell").ok_or(Failure::not_found())?;
    let list = recruiting::of_cell(&ctx, cell).await?;
    if !list.keeps {
        return Err(Error::Forbidden.into());
    }
    let typed = Typed::default()
        .with("id", ctx.new_id().to_string())
        .with("cell", cell.to_string())
        .with("listed_on", ctx.now().date().to_string());
    let back = format!("/candidates?of={cell}");
    let page = titled_new(page, &list.cell.name, &back);
    Ok(shown(page, typed, Problems::default(), ("/candidates".to_owned(), back)))
}

fn titled_new(page: Page, cell: &str, back: &str) -> Page {
    let w = page.w;
    page.titled(w.t("recruiting-add")).led(cell).under(w.t("recruiting-title"), back)
}

/// What was typed of a person, read.
fn form(typed: &Typed) -> Result<AddForm, Problems> {
    let mut problems = Problems::default();
    let person = PersonDraft {
        name: typed.get("name").to_owned(),
        sex: typed.read("sex"),
        born_on: typed.date("born_on", &mut problems),
        workplace: typed.get("workplace").to_owned(),
        residence: typed.get("residence").to_owned(),
        youth_union: typed.get("youth_union") == "true",
        schooling: typed.read("schooling"),
        note: typed.get("note").to_owned(),
    };
    let listed_on = typed.date("listed_on", &mut problems);
    let form = AddForm { person, listed_on, listed_by: typed.get("listed_by").to_owned() };
    problems.or(Some(form))
}

async fn add(Asker(ctx): Asker, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    let cell: OrganisationId = typed.read("cell").ok_or(Failure::not_found())?;
    let id: CandidateId = typed.read("id").unwrap_or_else(|| CandidateId(ctx.new_id()));
    let done = match form(&typed) {
        Ok(form) => recruiting::add(&ctx, id, cell, &form).await,
        Err(problems) => Err(problems.into()),
    };
    match done {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("recruiting-added"));
            Ok(see_other(&format!("/candidates/{id}"), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => {
            let name = organisations::show(&ctx, cell).await?.organisation.name;
            let back = format!("/candidates?of={cell}");
            let page = titled_new(page, &name, &back);
            Ok(shown(page, typed, problems, ("/candidates".to_owned(), back)))
        }
        Err(other) => Err(other.into()),
    }
}

async fn edit(Asker(ctx): Asker, page: Page, At(id): At<CandidateId>) -> Result<Response, Failure> {
    let view = recruiting::for_change(&ctx, id).await?;
    let (candidate, person) = (&view.file.candidate, &view.file.candidate.person);
    let typed = Typed::default()
        .with("name", &person.name)
        .with("sex", person.sex.as_str())
        .with("born_on", person.born_on.to_string())
        .with("workplace", &person.workplace)
        .with("residence", &person.residence)
        .with("youth_union", if person.youth_union { "true" } else { "" })
        .with("schooling", person.schooling.as_str())
        .with("note", &person.note)
        .with("listed_on", candidate.listed_on.to_string())
        .with("listed_by", &candidate.listed_by);
    Ok(shown(titled_change(page, id, &person.name), typed, Problems::default(), ways(id)))
}

fn ways(id: CandidateId) -> (String, String) {
    (format!("/candidates/{id}/changes"), format!("/candidates/{id}"))
}

fn titled_change(page: Page, id: CandidateId, name: &str) -> Page {
    let title = page.w.t("recruiting-change");
    page.titled(title).led(name).under(name, format!("/candidates/{id}"))
}

async fn change(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<CandidateId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let done = match form(&typed) {
        Ok(form) => recruiting::change(&ctx, id, &form).await,
        Err(problems) => Err(problems.into()),
    };
    let problems = match done {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("recruiting-changed"));
            return Ok(see_other(&format!("/candidates/{id}"), Some(&flash)));
        }
        Err(Error::Refused(refusal)) => Problems::one("", refusal.sentence()),
        Err(Error::Invalid(problems)) => problems,
        Err(other) => return Err(other.into()),
    };
    let name = typed.get("name").to_owned();
    Ok(shown(titled_change(page, id, &name), typed, problems, ways(id)))
}
