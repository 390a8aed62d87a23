//! Dated deeds on pages and by API: looked at, recorded, withdrawn, taken back; the tree of another day; signs.

use axum::http::StatusCode;
use nennep_testkit::{Engine, World};
use rstest::rstest;
use serde_json::json;

use crate::asking::{Browser, House};

#[rstest]
#[tokio::test]
async fn a_cell_is_renamed_by_a_decision(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let office = Browser::of(&world, world.office).await;
    let (cell, form) = (world.school, format!("/organisations/{}/deeds", world.school));
    let page = office.get(&format!("/organisations/{cell}")).await;
    page.says(&["Thay đổi tổ chức", "kind=merge", "kind=dissolve"]);
    let begun = office.get(&format!("{form}/new?kind=rename")).await;
    begun.says(&["Chi bộ Trường THCS An Bình", "38.168.000.000.004"]);
    let id = begun.field("id");
    let typed = [
        ("kind", "rename"),
        ("id", id.as_str()),
        ("name", "Chi bộ Trường An Bình"),
        ("code", "38.168.000.000.004"),
        ("on", "2026-10-01"),
        ("decision_number", "12-QĐ/ĐU"),
        ("decided_on", "2026-09-20"),
    ];
    let missing = office.post(&format!("{form}/preview"), &typed[..5]).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        missing.has("Hãy ghi số quyết định") && missing.has("Chi bộ Trường An Bình"),
        "what was typed comes back"
    );
    let looked = office.post(&format!("{form}/preview"), &typed).await;
    looked.says(&["đổi tên thành Chi bộ Trường An Bình", "có hiệu lực từ ngày"]);
    let again = office.post(&format!("{form}/form"), &typed).await;
    assert_eq!(again.field("name"), "Chi bộ Trường An Bình");

    let done = office.post(&form, &typed).await;
    assert_eq!(done.leads(), format!("/organisations/{cell}"));
    office.follow(&done).await.says(&[
        "Đã ghi nhận",
        "Chi bộ Trường An Bình",
        "12-QĐ/ĐU",
        "Chi bộ Trường THCS An Bình",
    ]);
    assert_eq!(office.post(&form, &typed).await.status, StatusCode::SEE_OTHER, "sent twice it is one deed");
    let before = office.get("/organisations?on=2026-09-30").await;
    before.says(&["Chi bộ Trường THCS An Bình", "30/09/2026"]);
    office.get("/organisations").await.says(&["Chi bộ Trường An Bình"]);
    office.get("/deeds").await.says(&["Đổi tên", "12-QĐ/ĐU", "Bỏ lần ghi này"]);
    let own_page = format!("/organisations/{cell}");
    let then = office.get(&format!("{own_page}?on=2026-09-30")).await;
    then.says(&["Chi bộ Trường THCS An Bình", "Tổ chức như vào ngày", "30/09/2026"]);
    let never = office.get(&format!("{own_page}?on=2020-01-01")).await;
    assert_eq!(never.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(never.has("Vào ngày này không có tổ chức"));
    let to_come = office.get(&format!("{own_page}?on=2030-01-01")).await;
    assert_eq!(to_come.status, StatusCode::UNPROCESSABLE_ENTITY);

    let asked = office.get(&format!("/deeds/{id}/taking-back")).await;
    asked.says(&["Bỏ một thay đổi đã ghi nhầm", "12-QĐ/ĐU"]);
    let undone = office.post(&format!("/deeds/{id}/taking-back"), &[]).await;
    office.follow(&undone).await.says(&["Đã bỏ lần ghi", "Đã rút"]);
    office.get(&own_page).await.says(&["Chi bộ Trường THCS An Bình"]);
    office.get(&format!("/deeds/{id}/taking-back")).await.says(&["không có gì để bỏ"]);

    let secretary = Browser::of(&world, world.secretary).await;
    let other = secretary.post(&format!("/deeds/{id}/taking-back"), &[]).await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);
    let own = format!("/organisations/{}/deeds/new?kind=rename", world.residential);
    assert_eq!(secretary.get(&own).await.status, StatusCode::FORBIDDEN);
    assert!(!secretary.get(&format!("/organisations/{}", world.residential)).await.has("kind=merge"));
}

#[rstest]
#[tokio::test]
async fn a_merger_to_come_is_withdrawn(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let office = Browser::of(&world, world.office).await;
    let form = format!("/organisations/{}/deeds", world.school);
    let begun = office.get(&format!("{form}/new?kind=merge")).await.ok();
    let (id, new, pick) = (begun.field("id"), begun.field("new"), format!("pick-{}", world.company));
    let typed = [
        ("kind", "merge"),
        ("id", id.as_str()),
        ("new", new.as_str()),
        (pick.as_str(), "true"),
        ("into", "new"),
        ("name", "Chi bộ Hợp nhất"),
        ("code", "38.168.000.000.009"),
        ("cell_type", "residential"),
        ("on", "2027-01-01"),
        ("decision_number", "13-QĐ/ĐU"),
        ("decided_on", "2026-11-01"),
    ];
    office.post(&format!("{form}/preview"), &typed).await.says(&[
        "12 đảng viên chuyển",
        "5 đảng viên chuyển",
        "Chờ đến ngày",
    ]);
    let kept = office.post(&form, &typed).await;
    let list = office.follow(&kept).await;
    list.says(&["Chờ đến ngày", "Sáp nhập", "Rút lại"]);
    office
        .get("/organisations?on=2027-01-01")
        .await
        .says(&["Chi bộ Hợp nhất", "theo các quyết định đang chờ"]);
    let lineage = office.get(&format!("/organisations/{}/lineage", world.ward)).await;
    lineage.says(&[
        "<svg",
        "stroke-dasharray",
        "01/01/2027",
        "Chi bộ Hợp nhất được lập từ",
        "4 chi bộ, 48 đảng viên",
        "13-QĐ/ĐU",
    ]);
    let member = Browser::of(&world, world.member).await;
    let seen = member.get(&format!("/organisations/{}/lineage", world.school)).await;
    seen.says(&["kết thúc hoạt động; tiếp nhận: Chi bộ Hợp nhất"]);
    assert!(!seen.has("48 đảng viên"), "numbers of members are for those who may see them");
    let wrong = office.get(&format!("/organisations/{}/lineage?from=mai", world.ward)).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let drawing = office.get(&format!("/organisations/{}/drawing?on=2027-01-01", world.ward)).await;
    drawing.says(&["<svg", "Chi bộ Hợp nhất", "01/01/2027"]);
    let withdrawn = office.post(&format!("/deeds/{id}?_method=DELETE"), &[]).await;
    office.follow(&withdrawn).await.says(&["Đã rút lại"]);
    assert!(!office.get("/organisations?on=2027-01-01").await.has("Chi bộ Hợp nhất"));
}

#[rstest]
#[tokio::test]
async fn a_member_is_exempted_and_it_is_taken_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let member = world.members[6];
    let file = format!("/members/{member}");
    secretary.get(&file).await.says(&["Ghi thay đổi", "kind=exempt", "kind=transfer"]);
    let begun = secretary.get(&format!("{file}/deeds/new?kind=exempt")).await.ok();
    let id = begun.field("id");
    let typed = [
        ("kind", "exempt"),
        ("id", id.as_str()),
        ("until", "2027-05-01"),
        ("reason", "Tuổi cao"),
        ("on", "2026-10-01"),
        ("decision_number", "3-NQ/CB"),
    ];
    secretary.post(&format!("{file}/deeds/look"), &typed).await.says(&["được miễn sinh hoạt", "01/10/2026"]);
    let done = secretary.post(&format!("{file}/deeds"), &typed).await;
    secretary.follow(&done).await.says(&[
        "Đã ghi.",
        "Miễn công tác và sinh hoạt",
        "3-NQ/CB",
        "kind=resume",
        "Bỏ lần ghi này",
    ]);
    let undone = secretary.post(&format!("{file}/deeds/{id}?_method=DELETE"), &[]).await;
    secretary.follow(&undone).await.says(&["Đã bỏ lần ghi vừa rồi", "kind=exempt"]);
    assert_eq!(secretary.get(&format!("{file}/deeds/new?kind=resume")).await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[tokio::test]
async fn a_transfer_goes_from_hand_to_hand(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let giving = Browser::of(&world, world.secretary).await;
    let receiving = Browser::of(&world, world.stranger).await;
    let member = world.members[6];
    let file = format!("/members/{member}");
    let begun = giving.get(&format!("{file}/deeds/new?kind=transfer")).await.ok();
    let (id, cell) = (begun.field("id"), world.agency.to_string());
    let typed = [
        ("kind", "transfer"),
        ("id", id.as_str()),
        ("cell", cell.as_str()),
        ("on", "2026-10-20"),
        ("decision_number", "7-QĐ/ĐU"),
    ];
    giving.post(&format!("{file}/deeds/look"), &typed).await.says(&["Khi nơi đến tiếp nhận"]);
    let introduced = giving.post(&format!("{file}/deeds"), &typed).await;
    giving.follow(&introduced).await.says(&["Đang chuyển sinh hoạt đến Chi bộ Văn phòng Đảng ủy"]);
    assert_eq!(receiving.get(&file).await.status, StatusCode::NOT_FOUND, "not before it is received");
    receiving.get("/transfers").await.says(&["Tiếp nhận ngày", "7-QĐ/ĐU"]);
    let early = receiving.post(&format!("/transfers/{id}/reception"), &[("on", "2026-10-01")]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    let received = receiving.post(&format!("/transfers/{id}/reception"), &[("on", "2026-11-01")]).await;
    receiving.follow(&received).await.says(&["Đã tiếp nhận", "Chuyển sinh hoạt chính thức"]);
    assert_eq!(giving.get(&file).await.status, StatusCode::NOT_FOUND);
    receiving.get("/transfers").await.says(&["Không có ai đang chuyển"]);
}

#[rstest]
#[tokio::test]
async fn the_same_by_api(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let house = House::new(engine).await;
    let world = &house.world;
    let office = house.program(world.office).await;
    let (ward, school, company) = (world.ward, world.school, world.company);
    let id = world.test.app.new_id();
    let decision = json!({ "number": "12-QĐ/ĐU", "on": "2026-10-25" });
    let deed = json!({ "kind": "merge", "cells": [company] });
    let body = json!({ "on": "2026-11-01", "decision": decision, "deed": deed });
    let looked = office.post(&format!("/organisations/{school}/deeds/preview"), body.clone()).await.value();
    assert_eq!((&looked["members"], &looked["waits"]), (&json!(5), &json!(false)));
    office.put(&format!("/organisations/{school}/deeds/{id}"), body.clone()).await.value();
    let tree = |on: &'static str| format!("/organisations/{ward}/tree?on={on}");
    let count = async |path: String| office.get(&path).await.value()["below"].as_array().unwrap().len();
    assert_eq!((count(tree("2026-10-31")).await, count(tree("2026-11-01")).await), (4, 3));
    let listed = office.get("/organisations?kind=cell&on=2026-10-31").await.value();
    assert_eq!(listed["items"].as_array().unwrap().len(), 4);
    let past = office.get(&format!("/organisations/{school}/past")).await.value();
    assert_eq!(past["predecessors"][0]["organisation"]["id"], json!(company));
    let lineage = office.get(&format!("/organisations/{ward}/lineage?from=2026-10-01")).await.value();
    assert_eq!((&lineage["steps"][0]["turn"], &lineage["unchanged"]), (&json!("became"), &json!(3)));
    assert_eq!(lineage["steps"][0]["decision"]["number"], json!("12-QĐ/ĐU"));
    assert_eq!((&lineage["ends"][0]["cells"], &lineage["ends"][1]["cells"]), (&json!(4), &json!(3)));
    let deeds = office.get("/deeds").await.value();
    assert_eq!((&deeds[0]["id"], &deeds[0]["kind"]), (&json!(id), &json!("merge")));
    assert_eq!(office.delete(&format!("/deeds/{id}")).await.refused(422), "history-refused-done-already");

    let member = world.members[6];
    let (deed, exempt) = (world.test.app.new_id(), json!({ "kind": "exempt", "reason": "Tuổi cao" }));
    let body = json!({ "on": "2026-10-26", "decision": decision, "deed": exempt });
    let path = format!("/members/{member}/deeds/{deed}");
    office.put(&path, body.clone()).await.value();
    let life = office.get(&format!("/members/{member}/deeds")).await.value();
    assert_eq!((&life[0]["kind"], &life[0]["can_be_taken_back"]), (&json!("exempt"), &json!(true)));
    office.delete(&path).await.value();
    let late = json!({ "on": "2026-10-20", "decision": decision, "deed": { "kind": "resign" } });
    let refused = office.put(&format!("/members/{member}/deeds/{}", world.test.app.new_id()), late).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "decided after it takes effect");
    let signs = office.get("/signs").await.value();
    assert!(signs.as_array().unwrap().iter().any(|one| one["statement"] == json!(27)));
}

#[rstest]
#[tokio::test]
async fn offices_of_another_day_and_who_has_no_secretary(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let house = House::new(engine).await;
    let world = &house.world;
    let office = Browser::of(world, world.office).await;
    let today = office.get("/offices").await;
    today.says(&["Chưa có bí thư", "Chi bộ Công ty Cơ khí Bình Minh", "Chi bộ Trường THCS An Bình"]);
    let then = office.get("/offices?on=2025-06-30").await;
    then.says(&["Chức vụ như vào ngày", "30/06/2025"]);
    assert!(!then.has("Bí thư:"), "nobody held one before the beginning");
    assert_eq!(office.get("/offices?on=hôm+qua").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let program = house.program(world.office).await;
    let path = format!("/organisations/{}/offices", world.ward);
    let vacant = program.get(&format!("{path}/vacancies")).await.value();
    let vacant: Vec<_> = vacant.as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
    assert_eq!(vacant, [json!(world.company), json!(world.school)]);
    let then = program.get(&format!("{path}?below=true&on=2025-06-30")).await.value();
    assert!(then.as_array().unwrap().is_empty());
    let ward = program.get(&format!("/organisations/{}?on=2025-07-01", world.ward)).await.value();
    assert_eq!(ward["membership"]["official"], json!(46));
}

#[rstest]
#[tokio::test]
async fn a_meeting_by_sub_cells_is_called_with_a_warning(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let house = House::new(engine).await;
    let world = &house.world;
    let ctx = world.acting_for(world.secretary).await;
    let id = nennep_domain::ids::MeetingId(ctx.new_id());
    let line = nennep_app::meetings::PlanLine {
        month: nennep_domain::time::Month::new(2026, 11).unwrap(),
        kind: nennep_domain::meetings::MeetingKind::SubCell,
        topic: String::new(),
        starts_at: Some(jiff::civil::date(2026, 11, 20).at(19, 30, 0, 0)),
        place: "Nhà văn hóa".to_owned(),
    };
    nennep_app::meetings::plan(&ctx, world.residential, id, &line).await.unwrap();
    let secretary = Browser::of(world, world.secretary).await;
    for path in [format!("/meetings/{id}"), format!("/meetings/{id}/call")] {
        secretary.get(&path).await.says(&[
            "không được tính là sinh hoạt chi bộ",
            "Chi bộ chưa có tổ đảng",
            "03-HD/TW",
        ]);
    }
    let program = house.program(world.secretary).await;
    let meeting = program.get(&format!("/meetings/{id}")).await.value();
    assert_eq!(meeting["sub_cell_faults"][0]["code"], json!("sub-cells-none"));
    let signs = program.get("/signs").await.value();
    assert!(signs.as_array().unwrap().iter().any(|one| one["kind"] == json!("sub_cells_do_not_count")));
}
