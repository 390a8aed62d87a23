//! What ratings rest on, of all members of a round or a cell at once: tasks, attendance, the grades of meetings. What members said
//! is no part of it.

use jiff::civil::Date;
use nennep_domain::{
    ids::{MemberId, OrganisationId, RatingRoundId},
    quality::Grade,
    ratings::{Attendance, TaskCount},
    time::Month,
};
use sqlx::{Database, Encode, QueryBuilder, Type};
use uuid::Uuid;

use super::Whose;
use crate::{
    Tx,
    columns::{Day, Word, count, day},
    error::Result,
};

/// The days and months facts are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Date,
    /// The last day that has come.
    pub to: Date,
    /// From how much on a task counts as done, in percent.
    pub done_from_percent: u32,
}

impl Span {
    fn months(&self) -> (i64, i64) {
        (i64::from(Month::of(self.from).index()), i64::from(Month::of(self.to).index()))
    }
}

/// Pushes the columns that count tasks `t`: due, done, and late. The register knows the day a task was reported done: one reported by its
/// deadline, or by the end of the month of the meeting at which it was to be reported, is in time.
fn push_counts<'v, DB>(query: &mut QueryBuilder<DB>, span: &Span)
where
    DB: Database,
    i64: Encode<'v, DB> + Type<DB>,
    Day: Encode<'v, DB> + Type<DB>,
{
    let percent = i64::from(span.done_from_percent);
    let (first, last) = (Month::of(span.from), Month::of(span.to));
    query.push("count(*), count(case when t.done_percent >= ").push_bind(percent);
    query.push(" and t.done_on is not null and t.done_on <= ").push_bind(day(span.to));
    query.push(" then 1 end), count(case when t.done_percent >= ").push_bind(percent);
    query.push(" and t.done_on is not null and t.done_on <= ").push_bind(day(span.to));
    query.push(" and (t.done_on <= coalesce(t.deadline, ").push_bind(day(span.from));
    query.push(") or t.done_on <= case t.reports_in");
    for month in (0..=last.index() - first.index()).map(|n| first.plus(n)) {
        query.push(" when ").push_bind(i64::from(month.index()));
        query.push(" then ").push_bind(day(month.first_day().last_of_month()));
    }
    query.push(" else ").push_bind(day(span.from)).push(" end) then null else 1 end) ");
}

/// Pushes the condition that a task `t` was due in the span and not let drop: its deadline had come, and so had the month of the
/// meeting at which it was to be reported.
fn push_due<'v, DB>(query: &mut QueryBuilder<DB>, span: &Span)
where
    DB: Database,
    i64: Encode<'v, DB> + Type<DB>,
    Day: Encode<'v, DB> + Type<DB>,
{
    let (first, last) = span.months();
    query.push(" t.dropped_on is null and (t.deadline is null or t.deadline <= ").push_bind(day(span.to));
    query.push(") and (t.reports_in between ").push_bind(first).push(" and ").push_bind(last);
    query.push(" or (t.reports_in is null and t.deadline >= ").push_bind(day(span.from)).push("))");
}

fn push_whose<'v, DB>(query: &mut QueryBuilder<DB>, whose: Option<Whose>)
where
    DB: Database,
    Uuid: Encode<'v, DB> + Type<DB>,
{
    match whose {
        None => query,
        Some(Whose::Member(member)) => query.push(" and r.member_id = ").push_bind(member.0),
        Some(Whose::Cell(cell) | Whose::CellItself(cell)) => {
            query.push(" and r.cell_id = ").push_bind(cell.0)
        }
    };
}

fn tasks((due, done, late): (i64, i64, i64)) -> Result<TaskCount> {
    Ok(TaskCount { due: count(due)?, done: count(done)?, late: count(late)?, above: 0 })
}

/// The tasks of each rated member that were due in the span, by member; those without any are not there.
pub async fn task_counts(
    tx: &mut Tx,
    round: RatingRoundId,
    whose: Option<Whose>,
    span: &Span,
) -> Result<Vec<(MemberId, TaskCount)>> {
    let rows: Vec<(Uuid, i64, i64, i64)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select t.owner_id, ");
        push_counts(&mut query, span);
        query.push("from rated_members r join tasks t on t.owner_id = r.member_id where r.round_id = ");
        query.push_bind(round.0);
        push_whose(&mut query, whose);
        query.push(" and");
        push_due(&mut query, span);
        query.push(" group by t.owner_id order by t.owner_id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(|(id, due, done, late)| Ok((MemberId(id), tasks((due, done, late))?))).collect()
}

/// The tasks of each rated organisation that were due in the span, a committee organisation's with those of all cells below it;
/// organisations without any are not there.
pub async fn task_counts_of_cells(
    tx: &mut Tx,
    round: RatingRoundId,
    cell: Option<OrganisationId>,
    span: &Span,
) -> Result<Vec<(OrganisationId, TaskCount)>> {
    let rows: Vec<(Uuid, i64, i64, i64)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select r.cell_id, ");
        push_counts(&mut query, span);
        query.push("from rated_cells r join organisation_ancestors a on a.ancestor_id = r.cell_id");
        query.push(" join tasks t on t.cell_id = a.organisation_id where r.round_id = ");
        query.push_bind(round.0);
        push_whose(&mut query, cell.map(Whose::Cell));
        query.push(" and");
        push_due(&mut query, span);
        query.push(" group by r.cell_id order by r.cell_id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|(id, due, done, late)| Ok((OrganisationId(id), tasks((due, done, late))?)))
        .collect()
}

/// How each rated member attended the closed meetings of the span, those of the cell for all members.
pub async fn attendance(
    tx: &mut Tx,
    round: RatingRoundId,
    whose: Option<Whose>,
    span: &Span,
) -> Result<Vec<(MemberId, Attendance)>> {
    let (first, last) = span.months();
    let rows: Vec<(Uuid, i64, i64, i64)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select e.member_id, count(case when e.attendance = 'present' then 1 end),
             count(case when e.attendance = 'excused' then 1 end), count(case when e.attendance = 'unexcused' then 1 end)
             from rated_members r join roll_entries e on e.member_id = r.member_id join meetings m on m.id = e.meeting_id
             where r.round_id = ",
        );
        query.push_bind(round.0);
        push_whose(&mut query, whose);
        query.push(
            " and m.cell_id = r.cell_id and m.kind in ('routine', 'combined', 'thematic', 'extraordinary')",
        );
        query.push(" and m.closed_at is not null and m.month between ").push_bind(first).push(" and ");
        query.push_bind(last).push(" group by e.member_id order by e.member_id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|(id, present, excused, unexcused)| {
            let attended = Attendance {
                present: count(present)?,
                excused: count(excused)?,
                unexcused: count(unexcused)?,
            };
            Ok((MemberId(id), attended))
        })
        .collect()
}

/// How many months of the span the meetings of each rated organisation got each grade, a committee organisation's of all cells below it.
pub async fn grades(
    tx: &mut Tx,
    round: RatingRoundId,
    cell: Option<OrganisationId>,
    span: &Span,
) -> Result<Vec<(OrganisationId, Grade, u32)>> {
    let (first, last) = span.months();
    let rows: Vec<(Uuid, Word<Grade>, i64)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select r.cell_id, g.grade, count(*) from rated_cells r join organisation_ancestors a on a.ancestor_id = r.cell_id
             join cell_months g on g.cell_id = a.organisation_id where r.round_id = ",
        );
        query.push_bind(round.0);
        push_whose(&mut query, cell.map(Whose::Cell));
        query.push(" and g.grade is not null and g.month between ").push_bind(first).push(" and ");
        query.push_bind(last).push(" group by r.cell_id, g.grade order by r.cell_id, g.grade");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(|(id, grade, number)| Ok((OrganisationId(id), grade.0, count(number)?))).collect()
}
