//! What a member can and wants to do: said by the member alone, changed and erased at any time; read by the own cell's secretary and
//! committee when they give tasks, and it is noted that they did.

mod cell;
mod own;

pub use cell::{CellOffer, CellOffers, of_cell};
pub(crate) use cell::{is_noted, note_reading, offered};
pub use own::{Shown, erase, is_asked, say, show};
