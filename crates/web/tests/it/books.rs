//! The books of a cell as a browser meets them: the shelf, the register by year and type, minutes, numbers, terms.

use axum::http::StatusCode;
use jiff::civil::date;
use nennep_app::{meetings, papers};
use nennep_domain::papers::DocumentType;
use nennep_testkit::Engine;
use rstest::rstest;

use crate::asking::House;

#[rstest]
#[tokio::test]
async fn the_books_of_a_lived_cell(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let house = House::new(engine).await;
    let world = &house.world;
    let meeting = world.hold_meeting(date(2026, 11, 5)).await.meeting;
    let ctx = world.acting_for(world.secretary).await;
    meetings::adopt(&ctx, meeting).await.unwrap();
    papers::issue(&ctx, meeting, DocumentType::Resolution).await.unwrap();
    let member = house.signed_in(world.member).await;
    let book = format!("/books/{}", world.residential);
    assert_eq!(member.get("/books").await.location, book, "a member's own cell at once");
    let register = member.get(&book).await;
    register.says(&["01-BB/CB", "01-NQ/CB", "01-GM/CB", "Năm 2026", "2025-2030", "Giấy mời (1)"]);
    assert!(!register.body.contains("/numbers"), "a member takes no numbers");
    let resolutions = member.get(&format!("{book}?type=resolution&year=2026")).await;
    resolutions.says(&["01-NQ/CB", &format!("/meetings/{meeting}/papers/print/resolution.pdf")]);
    assert!(!resolutions.body.contains("01-BB/CB"));
    member.get(&format!("{book}?year=2025")).await.says(&["Chưa có văn bản nào", "Xem tất cả"]);
    let minutes = member.get(&format!("{book}/minutes")).await;
    minutes.says(&["Sinh hoạt thường kỳ tháng 11/2026", "thứ Năm 05/11/2026", "Thông qua ngày 05/11/2026"]);
    let terms = member.get(&format!("{book}/terms")).await;
    terms.says(&["2025-2030", "01/07/2025", "đang chạy"]);
    assert!(!terms.body.contains("Bắt đầu nhiệm kỳ mới"));

    let office = house.signed_in(world.office).await;
    office.get("/books?q=to+dan+pho").await.says(&[
        "Đảng bộ phường An Bình",
        "Chi bộ Tổ dân phố số 5",
        &book,
    ]);
    assert!(!office.get("/books?q=to+dan+pho").await.body.contains("Trường THCS"));
    let stranger = house.signed_in(world.stranger).await;
    for leaf in ["", "/minutes", "/terms", "/numbers"] {
        let answer = stranger.get(&format!("{book}{leaf}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{leaf}");
    }
    let administrator = house.signed_in(world.administrator).await;
    administrator.get("/books").await.says(&["Chưa có sổ nào để xem"]);
}

#[rstest]
#[tokio::test]
async fn a_number_is_taken_once_however_often_it_is_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let house = House::new(engine).await;
    let world = &house.world;
    let secretary = house.signed_in(world.secretary).await;
    let book = format!("/books/{}", world.residential);
    let path = format!("{book}/numbers");
    let form = secretary.get(&path).await;
    form.says(&["Kế hoạch", "số đã lấy thì không trả lại"]);
    for refused in ["Chỉ thị", "Hướng dẫn", "Thông tri"] {
        assert!(!form.body.contains(refused), "{refused} is not a cell's to issue");
    }
    let id = world.test.app.new_id().to_string();
    let wrong = secretary.post(&path, &[("id", &id), ("type", "plan"), ("about", " ")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("value=\"plan\" selected"), "what was chosen comes back");
    assert!(wrong.body.contains(&id));
    for _ in 0..2 {
        let fields = [("id", id.as_str()), ("type", "plan"), ("about", "Kế hoạch năm 2027")];
        assert_eq!(secretary.post(&path, &fields).await.location, book);
    }
    let register = secretary.get(&book).await;
    register.says(&["01-KH/CB", "Kế hoạch năm 2027", "Kế hoạch (1)"]);
    assert!(!register.body.contains("02-KH/CB"));
    let directive = secretary.post(&path, &[("id", &id), ("type", "directive"), ("about", "x")]).await;
    assert!(directive.body.contains("399-QĐ/TW"), "{}", directive.body);
    let member = house.signed_in(world.member).await;
    assert_eq!(member.get(&path).await.status, StatusCode::FORBIDDEN);
    let fields = [("id", id.as_str()), ("type", "plan"), ("about", "x")];
    assert_eq!(member.post(&path, &fields).await.status, StatusCode::FORBIDDEN);
}

#[rstest]
#[tokio::test]
async fn a_term_begins_and_is_taken_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let house = House::new(engine).await;
    let world = &house.world;
    let office = house.signed_in(world.office).await;
    let path = format!("/books/{}/terms", world.residential);
    let id = world.test.app.new_id().to_string();
    let wrong = office.post(&path, &[("id", &id), ("name", "2027-2030"), ("from_on", "29/2/2027")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("29/2/2027") && wrong.body.contains("2027-2030"),
        "what was typed comes back"
    );
    let fields = [("id", id.as_str()), ("name", "2027-2030"), ("from_on", "20/03/2027")];
    assert_eq!(office.post(&path, &fields).await.location, path);
    office.get(&path).await.says(&["2027-2030", "20/03/2027", "2025-2030"]);
    let back = office.post(&format!("{path}/{id}?_method=DELETE"), &[]).await;
    assert_eq!(back.location, path);
    assert!(!office.get(&path).await.page().contains("2027-2030"));
    let secretary = house.signed_in(world.secretary).await;
    assert_eq!(secretary.post(&path, &fields).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        secretary.post(&format!("{path}/{id}?_method=DELETE"), &[]).await.status,
        StatusCode::FORBIDDEN
    );
}
