//! Classes on pages and by API: held, learnt in, certified; a member's own; secretaries without training.

use axum::http::StatusCode;
use nennep_testkit::{Engine, World};
use rstest::rstest;
use serde_json::json;

use crate::asking::{Browser, House};

#[rstest]
#[tokio::test]
async fn a_class_is_held_from_its_first_day_to_the_certificates(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = Browser::of(&world, world.office).await;
    let year = format!("/classes?of={}&year=2026", world.ward);
    office.get(&year).await.says(&["Năm này chưa có lớp nào", "Bí thư chưa qua bồi dưỡng"]);
    let begun = office.get(&format!("/classes/new?of={}", world.ward)).await.ok();
    let (id, of) = (begun.field("id"), world.ward.to_string());
    let typed = [
        ("id", id.as_str()),
        ("of", of.as_str()),
        ("kind", "secretaries"),
        ("title", "Nghiệp vụ bí thư chi bộ"),
        ("from_on", "2026-10-05"),
        ("to_on", "2026-10-09"),
    ];
    let missing = office.post("/classes", &typed[..5]).await;
    assert!(missing.status == StatusCode::UNPROCESSABLE_ENTITY && missing.has("Nghiệp vụ bí thư chi bộ"));
    let held = office.post("/classes", &typed).await;
    let path = format!("/classes/{id}");
    assert_eq!(held.leads(), path);
    office.follow(&held).await.says(&["Đã ghi lớp", "Chưa có học viên", "Bỏ lớp này"]);

    let session = [
        ("id", "0190b5a0-0000-7000-8000-0000000000ab"),
        ("on", "2026-10-06"),
        ("topic", "Chủ trì sinh hoạt"),
    ];
    let entered = office.post(&format!("{path}/sessions"), &session).await;
    office.follow(&entered).await.says(&["Chủ trì sinh hoạt", "06/10/2026"]);
    let member = world.members[0].to_string();
    let learner = "0190b5a0-0000-7000-8000-0000000000ac";
    let added =
        office.post(&format!("{path}/learners"), &[("id", learner), ("member", member.as_str())]).await;
    office.follow(&added).await.says(&["Chi bộ Tổ dân phố số 5", "0/1 buổi", "Hoàn tác"]);
    let again = office.post(&format!("{path}/learners"), &[("member", member.as_str())]).await;
    assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.has("đã có trong lớp"));
    let was = format!("was-{learner}");
    let attended = format!("{path}/sessions/0190b5a0-0000-7000-8000-0000000000ab/attendance");
    let attended = office.post(&attended, &[(was.as_str(), "true")]).await;
    office.follow(&attended).await.says(&["1/1 buổi", "1/1 có mặt"]);
    let untrained = format!("/classes/untrained?of={}", world.ward);
    office.get(&untrained).await.says(&["4 trong 4 bí thư, phó bí thư"]);
    let given = [("learner", learner), ("number", "12/GCN"), ("certified_on", "2026-10-09")];
    let certified = office.post(&format!("{path}/certificates"), &given).await;
    office.follow(&certified).await.says(&["Giấy chứng nhận số 12/GCN, ngày 09/10/2026", "Hoàn tác"]);
    office.get(&untrained).await.says(&["3 trong 4 bí thư, phó bí thư"]);
    office.get(&year).await.says(&["Nghiệp vụ bí thư chi bộ", "1 học viên, 1 giấy chứng nhận"]);

    let secretary = Browser::of(&world, world.secretary).await;
    secretary.get("/classes/own").await.says(&["Nghiệp vụ bí thư chi bộ", "12/GCN"]);
    assert_eq!(secretary.get(&path).await.status, StatusCode::NOT_FOUND);
    let member = Browser::of(&world, world.member).await;
    member.get("/classes/own").await.says(&["Chưa có lớp nào"]);
    let inspector = Browser::of(&world, world.inspector).await;
    let seen = inspector.get(&path).await.ok();
    assert!(!seen.has("Ghi vào lớp"), "seen and not kept");
    assert_eq!(inspector.post("/classes", &typed).await.status, StatusCode::FORBIDDEN);
}

#[rstest]
#[tokio::test]
async fn the_same_is_done_by_api(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let house = House::new(engine).await;
    let world = &house.world;
    let office = house.program(world.office).await;
    let (id, learner) = (world.test.app.new_id(), world.test.app.new_id());
    let body = json!({ "kind": "candidates", "title": "Nhận thức về Đảng", "from": "2026-10-05", "to": "2026-10-09" });
    office.put(&format!("/organisations/{}/classes/{id}", world.ward), body).await.value();
    let path = format!("/classes/{id}");
    office.put(&format!("{path}/learners/{learner}"), json!({ "name": "Lê Thị An" })).await.value();
    let member = json!({ "member": world.members[5] });
    let refused = office.put(&format!("{path}/learners/{}", world.test.app.new_id()), member).await;
    assert_eq!(refused.refused(422), "learning-refused-for-candidates");
    let given = json!({ "number": "7", "on": "2026-10-09" });
    office.put(&format!("{path}/learners/{learner}/certificate"), given).await.value();
    let class = office.get(&path).await.value();
    assert_eq!(class["learners"][0]["certificate"]["valid_until"], json!("2031-10-09"));
    let year = office.get(&format!("/organisations/{}/classes?year=2026", world.ward)).await.value();
    assert_eq!((&year["learners"], &year["classes"][0]["certified"]), (&json!(1), &json!(1)));
    let untrained = office.get(&format!("/organisations/{}/untrained-secretaries", world.ward)).await.value();
    assert_eq!(untrained.as_array().unwrap().len(), 4);
}
