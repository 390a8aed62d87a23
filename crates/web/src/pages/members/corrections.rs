//! Members ask to have their own file corrected; whoever keeps it sees old and new side by side and answers.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx, Error,
    members::corrections::{self, OpenCorrection},
};
use nennep_domain::{
    ids::{CorrectionId, MemberId},
    members::{
        correction::{Correction, CorrectionAnswer, FieldChange},
        register::{self, Field},
    },
    problems::{Problems, Sentence},
    time::Instant,
};

use super::by_hand::{FormField, fields, typed_fields};
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

/// One field with what stands there and what is asked.
pub(super) struct Diff {
    pub(super) field: String,
    pub(super) old: String,
    pub(super) new: String,
}

/// A request as the member's own file shows it.
pub(super) struct AskedLine {
    pub(super) at: Instant,
    pub(super) diffs: Vec<Diff>,
    pub(super) reason: String,
    pub(super) mark: (String, &'static str),
    pub(super) note: String,
    pub(super) withdraw: Option<String>,
}

struct Waiting {
    id: CorrectionId,
    name: String,
    cell: String,
    file: String,
    at: Instant,
    diffs: Vec<Diff>,
    reason: String,
    is_own: bool,
}

#[derive(Template)]
#[template(path = "members/corrections/form.html")]
struct FormPage {
    page: Page,
    problems: Problems,
    action: String,
    back: String,
    id: String,
    fields: Vec<FormField>,
    reason: String,
}

#[derive(Template)]
#[template(path = "members/corrections/waiting.html")]
struct WaitingPage {
    page: Page,
    problems: Problems,
    waiting: Vec<Waiting>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/members/{member}/corrections/new", form)
        .post("/members/{member}/corrections", ask)
        .get("/corrections", list)
        .post("/corrections/{correction}/answer", answer)
        .delete("/corrections/{correction}", withdraw)
}

fn diffs(w: Words, changes: &[FieldChange]) -> Vec<Diff> {
    let said = |field: Field, text: &str| match field {
        Field::Sex if !text.is_empty() => w.one_of("members-sex", text),
        _ => text.to_owned(),
    };
    let diff = |change: &FieldChange| Diff {
        field: w.say(&change.field.label()),
        old: said(change.field, &change.old),
        new: said(change.field, &change.new),
    };
    changes.iter().map(diff).collect()
}

/// A request as the member's own file shows it.
pub(super) fn asked_line(w: Words, one: &Correction) -> AskedLine {
    let mark = match one.answered {
        Some((CorrectionAnswer::Granted, _)) => (w.t("corrections-is-granted"), "good"),
        Some((CorrectionAnswer::Refused, _)) => (w.t("corrections-is-refused"), "poor"),
        None if one.withdrawn_at.is_some() => (w.t("corrections-is-withdrawn"), ""),
        None => (w.t("corrections-is-waiting"), "average"),
    };
    AskedLine {
        at: one.asked_at,
        diffs: diffs(w, &one.changes),
        reason: one.reason.clone(),
        mark,
        note: one.note.clone(),
        withdraw: one.is_open().then(|| format!("/corrections/{}?_method=DELETE", one.id)),
    }
}

async fn form(Asker(ctx): Asker, page: Page, At(member): At<MemberId>) -> Result<Response, Failure> {
    let profile = corrections::own_profile(&ctx, member).await?;
    let value = |field: Field| register::typed(&profile, field);
    Ok(shown(page, member, &ctx.new_id().to_string(), &value, "", Problems::default()))
}

fn shown(
    page: Page,
    member: MemberId,
    id: &str,
    value: &dyn Fn(Field) -> String,
    reason: &str,
    problems: Problems,
) -> Response {
    let w = page.w;
    let back = format!("/members/{member}");
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut fields = fields(&page, value);
    fields.retain(|field| field.name != Field::IdentityNumber.as_str());
    let page =
        page.at(Place::Members).titled(w.t("corrections-title")).under(w.t("corrections-own-file"), &back);
    let action = format!("/members/{member}/corrections");
    let (id, reason) = (id.to_owned(), reason.to_owned());
    layout::page(status, &FormPage { page, problems, action, back, id, fields, reason })
}

async fn ask(
    Asker(ctx): Asker,
    page: Page,
    At(member): At<MemberId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let id = typed.read("id").unwrap_or_else(|| CorrectionId(ctx.new_id()));
    let asked = corrections::ask(&ctx, id, member, &typed_fields(&typed), typed.get("reason")).await;
    let problems = match asked {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("corrections-asked"));
            let flash = flash.undone_by(format!("/corrections/{id}"));
            return Ok(see_other(&format!("/members/{member}"), Some(&flash)));
        }
        Err(Error::Invalid(problems)) => problems,
        Err(Error::Refused(refusal)) => Problems::one("", refusal.sentence()),
        Err(other) => return Err(other.into()),
    };
    let value = |field: Field| typed.get(field.as_str()).to_owned();
    Ok(shown(page, member, &id.to_string(), &value, typed.get("reason"), problems))
}

async fn list(Asker(ctx): Asker, page: Page) -> Result<Response, Failure> {
    listed(&ctx, page, Problems::default()).await
}

async fn listed(ctx: &Ctx, page: Page, problems: Problems) -> Result<Response, Failure> {
    let w = page.w;
    let waiting = corrections::waiting(ctx).await?;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let line = |one: &OpenCorrection| Waiting {
        id: one.correction.id,
        name: one.name.clone(),
        cell: one.cell.name.clone(),
        file: format!("/members/{}", one.correction.member),
        at: one.correction.asked_at,
        diffs: diffs(w, &one.correction.changes),
        reason: one.correction.reason.clone(),
        is_own: one.is_own,
    };
    let waiting = waiting.iter().map(line).collect();
    let page = page
        .at(Place::Members)
        .titled(w.t("corrections-waiting-title"))
        .under(w.t("members-title"), "/members");
    Ok(layout::page(status, &WaitingPage { page, problems, waiting }))
}

async fn answer(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<CorrectionId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let answer = typed.read("answer").unwrap_or(CorrectionAnswer::Refused);
    let problems = match corrections::answer(&ctx, id, answer, typed.get("note")).await {
        Ok(_) => {
            let said = match answer {
                CorrectionAnswer::Granted => Sentence::new("corrections-granted"),
                CorrectionAnswer::Refused => Sentence::new("corrections-refused"),
            };
            return Ok(see_other("/corrections", Some(&Flash::done(&said))));
        }
        Err(Error::Invalid(wrong)) => {
            let mut problems = Problems::default();
            wrong.0.into_iter().for_each(|problem| problems.add("", problem.sentence));
            problems
        }
        Err(Error::Refused(refusal)) => Problems::one("", refusal.sentence()),
        Err(other) => return Err(other.into()),
    };
    listed(&ctx, page, problems).await
}

async fn withdraw(Asker(ctx): Asker, At(id): At<CorrectionId>) -> Result<Response, Failure> {
    let member = corrections::withdraw(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("corrections-withdrawn"));
    Ok(see_other(&format!("/members/{member}"), Some(&flash)))
}
