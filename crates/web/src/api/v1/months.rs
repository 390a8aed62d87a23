//! The committee's months: each cell with what is known of it, month by month.

use axum::Json;
use nennep_app::months as deeds;
use nennep_domain::{ids::OrganisationId, months as domain, problems::Sentence, quality};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{Answer, organisations::Organisation};
use crate::api::{
    Caller, Page, Problem,
    body::{Asked, At},
    paging,
    routes::Api,
    values::{Moment, Month, words},
};

words! {
    /// The grade of a meeting.
    Grade = quality::Grade;
    /// How far the scoring of a meeting has come.
    Stage = quality::Stage;
}

pub(super) fn routes() -> Api {
    Api::new().with(routes!(list_months))
}

/// The most months asked for at once.
const MOST: i32 = 36;

/// What is known of a cell's month. Facts only: the rules of the day judge whether they are enough.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MonthOfCell {
    /// The month.
    pub month: Month,
    /// The routine or combined meeting, once planned.
    pub meeting: Option<Uuid>,
    /// When it is to start.
    pub starts_at: Option<Moment>,
    /// When it was called.
    pub called_at: Option<Moment>,
    /// When it was opened.
    pub opened_at: Option<Moment>,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// When its minutes were adopted.
    pub adopted_at: Option<Moment>,
    /// When it was reported.
    pub reported_at: Option<Moment>,
    /// Whether a thematic meeting was held.
    pub thematic: bool,
    /// Minutes from opening to closing.
    pub length_minutes: Option<u32>,
    /// The least minutes that were asked for.
    pub minimum_minutes: Option<u32>,
    /// Members expected by the rule of attendance.
    pub expected: Option<u32>,
    /// Of them, present.
    pub present: Option<u32>,
    /// Of them, absent without reason.
    pub unexcused: Option<u32>,
    /// Attendees who spoke.
    pub speakers: Option<u32>,
    /// All who attended.
    pub attendees: Option<u32>,
    /// When the last paper was posted before the start.
    pub papers_at: Option<Moment>,
    /// Tasks due at the meeting.
    pub tasks_due: Option<u32>,
    /// Of them, done.
    pub tasks_done: Option<u32>,
    /// Points of the latest stage, in hundredths.
    pub score: Option<u32>,
    /// Grade of the latest stage.
    pub grade: Option<Grade>,
    /// The latest stage.
    pub stage: Option<Stage>,
}

impl From<&domain::CellMonth> for MonthOfCell {
    fn from(month: &domain::CellMonth) -> Self {
        Self {
            month: month.month.into(),
            meeting: month.meeting.map(|id| id.0),
            starts_at: month.starts_at.map(Moment::from),
            called_at: month.called_at.map(Moment::from),
            opened_at: month.opened_at.map(Moment::from),
            closed_at: month.closed_at.map(Moment::from),
            adopted_at: month.adopted_at.map(Moment::from),
            reported_at: month.reported_at.map(Moment::from),
            thematic: month.thematic,
            length_minutes: month.length_minutes,
            minimum_minutes: month.minimum_minutes,
            expected: month.expected,
            present: month.present,
            unexcused: month.unexcused,
            speakers: month.speakers,
            attendees: month.attendees,
            papers_at: month.papers_at.map(Moment::from),
            tasks_due: month.tasks_due,
            tasks_done: month.tasks_done,
            score: month.score,
            grade: month.grade.map(Grade::from),
            stage: month.stage.map(Stage::from),
        }
    }
}

/// One cell with what is known of its months.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CellMonths {
    /// The cell.
    pub cell: Organisation,
    /// Its months, oldest first; a month of which nothing is known is left out.
    pub months: Vec<MonthOfCell>,
}

impl From<&deeds::CellMonths> for CellMonths {
    fn from(row: &deeds::CellMonths) -> Self {
        Self { cell: (&row.cell).into(), months: row.months.iter().map(MonthOfCell::from).collect() }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listing {
    /// The first month.
    #[param(inline)]
    from: Month,
    /// The last month; at most 36 months are given.
    #[param(inline)]
    to: Month,
    /// At most so many cells, 1 to 200; 50 where nothing is said.
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// The cells within an organisation by code, each with its months.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/months", tag = "months", params(Listing),
    responses((status = 200, body = Page<CellMonths>)))]
async fn list_months(
    Caller(ctx): Caller,
    At(within): At<OrganisationId>,
    Asked(asked): Asked<Listing>,
) -> Answer<Page<CellMonths>> {
    let limit = paging::limit(asked.limit)?;
    let (from, to) = (asked.from.0, asked.to.0);
    if to < from || from.plus(MOST) <= to {
        return Err(Problem::field("to", Sentence::new("api-months-span").with("most", MOST)));
    }
    let after: Option<(String, OrganisationId)> = paging::after(asked.after.as_deref())?;
    let after = after.as_ref().map(|(code, id)| (code.as_str(), *id));
    let found = deeds::cell_months(&ctx, within, (from, to), after, limit + 1).await?;
    Ok(Json(Page::of(found, limit, |last| (last.cell.code.clone(), last.cell.id))))
}
