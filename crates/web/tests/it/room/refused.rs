//! What is refused in the room, with its rule and with what was typed; forms sent twice; a session ended elsewhere.

use axum::http::StatusCode;
use nennep_app::{accounts, meetings};
use nennep_testkit::Engine;
use rstest::rstest;

use super::{done, evening, next_step, opened};
use crate::forms::{form, form_with};

#[rstest]
#[tokio::test]
async fn a_meeting_opens_with_chair_and_minute_taker_only(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (house, secretary, meeting) = evening(engine).await;
    let page = secretary.get(&format!("/meetings/{meeting}/room")).await;
    let opening = form(page.page(), "/opening");
    assert_eq!(opening.field("chair"), house.world.members[0].to_string(), "the secretary is proposed");
    let taker = house.world.members[5].to_string();
    let without_chair = opening.clone().with(&[("chair", ""), ("minute_taker", &taker)]);
    let refused = without_chair.send(&secretary).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Chưa có người chủ trì") && refused.body.contains("42-HD/BTCTW"));
    let back = form(&refused.body, "/opening");
    assert_eq!(back.field("minute_taker"), taker, "what was chosen is still there");
    let refused = opening.send(&secretary).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Chưa có thư ký"));

    // Closing needs the whole roll call (statement 7).
    opened(&house, &secretary, meeting).await;
    let refused = secretary.post(&format!("/meetings/{meeting}/closure"), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Còn 22 đồng chí chưa điểm danh. Hãy điểm danh đủ rồi bế mạc."));
    assert!(refused.body.contains("42-HD/BTCTW"), "the rule is named");
    let adopting = secretary.post(&format!("/meetings/{meeting}/adoption"), &[]).await;
    assert_eq!(adopting.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(adopting.body.contains("Buổi sinh hoạt chưa bế mạc"));
}

#[rstest]
#[tokio::test]
async fn a_form_sent_twice_is_one_thing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (house, secretary, meeting) = evening(engine).await;
    let page = opened(&house, &secretary, meeting).await;
    let guest = form_with(page.page(), "/guests", "role").with(&[("name", "Lý Thành Nam")]);
    done(&secretary, &guest).await;
    done(&secretary, &guest).await;
    let page = done(&secretary, &form(page.page(), "/roll?")).await;
    let motion = next_step(page.page());
    done(&secretary, &motion).await;
    let page = done(&secretary, &motion).await;
    let count = form_with(page.page(), "/count?", "in_favour").with(&[("all", "true")]);
    done(&secretary, &count).await;
    let page = done(&secretary, &count).await;
    let start = next_step(page.page());
    done(&secretary, &start).await;
    let page = done(&secretary, &start).await;
    let speaker = format!("member-{}", house.world.members[7]);
    let remark = form(page.page(), "/remarks").with(&[("speaker", &speaker), ("body", "Một lần")]);
    done(&secretary, &remark).await;
    let page = done(&secretary, &remark).await;
    let owner = house.world.members[5].to_string();
    let typed = [("title", "Một việc"), ("owner", owner.as_str()), ("deadline", "2026-11-28")];
    let task = form_with(page.page(), "/tasks", "title").with(&typed);
    done(&secretary, &task).await;
    done(&secretary, &task).await;
    let ctx = house.world.acting_for(house.world.secretary).await;
    let view = meetings::show(&ctx, meeting).await.unwrap();
    let counts = (view.guests.len(), view.motions.len(), view.remarks.len(), view.tasks.len());
    assert_eq!(counts, (1, 1, 1, 1));
    assert_eq!(view.items.iter().filter(|item| item.started_at.is_some()).count(), 2, "opening and one more");
}

#[rstest]
#[tokio::test]
async fn a_session_ended_elsewhere_is_said_and_the_form_is_taken_after_signing_in(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (house, secretary, meeting) = evening(engine).await;
    let page = opened(&house, &secretary, meeting).await;
    let dues = form(page.page(), "/dues-note").with(&[("note", "Đã thu đủ.")]);
    let ctx = house.world.acting_for(house.world.secretary).await;
    for session in accounts::sessions(&ctx).await.unwrap() {
        accounts::end_session(&ctx, session.id).await.unwrap();
    }
    let room = format!("/meetings/{meeting}/room");
    let read = secretary.get(&room).await;
    assert_eq!((read.status, read.location), (StatusCode::SEE_OTHER, format!("/sign-in?back={room}")));
    let sent = dues.send(&secretary).await;
    assert_eq!(sent.status, StatusCode::UNAUTHORIZED);
    assert!(sent.body.contains("Phiên làm việc đã kết thúc"));
    assert_eq!(secretary.save(&dues.action, &dues.pairs()).await.status, StatusCode::UNAUTHORIZED);
    let again = house.signed_in_with_password(house.world.secretary).await;
    done(&again, &dues).await.says(&["Đã lưu.", "Đã thu đủ."]);
}

#[rstest]
#[tokio::test]
async fn the_room_is_open_to_those_it_concerns(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (house, secretary, meeting) = evening(engine).await;
    let page = opened(&house, &secretary, meeting).await;
    let (room, minutes) = (format!("/meetings/{meeting}/room"), format!("/meetings/{meeting}/minutes"));
    let roll = form(page.page(), "/roll?");
    let overseer = house.signed_in(house.world.overseer).await;
    let read = overseer.get(&room).await;
    assert!(!read.page().contains("<textarea"), "who may not write sees nothing to write in");
    assert_eq!(roll.send(&overseer).await.status, StatusCode::FORBIDDEN);
    for nobody in [house.world.stranger, house.world.administrator] {
        let nobody = house.signed_in(nobody).await;
        assert_eq!(nobody.get(&room).await.status, StatusCode::NOT_FOUND);
        assert_eq!(nobody.get(&minutes).await.status, StatusCode::NOT_FOUND);
        assert_eq!(roll.send(&nobody).await.status, StatusCode::NOT_FOUND);
    }
}
