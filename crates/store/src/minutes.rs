//! Adopted minutes, frozen; what was added later; the text of the resolution.

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, AdditionId, MeetingId, OrganisationId},
    meetings::{Addition, MeetingKind, Resolution},
    time::{Instant, Month},
};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, count, month},
    error::Result,
    pieces::in_pieces,
};

/// Adopted minutes as they were frozen.
#[derive(Debug, Clone, PartialEq)]
pub struct Adopted {
    /// The meeting.
    pub meeting: MeetingId,
    /// Everything the paper says, as data.
    pub body: serde_json::Value,
    /// SHA-256 of the data as it was written.
    pub sha256: Vec<u8>,
    /// When they were adopted.
    pub adopted_at: Instant,
}

/// The adopted minutes of a meeting.
pub async fn find(tx: &mut Tx, meeting: MeetingId) -> Result<Option<Adopted>> {
    let row: Option<(Json<serde_json::Value>, Vec<u8>, At)> = on_both!(tx, |c| {
        sqlx::query_as("select body, sha256, adopted_at from minutes where meeting_id = $1")
            .bind(meeting.0)
            .fetch_optional(c)
            .await
    })?;
    Ok(row.map(|(body, sha256, at)| Adopted { meeting, body: body.0, sha256, adopted_at: at.0 }))
}

/// Freezes minutes at their adoption. `false`: they were adopted before, and stand as they were then.
pub async fn insert(tx: &mut WriteTx, adopted: &Adopted, by: Option<AccountId>) -> Result<bool> {
    Ok(insert_many(tx, std::slice::from_ref(adopted), by).await? == 1)
}

/// Freezes the minutes of many meetings; gives how many were new. Minutes adopted before stand as they were then.
pub async fn insert_many(tx: &mut WriteTx, adopted: &[Adopted], by: Option<AccountId>) -> Result<u64> {
    let mut added = 0;
    for chunk in in_pieces(adopted) {
        added += on_both!(tx, |c| {
            let mut query =
                QueryBuilder::new("insert into minutes (meeting_id, body, sha256, adopted_at, adopted_by) ");
            query.push_values(chunk, |mut row, adopted| {
                row.push_bind(adopted.meeting.0)
                    .push_bind(Json(&adopted.body))
                    .push_bind(&adopted.sha256)
                    .push_bind(At(adopted.adopted_at))
                    .push_bind(by.map(|id| id.0));
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(added)
}

/// What was added to adopted minutes, oldest first.
pub async fn additions(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Addition>> {
    let rows: Vec<(Uuid, String, String, At, Option<Uuid>)> = on_both!(tx, |c| sqlx::query_as(
        "select id, body, reason, at, by_account from additions where meeting_id = $1 order by at, id"
    )
    .bind(meeting.0)
    .fetch_all(c)
    .await)?;
    let additions = rows.into_iter().map(|(id, body, reason, at, by)| Addition {
        id: AdditionId(id),
        meeting,
        body,
        reason,
        at: at.0,
        by: by.map(AccountId),
    });
    Ok(additions.collect())
}

/// Who added to adopted minutes, under the names they bore then.
pub async fn addition_names(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<(AdditionId, String)>> {
    let rows: Vec<(Uuid, String)> = on_both!(tx, |c| sqlx::query_as(
        "select id, by_name from additions where meeting_id = $1 order by at, id"
    )
    .bind(meeting.0)
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().map(|(id, name)| (AdditionId(id), name)).collect())
}

/// Adds to adopted minutes; the name of who does it is kept as it is now. `false`: it was added before.
pub async fn insert_addition(tx: &mut WriteTx, addition: &Addition) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into additions (id, meeting_id, body, reason, at, by_account, by_name) values ($1, $2, $3, $4, $5, $6,
             coalesce((select coalesce(m.full_name, c.name) from accounts c left join members m on m.id = c.member_id
             where c.id = $6), '')) on conflict do nothing"
        )
        .bind(addition.id.0)
        .bind(addition.meeting.0)
        .bind(&addition.body)
        .bind(&addition.reason)
        .bind(At(addition.at))
        .bind(addition.by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

#[derive(sqlx::FromRow)]
struct ResolutionRow {
    situation: String,
    results: String,
    praise: String,
    faults: String,
    direction: String,
    execution: String,
    version: i64,
}

/// The text of a meeting's resolution; an empty one until something was written.
pub async fn resolution(tx: &mut Tx, meeting: MeetingId) -> Result<Resolution> {
    let row: Option<ResolutionRow> = on_both!(tx, |c| {
        sqlx::query_as(
        "select situation, results, praise, faults, direction, execution, version from resolutions where meeting_id = $1"
    )
    .bind(meeting.0)
    .fetch_optional(c)
    .await
    })?;
    row.map_or_else(
        || Ok(Resolution::default()),
        |row| {
            Ok(Resolution {
                situation: row.situation,
                results: row.results,
                praise: row.praise,
                faults: row.faults,
                direction: row.direction,
                execution: row.execution,
                version: count(row.version)?,
            })
        },
    )
}

/// Writes the text of a meeting's resolution, if its version is still the one given (0: none yet). `false`: somebody
/// wrote meanwhile.
pub async fn save_resolution(
    tx: &mut WriteTx,
    meeting: MeetingId,
    resolution: &Resolution,
    at: Instant,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into resolutions (meeting_id, situation, results, praise, faults, direction, execution, changed_at, version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9 + 1)
             on conflict (meeting_id) do update set situation = excluded.situation, results = excluded.results,
             praise = excluded.praise, faults = excluded.faults, direction = excluded.direction,
             execution = excluded.execution, changed_at = excluded.changed_at, version = excluded.version
             where resolutions.version = $9"
        )
        .bind(meeting.0)
        .bind(&resolution.situation)
        .bind(&resolution.results)
        .bind(&resolution.praise)
        .bind(&resolution.faults)
        .bind(&resolution.direction)
        .bind(&resolution.execution)
        .bind(At(at))
        .bind(i64::from(resolution.version))
    )?;
    Ok(done == 1)
}

/// Writes the texts of many meetings' resolutions, each as its first version; for samples. One already there is an error.
pub async fn insert_resolutions(
    tx: &mut WriteTx,
    resolutions: &[(MeetingId, Resolution, Instant)],
) -> Result<()> {
    for chunk in in_pieces(resolutions) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into resolutions (meeting_id, situation, results, praise, faults, direction, execution, \
                 changed_at, version) ",
            );
            query.push_values(chunk, |mut row, (meeting, resolution, at)| {
                row.push_bind(meeting.0)
                    .push_bind(&resolution.situation)
                    .push_bind(&resolution.results)
                    .push_bind(&resolution.praise)
                    .push_bind(&resolution.faults)
                    .push_bind(&resolution.direction)
                    .push_bind(&resolution.execution)
                    .push_bind(At(*at))
                    .push_bind(i64::from(resolution.version.max(1)));
            });
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// A line of a cell's minutes book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookLine {
    /// The meeting.
    pub meeting: MeetingId,
    /// The month it counts for.
    pub month: Month,
    /// Its kind.
    pub kind: MeetingKind,
    /// When it was opened.
    pub opened_at: Instant,
    /// When it was closed.
    pub closed_at: Option<Instant>,
    /// When the minutes were adopted.
    pub adopted_at: Option<Instant>,
    /// Their number, with the day they bear.
    pub number: Option<(u32, Date)>,
    /// How often they were added to.
    pub additions: u32,
}

#[derive(sqlx::FromRow)]
struct BookRow {
    id: Uuid,
    month: i64,
    kind: Word<MeetingKind>,
    opened_at: At,
    closed_at: Option<At>,
    adopted_at: Option<At>,
    number: Option<i64>,
    issued_on: Option<Day>,
    additions: i64,
}

/// The minutes book of a cell, latest month first, at most `limit` lines: every meeting that was opened, whether its
/// minutes are adopted or not. `sign`: the sign minutes are numbered under. `after`: the last line of the leaf before.
pub async fn book(
    tx: &mut Tx,
    cell: OrganisationId,
    sign: &str,
    after: Option<(Month, MeetingId)>,
    limit: u32,
) -> Result<Vec<BookLine>> {
    let rows: Vec<BookRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select m.id, m.month, m.kind, m.opened_at, m.closed_at, m.adopted_at, i.number, i.issued_on,
             (select count(*) from additions a where a.meeting_id = m.id) as additions
             from meetings m left join issues i on i.meeting_id = m.id and (i.type = ",
        );
        query.push_bind(sign).push(" or i.type like ").push_bind(format!("{sign}/%"));
        query.push(") where m.opened_at is not null and m.cancelled_at is null and m.cell_id = ");
        query.push_bind(cell.0);
        if let Some((month, id)) = after {
            query.push(" and (m.month, m.id) < (").push_bind(i64::from(month.index()));
            query.push(", ").push_bind(id.0).push(")");
        }
        query.push(" order by m.month desc, m.id desc limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|row| {
            let number = row.number.zip(row.issued_on);
            Ok(BookLine {
                meeting: MeetingId(row.id),
                month: month(row.month)?,
                kind: row.kind.0,
                opened_at: row.opened_at.0,
                closed_at: row.closed_at.map(|at| at.0),
                adopted_at: row.adopted_at.map(|at| at.0),
                number: number.map(|(number, on)| count(number).map(|n| (n, on.to_jiff()))).transpose()?,
                additions: count(row.additions)?,
            })
        })
        .collect()
}
