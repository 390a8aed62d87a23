//! One rating: the result first, what it rests on, the steps taken, and the forms of whoever may take the next.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx,
    ratings::{self, RatingView, Who},
};
use nennep_domain::{
    ids::{MemberId, OrganisationId, RatingRoundId},
    problems::{Citation, Problems},
    ratings::{OpinionSource, StepKind},
    tasks::Task,
};

use super::{
    committee::state,
    said::{Against, LevelMark, against, levels, name, path, sheet_path, typed_points, with_tasks},
    told::{Outcome, StepLine, commitment, facts, result, standing, step_line},
};
use crate::{
    components::{Choice, RuleText},
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

/// Which of the page's forms came back, as it was typed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Own,
    Opinion,
    Answer,
}

/// A form that came back.
pub(super) struct Back {
    pub(super) form: Which,
    pub(super) typed: Typed,
    pub(super) problems: Problems,
}

struct Filled {
    typed: Typed,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "ratings/one.html")]
struct OnePage {
    page: Page,
    path: String,
    state: String,
    standing: Vec<String>,
    result: Option<Outcome>,
    answer: Option<Filled>,
    supported: Option<LevelMark>,
    has_points: bool,
    against: Vec<Against>,
    facts: Vec<(String, String)>,
    /// Tasks reported done: what, where, when and by how many files it is shown.
    tasks: Vec<(String, String, String)>,
    rules: Vec<RuleText>,
    short: Option<(String, Citation)>,
    steps: Vec<StepLine>,
    own: Option<Filled>,
    own_is_first: bool,
    own_levels: Vec<Choice>,
    opinion: Option<Filled>,
    sources: Vec<Choice>,
    opinion_levels: Vec<Choice>,
    form: Option<String>,
    commitment: Option<(String, String)>,
    past: Vec<(String, LevelMark)>,
    sheet: Option<String>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/ratings/{round}/members/{member}", of_member)
        .get("/ratings/{round}/cells/{cell}", of_cell)
}

async fn of_member(
    Asker(ctx): Asker,
    page: Page,
    At((round, member)): At<(RatingRoundId, MemberId)>,
) -> Result<Response, Failure> {
    show(&ctx, page, round, Who::Member(member), None).await
}

async fn of_cell(
    Asker(ctx): Asker,
    page: Page,
    At((round, cell)): At<(RatingRoundId, OrganisationId)>,
) -> Result<Response, Failure> {
    show(&ctx, page, round, Who::Cell(cell), None).await
}

/// The page, with a form that came back.
pub(super) async fn show(
    ctx: &Ctx,
    page: Page,
    round: RatingRoundId,
    who: Who,
    back: Option<Back>,
) -> Result<Response, Failure> {
    let view = ratings::show(ctx, round, who).await?;
    let status = if back.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(layout::page(status, &page_of(ctx, page, &view, back.as_ref())))
}

fn filled(form: Which, back: Option<&Back>, begun: impl FnOnce() -> Typed) -> Filled {
    match back.filter(|back| back.form == form) {
        Some(back) => Filled { typed: back.typed.clone(), problems: back.problems.clone() },
        None => Filled { typed: begun(), problems: Problems::default() },
    }
}

fn page_of(ctx: &Ctx, page: Page, view: &RatingView, back: Option<&Back>) -> OnePage {
    let w = page.w;
    let at = path(view.round.id, view.who);
    let with_id = |typed: Typed| typed.with("id", ctx.new_id().to_string());
    let own = view.may.rate.then(|| filled(Which::Own, back, || with_id(begun(view))));
    let opinion = view.may.keep.then(|| filled(Which::Opinion, back, || with_id(Typed::default())));
    let answered = view.step(StepKind::Answer).map(|step| step.body.text.clone()).unwrap_or_default();
    let answer = view
        .may
        .answer
        .then(|| filled(Which::Answer, back, || with_id(Typed::default().with("text", answered))));
    let chosen = |form: &Option<Filled>, field: &str| {
        form.as_ref().map(|form| form.typed.get(field).to_owned()).unwrap_or_default()
    };
    let (own_chosen, opinion_chosen, source) =
        (chosen(&own, "level"), chosen(&opinion, "level"), chosen(&opinion, "source"));
    let keeps_sheet = !view.may.own || view.may.keep;
    let sheet = sheet_path(view.cell.id, view.round.year);
    let member = view.rated.as_ref().map(|rated| rated.member);
    let keys = ["ratings.excellent_from_points", "ratings.excellent_tasks_above_percent"];
    let title = name(w, view);
    let mut page = page.at(Place::Members).under(w.t("ratings-title"), "/ratings");
    if keeps_sheet {
        page = page.under(&view.cell.name, &sheet);
    }
    OnePage {
        state: state(w, &view.round),
        standing: standing(w, view),
        result: result(w, view),
        answer,
        supported: view.support.level.map(|level| LevelMark::of(w, level)),
        has_points: view.grounds.points.is_some(),
        against: against(w, &view.support.blocks),
        facts: facts(w, view),
        tasks: view.tasks.iter().map(|(task, files)| done_task(w, task, *files)).collect(),
        rules: keys.iter().filter_map(|key| RuleText::of(w, &view.rules, key)).collect(),
        short: view.short.as_ref().map(|(said, citation)| (w.say(said), citation.clone())),
        steps: view.steps.iter().map(|step| step_line(w, view, step)).collect(),
        own_is_first: view.step(StepKind::SelfRating).is_none() || back.is_some_and(|b| b.form == Which::Own),
        own,
        own_levels: levels(w, &own_chosen),
        opinion,
        sources: OpinionSource::ALL
            .iter()
            .map(|one| {
                let word = one.as_str();
                Choice::new(word, w.one_of("ratings-source", word), word == source)
            })
            .collect(),
        opinion_levels: levels(w, &opinion_chosen),
        form: member.map(|_| format!("{at}/form.pdf")),
        commitment: member.map(|id| commitment(w, view, id)),
        past: view
            .past
            .iter()
            .map(|one| {
                let year = w.with("ratings-year", &[("year", w.number(one.round.year).into())]);
                (year, LevelMark::decided(w, one.level))
            })
            .collect(),
        sheet: keeps_sheet.then_some(sheet),
        path: at,
        page: page.titled(title).led(w.with("ratings-year", &[("year", w.number(view.round.year).into())])),
    }
}

/// A task reported done, with what shows it.
fn done_task(w: Words, task: &Task, files: u32) -> (String, String, String) {
    let day = task.done_on.map(|day| w.date(day)).unwrap_or_default();
    let said = w.with("evidence-done-with", &[("day", day.into()), ("count", files.into())]);
    (task.title.clone(), format!("/tasks/{}#evidence", task.id), said)
}

/// The self-rating as it stands; else with the tasks the program knows.
fn begun(view: &RatingView) -> Typed {
    match view.step(StepKind::SelfRating).map(|step| &step.body) {
        Some(body) => with_tasks(Typed::default(), body.tasks.unwrap_or_default())
            .with("level", body.level.map_or("", nennep_domain::ratings::Level::as_str))
            .with("points", typed_points(body.points))
            .with("well", body.text.as_str())
            .with("faults", body.faults.as_str()),
        None => with_tasks(Typed::default(), view.rests.tasks),
    }
}
