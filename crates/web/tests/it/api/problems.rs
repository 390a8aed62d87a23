//! How it is said that something is not done: problems, in the language asked for.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use insta::assert_json_snapshot;
use serde_json::{Value, json};

use super::month::{item, opened};
use nennep_testkit::Engine;

use crate::asking::{Answer, House, Program};

async fn raw(house: &House, program: &Program<'_>, kind: &str, body: impl Into<Body>) -> Answer {
    let request = Request::builder()
        .method(Method::POST)
        .uri(format!("/api/v1/organisations/{}/meetings", house.world.residential))
        .header(header::AUTHORIZATION, format!("Bearer {}", program.token))
        .header(header::CONTENT_TYPE, kind)
        .body(body.into());
    house.send(request.unwrap()).await
}

#[tokio::test]
async fn a_bad_body_gets_a_clear_answer() {
    let house = House::new(Engine::Sqlite).await;
    let secretary = house.program(house.world.secretary).await;
    let json_kind = "application/json";
    assert_eq!(raw(&house, &secretary, "text/plain", "{}").await.refused(415), "not-json");
    assert_eq!(raw(&house, &secretary, json_kind, "{\"id\":").await.refused(400), "unreadable");
    assert_eq!(raw(&house, &secretary, json_kind, "").await.refused(400), "unreadable");
    let deep = "[".repeat(100_000);
    assert_eq!(raw(&house, &secretary, json_kind, deep).await.refused(400), "unreadable");
    let big = format!("\"{}\"", "a".repeat(1024 * 1024));
    assert_eq!(raw(&house, &secretary, json_kind, big).await.refused(413), "too-large");
    let id = house.world.test.app.new_id();
    for (body, field, code) in [
        (json!([]), "", "api-field-unreadable"),
        (json!({ "id": id }), "plan", "api-field-missing"),
        (json!({ "id": 7, "plan": {} }), "id", "api-field-unreadable"),
        (json!({ "id": id, "plan": { "month": "2026-13" } }), "plan.month", "api-field-unreadable"),
        (
            json!({ "id": id, "plan": { "month": "2026-11", "kind": "party" } }),
            "plan.kind",
            "api-field-unreadable",
        ),
        (
            json!({ "id": id, "plan": { "month": "2026-11", "kind": "routine", "colour": "red" } }),
            "plan.colour",
            "api-field-unknown",
        ),
        (
            json!({ "id": id, "plan": { "month": "2026-11", "kind": "routine", "topic": "a\u{0}b" } }),
            "plan.topic",
            "api-field-unreadable",
        ),
    ] {
        let answer = raw(&house, &secretary, json_kind, body.to_string()).await;
        assert_eq!(answer.refused(422), "invalid", "{body}");
        let error = &answer.json()["errors"][0];
        assert_eq!((&error["field"], &error["code"]), (&json!(field), &json!(code)), "{body}");
    }
}

#[tokio::test]
async fn addresses_that_are_none_and_ways_that_are_not_taken_are_problems_too() {
    let house = House::new(Engine::Sqlite).await;
    let secretary = house.program(house.world.secretary).await;
    assert_eq!(secretary.get("/no-such-thing").await.refused(404), "not-found");
    let wrong = secretary.put("/rules", json!({})).await;
    assert_eq!(wrong.refused(405), "method");
    assert!(wrong.header(header::ALLOW).contains("GET"));
    let browser = Request::builder()
        .uri("/api/v1/no-such-thing")
        .header(header::ACCEPT, "text/html")
        .body(Body::empty())
        .unwrap();
    assert_eq!(house.send(browser).await.refused(404), "not-found");
}

async fn in_both_languages(house: &House, program: &Program<'_>, method: Method, path: &str, body: &Value) {
    for language in ["vi", "en"] {
        let request = Request::builder()
            .method(method.clone())
            .uri(format!("/api/v1{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {}", program.token))
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT_LANGUAGE, language)
            .body(Body::from(body.to_string()))
            .unwrap();
        let answer = house.send(request).await;
        assert_eq!(answer.header(header::CONTENT_LANGUAGE), language);
        assert_json_snapshot!(answer.json());
    }
}

#[tokio::test]
async fn problems_are_told_in_words_with_the_rule_they_rest_on() {
    let house = House::new(Engine::Sqlite).await;
    let secretary = house.program(house.world.secretary).await;
    let meeting = opened(&house, &secretary).await;
    let path = format!("/meetings/{meeting}");
    // A rule stands against it.
    in_both_languages(&house, &secretary, Method::POST, &format!("{path}/closure"), &json!({})).await;
    // Fields are wrong.
    let task = json!({ "title": " ", "state": "dated" });
    let task = json!({ "id": house.world.test.app.new_id(), "task": task });
    in_both_languages(&house, &secretary, Method::POST, &format!("{path}/tasks"), &task).await;
    // Another wrote meanwhile.
    let notes = format!("{path}/items/{}/notes", item(&secretary, &meeting, "discussion").await);
    secretary.put(&notes, json!({ "version": 1, "text": "Bàn việc vệ sinh môi trường." })).await.value();
    let late = json!({ "version": 1, "text": "Bàn việc khác." });
    in_both_languages(&house, &secretary, Method::PUT, &notes, &late).await;
    // Not allowed.
    let overseer = house.program(house.world.overseer).await;
    in_both_languages(&house, &overseer, Method::POST, &format!("{path}/closure"), &json!({})).await;
}

#[tokio::test]
async fn ids_that_name_nothing_are_no_fault_of_the_program() {
    let house = House::new(Engine::Sqlite).await;
    let secretary = house.program(house.world.secretary).await;
    let meeting = opened(&house, &secretary).await;
    let nobody = house.world.test.app.new_id();
    let body = json!({ "part": "routine", "kind": "information", "title": "Thông tin", "presenter": nobody });
    let item = json!({ "id": house.world.test.app.new_id(), "item": body });
    let answer = secretary.post(&format!("/meetings/{meeting}/items"), item).await;
    assert_eq!(answer.refused(422), "invalid");
}

#[tokio::test]
async fn an_id_of_another_meeting_moves_nothing_there() {
    let house = House::new(Engine::Sqlite).await;
    let secretary = house.program(house.world.secretary).await;
    let meeting = opened(&house, &secretary).await;
    let stranger = house.program(house.world.stranger).await;
    let theirs = house.world.test.app.new_id();
    let plan = json!({ "id": theirs, "plan": { "month": "2026-12", "kind": "routine" } });
    let organisation = house.world.agency;
    stranger.post(&format!("/organisations/{organisation}/meetings"), plan).await.value();
    let foreign = item(&secretary, &meeting, "discussion").await;
    let body = json!({ "part": "routine", "kind": "information", "title": "Thông tin" });
    let body = json!({ "id": foreign, "item": body });
    let answer = stranger.post(&format!("/meetings/{theirs}/items"), body).await;
    assert_eq!(answer.refused(404), "not-found");
    let plan = json!({ "id": meeting, "plan": { "month": "2026-12", "kind": "routine" } });
    let answer = stranger.post(&format!("/organisations/{organisation}/meetings"), plan).await;
    assert_eq!(answer.refused(404), "not-found");
}
