//! Papers attached to a meeting or to one of its items: posted, opened, taken away after being asked once.

use askama::Template;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use nennep_app::{
    App, Error,
    meetings::{self, MOST_BYTES},
};
use nennep_domain::{
    ids::{ItemId, MeetingId, PaperId},
    problems::Sentence,
};

use super::{Refused, agenda, back_to, said};
use crate::{
    errors::Failure,
    layout::{self, Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::{Asker, form_encoded},
    upload::Upload,
};

#[derive(Template)]
#[template(path = "meetings/paper_removal.html")]
struct RemovalPage {
    page: Page,
    name: String,
    action: String,
    back: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/meetings/{meeting}/agenda/papers", attach)
        .get("/meetings/{meeting}/agenda/papers/{paper}", open)
        .get("/meetings/{meeting}/agenda/papers/{paper}/removal", ask)
        .post("/meetings/{meeting}/agenda/papers/{paper}/removal", remove)
}

async fn attach(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MeetingId>,
    upload: Upload<MOST_BYTES>,
) -> Result<Response, Failure> {
    let paper = upload.typed.read::<PaperId>("id").ok_or(Failure::not_readable())?;
    let item = upload.typed.read::<ItemId>("item");
    let file = upload.file.ok_or(Failure::not_readable())?;
    match meetings::attach(&ctx, id, paper, item, &file.name, &file.bytes).await {
        Ok(()) => {
            let told = Sentence::new("agenda-paper-posted").with("name", file.name);
            Ok(see_other(&papers_of(id, item), Some(&Flash::done(&told))))
        }
        Err(Error::Invalid(problems)) => agenda(&ctx, page, id, Some(Refused { item, problems })).await,
        Err(other) => Err(other.into()),
    }
}

/// The agenda's page where the papers of an item stand, or of the whole meeting.
fn papers_of(meeting: MeetingId, item: Option<ItemId>) -> String {
    if item.is_some() { back_to(meeting, item) } else { format!("/meetings/{meeting}/agenda#papers") }
}

/// The paper's bytes, always as a file to be kept: nothing posted by one member runs in another's browser.
async fn open(Asker(ctx): Asker, At((id, paper)): At<(MeetingId, PaperId)>) -> Result<Response, Failure> {
    let (paper, bytes) = meetings::download(&ctx, id, paper).await?;
    let name = format!("attachment; filename*=UTF-8''{}", form_encoded(&paper.name).replace('/', "%2F"));
    let mut response = bytes.into_response();
    let head = response.headers_mut();
    let kind = HeaderValue::from_str(&paper.media_type).map_err(|_| Failure::bug())?;
    head.insert(header::CONTENT_TYPE, kind);
    head.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(|_| Failure::bug())?);
    Ok(response)
}

async fn ask(
    Asker(ctx): Asker,
    page: Page,
    At((id, paper)): At<(MeetingId, PaperId)>,
) -> Result<Response, Failure> {
    let view = meetings::show(&ctx, id).await?;
    let found = view.papers.iter().find(|one| one.id == paper).ok_or(Failure::not_found())?;
    let title = page.w.t("agenda-paper-removal-title");
    let page = said::below(page, &view.meeting, title);
    let (action, back) = (format!("/meetings/{id}/agenda/papers/{paper}/removal"), back_to(id, found.item));
    Ok(layout::show(&RemovalPage { page, name: found.name.clone(), action, back }))
}

async fn remove(Asker(ctx): Asker, At((id, paper)): At<(MeetingId, PaperId)>) -> Result<Response, Failure> {
    meetings::remove_paper(&ctx, id, paper).await?;
    Ok(see_other(&papers_of(id, None), Some(&Flash::done(&Sentence::new("agenda-paper-removed")))))
}
