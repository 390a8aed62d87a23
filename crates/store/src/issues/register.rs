//! The register of issued papers: what each is about, what it said when it was issued, and the books read from it.

use jiff::civil::Date;
use nennep_domain::{
    ids::{IssueId, MeetingId, OrganisationId},
    time::Month,
};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{Day, count, day, month},
    error::{Error, Result},
};

/// A line of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// The paper.
    pub id: IssueId,
    /// The type's sign.
    pub sign: String,
    /// Its number.
    pub number: u32,
    /// The name of the term in which the number runs.
    pub term: String,
    /// The meeting it belongs to.
    pub meeting: Option<MeetingId>,
    /// The month that meeting counts for.
    pub month: Option<Month>,
    /// What it is about; empty for papers of a meeting, which say so themselves.
    pub about: String,
    /// The day it was issued.
    pub issued_on: Date,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    sign: String,
    number: i64,
    term: String,
    meeting_id: Option<Uuid>,
    month: Option<i64>,
    about: String,
    issued_on: Day,
}

impl TryFrom<Row> for Registered {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: IssueId(row.id),
            sign: row.sign,
            number: count(row.number)?,
            term: row.term,
            meeting: row.meeting_id.map(MeetingId),
            month: row.month.map(month).transpose()?,
            about: row.about,
            issued_on: row.issued_on.to_jiff(),
        })
    }
}

/// A line of the register of some organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// The line.
    pub paper: Registered,
    /// The organisation that issued it.
    pub organisation: OrganisationId,
    /// Its code.
    pub organisation_code: String,
    /// Its name.
    pub organisation_name: String,
}

/// What such a line is read from: `i` the paper.
pub(crate) const ISSUED: &str =
    "select i.id, i.type as sign, i.number, t.name as term, i.meeting_id, m.month, i.about, i.issued_on, i.organisation_id,
     o.code as organisation_code, o.name as organisation_name
     from issues i
     join terms t on t.id = i.term_id
     join organisations o on o.id = i.organisation_id
     left join meetings m on m.id = i.meeting_id";

#[derive(sqlx::FromRow)]
pub(crate) struct IssuedRow {
    #[sqlx(flatten)]
    paper: Row,
    organisation_id: Uuid,
    organisation_code: String,
    organisation_name: String,
}

impl TryFrom<IssuedRow> for Issued {
    type Error = Error;
    fn try_from(row: IssuedRow) -> Result<Self> {
        Ok(Self {
            paper: row.paper.try_into()?,
            organisation: OrganisationId(row.organisation_id),
            organisation_code: row.organisation_code,
            organisation_name: row.organisation_name,
        })
    }
}

/// Which issued papers are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter<'a> {
    /// Those of one sign; with it, those of a congress (`NQ` also finds `NQ/ĐH`).
    pub sign: Option<&'a str>,
    /// Those issued in one year.
    pub year: Option<i16>,
}

/// Issued papers of an organisation, latest first, at most `limit`. `after`: the last line of the leaf before.
pub async fn list(
    tx: &mut Tx,
    organisation: OrganisationId,
    filter: Filter<'_>,
    after: Option<(Date, IssueId)>,
    limit: u32,
) -> Result<Vec<Registered>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(ISSUED);
        query.push(" where i.organisation_id = ").push_bind(organisation.0);
        if let Some(sign) = filter.sign {
            query.push(" and (i.type = ").push_bind(sign);
            query.push(" or i.type like ").push_bind(format!("{sign}/%")).push(")");
        }
        if let Some((first, last)) = filter.year.and_then(days_of) {
            query.push(" and i.issued_on between ").push_bind(day(first)).push(" and ").push_bind(day(last));
        }
        if let Some((on, id)) = after {
            query
                .push(" and (i.issued_on, i.id) < (")
                .push_bind(day(on))
                .push(", ")
                .push_bind(id.0)
                .push(")");
        }
        query.push(" order by i.issued_on desc, i.id desc limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Registered::try_from).collect()
}

/// The first and the last day of a year; `None` for years that no calendar has.
fn days_of(year: i16) -> Option<(Date, Date)> {
    Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
}

/// The papers of one sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The sign.
    pub sign: String,
    /// How many there are.
    pub papers: u32,
    /// The day of the first.
    pub first_on: Date,
    /// The day of the last.
    pub last_on: Date,
}

/// The signs an organisation has issued papers under.
pub async fn signs(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<Signed>> {
    let rows: Vec<(String, i64, Day, Day)> = on_both!(tx, |c| sqlx::query_as(
        "select type, count(*), min(issued_on), max(issued_on) from issues where organisation_id = $1
         group by type order by type"
    )
    .bind(organisation.0)
    .fetch_all(c)
    .await)?;
    rows.into_iter()
        .map(|(sign, papers, first, last)| {
            let papers = count(papers)?;
            Ok(Signed { sign, papers, first_on: first.to_jiff(), last_on: last.to_jiff() })
        })
        .collect()
}

/// The number and day of the organisation's last paper of a sign issued before `day_of` by another meeting.
pub async fn previous(
    tx: &mut Tx,
    organisation: OrganisationId,
    sign: &str,
    day_of: Date,
    meeting: MeetingId,
) -> Result<Option<(u32, Date)>> {
    let row: Option<(i64, Day)> = on_both!(tx, |c| {
        sqlx::query_as(
        "select number, issued_on from issues where organisation_id = $1 and type = $2 and issued_on <= $3
         and (meeting_id is null or meeting_id <> $4) order by issued_on desc, number desc, id limit 1"
    )
    .bind(organisation.0)
    .bind(sign)
    .bind(day(day_of))
    .bind(meeting.0)
    .fetch_optional(c)
    .await
    })?;
    row.map(|(number, on)| Ok((count(number)?, on.to_jiff()))).transpose()
}

/// A meeting's paper as it said when it was issued.
#[derive(Debug, Clone, PartialEq)]
pub struct Frozen {
    /// Everything the paper says, as data.
    pub body: serde_json::Value,
    /// The day it was issued.
    pub issued_on: Date,
}

/// A meeting's issued paper of a sign, as it was frozen; `None` if it was not issued, or issued without being frozen.
pub async fn frozen(tx: &mut Tx, meeting: MeetingId, sign: &str) -> Result<Option<Frozen>> {
    let row: Option<(Option<Json<serde_json::Value>>, Day)> = on_both!(tx, |c| sqlx::query_as(
        "select body, issued_on from issues where meeting_id = $1 and type = $2"
    )
    .bind(meeting.0)
    .bind(sign)
    .fetch_optional(c)
    .await)?;
    Ok(row.and_then(|(body, on)| Some(Frozen { body: body?.0, issued_on: on.to_jiff() })))
}

/// Keeps with an issued paper what it is about and everything it says. What was kept once stays: `false`.
pub async fn keep(
    tx: &mut WriteTx,
    id: IssueId,
    about: &str,
    body: Option<&serde_json::Value>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update issues set about = $2, body = $3 where id = $1 and about = '' and body is null")
            .bind(id.0)
            .bind(about)
            .bind(body.map(Json))
    )?;
    Ok(done == 1)
}
