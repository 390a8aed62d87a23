//! A cell's month from plan to report, lived by a program.

use jiff::civil::date;
use serde_json::{Value, json};
use uuid::Uuid;

use nennep_testkit::Engine;

use crate::asking::{House, Program};

pub(crate) fn id(house: &House) -> Uuid {
    house.world.test.app.new_id()
}

/// A planned, called and opened meeting of the residential cell.
pub(crate) async fn opened(house: &House, secretary: &Program<'_>) -> String {
    let (world, meeting) = (&house.world, id(house));
    let plan = json!({
        "month": "2026-11", "kind": "routine",
        "starts_at": "2026-11-05T19:30:00+07:00", "place": "Nhà văn hóa Tổ dân phố số 5",
    });
    let body = json!({ "id": meeting, "plan": plan });
    let path = format!("/organisations/{}/meetings", world.residential);
    let made = secretary.post(&path, body.clone()).await;
    assert_eq!(made.header(axum::http::header::LOCATION), format!("/api/v1/meetings/{meeting}"));
    made.value();
    secretary.post(&path, body).await.value();
    let path = format!("/meetings/{meeting}");
    assert!(secretary.act(&format!("{path}/agenda/draft")).await.value()["count"].as_u64().unwrap() > 5);
    secretary.act(&format!("{path}/registration")).await.value();
    assert_eq!(secretary.act(&format!("{path}/call")).await.value()["count"], 23);
    assert_eq!(secretary.act(&format!("{path}/call")).await.value()["count"], 0, "called twice, sent once");
    world.test.at(date(2026, 11, 5).at(19, 32, 0, 0));
    let people = json!({ "chair": world.members[0].0, "minute_taker": world.members[5].0 });
    secretary.post(&format!("{path}/opening"), people.clone()).await.value();
    secretary.post(&format!("{path}/opening"), people).await.value();
    meeting.to_string()
}

/// The item of a kind.
pub(crate) async fn item(program: &Program<'_>, meeting: &str, kind: &str) -> String {
    let whole = program.get(&format!("/meetings/{meeting}")).await.value();
    let agenda = whole["agenda"].as_array().unwrap();
    let found = agenda.iter().find(|item| item["kind"] == kind).unwrap();
    found["id"].as_str().unwrap().to_owned()
}

async fn discuss(house: &House, taker: &Program<'_>, meeting: &str) {
    let (world, path) = (&house.world, format!("/meetings/{meeting}"));
    let away: Vec<Value> = [3, 4, 6]
        .map(|n| json!({ "member": world.members[n].0, "attendance": "excused", "note": "Đi công tác" }))
        .to_vec();
    taker.put(&format!("{path}/roll"), json!({ "marks": away })).await.value();
    taker.act(&format!("{path}/roll/rest")).await.value();
    let discussion = item(taker, meeting, "discussion").await;
    taker.act(&format!("{path}/items/{discussion}/start")).await.value();
    let remark = json!({
        "id": id(house), "item": discussion, "speaker": { "member": world.members[7].0 },
        "kind": "remark", "body": "Đề nghị lùi thời hạn.",
    });
    taker.post(&format!("{path}/remarks"), remark.clone()).await.value();
    taker.post(&format!("{path}/remarks"), remark).await.value();
    let conclusion = item(taker, meeting, "conclusion").await;
    let motion = id(house);
    let body = json!({
        "id": motion, "item": conclusion, "kind": "resolution", "subject": "resolution",
        "body": "Thông qua nghị quyết tháng 11",
    });
    taker.post(&format!("{path}/motions"), body).await.value();
    let terms = taker.get(&format!("{path}/vote-terms?kind=resolution")).await.value();
    assert_eq!((&terms["base"], &terms["eligible"], &terms["needed"]), (&json!(20), &json!(17), &json!(11)));
    let count = format!("{path}/motions/{motion}/count");
    let many = taker.put(&count, json!({ "in_favour": 18 })).await;
    assert_eq!(many.refused(422), "motions-more-hands-than-members");
    assert_eq!(taker.put(&count, json!({ "in_favour": 16, "against": 1 })).await.value()["passed"], true);
    let words = json!({ "words": "Tôi đề nghị lùi thời hạn." });
    let opinion = format!("{path}/motions/{motion}/opinions/{}", world.members[7]);
    taker.put(&opinion, words).await.value();
}

#[tokio::test]
async fn a_month_goes_from_plan_to_report() {
    let house = House::new(Engine::Sqlite).await;
    let world = &house.world;
    let secretary = house.program(world.secretary).await;
    let taker = house.program(world.member).await;
    let meeting = opened(&house, &secretary).await;
    let path = format!("/meetings/{meeting}");
    discuss(&house, &taker, &meeting).await;
    let task = id(&house);
    let body = json!({
        "title": "Vận động 3 hộ hiến đất làm đường", "owner": world.members[8].0,
        "deadline": "2026-11-28", "reports_in": "2026-12", "state": "dated",
    });
    taker.post(&format!("{path}/tasks"), json!({ "id": task, "task": body })).await.value();
    let text = json!({ "version": 0, "direction": "Giữ vững nền nếp sinh hoạt." });
    assert_eq!(taker.put(&format!("{path}/resolution"), text).await.value()["version"], 1);
    world.test.clock.advance_minutes(95);
    let closure = taker.act(&format!("{path}/closure")).await.value();
    assert_eq!((&closure["length_minutes"], &closure["present"]), (&json!(95), &json!(19)));
    assert_eq!(taker.act(&format!("{path}/closure")).await.value(), closure, "closed twice, closed once");
    taker.act(&format!("{path}/adoption")).await.value();
    let late = secretary.put(&format!("{path}/dues-note"), json!({ "note": "Đủ" })).await;
    assert_eq!(late.refused(422), "meetings-refused-adopted");
    let addition = json!({ "id": id(&house), "body": "Bổ sung một ý.", "reason": "Ghi sót" });
    secretary.post(&format!("{path}/additions"), addition).await.value();
    secretary.act(&format!("{path}/report")).await.value();
    let report = json!({ "result": "Đã vận động xong", "done_percent": 100 });
    secretary.put(&format!("/tasks/{task}/report"), report).await.value();
    secretary.post(&format!("/tasks/{task}/acceptance"), json!({})).await.value();

    let leader = house.program(world.leader).await;
    let whole = leader.get(&path).await.value();
    assert_eq!(whole["state"], "reported");
    assert_eq!(whole["roll"].as_array().unwrap().len(), 22);
    let decision = &whole["motions"][0]["decision"];
    assert_eq!((&decision["official"], &decision["base"]), (&json!(20), &json!(20)));
    assert_eq!(decision["citation"]["document"], "208-QĐ/TW");
    assert_eq!(whole["motions"][0]["reserved"][0]["words"], "Tôi đề nghị lùi thời hạn.");
    assert_eq!(whole["remarks"].as_array().unwrap().len(), 1);
    assert_eq!(whole["tasks"][0]["done_percent"], 100);
    assert_eq!(whole["minutes"]["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(whole["notices"]["sent"], 23);
    let ward = world.ward;
    let lines = leader.get(&format!("/organisations/{ward}/meetings?from=2026-11&to=2026-11")).await.value();
    assert_eq!(lines["items"][0]["id"], json!(meeting));
    let months = leader.get(&format!("/organisations/{ward}/months?from=2026-01&to=2026-12")).await.value();
    assert_eq!(months["items"][0]["months"][0]["present"], 19);
}

#[tokio::test]
async fn members_prepare_and_ask_leave() {
    let house = House::new(Engine::Sqlite).await;
    let world = &house.world;
    let secretary = house.program(world.secretary).await;
    let member = house.program(world.member).await;
    let meeting = id(&house);
    let plan = json!({ "id": meeting, "plan": { "month": "2026-12", "kind": "routine" } });
    secretary.post(&format!("/organisations/{}/meetings", world.residential), plan).await.value();
    let path = format!("/meetings/{meeting}");
    member.put(&format!("{path}/leave"), json!({ "reason": "Đi công tác" })).await.value();
    let asked = secretary.get(&path).await.value();
    assert_eq!(asked["leave"][0]["reason"], "Đi công tác");
    let answer = json!({ "answer": "granted", "note": "Đồng ý" });
    secretary.put(&format!("{path}/leave/{}", world.members[5]), answer).await.value();
    let preparation = format!("{path}/preparations/{}", id(&house));
    member.put(&preparation, json!({ "kind": "remark", "body": "Ý kiến của tôi" })).await.value();
    let unseen = secretary.get(&path).await.value();
    assert_eq!(unseen["preparations"], json!([]), "one's own until released");
    member.act(&format!("{preparation}/release")).await.value();
    let seen = secretary.get(&path).await.value();
    assert_eq!(seen["preparations"][0]["body"], "Ý kiến của tôi");
    member.delete(&preparation).await.value();
    secretary.post(&format!("{path}/cancellation"), json!({ "reason": "Bão" })).await.value();
    assert_eq!(secretary.get(&path).await.value()["state"], "cancelled");
    secretary.delete(&format!("{path}/cancellation")).await.value();
}
