//! Who is counted and who may raise a hand (statements 20 and 21).

use serde::Serialize;

use crate::{
    meetings::{Attendance, RollEntry},
    members::{MemberGrade, StandingState},
    rules::{Ruled, Rules},
    time::Instant,
};

/// The members among whom a vote of the whole cell is counted, and who was left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Denominator {
    /// Official members who belong to the cell.
    pub official: u32,
    /// Of them, left out as temporarily transferred out and not present.
    pub away: u32,
    /// Of them, left out as exempt and not present.
    pub exempt: u32,
    /// Of them, left out as suspended from meetings.
    pub suspended: u32,
    /// Of them, left out as absent on duty or with reason; the national rule leaves out none.
    pub on_duty: u32,
    /// Those who remain: the base of the vote.
    pub base: u32,
}

/// The base of a vote of all official members: those who belong to the cell, less those temporarily transferred out and
/// those exempt who are not present (present and voting: counted), less those suspended; who is absent on duty stays in.
/// 294-QĐ/TW 9.3.2; statement 20.
pub fn denominator(roll: &[RollEntry], rules: &Rules) -> Ruled<Denominator> {
    let rule = rules.away_absent_counted();
    let (exempt, duty) = (rules.exempt_absent_counted().value, rules.duty_absent_counted().value);
    let suspended = rules.suspended_counted().value;
    let mut found = Denominator::default();
    for entry in
        roll.iter().filter(|entry| entry.who.state.belongs() && entry.who.grade == MemberGrade::Official)
    {
        found.official += 1;
        let absent = entry.attendance != Some(Attendance::Present);
        match (entry.who.state, entry.attendance) {
            (StandingState::Suspended, _) => found.suspended += u32::from(!suspended),
            (StandingState::Away, _) => found.away += u32::from(absent && !rule.value),
            (StandingState::Exempt, _) | (_, Some(Attendance::Exempt)) => {
                found.exempt += u32::from(absent && !exempt);
            }
            (_, Some(Attendance::Excused | Attendance::SpecialDuty)) => found.on_duty += u32::from(!duty),
            _ => {}
        }
    }
    found.base = found.official - found.away - found.exempt - found.suspended - found.on_duty;
    rule.map(|_| found)
}

/// Whether a line of the roll is of somebody who may vote in this cell at all, present or not: an official member who
/// belongs to it and is not suspended. Never a probationary member, a visitor, a residence contact. Điều lệ Art. 3.4;
/// statement 21.
pub fn may_vote(entry: &RollEntry) -> bool {
    let standing =
        matches!(entry.who.state, StandingState::Active | StandingState::Exempt | StandingState::Away);
    standing && entry.who.grade == MemberGrade::Official
}

/// How many may raise a hand: those who may vote and are present; with a moment given, only who had come by then and not
/// yet left.
pub fn eligible(roll: &[RollEntry], at: Option<Instant>) -> u32 {
    let here = |entry: &&RollEntry| {
        let came = at.is_none_or(|at| entry.arrived_at.is_none_or(|arrived| arrived <= at));
        let stays = at.is_none_or(|at| entry.left_at.is_none_or(|left| at < left));
        entry.attendance == Some(Attendance::Present) && came && stays
    };
    let hands = roll.iter().filter(|entry| may_vote(entry)).filter(here).count();
    u32::try_from(hands).unwrap_or(u32::MAX)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::{ids::MemberId, members::RollMember, rules::tests::national};
    use jiff::civil::date;
    use proptest::prelude::*;
    use rstest::rstest;
    use uuid::Uuid;

    pub(crate) fn line(grade: MemberGrade, state: StandingState, attendance: Attendance) -> RollEntry {
        RollEntry {
            who: RollMember {
                member: MemberId(Uuid::nil()), name: "Lê Thị Bưởi".to_owned(), grade, state
            },
            attendance: Some(attendance),
            arrived_at: None,
            left_at: None,
            note: String::new(),
        }
    }

    pub(crate) fn lines(n: usize, state: StandingState, attendance: Attendance) -> Vec<RollEntry> {
        vec![line(MemberGrade::Official, state, attendance); n]
    }

    fn rules() -> Rules {
        national().on(date(2026, 11, 5))
    }

    #[test]
    fn statement_20_the_fixture_of_22_members() {
        let mut roll = lines(17, StandingState::Active, Attendance::Present);
        roll.extend(lines(3, StandingState::Active, Attendance::Excused));
        roll.push(line(MemberGrade::Probationary, StandingState::Active, Attendance::Present));
        roll.push(line(MemberGrade::Probationary, StandingState::Active, Attendance::Excused));
        let ruled = denominator(&roll, &rules());
        assert_eq!((roll.len(), ruled.value.official, ruled.value.base), (22, 20, 20));
        assert_eq!(ruled.citation.to_string(), "294-QĐ/TW, 9.3.2");
        assert_eq!(eligible(&roll, None), 17);
    }

    #[rstest]
    #[case(StandingState::Away, Attendance::Excused, 20, 17)]
    #[case(StandingState::Away, Attendance::Present, 21, 18)]
    #[case(StandingState::Exempt, Attendance::Exempt, 20, 17)]
    #[case(StandingState::Exempt, Attendance::Present, 21, 18)]
    #[case(StandingState::Suspended, Attendance::Unexcused, 20, 17)]
    #[case(StandingState::Suspended, Attendance::Present, 20, 17)]
    #[case(StandingState::Active, Attendance::SpecialDuty, 21, 17)]
    #[case(StandingState::Active, Attendance::Unexcused, 21, 17)]
    #[case(StandingState::Active, Attendance::Exempt, 20, 17)]
    #[case(StandingState::Visiting, Attendance::Present, 20, 17)]
    #[case(StandingState::Residence, Attendance::Present, 20, 17)]
    fn statement_20_who_is_counted(
        #[case] state: StandingState,
        #[case] attendance: Attendance,
        #[case] base: u32,
        #[case] hands: u32,
    ) {
        let mut roll = lines(17, StandingState::Active, Attendance::Present);
        roll.extend(lines(3, StandingState::Active, Attendance::Excused));
        roll.extend(lines(1, state, attendance));
        assert_eq!(denominator(&roll, &rules()).value.base, base);
        assert_eq!(eligible(&roll, None), hands);
    }

    #[test]
    fn statement_21_probationary_members_and_contacts_never_vote() {
        for state in StandingState::ALL {
            for attendance in Attendance::ALL {
                let probationary = [line(MemberGrade::Probationary, *state, *attendance)];
                assert_eq!(eligible(&probationary, None), 0);
                assert_eq!(denominator(&probationary, &rules()).value.base, 0);
            }
        }
        assert!(!may_vote(&line(MemberGrade::Official, StandingState::Residence, Attendance::Present)));
        assert!(!may_vote(&line(MemberGrade::Official, StandingState::Suspended, Attendance::Present)));
    }

    #[test]
    fn a_hand_counts_only_while_its_member_is_there() {
        let at = Instant::from_local(date(2026, 11, 5).at(20, 0, 0, 0));
        let mut roll = lines(3, StandingState::Active, Attendance::Present);
        roll[0].arrived_at = Some(at.plus_minutes(10));
        roll[1].left_at = Some(at);
        assert_eq!(eligible(&roll, Some(at)), 1);
        assert_eq!(eligible(&roll, None), 3);
    }

    pub(crate) fn any_roll() -> impl Strategy<Value = Vec<RollEntry>> {
        let one = (
            proptest::sample::select(MemberGrade::ALL),
            proptest::sample::select(StandingState::ALL),
            proptest::sample::select(Attendance::ALL),
        );
        proptest::collection::vec(
            one.prop_map(|(grade, state, attendance)| line(grade, state, attendance)),
            0..60,
        )
    }

    proptest! {
        #[test]
        fn the_base_never_exceeds_the_official_members(roll in any_roll()) {
            let found = denominator(&roll, &rules()).value;
            prop_assert!(found.base <= found.official);
            prop_assert!(eligible(&roll, None) <= found.base);
        }
    }
}
