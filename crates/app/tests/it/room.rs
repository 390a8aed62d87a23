//! What one person types while others talk: taken back, written by two, read out again.

use jiff::civil::{Date, date};
use nennep_app::{
    Ctx, Error,
    meetings::{self, MeetingView, MotionForm, OpenForm, PlanLine, RemarkForm, RollMark, version_of},
    papers::Block,
    tasks,
};
use nennep_domain::{
    ids::{AdditionId, ItemId, MeetingId, MotionId, RemarkId, TaskId},
    meetings::{Attendance, ItemKind, MeetingKind, RemarkKind, Speaker},
    motions::{Count, MotionKind, MotionSubject},
    tasks::{TaskDraft, TaskState},
    time::Month,
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

const EVENING: Date = date(2026, 11, 5);

async fn opened_on(world: &World, ctx: &Ctx, day: Date) -> MeetingId {
    let id = MeetingId(ctx.new_id());
    let line = PlanLine {
        month: Month::of(day),
        kind: MeetingKind::Routine,
        topic: String::new(),
        starts_at: Some(day.at(19, 30, 0, 0)),
        place: "Nhà văn hóa Tổ dân phố số 5".to_owned(),
    };
    meetings::plan(ctx, world.residential, id, &line).await.unwrap();
    meetings::draft_agenda(ctx, id).await.unwrap();
    world.test.at(day.at(19, 30, 0, 0));
    let (chair, taker) = (Some(world.members[0]), Some(world.members[5]));
    meetings::open(ctx, id, OpenForm { chair, minute_taker: taker, tracker: None }).await.unwrap();
    id
}

async fn view(ctx: &Ctx, id: MeetingId) -> MeetingView {
    meetings::show(ctx, id).await.unwrap()
}

fn of_kind(view: &MeetingView, kind: ItemKind) -> ItemId {
    view.items.iter().find(|item| item.kind == kind).unwrap().id
}

fn current(view: &MeetingView) -> Option<ItemKind> {
    view.current_item().map(|item| item.kind)
}

#[rstest]
#[tokio::test]
async fn items_are_taken_up_and_put_down(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let taker = world.acting_for(world.secretary).await;
    let id = opened_on(&world, &taker, EVENING).await;
    let at = |hour, minute| world.test.at(EVENING.at(hour, minute, 0, 0));
    let (review, study) = {
        let view = view(&taker, id).await;
        assert_eq!(current(&view), Some(ItemKind::Opening), "the opening goes with the opening");
        (of_kind(&view, ItemKind::Review), of_kind(&view, ItemKind::Study))
    };
    at(19, 40);
    meetings::take_up(&taker, id, review).await.unwrap();
    at(19, 41);
    meetings::put_down(&taker, id, review).await.unwrap();
    meetings::put_down(&taker, id, review).await.unwrap();
    let put_down = view(&taker, id).await;
    assert_eq!(current(&put_down), Some(ItemKind::Opening), "the one before goes on");
    assert!(put_down.items.iter().all(|item| item.id != review || item.started_at.is_none()));
    meetings::take_up(&taker, id, review).await.unwrap();
    at(19, 51);
    meetings::take_up(&taker, id, study).await.unwrap();
    at(20, 0);
    meetings::take_up(&taker, id, review).await.unwrap();
    at(20, 2);
    meetings::close(&taker, id).await.unwrap_err();
    meetings::mark_rest_present(&taker, id).await.unwrap();
    meetings::close(&taker, id).await.unwrap();
    let closed = view(&taker, id).await;
    let used = |wanted: ItemId| {
        let item = closed.items.iter().find(|item| item.id == wanted).unwrap();
        item.ended_at.unwrap().minutes_since(item.started_at.unwrap())
    };
    assert_eq!((used(review), used(study)), (12, 9), "minutes in between count for nobody twice");
    meetings::reopen(&taker, id).await.unwrap();
    assert_eq!(view(&taker, id).await.current_item().map(|item| item.id), Some(review), "it goes on");
    meetings::put_down(&taker, id, review).await.unwrap();
    assert_eq!(view(&taker, id).await.current_item().map(|item| item.id), Some(study));
}

#[rstest]
#[tokio::test]
async fn notes_and_conclusion_are_written_side_by_side(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (chair, taker) = (world.acting_for(world.secretary).await, world.acting_for(world.member).await);
    let id = opened_on(&world, &chair, EVENING).await;
    let item = of_kind(&view(&chair, id).await, ItemKind::Discussion);
    let empty = version_of("");
    meetings::save_notes(&taker, id, item, 1, "Thảo luận sôi nổi").await.unwrap();
    let version = meetings::save_conclusion(&chair, id, item, empty, "Thống nhất làm").await.unwrap();
    meetings::save_notes(&taker, id, item, 2, "Thảo luận sôi nổi, ba ý kiến").await.unwrap();
    let late = meetings::save_conclusion(&taker, id, item, empty, "Để tháng sau").await.unwrap_err();
    let Error::Conflict(stands) = late else { panic!("{late:?}") };
    assert_eq!((stands.version, stands.text.as_str()), (version, "Thống nhất làm"));
    meetings::save_conclusion(&taker, id, item, version, "Thống nhất làm ngay").await.unwrap();

    let version = meetings::save_dues_note(&taker, id, empty, "20/22 đồng chí đã nộp").await.unwrap();
    let late = meetings::save_dues_note(&chair, id, empty, "Đã nộp đủ").await.unwrap_err();
    assert!(matches!(late, Error::Conflict(stands) if stands.text == "20/22 đồng chí đã nộp"));
    let same = meetings::save_dues_note(&chair, id, empty, "20/22 đồng chí đã nộp ").await.unwrap();
    assert_eq!(same, version, "the same words are no difference");
}

#[rstest]
#[tokio::test]
async fn the_rest_of_the_roll_is_marked_at_once_and_taken_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let taker = world.acting_for(world.secretary).await;
    let id = opened_on(&world, &taker, EVENING).await;
    let absent = RollMark {
        member: world.members[3],
        attendance: Some(Attendance::Excused),
        arrived_at: None,
        left_at: None,
        note: "Đi công tác".to_owned(),
    };
    meetings::mark(&taker, id, &[absent]).await.unwrap();
    let lines = meetings::mark_rest_present(&taker, id).await.unwrap();
    assert_eq!(lines.len(), 21);
    assert!(meetings::mark_rest_present(&taker, id).await.unwrap().is_empty(), "nobody is left");
    meetings::take_marks_back(&taker, id, &lines).await.unwrap();
    let roll = view(&taker, id).await.roll;
    assert_eq!(roll.iter().filter(|entry| entry.attendance.is_none()).count(), 21);
    assert!(roll.iter().any(|entry| entry.attendance == Some(Attendance::Excused)), "others stay");
}

#[rstest]
#[tokio::test]
async fn motions_and_remarks_are_taken_back_and_brought_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let taker = world.acting_for(world.secretary).await;
    let id = opened_on(&world, &taker, EVENING).await;
    meetings::mark_rest_present(&taker, id).await.unwrap();
    let item = of_kind(&view(&taker, id).await, ItemKind::Opening);
    let motion = MotionId(taker.new_id());
    let form = MotionForm {
        item,
        kind: MotionKind::Procedural,
        subject: MotionSubject::Agenda,
        body: "Thông qua chương trình".to_owned(),
    };
    meetings::put_motion(&taker, id, motion, &form).await.unwrap();
    let count = |in_favour| Count { in_favour, against: 0, other: 0 };
    let is_adopted = async || view(&taker, id).await.meeting.steps.agenda_adopted.is_some();
    meetings::count_hands(&taker, id, motion, count(20)).await.unwrap();
    assert!(is_adopted().await);
    meetings::count_hands(&taker, id, motion, count(3)).await.unwrap();
    assert!(!is_adopted().await, "counted again, it failed");
    meetings::count_hands(&taker, id, motion, count(20)).await.unwrap();
    meetings::withdraw_motion(&taker, id, motion).await.unwrap();
    assert!(!is_adopted().await && view(&taker, id).await.motions.is_empty());
    meetings::bring_motion_again(&taker, id, motion).await.unwrap();
    meetings::bring_motion_again(&taker, id, motion).await.unwrap();
    assert!(is_adopted().await);
    let stands = view(&taker, id).await;
    let outcome = stands.outcome(&stands.motions[0]).unwrap();
    assert_eq!((outcome.terms.base, outcome.count.in_favour, outcome.passed), (20, 20, true));

    let remark = RemarkId(taker.new_id());
    let speaker = Speaker::Member(world.members[7]);
    let form = RemarkForm { item, speaker, kind: RemarkKind::Remark, body: String::new() };
    meetings::add_remark(&taker, id, remark, &form).await.unwrap();
    meetings::take_remark_back(&taker, id, remark, true).await.unwrap();
    let other = {
        meetings::close(&taker, id).await.unwrap();
        let other = opened_on(&world, &taker, date(2026, 12, 3)).await;
        meetings::reopen(&taker, id).await.unwrap();
        other
    };
    meetings::take_remark_back(&taker, other, remark, false).await.unwrap();
    assert!(view(&taker, id).await.remarks.is_empty(), "another meeting does not bring it again");
    meetings::take_remark_back(&taker, id, remark, false).await.unwrap();
    assert_eq!(view(&taker, id).await.remarks.len(), 1);
}

#[rstest]
#[tokio::test]
async fn the_minute_taker_writes_down_what_is_reported(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (secretary, taker) = (world.acting_for(world.secretary).await, world.acting_for(world.member).await);
    let first = opened_on(&world, &secretary, EVENING).await;
    meetings::mark_rest_present(&taker, first).await.unwrap();
    let draft = TaskDraft {
        title: "Vận động ba hộ hiến đất".to_owned(),
        product: String::new(),
        owner: Some(world.members[7]),
        deadline: Some(date(2026, 11, 28)),
        reports_in: Month::new(2026, 12),
        state: TaskState::Dated,
    };
    let task = TaskId(taker.new_id());
    tasks::set(&taker, first, task, None, draft.clone()).await.unwrap();
    let changed = TaskDraft { product: "Biên bản bàn giao".to_owned(), ..draft };
    meetings::change_task(&taker, first, task, 1, changed.clone()).await.unwrap();
    let late = meetings::change_task(&taker, first, task, 1, changed).await.unwrap_err();
    assert!(matches!(late, Error::Conflict(_)), "{late:?}");
    meetings::save_notes(&taker, first, of_kind(&view(&taker, first).await, ItemKind::Plan), 1, "Giao việc")
        .await
        .unwrap();
    meetings::close(&taker, first).await.unwrap();
    meetings::adopt(&secretary, first).await.unwrap();

    let second = opened_on(&world, &secretary, date(2026, 12, 3)).await;
    let stranger = world.acting_for(world.stranger).await;
    let denied = meetings::report_task(&stranger, second, task, "Xong", 100).await.unwrap_err();
    assert!(matches!(denied, Error::NotFound));
    let open = meetings::accept_task(&taker, second, task, true).await.unwrap_err();
    assert!(matches!(open, Error::Invalid(_)), "what is not done is not accepted");
    meetings::report_task(&taker, second, task, "Ba hộ đã hiến", 100).await.unwrap();
    meetings::accept_task(&taker, second, task, true).await.unwrap();
    let view = view(&taker, second).await;
    assert_eq!(view.due.len(), 1, "an accepted task stays in the table");
    assert_eq!((view.progress().due, view.progress().done), (1, 1));
    assert!(
        meetings::accept_task(&taker, first, task, false).await.is_err(),
        "minutes of November are adopted"
    );
    meetings::accept_task(&taker, second, task, false).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn minutes_are_read_out_as_they_are_frozen(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = opened_on(&world, &secretary, EVENING).await;
    meetings::mark_rest_present(&secretary, id).await.unwrap();
    assert!(!meetings::read_out(&secretary, id).await.unwrap().is_anything_written);
    let item = of_kind(&view(&secretary, id).await, ItemKind::Discussion);
    meetings::save_notes(&secretary, id, item, 1, "Bàn việc vệ sinh môi trường").await.unwrap();
    meetings::close(&secretary, id).await.unwrap();
    let before = meetings::read_out(&secretary, id).await.unwrap();
    assert!(said(&before.paper.blocks).contains("Bàn việc vệ sinh môi trường."));
    meetings::adopt(&secretary, id).await.unwrap();
    let (added, reason) = ("Bổ sung tên khách mời", "Ghi thiếu");
    meetings::add_to_minutes(&secretary, id, AdditionId(secretary.new_id()), added, reason).await.unwrap();
    let after = meetings::read_out(&secretary, id).await.unwrap();
    assert_eq!(said(&after.paper.blocks), said(&before.paper.blocks), "adopting changes no word");
    assert_eq!(after.additions[0].addition.body, added);
    assert!(!after.additions[0].by.is_empty());
    let stranger = world.acting_for(world.stranger).await;
    assert!(matches!(meetings::read_out(&stranger, id).await, Err(Error::NotFound)));
}

fn said(blocks: &[Block]) -> String {
    let line = |block: &Block| match block {
        Block::Heading { text, .. } => text.clone(),
        Block::Text { runs, .. } => runs.iter().map(|run| run.text.as_str()).collect(),
        Block::Table(table) => table.rows.iter().flat_map(|row| row.cells.clone()).collect(),
        Block::Lines { .. } => String::new(),
    };
    blocks.iter().map(line).collect::<Vec<_>>().join("\n")
}
