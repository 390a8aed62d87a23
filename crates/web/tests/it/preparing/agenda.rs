//! The agenda is drafted, shaped and given its papers; the notice goes out.

use axum::http::StatusCode;
use nennep_app::meetings;
use nennep_domain::ids::{ItemId, MeetingId};
use nennep_testkit::{Engine, World};
use rstest::rstest;

use super::planned;
use crate::asking::Browser;

async fn items(world: &World, id: MeetingId) -> Vec<(ItemId, String)> {
    let ctx = world.acting_for(world.secretary).await;
    let view = meetings::show(&ctx, id).await.unwrap();
    view.items.into_iter().map(|item| (item.id, item.title)).collect()
}

#[rstest]
#[tokio::test]
async fn an_agenda_is_drafted_and_shaped(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let id = planned(&world).await;
    let path = format!("/meetings/{id}/agenda");
    assert!(secretary.get(&path).await.ok().has("Chưa có nội dung nào"));
    for _ in 0..2 {
        assert_eq!(secretary.post(&path, &[]).await.leads(), path);
    }
    let drafted = items(&world, id).await;
    assert!(drafted.len() > 5, "{drafted:?}");
    let page = secretary.get(&path).await.ok();
    assert!(page.has("Đủ thời lượng tối thiểu 90 phút") && page.has("Học tập và làm theo"));

    let form = secretary.get(&format!("{path}/items/new")).await.ok();
    let new = form.field("id");
    let wrong = [("id", new.as_str()), ("title", ""), ("planned_minutes", "nhiều"), ("body", "Cần bàn kỹ")];
    let wrong = secretary.post(&format!("{path}/items"), &wrong).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.has("Hãy ghi một số nguyên") && wrong.has("Cần bàn kỹ") && wrong.field("id") == new);
    let typed = [
        ("id", new.as_str()),
        ("title", "Sửa đường ngõ 12"),
        ("planned_minutes", "10"),
        ("kind", "discussion"),
    ];
    for _ in 0..2 {
        secretary.post(&format!("{path}/items"), &typed).await.leads();
    }
    assert_eq!(items(&world, id).await.len(), drafted.len() + 1, "a form sent twice is one item");

    let first = drafted[0].0;
    secretary.post(&format!("{path}/items/{first}/move"), &[("by", "1")]).await.leads();
    assert_eq!(items(&world, id).await[1].0, first);
    let change = [("title", "Mở đầu buổi sinh hoạt"), ("planned_minutes", "5"), ("kind", "opening")];
    secretary.post(&format!("{path}/items/{first}"), &change).await.leads();
    assert_eq!(items(&world, id).await[1].1, "Mở đầu buổi sinh hoạt");

    let removed = secretary.post(&format!("{path}/items/{first}/removal"), &[]).await;
    assert!(removed.headers.contains_key("set-cookie"), "it tells, with the way to undo");
    assert!(secretary.get(&path).await.ok().has("1 nội dung đã bỏ"));
    secretary.post(&format!("{path}/items/{first}/removal?_method=DELETE"), &[]).await.leads();
    assert_eq!(items(&world, id).await[1].0, first, "where it stood");

    let member = Browser::of(&world, world.member).await;
    let look = member.get(&path).await.ok();
    assert!(!look.has("/removal"), "a member reads the agenda");
    assert_eq!(member.post(&format!("{path}/items"), &typed).await.status, StatusCode::FORBIDDEN);
}

#[rstest]
#[tokio::test]
async fn papers_are_checked_posted_once_and_opened(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let id = planned(&world).await;
    let path = format!("/meetings/{id}/agenda");
    secretary.post(&path, &[]).await.leads();
    let item = items(&world, id).await[2].0.to_string();
    let page = secretary.get(&path).await.ok();
    let (_, of_item) = page.body.split_once("enctype=").unwrap();
    let upload = of_item.split_once("name=\"id\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    let fields = [("id", upload.as_str()), ("item", item.as_str())];
    for (name, bytes, words) in [
        ("trang.html", b"<script>".as_slice(), "Chưa nhận được tệp"),
        ("gia.pdf", b"MZ\x90".as_slice(), "Chưa nhận được tệp"),
        ("trong.pdf", b"".as_slice(), "Tệp này trống"),
    ] {
        let wrong = secretary.upload(&format!("{path}/papers"), &fields, (name, bytes)).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(wrong.has(words), "{name}");
    }
    let huge = vec![b' '; meetings::MOST_BYTES + 1];
    let huge = secretary.upload(&format!("{path}/papers"), &fields, ("to.txt", &huge)).await;
    assert_eq!(huge.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(huge.has("Tệp lớn hơn 20 MB"));
    for _ in 0..2 {
        let file = ("Dự thảo.pdf", b"%PDF-1.7\n".as_slice());
        secretary.upload(&format!("{path}/papers"), &fields, file).await.leads();
    }
    let page = secretary.get(&path).await.ok();
    assert_eq!(page.body.matches("Dự thảo.pdf</a>").count(), 1, "a form sent twice is one paper");

    let member = Browser::of(&world, world.member).await;
    let opened = member.get(&format!("{path}/papers/{upload}")).await.ok();
    assert_eq!(opened.headers["content-type"], "application/pdf");
    let kept = opened.headers["content-disposition"].to_str().unwrap();
    assert!(kept.starts_with("attachment") && kept.contains("D%E1%BB%B1"), "{kept}");
    let stranger = Browser::of(&world, world.stranger).await;
    assert_eq!(stranger.get(&format!("{path}/papers/{upload}")).await.status, StatusCode::NOT_FOUND);
    assert!(secretary.get(&format!("{path}/papers/{upload}/removal")).await.ok().has("Dự thảo.pdf"));
    for _ in 0..2 {
        secretary.post(&format!("{path}/papers/{upload}/removal"), &[]).await.leads();
    }
    assert_eq!(member.get(&format!("{path}/papers/{upload}")).await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[tokio::test]
async fn the_notice_says_what_is_missing_and_goes_out_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let id = planned(&world).await;
    let path = format!("/meetings/{id}/call");
    let page = secretary.get(&path).await.ok();
    assert!(page.has("còn thiếu") && !page.has("Gửi giấy mời</button>"));
    let refused = secretary.post(&path, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("Chưa có nội dung nào"));
    secretary.post(&format!("/meetings/{id}/agenda"), &[]).await.leads();
    for _ in 0..2 {
        assert_eq!(secretary.post(&path, &[]).await.leads(), path);
    }
    let ctx = world.acting_for(world.secretary).await;
    assert_eq!(
        meetings::show(&ctx, id).await.unwrap().notices.len(),
        23,
        "22 members and the overseer, each once"
    );
    let member = Browser::of(&world, world.member).await;
    let invitation = member.get(&path).await.ok();
    assert!(
        invitation.has("trân trọng kính mời") && !invitation.has("Đã mở xem"),
        "who opened it is not for all"
    );
    assert!(secretary.get(&path).await.ok().has("Đã mở xem"));
    let seen = meetings::show(&ctx, id).await.unwrap();
    assert_eq!(
        seen.notices.iter().filter(|notice| notice.seen_at.is_some()).count(),
        2,
        "the two who opened it"
    );
}
