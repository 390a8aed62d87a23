//! `nennep search`, `members list --on`, `members show`, `organisations tree`: what other programs read of people and organisations.

use jiff::civil::date;
use nennep_domain::members::Leaving;
use nennep_store::members;
use nennep_testkit::{Engine, World};
use serde_json::{Value, json};

use crate::house::{House, run};

const CELL: &str = "38.168.000.000.001";

fn ids(lines: &Value) -> Vec<&str> {
    lines.as_array().unwrap().iter().map(|line| line["id"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_found_and_shown_as_of_a_day() {
    let world = World::new(Engine::Sqlite).await;
    let member = world.members[7];
    let store = &world.test.app.store;
    let mut tx = store.write().await.unwrap();
    let standing = members::standings_of(&mut tx, member).await.unwrap()[0].clone();
    members::end_standing(&mut tx, standing.id, date(2026, 10, 1), Leaving::Transferred).await.unwrap();
    tx.commit().await.unwrap();
    let house = House::of(world).await;
    let id = member.to_string();

    let before = house.asked(&["members", "list", "--cell", CELL, "--on", "2026-09-30"]);
    let after = house.asked(&["members", "list", "--cell", CELL, "--on", "2026-10-01"]);
    assert_eq!((before.as_array().unwrap().len(), after.as_array().unwrap().len()), (22, 21));
    assert!(ids(&before).contains(&id.as_str()) && !ids(&after).contains(&id.as_str()));

    let shown = house.asked(&["members", "show", &id, "--on", "2026-09-30"]);
    assert_eq!((&shown["full_name"], &shown["on"]), (&json!("Trần Thị Yến"), &json!("2026-09-30")));
    assert_eq!(shown["stands"][0]["cell_code"], json!(CELL));
    assert_eq!(house.asked(&["members", "show", &id, "--on", "2026-10-01"])["stands"], json!([]));
    let nobody =
        run(&["members", "show", "0197c37f-7680-7e3c-b6d8-bf52d51460a3", "--json", "--data", house.data()]);
    assert_eq!(nobody.status.code(), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn search_finds_by_words_and_month() {
    let world = World::new(Engine::Sqlite).await;
    let meeting = world.call_meeting(date(2026, 11, 5)).await.to_string();
    let (member, cell) = (world.members[7].to_string(), world.residential.to_string());
    let house = House::of(world).await;

    let found = house.asked(&["search", "tran", "thi", "yen"]);
    assert_eq!((ids(&found["people"]), &found["guessed"]), (vec![member.as_str()], &json!(false)));
    let guessed = house.asked(&["search", "tranh thi yen"]);
    assert_eq!((ids(&guessed["people"]), &guessed["guessed"]), (vec![member.as_str()], &json!(true)));
    let found = house.asked(&["search", "tổ dân phố số 5"]);
    assert_eq!(ids(&found["organisations"]), [cell]);
    assert_eq!(ids(&found["meetings"]), [meeting.as_str()]);
    assert_eq!(ids(&house.asked(&["search", "11/2026"])["meetings"]), [meeting.as_str()]);
    let nothing = house.asked(&["search", "qwertyuiop"]);
    assert_eq!(
        nothing,
        json!({ "guessed": false, "people": [], "organisations": [], "meetings": [], "papers": [] })
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tree_is_given_from_the_top_or_from_a_branch() {
    let house = House::of(World::new(Engine::Sqlite).await).await;
    let tree = house.asked(&["organisations", "tree"]);
    assert_eq!((&tree[0]["code"], tree[0]["below"].as_array().unwrap().len()), (&json!("38.168.000"), 4));
    let branch = house.asked(&["organisations", "tree", "--of", CELL]);
    assert_eq!((&branch[0]["code"], &branch[0]["below"]), (&json!(CELL), &json!([])));
}
