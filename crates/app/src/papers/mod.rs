//! Papers of a meeting: what each says, gathered from what was recorded; their numbers; their printing.

mod content;
mod format;
mod head;
mod invitation;
mod issue;
mod lists;
mod minutes;
mod overview;
mod press;
mod print;
mod register;
mod resolution;
mod score;
mod terms;

pub use format::Format;
pub(crate) use head::series;
pub use invitation::Invitee;
pub use issue::issue;
pub(crate) use issue::{Unnumbered, give_number, give_number_in, must_not_be_issued};
pub(crate) use minutes::{is_anything_written, minutes};
pub(crate) use nennep_documents::papers::compose;
pub use nennep_documents::papers::{Block, Paper, Row, Run, Table};
pub use overview::{PaperState, Papers, Standing, of_meeting};
pub(crate) use press::Press;
pub use press::Printed;
pub use print::print;
pub use register::{PaperForm, take_number};
pub(crate) use score::{score, score_of_rows};
pub use terms::{TermForm, begin_term, take_term_back};
