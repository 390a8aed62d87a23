//! The meeting itself and its plan.

use nennep_domain::{
    ids::{AccountId, MeetingId, MemberId, OrganisationId},
    meetings::{Done, Meeting, MeetingKind, Steps},
    time::{Instant, Month},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Word, maybe_at, month},
    error::{Error, Result},
    pieces::in_pieces,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    cell_id: Uuid,
    month: i64,
    kind: Word<MeetingKind>,
    topic: String,
    starts_at: Option<At>,
    place: String,
    chair_id: Option<Uuid>,
    minute_taker_id: Option<Uuid>,
    tracker_id: Option<Uuid>,
    dues_note: String,
    cancel_reason: String,
    registered_at: Option<At>,
    registered_by: Option<Uuid>,
    approved_at: Option<At>,
    approved_by: Option<Uuid>,
    called_at: Option<At>,
    called_by: Option<Uuid>,
    opened_at: Option<At>,
    opened_by: Option<Uuid>,
    agenda_adopted_at: Option<At>,
    agenda_adopted_by: Option<Uuid>,
    closed_at: Option<At>,
    closed_by: Option<Uuid>,
    adopted_at: Option<At>,
    adopted_by: Option<Uuid>,
    reported_at: Option<At>,
    reported_by: Option<Uuid>,
    cancelled_at: Option<At>,
    cancelled_by: Option<Uuid>,
}

/// A deed without an account was the program's own (a sample, the command line).
fn done(at: Option<At>, by: Option<Uuid>) -> Option<Done> {
    at.map(|at| Done { at: at.0, by: AccountId(by.unwrap_or_default()) })
}

impl TryFrom<Row> for Meeting {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: MeetingId(row.id),
            cell: OrganisationId(row.cell_id),
            month: month(row.month)?,
            kind: row.kind.0,
            topic: row.topic,
            starts_at: row.starts_at.map(|at| at.0),
            place: row.place,
            chair: row.chair_id.map(MemberId),
            minute_taker: row.minute_taker_id.map(MemberId),
            tracker: row.tracker_id.map(MemberId),
            dues_note: row.dues_note,
            cancel_reason: row.cancel_reason,
            steps: Steps {
                registered: done(row.registered_at, row.registered_by),
                approved: done(row.approved_at, row.approved_by),
                called: done(row.called_at, row.called_by),
                opened: done(row.opened_at, row.opened_by),
                agenda_adopted: done(row.agenda_adopted_at, row.agenda_adopted_by),
                closed: done(row.closed_at, row.closed_by),
                adopted: done(row.adopted_at, row.adopted_by),
                reported: done(row.reported_at, row.reported_by),
                cancelled: done(row.cancelled_at, row.cancelled_by),
            },
        })
    }
}

pub(crate) const COLUMNS: &str = "m.id, m.cell_id, m.month, m.kind, m.topic, m.starts_at, m.place, m.chair_id, m.minute_taker_id, \
     m.tracker_id, m.dues_note, m.cancel_reason, m.registered_at, m.registered_by, m.approved_at, m.approved_by, \
     m.called_at, m.called_by, m.opened_at, m.opened_by, m.agenda_adopted_at, m.agenda_adopted_by, m.closed_at, \
     m.closed_by, m.adopted_at, m.adopted_by, m.reported_at, m.reported_by, m.cancelled_at, m.cancelled_by";

/// The meeting with this id.
pub async fn find(tx: &mut Tx, id: MeetingId) -> Result<Option<Meeting>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select ");
        query.push(COLUMNS).push(" from meetings m where m.id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    row.map(Meeting::try_from).transpose()
}

/// The meetings of a cell in a month that were not called off, the routine one first.
pub async fn of_cell_month(tx: &mut Tx, cell: OrganisationId, of: Month) -> Result<Vec<Meeting>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select ");
        query.push(COLUMNS).push(" from meetings m where m.cell_id = ").push_bind(cell.0);
        query.push(" and m.month = ").push_bind(i64::from(of.index()));
        query.push(" and m.cancelled_at is null order by case when m.kind in ('routine', 'combined') then 0 else 1 end, m.id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Meeting::try_from).collect()
}

/// The latest closed routine meeting of a cell before a month: where the previous resolution's tasks were set.
pub async fn last_routine_before(
    tx: &mut Tx,
    cell: OrganisationId,
    before: Month,
) -> Result<Option<Meeting>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select ");
        query.push(COLUMNS).push(" from meetings m where m.cell_id = ").push_bind(cell.0);
        query.push(" and m.month < ").push_bind(i64::from(before.index()));
        query.push(" and m.kind in ('routine', 'combined') and m.closed_at is not null order by m.month desc, m.id desc limit 1");
        query.build_query_as().fetch_optional(c).await
    })?;
    row.map(Meeting::try_from).transpose()
}

/// What [`list`] is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Only meetings of this organisation's cells.
    pub within: Option<OrganisationId>,
    /// Only meetings of these months, both ends included.
    pub months: Option<(Month, Month)>,
    /// Continue after this month and meeting.
    pub after: Option<(Month, MeetingId)>,
    /// Latest month first.
    pub latest_first: bool,
}

/// One line of a list of meetings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The meeting.
    pub meeting: Meeting,
    /// The cell's code.
    pub cell_code: String,
    /// The cell's name.
    pub cell_name: String,
}

#[derive(sqlx::FromRow)]
pub(crate) struct ListedRow {
    #[sqlx(flatten)]
    meeting: Row,
    cell_code: String,
    cell_name: String,
}

impl TryFrom<ListedRow> for Listed {
    type Error = Error;
    fn try_from(row: ListedRow) -> Result<Self> {
        Ok(Self { meeting: row.meeting.try_into()?, cell_code: row.cell_code, cell_name: row.cell_name })
    }
}

/// Meetings by month, those called off too, at most `limit`.
pub async fn list(tx: &mut Tx, filter: Filter, limit: u32) -> Result<Vec<Listed>> {
    let rows: Vec<ListedRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select ");
        query.push(COLUMNS).push(", o.code as cell_code, o.name as cell_name from meetings m");
        query.push(" join organisations o on o.id = m.cell_id");
        if let Some(within) = filter.within {
            query
                .push(" join organisation_ancestors a on a.organisation_id = m.cell_id and a.ancestor_id = ");
            query.push_bind(within.0);
        }
        query.push(" where 1 = 1");
        if let Some((from, to)) = filter.months {
            query.push(" and m.month between ").push_bind(i64::from(from.index()));
            query.push(" and ").push_bind(i64::from(to.index()));
        }
        let (compare, order) = if filter.latest_first { ("<", "desc") } else { (">", "asc") };
        if let Some((of, id)) = filter.after {
            query.push(" and (m.month, m.id) ").push(compare).push(" (").push_bind(i64::from(of.index()));
            query.push(", ").push_bind(id.0).push(")");
        }
        query
            .push(" order by m.month ")
            .push(order)
            .push(", m.id ")
            .push(order)
            .push(" limit ")
            .push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Listed::try_from).collect()
}

/// A meeting to be planned.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The meeting; its steps are written too (samples come with them done).
    pub meeting: Meeting,
    /// When it was planned.
    pub planned_at: Instant,
    /// By whom.
    pub planned_by: Option<AccountId>,
}

fn by(done: Option<Done>) -> Option<Uuid> {
    done.map(|done| done.by.0).filter(|id| !id.is_nil())
}

fn at(done: Option<Done>) -> Option<At> {
    maybe_at(done.map(|done| done.at))
}

/// Plans meetings; gives how many were new. A month that has its routine meeting already keeps it.
pub async fn insert_many(tx: &mut WriteTx, drafts: &[Draft]) -> Result<u64> {
    let mut added = 0;
    for chunk in in_pieces(drafts) {
        added += on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into meetings (id, cell_id, month, kind, topic, starts_at, place, chair_id, minute_taker_id, \
                 tracker_id, dues_note, cancel_reason, planned_at, planned_by, registered_at, registered_by, approved_at, \
                 approved_by, called_at, called_by, opened_at, opened_by, agenda_adopted_at, agenda_adopted_by, closed_at, \
                 closed_by, adopted_at, adopted_by, reported_at, reported_by, cancelled_at, cancelled_by) ",
            );
            query.push_values(chunk, |mut row, draft| {
                let (meeting, steps) = (&draft.meeting, &draft.meeting.steps);
                row.push_bind(meeting.id.0)
                    .push_bind(meeting.cell.0)
                    .push_bind(i64::from(meeting.month.index()))
                    .push_bind(meeting.kind.as_str())
                    .push_bind(&meeting.topic)
                    .push_bind(maybe_at(meeting.starts_at))
                    .push_bind(&meeting.place)
                    .push_bind(meeting.chair.map(|id| id.0))
                    .push_bind(meeting.minute_taker.map(|id| id.0))
                    .push_bind(meeting.tracker.map(|id| id.0))
                    .push_bind(&meeting.dues_note)
                    .push_bind(&meeting.cancel_reason)
                    .push_bind(At(draft.planned_at))
                    .push_bind(draft.planned_by.map(|id| id.0));
                for step in [
                    steps.registered,
                    steps.approved,
                    steps.called,
                    steps.opened,
                    steps.agenda_adopted,
                    steps.closed,
                    steps.adopted,
                    steps.reported,
                    steps.cancelled,
                ] {
                    row.push_bind(at(step)).push_bind(by(step));
                }
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(added)
}

/// Writes kind, topic, month, time and place anew. `false`: there is no such meeting, or another stands in that month.
pub async fn update_plan(tx: &mut WriteTx, meeting: &Meeting) -> Result<bool> {
    let taken: Option<(Uuid,)> = on_both!(tx, |c| sqlx::query_as(
        "select id from meetings where cell_id = $1 and month = $2 and kind in ('routine', 'combined')
         and cancelled_at is null and id <> $3"
    )
    .bind(meeting.cell.0)
    .bind(i64::from(meeting.month.index()))
    .bind(meeting.id.0)
    .fetch_optional(c)
    .await)?;
    if meeting.kind.is_routine() && taken.is_some() {
        return Ok(false);
    }
    let done = run!(
        tx,
        sqlx::query(
            "update meetings set month = $2, kind = $3, topic = $4, starts_at = $5, place = $6 where id = $1"
        )
        .bind(meeting.id.0)
        .bind(i64::from(meeting.month.index()))
        .bind(meeting.kind.as_str())
        .bind(&meeting.topic)
        .bind(maybe_at(meeting.starts_at))
        .bind(&meeting.place)
    )?;
    Ok(done == 1)
}
