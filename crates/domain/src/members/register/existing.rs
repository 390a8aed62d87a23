//! What the store knows before a register is taken: its members, its cells, and how identity numbers are compared.

use super::{Departure, Row};
use crate::{
    ids::{MemberId, OrganisationId},
    members::{MemberGrade, Profile, StandingState},
};

/// An identity number under a key that only the store's owner has: equal for equal numbers, and nothing can be read from it.
pub type IdentityKey = [u8; 32];

/// A member the store knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// The id.
    pub member: MemberId,
    /// What is kept; its identity number is not looked at.
    pub profile: Profile,
    /// The identity number under the key.
    pub identity_key: Option<IdentityKey>,
    /// The cell the member belongs to; `None` for members who left.
    pub cell: Option<OrganisationId>,
    /// Official or probationary.
    pub grade: Option<MemberGrade>,
    /// How the member stands in that cell.
    pub state: Option<StandingState>,
    /// That the member left.
    pub departure: Option<Departure>,
}

impl Known {
    /// Official or probationary, as a line says it, unless that is known or no longer matters.
    pub(super) fn new_grade(&self, row: &Row) -> Option<MemberGrade> {
        row.grade.filter(|grade| self.departure.is_none() && self.grade != Some(*grade))
    }

    /// That the member left, as a line says it, unless that is known.
    pub(super) fn new_departure(&self, row: &Row) -> Option<Departure> {
        row.departure.filter(|left| !self.departure.is_some_and(|known| left.agrees(known)))
    }
}

/// A cell members can be imported into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownCell {
    /// The id.
    pub id: OrganisationId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// What the store knows.
pub struct Existing<'a> {
    /// All members of the store, those who left included.
    pub members: &'a [Known],
    /// The cells that may be imported into.
    pub cells: &'a [KnownCell],
    /// The cell of lines that name none. Lines that name another one are refused.
    pub into: Option<OrganisationId>,
    /// Puts an identity number under the key.
    pub identity_key: &'a dyn Fn(&str) -> IdentityKey,
}
