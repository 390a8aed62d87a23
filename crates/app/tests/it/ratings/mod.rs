//! The yearly rating: a round opened, rated, voted, decided and closed under its ceiling; steps taken back; commitments.

mod itself;

use jiff::civil::date;
use nennep_app::{
    Ctx, Error,
    ratings::{
        self, Decided, Decision, OpenForm, Vote, Voted, Who, answer, cell_sheet, close, committee_sheet,
        count_anew, decide, give_opinion, open, rate_self, reopen, row_problems, show, take_back, vote,
        withdraw_opening,
    },
    registers::Format,
    rules::{self, OverrideForm},
};
use nennep_domain::{
    ids::{MemberId, OrganisationId, OverrideId, RatingRoundId, RatingStepId},
    quality::Grade,
    ratings::{
        Ballots, DecisionForm, Level, OpinionForm, OpinionSource, SelfForm, StepKind, TaskCount, VoteForm,
    },
    rules::{CeilingBase, Hundredths},
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

fn step(ctx: &Ctx) -> RatingStepId {
    RatingStepId(ctx.new_id())
}

fn refused<T: std::fmt::Debug>(result: nennep_app::Result<T>) -> String {
    match result {
        Err(Error::Refused(refusal)) => refusal.code().to_owned(),
        other => panic!("not refused: {other:?}"),
    }
}

fn tasks(above: u32) -> TaskCount {
    TaskCount { due: 10, done: 10, late: 0, above }
}

fn self_form(level: Level) -> SelfForm {
    SelfForm {
        level: Some(level),
        points: Some(Hundredths::whole(88)),
        tasks: tasks(3),
        well: "Hoàn thành nhiệm vụ".to_owned(),
        faults: String::new(),
    }
}

fn vote_form(level: Level, points: i64, official: u32) -> VoteForm {
    let ballots = Ballots {
        issued: official,
        returned: official,
        valid: official,
        excellent: if level == Level::Excellent { official } else { 0 },
        good: if level == Level::Good { official } else { 0 },
        ..Ballots::default()
    };
    VoteForm { level: Some(level), points: Some(Hundredths::whole(points)), tasks: tasks(3), ballots }
}

async fn opened(world: &World) -> RatingRoundId {
    let leader = world.acting_for(world.leader).await;
    let id = RatingRoundId(leader.new_id());
    let form = OpenForm { organisation: world.ward, year: 2026, counted_on: None };
    open(&leader, id, &form).await.unwrap();
    id
}

/// Decides everybody of a cell: so many excellent, the others good, the cell good.
async fn decided(ctx: &Ctx, round: RatingRoundId, cell: OrganisationId, excellent: usize) {
    let sheet = cell_sheet(ctx, cell, Some(2026)).await.unwrap();
    let level = |n: usize| if n < excellent { Level::Excellent } else { Level::Good };
    let all: Vec<(Who, Level)> =
        sheet.lines.iter().enumerate().map(|(n, line)| (line.who, level(n))).collect();
    let own = (Who::Cell(cell), Level::Good);
    let rows = all.iter().chain([&own]);
    let votes = rows.clone().map(|(who, level)| {
        let points = if *level == Level::Excellent { 92 } else { 80 };
        Voted { who: *who, id: step(ctx), form: vote_form(*level, points, sheet.official) }
    });
    vote(ctx, round, cell, &Vote { on: None, rows: votes.collect() }).await.unwrap();
    let decisions = rows.map(|(who, level)| Decided {
        who: *who,
        id: step(ctx),
        form: DecisionForm { level: Some(*level), number: "15-QĐ/ĐU".to_owned(), reason: String::new() },
    });
    decide(ctx, round, cell, &Decision { on: None, rows: decisions.collect() }).await.unwrap();
}

fn cells(world: &World) -> [OrganisationId; 4] {
    [world.residential, world.agency, world.company, world.school]
}

#[rstest]
#[tokio::test]
async fn a_round_is_opened_once_and_by_the_committee_above(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let leader = world.acting_for(world.leader).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = RatingRoundId(leader.new_id());
    let form = OpenForm { organisation: world.ward, year: 2026, counted_on: None };
    assert!(matches!(open(&secretary, id, &form).await, Err(Error::Forbidden)));
    let round = open(&leader, id, &form).await.unwrap();
    assert_eq!(open(&leader, id, &form).await.unwrap(), round, "the same id is the same round");
    let again = RatingRoundId(leader.new_id());
    assert_eq!(refused(open(&leader, again, &form).await), "ratings-refused-has-one");
    let to_come = OpenForm { year: 2027, ..form };
    assert!(matches!(open(&leader, again, &to_come).await, Err(Error::Invalid(_))));
    let of_cell = OpenForm { organisation: world.agency, ..form };
    assert!(matches!(open(&leader, again, &of_cell).await, Err(Error::Invalid(_))));

    let sheet = committee_sheet(&leader, world.ward, None).await.unwrap();
    assert_eq!((sheet.year, sheet.rounds.len(), sheet.cells.len()), (2026, 1, 4));
    assert_eq!((sheet.rounds[0].members.open, sheet.rounds[0].cells.open), (48, 4));
    assert!(sheet.decides && sheet.undoes);
    assert!(matches!(committee_sheet(&secretary, world.ward, None).await, Err(Error::Forbidden)));
    assert_eq!(withdraw_opening(&leader, id).await.unwrap(), Some(world.ward));
    assert_eq!(withdraw_opening(&leader, id).await.unwrap(), None, "twice is safe");
    assert!(committee_sheet(&leader, world.ward, None).await.unwrap().rounds.is_empty());
}

#[rstest]
#[tokio::test]
async fn a_member_sees_only_the_own_rating_and_answers_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let lived = world.hold_meeting(date(2026, 11, 5)).await;
    world.test.at(date(2026, 11, 20).at(8, 0, 0, 0));
    let round = opened(&world).await;
    let (member, secretary, leader, stranger) = (
        world.acting_for(world.member).await,
        world.acting_for(world.secretary).await,
        world.acting_for(world.leader).await,
        world.acting_for(world.stranger).await,
    );
    let me = Who::Member(world.members[5]);
    let other = Who::Member(world.members[6]);
    assert!(matches!(show(&member, round, other).await, Err(Error::NotFound)));
    assert!(matches!(show(&stranger, round, me).await, Err(Error::NotFound)));
    assert!(matches!(cell_sheet(&member, world.residential, None).await, Err(Error::Forbidden)));
    assert!(matches!(cell_sheet(&stranger, world.residential, None).await, Err(Error::Forbidden)));
    assert!(matches!(
        rate_self(&member, round, other, step(&member), None, &self_form(Level::Good)).await,
        Err(Error::NotFound)
    ));

    let before = show(&member, round, me).await.unwrap();
    assert!(before.may.own && before.may.rate && !before.may.keep && !before.may.answer);
    assert_eq!(before.rests.attendance.present, 1);
    assert_eq!(before.rests.tasks, TaskCount::default(), "the task of {} is not due yet", lived.task);
    assert_eq!(before.support.level, None, "there are no points");
    let id = step(&member);
    for _ in 0..2 {
        rate_self(&member, round, me, id, None, &self_form(Level::Good)).await.unwrap();
    }
    assert_eq!(
        refused(answer(&member, round, me, step(&member), "Nhất trí").await),
        "ratings-refused-not-decided"
    );
    let opinion = OpinionForm { text: "Gương mẫu nơi cư trú".to_owned(), ..OpinionForm::default() };
    let opinion_id = (step(&secretary), OpinionSource::Residence);
    give_opinion(&secretary, round, me, opinion_id, None, &opinion).await.unwrap();
    assert!(matches!(
        give_opinion(&member, round, me, opinion_id, None, &opinion).await,
        Err(Error::Forbidden)
    ));

    decided(&leader_and_secretary(&world), round, world.residential, 0).await;
    let after = show(&member, round, me).await.unwrap();
    let kinds: Vec<StepKind> = after.steps.iter().map(|step| step.kind).collect();
    assert_eq!(kinds, [StepKind::SelfRating, StepKind::Opinion, StepKind::Vote, StepKind::Decision]);
    assert_eq!(after.support.level, Some(Level::Good));
    assert!(after.may.answer && !after.may.rate && after.short.is_none());
    let again = rate_self(&member, round, me, step(&member), None, &self_form(Level::Good)).await;
    assert_eq!(refused(again), "ratings-refused-decided");
    answer(&member, round, me, step(&member), "Tôi nhất trí").await.unwrap();
    assert!(matches!(answer(&secretary, round, me, step(&secretary), "x").await, Err(Error::Forbidden)));
    let read = show(&leader, round, me).await.unwrap();
    assert_eq!(read.step(StepKind::Answer).unwrap().body.text, "Tôi nhất trí");

    let mut tx = world.test.app.store.read().await.unwrap();
    let readings = nennep_store::events::readings_of(&mut tx, world.members[5], 10).await.unwrap();
    assert_eq!(readings.iter().filter(|one| one.kind == "member.rating_read").count(), 1, "{readings:?}");
    let review = ratings::self_review(&member, round, world.members[5]).await.unwrap();
    assert!(review.bytes.starts_with(b"%PDF"));
    assert!(matches!(
        ratings::written_sheet(&member, world.residential, None, Format::Xlsx).await,
        Err(Error::Forbidden)
    ));
    let sheet = ratings::written_sheet(&secretary, world.residential, None, Format::Xlsx).await.unwrap();
    assert!(sheet.bytes.starts_with(b"PK") && sheet.file_name.starts_with("xep-loai-2026-"));
}

/// The program itself: may vote for the cell and decide above it.
fn leader_and_secretary(world: &World) -> Ctx {
    world.test.app.as_system()
}

#[rstest]
#[tokio::test]
async fn statement_38_the_round_refuses_to_close_above_its_ceiling(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let round = opened(&world).await;
    let leader = world.acting_for(world.leader).await;
    assert_eq!(refused(close(&leader, round).await), "ratings-close-open");
    let system = leader_and_secretary(&world);
    // 48 members: 9 excellent of 39 good are above a fifth, 8 of 40 are a fifth.
    for (cell, excellent) in cells(&world).into_iter().zip([9, 0, 0, 0]) {
        decided(&system, round, cell, excellent).await;
    }
    let sheet = committee_sheet(&leader, world.ward, Some(2026)).await.unwrap();
    let ceiling = sheet.rounds[0].ceiling.as_ref().unwrap();
    assert_eq!((ceiling.counted, ceiling.allowed, ceiling.used), (39, 7, 9));
    assert_eq!(sheet.above.len(), 9);
    assert_eq!(refused(close(&leader, round).await), "ratings-close-ceiling-good");

    let lowered = sheet.above[0].member;
    let form =
        DecisionForm { level: Some(Level::Good), number: "16-QĐ/ĐU".to_owned(), reason: String::new() };
    let row = Decided { who: Who::Member(lowered), id: step(&leader), form };
    decide(&leader, round, world.residential, &Decision { on: None, rows: vec![row] }).await.unwrap();
    let closed = close(&leader, round).await.unwrap();
    assert_eq!((closed.base, closed.allowed, closed.used), (CeilingBase::RatedGood, 8, 8));
    assert_eq!(close(&leader, round).await.unwrap(), closed, "twice is once");
    let late = decide(&leader, round, world.residential, &Decision { on: None, rows: Vec::new() }).await;
    assert_eq!(refused(late), "ratings-refused-closed");
    reopen(&leader, round).await.unwrap();
    close(&leader, round).await.unwrap();
    world.test.at(date(2026, 11, 9).at(8, 0, 0, 0));
    assert_eq!(refused(reopen(&leader, round).await), "ratings-refused-too-old");
}

#[rstest]
#[tokio::test]
async fn statement_38_the_committee_chooses_the_base(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let round = opened(&world).await;
    let office = world.acting_for(world.office).await;
    let system = leader_and_secretary(&world);
    for (cell, excellent) in cells(&world).into_iter().zip([9, 0, 0, 0]) {
        decided(&system, round, cell, excellent).await;
    }
    assert_eq!(refused(close(&office, round).await), "ratings-close-ceiling-good");
    let own = OverrideForm {
        organisation: world.ward,
        key: "ratings.excellent_ceiling_base".to_owned(),
        value: "all_rated".to_owned(),
        from: date(2026, 11, 1),
        to: None,
        reason: "Theo quy định của Thành ủy".to_owned(),
    };
    rules::set_override(&office, OverrideId(office.new_id()), &own).await.unwrap();
    let ceiling = close(&office, round).await.unwrap();
    assert_eq!((ceiling.base, ceiling.counted, ceiling.allowed), (CeilingBase::AllRated, 48, 9));
}

#[rstest]
#[tokio::test]
async fn statement_38_excellent_is_refused_without_points_and_share(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let round = opened(&world).await;
    let secretary = world.acting_for(world.secretary).await;
    let leader = world.acting_for(world.leader).await;
    let row =
        |n: usize, form: VoteForm| Voted { who: Who::Member(world.members[n]), id: step(&secretary), form };
    let short = vote_form(Level::Excellent, 89, 20);
    let few = VoteForm { tasks: tasks(2), ..vote_form(Level::Excellent, 95, 20) };
    let rows = vec![row(3, vote_form(Level::Excellent, 90, 20)), row(4, short), row(5, few)];
    let error = vote(&secretary, round, world.residential, &Vote { on: None, rows }).await.unwrap_err();
    let wrong = row_problems(&error).unwrap();
    let keys: Vec<_> = wrong.0.iter().map(|(who, problems)| (*who, problems.0[0].sentence.key)).collect();
    let expected = [
        (Who::Member(world.members[4]), "ratings-block-points"),
        (Who::Member(world.members[5]), "ratings-block-above"),
    ];
    assert_eq!(keys, expected);
    let sheet = cell_sheet(&secretary, world.residential, None).await.unwrap();
    assert!(sheet.lines.iter().all(|line| line.steps.is_empty()), "all or none");
    let too_many = row(3, vote_form(Level::Good, 80, 21));
    let error = vote(&secretary, round, world.residential, &Vote { on: None, rows: vec![too_many] }).await;
    assert_eq!(row_problems(&error.unwrap_err()).unwrap().0[0].1.0[0].field, "issued");

    let form =
        DecisionForm {
            level: Some(Level::Excellent), number: "15-QĐ/ĐU".to_owned(), reason: String::new()
        };
    let unheard = Decided { who: Who::Member(world.members[6]), id: step(&leader), form: form.clone() };
    let decision = Decision { on: None, rows: vec![unheard] };
    let error = decide(&leader, round, world.residential, &decision).await.unwrap_err();
    assert_eq!(row_problems(&error).unwrap().0[0].1.0[0].sentence.key, "ratings-block-points-missing");
    assert!(matches!(decide(&secretary, round, world.residential, &decision).await, Err(Error::Forbidden)));
    let elsewhere = Decided { who: Who::Member(world.agency_members[0]), id: step(&leader), form };
    let decision = Decision { on: None, rows: vec![elsewhere] };
    let error = decide(&leader, round, world.residential, &decision).await.unwrap_err();
    assert_eq!(row_problems(&error).unwrap().0[0].1.0[0].sentence.key, "ratings-not-rated-here");
}

#[rstest]
#[tokio::test]
async fn steps_are_taken_back_within_a_day_and_in_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let round = opened(&world).await;
    let member = world.acting_for(world.member).await;
    let secretary = world.acting_for(world.secretary).await;
    let leader = world.acting_for(world.leader).await;
    let me = Who::Member(world.members[5]);
    let (first, second) = (step(&member), step(&member));
    rate_self(&member, round, me, first, None, &self_form(Level::Good)).await.unwrap();
    rate_self(&member, round, me, second, None, &self_form(Level::Completed)).await.unwrap();
    take_back(&member, second).await.unwrap();
    take_back(&member, second).await.unwrap();
    let view = show(&member, round, me).await.unwrap();
    assert_eq!(view.step(StepKind::SelfRating).unwrap().id, first, "the one before stands again");
    let form =
        DecisionForm { level: None, number: "15".to_owned(), reason: "Mới chuyển đến".to_owned() };
    let id = step(&leader);
    let rows = vec![Decided { who: me, id, form }];
    decide(&leader, round, world.residential, &Decision { on: None, rows }).await.unwrap();
    assert_eq!(refused(take_back(&member, first).await), "ratings-refused-decided");
    assert!(matches!(take_back(&secretary, id).await, Err(Error::Forbidden)));
    let undone = show(&leader, round, me).await.unwrap().undone;
    assert_eq!(undone, [id]);
    take_back(&leader, id).await.unwrap();
    world.test.at(date(2026, 11, 9).at(8, 0, 0, 0));
    assert_eq!(refused(take_back(&member, first).await), "ratings-refused-too-old");
    assert_eq!(refused(withdraw_opening(&leader, round).await), "ratings-refused-too-old");
    let (came, gone) = count_anew(&leader, round, None).await.unwrap();
    assert_eq!((came, gone), (0, 0));
}

#[rstest]
#[tokio::test]
async fn a_cell_is_rated_on_its_own_facts(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.hold_meeting(date(2026, 11, 5)).await;
    world.test.at(date(2026, 12, 10).at(8, 0, 0, 0));
    let round = opened(&world).await;
    let secretary = world.acting_for(world.secretary).await;
    let cell = Who::Cell(world.residential);
    rate_self(&secretary, round, cell, step(&secretary), None, &self_form(Level::Good)).await.unwrap();
    let view = show(&secretary, round, cell).await.unwrap();
    assert_eq!(
        (view.rests.tasks.due, view.rests.tasks.late),
        (1, 1),
        "the task of November was not reported"
    );
    assert_eq!(view.rests.attendance.present, 18);
    assert_eq!(view.rests.year_grade, None::<Grade>);
    assert!(view.rated.is_none() && view.may.rate && !view.may.answer);
    let member = world.acting_for(world.member).await;
    assert!(matches!(show(&member, round, cell).await, Err(Error::NotFound)));
    let home = ratings::home(&member).await.unwrap();
    assert_eq!((home.own.len(), home.places.len()), (1, 0));
    assert!(!home.own[0].is_self_rated && home.member == Some(world.members[5]));
    let home = ratings::home(&secretary).await.unwrap();
    assert_eq!(home.places.iter().map(|one| one.id).collect::<Vec<_>>(), [world.residential]);
}

#[rstest]
#[tokio::test]
async fn a_commitment_is_written_by_the_member_and_checked_by_the_committee(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let member = world.acting_for(world.member).await;
    let secretary = world.acting_for(world.secretary).await;
    let stranger = world.acting_for(world.stranger).await;
    let me: MemberId = world.members[5];
    ratings::write_commitment(&member, me, 2026, "Học tập thường xuyên").await.unwrap();
    ratings::write_commitment(&member, me, 2026, "Học tập thường xuyên").await.unwrap();
    assert!(matches!(ratings::commitment(&stranger, me, 2026).await, Err(Error::NotFound)));
    assert!(matches!(
        ratings::write_commitment(&member, world.members[6], 2026, "x").await,
        Err(Error::NotFound)
    ));
    assert!(matches!(ratings::write_commitment(&member, me, 2024, "x").await, Err(Error::Invalid(_))));
    assert!(matches!(ratings::check_commitment(&member, me, 2026, "").await, Err(Error::Forbidden)));
    ratings::check_commitment(&secretary, me, 2026, "Đã thực hiện").await.unwrap();
    let view = ratings::commitment(&member, me, 2026).await.unwrap();
    assert!(view.own && !view.writes && !view.checks);
    assert_eq!(view.commitment.unwrap().check.unwrap().note, "Đã thực hiện");
    let again = ratings::write_commitment(&member, me, 2026, "Khác").await;
    assert_eq!(refused(again), "ratings-refused-checked");
    let all = ratings::commitments_of_cell(&secretary, world.residential, 2026).await.unwrap();
    assert_eq!(all.iter().filter(|one| one.commitment.is_some()).count(), 1);
    ratings::take_check_back(&secretary, me, 2026).await.unwrap();
    ratings::take_check_back(&secretary, me, 2026).await.unwrap();
    ratings::write_commitment(&member, me, 2026, "Khác").await.unwrap();
    let none = ratings::check_commitment(&secretary, world.members[6], 2026, "").await;
    assert!(matches!(none, Err(Error::Invalid(_))));
}
