//! Recruiting of a cell over a year against its target, and what is neglected in it (N22).

use jiff::civil::Date;
use serde::Serialize;

use crate::{ids::OrganisationId, rules::Rules, time::Month};

/// A cell's recruiting over a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellYear {
    /// The cell.
    pub cell: OrganisationId,
    /// Persons on the list.
    pub listed: u32,
    /// Of them, those with an application in.
    pub applied: u32,
    /// Of them, those the cell voted for, who wait for decision or ceremony.
    pub voted: u32,
    /// Of them, those with something against a rule.
    pub blocked: u32,
    /// Admitted in the year.
    pub admitted: u32,
    /// Admissions set for the year from above.
    pub target: Option<u32>,
    /// The last month whose list was reviewed.
    pub reviewed: Option<Month>,
    /// Months of the year up to the present one in which the list was reviewed.
    pub reviews: u32,
    /// Since when there is a cell to review one.
    pub from_on: Date,
}

text_enum! {
    /// What is neglected.
    Neglect {
        /// The list was not reviewed in the month before, nor in this one.
        NotReviewed = "not_reviewed",
        /// Nobody is on the list though the target is not reached.
        NoSource = "no_source",
        /// The year's last quarter has come, and the target is out of reach of those the file is being made of.
        BehindTarget = "behind_target",
    }
}

/// The month from which on a target out of reach is said.
const LAST_QUARTER: i8 = 10;

/// What a cell neglects today: lists are reviewed as often as the rule says, the month that runs is still open (01-HD/TW).
pub fn neglected(year: &CellYear, today: Date, rules: &Rules) -> Vec<Neglect> {
    let month = Month::of(today);
    let every = i32::try_from(rules.candidate_review_months().value).unwrap_or(i32::MAX);
    let latest = month.plus(every.saturating_neg());
    let young = Month::of(year.from_on) > latest;
    let open = year.target.is_some_and(|target| year.admitted < target);
    let wanting = year.target.unwrap_or(0).saturating_sub(year.admitted);
    let mut found = Vec::new();
    if !young && year.reviewed.is_none_or(|reviewed| reviewed < latest) {
        found.push(Neglect::NotReviewed);
    }
    if open && year.listed == 0 {
        found.push(Neglect::NoSource);
    } else if open && month.number() >= LAST_QUARTER && year.applied < wanting {
        found.push(Neglect::BehindTarget);
    }
    found
}
