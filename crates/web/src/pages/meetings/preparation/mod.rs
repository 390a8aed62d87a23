//! What a member prepares for a meeting: the self-review of own tasks, remarks to items, leave. The member's own until
//! released; saved as it is typed.

mod save;

use askama::Template;
use axum::{http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx,
    meetings::{self, MeetingView, preparation_id, version_of},
    tasks::{self, Of},
};
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MeetingId, MemberId, PreparationId},
    meetings::{LeaveRequest, Preparation, PreparationKind},
    problems::Problems,
    tasks::Task,
    time::Instant,
};
use uuid::Uuid;

use super::said;
use crate::{
    errors::Failure,
    layout::{self, Page},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

/// The most open tasks reviewed on one page.
const MOST_TASKS: u32 = 60;

/// One text being prepared.
struct Text {
    /// Sets its fields apart from the others' on the page.
    at: String,
    action: String,
    title: String,
    note: String,
    /// Where the task can be reported on; else empty.
    path: String,
    body: String,
    version: u32,
    id: PreparationId,
    is_there: bool,
    released_at: Option<Instant>,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "meetings/preparation.html")]
struct PreparationPage {
    page: Page,
    meeting: MeetingId,
    reviews: Vec<Text>,
    items: Vec<Text>,
    general: Text,
    leave: Option<LeaveRequest>,
    reason: String,
    leave_problems: Problems,
    asks_leave: bool,
    writes: bool,
}

/// What came back instead of being taken: a text, or the reason of a leave.
#[derive(Default)]
pub(super) struct Back {
    about: Option<Uuid>,
    is_general: bool,
    body: String,
    version: u32,
    problems: Problems,
    reason: Option<(String, Problems)>,
}

impl Back {
    /// A reason of a leave that was not taken.
    pub(super) fn reason(reason: String, problems: Problems) -> Self {
        Self { reason: Some((reason, problems)), ..Self::default() }
    }
}

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/meetings/{meeting}/preparation", show).merge(save::routes())
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<MeetingId>) -> Result<Response, Failure> {
    preparation(&ctx, page, id, StatusCode::OK, Back::default()).await
}

pub(super) async fn preparation(
    ctx: &Ctx,
    page: Page,
    id: MeetingId,
    status: StatusCode,
    back: Back,
) -> Result<Response, Failure> {
    let view = meetings::show(ctx, id).await?;
    let me = ctx.member()?;
    if !ctx.may(Action::PrepareOneself, &Resource::at(&view.place)) || !stands(&view, me) {
        return Err(Failure::forbidden());
    }
    let own = tasks::due_first(ctx, Of::Asker, None, MOST_TASKS).await?.tasks;
    let own: Vec<_> =
        own.into_iter().map(|(task, _)| task).filter(|task| task.cell == view.meeting.cell).collect();
    let w = page.w;
    let page = said::below(page, &view.meeting, w.t("preparation-title")).led(w.t("preparation-lead"));
    let reviews = own.iter().map(|task| review(&view, me, task, &back, &page)).collect();
    let items = view.items.iter().map(|item| remark(&view, me, item, &back)).collect();
    let (reason, leave_problems) = back.reason.clone().unwrap_or_default();
    Ok(layout::page(
        status,
        &PreparationPage {
            meeting: id,
            reviews,
            items,
            general: general(&view, me, &back, w),
            leave: view.leave.iter().find(|leave| leave.member == me).cloned(),
            reason,
            leave_problems,
            asks_leave: view.meeting.must_be_ahead().is_ok(),
            writes: view.meeting.must_be_open_to_change().is_ok(),
            page,
        },
    ))
}

fn stands(view: &MeetingView, me: MemberId) -> bool {
    view.roll.iter().any(|entry| entry.who.member == me)
}

/// The self-review of one task.
fn review(view: &MeetingView, me: MemberId, task: &Task, back: &Back, page: &Page) -> Text {
    let w = page.w;
    let due = task.deadline.map(|day| {
        let written = w.date(day);
        match w.deadline(day, page.now.date()) {
            Some(left) => w.with("preparation-due", &[("day", written.into()), ("left", left.into())]),
            None => w.with("preparation-due-far", &[("day", written.into())]),
        }
    });
    Text {
        note: due.unwrap_or_default(),
        path: format!("/tasks/{}", task.id),
        ..text(view, me, ("tasks", Some(task.id.0)), task.title.clone(), back)
    }
}

fn remark(view: &MeetingView, me: MemberId, item: &nennep_domain::meetings::Item, back: &Back) -> Text {
    text(view, me, ("items", Some(item.id.0)), item.title.clone(), back)
}

fn general(view: &MeetingView, me: MemberId, back: &Back, w: Words) -> Text {
    text(view, me, ("general", None), w.t("preparation-general"), back)
}

/// What the member prepared about one thing, as it stands or as it came back.
fn text(
    view: &MeetingView,
    me: MemberId,
    (list, about): (&str, Option<Uuid>),
    title: String,
    back: &Back,
) -> Text {
    let meeting = view.meeting.id;
    let id = preparation_id(meeting, me, about);
    let stands: Option<&Preparation> = view.preparations.iter().find(|one| one.id == id);
    let body = stands.map_or("", |one| one.body.as_str());
    let mut text = Text {
        at: about.map_or_else(|| "-general".to_owned(), |about| format!("-{about}")),
        action: about.map_or_else(
            || format!("/meetings/{meeting}/preparation/general"),
            |about| format!("/meetings/{meeting}/preparation/{list}/{about}"),
        ),
        title,
        note: String::new(),
        path: String::new(),
        version: version_of(body),
        body: body.to_owned(),
        id,
        is_there: stands.is_some_and(|one| !one.body.is_empty()),
        released_at: stands.and_then(|one| one.released_at),
        problems: Problems::default(),
    };
    if (about.is_some() && back.about == about) || (about.is_none() && back.is_general) {
        text.body.clone_from(&back.body);
        text.version = back.version;
        text.problems = back.problems.clone();
    }
    text
}

/// What a text is, by what it is about.
const fn kind_of(is_task: bool) -> PreparationKind {
    if is_task { PreparationKind::SelfReview } else { PreparationKind::Remark }
}
