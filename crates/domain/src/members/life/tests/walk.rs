//! Any sequence of deeds keeps a member in one place at a time, and yesterday's roll as it was.

use jiff::ToSpan;
use proptest::prelude::*;

use super::*;

fn deed(n: u8, to: u128, months: i32, on: Date) -> LifeDeed {
    let (cell, text) = (cell(to), String::new());
    // Deeds that leave the Party are drawn seldom, so that a life has a course.
    match if n < 23 { n } else { n % 19 } {
        0 => LifeDeed::Admit { cell },
        1 => LifeDeed::Readmit { cell },
        2 => LifeDeed::Receive { cell, grade: MemberGrade::Official, from: text },
        3 => LifeDeed::Receive { cell, grade: MemberGrade::Probationary, from: text },
        4 | 5 => LifeDeed::Recognise,
        6..=8 => LifeDeed::Transfer { to: cell },
        9 => LifeDeed::Depart { to: text },
        10 | 11 => {
            let until = on.checked_add(months.months()).unwrap();
            LifeDeed::Send { to: (to != 4).then_some(cell), place: text, until, study: months % 2 == 0 }
        }
        12 => LifeDeed::Recall,
        13 => LifeDeed::Exempt { until: None, reason: text },
        14 => LifeDeed::Resume,
        15 => LifeDeed::Suspend { until: None },
        16 => LifeDeed::Restore,
        17 => LifeDeed::Introduce { cell },
        18 => LifeDeed::Part { cell },
        19 => LifeDeed::Resign,
        20 => LifeDeed::Remove,
        21 => LifeDeed::Expel,
        _ => LifeDeed::Die,
    }
}

fn overlap(one: &Standing, other: &Standing) -> bool {
    let begins = one.from_on.max(other.from_on);
    one.holds_on(begins) && other.holds_on(begins)
}

/// What holds wherever a deed was accepted.
fn in_one_place(life: &Life) -> Result<(), TestCaseError> {
    for (n, one) in life.standings.iter().enumerate() {
        prop_assert!(one.to_on.is_none_or(|end| one.from_on <= end));
        prop_assert_eq!(one.to_on.is_none(), one.left.is_none());
        for other in &life.standings[n + 1..] {
            prop_assert_ne!(one.id, other.id);
            let both = |state: fn(StandingState) -> bool| state(one.state) && state(other.state);
            let exclusive = both(StandingState::belongs)
                || both(|state| state == StandingState::Visiting)
                || one.cell == other.cell;
            prop_assert!(!(exclusive && overlap(one, other)), "{one:?}\n{other:?}");
        }
    }
    Ok(())
}

/// The days on which something can have changed, and the last one before the deed.
fn days(life: &Life, until: Date) -> Vec<Date> {
    let mut days: Vec<_> =
        life.standings.iter().flat_map(|one| [Some(one.from_on), one.to_on]).flatten().collect();
    days.extend(until.yesterday().ok());
    days.retain(|day| *day < until);
    days
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_member_is_never_in_two_places_and_the_past_stays(
        steps in prop::collection::vec((0_u8..80, 1_u128..5, 2_i32..26, 0_i32..200), 1..40),
    ) {
        let (mut life, mut day) = (Life::default(), jiff::civil::date(2024, 1, 15));
        for (n, to, months, later) in steps {
            day = day.checked_add((later - 20).days()).unwrap();
            let deed = deed(n, to, months, day);
            let before = life.clone();
            let done = life.try_decided(&deed, day, day);
            if done.is_err() {
                prop_assert_eq!(&life.standings, &before.standings);
                continue;
            }
            in_one_place(&life)?;
            for past in days(&life, day) {
                let (was, is) = (before.on(past), life.on(past));
                if deed == LifeDeed::Recognise {
                    let places = |roll: Vec<(OrganisationId, MemberGrade, StandingState)>| {
                        roll.into_iter().map(|(cell, _, state)| (cell, state)).collect::<Vec<_>>()
                    };
                    prop_assert_eq!(places(was), places(is));
                } else {
                    prop_assert_eq!(was, is);
                }
            }
        }
    }
}
