//! What can be recorded of a member as the member stands, and what each asks for.

use nennep_app::{
    Ctx,
    organisations::{self, Filter},
};
use nennep_domain::{
    members::{MemberGrade, Standing, StandingState, life::LifeKind},
    organisations::OrganisationKind,
};

use crate::{components::Choice, errors::Failure, forms::Typed, words::Words};

/// So many cells are offered.
const MOST: u32 = 1_000;

/// The deeds that can be recorded of a member with these standings.
pub(in crate::pages::members) fn offered(standings: &[Standing]) -> Vec<LifeKind> {
    let open: Vec<&Standing> = standings.iter().filter(|one| one.to_on.is_none()).collect();
    let contact = open.iter().any(|one| one.state == StandingState::Residence);
    let Some(home) = open.iter().find(|one| one.state.belongs()) else {
        let died = standings.iter().any(|one| one.left == Some(nennep_domain::members::Leaving::Deceased));
        return match (died, contact) {
            (true, _) => Vec::new(),
            (false, true) => vec![LifeKind::Readmit, LifeKind::Receive, LifeKind::Part, LifeKind::Die],
            (false, false) => vec![LifeKind::Readmit, LifeKind::Receive],
        };
    };
    let mut kinds = Vec::new();
    if home.grade == MemberGrade::Probationary {
        kinds.push(LifeKind::Recognise);
    }
    kinds.push(LifeKind::Transfer);
    kinds.extend(match home.state {
        StandingState::Away => [LifeKind::Recall, LifeKind::Suspend].as_slice(),
        StandingState::Exempt => &[LifeKind::Resume, LifeKind::Suspend],
        StandingState::Suspended => &[LifeKind::Restore],
        _ => &[LifeKind::Send, LifeKind::Exempt, LifeKind::Suspend],
    });
    kinds.push(if contact { LifeKind::Part } else { LifeKind::Introduce });
    kinds.extend([LifeKind::Resign, LifeKind::Remove, LifeKind::Expel, LifeKind::Die]);
    kinds
}

/// The fields the form of a deed has beside the day and the decision.
#[derive(Clone, Copy)]
pub(super) struct Asks(&'static [&'static str]);

impl Asks {
    /// Whether it has that field.
    pub(super) fn has(self, field: &str) -> bool {
        self.0.contains(&field)
    }

    /// Whether a cell must be chosen: no place outside can be written instead.
    pub(super) fn needs_cell(self) -> bool {
        self.has("cell") && !self.has("place or cell")
    }
}

/// What a deed asks for.
pub(super) const fn asked(kind: LifeKind) -> Asks {
    Asks(match kind {
        LifeKind::Transfer => &["cell", "place", "place or cell"],
        LifeKind::Send => &["cell", "place", "place or cell", "until", "study"],
        LifeKind::Readmit | LifeKind::Introduce => &["cell"],
        LifeKind::Receive => &["cell", "place"],
        LifeKind::Exempt => &["until", "reason"],
        LifeKind::Suspend => &["until"],
        _ => &[],
    })
}

/// Official or probationary, as who comes from elsewhere can be.
pub(super) fn grades(w: Words, typed: &Typed) -> Vec<Choice> {
    let choice = |grade: &MemberGrade| {
        let word = grade.as_str();
        let chosen =
            typed.get("grade") == word || (typed.get("grade").is_empty() && *grade == MemberGrade::Official);
        Choice::new(word, w.one_of("members-grade", word), chosen)
    };
    MemberGrade::ALL.iter().map(choice).collect()
}

/// The cells there are, by code, without the one the member belongs to.
pub(super) async fn cells(ctx: &Ctx, standings: &[Standing], typed: &Typed) -> Result<Vec<Choice>, Failure> {
    let home = standings.iter().find(|one| one.to_on.is_none() && one.state.belongs()).map(|one| one.cell);
    let filter = Filter { kind: Some(OrganisationKind::Cell), limit: MOST, ..Filter::default() };
    let cells = organisations::list(ctx, filter).await?;
    let choice = |cell: &nennep_domain::organisations::Organisation| {
        let id = cell.id.to_string();
        let chosen = typed.get("cell") == id;
        Choice::new(id, cell.name.clone(), chosen)
    };
    Ok(cells.iter().filter(|cell| Some(cell.id) != home).map(choice).collect())
}
