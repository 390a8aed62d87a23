//! The cell's vote about a person: put on an agenda, counted in the room, read from adopted minutes.

use jiff::civil::{Date, date};
use nennep_app::{
    Ctx,
    meetings::{self, OpenForm},
    recruiting::{self, probation},
};
use nennep_domain::{
    ids::{CandidateId, DeedId, MeetingId, MotionId},
    meetings::ItemKind,
    motions::{Count, MotionKind, Outcome},
    recruiting::{FactDraft, Step, VotedOn, probation::ProbationStep},
    time::Month,
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

use crate::{
    month::planned,
    recruiting::{added, numbered, on, prepare, refused, vote},
};

const EVENING: Date = date(2026, 12, 10);

/// A meeting of that day, planned with its agenda.
async fn coming(world: &World, ctx: &Ctx, day: Date) -> MeetingId {
    let id = planned(world, ctx, Month::of(day), day.day()).await;
    meetings::draft_agenda(ctx, id).await.unwrap();
    id
}

async fn open(world: &World, ctx: &Ctx, id: MeetingId, day: Date) {
    world.test.at(day.at(19, 30, 0, 0));
    let people =
        OpenForm { chair: Some(world.members[0]), minute_taker: Some(world.members[5]), tracker: None };
    meetings::open(ctx, id, people).await.unwrap();
    meetings::mark_rest_present(ctx, id).await.unwrap();
}

/// The motion about a person on a meeting's agenda.
async fn motion(ctx: &Ctx, id: MeetingId) -> MotionId {
    let view = meetings::show(ctx, id).await.unwrap();
    view.votes_on[0].0
}

async fn count(ctx: &Ctx, id: MeetingId, in_favour: u32) -> nennep_app::Result<Outcome> {
    let count = Count { in_favour, ..Count::default() };
    meetings::count_hands(ctx, id, motion(ctx, id).await, count).await
}

/// Closes the meeting and adopts its minutes.
async fn adopt(world: &World, ctx: &Ctx, id: MeetingId, day: Date) {
    let view = meetings::show(ctx, id).await.unwrap();
    meetings::save_notes(ctx, id, view.items[0].id, 1, "Chi bộ đã họp đủ các nội dung.").await.unwrap();
    world.test.at(day.at(21, 5, 0, 0));
    meetings::close(ctx, id).await.unwrap();
    meetings::adopt(ctx, id).await.unwrap();
}

/// A candidate with everything the cell needs.
async fn ready(world: &World, ctx: &Ctx) -> CandidateId {
    let id = added(ctx, world.residential, "Đinh Thị Ưu Tú").await;
    prepare(world, ctx, id, date(2025, 12, 1)).await;
    id
}

#[rstest]
#[tokio::test]
async fn statement_22_the_vote_of_the_meeting_is_the_step_once_the_minutes_are_adopted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = ready(&world, &secretary).await;
    let meeting = coming(&world, &secretary, EVENING).await;
    recruiting::put_to_vote(&secretary, id, meeting).await.unwrap();
    recruiting::put_to_vote(&secretary, id, meeting).await.unwrap();
    let view = meetings::show(&secretary, meeting).await.unwrap();
    let items: Vec<_> = view.items.iter().filter(|item| item.title.contains("Đinh Thị Ưu Tú")).collect();
    assert_eq!((items.len(), items[0].kind), (1, ItemKind::Membership), "put twice it is one item");
    assert_eq!(view.items.last().unwrap().kind, ItemKind::Closing, "before the closing items");
    assert_eq!(view.motions.iter().map(|one| one.kind).collect::<Vec<_>>(), [MotionKind::Admission]);
    assert_eq!(view.voted_on(view.motions[0].id), Some(VotedOn::Candidate(id)));
    let typed = recruiting::record(&secretary, id, Step::Vote, &vote(date(2026, 11, 2), 20)).await;
    assert_eq!(refused(typed), "recruiting-refused-on-agenda");
    let other = world.acting_for(world.member).await;
    assert!(meetings::show(&other, meeting).await.unwrap().votes_on.is_empty(), "files are closed to others");

    open(&world, &secretary, meeting, EVENING).await;
    let outcome = count(&secretary, meeting, 13).await.unwrap();
    assert_eq!((outcome.terms.base, outcome.terms.needed, outcome.passed), (20, 14, false));
    let lost = recruiting::show(&secretary, id).await.unwrap().file;
    let (said, citation) = lost.votes[0].lost().unwrap();
    assert_eq!((said.key, citation.document.as_str()), ("recruiting-vote-lost", "06-HD/TW"));
    count(&secretary, meeting, 14).await.unwrap();
    let counted = recruiting::show(&secretary, id).await.unwrap().file;
    assert_eq!(counted.fact(Step::Vote), None, "hands may be counted anew until the minutes are adopted");
    let rested_on = recruiting::undo(&secretary, id, Step::Certificate).await;
    assert_eq!(refused(rested_on), "recruiting-refused-rested-on");

    adopt(&world, &secretary, meeting, EVENING).await;
    let file = recruiting::show(&secretary, id).await.unwrap().file;
    let fact = file.fact(Step::Vote).unwrap();
    let tally = fact.tally.unwrap();
    assert_eq!((fact.on, fact.meeting), (EVENING, Some(meeting)));
    assert_eq!((tally.counted, tally.in_favour), (20, 14));
    assert_eq!(
        refused(recruiting::undo(&secretary, id, Step::Vote).await),
        "recruiting-refused-from-meeting"
    );
    let decision = numbered(EVENING, "212-QĐ/ĐU");
    recruiting::record(&secretary, id, Step::Decision, &decision).await.unwrap();
    recruiting::hold_ceremony(&secretary, id, DeedId(secretary.new_id()), EVENING).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn statement_22_thirteen_of_twenty_is_no_step_and_the_cell_may_vote_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = ready(&world, &secretary).await;
    let meeting = coming(&world, &secretary, EVENING).await;
    recruiting::put_to_vote(&secretary, id, meeting).await.unwrap();
    open(&world, &secretary, meeting, EVENING).await;
    count(&secretary, meeting, 13).await.unwrap();
    adopt(&world, &secretary, meeting, EVENING).await;
    let file = recruiting::show(&secretary, id).await.unwrap().file;
    assert_eq!(file.fact(Step::Vote), None);
    assert!(file.votes[0].is_lost() && file.votes[0].adopted);
    recruiting::take_off_agenda(&secretary, id).await.unwrap();
    assert_eq!(recruiting::show(&secretary, id).await.unwrap().file.votes.len(), 1, "the minutes stand");
    let past = recruiting::put_to_vote(&secretary, id, meeting).await;
    assert_eq!(refused(past), "recruiting-refused-no-meeting");
    let next = coming(&world, &secretary, date(2027, 1, 10)).await;
    recruiting::put_to_vote(&secretary, id, next).await.unwrap();
    assert_eq!(recruiting::show(&secretary, id).await.unwrap().file.votes.len(), 2);
}

#[rstest]
#[tokio::test]
async fn statement_30_a_certificate_too_old_keeps_the_vote_off_the_agenda_and_the_hands_down(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = added(&secretary, world.residential, "Đinh Thị Ưu Tú").await;
    prepare(&world, &secretary, id, date(2021, 12, 9)).await;
    let meeting = coming(&world, &secretary, EVENING).await;
    let old = recruiting::put_to_vote(&secretary, id, meeting).await;
    assert_eq!(refused(old), "recruiting-certificate-old", "good until the day before the meeting");
    let newer = numbered(date(2021, 12, 10), "126/GCN");
    recruiting::record(&secretary, id, Step::Certificate, &newer).await.unwrap();
    recruiting::undo(&secretary, id, Step::Residence).await.unwrap();
    recruiting::put_to_vote(&secretary, id, meeting).await.unwrap();
    open(&world, &secretary, meeting, EVENING).await;
    let missing = count(&secretary, meeting, 20).await;
    assert_eq!(refused(missing), "recruiting-missing", "a paper is missing");
    recruiting::record(&secretary, id, Step::Residence, &on(date(2026, 9, 8))).await.unwrap();
    assert!(count(&secretary, meeting, 20).await.unwrap().passed);
}

#[rstest]
#[tokio::test]
async fn a_vote_is_taken_off_the_agenda_until_hands_were_counted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = ready(&world, &secretary).await;
    let meeting = coming(&world, &secretary, EVENING).await;
    let before = meetings::show(&secretary, meeting).await.unwrap().items.len();
    for _ in 0..2 {
        recruiting::put_to_vote(&secretary, id, meeting).await.unwrap();
        assert_eq!(meetings::show(&secretary, meeting).await.unwrap().items.len(), before + 1);
        recruiting::take_off_agenda(&secretary, id).await.unwrap();
        recruiting::take_off_agenda(&secretary, id).await.unwrap();
        let view = meetings::show(&secretary, meeting).await.unwrap();
        assert_eq!((view.items.len(), view.motions.len()), (before, 0));
    }
    recruiting::put_to_vote(&secretary, id, meeting).await.unwrap();
    open(&world, &secretary, meeting, EVENING).await;
    count(&secretary, meeting, 20).await.unwrap();
    let counted = recruiting::take_off_agenda(&secretary, id).await;
    assert_eq!(refused(counted), "recruiting-refused-voted");
    let withdrawn = motion(&secretary, meeting).await;
    meetings::withdraw_motion(&secretary, meeting, withdrawn).await.unwrap();
    assert!(recruiting::show(&secretary, id).await.unwrap().file.votes.is_empty(), "withdrawn in the room");
    meetings::bring_motion_again(&secretary, meeting, withdrawn).await.unwrap();
    assert_eq!(recruiting::show(&secretary, id).await.unwrap().file.votes.len(), 1);
}

#[rstest]
#[tokio::test]
async fn statement_33_a_recognition_is_voted_on_once_the_probation_is_over(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let member = world.members[20];
    let early = coming(&world, &secretary, EVENING).await;
    let refusal = probation::put_to_vote(&secretary, member, early).await;
    assert_eq!(refused(refusal), "probation-refused-not-over");
    let day = date(2027, 1, 25);
    let meeting = coming(&world, &secretary, day).await;
    let items = meetings::show(&secretary, meeting).await.unwrap().items.len();
    probation::put_to_vote(&secretary, member, meeting).await.unwrap();
    probation::put_to_vote(&secretary, member, meeting).await.unwrap();
    let view = meetings::show(&secretary, meeting).await.unwrap();
    assert_eq!(view.items.len(), items, "the item that facts drafted is used");
    assert_eq!(view.votes_on, [(view.motions[0].id, VotedOn::Probationer(member))]);
    let draft = FactDraft { number: "18/GCN".to_owned(), ..on(date(2026, 10, 2)) };
    probation::record(&secretary, member, ProbationStep::Class, &draft).await.unwrap();
    probation::record(&secretary, member, ProbationStep::Class, &draft).await.unwrap();

    open(&world, &secretary, meeting, day).await;
    count(&secretary, meeting, 14).await.unwrap();
    adopt(&world, &secretary, meeting, day).await;
    let view = probation::show(&secretary, member).await.unwrap();
    let fact = view.file.fact(ProbationStep::Vote).unwrap();
    assert_eq!((fact.on, fact.meeting, fact.tally.unwrap().in_favour), (day, Some(meeting), 14));
    assert_eq!(view.over_on.value, date(2027, 1, 20));
    assert!(view.file.fact(ProbationStep::Class).is_some());
    let undone = probation::undo(&secretary, member, ProbationStep::Vote).await;
    assert_eq!(refused(undone), "recruiting-refused-from-meeting");
    probation::undo(&secretary, member, ProbationStep::Class).await.unwrap();
    probation::undo(&secretary, member, ProbationStep::Class).await.unwrap();
    assert_eq!(probation::show(&secretary, member).await.unwrap().file.fact(ProbationStep::Class), None);
}

#[rstest]
#[tokio::test]
async fn a_recognition_voted_before_the_program_is_typed_in(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let member = world.members[20];
    world.test.at(date(2027, 2, 1).at(8, 0, 0, 0));
    let typed = async |day: Date, in_favour: u32| {
        probation::record(&secretary, member, ProbationStep::Vote, &vote(day, in_favour)).await
    };
    assert_eq!(refused(typed(date(2027, 1, 19), 20).await), "probation-refused-not-over");
    assert_eq!(refused(typed(date(2027, 1, 25), 13).await), "recruiting-refused-not-carried", "statement 22");
    typed(date(2027, 1, 25), 14).await.unwrap();
    let leader = world.acting_for(world.leader).await;
    assert!(probation::show(&leader, member).await.is_ok_and(|view| !view.keeps));
    let stranger = world.acting_for(world.stranger).await;
    assert!(matches!(probation::show(&stranger, member).await, Err(nennep_app::Error::NotFound)));
    let none = probation::show(&secretary, world.members[3]).await;
    assert!(matches!(none, Err(nennep_app::Error::NotFound)), "no probation is known");
}
