//! What one rating's page tells: the result, what it rests on, the steps taken.

use nennep_app::ratings::RatingView;
use nennep_domain::{
    ids::MemberId,
    members::StandingState,
    ratings::{Step, StepKind},
};

use super::said::{LevelMark, attended, ballots, tallied, tasks};
use crate::words::Words;

/// A step that was taken.
pub(super) struct StepLine {
    pub(super) title: String,
    pub(super) on: String,
    pub(super) level: Option<LevelMark>,
    /// Sentences under it: tasks, ballots, who gives the opinion, the number of the decision.
    pub(super) facts: Vec<String>,
    pub(super) text: String,
    pub(super) faults: String,
    pub(super) undo: Option<String>,
}

/// The decision, told first.
pub(super) struct Outcome {
    pub(super) level: LevelMark,
    pub(super) said: String,
    pub(super) reason: String,
}

pub(super) fn standing(w: Words, view: &RatingView) -> Vec<String> {
    let mut said = vec![view.cell.name.clone()];
    if let Some(rated) = &view.rated {
        said.push(w.one_of("members-grade", rated.grade.as_str()));
        if rated.state != StandingState::Active {
            said.push(w.one_of("members-state", rated.state.as_str()));
        }
    }
    said
}

pub(super) fn result(w: Words, view: &RatingView) -> Option<Outcome> {
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
pub(super) fn facts(w: Words, view: &RatingView) -> Vec<(String, String)> {
    let rests = &view.rests;
    let mut facts = vec![(w.t("ratings-fact-tasks"), tasks(w, rests.tasks))];
    match &rests.below {
        None => facts.push((w.t("ratings-fact-attendance"), attended(w, rests.attendance))),
        Some((members, organisations)) => {
            facts.push((w.t("ratings-fact-organisations-below"), tallied(w, organisations)));
            facts.push((w.t("ratings-fact-members-below"), tallied(w, members)));
        }
    }
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

pub(super) fn commitment(w: Words, view: &RatingView, member: MemberId) -> (String, String) {
    let said = match &view.commitment {
        None => w.t("ratings-commitment-none-yet"),
        Some(one) if one.check.is_some() => w.t("ratings-commitment-is-checked"),
        Some(_) => w.t("ratings-commitment-is-written"),
    };
    (said, format!("/members/{member}/commitments/{}", view.round.year))
}

pub(super) fn step_line(w: Words, view: &RatingView, step: &Step) -> StepLine {
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
