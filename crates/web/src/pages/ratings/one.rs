//! One rating: the result first, what it rests on, the steps taken, and the forms of whoever may take the next.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx,
    ratings::{self, RatingView, Who},
};
use nennep_domain::{
    ids::{MemberId, OrganisationId, RatingRoundId},
    members::StandingState,
    problems::{Citation, Problems},
    ratings::{OpinionSource, Step, StepKind},
};

use super::{
    committee::state,
    said::{
        Against, LevelMark, against, attended, ballots, levels, name, path, sheet_path, tasks, typed_points,
        with_tasks,
    },
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

struct StepLine {
    title: String,
    on: String,
    level: Option<LevelMark>,
    /// Sentences under it: tasks, ballots, who gives the opinion, the number of the decision.
    facts: Vec<String>,
    text: String,
    faults: String,
    undo: Option<String>,
}

/// The decision, told first.
struct Outcome {
    level: LevelMark,
    said: String,
    reason: String,
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

fn standing(w: Words, view: &RatingView) -> Vec<String> {
    let mut said = vec![view.cell.name.clone()];
    if let Some(rated) = &view.rated {
        said.push(w.one_of("members-grade", rated.grade.as_str()));
        if rated.state != StandingState::Active {
            said.push(w.one_of("members-state", rated.state.as_str()));
        }
    }
    said
}

fn result(w: Words, view: &RatingView) -> Option<Outcome> {
    let step = view.step(StepKind::Decision)?;
    let on = w.date(step.on);
    let values = [("number", step.body.number.as_str().into()), ("date", on.as_str().into())];
    Some(Outcome {
        level: LevelMark::decided(w, step.body.level),
        said: w.with("ratings-decided-by", &values),
        reason: step.body.text.clone(),
    })
}

/// What the program knows of the year, each with what it is.
fn facts(w: Words, view: &RatingView) -> Vec<(String, String)> {
    let rests = &view.rests;
    let mut facts = vec![
        (w.t("ratings-fact-tasks"), tasks(w, rests.tasks)),
        (w.t("ratings-fact-attendance"), attended(w, rests.attendance)),
    ];
    if view.rated.is_none() {
        let months = |(grade, count): &(nennep_domain::quality::Grade, u32)| {
            let grade = w.one_of("quality-grade", grade.as_str());
            w.with("ratings-months-graded", &[("grade", grade.as_str().into()), ("count", (*count).into())])
        };
        let grades: Vec<String> = rests.grades.iter().map(months).collect();
        let said = if grades.is_empty() { w.t("ratings-no-grades") } else { grades.join(", ") };
        facts.push((w.t("ratings-fact-grades"), said));
        if let Some(grade) = rests.year_grade {
            facts.push((w.t("ratings-fact-year-grade"), w.one_of("quality-grade", grade.as_str())));
        }
    }
    if let Some(points) = view.grounds.points {
        facts.push((w.t("ratings-fact-points"), w.points(points.get())));
    }
    if view.grounds.tasks != rests.tasks {
        facts.push((w.t("ratings-fact-put-forward"), tasks(w, view.grounds.tasks)));
    }
    facts
}

fn commitment(w: Words, view: &RatingView, member: MemberId) -> (String, String) {
    let said = match &view.commitment {
        None => w.t("ratings-commitment-none-yet"),
        Some(one) if one.check.is_some() => w.t("ratings-commitment-is-checked"),
        Some(_) => w.t("ratings-commitment-is-written"),
    };
    (said, format!("/members/{member}/commitments/{}", view.round.year))
}

fn step_line(w: Words, view: &RatingView, step: &Step) -> StepLine {
    let body = &step.body;
    let title = match step.source {
        Some(source) => w.one_of("ratings-source", source.as_str()),
        None => w.one_of("ratings-step", step.kind.as_str()),
    };
    let mut facts = Vec::new();
    if step.kind == StepKind::Opinion && !body.number.is_empty() {
        facts.push(body.number.clone());
    }
    if let Some(count) = body.tasks.filter(|_| step.kind != StepKind::Decision) {
        facts.push(tasks(w, count));
    }
    facts.extend(body.ballots.as_ref().map(|one| ballots(w, one)));
    if step.kind == StepKind::Decision {
        facts.push(w.with("ratings-number", &[("number", body.number.as_str().into())]));
    }
    let level = match step.kind {
        StepKind::Decision => Some(LevelMark::decided(w, body.level)),
        _ => body.level.map(|level| LevelMark::scored(w, level, body.points)),
    };
    StepLine {
        title,
        on: w.date(step.on),
        level,
        facts,
        text: body.text.clone(),
        faults: body.faults.clone(),
        undo: view
            .undone
            .contains(&step.id)
            .then(|| format!("/ratings/{}/steps/{}?_method=DELETE", step.round, step.id)),
    }
}
