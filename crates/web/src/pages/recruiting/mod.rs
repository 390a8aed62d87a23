//! Recruiting: the lists of outstanding people, one candidate's way to admission, the forms of its steps, reviews and targets.

mod cell_vote;
mod committee;
mod leave;
mod list;
mod papers;
mod person;
mod probation;
mod review;
mod show;
mod step;
mod target;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    list::routes()
        .merge(person::routes())
        .merge(show::routes())
        .merge(step::routes())
        .merge(cell_vote::routes())
        .merge(probation::routes())
        .merge(leave::routes())
        .merge(review::routes())
        .merge(target::routes())
        .merge(papers::routes())
}
