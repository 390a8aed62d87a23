//! Commendations, badges and discipline on pages and by API: entered, seen by who may, undone.

use axum::http::StatusCode;
use nennep_app::members;
use nennep_domain::{ids::MemberId, members::register};
use nennep_testkit::{Engine, World};
use rstest::rstest;
use serde_json::json;

use crate::asking::{Browser, House};

#[rstest]
#[tokio::test]
async fn a_commendation_is_entered_at_the_file_and_listed_in_its_year(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let (member, year) = (world.members[5], format!("/commendations?of={}&year=2026", world.residential));
    let none = secretary.get(&year).await;
    none.says(&["Năm này chưa ghi khen thưởng nào", "không phải để so sánh hay phê bình"]);
    let begun = secretary.get(&format!("/commendations/new?member={member}")).await.ok();
    let (id, of) = (begun.field("id"), member.to_string());
    let typed = [
        ("id", id.as_str()),
        ("member", of.as_str()),
        ("reason", "Sáng kiến phân loại rác"),
        ("decided_by", "Đảng ủy phường"),
        ("decided_on", "2026-10-20"),
        ("kind", "certificate"),
        ("decision_number", "12-QĐ/ĐU"),
    ];
    let missing = secretary.post("/commendations", &typed[..6]).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.has("Hãy ghi số quyết định") && missing.has("Sáng kiến phân loại rác"));
    let kept = secretary.post("/commendations", &typed).await;
    assert_eq!(kept.leads(), format!("/members/{member}"));
    let file = secretary.follow(&kept).await;
    file.says(&["Sáng kiến phân loại rác", "Giấy khen", "12-QĐ/ĐU", "Hoàn tác"]);
    secretary.get(&year).await.says(&["0 tập thể, 1 đồng chí", "Đảng ủy phường"]);

    let own = Browser::of(&world, world.member).await;
    own.get(&year).await.says(&["Sáng kiến phân loại rác"]);
    let one = format!("/commendations/{id}");
    let seen = own.get(&one).await.ok();
    assert!(!seen.has("Bỏ, ghi nhầm"), "the member sees it and does not keep it");
    assert_eq!(own.get(&format!("{one}/changes")).await.status, StatusCode::FORBIDDEN);
    let right = secretary.get(&format!("{one}/changes")).await;
    right.says(&["Sáng kiến phân loại rác", "Sửa khen thưởng"]);

    let end = [("decision_number", "20-QĐ/ĐU"), ("decided_on", "2026-11-01")];
    let ended = secretary.post(&format!("{one}/end"), &end).await;
    secretary.follow(&ended).await.says(&["Thôi từ ngày 01/11/2026", "Bỏ ghi thu hồi"]);
    secretary.post(&format!("{one}/end?_method=DELETE"), &[]).await.leads();
    secretary.post(&format!("{one}?_method=DELETE"), &[]).await.leads();
    assert_eq!(secretary.get(&one).await.status, StatusCode::NOT_FOUND);
}

/// Has the register keep another day of admission.
async fn admitted(world: &World, member: MemberId, on: &str) {
    let system = world.test.app.as_system();
    let profile = members::load_for_change(&system, member).await.unwrap();
    let typed = register::ASKED.into_iter().map(|field| (field, register::typed(&profile, field)));
    let mut typed: members::Typed = typed.collect();
    typed.insert(register::Field::AdmittedOn, on.to_owned());
    members::change(&system, member, &typed).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn statement_34_a_badge_goes_from_the_list_to_the_register(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (due, early) = (world.members[3], world.members[4]);
    admitted(&world, due, "01/11/1996").await;
    admitted(&world, early, "01/09/1997").await;
    let secretary = Browser::of(&world, world.secretary).await;
    let list = secretary.get("/badges").await;
    list.says(&["1 đồng chí dịp 07/11/2026", "Huy hiệu 30 năm", "Có thể xét sớm nếu bệnh nặng", "01-HD/TW"]);
    let id = list.field("id");
    let (member, back) = (due.to_string(), format!("/badges?of={}&on=2026-11-07", world.residential));
    let typed = [
        ("id", id.as_str()),
        ("member", member.as_str()),
        ("years", "30"),
        ("ground", "due"),
        ("day", "2026-11-07"),
        ("back", back.as_str()),
    ];
    let proposed = secretary.post("/badges", &typed).await;
    assert!(proposed.leads().starts_with("/badges?"), "back to the list");
    secretary.follow(&proposed).await.says(&["Đã có trong danh sách", "Chi bộ lập danh sách 02/11/2026"]);
    let wrong = [("member", early.to_string()), ("years", "30".to_owned()), ("day", "2026-11-07".to_owned())];
    let wrong: Vec<_> = wrong.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let refused = secretary.post("/badges", &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("01/09/2027") && refused.has("01-HD/TW"), "says when it is full, and the rule");

    let one = format!("/badges/{id}");
    secretary.get(&one).await.says(&["Đảng ủy đề nghị", "Đã có quyết định ngay", "In bản đề nghị"]);
    let bare = secretary.post(&format!("{one}/steps/decided"), &[("on", "2026-11-02")]).await;
    assert!(bare.status == StatusCode::UNPROCESSABLE_ENTITY && bare.has("Hãy ghi số quyết định"));
    let decided = [("on", "2026-11-02"), ("number", "700-QĐ/TU"), ("by", "Tỉnh ủy")];
    let decided = secretary.post(&format!("{one}/steps/decided"), &decided).await;
    secretary.follow(&decided).await.says(&["700-QĐ/TU", "Số huy hiệu", "Hoàn tác"]);
    let awarded = [("on", "2026-11-02"), ("number", "38-77001")];
    let awarded = secretary.post(&format!("{one}/steps/awarded"), &awarded).await;
    secretary.follow(&awarded).await.says(&["Số huy hiệu nằm trong hồ sơ"]);
    secretary.get(&format!("/members/{due}")).await.says(&["38-77001", "Huy hiệu 30 năm", "Đã trao"]);
    let pdf = secretary.get(&format!("{one}/request.pdf")).await;
    assert!(pdf.bytes.starts_with(b"%PDF"));
    for (ending, begins) in [("pdf", b"%PDF".as_slice()), ("xlsx", b"PK")] {
        let path = format!("/organisations/{}/badges.{ending}?on=2026-11-07", world.residential);
        assert!(secretary.get(&path).await.bytes.starts_with(begins));
    }
    let member = Browser::of(&world, world.member).await;
    assert_eq!(member.get("/badges").await.status, StatusCode::FORBIDDEN);
    assert_eq!(member.get(&one).await.status, StatusCode::FORBIDDEN);
}

#[rstest]
#[tokio::test]
async fn statement_25_discipline_has_its_own_pages_and_few_readers(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let member = world.members[5];
    let (kept, of) = (format!("/members/{member}/discipline"), member.to_string());
    secretary.get(&kept).await.says(&["Không có kỷ luật nào được ghi", "đều được ghi lại"]);
    let begun = secretary.get(&format!("/discipline/new?member={member}")).await;
    begun.says(&["Chi bộ tự quyết định: khiển trách, cảnh cáo (296-QĐ/TW, Điều 10.1.1)", "Khai trừ"]);
    let id = begun.field("id");
    let typed = |basis: &'static str| {
        [
            ("id", id.clone()),
            ("member", of.clone()),
            ("basis", basis.to_owned()),
            ("form", "expulsion".to_owned()),
            ("reason", "Vi phạm nghiêm trọng".to_owned()),
            ("on", "2026-10-30".to_owned()),
            ("decision_number", "3-QĐ/CB".to_owned()),
        ]
    };
    let send = async |basis| {
        let typed = typed(basis);
        let typed: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        secretary.post("/discipline", &typed).await
    };
    let heavier = send("cell").await;
    assert_eq!(heavier.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        heavier.has("đề nghị lên trên") && heavier.has("296-QĐ/TW") && heavier.has("Vi phạm nghiêm trọng")
    );
    let proposed = send("proposal").await;
    assert_eq!(proposed.leads(), kept);
    secretary.follow(&proposed).await.says(&["Chi bộ đề nghị Khai trừ ngày 30/10/2026", "Chờ quyết định"]);

    let inspector = Browser::of(&world, world.inspector).await;
    let list = format!("/discipline?of={}", world.ward);
    inspector.get(&list).await.says(&["Đề nghị chờ quyết định", "Khai trừ"]);
    let one = format!("/discipline/{id}");
    inspector.get(&one).await.says(&["Ghi quyết định của cấp trên"]);
    let decision = [("form", "warning"), ("on", "2026-11-01"), ("decision_number", "9-QĐ/UBKT")];
    let decided = inspector.post(&format!("{one}/decision"), &decision).await;
    inspector.follow(&decided).await.says(&["Cảnh cáo", "Có hiệu lực từ ngày 01/11/2026"]);
    let received = inspector.post(&format!("{one}/reception"), &[("on", "2026-11-02")]).await;
    inspector.follow(&received).await.says(&["khiếu nại đến hết ngày 02/12/2026", "Điều 25.1"]);
    let ended = inspector.post(&format!("{one}/end"), &[("on", "2026-11-02")]).await;
    inspector.follow(&ended).await.says(&["Đã hết hiệu lực"]);

    let own = Browser::of(&world, world.member).await;
    own.get(&kept).await.says(&["Cảnh cáo", "Đã hết hiệu lực"]);
    let file = own.get(&format!("/members/{member}")).await;
    file.says(&["xem kỷ luật"]);
    assert!(!file.has("Cảnh cáo"), "the file leads there and says nothing itself");
    assert_eq!(own.get(&one).await.status, StatusCode::FORBIDDEN, "one's own is not one's to keep");
    for account in [world.deputy, world.overseer, world.stranger, world.administrator] {
        let other = Browser::of(&world, account).await;
        assert_eq!(other.get(&kept).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.get(&one).await.status, StatusCode::NOT_FOUND);
    }
    let deputy = Browser::of(&world, world.deputy).await;
    assert!(!deputy.get(&format!("/members/{member}")).await.has("/discipline"), "no way is offered");
}

#[rstest]
#[tokio::test]
async fn the_same_is_done_by_api(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let house = House::new(engine).await;
    let world = &house.world;
    admitted(world, world.members[3], "01/11/1996").await;
    let secretary = house.program(world.secretary).await;
    let (cell, member) = (world.residential, world.members[3]);
    let id = "0190b5a0-0000-7000-8000-0000000000aa";
    let decision = json!({ "number": "12-QĐ/ĐU", "on": "2026-10-20", "by": "Đảng ủy phường" });
    let body = json!({ "kind": "certificate", "reason": "Sáng kiến", "decision": decision });
    let commended = format!("/organisations/{cell}/commendations/{id}");
    secretary.put(&commended, body).await.value();
    let year = secretary.get(&format!("/organisations/{cell}/commendations?year=2026")).await.value();
    assert_eq!((&year["commendations"][0]["reason"], &year["without"]), (&json!("Sáng kiến"), &json!([])));
    let to_come = json!({ "kind": "merit", "reason": "x", "decision": { "number": "1", "on": "2026-12-01", "by": "x" } });
    let wrong = secretary.put(&commended, to_come).await;
    assert_eq!(wrong.json()["errors"][0]["field"], json!("decision.on"));

    let proposal = format!("/members/{member}/badges/{id}");
    let body = json!({ "years": 30, "ground": "due", "day": "2026-11-07", "requested_on": "2026-11-02" });
    secretary.put(&proposal, body).await.value();
    let step = json!({ "on": "2026-11-02", "number": "7-QĐ/TU" });
    secretary.put(&format!("/badges/{id}/steps/decided"), step).await.value();
    let day = secretary.get("/badges?on=2026-11-07").await.value();
    assert_eq!(day["due"][0]["proposal"]["steps"][1]["number"], json!("7-QĐ/TU"));

    let settlement =
        json!({ "decision": { "number": "3-QĐ/CB", "on": "2026-10-30" }, "announced_on": "2026-10-30" });
    let body = |form: &str, kind: &str| json!({ "form": form, "reason": "Vi phạm", "basis": { "kind": kind, "settlement": settlement } });
    let measure = format!("/members/{member}/discipline/{id}");
    let heavier = secretary.put(&measure, body("dismissal", "cell")).await;
    assert_eq!(heavier.refused(422), "discipline-refused-heavier");
    assert_eq!(heavier.json()["citation"]["article"], json!("Điều 10.1.1"));
    secretary.put(&measure, body("reprimand", "cell")).await.value();
    let found = secretary.get(&format!("/members/{member}/discipline")).await.value();
    assert_eq!((&found[0]["holds"], &found[0]["holds_from"]), (&json!(true), &json!("2026-10-30")));
    let deputy = house.program(world.deputy).await;
    assert_eq!(deputy.get(&format!("/members/{member}/discipline")).await.status, StatusCode::NOT_FOUND);
}
