//! Where members stand, from day to day: rolls, lists and counts for a date.

use jiff::civil::Date;
use nennep_domain::{
    ids::{MemberId, OrganisationId, StandingId},
    members::{Leaving, MemberGrade, RollMember, Standing, StandingState},
    names,
    organisations::Place,
    time::{PartialDate, Precision},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{Day, Word, day, maybe_day, partial},
    error::Result,
    pieces::in_pieces,
};

#[derive(sqlx::FromRow)]
pub(super) struct StandingRow {
    id: Uuid,
    member_id: Uuid,
    cell_id: Uuid,
    grade: Word<MemberGrade>,
    state: Word<StandingState>,
    from_on: Day,
    to_on: Option<Day>,
    ended_by: Option<Word<Leaving>>,
}

impl From<StandingRow> for Standing {
    fn from(row: StandingRow) -> Self {
        Self {
            id: StandingId(row.id),
            member: MemberId(row.member_id),
            cell: OrganisationId(row.cell_id),
            grade: row.grade.0,
            state: row.state.0,
            from_on: row.from_on.to_jiff(),
            to_on: row.to_on.map(Day::to_jiff),
            left: row.ended_by.map(|word| word.0),
        }
    }
}

/// Adds standings. Two open standings of one member in one cell are an error.
pub async fn insert_standings(tx: &mut WriteTx, standings: &[Standing]) -> Result<()> {
    for chunk in in_pieces(standings) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into standings (id, member_id, cell_id, grade, state, from_on, to_on, ended_by) ",
            );
            query.push_values(chunk, |mut row, standing| {
                row.push_bind(standing.id.0)
                    .push_bind(standing.member.0)
                    .push_bind(standing.cell.0)
                    .push_bind(standing.grade.as_str())
                    .push_bind(standing.state.as_str())
                    .push_bind(day(standing.from_on))
                    .push_bind(maybe_day(standing.to_on))
                    .push_bind(standing.left.map(Leaving::as_str));
            });
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// Ends an open standing. `false`: it had ended before.
pub async fn end_standing(tx: &mut WriteTx, id: StandingId, on: Date, by: Leaving) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update standings set to_on = $2, ended_by = $3 where id = $1 and to_on is null")
            .bind(id.0)
            .bind(day(on))
            .bind(by.as_str())
    )?;
    Ok(done == 1)
}

/// Corrects when and how a standing that ended had ended. `false`: it has not ended.
pub async fn correct_end(tx: &mut WriteTx, id: StandingId, on: Date, by: Leaving) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update standings set to_on = $2, ended_by = $3 where id = $1 and to_on is not null")
            .bind(id.0)
            .bind(day(on))
            .bind(by.as_str())
    )?;
    Ok(done == 1)
}

/// All standings of a member, oldest first.
pub async fn standings_of(tx: &mut Tx, member: MemberId) -> Result<Vec<Standing>> {
    let rows: Vec<StandingRow> = on_both!(tx, |c| sqlx::query_as(
        "select id, member_id, cell_id, grade, state, from_on, to_on, ended_by from standings
         where member_id = $1 order by from_on, id"
    )
    .bind(member.0)
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().map(Standing::from).collect())
}

/// The cell a member belongs to on a day, with all above it: what permission to the member's file rests on.
pub async fn home_place(tx: &mut Tx, member: MemberId, on: Date) -> Result<Option<Place>> {
    let rows: Vec<(Uuid,)> = on_both!(tx, |c| {
        sqlx::query_as(
        "select a.ancestor_id from standings s join organisation_ancestors a on a.organisation_id = s.cell_id
         where s.member_id = $1 and s.state in ('active', 'exempt', 'away', 'suspended')
           and s.from_on <= $2 and (s.to_on is null or s.to_on > $2)
         order by a.depth, a.ancestor_id"
    )
    .bind(member.0)
    .bind(day(on))
    .fetch_all(c)
    .await
    })?;
    let mut above = rows.into_iter().map(|(id,)| OrganisationId(id));
    Ok(above.next().map(|organisation| Place { organisation, above: above.collect() }))
}

#[derive(sqlx::FromRow)]
struct RollRow {
    member_id: Uuid,
    full_name: String,
    grade: Word<MemberGrade>,
    state: Word<StandingState>,
}

/// The roll of a cell on a day: everybody who stands in it then, visitors and residence contacts too, by given name.
pub async fn roll_on(tx: &mut Tx, cell: OrganisationId, on: Date) -> Result<Vec<RollMember>> {
    let rows: Vec<RollRow> = on_both!(tx, |c| {
        sqlx::query_as(
        "select s.member_id, m.full_name, s.grade, s.state from standings s join members m on m.id = s.member_id
         where s.cell_id = $1 and s.from_on <= $2 and (s.to_on is null or s.to_on > $2)
         order by m.sort_key, m.id"
    )
    .bind(cell.0)
    .bind(day(on))
    .fetch_all(c)
    .await
    })?;
    let roll = rows.into_iter().map(|row| RollMember {
        member: MemberId(row.member_id),
        name: row.full_name,
        grade: row.grade.0,
        state: row.state.0,
    });
    Ok(roll.collect())
}

/// What [`list`] is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Filter<'a> {
    /// The day the list speaks of.
    pub on: Date,
    /// Only members standing in this organisation or below it.
    pub within: OrganisationId,
    /// Only those whose folded name holds this text, or whose card number begins with it.
    pub words: &'a str,
    /// Only those who stand so.
    pub state: Option<StandingState>,
    /// Only those of this grade.
    pub grade: Option<MemberGrade>,
    /// Continue after this sort key, member and standing: one member may stand in two cells.
    pub after: Option<(&'a str, MemberId, StandingId)>,
}

/// One line of a list of members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The member.
    pub member: MemberId,
    /// The standing this line speaks of.
    pub standing: StandingId,
    /// Full name.
    pub name: String,
    /// The key the list is ordered by.
    pub sort_key: String,
    /// Date of birth.
    pub born_on: Option<PartialDate>,
    /// Party card number.
    pub card_number: String,
    /// The cell.
    pub cell: OrganisationId,
    /// The cell's code.
    pub cell_code: String,
    /// The cell's name.
    pub cell_name: String,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// How the member stands in the cell.
    pub state: StandingState,
    /// Since when.
    pub since: Date,
}

/// What a line is read from: `m` the member, `s` the standing, `o` the cell.
pub(crate) const LISTED: &str =
    "select s.member_id, s.id as standing_id, m.full_name, m.sort_key, m.born_on, m.born_precision, m.card_number, s.cell_id,
     o.code as cell_code, o.name as cell_name, s.grade, s.state, s.from_on
     from members m
     join standings s on s.member_id = m.id
     join organisations o on o.id = s.cell_id";

#[derive(sqlx::FromRow)]
pub(crate) struct ListedRow {
    member_id: Uuid,
    standing_id: Uuid,
    full_name: String,
    sort_key: String,
    born_on: Option<Day>,
    born_precision: Option<Word<Precision>>,
    card_number: String,
    cell_id: Uuid,
    cell_code: String,
    cell_name: String,
    grade: Word<MemberGrade>,
    state: Word<StandingState>,
    from_on: Day,
}

impl From<ListedRow> for Listed {
    fn from(row: ListedRow) -> Self {
        Self {
            member: MemberId(row.member_id),
            standing: StandingId(row.standing_id),
            name: row.full_name,
            sort_key: row.sort_key,
            born_on: partial(row.born_on, row.born_precision),
            card_number: row.card_number,
            cell: OrganisationId(row.cell_id),
            cell_code: row.cell_code,
            cell_name: row.cell_name,
            grade: row.grade.0,
            state: row.state.0,
            since: row.from_on.to_jiff(),
        }
    }
}

/// Members standing within an organisation on a day, by given name, at most `limit`.
pub async fn list(tx: &mut Tx, filter: Filter<'_>, limit: u32) -> Result<Vec<Listed>> {
    let words = names::fold(filter.words);
    let rows: Vec<ListedRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(LISTED);
        query.push(" join organisation_ancestors a on a.organisation_id = s.cell_id and a.ancestor_id = ");
        query.push_bind(filter.within.0);
        query.push(" where s.from_on <= ").push_bind(day(filter.on));
        query.push(" and (s.to_on is null or s.to_on > ").push_bind(day(filter.on)).push(")");
        if !words.is_empty() {
            query.push(" and (m.name_key like ").push_bind(format!("%{words}%"));
            query.push(" or m.card_number like ").push_bind(format!("{}%", filter.words.trim()));
            query.push(")");
        }
        if let Some(state) = filter.state {
            query.push(" and s.state = ").push_bind(state.as_str());
        }
        if let Some(grade) = filter.grade {
            query.push(" and s.grade = ").push_bind(grade.as_str());
        }
        if let Some((key, member, standing)) = filter.after {
            query.push(" and (m.sort_key, m.id, s.id) > (").push_bind(key);
            query.push(", ").push_bind(member.0).push(", ").push_bind(standing.0).push(")");
        }
        query.push(" order by m.sort_key, m.id, s.id limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Listed::from).collect())
}

/// Official and probationary members belonging to each cell within an organisation on a day: (cell, official, probationary).
pub async fn membership_counts(
    tx: &mut Tx,
    within: OrganisationId,
    on: Date,
) -> Result<Vec<(OrganisationId, u32, u32)>> {
    let rows: Vec<(Uuid, i64, i64)> = on_both!(tx, |c| sqlx::query_as(
        "select s.cell_id, sum(case when s.grade = 'official' then 1 else 0 end),
                sum(case when s.grade = 'probationary' then 1 else 0 end)
         from standings s
         join organisation_ancestors a on a.organisation_id = s.cell_id and a.ancestor_id = $1
         where s.state in ('active', 'exempt', 'away', 'suspended')
           and s.from_on <= $2 and (s.to_on is null or s.to_on > $2)
         group by s.cell_id order by s.cell_id"
    )
    .bind(within.0)
    .bind(day(on))
    .fetch_all(c)
    .await)?;
    rows.into_iter()
        .map(|(cell, official, probationary)| {
            Ok((OrganisationId(cell), crate::columns::count(official)?, crate::columns::count(probationary)?))
        })
        .collect()
}
