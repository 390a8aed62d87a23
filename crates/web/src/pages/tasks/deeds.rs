//! What is done with a task: reported, accepted, changed or extended, let drop; each can be taken back or done anew.

use axum::{extract::Form, response::Response};
use nennep_app::{App, Ctx, Error, tasks};
use nennep_domain::{
    ids::TaskId,
    problems::{Problems, Sentence},
    tasks::{TaskDraft, TaskState},
};

use super::show::{Back, Form as Which, task};
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/tasks/{task}/report", report)
        .post("/tasks/{task}/acceptance", accept)
        .delete("/tasks/{task}/acceptance", take_acceptance_back)
        .post("/tasks/{task}", change)
        .post("/tasks/{task}/drop", let_drop)
        .delete("/tasks/{task}/drop", take_up)
}

fn told(id: TaskId, flash: &Flash) -> Response {
    see_other(&format!("/tasks/{id}"), Some(flash))
}

/// The page again with what was typed, if that was what was wrong.
async fn again(
    ctx: &Ctx,
    page: Page,
    id: TaskId,
    (form, typed): (Which, Typed),
    error: Error,
) -> Result<Response, Failure> {
    let Error::Invalid(problems) = error else { return Err(error.into()) };
    task(ctx, page, id, Some(Back { form, typed, problems })).await
}

async fn report(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<TaskId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let done_percent = typed.number("done_percent", &mut problems);
    let reported = if problems.0.is_empty() {
        tasks::report(&ctx, id, typed.get("result"), done_percent).await
    } else {
        Err(problems.into())
    };
    match reported {
        Ok(()) => Ok(told(id, &Flash::done(&Sentence::new("tasks-reported")))),
        Err(error) => again(&ctx, page, id, (Which::Report, typed), error).await,
    }
}

async fn accept(Asker(ctx): Asker, At(id): At<TaskId>) -> Result<Response, Failure> {
    tasks::accept(&ctx, id, None, true).await?;
    let flash = Flash::done(&Sentence::new("tasks-accepted"));
    Ok(told(id, &flash.undone_by(format!("/tasks/{id}/acceptance"))))
}

async fn take_acceptance_back(Asker(ctx): Asker, At(id): At<TaskId>) -> Result<Response, Failure> {
    tasks::accept(&ctx, id, None, false).await?;
    Ok(told(id, &Flash::done(&Sentence::new("tasks-acceptance-taken-back"))))
}

/// What the form says, or what is wrong with it.
fn read(typed: &Typed) -> Result<TaskDraft, Problems> {
    let mut problems = Problems::default();
    let deadline = typed.date("deadline", &mut problems);
    problems.or(Some(TaskDraft {
        title: typed.get("title").to_owned(),
        product: typed.get("product").to_owned(),
        owner: typed.read("owner"),
        deadline,
        reports_in: typed.read("reports_in"),
        state: typed.read("state").unwrap_or(TaskState::Dated),
    }))
}

async fn change(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<TaskId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let version = typed.read("version").unwrap_or_default();
    let changed = match read(&typed) {
        Ok(draft) => tasks::change(&ctx, id, version, draft).await,
        Err(problems) => Err(problems.into()),
    };
    match changed {
        Ok(()) => Ok(told(id, &Flash::done(&Sentence::new("tasks-changed")))),
        Err(Error::Conflict(stands)) => {
            let typed = typed.with("version", stands.version.to_string());
            let error = Problems::one("title", Sentence::new("tasks-differs")).into();
            again(&ctx, page, id, (Which::Change, typed), error).await
        }
        Err(error) => again(&ctx, page, id, (Which::Change, typed), error).await,
    }
}

async fn let_drop(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<TaskId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    match tasks::let_drop(&ctx, id, Some(typed.get("reason"))).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("tasks-dropped"));
            Ok(told(id, &flash.undone_by(format!("/tasks/{id}/drop"))))
        }
        Err(error) => again(&ctx, page, id, (Which::Drop, typed), error).await,
    }
}

async fn take_up(Asker(ctx): Asker, At(id): At<TaskId>) -> Result<Response, Failure> {
    tasks::let_drop(&ctx, id, None).await?;
    Ok(told(id, &Flash::done(&Sentence::new("tasks-taken-up"))))
}
