//! Yearly ratings: rounds, who is rated in them, the steps each took, the facts they rest on, and commitments.

mod commitments;
mod counts;
mod facts;
mod people;
mod rounds;
mod steps;

pub use commitments::{
    Promised, commitments_in, find_commitment, insert_commitments, save_commitment, set_check,
};
pub use counts::{Count, counts, decisions_of, has_steps};
pub use facts::{Span, attendance, grades, task_counts, task_counts_of_cells};
pub use people::{
    Rated, excellent, fill, find_rated, in_contact, is_rated_cell, prune, rated, rated_cells, sizes,
};
pub use rounds::{
    close, delete_round, find_round, insert_round, insert_rounds, reopen, rounds_at, rounds_of_cell,
    rounds_of_member, rounds_within, set_counted, waiting_for,
};
pub use steps::{Kept, Whose, find_step, insert_steps, replace_steps, steps, withdraw_step};
