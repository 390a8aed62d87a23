//! `nennep ratings sheet`: the yearly ratings of a cell and of a committee, as other programs read them.

use nennep_app::ratings::{self, OpenForm, Who};
use nennep_domain::{
    ids::{RatingRoundId, RatingStepId},
    ratings::{Level, SelfForm},
};
use nennep_testkit::{Engine, World};
use serde_json::json;

use crate::house::{House, run};

const CELL: &str = "38.168.000.000.001";

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_of_a_year_is_given() {
    let world = World::new(Engine::Sqlite).await;
    let leader = world.acting_for(world.leader).await;
    let member = world.acting_for(world.member).await;
    let round = RatingRoundId(leader.new_id());
    let form = OpenForm { organisation: world.ward, year: 2026, counted_on: None };
    ratings::open(&leader, round, &form).await.unwrap();
    let own = SelfForm { level: Some(Level::Good), well: "Đã làm".to_owned(), ..SelfForm::default() };
    let who = Who::Member(world.members[5]);
    ratings::rate_self(&member, round, who, RatingStepId(member.new_id()), None, &own).await.unwrap();
    let id = world.members[5].to_string();
    let house = House::of(world).await;

    let sheet = house.asked(&["ratings", "sheet", "--cell", CELL, "--year", "2026"]);
    assert_eq!((&sheet["year"], &sheet["cell"]["code"]), (&json!(2026), &json!(CELL)));
    let lines = sheet["members"].as_array().unwrap();
    assert_eq!(lines.len(), 22);
    let mine = lines.iter().find(|line| line["member"] == json!(id)).unwrap();
    assert_eq!(mine["steps"][0]["level"], json!("good"));
    let ward = house.asked(&["ratings", "sheet", "--of", "38.168.000"]);
    assert_eq!((&ward["rounds"][0]["members"]["open"], &ward["year"]), (&json!(48), &json!(2026)));
    let neither = run(&["ratings", "sheet", "--data", house.data()]);
    assert_eq!(neither.status.code(), Some(2), "which organisation must be said");
}
