//! Papers of a meeting: what each says, gathered from what was recorded, and its printing.

mod head;
mod minutes;

pub(crate) use minutes::{is_anything_written, minutes};
