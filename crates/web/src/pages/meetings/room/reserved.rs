//! Opinions reserved by their holders, kept word for word beside the vote (Điều lệ Art. 9).

use axum::{
    extract::{Form, Path},
    response::Response,
};
use nennep_app::{
    App, Error,
    meetings::{self, MeetingView},
};
use nennep_domain::{
    ids::{MemberId, MotionId},
    problems::{Problems, Sentence},
};
use serde::Deserialize;

use super::{
    confirm,
    deed::{Deed, Done, Trouble, Typed},
    here::Here,
    opening,
};
use crate::{
    components::Choice, errors::Failure, layout::Page, routes::Routes, session::Asker, words::Words,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/meetings/{meeting}/motions/{motion}/opinions", keep)
        .delete("/meetings/{meeting}/motions/{motion}/opinions/{member}", take_back)
        .get("/meetings/{meeting}/motions/{motion}/opinions/{member}/removal", ask)
}

/// The opinions reserved on a motion, and the form for another.
#[derive(Debug)]
pub(super) struct Reserved {
    /// Whose, and the words.
    pub(super) lines: Vec<(MemberId, String, String)>,
    pub(super) members: Vec<Choice>,
    pub(super) words: String,
    pub(super) form: String,
}

impl Reserved {
    pub(super) fn of(view: &MeetingView, motion: MotionId, trouble: &Trouble, w: Words) -> Self {
        let form = format!("opinion-{motion}");
        let of_motion = view.reserved.iter().filter(|opinion| opinion.motion == motion);
        let line = |opinion: &nennep_domain::motions::ReservedOpinion| {
            (opinion.member, view.name(opinion.member).to_owned(), opinion.body.clone())
        };
        Self {
            lines: of_motion.map(line).collect(),
            members: opening::members(view, trouble.typed(&form, "member", ""), w),
            words: trouble.typed(&form, "words", "").to_owned(),
            form,
        }
    }
}

#[derive(Debug, Deserialize)]
struct OfMotion {
    motion: MotionId,
}

/// Whose opinion, and its words: both are asked for.
fn read(typed: &Typed) -> Result<(MemberId, String), Problems> {
    let mut problems = Problems::default();
    let member = typed.read("member");
    if member.is_none() {
        problems.add("member", Sentence::new("room-opinion-whose"));
    }
    let words = typed.get("words").to_owned();
    if words.trim().is_empty() {
        problems.add("words", Sentence::new("room-opinion-words"));
    }
    problems.or(member.map(|member| (member, words)))
}

async fn keep(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<OfMotion>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let id = of.motion;
    let done = match read(&typed) {
        Ok((member, words)) => {
            let kept = meetings::reserve_opinion(&ctx, here.meeting, id, member, &words).await;
            kept.map(|()| member)
        }
        Err(problems) => Err(problems.into()),
    };
    let done = done.map(|member| {
        let undo = here.post(format!("motions/{id}/opinions/{member}"));
        Done::at(format!("motion-{id}")).told(&Sentence::new("room-opinion-kept")).undone_by(undo)
    });
    Deed { ctx, page, here, form: format!("opinion-{id}"), typed }.answer(done).await
}

#[derive(Debug, Deserialize)]
struct Of {
    motion: MotionId,
    member: MemberId,
}

async fn take_back(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
) -> Result<Response, Failure> {
    let done = meetings::reserve_opinion(&ctx, here.meeting, of.motion, of.member, "").await;
    let anchor = format!("motion-{}", of.motion);
    let done = done.map(|()| Done::at(anchor).told(&Sentence::new("room-opinion-taken-back")));
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

async fn ask(Asker(ctx): Asker, page: Page, here: Here, Path(of): Path<Of>) -> Result<Response, Failure> {
    let view = meetings::show(&ctx, here.meeting).await?;
    let mut kept = view.reserved.iter();
    let opinion = kept
        .find(|opinion| opinion.motion == of.motion && opinion.member == of.member)
        .ok_or(Error::NotFound)?;
    let name = view.name(of.member).to_owned();
    let words = [("name", name.into()), ("words", opinion.body.as_str().into())];
    let words = page.w.with("room-opinion-remove-ask", &words);
    let action = here.delete(format!("motions/{}/opinions/{}", of.motion, of.member));
    let asked = confirm::Asked { label: page.w.t("room-opinion-remove"), words, action };
    Ok(confirm::ask(page, here, &format!("motion-{}", of.motion), asked))
}
