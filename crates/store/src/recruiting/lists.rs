//! Of whole lists: that a cell reviewed its list in a month, how many admissions are set and how many there were.

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, OrganisationId},
    time::{Instant, Month},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, count, day, month},
    error::Result,
    pieces::push_list,
};

/// That a cell reviewed its list in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The cell.
    pub cell: OrganisationId,
    /// The month.
    pub month: Month,
    /// The day.
    pub on: Date,
    /// The resolution it is written in, as papers cite it; may be empty.
    pub resolution: String,
    /// What was said of the list; may be empty.
    pub note: String,
}

/// The reviews of these cells from one month to another, both included, the latest first.
pub async fn reviews(
    tx: &mut Tx,
    cells: &[OrganisationId],
    (from, to): (Month, Month),
) -> Result<Vec<Review>> {
    let mut found = Vec::new();
    for cells in cells.chunks(500) {
        let rows: Vec<(Uuid, i64, Day, String, String)> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select cell_id, month, reviewed_on, resolution, note from candidate_reviews where month between ",
            );
            query.push_bind(i64::from(from.index())).push(" and ").push_bind(i64::from(to.index()));
            query.push(" and cell_id in (");
            push_list(&mut query, cells.iter().map(|id| id.0));
            query.push(") order by month desc, cell_id");
            query.build_query_as().fetch_all(c).await
        })?;
        for (cell, index, on, resolution, note) in rows {
            let (cell, month) = (OrganisationId(cell), month(index)?);
            found.push(Review { cell, month, on: on.to_jiff(), resolution, note });
        }
    }
    Ok(found)
}

/// Writes that a cell reviewed its list in a month; what was written of that month before is written anew.
pub async fn save_review(
    tx: &mut WriteTx,
    review: &Review,
    at: Instant,
    by: Option<AccountId>,
) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "insert into candidate_reviews (cell_id, month, reviewed_on, resolution, note, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (cell_id, month) do update set
             reviewed_on = excluded.reviewed_on, resolution = excluded.resolution, note = excluded.note,
             recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by"
        )
        .bind(review.cell.0)
        .bind(i64::from(review.month.index()))
        .bind(day(review.on))
        .bind(&review.resolution)
        .bind(&review.note)
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(())
}

/// Takes a review back. `false`: there was none.
pub async fn delete_review(tx: &mut WriteTx, cell: OrganisationId, month: Month) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("delete from candidate_reviews where cell_id = $1 and month = $2")
            .bind(cell.0)
            .bind(i64::from(month.index()))
    )?;
    Ok(done == 1)
}

/// How many admissions are set for each of these organisations and a year, where some are.
pub async fn targets(
    tx: &mut Tx,
    organisations: &[OrganisationId],
    year: i16,
) -> Result<Vec<(OrganisationId, u32)>> {
    let mut found = Vec::new();
    for ids in organisations.chunks(500) {
        let rows: Vec<(Uuid, i64)> = on_both!(tx, |c| {
            let mut query =
                QueryBuilder::new("select organisation_id, admissions from admission_targets where year = ");
            query.push_bind(i64::from(year)).push(" and organisation_id in (");
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") order by organisation_id");
            query.build_query_as().fetch_all(c).await
        })?;
        for (organisation, admissions) in rows {
            found.push((OrganisationId(organisation), count(admissions)?));
        }
    }
    Ok(found)
}

/// Sets how many admissions an organisation is to reach in a year; `None` takes the target back.
pub async fn set_target(
    tx: &mut WriteTx,
    organisation: OrganisationId,
    year: i16,
    admissions: Option<u32>,
    at: Instant,
    by: Option<AccountId>,
) -> Result<()> {
    let Some(admissions) = admissions else {
        run!(
            tx,
            sqlx::query("delete from admission_targets where organisation_id = $1 and year = $2")
                .bind(organisation.0)
                .bind(i64::from(year))
        )?;
        return Ok(());
    };
    run!(
        tx,
        sqlx::query(
            "insert into admission_targets (organisation_id, year, admissions, set_at, set_by) values ($1, $2, $3, $4, $5)
             on conflict (organisation_id, year) do update set admissions = excluded.admissions,
             set_at = excluded.set_at, set_by = excluded.set_by"
        )
        .bind(organisation.0)
        .bind(i64::from(year))
        .bind(i64::from(admissions))
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(())
}

/// How many were admitted, for the first time or again, into each of these cells from one day to another, both included, where some were.
pub async fn admissions(
    tx: &mut Tx,
    cells: &[OrganisationId],
    (from, to): (Date, Date),
) -> Result<Vec<(OrganisationId, u32)>> {
    let mut found = Vec::new();
    for ids in cells.chunks(500) {
        let rows: Vec<(Uuid, i64)> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select o.organisation_id, count(*) from deeds d join deed_organisations o on o.deed_id = d.id
                 where d.kind in ('admit', 'readmit') and d.done_at is not null and d.withdrawn_at is null
                 and d.on_date between ",
            );
            query.push_bind(day(from)).push(" and ").push_bind(day(to));
            query.push(" and o.organisation_id in (");
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") group by o.organisation_id order by o.organisation_id");
            query.build_query_as().fetch_all(c).await
        })?;
        for (cell, admitted) in rows {
            found.push((OrganisationId(cell), count(admitted)?));
        }
    }
    Ok(found)
}
