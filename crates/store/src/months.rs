//! What a committee sees of its cells' months: one row a cell and month, kept in step by the deeds themselves.

use nennep_domain::{
    ids::{MeetingId, OrganisationId},
    months::CellMonth,
    quality::{Grade, Stage},
    time::Month,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Word, count, maybe_at, month},
    error::{Error, Result},
    pieces::{in_pieces, push_list},
};

#[derive(sqlx::FromRow)]
struct Row {
    cell_id: Uuid,
    month: i64,
    meeting_id: Option<Uuid>,
    starts_at: Option<At>,
    called_at: Option<At>,
    opened_at: Option<At>,
    closed_at: Option<At>,
    adopted_at: Option<At>,
    reported_at: Option<At>,
    thematic: bool,
    length_minutes: Option<i64>,
    minimum_minutes: Option<i64>,
    expected: Option<i64>,
    present: Option<i64>,
    unexcused: Option<i64>,
    speakers: Option<i64>,
    attendees: Option<i64>,
    papers_at: Option<At>,
    tasks_due: Option<i64>,
    tasks_done: Option<i64>,
    score: Option<i64>,
    grade: Option<Word<Grade>>,
    stage: Option<Word<Stage>>,
}

impl TryFrom<Row> for CellMonth {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let number = |column: Option<i64>| column.map(count).transpose();
        Ok(Self {
            cell: OrganisationId(row.cell_id),
            month: month(row.month)?,
            meeting: row.meeting_id.map(MeetingId),
            starts_at: row.starts_at.map(|at| at.0),
            called_at: row.called_at.map(|at| at.0),
            opened_at: row.opened_at.map(|at| at.0),
            closed_at: row.closed_at.map(|at| at.0),
            adopted_at: row.adopted_at.map(|at| at.0),
            reported_at: row.reported_at.map(|at| at.0),
            thematic: row.thematic,
            length_minutes: number(row.length_minutes)?,
            minimum_minutes: number(row.minimum_minutes)?,
            expected: number(row.expected)?,
            present: number(row.present)?,
            unexcused: number(row.unexcused)?,
            speakers: number(row.speakers)?,
            attendees: number(row.attendees)?,
            papers_at: row.papers_at.map(|at| at.0),
            tasks_due: number(row.tasks_due)?,
            tasks_done: number(row.tasks_done)?,
            score: number(row.score)?,
            grade: row.grade.map(|word| word.0),
            stage: row.stage.map(|word| word.0),
        })
    }
}

const COLUMNS: &str = "c.cell_id, c.month, c.meeting_id, c.starts_at, c.called_at, c.opened_at, c.closed_at, c.adopted_at, \
     c.reported_at, c.thematic, c.length_minutes, c.minimum_minutes, c.expected, c.present, c.unexcused, c.speakers, \
     c.attendees, c.papers_at, c.tasks_due, c.tasks_done, c.score, c.grade, c.stage";

/// The months of these cells, both ends included, by cell and month. A month of which nothing is known has no row.
pub async fn of_cells(
    tx: &mut Tx,
    cells: &[OrganisationId],
    from: Month,
    to: Month,
) -> Result<Vec<CellMonth>> {
    let mut found = Vec::with_capacity(cells.len() * 12);
    for cells in cells.chunks(500) {
        let rows: Vec<Row> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new("select ");
            query.push(COLUMNS).push(" from cell_months c where c.cell_id in (");
            push_list(&mut query, cells.iter().map(|cell| cell.0));
            query.push(") and c.month between ").push_bind(i64::from(from.index()));
            query.push(" and ").push_bind(i64::from(to.index())).push(" order by c.cell_id, c.month");
            query.build_query_as().fetch_all(c).await
        })?;
        for row in rows {
            found.push(CellMonth::try_from(row)?);
        }
    }
    Ok(found)
}

/// The months of all cells within an organisation, both ends included, by cell and month.
pub async fn within(
    tx: &mut Tx,
    organisation: OrganisationId,
    from: Month,
    to: Month,
) -> Result<Vec<CellMonth>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select ");
        query
            .push(COLUMNS)
            .push(" from organisation_ancestors a join cell_months c on c.cell_id = a.organisation_id");
        query.push(" where a.ancestor_id = ").push_bind(organisation.0);
        query.push(" and c.month between ").push_bind(i64::from(from.index()));
        query.push(" and ").push_bind(i64::from(to.index())).push(" order by c.cell_id, c.month");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(CellMonth::try_from).collect()
}

/// Writes what is known of cells' months, in place of what was.
pub async fn save(tx: &mut WriteTx, months: &[CellMonth]) -> Result<()> {
    for chunk in in_pieces(months) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into cell_months (cell_id, month, meeting_id, starts_at, called_at, opened_at, closed_at, \
                 adopted_at, reported_at, thematic, length_minutes, minimum_minutes, expected, present, unexcused, speakers, \
                 attendees, papers_at, tasks_due, tasks_done, score, grade, stage) ",
            );
            query.push_values(chunk, |mut row, month| {
                let number = |value: Option<u32>| value.map(i64::from);
                row.push_bind(month.cell.0)
                    .push_bind(i64::from(month.month.index()))
                    .push_bind(month.meeting.map(|id| id.0))
                    .push_bind(maybe_at(month.starts_at))
                    .push_bind(maybe_at(month.called_at))
                    .push_bind(maybe_at(month.opened_at))
                    .push_bind(maybe_at(month.closed_at))
                    .push_bind(maybe_at(month.adopted_at))
                    .push_bind(maybe_at(month.reported_at))
                    .push_bind(month.thematic)
                    .push_bind(number(month.length_minutes))
                    .push_bind(number(month.minimum_minutes))
                    .push_bind(number(month.expected))
                    .push_bind(number(month.present))
                    .push_bind(number(month.unexcused))
                    .push_bind(number(month.speakers))
                    .push_bind(number(month.attendees))
                    .push_bind(maybe_at(month.papers_at))
                    .push_bind(number(month.tasks_due))
                    .push_bind(number(month.tasks_done))
                    .push_bind(number(month.score))
                    .push_bind(month.grade.map(Grade::as_str))
                    .push_bind(month.stage.map(Stage::as_str));
            });
            query.push(
                " on conflict (cell_id, month) do update set meeting_id = excluded.meeting_id, \
                 starts_at = excluded.starts_at, called_at = excluded.called_at, opened_at = excluded.opened_at, \
                 closed_at = excluded.closed_at, adopted_at = excluded.adopted_at, reported_at = excluded.reported_at, \
                 thematic = excluded.thematic, length_minutes = excluded.length_minutes, \
                 minimum_minutes = excluded.minimum_minutes, expected = excluded.expected, present = excluded.present, \
                 unexcused = excluded.unexcused, speakers = excluded.speakers, attendees = excluded.attendees, \
                 papers_at = excluded.papers_at, tasks_due = excluded.tasks_due, tasks_done = excluded.tasks_done, \
                 score = excluded.score, grade = excluded.grade, stage = excluded.stage",
            );
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}
