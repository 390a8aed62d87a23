//! Dues: by what they are reckoned, receipts, closed months, what was sent up.

mod bases;
mod months;
mod receipts;
mod remittances;
mod within;

pub use bases::{PayerRow, bases_of, insert_bases, payers, state_basis, take_basis_back};
pub use months::{
    ClosedLine, close, closed_in, closed_members, excuse, excuses, last_closed, lines, open_again, unexcuse,
};
pub use receipts::{
    collected, find_receipt, insert_receipt, insert_receipts, next_number, paid, payers_of_months,
    receipts_of_cell, receipts_of_member, withdraw_receipt,
};
pub use remittances::{
    find_remittance, insert_remittance, receive, remittances, take_reception_back, withdraw_remittance,
};
pub use within::{CellSums, closed_within, remittances_within, sums_within, unpaid_within};
