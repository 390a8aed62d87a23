//! Numbers of issued papers: continuous per body, type and term, never twice, never a gap (05-HD/VPTW).

use jiff::civil::Date;
use nennep_domain::ids::{AccountId, IssueId, MeetingId, OrganisationId};
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{Day, count, day},
    error::Result,
    pieces::in_pieces,
};

mod register;
mod terms;

pub use register::{Filter, Frozen, Issued, Registered, Signed, frozen, keep, list, previous, signs};
pub(crate) use register::{ISSUED, IssuedRow};
pub use terms::{Term, begin_turn, delete_term, end_term, insert_terms, term_on, terms};

/// A paper that was issued with a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its id.
    pub id: IssueId,
    /// The body that issued it.
    pub organisation: OrganisationId,
    /// The term in which its number runs.
    pub term: Uuid,
    /// The type's sign, e.g. `NQ`; for papers of a congress, which count for themselves, with its body's: `NQ/ĐH`.
    pub sign: String,
    /// Its number; where [`number`] is asked, the one to begin with while there is none (0 counts as 1).
    pub number: u32,
    /// The meeting it belongs to.
    pub meeting: Option<MeetingId>,
    /// The day it was issued.
    pub issued_on: Date,
}

/// The numbers a meeting's papers have: pairs of sign and number, with the day of issue.
pub async fn of_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<(String, u32, Date)>> {
    let rows: Vec<(String, i64, Day)> = on_both!(tx, |c| sqlx::query_as(
        "select type, number, issued_on from issues where meeting_id = $1 order by type, number"
    )
    .bind(meeting.0)
    .fetch_all(c)
    .await)?;
    rows.into_iter().map(|(sign, number, on)| Ok((sign, count(number)?, on.to_jiff()))).collect()
}

/// Gives the next number of a body, type and term to a paper, or the number that it, or the meeting's paper of that type,
/// already has. Numbers run on without a gap and without a double: writers take turns on the term's row.
pub async fn number(tx: &mut WriteTx, issue: &Issue, by: Option<AccountId>) -> Result<u32> {
    run!(tx, sqlx::query("update terms set name = name where id = $1").bind(issue.term))?;
    let had: Option<(i64,)> = on_both!(tx, |c| {
        sqlx::query_as("select number from issues where id = $1 or (meeting_id = $2 and type = $3)")
            .bind(issue.id.0)
            .bind(issue.meeting.map(|id| id.0))
            .bind(&issue.sign)
            .fetch_optional(c)
            .await
    })?;
    if let Some((number,)) = had {
        return count(number);
    }
    let last: (Option<i64>,) = on_both!(tx, |c| sqlx::query_as(
        "select max(number) from issues where organisation_id = $1 and term_id = $2 and type = $3"
    )
    .bind(issue.organisation.0)
    .bind(issue.term)
    .bind(&issue.sign)
    .fetch_one(c)
    .await)?;
    let number = last.0.map_or_else(|| i64::from(issue.number.max(1)), |last| last + 1);
    run!(
        tx,
        sqlx::query(
            "insert into issues (id, organisation_id, term_id, type, number, meeting_id, issued_on, issued_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8)"
        )
        .bind(issue.id.0)
        .bind(issue.organisation.0)
        .bind(issue.term)
        .bind(&issue.sign)
        .bind(number)
        .bind(issue.meeting.map(|id| id.0))
        .bind(day(issue.issued_on))
        .bind(by.map(|id| id.0))
    )?;
    count(number)
}

/// Writes issued papers with the numbers they have: for samples and for taking over older registers.
pub async fn insert_many(tx: &mut WriteTx, issues: &[Issue]) -> Result<()> {
    for chunk in in_pieces(issues) {
        on_both!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "insert into issues (id, organisation_id, term_id, type, number, meeting_id, issued_on) ",
            );
            query.push_values(chunk, |mut row, issue| {
                row.push_bind(issue.id.0)
                    .push_bind(issue.organisation.0)
                    .push_bind(issue.term)
                    .push_bind(&issue.sign)
                    .push_bind(i64::from(issue.number))
                    .push_bind(issue.meeting.map(|id| id.0))
                    .push_bind(day(issue.issued_on));
            });
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}
