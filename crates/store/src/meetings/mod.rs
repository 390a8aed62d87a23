//! Meetings and everything that belongs to one: agenda, papers, notices, preparations, roll, remarks.

mod agenda;
mod cells;
mod core;
mod guests;
mod leave;
mod notices;
mod papers;
mod person;
mod preparations;
mod remarks;
mod roll;
mod steps;
mod sub_cells;

pub use agenda::{
    find_item, insert_items, items, place_items, put_item_back, remove_item, removed_items, save_conclusion,
    save_notes, time_item, update_item,
};
pub use cells::{Ahead, CellsFilter, ahead, of_cells, waiting_for_approval};
pub(crate) use core::{COLUMNS, ListedRow};
pub use core::{
    Draft, Filter, Listed, find, insert_many, last_routine_before, list, of_cell_month, update_plan,
};
pub use guests::{delete_guest, guests, insert_guests};
pub use leave::{
    answer_leave, ask_leave, clear_leave_answer, insert_leave_requests, leave_requests, withdraw_leave,
};
pub use notices::{insert_notices, mark_mailed, mark_seen, notices, notices_of_member, renew_notices};
pub(crate) use papers::delete_files_of_nobody;
pub use papers::{delete_paper, file_bytes, find_paper, insert_files, insert_paper, insert_papers, papers};
pub use person::{
    Attended, Coming, OwnLeave, OwnProposal, attended_by, coming, leave_of_member, proposals_of_member,
};
pub use preparations::{
    delete_preparation, find_preparation, insert_preparations, preparations, release_preparation,
    save_preparation,
};
pub use remarks::{change_remark, find_remark, insert_remarks, remarks, withdraw_remark};
pub use roll::{clear_roll, excused_before, insert_roll, insert_roll_lines, mark_attendance, roll};
pub use steps::{Step, clear_step, mark_step, save_dues_note, set_cancel_reason, set_dues_note, set_people};
pub use sub_cells::sub_cell_months;
