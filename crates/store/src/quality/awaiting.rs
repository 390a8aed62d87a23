//! Meetings that wait for their grade: reported to the superior committee, not decided by it.

use nennep_domain::{
    ids::{MeetingId, OrganisationId},
    meetings::MeetingKind,
    quality::Grade,
    time::{Instant, Month},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx,
    columns::{At, Word, month},
    error::{Error, Result},
    pieces::push_list,
};

/// A meeting that waits for its grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Awaiting {
    /// The meeting.
    pub meeting: MeetingId,
    /// The cell.
    pub cell: OrganisationId,
    /// The cell's name.
    pub cell_name: String,
    /// The month it counts for.
    pub month: Month,
    /// Its kind.
    pub kind: MeetingKind,
    /// When it was reported.
    pub reported_at: Instant,
    /// The self-score in hundredths, once the cell voted it.
    pub total: Option<i64>,
    /// The grade of the self-score.
    pub grade: Option<Grade>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    cell_id: Uuid,
    name: String,
    month: i64,
    kind: Word<MeetingKind>,
    reported_at: At,
    total: Option<i64>,
    grade: Option<Word<Grade>>,
}

impl TryFrom<Row> for Awaiting {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            meeting: MeetingId(row.id),
            cell: OrganisationId(row.cell_id),
            cell_name: row.name,
            month: month(row.month)?,
            kind: row.kind.0,
            reported_at: row.reported_at.0,
            total: row.total,
            grade: row.grade.map(|word| word.0),
        })
    }
}

/// What [`awaiting_grade`] is asked for.
#[derive(Debug, Clone, Copy)]
pub struct AwaitingFilter<'a> {
    /// The committees that decide: cells directly below them, and by `commune_rubrics` all cells within the communes of
    /// these.
    pub deciders: &'a [OrganisationId],
    /// Codes of the rubrics by which the committee of the commune decides.
    pub commune_rubrics: &'a [&'a str],
    /// Only meetings of this month and later ones.
    pub from: Month,
    /// Continue after the meeting reported then.
    pub after: Option<(Instant, MeetingId)>,
}

/// Meetings reported but not graded, the earliest reported first: routine ones, and others that the cell scored.
pub async fn awaiting_grade(tx: &mut Tx, filter: AwaitingFilter<'_>, limit: u32) -> Result<Vec<Awaiting>> {
    if filter.deciders.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select m.id, m.cell_id, o.name, m.month, m.kind, m.reported_at, v.total, v.grade from meetings m
             join organisations o on o.id = m.cell_id
             left join score_sheets s on s.meeting_id = m.id
             left join score_stages v on v.meeting_id = m.id and v.stage = 'voted'
             where m.reported_at is not null and m.cancelled_at is null and m.month >= ",
        );
        query.push_bind(i64::from(filter.from.index()));
        query.push(
            " and (v.total is not null or m.kind in ('routine', 'combined'))
              and not exists (select 1 from score_stages d where d.meeting_id = m.id and d.stage = 'decided')
              and ((o.parent_id in (",
        );
        push_list(&mut query, filter.deciders.iter().map(|decider| decider.0));
        query.push(")");
        if !filter.commune_rubrics.is_empty() {
            query.push(" and coalesce(s.rubric, '') not in (");
            push_list(&mut query, filter.commune_rubrics.iter().copied());
            query.push(")) or (s.rubric in (");
            push_list(&mut query, filter.commune_rubrics.iter().copied());
            query.push(
                ") and o.id in (select a.organisation_id from organisation_ancestors a
                   join organisations k on k.id = a.ancestor_id and k.kind = 'commune' where a.ancestor_id in (",
            );
            push_list(&mut query, filter.deciders.iter().map(|decider| decider.0));
            query.push("))");
        }
        query.push("))");
        if let Some((at, id)) = filter.after {
            query
                .push(" and (m.reported_at, m.id) > (")
                .push_bind(At(at))
                .push(", ")
                .push_bind(id.0)
                .push(")");
        }
        query.push(" order by m.reported_at, m.id limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Awaiting::try_from).collect()
}
