//! The room: one person, typing on a laptop or a phone while others talk, opens, runs and closes a meeting, and has its
//! minutes read and adopted.
//!
//! Every deed is a form of its own. It posts, and comes back to the same place of the same page; a refusal comes back to
//! it too, with the rule and with all that was typed. `<live-room>` does the same without leaving the page.

mod additions;
mod adoption;
mod agenda_adoption;
mod aloud;
mod closure;
mod confirm;
mod criticism;
mod deed;
mod due_tasks;
mod dues;
mod facts;
mod guests;
mod here;
mod item;
mod items;
mod minutes;
mod motions;
mod next;
mod opening;
mod page;
mod parts;
mod people;
mod remarks;
mod report;
mod reserved;
mod resolution;
mod roll;
mod start;
mod tasks;
mod text;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .merge(page::routes())
        .merge(opening::routes())
        .merge(roll::routes())
        .merge(guests::routes())
        .merge(dues::routes())
        .merge(agenda_adoption::routes())
        .merge(items::routes())
        .merge(remarks::routes())
        .merge(motions::routes())
        .merge(reserved::routes())
        .merge(tasks::routes())
        .merge(due_tasks::routes())
        .merge(resolution::routes())
        .merge(closure::routes())
        .merge(minutes::routes())
        .merge(adoption::routes())
        .merge(additions::routes())
        .merge(report::routes())
}
