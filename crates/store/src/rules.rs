//! Committees' own values of rules.

use nennep_domain::{
    ids::{AccountId, OrganisationId, OverrideId},
    rules::{Override, Value},
    time::Instant,
};
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, day, maybe_day},
    error::{Error, Result},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    organisation_id: Uuid,
    rule_key: String,
    value: String,
    from_on: Day,
    to_on: Option<Day>,
    reason: String,
    author_id: Option<Uuid>,
}

impl TryFrom<Row> for Override {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let value: Value = serde_json::from_str(&row.value)
            .map_err(|error| Error::Unreadable(format!("value of override {}: {error}", row.id)))?;
        Ok(Self {
            id: OverrideId(row.id),
            organisation: OrganisationId(row.organisation_id),
            key: row.rule_key,
            value,
            from: row.from_on.to_jiff(),
            to: row.to_on.map(Day::to_jiff),
            reason: row.reason,
            author: AccountId(row.author_id.unwrap_or_default()),
        })
    }
}

/// All overrides of the store: there are few, and rules are asked for at every deed.
pub async fn overrides(tx: &mut Tx) -> Result<Vec<Override>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        sqlx::query_as(
        "select id, organisation_id, rule_key, value, from_on, to_on, reason, author_id from rule_overrides
         order by rule_key, from_on, id"
    )
    .fetch_all(c)
    .await
    })?;
    rows.into_iter().map(Override::try_from).collect()
}

/// Sets an override.
pub async fn insert_override(tx: &mut WriteTx, new: &Override, at: Instant) -> Result<()> {
    let value = serde_json::to_string(&new.value).map_err(|error| Error::Unreadable(error.to_string()))?;
    run!(
        tx,
        sqlx::query(
            "insert into rule_overrides (id, organisation_id, rule_key, value, from_on, to_on, reason, author_id, recorded_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing"
        )
        .bind(new.id.0)
        .bind(new.organisation.0)
        .bind(&new.key)
        .bind(&value)
        .bind(day(new.from))
        .bind(maybe_day(new.to))
        .bind(&new.reason)
        .bind(Some(new.author.0).filter(|id| !id.is_nil()))
        .bind(At(at))
    )?;
    Ok(())
}

/// The override with this id.
pub async fn find_override(tx: &mut Tx, id: OverrideId) -> Result<Option<Override>> {
    let row: Option<Row> = on_both!(tx, |c| {
        sqlx::query_as(
            "select id, organisation_id, rule_key, value, from_on, to_on, reason, author_id from rule_overrides where id = $1",
        )
        .bind(id.0)
        .fetch_optional(c)
        .await
    })?;
    row.map(Override::try_from).transpose()
}

/// Sets the first day on which an override no longer holds; `None`: it holds on. `false`: there is no such override.
pub async fn end_override(tx: &mut WriteTx, id: OverrideId, on: Option<jiff::civil::Date>) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update rule_overrides set to_on = $2 where id = $1").bind(id.0).bind(maybe_day(on))
    )?;
    Ok(done == 1)
}
