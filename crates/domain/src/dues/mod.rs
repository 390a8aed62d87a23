//! Dues (đảng phí): what a member owes for a month and why, what was paid and how it is spread over months, what a closed
//! month leaves unpaid, and what a cell sends up. All amounts are whole đồng. 01-QĐ/TW (before February 2026: 342-QĐ/TW).

mod arrears;
mod error;
mod owed;
mod payment;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    ids::{MemberId, OrganisationId, ReceiptId, RemittanceId},
    rules::Hundredths,
    time::{Instant, Month},
};

pub use arrears::{Paid, arrears};
pub use error::DuesError;
pub use owed::{Owed, Payer, owed};
pub use payment::{MOST_MONTHS, checked_amount, spread};

text_enum! {
    /// By what a member's dues are reckoned (01-QĐ/TW, Art. 3).
    DuesCategory {
        /// In compulsory social insurance (BHXH bắt buộc).
        Insured = "insured",
        /// On sick or maternity benefit, not paying insurance.
        Benefit = "benefit",
        /// A pensioner.
        Pensioner = "pensioner",
        /// Not insured, under retirement age.
        Uninsured = "uninsured",
        /// Not insured, at or over retirement age, without a pension.
        UninsuredRetired = "uninsured_retired",
        /// A pupil or student.
        Student = "student",
        /// Abroad, by a scale of its own.
        Abroad = "abroad",
        /// Exempt: poor household, grave illness.
        Exempt = "exempt",
    }
}

impl DuesCategory {
    /// Whether dues are a share of an amount that the member states: pay, benefit, pension, or the amount itself.
    pub const fn asks_amount(self) -> bool {
        matches!(self, Self::Insured | Self::Benefit | Self::Pensioner | Self::Abroad)
    }
}

text_enum! {
    /// How dues were paid.
    PaymentWay {
        /// In cash, to the cell.
        Cash = "cash",
        /// Into the organisation's bank account.
        Bank = "bank",
        /// Through the National Public Service Portal.
        Portal = "portal",
        /// In another cell, which keeps that money.
        Elsewhere = "elsewhere",
    }
}

impl PaymentWay {
    /// Whether the cell received the money, and sends its share of it up.
    pub const fn reaches_the_cell(self) -> bool {
        !matches!(self, Self::Elsewhere)
    }

    /// Whether the cell writes a numbered receipt for it.
    pub const fn is_receipted(self) -> bool {
        matches!(self, Self::Cash | Self::Bank)
    }
}

/// By what a member's dues are reckoned from a month on, until the next one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// The member.
    pub member: MemberId,
    /// The first month.
    pub from: Month,
    /// By what.
    pub category: DuesCategory,
    /// Monthly pay, benefit, pension, or the agreed dues, in đồng.
    pub dong: Option<i64>,
    /// Why, where that needs a word; for an exemption the reason.
    pub note: String,
}

/// The basis that holds in a month, of a member's in any order.
pub fn basis_in<'a>(bases: impl Iterator<Item = &'a Basis>, month: Month) -> Option<&'a Basis> {
    bases.filter(|basis| basis.from <= month).max_by_key(|basis| basis.from)
}

/// Dues paid at one time, for one month or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// Its id.
    pub id: ReceiptId,
    /// The cell that entered it.
    pub cell: OrganisationId,
    /// The member.
    pub member: MemberId,
    /// The number in the cell's book, running through the year of `paid_on`; `None` where the cell wrote none.
    pub number: Option<u32>,
    /// The day.
    pub paid_on: Date,
    /// How.
    pub way: PaymentWay,
    /// A word beside it, e.g. the portal's reference.
    pub note: String,
    /// For which months, how many đồng each; months ascending, never empty.
    pub months: Vec<(Month, i64)>,
    /// When it was entered.
    pub recorded_at: Instant,
    /// When it was struck out.
    pub withdrawn_at: Option<Instant>,
}

impl Receipt {
    /// All of it, in đồng.
    pub fn dong(&self) -> i64 {
        self.months.iter().map(|(_, dong)| dong).sum()
    }
}

/// A month of a cell's dues book that was closed: from then on its figures stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ClosedMonth {
    /// The cell.
    pub cell: OrganisationId,
    /// The month.
    pub month: Month,
    /// When.
    pub closed_at: Instant,
    /// What reached the cell in that month, in đồng.
    pub collected: i64,
    /// The share that goes up, in percent.
    pub share: Hundredths,
}

impl ClosedMonth {
    /// What goes up, in đồng, rounded half up.
    pub fn to_send(&self) -> i64 {
        self.share.percent_of(self.collected)
    }
}

/// What a cell sent to the committee above it of a month's dues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remittance {
    /// Its id.
    pub id: RemittanceId,
    /// The cell.
    pub cell: OrganisationId,
    /// Of which month.
    pub month: Month,
    /// How many đồng.
    pub dong: i64,
    /// The day it was sent.
    pub sent_on: Date,
    /// A word beside it.
    pub note: String,
    /// What the committee says it received, and on which day.
    pub received: Option<(i64, Date)>,
}

/// What the cell sent less what the committee received, in đồng, of what was received at all.
pub fn difference(remittances: &[Remittance]) -> i64 {
    remittances.iter().filter_map(|one| one.received.map(|(received, _)| one.dong - received)).sum()
}
