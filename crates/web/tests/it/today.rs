//! The first page: what is next, and what is mine to do, for each who opens it.

use jiff::civil::date;
use nennep_app::meetings;
use nennep_testkit::{Engine, World};
use rstest::rstest;

use crate::asking::Browser;

#[rstest]
#[tokio::test]
async fn a_secretary_sees_the_month_as_steps_with_the_next_one_open(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let empty = secretary.get("/").await.ok();
    assert!(empty.has("Sinh hoạt tháng 11/2026") && empty.has("Định ngày và nơi họp"));
    assert!(empty.has(&format!("/cells/{}/plan?year=2026", world.residential)));

    let meeting = world.call_meeting(date(2026, 11, 5)).await;
    world.test.at(date(2026, 11, 4).at(8, 0, 0, 0));
    let member = world.acting_for(world.member).await;
    meetings::ask_leave(&member, meeting, "Đi công tác tại Huế").await.unwrap();
    let called = secretary.get("/").await.ok();
    for part in ["Mở buổi sinh hoạt", "xin vắng: Đi công tác tại Huế", "Buổi sinh hoạt tới", "ngày mai"]
    {
        assert!(called.has(part), "{part}: {}", called.body);
    }
    assert!(called.has(&format!("/meetings/{meeting}/room")));
    assert!(called.has(&format!("/meetings/{meeting}/leave")));
    let own = Browser::of(&world, world.member).await.get("/").await.ok();
    assert!(
        own.has(&format!("/meetings/{meeting}/preparation#leave")),
        "where the member's own asking stands"
    );
}

#[rstest]
#[tokio::test]
async fn after_the_meeting_the_steps_go_on(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let lived = world.hold_meeting(date(2026, 10, 5)).await;
    world.test.at(date(2026, 11, 4).at(8, 0, 0, 0));
    let secretary = Browser::of(&world, world.secretary).await.get("/").await.ok();
    assert!(secretary.has("Sinh hoạt tháng 10/2026"), "the month before is not finished");
    assert!(secretary.has("Thông qua biên bản"));
    assert!(secretary.has(&format!("/meetings/{}/minutes", lived.meeting)));
    assert!(secretary.has("Chưa báo cáo cấp trên"));

    let owner = Browser::of(&world, world.member).await.get("/").await.ok();
    assert!(owner.has("Vận động 3 hộ hiến đất mở rộng ngõ 12"), "the task is the member's own");
    assert!(owner.has(&format!("/tasks/{}", lived.task)));
    assert!(owner.has("quá hạn"));
    assert!(!owner.has("Định ngày và nơi họp"), "a member prepares no meetings for the cell");
}

#[rstest]
#[tokio::test]
async fn each_office_finds_its_own_work(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.call_meeting(date(2026, 11, 5)).await;
    let leader = Browser::of(&world, world.leader).await.get("/").await.ok();
    assert!(leader.has("Tháng này đã sinh hoạt: 0/4 chi bộ") && leader.has("Chưa định ngày sinh hoạt"));
    assert!(leader.has(&format!("/months?of={}", world.ward)));
    let overseer = Browser::of(&world, world.overseer).await.get("/").await.ok();
    assert!(overseer.has("Chi bộ Tổ dân phố số 5"), "the cell that is followed");
    let administrator = Browser::of(&world, world.administrator).await.get("/").await.ok();
    assert!(administrator.has("Máy chủ") && administrator.has("/accounts"));
    assert!(!administrator.has("Chi bộ Tổ dân phố số 5"), "keeping the machine shows nobody's meetings");
}

#[rstest]
#[tokio::test]
async fn whoever_has_nothing_to_do_is_told_so(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let member = Browser::of(&world, world.member).await.get("/").await.ok();
    assert!(member.has("Hôm nay không có việc gì chờ đồng chí") && member.has("/help"));
}
