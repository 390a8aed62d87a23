//! Cells of rounds, counted: how many took which step, and how they are rated.

use std::collections::HashMap;

use nennep_domain::{
    ids::{OrganisationId, RatingRoundId},
    ratings::{Level, StepKind, Tally},
};
use nennep_store::{
    Tx,
    ratings::{self, Count},
};

use crate::error::Result;

/// One cell of a round, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellTally {
    pub(super) round: RatingRoundId,
    pub(super) cell: OrganisationId,
    pub(super) members: Tally,
    /// Its own: one rating.
    pub(super) own: Tally,
    pub(super) self_rated: u32,
    pub(super) voted: u32,
    pub(super) own_level: Option<Level>,
    pub(super) own_self_rated: bool,
    pub(super) own_voted: bool,
}

/// Every cell of these rounds, counted.
pub(super) async fn tallies(tx: &mut Tx, rounds: &[RatingRoundId]) -> Result<Vec<CellTally>> {
    let mut counted: HashMap<(RatingRoundId, OrganisationId), Vec<Count>> = HashMap::new();
    for count in ratings::counts(tx, rounds).await? {
        counted.entry((count.round, count.cell)).or_default().push(count);
    }
    let sizes = ratings::sizes(tx, rounds).await?;
    let of = |(round, cell, size): (RatingRoundId, OrganisationId, u32)| {
        let counts = counted.get(&(round, cell)).map_or(&[][..], Vec::as_slice);
        CellTally::of(round, cell, size, counts)
    };
    Ok(sizes.into_iter().map(of).collect())
}

impl CellTally {
    fn of(round: RatingRoundId, cell: OrganisationId, size: u32, counts: &[Count]) -> Self {
        let steps = |of_cell: bool, kind: StepKind| {
            counts.iter().filter(move |one| one.of_cell == of_cell && one.kind == kind)
        };
        let sum = |of_cell, kind| steps(of_cell, kind).map(|one| one.count).fold(0, u32::saturating_add);
        let decided = |of_cell: bool, all: u32| {
            let mut tally = Tally::default();
            for one in steps(of_cell, StepKind::Decision) {
                match one.level {
                    Some(level) => tally.add(level, one.count),
                    None => tally.left_out = tally.left_out.saturating_add(one.count),
                }
            }
            tally.open = all.saturating_sub(tally.rated()).saturating_sub(tally.left_out);
            tally
        };
        Self {
            round,
            cell,
            members: decided(false, size),
            own: decided(true, 1),
            self_rated: sum(false, StepKind::SelfRating),
            voted: sum(false, StepKind::Vote),
            own_level: steps(true, StepKind::Decision).find_map(|one| one.level),
            own_self_rated: sum(true, StepKind::SelfRating) > 0,
            own_voted: sum(true, StepKind::Vote) > 0,
        }
    }
}
