//! Party badges proposed for members, and the steps of each proposal.

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, BadgeProposalId, MemberId, OrganisationId},
    recognition::badges::{BadgeGround, BadgeProposal, BadgeStep, StepTaken},
    time::{Instant, PartialDate, Precision},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, count, day, partial},
    error::Result,
    pieces::push_list,
};

/// A proposal with when its steps were entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The proposal.
    pub proposal: BadgeProposal,
    /// The member's name.
    pub name: String,
    /// When each step was entered, in their order.
    pub entered: Vec<Instant>,
    /// The badge number the register kept before the award.
    pub before_number: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    member_id: Uuid,
    full_name: String,
    cell_id: Uuid,
    years: i64,
    ground: Word<BadgeGround>,
    day_on: Day,
    withdrawn_on: Option<Day>,
}

#[derive(sqlx::FromRow)]
struct StepRow {
    proposal_id: Uuid,
    step: Word<BadgeStep>,
    on_date: Day,
    number: String,
    by_whom: String,
    before_number: String,
    recorded_at: At,
}

/// Adds a proposal with its steps. `false`: one with this id is there, or another of the same badge is under way.
pub async fn insert(
    tx: &mut WriteTx,
    one: &BadgeProposal,
    at: Instant,
    by: Option<AccountId>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into badge_proposals (id, member_id, cell_id, years, ground, day_on, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing"
        )
        .bind(one.id.0)
        .bind(one.member.0)
        .bind(one.cell.0)
        .bind(i64::from(one.years))
        .bind(one.ground.as_str())
        .bind(day(one.day))
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    if done == 0 {
        return Ok(false);
    }
    for step in &one.steps {
        add_step(tx, one.id, step, "", at, by).await?;
    }
    Ok(true)
}

/// Adds a step; `before_number` is the badge number the register kept until an award. `false`: the step was taken before.
pub async fn add_step(
    tx: &mut WriteTx,
    id: BadgeProposalId,
    step: &StepTaken,
    before_number: &str,
    at: Instant,
    by: Option<AccountId>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into badge_steps (proposal_id, step, on_date, number, by_whom, before_number, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing"
        )
        .bind(id.0)
        .bind(step.step.as_str())
        .bind(day(step.on))
        .bind(&step.number)
        .bind(&step.by)
        .bind(before_number)
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// Takes a step back that was entered at `since` or later. `false`: it was entered before, or not at all.
pub async fn undo_step(
    tx: &mut WriteTx,
    id: BadgeProposalId,
    step: BadgeStep,
    since: Instant,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("delete from badge_steps where proposal_id = $1 and step = $2 and recorded_at >= $3")
            .bind(id.0)
            .bind(step.as_str())
            .bind(At(since))
    )?;
    Ok(done == 1)
}

/// Withdraws a proposal. `false`: it was withdrawn before.
pub async fn withdraw(tx: &mut WriteTx, id: BadgeProposalId, on: Date) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update badge_proposals set withdrawn_on = $2 where id = $1 and withdrawn_on is null")
            .bind(id.0)
            .bind(day(on))
    )?;
    Ok(done == 1)
}

const COLUMNS: &str =
    "select p.id, p.member_id, m.full_name, p.cell_id, p.years, p.ground, p.day_on, p.withdrawn_on
     from badge_proposals p join members m on m.id = p.member_id";

/// The proposal with this id.
pub async fn find(tx: &mut Tx, id: BadgeProposalId) -> Result<Option<Kept>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where p.id = ").push_bind(id.0);
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(with_steps(tx, rows).await?.pop())
}

/// All proposals of a member, withdrawn ones too, the latest first.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where p.member_id = ").push_bind(member.0).push(" order by p.day_on desc, p.id desc");
        query.build_query_as().fetch_all(c).await
    })?;
    with_steps(tx, rows).await
}

/// The proposals of these cells that were not withdrawn, by day, cell and name.
pub async fn of_cells(tx: &mut Tx, cells: &[OrganisationId]) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where p.withdrawn_on is null and p.cell_id in (");
        push_list(&mut query, cells.iter().map(|id| id.0));
        query.push(") order by p.day_on, p.cell_id, m.sort_key, p.id");
        query.build_query_as().fetch_all(c).await
    })?;
    with_steps(tx, rows).await
}

async fn with_steps(tx: &mut Tx, rows: Vec<Row>) -> Result<Vec<Kept>> {
    let mut steps: Vec<StepRow> = Vec::new();
    for some in rows.chunks(500) {
        let more: Vec<StepRow> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select proposal_id, step, on_date, number, by_whom, before_number, recorded_at from badge_steps
                 where proposal_id in (",
            );
            push_list(&mut query, some.iter().map(|row| row.id));
            query.push(") order by proposal_id");
            query.build_query_as().fetch_all(c).await
        })?;
        steps.extend(more);
    }
    steps.sort_by_key(|row| row.step.0);
    rows.into_iter().map(|row| kept(row, &steps)).collect()
}

fn kept(row: Row, steps: &[StepRow]) -> Result<Kept> {
    let own: Vec<&StepRow> = steps.iter().filter(|step| step.proposal_id == row.id).collect();
    let taken = |step: &&StepRow| StepTaken {
        step: step.step.0,
        on: step.on_date.to_jiff(),
        number: step.number.clone(),
        by: step.by_whom.clone(),
    };
    Ok(Kept {
        proposal: BadgeProposal {
            id: BadgeProposalId(row.id),
            member: MemberId(row.member_id),
            cell: OrganisationId(row.cell_id),
            years: count(row.years)?,
            ground: row.ground.0,
            day: row.day_on.to_jiff(),
            steps: own.iter().map(taken).collect(),
            withdrawn_on: row.withdrawn_on.map(Day::to_jiff),
        },
        name: row.full_name,
        entered: own.iter().map(|step| step.recorded_at.0).collect(),
        before_number: own.last().map(|step| step.before_number.clone()).unwrap_or_default(),
    })
}

/// The badges, in years, that were awarded to members who stood or stand within an organisation.
pub async fn awarded(tx: &mut Tx, within: OrganisationId) -> Result<Vec<(MemberId, u32)>> {
    let rows: Vec<(Uuid, i64)> = on_both!(tx, |c| {
        sqlx::query_as(
            "select p.member_id, p.years from badge_proposals p
             join badge_steps s on s.proposal_id = p.id and s.step = 'awarded'
             where p.withdrawn_on is null and exists (select 1 from standings t
               join organisation_ancestors a on a.organisation_id = t.cell_id
               where t.member_id = p.member_id and a.ancestor_id = $1)
             order by p.member_id, p.years",
        )
        .bind(within.0)
        .fetch_all(c)
        .await
    })?;
    rows.into_iter().map(|(member, years)| Ok((MemberId(member), count(years)?))).collect()
}

/// A member who died, and whose day of admission is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deceased {
    /// The member.
    pub member: MemberId,
    /// The name.
    pub name: String,
    /// The cell the member belonged to.
    pub cell: OrganisationId,
    /// The day of admission.
    pub admitted_on: PartialDate,
    /// The day of death.
    pub died_on: Date,
}

#[derive(sqlx::FromRow)]
struct DeceasedRow {
    member_id: Uuid,
    full_name: String,
    cell_id: Uuid,
    admitted_on: Option<Day>,
    admitted_precision: Option<Word<Precision>>,
    to_on: Day,
}

/// Members of these cells who died after the first of two days and by the second, by cell and name.
pub async fn deceased(tx: &mut Tx, cells: &[OrganisationId], days: (Date, Date)) -> Result<Vec<Deceased>> {
    let rows: Vec<DeceasedRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select s.member_id, m.full_name, s.cell_id, m.admitted_on, m.admitted_precision, s.to_on
             from standings s join members m on m.id = s.member_id
             where s.ended_by = 'deceased' and s.state in ('active', 'exempt', 'away', 'suspended') and s.to_on > ",
        );
        query.push_bind(day(days.0)).push(" and s.to_on <= ").push_bind(day(days.1));
        query.push(" and s.cell_id in (");
        push_list(&mut query, cells.iter().map(|id| id.0));
        query.push(") order by s.cell_id, m.sort_key, m.id");
        query.build_query_as().fetch_all(c).await
    })?;
    let deceased = |row: DeceasedRow| {
        let admitted_on = partial(row.admitted_on, row.admitted_precision)?;
        Some(Deceased {
            member: MemberId(row.member_id),
            name: row.full_name,
            cell: OrganisationId(row.cell_id),
            admitted_on,
            died_on: row.to_on.to_jiff(),
        })
    };
    Ok(rows.into_iter().filter_map(deceased).collect())
}
