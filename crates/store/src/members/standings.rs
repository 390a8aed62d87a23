//! Where members stand, from day to day: rolls, lists and counts for a date.

use jiff::civil::Date;
use nennep_domain::{
    ids::{DeedId, MemberId, OrganisationId, StandingId},
    members::{Leaving, MemberGrade, RollMember, Standing, StandingState},
    organisations::Place,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{Day, Word, day, maybe_day},
    error::Result,
    pieces::{in_pieces, push_list},
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
    insert_standings_by(tx, standings, None).await
}

/// Adds standings that begin by a deed. Two open standings of one member in one cell are an error.
pub async fn insert_standings_by(
    tx: &mut WriteTx,
    standings: &[Standing],
    deed: Option<DeedId>,
) -> Result<()> {
    for chunk in in_pieces(standings) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into standings (id, member_id, cell_id, grade, state, from_on, to_on, ended_by, deed_id) ",
            );
            query.push_values(chunk, |mut row, standing| {
                row.push_bind(standing.id.0)
                    .push_bind(standing.member.0)
                    .push_bind(standing.cell.0)
                    .push_bind(standing.grade.as_str())
                    .push_bind(standing.state.as_str())
                    .push_bind(day(standing.from_on))
                    .push_bind(maybe_day(standing.to_on))
                    .push_bind(standing.left.map(Leaving::as_str))
                    .push_bind(deed.map(|id| id.0));
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

/// Ends open standings on a day by a deed, all in the same way.
pub async fn end_standings(
    tx: &mut WriteTx,
    ids: &[StandingId],
    on: Date,
    by: Leaving,
    deed: DeedId,
) -> Result<()> {
    for ids in ids.chunks(500) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new("update standings set to_on = ");
            query.push_bind(day(on)).push(", ended_by = ").push_bind(by.as_str());
            query.push(", ended_deed_id = ").push_bind(deed.0);
            query.push(" where to_on is null and id in (");
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(")");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// Takes back what a deed did to standings: those it began are gone, those it ended are open again. `false`, with nothing changed:
/// one it began has ended since, or somebody it took out of a cell stands in another by now.
pub async fn take_back(tx: &mut WriteTx, deed: DeedId) -> Result<bool> {
    let (ended,): (i64,) = on_both!(tx, |c| {
        sqlx::query_as("select count(*) from standings where deed_id = $1 and to_on is not null")
            .bind(deed.0)
            .fetch_one(c)
            .await
    })?;
    let (elsewhere,): (i64,) = on_both!(tx, |c| {
        sqlx::query_as(
            "select count(*) from standings e join standings s on s.member_id = e.member_id and s.to_on is null
             and s.deed_id is distinct from $1
             where e.ended_deed_id = $1 and (s.cell_id = e.cell_id
               or (s.state in ('active', 'exempt', 'away', 'suspended')
                 and e.state in ('active', 'exempt', 'away', 'suspended')))",
        )
        .bind(deed.0)
        .fetch_one(c)
        .await
    })?;
    if ended > 0 || elsewhere > 0 {
        return Ok(false);
    }
    run!(tx, sqlx::query("delete from standings where deed_id = $1").bind(deed.0))?;
    run!(
        tx,
        sqlx::query(
            "update standings set to_on = null, ended_by = null, ended_deed_id = null where ended_deed_id = $1"
        )
        .bind(deed.0)
    )?;
    Ok(true)
}

/// What others have written about a member, table and column: it outlives the deed by which the member came.
pub const WRITTEN_ABOUT: &[(&str, &str)] = &[
    ("accounts", "member_id"),
    ("agenda_items", "presenter_id"),
    ("badge_proposals", "member_id"),
    ("candidate_helpers", "member_id"),
    ("candidate_introducers", "member_id"),
    ("commendations", "member_id"),
    ("disciplines", "member_id"),
    ("dues_excuses", "member_id"),
    ("dues_lines", "member_id"),
    ("dues_receipts", "member_id"),
    ("file_loans", "member_id"),
    ("cell_votes", "member_id"),
    ("guests", "member_id"),
    ("learners", "member_id"),
    ("leave_requests", "member_id"),
    ("meetings", "chair_id"),
    ("meetings", "minute_taker_id"),
    ("meetings", "tracker_id"),
    ("nominees", "member_id"),
    ("notices", "member_id"),
    ("offices", "member_id"),
    ("preparations", "member_id"),
    ("probation_steps", "member_id"),
    ("rated_members", "member_id"),
    ("rating_steps", "member_id"),
    ("remarks", "member_id"),
    ("reserved_opinions", "member_id"),
    ("roll_entries", "member_id"),
    ("tasks", "owner_id"),
    ("transfers", "member_id"),
    ("way_reminders", "member_id"),
];

/// Whether something stands about a member that is not the member's own word nor a deed in the member's life: an account, an office,
/// a receipt, a line of a roll.
pub async fn is_written_about(tx: &mut Tx, member: MemberId) -> Result<bool> {
    let found: Option<i64> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select cast(1 as bigint) from (");
        for (n, (table, column)) in WRITTEN_ABOUT.iter().enumerate() {
            query.push(if n == 0 { "select 1 from " } else { " union all select 1 from " });
            query.push(table).push(" where ").push(column).push(" = ").push_bind(member.0);
        }
        query.push(") written limit 1");
        query.build_query_scalar().fetch_optional(c).await
    })?;
    Ok(found.is_some())
}

/// Forgets a member who never stood anywhere, with what the member said of himself and the deeds that concerned nobody else. `false`:
/// the member stood somewhere. Where others have written about the member ([`is_written_about`]) it fails.
pub async fn forget_if_nowhere(tx: &mut WriteTx, member: MemberId) -> Result<bool> {
    let (stood,): (i64,) = on_both!(tx, |c| {
        sqlx::query_as("select count(*) from standings where member_id = $1")
            .bind(member.0)
            .fetch_one(c)
            .await
    })?;
    if stood > 0 {
        return Ok(false);
    }
    run!(tx, sqlx::query("delete from deed_members where member_id = $1").bind(member.0))?;
    run!(tx, sqlx::query("delete from rating_steps where member_id = $1").bind(member.0))?;
    run!(tx, sqlx::query("delete from rated_members where member_id = $1").bind(member.0))?;
    run!(tx, sqlx::query("delete from commitments where member_id = $1").bind(member.0))?;
    run!(tx, sqlx::query("delete from dues_bases where member_id = $1").bind(member.0))?;
    run!(tx, sqlx::query("delete from dues_excuses where member_id = $1").bind(member.0))?;
    run!(tx, sqlx::query("delete from corrections where member_id = $1").bind(member.0))?;
    run!(tx, sqlx::query("delete from members where id = $1").bind(member.0))?;
    Ok(true)
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

/// Every standing in some cells that holds on a day or later, by member.
pub async fn standings_in(tx: &mut Tx, cells: &[OrganisationId], from: Date) -> Result<Vec<Standing>> {
    let mut standings = Vec::new();
    for cells in cells.chunks(500) {
        let rows: Vec<StandingRow> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select id, member_id, cell_id, grade, state, from_on, to_on, ended_by from standings where (to_on is null or to_on > ",
            );
            query.push_bind(day(from)).push(") and cell_id in (");
            push_list(&mut query, cells.iter().map(|id| id.0));
            query.push(") order by member_id, from_on, id");
            query.build_query_as().fetch_all(c).await
        })?;
        standings.extend(rows.into_iter().map(Standing::from));
    }
    Ok(standings)
}

/// Everybody who belonged to a cell on a day or before, in the order of the register: by the day they came, then by given name.
pub async fn ever_in(tx: &mut Tx, cell: OrganisationId, on: Date) -> Result<Vec<MemberId>> {
    let rows: Vec<(Uuid, Day)> = on_both!(tx, |c| sqlx::query_as(
        "select m.id, min(s.from_on) as came from standings s join members m on m.id = s.member_id
         where s.cell_id = $1 and s.from_on <= $2 and s.state in ('active', 'exempt', 'away', 'suspended')
         group by m.id, m.sort_key order by came, m.sort_key, m.id"
    )
    .bind(cell.0)
    .bind(day(on))
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().map(|(id, _)| MemberId(id)).collect())
}

/// Everybody who ever stood in a cell by a day, visitors and those in residence contact too, by id.
pub async fn ever_stood_in(tx: &mut Tx, cell: OrganisationId, on: Date) -> Result<Vec<MemberId>> {
    let ids: Vec<Uuid> = on_both!(tx, |c| {
        sqlx::query_scalar(
            "select distinct member_id from standings where cell_id = $1 and from_on <= $2 order by member_id",
        )
        .bind(cell.0)
        .bind(day(on))
        .fetch_all(c)
        .await
    })?;
    Ok(ids.into_iter().map(MemberId).collect())
}

/// All standings of some members, oldest first.
pub async fn standings_of_many(tx: &mut Tx, members: &[MemberId]) -> Result<Vec<Standing>> {
    let mut standings = Vec::new();
    for ids in members.chunks(500) {
        let rows: Vec<StandingRow> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select id, member_id, cell_id, grade, state, from_on, to_on, ended_by from standings where member_id in (",
            );
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") order by from_on, id");
            query.build_query_as().fetch_all(c).await
        })?;
        standings.extend(rows.into_iter().map(Standing::from));
    }
    Ok(standings)
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
