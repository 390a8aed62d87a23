//! What a cell owes, in words: late or soon late, by which rule, and where it is done.

use nennep_app::{Ctx, months::Owed};
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    months::{CellMonth, Due, DueKind},
    problems::Citation,
    time::Instant,
};

use crate::words::Words;

/// One line of what is owed.
pub(in crate::pages) struct OwedLine {
    pub(in crate::pages) cell: String,
    pub(in crate::pages) month: String,
    pub(in crate::pages) what: String,
    pub(in crate::pages) late: bool,
    pub(in crate::pages) by: Instant,
    pub(in crate::pages) citation: Option<Citation>,
    /// The way to it, for those to whom it is open.
    pub(in crate::pages) path: Option<String>,
}

impl OwedLine {
    /// A line for those who look after the cell, which leads to where they see it.
    pub(in crate::pages) fn of(ctx: &Ctx, w: Words, owed: &Owed, now: Instant) -> Self {
        let mut line = Self::of_due(w, owed.cell.id, &owed.month, &owed.due, now);
        line.cell.clone_from(&owed.cell.name);
        let reads = ctx.may(Action::ReadMeeting, &Resource::at(&owed.place));
        line.path = match (owed.due.kind, owed.month.meeting) {
            (DueKind::Grade, Some(id)) => reads.then(|| format!("/meetings/{id}/score")),
            (_, Some(id)) => reads.then(|| format!("/meetings/{id}")),
            (_, None) => Some(format!("/meetings?of={}", owed.cell.id)),
        };
        line
    }

    /// A line for the cell itself, which leads to where it is done.
    pub(in crate::pages) fn of_due(
        w: Words,
        cell: OrganisationId,
        month: &CellMonth,
        due: &Due,
        now: Instant,
    ) -> Self {
        Self {
            cell: String::new(),
            month: w.month(month.month),
            what: w.one_of("months-due", due.kind.as_str()),
            late: due.is_late(now),
            by: due.by,
            citation: due.citation.clone(),
            path: Some(place_to_do(due.kind, cell, month)),
        }
    }
}

/// Where a cell does what it owes.
fn place_to_do(kind: DueKind, cell: OrganisationId, month: &CellMonth) -> String {
    let Some(id) = month.meeting else {
        return format!("/cells/{cell}/plan?year={}", month.month.year());
    };
    match kind {
        DueKind::Date => format!("/meetings/{id}/place"),
        DueKind::Meeting => format!("/meetings/{id}"),
        DueKind::Notice => format!("/meetings/{id}/call"),
        DueKind::Papers => format!("/meetings/{id}/agenda"),
        DueKind::Thematic => format!("/cells/{cell}/plan?year={}", month.month.year()),
        DueKind::Report => format!("/meetings/{id}/minutes"),
        DueKind::Grade => format!("/meetings/{id}/score"),
    }
}
