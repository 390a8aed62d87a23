//! Taking an uploaded file: asked once, since it cannot be undone as a whole.

use askama::Template;
use axum::response::Response;
use nennep_app::imports::{self, Kind, State, Taking};
use nennep_domain::{ids::ImportId, members::register::Counts, problems::Sentence};

use super::below;
use crate::{
    errors::Failure,
    layout::{self, Flash, Page, see_other},
    path::At,
    session::Asker,
};

#[derive(Template)]
#[template(path = "imports/take.html")]
struct TakePage {
    page: Page,
    taking: String,
    back: String,
    kind: Kind,
    counts: Counts,
}

pub(super) async fn ask(Asker(ctx): Asker, page: Page, At(id): At<ImportId>) -> Result<Response, Failure> {
    let view = imports::find(&ctx, id).await?;
    match view.state {
        State::Looked { review, .. } if review.is_clean() && review.does_anything() => {
            let path = format!("/imports/{id}");
            let page = below(&page, page.w.t("imports-take-title")).under(view.file_name, path.clone());
            let taking = format!("{path}/taking");
            Ok(layout::show(&TakePage { page, taking, back: path, kind: view.kind, counts: review.counts }))
        }
        _ => Ok(see_other(&format!("/imports/{id}"), None)),
    }
}

/// Takes the file, or has a job take it; the next page says which. Doing it twice is safe.
pub(super) async fn take(Asker(ctx): Asker, At(id): At<ImportId>) -> Result<Response, Failure> {
    let told = match imports::take_uploaded(&ctx, id).await? {
        Taking::Taken => Some(Flash::done(&Sentence::new("imports-taken"))),
        Taking::Begun | Taking::Refused => None,
    };
    Ok(see_other(&format!("/imports/{id}"), told.as_ref()))
}
