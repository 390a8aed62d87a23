//! Every component on one page with invented content, for looking at while building. Not in release builds.

mod sample;

use askama::Template;
use axum::{
    extract::{Form, Path},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use nennep_domain::{
    problems::{Problems, Sentence},
    time::Instant,
};
use serde::Deserialize;

use crate::{
    components::{Choice, Pager, RuleText, Step, Tab},
    errors::Failure,
    layout::{self, Flash, Page, Place, see_other, show},
    routes::Routes,
    saving,
};

#[derive(Template)]
#[template(path = "patterns/page.html")]
struct Patterns {
    page: Page,
    problems: Problems,
    typed: Typed,
    steps: Vec<Step>,
    tabs: Vec<Tab>,
    rule: RuleText,
    kinds: Vec<Choice>,
    attendance: Vec<Choice>,
    invited: Vec<Choice>,
    tasks: Vec<sample::Task>,
    grid: Vec<sample::GridRow>,
    pager: Pager,
    meets_at: Instant,
    item_started: Option<Instant>,
}

#[derive(Template)]
#[template(path = "patterns/confirm.html")]
struct Confirm {
    page: Page,
}

#[derive(Debug, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    place: String,
    #[serde(default)]
    notes: String,
    #[serde(default)]
    #[expect(dead_code, reason = "it is asked for, as a real form would, and forgotten")]
    version: String,
}

/// The routes of this file.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Routes<S> {
    Routes::new()
        .get("/patterns", index)
        .post("/patterns", check)
        .post("/patterns/notes", keep_notes)
        .post("/patterns/deed", done)
        .delete("/patterns/deed", undone)
        .get("/patterns/confirm", confirm)
        .get("/patterns/errors/{status}", error)
}

async fn index(page: Page) -> Response {
    show(&patterns(page, Problems::default(), Typed::default()))
}

/// The form as it comes back when something is wrong with it: nothing typed is lost.
async fn check(page: Page, Form(typed): Form<Typed>) -> Response {
    let mut problems = Problems::default();
    if typed.place.trim().is_empty() {
        problems.add("place", Sentence::new("patterns-problem-place"));
    }
    problems.add("kind", Sentence::new("patterns-problem-kind"));
    problems.add("starts", Sentence::new("patterns-problem-starts").with("minutes", 90));
    layout::page(StatusCode::UNPROCESSABLE_ENTITY, &patterns(page, problems, typed))
}

async fn keep_notes(headers: HeaderMap, Form(typed): Form<Typed>) -> Response {
    match (saving::is_auto_save(&headers), typed.notes.contains("409")) {
        (true, true) => saving::differs(&2, [("notes", sample::OTHER_TEXT.to_owned())]),
        (true, false) => saving::saved(&1),
        (false, _) => done().await,
    }
}

async fn done() -> Response {
    let flash = Flash::done(&Sentence::new("patterns-done").with("cell", sample::CELL));
    see_other("/patterns", Some(&flash.undone_by("/patterns/deed")))
}

async fn undone() -> Response {
    see_other("/patterns", Some(&Flash::done(&Sentence::new("patterns-undone"))))
}

async fn confirm(page: Page) -> Response {
    let title = page.w.t("patterns-confirm-title");
    show(&Confirm { page: page.titled(title).at(Place::Meetings) })
}

async fn error(Path(status): Path<u16>) -> Failure {
    match status {
        403 => Failure::forbidden(),
        404 => Failure::not_found(),
        409 => Failure::changed(),
        422 => Failure {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            sentence: Some(Sentence::new("patterns-refused").with("minutes", 90)),
            citation: Some(sample::citation()),
        },
        503 => Failure::busy(),
        _ => Failure::bug(),
    }
}

fn patterns(page: Page, problems: Problems, typed: Typed) -> Patterns {
    let w = page.w;
    let now = page.now;
    let page = page
        .titled(w.t("patterns-title"))
        .led(w.t("patterns-lead"))
        .at(Place::Meetings)
        .under(w.t("place-meetings"), "/meetings");
    Patterns {
        steps: sample::steps(w),
        tabs: sample::tabs(w),
        rule: sample::rule(w),
        kinds: sample::kinds(w),
        attendance: sample::attendance(w),
        invited: sample::invited(),
        tasks: sample::tasks(now.date()),
        grid: sample::grid(w),
        pager: Pager { shown: 4, before: String::new(), after: "/patterns?after=4".to_owned() },
        meets_at: now.plus_minutes(2 * 24 * 60 + 95),
        item_started: Some(now.plus_minutes(-13)),
        page,
        problems,
        typed,
    }
}
