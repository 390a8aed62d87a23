//! Pages of dues: a member states, the secretary ticks, closes and sends up, the ward receives.

use axum::http::StatusCode;
use nennep_testkit::{Engine, World};
use rstest::rstest;

use crate::asking::Browser;

#[rstest]
#[tokio::test]
async fn dues_go_from_the_member_to_the_ward(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (cell, own) = (world.company, world.members[5]);
    // The member states by what the own dues are reckoned, and sees what follows.
    let member = Browser::of(&world, world.member).await;
    let path = format!("/members/{own}/dues");
    assert_eq!(member.get("/dues").await.leads(), path);
    let basis = format!("{path}/basis");
    let wrong = member.post(&basis, &[("category", "pensioner"), ("dong", "năm triệu"), ("from", "2026-01")]);
    let wrong = wrong.await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.field("dong"), "năm triệu", "what was typed comes back");
    let stated = [("category", "pensioner"), ("dong", "5.200.000 đ"), ("from", "2026-01")];
    assert_eq!(member.post(&basis, &stated).await.leads(), path);
    assert!(member.get(&path).await.ok().has("26.000 đ"));
    assert_eq!(member.get(&format!("/cells/{}/dues/2026-11", world.residential)).await.status.as_u16(), 403);

    // The secretary ticks who paid.
    let secretary = Browser::of(&world, world.secretary).await;
    let book = format!("/cells/{}/dues/2026-11", world.residential);
    assert_eq!(secretary.get("/dues").await.leads(), book);
    let shown = secretary.get(&book).await.ok();
    assert!(shown.has("26.000 đ") && shown.has("21 đồng chí chưa tính được đảng phí"));
    let nobody = secretary.post(&format!("{book}/payments"), &[("paid_on", "2026-11-02")]).await;
    assert!(nobody.status == StatusCode::UNPROCESSABLE_ENTITY && nobody.has("Chưa đánh dấu đồng chí nào"));
    let tick = format!("pays-{own}");
    let ticked = [(tick.as_str(), "true"), ("paid_on", "2026-11-02"), ("way", "cash")];
    assert_eq!(secretary.post(&format!("{book}/payments"), &ticked).await.leads(), book);
    assert!(secretary.get(&book).await.ok().has("1/1 đồng chí đã đóng"));
    assert!(member.get(&path).await.ok().has("02/11/2026"), "the member sees the receipt");

    // Nobody's pay shows where only totals are open.
    let office = Browser::of(&world, world.office).await;
    let totals = format!("/organisations/{}/dues/2026-11", world.ward);
    assert_eq!(office.get("/dues").await.leads(), totals);
    let totals = office.get(&totals).await.ok();
    assert!(totals.has("Thu trong tháng") && totals.has("26.000 đ") && !totals.has("5.200.000"));
    assert_eq!(office.get(&book).await.status.as_u16(), 403);
    assert_eq!(office.get(&format!("/cells/{cell}/dues/2026-11")).await.status.as_u16(), 403);
}
