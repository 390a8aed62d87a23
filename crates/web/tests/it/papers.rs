//! A meeting's papers as a browser meets them: what is listed, what is handed out, who may issue.

use axum::http::{StatusCode, header};
use jiff::civil::date;
use nennep_app::meetings;
use nennep_testkit::Engine;
use rstest::rstest;

use crate::asking::House;

#[rstest]
#[tokio::test]
async fn papers_are_listed_with_their_numbers_and_handed_out(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let house = House::new(engine).await;
    let world = &house.world;
    let meeting = world.hold_meeting(date(2026, 11, 5)).await.meeting;
    let secretary = house.signed_in(world.secretary).await;
    let path = format!("/meetings/{meeting}/papers");
    let before = secretary.get(&path).await;
    before.says(&["Biên bản", "Dự thảo", "01-GM/CB", "Ban hành nghị quyết", "Cấp ủy viên phụ trách"]);
    assert!(!before.body.contains("01-BB/CB"));
    meetings::adopt(&world.acting_for(world.secretary).await, meeting).await.unwrap();
    secretary.get(&path).await.says(&["01-BB/CB", "Thông qua ngày 05/11/2026"]);

    let pdf = secretary.get(&format!("{path}/print/minutes.pdf")).await;
    assert_eq!(pdf.status, StatusCode::OK);
    assert!(pdf.body.starts_with("%PDF-"));
    assert_eq!(pdf.headers[header::CONTENT_TYPE], "application/pdf");
    let named = pdf.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert!(named.starts_with("inline; filename=\"bien-ban-sinh-hoat-chi-bo-thuong-ky-thang-11"), "{named}");
    let docx = secretary.get(&format!("{path}/print/resolution.docx")).await;
    assert!(docx.body.starts_with("PK"));
    let named = docx.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert!(named.starts_with("attachment; filename=\"nghi-quyet-"), "{named}");
    for name in ["minutes.odt", "everything.pdf", "minutes", "invitation.pdf?to=somebody"] {
        let answer = secretary.get(&format!("{path}/print/{name}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}");
    }
    let to = format!("{path}/print/invitation.pdf?to=member:{}", world.members[5]);
    assert_eq!(secretary.get(&to).await.status, StatusCode::OK);
    assert_eq!(secretary.get("/meetings/5/papers").await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[tokio::test]
async fn a_resolution_is_issued_after_one_question(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let house = House::new(engine).await;
    let world = &house.world;
    let meeting = world.hold_meeting(date(2026, 11, 5)).await.meeting;
    let (papers, issue) =
        (format!("/meetings/{meeting}/papers"), format!("/meetings/{meeting}/papers/resolution"));
    let member = house.signed_in(world.overseer).await;
    assert!(!member.get(&papers).await.page().contains("Ban hành nghị quyết"));
    assert_eq!(member.get(&issue).await.status, StatusCode::FORBIDDEN);
    assert_eq!(member.post(&issue, &[]).await.status, StatusCode::FORBIDDEN);

    let secretary = house.signed_in(world.secretary).await;
    secretary.get(&issue).await.says(&["số tiếp theo của nhiệm kỳ", "print/resolution.pdf"]);
    for _ in 0..2 {
        let answer = secretary.post(&issue, &[]).await;
        assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, papers.as_str()));
    }
    secretary.get(&papers).await.says(&["01-NQ/CB", "Ban hành ngày 05/11/2026"]);
    assert_eq!(secretary.get(&issue).await.location, papers, "issued: nothing left to ask");
}

#[rstest]
#[tokio::test]
async fn what_cannot_be_printed_or_issued_is_said(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let house = House::new(engine).await;
    let world = &house.world;
    let meeting = world.call_meeting(date(2026, 11, 5)).await;
    let secretary = house.signed_in(world.secretary).await;
    let path = format!("/meetings/{meeting}/papers");
    let page = secretary.get(&path).await;
    page.says(&["Có sau khi khai mạc", "Nghị quyết chưa ban hành được", "chưa khai mạc"]);
    assert!(!page.body.contains("print/minutes.pdf"));
    for refused in [
        secretary.get(&format!("{path}/print/minutes.pdf")).await,
        secretary.get(&format!("{path}/resolution")).await,
        secretary.post(&format!("{path}/resolution"), &[]).await,
    ] {
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("Buổi sinh hoạt chưa khai mạc"), "{}", refused.body);
    }
}

#[rstest]
#[tokio::test]
async fn papers_are_open_to_those_who_may_read_the_meeting(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let house = House::new(engine).await;
    let world = &house.world;
    let meeting = world.hold_meeting(date(2026, 11, 5)).await.meeting;
    let paths = [
        format!("/meetings/{meeting}/papers"),
        format!("/meetings/{meeting}/papers/print/resolution.pdf"),
        format!("/meetings/{meeting}/papers/print/roll.docx"),
    ];
    for account in [world.member, world.overseer, world.leader, world.office, world.inspector] {
        let reader = house.signed_in(account).await;
        for path in &paths {
            assert_eq!(reader.get(path).await.status, StatusCode::OK, "{path}");
        }
    }
    for account in [world.stranger, world.administrator] {
        let reader = house.signed_in(account).await;
        for path in &paths {
            assert_eq!(reader.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    for path in &paths {
        let answer = house.browser().get(path).await;
        assert!(answer.location.starts_with("/sign-in?back="), "{}", answer.location);
    }
}
