//! A cell's month from plan to report, as its people live it.

use jiff::civil::date;
use nennep_app::{
    Ctx, Error,
    meetings::{self, MotionForm, OpenForm, PlanLine, RemarkForm, RollMark},
    tasks,
};
use nennep_domain::{
    ids::{AdditionId, ItemId, MeetingId, MotionId, RemarkId, TaskId},
    meetings::{Attendance, ItemKind, MeetingKind, MeetingState, RemarkKind, Speaker},
    motions::{Count, MotionKind, MotionSubject},
    tasks::{TaskDraft, TaskState},
    time::Month,
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

pub(crate) fn month(n: i8) -> Month {
    Month::new(2026, n).unwrap()
}

pub(crate) fn line(month: Month, day: i8) -> PlanLine {
    PlanLine {
        month,
        kind: MeetingKind::Routine,
        topic: String::new(),
        starts_at: Some(month.first_day().with().day(day).build().unwrap().at(19, 30, 0, 0)),
        place: "Nhà văn hóa Tổ dân phố số 5".to_owned(),
    }
}

pub(crate) async fn planned(world: &World, ctx: &Ctx, month: Month, day: i8) -> MeetingId {
    let id = MeetingId(ctx.new_id());
    meetings::plan(ctx, world.residential, id, &line(month, day)).await.unwrap()
}

pub(crate) async fn opened(world: &World, ctx: &Ctx, month: Month, day: i8) -> MeetingId {
    let id = planned(world, ctx, month, day).await;
    meetings::draft_agenda(ctx, id).await.unwrap();
    meetings::register(ctx, id).await.unwrap();
    meetings::call(ctx, id).await.unwrap();
    world.test.at(month.first_day().with().day(day).build().unwrap().at(19, 32, 0, 0));
    let people = OpenForm {
        chair: Some(world.members[0]),
        minute_taker: Some(world.members[5]),
        tracker: Some(world.members[2]),
    };
    meetings::open(ctx, id, people).await.unwrap();
    id
}

async fn item(ctx: &Ctx, meeting: MeetingId, kind: ItemKind) -> ItemId {
    let view = meetings::show(ctx, meeting).await.unwrap();
    view.items.iter().find(|item| item.kind == kind).unwrap().id
}

pub(crate) fn refused(error: &Error) -> &'static str {
    match error {
        Error::Refused(refusal) => refusal.code(),
        Error::Invalid(problems) => problems.0[0].sentence.key,
        other => panic!("not a refusal: {other:?}"),
    }
}

#[rstest]
#[tokio::test]
async fn a_month_goes_from_plan_to_report(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let taker = world.acting_for(world.member).await;
    let id = opened(&world, &secretary, month(11), 5).await;

    // The minute-taker calls the roll: three official members are away with reason.
    let absent = [3, 4, 6].map(|n| RollMark {
        member: world.members[n],
        attendance: Some(Attendance::Excused),
        arrived_at: None,
        left_at: None,
        note: "Đi công tác".to_owned(),
    });
    meetings::mark(&taker, id, &absent).await.unwrap();
    meetings::mark_rest_present(&taker, id).await.unwrap();

    let discussion = item(&taker, id, ItemKind::Discussion).await;
    meetings::take_up(&taker, id, discussion).await.unwrap();
    let version =
        meetings::save_notes(&taker, id, discussion, 1, "Bàn việc vệ sinh môi trường.").await.unwrap();
    assert_eq!(version, 2);
    for n in [7, 8, 9] {
        let form = RemarkForm {
            item: discussion,
            speaker: Speaker::Member(world.members[n]),
            kind: RemarkKind::Remark,
            body: format!("Ý kiến thứ {n}"),
        };
        meetings::add_remark(&taker, id, RemarkId(taker.new_id()), &form).await.unwrap();
    }

    // Statement 20: 22 members, 20 official, 3 official absent on duty stay in the base.
    let conclusion = item(&taker, id, ItemKind::Conclusion).await;
    let motion = MotionId(taker.new_id());
    let form = MotionForm {
        item: conclusion,
        kind: MotionKind::Resolution,
        subject: MotionSubject::Resolution,
        body: "Thông qua nghị quyết tháng 11".to_owned(),
    };
    meetings::put_motion(&taker, id, motion, &form).await.unwrap();
    let terms = meetings::terms_of(&taker, id, MotionKind::Resolution).await.unwrap();
    assert_eq!((terms.base, terms.eligible, terms.needed), (20, 17, 11));
    let count = |in_favour| Count { in_favour, against: 0, other: 0 };
    let too_many = meetings::count_hands(&taker, id, motion, count(18)).await.unwrap_err();
    assert_eq!(refused(&too_many), "motions-more-hands-than-members");
    assert!(!meetings::count_hands(&taker, id, motion, count(10)).await.unwrap().passed);
    assert!(meetings::count_hands(&taker, id, motion, count(17)).await.unwrap().passed);
    let words = "Tôi đề nghị lùi thời hạn.";
    meetings::reserve_opinion(&taker, id, motion, world.members[7], words).await.unwrap();

    // A task with owner, deadline and the meeting at which it is reported.
    let task = TaskId(taker.new_id());
    let draft = TaskDraft {
        title: "Vận động 3 hộ hiến đất làm đường".to_owned(),
        product: "Biên bản bàn giao".to_owned(),
        owner: Some(world.members[5]),
        deadline: Some(date(2026, 11, 28)),
        reports_in: Some(month(12)),
        state: TaskState::Dated,
    };
    tasks::set(&taker, id, task, Some(conclusion), draft.clone()).await.unwrap();
    tasks::set(&taker, id, task, Some(conclusion), draft.clone()).await.unwrap();
    let without_owner =
        tasks::set(&taker, id, TaskId(taker.new_id()), None, TaskDraft { owner: None, ..draft }).await;
    assert_eq!(refused(&without_owner.unwrap_err()), "tasks-owner-missing");

    world.test.at(date(2026, 11, 5).at(21, 7, 0, 0));
    let closure = meetings::close(&secretary, id).await.unwrap();
    assert_eq!((closure.length_minutes, closure.present), (95, 19));
    assert_eq!(meetings::close(&secretary, id).await.unwrap(), closure, "closing twice is one closing");
    meetings::adopt(&secretary, id).await.unwrap();
    meetings::adopt(&secretary, id).await.unwrap();
    world.test.at(date(2026, 11, 6).at(9, 0, 0, 0));
    meetings::report(&secretary, id).await.unwrap();

    let view = meetings::show(&secretary, id).await.unwrap();
    assert_eq!(view.meeting.state(), MeetingState::Reported);
    assert_eq!(view.tasks.len(), 1, "a task posted twice is one task");
    assert_eq!(view.speakers().len(), 3);
    assert_eq!(view.reserved[0].body, words);
    let adopted = view.adopted.unwrap();
    let text = adopted.body.to_string();
    assert!(text.contains("Ý kiến thứ 8") && text.contains(words));

    // After adoption only additions.
    let late = meetings::save_notes(&taker, id, discussion, 2, "Sửa lại").await.unwrap_err();
    assert!(matches!(late, Error::Forbidden) || refused(&late) == "meetings-refused-adopted");
    let late = meetings::mark(&secretary, id, &absent).await.unwrap_err();
    assert_eq!(refused(&late), "meetings-refused-adopted");
    let addition = AdditionId(secretary.new_id());
    for _ in 0..2 {
        meetings::add_to_minutes(&secretary, id, addition, "Bổ sung danh sách khách mời.", "Ghi thiếu")
            .await
            .unwrap();
    }
    assert_eq!(meetings::show(&secretary, id).await.unwrap().additions.len(), 1);

    // The task comes back by itself on the next agenda.
    world.test.at(date(2026, 11, 29).at(8, 0, 0, 0));
    let next = planned(&world, &secretary, month(12), 3).await;
    meetings::draft_agenda(&secretary, next).await.unwrap();
    let view = meetings::show(&secretary, next).await.unwrap();
    assert_eq!(view.due.len(), 1);
    assert!(view.items.iter().any(|item| item.body.contains("Vận động 3 hộ hiến đất làm đường")));
    let before = view.items.len();
    assert_eq!(meetings::draft_agenda(&secretary, next).await.unwrap(), 0, "drafting again adds nothing");
    assert_eq!(meetings::show(&secretary, next).await.unwrap().items.len(), before);
}

#[rstest]
#[tokio::test]
async fn two_minute_takers_never_overwrite_each_other(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (secretary, taker) = (world.acting_for(world.secretary).await, world.acting_for(world.member).await);
    let id = opened(&world, &secretary, month(11), 5).await;
    let item = item(&secretary, id, ItemKind::Discussion).await;
    meetings::save_notes(&secretary, id, item, 1, "Của bí thư").await.unwrap();
    let conflict = meetings::save_notes(&taker, id, item, 1, "Của thư ký").await.unwrap_err();
    let Error::Conflict(stands) = conflict else { panic!("{conflict:?}") };
    assert_eq!((stands.version, stands.text.as_str()), (2, "Của bí thư"));
    assert_eq!(meetings::save_notes(&taker, id, item, 2, "Của bí thư\nCủa thư ký").await.unwrap(), 3);
}

#[rstest]
#[tokio::test]
async fn refusals_leave_nothing_half_written(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = planned(&world, &secretary, month(11), 5).await;
    let twice =
        meetings::plan(&secretary, world.residential, MeetingId(secretary.new_id()), &line(month(11), 6))
            .await;
    assert_eq!(refused(&twice.unwrap_err()), "meetings-refused-month-taken");
    assert_eq!(refused(&meetings::call(&secretary, id).await.unwrap_err()), "meetings-refused-no-agenda");
    let nobody = OpenForm::default();
    assert_eq!(
        refused(&meetings::open(&secretary, id, nobody).await.unwrap_err()),
        "meetings-refused-no-chair"
    );
    assert!(meetings::show(&secretary, id).await.unwrap().meeting.steps.opened.is_none());
    let chair =
        OpenForm { chair: Some(world.members[0]), minute_taker: Some(world.members[5]), tracker: None };
    meetings::open(&secretary, id, chair).await.unwrap();
    meetings::open(&secretary, id, chair).await.unwrap();
    assert_eq!(
        refused(&meetings::close(&secretary, id).await.unwrap_err()),
        "meetings-refused-roll-incomplete"
    );
    assert!(meetings::show(&secretary, id).await.unwrap().meeting.steps.closed.is_none());
    assert_eq!(refused(&meetings::adopt(&secretary, id).await.unwrap_err()), "meetings-refused-not-closed");
    assert_eq!(refused(&meetings::report(&secretary, id).await.unwrap_err()), "meetings-refused-not-adopted");
    meetings::take_opening_back(&secretary, id).await.unwrap();
    assert_eq!(meetings::show(&secretary, id).await.unwrap().meeting.state(), MeetingState::Planned);
}

#[rstest]
#[tokio::test]
async fn only_those_who_may_see_and_do(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = planned(&world, &secretary, month(11), 5).await;
    for (account, reads) in [
        (world.member, true),
        (world.overseer, true),
        (world.leader, true),
        (world.office, true),
        (world.inspector, true),
        (world.stranger, false),
        (world.administrator, false),
    ] {
        let ctx = world.acting_for(account).await;
        assert_eq!(meetings::show(&ctx, id).await.is_ok(), reads);
        let deed = meetings::register(&ctx, id).await.unwrap_err();
        assert!(matches!(deed, Error::Forbidden | Error::NotFound), "{deed:?}");
        if !reads {
            assert!(matches!(deed, Error::NotFound), "who may not know of it is told nothing");
        }
    }
}
