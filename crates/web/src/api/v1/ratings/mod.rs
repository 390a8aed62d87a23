//! The yearly rating: rounds and sheets, one rating with its steps, votes and decisions of a cell, commitments.

mod commitments;
mod deeds;
mod rounds;
mod rows;
mod sheets;
mod show;
mod values;

pub use commitments::Commitment;
pub use rounds::RatingRound;
pub use sheets::{CellRatings, CommitteeRatings, RatingLine};
pub use show::Rating;
pub use values::RatingStep;

use nennep_domain::ratings;

use crate::api::{routes::Api, values::words};

words! {
    /// The level a year is rated, best first.
    RatingLevel = ratings::Level;
    /// A step of a rating.
    RatingStepKind = ratings::StepKind;
    /// Whose opinion it is.
    OpinionSource = ratings::OpinionSource;
}

pub(super) fn routes() -> Api {
    let features = [sheets::routes(), show::routes(), deeds::routes(), rows::routes(), commitments::routes()];
    features.into_iter().fold(rounds::routes(), Api::merge)
}
