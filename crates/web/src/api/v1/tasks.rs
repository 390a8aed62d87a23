//! Tasks of resolutions: one's own, a cell's, one whole; changed, reported, accepted, let drop.

use axum::{
    Json,
    http::header,
    response::{IntoResponse as _, Response},
};
use nennep_app::tasks as deeds;
use nennep_domain::{
    ids::{EvidenceId, MeetingId, MemberId, OrganisationId, TaskId},
    tasks::{self as domain, TaskDraft},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{Answer, DONE, Done};
use crate::api::{
    Caller, Page, Problem,
    body::{Asked, At, Body, File},
    paging,
    routes::Api,
    values::{Day, Moment, Month, words},
};

words! {
    /// How a task stands in time.
    TaskState = domain::TaskState;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_own_tasks))
        .with(routes!(list_cell_tasks))
        .with(routes!(show_task, change_task))
        .with(routes!(report_task))
        .with(routes!(accept_task, take_task_acceptance_back))
        .with(routes!(let_task_drop, take_task_up))
        .with(routes!(return_task))
        .with(routes!(list_task_evidence))
        .with(routes!(add_task_evidence, read_task_evidence, remove_task_evidence))
}

/// A task of a resolution.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Task {
    /// Its id.
    pub id: Uuid,
    /// The cell.
    pub cell: Uuid,
    /// The meeting that set it.
    pub meeting: Uuid,
    /// The item of its agenda under which it was set.
    pub item: Option<Uuid>,
    /// Its place in the resolution's table, from 1.
    pub position: u32,
    /// What is to be done.
    pub title: String,
    /// What is to come of it.
    pub product: String,
    /// The member who answers for it.
    pub owner: Option<Uuid>,
    /// By when.
    pub deadline: Option<Day>,
    /// The month of the meeting at which it is reported.
    pub reports_in: Option<Month>,
    /// How it stands in time.
    pub state: TaskState,
    /// What came of it so far.
    pub result: String,
    /// How much of it is done, 0 to 100.
    pub done_percent: u8,
    /// The day it was reported done.
    pub done_on: Option<Day>,
    /// The day the cell let it drop.
    pub dropped_on: Option<Day>,
    /// When the cell accepted its result: until then it comes back on each agenda once due.
    pub accepted_at: Option<Moment>,
    /// Rises by one with each change.
    pub version: u32,
}

impl From<&domain::Task> for Task {
    fn from(task: &domain::Task) -> Self {
        Self {
            id: task.id.0,
            cell: task.cell.0,
            meeting: task.meeting.0,
            item: task.item.map(|id| id.0),
            position: task.position,
            title: task.title.clone(),
            product: task.product.clone(),
            owner: task.owner.map(|id| id.0),
            deadline: task.deadline.map(Day::from),
            reports_in: task.reports_in.map(Month::from),
            state: task.state.into(),
            result: task.result.clone(),
            done_percent: task.done_percent,
            done_on: task.done_on.map(Day::from),
            dropped_on: task.dropped_on.map(Day::from),
            accepted_at: task.accepted_at.map(Moment::from),
            version: task.version,
        }
    }
}

/// What a task says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TaskBody {
    /// What is to be done.
    pub(super) title: String,
    /// What is to come of it.
    #[serde(default)]
    pub(super) product: String,
    /// The member who answers for it.
    pub(super) owner: Option<Uuid>,
    /// By when; a standing task needs none.
    pub(super) deadline: Option<Day>,
    /// The month of the meeting at which it is reported.
    pub(super) reports_in: Option<Month>,
    /// How it stands in time.
    pub(super) state: TaskState,
}

impl From<TaskBody> for TaskDraft {
    fn from(body: TaskBody) -> Self {
        Self {
            title: body.title,
            product: body.product,
            owner: body.owner.map(MemberId),
            deadline: body.deadline.map(|day| day.0),
            reports_in: body.reports_in.map(|month| month.0),
            state: body.state.0,
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listing {
    /// Only tasks neither accepted nor let drop.
    #[serde(default)]
    open: bool,
    /// At most so many lines, 1 to 200; 50 where nothing is said.
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// The caller's own tasks, latest set first.
#[utoipa::path(get, path = "/api/v1/tasks", tag = "tasks", params(Listing),
    responses((status = 200, body = Page<Task>)))]
async fn list_own_tasks(Caller(ctx): Caller, Asked(asked): Asked<Listing>) -> Answer<Page<Task>> {
    let limit = paging::limit(asked.limit)?;
    let after = paging::after::<TaskId>(asked.after.as_deref())?;
    let found = deeds::mine_after(&ctx, asked.open, after, limit + 1).await?;
    Ok(Json(Page::of(found, limit, |last| last.id)))
}

/// Tasks of a cell, latest set first.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/tasks", tag = "tasks", params(Listing),
    responses((status = 200, body = Page<Task>)))]
async fn list_cell_tasks(
    Caller(ctx): Caller,
    At(cell): At<OrganisationId>,
    Asked(asked): Asked<Listing>,
) -> Answer<Page<Task>> {
    let limit = paging::limit(asked.limit)?;
    let after = paging::after::<TaskId>(asked.after.as_deref())?;
    let found = deeds::of_cell(&ctx, cell, asked.open, after, limit + 1).await?;
    Ok(Json(Page::of(found, limit, |last| last.id)))
}

/// One task.
#[utoipa::path(get, path = "/api/v1/tasks/{task}", tag = "tasks", responses((status = 200, body = Task)))]
async fn show_task(Caller(ctx): Caller, At(task): At<TaskId>) -> Answer<Task> {
    Ok(Json((&deeds::show(&ctx, task).await?).into()))
}

/// A task anew, over the version that was read.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TaskChange {
    /// The version that was read.
    version: u32,
    /// What it is to say.
    task: TaskBody,
}

/// Changes what a task says. Where minutes are adopted, title and product stand.
#[utoipa::path(put, path = "/api/v1/tasks/{task}", tag = "tasks", request_body = TaskChange,
    responses((status = 204), (status = 409)))]
async fn change_task(Caller(ctx): Caller, At(task): At<TaskId>, Body(typed): Body<TaskChange>) -> Done {
    deeds::change(&ctx, task, typed.version, typed.task.into()).await?;
    DONE
}

/// What came of a task so far.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TaskReport {
    /// In words.
    result: String,
    /// How much of it is done.
    #[schema(minimum = 0, maximum = 100)]
    done_percent: u32,
}

/// Reports on a task: by its owner, or by the secretary for the owner. Reporting again replaces the report.
#[utoipa::path(put, path = "/api/v1/tasks/{task}/report", tag = "tasks", request_body = TaskReport,
    responses((status = 204)))]
async fn report_task(Caller(ctx): Caller, At(task): At<TaskId>, Body(typed): Body<TaskReport>) -> Done {
    deeds::report(&ctx, task, &typed.result, typed.done_percent).await?;
    DONE
}

/// Where a result is accepted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TaskAcceptance {
    /// The meeting that accepts it, if one does.
    meeting: Option<Uuid>,
}

/// Accepts a task's result for the cell; doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/tasks/{task}/acceptance", tag = "tasks", request_body = TaskAcceptance,
    responses((status = 204)))]
async fn accept_task(Caller(ctx): Caller, At(task): At<TaskId>, Body(typed): Body<TaskAcceptance>) -> Done {
    deeds::accept(&ctx, task, typed.meeting.map(MeetingId), true).await?;
    DONE
}

/// Takes the acceptance of a task's result back.
#[utoipa::path(delete, path = "/api/v1/tasks/{task}/acceptance", tag = "tasks", responses((status = 204)))]
async fn take_task_acceptance_back(Caller(ctx): Caller, At(task): At<TaskId>) -> Done {
    deeds::accept(&ctx, task, None, false).await?;
    DONE
}

/// Why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Reason {
    /// The reason, in words.
    pub(super) reason: String,
}

/// Lets a task drop, with a reason.
#[utoipa::path(post, path = "/api/v1/tasks/{task}/drop", tag = "tasks", request_body = Reason,
    responses((status = 204)))]
async fn let_task_drop(Caller(ctx): Caller, At(task): At<TaskId>, Body(typed): Body<Reason>) -> Done {
    deeds::let_drop(&ctx, task, Some(&typed.reason)).await?;
    DONE
}

/// Returns a task's result with a reason: it counts as not done until it is reported again.
#[utoipa::path(post, path = "/api/v1/tasks/{task}/return", tag = "tasks", request_body = Reason,
    responses((status = 204)))]
async fn return_task(Caller(ctx): Caller, At(task): At<TaskId>, Body(typed): Body<Reason>) -> Done {
    deeds::send_back(&ctx, task, &typed.reason).await?;
    DONE
}

/// A file put to a task.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TaskEvidence {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// What it shows; may be empty.
    pub note: String,
    /// Its media type.
    pub media_type: String,
    /// How many bytes.
    pub size: u64,
    /// When it was put there.
    pub added_at: Moment,
}

/// The files a task's result rests on.
#[utoipa::path(get, path = "/api/v1/tasks/{task}/evidence", tag = "tasks",
    responses((status = 200, body = Vec<TaskEvidence>)))]
async fn list_task_evidence(Caller(ctx): Caller, At(task): At<TaskId>) -> Answer<Vec<TaskEvidence>> {
    let file = |one: &nennep_domain::tasks::Evidence| TaskEvidence {
        id: one.id.0,
        name: one.name.clone(),
        note: one.note.clone(),
        media_type: one.media_type.clone(),
        size: one.size,
        added_at: one.added_at.into(),
    };
    Ok(Json(deeds::evidence_of(&ctx, task).await?.iter().map(file).collect()))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Naming {
    /// The file's name, with its ending.
    name: String,
    /// What it shows.
    #[serde(default)]
    note: String,
}

/// Puts a file of at most 20 MB to a task, as the body; the same id sent twice is one file.
#[utoipa::path(put, path = "/api/v1/tasks/{task}/evidence/{evidence}", tag = "tasks", params(Naming),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses((status = 204)))]
async fn add_task_evidence(
    Caller(ctx): Caller,
    At((task, id)): At<(TaskId, EvidenceId)>,
    Asked(asked): Asked<Naming>,
    File(bytes): File,
) -> Done {
    let form = deeds::EvidenceForm { id, name: &asked.name, note: &asked.note, bytes: &bytes };
    deeds::attach_evidence(&ctx, task, form).await?;
    DONE
}

/// The bytes of a file put to a task.
#[utoipa::path(get, path = "/api/v1/tasks/{task}/evidence/{evidence}", tag = "tasks",
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn read_task_evidence(
    Caller(ctx): Caller,
    At((task, id)): At<(TaskId, EvidenceId)>,
) -> Result<Response, Problem> {
    let (_, bytes) = deeds::download_evidence(&ctx, task, id).await?;
    Ok(([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response())
}

/// Takes a file away while the result is not accepted; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/tasks/{task}/evidence/{evidence}", tag = "tasks", responses((status = 204)))]
async fn remove_task_evidence(Caller(ctx): Caller, At((task, id)): At<(TaskId, EvidenceId)>) -> Done {
    deeds::remove_evidence(&ctx, task, id).await?;
    DONE
}

/// Takes a task up again that was let drop.
#[utoipa::path(delete, path = "/api/v1/tasks/{task}/drop", tag = "tasks", responses((status = 204)))]
async fn take_task_up(Caller(ctx): Caller, At(task): At<TaskId>) -> Done {
    deeds::let_drop(&ctx, task, None).await?;
    DONE
}
