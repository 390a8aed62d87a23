//! The yearly rating on pages and by API: opened, self-rated, voted, decided, closed or refused; each sees only what is theirs.

use axum::http::StatusCode;
use nennep_testkit::{Engine, World};
use rstest::rstest;
use serde_json::{Value, json};

use crate::asking::{Browser, House};

/// The secretary's votes: everybody good but some, who are excellent.
fn votes(members: &[String], excellent: usize) -> Vec<(String, String)> {
    let mut form = vec![("issued".to_owned(), "20".to_owned()), ("returned".to_owned(), "20".to_owned())];
    let keys = members.iter().map(String::as_str).chain(["cell"]);
    for (n, key) in keys.enumerate() {
        let (level, points) = if n < excellent { ("excellent", "92,5") } else { ("good", "81") };
        let mut field = |name: &str, value: &str| form.push((format!("{name}-{key}"), value.to_owned()));
        field("level", level);
        field("points", points);
        field(level, "20");
        for (name, value) in [("due", "10"), ("done", "10"), ("late", "0"), ("above", "3")] {
            field(name, value);
        }
    }
    form
}

fn borrowed(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// The round just opened by the leader, as the address of its closing says.
fn round_of(page: &str) -> String {
    let (_, rest) = page.split_once("/ratings/").unwrap();
    rest.split(['/', '?', '"']).next().unwrap().to_owned()
}

async fn opened(world: &World, leader: &Browser) -> String {
    let sheet = format!("/organisations/{}/ratings", world.ward);
    let begun = leader.get(&sheet).await.ok();
    let id = begun.field("id");
    let form = [("id", id.as_str()), ("year", "2026"), ("counted_on", "2026-11-02")];
    let done = leader.post(&sheet, &form).await;
    leader.follow(&done).await.says(&["Đã mở đợt đánh giá năm 2026", "48 đảng viên chưa có quyết định"]);
    assert_eq!(leader.post(&sheet, &form).await.status, StatusCode::SEE_OTHER, "sent twice it is one round");
    id
}

#[rstest]
#[tokio::test]
async fn a_year_is_rated_on_pages(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (leader, secretary, member) = (
        Browser::of(&world, world.leader).await,
        Browser::of(&world, world.secretary).await,
        Browser::of(&world, world.member).await,
    );
    member.get("/ratings").await.says(&["Chưa có đợt đánh giá nào"]);
    let round = opened(&world, &leader).await;
    member.get("/").await.says(&["Tự đánh giá, xếp loại năm 2026"]);
    let own = format!("/ratings/{round}/members/{}", world.members[5]);
    member.get("/ratings").await.says(&["Cấp ủy đã mở đợt đánh giá", &own]);
    let other = format!("/ratings/{round}/members/{}", world.members[6]);
    assert_eq!(member.get(&other).await.status, StatusCode::NOT_FOUND);
    let cell = format!("/organisations/{}/ratings", world.residential);
    assert_eq!(member.get(&cell).await.status, StatusCode::FORBIDDEN);

    let begun = member.get(&own).await.ok();
    let id = begun.field("id");
    let empty = [("id", id.as_str()), ("well", ""), ("faults", "Ít phát biểu"), ("points", "chín mươi")];
    let again = member.post(&format!("{own}/self"), &empty).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.has("Ít phát biểu") && again.has("Điểm ghi bằng số"), "what was typed comes back");
    let typed = [
        ("id", id.as_str()),
        ("level", "good"),
        ("points", "88,5"),
        ("due", "10"),
        ("done", "10"),
        ("late", "0"),
        ("above", "3"),
        ("well", "Hoàn thành nhiệm vụ"),
        ("faults", "Ít phát biểu"),
    ];
    let rated = member.post(&format!("{own}/self"), &typed).await;
    member.follow(&rated).await.says(&[
        "Đã ghi phần tự đánh giá",
        "88,5 điểm",
        "Hoàn tác",
        "cần từ 90 điểm (366-QĐ/TW, Điều 11)",
    ]);
    let form = member.get(&format!("{own}/form.pdf")).await;
    assert!(form.bytes.starts_with(b"%PDF"));

    secretary.get(&cell).await.says(&[
        "21 đồng chí chưa tự đánh giá",
        "Nhập phiếu của chi bộ",
        "Tập thể chi bộ",
    ]);
    let opinion = [("source", "residence"), ("from", "Chi bộ số 3"), ("text", "Gương mẫu")];
    let given = secretary.post(&format!("{own}/opinions"), &opinion).await;
    secretary.follow(&given).await.says(&["Đã ghi ý kiến", "Gương mẫu", "Nơi cư trú nhận xét"]);
    let vote = format!("/ratings/{round}/cells/{}/vote", world.residential);
    secretary.get(&vote).await.says(&["Phiếu của chi bộ", "20 đảng viên chính thức"]);
    let members: Vec<String> = world.members.iter().map(ToString::to_string).collect();
    let mut wrong = votes(&members, 5);
    wrong.push((format!("good-{}", members[0]), "3".to_owned()));
    let refused = secretary.post(&vote, &borrowed(&wrong)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("Phiếu hợp lệ nhiều hơn phiếu thu về") && refused.has("92,5"));
    let voted = secretary.post(&vote, &borrowed(&votes(&members, 5))).await;
    secretary.follow(&voted).await.says(&["Đã ghi phiếu cho 23 dòng", "Hoàn thành xuất sắc"]);
    let decision = format!("/ratings/{round}/cells/{}/decision", world.residential);
    assert_eq!(secretary.get(&decision).await.status, StatusCode::FORBIDDEN);
    decided(&leader, &decision).await;

    let mine = member.get(&own).await.ok();
    mine.says(&["Kết quả xếp loại", "15-QĐ/ĐU", "Hoàn thành tốt"]);
    let answer = [("id", &*world.test.app.new_id().to_string()), ("text", "Tôi nhất trí")]
        .map(|(a, b)| (a, b.to_owned()));
    let sent = member
        .post(&format!("{own}/answer"), &[(answer[0].0, &answer[0].1), (answer[1].0, &answer[1].1)])
        .await;
    member.follow(&sent).await.says(&["Đã gửi ý kiến", "Tôi nhất trí"]);
    let closing = leader.get(&format!("/ratings/{round}/closure")).await.ok();
    closing.says(&["Chưa đóng được", "Còn 26 đảng viên và 3 tập thể chưa có quyết định"]);
    let sheet = leader.get(&format!("/organisations/{}/ratings", world.ward)).await.ok();
    sheet.says(&["Vượt trần", "21-HD/BTCTW", "Các đồng chí được xếp xuất sắc"]);
    assert_eq!(round_of(&closing.body), round);
    let refused = leader.post(&format!("/ratings/{round}/closure"), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let file = secretary.get(&format!("{cell}/sheet.xlsx")).await;
    assert!(file.status == StatusCode::OK && file.bytes.starts_with(b"PK"));
}

/// Decides as the cell proposed: the levels stand chosen in the form.
async fn decided(leader: &Browser, path: &str) {
    let page = leader.get(path).await.ok();
    let mut form = vec![("on".to_owned(), "2026-11-02".to_owned())];
    for piece in page.body.split("name=\"level-").skip(1) {
        let (key, rest) = piece.split_once('"').unwrap();
        let list = rest.split("</select>").next().unwrap();
        let (before, _) = list.split_once("\" selected").unwrap();
        let chosen = before.rsplit('"').next().unwrap();
        form.push((format!("level-{key}"), chosen.to_owned()));
    }
    assert_eq!(form.len(), 24);
    let unnumbered = leader.post(path, &borrowed(&form)).await;
    assert_eq!(unnumbered.status, StatusCode::UNPROCESSABLE_ENTITY);
    form.push(("number".to_owned(), "15-QĐ/ĐU".to_owned()));
    let done = leader.post(path, &borrowed(&form)).await;
    leader.follow(&done).await.says(&["Đã ghi quyết định cho 23 dòng"]);
}

#[rstest]
#[tokio::test]
async fn a_commitment_is_written_and_checked_on_pages(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let member = Browser::of(&world, world.member).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let path = format!("/members/{}/commitments/2026", world.members[5]);
    member.get(&path).await.says(&["Cam kết tu dưỡng năm 2026", "Ghi cam kết"]);
    assert_eq!(member.post(&path, &[("body", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let written = member.post(&path, &[("body", "Đúng giờ, đúng hẹn")]).await;
    member.follow(&written).await.says(&["Đã ghi cam kết", "Đúng giờ, đúng hẹn"]);
    let list = format!("/organisations/{}/commitments", world.residential);
    secretary.get(&list).await.says(&["21 đồng chí chưa có cam kết", "Đúng giờ, đúng hẹn"]);
    let checked = secretary.post(&format!("{path}/check"), &[("note", "Đã làm")]).await;
    secretary.follow(&checked).await.says(&["Đã ghi nhận xét", "Đã làm", "Hoàn tác"]);
    member.get(&path).await.says(&["Chi ủy nhận xét ngày 02/11/2026", "Đã làm"]);
    let undone = secretary.post(&format!("{path}/check?_method=DELETE"), &[]).await;
    secretary.follow(&undone).await.says(&["Đã rút nhận xét"]);
    let stranger = Browser::of(&world, world.stranger).await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[tokio::test]
async fn the_same_by_api(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let house = House::new(engine).await;
    let world = &house.world;
    let office = house.program(world.office).await;
    let secretary = house.program(world.secretary).await;
    let member = house.program(world.member).await;
    let new = || world.test.app.new_id();
    let round = new();
    let path = format!("/ratings/{round}");
    let body = json!({ "committee": world.ward, "year": 2026 });
    let opened = office.put(&path, body.clone()).await.value();
    assert_eq!((&opened["year"], &opened["closed_at"]), (&json!(2026), &Value::Null));
    assert_eq!(secretary.put(&format!("/ratings/{}", new()), body).await.status, StatusCode::FORBIDDEN);
    let me = format!("{path}/members/{}", world.members[5]);
    let own = json!({ "step": new(), "level": "good", "points": 88.5, "well": "Đã làm",
        "tasks": { "due": 10, "done": 10, "late": 0, "above": 3 } });
    member.post(&format!("{me}/self"), own).await.value();
    let seen = member.get(&me).await.value();
    assert_eq!((&seen["borne"], &seen["points"]), (&json!("good"), &json!(88.5)));
    assert_eq!(seen["blocks"][0]["said"]["code"], json!("ratings-block-points"));
    let cell = format!("{path}/cells/{}", world.residential);
    let ballots = json!({ "issued": 20, "returned": 20, "valid": 20, "excellent": 20, "good": 0, "completed": 0, "failed": 0 });
    let row = json!({ "member": world.members[5], "step": new(), "level": "excellent", "points": 88.5, "ballots": ballots });
    let refused = secretary.post(&format!("{cell}/votes"), json!({ "rows": [row] })).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("rows[0].level") && refused.has("366-QĐ/TW"), "{}", refused.body);
    let ballots = json!({ "issued": 20, "returned": 20, "valid": 20, "excellent": 0, "good": 20, "completed": 0, "failed": 0 });
    let row = json!({ "member": world.members[5], "step": new(), "level": "good", "points": 88.5, "ballots": ballots });
    let voted = secretary.post(&format!("{cell}/votes"), json!({ "rows": [row] })).await.value();
    assert_eq!(voted["count"], json!(1));
    let row = json!({ "member": world.members[5], "step": new(), "level": "good" });
    let decision = json!({ "number": "15-QĐ/ĐU", "rows": [row] });
    office.post(&format!("{cell}/decisions"), decision).await.value();
    let sheet = secretary.get(&format!("/cells/{}/ratings", world.residential)).await.value();
    let lines = sheet["members"].as_array().unwrap();
    assert_eq!(lines.iter().filter(|line| line["decided"] == json!("good")).count(), 1);
    let committee = office.get(&format!("/organisations/{}/ratings?year=2026", world.ward)).await.value();
    assert_eq!(committee["rounds"][0]["members"]["open"], json!(47));
    assert_eq!(committee["cells"].as_array().unwrap().len(), 4);
    assert_eq!(office.act(&format!("{path}/closure")).await.refused(422), "ratings-close-open");
    let step = member.get(&me).await.value()["can_be_taken_back"].clone();
    assert_eq!(step, json!([]), "decided: the member takes nothing back");
    let pledge = format!("/members/{}/commitments/2026", world.members[5]);
    member.put(&pledge, json!({ "body": "Đúng hẹn" })).await.value();
    secretary.put(&format!("{pledge}/check"), json!({ "note": "Tốt" })).await.value();
    assert_eq!(member.get(&pledge).await.value()["check_note"], json!("Tốt"));
    let all = secretary.get(&format!("/cells/{}/commitments?year=2026", world.residential)).await.value();
    assert_eq!(all.as_array().unwrap().len(), 22);
}
