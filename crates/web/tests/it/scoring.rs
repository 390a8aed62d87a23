//! The pages of the score and of the rules, asked as a browser asks: who sees what, what is refused, what comes back.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use jiff::civil::date;
use nennep_app::{meetings, quality};
use nennep_domain::{ids::MeetingId, quality::Stage};
use nennep_testkit::{Engine, World};
use rstest::rstest;

use crate::{asking::House, forms::form};

/// A meeting held in November, scored up to the cell committee's agreement.
async fn agreed(world: &World) -> MeetingId {
    let meeting = world.hold_meeting(date(2026, 11, 5)).await.meeting;
    let secretary = world.acting_for(world.secretary).await;
    for stage in [Stage::Proposed, Stage::Agreed] {
        let entry = quality::Entry {
            stage,
            scorer: None,
            points: BTreeMap::new(),
            reasons: BTreeMap::new(),
            note: String::new(),
        };
        quality::enter(&secretary, meeting, entry).await.unwrap();
    }
    meeting
}

/// The fields of the page's form of a stage, as they stand.
fn fields(page: &str) -> Vec<(String, String)> {
    form(page, "/score/").fields
}

/// The same fields with others in their place.
fn with<'a>(fields: &'a [(String, String)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let kept = kept.filter(|(name, _)| changes.iter().all(|(other, _)| other != name));
    kept.chain(changes.iter().copied()).collect()
}

#[rstest]
#[tokio::test]
async fn four_stages_on_their_pages(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let house = House::new(engine).await;
    let world = &house.world;
    let meeting = world.hold_meeting(date(2026, 11, 5)).await.meeting;
    let (secretary, leader) = (house.signed_in(world.secretary).await, house.signed_in(world.leader).await);
    let path = format!("/meetings/{meeting}/score");

    let page = secretary.get(&path).await;
    assert_eq!(page.status, StatusCode::OK);
    for said in
        ["Sinh hoạt 95 phút; yêu cầu ít nhất 90 phút.", "vắng có lý do 3, không lý do 1", "Đề xuất điểm"]
    {
        assert!(page.body.contains(said), "{said}");
    }
    assert_eq!(leader.get(&format!("{path}/proposal")).await.location, path, "not the leader's turn");

    // Proposed: what rests on evidence is changed with a reason only; what was typed comes back.
    let form = secretary.get(&format!("{path}/proposal")).await;
    let typed = fields(&form.body);
    assert!(typed.len() > 30, "{typed:?}");
    let changed = with(&typed, &[("points.length", "4"), ("note", "Bắt đầu muộn hai phút")]);
    let refused = secretary.post(&format!("{path}/proposal"), &changed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("Mục &#34;Thời lượng sinh hoạt&#34; khác với bước trước")
            || refused.body.contains("Thời lượng sinh hoạt\" khác với bước trước"),
        "{}",
        refused.body
    );
    assert!(refused.body.contains("Bắt đầu muộn hai phút"), "what was typed comes back");
    assert!(refused.body.contains(r##"href="#reason.length""##));
    let unreadable = with(&typed, &[("points.chairing", "mười")]);
    let unreadable = secretary.post(&format!("{path}/proposal"), &unreadable).await;
    assert_eq!(unreadable.status, StatusCode::UNPROCESSABLE_ENTITY);
    let given = with(
        &typed,
        &[("points.length", "4"), ("reason.length", "Bắt đầu muộn hai phút"), ("points.chairing", "8,5")],
    );
    let done = secretary.post(&format!("{path}/proposal"), &given).await;
    assert_eq!(
        (done.status, done.location.as_str()),
        (StatusCode::SEE_OTHER, path.as_str()),
        "{}",
        done.body
    );
    let page = secretary.get(&path).await;
    assert!(page.body.contains("Bắt đầu muộn hai phút") && page.body.contains("8,5"));

    // Agreed, taken back, agreed again.
    for _ in 0..2 {
        let typed = fields(&secretary.get(&format!("{path}/agreement")).await.body);
        let done = secretary.post(&format!("{path}/agreement"), &with(&typed, &[])).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let back = secretary.post(&format!("{path}/agreement?_method=DELETE"), &[]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER);
    }
    let typed = fields(&secretary.get(&format!("{path}/agreement")).await.body);
    secretary.post(&format!("{path}/agreement"), &with(&typed, &[])).await;

    // Voted: too few hands are recorded and said.
    let form = secretary.get(&format!("{path}/vote")).await;
    assert!(form.body.contains("cần ít nhất"), "what is read before the vote");
    let typed = fields(&form.body);
    let failed = with(&typed, &[("in_favour", "7"), ("against", "9"), ("other", "")]);
    let failed = secretary.post(&format!("{path}/vote"), &failed).await;
    assert_eq!(failed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(failed.body.contains("Số tán thành chưa đủ"));
    let passed = with(&typed, &[("in_favour", "16"), ("against", "1"), ("other", "0")]);
    let passed = secretary.post(&format!("{path}/vote"), &passed).await;
    assert_eq!(passed.status, StatusCode::SEE_OTHER, "{}", passed.body);

    // Decided by the superior, after the report, otherwise than the cell: both stay.
    let ctx = world.acting_for(world.secretary).await;
    meetings::adopt(&ctx, meeting).await.unwrap();
    meetings::report(&ctx, meeting).await.unwrap();
    let list = leader.get("/grades").await;
    assert!(list.body.contains(&path), "{}", list.body);
    let typed = fields(&leader.get(&format!("{path}/decision")).await.body);
    let decided = with(&typed, &[("points.content", "1"), ("reason.content", "Nội dung còn dàn trải")]);
    let decided = leader.post(&format!("{path}/decision"), &decided).await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.body);
    let page = secretary.get(&path).await;
    for said in ["Cấp ủy cấp trên quyết định", "quyết định khác", "Nội dung còn dàn trải", "16/20"]
    {
        assert!(page.body.contains(said), "{said}");
    }
    assert!(leader.get("/grades").await.body.contains("Không còn buổi nào chờ xếp loại"));
}

#[rstest]
#[tokio::test]
async fn only_whose_turn_it_is_enters(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let house = House::new(engine).await;
    let world = &house.world;
    let meeting = agreed(world).await;
    let path = format!("/meetings/{meeting}/score");
    for (account, reads) in [(world.member, true), (world.overseer, true), (world.stranger, false)] {
        let reader = house.signed_in(account).await;
        let page = reader.get(&path).await;
        assert_eq!(page.status.is_success(), reads);
        assert!(!page.body.contains("Ghi biểu quyết của chi bộ"));
        let vote = reader.post(&format!("{path}/vote"), &[("in_favour", "20")]).await;
        assert!(vote.status.is_client_error(), "{}", vote.status);
        let list = reader.get("/grades").await;
        assert_eq!(list.status, StatusCode::FORBIDDEN);
    }
    let secretary = house.signed_in(world.secretary).await;
    assert!(secretary.get(&path).await.body.contains("Ghi biểu quyết của chi bộ"));
    assert_eq!(secretary.get(&format!("{path}/nonsense")).await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[tokio::test]
async fn rules_are_found_and_a_committee_sets_its_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let house = House::new(engine).await;
    let world = &house.world;
    let (member, leader) = (house.signed_in(world.member).await, house.signed_in(world.leader).await);
    let all = member.get("/rules").await;
    assert_eq!(all.status, StatusCode::OK);
    let some = member.get("/rules?words=thuong+ky+tu+90+phut&on=2026-11-05").await;
    assert!(some.body.contains("42-HD/BTCTW") && some.body.len() < all.body.len() / 4);
    let earlier = member.get("/rules/meetings.routine_minimum_minutes?on=2024-03-01").await;
    assert!(earlier.body.contains("12-HD/BTCTW"));
    assert_eq!(member.get("/rules/meetings.no_such_rule").await.status, StatusCode::NOT_FOUND);

    let rule = "/rules/meetings.routine_minimum_minutes";
    let own = format!("{rule}/own");
    assert_eq!(member.get(&own).await.status, StatusCode::FORBIDDEN);
    let form = leader.get(&own).await;
    assert!(form.body.contains("Đảng bộ phường An Bình"));
    let ward = world.ward.to_string();
    let fields = [
        ("id", "019f0000-0000-7000-8000-000000000001"),
        ("organisation", ward.as_str()),
        ("value", "lâu"),
        ("from", "2026-11-01"),
        ("to", ""),
        ("reason", "Theo kế hoạch số 08"),
    ];
    let wrong = leader.post(&own, &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("lâu") && wrong.body.contains("Theo kế hoạch số 08"),
        "typed text comes back"
    );
    let right = fields.map(|(name, value)| (name, if name == "value" { "100" } else { value }));
    for _ in 0..2 {
        let set = leader.post(&own, &right).await;
        assert_eq!((set.status, set.location.as_str()), (StatusCode::SEE_OTHER, rule));
    }
    let page = member.get(rule).await;
    for said in ["100 phút", "90 phút", "Theo kế hoạch số 08", "Đảng bộ phường An Bình"] {
        assert!(page.body.contains(said), "{said}");
    }
    assert!(member.get("/rules?own=true").await.body.contains("1 quy tắc"));
    let id = "019f0000-0000-7000-8000-000000000001";
    let refused = member.post(&format!("{own}/{id}/end"), &[("to", "2026-11-02")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let unreadable = leader.post(&format!("{own}/{id}/end"), &[("to", "mai")]).await;
    assert_eq!(unreadable.status, StatusCode::UNPROCESSABLE_ENTITY);
    let ended = leader.post(&format!("{own}/{id}/end"), &[("to", "2026-11-02")]).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER);
    let again = leader.post(&format!("{own}/{id}/end?_method=DELETE"), &[]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    let withdrawn = leader.post(&format!("{own}/{id}?_method=DELETE"), &[]).await;
    assert_eq!(withdrawn.status, StatusCode::SEE_OTHER);
    assert!(member.get(rule).await.body.contains("Đã rút, chưa từng áp dụng"));
}
