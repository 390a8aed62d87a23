//! Each member prepares: texts that stay private, leave that is answered.

use axum::http::StatusCode;
use nennep_app::meetings::{self, version_of};
use nennep_testkit::{Engine, World};
use rstest::rstest;

use super::planned;
use crate::asking::Browser;

#[rstest]
#[tokio::test]
async fn a_remark_is_saved_as_typed_and_private_until_shown(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (secretary, member) =
        (Browser::of(&world, world.secretary).await, Browser::of(&world, world.member).await);
    let id = planned(&world).await;
    let page = format!("/meetings/{id}/preparation");
    let general = format!("{page}/general");
    let empty = version_of("").to_string();
    let saved = member.save(&general, &[("body", "Về vệ sinh ngõ 12"), ("version", &empty)]).await;
    let version = version_of("Về vệ sinh ngõ 12").to_string();
    assert_eq!(saved.body, format!("{{\"version\":\"{version}\"}}"));
    let differs = member.save(&general, &[("body", "Từ trang khác"), ("version", &empty)]).await;
    assert_eq!(differs.status, StatusCode::CONFLICT);
    assert!(differs.has("Về vệ sinh ngõ 12"));
    let differs = member.post(&general, &[("body", "Từ trang khác"), ("version", &empty)]).await;
    assert_eq!(differs.status, StatusCode::CONFLICT);
    assert!(differs.has("vừa được sửa ở nơi khác") && differs.has("Từ trang khác</textarea>"));
    assert_eq!(differs.field("version"), version, "saving again keeps the own text");

    let long = "dài ".repeat(6_000);
    let refused = member.post(&general, &[("body", &long), ("version", &version)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("Quá dài") && refused.has("dài dài"));

    let ctx = world.acting_for(world.secretary).await;
    let seen = async || meetings::show(&ctx, id).await.unwrap().preparations.len();
    assert_eq!(seen().await, 0, "private");
    let shown = [("body", "Về vệ sinh ngõ 12"), ("version", version.as_str()), ("release", "true")];
    member.post(&general, &shown).await.leads();
    assert_eq!(seen().await, 1);
    let agenda = secretary.get(&format!("/meetings/{id}/agenda")).await.ok();
    assert!(agenda.has("Về vệ sinh ngõ 12"), "who prepares the meeting reads what was shown to it");
    let text = member.get(&page).await.ok();
    let back = text.body.split_once("/releases/").unwrap().1.split('"').next().unwrap().to_owned();
    member.post(&format!("/meetings/{id}/releases/{back}"), &[]).await.leads();
    assert_eq!(seen().await, 0);
    assert!(!secretary.get(&page).await.ok().has("Về vệ sinh ngõ 12"));
    let overseer = Browser::of(&world, world.overseer).await;
    assert_eq!(
        overseer.get(&page).await.status,
        StatusCode::FORBIDDEN,
        "who does not stand in the cell prepares nothing"
    );
}

#[rstest]
#[tokio::test]
async fn leave_is_asked_answered_and_taken_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (secretary, member) =
        (Browser::of(&world, world.secretary).await, Browser::of(&world, world.member).await);
    let id = planned(&world).await;
    let path = format!("/meetings/{id}/leave");
    let empty = member.post(&path, &[("reason", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.has("Hãy ghi lý do"));
    for _ in 0..2 {
        member.post(&path, &[("reason", "Trực ca đêm ở bệnh viện")]).await.leads();
    }
    assert_eq!(member.get(&path).await.status, StatusCode::FORBIDDEN, "reasons are for those who answer");
    assert!(secretary.get(&format!("/meetings/{id}")).await.ok().has("1 đồng chí xin vắng"));
    assert!(secretary.get(&path).await.ok().has("Trực ca đêm ở bệnh viện"));
    let who = world.members[5];
    let long = "a".repeat(501);
    let wrong = secretary.post(&format!("{path}/{who}"), &[("answer", "granted"), ("note", &long)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.has(&long), "what was typed comes back");
    secretary
        .post(&format!("{path}/{who}"), &[("answer", "granted"), ("note", "Gửi ý kiến trước nhé")])
        .await
        .leads();
    let answered = member.get(&format!("/meetings/{id}/preparation")).await.ok();
    assert!(answered.has("Được vắng") && answered.has("Gửi ý kiến trước nhé"));
    secretary.post(&format!("{path}/{who}?_method=DELETE"), &[]).await.leads();
    assert!(member.get(&format!("/meetings/{id}/preparation")).await.ok().has("đang chờ trả lời"));
    member.post(&format!("{path}?_method=DELETE"), &[]).await.leads();
    assert!(secretary.get(&path).await.ok().has("Không có ai xin vắng"));
}
