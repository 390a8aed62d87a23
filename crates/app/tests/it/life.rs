//! Deeds in a member's life: admitted, recognised, transferred, exempt, gone; taken back within a day; handed over between cells.

use jiff::civil::{Date, date};
use nennep_app::{
    Ctx, Error, dues,
    members::{
        self,
        life::{self, Planned, TransferForm},
    },
    registers,
};
use nennep_domain::{
    dues::{DuesCategory, PaymentWay},
    ids::{DeedId, MemberId, OrganisationId, TransferId},
    members::{
        MemberGrade, StandingState,
        life::{Destination, LifeDeed},
        register::Field,
    },
};
use nennep_store::members as store;
use nennep_testkit::{Engine, World};
use rstest::rstest;

use crate::deeds::decision;

const TODAY: Date = date(2026, 11, 2);

fn planned(member: MemberId, deed: LifeDeed, on: Date) -> Planned {
    Planned { member, deed, on, decision: decision(on) }
}

async fn done(ctx: &Ctx, member: MemberId, deed: LifeDeed, on: Date) -> nennep_app::Result<DeedId> {
    let id = DeedId(ctx.new_id());
    life::perform(ctx, id, &planned(member, deed, on)).await.map(|()| id)
}

fn refused<T: std::fmt::Debug>(result: nennep_app::Result<T>) -> String {
    match result {
        Err(Error::Refused(refusal)) => refusal.code().to_owned(),
        other => panic!("{other:?}"),
    }
}

/// Where a member stands on a day: cell, grade, state.
async fn stands(
    world: &World,
    member: MemberId,
    on: Date,
) -> Vec<(OrganisationId, MemberGrade, StandingState)> {
    let mut tx = world.test.app.store.read().await.unwrap();
    let standings = store::standings_of(&mut tx, member).await.unwrap();
    standings.iter().filter(|one| one.holds_on(on)).map(|one| (one.cell, one.grade, one.state)).collect()
}

#[rstest]
#[tokio::test]
async fn a_transfer_is_handed_over_and_nobody_is_in_two_places(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (member, secretary) = (world.members[0], world.acting_for(world.secretary).await);
    let receiving = world.acting_for(world.stranger).await;
    let form = |ctx: &Ctx| TransferForm {
        id: TransferId(ctx.new_id()),
        member,
        to: Destination::Cell(world.agency),
        introduced_on: date(2026, 10, 20),
        decision: decision(date(2026, 10, 15)),
    };
    let first = form(&secretary);
    life::introduce(&secretary, &first).await.unwrap();
    life::introduce(&secretary, &first).await.unwrap();
    assert_eq!(
        refused(life::introduce(&secretary, &form(&secretary)).await),
        "life-refused-transfer-underway"
    );
    let open = life::open_transfers(&receiving).await.unwrap();
    assert_eq!((open.len(), open[0].receives, open[0].withdraws), (1, true, false));
    let here = (world.residential, MemberGrade::Official, StandingState::Active);
    assert_eq!(stands(&world, member, TODAY).await, [here], "until received the member stays");

    assert!(matches!(life::receive(&secretary, first.id, TODAY).await, Err(Error::Forbidden)));
    let early = life::receive(&receiving, first.id, date(2026, 10, 19)).await;
    assert_eq!(refused(early), "life-refused-transfer-before-introduction");
    life::receive(&receiving, first.id, date(2026, 11, 1)).await.unwrap();
    life::receive(&receiving, first.id, date(2026, 11, 1)).await.unwrap();
    assert_eq!(stands(&world, member, date(2026, 10, 31)).await, [here]);
    let there = (world.agency, MemberGrade::Official, StandingState::Active);
    assert_eq!(stands(&world, member, date(2026, 11, 1)).await, [there]);
    let mut tx = world.test.app.store.read().await.unwrap();
    let held = nennep_store::offices::of_member(&mut tx, member).await.unwrap();
    assert_eq!(held[0].to_on, Some(date(2026, 11, 1)), "the office in the cell left has ended");
    drop(tx);
    assert!(life::open_transfers(&receiving).await.unwrap().is_empty());

    let deed = life::list(&receiving, member).await.unwrap();
    assert!(deed[0].can_be_taken_back);
    life::take_back(&receiving, member, deed[0].recorded.id).await.unwrap();
    life::take_back(&receiving, member, deed[0].recorded.id).await.unwrap_err();
    assert_eq!(stands(&world, member, TODAY).await, [here], "taken back, the member is where he was");
    assert_eq!(life::open_transfers(&receiving).await.unwrap().len(), 1);
    let secretary = world.acting_for(world.secretary).await;
    life::withdraw(&secretary, first.id).await.unwrap();
    life::withdraw(&secretary, first.id).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn statement_33_recognition_counts_from_the_end_of_the_probation(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (member, secretary) = (world.members[20], world.acting_for(world.secretary).await);
    let early = done(&secretary, member, LifeDeed::Recognise, TODAY).await;
    assert_eq!(refused(early), "life-refused-probation-not-over");
    world.test.at(date(2027, 3, 10).at(8, 0, 0, 0));
    let id = done(&secretary, member, LifeDeed::Recognise, date(2027, 3, 10)).await.unwrap();
    let on = async |day| stands(&world, member, day).await[0].1;
    assert_eq!(on(date(2027, 1, 19)).await, MemberGrade::Probationary);
    assert_eq!(on(date(2027, 1, 20)).await, MemberGrade::Official);
    let profile = async || {
        let mut tx = world.test.app.store.read().await.unwrap();
        store::find(&mut tx, member).await.unwrap().unwrap().profile
    };
    assert_eq!(profile().await.official_on.unwrap().date, date(2027, 1, 20));
    life::take_back(&secretary, member, id).await.unwrap();
    assert_eq!(on(date(2027, 1, 20)).await, MemberGrade::Probationary);
    assert_eq!(profile().await.official_on, None);
}

#[rstest]
#[tokio::test]
async fn states_follow_one_another_and_the_roll_of_yesterday_stays(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (member, secretary) = (world.members[6], world.acting_for(world.secretary).await);
    let exempt = LifeDeed::Exempt { until: Some(date(2027, 5, 1)), reason: "Tuổi cao".to_owned() };
    let said = life::preview(&secretary, &planned(member, exempt.clone(), date(2026, 10, 1))).await.unwrap();
    let keys: Vec<_> = said.iter().map(|sentence| sentence.key).collect();
    assert_eq!(keys, ["life-becomes-ended", "life-becomes-begun"]);
    done(&secretary, member, exempt, date(2026, 10, 1)).await.unwrap();
    let state = async |day| stands(&world, member, day).await.first().map(|one| one.2);
    assert_eq!(state(date(2026, 9, 30)).await, Some(StandingState::Active));
    assert_eq!(state(date(2026, 10, 1)).await, Some(StandingState::Exempt));
    let before = done(&secretary, member, LifeDeed::Resume, date(2026, 9, 30)).await;
    assert_eq!(refused(before), "life-refused-later-change");
    done(&secretary, member, LifeDeed::Die, date(2026, 10, 20)).await.unwrap();
    assert_eq!(state(date(2026, 10, 20)).await, None);
    assert_eq!(refused(done(&secretary, member, LifeDeed::Resume, TODAY).await), "life-refused-deceased");
    let to_come = done(&secretary, world.members[7], LifeDeed::Resign, date(2026, 11, 3)).await;
    assert!(matches!(to_come, Err(Error::Invalid(_))));
    let filter = members::Filter {
        within: world.residential,
        on: Some(date(2026, 9, 30)),
        words: "",
        state: None,
        grade: None,
        after: None,
        limit: 100,
    };
    assert_eq!(members::list(&secretary, filter).await.unwrap().len(), 22);
}

#[rstest]
#[tokio::test]
async fn who_keeps_neither_cell_changes_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let member = world.members[6];
    let leader = world.acting_for(world.leader).await;
    assert!(matches!(done(&leader, member, LifeDeed::Resign, TODAY).await, Err(Error::Forbidden)));
    let stranger = world.acting_for(world.stranger).await;
    assert!(matches!(done(&stranger, member, LifeDeed::Resign, TODAY).await, Err(Error::NotFound)));
    let secretary = world.acting_for(world.secretary).await;
    let transfer = LifeDeed::Transfer { to: world.school };
    let alone = done(&secretary, member, transfer.clone(), TODAY).await;
    assert!(matches!(alone, Err(Error::Forbidden)), "one cell alone does not move a member into another");
    let office = world.acting_for(world.office).await;
    done(&office, member, transfer, TODAY).await.unwrap();
    assert_eq!(stands(&world, member, TODAY).await[0].0, world.school);
}

#[rstest]
#[tokio::test]
async fn a_transfer_leads_nowhere_once_the_member_went_elsewhere(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (member, secretary) = (world.members[6], world.acting_for(world.secretary).await);
    let (receiving, office) = (world.acting_for(world.stranger).await, world.acting_for(world.office).await);
    let form = TransferForm {
        id: TransferId(secretary.new_id()),
        member,
        to: Destination::Cell(world.agency),
        introduced_on: date(2026, 10, 20),
        decision: decision(date(2026, 10, 15)),
    };
    life::introduce(&secretary, &form).await.unwrap();
    done(&office, member, LifeDeed::Transfer { to: world.school }, date(2026, 10, 25)).await.unwrap();
    assert!(life::open_transfers(&receiving).await.unwrap().is_empty(), "it was withdrawn with the deed");
    let late = life::receive(&receiving, form.id, TODAY).await;
    assert_eq!(refused(late), "life-refused-transfer-withdrawn");
    assert_eq!(stands(&world, member, TODAY).await[0].0, world.school);
    assert!(
        matches!(life::introduce(&secretary, &form).await, Err(Error::NotFound)),
        "it is no longer theirs to give"
    );
}

#[rstest]
#[tokio::test]
async fn the_same_id_is_the_same_deed_or_is_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (member, secretary) = (world.members[6], world.acting_for(world.secretary).await);
    let exempt = |reason: &str| LifeDeed::Exempt { until: None, reason: reason.to_owned() };
    let id = done(&secretary, member, exempt("Tuổi cao"), TODAY).await.unwrap();
    let again = |member, deed, on| {
        let (secretary, planned) = (secretary.clone(), planned(member, deed, on));
        async move { life::perform(&secretary, id, &planned).await }
    };
    again(member, exempt("Tuổi cao"), TODAY).await.unwrap();
    assert_eq!(refused(again(member, exempt("Bệnh"), TODAY).await), "life-refused-id-used");
    assert_eq!(refused(again(world.members[7], exempt("Tuổi cao"), TODAY).await), "life-refused-id-used");
    life::take_back(&secretary, member, id).await.unwrap();
    assert_eq!(
        refused(again(member, exempt("Tuổi cao"), TODAY).await),
        "life-refused-id-used",
        "taken back it is gone"
    );
}

#[rstest]
#[tokio::test]
async fn probation_counts_from_the_ceremony_and_an_admission_taken_back_leaves_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let typed = members::Typed::from([(Field::FullName, "Đinh Thị Kết Nạp".to_owned())]);
    let admit = |member| Planned {
        member,
        deed: LifeDeed::Admit { cell: world.residential },
        on: date(2026, 10, 20),
        decision: decision(date(2026, 9, 25)),
    };
    let (first, mistaken) = (MemberId(secretary.new_id()), DeedId(secretary.new_id()));
    life::admit(&secretary, mistaken, &admit(first), &typed).await.unwrap();
    let month = "2026-11".parse().unwrap();
    let pays =
        dues::BasisForm { from: month, category: DuesCategory::Student, dong: None, note: String::new() };
    dues::state(&secretary, first, &pays).await.unwrap();
    assert_eq!(
        dues::pay_all(&secretary, world.residential, month, &[first], TODAY, PaymentWay::Cash).await.unwrap(),
        1
    );
    let written_about = life::take_back(&secretary, first, mistaken).await;
    assert_eq!(refused(written_about), "life-refused-written-about", "a receipt outlives a deed");
    assert_eq!(stands(&world, first, TODAY).await.len(), 1, "nothing is half done");
    for kind in registers::Kind::ALL {
        let written = registers::of_cell(&secretary, world.residential, kind, None, registers::Format::Xlsx);
        assert!(written.await.unwrap().file_name.starts_with(kind.as_str()));
    }
    let (first, mistaken) = (MemberId(secretary.new_id()), DeedId(secretary.new_id()));
    let other = members::Typed::from([(Field::FullName, "Đinh Thị Nhầm Lẫn".to_owned())]);
    life::admit(&secretary, mistaken, &admit(first), &other).await.unwrap();
    dues::state(&secretary, first, &pays).await.unwrap();
    life::take_back(&secretary, first, mistaken).await.unwrap();
    assert!(stands(&world, first, TODAY).await.is_empty());
    let member = MemberId(secretary.new_id());
    life::admit(&secretary, DeedId(secretary.new_id()), &admit(member), &other).await.unwrap();
    world.test.at(date(2027, 10, 25).at(8, 0, 0, 0));
    let early = done(&secretary, member, LifeDeed::Recognise, date(2027, 10, 19)).await;
    assert_eq!(
        refused(early),
        "life-refused-probation-not-over",
        "a year from the ceremony, not from the decision"
    );
    done(&secretary, member, LifeDeed::Recognise, date(2027, 10, 25)).await.unwrap();
    let grade = async |day| stands(&world, member, day).await[0].1;
    assert_eq!(grade(date(2027, 10, 19)).await, MemberGrade::Probationary);
    assert_eq!(grade(date(2027, 10, 20)).await, MemberGrade::Official);
}

#[rstest]
#[tokio::test]
async fn two_cells_never_take_a_member_at_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (member, office) = (world.members[6], world.acting_for(world.office).await);
    let to = |cell| {
        let (office, planned) = (office.clone(), planned(member, LifeDeed::Transfer { to: cell }, TODAY));
        async move { life::perform(&office, DeedId(office.new_id()), &planned).await }
    };
    let (one, two, three) = tokio::join!(to(world.school), to(world.company), to(world.agency));
    assert!(
        one.is_ok() && two.is_ok() && three.is_ok(),
        "one after the other, each from where the member was"
    );
    assert_eq!(stands(&world, member, TODAY).await.len(), 1, "and in the end in one place");
}
