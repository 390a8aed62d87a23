//! The sheet of a cell: what is missing first, the one next step, every member with the steps taken.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    Ctx,
    ratings::{self, CellSheet, MemberLine},
};
use nennep_domain::{
    ids::OrganisationId,
    members::StandingState,
    ratings::{OpinionSource, StepKind},
};

use super::{
    committee::state,
    said::{LevelMark, attended, path, tasks},
    year::tabs,
};
use crate::{
    components::Tab,
    errors::Failure,
    layout::{self, Page, Place},
    words::Words,
};

struct Line {
    name: String,
    path: String,
    grade: Option<String>,
    state: Option<String>,
    tasks: String,
    attended: String,
    own: Option<LevelMark>,
    opinions: usize,
    proposed: Option<LevelMark>,
    decided: Option<LevelMark>,
}

#[derive(Template)]
#[template(path = "ratings/cell.html")]
struct CellPage {
    page: Page,
    commitments: String,
    pdf: String,
    xlsx: String,
    tabs: Vec<Tab>,
    has_round: bool,
    state: String,
    missing: Vec<String>,
    next: Option<(String, String)>,
    lines: Vec<Line>,
    own: Option<Line>,
}

/// The page.
pub(super) async fn show(
    ctx: &Ctx,
    page: Page,
    id: OrganisationId,
    year: Option<i16>,
) -> Result<Response, Failure> {
    let sheet = ratings::cell_sheet(ctx, id, year).await?;
    let w = page.w;
    let round = sheet.round.as_ref();
    let is_open = round.is_some_and(nennep_domain::ratings::Round::is_open);
    let own = sheet.own.as_ref().zip(round).map(|(one, round)| Line {
        name: w.t("ratings-the-cell"),
        path: path(round.id, one.who),
        ..line(w, one)
    });
    let page = page
        .at(Place::Members)
        .under(w.t("ratings-title"), "/ratings")
        .titled(w.with("ratings-sheet-of", &[("year", w.number(sheet.year).into())]))
        .led(&sheet.cell.name);
    Ok(layout::show(&CellPage {
        commitments: format!("/organisations/{id}/commitments?year={}", sheet.year),
        pdf: format!("/organisations/{id}/ratings/sheet.pdf?year={}", sheet.year),
        xlsx: format!("/organisations/{id}/ratings/sheet.xlsx?year={}", sheet.year),
        tabs: tabs(w, id, &sheet.years, sheet.year),
        has_round: round.is_some(),
        state: round.map(|round| state(w, round)).unwrap_or_default(),
        missing: if is_open { missing(w, &sheet) } else { Vec::new() },
        next: if is_open { next(w, &sheet) } else { None },
        lines: sheet
            .lines
            .iter()
            .map(|one| {
                let path = round.map(|round| path(round.id, one.who)).unwrap_or_default();
                Line { path, ..line(w, one) }
            })
            .collect(),
        own,
        page,
    }))
}

fn line(w: Words, one: &MemberLine) -> Line {
    let body = |kind| one.step(kind).map(|step| &step.body);
    let scored = |kind| body(kind).and_then(|body| Some(LevelMark::scored(w, body.level?, body.points)));
    let put_forward = body(StepKind::Vote).or_else(|| body(StepKind::SelfRating));
    let rated = one.rated.as_ref();
    Line {
        name: rated.map(|rated| rated.name.clone()).unwrap_or_default(),
        path: String::new(),
        grade: rated.map(|rated| w.one_of("members-grade", rated.grade.as_str())),
        state: rated
            .filter(|rated| rated.state != StandingState::Active)
            .map(|rated| w.one_of("members-state", rated.state.as_str())),
        tasks: tasks(w, put_forward.and_then(|body| body.tasks).unwrap_or(one.rests.tasks)),
        attended: attended(w, one.rests.attendance),
        own: scored(StepKind::SelfRating),
        opinions: one.steps.iter().filter(|step| step.kind == StepKind::Opinion).count(),
        proposed: scored(StepKind::Vote),
        decided: body(StepKind::Decision).map(|body| LevelMark::decided(w, body.level)),
    }
}

/// What is missing, what a committee waits for last.
fn missing(w: Words, sheet: &CellSheet) -> Vec<String> {
    let without = |kind| sheet.lines.iter().filter(move |one| one.step(kind).is_none());
    let undecided = |one: &&MemberLine| one.step(StepKind::Decision).is_none();
    let mut missing = Vec::new();
    let mut said = |count: usize, words: &dyn Fn(usize) -> String| {
        if count > 0 {
            missing.push(words(count));
        }
    };
    said(without(StepKind::SelfRating).filter(undecided).count(), &|n| {
        w.with("ratings-missing-self", &[("count", n.into())])
    });
    said(sheet.unheard.len(), &|n| w.with("ratings-missing-residence", &[("count", n.into())]));
    let away = sheet.lines.iter().filter(|one| {
        let away = one.rated.as_ref().is_some_and(|rated| rated.state == StandingState::Away);
        let heard = one.steps.iter().any(|step| step.source == Some(OpinionSource::Host));
        away && !heard && one.step(StepKind::Decision).is_none()
    });
    said(away.count(), &|n| w.with("ratings-missing-host", &[("count", n.into())]));
    said(without(StepKind::Vote).filter(undecided).count(), &|n| {
        w.with("ratings-missing-vote", &[("count", n.into())])
    });
    let own = |kind| sheet.own.as_ref().is_some_and(|own| own.step(kind).is_none());
    if own(StepKind::SelfRating) && own(StepKind::Decision) {
        missing.push(w.t("ratings-missing-own-self"));
    }
    if own(StepKind::Vote) && own(StepKind::Decision) {
        missing.push(w.t("ratings-missing-own-vote"));
    }
    missing
}

/// The one next step: of the cell the vote, of whoever decides the decision.
fn next(w: Words, sheet: &CellSheet) -> Option<(String, String)> {
    let round = sheet.round.as_ref()?;
    let at = format!("/ratings/{}/cells/{}", round.id, sheet.cell.id);
    let all = || sheet.lines.iter().chain(&sheet.own);
    let waits = |kind| all().any(|one| one.step(kind).is_none() && one.step(StepKind::Decision).is_none());
    if sheet.keeps && waits(StepKind::Vote) {
        return Some((format!("{at}/vote"), w.t("ratings-to-vote")));
    }
    let undecided = all().any(|one| one.step(StepKind::Decision).is_none());
    (sheet.decides && undecided).then(|| (format!("{at}/decision"), w.t("ratings-to-decision")))
}
