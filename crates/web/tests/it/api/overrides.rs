//! A committee's own value of a rule: set, ended on a day, let hold on, withdrawn; each as the page does it.

use serde_json::{Value, json};

use nennep_testkit::Engine;

use crate::asking::{House, Program};

const KEY: &str = "meetings.routine_minimum_minutes";

/// The committee's own value as the list of them shows it: its id, first day and end.
async fn listed(program: &Program<'_>) -> Vec<(String, String, Value)> {
    let list = program.get(&format!("/rules/{KEY}/overrides")).await.value();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let one = |own: &Value| (text(&own["id"]), text(&own["from"]), own["to"].clone());
    list.as_array().unwrap().iter().map(one).collect()
}

/// The value that holds in the school's cell on a day, in place of the national one.
async fn holding(program: &Program<'_>, house: &House, on: &str) -> Value {
    let path = format!("/rules?on={on}&organisation={}", house.world.school);
    let rules = program.get(&path).await.value();
    let rule = rules.as_array().unwrap().iter().find(|rule| rule["key"] == KEY).unwrap().clone();
    assert_eq!(rule["value"], 90, "the national value stands beside it");
    rule["local"]["value"].clone()
}

#[tokio::test]
async fn an_own_value_is_set_ended_on_a_day_and_let_hold_on() {
    let house = House::new(Engine::Sqlite).await;
    let office = house.program(house.world.office).await;
    let id = house.world.test.app.new_id();
    let path = format!("/organisations/{}/overrides/{id}", house.world.ward);
    let set = json!({ "key": KEY, "value": 75, "from": "2026-11-01", "reason": "Chi bộ ít đảng viên" });
    office.put(&path, set.clone()).await.value();
    office.put(&path, set).await.value();
    assert_eq!(listed(&office).await, [(id.to_string(), "2026-11-01".to_owned(), Value::Null)]);
    assert_eq!(holding(&office, &house, "2026-12-31").await, 75);
    for _ in 0..2 {
        office.post(&format!("{path}/end"), json!({ "to": "2026-12-01" })).await.value();
        assert_eq!(listed(&office).await[0].2, "2026-12-01", "ended on the day that was asked for");
    }
    assert_eq!(holding(&office, &house, "2026-11-30").await, 75);
    assert_eq!(holding(&office, &house, "2026-12-01").await, Value::Null);
    let early = office.post(&format!("{path}/end"), json!({ "to": "2026-10-31" })).await;
    assert_eq!(early.refused(422), "invalid");
    assert_eq!(early.json()["errors"][0]["code"], "rules-override-ends-before");
    office.delete(&format!("{path}/end")).await.value();
    assert_eq!(holding(&office, &house, "2026-12-01").await, 75, "it holds on");
}

#[tokio::test]
async fn a_withdrawn_value_counts_as_never_having_held_and_stays_to_be_seen() {
    let house = House::new(Engine::Sqlite).await;
    let office = house.program(house.world.office).await;
    let id = house.world.test.app.new_id();
    let path = format!("/organisations/{}/overrides/{id}", house.world.ward);
    // One that begins later can be withdrawn as well as one that holds.
    let set = json!({ "key": KEY, "value": 75, "from": "2027-01-01", "reason": "Chi bộ ít đảng viên" });
    office.put(&path, set).await.value();
    for _ in 0..2 {
        office.delete(&path).await.value();
        let withdrawn = (id.to_string(), "2027-01-01".to_owned(), json!("2027-01-01"));
        assert_eq!(listed(&office).await, [withdrawn]);
        assert_eq!(holding(&office, &house, "2027-01-01").await, Value::Null);
    }
}

#[tokio::test]
async fn an_own_value_is_no_matter_of_others() {
    let house = House::new(Engine::Sqlite).await;
    let office = house.program(house.world.office).await;
    let id = house.world.test.app.new_id();
    let path = format!("/organisations/{}/overrides/{id}", house.world.ward);
    let set = json!({ "key": KEY, "value": 75, "from": "2026-11-01", "reason": "Chi bộ ít đảng viên" });
    office.put(&path, set).await.value();
    let secretary = house.program(house.world.secretary).await;
    assert_eq!(secretary.delete(&path).await.refused(403), "forbidden");
    let end = json!({ "to": "2026-12-01" });
    assert_eq!(secretary.post(&format!("{path}/end"), end).await.refused(403), "forbidden");
    let elsewhere = format!("/organisations/{}/overrides/{id}", house.world.school);
    assert_eq!(office.delete(&elsewhere).await.refused(404), "not-found");
    assert_eq!(office.delete(&format!("{elsewhere}/end")).await.refused(404), "not-found");
    assert_eq!(listed(&office).await[0].2, Value::Null, "it still holds");
}
