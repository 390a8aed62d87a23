//! The minutes: read out and adopted; from then on frozen, with what was added below.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx,
    meetings::{self, AddedLater, MeetingView, ReadOut},
    papers::{Block, Paper},
};
use nennep_domain::{
    accounts::permission::Action,
    ids::{AdditionId, ItemId, MotionId},
    meetings::{ItemKind, MeetingState},
    motions::MotionSubject,
    time::Instant,
};

use super::{
    aloud,
    deed::Trouble,
    here::{Here, Sheet},
    motions, page,
};
use crate::{
    errors::Failure,
    layout::{self, Flash, Page},
    routes::Routes,
    session::Asker,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/meetings/{meeting}/minutes", index)
}

/// What the reader may do with the minutes as they stand.
#[expect(clippy::struct_excessive_bools, reason = "each is a deed of its own")]
#[derive(Debug, Clone, Copy)]
struct May {
    vote: bool,
    adopt: bool,
    reopen: bool,
    add: bool,
    report: bool,
    take_report_back: bool,
}

impl May {
    fn of(ctx: &Ctx, view: &MeetingView) -> Self {
        let may = |action| ctx.may(action, &view.resource());
        let (state, steps) = (view.meeting.state(), &view.meeting.steps);
        let held = state == MeetingState::Held;
        Self {
            vote: held && may(Action::RunMeeting),
            adopt: held && may(Action::AdoptMinutes),
            reopen: held && may(Action::RunMeeting),
            add: steps.adopted.is_some() && may(Action::AdoptMinutes),
            report: state == MeetingState::Adopted && may(Action::ReportMeeting),
            take_report_back: state == MeetingState::Reported && may(Action::ReportMeeting),
        }
    }
}

#[derive(Template)]
#[template(path = "meetings/room/minutes.html")]
struct Minutes {
    page: Page,
    here: Here,
    told: Option<Flash>,
    trouble: Trouble,
    may: May,
    paper: Paper,
    said: String,
    is_anything_written: bool,
    /// Whether the cell voted, and did not agree.
    vote_failed: bool,
    /// The vote on the minutes, if it was put.
    vote: Option<motions::Line>,
    /// The item under which it is put.
    item: Option<ItemId>,
    new_motion: MotionId,
    closed_at: Option<Instant>,
    adopted_at: Option<Instant>,
    reported_at: Option<Instant>,
    additions: Vec<AddedLater>,
    new_addition: AdditionId,
}

async fn index(Asker(ctx): Asker, page: Page, here: Here) -> Result<Response, Failure> {
    answer(StatusCode::OK, &ctx, page, here, Trouble::default()).await
}

/// The minutes, with what is wrong if a deed was not done.
pub(super) async fn answer(
    status: StatusCode,
    ctx: &Ctx,
    page: Page,
    here: Here,
    trouble: Trouble,
) -> Result<Response, Failure> {
    let ReadOut { view, paper, is_anything_written, additions } =
        meetings::read_out(ctx, here.meeting).await?;
    let (w, now) = (page.w, page.now);
    let room = Here { item: None, sheet: Sheet::Room, ..here }.back("");
    let mut page = page::titled(page, &view).under(w.t("room-name"), room).titled(w.t("minutes-title"));
    page.lead = w.with(
        "minutes-lead",
        &[("meeting", page::title(&view, w).into()), ("cell", view.cell.name.as_str().into())],
    );
    let closing = view.items.iter().find(|item| item.kind == ItemKind::Closing).or(view.items.last());
    let item = closing.map(|item| item.id);
    let vote = view.motions.iter().rev().find(|motion| motion.subject == MotionSubject::Minutes);
    let steps = &view.meeting.steps;
    Ok(layout::page(
        status,
        &Minutes {
            told: page.flash.take(),
            may: May::of(ctx, &view),
            said: aloud::reading(&view, w),
            vote_failed: view.are_minutes_voted_down(),
            vote: vote.map(|motion| motions::line(&view, motion, now, &trouble, w)),
            here: Here { item, sheet: Sheet::Minutes, ..here },
            item,
            new_motion: MotionId(ctx.new_id()),
            closed_at: steps.closed.map(|done| done.at),
            adopted_at: steps.adopted.map(|done| done.at),
            reported_at: steps.reported.map(|done| done.at),
            new_addition: AdditionId(ctx.new_id()),
            page,
            trouble,
            paper,
            is_anything_written,
            additions,
        },
    ))
}
