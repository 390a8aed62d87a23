//! Party badges: who is due on a day of badges, proposals with their steps, and their papers.

mod facts;
mod list;
mod papers;
mod propose;
mod steps;

pub use list::{DayList, DueLine, ProposalView, find, list, of_member};
pub use nennep_store::badges::Kept;
pub use papers::{list_paper, request_paper};
pub use propose::{Form, Offered, offered, propose, withdraw};
pub use steps::{take, undo};
