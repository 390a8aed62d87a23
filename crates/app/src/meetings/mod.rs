//! A cell's meeting from the year's plan to the adopted minutes, deed by deed.

mod additions;
mod adopt;
mod agenda;
mod approvals;
mod call;
mod cancel;
mod close;
mod guests;
mod items;
mod leave;
mod list;
pub(crate) mod load;
mod minutes;
mod motions;
mod notes;
mod open;
mod overview;
mod papers;
mod plan;
mod prepare;
mod register;
mod remarks;
mod report;
mod roll;
mod save_year;
mod shaping;
pub(crate) mod sub_cells;
mod tasks;
mod view;
mod year;

pub use nennep_store::meetings::Listed;

pub use additions::add_to_minutes;
pub use adopt::adopt;
pub use agenda::draft_agenda;
pub(crate) use agenda::reordered;
pub use approvals::{Waiting, waiting_for_approval};
pub use call::call;
pub use cancel::{cancel, uncancel};
pub use close::{close, reopen};
pub use guests::{GuestForm, add_guest, remove_guest};
pub use items::{put_down, take_up};
pub use leave::{answer_leave, ask_leave, take_leave_answer_back, withdraw_leave};
pub use list::{CellsFilter, CellsLeaf, Filter, list, of_cells};
pub use minutes::{AddedLater, ReadOut, read_out};
pub use motions::{
    MotionForm, bring_motion_again, count_hands, put_motion, reserve_opinion, take_count_back, terms_of,
    withdraw_motion,
};
pub use notes::{save_conclusion, save_dues_note, save_notes, save_resolution, version_of};
pub use open::{OpenForm, open, take_opening_back};
pub use overview::{Overview, overview};
pub(crate) use papers::checked_file;
pub use papers::{MOST_BYTES, attach, download, remove_paper};
pub use plan::{PlanLine, Suggestion, check_plan, plan, plan_year, suggest_year};
pub use prepare::{
    PreparationForm, preparation_id, release, save_preparation, save_preparation_over, take_preparation_back,
};
pub(crate) use register::finish;
pub use register::{PlaceForm, approve, change_place, register, take_approval_back, take_registration_back};
pub use remarks::{RemarkForm, add_remark, change_remark, take_remark_back};
pub use report::{report, take_report_back};
pub use roll::{RollMark, adopt_agenda, mark, mark_rest_present, set_dues_note, set_people, take_marks_back};
pub use save_year::{Saved, save_year};
pub use shaping::{ItemForm, add_item, change_item, move_item, put_item_back, remove_item, removed_items};
pub use sub_cells::of as sub_cell_faults;
pub use tasks::{accept_task, change_task, report_task};
pub(crate) use view::load_view;
pub use view::{DueTask, MeetingView, mark_seen, note_offers_seen, show};
pub use year::{CellYear, YearMonth, YearPlan, year, year_plan};
