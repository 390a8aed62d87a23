//! Files put to a task by whoever answers for it, and a result returned by the cell.

use axum::{
    extract::Form,
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use nennep_app::{
    App, Error,
    meetings::MOST_BYTES,
    tasks::{self, EvidenceForm},
};
use nennep_domain::{
    ids::{EvidenceId, TaskId},
    problems::{Problems, Sentence},
};

use super::show::{Back, Form as Which, task};
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::{Asker, form_encoded},
    upload::Upload,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/tasks/{task}/evidence", attach)
        .get("/tasks/{task}/evidence/{evidence}", open)
        .delete("/tasks/{task}/evidence/{evidence}", remove)
        .post("/tasks/{task}/return", send_back)
}

async fn attach(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<TaskId>,
    upload: Upload<MOST_BYTES>,
) -> Result<Response, Failure> {
    let typed = upload.typed;
    let evidence = typed.read::<EvidenceId>("id").unwrap_or(EvidenceId(ctx.new_id()));
    let (name, bytes) = upload.file.map(|file| (file.name, file.bytes)).unwrap_or_default();
    let form = EvidenceForm { id: evidence, name: &name, note: typed.get("note"), bytes: &bytes };
    let problems = match tasks::attach_evidence(&ctx, id, form).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("evidence-added").with("name", name));
            return Ok(see_other(&format!("/tasks/{id}#evidence"), Some(&flash)));
        }
        Err(Error::Invalid(problems)) => problems,
        Err(Error::Refused(refusal)) => Problems::one("file", refusal.sentence()),
        Err(other) => return Err(other.into()),
    };
    task(&ctx, page, id, Some(Back { form: Which::Evidence, typed, problems })).await
}

/// The file's bytes, always as a file to be kept: nothing put there by one member runs in another's browser.
async fn open(Asker(ctx): Asker, At((id, file)): At<(TaskId, EvidenceId)>) -> Result<Response, Failure> {
    let (file, bytes) = tasks::download_evidence(&ctx, id, file).await?;
    let name = format!("attachment; filename*=UTF-8''{}", form_encoded(&file.name).replace('/', "%2F"));
    let mut response = bytes.into_response();
    let head = response.headers_mut();
    let kind = HeaderValue::from_str(&file.media_type).map_err(|_| Failure::bug())?;
    head.insert(header::CONTENT_TYPE, kind);
    head.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(|_| Failure::bug())?);
    Ok(response)
}

async fn remove(Asker(ctx): Asker, At((id, file)): At<(TaskId, EvidenceId)>) -> Result<Response, Failure> {
    tasks::remove_evidence(&ctx, id, file).await?;
    let flash = Flash::done(&Sentence::new("evidence-removed"));
    Ok(see_other(&format!("/tasks/{id}#evidence"), Some(&flash)))
}

async fn send_back(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<TaskId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    match tasks::send_back(&ctx, id, typed.get("reason")).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("evidence-returned"));
            Ok(see_other(&format!("/tasks/{id}"), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => {
            task(&ctx, page, id, Some(Back { form: Which::Return, typed, problems })).await
        }
        Err(other) => Err(other.into()),
    }
}
