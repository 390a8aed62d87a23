//! Tasks: mine and my cell's, reported, accepted, extended, let drop.

use axum::http::StatusCode;
use jiff::civil::date;
use nennep_app::tasks;
use nennep_testkit::{Engine, World};
use rstest::rstest;

use crate::asking::Browser;

#[rstest]
#[tokio::test]
async fn a_task_is_reported_accepted_and_taken_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let task = world.hold_meeting(date(2026, 10, 5)).await.task;
    world.test.at(date(2026, 10, 20).at(8, 0, 0, 0));
    let (secretary, member) =
        (Browser::of(&world, world.secretary).await, Browser::of(&world, world.member).await);
    let path = format!("/tasks/{task}");
    assert!(member.get("/tasks").await.ok().has(&path), "it is the member's");
    assert!(!secretary.get("/tasks").await.ok().has(&path), "it is not the secretary's own");
    assert!(secretary.get(&format!("/tasks?of={}", world.residential)).await.ok().has(&path));
    let stranger = Browser::of(&world, world.stranger).await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);

    let wrong = member.post(&format!("{path}/report"), &[("result", ""), ("done_percent", "120")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.has("Hãy ghi kết quả bằng lời") && wrong.field("done_percent") == "120");
    for _ in 0..2 {
        let report = [("result", "Đã xong cả ba ngõ"), ("done_percent", "100")];
        assert_eq!(member.post(&format!("{path}/report"), &report).await.leads(), path);
    }
    assert_eq!(member.post(&format!("{path}/acceptance"), &[]).await.status, StatusCode::FORBIDDEN);
    assert!(secretary.get(&path).await.ok().has("Xác nhận kết quả"));
    secretary.post(&format!("{path}/acceptance"), &[]).await.leads();
    assert!(secretary.get(&format!("/tasks?of={}&show=settled", world.residential)).await.ok().has(&path));
    assert!(!member.get(&path).await.ok().has("/report\""), "what is accepted is not reported any more");
    secretary.post(&format!("{path}/acceptance?_method=DELETE"), &[]).await.leads();
    assert!(member.get("/tasks").await.ok().has("chờ xác nhận"));
}

#[rstest]
#[tokio::test]
async fn a_task_is_extended_and_let_drop(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let task = world.hold_meeting(date(2026, 10, 5)).await.task;
    let secretary = Browser::of(&world, world.secretary).await;
    let path = format!("/tasks/{task}");
    let page = secretary.get(&path).await.ok();
    let (version, title) = (page.field("version"), page.field("title"));
    let owner = world.members[5].to_string();
    let typed = |deadline: &'static str| {
        [
            ("version", version.clone()),
            ("title", title.clone()),
            ("owner", owner.clone()),
            ("state", "dated".to_owned()),
            ("reports_in", "2026-12".to_owned()),
            ("deadline", deadline.to_owned()),
        ]
    };
    let send = async |fields: [(&'static str, String); 6]| {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        secretary.post(&path, &fields).await
    };
    let wrong = send(typed("31/02/2027")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.has("Chưa đọc được ngày này") && wrong.field("deadline") == "31/02/2027");
    assert_eq!(send(typed("30/11/2026")).await.leads(), path);
    let ctx = world.acting_for(world.secretary).await;
    assert_eq!(tasks::show(&ctx, task).await.unwrap().deadline, Some(date(2026, 11, 30)));
    let stale = send(typed("15/12/2026")).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stale.has("vừa được người khác sửa") && stale.field("version") != version);

    let empty = secretary.post(&format!("{path}/drop"), &[("reason", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    secretary.post(&format!("{path}/drop"), &[("reason", "Phường đã làm thay")]).await.leads();
    assert!(secretary.get(&path).await.ok().has("Phường đã làm thay"));
    secretary.post(&format!("{path}/drop?_method=DELETE"), &[]).await.leads();
    assert!(secretary.get(&path).await.ok().has("/report\""));
}
