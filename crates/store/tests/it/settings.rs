//! Settings and events.

use nennep_domain::ids::EventId;
use nennep_store::{
    Store, dialect,
    events::{self, Event},
    settings,
};
use nennep_testkit::{Engine, TestStore};
use rstest::rstest;

use crate::ground::{at, ground};

#[rstest]
#[tokio::test]
async fn a_setting_is_replaced(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let mut tx = ground.store.write().await.unwrap();
    assert_eq!(settings::find(&mut tx, "colour").await.unwrap(), None);
    settings::set(&mut tx, "colour", "đỏ").await.unwrap();
    settings::set(&mut tx, "colour", "son").await.unwrap();
    assert_eq!(settings::find(&mut tx, "colour").await.unwrap().as_deref(), Some("son"));
}

#[rstest]
#[tokio::test]
async fn events_come_back_newest_first(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let subject = ground.id();
    let mut tx = ground.store.write().await.unwrap();
    for (minute, kind) in [(1, "meeting.opened"), (2, "meeting.closed")] {
        let event = Event {
            id: EventId(ground.id()),
            at: at(20, minute),
            account: Some(ground.secretary()),
            kind: kind.to_owned(),
            organisation: Some(ground.cell()),
            subject: Some(subject),
            payload: serde_json::json!({ "count": minute }),
        };
        events::insert(&mut tx, &event).await.unwrap();
    }
    let listed = events::list_of(&mut tx, subject, 10).await.unwrap();
    let kinds: Vec<_> = listed.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, ["meeting.closed", "meeting.opened"]);
    assert_eq!(listed[0].payload["count"], 2);
    assert_eq!((listed[0].at, listed[0].organisation), (at(20, 2), Some(ground.cell())));
    assert_eq!(events::list_of(&mut tx, subject, 1).await.unwrap().len(), 1);
    assert!(events::latest(&mut tx).await.unwrap() >= Some(at(20, 2)));
}

#[rstest]
#[tokio::test]
async fn it_is_known_who_opened_a_file(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let member = ground.member(3);
    let mut tx = ground.store.write().await.unwrap();
    let told = [
        (1, "member.read", Some(ground.secretary())),
        (2, "member.identity_revealed", None),
        (3, "member.changed", Some(ground.secretary())),
    ];
    for (minute, kind, account) in told {
        let event = Event {
            id: EventId(ground.id()),
            at: at(9, minute),
            account,
            kind: kind.to_owned(),
            organisation: Some(ground.cell()),
            subject: Some(member.0),
            payload: serde_json::json!({}),
        };
        events::insert(&mut tx, &event).await.unwrap();
    }
    let readings = events::readings_of(&mut tx, member, 10).await.unwrap();
    let said: Vec<_> = readings.iter().map(|one| (one.at, one.kind.as_str(), one.name.is_empty())).collect();
    assert_eq!(said, [(at(9, 2), "member.identity_revealed", true), (at(9, 1), "member.read", false)]);
    assert!(events::readings_of(&mut tx, ground.member(4), 10).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn what_is_rehearsed_is_undone(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let test = TestStore::new(engine).await;
    let rehearsal = test.store.rehearsal();
    for _ in 0..2 {
        let mut tx = rehearsal.write().await.unwrap();
        assert_eq!(settings::find(&mut tx, "name").await.unwrap(), None);
        settings::set(&mut tx, "name", "thử").await.unwrap();
        assert_eq!(settings::find(&mut tx, "name").await.unwrap().as_deref(), Some("thử"));
        tx.commit().await.unwrap();
    }
    let mut tx = test.store.write().await.unwrap();
    settings::set(&mut tx, "name", "thật").await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = rehearsal.read().await.unwrap();
    assert_eq!(settings::find(&mut tx, "name").await.unwrap().as_deref(), Some("thật"));
}

#[rstest]
#[tokio::test]
async fn a_store_opens_again_as_it_was(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let test = TestStore::new(engine).await;
    let mut tx = test.store.write().await.unwrap();
    settings::set(&mut tx, "name", "Đảng bộ phường An Bình").await.unwrap();
    tx.commit().await.unwrap();
    let mut lost = test.store.write().await.unwrap();
    settings::set(&mut lost, "name", "chưa xong").await.unwrap();
    drop(lost);
    let location = test.store.location().clone();
    test.store.close().await;
    let again = Store::open(&location).await.unwrap();
    let mut tx = again.read().await.unwrap();
    let name = settings::find(&mut tx, "name").await.unwrap();
    assert_eq!(name.as_deref(), Some("Đảng bộ phường An Bình"), "what was not committed never was");
    assert!(dialect::size_bytes(&mut tx).await.unwrap() > 0);
    assert!(again.queries() >= 2);
}

#[rstest]
#[tokio::test]
async fn the_mark_changes_with_each_commit_and_only_then(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let test = TestStore::new(engine).await;
    let mark = async || dialect::change_mark(&mut test.store.read().await.unwrap()).await.unwrap();
    let first = mark().await;
    // PostgreSQL's snapshot speaks of its whole server, where other tests write too: there the mark may change more often.
    if engine == Engine::Sqlite {
        assert_eq!(mark().await, first, "reading changes nothing");
        drop(test.store.write().await.unwrap());
        assert_eq!(mark().await, first, "what was not committed changes nothing");
    }
    let mut tx = test.store.write().await.unwrap();
    settings::set(&mut tx, "name", "một").await.unwrap();
    let mut before = test.store.read().await.unwrap();
    let earlier = dialect::change_mark(&mut before).await.unwrap();
    tx.commit().await.unwrap();
    let second = mark().await;
    assert_ne!(second, earlier, "a commit changes the mark");
    assert_eq!(dialect::change_mark(&mut before).await.unwrap(), earlier, "an older state keeps its mark");
    let mut tx = test.store.write().await.unwrap();
    settings::set(&mut tx, "name", "hai").await.unwrap();
    tx.commit().await.unwrap();
    assert!(![earlier, second].contains(&mark().await));
}
