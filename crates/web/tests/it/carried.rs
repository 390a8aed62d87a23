//! Extracts, offers, evidence and lent files on pages, without a script.

use axum::http::{StatusCode, header};
use jiff::civil::date;
use nennep_app::{members::extract, notes::Note};
use nennep_testkit::{Engine, World};

use crate::asking::Browser;

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n....";

#[tokio::test]
async fn an_extract_is_written_checked_and_taken_over() {
    let world = World::new(Engine::Sqlite).await;
    let own = world.members[5];
    let member = Browser::of(&world, world.member).await;
    let app = &world.test.app;
    let fingerprint = extract::key(app).fingerprint();
    let page = format!("/members/{own}/extract");
    member.get(&page).await.ok().says(&[
        "Trích hồ sơ của tôi",
        "Kỷ luật còn hiệu lực",
        &fingerprint,
        "Phiếu kèm",
    ]);
    let file = member.post(&page, &[]).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.header(header::CONTENT_DISPOSITION).contains("trich-ho-so-"));
    member.get(&format!("/members/{own}")).await.ok().says(&["tải bản trích hồ sơ"]);

    let secretary = Browser::of(&world, world.secretary).await;
    let sent = secretary.upload("/extracts", &[("key", "")], ("a.txt", &file.bytes)).await.ok();
    sent.says(&["Giống hết danh sách", "không có kỷ luật còn hiệu lực"]);
    let wrong = secretary.upload("/extracts", &[("key", "")], ("a.txt", &file.bytes[..400])).await;
    wrong.comes_back(&["Tệp thiếu chữ ký"]);
    assert_eq!(member.get("/extracts").await.status, StatusCode::FORBIDDEN);

    // Somebody the register does not know.
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    let body = Note::read(&text).unwrap().text;
    let mut known: nennep_domain::members::extract::Extract = serde_json::from_str(body).unwrap();
    "Đặng Thị Mai Hương".clone_into(&mut known.particulars.full_name);
    "079998877".clone_into(&mut known.particulars.card_number);
    let text = app.keys.signer().sign(&serde_json::to_string_pretty(&known).unwrap());
    let looked = secretary.upload("/extracts", &[("key", "")], ("a.txt", text.as_bytes())).await.ok();
    looked.says(&["Đặng Thị Mai Hương", "Tiếp nhận vào chi bộ"]);
    // Browsers write the ends of lines their own way.
    let sent = text.replace('\n', "\r\n");
    let (deed, id, cell) = (looked.field("deed"), looked.field("member"), world.residential.to_string());
    let mut form = vec![
        ("deed", deed.as_str()),
        ("member", id.as_str()),
        ("text", sent.as_str()),
        ("cell", cell.as_str()),
        ("on", "2026-11-01"),
        ("decision_number", "15-GGT"),
        ("decided_on", "2026-10-20"),
        ("decided_by", "Đảng ủy"),
    ];
    let without = secretary.post("/extracts/taking", &form).await;
    without.comes_back(&["Hãy nhập dấu khóa trên phiếu giấy", "15-GGT"]);
    form.push(("key", &fingerprint));
    let taken = secretary.post("/extracts/taking", &form).await;
    assert_eq!((taken.status, taken.location.as_str()), (StatusCode::SEE_OTHER, &*format!("/members/{id}")));
    secretary.get(&taken.location).await.ok().says(&["Đặng Thị Mai Hương"]);
}

#[tokio::test]
async fn what_one_can_is_said_seen_and_erased() {
    let world = World::new(Engine::Sqlite).await;
    let (own, cell) = (world.members[5], world.residential);
    let member = Browser::of(&world, world.member).await;
    let page = format!("/members/{own}/offer");
    member.get(&page).await.ok().says(&["Việc tôi làm được", "Pháp luật, hòa giải"]);
    let empty = member.post(&page, &[("words", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let both = member.post(&page, &[("can-law", "true"), ("nothing", "true")]).await;
    assert_eq!(both.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = member.post(&page, &[("can-law", "true"), ("hours_a_month", "4")]).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER);
    let secretary = Browser::of(&world, world.secretary).await;
    let found = secretary.get(&format!("/cells/{cell}/offers?task=h%C3%B2a+gi%E1%BA%A3i")).await.ok();
    found.says(&["Hợp việc: Pháp luật, hòa giải", "4 giờ mỗi tháng"]);
    secretary.get(&page).await.ok().says(&["Pháp luật, hòa giải"]);
    assert_eq!(Browser::of(&world, world.leader).await.get(&page).await.status, StatusCode::FORBIDDEN);
    let erased = member.post(&format!("{page}?_method=DELETE"), &[]).await;
    assert_eq!(erased.status, StatusCode::SEE_OTHER);
    secretary.get(&page).await.ok().says(&["chưa nói gì"]);
}

#[tokio::test]
async fn a_task_rests_on_files_and_is_returned() {
    let world = World::new(Engine::Sqlite).await;
    let task = world.hold_meeting(date(2026, 11, 5)).await.task;
    let member = Browser::of(&world, world.member).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let page = format!("/tasks/{task}");
    let id = member.get(&page).await.ok().field("id");
    let form = [("id", id.as_str()), ("note", "Con đường mới")];
    let sent = member.upload(&format!("{page}/evidence"), &form, ("ảnh.png", PICTURE)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let wrong = member.upload(&format!("{page}/evidence"), &form[1..], ("a.html", b"<script>")).await;
    wrong.comes_back(&["Con đường mới"]);
    let file = secretary.get(&format!("{page}/evidence/{id}")).await.ok();
    assert_eq!(file.bytes, PICTURE);
    assert!(file.header(header::CONTENT_DISPOSITION).starts_with("attachment"));
    member.post(&format!("{page}/report"), &[("result", "Xong"), ("done_percent", "100")]).await;
    let empty = secretary.post(&format!("{page}/return"), &[("reason", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let returned = secretary.post(&format!("{page}/return"), &[("reason", "Thiếu ảnh hộ thứ ba")]).await;
    assert_eq!(returned.status, StatusCode::SEE_OTHER);
    member.get(&page).await.ok().says(&["Chi bộ trả lại", "Thiếu ảnh hộ thứ ba"]);
}

#[tokio::test]
async fn a_file_is_lent_and_comes_back() {
    let world = World::new(Engine::Sqlite).await;
    let (own, cell) = (world.members[5], world.residential);
    let secretary = Browser::of(&world, world.secretary).await;
    let page = format!("/members/{own}/loans");
    let id = secretary.get(&page).await.ok().field("id");
    let form = [
        ("id", id.as_str()),
        ("borrower", "Ban Tổ chức"),
        ("reason", "Xét huy hiệu"),
        ("lent_on", "2026-10-20"),
        ("due_on", ""),
    ];
    let wrong = secretary.post(&page, &form).await;
    wrong.comes_back(&["Ban Tổ chức"]);
    let form = [form[0], form[1], form[2], form[3], ("due_on", "2026-10-30")];
    assert_eq!(secretary.post(&page, &form).await.status, StatusCode::SEE_OTHER);
    let list = format!("/organisations/{cell}/loans");
    secretary.get(&list).await.ok().says(&["Ban Tổ chức", "Quá hạn trả"]);
    Browser::of(&world, world.member).await.get(&page).await.ok().says(&["Ban Tổ chức"]);
    let back = secretary.post(&format!("/loans/{id}/return"), &[("on", "2026-11-01")]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    secretary.get(&list).await.ok().says(&["đã trả 01/11/2026"]);
    secretary.post(&format!("/loans/{id}/return?_method=DELETE"), &[]).await;
    secretary.get(&list).await.ok().says(&["Quá hạn trả"]);
}
