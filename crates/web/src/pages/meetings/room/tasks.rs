//! Tasks the meeting sets: each with owner, deadline and the meeting at which it is reported (statement 18).

use std::cmp::Reverse;

use axum::{
    extract::{Form, Path},
    response::Response,
};
use jiff::civil::Date;
use nennep_app::{
    App, Error,
    meetings::{self, MeetingView},
    offers::CellOffer,
    tasks,
};
use nennep_domain::{
    ids::{ItemId, TaskId},
    offers::{OfferList, fit},
    problems::{Problems, Sentence},
    tasks::{Task, TaskDraft, TaskState},
    time::Month,
};
use serde::Deserialize;

use super::{
    confirm,
    deed::{Deed, Done, Trouble, Typed},
    here::Here,
    opening,
};
use crate::{
    components::Choice, errors::Failure, forms::read_date, layout::Page, pages::offers, routes::Routes,
    session::Asker, words::Words,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/meetings/{meeting}/tasks", set)
        .put("/meetings/{meeting}/tasks/{task}", change)
        .delete("/meetings/{meeting}/tasks/{task}", remove)
        .get("/meetings/{meeting}/tasks/{task}/removal", ask)
}

/// How many meetings ahead a report can be promised for.
const MONTHS_AHEAD: i32 = 6;

/// A task, or one to be, in its form.
#[derive(Debug)]
pub(super) struct Fields {
    pub(super) form: String,
    /// What its fields end in, so that no two on the page are the same.
    pub(super) at: String,
    pub(super) title: String,
    pub(super) product: String,
    pub(super) owners: Vec<Choice>,
    pub(super) deadline: String,
    pub(super) reports: Vec<Choice>,
    pub(super) standing: bool,
    pub(super) version: u32,
}

/// A task as the page shows it.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) id: TaskId,
    pub(super) title: String,
    pub(super) product: String,
    pub(super) owner: String,
    pub(super) deadline: Option<Date>,
    pub(super) reports_in: Option<Month>,
    pub(super) standing: bool,
    pub(super) fields: Fields,
}

/// The tasks set under an item, and the form for another.
#[derive(Debug)]
pub(super) struct Tasks {
    pub(super) lines: Vec<Line>,
    pub(super) new: Fields,
    pub(super) new_id: TaskId,
}

impl Tasks {
    pub(super) fn of(view: &MeetingView, item: ItemId, new_id: TaskId, trouble: &Trouble, w: Words) -> Self {
        let of_item = view.tasks.iter().filter(|task| task.item == Some(item));
        let line = |task: &Task| Line {
            id: task.id,
            title: task.title.clone(),
            product: task.product.clone(),
            owner: task.owner.map_or_else(String::new, |owner| view.name(owner).to_owned()),
            deadline: task.deadline,
            reports_in: task.reports_in,
            standing: task.state == TaskState::Standing,
            fields: fields(view, Some(task), trouble, w),
        };
        Self { lines: of_item.map(line).collect(), new: fields(view, None, trouble, w), new_id }
    }
}

fn fields(view: &MeetingView, task: Option<&Task>, trouble: &Trouble, w: Words) -> Fields {
    let form = task.map_or_else(|| "task".to_owned(), |task| format!("task-{}", task.id));
    let stands = |text: Option<String>| text.unwrap_or_default();
    let (title, product) =
        (stands(task.map(|task| task.title.clone())), stands(task.map(|task| task.product.clone())));
    let owner = stands(task.and_then(|task| Some(task.owner?.to_string())));
    let deadline = stands(task.and_then(|task| Some(task.deadline?.to_string())));
    let month = view.meeting.month;
    let reports = task.and_then(|task| task.reports_in).unwrap_or(month.plus(1)).to_string();
    let chosen = trouble.typed(&form, "reports_in", &reports);
    let choice = |n| {
        let month = month.plus(n);
        Choice::new(month.to_string(), w.month(month), month.to_string() == chosen)
    };
    let is_standing = task.is_some_and(|task| task.state == TaskState::Standing);
    let typed = |field, usual: &str| trouble.typed(&form, field, usual).to_owned();
    let title = typed("title", &title);
    Fields {
        title: title.clone(),
        product: typed("product", &product),
        owners: owners(view, trouble.typed(&form, "owner", &owner), &title, w),
        deadline: typed("deadline", &deadline),
        reports: (0..=MONTHS_AHEAD).map(choice).collect(),
        standing: typed("standing", if is_standing { "true" } else { "" }) == "true",
        version: task.map_or(0, |task| task.version),
        at: format!("-{form}"),
        form,
    }
}

/// The members of the roll, those first who said they can or would like to, with what they said: who meets the title best at the head.
fn owners(view: &MeetingView, chosen: &str, title: &str, w: Words) -> Vec<Choice> {
    let mut all = opening::members(view, chosen, w);
    let offer = |value: &str| {
        let of = |one: &&CellOffer| one.offer.member.to_string() == value;
        view.offers.iter().find(of).filter(|one| !one.offer.said.nothing)
    };
    let weight = |choice: &Choice| {
        offer(&choice.value).map_or(0, |one| 1 + fit(&one.offer.said, title, OfferList::built_in()).weight())
    };
    all.sort_by_key(|choice| Reverse(weight(choice)));
    for choice in &mut all {
        if let Some(one) = offer(&choice.value) {
            let said = offers::said(w, &one.offer.said);
            choice.label =
                w.with("offers-owner", &[("name", choice.label.as_str().into()), ("said", said.into())]);
        }
    }
    all
}

fn read(typed: &Typed) -> Result<TaskDraft, Problems> {
    let mut problems = Problems::default();
    let deadline = match typed.get("deadline").trim() {
        "" => None,
        text => problems.take("deadline", read_date(text)),
    };
    let standing = typed.get("standing") == "true";
    let draft = TaskDraft {
        title: typed.get("title").to_owned(),
        product: typed.get("product").to_owned(),
        owner: typed.read("owner"),
        deadline,
        reports_in: typed.read("reports_in"),
        state: if standing { TaskState::Standing } else { TaskState::Dated },
    };
    problems.or(Some(draft))
}

async fn set(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let id = typed.read("id").unwrap_or(TaskId(ctx.new_id()));
    let done = match read(&typed) {
        Ok(draft) => tasks::set(&ctx, here.meeting, id, here.item, draft).await,
        Err(problems) => Err(problems.into()),
    };
    let done = done.map(|()| {
        let undo = here.post(format!("tasks/{id}"));
        Done::at("title-task").told(&Sentence::new("room-task-set")).undone_by(undo)
    });
    Deed { ctx, page, here, form: "task".to_owned(), typed }.answer(done).await
}

#[derive(Debug, Deserialize)]
struct Of {
    task: TaskId,
}

async fn change(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (id, version) = (of.task, typed.read("version").unwrap_or_default());
    let done = match read(&typed) {
        Ok(draft) => meetings::change_task(&ctx, here.meeting, id, version, draft).await,
        Err(problems) => Err(problems.into()),
    };
    let done = done.map(|()| Done::at(format!("task-{id}")).told(&Sentence::new("room-task-changed")));
    Deed { ctx, page, here, form: format!("task-{id}"), typed }.answer(done).await
}

async fn remove(Asker(ctx): Asker, page: Page, here: Here, Path(of): Path<Of>) -> Result<Response, Failure> {
    let done = tasks::remove(&ctx, here.meeting, of.task).await;
    let done = done.map(|()| Done::at("tasks").told(&Sentence::new("room-task-removed")));
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

async fn ask(Asker(ctx): Asker, page: Page, here: Here, Path(of): Path<Of>) -> Result<Response, Failure> {
    let view = meetings::show(&ctx, here.meeting).await?;
    let task = view.tasks.iter().find(|task| task.id == of.task).ok_or(Error::NotFound)?;
    let words = page.w.with("room-task-remove-ask", &[("title", task.title.as_str().into())]);
    let action = here.delete(format!("tasks/{}", of.task));
    let asked = confirm::Asked { label: page.w.t("room-task-remove"), words, action };
    Ok(confirm::ask(page, here, "tasks", asked))
}
