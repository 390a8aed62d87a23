//! Drafting an agenda: the order of 42-HD/BTCTW for the kind of meeting and the type of cell, and beside it what facts
//! ask for: tasks that are due, probation that ends, a quarter without its thematic meeting.

mod draft;
mod template;
mod vote;

pub use draft::{AgendaFacts, DraftItem, DueTask, Probation, draft};
pub use template::{AgendaTemplate, TemplateError};
pub use vote::VoteItem;
