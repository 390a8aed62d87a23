//! Pages that are drawn once for a state of the store: given again from memory, but never to another reader, in another
//! language, after a change, or after the minute.

use axum::http::StatusCode;
use jiff::civil::date;
use nennep_app::{accounts, meetings};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::asking::House;

#[rstest]
#[tokio::test]
async fn nothing_is_given_again_that_is_not_so_any_more(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let house = House::new(engine).await;
    let world = &house.world;
    let path = format!("/meetings/{}", world.call_meeting(date(2026, 11, 5)).await);
    let mut secretary = house.signed_in(world.secretary).await;
    let first = secretary.get(&path).await;
    assert_eq!(secretary.get(&path).await.body, first.body);
    let leader = house.signed_in(world.leader).await;
    assert_ne!(leader.get(&path).await.body, first.body, "each reads their own page");
    first.says(&["lang=\"vi\""]);
    let mut english = house.browser();
    english.cookie = format!("{}; language=en", secretary.cookie);
    english.get(&path).await.says(&["lang=\"en\""]);
    let grid = leader.get("/months").await;
    world.hold_meeting(date(2026, 10, 5)).await;
    let held = "Chi bộ Tổ dân phố số 5, tháng 10/2026: sinh hoạt ngày 05/10/2026";
    assert!(!grid.page().contains(held));
    leader.get("/months").await.says(&[held]);
    let ctx = world.acting_for(world.secretary).await;
    for session in accounts::sessions(&ctx).await.unwrap() {
        accounts::end_session(&ctx, session.id).await.unwrap();
    }
    assert_eq!(secretary.get(&path).await.status, StatusCode::SEE_OTHER, "an ended session reads nothing");
    secretary.cookie.clear();
    assert_eq!(secretary.get(&path).await.status, StatusCode::SEE_OTHER);
}

/// On SQLite alone: whatever else the PostgreSQL server of the tests does counts there as a change.
#[tokio::test]
async fn a_page_costs_one_question_until_the_store_changes_or_the_minute_is_over() {
    let house = House::new(Engine::Sqlite).await;
    let world = &house.world;
    let meeting = world.call_meeting(date(2026, 11, 5)).await;
    let path = format!("/meetings/{meeting}");
    let secretary = house.signed_in(world.secretary).await;
    let store = &world.test.app.store;
    let asked = async || {
        let before = store.queries();
        secretary.get(&path).await.says(&["lang=\"vi\""]);
        store.queries() - before
    };
    let drawn = asked().await;
    assert!(drawn > 5, "{drawn} questions draw the page");
    // Reading the notice is noted once, which is a change.
    asked().await;
    assert_eq!(asked().await, 1, "its state alone is asked for");
    let ctx = world.acting_for(world.secretary).await;
    meetings::cancel(&ctx, meeting, "Bão").await.unwrap();
    assert!(asked().await > 5, "the meeting changed");
    asked().await;
    assert_eq!(asked().await, 1);
    world.test.at(world.test.app.now().plus_minutes(1).local());
    assert!(asked().await > 1, "the minute is over");
}
