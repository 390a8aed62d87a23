//! The steps a meeting has come, and what is written with them: who leads, the state of dues, why it was called off.

use nennep_domain::{
    ids::{MeetingId, MemberId},
    meetings::Done,
};
use sqlx::QueryBuilder;

use crate::{WriteTx, columns::At, error::Result};

/// A step of a meeting, for [`mark_step`] and [`clear_step`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Date and place registered.
    Registered,
    /// Agreed to by the superior committee.
    Approved,
    /// Called.
    Called,
    /// Opened.
    Opened,
    /// Agenda adopted.
    AgendaAdopted,
    /// Closed.
    Closed,
    /// Minutes adopted.
    Adopted,
    /// Reported.
    Reported,
    /// Called off.
    Cancelled,
}

impl Step {
    const fn columns(self) -> (&'static str, &'static str) {
        match self {
            Self::Registered => ("registered_at", "registered_by"),
            Self::Approved => ("approved_at", "approved_by"),
            Self::Called => ("called_at", "called_by"),
            Self::Opened => ("opened_at", "opened_by"),
            Self::AgendaAdopted => ("agenda_adopted_at", "agenda_adopted_by"),
            Self::Closed => ("closed_at", "closed_by"),
            Self::Adopted => ("adopted_at", "adopted_by"),
            Self::Reported => ("reported_at", "reported_by"),
            Self::Cancelled => ("cancelled_at", "cancelled_by"),
        }
    }
}

/// Marks a step as done. `false`: it was done before, and keeps its first time.
pub async fn mark_step(tx: &mut WriteTx, id: MeetingId, step: Step, done: Done) -> Result<bool> {
    let (at, by) = step.columns();
    let changed = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("update meetings set ");
        query.push(at).push(" = ").push_bind(At(done.at)).push(", ").push(by).push(" = ");
        query.push_bind(Some(done.by.0).filter(|id| !id.is_nil()));
        query.push(" where id = ").push_bind(id.0).push(" and ").push(at).push(" is null");
        query.build().execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok(changed == 1)
}

/// Takes a step back. `false`: it was not done.
pub async fn clear_step(tx: &mut WriteTx, id: MeetingId, step: Step) -> Result<bool> {
    let (at, by) = step.columns();
    let changed = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("update meetings set ");
        query.push(at).push(" = null, ").push(by).push(" = null where id = ").push_bind(id.0);
        query.push(" and ").push(at).push(" is not null");
        query.build().execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok(changed == 1)
}

/// Names chair, minute-taker and tracker.
pub async fn set_people(
    tx: &mut WriteTx,
    id: MeetingId,
    chair: Option<MemberId>,
    minute_taker: Option<MemberId>,
    tracker: Option<MemberId>,
) -> Result<()> {
    run!(
        tx,
        sqlx::query("update meetings set chair_id = $2, minute_taker_id = $3, tracker_id = $4 where id = $1")
            .bind(id.0)
            .bind(chair.map(|id| id.0))
            .bind(minute_taker.map(|id| id.0))
            .bind(tracker.map(|id| id.0))
    )?;
    Ok(())
}

/// Writes what was said of the state of dues.
pub async fn set_dues_note(tx: &mut WriteTx, id: MeetingId, note: &str) -> Result<()> {
    run!(tx, sqlx::query("update meetings set dues_note = $2 where id = $1").bind(id.0).bind(note))?;
    Ok(())
}

/// Writes what was said of the state of dues, if the note still reads `was`. `false`: somebody wrote meanwhile.
pub async fn save_dues_note(tx: &mut WriteTx, id: MeetingId, was: &str, note: &str) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update meetings set dues_note = $3 where id = $1 and dues_note = $2")
            .bind(id.0)
            .bind(was)
            .bind(note)
    )?;
    Ok(done == 1)
}

/// Writes why a meeting was called off.
pub async fn set_cancel_reason(tx: &mut WriteTx, id: MeetingId, reason: &str) -> Result<()> {
    run!(tx, sqlx::query("update meetings set cancel_reason = $2 where id = $1").bind(id.0).bind(reason))?;
    Ok(())
}
