//! A deed while it is worked out: the day, what stands on it, and what has ended and begun so far.

use jiff::civil::Date;

use super::{Around, Ended, LifeError, Outcome};
use crate::{
    ids::{MemberId, OrganisationId, StandingId},
    members::{Leaving, MemberGrade, Standing, StandingState},
};

pub(super) struct Change<'a, 'd> {
    pub(super) member: MemberId,
    pub(super) on: Date,
    pub(super) around: &'d Around<'a>,
    pub(super) outcome: Outcome,
    new_id: &'d mut dyn FnMut() -> StandingId,
}

impl<'a, 'd> Change<'a, 'd> {
    /// Refused where something changed after the day, and where the member has died.
    pub(super) fn new(
        member: MemberId,
        on: Date,
        around: &'d Around<'a>,
        new_id: &'d mut dyn FnMut() -> StandingId,
    ) -> Result<Self, LifeError> {
        let days = around.standings.iter().flat_map(|one| [Some(one.from_on), one.to_on]).flatten();
        if let Some(later) = days.filter(|day| *day > on).max() {
            return Err(LifeError::LaterChange { on: later });
        }
        if around.standings.iter().any(|one| one.left == Some(Leaving::Deceased)) {
            return Err(LifeError::Deceased);
        }
        Ok(Self { member, on, around, outcome: Outcome::default(), new_id })
    }

    /// The standings that hold.
    pub(super) fn open(&self) -> impl Iterator<Item = &'a Standing> + use<'a> {
        self.around.standings.iter().filter(|one| one.to_on.is_none())
    }

    /// The open standing of a state, in one cell or in any.
    pub(super) fn open_as(&self, state: StandingState) -> Option<&'a Standing> {
        self.open().find(|one| one.state == state)
    }

    /// The standing with which the member belongs to a cell.
    pub(super) fn home(&self) -> Option<&'a Standing> {
        self.open().find(|one| one.state.belongs())
    }

    pub(super) fn must_belong(&self) -> Result<&'a Standing, LifeError> {
        self.home().ok_or(LifeError::BelongsNowhere)
    }

    pub(super) fn must_exist(&self, cell: OrganisationId) -> Result<(), LifeError> {
        if (self.around.cell_exists)(cell, self.on) { Ok(()) } else { Err(LifeError::NoSuchCell) }
    }

    /// Ends a standing on the day.
    pub(super) fn end(&mut self, standing: &Standing, left: Leaving) {
        self.outcome.ended.push(Ended { standing: standing.id, on: self.on, left });
    }

    /// Begins a standing on the day.
    pub(super) fn begin(&mut self, cell: OrganisationId, grade: MemberGrade, state: StandingState) {
        let id = (self.new_id)();
        let (member, from_on) = (self.member, self.on);
        self.outcome.begun.push(Standing {
            id,
            member,
            cell,
            grade,
            state,
            from_on,
            to_on: None,
            left: None,
        });
    }

    /// Begins what goes on from another standing, with its span's end.
    pub(super) fn carry_on(&mut self, standing: &Standing, grade: MemberGrade, from_on: Date) {
        let id = (self.new_id)();
        self.outcome.begun.push(Standing { id, grade, from_on, ..standing.clone() });
    }

    /// Another state in the same cell.
    pub(super) fn turn(&mut self, standing: &Standing, state: StandingState) {
        self.end(standing, Leaving::Changed);
        self.begin(standing.cell, standing.grade, state);
    }

    /// Ends every visit, for a stay in `cell`, and residence contact there.
    pub(super) fn clear_for(&mut self, cell: Option<OrganisationId>) {
        for standing in self.open() {
            let here = cell == Some(standing.cell);
            match standing.state {
                StandingState::Visiting | StandingState::Residence if here => {
                    self.end(standing, Leaving::Changed);
                }
                StandingState::Visiting => self.end(standing, Leaving::Transferred),
                _ => {}
            }
        }
    }
}
