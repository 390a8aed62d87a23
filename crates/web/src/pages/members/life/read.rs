//! A deed in a member's life as its form sends it.

use jiff::civil::Date;
use nennep_domain::{
    decisions::Decision,
    ids::OrganisationId,
    members::{
        MemberGrade, Standing, StandingState,
        life::{Destination, LifeDeed, LifeKind},
    },
    names,
    problems::{Problems, Sentence},
};

use crate::forms::Typed;

/// What a form asks to be recorded.
pub(super) enum Asked {
    /// A deed.
    Deed(LifeDeed),
    /// An official transfer, to be handed over.
    Transfer(Destination),
}

/// What was typed, read.
pub(super) struct Read {
    pub(super) asked: Asked,
    pub(super) on: Date,
    pub(super) decision: Decision,
}

/// Reads a deed; all that is wrong with the form, if anything is.
pub(super) fn read(kind: LifeKind, standings: &[Standing], typed: &Typed) -> Result<Read, Problems> {
    let mut problems = Problems::default();
    let on = typed.date("on", &mut problems);
    if on.is_none() && problems.of("on").count() == 0 {
        problems.add("on", Sentence::new("history-on-missing"));
    }
    let decided_on = typed.date("decided_on", &mut problems).or(on);
    let decision = on.zip(decided_on).and_then(|(on, decided_on)| {
        // A recognition is decided after the day it counts from; that day follows from the ceremony.
        let checked = Decision::check(typed.get("decision_number"), decided_on, typed.get("decided_by"), on);
        checked.map_err(|(field, sentence)| problems.add(field, sentence)).ok()
    });
    let asked = asked(kind, standings, typed, &mut problems);
    let read = asked.zip(on).zip(decision).map(|((asked, on), decision)| Read { asked, on, decision });
    problems.or(read)
}

fn asked(kind: LifeKind, standings: &[Standing], typed: &Typed, problems: &mut Problems) -> Option<Asked> {
    let cell: Option<OrganisationId> = typed.read("cell");
    let place = names::tidy(typed.get("place"));
    let until = typed.date("until", problems);
    let mut needed = |cell: Option<OrganisationId>| {
        if cell.is_none() {
            problems.add("cell", Sentence::new("life-cell-missing"));
        }
        cell
    };
    let deed = match kind {
        LifeKind::Transfer => {
            let to = match cell {
                Some(cell) => Destination::Cell(cell),
                None if !place.is_empty() => Destination::Outside(place),
                None => {
                    problems.add("cell", Sentence::new("life-destination-missing"));
                    return None;
                }
            };
            return Some(Asked::Transfer(to));
        }
        LifeKind::Readmit => LifeDeed::Readmit { cell: needed(cell)? },
        LifeKind::Receive => {
            let grade = typed.read("grade").unwrap_or(last_grade(standings));
            LifeDeed::Receive { cell: needed(cell)?, grade, from: place }
        }
        LifeKind::Introduce => LifeDeed::Introduce { cell: needed(cell)? },
        LifeKind::Part => LifeDeed::Part { cell: needed(cell.or(contact(standings)))? },
        LifeKind::Send => {
            let Some(until) = until else {
                problems.add("until", Sentence::new("life-until-missing"));
                return None;
            };
            if cell.is_none() && place.is_empty() {
                problems.add("cell", Sentence::new("life-destination-missing"));
            }
            LifeDeed::Send { to: cell, place, until, study: typed.get("study") == "true" }
        }
        LifeKind::Exempt => LifeDeed::Exempt { until, reason: names::tidy(typed.get("reason")) },
        LifeKind::Suspend => LifeDeed::Suspend { until },
        LifeKind::Recognise => LifeDeed::Recognise,
        LifeKind::Recall => LifeDeed::Recall,
        LifeKind::Resume => LifeDeed::Resume,
        LifeKind::Restore => LifeDeed::Restore,
        LifeKind::Resign => LifeDeed::Resign,
        LifeKind::Remove => LifeDeed::Remove,
        LifeKind::Expel => LifeDeed::Expel,
        LifeKind::Die => LifeDeed::Die,
        LifeKind::Admit | LifeKind::Depart => return None,
    };
    Some(Asked::Deed(deed))
}

fn last_grade(standings: &[Standing]) -> MemberGrade {
    standings.last().map_or(MemberGrade::Official, |last| last.grade)
}

/// The cell of residence a member keeps contact with.
pub(super) fn contact(standings: &[Standing]) -> Option<OrganisationId> {
    let keeps = |one: &&Standing| one.to_on.is_none() && one.state == StandingState::Residence;
    standings.iter().find(keeps).map(|one| one.cell)
}
