//! The rules of a day, and committees' own values in their place.

use jiff::civil::date;
use nennep_app::{
    Error,
    rules::{self, OverrideForm},
};
use nennep_domain::{ids::OverrideId, rules::Value};
use nennep_testkit::{Engine, World};
use rstest::rstest;

const KEY: &str = "meetings.routine_minimum_minutes";

fn form(minutes: i64) -> OverrideForm {
    OverrideForm {
        key: KEY.to_owned(),
        value: Value::Integer(minutes),
        from: date(2026, 11, 1),
        to: None,
        reason: "Chi bộ ít đảng viên".to_owned(),
    }
}

#[rstest]
#[tokio::test]
async fn a_committee_sets_its_own_value(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let id = OverrideId(office.new_id());
    rules::set_override(&office, world.ward, id, form(75)).await.unwrap();
    rules::set_override(&office, world.ward, id, form(75)).await.unwrap();
    assert_eq!(rules::overrides(&office, world.ward).await.unwrap().len(), 1, "sent twice it is one");

    let on = date(2026, 11, 2);
    let here = rules::list(&office, on, Some(world.residential)).await.unwrap();
    let here = here.iter().find(|rule| rule.entry.key == KEY).unwrap();
    assert_eq!(here.entry.value, Value::Integer(90), "the national value stays beside it");
    assert_eq!(here.local.as_ref().unwrap().value, Value::Integer(75));
    let national = rules::list(&office, on, None).await.unwrap();
    assert!(national.iter().all(|rule| rule.local.is_none()));
    assert!(!rules::history(&office, KEY).await.unwrap().is_empty());
    assert!(matches!(rules::history(&office, "meetings.no_such").await, Err(Error::NotFound)));

    let second = rules::set_override(&office, world.ward, OverrideId(office.new_id()), form(80)).await;
    assert!(matches!(second, Err(Error::Invalid(_))), "two values never hold on one day");
    rules::end_override(&office, world.ward, id).await.unwrap();
    rules::end_override(&office, world.ward, id).await.unwrap();
    let after = rules::list(&office, on, Some(world.residential)).await.unwrap();
    assert!(after.iter().all(|rule| rule.local.is_none()));
}

#[rstest]
#[tokio::test]
async fn only_those_above_set_values(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    for account in [world.secretary, world.member, world.administrator] {
        let ctx = world.acting_for(account).await;
        let set = rules::set_override(&ctx, world.residential, OverrideId(ctx.new_id()), form(60)).await;
        assert!(matches!(set, Err(Error::Forbidden)));
    }
    let office = world.acting_for(world.office).await;
    let wrong = OverrideForm { reason: " ".to_owned(), ..form(60) };
    let refused = rules::set_override(&office, world.ward, OverrideId(office.new_id()), wrong).await;
    assert!(matches!(refused, Err(Error::Refused(_))));
}
