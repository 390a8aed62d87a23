//! What is known of a meeting when it is scored: plain counts and moments, gathered by the program from what was done.

use serde::Serialize;

use super::fact::Share;
use crate::{
    meetings::{Attendance, ItemKind, MeetingKind, RollEntry},
    members::StandingState,
    rules::{Ruled, Rules},
    tasks::Progress,
    time::Instant,
};

/// How the members of a cell attended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct RollCounts {
    /// Present.
    pub present: u32,
    /// Absent with reason.
    pub excused: u32,
    /// Absent without reason.
    pub unexcused: u32,
    /// Exempt and not present.
    pub exempt: u32,
    /// On special duty of the armed forces and not present.
    pub special_duty: u32,
}

impl RollCounts {
    /// The counts of a roll, official and probationary members alike. Those temporarily transferred out or suspended are
    /// counted only when present; those who belong elsewhere are not counted.
    pub fn of(roll: &[RollEntry]) -> Self {
        let mut counts = Self::default();
        for entry in roll.iter().filter(|entry| entry.who.state.belongs()) {
            let expected = matches!(entry.who.state, StandingState::Active | StandingState::Exempt);
            match entry.attendance {
                Some(Attendance::Present) => counts.present += 1,
                Some(Attendance::Exempt) if expected => counts.exempt += 1,
                Some(_) if entry.who.state == StandingState::Exempt => counts.exempt += 1,
                Some(Attendance::Excused) if expected => counts.excused += 1,
                Some(Attendance::Unexcused) if expected => counts.unexcused += 1,
                Some(Attendance::SpecialDuty) if expected => counts.special_duty += 1,
                _ => {}
            }
        }
        counts
    }

    /// The share of members present, less those the rules and `also_excluded` leave out of the base: exempt members,
    /// forces on special duty, and where the committee says so those absent with reason. 42-HD/BTCTW; statement 8.
    pub fn attendance(&self, rules: &Rules, also_excluded: &[Attendance]) -> Ruled<Share> {
        let counted = |rule: bool, state| rule && !also_excluded.contains(&state);
        let excused = rules.attendance_counts_excused();
        let of = |counted: bool, count: u32| if counted { count } else { 0 };
        let whole = self.present
            + self.unexcused
            + of(counted(excused.value, Attendance::Excused), self.excused)
            + of(counted(rules.attendance_counts_exempt().value, Attendance::Exempt), self.exempt)
            + of(
                counted(rules.attendance_counts_special_duty().value, Attendance::SpecialDuty),
                self.special_duty,
            );
        excused.map(|_| Share { part: self.present, whole })
    }
}

text_enum! {
    /// Whether the meeting was prepared by the cell committee, as 42-HD II.2.2 asks.
    CommitteeMeeting {
        /// The committee met, or secretary and deputy conferred, and there are minutes of it.
        Held = "held",
        /// Nothing of the kind is recorded.
        NotHeld = "not_held",
        /// The cell has a secretary only.
        SecretaryOnly = "secretary_only",
    }
}

/// What is known of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingFacts {
    /// The moment of which this is known: what is still to come is not counted against the cell.
    pub as_of: Instant,
    /// The meeting's kind.
    pub kind: MeetingKind,
    /// The cell's membership count (đảng số).
    pub members: u32,
    /// When it was to start.
    pub starts_at: Option<Instant>,
    /// Minutes from opening to closing, once closed.
    pub length_minutes: Option<u32>,
    /// How members attended, once the roll was called.
    pub roll: Option<RollCounts>,
    /// The longest run of absences with reason of any member in the year, this meeting included.
    pub longest_excused_run: Option<u32>,
    /// Whether the cell committee met before.
    pub committee: Option<CommitteeMeeting>,
    /// Members notified, of those to be notified.
    pub notices: Option<Share>,
    /// Whether the superior's member who follows the cell was notified; `None` where nobody follows it.
    pub overseer_notified: Option<bool>,
    /// When the last paper was posted; `None` while none is.
    pub papers_posted_at: Option<Instant>,
    /// Whether a draft conclusion or resolution was prepared.
    pub draft_resolution: Option<bool>,
    /// The kinds of agenda items that were taken up.
    pub steps_done: Vec<ItemKind>,
    /// Agenda items the minutes say something of, of all items.
    pub records: Option<Share>,
    /// Minutes given to members' ideology and to criticism.
    pub criticism_minutes: Option<u32>,
    /// Minutes given to the study topic.
    pub study_minutes: Option<u32>,
    /// Everybody present who might speak.
    pub attendees: u32,
    /// How many different people of these spoke.
    pub speakers: u32,
    /// Tasks of the previous resolution; `None` where there was none.
    pub tasks: Option<Progress>,
    /// Whether a conclusion or resolution was voted.
    pub concluded: Option<bool>,
    /// Tasks that say owner, deadline and reporting meeting, of those set.
    pub tasks_assigned: Option<Share>,
    /// When the minutes were adopted.
    pub adopted_at: Option<Instant>,
    /// When the meeting was closed.
    pub closed_at: Option<Instant>,
    /// When finished papers were reported to the superior committee.
    pub reported_at: Option<Instant>,
    /// Whether a thematic meeting was held this month, by itself or as a part of this one.
    pub thematic_this_month: bool,
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::{
        ids::*,
        members::{MemberGrade, RollMember},
        rules::{Bound, Override, Value, tests::national},
    };
    use jiff::civil::date;
    use rstest::rstest;
    use uuid::Uuid;

    /// A routine meeting of 22 members, 20 of them present, done as it should be.
    pub(crate) fn good_meeting() -> MeetingFacts {
        let start = Instant::from_local(date(2026, 11, 5).at(19, 30, 0, 0));
        let closed = start.plus_minutes(95);
        MeetingFacts {
            as_of: closed.plus_minutes(60 * 24 * 3),
            kind: MeetingKind::Routine,
            members: 22,
            starts_at: Some(start),
            length_minutes: Some(95),
            roll: Some(RollCounts { present: 20, excused: 2, ..RollCounts::default() }),
            longest_excused_run: Some(1),
            committee: Some(CommitteeMeeting::Held),
            notices: Some(Share { part: 22, whole: 22 }),
            overseer_notified: Some(true),
            papers_posted_at: Some(start.plus_minutes(-60 * 30)),
            draft_resolution: Some(true),
            steps_done: national().on(date(2026, 11, 5)).steps(MeetingKind::Routine).value,
            records: Some(Share { part: 11, whole: 11 }),
            criticism_minutes: Some(20),
            study_minutes: Some(15),
            attendees: 20,
            speakers: 12,
            tasks: Some(Progress { due: 10, done: 10 }),
            concluded: Some(true),
            tasks_assigned: Some(Share { part: 6, whole: 6 }),
            adopted_at: Some(closed),
            closed_at: Some(closed),
            reported_at: Some(closed.plus_minutes(60 * 20)),
            thematic_this_month: false,
        }
    }

    #[rstest]
    #[case(RollCounts { present: 18, excused: 2, ..RollCounts::default() }, 18, 20)]
    #[case(RollCounts { present: 18, excused: 1, unexcused: 1, exempt: 3, special_duty: 2 }, 18, 20)]
    #[case(RollCounts { exempt: 3, ..RollCounts::default() }, 0, 0)]
    fn statement_8_the_attendance_base(#[case] counts: RollCounts, #[case] part: u32, #[case] whole: u32) {
        let rules = national().on(date(2026, 11, 5));
        assert_eq!(counts.attendance(&rules, &[]).value, Share { part, whole });
    }

    #[test]
    fn statement_8_absent_with_reason_leaves_the_base_where_the_committee_says_so() {
        let nil = Uuid::nil();
        let set = Override {
            id: OverrideId(nil),
            organisation: OrganisationId(nil),
            key: "quality.attendance_counts_excused".to_owned(),
            value: Value::Boolean(false),
            from: date(2026, 1, 1),
            to: None,
            reason: "Đảng viên đi công tác dài ngày".to_owned(),
            author: AccountId(nil),
        };
        let place = crate::organisations::Place { organisation: OrganisationId(nil), above: Vec::new() };
        let counts = RollCounts { present: 18, excused: 4, unexcused: 1, ..RollCounts::default() };
        let national_rules = national().on(date(2026, 11, 5));
        let own = national().on_for(date(2026, 11, 5), &place, &[set]);
        assert_eq!(counts.attendance(&national_rules, &[]).value, Share { part: 18, whole: 23 });
        assert_eq!(counts.attendance(&own, &[]).value, Share { part: 18, whole: 19 });
        assert_eq!(counts.attendance(&national_rules, &[Attendance::Excused]).value.whole, 19);
    }

    #[rstest]
    #[case(date(2026, 11, 5), 18, 20, true)]
    #[case(date(2026, 11, 5), 17, 20, false)]
    #[case(date(2024, 11, 5), 17, 20, false)]
    #[case(date(2024, 11, 5), 18, 21, true)]
    fn statement_8_good_attendance_by_the_rule_of_the_day(
        #[case] day: jiff::civil::Date,
        #[case] present: u32,
        #[case] base: u32,
        #[case] good: bool,
    ) {
        let bound: Bound = national().on(day).attendance_good().value;
        assert_eq!(bound.holds(present, base), good);
    }

    #[rstest]
    #[case(StandingState::Active, Attendance::Excused, [0, 1, 0, 0, 0])]
    #[case(StandingState::Active, Attendance::Unexcused, [0, 0, 1, 0, 0])]
    #[case(StandingState::Active, Attendance::SpecialDuty, [0, 0, 0, 0, 1])]
    #[case(StandingState::Exempt, Attendance::Exempt, [0, 0, 0, 1, 0])]
    #[case(StandingState::Exempt, Attendance::Excused, [0, 0, 0, 1, 0])]
    #[case(StandingState::Exempt, Attendance::Present, [1, 0, 0, 0, 0])]
    #[case(StandingState::Away, Attendance::Excused, [0, 0, 0, 0, 0])]
    #[case(StandingState::Away, Attendance::Present, [1, 0, 0, 0, 0])]
    #[case(StandingState::Suspended, Attendance::Unexcused, [0, 0, 0, 0, 0])]
    #[case(StandingState::Visiting, Attendance::Present, [0, 0, 0, 0, 0])]
    #[case(StandingState::Residence, Attendance::Present, [0, 0, 0, 0, 0])]
    fn a_roll_is_counted_by_standing(
        #[case] state: StandingState,
        #[case] attendance: Attendance,
        #[case] counts: [u32; 5],
    ) {
        let name = "Trần Văn Mận".to_owned();
        let who = RollMember { member: MemberId(Uuid::nil()), name, grade: MemberGrade::Probationary, state };
        let note = String::new();
        let entry = RollEntry { who, attendance: Some(attendance), arrived_at: None, left_at: None, note };
        let [present, excused, unexcused, exempt, special_duty] = counts;
        let expected = RollCounts { present, excused, unexcused, exempt, special_duty };
        assert_eq!(RollCounts::of(&[entry]), expected);
    }
}
