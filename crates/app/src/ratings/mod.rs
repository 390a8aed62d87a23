//! The yearly rating of members and cells: rounds opened and closed, steps taken, what they rest on, and commitments of a year.

mod cell_sheet;
mod commitments;
mod counted;
mod decide;
mod facts;
mod home;
mod load;
mod papers;
mod refused;
mod rounds;
mod sheet;
mod show;
mod steps;
mod take_back;
mod vote;

pub use cell_sheet::{CellSheet, MemberLine, cell_sheet};
pub use commitments::{
    CommitmentView, check_commitment, commitment, commitments_of_cell, take_check_back, write_commitment,
};
pub use decide::{Decided, Decision, decide};
pub use facts::Rests;
pub use home::{Home, OwnRound, home};
pub use load::Who;
pub use papers::{self_review, written_sheet};
pub use refused::{RowProblems, row_problems};
pub use rounds::{Closing, OpenForm, close, closing, count_anew, open, reopen, withdraw_opening, year_of};
pub use sheet::{CellLine, CommitteeSheet, Itself, RoundLine, committee_sheet};
pub use show::{May, PastLevel, RatingView, show};
pub use steps::{answer, give_opinion, rate_self};
pub use take_back::take_back;
pub use vote::{Vote, Voted, vote};

pub use nennep_store::ratings::{Promised, Rated};
