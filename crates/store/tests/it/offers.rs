//! What members said they can and would like to do.

use jiff::civil::date;
use nennep_domain::{
    ids::EventId,
    offers::{Offer, Said},
    time::Instant,
};
use nennep_store::{events, offers};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::ground;

#[rstest]
#[tokio::test]
async fn an_offer_is_kept_changed_and_erased_without_trace(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let (member, today) = (ground.member(5), date(2026, 11, 5));
    let at = Instant::from_local(today.at(8, 0, 0, 0));
    let said = Said {
        skills: vec!["law".to_owned(), "building".to_owned()],
        kinds: vec!["people".to_owned()],
        words: "Sửa xe máy".to_owned(),
        hours_a_month: Some(5),
        nothing: false,
    };
    let first = Offer { member, said, said_at: at };
    let nothing = Said { nothing: true, ..Said::default() };
    let second = Offer { member, said: nothing, said_at: at.plus_minutes(5) };
    let mut tx = ground.store.write().await.unwrap();
    assert_eq!(offers::find(&mut tx, member).await.unwrap(), None);
    offers::save(&mut tx, &first).await.unwrap();
    assert_eq!(offers::find(&mut tx, member).await.unwrap().as_ref(), Some(&first));
    let of_cell = offers::of_cell(&mut tx, ground.cell(), today).await.unwrap();
    assert_eq!((of_cell.len(), &of_cell[0].1), (1, &first));
    assert!(!of_cell[0].0.is_empty());
    assert!(offers::of_cell(&mut tx, ground.world.agency, today).await.unwrap().is_empty());
    offers::save(&mut tx, &second).await.unwrap();
    assert_eq!(offers::find(&mut tx, member).await.unwrap(), Some(second));
    for (kind, subject) in
        [("offer.read", member.0), ("offers.read", ground.cell().0), ("member.read", member.0)]
    {
        let event = events::Event {
            id: EventId(ground.id()),
            at,
            account: Some(ground.secretary()),
            kind: kind.to_owned(),
            organisation: Some(ground.cell()),
            subject: Some(subject),
            payload: serde_json::json!({}),
        };
        events::insert(&mut tx, &event).await.unwrap();
    }
    let read = offers::readings(&mut tx, member, ground.cell(), at).await.unwrap();
    assert_eq!((read.len(), read[0].0), (2, at));
    let later = offers::readings(&mut tx, member, ground.cell(), at.plus_minutes(1)).await.unwrap();
    assert!(later.is_empty());
    assert!(offers::erase(&mut tx, member).await.unwrap());
    assert!(!offers::erase(&mut tx, member).await.unwrap());
    assert_eq!(offers::find(&mut tx, member).await.unwrap(), None);
}
