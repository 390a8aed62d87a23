//! The score of a meeting: the sheet with its evidence and the stages beside it, the deeds by which it is settled, and the
//! meetings that wait for a grade.

mod deeds;
mod grades;
mod points;
mod sheet;
mod show;
mod stages;

pub use grades::AwaitingGrade;
pub use sheet::{ScoreItem, ScoreSheet};
pub use show::Score;
pub use stages::ScoreStage;

use nennep_domain::quality;
pub(super) use points::Points;

use crate::api::{routes::Api, values::words};

words! {
    /// Who scores before the cell votes.
    Scorer = quality::Scorer;
    /// Who decides the grade.
    Decider = quality::Decider;
    /// What proposed points rest on.
    Basis = quality::Basis;
    /// Who set an item's points.
    Origin = quality::Origin;
    /// The kind of an item.
    ScoringKind = quality::ScoringKind;
}

pub(super) fn routes() -> Api {
    [show::routes(), deeds::routes()].into_iter().fold(grades::routes(), Api::merge)
}
