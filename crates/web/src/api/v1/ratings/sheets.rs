//! Sheets of a year: of a committee, and of a cell, the latter as a file too.

use axum::{Json, response::Response};
use nennep_app::ratings::{self as deeds, CellLine, CellSheet, CommitteeSheet, MemberLine, RoundLine};
use nennep_domain::{
    ids::OrganisationId,
    ratings::{Level, StepKind},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{
    RatingLevel, RatingRound, RatingStep,
    rounds::Ceiling,
    values::{LevelCounts, RatingAttendance, TaskCount},
};
use crate::{
    api::{
        Caller, Problem,
        body::{Asked, At},
        routes::Api,
        v1::{Answer, RegisterFormat, members::CellName},
    },
    download,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(show_committee_ratings))
        .with(routes!(show_cell_ratings))
        .with(routes!(write_rating_sheet))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct OfYear {
    /// The year; the last one with a round where nothing is said.
    year: Option<i16>,
}

fn named(one: &nennep_domain::organisations::Organisation) -> CellName {
    CellName { id: one.id.0, code: one.code.clone(), name: one.name.clone() }
}

/// A round of a committee's sheet.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CommitteeRatingRound)]
pub struct SheetRound {
    /// The round.
    pub round: RatingRound,
    /// Its organisation.
    pub organisation: CellName,
    /// The members' ratings.
    pub members: LevelCounts,
    /// The cells' own ratings.
    pub cells: LevelCounts,
    /// The ceiling.
    pub ceiling: Option<Ceiling>,
}

impl From<&RoundLine> for SheetRound {
    fn from(line: &RoundLine) -> Self {
        Self {
            round: (&line.round).into(),
            organisation: named(&line.organisation),
            members: line.members.into(),
            cells: line.cells.into(),
            ceiling: line.ceiling.as_ref().map(Ceiling::from),
        }
    }
}

/// A cell of a committee's sheet.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CommitteeRatingCell)]
pub struct SheetCell {
    /// The cell.
    pub cell: CellName,
    /// The round that rates it.
    pub round: Uuid,
    /// The members' ratings.
    pub members: LevelCounts,
    /// How many members have rated themselves.
    pub self_rated: u32,
    /// On how many the cell has voted.
    pub voted: u32,
    /// The level decided for the cell itself.
    pub own_level: Option<RatingLevel>,
}

impl From<&CellLine> for SheetCell {
    fn from(line: &CellLine) -> Self {
        Self {
            cell: named(&line.cell),
            round: line.round.0,
            members: line.members.into(),
            self_rated: line.self_rated,
            voted: line.voted,
            own_level: line.own_level.map(RatingLevel::from),
        }
    }
}

/// The sheet of a committee for a year.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CommitteeRatings {
    /// The year.
    pub year: i16,
    /// The rounds of the organisation and of those below, by code; those above it as far as they rate cells below.
    pub rounds: Vec<SheetRound>,
    /// The cells of the organisation's own round, or of one above it, by code.
    pub cells: Vec<SheetCell>,
}

impl From<&CommitteeSheet> for CommitteeRatings {
    fn from(sheet: &CommitteeSheet) -> Self {
        Self {
            year: sheet.year,
            rounds: sheet.rounds.iter().map(SheetRound::from).collect(),
            cells: sheet.cells.iter().map(SheetCell::from).collect(),
        }
    }
}

/// The ratings of a committee organisation for a year: its rounds and those below, levels, ceilings, cells.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/ratings", tag = "ratings", params(OfYear),
    responses((status = 200, body = CommitteeRatings)))]
async fn show_committee_ratings(
    Caller(ctx): Caller,
    At(id): At<OrganisationId>,
    Asked(asked): Asked<OfYear>,
) -> Answer<CommitteeRatings> {
    Ok(Json((&deeds::committee_sheet(&ctx, id, asked.year).await?).into()))
}

/// One rating of a cell's sheet.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RatingLine {
    /// The member; missing for the cell itself.
    pub member: Option<Uuid>,
    /// The member's name.
    pub name: Option<String>,
    /// The tasks of the year as the program knows them.
    pub tasks: TaskCount,
    /// How the member attended.
    pub attendance: RatingAttendance,
    /// The best level that points and tasks bear; missing while there are no points.
    pub borne: Option<RatingLevel>,
    /// The level decided.
    pub decided: Option<RatingLevel>,
    /// The steps that stand.
    pub steps: Vec<RatingStep>,
}

impl From<&MemberLine> for RatingLine {
    fn from(line: &MemberLine) -> Self {
        let decided: Option<Level> = line.step(StepKind::Decision).and_then(|step| step.body.level);
        Self {
            member: line.rated.as_ref().map(|rated| rated.member.0),
            name: line.rated.as_ref().map(|rated| rated.name.clone()),
            tasks: line.rests.tasks.into(),
            attendance: line.rests.attendance.into(),
            borne: line.support.level.map(RatingLevel::from),
            decided: decided.map(RatingLevel::from),
            steps: line.steps.iter().map(RatingStep::from).collect(),
        }
    }
}

/// The sheet of a cell for a year.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CellRatings {
    /// The cell.
    pub cell: CellName,
    /// The year.
    pub year: i16,
    /// The round; missing while no committee above has opened one.
    pub round: Option<RatingRound>,
    /// The cell's own rating.
    pub own: Option<RatingLine>,
    /// The members by given name.
    pub members: Vec<RatingLine>,
}

impl From<&CellSheet> for CellRatings {
    fn from(sheet: &CellSheet) -> Self {
        Self {
            cell: named(&sheet.cell),
            year: sheet.year,
            round: sheet.round.as_ref().map(RatingRound::from),
            own: sheet.own.as_ref().map(RatingLine::from),
            members: sheet.lines.iter().map(RatingLine::from).collect(),
        }
    }
}

/// The ratings of a cell for a year, member by member.
#[utoipa::path(get, path = "/api/v1/cells/{cell}/ratings", tag = "ratings", params(OfYear),
    responses((status = 200, body = CellRatings)))]
async fn show_cell_ratings(
    Caller(ctx): Caller,
    At(id): At<OrganisationId>,
    Asked(asked): Asked<OfYear>,
) -> Answer<CellRatings> {
    Ok(Json((&deeds::cell_sheet(&ctx, id, asked.year).await?).into()))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Writing {
    /// The year; the last one with a round where nothing is said.
    year: Option<i16>,
    /// The form; PDF where nothing is said.
    #[serde(default)]
    #[param(inline)]
    format: RegisterFormat,
}

/// The ratings of a cell for a year as a file.
#[utoipa::path(get, path = "/api/v1/cells/{cell}/ratings/sheet", tag = "ratings", params(Writing),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn write_rating_sheet(
    Caller(ctx): Caller,
    At(cell): At<OrganisationId>,
    Asked(asked): Asked<Writing>,
) -> Result<Response, Problem> {
    Ok(download::written(&deeds::written_sheet(&ctx, cell, asked.year, asked.format.into()).await?))
}
