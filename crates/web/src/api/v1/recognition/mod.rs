//! Recognition: commendations, party badges; and discipline, with a permission of its own.

mod badges;
mod commendations;
mod discipline;
mod papers;

pub use badges::{Badge, BadgeDay, BadgeLine};
pub use commendations::{Commendation, CommendationYear};
pub use discipline::Discipline;

use crate::api::routes::Api;

pub(super) fn routes() -> Api {
    commendations::routes().merge(badges::routes()).merge(papers::routes()).merge(discipline::routes())
}

/// The name here of a field that a decision's form names otherwise.
fn decision_name(field: &str) -> Option<String> {
    match field {
        "decision_number" => Some("decision.number".to_owned()),
        "decided_on" => Some("decision.on".to_owned()),
        "decided_by" => Some("decision.by".to_owned()),
        _ => None,
    }
}
