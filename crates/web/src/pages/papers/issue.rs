//! The issue of a meeting's resolution: asked once, since a number that was given is never given back.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    App, Error,
    papers::{self, Format, Papers, Standing},
};
use nennep_domain::{
    ids::MeetingId,
    papers::{DocumentType, PaperType},
    problems::Sentence,
};

use crate::{
    errors::Failure,
    layout::{Flash, Page, see_other, show},
    path::At,
    routes::Routes,
    session::Asker,
};

const PATH: &str = "/meetings/{meeting}/papers/resolution";

#[derive(Template)]
#[template(path = "papers/issue.html")]
struct Issue {
    page: Page,
    path: String,
    back: String,
    read: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get(PATH, ask).post(PATH, issue)
}

async fn ask(Asker(ctx): Asker, page: Page, At(meeting): At<MeetingId>) -> Result<Response, Failure> {
    let found = papers::of_meeting(&ctx, meeting).await?;
    let w = page.w;
    let back = format!("/meetings/{meeting}/papers");
    if is_issued(&found) {
        return Ok(see_other(&back, None));
    }
    found.may_issue.ok_or(Error::Forbidden)?.map_err(Error::refused)?;
    let page = super::below(page, &found.view.meeting)
        .under(w.t("papers-title"), back.as_str())
        .titled(w.t("papers-issue-title"));
    let path = format!("{back}/resolution");
    let read = super::list::path_of(meeting, PaperType::Resolution, Format::Pdf);
    Ok(show(&Issue { page, path, back, read }))
}

async fn issue(Asker(ctx): Asker, At(meeting): At<MeetingId>) -> Result<Response, Failure> {
    let number = papers::issue(&ctx, meeting, DocumentType::Resolution).await?;
    let told = Sentence::new("papers-issued-now").with("number", number.reference());
    Ok(see_other(&format!("/meetings/{meeting}/papers"), Some(&Flash::done(&told))))
}

fn is_issued(found: &Papers) -> bool {
    let issued = |standing| matches!(standing, Standing::Issued(_));
    found.papers.iter().any(|state| state.paper == PaperType::Resolution && issued(state.standing))
}
