//! Leave from a meeting: asked by a member, answered by the secretary; both can be taken back while it is ahead.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{App, Ctx, Error, meetings};
use nennep_domain::{
    accounts::permission::Action,
    ids::{MeetingId, MemberId},
    meetings::{LeaveAnswer, LeaveRequest},
    problems::{Problems, Sentence},
};

use super::{
    preparation::{Back, preparation},
    said,
};
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

/// A request as the page shows it.
struct Request {
    /// Sets its fields apart from the others' on the page.
    at: String,
    leave: LeaveRequest,
    name: String,
    note: String,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "meetings/leave.html")]
struct LeavePage {
    page: Page,
    meeting: MeetingId,
    requests: Vec<Request>,
    answers: bool,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/meetings/{meeting}/leave", show)
        .post("/meetings/{meeting}/leave", ask)
        .delete("/meetings/{meeting}/leave", withdraw)
        .post("/meetings/{meeting}/leave/{member}", answer)
        .delete("/meetings/{meeting}/leave/{member}", take_answer_back)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<MeetingId>) -> Result<Response, Failure> {
    requests(&ctx, page, id, None).await
}

/// All requests, those that wait first; with an answer's note that was not taken.
async fn requests(
    ctx: &Ctx,
    page: Page,
    id: MeetingId,
    back: Option<(MemberId, String, Problems)>,
) -> Result<Response, Failure> {
    let view = meetings::show(ctx, id).await?;
    if !ctx.may(Action::AnswerLeave, &view.resource()) {
        return Err(Failure::forbidden());
    }
    let status = if back.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let request = |leave: &LeaveRequest| {
        let typed = back.as_ref().filter(|(member, ..)| *member == leave.member);
        Request {
            at: format!("-{}", leave.member),
            name: view.name(leave.member).to_owned(),
            note: typed.map_or_else(|| leave.answer_note.clone(), |(_, note, _)| note.clone()),
            problems: typed.map_or_else(Problems::default, |(.., problems)| problems.clone()),
            leave: leave.clone(),
        }
    };
    let mut requests: Vec<_> = view.leave.iter().map(request).collect();
    requests.sort_by_key(|request| request.leave.answer.is_some());
    let title = page.w.t("leave-title");
    let page = said::below(page, &view.meeting, title);
    let answers = view.meeting.must_be_ahead().is_ok();
    Ok(layout::page(status, &LeavePage { page, meeting: id, requests, answers }))
}

async fn ask(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MeetingId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    match meetings::ask_leave(&ctx, id, typed.get("reason")).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("leave-asked")).undone_by(format!("/meetings/{id}/leave"));
            Ok(see_other(&format!("/meetings/{id}/preparation#leave"), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => {
            let back = Back::reason(typed.get("reason").to_owned(), problems);
            preparation(&ctx, page, id, StatusCode::UNPROCESSABLE_ENTITY, back).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn withdraw(Asker(ctx): Asker, At(id): At<MeetingId>) -> Result<Response, Failure> {
    meetings::withdraw_leave(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("leave-withdrawn"));
    Ok(see_other(&format!("/meetings/{id}/preparation#leave"), Some(&flash)))
}

async fn answer(
    Asker(ctx): Asker,
    page: Page,
    At((id, member)): At<(MeetingId, MemberId)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let answer = typed.read::<LeaveAnswer>("answer").ok_or(Failure::not_readable())?;
    match meetings::answer_leave(&ctx, id, member, answer, typed.get("note")).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("leave-answered"));
            let flash = flash.undone_by(format!("/meetings/{id}/leave/{member}"));
            Ok(see_other(&format!("/meetings/{id}/leave"), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => {
            requests(&ctx, page, id, Some((member, typed.get("note").to_owned(), problems))).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn take_answer_back(
    Asker(ctx): Asker,
    At((id, member)): At<(MeetingId, MemberId)>,
) -> Result<Response, Failure> {
    meetings::take_leave_answer_back(&ctx, id, member).await?;
    let flash = Flash::done(&Sentence::new("leave-answer-taken-back"));
    Ok(see_other(&format!("/meetings/{id}/leave"), Some(&flash)))
}
