//! A committee's year in numbers: totals month by month, and what is late or will be within the week.

use axum::{Json, extract::State};
use nennep_app::{
    App,
    months::{self as deeds, Grid, GridFilter, Owed},
};
use nennep_domain::{
    ids::{MemberId, OrganisationId},
    months as domain, time,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{
    Answer,
    members::CellName,
    organisations::{CellType, Organisation},
};
use crate::api::{
    Caller,
    body::{Asked, At},
    problem::CitationBody,
    routes::Api,
    values::{Moment, Month, words},
};

words! {
    /// What a cell's month owes.
    DueKind = domain::DueKind;
}

pub(super) fn routes() -> Api {
    Api::new().with(routes!(show_committee_year))
}

/// What the cells' months add up to. Averages are of cells.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MonthTotals {
    /// The month.
    pub month: Month,
    /// Cells counted.
    pub cells: u32,
    /// Of them, those that held the routine meeting.
    pub met: u32,
    /// Of those, shorter than asked for.
    pub short: u32,
    /// Of those, with the agenda papers posted in time.
    pub papers_in_time: u32,
    /// Of those, reported.
    pub reported: u32,
    /// Of those, with the grade decided.
    pub decided: u32,
    /// Graded good.
    pub good: u32,
    /// Graded fair.
    pub fair: u32,
    /// Graded average.
    pub average: u32,
    /// Graded poor.
    pub poor: u32,
}

impl MonthTotals {
    fn of(month: time::Month, totals: &domain::Totals) -> Self {
        let [good, fair, average, poor] = totals.grades;
        Self {
            month: month.into(),
            cells: totals.cells,
            met: totals.met,
            short: totals.short,
            papers_in_time: totals.papers_in_time,
            reported: totals.reported,
            decided: totals.decided,
            good,
            fair,
            average,
            poor,
        }
    }
}

/// Something a cell owes, late or soon late.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OwedLine {
    /// The cell.
    pub cell: CellName,
    /// The month it is about.
    pub month: Month,
    /// What.
    pub kind: DueKind,
    /// Late from this moment on.
    pub by: Moment,
    /// The rule it rests on.
    pub citation: Option<CitationBody>,
}

impl From<&Owed> for OwedLine {
    fn from(owed: &Owed) -> Self {
        let (code, name) = (owed.cell.code.clone(), owed.cell.name.clone());
        Self {
            cell: CellName { id: owed.cell.id.0, code, name },
            month: owed.month.month.into(),
            kind: owed.due.kind.into(),
            by: owed.due.by.into(),
            citation: owed.due.citation.as_ref().map(CitationBody::from),
        }
    }
}

/// A committee's year.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CommitteeYear {
    /// The committee's organisation.
    pub organisation: Organisation,
    /// Cells there are in all.
    pub cells: usize,
    /// Totals of its twelve months, oldest first.
    pub months: Vec<MonthTotals>,
    /// What is late or will be within the week, most urgent first; at most sixty.
    pub owed: Vec<OwedLine>,
}

impl From<&Grid> for CommitteeYear {
    fn from(grid: &Grid) -> Self {
        let months = grid.months.iter().zip(&grid.columns);
        Self {
            organisation: (&grid.organisation).into(),
            cells: grid.cells,
            months: months.map(|(month, totals)| MonthTotals::of(*month, totals)).collect(),
            owed: grid.owed.iter().map(OwedLine::from).collect(),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Year {
    /// The last of the twelve months; the present one where nothing is said.
    #[param(inline)]
    to: Option<Month>,
    /// Only cells of this type.
    #[param(inline)]
    cell_type: Option<CellType>,
    /// Only cells followed by this member.
    overseer: Option<Uuid>,
}

/// A committee's year in numbers, with what is late before it is late.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/year", tag = "months", params(Year),
    responses((status = 200, body = CommitteeYear)))]
async fn show_committee_year(
    State(app): State<App>,
    Caller(ctx): Caller,
    At(organisation): At<OrganisationId>,
    Asked(asked): Asked<Year>,
) -> Answer<CommitteeYear> {
    let filter = GridFilter {
        organisation,
        to: asked.to.map_or_else(|| time::Month::of(app.now().date()), |month| month.0),
        cell_type: asked.cell_type.map(|cell_type| cell_type.0),
        overseer: asked.overseer.map(MemberId),
        skip: 0,
        limit: 0,
    };
    Ok(Json(deeds::grid(&ctx, &filter).await?.as_ref().into()))
}
