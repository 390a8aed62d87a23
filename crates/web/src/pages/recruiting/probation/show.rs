//! The way to recognition: a line of steps, the one next action, and every paper with what is missing in red.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    App,
    recruiting::probation::{self, ProbationView},
};
use nennep_domain::{
    ids::MemberId,
    papers::ProbationPaperType,
    recruiting::{
        CellVote, StepState,
        probation::{ProbationFact, ProbationStep, ProbationStride, next_action},
    },
};

use super::super::{
    cell_vote::{VoteLine, vote_lines},
    list::tone,
    show::stretch,
};
use crate::{
    components::{self, RuleText},
    errors::Failure,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

struct StepLine {
    name: String,
    state: &'static str,
    on: String,
    said: Vec<String>,
    votes: Vec<VoteLine>,
    rule: Option<RuleText>,
    /// Where it is recorded or corrected, and what that is called.
    record: Option<(String, String)>,
    undo: Option<String>,
    /// The forms to print.
    papers: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "recruiting/probation.html")]
struct ProbationPage {
    page: Page,
    line: Vec<components::Step>,
    line_label: String,
    next: Option<(String, String)>,
    facts: Vec<String>,
    /// The last day in time, with its tone and rule.
    due: Option<(String, &'static str, Option<RuleText>)>,
    official: Option<String>,
    steps: Vec<StepLine>,
    member: String,
    candidate: Option<String>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/members/{member}/probation", show)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<MemberId>) -> Result<Response, Failure> {
    let view = probation::show(&ctx, id).await?;
    Ok(layout::show(&page_of(page, id, &view)))
}

fn page_of(page: Page, id: MemberId, view: &ProbationView) -> ProbationPage {
    let (w, today) = (page.w, page.now.date());
    let file = &view.file;
    let next = next_action(&view.way).filter(|_| view.keeps);
    let mut facts = vec![
        w.with("probation-ceremony", &[("date", w.date(file.ceremony_on).into())]),
        w.with("probation-over", &[("date", w.date(view.over_on.value).into())]),
    ];
    if !view.helper.is_empty() {
        facts.push(w.with("probation-helper", &[("name", view.helper.as_str().into())]));
    }
    let due = view.due.as_ref().map(|due| {
        let said = w.with("recruiting-recognition-by", &[("date", w.date(due.on).into())]);
        let rule = RuleText::of(w, &view.rules, "members.recognition_working_days");
        (said, tone(due.on, today, &view.rules), rule)
    });
    let line =
        |stride: &ProbationStride| stretch(w.one_of("probation-short", stride.step.as_str()), stride.state);
    ProbationPage {
        line: view.way.iter().map(line).collect(),
        line_label: w.t("probation-way"),
        next: next
            .map(|stride| (record_path(id, stride.step), w.one_of("probation-next", stride.step.as_str()))),
        facts,
        due,
        official: file.official_on.map(|on| w.with("probation-is-official", &[("date", w.date(on).into())])),
        steps: view.way.iter().map(|stride| step(w, id, view, stride)).collect(),
        member: format!("/members/{id}"),
        candidate: view.candidate.map(|candidate| format!("/candidates/{candidate}")),
        page: page
            .at(Place::Members)
            .titled(w.t("probation-way"))
            .led(&view.name)
            .under(w.t("recruiting-title"), format!("/candidates?of={}", view.cell.id))
            .under(&view.name, format!("/members/{id}")),
    }
}

/// Where a step is recorded: the vote on an agenda, the recognition in the member's life.
fn record_path(id: MemberId, step: ProbationStep) -> String {
    match step {
        ProbationStep::Vote => format!("/members/{id}/probation/cell-vote"),
        ProbationStep::Decision => format!("/members/{id}/deeds/new?kind=recognise"),
        step => format!("/members/{id}/probation/steps/{step}"),
    }
}

fn step(w: Words, id: MemberId, view: &ProbationView, stride: &ProbationStride) -> StepLine {
    let file = &view.file;
    let fact = file.fact(stride.step);
    let is_vote = stride.step == ProbationStep::Vote;
    let put = is_vote && file.votes.iter().any(CellVote::stands);
    let open = view.keeps && file.official_on.is_none() && !put;
    let too_soon = stride.step == ProbationStep::Decision && stride.state != StepState::Next;
    let record = (open && !too_soon).then(|| match (fact, is_vote) {
        (Some(_), true) => (format!("/members/{id}/probation/steps/vote"), w.t("recruiting-correct")),
        (Some(_), false) => (record_path(id, stride.step), w.t("recruiting-correct")),
        (None, true) => (record_path(id, stride.step), w.t("cell-vote-put-on")),
        (None, false) => (record_path(id, stride.step), w.t("recruiting-record")),
    });
    let of = format!("/members/{id}/probation/cell-vote");
    let votes =
        if is_vote { vote_lines(w, &file.votes, view.keeps.then_some(of.as_str())) } else { Vec::new() };
    StepLine {
        name: w.one_of("probation-step", stride.step.as_str()),
        state: stride.state.as_str(),
        on: stride.on.map(|on| w.date(on)).unwrap_or_default(),
        said: fact.map(|fact| said(w, fact)).unwrap_or_default(),
        votes,
        rule: RuleText::of(w, &view.rules, stride.rule.key),
        record,
        papers: papers(w, id, stride.step),
        undo: (open && fact.is_some())
            .then(|| format!("/members/{id}/probation/steps/{}?_method=DELETE", stride.step)),
    }
}

/// The forms of a step, each with where it is printed.
fn papers(w: Words, id: MemberId, step: ProbationStep) -> Vec<(String, String)> {
    let of: &[ProbationPaperType] = match step {
        ProbationStep::SelfReview => &[ProbationPaperType::SelfReview],
        ProbationStep::HelperComment => &[ProbationPaperType::HelperComment],
        ProbationStep::Residence => &[ProbationPaperType::Summary],
        ProbationStep::Vote => &[ProbationPaperType::Resolution],
        ProbationStep::Decision => &[ProbationPaperType::BaseResolution, ProbationPaperType::Decision],
        ProbationStep::Class | ProbationStep::Associations => &[],
    };
    let path = |paper: &ProbationPaperType| {
        let path = format!("/members/{id}/probation/papers/{paper}.pdf");
        (path, w.one_of("probation-paper", paper.as_str()))
    };
    of.iter().map(path).collect()
}

/// What was recorded of a step beside its day; a vote of a meeting is told with the meeting.
fn said(w: Words, fact: &ProbationFact) -> Vec<String> {
    let mut said = Vec::new();
    if !fact.number.is_empty() {
        said.push(w.with("recruiting-numbered", &[("number", fact.number.as_str().into())]));
    }
    if let Some(tally) = fact.tally.filter(|_| fact.meeting.is_none()) {
        let values = [("in_favour", tally.in_favour.into()), ("counted", tally.counted.into())];
        said.push(w.with("recruiting-tally", &values));
    }
    said.extend([fact.by.clone(), fact.note.clone()].into_iter().filter(|text| !text.is_empty()));
    said
}
