//! The cell's vote in a meeting: put on an agenda, counted, read from the minutes.

use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::{
    ids::{AccountId, ItemId, MeetingId, MotionId},
    meetings::Done,
    motions::{Count, Decision},
    problems::{Citation, Refusal, Sentence},
    time::Instant,
};

pub(super) fn in_meeting(on: Date, in_favour: Option<u32>, adopted: bool) -> CellVote {
    let decision = |in_favour| Decision {
        done: Done { at: Instant::from_local(on.at(20, 0, 0, 0)), by: AccountId(Uuid::nil()) },
        count: Count { in_favour, ..Count::default() },
        official: 20,
        away: 0,
        exempt_absent: 0,
        base: 20,
        needed: 14,
        passed: in_favour >= 14,
        citation: Citation { document: "06-HD/TW".to_owned(), article: "3.6".to_owned() },
    };
    CellVote {
        motion: MotionId(Uuid::from_u128(31)),
        meeting: MeetingId(Uuid::from_u128(32)),
        item: ItemId(Uuid::from_u128(33)),
        on: Some(on),
        decision: in_favour.map(decision),
        adopted,
    }
}

fn put(file: File, vote: CellVote) -> File {
    File { votes: vec![vote], ..file }.with_settled_vote()
}

fn code<T: std::fmt::Debug>(result: Result<T, RecordError>) -> &'static str {
    result.map_or_else(|refused| refused.code(), |_| "")
}

#[rstest]
#[case(None, false, None)]
#[case(Some(14), false, None)]
#[case(Some(13), true, None)]
#[case(Some(14), true, Some(Tally { counted: 20, in_favour: 14 }))]
fn statement_22_the_step_is_read_from_adopted_minutes_that_carry_it(
    #[case] in_favour: Option<u32>,
    #[case] adopted: bool,
    #[case] expected: Option<Tally>,
) {
    let file = put(ready(), in_meeting(TODAY, in_favour, adopted));
    let fact = file.fact(Step::Vote);
    assert_eq!(fact.and_then(|fact| fact.tally), expected);
    assert_eq!(fact.and_then(|fact| fact.meeting).is_some(), expected.is_some());
    let state = way(&file, TODAY, &rules()).into_iter().find(|one| one.step == Step::Vote).unwrap().state;
    assert_eq!(state == StepState::Done, expected.is_some());
}

#[test]
fn statement_22_a_lost_vote_says_how_many_were_missing_and_by_which_rule() {
    let (said, citation) = in_meeting(TODAY, Some(13), true).lost().unwrap();
    let expected = Sentence::new("recruiting-vote-lost").with("date", "05/11/2026").with("in_favour", 13_u32);
    assert_eq!(said, expected.with("counted", 20_u32).with("needed", 14_u32));
    assert_eq!(citation.to_string(), "06-HD/TW, 3.6");
    assert_eq!(in_meeting(TODAY, Some(14), true).lost(), None);
}

#[test]
fn nothing_is_typed_beside_a_meeting_that_decides() {
    let typed = |file: &File| code(record(file, &vote(TODAY, 20), ALL_TWENTY, TODAY, &rules()));
    for (in_favour, adopted) in [(None, false), (Some(13), false), (Some(14), false), (Some(14), true)] {
        let file = put(ready(), in_meeting(TODAY, in_favour, adopted));
        assert_eq!(typed(&file), "recruiting-refused-on-agenda");
        let again = file.may_be_put_to_vote(TODAY, &rules());
        let expected = if adopted { "recruiting-refused-voted" } else { "recruiting-refused-on-agenda" };
        assert_eq!(code(again), expected);
    }
    let lost = put(ready(), in_meeting(TODAY, Some(13), true));
    assert_eq!(typed(&lost), "", "a vote of before the program may be typed in");
    assert_eq!(lost.may_be_put_to_vote(TODAY, &rules()), Ok(()), "the cell may vote again");
}

#[test]
fn what_a_carried_vote_rests_on_stays_and_the_minutes_stand() {
    let counted = put(ready(), in_meeting(TODAY, Some(14), false));
    assert_eq!(code(undo(&counted, Step::Certificate)), "recruiting-refused-rested-on");
    assert_eq!(undo(&put(ready(), in_meeting(TODAY, None, false)), Step::Certificate), Ok(()));
    let adopted = put(ready(), in_meeting(TODAY, Some(14), true));
    assert_eq!(code(undo(&adopted, Step::Vote)), "recruiting-refused-from-meeting");
    let typed = with(ready(), vote(TODAY, 20));
    assert_eq!(undo(&typed, Step::Vote), Ok(()));
    assert_eq!(code(typed.may_be_put_to_vote(TODAY, &rules())), "recruiting-refused-voted");
}

#[test]
fn statement_30_a_certificate_too_old_on_the_day_of_the_meeting_keeps_the_vote_off_the_agenda() {
    let issued = date(2021, 11, 10);
    let file = with(ready(), Fact::on(Step::Certificate, issued));
    assert_eq!(file.may_be_put_to_vote(date(2026, 11, 10), &rules()), Ok(()));
    let late = date(2026, 11, 11);
    assert_eq!(code(file.may_be_put_to_vote(late, &rules())), "recruiting-certificate-old");
    assert_eq!(code(file.may_be_counted(late, &rules())), "recruiting-certificate-old");
}

#[test]
fn what_is_only_missing_may_come_until_hands_are_counted() {
    let file = without(ready(), Step::Residence);
    assert_eq!(file.may_be_put_to_vote(TODAY, &rules()), Ok(()));
    assert_eq!(kinds(&file.missing_on(TODAY, &rules())), [ObstacleKind::Missing]);
    assert_eq!(code(file.may_be_counted(TODAY, &rules())), "recruiting-missing");
    assert_eq!(ready().may_be_counted(TODAY, &rules()), Ok(()));
}
