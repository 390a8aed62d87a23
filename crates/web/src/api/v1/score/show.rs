//! The score of a meeting as it stands.

use axum::Json;
use nennep_app::quality::{self as deeds, ScoreView};
use nennep_domain::ids::MeetingId;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::{
    Decider, Points, Scorer,
    sheet::ScoreSheet,
    stages::{DoneBy, ScoreStage},
};
use crate::{
    api::{
        Caller,
        body::At,
        problem::CitationBody,
        routes::Api,
        spoken::{Said, Spoken},
        v1::{
            Answer, MeetingKind, MeetingState,
            months::{Grade, Stage},
            rules::Rule,
        },
        values::{Day, Month},
    },
    words::Words,
};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(show_score))
}

/// A meeting's score: what the program proposes with its evidence, and every stage that was entered.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Score {
    /// The meeting.
    pub meeting: Uuid,
    /// The cell's name.
    pub cell: String,
    /// The month it counts for.
    pub month: Month,
    /// The meeting's kind.
    pub kind: MeetingKind,
    /// How far the meeting has come.
    pub state: MeetingState,
    /// The rubric, if there is one for it.
    pub rubric: Option<Rubric>,
    /// Why there is none.
    pub no_rubric: Option<Said>,
    /// The sheet as the program proposes it; missing where there is no rubric and nothing was scored.
    pub sheet: Option<ScoreSheet>,
    /// The stages entered, in order: proposed, agreed, voted, decided; proposals of two scorers one after the other.
    pub stages: Vec<ScoreStage>,
    /// Who confirmed the self-score and when.
    pub confirmed: Option<DoneBy>,
    /// Whether the committee asks its attending member to confirm, and one attended.
    pub confirmation_asked: bool,
    /// Whether the superior decided otherwise than the cell voted; missing until decided.
    pub decided_otherwise: Option<bool>,
    /// The stage that comes next.
    pub next: Option<Stage>,
    /// The scorers who have still to propose.
    pub waits_for: Vec<Scorer>,
    /// What the caller may do now.
    pub open: OpenDeeds,
    /// The rules the evidence rests on, with committees' own values.
    pub rules: Vec<Rule>,
}

/// A rubric, as a sheet names it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Rubric {
    /// Its code.
    pub code: String,
    /// Its title in Vietnamese.
    pub title_vi: String,
    /// Its title in English.
    pub title_en: String,
    /// The rule document it comes from.
    pub citation: CitationBody,
    /// The first day of this version.
    pub from: Day,
    /// What it adds up to.
    pub maximum: Points,
    /// From how many points each grade is given; the lowest needs none.
    pub cut_offs: Vec<CutOff>,
    /// Who scores before the cell votes.
    pub scorers: Vec<Scorer>,
    /// Who decides the grade.
    pub decided_by: Decider,
}

/// From how many points a grade is given.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct CutOff {
    /// The grade.
    pub grade: Grade,
    /// From here on.
    pub from: Points,
}

/// A stage, and for which scorer it is.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct StageOf {
    /// The stage.
    pub stage: Stage,
    /// The scorer; proposals only.
    pub scorer: Option<Scorer>,
}

/// What the caller may do now.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct OpenDeeds {
    /// Enter the next stage.
    pub next: Option<StageOf>,
    /// Enter the last stage anew, or take it back.
    pub again: Option<StageOf>,
    /// Confirm the self-score, or take the confirmation back.
    pub confirm: bool,
}

impl From<&deeds::RubricView> for Rubric {
    fn from(rubric: &deeds::RubricView) -> Self {
        let cut_off = |one: &deeds::CutOff| CutOff { grade: one.grade.into(), from: one.from.into() };
        Self {
            code: rubric.code.clone(),
            title_vi: rubric.title.vi.clone(),
            title_en: rubric.title.en.clone(),
            citation: (&rubric.citation).into(),
            from: rubric.from.into(),
            maximum: rubric.maximum.into(),
            cut_offs: rubric.cut_offs.iter().map(cut_off).collect(),
            scorers: rubric.scorers.iter().copied().map(Scorer::from).collect(),
            decided_by: rubric.decided_by.into(),
        }
    }
}

impl From<&deeds::Deeds> for OpenDeeds {
    fn from(open: &deeds::Deeds) -> Self {
        let stage =
            |of: deeds::StageOf| StageOf { stage: of.stage.into(), scorer: of.scorer.map(Scorer::from) };
        Self { next: open.next.map(stage), again: open.again.map(stage), confirm: open.confirm }
    }
}

impl Score {
    fn of(w: Words, view: &ScoreView) -> Self {
        Self {
            meeting: view.meeting.0,
            cell: view.cell.clone(),
            month: view.month.into(),
            kind: view.kind.into(),
            state: view.state.into(),
            rubric: view.rubric.as_ref().map(Rubric::from),
            no_rubric: view.no_rubric.as_ref().map(|sentence| Said::of(w, sentence)),
            sheet: view.sheet.as_ref().map(|sheet| ScoreSheet::of(w, sheet)),
            stages: view.stages.iter().map(ScoreStage::from).collect(),
            confirmed: view.confirmed.as_ref().map(DoneBy::from),
            confirmation_asked: view.confirmation_asked,
            decided_otherwise: view.decided_otherwise,
            next: view.next.map(Stage::from),
            waits_for: view.waits_for.iter().copied().map(Scorer::from).collect(),
            open: (&view.deeds).into(),
            rules: view.rules.iter().map(Rule::from).collect(),
        }
    }
}

/// The score of a meeting: the program's sheet with its evidence, and all stages side by side.
#[utoipa::path(get, path = "/api/v1/meetings/{meeting}/score", tag = "score",
    responses((status = 200, body = Score)))]
async fn show_score(Caller(ctx): Caller, Spoken(w): Spoken, At(meeting): At<MeetingId>) -> Answer<Score> {
    Ok(Json(Score::of(w, &deeds::show(&ctx, meeting).await?)))
}
