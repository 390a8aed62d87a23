//! One task with all that came of it, and what can be done with it now.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx,
    tasks::{self, History},
};
use nennep_domain::{
    ids::TaskId,
    problems::Problems,
    tasks::{Task, TaskState},
    time::Month,
};

use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::Asker,
};

/// Which of the page's forms came back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Report,
    Change,
    Drop,
    Evidence,
    Return,
}

/// A form that came back with what was typed.
pub(super) struct Back {
    pub(super) form: Form,
    pub(super) typed: Typed,
    pub(super) problems: Problems,
}

/// A form of the page.
struct Filled {
    typed: Typed,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "tasks/show.html")]
struct TaskPage {
    page: Page,
    history: History,
    is_done: bool,
    is_late: bool,
    reports: bool,
    report: Filled,
    change: Filled,
    let_drop: Filled,
    evidence: Filled,
    send_back: Filled,
    /// The id of the next file: the same form sent twice puts it there once.
    new_evidence: String,
    accept: String,
    accept_back: String,
    drop_back: String,
    owners: Vec<Choice>,
    states: Vec<Choice>,
    months: Vec<Choice>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/tasks/{task}", show)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<TaskId>) -> Result<Response, Failure> {
    task(&ctx, page, id, None).await
}

/// The task's page, with a form that came back.
pub(super) async fn task(ctx: &Ctx, page: Page, id: TaskId, back: Option<Back>) -> Result<Response, Failure> {
    let history = tasks::history(ctx, id).await?;
    let (w, today) = (page.w, page.now.date());
    let status = if back.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let change = filled(Form::Change, back.as_ref(), || written(&history.task));
    let task = &history.task;
    let list = format!("/tasks?of={}", task.cell);
    let page =
        page.at(Place::Tasks).under(w.t("tasks-title"), "/tasks").under(history.cell.name.as_str(), list);
    let open = task.accepted_at.is_none() && !task.is_dropped_by(today);
    Ok(layout::page(
        status,
        &TaskPage {
            page: page.titled(task.title.as_str()),
            is_done: task.is_done_by(today, &history.rules),
            is_late: task.is_overdue(today, &history.rules),
            reports: open && history.reports,
            report: filled(Form::Report, back.as_ref(), || reported(task)),
            evidence: filled(Form::Evidence, back.as_ref(), Typed::default),
            send_back: filled(Form::Return, back.as_ref(), Typed::default),
            new_evidence: ctx.new_id().to_string(),
            let_drop: filled(Form::Drop, back.as_ref(), Typed::default),
            accept: format!("/tasks/{id}/acceptance"),
            accept_back: format!("/tasks/{id}/acceptance?_method=DELETE"),
            drop_back: format!("/tasks/{id}/drop?_method=DELETE"),
            owners: owners(&history, change.typed.get("owner")),
            states: states(change.typed.get("state"), w),
            months: months(&history, change.typed.get("reports_in"), Month::of(today), w),
            change,
            history,
        },
    ))
}

fn filled(form: Form, back: Option<&Back>, first: impl Fn() -> Typed) -> Filled {
    back.filter(|back| back.form == form).map_or_else(
        || Filled { typed: first(), problems: Problems::default() },
        |back| Filled { typed: back.typed.clone(), problems: back.problems.clone() },
    )
}

fn reported(task: &Task) -> Typed {
    let typed = Typed::default().with("result", task.result.as_str());
    typed.with("done_percent", task.done_percent.to_string())
}

fn written(task: &Task) -> Typed {
    Typed::default()
        .with("version", task.version.to_string())
        .with("title", task.title.as_str())
        .with("product", task.product.as_str())
        .with("owner", task.owner.map_or_else(String::new, |owner| owner.to_string()))
        .with("deadline", task.deadline.map_or_else(String::new, |day| day.to_string()))
        .with("reports_in", task.reports_in.map_or_else(String::new, |month| month.to_string()))
        .with("state", task.state.as_str())
}

fn owners(history: &History, chosen: &str) -> Vec<Choice> {
    let choice = |line: &nennep_domain::members::RollMember| {
        let id = line.member.to_string();
        let is_chosen = id == chosen;
        Choice::new(id, line.name.as_str(), is_chosen)
    };
    let mut owners: Vec<_> = history.roll.iter().map(choice).collect();
    if let (Some(owner), Some(name)) = (history.task.owner, history.owner.as_ref())
        && !history.roll.iter().any(|line| line.member == owner)
    {
        owners.push(Choice::new(owner.to_string(), name.as_str(), chosen == owner.to_string()));
    }
    owners
}

fn states(chosen: &str, w: crate::words::Words) -> Vec<Choice> {
    let choice = |state: &TaskState| {
        Choice::new(state.as_str(), w.one_of("tasks-state", state.as_str()), state.as_str() == chosen)
    };
    TaskState::ALL.iter().map(choice).collect()
}

/// The months at whose meeting it can be reported: from now on a year, and the one that stands.
fn months(history: &History, chosen: &str, this: Month, w: crate::words::Words) -> Vec<Choice> {
    let ahead = (0..12).map(|n| this.plus(n));
    let stands = history.task.reports_in.filter(|month| *month < this);
    let all = stands.into_iter().chain(ahead);
    all.map(|month| Choice::new(month.to_string(), w.month(month), month.to_string() == chosen)).collect()
}
