//! The committee's month: who sees it, what a square says, what is told before it is late.

use axum::http::StatusCode;
use jiff::civil::date;
use nennep_testkit::Engine;
use rstest::rstest;

use crate::asking::House;

#[rstest]
#[tokio::test]
async fn the_grid_tells_of_each_meeting_and_leads_to_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let house = House::new(engine).await;
    let held = house.world.hold_meeting(date(2026, 10, 5)).await;
    house.world.call_meeting(date(2026, 11, 5)).await;
    house.world.test.at(date(2026, 11, 4).at(8, 0, 0, 0));
    let leader = house.signed_in(house.world.leader).await;
    let grid = leader.get("/months").await;
    let meeting = format!("href=\"/meetings/{}\"", held.meeting);
    grid.says(&[
        "Đảng bộ phường An Bình: 4 chi bộ",
        "Chi bộ Tổ dân phố số 5, tháng 10/2026: sinh hoạt ngày 05/10/2026",
        "có mặt",
        &meeting,
        "đã mời họp thứ Năm 05/11/2026, 19:30",
        "không sinh hoạt thường kỳ",
        "Chưa báo cáo cấp trên",
        "Mỗi tháng có bao nhiêu chi bộ đã sinh hoạt?",
        "<svg",
    ]);
    for show in ["length", "attendance", "speaking", "papers", "score", "report"] {
        let shown = leader.get(&format!("/months?show={show}")).await;
        shown.says(&["Chi bộ Tổ dân phố số 5", "aria-current=\"page\""]);
    }
    leader.get("/months?show=length").await.says(&[">95</span>"]);
    let month = leader.get("/months/2026-10").await;
    month.says(&["95 phút", "18/22", "Không sinh hoạt"]);
}

#[rstest]
#[tokio::test]
async fn filters_narrow_the_grid(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let house = House::new(engine).await;
    let office = house.signed_in(house.world.office).await;
    let schools = office.get("/months?type=public_service&overseer=").await;
    schools.says(&["1 chi bộ", "Chi bộ Trường THCS An Bình"]);
    assert!(!schools.body.contains("Chi bộ Tổ dân phố số 5</a>"));
    let followed = office.get(&format!("/months?overseer={}", house.world.agency_members[1])).await;
    followed.says(&["1 chi bộ", "Chi bộ Tổ dân phố số 5"]);
    office.get("/months?to=2025-12").await.says(&["tháng 12/2025"]);
    assert_eq!(office.get("/months/nonsense").await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[tokio::test]
async fn each_sees_the_months_that_are_theirs(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let house = House::new(engine).await;
    let world = &house.world;
    for (account, sees) in [
        (world.secretary, true),
        (world.deputy, true),
        (world.leader, true),
        (world.office, true),
        (world.inspector, true),
        (world.member, false),
        (world.administrator, false),
    ] {
        let browser = house.signed_in(account).await;
        let status = if sees { StatusCode::OK } else { StatusCode::NOT_FOUND };
        assert_eq!(browser.get("/months").await.status, status, "{account}");
        assert_eq!(browser.get("/months/2026-10").await.status, status, "{account}");
    }
    let secretary = house.signed_in(world.secretary).await;
    secretary.get("/months").await.says(&["Chi bộ Tổ dân phố số 5: 1 chi bộ"]);
    let others = secretary.get(&format!("/months?of={}", world.agency)).await;
    assert_eq!(others.status, StatusCode::FORBIDDEN);
    assert!(house.browser().get("/months").await.location.starts_with("/sign-in"));
}
