//! The succession plan: who is put forward for an office, and the make-up asked for.

use jiff::civil::Date;
use nennep_domain::{
    accounts::Office,
    ids::{AccountId, MemberId, NomineeId, OrganisationId},
    members::Sex,
    nominees::{MakeUp, Nominee, Person, Target},
    time::{Instant, Precision},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, count, day, maybe_day, partial},
    error::Result,
    pieces::push_list,
};

/// Somebody in the plan, with the name and what is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The entry.
    pub nominee: Nominee,
    /// The member's name.
    pub name: String,
    /// What is known of the member.
    pub person: Person,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    organisation_id: Uuid,
    office: Word<Office>,
    member_id: Uuid,
    term: String,
    manager: bool,
    skilled: bool,
    note: String,
    put_forward_on: Day,
    agreed_on: Option<Day>,
    withdrawn_on: Option<Day>,
    full_name: String,
    sex: Option<Word<Sex>>,
    born_on: Option<Day>,
    born_precision: Option<Word<Precision>>,
}

impl From<Row> for Kept {
    fn from(row: Row) -> Self {
        Self {
            nominee: Nominee {
                id: NomineeId(row.id),
                organisation: OrganisationId(row.organisation_id),
                office: row.office.0,
                member: MemberId(row.member_id),
                term: row.term,
                manager: row.manager,
                skilled: row.skilled,
                note: row.note,
                put_forward_on: row.put_forward_on.to_jiff(),
                agreed_on: row.agreed_on.map(Day::to_jiff),
                withdrawn_on: row.withdrawn_on.map(Day::to_jiff),
            },
            name: row.full_name,
            person: Person {
                is_woman: row.sex.map(|sex| sex.0 == Sex::Female),
                born_on: partial(row.born_on, row.born_precision),
            },
        }
    }
}

const COLUMNS: &str =
    "select n.id, n.organisation_id, n.office, n.member_id, n.term, n.manager, n.skilled, n.note,
     n.put_forward_on, n.agreed_on, n.withdrawn_on, m.full_name, m.sex, m.born_on, m.born_precision
     from nominees n join members m on m.id = n.member_id";

/// Puts a member forward. `false`: the id is known, or the member stands in the plan for that office and term.
pub async fn insert(tx: &mut WriteTx, one: &Nominee, at: Instant, by: Option<AccountId>) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into nominees (id, organisation_id, office, member_id, term, manager, skilled, note,
             put_forward_on, agreed_on, withdrawn_on, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing"
        )
        .bind(one.id.0)
        .bind(one.organisation.0)
        .bind(one.office.as_str())
        .bind(one.member.0)
        .bind(&one.term)
        .bind(one.manager)
        .bind(one.skilled)
        .bind(&one.note)
        .bind(day(one.put_forward_on))
        .bind(maybe_day(one.agreed_on))
        .bind(maybe_day(one.withdrawn_on))
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// The entry with this id.
pub async fn find(tx: &mut Tx, id: NomineeId) -> Result<Option<Kept>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where n.id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Kept::from))
}

/// The plan of these organisations for a term, by office and name; those who left it too, last.
pub async fn list(tx: &mut Tx, organisations: &[OrganisationId], term: &str) -> Result<Vec<Kept>> {
    let mut found = Vec::new();
    for ids in organisations.chunks(500) {
        let rows: Vec<Row> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(COLUMNS);
            query.push(" where n.term = ").push_bind(term).push(" and n.organisation_id in (");
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") order by case when n.withdrawn_on is null then 0 else 1 end,");
            query.push(" n.organisation_id, n.office, m.sort_key, n.id");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(rows.into_iter().map(Kept::from));
    }
    Ok(found)
}

/// Enters the day the superior agreed, or with `None` takes it back. `false`: there is none such, or it left the plan.
pub async fn set_agreed(tx: &mut WriteTx, id: NomineeId, on: Option<Date>) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update nominees set agreed_on = $2 where id = $1 and withdrawn_on is null")
            .bind(id.0)
            .bind(maybe_day(on))
    )?;
    Ok(done == 1)
}

/// Enters the day the member left the plan. `false`: there is none such, or it left before.
pub async fn withdraw(tx: &mut WriteTx, id: NomineeId, on: Date) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update nominees set withdrawn_on = $2 where id = $1 and withdrawn_on is null")
            .bind(id.0)
            .bind(day(on))
    )?;
    Ok(done == 1)
}

/// Puts a member back who left the plan. `false`: there is none such, or the member stands in it for that office and term again.
pub async fn put_back(tx: &mut WriteTx, id: NomineeId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update nominees set withdrawn_on = null where id = $1 and withdrawn_on is not null
             and not exists (select 1 from nominees o where o.organisation_id = nominees.organisation_id
               and o.office = nominees.office and o.member_id = nominees.member_id and o.term = nominees.term
               and o.withdrawn_on is null)"
        )
        .bind(id.0)
    )?;
    Ok(done == 1)
}

/// The make-up an organisation asked for in a term.
pub async fn targets(tx: &mut Tx, organisation: OrganisationId, term: &str) -> Result<Vec<Target>> {
    let rows: Vec<(Word<MakeUp>, i64, Option<i64>)> = on_both!(tx, |c| {
        sqlx::query_as(
        "select make_up, asked, under_age from nominee_targets where organisation_id = $1 and term = $2 order by make_up"
    )
    .bind(organisation.0)
    .bind(term)
    .fetch_all(c)
    .await
    })?;
    rows.into_iter()
        .map(|(of, asked, under_age)| {
            Ok(Target { of: of.0, count: count(asked)?, under_age: under_age.map(count).transpose()? })
        })
        .collect()
}

/// Writes what an organisation asks for, in place of what it asked before; none is taken out.
pub async fn save_target(
    tx: &mut WriteTx,
    organisation: OrganisationId,
    term: &str,
    target: &Target,
    (at, by): (Instant, Option<AccountId>),
) -> Result<()> {
    run!(
        tx,
        sqlx::query("delete from nominee_targets where organisation_id = $1 and term = $2 and make_up = $3")
            .bind(organisation.0)
            .bind(term)
            .bind(target.of.as_str())
    )?;
    if target.count > 0 {
        run!(
            tx,
            sqlx::query(
                "insert into nominee_targets (organisation_id, term, make_up, asked, under_age, recorded_at, recorded_by)
                 values ($1, $2, $3, $4, $5, $6, $7)"
            )
            .bind(organisation.0)
            .bind(term)
            .bind(target.of.as_str())
            .bind(i64::from(target.count))
            .bind(target.under_age.map(i64::from))
            .bind(At(at))
            .bind(by.map(|id| id.0))
        )?;
    }
    Ok(())
}
