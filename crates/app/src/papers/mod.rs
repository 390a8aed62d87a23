//! Papers of a meeting: what each says, gathered from what was recorded, and its printing.

mod head;
mod minutes;

pub use nennep_documents::papers::{Block, Paper, Row, Run, Table};

pub(crate) use minutes::{is_anything_written, minutes};
pub(crate) use nennep_documents::papers::compose;
