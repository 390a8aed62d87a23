//! Offices and their terms.

use jiff::civil::date;
use nennep_domain::{
    accounts::{Office, OfficeTerm},
    ids::OfficeId,
};
use nennep_store::offices;
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{at, ground};

#[rstest]
#[tokio::test]
async fn offices_are_held_from_day_to_day(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let today = date(2026, 11, 5);
    let mut tx = ground.store.write().await.unwrap();
    let held = offices::held_by(&mut tx, ground.secretary(), today).await.unwrap();
    assert_eq!(offices::of_member(&mut tx, ground.member(0)).await.unwrap(), held);
    assert_eq!(
        held.iter().map(|term| (term.office, term.organisation)).collect::<Vec<_>>(),
        [(Office::Secretary, ground.cell())]
    );
    assert!(offices::held_by(&mut tx, ground.secretary(), date(2025, 6, 30)).await.unwrap().is_empty());
    let by_account = offices::held_by(&mut tx, ground.world.office, today).await.unwrap();
    assert_eq!(by_account[0].office, Office::OrganisationOffice);
    let holders = offices::holders(&mut tx, ground.cell(), today).await.unwrap();
    assert_eq!(holders.len(), 4);
    assert!(holders.iter().all(|holder| !holder.name.is_empty()));
    assert_eq!(offices::holders_within(&mut tx, ground.world.ward, today).await.unwrap().len(), 10);

    let successor = OfficeTerm {
        id: OfficeId(ground.id()),
        organisation: ground.cell(),
        office: Office::Secretary,
        member: Some(ground.member(1)),
        account: None,
        from_on: today,
        to_on: None,
        basis: "Quyết định chỉ định".to_owned(),
    };
    assert!(offices::end(&mut tx, held[0].id, today).await.unwrap());
    assert!(!offices::end(&mut tx, held[0].id, today).await.unwrap());
    offices::insert_many(&mut tx, std::slice::from_ref(&successor), at(9, 0), Some(ground.secretary()))
        .await
        .unwrap();
    assert!(offices::held_by(&mut tx, ground.secretary(), today).await.unwrap().is_empty());
    assert_eq!(offices::find(&mut tx, successor.id).await.unwrap(), Some(successor));
    let ever = offices::of_member(&mut tx, ground.member(0)).await.unwrap();
    assert_eq!(
        ever.iter().map(|term| term.id).collect::<Vec<_>>(),
        [held[0].id],
        "what was held stays known"
    );
    let before = offices::find(&mut tx, held[0].id).await.unwrap().unwrap();
    assert_eq!(before.to_on, Some(today));

    // An ending entered by mistake is taken back, and so is a term entered by mistake.
    assert!(offices::take_back(&mut tx, before.id, at(9, 0)).await.is_ok_and(|done| !done));
    assert!(offices::reopen(&mut tx, before.id).await.unwrap());
    assert!(!offices::reopen(&mut tx, before.id).await.unwrap());
    let history = offices::history(&mut tx, ground.cell(), 50).await.unwrap();
    assert_eq!(history.len(), 5);
    assert_eq!(history[0].term.from_on, today, "latest first");
    let of_account = offices::of_account(&mut tx, ground.secretary()).await.unwrap();
    assert_eq!(of_account.iter().map(|term| term.id).collect::<Vec<_>>(), [before.id]);
    assert!(offices::take_back(&mut tx, history[0].term.id, at(9, 0)).await.unwrap());
    assert_eq!(offices::history(&mut tx, ground.cell(), 50).await.unwrap().len(), 4);
    let both = [ground.cell(), ground.world.agency];
    assert_eq!(offices::holders_of(&mut tx, &both, today).await.unwrap().len(), 5);
}
