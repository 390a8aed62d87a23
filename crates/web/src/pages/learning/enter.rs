//! The form of a class: entered, and set right.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Ctx, Error,
    learning::{self, ClassForm},
    organisations, reach,
};
use nennep_domain::{
    accounts::permission::Action,
    ids::{ClassId, OrganisationId},
    learning::ClassKind,
    problems::{Problems, Sentence},
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
#[template(path = "learning/form.html")]
struct FormPage {
    page: Page,
    problems: Problems,
    typed: Typed,
    kinds: Vec<Choice>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/classes/new", new)
        .get("/classes/{class}/changes", change)
        .post("/classes", hold)
        .delete("/classes/{class}", take_away)
}

async fn new(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let today = ctx.now().date().to_string();
    let typed = Typed::default()
        .with("id", ctx.new_id().to_string())
        .with("of", asked.get("of"))
        .with("from_on", today.as_str())
        .with("to_on", today.as_str());
    shown(&ctx, page, typed, Problems::default()).await
}

async fn change(Asker(ctx): Asker, page: Page, At(id): At<ClassId>) -> Result<Response, Failure> {
    let class = learning::show(&ctx, id).await?.class;
    let typed = Typed::default()
        .with("id", id.to_string())
        .with("of", class.organisation.to_string())
        .with("kind", class.kind.as_str())
        .with("title", class.title)
        .with("place", class.place)
        .with("from_on", class.from_on.to_string())
        .with("to_on", class.to_on.to_string())
        .with("change", "true");
    shown(&ctx, page, typed, Problems::default()).await
}

async fn shown(ctx: &Ctx, page: Page, typed: Typed, problems: Problems) -> Result<Response, Failure> {
    let w = page.w;
    let of: OrganisationId = typed.read("of").ok_or(Failure::not_found())?;
    if !reach::may_at(ctx, Action::KeepClasses, of).await? {
        return Err(Error::Forbidden.into());
    }
    let name = organisations::show(ctx, of).await?.organisation.name;
    let kind = |kind: &ClassKind| {
        let word = kind.as_str();
        Choice::new(word, w.one_of("learning-kind", word), typed.get("kind") == word)
    };
    // What a class is for stays, once it was entered.
    let keeps_kind = typed.get("change") == "true";
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = if keeps_kind { w.t("learning-change-title") } else { w.t("learning-new-title") };
    let template = FormPage {
        kinds: if keeps_kind { Vec::new() } else { ClassKind::ALL.iter().map(kind).collect() },
        problems,
        page: page
            .at(Place::Members)
            .titled(title)
            .led(name)
            .under(w.t("learning-title"), format!("/classes?of={of}")),
        typed,
    };
    Ok(layout::page(status, &template))
}

fn read(typed: &Typed, organisation: OrganisationId) -> Result<ClassForm, Problems> {
    let mut problems = Problems::default();
    let kind: Option<ClassKind> = typed.read("kind");
    if kind.is_none() {
        problems.add("kind", Sentence::new("learning-kind-missing"));
    }
    let mut day = |field| {
        let on = typed.date(field, &mut problems);
        if on.is_none() && problems.of(field).count() == 0 {
            problems.add(field, Sentence::new("learning-day-missing"));
        }
        on
    };
    let days = (day("from_on"), day("to_on"));
    let form = match (kind, days) {
        (Some(kind), (Some(from_on), Some(to_on))) => {
            let (title, place) = (typed.get("title").to_owned(), typed.get("place").to_owned());
            Some(ClassForm { organisation, kind, title, place, from_on, to_on })
        }
        _ => None,
    };
    problems.or(form)
}

async fn hold(Asker(ctx): Asker, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    let of: OrganisationId = typed.read("of").ok_or(Failure::not_found())?;
    let form = match read(&typed, of) {
        Ok(form) => form,
        Err(problems) => return shown(&ctx, page, typed, problems).await,
    };
    let id = typed.read("id").unwrap_or_else(|| ClassId(ctx.new_id()));
    match learning::hold(&ctx, id, &form).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("learning-held"));
            Ok(see_other(&format!("/classes/{id}"), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => shown(&ctx, page, typed, problems).await,
        Err(Error::Refused(refusal)) => shown(&ctx, page, typed, Problems::one("", refusal.sentence())).await,
        Err(other) => Err(other.into()),
    }
}

async fn take_away(Asker(ctx): Asker, At(id): At<ClassId>) -> Result<Response, Failure> {
    let of = learning::take_class_away(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("learning-class-taken-away"));
    Ok(see_other(&format!("/classes?of={of}"), Some(&flash)))
}
