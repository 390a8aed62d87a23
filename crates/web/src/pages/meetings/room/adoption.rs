//! Adopting the minutes: asked once, since from then on nothing in them is changed.

use axum::response::Response;
use nennep_app::{App, meetings};
use nennep_domain::{meetings::MeetingState, motions::MotionSubject, problems::Sentence};

use super::{
    confirm,
    deed::{Deed, Done, Typed},
    here::{Here, Sheet},
};
use crate::{
    errors::Failure,
    layout::{Page, see_other},
    routes::Routes,
    session::Asker,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/meetings/{meeting}/adoption", ask).post("/meetings/{meeting}/adoption", adopt)
}

async fn ask(Asker(ctx): Asker, page: Page, here: Here) -> Result<Response, Failure> {
    let here = Here { sheet: Sheet::Minutes, ..here };
    let view = meetings::show(&ctx, here.meeting).await?;
    if view.meeting.state() != MeetingState::Held {
        return Ok(see_other(&here.back(""), None));
    }
    let mut minutes = view.motions.iter().rev().filter(|motion| motion.subject == MotionSubject::Minutes);
    let vote = minutes.find_map(|motion| view.outcome(motion));
    let words = match vote {
        Some(outcome) => {
            let line = page.w.say(&outcome.line());
            page.w.with("minutes-adopt-ask", &[("vote", line.into())])
        }
        None => page.w.t("minutes-adopt-ask-unvoted"),
    };
    let asked = confirm::Asked { label: page.w.t("minutes-adopt"), words, action: here.post("adoption") };
    Ok(confirm::ask(page, here, "", asked))
}

async fn adopt(Asker(ctx): Asker, page: Page, here: Here) -> Result<Response, Failure> {
    let here = Here { sheet: Sheet::Minutes, ..here };
    let done = meetings::adopt(&ctx, here.meeting).await;
    let done = done.map(|()| Done::at("").told(&Sentence::new("minutes-adopted")));
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}
