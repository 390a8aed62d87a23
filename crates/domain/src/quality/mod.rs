//! The quality of a meeting: whether the regime is kept, the sheet the program proposes with its evidence, the four stages
//! in which it is settled, and the grades of a meeting and a year. 42-HD/BTCTW.

mod band;
mod book;
mod condition;
mod evidence;
mod fact;
mod facts;
mod grade;
mod kept;
mod known;
mod propose;
mod read;
mod read_criterion;
mod read_parts;
mod regime;
mod rubric;
mod sheet;
mod stage;
mod stage_error;
mod stages;
mod sums;
#[cfg(test)]
mod tests;
mod timeliness;
mod when;
mod year;

pub use band::{Band, Bands, Edge};
pub use book::{RUBRICS, RubricBook};
pub use condition::Condition;
pub use fact::{Fact, FactKind, FactValue, Share};
pub use facts::{CommitteeMeeting, MeetingFacts, RollCounts};
pub use grade::{Decider, Grade};
pub use propose::propose;
pub use read::check;
pub use regime::{
    Fault, excused_run_fault, length_fault, longest_excused_run, month_faults, papers_fault, quarter_fault,
    report_fault,
};
pub use rubric::{
    Block, Choice, Counted, Criterion, CutOffs, Origin, Rubric, Scorer, Scoring, ScoringKind, StartsAt,
    YearRule,
};
pub use sheet::{Basis, Line, Points, Scope, Sheet};
pub use stage::Stage;
pub use stage_error::{StageError, StageErrors};
pub use stages::{Difference, Score, StageEntry, StagePoints};
pub use timeliness::{Timeliness, papers_due, report_due};
pub use year::{year_grade, year_rules};
