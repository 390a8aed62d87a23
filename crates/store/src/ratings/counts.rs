//! Steps of ratings, counted.

use nennep_domain::{
    ids::{MemberId, OrganisationId, RatingRoundId},
    ratings::{Level, StepKind},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx,
    columns::{Word, count},
    error::Result,
    pieces::push_list,
};

/// Whether anybody has taken a step in a round, taken back or not.
pub async fn has_steps(tx: &mut Tx, round: RatingRoundId) -> Result<bool> {
    let (found,): (i64,) = on_both!(tx, |c| {
        sqlx::query_as(
            "select count(*) from (select 1 as one from rating_steps where round_id = $1 limit 1) x",
        )
        .bind(round.0)
        .fetch_one(c)
        .await
    })?;
    Ok(found > 0)
}

/// How many of a cell took a step, by level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The round.
    pub round: RatingRoundId,
    /// The cell.
    pub cell: OrganisationId,
    /// Whether it is the cell's own rating that is counted.
    pub of_cell: bool,
    /// The step.
    pub kind: StepKind,
    /// The level it names.
    pub level: Option<Level>,
    /// How many.
    pub count: u32,
}

/// The steps that stand in these rounds, counted by cell, step and level; opinions are not.
pub async fn counts(tx: &mut Tx, rounds: &[RatingRoundId]) -> Result<Vec<Count>> {
    type Counted = (Uuid, Uuid, i64, Word<StepKind>, Option<Word<Level>>, i64);
    let rows: Vec<Counted> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select s.round_id, s.cell_id, cast(case when s.member_id is null then 1 else 0 end as bigint) as of_cell,
             s.kind, s.level, count(*) from rating_steps s where s.kind <> 'opinion' and s.round_id in (",
        );
        push_list(&mut query, rounds.iter().map(|id| id.0));
        query.push(") and s.replaced_by is null and s.withdrawn_at is null");
        query.push(" group by s.round_id, s.cell_id, case when s.member_id is null then 1 else 0 end, s.kind, s.level");
        query.build_query_as().fetch_all(c).await
    })?;
    let of = |(round, cell, of_cell, kind, level, number): Counted| {
        Ok(Count {
            round: RatingRoundId(round),
            cell: OrganisationId(cell),
            of_cell: of_cell != 0,
            kind: kind.0,
            level: level.map(|word| word.0),
            count: count(number)?,
        })
    };
    rows.into_iter().map(of).collect()
}

/// The decisions that stand on a member, by round, with the level; `None`: left out.
pub async fn decisions_of(tx: &mut Tx, member: MemberId) -> Result<Vec<(RatingRoundId, Option<Level>)>> {
    let rows: Vec<(Uuid, Option<Word<Level>>)> = on_both!(tx, |c| {
        sqlx::query_as(
        "select round_id, level from rating_steps where member_id = $1 and kind = 'decision' and replaced_by is null
         and withdrawn_at is null order by round_id"
    )
    .bind(member.0)
    .fetch_all(c)
    .await
    })?;
    Ok(rows.into_iter().map(|(round, level)| (RatingRoundId(round), level.map(|word| word.0))).collect())
}
