//! The yearly rating: the sheet of a committee and of a cell, one rating with what it rests on, votes, decisions, commitments.

mod cell;
mod closing;
mod commitments;
mod committee;
mod decision;
mod files;
mod home;
mod one;
mod rounds;
mod rows;
mod said;
mod steps;
mod told;
mod vote;
mod year;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    let deeds = [
        home::routes(),
        year::routes(),
        rounds::routes(),
        closing::routes(),
        vote::routes(),
        decision::routes(),
        one::routes(),
        steps::routes(),
        files::routes(),
        commitments::routes(),
    ];
    deeds.into_iter().fold(Routes::new(), Routes::merge)
}
