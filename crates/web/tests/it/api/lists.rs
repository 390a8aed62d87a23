//! Lists and single things, as those who may see them read them.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use serde_json::{Value, json};

use nennep_testkit::Engine;

use crate::asking::{House, Program};

/// Every line of a list, page by page.
async fn all(program: &Program<'_>, path: &str) -> Vec<Value> {
    let (mut lines, mut after) = (Vec::new(), String::new());
    loop {
        let join = if path.contains('?') { '&' } else { '?' };
        let page = program.get(&format!("{path}{join}limit=7&after={after}")).await.value();
        let items = page["items"].as_array().unwrap();
        assert!(items.len() <= 7);
        lines.extend(items.iter().cloned());
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut after),
            None => return lines,
        }
    }
}

#[tokio::test]
async fn lists_go_on_page_by_page_without_a_gap() {
    let house = House::new(Engine::Sqlite).await;
    let office = house.program(house.world.office).await;
    let members = all(&office, &format!("/organisations/{}/members", house.world.ward)).await;
    assert_eq!(members.len(), 22 + 9 + 5 + 12);
    let organisations = all(&office, "/organisations").await;
    assert_eq!(organisations.len(), 5);
    let accounts = all(&office, "/accounts").await;
    assert_eq!(accounts.len(), 9);
    assert!(accounts.iter().all(|one| one.get("password_hash").is_none()));
    let path = format!("/organisations/{}/members?words=an&on=2026-11-01", house.world.residential);
    assert!(all(&office, &path).await.len() < 22);
    for bad in ["limit=0", "limit=201", "limit=x", "after=!!", "words=%00", "unknown=1"] {
        let answer = office.get(&format!("/organisations?{bad}")).await;
        assert_eq!(answer.refused(422), "invalid", "{bad}");
    }
}

#[tokio::test]
async fn organisations_stand_in_their_tree() {
    let house = House::new(Engine::Sqlite).await;
    let member = house.program(house.world.member).await;
    let ward = house.world.ward;
    let tree = member.get(&format!("/organisations/{ward}/tree")).await.value();
    assert_eq!((&tree["code"], tree["below"].as_array().unwrap().len()), (&json!("38.168.000"), 4));
    let cell = member.get(&format!("/organisations/{}", house.world.residential)).await.value();
    assert_eq!(cell["above"][0]["id"], json!(ward.0));
    assert_eq!(cell["membership"], json!({ "official": 20, "probationary": 2 }));
    assert_eq!(cell["kind"], "cell");
    let other = member.get(&format!("/organisations/{}", house.world.agency)).await.value();
    assert_eq!(other["membership"], Value::Null);
    let offices = member.get(&format!("/organisations/{ward}/offices?below=true")).await.value();
    assert_eq!(offices.as_array().unwrap().len(), 10);
}

#[tokio::test]
async fn a_members_file_is_read_by_those_who_may() {
    let house = House::new(Engine::Sqlite).await;
    let secretary = house.program(house.world.secretary).await;
    let path = format!("/members/{}", house.world.members[7]);
    let file = secretary.get(&path).await.value();
    assert_eq!(file["standings"][0]["cell"]["code"], "38.168.000.000.001");
    assert_eq!(file["admitted_on"], "2015-05-19");
    assert_eq!(secretary.get(&format!("{path}/identity")).await.value(), json!({ "number": "" }));
    let member = house.program(house.world.member).await;
    assert_eq!(member.get(&path).await.refused(403), "forbidden");
    let stranger = house.program(house.world.stranger).await;
    assert_eq!(stranger.get(&path).await.refused(404), "not-found");
    assert_eq!(stranger.get("/members/none").await.refused(404), "not-found");
}

#[tokio::test]
async fn rules_are_read_over_time() {
    let house = House::new(Engine::Sqlite).await;
    let office = house.program(house.world.office).await;
    let key = "meetings.routine_minimum_minutes";
    let rules = office.get("/rules?on=2026-11-02").await.value();
    assert!(rules.as_array().unwrap().len() > 150);
    let history = office.get(&format!("/rules/{key}")).await.value();
    assert_eq!(history.as_array().unwrap().first().unwrap()["value"], 90);
    assert_eq!(office.get("/rules/no.such").await.refused(404), "not-found");
}

#[tokio::test]
async fn papers_come_back_byte_for_byte() {
    let house = House::new(Engine::Sqlite).await;
    let secretary = house.program(house.world.secretary).await;
    let (meeting, paper) = (house.world.test.app.new_id(), house.world.test.app.new_id());
    let plan = json!({ "id": meeting, "plan": { "month": "2026-11", "kind": "routine" } });
    secretary.post(&format!("/organisations/{}/meetings", house.world.residential), plan).await.value();
    let send = async |bytes: Vec<u8>| {
        let request = Request::builder()
            .method(Method::PUT)
            .uri(format!("/api/v1/meetings/{meeting}/papers/{paper}?name=de-cuong.pdf"))
            .header(header::AUTHORIZATION, format!("Bearer {}", secretary.token))
            .body(Body::from(bytes));
        house.send(request.unwrap()).await
    };
    assert_eq!(send(vec![0; 21 * 1024 * 1024]).await.refused(413), "too-large");
    assert_eq!(send(b"<script>".to_vec()).await.refused(422), "invalid");
    send(b"%PDF-1.7 xin".to_vec()).await.value();
    send(b"%PDF-1.7 xin".to_vec()).await.value();
    let whole = secretary.get(&format!("/meetings/{meeting}")).await.value();
    assert_eq!(whole["papers"].as_array().unwrap().len(), 1);
    let answer = secretary.get(&format!("/meetings/{meeting}/papers/{paper}")).await;
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/pdf");
    assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(answer.bytes, b"%PDF-1.7 xin");
}
