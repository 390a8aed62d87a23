//! Where and how a member stands: transfers, exemption, suspension, residence contact.

use jiff::civil::{Date, date};
use rstest::rstest;

use super::*;
use crate::problems::Refusal;

#[test]
fn a_transfer_leaves_one_cell_and_enters_the_other_on_the_same_day() {
    let day = date(2027, 9, 1);
    let mut life = official().go(&LifeDeed::Introduce { cell: cell(2) }, CEREMONY);
    assert_eq!(life.refused(&LifeDeed::Transfer { to: cell(1) }, day), LifeError::OwnCell);
    assert_eq!(life.refused(&LifeDeed::Transfer { to: cell(9) }, DISSOLVED), LifeError::NoSuchCell);
    assert!(life.clone().try_decided(&LifeDeed::Transfer { to: cell(9) }, date(2027, 8, 31), day).is_ok());
    let life = life.go(&LifeDeed::Transfer { to: cell(2) }, day);
    let before = [(cell(1), OFFICIAL, ACTIVE), (cell(2), OFFICIAL, StandingState::Residence)];
    assert_eq!(life.on(day.yesterday().unwrap()), before);
    assert_eq!(life.on(day), [(cell(2), OFFICIAL, ACTIVE)], "no contact with the own cell");
}

#[test]
fn deeds_of_one_day_compose_and_none_comes_before_a_later_one() {
    let life = admitted().go(&LifeDeed::Transfer { to: cell(2) }, CEREMONY);
    assert_eq!(life.on(CEREMONY), [(cell(2), PROBATIONARY, ACTIVE)]);
    assert_eq!(life.standings[0].to_on, Some(CEREMONY), "an empty span");
    let mut life = life.go(&LifeDeed::Transfer { to: cell(3) }, date(2026, 9, 1));
    let refused = life.refused(&LifeDeed::Resign, date(2026, 8, 31));
    assert_eq!(refused, LifeError::LaterChange { on: date(2026, 9, 1) });
    assert_eq!(life.go(&LifeDeed::Depart { to: String::new() }, date(2026, 9, 1)).on(date(2026, 9, 1)), []);
}

#[rstest]
#[case(date(2026, 10, 29), false, false)]
#[case(date(2026, 10, 30), false, true)]
#[case(date(2027, 7, 29), false, true)]
#[case(date(2027, 7, 30), false, false)]
#[case(date(2026, 10, 29), true, false)]
#[case(date(2028, 7, 30), true, true)]
#[case(date(2028, 7, 31), true, false)]
fn statement_35_temporary_from_three_to_below_twelve_months_or_to_24_for_study(
    #[case] until: Date,
    #[case] study: bool,
    #[case] allowed: bool,
) {
    let done = official().try_decided(&sent(Some(2), until, study), CEREMONY, CEREMONY);
    assert_eq!(done.is_ok(), allowed);
    if let Err(refused) = done {
        assert!(matches!(refused, LifeError::TemporarySpan { .. }));
        assert_eq!(refused.citation().map(|by| by.document), Some("01-HD/TW".to_owned()));
    }
}

#[test]
fn statement_35_a_visitor_counts_at_home_and_comes_back() {
    let (send, back) = (sent(Some(2), date(2027, 3, 1), false), date(2027, 2, 1));
    assert_eq!(official().refused(&sent(Some(1), date(2027, 3, 1), false), CEREMONY), LifeError::OwnCell);
    let mut life = official().go(&send, CEREMONY);
    let away = [(cell(1), OFFICIAL, StandingState::Away), (cell(2), OFFICIAL, StandingState::Visiting)];
    assert_eq!(life.on(CEREMONY), away);
    assert_eq!(life.refused(&send, back), LifeError::NotActive { state: StandingState::Away });
    assert_eq!(life.clone().go(&LifeDeed::Recall, back).on(back), [(cell(1), OFFICIAL, ACTIVE)]);
    let suspended = [(cell(1), OFFICIAL, StandingState::Suspended)];
    assert_eq!(life.clone().go(&LifeDeed::Suspend { until: None }, back).on(back), suspended);
    assert_eq!(
        life.clone().go(&LifeDeed::Transfer { to: cell(2) }, back).on(back),
        [(cell(2), OFFICIAL, ACTIVE)]
    );
    assert_eq!(life.go(&LifeDeed::Expel, back).on(back), []);
}

#[test]
fn exemption_and_suspension_end_as_what_they_are() {
    let (exempt, suspend) =
        (LifeDeed::Exempt { until: None, reason: String::new() }, LifeDeed::Suspend { until: None });
    let mut life = official();
    for (deed, refusal) in [
        (&LifeDeed::Recall, LifeError::NotAway),
        (&LifeDeed::Resume, LifeError::NotExempt),
        (&LifeDeed::Restore, LifeError::NotSuspended),
        (&LifeDeed::Suspend { until: CEREMONY.yesterday().ok() }, LifeError::UntilBeforeStart),
    ] {
        assert_eq!(life.refused(deed, CEREMONY), refusal);
    }
    let mut life = life.go(&exempt, CEREMONY);
    assert_eq!(life.refused(&exempt, CEREMONY), LifeError::NotActive { state: StandingState::Exempt });
    let moved = life.clone().go(&LifeDeed::Transfer { to: cell(2) }, CEREMONY);
    assert_eq!(moved.on(CEREMONY), [(cell(2), OFFICIAL, StandingState::Exempt)]);
    assert_eq!(life.clone().go(&LifeDeed::Resume, CEREMONY).on(CEREMONY), [(cell(1), OFFICIAL, ACTIVE)]);
    let mut life = life.go(&suspend, CEREMONY);
    assert_eq!(life.refused(&suspend, CEREMONY), LifeError::NotActive { state: StandingState::Suspended });
    assert_eq!(life.go(&LifeDeed::Restore, CEREMONY).on(CEREMONY), [(cell(1), OFFICIAL, ACTIVE)]);
}

#[test]
fn residence_contact_is_one_and_not_in_the_own_cell() {
    let (here, there) = (LifeDeed::Introduce { cell: cell(1) }, LifeDeed::Introduce { cell: cell(2) });
    assert_eq!(official().refused(&here, CEREMONY), LifeError::ContactInOwnCell);
    let mut life = official().go(&there, CEREMONY);
    let other = LifeDeed::Introduce { cell: cell(3) };
    assert_eq!(life.refused(&other, CEREMONY), LifeError::ContactAlready);
    assert_eq!(life.refused(&LifeDeed::Part { cell: cell(1) }, CEREMONY), LifeError::NoContact);
    let parted = life.clone().go(&LifeDeed::Part { cell: cell(2) }, CEREMONY);
    assert_eq!(parted.on(CEREMONY), [(cell(1), OFFICIAL, ACTIVE)]);
    let departed = life.go(&LifeDeed::Depart { to: String::new() }, CEREMONY);
    let contact = [(cell(2), OFFICIAL, StandingState::Residence)];
    assert_eq!(departed.on(CEREMONY), contact, "kept by whoever belongs elsewhere");
    assert_eq!(Life::default().go(&there, CEREMONY).on(CEREMONY), contact, "belongs outside");
}

#[test]
fn whoever_died_or_is_nowhere_has_no_further_deeds() {
    assert_eq!(Life::default().refused(&LifeDeed::Die, CEREMONY), LifeError::BelongsNowhere);
    let mut life = official().go(&LifeDeed::Die, CEREMONY);
    assert_eq!(life.refused(&LifeDeed::Introduce { cell: cell(2) }, CEREMONY), LifeError::Deceased);
    assert_eq!(life.on(CEREMONY), []);
}
