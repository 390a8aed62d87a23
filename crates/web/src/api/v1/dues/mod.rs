//! Dues: a cell's book of a month, payments, one member's year, and what goes up.

mod book;
mod committee;
mod deeds;
mod member;
mod payments;

use nennep_domain::dues as domain;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

pub use book::{DuesBook, DuesLine};
pub use committee::CellDues;
pub use member::MemberDues;

use crate::api::{
    routes::Api,
    values::{Day, Month, words},
};

words! {
    /// By what a member's dues are reckoned.
    DuesCategory = domain::DuesCategory;
    /// How dues were paid.
    PaymentWay = domain::PaymentWay;
}

pub(super) fn routes() -> Api {
    book::routes()
        .merge(payments::routes())
        .merge(deeds::routes())
        .merge(member::routes())
        .merge(committee::routes())
}

/// What of a receipt is for one month.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct ReceiptPart {
    /// The month.
    pub month: Month,
    /// How many đồng.
    pub dong: i64,
}

/// Dues paid at one time.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Receipt {
    /// Its id.
    pub id: Uuid,
    /// The cell that entered it.
    pub cell: Uuid,
    /// The member.
    pub member: Uuid,
    /// The number in the cell's book, running through the year; none where the cell wrote no receipt.
    pub number: Option<u32>,
    /// The day.
    pub paid_on: Day,
    /// How.
    pub way: PaymentWay,
    /// A word beside it.
    pub note: String,
    /// For which months.
    pub months: Vec<ReceiptPart>,
    /// All of it, in đồng.
    pub dong: i64,
    /// Whether it was struck out.
    pub is_withdrawn: bool,
}

impl From<&domain::Receipt> for Receipt {
    fn from(one: &domain::Receipt) -> Self {
        let part = |(month, dong): &(nennep_domain::time::Month, i64)| ReceiptPart {
            month: (*month).into(),
            dong: *dong,
        };
        Self {
            id: one.id.0,
            cell: one.cell.0,
            member: one.member.0,
            number: one.number,
            paid_on: one.paid_on.into(),
            way: one.way.into(),
            note: one.note.clone(),
            months: one.months.iter().map(part).collect(),
            dong: one.dong(),
            is_withdrawn: one.withdrawn_at.is_some(),
        }
    }
}

/// What a cell sent up of a month's dues.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Remittance {
    /// Its id.
    pub id: Uuid,
    /// Of which month.
    pub month: Month,
    /// How many đồng.
    pub dong: i64,
    /// The day it was sent.
    pub sent_on: Day,
    /// A word beside it.
    pub note: String,
    /// What the committee says it received, in đồng.
    pub received_dong: Option<i64>,
    /// When it received it.
    pub received_on: Option<Day>,
}

impl From<&domain::Remittance> for Remittance {
    fn from(one: &domain::Remittance) -> Self {
        Self {
            id: one.id.0,
            month: one.month.into(),
            dong: one.dong,
            sent_on: one.sent_on.into(),
            note: one.note.clone(),
            received_dong: one.received.map(|(dong, _)| dong),
            received_on: one.received.map(|(_, on)| on.into()),
        }
    }
}
