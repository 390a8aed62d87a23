//! Recruiting: outstanding people on cells' lists, what was done of each one's way to admission, reviews of the lists, targets.

mod lists;
mod people;
mod probation;
mod reminders;
mod steps;
mod votes;

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, CandidateId, DeedId, MemberId, OrganisationId},
    members::Sex,
    names,
    recruiting::{Candidate, Dropped, Person, Schooling},
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, day},
    error::Result,
    pieces::push_list,
};

pub use lists::{Review, admissions, delete_review, reviews, save_review, set_target, targets};
pub use people::{
    Helping, Introducing, assign_helper, delete_introducer, helpers, introducers, remove_helper,
    save_introducer,
};
pub use probation::{delete_probation_step, of_member, probation_steps, save_probation_step};
pub use reminders::{Reminded, mark_reminded, was_reminded};
pub use steps::{delete_step, save_step, steps};
pub use votes::{put_vote, take_vote_off, voted_on, votes_in, votes_of_candidates, votes_of_members};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    cell_id: Uuid,
    full_name: String,
    sex: Word<Sex>,
    born_on: Day,
    workplace: String,
    residence: String,
    youth_union: bool,
    schooling: Word<Schooling>,
    note: String,
    listed_on: Day,
    listed_by: String,
    dropped_on: Option<Day>,
    drop_reason: String,
    member_id: Option<Uuid>,
}

impl From<Row> for Candidate {
    fn from(row: Row) -> Self {
        let reason = row.drop_reason;
        Self {
            id: CandidateId(row.id),
            cell: OrganisationId(row.cell_id),
            person: Person {
                name: row.full_name,
                sex: row.sex.0,
                born_on: row.born_on.to_jiff(),
                workplace: row.workplace,
                residence: row.residence,
                youth_union: row.youth_union,
                schooling: row.schooling.0,
                note: row.note,
            },
            listed_on: row.listed_on.to_jiff(),
            listed_by: row.listed_by,
            dropped: row.dropped_on.map(|on| Dropped { on: on.to_jiff(), reason }),
            member: row.member_id.map(MemberId),
        }
    }
}

const COLUMNS: &str =
    "select k.id, k.cell_id, k.full_name, k.sex, k.born_on, k.workplace, k.residence, k.youth_union, k.schooling, k.note,
     k.listed_on, k.listed_by, k.dropped_on, k.drop_reason, k.member_id from candidates k";

/// Puts somebody on a cell's list. `false`: one with this id is there.
pub async fn insert(
    tx: &mut WriteTx,
    candidate: &Candidate,
    at: Instant,
    by: Option<AccountId>,
) -> Result<bool> {
    let person = &candidate.person;
    let done = run!(
        tx,
        sqlx::query(
            "insert into candidates (id, cell_id, full_name, sort_key, sex, born_on, workplace, residence, youth_union,
             schooling, note, listed_on, listed_by, drop_reason, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', $14, $15) on conflict do nothing"
        )
        .bind(candidate.id.0)
        .bind(candidate.cell.0)
        .bind(&person.name)
        .bind(names::sort_key(&person.name))
        .bind(person.sex.as_str())
        .bind(day(person.born_on))
        .bind(&person.workplace)
        .bind(&person.residence)
        .bind(person.youth_union)
        .bind(person.schooling.as_str())
        .bind(&person.note)
        .bind(day(candidate.listed_on))
        .bind(&candidate.listed_by)
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// Writes anew who a candidate is and since when on the list. `false`: there is none.
pub async fn update(
    tx: &mut WriteTx,
    id: CandidateId,
    person: &Person,
    listed_on: Date,
    listed_by: &str,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update candidates set full_name = $2, sort_key = $3, sex = $4, born_on = $5, workplace = $6, residence = $7,
             youth_union = $8, schooling = $9, note = $10, listed_on = $11, listed_by = $12 where id = $1"
        )
        .bind(id.0)
        .bind(&person.name)
        .bind(names::sort_key(&person.name))
        .bind(person.sex.as_str())
        .bind(day(person.born_on))
        .bind(&person.workplace)
        .bind(&person.residence)
        .bind(person.youth_union)
        .bind(person.schooling.as_str())
        .bind(&person.note)
        .bind(day(listed_on))
        .bind(listed_by)
    )?;
    Ok(done == 1)
}

/// The candidate with this id.
pub async fn find(tx: &mut Tx, id: CandidateId) -> Result<Option<Candidate>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where k.id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Candidate::from))
}

/// Everybody on the lists of these cells, dropped and admitted ones too, by given name.
pub async fn list(tx: &mut Tx, cells: &[OrganisationId]) -> Result<Vec<Candidate>> {
    let mut found = Vec::new();
    for cells in cells.chunks(500) {
        let rows: Vec<Row> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(COLUMNS);
            query.push(" where k.cell_id in (");
            push_list(&mut query, cells.iter().map(|id| id.0));
            query.push(") order by k.sort_key, k.id");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(rows.into_iter().map(Candidate::from));
    }
    Ok(found)
}

/// Takes somebody off the list. `false`: not on it.
pub async fn take_off(tx: &mut WriteTx, id: CandidateId, on: Date, reason: &str) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update candidates set dropped_on = $2, drop_reason = $3
             where id = $1 and dropped_on is null and member_id is null"
        )
        .bind(id.0)
        .bind(day(on))
        .bind(reason)
    )?;
    Ok(done == 1)
}

/// Puts somebody back on the list. `false`: not taken off.
pub async fn put_back(tx: &mut WriteTx, id: CandidateId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update candidates set dropped_on = null, drop_reason = '' where id = $1 and dropped_on is not null"
        )
        .bind(id.0)
    )?;
    Ok(done == 1)
}

/// Moves a candidate to another cell's list. `false`: not on the list of `from`.
pub async fn move_to(
    tx: &mut WriteTx,
    id: CandidateId,
    (from, to): (OrganisationId, OrganisationId),
    on: Date,
    at: Instant,
    by: Option<AccountId>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update candidates set cell_id = $3
             where id = $1 and cell_id = $2 and dropped_on is null and member_id is null"
        )
        .bind(id.0)
        .bind(from.0)
        .bind(to.0)
    )?;
    if done == 1 {
        run!(
            tx,
            sqlx::query(
                "insert into candidate_moves (candidate_id, from_cell_id, to_cell_id, on_date, recorded_at, recorded_by)
                 values ($1, $2, $3, $4, $5, $6)"
            )
            .bind(id.0)
            .bind(from.0)
            .bind(to.0)
            .bind(day(on))
            .bind(At(at))
            .bind(by.map(|id| id.0))
        )?;
    }
    Ok(done == 1)
}

/// Hands the whole list of a cell that came to its end over to the one it became part of.
pub async fn hand_over(
    tx: &mut WriteTx,
    (from, to): (OrganisationId, OrganisationId),
    on: Date,
    at: Instant,
    by: Option<AccountId>,
) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "insert into candidate_moves (candidate_id, from_cell_id, to_cell_id, on_date, recorded_at, recorded_by)
             select k.id, k.cell_id, o.id, $3, $4, $5 from candidates k join organisations o on o.id = $2
             where k.cell_id = $1 and k.dropped_on is null and k.member_id is null"
        )
        .bind(from.0)
        .bind(to.0)
        .bind(day(on))
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    run!(
        tx,
        sqlx::query(
            "update candidates set cell_id = $2 where cell_id = $1 and dropped_on is null and member_id is null"
        )
        .bind(from.0)
        .bind(to.0)
    )?;
    Ok(())
}

/// Hands back what [`hand_over`] handed from a cell to another since a moment: the deed that did so is taken back.
pub async fn hand_back(
    tx: &mut WriteTx,
    (from, to): (OrganisationId, OrganisationId),
    since: Instant,
) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "update candidates set cell_id = $1 where cell_id = $2 and id in (select v.candidate_id from candidate_moves v
             where v.from_cell_id = $1 and v.to_cell_id = $2 and v.recorded_at >= $3)"
        )
        .bind(from.0)
        .bind(to.0)
        .bind(At(since))
    )?;
    run!(
        tx,
        sqlx::query(
            "delete from candidate_moves where from_cell_id = $1 and to_cell_id = $2 and recorded_at >= $3"
        )
        .bind(from.0)
        .bind(to.0)
        .bind(At(since))
    )?;
    Ok(())
}

/// Keeps which member a candidate became, and by which deed. `false`: admitted before, or dropped.
pub async fn become_member(
    tx: &mut WriteTx,
    id: CandidateId,
    member: MemberId,
    deed: DeedId,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update candidates set member_id = $2, deed_id = $3
             where id = $1 and member_id is null and dropped_on is null"
        )
        .bind(id.0)
        .bind(member.0)
        .bind(deed.0)
    )?;
    Ok(done == 1)
}

/// The deed by which a candidate was admitted.
pub async fn deed_of(tx: &mut Tx, id: CandidateId) -> Result<Option<DeedId>> {
    let found: Option<(Option<Uuid>,)> = on_both!(tx, |c| {
        sqlx::query_as("select deed_id from candidates where id = $1").bind(id.0).fetch_optional(c).await
    })?;
    Ok(found.and_then(|(deed,)| deed).map(DeedId))
}

/// Whoever became a member by a deed that was taken back is a candidate again: the ceremony and what followed it are gone.
pub async fn take_back(tx: &mut WriteTx, deed: DeedId) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "delete from candidate_steps where step in ('ceremony', 'member_cv')
             and candidate_id in (select id from candidates where deed_id = $1)"
        )
        .bind(deed.0)
    )?;
    run!(
        tx,
        sqlx::query("update candidates set member_id = null, deed_id = null where deed_id = $1").bind(deed.0)
    )?;
    Ok(())
}

/// Forgets somebody who was taken off a list up to that day, with everything of the file. `false`: not taken off, or later.
pub async fn forget(tx: &mut WriteTx, id: CandidateId, up_to: Date) -> Result<bool> {
    let (due,): (i64,) = on_both!(tx, |c| {
        sqlx::query_as("select count(*) from candidates where id = $1 and dropped_on <= $2")
            .bind(id.0)
            .bind(day(up_to))
            .fetch_one(c)
            .await
    })?;
    if due == 0 {
        return Ok(false);
    }
    // The class keeps the name it was given; the motion stands in its meeting.
    run!(tx, sqlx::query("update learners set candidate_id = null where candidate_id = $1").bind(id.0))?;
    let tables =
        ["candidate_helpers", "candidate_introducers", "candidate_steps", "candidate_moves", "cell_votes"];
    for table in tables {
        let sql = format!("delete from {table} where candidate_id = $1");
        run!(tx, sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.0))?;
    }
    run!(tx, sqlx::query("delete from way_reminders where subject_id = $1").bind(id.0))?;
    run!(tx, sqlx::query("delete from candidates where id = $1").bind(id.0))?;
    Ok(true)
}
