//! Who is rated in a round: the cells and the committee organisations, and the members as they stood on the day it was counted.

use jiff::civil::Date;
use nennep_domain::{
    ids::{MemberId, OrganisationId, RatingRoundId},
    members::{MemberGrade, StandingState},
    ratings::Round,
    rules::Hundredths,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{Word, count, day},
    error::Result,
    organisations::push_within,
    pieces::push_list,
};

/// A member who is rated in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rated {
    /// The member.
    pub member: MemberId,
    /// Full name.
    pub name: String,
    /// The cell in which the member is rated.
    pub cell: OrganisationId,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// How the member stood on the day.
    pub state: StandingState,
}

#[derive(sqlx::FromRow)]
struct Row {
    member_id: Uuid,
    full_name: String,
    cell_id: Uuid,
    grade: Word<MemberGrade>,
    state: Word<StandingState>,
}

impl From<Row> for Rated {
    fn from(row: Row) -> Self {
        Self {
            member: MemberId(row.member_id),
            name: row.full_name,
            cell: OrganisationId(row.cell_id),
            grade: row.grade.0,
            state: row.state.0,
        }
    }
}

/// Adds to a round the cells and committee organisations that stood below its organisation on its day, and the members who belonged to
/// the cells, unless another round of the year rates them already. Gives how many organisations and members were added.
pub async fn fill(tx: &mut WriteTx, round: &Round, exempt: bool) -> Result<(u64, u64)> {
    let (id, on, year) = (round.id.0, round.counted_on, i64::from(round.year));
    let organisations = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("");
        push_within(&mut query, round.organisation, on);
        query
            .push("insert into rated_cells (round_id, cell_id) select r.id, o.organisation_id from within w");
        query.push(" join rating_rounds r on r.id = ").push_bind(id);
        query.push(
            " join organisation_chapters o on o.organisation_id = w.id and o.organisation_id <> r.organisation_id
             and o.kind <> 'sub_cell' and o.from_on <= ",
        );
        query.push_bind(day(on)).push(" and (o.to_on is null or o.to_on > ").push_bind(day(on));
        query.push(
            ") where not exists (select 1 from rated_cells x join rating_rounds y on y.id = x.round_id",
        );
        query.push(" where x.cell_id = o.organisation_id and y.year = ").push_bind(year);
        query.push(") on conflict do nothing");
        query.build().execute(c).await.map(|done| done.rows_affected())
    })?;
    let members = on_both!(tx, |c| {
        let mut query =
            QueryBuilder::new("insert into rated_members (round_id, member_id, cell_id, grade, state) ");
        query.push("select x.round_id, s.member_id, s.cell_id, s.grade, s.state from rated_cells x");
        query.push(" join standings s on s.cell_id = x.cell_id where x.round_id = ").push_bind(id);
        query.push(if exempt {
            " and s.state in ('active', 'exempt', 'away', 'suspended')"
        } else {
            " and s.state in ('active', 'away', 'suspended')"
        });
        query.push(" and s.from_on <= ").push_bind(day(on)).push(" and (s.to_on is null or s.to_on > ");
        query.push_bind(day(on));
        query.push(
            ") and not exists (select 1 from rated_members m join rating_rounds y on y.id = m.round_id",
        );
        query.push(" where m.member_id = s.member_id and y.year = ").push_bind(year);
        query.push(") on conflict do nothing");
        query.build().execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok((organisations, members))
}

/// Takes out of a round those who no longer stood so in their cell on a day and have taken no step; gives how many.
pub async fn prune(tx: &mut WriteTx, round: RatingRoundId, on: Date, exempt: bool) -> Result<u64> {
    let gone = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("delete from rated_members where round_id = ");
        query.push_bind(round.0);
        query.push(" and not exists (select 1 from rating_steps t where t.round_id = rated_members.round_id");
        query.push(" and t.member_id = rated_members.member_id and t.withdrawn_at is null)");
        query.push(" and not exists (select 1 from standings s where s.member_id = rated_members.member_id");
        query.push(" and s.cell_id = rated_members.cell_id and s.from_on <= ").push_bind(day(on));
        query.push(" and (s.to_on is null or s.to_on > ").push_bind(day(on));
        query.push(if exempt {
            ") and s.state in ('active', 'exempt', 'away', 'suspended'))"
        } else {
            ") and s.state in ('active', 'away', 'suspended'))"
        });
        query.build().execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok(gone)
}

const COLUMNS: &str = "select r.member_id, m.full_name, r.cell_id, r.grade, r.state from rated_members r join members m on m.id = r.member_id where r.round_id = ";

/// The members rated in a round, or in one cell of it, by cell and given name.
pub async fn rated(tx: &mut Tx, round: RatingRoundId, cell: Option<OrganisationId>) -> Result<Vec<Rated>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push_bind(round.0);
        if let Some(cell) = cell {
            query.push(" and r.cell_id = ").push_bind(cell.0);
        }
        query.push(" order by r.cell_id, m.sort_key, m.id");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Rated::from).collect())
}

/// A member rated in a round; `None`: not rated in it.
pub async fn find_rated(tx: &mut Tx, round: RatingRoundId, member: MemberId) -> Result<Option<Rated>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push_bind(round.0).push(" and r.member_id = ").push_bind(member.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Rated::from))
}

/// The cells and committee organisations rated in a round, by code.
pub async fn rated_cells(tx: &mut Tx, round: RatingRoundId) -> Result<Vec<OrganisationId>> {
    let rows: Vec<(Uuid,)> = on_both!(tx, |c| {
        sqlx::query_as(
        "select x.cell_id from rated_cells x join organisations o on o.id = x.cell_id where x.round_id = $1 order by o.code, o.id"
    )
    .bind(round.0)
    .fetch_all(c)
    .await
    })?;
    Ok(rows.into_iter().map(|(id,)| OrganisationId(id)).collect())
}

/// Those rated in a cell who keep contact with the cell where they live on a day: its opinion is asked for every year (213-QĐ/TW,
/// Art. 3.4).
pub async fn in_contact(
    tx: &mut Tx,
    round: RatingRoundId,
    cell: OrganisationId,
    on: Date,
) -> Result<Vec<MemberId>> {
    let rows: Vec<(Uuid,)> = on_both!(tx, |c| {
        sqlx::query_as(
        "select distinct r.member_id from rated_members r join standings s on s.member_id = r.member_id and s.state = 'residence'
         where r.round_id = $1 and r.cell_id = $2 and s.from_on <= $3 and (s.to_on is null or s.to_on > $3) order by r.member_id"
    )
    .bind(round.0)
    .bind(cell.0)
    .bind(day(on))
    .fetch_all(c)
    .await
    })?;
    Ok(rows.into_iter().map(|(id,)| MemberId(id)).collect())
}

/// Whether a cell or committee organisation is rated in a round.
pub async fn is_rated_cell(tx: &mut Tx, round: RatingRoundId, cell: OrganisationId) -> Result<bool> {
    let (found,): (i64,) = on_both!(tx, |c| {
        sqlx::query_as("select count(*) from rated_cells where round_id = $1 and cell_id = $2")
            .bind(round.0)
            .bind(cell.0)
            .fetch_one(c)
            .await
    })?;
    Ok(found > 0)
}

/// How many members each cell of these rounds has to rate; a cell with none too.
pub async fn sizes(
    tx: &mut Tx,
    rounds: &[RatingRoundId],
) -> Result<Vec<(RatingRoundId, OrganisationId, u32)>> {
    let rows: Vec<(Uuid, Uuid, i64)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select x.round_id, x.cell_id, (select count(*) from rated_members r where r.round_id = x.round_id and r.cell_id = x.cell_id)
             from rated_cells x where x.round_id in (",
        );
        push_list(&mut query, rounds.iter().map(|id| id.0));
        query.push(") order by x.round_id, x.cell_id");
        query.build_query_as().fetch_all(c).await
    })?;
    let size = |(round, cell, members): (Uuid, Uuid, i64)| {
        Ok((RatingRoundId(round), OrganisationId(cell), count(members)?))
    };
    rows.into_iter().map(size).collect()
}

/// The members of a round decided as excellent, those with the fewest points first.
pub async fn excellent(tx: &mut Tx, round: RatingRoundId) -> Result<Vec<(Rated, Option<Hundredths>)>> {
    #[derive(sqlx::FromRow)]
    struct Found {
        #[sqlx(flatten)]
        rated: Row,
        points: Option<i64>,
    }
    let rows: Vec<Found> = on_both!(tx, |c| {
        sqlx::query_as(
        "select r.member_id, m.full_name, r.cell_id, r.grade, r.state, s.points from rating_steps s
         join rated_members r on r.round_id = s.round_id and r.member_id = s.member_id join members m on m.id = r.member_id
         where s.round_id = $1 and s.kind = 'decision' and s.level = 'excellent' and s.replaced_by is null
           and s.withdrawn_at is null
         order by coalesce(s.points, 0), m.sort_key, m.id"
    )
    .bind(round.0)
    .fetch_all(c)
    .await
    })?;
    Ok(rows.into_iter().map(|row| (row.rated.into(), row.points.map(Hundredths::new))).collect())
}
