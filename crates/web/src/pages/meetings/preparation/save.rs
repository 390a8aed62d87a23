//! Saving what a member prepares, as it is typed or by hand; releasing it to the meeting and taking it back.

use axum::{
    extract::Form,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use nennep_app::{
    App, Ctx, Error,
    meetings::{self, PreparationForm, preparation_id},
};
use nennep_domain::{
    ids::{ItemId, MeetingId, PreparationId, TaskId},
    problems::{Problems, Sentence},
};
use uuid::Uuid;

use super::{Back, kind_of, preparation};
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{Flash, Page, see_other},
    path::At,
    routes::Routes,
    saving::{self, is_auto_save},
    session::Asker,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/meetings/{meeting}/preparation/general", save_general)
        .post("/meetings/{meeting}/preparation/items/{item}", save_remark)
        .post("/meetings/{meeting}/preparation/tasks/{task}", save_review)
        .delete("/meetings/{meeting}/releases/{preparation}", take_back)
}

/// What the text is about.
#[derive(Clone, Copy)]
struct About {
    meeting: MeetingId,
    item: Option<ItemId>,
    task: Option<TaskId>,
}

impl About {
    fn id(self) -> Option<Uuid> {
        self.item.map(|item| item.0).or_else(|| self.task.map(|task| task.0))
    }
}

async fn save_general(
    Asker(ctx): Asker,
    page: Page,
    At(meeting): At<MeetingId>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    save(&ctx, page, About { meeting, item: None, task: None }, &headers, &typed).await
}

async fn save_remark(
    Asker(ctx): Asker,
    page: Page,
    At((meeting, item)): At<(MeetingId, ItemId)>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    save(&ctx, page, About { meeting, item: Some(item), task: None }, &headers, &typed).await
}

async fn save_review(
    Asker(ctx): Asker,
    page: Page,
    At((meeting, task)): At<(MeetingId, TaskId)>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    save(&ctx, page, About { meeting, item: None, task: Some(task) }, &headers, &typed).await
}

async fn save(
    ctx: &Ctx,
    page: Page,
    about: About,
    headers: &HeaderMap,
    typed: &Typed,
) -> Result<Response, Failure> {
    let id = preparation_id(about.meeting, ctx.member()?, about.id());
    let body = typed.get("body").to_owned();
    let (item, task) = (about.item, about.task);
    let form = PreparationForm { kind: kind_of(task.is_some()), item, task, body };
    let version = typed.read("version").unwrap_or_default();
    let saved = meetings::save_preparation_over(ctx, about.meeting, id, &form, version).await;
    match (saved, is_auto_save(headers)) {
        (Ok(version), true) => Ok(saving::saved(&version)),
        (Ok(_), false) if typed.get("release") == "true" && !form.body.trim().is_empty() => {
            released(ctx, about.meeting, id).await
        }
        (Ok(_), false) => Ok(told(about)),
        (Err(Error::Conflict(stands)), true) => Ok(saving::differs(&stands.version, [("body", stands.text)])),
        (Err(Error::Conflict(stands)), false) => {
            let problem = Sentence::new("preparation-differs").with("text", stands.text);
            let problems = Problems::one("body", problem);
            again(ctx, page, about, form.body, (stands.version, problems), StatusCode::CONFLICT).await
        }
        (Err(Error::Invalid(problems)), true) => {
            Ok(saving::refused(problems.0.first().map_or_else(String::new, |one| page.w.say(&one.sentence))))
        }
        (Err(Error::Invalid(problems)), false) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            again(ctx, page, about, form.body, (version, problems), status).await
        }
        (Err(other), _) => Err(other.into()),
    }
}

fn told(about: About) -> Response {
    let at = about.id().map_or_else(|| "general".to_owned(), |id| id.to_string());
    let path = format!("/meetings/{}/preparation#about-{at}", about.meeting);
    see_other(&path, Some(&Flash::done(&Sentence::new("preparation-saved"))))
}

/// The page with what was typed.
async fn again(
    ctx: &Ctx,
    page: Page,
    about: About,
    body: String,
    (version, problems): (u32, Problems),
    status: StatusCode,
) -> Result<Response, Failure> {
    let is_general = about.id().is_none();
    let back = Back { about: about.id(), is_general, body, version, problems, reason: None };
    preparation(ctx, page, about.meeting, status, back).await
}

/// Shows the text to the meeting, once it is saved.
async fn released(ctx: &Ctx, meeting: MeetingId, id: PreparationId) -> Result<Response, Failure> {
    meetings::release(ctx, meeting, id, true).await?;
    let flash = Flash::done(&Sentence::new("preparation-released"));
    let flash = flash.undone_by(format!("/meetings/{meeting}/releases/{id}"));
    Ok(see_other(&format!("/meetings/{meeting}/preparation"), Some(&flash)))
}

async fn take_back(
    Asker(ctx): Asker,
    At((meeting, id)): At<(MeetingId, PreparationId)>,
) -> Result<Response, Failure> {
    meetings::release(&ctx, meeting, id, false).await?;
    let flash = Flash::done(&Sentence::new("preparation-taken-back"));
    Ok(see_other(&format!("/meetings/{meeting}/preparation"), Some(&flash)))
}
