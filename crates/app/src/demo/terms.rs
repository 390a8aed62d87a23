//! The terms of the sample's organisations.

use nennep_domain::ids::OrganisationId;
use nennep_store::issues::Term;

use super::{
    blueprint::{FOUNDED, entered_at},
    dice::Dice,
    sample::Sample,
};

/// The term of the `n`-th organisation: all began with the ward.
pub(super) fn term(sample: &Sample, n: usize, organisation: OrganisationId) -> Term {
    let id = Dice::of(sample.seed, "term", n).id(entered_at());
    Term { id, organisation, name: "2025-2030".to_owned(), from_on: FOUNDED, to_on: None }
}
