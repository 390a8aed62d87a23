//! A meeting's papers as a program gets them: how each stands, the files, the resolution's number.

use axum::http::header;
use jiff::civil::date;
use serde_json::{Value, json};

use nennep_testkit::Engine;

use crate::asking::{House, Program};

async fn paper(program: &Program<'_>, path: &str, kind: &str) -> Value {
    let papers = program.get(path).await.value();
    papers.as_array().unwrap().iter().find(|one| one["document"] == kind).unwrap().clone()
}

#[tokio::test]
async fn papers_are_printed_and_a_resolution_is_issued_once() {
    let house = House::new(Engine::Sqlite).await;
    let world = &house.world;
    let meeting = world.hold_meeting(date(2026, 11, 5)).await.meeting;
    let secretary = house.program(world.secretary).await;
    let path = format!("/meetings/{meeting}/documents");
    assert_eq!(paper(&secretary, &path, "minutes").await["standing"], "draft");
    assert_eq!(paper(&secretary, &path, "attendance").await["standing"], "current");
    let docx = secretary.get(&format!("{path}/minutes?format=docx")).await;
    assert!(docx.bytes.starts_with(b"PK") && docx.header(header::CONTENT_DISPOSITION).contains(".docx"));
    let issued = secretary.act(&format!("{path}/resolution/issuing")).await.value();
    assert_eq!(
        secretary.act(&format!("{path}/resolution/issuing")).await.value(),
        issued,
        "issued twice, one number"
    );
    let resolution = paper(&secretary, &path, "resolution").await;
    assert_eq!((&resolution["standing"], &resolution["number"]), (&json!("issued"), &issued["number"]));
    assert_eq!(resolution["issued_on"], "2026-11-05");
    secretary.act(&format!("/meetings/{meeting}/adoption")).await.value();
    assert_eq!(paper(&secretary, &path, "minutes").await["standing"], "adopted");
}

#[tokio::test]
async fn papers_are_for_those_who_read_the_meeting() {
    let house = House::new(Engine::Sqlite).await;
    let world = &house.world;
    let meeting = world.call_meeting(date(2026, 11, 5)).await;
    let path = format!("/meetings/{meeting}/documents");
    let secretary = house.program(world.secretary).await;
    let early = secretary.get(&format!("{path}/minutes?format=docx")).await;
    assert_eq!(early.status.as_u16(), 422);
    let unvoted = secretary.act(&format!("{path}/resolution/issuing")).await;
    assert_eq!(unvoted.status.as_u16(), 422);
    assert_eq!(secretary.get(&format!("{path}/diary")).await.refused(404), "not-found");
    let invitation = format!("{path}/invitation?format=docx&member={}", world.members[7]);
    assert!(secretary.get(&invitation).await.bytes.starts_with(b"PK"));
    let member = house.program(world.member).await;
    assert!(member.get(&path).await.value().as_array().unwrap().len() > 5);
    assert_eq!(member.act(&format!("{path}/resolution/issuing")).await.refused(403), "forbidden");
    let stranger = house.program(world.stranger).await;
    assert_eq!(stranger.get(&path).await.refused(404), "not-found");
    assert_eq!(stranger.get(&invitation).await.refused(404), "not-found");
}
