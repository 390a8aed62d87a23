//! The succession plan on pages and by API.

use axum::http::StatusCode;
use nennep_testkit::Engine;
use rstest::rstest;
use serde_json::json;

use crate::asking::{Browser, House};

#[rstest]
#[tokio::test]
async fn a_plan_is_kept_on_its_page(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let house = House::new(engine).await;
    let world = &house.world;
    let secretary = Browser::of(world, world.secretary).await;
    let cell = world.residential.to_string();
    let path = format!("/nominees?of={cell}");
    secretary.get(&path).await.says(&["Quy hoạch", "Chưa giới thiệu ai", "2025-2030"]);
    let begun = secretary.get(&format!("/nominees/new?of={cell}&q=an")).await.ok();
    begun.says(&["Đồng chí được giới thiệu"]);
    let (id, member) = (begun.field("id"), world.members[4].to_string());
    let typed = [
        ("id", id.as_str()),
        ("of", cell.as_str()),
        ("organisation", cell.as_str()),
        ("member", member.as_str()),
        ("office", "deputy"),
        ("put_forward_on", "2026-10-01"),
        ("manager", "true"),
        ("note", "Có uy tín"),
    ];
    let wrong = secretary.post("/nominees", &[&typed[..4], &typed[5..]].concat()).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = secretary.post("/nominees", &typed).await;
    secretary.follow(&done).await.says(&[
        "Đã giới thiệu",
        "Có uy tín",
        "Phó bí thư",
        "Giới thiệu 01/10/2026",
    ]);
    let agreed = secretary.post(&format!("/nominees/{id}/agreement"), &[("on", "2026-10-20")]).await;
    secretary.follow(&agreed).await.says(&["Cấp trên đồng ý 20/10/2026"]);
    let asked = [("of", cell.as_str()), ("term", "2025-2030"), ("make_up", "managers"), ("count", "2")];
    let done = secretary.post("/nominees/targets", &asked).await;
    secretary.follow(&done).await.says(&["Cán bộ quản lý", "1/2"]);
    let young = [("of", cell.as_str()), ("term", "2025-2030"), ("make_up", "young"), ("count", "2")];
    let wrong = secretary.post("/nominees/targets", &young).await;
    wrong.comes_back(&["Hãy ghi tuổi"]);
    let out = secretary.post(&format!("/nominees/{id}/withdrawal"), &[("on", "2026-10-25")]).await;
    secretary.follow(&out).await.says(&["Đã đưa ra", "Đưa trở lại"]);
    let back = secretary.post(&format!("/nominees/{id}/withdrawal?_method=DELETE"), &[]).await;
    secretary.follow(&back).await.says(&["Đã đưa trở lại"]);
    let member = Browser::of(world, world.member).await;
    assert_eq!(member.get(&path).await.status, StatusCode::FORBIDDEN);

    let program = house.program(world.leader).await;
    let plan = program.get(&format!("/organisations/{cell}/nominees")).await.value();
    assert_eq!((&plan["term"], &plan["nominees"][0]["office"]), (&json!("2025-2030"), &json!("deputy")));
    assert_eq!(
        plan["targets"][0],
        json!({ "make_up": "managers", "asked": 2, "under_age": null, "reached": 1 })
    );
    let office = house.program(world.office).await;
    let new = world.test.app.new_id();
    let body = json!({ "office": "secretary", "member": world.members[6], "put_forward": "2026-10-02" });
    office.put(&format!("/organisations/{cell}/nominees/{new}"), body).await.value();
    office.post(&format!("/nominees/{new}/agreement"), json!({ "on": "2026-10-03" })).await.value();
    office.delete(&format!("/nominees/{new}/agreement")).await.value();
    office.post(&format!("/nominees/{new}/withdrawal"), json!({ "on": "2026-10-03" })).await.value();
    office.delete(&format!("/nominees/{new}/withdrawal")).await.value();
    let ask = json!({ "term": "2025-2030", "make_up": "women", "count": 1 });
    office.post(&format!("/organisations/{cell}/nominees/targets"), ask).await.value();
}
