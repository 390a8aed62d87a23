//! A cell's meeting from the year's plan to the adopted minutes, deed by deed.

mod additions;
mod adopt;
mod agenda;
mod call;
mod cancel;
mod close;
mod guests;
mod leave;
mod list;
pub(crate) mod load;
mod motions;
mod notes;
mod open;
mod papers;
mod plan;
mod prepare;
mod register;
mod remarks;
mod report;
mod roll;
mod view;

pub use nennep_store::meetings::Listed;

pub use additions::add_to_minutes;
pub use adopt::adopt;
pub use agenda::{ItemForm, add_item, change_item, draft_agenda, move_item, remove_item};
pub use call::call;
pub use cancel::{cancel, uncancel};
pub use close::{close, reopen};
pub use guests::{GuestForm, add_guest, remove_guest};
pub use leave::{answer_leave, ask_leave, withdraw_leave};
pub use list::{Filter, list};
pub use motions::{
    MotionForm, count_hands, put_motion, reserve_opinion, take_count_back, terms_of, withdraw_motion,
};
pub use notes::{save_conclusion, save_notes, save_resolution, take_up};
pub use open::{OpenForm, open, take_opening_back};
pub use papers::{MOST_BYTES, attach, download, remove_paper};
pub use plan::{PlanLine, Suggestion, plan, plan_year, suggest_year};
pub use prepare::{PreparationForm, release, save_preparation, take_preparation_back};
pub use register::{PlaceForm, approve, change_place, register, take_approval_back, take_registration_back};
pub use remarks::{RemarkForm, add_remark, change_remark, take_remark_back};
pub use report::{report, take_report_back};
pub use roll::{RollMark, adopt_agenda, mark, mark_rest_present, set_dues_note, set_people};
pub use view::{DueTask, MeetingView, mark_seen, show};
