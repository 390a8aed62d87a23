//! The month's meeting from its opening to the additions to its minutes, every deed a form sent by hand.

use axum::http::StatusCode;
use jiff::civil::date;
use nennep_app::meetings::{self, MeetingView};
use nennep_domain::{
    ids::MeetingId,
    meetings::{Attendance, ItemKind, MeetingState, RemarkKind},
    tasks::TaskState,
};
use nennep_testkit::Engine;
use rstest::rstest;

use super::{done, evening, item_path, next_step, opened};
use crate::{
    asking::{Answer, Browser, House},
    forms::{form, form_with},
};

async fn stored(house: &House, meeting: MeetingId) -> MeetingView {
    let ctx = house.world.acting_for(house.world.secretary).await;
    meetings::show(&ctx, meeting).await.unwrap()
}

#[rstest]
#[tokio::test]
async fn the_months_meeting_is_run_closed_and_recorded_without_scripts(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (house, secretary, meeting) = evening(engine).await;
    let page = opened(&house, &secretary, meeting).await;
    page.says(&["Đã khai mạc lúc 19:32", "Chủ trì đọc", "Còn 22 đồng chí chưa điểm danh", "Hoàn tác"]);
    let page = call_the_roll(&house, &secretary, page).await;
    let page = state_dues_and_adopt_the_agenda(&secretary, page).await;
    let page = discuss(&house, &secretary, page).await;
    let page = criticise(&house, &secretary, page).await;
    let page = set_a_task(&house, &secretary, page).await;
    let page = vote_the_resolution(&house, &secretary, page).await;
    close(&house, &secretary, page).await;
    let view = stored(&house, meeting).await;
    assert_eq!(view.meeting.state(), MeetingState::Held);
    assert_eq!(view.meeting.dues_note, "Đã thu đủ đảng phí tháng 10.");
    assert_eq!(view.remarks.len(), 2);
    assert_eq!(view.reserved[0].body, "Tôi đề nghị lùi thời hạn.");
    assert_eq!(view.tasks[0].state, TaskState::Dated);
    adopt(&house, &secretary, meeting).await;
}

async fn call_the_roll(house: &House, secretary: &Browser, page: Answer) -> Answer {
    let member = |n: usize| format!("roll/{}?", house.world.members[n]);
    let mark =
        |page: &Answer, n, typed: &[(&str, &str)]| form_with(page.page(), &member(n), "note").with(typed);
    let page = done(secretary, &mark(&page, 3, &[("note", "Đi công tác"), ("attendance", "excused")])).await;
    page.says(&["Vắng có lý do", "Đi công tác", "Còn 21 đồng chí chưa điểm danh"]);
    let page = done(secretary, &mark(&page, 4, &[("attendance", "unexcused")])).await;
    let page = done(secretary, &mark(&page, 6, &[("attendance", "special_duty")])).await;
    let page = done(secretary, &mark(&page, 21, &[("attendance", "exempt")])).await;
    let late = [("attendance", "present"), ("arrived_at", "19:45"), ("left_at", "21:00")];
    let page = done(secretary, &mark(&page, 8, &late)).await;
    page.says(&["từ 19:45", "đến 21:00"]);
    let wrong = [("attendance", "present"), ("arrived_at", "21:00"), ("left_at", "20:00")];
    let refused = mark(&page, 9, &wrong).send(secretary).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Giờ về phải sau giờ đến") && refused.body.contains("value=\"21:00\""));
    let page = done(secretary, &form(page.page(), "/roll?")).await;
    page.says(&[
        "Đã ghi 17 đồng chí có mặt",
        "Đã điểm danh đủ",
        "vắng không lý do 1",
        "1 đồng chí được miễn",
    ]);
    // What was marked at once is taken back at once, and nothing else.
    let undone = done(secretary, &form(page.page(), "/roll?")).await;
    undone.says(&["Còn 17 đồng chí chưa điểm danh", "Đi công tác"]);
    done(secretary, &form(undone.page(), "/roll?")).await
}

async fn state_dues_and_adopt_the_agenda(secretary: &Browser, page: Answer) -> Answer {
    let dues = form(page.page(), "/dues-note").with(&[("note", "Đã thu đủ đảng phí tháng 10.")]);
    let page = done(secretary, &dues).await;
    page.says(&["Đã lưu.", "Đã thu đủ đảng phí tháng 10."]);
    let guest =
        form_with(page.page(), "/guests", "role").with(&[("name", "Lý Thành Nam"), ("role", "Mặt trận")]);
    let page = done(secretary, &guest).await;
    page.says(&["Về dự với chi bộ có: Lý Thành Nam, Mặt trận."]);
    let page = done(secretary, &next_step(page.page())).await;
    page.says(&["Thông qua chương trình", "Cần tán thành"]);
    let count = form_with(page.page(), "/count?", "in_favour").with(&[("all", "true")]);
    let page = done(secretary, &count).await;
    page.says(&["Nội dung được thông qua", "Đếm lại"]);
    let page = done(secretary, &next_step(page.page())).await;
    page.says(&["Đã chuyển sang mục này", "Nội dung thứ 2"]);
    page
}

async fn discuss(house: &House, secretary: &Browser, page: Answer) -> Answer {
    let page = secretary.get(&item_path(page.page(), "Thảo luận trọng tâm")).await;
    let page = done(secretary, &form(page.page(), "/start")).await;
    let notes = form_with(page.page(), "/notes", "notes").with(&[("notes", "Bàn việc hiến đất mở ngõ.")]);
    let page = done(secretary, &notes).await;
    let speaker = format!("member-{}", house.world.members[7]);
    let page = done(secretary, &form(page.page(), "/remarks").with(&[("speaker", &speaker)])).await;
    page.says(&["Đã ghi người phát biểu", "đã phát biểu 1 lần"]);
    let words = form_with(page.page(), "/remarks/", "body")
        .with(&[("body", "Nên gặp lại ba hộ."), ("kind", "proposal")]);
    let page = done(secretary, &words).await;
    page.says(&["Nên gặp lại ba hộ."]);
    // A remark that is taken back can be brought again, with its words.
    let taken = form_with(page.page(), "/remarks/", "body").action.replace("PUT", "DELETE");
    let answer = secretary.post(&taken, &[]).await;
    let page = secretary.follow(&answer).await;
    page.says(&["Đã bỏ ý kiến", "Chưa có ý kiến"]);
    let page = done(secretary, &form(page.page(), "/withdrawal")).await;
    page.says(&["Ý kiến đã trở lại", "Nên gặp lại ba hộ."]);
    let concluded = form(page.page(), "/conclusion").with(&[("conclusion", "Giao tổ vận động.")]);
    done(secretary, &concluded).await
}

async fn criticise(house: &House, secretary: &Browser, page: Answer) -> Answer {
    let page = secretary.get(&item_path(page.page(), "Tự phê bình và phê bình")).await;
    page.says(&["0/18 đồng chí đã tự phê bình"]);
    let tick = format!("self_criticism:member-{}", house.world.members[5]);
    let page = done(secretary, &form(page.page(), "/remarks").with(&[("tick", &tick)])).await;
    page.says(&["1/18 đồng chí đã tự phê bình"]);
    page
}

async fn set_a_task(house: &House, secretary: &Browser, page: Answer) -> Answer {
    let page = secretary.get(&item_path(page.page(), "Phân công nhiệm vụ")).await;
    let owner = house.world.members[5].to_string();
    let task =
        form_with(page.page(), "/tasks", "title").with(&[("title", "Gặp lại ba hộ"), ("owner", &owner)]);
    let refused = task.send(secretary).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Hãy ghi thời hạn") && refused.body.contains("value=\"Gặp lại ba hộ\""));
    let page = done(secretary, &task.with(&[("deadline", "28/11/2026")])).await;
    page.says(&["Đã giao việc", "hạn 28/11/2026", "báo cáo kỳ tháng 12/2026"]);
    page
}

async fn vote_the_resolution(house: &House, secretary: &Browser, page: Answer) -> Answer {
    let page = secretary.get(&item_path(page.page(), "Kết luận, biểu quyết")).await;
    let page = done(secretary, &form(page.page(), "/start")).await;
    let text = form(page.page(), "/resolution").with(&[("direction", "Hoàn thành mặt bằng ngõ 12.")]);
    let page = done(secretary, &text).await;
    let page = done(secretary, &next_step(page.page())).await;
    page.says(&["Thông qua nghị quyết tháng 11/2026", "<dd>20</dd>", "<dd>11</dd>"]);
    let count = |page: &Answer, hands: &str| {
        form_with(page.page(), "/count?", "in_favour").with(&[("in_favour", hands), ("against", "1")])
    };
    let refused = count(&page, "19").send(secretary).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Đề nghị đếm lại") && refused.body.contains("value=\"19\""));
    let page = done(secretary, &count(&page, "15")).await;
    page.says(&["15/20 đồng chí tán thành, đạt 75", "Nghị quyết được thông qua"]);
    let member = house.world.members[7].to_string();
    let opinion = form_with(page.page(), "/opinions", "words");
    let opinion = opinion.with(&[("member", &member), ("words", "Tôi đề nghị lùi thời hạn.")]);
    let page = done(secretary, &opinion).await;
    page.says(&["Đã giữ nguyên văn ý kiến", "<blockquote>Tôi đề nghị lùi thời hạn.</blockquote>"]);
    page
}

async fn close(house: &House, secretary: &Browser, page: Answer) {
    let page = secretary.get(&item_path(page.page(), "Thư ký đọc biên bản")).await;
    let page = done(secretary, &form(page.page(), "/start")).await;
    page.says(&["Còn thiếu, chủ trì cân nhắc", "Chưa đủ 90 phút", "nội dung chưa bàn"]);
    house.world.test.at(date(2026, 11, 5).at(21, 7, 0, 0));
    // The button goes on to items that were passed over; closing is always at hand as well.
    let closing = form(page.page(), "/closure");
    let page = done(secretary, &closing).await;
    page.says(&["Đã bế mạc lúc 21:07, sau 95 phút", "Đọc biên bản"]);
}

async fn adopt(house: &House, secretary: &Browser, meeting: MeetingId) {
    let path = format!("/meetings/{meeting}/minutes");
    let page = secretary.get(&path).await;
    page.says(&["Nên gặp lại ba hộ.", "Đi công tác", "Tôi đề nghị lùi thời hạn.", "Mời đồng chí"]);
    let page = done(secretary, &next_step(page.page())).await;
    page.says(&["Biểu quyết thông qua biên bản"]);
    let failed =
        form_with(page.page(), "/count?", "in_favour").with(&[("in_favour", "5"), ("against", "11")]);
    let page = done(secretary, &failed).await;
    page.says(&["Chi bộ chưa tán thành biên bản"]);
    let refused = secretary.post(&format!("/meetings/{meeting}/adoption"), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "what was voted down is not adopted");
    let page = done(secretary, &form(page.page(), "/count?")).await;
    let page =
        done(secretary, &form_with(page.page(), "/count?", "in_favour").with(&[("all", "true")])).await;
    page.says(&["Chốt biên bản"]);
    let asked = secretary.get(&format!("/meetings/{meeting}/adoption")).await;
    asked.says(&["về sau chỉ ghi thêm phần bổ sung"]);
    let page = done(secretary, &form(asked.page(), "/adoption")).await;
    page.says(&["Biên bản đã được thông qua", "Báo cáo cấp trên"]);
    let view = stored(house, meeting).await;
    let frozen = view.adopted.unwrap();
    assert_eq!(view.roll.iter().filter(|entry| entry.attendance == Some(Attendance::Present)).count(), 18);
    assert!(view.items.iter().any(|item| item.kind == ItemKind::Discussion && !item.conclusion.is_empty()));
    assert!(view.remarks.iter().any(|remark| remark.kind == RemarkKind::SelfCriticism));

    // From now on there are only additions; adopting again changes nothing.
    let again = form(asked.page(), "/adoption").send(secretary).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    let room = secretary.get(&format!("/meetings/{meeting}/room")).await;
    room.says(&["Đây là những gì đã ghi"]);
    assert!(!room.body.contains("<textarea"), "nothing can be written in the room any more");
    let empty = form(page.page(), "/additions").send(secretary).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let addition = form(page.page(), "/additions");
    let addition = addition.with(&[("body", "Bổ sung số hộ: 15."), ("reason", "Ghi sót")]);
    let page = done(secretary, &addition).await;
    page.says(&["Bổ sung số hộ: 15.", "Lý do: Ghi sót"]);
    done(secretary, &addition).await;
    let view = stored(house, meeting).await;
    assert_eq!(view.additions.len(), 1, "sent twice, added once");
    assert_eq!(view.adopted.unwrap().sha256, frozen.sha256);
    let page = done(secretary, &form(page.page(), "/report")).await;
    page.says(&["Đã báo cáo cấp trên"]);
}
