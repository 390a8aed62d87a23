//! The way to admission on pages and by API: what is missing, what is refused and why, and the same deeds both ways.

use axum::http::{StatusCode, header};
use nennep_domain::ids::{CandidateId, DeedId};
use nennep_testkit::{Engine, World};
use rstest::rstest;
use serde_json::json;

use crate::asking::{Browser, House};

const WHO: [(&str, &str); 7] = [
    ("name", "Đinh Thị Ưu Tú"),
    ("born_on", "1995-02-03"),
    ("sex", "female"),
    ("schooling", "university"),
    ("workplace", "Trường THCS An Bình"),
    ("listed_on", "2026-01-08"),
    ("listed_by", "01-NQ/CB"),
];

/// Somebody put on the residential cell's list by the form.
async fn listed(world: &World, browser: &Browser) -> String {
    let cell = world.residential.to_string();
    let new = browser.get(&format!("/candidates/new?cell={cell}")).await.ok();
    let id = new.field("id");
    let form: Vec<_> = WHO.into_iter().chain([("cell", cell.as_str()), ("id", id.as_str())]).collect();
    let path = format!("/candidates/{id}");
    assert_eq!(browser.post("/candidates", &form).await.leads(), path);
    assert_eq!(browser.post("/candidates", &form).await.leads(), path, "sent twice it is one");
    path
}

#[rstest]
#[tokio::test]
async fn the_list_teaches_and_a_person_has_one_next_action(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let cell = world.residential;
    let empty = secretary.get(&format!("/candidates?of={cell}")).await;
    empty.says(&["Chưa có ai trong danh sách", "Rà soát danh sách", "Đảng viên dự bị"]);
    let path = listed(&world, &secretary).await;
    let page = secretary.get(&path).await;
    page.says(&["Đinh Thị Ưu Tú", "Phân công người giúp đỡ", "06-HD/TW"]);
    assert!(!page.has("Đang vướng"));

    let wrong = [("cell", cell.to_string()), ("name", "An".to_owned())];
    let wrong: Vec<(&str, &str)> = wrong.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let refused = secretary.post("/candidates", &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("Hãy ghi đủ họ và tên.") && refused.field("name") == "An", "what was typed stays");

    let helper = format!("{path}/steps/helper");
    assert!(secretary.get(&helper).await.ok().has("Đảng viên giúp đỡ"));
    let member = world.members[3].to_string();
    let form = [("member", member.as_str()), ("on", "2026-01-08")];
    assert_eq!(secretary.post(&helper, &form).await.leads(), path);
    let early = secretary.post(&format!("{path}/steps/cv"), &[("on", "2026-03-01")]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.has("Cần có trước: đơn xin vào Đảng") && early.has("06-HD/TW, 3.4"));
    let old = [("on", "2021-10-01"), ("number", "125/GCN")];
    assert_eq!(secretary.post(&format!("{path}/steps/certificate"), &old).await.leads(), path);
    let page = secretary.get(&path).await;
    page.says(&["Đang vướng", "Giấy chứng nhận cấp ngày 01/10/2021", "06-HD/TW, 5.4"]);
    let signs = secretary.get(&format!("/signs?of={cell}")).await;
    signs.says(&["Giấy chứng nhận quá hạn", &path]);
    assert_eq!(secretary.post(&format!("{path}/steps/certificate?_method=DELETE"), &[]).await.leads(), path);

    let day = [("on", "2026-11-02"), ("note", "Giữ nguyên")];
    let review = format!("/organisations/{cell}/candidate-reviews");
    assert_eq!(secretary.post(&review, &day).await.leads(), format!("/candidates?of={cell}"));
    let to_come = secretary.post(&review, &[("on", "2027-01-01")]).await;
    assert_eq!(to_come.status, StatusCode::UNPROCESSABLE_ENTITY);
    secretary.get(&format!("/candidates?of={cell}")).await.says(&["Giữ nguyên", "Đinh Thị Ưu Tú"]);

    let dropping = format!("{path}/dropping");
    assert!(secretary.get(&dropping).await.ok().has("Lý do"));
    let silent = secretary.post(&dropping, &[("on", "2026-11-02"), ("reason", "")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = [("on", "2026-11-02"), ("reason", "Chuyển công tác")];
    assert_eq!(secretary.post(&dropping, &form).await.leads(), path);
    secretary.get(&path).await.says(&["Chuyển công tác", "Đưa lại vào danh sách"]);
    assert_eq!(secretary.post(&format!("{dropping}?_method=DELETE"), &[]).await.leads(), path);
    for (page, words) in
        [("changes", "Sửa thông tin"), ("move", "Chọn chi bộ"), ("steps/vote", "Chưa biểu quyết được")]
    {
        assert!(secretary.get(&format!("{path}/{page}")).await.ok().has(words), "{page}");
    }
}

#[rstest]
#[tokio::test]
async fn pages_of_recruiting_open_to_those_they_are_for(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let path = listed(&world, &Browser::of(&world, world.secretary).await).await;
    let (cell, ward) = (world.residential, world.ward);
    let accounts = [
        world.secretary,
        world.member,
        world.overseer,
        world.leader,
        world.office,
        world.inspector,
        world.administrator,
        world.stranger,
    ];
    for (page, expected) in [
        (path.clone(), [200, 404, 404, 200, 200, 200, 404, 404]),
        (format!("{path}/steps/application"), [200, 404, 404, 403, 200, 403, 404, 404]),
        (format!("{path}/papers/application.docx"), [200, 404, 404, 200, 200, 200, 404, 404]),
        (format!("/candidates?of={cell}"), [200, 403, 403, 200, 200, 200, 403, 403]),
        (format!("/candidates?of={ward}"), [200, 403, 200, 200, 200, 200, 403, 200]),
        (format!("/organisations/{cell}/admission-target"), [403, 403, 403, 200, 200, 403, 403, 403]),
    ] {
        let mut found = Vec::new();
        for account in accounts {
            found.push(Browser::of(&world, account).await.get(&page).await.status.as_u16());
        }
        assert_eq!(found, expected, "{page}");
    }
    let leader = Browser::of(&world, world.leader).await;
    let target = [("year", "2026"), ("admissions", "2")];
    let set = leader.post(&format!("/organisations/{cell}/admission-target"), &target).await;
    assert_eq!(set.leads(), format!("/candidates?of={ward}"));
    let year = leader.get(&format!("/candidates?of={ward}")).await;
    year.says(&["Kết nạp năm 2026: 0/2", "Tháng trước và tháng này chưa rà soát", "Chi bộ Tổ dân phố số 5"]);
    assert!(!year.has("Đinh Thị Ưu Tú"), "numbers, no names");
    let printed = leader.get(&format!("{path}/papers/application.pdf")).await;
    assert!(printed.bytes.starts_with(b"%PDF") && printed.header(header::CONTENT_TYPE) == "application/pdf");
}

#[rstest]
#[tokio::test]
async fn the_whole_way_by_api(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let house = House::new(engine).await;
    let world = &house.world;
    let program = house.program(world.secretary).await;
    let app = &world.test.app;
    let (id, cell) = (CandidateId(app.new_id()), world.residential);
    let person = json!({ "name": "Đinh Thị Ưu Tú", "sex": "female", "born_on": "1995-02-03", "schooling": "university",
        "listed_on": "2026-01-08" });
    program.put(&format!("/organisations/{cell}/candidates/{id}"), person).await.value();
    let path = format!("/candidates/{id}");
    let helper = json!({ "member": world.members[3].0, "from": "2026-01-08" });
    program.put(&format!("{path}/helper"), helper).await.value();
    let early = program.put(&format!("{path}/steps/cv"), json!({ "on": "2026-03-09" })).await;
    assert_eq!(early.refused(422), "recruiting-refused-before");
    for (step, on) in [
        ("certificate", "2025-12-01"),
        ("application", "2026-03-02"),
        ("cv", "2026-03-09"),
        ("seal", "2026-03-20"),
        ("check", "2026-08-03"),
        ("associations", "2026-09-01"),
        ("residence", "2026-09-08"),
        ("comment", "2026-09-28"),
    ] {
        let body = json!({ "on": on, "number": "12/GCN" });
        program.put(&format!("{path}/steps/{step}"), body).await.value();
    }
    for n in [3, 4] {
        let member = world.members[n];
        let body = json!({ "introduced_on": "2026-09-20", "together_from": "2025-07-01" });
        program.put(&format!("{path}/introducers/{member}"), body).await.value();
    }
    let file = program.get(&path).await.value();
    assert_eq!((&file["next"], file["introducers"].as_array().unwrap().len()), (&json!("vote"), 2));
    let vote = |in_favour: u32| json!({ "on": "2026-10-05", "counted": 20, "in_favour": in_favour });
    let lost = program.put(&format!("{path}/steps/vote"), vote(13)).await;
    assert_eq!(lost.refused(422), "recruiting-refused-not-carried");
    program.put(&format!("{path}/steps/vote"), vote(14)).await.value();
    let decision = json!({ "on": "2026-10-15", "number": "212-QĐ/ĐU" });
    program.put(&format!("{path}/steps/decision"), decision).await.value();
    let deed = DeedId(app.new_id());
    let held = program.put(&format!("{path}/ceremony/{deed}"), json!({ "on": "2026-10-30" })).await.value();
    let again = program.put(&format!("{path}/ceremony/{deed}"), json!({ "on": "2026-10-30" })).await.value();
    assert_eq!(held, again);
    let member = held["member"].as_str().unwrap();
    let listed = program.get(&format!("/organisations/{cell}/candidates")).await.value();
    assert_eq!(listed["admitted_this_year"], 1);
    let probationer = listed["probationers"].as_array().unwrap().iter().find(|one| one["member"] == member);
    assert_eq!(probationer.unwrap()["over_on"], "2027-10-30");
    let review = json!({ "on": "2026-11-02" });
    let month = format!("/organisations/{cell}/candidate-reviews/2026-11");
    program.put(&month, review.clone()).await.value();
    let other = program.put(&format!("/organisations/{cell}/candidate-reviews/2026-10"), review).await;
    assert_eq!(other.refused(422), "invalid");
    program.delete(&month).await.value();
    let cells = program.get(&format!("/organisations/{cell}/recruiting")).await.value();
    assert_eq!((&cells[0]["admitted"], cells.as_array().unwrap().len()), (&json!(1), 1));
    program.delete(&format!("{path}/steps/ceremony")).await.value();
    assert_eq!(program.get(&path).await.value()["next"], "ceremony");
}

#[rstest]
#[tokio::test]
async fn a_vote_goes_from_the_candidates_page_to_the_room_and_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let path = listed(&world, &secretary).await;
    let page = format!("{path}/cell-vote");
    secretary.get(&page).await.ok().says(&["Chưa có cuộc họp nào sắp tới", "Còn thiếu: đơn xin vào Đảng"]);
    let meeting = world.call_meeting(jiff::civil::date(2026, 11, 20)).await;
    let form = secretary.get(&page).await;
    form.says(&["20/11", "06-HD/TW"]);
    let none = secretary.post(&page, &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let chosen = meeting.to_string();
    assert_eq!(secretary.post(&page, &[("meeting", &chosen)]).await.leads(), path);
    secretary.get(&path).await.says(&["Trong chương trình, chờ biểu quyết", "Cuộc họp 20/11/2026"]);
    let overview = secretary.get(&format!("/meetings/{meeting}")).await;
    overview.says(&["Biểu quyết về người", &path, "Đinh Thị Ưu Tú"]);
    let member = Browser::of(&world, world.member).await;
    assert!(!member.get(&format!("/meetings/{meeting}")).await.ok().has(&path), "no way to a closed file");
    let again = secretary.post(&format!("{path}/steps/vote"), &[("on", "2026-11-17")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(secretary.post(&format!("{page}?_method=DELETE"), &[]).await.leads(), path);
    assert!(!secretary.get(&path).await.has("Trong chương trình, chờ biểu quyết"));
}

#[rstest]
#[tokio::test]
async fn the_way_to_recognition_shows_what_is_missing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let member = world.members[20];
    let path = format!("/members/{member}/probation");
    secretary.get(&format!("/members/{member}")).await.says(&["Đường đến công nhận chính thức", &path]);
    let page = secretary.get(&path).await;
    page.says(&["Lễ kết nạp 20/01/2026", "Hết dự bị 20/01/2027", "Ghi giấy chứng nhận lớp đảng viên mới"]);
    let step = format!("{path}/steps/self_review");
    secretary.get(&step).await.ok().says(&["Bản tự kiểm điểm"]);
    let early = secretary.post(&step, &[("on", "2026-01-19")]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.has("trước lễ kết nạp 20/01/2026"));
    assert_eq!(secretary.post(&step, &[("on", "2026-10-20"), ("note", "Đã nộp")]).await.leads(), path);
    secretary.get(&path).await.says(&["20/10/2026", "Đã nộp"]);
    assert_eq!(secretary.post(&format!("{step}?_method=DELETE"), &[]).await.leads(), path);
    world.test.at(jiff::civil::date(2027, 1, 20).at(8, 0, 0, 0));
    secretary.get(&path).await.says(&["Còn thiếu", "Đưa ra chi bộ biểu quyết"]);
    let printed = secretary.get(&format!("{path}/papers/decision.pdf")).await;
    assert!(printed.bytes.starts_with(b"%PDF"));
    let stranger = Browser::of(&world, world.stranger).await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    let none = secretary.get(&format!("/members/{}/probation", world.members[3])).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND, "an official member of old");
}

#[rstest]
#[tokio::test]
async fn probation_by_api(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let house = House::new(engine).await;
    let program = house.program(house.world.secretary).await;
    let path = format!("/members/{}/probation", house.world.members[20]);
    let step = json!({ "on": "2026-10-02", "number": "18/GCN" });
    program.put(&format!("{path}/steps/class"), step).await.value();
    let file = program.get(&path).await.value();
    assert_eq!((&file["over_on"], &file["next"]), (&json!("2027-01-20"), &json!("self_review")));
    assert_eq!(file["steps"][0]["number"], "18/GCN");
    let day = jiff::civil::date(2026, 11, 20);
    let meeting = house.world.call_meeting(day).await;
    let early = program.put(&format!("{path}/cell-vote"), json!({ "meeting": meeting.0 })).await;
    assert_eq!(early.refused(422), "probation-refused-not-over");
    program.delete(&format!("{path}/cell-vote")).await.value();
    program.delete(&format!("{path}/steps/class")).await.value();
    assert_eq!(program.get(&path).await.value()["next"], "class");
}
