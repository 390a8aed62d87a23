//! Committees' own values of rules.

use jiff::civil::date;
use nennep_domain::{
    ids::OverrideId,
    rules::{Override, Value},
};
use nennep_store::rules;
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{at, ground};

#[rstest]
#[tokio::test]
async fn overrides_keep_value_author_and_reason(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let set = Override {
        id: OverrideId(ground.id()),
        organisation: ground.world.ward,
        key: "meetings.routine_minimum_minutes".to_owned(),
        value: Value::List(vec![Value::Integer(120), Value::Text("18:30".to_owned()), Value::Boolean(true)]),
        from: date(2026, 1, 1),
        to: None,
        reason: "Nghị quyết Đảng ủy phường".to_owned(),
        author: ground.world.office,
    };
    let mut tx = ground.store.write().await.unwrap();
    rules::insert_override(&mut tx, &set, at(9, 0)).await.unwrap();
    rules::insert_override(&mut tx, &set, at(9, 0)).await.unwrap();
    assert_eq!(rules::overrides(&mut tx).await.unwrap(), std::slice::from_ref(&set));
    assert!(!rules::end_override(&mut tx, set.id, date(2025, 12, 31)).await.unwrap(), "not before it begins");
    assert!(rules::end_override(&mut tx, set.id, date(2026, 12, 1)).await.unwrap());
    assert!(!rules::end_override(&mut tx, set.id, date(2026, 12, 1)).await.unwrap());
    assert_eq!(rules::overrides(&mut tx).await.unwrap()[0].to, Some(date(2026, 12, 1)));
}
