//! Deeds on the boundaries of their rules, and lives made of them.

mod joining;
mod places;
mod walk;

use jiff::civil::{Date, date};
use uuid::Uuid;

use super::*;
use crate::{members::StandingState, rules::tests::national};

fn cell(n: u128) -> OrganisationId {
    OrganisationId(Uuid::from_u128(n))
}

/// Cell 9 is dissolved from this day.
const DISSOLVED: Date = date(2027, 9, 1);

/// The life of one member.
#[derive(Clone, Default)]
struct Life {
    standings: Vec<Standing>,
    ceremony_on: Option<Date>,
    ids: u128,
}

impl Life {
    fn try_decided(&mut self, deed: &LifeDeed, on: Date, decided: Date) -> Result<Outcome, LifeError> {
        let rules = national().on(on);
        let around = Around {
            standings: &self.standings,
            ceremony_on: self.ceremony_on,
            cell_exists: &|id, day| id != cell(9) || day < DISSOLVED,
            rules: &rules,
        };
        let ids = &mut self.ids;
        let mut new_id = || {
            *ids += 1;
            StandingId(Uuid::from_u128(*ids))
        };
        let outcome = perform(MemberId(Uuid::nil()), deed, on, decided, &around, &mut new_id)?;
        for ended in &outcome.ended {
            let standing = self.standings.iter_mut().find(|one| one.id == ended.standing).unwrap();
            (standing.to_on, standing.left) = (Some(ended.on), Some(ended.left));
        }
        self.standings.extend(outcome.begun.clone());
        Ok(outcome)
    }

    fn refused(&mut self, deed: &LifeDeed, on: Date) -> LifeError {
        let before = self.standings.clone();
        let refusal = self.try_decided(deed, on, on).unwrap_err();
        assert_eq!(self.standings, before);
        refusal
    }

    fn go(mut self, deed: &LifeDeed, on: Date) -> Self {
        self.try_decided(deed, on, on).unwrap();
        self
    }

    /// What holds on a day: cell, grade and state, in the order of the cells.
    fn on(&self, day: Date) -> Vec<(OrganisationId, MemberGrade, StandingState)> {
        let holding = self.standings.iter().filter(|one| one.holds_on(day));
        let mut holding: Vec<_> = holding.map(|one| (one.cell, one.grade, one.state)).collect();
        holding.sort();
        holding
    }
}

const PROBATIONARY: MemberGrade = MemberGrade::Probationary;
const OFFICIAL: MemberGrade = MemberGrade::Official;
const ACTIVE: StandingState = StandingState::Active;
const CEREMONY: Date = date(2026, 7, 30);

fn admitted() -> Life {
    Life::default().go(&LifeDeed::Admit { cell: cell(1) }, CEREMONY)
}

fn official() -> Life {
    let received = LifeDeed::Receive { cell: cell(1), grade: OFFICIAL, from: String::new() };
    Life::default().go(&received, CEREMONY)
}

fn sent(to: Option<u128>, until: Date, study: bool) -> LifeDeed {
    LifeDeed::Send { to: to.map(cell), place: String::new(), until, study }
}

#[test]
fn the_kind_of_a_deed_is_the_word_it_is_kept_by() {
    let (cell, until) = (cell(1), None);
    let deeds = [
        LifeDeed::Admit { cell },
        LifeDeed::Readmit { cell },
        LifeDeed::Receive { cell, grade: OFFICIAL, from: "Đảng bộ tỉnh X".to_owned() },
        LifeDeed::Recognise,
        LifeDeed::Transfer { to: cell },
        LifeDeed::Depart { to: "Đảng bộ tỉnh X".to_owned() },
        sent(Some(2), CEREMONY, true),
        LifeDeed::Recall,
        LifeDeed::Exempt { until: Some(CEREMONY), reason: "Tuổi cao".to_owned() },
        LifeDeed::Resume,
        LifeDeed::Suspend { until },
        LifeDeed::Restore,
        LifeDeed::Introduce { cell },
        LifeDeed::Part { cell },
        LifeDeed::Resign,
        LifeDeed::Remove,
        LifeDeed::Expel,
        LifeDeed::Die,
    ];
    assert_eq!(deeds.each_ref().map(LifeDeed::kind).as_slice(), LifeKind::ALL);
    for deed in deeds {
        let kept = serde_json::to_value(&deed).unwrap();
        assert_eq!(kept["kind"], deed.kind().as_str());
        assert_eq!(serde_json::from_value::<LifeDeed>(kept).unwrap(), deed);
    }
}
