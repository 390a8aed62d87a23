//! Rounds of ratings: who is rated, the steps, what they rest on, commitments.

use jiff::civil::{Date, date};
use nennep_domain::{
    ids::{MemberId, OrganisationId, RatingRoundId, RatingStepId, TaskId},
    meetings::Attendance as Attended,
    members::{Leaving, StandingState},
    ratings::{Ballots, Check, Commitment, Level, OpinionSource, Round, Step, StepBody, StepKind, TaskCount},
    rules::Hundredths,
    tasks::{Task, TaskState},
};
use nennep_store::{
    WriteTx, members,
    ratings::{self, Span, Whose},
    tasks,
};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, at, ground, november};

const ON: Date = date(2026, 11, 2);

fn round(ground: &Ground, organisation: OrganisationId, year: i16) -> Round {
    Round {
        id: RatingRoundId(ground.id()),
        organisation,
        year,
        counted_on: ON,
        opened_at: at(8, 0),
        opened_by: Some(ground.secretary()),
        closed_at: None,
        closed_by: None,
    }
}

fn step(ground: &Ground, round: &Round, member: Option<MemberId>, kind: StepKind, level: Level) -> Step {
    Step {
        id: RatingStepId(ground.id()),
        round: round.id,
        cell: ground.cell(),
        member,
        kind,
        source: None,
        on: ON,
        body: StepBody { level: Some(level), text: "Tốt".to_owned(), ..StepBody::default() },
        at: at(9, 0),
        by: Some(ground.secretary()),
    }
}

const fn span() -> Span {
    Span { from: date(2026, 1, 1), to: date(2026, 12, 31), done_from_percent: 100 }
}

async fn opened(ground: &Ground, tx: &mut WriteTx) -> Round {
    let one = round(ground, ground.world.ward, 2026);
    assert!(ratings::insert_round(tx, &one).await.unwrap());
    assert_eq!(ratings::fill(tx, &one, false).await.unwrap(), (4, 48));
    one
}

#[rstest]
#[tokio::test]
async fn a_round_rates_who_belonged_that_day(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let mut tx = ground.store.write().await.unwrap();
    let standing = members::standings_of(&mut tx, ground.member(7)).await.unwrap().remove(0);
    members::end_standing(&mut tx, standing.id, date(2026, 10, 1), Leaving::Changed).await.unwrap();
    let exempt = nennep_domain::members::Standing {
        id: nennep_domain::ids::StandingId(ground.id()),
        state: StandingState::Exempt,
        from_on: date(2026, 10, 1),
        ..standing
    };
    members::insert_standings(&mut tx, &[exempt]).await.unwrap();
    let one = round(&ground, ground.world.ward, 2026);
    assert!(ratings::insert_round(&mut tx, &one).await.unwrap());
    assert_eq!(ratings::fill(&mut tx, &one, false).await.unwrap(), (4, 47), "one is exempt");
    assert_eq!(ratings::fill(&mut tx, &one, false).await.unwrap(), (0, 0));
    let again = Round { id: RatingRoundId(ground.id()), ..one.clone() };
    assert!(!ratings::insert_round(&mut tx, &again).await.unwrap(), "one round a year");
    assert_eq!(ratings::find_round(&mut tx, one.id).await.unwrap(), Some(one.clone()));

    let cell = ratings::rated(&mut tx, one.id, Some(ground.cell())).await.unwrap();
    assert_eq!(cell.len(), 21);
    assert_eq!(ratings::rated(&mut tx, one.id, None).await.unwrap().len(), 47);
    assert_eq!(ratings::find_rated(&mut tx, one.id, ground.member(7)).await.unwrap(), None);
    let found = ratings::find_rated(&mut tx, one.id, ground.member(5)).await.unwrap().unwrap();
    assert!(found.cell == ground.cell() && cell.contains(&found));
    assert_eq!(ratings::rated_cells(&mut tx, one.id).await.unwrap()[0], ground.cell());
    assert!(ratings::is_rated_cell(&mut tx, one.id, ground.cell()).await.unwrap());
    assert!(!ratings::is_rated_cell(&mut tx, one.id, ground.world.ward).await.unwrap());
    assert!(ratings::in_contact(&mut tx, one.id, ground.cell(), ON).await.unwrap().is_empty());
    let contact = nennep_domain::members::Standing {
        id: nennep_domain::ids::StandingId(ground.id()),
        member: ground.member(5),
        cell: ground.world.agency,
        grade: nennep_domain::members::MemberGrade::Official,
        state: StandingState::Residence,
        from_on: date(2026, 10, 1),
        to_on: None,
        left: None,
    };
    members::insert_standings(&mut tx, &[contact]).await.unwrap();
    let found = ratings::in_contact(&mut tx, one.id, ground.cell(), ON).await.unwrap();
    assert_eq!(found, [ground.member(5)]);
    let sizes = ratings::sizes(&mut tx, &[one.id]).await.unwrap();
    assert!(sizes.len() == 4 && sizes.contains(&(one.id, ground.cell(), 21)));

    let other = round(&ground, ground.world.agency, 2026);
    assert!(ratings::insert_round(&mut tx, &other).await.unwrap());
    assert_eq!(ratings::fill(&mut tx, &other, false).await.unwrap(), (0, 0), "rated in the ward's");
    assert!(ratings::delete_round(&mut tx, other.id).await.unwrap());
    assert_eq!(ratings::find_round(&mut tx, other.id).await.unwrap(), None);

    assert_eq!(
        ratings::rounds_within(&mut tx, ground.world.ward, Some(2026)).await.unwrap(),
        std::slice::from_ref(&one)
    );
    assert!(ratings::rounds_within(&mut tx, ground.world.ward, Some(2025)).await.unwrap().is_empty());
    let places = [ground.world.ward, ground.world.agency];
    assert_eq!(ratings::rounds_at(&mut tx, &places, None).await.unwrap(), std::slice::from_ref(&one));
    assert!(ratings::rounds_at(&mut tx, &places[1..], Some(2026)).await.unwrap().is_empty());
    assert_eq!(ratings::rounds_of_cell(&mut tx, ground.cell()).await.unwrap(), std::slice::from_ref(&one));
    assert_eq!(
        ratings::rounds_of_member(&mut tx, ground.member(5)).await.unwrap(),
        std::slice::from_ref(&one)
    );
    let waiting = ratings::waiting_for(&mut tx, ground.member(5)).await.unwrap();
    assert_eq!(waiting, std::slice::from_ref(&one));
    assert!(ratings::close(&mut tx, one.id, at(10, 0), Some(ground.secretary())).await.unwrap());
    assert!(!ratings::close(&mut tx, one.id, at(11, 0), None).await.unwrap());
    assert!(ratings::waiting_for(&mut tx, ground.member(5)).await.unwrap().is_empty());
    let closed = ratings::find_round(&mut tx, one.id).await.unwrap().unwrap();
    assert_eq!((closed.closed_at, closed.closed_by), (Some(at(10, 0)), Some(ground.secretary())));
    assert!(ratings::reopen(&mut tx, one.id).await.unwrap());
    assert!(!ratings::reopen(&mut tx, one.id).await.unwrap());
    let last = round(&ground, ground.world.ward, 2025);
    let last = Round { closed_at: Some(at(7, 0)), ..last };
    assert_eq!(ratings::insert_rounds(&mut tx, std::slice::from_ref(&last)).await.unwrap(), 1);
    assert_eq!(ratings::rounds_within(&mut tx, ground.world.ward, None).await.unwrap(), [one, last]);
}

#[rstest]
#[tokio::test]
async fn who_left_is_taken_out_and_who_came_is_added(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let mut tx = ground.store.write().await.unwrap();
    let one = opened(&ground, &mut tx).await;
    let voted = step(&ground, &one, Some(ground.member(6)), StepKind::Vote, Level::Good);
    assert_eq!(ratings::insert_steps(&mut tx, &[voted]).await.unwrap(), 1);
    let later = date(2026, 11, 20);
    for n in [6, 8] {
        let standing = members::standings_of(&mut tx, ground.member(n)).await.unwrap().remove(0);
        members::end_standing(&mut tx, standing.id, date(2026, 11, 10), Leaving::Deceased).await.unwrap();
    }
    assert_eq!(
        ratings::prune(&mut tx, one.id, later, false).await.unwrap(),
        1,
        "a vote was taken on the other"
    );
    ratings::set_counted(&mut tx, one.id, later).await.unwrap();
    let moved = ratings::find_round(&mut tx, one.id).await.unwrap().unwrap();
    assert_eq!(moved.counted_on, later);
    assert_eq!(ratings::fill(&mut tx, &moved, false).await.unwrap(), (0, 0));
    assert_eq!(ratings::rated(&mut tx, one.id, Some(ground.cell())).await.unwrap().len(), 21);
    assert!(!ratings::delete_round(&mut tx, one.id).await.unwrap(), "a step was taken");
    assert!(ratings::has_steps(&mut tx, one.id).await.unwrap());
}

#[rstest]
#[tokio::test]
async fn a_step_written_anew_replaces_and_taken_back_gives_way(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let mut tx = ground.store.write().await.unwrap();
    let one = opened(&ground, &mut tx).await;
    let member = ground.member(5);
    let first = step(&ground, &one, Some(member), StepKind::Vote, Level::Good);
    let of_cell = step(&ground, &one, None, StepKind::Vote, Level::Good);
    let both = [first.clone(), of_cell.clone()];
    assert_eq!(ratings::replace_steps(&mut tx, &both).await.unwrap(), 2);
    assert_eq!(ratings::replace_steps(&mut tx, &both).await.unwrap(), 0, "the same ids are the same steps");
    let ballots =
        Ballots { issued: 20, returned: 20, valid: 19, excellent: 15, good: 4, completed: 0, failed: 0 };
    let tasks = TaskCount { due: 5, done: 5, late: 0, above: 2 };
    let body = StepBody {
        level: Some(Level::Excellent),
        points: Some(Hundredths::new(9250)),
        tasks: Some(tasks),
        ballots: Some(ballots),
        text: "Lý do".to_owned(),
        faults: "Chậm".to_owned(),
        number: "12".to_owned(),
    };
    let second = Step { id: RatingStepId(ground.id()), body, at: at(10, 0), ..first.clone() };
    assert_eq!(ratings::replace_steps(&mut tx, std::slice::from_ref(&second)).await.unwrap(), 1);
    let opinion = Step {
        id: RatingStepId(ground.id()),
        kind: StepKind::Opinion,
        source: Some(OpinionSource::Residence),
        ..first.clone()
    };
    assert_eq!(ratings::insert_steps(&mut tx, std::slice::from_ref(&opinion)).await.unwrap(), 1);
    let mine = ratings::steps(&mut tx, one.id, Whose::Member(member)).await.unwrap();
    assert_eq!(mine, [opinion.clone(), second.clone()]);
    let itself = ratings::steps(&mut tx, one.id, Whose::CellItself(ground.cell())).await.unwrap();
    assert_eq!(itself, std::slice::from_ref(&of_cell));
    assert_eq!(ratings::steps(&mut tx, one.id, Whose::Cell(ground.cell())).await.unwrap().len(), 3);
    let kept = ratings::find_step(&mut tx, first.id).await.unwrap().unwrap();
    assert!(!kept.stands && !kept.is_withdrawn && kept.step == first);
    let counts = ratings::counts(&mut tx, &[one.id]).await.unwrap();
    assert_eq!(counts.len(), 2);
    assert!(counts.iter().any(|one| one.of_cell && one.level == Some(Level::Good) && one.count == 1));
    assert!(counts.iter().any(|one| !one.of_cell && one.level == Some(Level::Excellent)));

    assert!(!ratings::withdraw_step(&mut tx, first.id, at(11, 0), None).await.unwrap(), "it was replaced");
    assert!(ratings::withdraw_step(&mut tx, second.id, at(11, 0), Some(ground.secretary())).await.unwrap());
    assert!(!ratings::withdraw_step(&mut tx, second.id, at(11, 0), None).await.unwrap());
    assert!(ratings::find_step(&mut tx, second.id).await.unwrap().unwrap().is_withdrawn);
    assert!(ratings::find_step(&mut tx, first.id).await.unwrap().unwrap().stands);

    let excellent = |n, points| {
        let one = step(&ground, &one, Some(ground.member(n)), StepKind::Decision, Level::Excellent);
        Step { body: StepBody { points: Some(Hundredths::whole(points)), ..one.body.clone() }, ..one }
    };
    ratings::insert_steps(&mut tx, &[excellent(3, 95), excellent(4, 91)]).await.unwrap();
    let found = ratings::excellent(&mut tx, one.id).await.unwrap();
    let order: Vec<_> = found.iter().map(|(one, points)| (one.member, points.unwrap().floor())).collect();
    assert_eq!(order, [(ground.member(4), 91), (ground.member(3), 95)]);
    let decided = ratings::decisions_of(&mut tx, ground.member(4)).await.unwrap();
    assert_eq!(decided, [(one.id, Some(Level::Excellent))]);
}

#[rstest]
#[tokio::test]
async fn facts_of_the_year_come_for_all_at_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let lived = ground.world.hold_meeting(date(2026, 11, 5)).await;
    let mut tx = ground.store.write().await.unwrap();
    let one = opened(&ground, &mut tx).await;
    let owner = ground.member(5);
    let task = |deadline: Option<Date>, done_on: Option<Date>, dropped_on: Option<Date>| Task {
        id: TaskId(ground.id()),
        cell: ground.cell(),
        meeting: lived.meeting,
        item: None,
        position: 9,
        title: "Vệ sinh ngõ".to_owned(),
        product: String::new(),
        owner: Some(owner),
        deadline,
        reports_in: Some(november()),
        state: TaskState::Dated,
        result: String::new(),
        done_percent: if done_on.is_some() { 100 } else { 40 },
        done_on,
        dropped_on,
        accepted_at: None,
        version: 1,
    };
    let (june, july) = (Some(date(2026, 6, 30)), Some(date(2026, 7, 1)));
    let all = [
        task(june, june, None),
        task(june, Some(date(2026, 12, 2)), None),
        task(june, None, None),
        task(None, july, None),
        task(june, None, july),
        task(Some(date(2025, 12, 31)), None, None),
    ];
    tasks::insert_many(&mut tx, &all, at(8, 0), None).await.unwrap();
    // All are to be reported in November; the meeting set one more for December. Reported in its month, a task is in time.
    let expected = TaskCount { due: 6, done: 3, late: 4, above: 0 };
    let year = ratings::task_counts(&mut tx, one.id, None, &span()).await.unwrap();
    assert_eq!(year, [(owner, expected)]);
    let whose = Some(Whose::Member(owner));
    let until = Span { to: date(2026, 11, 10), ..span() };
    let mine = ratings::task_counts(&mut tx, one.id, whose, &until).await.unwrap();
    assert_eq!(mine, [(owner, TaskCount { due: 5, done: 2, late: 3, above: 0 })]);
    let cells = ratings::task_counts_of_cells(&mut tx, one.id, Some(ground.cell()), &span()).await.unwrap();
    assert_eq!(cells, [(ground.cell(), expected)]);

    let roll = nennep_store::meetings::roll(&mut tx, lived.meeting).await.unwrap();
    let attended = ratings::attendance(&mut tx, one.id, None, &span()).await.unwrap();
    assert_eq!(attended.len(), 22);
    let of =
        |wanted| u32::try_from(roll.iter().filter(|entry| entry.attendance == Some(wanted)).count()).unwrap();
    let sum = |count: fn(&nennep_domain::ratings::Attendance) -> u32| -> u32 {
        attended.iter().map(|(_, one)| count(one)).sum()
    };
    assert_eq!(sum(|one| one.present), of(Attended::Present));
    assert_eq!(sum(|one| one.excused), of(Attended::Excused));
    assert_eq!(sum(|one| one.unexcused), of(Attended::Unexcused));
    assert!(ratings::grades(&mut tx, one.id, None, &span()).await.unwrap().is_empty(), "nothing is graded");
}

#[rstest]
#[tokio::test]
async fn a_commitment_is_written_and_checked(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let member = ground.member(5);
    let one = Commitment {
        member,
        year: 2026,
        body: "Học tập thường xuyên".to_owned(),
        written_at: at(8, 0),
        written_by: None,
        check: None,
    };
    let mut tx = ground.store.write().await.unwrap();
    let check = Check { at: at(9, 0), by: Some(ground.secretary()), note: "Đã làm".to_owned() };
    assert!(!ratings::set_check(&mut tx, member, 2026, Some(&check)).await.unwrap(), "there is none");
    ratings::save_commitment(&mut tx, &one).await.unwrap();
    assert!(ratings::set_check(&mut tx, member, 2026, Some(&check)).await.unwrap());
    let checked = Commitment { check: Some(check), ..one.clone() };
    assert_eq!(ratings::find_commitment(&mut tx, member, 2026).await.unwrap(), Some(checked.clone()));
    assert_eq!(ratings::insert_commitments(&mut tx, &[checked]).await.unwrap(), 0, "it is there");
    ratings::save_commitment(&mut tx, &one).await.unwrap();
    assert_eq!(ratings::find_commitment(&mut tx, member, 2026).await.unwrap(), Some(one.clone()));
    assert_eq!(ratings::find_commitment(&mut tx, member, 2025).await.unwrap(), None);
    let all = ratings::commitments_in(&mut tx, ground.cell(), 2026, ON).await.unwrap();
    assert_eq!(all.len(), 22);
    assert_eq!(all.iter().filter_map(|one| one.commitment.as_ref()).collect::<Vec<_>>(), [&one]);
}
