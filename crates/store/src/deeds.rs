//! Dated deeds: what changes organisations and members' lives, done or still waiting for its day.

use jiff::civil::Date;
use nennep_domain::{
    decisions::Decision,
    ids::{AccountId, DeedId, MemberId, OrganisationId},
    time::Instant,
};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, day, maybe_at, maybe_day},
    error::Result,
    pieces::{in_pieces, push_list},
};

/// A deed as it was recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// Its id.
    pub id: DeedId,
    /// What kind of deed, in the domain's words.
    pub kind: String,
    /// The day it takes effect.
    pub on: Date,
    /// How long it is meant to last, where it ends by itself.
    pub until: Option<Date>,
    /// The decision it rests on.
    pub decision: Decision,
    /// The deed itself, as the domain reads it.
    pub details: serde_json::Value,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// By whom; none for the program itself.
    pub recorded_by: Option<AccountId>,
    /// Since when what it changes stands in the register; none while its day has not come.
    pub done_at: Option<Instant>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Instant>,
    /// Why it could not take effect when its day came: the key of a sentence.
    pub refused: Option<String>,
}

impl Recorded {
    /// Whether its day has not come, and it was not withdrawn.
    pub const fn is_waiting(&self) -> bool {
        self.done_at.is_none() && self.withdrawn_at.is_none()
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    on_date: Day,
    until_on: Option<Day>,
    decision_number: String,
    decided_on: Day,
    decided_by: String,
    details: Json<serde_json::Value>,
    recorded_at: At,
    recorded_by: Option<Uuid>,
    done_at: Option<At>,
    withdrawn_at: Option<At>,
    refused: Option<String>,
}

impl From<Row> for Recorded {
    fn from(row: Row) -> Self {
        Self {
            id: DeedId(row.id),
            kind: row.kind,
            on: row.on_date.to_jiff(),
            until: row.until_on.map(Day::to_jiff),
            decision: Decision {
                number: row.decision_number,
                on: row.decided_on.to_jiff(),
                by: row.decided_by,
            },
            details: row.details.0,
            recorded_at: row.recorded_at.0,
            recorded_by: row.recorded_by.map(AccountId),
            done_at: row.done_at.map(|at| at.0),
            withdrawn_at: row.withdrawn_at.map(|at| at.0),
            refused: row.refused,
        }
    }
}

const COLUMNS: &str =
    "select d.id, d.kind, d.on_date, d.until_on, d.decision_number, d.decided_on, d.decided_by, d.details,
     d.recorded_at, d.recorded_by, d.done_at, d.withdrawn_at, d.refused from deeds d";

/// Records a deed, with the organisations and members it concerns. `false`: it was recorded before.
pub async fn insert(
    tx: &mut WriteTx,
    deed: &Recorded,
    organisations: &[OrganisationId],
    members: &[MemberId],
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into deeds (id, kind, on_date, until_on, decision_number, decided_on, decided_by, details,
             recorded_at, recorded_by, done_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             on conflict do nothing"
        )
        .bind(deed.id.0)
        .bind(&deed.kind)
        .bind(day(deed.on))
        .bind(maybe_day(deed.until))
        .bind(&deed.decision.number)
        .bind(day(deed.decision.on))
        .bind(&deed.decision.by)
        .bind(Json(&deed.details))
        .bind(At(deed.recorded_at))
        .bind(deed.recorded_by.map(|id| id.0))
        .bind(maybe_at(deed.done_at))
    )?;
    if done == 0 {
        return Ok(false);
    }
    concern_organisations(tx, deed.id, organisations).await?;
    concern_members(tx, deed.id, members).await?;
    Ok(true)
}

/// Says that a deed concerns organisations; saying it again changes nothing.
pub async fn concern_organisations(
    tx: &mut WriteTx,
    deed: DeedId,
    organisations: &[OrganisationId],
) -> Result<()> {
    let ids: Vec<Uuid> = organisations.iter().map(|id| id.0).collect();
    concern(tx, "insert into deed_organisations (deed_id, organisation_id) ", deed, &ids).await
}

/// Says that a deed concerns members; saying it again changes nothing.
pub async fn concern_members(tx: &mut WriteTx, deed: DeedId, members: &[MemberId]) -> Result<()> {
    let ids: Vec<Uuid> = members.iter().map(|id| id.0).collect();
    concern(tx, "insert into deed_members (deed_id, member_id) ", deed, &ids).await
}

async fn concern(tx: &mut WriteTx, into: &'static str, deed: DeedId, concerned: &[Uuid]) -> Result<()> {
    for chunk in in_pieces(concerned) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(into);
            query.push_values(chunk, |mut row, id| {
                row.push_bind(deed.0).push_bind(*id);
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// The deed with this id.
pub async fn find(tx: &mut Tx, id: DeedId) -> Result<Option<Recorded>> {
    Ok(find_many(tx, &[id]).await?.pop())
}

/// Those of `ids` that exist, the latest to take effect first.
pub async fn find_many(tx: &mut Tx, ids: &[DeedId]) -> Result<Vec<Recorded>> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let rows: Vec<Row> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(COLUMNS);
            query.push(" where d.id in (");
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") order by d.on_date desc, d.id desc");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(rows.into_iter().map(Recorded::from));
    }
    Ok(found)
}

/// The deeds that concern an organisation, those waiting too, the latest to take effect first.
pub async fn of_organisation(tx: &mut Tx, id: OrganisationId) -> Result<Vec<Recorded>> {
    concerning(tx, " join deed_organisations o on o.deed_id = d.id where o.organisation_id = ", id.0).await
}

/// The deeds that concern a member, the latest to take effect first.
pub async fn of_member(tx: &mut Tx, id: MemberId) -> Result<Vec<Recorded>> {
    concerning(tx, " join deed_members o on o.deed_id = d.id where o.member_id = ", id.0).await
}

async fn concerning(tx: &mut Tx, whom: &'static str, id: Uuid) -> Result<Vec<Recorded>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(whom).push_bind(id);
        query.push(" order by d.on_date desc, d.id desc");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Recorded::from).collect())
}

/// The organisations these deeds concern, by deed.
pub async fn concerned(tx: &mut Tx, deeds: &[DeedId]) -> Result<Vec<(DeedId, OrganisationId)>> {
    let mut concerned = Vec::new();
    for ids in deeds.chunks(500) {
        let rows: Vec<(Uuid, Uuid)> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select deed_id, organisation_id from deed_organisations where deed_id in (",
            );
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") order by deed_id, organisation_id");
            query.build_query_as().fetch_all(c).await
        })?;
        concerned.extend(rows.into_iter().map(|(deed, id)| (DeedId(deed), OrganisationId(id))));
    }
    Ok(concerned)
}

/// The done deeds of these kinds that concern an organisation, each with a member it concerns.
pub async fn with_members(
    tx: &mut Tx,
    organisation: OrganisationId,
    kinds: &[&str],
) -> Result<Vec<(MemberId, Date, serde_json::Value)>> {
    let rows: Vec<(Uuid, Day, Json<serde_json::Value>)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select m.member_id, d.on_date, d.details from deeds d join deed_organisations o on o.deed_id = d.id
             join deed_members m on m.deed_id = d.id where d.done_at is not null and o.organisation_id = ",
        );
        query.push_bind(organisation.0).push(" and d.kind in (");
        push_list(&mut query, kinds.iter().copied());
        query.push(") order by d.on_date, d.id");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(|(member, on, details)| (MemberId(member), on.to_jiff(), details.0)).collect())
}

/// Deeds of these kinds that concern organisations within one of these, those waiting first and then the latest to take effect, at
/// most `limit`.
pub async fn list(
    tx: &mut Tx,
    within: &[OrganisationId],
    kinds: &[&str],
    limit: u32,
) -> Result<Vec<Recorded>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where d.kind in (");
        push_list(&mut query, kinds.iter().copied());
        query.push(") and exists (select 1 from deed_organisations o");
        query.push(" join organisation_ancestors a on a.organisation_id = o.organisation_id");
        query.push(" where o.deed_id = d.id and a.ancestor_id in (");
        push_list(&mut query, within.iter().map(|id| id.0));
        query.push(")) order by case when d.done_at is null and d.withdrawn_at is null then 0 else 1 end,");
        query.push(" d.on_date desc, d.id desc limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Recorded::from).collect())
}

/// The deeds waiting for their day, up to one day, in the order in which they take effect, those of one day as they were recorded; none that was refused when it came.
pub async fn waiting(tx: &mut Tx, up_to: Date) -> Result<Vec<Recorded>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query
            .push(
                " where d.done_at is null and d.withdrawn_at is null and d.refused is null and d.on_date <= ",
            )
            .push_bind(day(up_to));
        query.push(" order by d.on_date, d.recorded_at, d.id");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Recorded::from).collect())
}

/// Says that what a deed changes stands in the register. `false`: it did before, or the deed was withdrawn.
pub async fn mark_done(tx: &mut WriteTx, id: DeedId, at: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update deeds set done_at = $2, refused = null
             where id = $1 and done_at is null and withdrawn_at is null"
        )
        .bind(id.0)
        .bind(At(at))
    )?;
    Ok(done == 1)
}

/// Says why a deed could not take effect when its day came.
pub async fn mark_refused(tx: &mut WriteTx, id: DeedId, why: &str) -> Result<()> {
    run!(
        tx,
        sqlx::query("update deeds set refused = $2 where id = $1 and done_at is null").bind(id.0).bind(why)
    )?;
    Ok(())
}

/// Withdraws a deed whose day has not come. `false`: it has, or it was withdrawn before.
pub async fn withdraw(tx: &mut WriteTx, id: DeedId, at: Instant, by: Option<AccountId>) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update deeds set withdrawn_at = $2, withdrawn_by = $3
             where id = $1 and done_at is null and withdrawn_at is null"
        )
        .bind(id.0)
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// Takes a deed back that was recorded at `since` or later. `false`: it was recorded before, or is not done.
pub async fn take_back(
    tx: &mut WriteTx,
    id: DeedId,
    since: Instant,
    at: Instant,
    by: Option<AccountId>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update deeds set withdrawn_at = $3, withdrawn_by = $4, done_at = null
             where id = $1 and recorded_at >= $2 and done_at is not null and withdrawn_at is null"
        )
        .bind(id.0)
        .bind(At(since))
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// The done and the waiting deeds that concern these organisations, each with those of them it concerns, by day.
pub async fn of_organisations(
    tx: &mut Tx,
    organisations: &[OrganisationId],
) -> Result<Vec<(OrganisationId, Recorded)>> {
    let mut concerned: Vec<(DeedId, OrganisationId)> = Vec::new();
    for ids in organisations.chunks(500) {
        let rows: Vec<(Uuid, Uuid)> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select o.deed_id, o.organisation_id from deed_organisations o join deeds d on d.id = o.deed_id
                 where d.withdrawn_at is null and o.organisation_id in (",
            );
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") order by d.on_date, d.id, o.organisation_id");
            query.build_query_as().fetch_all(c).await
        })?;
        concerned.extend(rows.into_iter().map(|(deed, id)| (DeedId(deed), OrganisationId(id))));
    }
    let mut ids: Vec<DeedId> = concerned.iter().map(|(deed, _)| *deed).collect();
    ids.sort_unstable();
    ids.dedup();
    let known = find_many(tx, &ids).await?;
    let with = |(deed, id): &(DeedId, OrganisationId)| {
        Some((*id, known.iter().find(|one| one.id == *deed)?.clone()))
    };
    Ok(concerned.iter().filter_map(with).collect())
}
