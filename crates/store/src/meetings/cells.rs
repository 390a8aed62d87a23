//! Meetings as a committee looks at them: those of all cells below it, cell by cell, and those that wait for its word.

use nennep_domain::{
    ids::{MeetingId, OrganisationId},
    meetings::MeetingState,
    names,
    time::{Instant, Month},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::core::{COLUMNS, Listed, ListedRow};
use crate::{
    Tx,
    columns::{At, count},
    error::Result,
    pieces::push_list,
};

/// What [`of_cells`] is asked for.
#[derive(Debug, Clone, Copy)]
pub struct CellsFilter<'a> {
    /// Only meetings of this organisation's cells.
    pub within: OrganisationId,
    /// Only meetings of these months, both ends included.
    pub months: (Month, Month),
    /// Only cells whose folded name or code holds this text.
    pub words: &'a str,
    /// Only meetings that have come just so far.
    pub state: Option<MeetingState>,
    /// Continue after this month, cell code and meeting.
    pub after: Option<(Month, &'a str, MeetingId)>,
}

/// What the steps of a meeting in that state look like; the same order as [`nennep_domain::meetings::Meeting::state`].
const fn in_state(state: MeetingState) -> &'static str {
    match state {
        MeetingState::Cancelled => "m.cancelled_at is not null",
        MeetingState::Reported => "m.cancelled_at is null and m.reported_at is not null",
        MeetingState::Adopted => {
            "m.cancelled_at is null and m.reported_at is null and m.adopted_at is not null"
        }
        MeetingState::Held => {
            "m.cancelled_at is null and m.reported_at is null and m.adopted_at is null and m.closed_at is not null"
        }
        MeetingState::Running => {
            "m.cancelled_at is null and m.reported_at is null and m.adopted_at is null and m.closed_at is null
             and m.opened_at is not null"
        }
        MeetingState::Called => {
            "m.cancelled_at is null and m.opened_at is null and m.closed_at is null and m.called_at is not null"
        }
        MeetingState::Approved => {
            "m.cancelled_at is null and m.opened_at is null and m.called_at is null and m.approved_at is not null"
        }
        MeetingState::Registered => {
            "m.cancelled_at is null and m.opened_at is null and m.called_at is null and m.approved_at is null
             and m.registered_at is not null"
        }
        MeetingState::Planned => {
            "m.cancelled_at is null and m.opened_at is null and m.called_at is null and m.approved_at is null
             and m.registered_at is null"
        }
    }
}

/// Meetings by month and cell code, those called off too, at most `limit`.
pub async fn of_cells(tx: &mut Tx, asked: CellsFilter<'_>, limit: u32) -> Result<Vec<Listed>> {
    let words = names::fold(asked.words);
    let (from, to) = asked.months;
    let rows: Vec<ListedRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select ");
        query.push(COLUMNS).push(", o.code as cell_code, o.name as cell_name from organisation_ancestors a");
        query.push(
            " join meetings m on m.cell_id = a.organisation_id join organisations o on o.id = m.cell_id",
        );
        query.push(" where a.ancestor_id = ").push_bind(asked.within.0);
        query.push(" and m.month between ").push_bind(i64::from(from.index()));
        query.push(" and ").push_bind(i64::from(to.index()));
        if let Some(state) = asked.state {
            query.push(" and ").push(in_state(state));
        }
        if !words.is_empty() {
            query.push(" and (o.name_key like ").push_bind(format!("%{words}%"));
            query.push(" or o.code like ").push_bind(format!("%{}%", asked.words.trim())).push(")");
        }
        if let Some((month, code, id)) = asked.after {
            query.push(" and (m.month, o.code, m.id) > (").push_bind(i64::from(month.index()));
            query.push(", ").push_bind(code).push(", ").push_bind(id.0).push(")");
        }
        query.push(" order by m.month, o.code, m.id limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Listed::try_from).collect()
}

/// What a cell's meetings say from a moment on: whether it met, and how many it has planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ahead {
    /// The cell.
    pub cell: OrganisationId,
    /// When it last met, if it did from that moment on.
    pub met_at: Option<Instant>,
    /// Meetings planned to start from that moment on and neither held nor called off.
    pub planned: u32,
}

/// What some cells' meetings say from a moment on; cells without any are not among them.
pub async fn ahead(tx: &mut Tx, cells: &[OrganisationId], since: Instant) -> Result<Vec<Ahead>> {
    let rows: Vec<(Uuid, Option<At>, i64)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select cell_id, max(opened_at), sum(case when opened_at is null then 1 else 0 end) from meetings
             where cancelled_at is null and (opened_at >= ",
        );
        query.push_bind(At(since)).push(" or (opened_at is null and starts_at >= ").push_bind(At(since));
        query.push(")) and cell_id in (");
        push_list(&mut query, cells.iter().map(|cell| cell.0));
        query.push(") group by cell_id order by cell_id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|(cell, met_at, planned)| {
            Ok(Ahead { cell: OrganisationId(cell), met_at: met_at.map(|at| at.0), planned: count(planned)? })
        })
        .collect()
}

/// Meetings below these organisations whose date and place are registered and not agreed to, earliest start first, at
/// most `limit`. Whether the committee asks for its agreement at all is a rule: the caller judges it.
pub async fn waiting_for_approval(
    tx: &mut Tx,
    within: &[OrganisationId],
    after: Option<(Instant, MeetingId)>,
    limit: u32,
) -> Result<Vec<Listed>> {
    if within.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<ListedRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select ");
        query.push(COLUMNS).push(", o.code as cell_code, o.name as cell_name from meetings m");
        query.push(" join organisations o on o.id = m.cell_id where m.registered_at is not null");
        query.push(" and m.approved_at is null and m.opened_at is null and m.cancelled_at is null");
        query.push(" and exists (select 1 from organisation_ancestors a where a.organisation_id = m.cell_id");
        query.push(" and a.ancestor_id in (");
        push_list(&mut query, within.iter().map(|organisation| organisation.0));
        query.push("))");
        if let Some((at, id)) = after {
            query.push(" and (m.starts_at, m.id) > (").push_bind(At(at));
            query.push(", ").push_bind(id.0).push(")");
        }
        query.push(" order by m.starts_at, m.id limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Listed::try_from).collect()
}
