//! One meeting whole: everything about it that the caller may read.

use axum::Json;
use nennep_app::meetings::{self as deeds, MeetingView};
use nennep_domain::{
    ids::{MeetingId, MemberId},
    meetings as domain,
};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::{
    list::MeetingLine,
    prepared::{AgendaItem, LeaveRequest, Notices, PaperLine, Preparation, hex},
    record::{DueTask, GuestLine, Motion, Remark, RollLine},
};
use crate::api::{
    Caller,
    body::At,
    routes::Api,
    spoken::{Said, Spoken},
    v1::{Answer, Person, members::CellName, tasks::Task},
    values::{Day, Moment},
};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(show_meeting))
}

impl Person {
    pub(super) fn of(member: MemberId, view: &MeetingView) -> Self {
        Self { member: member.0, name: view.name(member).to_owned() }
    }
}

/// The text of a meeting's resolution, beside what facts fill in by themselves.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Resolution {
    /// Politics and ideology, members' thinking and public opinion last month.
    pub situation: String,
    /// Results of the political task last month.
    pub results: String,
    /// Praise and reminders.
    pub praise: String,
    /// Faults and their causes.
    pub faults: String,
    /// Direction for next month.
    pub direction: String,
    /// Assignment and execution.
    pub execution: String,
    /// Rises by one with each change; 0 while nothing is written.
    pub version: u32,
}

impl From<&domain::Resolution> for Resolution {
    fn from(text: &domain::Resolution) -> Self {
        let domain::Resolution { situation, results, praise, faults, direction, execution, version } =
            text.clone();
        Self { situation, results, praise, faults, direction, execution, version }
    }
}

/// What was added to adopted minutes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Addition {
    /// Its id.
    pub id: Uuid,
    /// What is added.
    pub body: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
}

/// Adopted minutes, by their seal.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AdoptedMinutes {
    /// When they were adopted.
    pub at: Moment,
    /// SHA-256 of what was frozen, in hexadecimal.
    pub sha256: String,
}

/// The number of a paper the organisation issued.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Issue {
    /// The sign of its type, e.g. `NQ`.
    pub sign: String,
    /// Its number within type and term.
    pub number: u32,
    /// The day it was issued.
    pub on: Day,
}

/// Everything about one meeting that the caller may read.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Meeting {
    /// What a list says of it.
    #[serde(flatten)]
    pub line: MeetingLine,
    /// Who chairs.
    pub chair: Option<Person>,
    /// Who takes the minutes.
    pub minute_taker: Option<Person>,
    /// Who follows the meeting in order to score it.
    pub tracker: Option<Person>,
    /// What was said of the state of dues.
    pub dues_note: String,
    /// Why it was called off.
    pub cancel_reason: String,
    /// The agenda in order.
    pub agenda: Vec<AgendaItem>,
    /// Papers attached.
    pub papers: Vec<PaperLine>,
    /// How notice went out.
    pub notices: Notices,
    /// Leave requests: all for those who answer them, else the caller's own.
    pub leave: Vec<LeaveRequest>,
    /// What members prepared, as far as the caller may see it.
    pub preparations: Vec<Preparation>,
    /// The roll; before the opening, as it would open today.
    pub roll: Vec<RollLine>,
    /// Guests.
    pub guests: Vec<GuestLine>,
    /// Remarks.
    pub remarks: Vec<Remark>,
    /// Motions with their denominators, and opinions reserved.
    pub motions: Vec<Motion>,
    /// Tasks this meeting set.
    pub tasks: Vec<Task>,
    /// Tasks due at this meeting.
    pub due_tasks: Vec<DueTask>,
    /// The resolution's text.
    pub resolution: Resolution,
    /// The seal of adopted minutes.
    pub minutes: Option<AdoptedMinutes>,
    /// Additions to them.
    pub additions: Vec<Addition>,
    /// Numbers of papers issued.
    pub issues: Vec<Issue>,
    /// Why a meeting by sub-cells does not stand in for the whole cell's; empty where it does, and for other meetings.
    pub sub_cell_faults: Vec<SubCellFault>,
}

/// Why a meeting by sub-cells does not stand in for the whole cell's.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SubCellFault {
    /// Why.
    #[serde(flatten)]
    pub said: Said,
    /// The document and article.
    pub citation: String,
}

impl From<&MeetingView> for Meeting {
    fn from(view: &MeetingView) -> Self {
        let meeting = &view.meeting;
        let cell =
            CellName { id: view.cell.id.0, code: view.cell.code.clone(), name: view.cell.name.clone() };
        let person = |member: Option<MemberId>| member.map(|member| Person::of(member, view));
        Self {
            line: MeetingLine::of(meeting, cell),
            chair: person(meeting.chair),
            minute_taker: person(meeting.minute_taker),
            tracker: person(meeting.tracker),
            dues_note: meeting.dues_note.clone(),
            cancel_reason: meeting.cancel_reason.clone(),
            agenda: view.items.iter().map(|item| AgendaItem::of(item, view)).collect(),
            papers: view.papers.iter().map(PaperLine::from).collect(),
            notices: view.notices.as_slice().into(),
            leave: view.leave.iter().map(|request| LeaveRequest::of(request, view)).collect(),
            preparations: view.preparations.iter().map(|one| Preparation::of(one, view)).collect(),
            roll: view.roll.iter().map(RollLine::from).collect(),
            guests: view.guests.iter().map(GuestLine::from).collect(),
            remarks: view.remarks.iter().map(|remark| Remark::of(remark, view)).collect(),
            motions: view.motions.iter().map(|motion| Motion::of(motion, view)).collect(),
            tasks: view.tasks.iter().map(Task::from).collect(),
            due_tasks: view.due.iter().map(DueTask::from).collect(),
            resolution: (&view.resolution).into(),
            minutes: view.adopted.as_ref().map(|adopted| AdoptedMinutes {
                at: adopted.adopted_at.into(),
                sha256: hex(&adopted.sha256),
            }),
            additions: view.additions.iter().map(addition).collect(),
            issues: view.issues.iter().map(issue).collect(),
            sub_cell_faults: Vec::new(),
        }
    }
}

fn addition(addition: &domain::Addition) -> Addition {
    let domain::Addition { id, body, reason, at, .. } = addition.clone();
    Addition { id: id.0, body, reason, at: at.into() }
}

fn issue((sign, number, on): &(String, u32, jiff::civil::Date)) -> Issue {
    Issue { sign: sign.clone(), number: *number, on: (*on).into() }
}

/// Everything about one meeting that the caller may read.
#[utoipa::path(get, path = "/api/v1/meetings/{meeting}", tag = "meetings",
    responses((status = 200, body = Meeting)))]
async fn show_meeting(Caller(ctx): Caller, Spoken(w): Spoken, At(id): At<MeetingId>) -> Answer<Meeting> {
    let mut meeting = Meeting::from(&deeds::show(&ctx, id).await?);
    let fault = |fault: &domain::SubCellFault| SubCellFault {
        said: Said::of(w, &fault.sentence),
        citation: fault.citation.to_string(),
    };
    meeting.sub_cell_faults = deeds::sub_cell_faults(&ctx, id).await?.iter().map(fault).collect();
    Ok(Json(meeting))
}
