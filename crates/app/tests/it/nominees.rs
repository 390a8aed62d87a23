//! The succession plan: put forward, agreed to, taken out; what was asked for is counted; each reading is noted.

use jiff::civil::{Date, date};
use nennep_app::{
    Ctx, Error,
    nominees::{self, NomineeForm},
    registers::Format,
};
use nennep_domain::{
    accounts::Office,
    ids::{MemberId, NomineeId, OrganisationId},
    nominees::{MakeUp, Target},
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

fn form(organisation: OrganisationId, member: MemberId) -> NomineeForm {
    NomineeForm {
        organisation,
        office: Office::Deputy,
        member,
        term: String::new(),
        manager: true,
        skilled: false,
        note: "Có năng lực".to_owned(),
        put_forward_on: date(2026, 10, 1),
    }
}

fn refused<T: std::fmt::Debug>(result: nennep_app::Result<T>) -> String {
    match result {
        Err(Error::Refused(refusal)) => refusal.code().to_owned(),
        other => panic!("{other:?}"),
    }
}

async fn put(ctx: &Ctx, form: &NomineeForm) -> NomineeId {
    let id = NomineeId(ctx.new_id());
    nominees::put_forward(ctx, id, form).await.unwrap();
    id
}

#[rstest]
#[tokio::test]
async fn a_member_is_put_forward_agreed_to_and_taken_out(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let own = form(world.residential, world.members[4]);
    let id = put(&secretary, &own).await;
    nominees::put_forward(&secretary, id, &own).await.unwrap();
    let again = NomineeId(secretary.new_id());
    assert_eq!(refused(nominees::put_forward(&secretary, again, &own).await), "nominees-refused-twice");
    let ahead = NomineeForm { put_forward_on: date(2030, 1, 1), ..own.clone() };
    assert!(matches!(nominees::put_forward(&secretary, again, &ahead).await, Err(Error::Invalid(_))));

    let plan = nominees::plan(&secretary, world.residential, None).await.unwrap();
    assert_eq!((plan.term.as_str(), plan.lines.len(), plan.keeps), ("2025-2030", 1, true));
    assert_eq!(plan.lines[0].kept.nominee.note, "Có năng lực");
    let day: Date = date(2026, 10, 20);
    for _ in 0..2 {
        nominees::agree(&secretary, id, Some(day)).await.unwrap();
    }
    assert!(matches!(nominees::agree(&secretary, id, Some(date(2026, 9, 1))).await, Err(Error::Invalid(_))));
    for _ in 0..2 {
        nominees::withdraw(&secretary, id, day).await.unwrap();
    }
    assert_eq!(refused(nominees::agree(&secretary, id, None).await), "nominees-refused-left");
    let second = put(&secretary, &own).await;
    assert_eq!(refused(nominees::put_back(&secretary, id).await), "nominees-refused-twice");
    nominees::withdraw(&secretary, second, day).await.unwrap();
    for _ in 0..2 {
        nominees::put_back(&secretary, id).await.unwrap();
    }
    let plan = nominees::plan(&secretary, world.residential, None).await.unwrap();
    assert_eq!(plan.lines.iter().filter(|one| one.kept.nominee.stands()).count(), 1);
    assert_eq!(plan.lines[0].kept.nominee.agreed_on, Some(day));
    let file = nominees::printed(&secretary, world.residential, None, Format::Pdf).await.unwrap();
    assert!(file.bytes.starts_with(b"%PDF"));
    let file = nominees::printed(&secretary, world.residential, None, Format::Xlsx).await.unwrap();
    assert!(file.bytes.starts_with(b"PK"));
}

#[rstest]
#[tokio::test]
async fn a_committee_asks_for_a_make_up_of_its_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let ask = async |of: MakeUp, count: u32, under_age: Option<u32>| {
        nominees::ask(&office, world.ward, "2025-2030", &Target { of, count, under_age }).await
    };
    ask(MakeUp::Women, 1, None).await.unwrap();
    ask(MakeUp::Managers, 2, Some(40)).await.unwrap();
    assert!(matches!(ask(MakeUp::Young, 2, None).await, Err(Error::Invalid(_))), "the young under what age");
    ask(MakeUp::Young, 1, Some(35)).await.unwrap();
    ask(MakeUp::Young, 0, None).await.unwrap();
    for member in &world.members[3..6] {
        put(&office, &form(world.residential, *member)).await;
    }
    // The same person for another office is one person.
    put(&office, &NomineeForm { office: Office::Secretary, ..form(world.residential, world.members[3]) })
        .await;
    put(&office, &NomineeForm { manager: false, ..form(world.ward, world.agency_members[3]) }).await;
    let plan = nominees::plan(&office, world.ward, Some("2025-2030")).await.unwrap();
    assert_eq!(plan.lines.len(), 5);
    let counts: Vec<_> =
        plan.targets.iter().map(|one| (one.target.of, one.target.count, one.reached)).collect();
    assert_eq!(counts.len(), 2);
    assert!(counts.contains(&(MakeUp::Managers, 2, 3)), "{counts:?}");
    assert!(plan.targets.iter().all(|one| one.target.under_age.is_none()));
    assert!(nominees::plan(&office, world.ward, Some("2030-2035")).await.unwrap().lines.is_empty());
    let found = nominees::people(&office, world.ward, "nguyễn").await.unwrap();
    assert!(!found.is_empty());
    assert!(nominees::people(&office, world.ward, " ").await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn the_plan_is_for_few_and_each_reading_is_noted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = put(&secretary, &form(world.residential, world.members[5])).await;
    let strange = NomineeId(secretary.new_id());
    for account in [world.member, world.administrator, world.stranger] {
        let ctx = world.acting_for(account).await;
        let plan = nominees::plan(&ctx, world.residential, None).await;
        assert!(matches!(plan, Err(Error::Forbidden)), "{account}");
        assert!(nominees::withdraw(&ctx, id, date(2026, 10, 2)).await.is_err());
        assert!(
            nominees::put_forward(&ctx, strange, &form(world.residential, world.members[6])).await.is_err()
        );
        let target = Target { of: MakeUp::Women, count: 1, under_age: None };
        assert!(nominees::ask(&ctx, world.residential, "2025-2030", &target).await.is_err());
        assert!(nominees::people(&ctx, world.residential, "an").await.is_err());
    }
    let leader = world.acting_for(world.leader).await;
    let seen = nominees::plan(&leader, world.ward, None).await.unwrap();
    assert_eq!(seen.lines.len(), 1);
    let mut tx = world.test.app.store.read().await.unwrap();
    let readings = nennep_store::events::readings_of(&mut tx, world.members[5], 10).await.unwrap();
    assert_eq!(readings.iter().map(|one| one.kind.as_str()).collect::<Vec<_>>(), ["member.nomination_read"]);
}
