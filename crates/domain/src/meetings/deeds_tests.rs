//! Statement 7 and the steps of a meeting, each deed too early, twice and too late.

use jiff::civil::date;
use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::{
    ids::{AccountId, MemberId, OrganisationId},
    members::{MemberGrade, RollMember, StandingState},
    problems::Refusal as _,
    rules::{RuleBook, Rules},
};

fn rules() -> Rules {
    RuleBook::national().unwrap().on(date(2026, 11, 5))
}

fn at(hour: i8, minute: i8) -> Instant {
    Instant::from_local(date(2026, 11, 5).at(hour, minute, 0, 0))
}

fn done(hour: i8, minute: i8) -> Done {
    Done { at: at(hour, minute), by: AccountId(Uuid::nil()) }
}

const fn member(n: u128) -> MemberId {
    MemberId(Uuid::from_u128(n))
}

fn line(n: u128, state: StandingState) -> RollMember {
    RollMember { member: member(n), name: format!("Đảng viên {n}"), grade: MemberGrade::Official, state }
}

fn roll() -> Vec<RollMember> {
    vec![
        line(1, StandingState::Active),
        line(2, StandingState::Active),
        line(3, StandingState::Exempt),
        line(4, StandingState::Away),
    ]
}

fn meeting() -> Meeting {
    Meeting {
        id: MeetingId(Uuid::nil()),
        cell: OrganisationId(Uuid::nil()),
        month: Month::new(2026, 11).unwrap(),
        kind: MeetingKind::Routine,
        topic: String::new(),
        starts_at: Some(at(19, 30)),
        place: "Nhà văn hóa".to_owned(),
        chair: None,
        minute_taker: None,
        tracker: None,
        dues_note: String::new(),
        cancel_reason: String::new(),
        steps: Steps::default(),
    }
}

fn running() -> Meeting {
    Meeting { steps: Steps { opened: Some(done(19, 30)), ..Steps::default() }, ..meeting() }
}

fn called(roll: Vec<RollEntry>) -> Vec<RollEntry> {
    roll.into_iter()
        .map(|entry| RollEntry { attendance: entry.attendance.or(Some(Attendance::Present)), ..entry })
        .collect()
}

#[rstest]
#[case(None, Some(member(2)), "meetings-refused-no-chair")]
#[case(Some(member(1)), None, "meetings-refused-no-minute-taker")]
#[case(Some(member(9)), Some(member(2)), "meetings-refused-chair-not-on-roll")]
#[case(Some(member(1)), Some(member(9)), "meetings-refused-minute-taker-not-on-roll")]
fn statement_7_no_opening_without_chair_and_minute_taker(
    #[case] chair: Option<MemberId>,
    #[case] taker: Option<MemberId>,
    #[case] code: &str,
) {
    let refused = meeting().open(chair, taker, roll(), &[], &rules()).unwrap_err();
    assert_eq!(refused.code(), code);
}

#[test]
fn statement_7_refusals_name_their_document() {
    let refused = meeting().open(None, Some(member(2)), roll(), &[], &rules()).unwrap_err();
    assert_eq!(refused.citation().unwrap().document, "42-HD/BTCTW");
}

#[test]
fn the_roll_opens_with_what_is_known() {
    let leave = LeaveRequest {
        meeting: MeetingId(Uuid::nil()),
        member: member(2),
        reason: "Đi công tác".to_owned(),
        asked_at: at(8, 0),
        answer: Some(LeaveAnswer::Granted),
        answered_at: Some(at(9, 0)),
        answer_note: String::new(),
    };
    let refused = LeaveRequest { member: member(1), answer: Some(LeaveAnswer::Refused), ..leave.clone() };
    let opened =
        meeting().open(Some(member(1)), Some(member(2)), roll(), &[leave, refused], &rules()).unwrap();
    let states: Vec<_> = opened.iter().map(|entry| entry.attendance).collect();
    assert_eq!(states, [None, Some(Attendance::Excused), Some(Attendance::Exempt), None]);
    assert_eq!(opened[1].note, "Đi công tác");
}

#[test]
fn statement_7_no_closing_without_a_whole_roll_call() {
    let opened = meeting().open(Some(member(1)), Some(member(2)), roll(), &[], &rules()).unwrap();
    let refused = running().close(&opened, 0, &rules(), done(21, 0)).unwrap_err();
    assert!(matches!(refused, CloseError::RollIncomplete { missing: 2, .. }), "{refused:?}");
    assert!(refused.citation().is_some());
    assert!(running().close(&[], 0, &rules(), done(21, 0)).is_err(), "an empty roll is no roll call");
    let closure = running().close(&called(opened), 0, &rules(), done(21, 5)).unwrap();
    assert_eq!((closure.length_minutes, closure.present), (95, 3));
}

#[test]
fn closing_twice_gives_the_same_closure() {
    let opened = called(meeting().open(Some(member(1)), Some(member(2)), roll(), &[], &rules()).unwrap());
    let closed = Meeting { steps: Steps { closed: Some(done(21, 0)), ..running().steps }, ..running() };
    let again = closed.close(&opened, 0, &rules(), done(23, 0)).unwrap();
    assert_eq!((again.done, again.length_minutes), (done(21, 0), 90));
}

#[test]
fn a_clock_set_back_closes_at_no_length() {
    let opened = called(meeting().open(Some(member(1)), Some(member(2)), roll(), &[], &rules()).unwrap());
    assert_eq!(running().close(&opened, 0, &rules(), done(18, 0)).unwrap().length_minutes, 0);
}

#[test]
fn open_motions_keep_a_meeting_open() {
    let opened = called(meeting().open(Some(member(1)), Some(member(2)), roll(), &[], &rules()).unwrap());
    let refused = running().close(&opened, 1, &rules(), done(21, 0)).unwrap_err();
    assert_eq!(refused.code(), "meetings-refused-motions-open");
}

#[test]
fn minutes_are_adopted_once_after_closing() {
    let closed = Meeting { steps: Steps { closed: Some(done(21, 0)), ..running().steps }, ..running() };
    assert_eq!(running().adopt(true, false).unwrap_err().code(), "meetings-refused-not-closed");
    assert_eq!(closed.adopt(false, false).unwrap_err().code(), "meetings-refused-minutes-empty");
    assert_eq!(closed.adopt(true, true).unwrap_err().code(), "meetings-refused-minutes-voted-down");
    assert!(closed.adopt(true, false).unwrap());
    let adopted = Meeting { steps: Steps { adopted: Some(done(21, 10)), ..closed.steps }, ..closed };
    assert!(!adopted.adopt(true, false).unwrap(), "the second time changes nothing");
    assert_eq!(adopted.must_be_open_to_change().unwrap_err(), StateError::Adopted);
}

#[test]
fn a_meeting_called_off_takes_no_deed() {
    let off = Meeting { steps: Steps { cancelled: Some(done(8, 0)), ..Steps::default() }, ..meeting() };
    assert_eq!(off.must_be_ahead(), Err(StateError::Cancelled));
    assert_eq!(off.must_be_running(), Err(StateError::Cancelled));
    assert_eq!(off.must_be_held(), Err(StateError::Cancelled));
}
