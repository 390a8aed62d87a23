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
    assert_eq!(rules::find_override(&mut tx, set.id).await.unwrap(), Some(set.clone()));
    assert_eq!(rules::find_override(&mut tx, OverrideId(ground.id())).await.unwrap(), None);
    let end = Some(date(2026, 12, 1));
    assert!(rules::end_override(&mut tx, set.id, end).await.unwrap());
    assert_eq!(rules::overrides(&mut tx).await.unwrap()[0].to, end);
    assert!(rules::end_override(&mut tx, set.id, None).await.unwrap());
    assert_eq!(rules::overrides(&mut tx).await.unwrap()[0].to, None);
    assert!(!rules::end_override(&mut tx, OverrideId(ground.id()), end).await.unwrap());
}
