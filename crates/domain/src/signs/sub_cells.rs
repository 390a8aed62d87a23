//! Signs of meetings by sub-cells that do not stand in for the whole cell's.

use super::{Sign, SignKind, Weight};
use crate::{
    ids::OrganisationId,
    meetings::{SubCellFacts, sub_cell_faults},
    rules::Rules,
};

/// What meetings by sub-cells say: each reason why the last of them does not count as the cell's. `facts.time` is how many times the
/// cell met so this year; nothing where it never did. 03-HD/TW; statement 28.
pub fn of_sub_cells(cell: OrganisationId, facts: SubCellFacts, rules: &Rules) -> Vec<Sign> {
    if facts.time == 0 {
        return Vec::new();
    }
    let sign = |fault: crate::meetings::SubCellFault| {
        Sign::new(SignKind::SubCellsDoNotCount, cell, Weight::Due, fault.sentence).by(fault.citation)
    };
    sub_cell_faults(facts, rules).into_iter().map(sign).collect()
}
