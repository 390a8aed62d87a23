//! Signs: what the register says wants attention, to those whose business it is.

use jiff::civil::date;
use nennep_app::{Error, members::life, signs};
use nennep_domain::{
    ids::{DeedId, OrganisationId},
    members::life::LifeDeed,
    signs::SignKind,
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

use crate::deeds::decision;

async fn kinds(
    world: &World,
    ctx: &nennep_app::Ctx,
    within: OrganisationId,
) -> Vec<(SignKind, Option<String>)> {
    let found = signs::list(ctx, Some(within)).await.unwrap();
    assert!(found.iter().all(|one| one.organisation.id != world.ward));
    found.into_iter().map(|one| (one.sign.kind, one.name)).collect()
}

#[rstest]
#[tokio::test]
async fn a_sign_appears_with_its_facts_and_goes_with_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.test.at(date(2026, 10, 20).at(8, 0, 0, 0));
    let office = world.acting_for(world.office).await;
    // Statement 27: nine official members and no cell committee; the company's five need none, but a secretary.
    let agency = kinds(&world, &office, world.agency).await;
    assert!(agency.iter().any(|(kind, _)| *kind == SignKind::CommitteeExpected), "{agency:?}");
    let company = kinds(&world, &office, world.company).await;
    assert_eq!(company.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), [SignKind::NoSecretary]);

    // Statement 26: three of five leave, two remain.
    let listed = {
        let mut tx = world.test.app.store.read().await.unwrap();
        nennep_store::members::roll_on(&mut tx, world.company, date(2026, 10, 1)).await.unwrap()
    };
    for (n, gone) in listed.iter().take(3).enumerate() {
        let on = date(2026, 10, 10 + i8::try_from(n).unwrap());
        let planned =
            life::Planned { member: gone.member, deed: LifeDeed::Resign, on, decision: decision(on) };
        life::perform(&office, DeedId(office.new_id()), &planned).await.unwrap();
    }
    let company = kinds(&world, &office, world.company).await;
    assert_eq!(company[0].0, SignKind::TooFewOfficial, "the heaviest comes first");

    // Statement 32: the probation that began on 20 January 2026 ends a year later.
    let residential = kinds(&world, &office, world.residential).await;
    assert!(residential.iter().all(|(kind, _)| *kind != SignKind::RecognitionDue), "not three months before");
    world.test.at(date(2026, 10, 25).at(8, 0, 0, 0));
    let office = world.acting_for(world.office).await;
    let due = kinds(&world, &office, world.residential).await;
    let due: Vec<_> = due.into_iter().filter(|(kind, _)| *kind == SignKind::RecognitionDue).collect();
    assert_eq!(due.len(), 2);
    assert!(due.iter().all(|(_, name)| name.is_some()));
}

#[rstest]
#[tokio::test]
async fn signs_are_for_those_who_open_the_files(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let own = signs::list(&secretary, None).await.unwrap();
    let before = signs::list_on(&secretary, None, Some(date(2025, 12, 31))).await.unwrap();
    assert!(
        before.iter().all(|one| one.sign.kind != SignKind::RecognitionDue),
        "nobody was on probation then"
    );
    let to_come = signs::list_on(&secretary, None, Some(date(2100, 1, 1))).await.unwrap();
    assert_eq!(to_come, own, "a day to come is today");
    assert!(own.iter().all(|one| one.organisation.id == world.residential));
    assert!(matches!(signs::list(&secretary, Some(world.agency)).await, Err(Error::Forbidden)));
    let member = world.acting_for(world.member).await;
    assert!(matches!(signs::list(&member, None).await, Err(Error::Forbidden)));
    let leader = world.acting_for(world.leader).await;
    let all = signs::list(&leader, None).await.unwrap();
    assert!(all.iter().any(|one| one.organisation.id == world.company));
    assert!(all.windows(2).all(|two| two[0].sign.weight <= two[1].sign.weight));
}
