//! The steps of ratings. One written anew replaces the one before, which is kept; one taken back gives it its place again.

use nennep_domain::{
    ids::{AccountId, MemberId, OrganisationId, RatingRoundId, RatingStepId},
    ratings::{Ballots, Level, OpinionSource, Step, StepBody, StepKind, TaskCount},
    rules::Hundredths,
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, count, day},
    error::{Error, Result},
    pieces::{in_pieces, push_list},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    round_id: Uuid,
    cell_id: Uuid,
    member_id: Option<Uuid>,
    kind: Word<StepKind>,
    source: String,
    on_date: Day,
    level: Option<Word<Level>>,
    points: Option<i64>,
    tasks_due: Option<i64>,
    tasks_done: Option<i64>,
    tasks_late: Option<i64>,
    tasks_above: Option<i64>,
    ballots_issued: Option<i64>,
    ballots_returned: Option<i64>,
    ballots_valid: Option<i64>,
    votes_excellent: Option<i64>,
    votes_good: Option<i64>,
    votes_completed: Option<i64>,
    votes_failed: Option<i64>,
    body: String,
    faults: String,
    number: String,
    at: At,
    by_account: Option<Uuid>,
}

fn number(column: Option<i64>) -> Result<u32> {
    count(column.unwrap_or_default())
}

fn source(word: &str) -> Result<Option<OpinionSource>> {
    if word.is_empty() {
        return Ok(None);
    }
    word.parse().map(Some).map_err(|_| Error::Unreadable(format!("source {word}")))
}

impl TryFrom<Row> for Step {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let tasks = match row.tasks_due {
            Some(due) => Some(TaskCount {
                due: count(due)?,
                done: number(row.tasks_done)?,
                late: number(row.tasks_late)?,
                above: number(row.tasks_above)?,
            }),
            None => None,
        };
        let ballots = match row.ballots_issued {
            Some(issued) => Some(Ballots {
                issued: count(issued)?,
                returned: number(row.ballots_returned)?,
                valid: number(row.ballots_valid)?,
                excellent: number(row.votes_excellent)?,
                good: number(row.votes_good)?,
                completed: number(row.votes_completed)?,
                failed: number(row.votes_failed)?,
            }),
            None => None,
        };
        Ok(Self {
            id: RatingStepId(row.id),
            round: RatingRoundId(row.round_id),
            cell: OrganisationId(row.cell_id),
            member: row.member_id.map(MemberId),
            kind: row.kind.0,
            source: source(&row.source)?,
            on: row.on_date.to_jiff(),
            body: StepBody {
                level: row.level.map(|word| word.0),
                points: row.points.map(Hundredths::new),
                tasks,
                ballots,
                text: row.body,
                faults: row.faults,
                number: row.number,
            },
            at: row.at.0,
            by: row.by_account.map(AccountId),
        })
    }
}

const COLUMNS: &str = "select s.id, s.round_id, s.cell_id, s.member_id, s.kind, s.source, s.on_date, s.level, s.points, s.tasks_due,
     s.tasks_done, s.tasks_late, s.tasks_above, s.ballots_issued, s.ballots_returned, s.ballots_valid, s.votes_excellent,
     s.votes_good, s.votes_completed, s.votes_failed, s.body, s.faults, s.number, s.at, s.by_account";
const CURRENT: &str = " and s.replaced_by is null and s.withdrawn_at is null";

/// Adds steps where none of the kind stands; gives how many were new.
pub async fn insert_steps(tx: &mut WriteTx, steps: &[Step]) -> Result<u64> {
    let mut added = 0;
    for chunk in in_pieces(steps) {
        added += on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into rating_steps (id, round_id, cell_id, member_id, kind, source, on_date, level, points, tasks_due, \
                 tasks_done, tasks_late, tasks_above, ballots_issued, ballots_returned, ballots_valid, votes_excellent, \
                 votes_good, votes_completed, votes_failed, body, faults, number, at, by_account) ",
            );
            query.push_values(chunk, |mut row, step| {
                let body = &step.body;
                let tasks = |of: fn(&TaskCount) -> u32| body.tasks.as_ref().map(|one| i64::from(of(one)));
                let ballots = |of: fn(&Ballots) -> u32| body.ballots.as_ref().map(|one| i64::from(of(one)));
                row.push_bind(step.id.0)
                    .push_bind(step.round.0)
                    .push_bind(step.cell.0)
                    .push_bind(step.member.map(|id| id.0))
                    .push_bind(step.kind.as_str())
                    .push_bind(step.source.map_or("", OpinionSource::as_str))
                    .push_bind(day(step.on))
                    .push_bind(body.level.map(Level::as_str))
                    .push_bind(body.points.map(Hundredths::get))
                    .push_bind(tasks(|one| one.due))
                    .push_bind(tasks(|one| one.done))
                    .push_bind(tasks(|one| one.late))
                    .push_bind(tasks(|one| one.above))
                    .push_bind(ballots(|one| one.issued))
                    .push_bind(ballots(|one| one.returned))
                    .push_bind(ballots(|one| one.valid))
                    .push_bind(ballots(|one| one.excellent))
                    .push_bind(ballots(|one| one.good))
                    .push_bind(ballots(|one| one.completed))
                    .push_bind(ballots(|one| one.failed))
                    .push_bind(&body.text)
                    .push_bind(&body.faults)
                    .push_bind(&body.number)
                    .push_bind(At(step.at))
                    .push_bind(step.by.map(|id| id.0));
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(added)
}

/// Writes steps of one kind of one round, of different members or cells, in place of those that stood; gives how many were new. One
/// that is there already, by its id, stays.
pub async fn replace_steps(tx: &mut WriteTx, steps: &[Step]) -> Result<u64> {
    let Some(first) = steps.first() else { return Ok(0) };
    let whose = |step: &Step| step.member.map_or(step.cell.0, |member| member.0);
    let mut there = Vec::new();
    for ids in steps.chunks(500) {
        let rows: Vec<(Uuid,)> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new("select id from rating_steps where id in (");
            push_list(&mut query, ids.iter().map(|step| step.id.0));
            query.push(")");
            query.build_query_as().fetch_all(c).await
        })?;
        there.extend(rows.into_iter().map(|(id,)| id));
    }
    let new: Vec<Step> = steps.iter().filter(|step| !there.contains(&step.id.0)).cloned().collect();
    for chunk in in_pieces(&new) {
        on_both!(tx, |c| {
            let mut query =
                QueryBuilder::new("update rating_steps set replaced_by = case coalesce(member_id, cell_id)");
            for step in chunk {
                query.push(" when ").push_bind(whose(step)).push(" then ").push_bind(step.id.0);
            }
            query.push(" end where round_id = ").push_bind(first.round.0);
            query.push(" and kind = ").push_bind(first.kind.as_str());
            query.push(" and source = ").push_bind(first.source.map_or("", OpinionSource::as_str));
            query.push(
                " and replaced_by is null and withdrawn_at is null and coalesce(member_id, cell_id) in (",
            );
            push_list(&mut query, chunk.iter().map(whose));
            query.push(")");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    insert_steps(tx, &new).await
}

/// Whose steps are asked for.
#[derive(Debug, Clone, Copy)]
pub enum Whose {
    /// One member's.
    Member(MemberId),
    /// The cell's own.
    CellItself(OrganisationId),
    /// Those of everybody in the cell, and the cell's own.
    Cell(OrganisationId),
}

/// The steps that stand, in the order they are taken: self-rating, opinions, vote, decision, answer.
pub async fn steps(tx: &mut Tx, round: RatingRoundId, whose: Whose) -> Result<Vec<Step>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" from rating_steps s where s.round_id = ").push_bind(round.0);
        match whose {
            Whose::Member(member) => query.push(" and s.member_id = ").push_bind(member.0),
            Whose::CellItself(cell) => {
                query.push(" and s.member_id is null and s.cell_id = ").push_bind(cell.0)
            }
            Whose::Cell(cell) => query.push(" and s.cell_id = ").push_bind(cell.0),
        };
        query.push(CURRENT).push(" order by s.at, s.id");
        query.build_query_as().fetch_all(c).await
    })?;
    let mut steps: Vec<Step> = rows.into_iter().map(Step::try_from).collect::<Result<_>>()?;
    steps.sort_by_key(|step| (step.kind, step.source));
    Ok(steps)
}

/// A step, with whether it still stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The step.
    pub step: Step,
    /// Whether it was neither replaced nor taken back.
    pub stands: bool,
    /// Whether it was taken back.
    pub is_withdrawn: bool,
}

/// The step with this id.
pub async fn find_step(tx: &mut Tx, id: RatingStepId) -> Result<Option<Kept>> {
    #[derive(sqlx::FromRow)]
    struct Found {
        #[sqlx(flatten)]
        row: Row,
        replaced_by: Option<Uuid>,
        withdrawn_at: Option<At>,
    }
    let row: Option<Found> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(", s.replaced_by, s.withdrawn_at from rating_steps s where s.id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    row.map(|found| {
        let is_withdrawn = found.withdrawn_at.is_some();
        let stands = !is_withdrawn && found.replaced_by.is_none();
        Ok(Kept { step: found.row.try_into()?, stands, is_withdrawn })
    })
    .transpose()
}

/// Takes back a step that stands; the one it replaced stands again. `false`: it does not stand.
pub async fn withdraw_step(
    tx: &mut WriteTx,
    id: RatingStepId,
    at: Instant,
    by: Option<AccountId>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update rating_steps set withdrawn_at = $2, withdrawn_by = $3
             where id = $1 and withdrawn_at is null and replaced_by is null"
        )
        .bind(id.0)
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    if done == 1 {
        run!(
            tx,
            sqlx::query("update rating_steps set replaced_by = null where replaced_by = $1").bind(id.0)
        )?;
    }
    Ok(done == 1)
}
