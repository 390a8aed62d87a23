//! Whom was written to of what falls due on somebody's way.

use jiff::civil::Date;
use nennep_domain::{ids::MemberId, time::Instant};
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, day},
    error::Result,
};

/// That somebody was reminded of a due day at one of the days before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminded<'a> {
    /// The candidate or member it is about.
    pub subject: Uuid,
    /// The step, as a word of its list; `recognition` of a probation.
    pub step: &'a str,
    /// The due day.
    pub due_on: Date,
    /// The days before it at which people are reminded.
    pub mark: u32,
    /// Who was written to.
    pub member: MemberId,
}

/// Whether somebody was reminded of it already.
pub async fn was_reminded(tx: &mut Tx, one: &Reminded<'_>) -> Result<bool> {
    let (found,): (i64,) = on_both!(tx, |c| {
        sqlx::query_as(
            "select count(*) from way_reminders where subject_id = $1 and step = $2 and due_on = $3 and mark = $4
             and member_id = $5",
        )
        .bind(one.subject)
        .bind(one.step)
        .bind(day(one.due_on))
        .bind(i64::from(one.mark))
        .bind(one.member.0)
        .fetch_one(c)
        .await
    })?;
    Ok(found > 0)
}

/// Keeps that somebody was reminded. `false`: it was kept before.
pub async fn mark_reminded(tx: &mut WriteTx, one: &Reminded<'_>, at: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into way_reminders (subject_id, step, due_on, mark, member_id, sent_at)
             values ($1, $2, $3, $4, $5, $6) on conflict do nothing"
        )
        .bind(one.subject)
        .bind(one.step)
        .bind(day(one.due_on))
        .bind(i64::from(one.mark))
        .bind(one.member.0)
        .bind(At(at))
    )?;
    Ok(done == 1)
}
