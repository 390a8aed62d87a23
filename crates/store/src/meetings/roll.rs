//! The roll of a meeting: who stood in the cell that day, and how they attended.

use nennep_domain::{
    ids::{MeetingId, MemberId, OrganisationId},
    meetings::{Attendance, RollEntry},
    members::{MemberGrade, RollMember, StandingState},
    names,
    time::{Instant, Month},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Word, maybe_at},
    error::Result,
    pieces::in_pieces,
};

#[derive(sqlx::FromRow)]
struct Row {
    member_id: Uuid,
    name: String,
    grade: Word<MemberGrade>,
    state: Word<StandingState>,
    attendance: Option<Word<Attendance>>,
    arrived_at: Option<At>,
    left_at: Option<At>,
    note: String,
}

/// The roll of a meeting, by given name; empty until the meeting was opened.
pub async fn roll(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<RollEntry>> {
    let rows: Vec<Row> = on_both!(tx, |c| sqlx::query_as(
        "select member_id, name, grade, state, attendance, arrived_at, left_at, note from roll_entries
         where meeting_id = $1 order by sort_key, member_id"
    )
    .bind(meeting.0)
    .fetch_all(c)
    .await)?;
    let roll = rows.into_iter().map(|row| RollEntry {
        who: RollMember {
            member: MemberId(row.member_id),
            name: row.name,
            grade: row.grade.0,
            state: row.state.0,
        },
        attendance: row.attendance.map(|word| word.0),
        arrived_at: row.arrived_at.map(|at| at.0),
        left_at: row.left_at.map(|at| at.0),
        note: row.note,
    });
    Ok(roll.collect())
}

/// Writes the roll of a meeting; lines already there stay.
pub async fn insert_roll(tx: &mut WriteTx, meeting: MeetingId, roll: &[RollEntry]) -> Result<()> {
    let lines: Vec<_> = roll.iter().map(|entry| (meeting, entry)).collect();
    insert_roll_lines(tx, &lines).await
}

/// Writes lines of the rolls of many meetings; lines already there stay.
pub async fn insert_roll_lines(tx: &mut WriteTx, lines: &[(MeetingId, &RollEntry)]) -> Result<()> {
    for chunk in in_pieces(lines) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into roll_entries (meeting_id, member_id, name, sort_key, grade, state, attendance, arrived_at, \
                 left_at, note) ",
            );
            query.push_values(chunk, |mut row, (meeting, entry)| {
                row.push_bind(meeting.0)
                    .push_bind(entry.who.member.0)
                    .push_bind(&entry.who.name)
                    .push_bind(names::sort_key(&entry.who.name))
                    .push_bind(entry.who.grade.as_str())
                    .push_bind(entry.who.state.as_str())
                    .push_bind(entry.attendance.map(Attendance::as_str))
                    .push_bind(maybe_at(entry.arrived_at))
                    .push_bind(maybe_at(entry.left_at))
                    .push_bind(&entry.note);
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// Marks how a member attended. `false`: the member is not on the roll.
pub async fn mark_attendance(
    tx: &mut WriteTx,
    meeting: MeetingId,
    member: MemberId,
    attendance: Option<Attendance>,
    arrived_at: Option<Instant>,
    left_at: Option<Instant>,
    note: &str,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update roll_entries set attendance = $3, arrived_at = $4, left_at = $5, note = $6
             where meeting_id = $1 and member_id = $2"
        )
        .bind(meeting.0)
        .bind(member.0)
        .bind(attendance.map(Attendance::as_str))
        .bind(maybe_at(arrived_at))
        .bind(maybe_at(left_at))
        .bind(note)
    )?;
    Ok(done == 1)
}

/// How each member of a cell attended its closed routine meetings from `from` up to and without `before`, oldest first.
pub async fn excused_before(
    tx: &mut Tx,
    cell: OrganisationId,
    from: Month,
    before: Month,
) -> Result<Vec<(MemberId, Month, Attendance)>> {
    let rows: Vec<(Uuid, i64, Word<Attendance>)> = on_both!(tx, |c| {
        sqlx::query_as(
        "select r.member_id, m.month, r.attendance from roll_entries r join meetings m on m.id = r.meeting_id
         where m.cell_id = $1 and m.month >= $2 and m.month < $3 and m.kind in ('routine', 'combined')
           and m.closed_at is not null and r.attendance is not null
         order by m.month, r.member_id"
    )
    .bind(cell.0)
    .bind(i64::from(from.index()))
    .bind(i64::from(before.index()))
    .fetch_all(c)
    .await
    })?;
    rows.into_iter()
        .map(|(member, month, attendance)| {
            Ok((MemberId(member), crate::columns::month(month)?, attendance.0))
        })
        .collect()
}

/// Clears the roll of a meeting whose opening is taken back.
pub async fn clear_roll(tx: &mut WriteTx, meeting: MeetingId) -> Result<()> {
    run!(tx, sqlx::query("delete from roll_entries where meeting_id = $1").bind(meeting.0))?;
    Ok(())
}
