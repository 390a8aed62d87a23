//! The succession plan.

use jiff::civil::date;
use nennep_domain::{
    accounts::Office,
    ids::NomineeId,
    nominees::{MakeUp, Nominee, Target},
};
use nennep_store::nominees;
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::ground;

#[rstest]
#[tokio::test]
async fn a_plan_is_kept_by_term(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let world = &ground.world;
    let at = world.test.app.now();
    let one = Nominee {
        id: NomineeId(ground.id()),
        organisation: ground.cell(),
        office: Office::Secretary,
        member: world.members[4],
        term: "2025-2030".to_owned(),
        manager: true,
        skilled: false,
        note: String::new(),
        put_forward_on: date(2026, 9, 1),
        agreed_on: None,
        withdrawn_on: None,
    };
    let mut tx = ground.store.write().await.unwrap();
    assert!(nominees::insert(&mut tx, &one, at, Some(world.office)).await.unwrap());
    let twice = Nominee { id: NomineeId(ground.id()), ..one.clone() };
    assert!(!nominees::insert(&mut tx, &twice, at, None).await.unwrap(), "stands in it already");
    assert_eq!(nominees::find(&mut tx, one.id).await.unwrap().unwrap().nominee, one);
    assert!(nominees::find(&mut tx, twice.id).await.unwrap().is_none());
    let agreed = Some(date(2026, 9, 9));
    assert!(nominees::set_agreed(&mut tx, one.id, agreed).await.unwrap());
    assert!(nominees::withdraw(&mut tx, one.id, date(2026, 10, 1)).await.unwrap());
    assert!(!nominees::withdraw(&mut tx, one.id, date(2026, 10, 2)).await.unwrap());
    assert!(!nominees::set_agreed(&mut tx, one.id, None).await.unwrap());
    assert!(nominees::insert(&mut tx, &twice, at, None).await.unwrap(), "again, after the first left");
    assert!(!nominees::put_back(&mut tx, one.id).await.unwrap());
    let listed = nominees::list(&mut tx, &[ground.cell(), world.school], "2025-2030").await.unwrap();
    assert_eq!(listed.iter().map(|kept| kept.nominee.id).collect::<Vec<_>>(), [twice.id, one.id]);
    assert!(listed.iter().all(|kept| kept.person.is_woman.is_some() && !kept.name.is_empty()));
    assert!(nominees::list(&mut tx, &[ground.cell()], "2030-2035").await.unwrap().is_empty());
    assert!(nominees::withdraw(&mut tx, twice.id, date(2026, 10, 3)).await.unwrap());
    assert!(nominees::put_back(&mut tx, one.id).await.unwrap());

    let young = Target { of: MakeUp::Young, count: 3, under_age: Some(40) };
    let by = (at, Some(world.office));
    nominees::save_target(&mut tx, world.ward, "2025-2030", &young, by).await.unwrap();
    let more = Target { count: 4, ..young };
    nominees::save_target(&mut tx, world.ward, "2025-2030", &more, by).await.unwrap();
    let kept = nominees::targets(&mut tx, world.ward, "2025-2030").await.unwrap();
    assert_eq!(kept, std::slice::from_ref(&more));
    let none = Target { count: 0, ..more };
    nominees::save_target(&mut tx, world.ward, "2025-2030", &none, by).await.unwrap();
    assert!(nominees::targets(&mut tx, world.ward, "2025-2030").await.unwrap().is_empty());
}
