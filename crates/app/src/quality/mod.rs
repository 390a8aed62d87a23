//! The score of a meeting: the sheet with its evidence, and the four stages in which it is settled (42-HD/BTCTW). The
//! tracker proposes, the cell committee agrees, the cell votes, the direct superior decides; all four are kept.

mod confirm;
mod draw;
mod enter;
mod facts;
mod grades;
mod keep;
mod load;
mod sheet;
mod show;
mod take_back;
mod view;
mod vote;

pub use confirm::{confirm, take_confirmation_back};
pub use draw::NoRubric;
pub use enter::{Entry, enter, stage_errors};
pub use facts::facts;
pub(crate) use facts::{Around, gathered};
pub use grades::{Awaiting, awaiting_grade};
pub use keep::{Said, StageRows, rows};
pub use show::{show, terms_of_vote};
pub use take_back::take_back;
pub use view::{
    BlockStage, BlockView, ChoiceView, CutOff, Deeds, DifferenceView, DoneView, DrawnLine, ItemStage,
    ItemView, RubricView, ScoreView, SheetView, StageOf, StageView, VoteView,
};
pub use vote::{VoteForm, vote};
