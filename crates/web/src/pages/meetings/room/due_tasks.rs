//! The tasks of earlier resolutions that are due: what came of each, how much of it, and whether the cell accepts it.

use axum::{
    extract::{Form, Path},
    response::Response,
};
use jiff::civil::Date;
use nennep_app::{
    App,
    meetings::{self, DueTask, MeetingView},
};
use nennep_domain::{
    ids::{ItemId, TaskId},
    meetings::ItemKind,
    problems::{Problems, Sentence},
    tasks::TaskState,
};
use serde::Deserialize;

use super::{
    deed::{Deed, Done, Trouble, Typed},
    here::Here,
};
use crate::{errors::Failure, layout::Page, routes::Routes, session::Asker};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .put("/meetings/{meeting}/due-tasks/{task}/report", report)
        .post("/meetings/{meeting}/due-tasks/{task}/acceptance", accept)
        .delete("/meetings/{meeting}/due-tasks/{task}/acceptance", take_back)
}

/// A due task as the page shows it.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) id: TaskId,
    pub(super) title: String,
    pub(super) owner: String,
    pub(super) deadline: Option<Date>,
    pub(super) state: TaskState,
    pub(super) result: String,
    pub(super) percent: String,
    /// Whether it was reported done, so that it can be accepted.
    pub(super) is_done: bool,
    pub(super) is_accepted: bool,
    pub(super) form: String,
}

/// The item under which the due tasks are gone through: the one drafted for them, else the first that reviews.
pub(super) fn item_of(view: &MeetingView) -> Option<ItemId> {
    let drafted = view.items.iter().find(|item| item.source_key == "tasks-due");
    let reviews = || view.items.iter().find(|item| item.kind == ItemKind::Review);
    drafted.or_else(reviews).or(view.items.first()).map(|item| item.id)
}

/// The due tasks.
pub(super) fn lines(view: &MeetingView, trouble: &Trouble) -> Vec<Line> {
    let line = |due: &DueTask| {
        let (task, form) = (&due.task, format!("report-{}", due.task.id));
        let (result, percent) = match &due.review {
            Some(review) => (&review.result, review.done_percent),
            None => (&task.result, task.done_percent),
        };
        let percent = if result.is_empty() { String::new() } else { percent.to_string() };
        Line {
            id: task.id,
            title: task.title.clone(),
            owner: task.owner.map_or_else(String::new, |owner| view.name(owner).to_owned()),
            deadline: task.deadline,
            state: task.state,
            result: trouble.typed(&form, "result", result).to_owned(),
            percent: trouble.typed(&form, "done_percent", &percent).to_owned(),
            is_done: task.done_on.is_some(),
            is_accepted: task.accepted_at.is_some(),
            form,
        }
    };
    view.due.iter().map(line).collect()
}

#[derive(Debug, Deserialize)]
struct Of {
    task: TaskId,
}

/// The words and the share of a report; the button "done" stands for the whole.
fn read(typed: &Typed) -> Result<(String, u32), Problems> {
    let mut problems = Problems::default();
    let percent = if typed.get("whole") == "true" { 100 } else { typed.count("done_percent", &mut problems) };
    problems.or(Some((typed.get("result").to_owned(), percent)))
}

async fn report(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let id = of.task;
    let done = match read(&typed) {
        Ok((result, percent)) => meetings::report_task(&ctx, here.meeting, id, &result, percent).await,
        Err(problems) => Err(problems.into()),
    };
    let done = done.map(|()| Done::at(format!("due-{id}")).told(&Sentence::new("room-task-reported")));
    Deed { ctx, page, here, form: format!("report-{id}"), typed }.answer(done).await
}

async fn accept(Asker(ctx): Asker, page: Page, here: Here, Path(of): Path<Of>) -> Result<Response, Failure> {
    let id = of.task;
    let done = meetings::accept_task(&ctx, here.meeting, id, true).await.map(|()| {
        let undo = here.post(format!("due-tasks/{id}/acceptance"));
        Done::at(format!("due-{id}")).told(&Sentence::new("room-task-accepted")).undone_by(undo)
    });
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

async fn take_back(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
) -> Result<Response, Failure> {
    let id = of.task;
    let done = meetings::accept_task(&ctx, here.meeting, id, false).await;
    let done = done.map(|()| Done::at(format!("due-{id}")).told(&Sentence::new("room-task-open-again")));
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}
