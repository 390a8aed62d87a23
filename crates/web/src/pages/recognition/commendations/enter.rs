//! The form of a commendation: entered, and set right within a day.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Ctx, Error, members, organisations, reach,
    recognition::commendations::{self, CommendationForm},
};
use nennep_domain::{
    accounts::permission::Action,
    ids::{CommendationId, MemberId, OrganisationId},
    problems::{Problems, Sentence},
    recognition::commendations::{CommendationKind, Recipient},
};

use super::home;
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
#[template(path = "recognition/commendations/form.html")]
struct FormPage {
    page: Page,
    problems: Problems,
    typed: Typed,
    kinds: Vec<Choice>,
    is_change: bool,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/commendations/new", new)
        .get("/commendations/{commendation}/changes", change)
        .post("/commendations", add)
}

/// Who is to be commended, as the form says.
fn recipient(typed: &Typed) -> Result<Recipient, Failure> {
    let member: Option<MemberId> = typed.read("member");
    let organisation: Option<OrganisationId> = typed.read("organisation");
    let to = member.map(Recipient::Member).or(organisation.map(Recipient::Organisation));
    to.ok_or_else(|| Error::NotFound.into())
}

async fn new(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let to = recipient(&asked)?;
    let typed = Typed::default()
        .with("id", ctx.new_id().to_string())
        .with("member", asked.get("member"))
        .with("organisation", asked.get("organisation"))
        .with("decided_on", ctx.now().date().to_string());
    shown(&ctx, page, to, typed, Problems::default(), false).await
}

async fn change(Asker(ctx): Asker, page: Page, At(id): At<CommendationId>) -> Result<Response, Failure> {
    let view = commendations::find(&ctx, id).await?;
    if !view.can_be_corrected {
        return Err(Error::Forbidden.into());
    }
    let one = &view.kept.commendation;
    let (member, organisation) = match one.to {
        Recipient::Member(member) => (member.to_string(), String::new()),
        Recipient::Organisation(organisation) => (String::new(), organisation.to_string()),
    };
    let typed = Typed::default()
        .with("id", id.to_string())
        .with("member", member)
        .with("organisation", organisation)
        .with("kind", one.kind.as_str())
        .with("reason", one.reason.as_str())
        .with("decision_number", one.decision.number.as_str())
        .with("decided_on", one.decision.on.to_string())
        .with("decided_by", one.decision.by.as_str())
        .with("change", "true");
    shown(&ctx, page, one.to, typed, Problems::default(), true).await
}

async fn shown(
    ctx: &Ctx,
    page: Page,
    to: Recipient,
    typed: Typed,
    problems: Problems,
    is_change: bool,
) -> Result<Response, Failure> {
    let w = page.w;
    let (name, may) = match to {
        Recipient::Member(member) => (members::stands(ctx, member).await?.0, true),
        Recipient::Organisation(id) => {
            let may = reach::may_at(ctx, Action::KeepCommendations, id).await?;
            (organisations::show(ctx, id).await?.organisation.name, may)
        }
    };
    if !may {
        return Err(Error::Forbidden.into());
    }
    let kind = |kind: &CommendationKind| {
        let word = kind.as_str();
        Choice::new(word, w.one_of("commendations-kind", word), typed.get("kind") == word)
    };
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = if is_change { w.t("commendations-change-title") } else { w.t("commendations-new-title") };
    let template = FormPage {
        kinds: CommendationKind::ALL.iter().map(kind).collect(),
        problems,
        typed,
        is_change,
        page: page.at(Place::Members).titled(title).led(&name).under(&name, home(to)),
    };
    Ok(layout::page(status, &template))
}

/// What was typed; all that is wrong with it, if anything is.
fn read(typed: &Typed, to: Recipient) -> Result<CommendationForm, Problems> {
    let mut problems = Problems::default();
    let kind: Option<CommendationKind> = typed.read("kind");
    if kind.is_none() {
        problems.add("kind", Sentence::new("commendations-kind-missing"));
    }
    let on = typed.date("decided_on", &mut problems);
    if on.is_none() && problems.of("decided_on").count() == 0 {
        problems.add("decided_on", Sentence::new("commendations-on-missing"));
    }
    let text = |field| typed.get(field).to_owned();
    let form = kind.zip(on).map(|(kind, on)| CommendationForm {
        to,
        kind,
        reason: text("reason"),
        number: text("decision_number"),
        on,
        by: text("decided_by"),
    });
    problems.or(form)
}

async fn add(Asker(ctx): Asker, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    let to = recipient(&typed)?;
    let is_change = typed.get("change") == "true";
    let form = match read(&typed, to) {
        Ok(form) => form,
        Err(problems) => return shown(&ctx, page, to, typed, problems, is_change).await,
    };
    let id = typed.read("id").unwrap_or_else(|| CommendationId(ctx.new_id()));
    match commendations::add(&ctx, id, &form).await {
        Ok(()) => {
            let said = if is_change {
                Sentence::new("commendations-changed")
            } else {
                Sentence::new("commendations-added")
            };
            let flash = Flash::done(&said);
            let flash = if is_change { flash } else { flash.undone_by(format!("/commendations/{id}")) };
            Ok(see_other(&home(to), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => shown(&ctx, page, to, typed, problems, is_change).await,
        Err(Error::Refused(refusal)) => {
            let problems = Problems::one("", refusal.sentence());
            shown(&ctx, page, to, typed, problems, is_change).await
        }
        Err(other) => Err(other.into()),
    }
}
