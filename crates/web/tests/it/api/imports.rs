//! Registers taken in by a program: sent, looked at, mapped, taken whole or not at all; and written out.

use std::fmt::Write as _;

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use nennep_app::jobs;
use serde_json::{Value, json};
use uuid::Uuid;

use nennep_testkit::Engine;

use crate::asking::{Answer, House, Program};

const MEMBERS: &str = "Họ và tên;Ngày sinh;Số thẻ;Ngày vào Đảng\nĐinh Văn Khôi;05/11/1980;00999001;2005\n";

/// Sends a file of members of the residential cell.
async fn sent(house: &House, program: &Program<'_>, id: Uuid, file: impl Into<Body>) -> Answer {
    let into = house.world.residential;
    let request = Request::builder()
        .method(Method::PUT)
        .uri(format!("/api/v1/imports/{id}?register=members&name=dang-vien.csv&into={into}"))
        .header(header::AUTHORIZATION, format!("Bearer {}", program.token))
        .header(header::ACCEPT_LANGUAGE, "en")
        .body(file.into());
    house.send(request.unwrap()).await
}

async fn members(house: &House, program: &Program<'_>, words: &str) -> usize {
    let path = format!("/organisations/{}/members?words={words}", house.world.residential);
    program.get(&path).await.value()["items"].as_array().unwrap().len()
}

#[tokio::test]
async fn a_file_is_looked_at_then_taken_once() {
    let house = House::new(Engine::Sqlite).await;
    let secretary = house.program(house.world.secretary).await;
    let id = house.world.test.app.new_id();
    let looked = sent(&house, &secretary, id, MEMBERS).await.value();
    assert_eq!((&looked["state"], &looked["review"]["clean"]), (&json!("looked"), &json!(true)));
    let review = &looked["review"];
    assert_eq!((&review["rows"], &review["added"], &review["refused"]), (&json!(1), &json!(1), &json!(0)));
    assert_eq!(review["new_lines"][0]["name"], "Đinh Văn Khôi");
    assert_eq!(
        sent(&house, &secretary, id, MEMBERS).await.value()["id"],
        json!(id),
        "sent twice, one import"
    );
    assert_eq!(members(&house, &secretary, "khoi").await, 0, "nothing is written yet");
    let path = format!("/imports/{id}");
    let taken = secretary.act(&format!("{path}/taking")).await.value();
    assert_eq!((&taken["state"], &taken["taken"]["added"]), (&json!("taken"), &json!(1)));
    let again = secretary.act(&format!("{path}/taking")).await.value();
    assert_eq!(again["taken"], taken["taken"], "asked twice, taken once");
    assert_eq!(members(&house, &secretary, "khoi").await, 1);
    assert_eq!(secretary.get("/imports").await.value()[0]["id"], json!(id));
    let next = house.world.test.app.new_id();
    let same = sent(&house, &secretary, next, MEMBERS).await.value();
    assert_eq!((&same["review"]["added"], &same["review"]["unchanged"]), (&json!(0), &json!(1)));
    secretary.delete(&format!("/imports/{next}")).await.value();
    secretary.delete(&format!("/imports/{next}")).await.value();
    assert_eq!(secretary.get(&format!("/imports/{next}")).await.refused(404), "not-found");
}

#[tokio::test]
async fn one_bad_line_and_nothing_is_written() {
    let house = House::new(Engine::Sqlite).await;
    let secretary = house.program(house.world.secretary).await;
    let id = house.world.test.app.new_id();
    let file = format!("{MEMBERS}Lò Thị Sen;29/2/2023;00999002;2005\n");
    let review = sent(&house, &secretary, id, file).await.value()["review"].clone();
    assert_eq!(
        (&review["rows"], &review["refused"], &review["clean"]),
        (&json!(2), &json!(1), &json!(false))
    );
    let problem = &review["problems"][0];
    assert_eq!((&problem["row"], &problem["value"]), (&json!(3), &json!("29/2/2023")));
    for told in ["column", "reason", "remedy"] {
        assert!(problem[told].as_str().is_some_and(|text| !text.is_empty()), "{told}: {problem}");
    }
    let refused = secretary.act(&format!("/imports/{id}/taking")).await;
    assert_eq!(refused.refused(422), "api-import-refused");
    let error = &refused.json()["errors"][0];
    assert_eq!((&error["field"], &error["code"]), (&json!("rows[3].B"), &problem["code"]));
    assert_eq!(members(&house, &secretary, "khoi").await, 0, "the good line is not written either");
}

#[tokio::test]
async fn columns_are_mapped_by_hand() {
    let house = House::new(Engine::Sqlite).await;
    let secretary = house.program(house.world.secretary).await;
    let id = house.world.test.app.new_id();
    let file = "Người;Ngày sinh;Số thẻ;Ngày vào Đảng\nĐinh Văn Khôi;05/11/1980;00999001;2005\n";
    let looked = sent(&house, &secretary, id, file).await.value();
    assert_eq!(looked["review"]["columns"][0]["field"], Value::Null);
    let unmapped = secretary.act(&format!("/imports/{id}/taking")).await;
    assert_eq!(unmapped.status.as_u16(), 422);
    let path = format!("/imports/{id}/columns");
    let wrong = secretary.put(&path, json!({ "columns": { "ZZ": "full_name" } })).await;
    assert_eq!(wrong.refused(422), "invalid");
    assert_eq!(wrong.json()["errors"][0]["field"], "columns.ZZ");
    let wrong = secretary.put(&path, json!({ "columns": { "A": "colour" } })).await;
    assert_eq!(wrong.json()["errors"][0]["code"], "import-field-unknown");
    let fields = secretary.get("/registers/members/fields").await.value();
    assert!(fields.as_array().unwrap().iter().any(|field| field["field"] == "full_name"));
    let mapped = secretary.put(&path, json!({ "columns": { "a": "full_name" } })).await.value();
    assert_eq!((&mapped["review"]["clean"], &mapped["review"]["added"]), (&json!(true), &json!(1)));
    assert_eq!(secretary.act(&format!("/imports/{id}/taking")).await.value()["state"], "taken");
    let late = secretary.put(&path, json!({ "columns": {} })).await.value();
    assert_eq!(late["state"], "taken", "nothing is mapped any more");
}

#[tokio::test]
async fn a_long_file_is_taken_by_a_job() {
    let house = House::new(Engine::Sqlite).await;
    let secretary = house.program(house.world.secretary).await;
    let id = house.world.test.app.new_id();
    let mut file = "Họ và tên;Ngày sinh;Số thẻ;Ngày vào Đảng\n".to_owned();
    for n in 0..3_100 {
        writeln!(file, "Đinh Văn Khôi;05/11/1980;0099{n:04};2005").unwrap();
    }
    assert_eq!(sent(&house, &secretary, id, file).await.value()["review"]["added"], 3_100);
    let begun = secretary.act(&format!("/imports/{id}/taking")).await;
    assert_eq!((begun.status.as_u16(), &begun.json()["state"]), (202, &json!("taking")));
    let again = secretary.act(&format!("/imports/{id}/taking")).await;
    assert_eq!(again.status.as_u16(), 202, "asked twice");
    while jobs::run_next(&house.world.test.app).await.unwrap() {}
    let taken = secretary.get(&format!("/imports/{id}")).await.value();
    assert_eq!(taken["taken"]["added"], 3_100);
}

#[tokio::test]
async fn files_that_cannot_be_used_and_callers_that_may_not_are_refused() {
    let house = House::new(Engine::Sqlite).await;
    let world = &house.world;
    let secretary = house.program(world.secretary).await;
    let id = world.test.app.new_id();
    let mut truncated = b"PK\x03\x04".to_vec();
    truncated.extend([0; 200]);
    let refused = sent(&house, &secretary, id, truncated).await;
    assert_eq!(refused.status.as_u16(), 422);
    assert!(refused.json()["code"].as_str().unwrap().starts_with("import-file-"));
    let large = sent(&house, &secretary, id, vec![0; 16 * 1024 * 1024 + 1]).await;
    assert_eq!(large.refused(413), "too-large");
    let member = house.program(world.member).await;
    assert_eq!(sent(&house, &member, id, MEMBERS).await.refused(403), "forbidden");
    sent(&house, &secretary, id, MEMBERS).await.value();
    let office = house.program(world.office).await;
    for path in [format!("/imports/{id}"), format!("/imports/{}", world.test.app.new_id())] {
        assert_eq!(office.get(&path).await.refused(404), "not-found");
        assert_eq!(office.act(&format!("{path}/taking")).await.refused(404), "not-found");
    }
    office.delete(&format!("/imports/{id}")).await.value();
    assert_eq!(
        secretary.get(&format!("/imports/{id}")).await.value()["state"],
        "looked",
        "not another's to let go"
    );
}

#[tokio::test]
async fn registers_are_written_out_and_come_back_unchanged() {
    let house = House::new(Engine::Sqlite).await;
    let world = &house.world;
    let office = house.program(world.office).await;
    let path = format!("/registers/members?within={}", world.residential);
    let csv = office.get(&format!("{path}&format=csv")).await;
    assert_eq!(csv.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
    let back = sent(&house, &office, world.test.app.new_id(), csv.bytes.clone()).await.value();
    let review = &back["review"];
    assert_eq!(
        (&review["unchanged"], &review["changed"], &review["refused"]),
        (&json!(22), &json!(0), &json!(0))
    );
    for register in ["organisations", "members", "members/blank"] {
        let workbook = office.get(&format!("/registers/{register}")).await;
        assert!(workbook.bytes.starts_with(b"PK"), "{register}");
    }
    let member = house.program(world.member).await;
    assert_eq!(member.get(&path).await.refused(403), "forbidden");
    assert_eq!(office.get("/registers/people").await.refused(404), "not-found");
    assert_eq!(office.get("/registers/members?format=pdf").await.refused(422), "invalid");
}
