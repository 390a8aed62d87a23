//! Meetings: lists, one whole, and every deed of one as a sub-resource.

mod agenda;
mod closing;
mod items;
mod list;
mod motions;
mod opening;
mod papers;
mod planning;
mod prepared;
mod preparing;
mod record;
mod registering;
mod remarks;
mod roll;

mod show;
mod words;

pub use list::{Deed, MeetingLine, Steps};
pub(super) use motions::VoteOutcome;
pub use prepared::{AgendaItem, PaperLine};
pub use record::{DueTask, GuestLine, Motion, MotionDecision, Remark, ReservedOpinion, RollLine};
pub use show::Meeting;
pub use words::*;

use crate::api::routes::Api;

pub(super) fn routes() -> Api {
    [
        show::routes(),
        planning::routes(),
        registering::routes(),
        agenda::routes(),
        items::routes(),
        papers::routes(),
        preparing::routes(),
        opening::routes(),
        roll::routes(),
        remarks::routes(),
        motions::routes(),
        closing::routes(),
    ]
    .into_iter()
    .fold(list::routes(), Api::merge)
}
