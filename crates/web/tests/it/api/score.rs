//! A meeting scored by programs: the evidence, the four stages one after the other, what is refused and why.

use jiff::civil::date;
use nennep_app::meetings;
use serde_json::{Value, json};

use nennep_testkit::Engine;

use crate::asking::{House, Program};

/// The item of a sheet.
fn item<'a>(score: &'a Value, key: &str) -> &'a Value {
    let blocks = score["sheet"]["blocks"].as_array().unwrap();
    let mut items = blocks.iter().flat_map(|block| block["items"].as_array().unwrap());
    items.find(|item| item["key"] == key).unwrap()
}

fn stages(score: &Value) -> Vec<&str> {
    score["stages"].as_array().unwrap().iter().map(|stage| stage["stage"].as_str().unwrap()).collect()
}

async fn score(program: &Program<'_>, path: &str) -> Value {
    program.get(path).await.value()
}

/// A meeting held on 5 November, and the address of its score.
async fn held(house: &House) -> (nennep_domain::ids::MeetingId, String) {
    let meeting = house.world.hold_meeting(date(2026, 11, 5)).await.meeting;
    (meeting, format!("/meetings/{meeting}/score"))
}

#[tokio::test]
async fn a_score_goes_through_its_stages_side_by_side() {
    let house = House::new(Engine::Sqlite).await;
    let world = &house.world;
    let (meeting, path) = held(&house).await;
    let secretary = house.program(world.secretary).await;
    let leader = house.program(world.leader).await;

    let drawn = score(&secretary, &path).await;
    assert_eq!((&drawn["next"], stages(&drawn).len()), (&json!("proposed"), 0));
    assert_eq!(drawn["open"]["next"]["stage"], "proposed");
    assert_eq!(drawn["rubric"]["citation"]["document"], "42-HD/BTCTW");
    let length = item(&drawn, "length");
    assert_eq!(length["proposed"]["basis"], "evidence");
    assert_eq!(length["proposed"]["evidence"][0]["code"], "quality-evidence-length");
    assert_eq!(
        length["proposed"]["evidence"][0]["text"],
        "The meeting lasted 95 minutes; at least 90 are asked for."
    );
    let rests_on = length["proposed"]["rests_on"][0].as_str().unwrap();
    let rules = drawn["rules"].as_array().unwrap();
    assert!(rules.iter().any(|rule| rule["key"] == rests_on), "{rests_on} is explained");

    let proposal = json!({
        "points": { "length": 4, "chairing": 8.5 }, "reasons": { "length": "Bắt đầu muộn hai phút" },
    });
    for _ in 0..2 {
        secretary.post(&format!("{path}/proposal"), proposal.clone()).await.value();
    }
    secretary.post(&format!("{path}/agreement"), json!({})).await.value();
    secretary.delete(&format!("{path}/agreement")).await.value();
    secretary.delete(&format!("{path}/agreement")).await.value();
    assert_eq!(stages(&score(&secretary, &path).await), ["proposed"], "taken back");
    secretary.post(&format!("{path}/agreement"), json!({ "note": "Nhất trí" })).await.value();

    let vote = |in_favour: u32| {
        let motion = world.test.app.new_id();
        json!({ "motion": motion, "body": "Thông qua điểm tự chấm", "in_favour": in_favour, "against": 1 })
    };
    let failed = secretary.post(&format!("{path}/vote"), vote(7)).await.value();
    assert_eq!((&failed["passed"], &failed["terms"]["base"]), (&json!(false), &json!(20)));
    assert!(failed["terms"]["citation"]["document"].as_str().is_some_and(|document| !document.is_empty()));
    assert_eq!(stages(&score(&secretary, &path).await).len(), 2, "a vote that failed enters nothing");
    let passed = secretary.post(&format!("{path}/vote"), vote(16)).await.value();
    assert_eq!(passed["passed"], true);

    let ctx = world.acting_for(world.secretary).await;
    meetings::adopt(&ctx, meeting).await.unwrap();
    meetings::report(&ctx, meeting).await.unwrap();
    let waiting = leader.get("/grades").await.value();
    assert_eq!(waiting["items"][0]["meeting"], json!(meeting));
    let decision = json!({ "points": { "content": 1 }, "reasons": { "content": "Nội dung còn dàn trải" } });
    leader.post(&format!("{path}/decision"), decision).await.value();
    assert_eq!(leader.get("/grades").await.value()["items"], json!([]));

    let whole = score(&secretary, &path).await;
    assert_eq!(stages(&whole), ["proposed", "agreed", "voted", "decided"]);
    assert_eq!(whole["decided_otherwise"], true);
    let length = item(&whole, "length");
    assert_eq!((&length["stages"][0]["points"], &length["stages"][3]["points"]), (&json!(4), &json!(4)));
    assert_eq!(length["stages"][0]["reason"], "Bắt đầu muộn hai phút");
    assert_eq!(item(&whole, "chairing")["stages"][0]["points"], 8.5);
    assert_eq!(whole["stages"][2]["vote"]["in_favour"], 16);
    let decided = &whole["stages"][3];
    let difference = &decided["differences"][0];
    assert_eq!((&difference["item"], &difference["to"]), (&json!("content"), &json!(1)));
    leader.delete(&format!("{path}/decision")).await.value();
    assert_eq!(stages(&score(&secretary, &path).await).len(), 3, "the decision was taken back");
}

#[tokio::test]
async fn what_is_refused_names_the_item_and_the_document() {
    let house = House::new(Engine::Sqlite).await;
    let (_, path) = held(&house).await;
    let secretary = house.program(house.world.secretary).await;
    let proposal = format!("{path}/proposal");
    for (body, field, code) in [
        (json!({ "points": { "length": 4 } }), "reasons.length", "quality-stage-reason-missing"),
        (json!({ "points": { "length": 400 } }), "points.length", "quality-stage-out-of-range"),
        (json!({ "points": { "colour": 1 } }), "points.colour", "quality-stage-unknown-item"),
    ] {
        let refused = secretary.post(&proposal, body.clone()).await;
        assert_eq!(refused.refused(422), code, "{body}");
        let told = refused.json();
        assert_eq!(told["errors"][0]["field"], field, "{body}");
        assert_eq!(told["citation"], json!({ "document": "42-HD/BTCTW", "article": "Phụ lục" }), "{body}");
    }
    for unreadable in [json!("4"), json!(4.125), json!(null)] {
        let refused = secretary.post(&proposal, json!({ "points": { "length": unreadable } })).await;
        assert_eq!(refused.refused(422), "invalid");
        assert_eq!(refused.json()["errors"][0]["field"], "points.length");
    }
    let early = secretary.post(&format!("{path}/agreement"), json!({})).await;
    assert_eq!(early.refused(422), "quality-stage-agreed-out-of-order");
    assert_eq!(early.json()["citation"]["document"], "42-HD/BTCTW");
    let leader = house.program(house.world.leader).await;
    let early = leader.post(&format!("{path}/decision"), json!({})).await;
    assert_eq!(early.refused(422), "quality-stage-not-reported");
    secretary.post(&proposal, json!({})).await.value();
    secretary.post(&format!("{path}/agreement"), json!({})).await.value();
    let stands = secretary.delete(&proposal).await;
    assert_eq!(stands.refused(422), "quality-stage-later-stands");
    assert_eq!(stands.json()["citation"]["document"], "42-HD/BTCTW");
}

#[tokio::test]
async fn a_stage_is_entered_by_whose_turn_it_is_only() {
    let house = House::new(Engine::Sqlite).await;
    let world = &house.world;
    let (_, path) = held(&house).await;
    let member = house.program(world.stranger).await;
    assert_eq!(member.get(&path).await.refused(404), "not-found");
    let overseer = house.program(world.overseer).await;
    assert!(score(&overseer, &path).await["open"]["next"].is_null());
    assert_eq!(overseer.post(&format!("{path}/proposal"), json!({})).await.refused(403), "forbidden");
    let secretary = house.program(world.secretary).await;
    assert_eq!(secretary.post(&format!("{path}/decision"), json!({})).await.refused(403), "forbidden");
    assert_eq!(secretary.get("/grades").await.refused(403), "forbidden", "decides no grades");
    let mut reading = house.program(world.secretary).await;
    reading.token = house.token(world.secretary, false).await;
    assert!(score(&reading, &path).await["open"]["next"].is_null(), "a reading token is shown no deed");
    assert_eq!(reading.post(&format!("{path}/proposal"), json!({})).await.refused(403), "read-only");
    assert_eq!(reading.delete(&format!("{path}/confirmation")).await.refused(403), "read-only");
}

#[tokio::test]
async fn the_self_score_is_confirmed_where_the_committee_asks_for_it() {
    let house = House::new(Engine::Sqlite).await;
    let (_, path) = held(&house).await;
    let overseer = house.program(house.world.overseer).await;
    let refused = overseer.act(&format!("{path}/confirmation")).await;
    assert_eq!(refused.refused(422), "quality-confirm-not-asked");
    let citation = &refused.json()["citation"];
    assert!(citation["document"].as_str().is_some_and(|document| !document.is_empty()), "{citation}");
}
