//! Importing on pages, without a script: choose, look, map, take, and see what was.

use std::fmt::Write as _;

use axum::http::{StatusCode, header};
use nennep_app::jobs;
use nennep_testkit::{Engine, World};
use rstest::rstest;

use crate::asking::{Answer, Browser};

const MEMBERS: &str = "Họ và tên;Ngày sinh;Số thẻ;Ngày vào Đảng\nĐinh Văn Khôi;05/11/1980;00999001;2005\n";
const ID: &str = "0190b5a0-0000-7000-8000-000000000001";

/// Sends the form of the first page.
async fn choose(browser: &Browser, kind: &str, into: &str, file: &[u8]) -> Answer {
    let form = [("id", ID), ("kind", kind), ("into", into)];
    browser.upload("/imports", &form, ("đảng viên.csv", file)).await
}

#[rstest]
#[tokio::test]
async fn a_file_goes_from_choice_to_history(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let cell = world.residential.to_string();
    secretary.get("/imports").await.says(&["Nhập vào Chi bộ Tổ dân phố số 5", "Chưa nhập lần nào", "16 MB"]);
    let sent = choose(&secretary, "members", &cell, MEMBERS.as_bytes()).await;
    assert_eq!((sent.status, sent.location.as_str()), (StatusCode::SEE_OTHER, &*format!("/imports/{ID}")));
    let again = choose(&secretary, "members", &cell, MEMBERS.as_bytes()).await;
    assert_eq!(again.location, sent.location, "a form sent twice is one upload");
    let taking = format!("/imports/{ID}/taking");
    let looked = secretary.get(&sent.location).await;
    looked.says(&[
        "Đinh Văn Khôi",
        "05/11/1980",
        "Nhập 1 dòng",
        &taking,
        "Mọi dòng đều nhập được",
        "đảng viên.csv",
    ]);
    secretary.get(&taking).await.says(&["Thêm 1 đảng viên mới", "Tất cả được ghi cùng một lúc"]);
    let taken = secretary.post(&taking, &[]).await;
    assert_eq!((taken.status, &taken.location), (StatusCode::SEE_OTHER, &sent.location));
    assert_eq!(secretary.post(&taking, &[]).await.status, StatusCode::SEE_OTHER, "pressed twice");
    secretary.get(&sent.location).await.says(&["Thêm mới", "Tệp đã được xóa khỏi máy chủ"]);
    secretary.get("/imports").await.says(&["đảng viên.csv"]);
    let office = Browser::of(&world, world.office).await;
    assert_eq!(office.get(&sent.location).await.status, StatusCode::NOT_FOUND, "somebody else's file");
    office.get("/imports").await.says(&["đảng viên.csv", "Chi bộ Trường THCS An Bình"]);
}

#[rstest]
#[tokio::test]
async fn what_is_wrong_is_said_with_its_place_and_what_to_do(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let cell = world.residential.to_string();
    let bad = MEMBERS.replace("05/11/1980", "29/2/2023");
    let sent = choose(&secretary, "members", &cell, bad.as_bytes()).await;
    let looked = secretary.get(&sent.location).await;
    looked.says(&[
        "1 dòng chưa nhập được, nên chưa ghi gì",
        "B (Ngày sinh)",
        "29/2/2023",
        "trong lịch",
        "Đối chiếu hồ sơ",
    ]);
    assert!(!looked.body.contains("/taking"), "nothing to press");
    let refused = secretary.post(&format!("/imports/{ID}/taking"), &[]).await;
    assert_eq!(refused.location, sent.location);
    let gone = secretary.post(&format!("/imports/{ID}?_method=DELETE"), &[]).await;
    assert_eq!(gone.location, "/imports");
    assert_eq!(secretary.get(&sent.location).await.status, StatusCode::NOT_FOUND);
    for (file, words) in [
        (&b"PK\x03\x04 but no more"[..], "Tệp bị hỏng hoặc bị cắt giữa chừng"),
        (b"", "Tệp không có nội dung"),
        (b"%PDF-1.7 \x00", "không phải bảng tính đọc được"),
    ] {
        let refused = choose(&secretary, "members", &cell, file).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(words) && refused.body.contains(ID), "{}", refused.body);
    }
    let large = choose(&secretary, "members", &cell, &vec![b'a'; 16 * 1024 * 1024 + 1]).await;
    assert_eq!(large.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(large.body.contains("Tệp lớn hơn 16 MB"));
}

#[rstest]
#[tokio::test]
async fn columns_nobody_knows_are_mapped_on_the_page(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = Browser::of(&world, world.office).await;
    let file = "Quý danh;Chào đời;Thẻ;Vào từ\nĐinh Văn Khôi;05/11/1980;00999001;2005\n";
    let sent = choose(&office, "members", &world.school.to_string(), file.as_bytes()).await;
    let looked = office.get(&sent.location).await;
    looked.says(&[
        "Chưa đọc được dòng nào",
        "<details class=\"folded\" open>",
        "A · Quý danh",
        "name=\"column-3\"",
        "00999001",
    ]);
    let columns = ["full_name", "born_on", "card_number", "admitted_on"];
    let names = ["column-0", "column-1", "column-2", "column-3"];
    let form: Vec<_> = names.into_iter().zip(columns).collect();
    let mapped = office.post(&format!("/imports/{ID}/columns"), &form).await;
    assert_eq!((mapped.status, &mapped.location), (StatusCode::SEE_OTHER, &sent.location));
    office.get(&sent.location).await.says(&["Nhập 1 dòng", "Chi bộ Trường THCS An Bình"]);
    let nonsense = office.post(&format!("/imports/{ID}/columns"), &[("column-0", "quy_danh")]).await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[rstest]
#[tokio::test]
async fn a_long_file_shows_how_far_it_is(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let office = Browser::of(&world, world.office).await;
    let mut file = "Họ và tên;Ngày sinh;Số thẻ;Ngày vào Đảng\n".to_owned();
    for n in 0..3_001 {
        writeln!(file, "Đinh Văn Khôi;05/11/1980;0099{n:04};2005").unwrap();
    }
    let sent = choose(&office, "members", &world.school.to_string(), file.as_bytes()).await;
    office.get(&sent.location).await.says(&["Nhập 3001 dòng", "… và 2801 dòng nữa."]);
    assert_eq!(office.post(&format!("/imports/{ID}/taking"), &[]).await.location, sent.location);
    let waiting = office.get(&sent.location).await;
    waiting.says(&["Đang nhập", "Có thể đóng trang này"]);
    assert_eq!(waiting.header(header::REFRESH), "2", "it asks again by itself, without a script");
    world.test.app.progress().set(ID.parse().unwrap(), 1_500, 3_001);
    office.get(&sent.location).await.says(&["1500/3001", "value=\"1500\""]);
    while jobs::run_next(&world.test.app).await.unwrap() {}
    let taken = office.get(&sent.location).await;
    taken.says(&["3001", "Tệp đã được xóa khỏi máy chủ"]);
    assert_eq!(taken.header(header::REFRESH), "");
}

#[rstest]
#[tokio::test]
async fn forms_and_registers_are_handed_out(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let office = Browser::of(&world, world.office).await;
    for path in [
        "/imports/blank/members",
        "/imports/blank/organisations",
        "/exports/members",
        "/exports/organisations",
    ] {
        let file = office.get(path).await;
        assert_eq!(file.status, StatusCode::OK, "{path}");
        assert!(file.body.starts_with("PK"), "{path} is a workbook");
    }
    assert_eq!(office.get("/imports/blank/nonsense").await.status, StatusCode::NOT_FOUND);
    let member = Browser::of(&world, world.member).await;
    for path in ["/imports", &format!("/exports/members?within={}", world.residential)] {
        assert_eq!(member.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let administrator = Browser::of(&world, world.administrator).await;
    assert_eq!(administrator.get("/exports/members").await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        choose(&administrator, "members", &world.school.to_string(), MEMBERS.as_bytes()).await.status,
        StatusCode::FORBIDDEN
    );
}
