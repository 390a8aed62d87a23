//! A year is planned, a meeting prepared, and its people prepare themselves.

use jiff::civil::date;
use nennep_app::{
    Ctx, Error, jobs,
    meetings::{self, CellsFilter, ItemForm, PlanLine, PreparationForm, preparation_id, version_of},
    reach, tasks,
};
use nennep_domain::{
    ids::{ItemId, MeetingId, OverrideId},
    meetings::{CourseStep, ItemKind, LeaveAnswer, MeetingKind, Part, PreparationKind},
    members::Profile,
    months::DueKind,
    rules::{Override, Value},
    time::{Instant, Month},
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

use crate::month::{line, month, opened, planned, refused};

/// The ward asks its cells to have their dates agreed to.
async fn ward_asks_for_approval(world: &World) {
    let set = Override {
        id: OverrideId(world.test.app.new_id()),
        organisation: world.ward,
        key: "meetings.superior_approves_date".to_owned(),
        value: Value::Boolean(true),
        from: date(2026, 1, 1),
        to: None,
        reason: "Quy chế của Đảng ủy phường".to_owned(),
        author: world.office,
    };
    let mut tx = world.test.app.store.write().await.unwrap();
    nennep_store::rules::insert_override(&mut tx, &set, world.test.app.now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_year_is_planned_at_once_and_changed_month_by_month(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let ctx = world.acting_for(world.secretary).await;
    let plan = meetings::year_plan(&ctx, world.residential, 2027).await.unwrap();
    assert!(plan.prepares && plan.proposed.iter().all(Option::is_some), "a new cell takes the first slots");
    assert!(plan.months.iter().all(|month| month.thematic_missing));
    assert!(plan.months[1].holidays.iter().any(|(_, key)| key == "holidays.tet"));

    let lines: Vec<_> =
        (0..12).map(|n| (MeetingId(ctx.new_id()), line(Month::new(2027, 1).unwrap().plus(n), 5))).collect();
    let saved = meetings::save_year(&ctx, world.residential, 2027, &lines).await.unwrap();
    assert_eq!((saved.added, saved.changed), (12, 0));
    let again = meetings::save_year(&ctx, world.residential, 2027, &lines).await.unwrap();
    assert_eq!((again.added, again.changed), (0, 0), "a form sent twice plans nothing twice");

    let mut moved = lines.clone();
    moved[2].1 = PlanLine {
        kind: MeetingKind::Combined,
        topic: "Phòng cháy ở khu tập thể".to_owned(),
        ..line(moved[2].1.month, 6)
    };
    let saved = meetings::save_year(&ctx, world.residential, 2027, &moved).await.unwrap();
    assert_eq!((saved.added, saved.changed), (0, 1));
    let plan = meetings::year_plan(&ctx, world.residential, 2027).await.unwrap();
    assert!(!plan.months[0].thematic_missing && plan.months[3].thematic_missing);
    assert_eq!(plan.months[2].planned[0].starts_at.unwrap().date(), date(2027, 3, 6));

    let second = vec![(MeetingId(ctx.new_id()), line(Month::new(2027, 5).unwrap(), 9))];
    let taken = meetings::save_year(&ctx, world.residential, 2027, &second).await.unwrap_err();
    assert_eq!(refused(&taken), "meetings-refused-month-taken");
    let wrong = vec![(lines[0].0, PlanLine { month: Month::new(2027, 2).unwrap(), ..lines[0].1.clone() })];
    let wrong = meetings::save_year(&ctx, world.residential, 2027, &wrong).await.unwrap_err();
    assert_eq!(refused(&wrong), "meetings-date-outside-month");
    let member = world.acting_for(world.member).await;
    let forbidden = meetings::save_year(&member, world.residential, 2027, &lines).await.unwrap_err();
    assert!(matches!(forbidden, Error::Forbidden));
    assert!(!meetings::year_plan(&member, world.residential, 2027).await.unwrap().prepares);
    let stranger = world.acting_for(world.stranger).await;
    let hidden = meetings::year_plan(&stranger, world.residential, 2027).await.unwrap_err();
    assert!(matches!(hidden, Error::NotFound));
}

#[rstest]
#[tokio::test]
async fn what_is_under_way_is_fixed_and_habit_suggests_the_rest(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let ctx = world.acting_for(world.secretary).await;
    let id = opened(&world, &ctx, month(11), 5).await;
    let moved = vec![(id, line(month(11), 20))];
    let saved = meetings::save_year(&ctx, world.residential, 2026, &moved).await.unwrap();
    assert_eq!(saved, meetings::Saved::default());
    let plan = meetings::year_plan(&ctx, world.residential, 2026).await.unwrap();
    assert_eq!(plan.habit.place, "Nhà văn hóa Tổ dân phố số 5");
    let december = plan.proposed[11].unwrap();
    assert_eq!(december, date(2026, 12, 3).at(19, 30, 0, 0), "Thursday evening, as in November");
    assert_eq!(plan.proposed[0], None, "January is over");
    let year = meetings::year(&ctx, world.residential, 2026).await.unwrap();
    assert_eq!(year.months[10].meetings[0].id, id);
    assert!(year.months[..10].iter().all(|month| month.owed.is_empty()), "nothing is owed before the first");
    let owed: Vec<_> = year.months[11].owed.iter().map(|due| due.kind).collect();
    assert!(owed.contains(&DueKind::Date) && owed.contains(&DueKind::Thematic), "{owed:?}");
}

#[rstest]
#[tokio::test]
async fn a_changed_date_is_agreed_to_and_told_anew(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    ward_asks_for_approval(&world).await;
    let (secretary, leader) = (world.acting_for(world.secretary).await, world.acting_for(world.leader).await);
    let id = planned(&world, &secretary, month(11), 5).await;
    let next = async || meetings::overview(&secretary, id).await.unwrap().next.unwrap().step;
    assert_eq!(next().await, CourseStep::Registration);
    assert!(meetings::waiting_for_approval(&leader, None, 9).await.unwrap().meetings.is_empty());
    meetings::register(&secretary, id).await.unwrap();
    assert_eq!(next().await, CourseStep::Approval);
    for (account, waits) in [
        (world.leader, 1),
        (world.office, 1),
        (world.overseer, 1),
        (world.secretary, 0),
        (world.member, 0),
        (world.stranger, 0),
        (world.inspector, 0),
    ] {
        let ctx = world.acting_for(account).await;
        let waiting = meetings::waiting_for_approval(&ctx, None, 9).await.unwrap();
        assert_eq!((waiting.meetings.len(), waiting.next), (waits, None));
    }
    meetings::approve(&leader, id).await.unwrap();
    meetings::draft_agenda(&secretary, id).await.unwrap();
    meetings::call(&secretary, id).await.unwrap();
    let member = world.acting_for(world.member).await;
    let view = meetings::show(&member, id).await.unwrap();
    meetings::mark_seen(&member, &view).await.unwrap();
    let seen = async || {
        let view = meetings::show(&secretary, id).await.unwrap();
        view.notices.iter().filter(|notice| notice.seen_at.is_some()).count()
    };
    assert_eq!(seen().await, 1);
    meetings::change_place(&secretary, id, &line(month(11), 5)).await.unwrap();
    assert_eq!(seen().await, 1, "nothing changed, so nobody is told");
    meetings::change_place(&secretary, id, &line(month(11), 6)).await.unwrap();
    assert_eq!(seen().await, 0, "the notice goes out anew");
    assert_eq!(next().await, CourseStep::Registration);
}

/// Gives the member an address for letters.
async fn member_has_an_address(world: &World) {
    give_address(world, 5, "dang.vien@nennep.test").await;
}

/// Gives a member of the residential cell an address for letters.
pub(crate) async fn give_address(world: &World, n: usize, email: &str) {
    let member = world.members[n];
    let mut tx = world.test.app.store.write().await.unwrap();
    let found = nennep_store::members::find(&mut tx, member).await.unwrap().unwrap();
    let profile = Profile { email: email.to_owned(), ..found.profile };
    let now = world.test.app.now();
    assert!(nennep_store::members::update_profile(&mut tx, member, &profile, None, now).await.unwrap());
    tx.commit().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn whoever_was_called_is_told_that_it_was_called_off(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    member_has_an_address(&world).await;
    let ctx = world.acting_for(world.secretary).await;
    let id = planned(&world, &ctx, month(11), 5).await;
    let told = async || {
        while jobs::run_next(&world.test.app).await.unwrap() {}
        world.test.mail.letters().into_iter().map(|letter| letter.text).collect::<Vec<_>>()
    };
    meetings::cancel(&ctx, id, "Bão số 3").await.unwrap();
    meetings::uncancel(&ctx, id).await.unwrap();
    assert_eq!(told().await.len(), 0, "nobody was called yet");
    meetings::draft_agenda(&ctx, id).await.unwrap();
    meetings::call(&ctx, id).await.unwrap();
    let called = told().await;
    assert!(called.len() == 1 && called[0].contains("trân trọng mời"), "{called:?}");
    meetings::cancel(&ctx, id, "Bão số 3").await.unwrap();
    meetings::cancel(&ctx, id, "Bão số 3").await.unwrap();
    let off = told().await;
    assert!(off.len() == 2 && off[1].contains("Lý do: Bão số 3"), "{off:?}");
    meetings::uncancel(&ctx, id).await.unwrap();
    let on = told().await;
    assert!(on.len() == 3 && on[2].contains("trân trọng mời"), "{on:?}");
}

#[rstest]
#[tokio::test]
async fn a_ward_that_asks_for_nothing_has_nothing_waiting(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (secretary, leader) = (world.acting_for(world.secretary).await, world.acting_for(world.leader).await);
    let id = planned(&world, &secretary, month(11), 5).await;
    meetings::register(&secretary, id).await.unwrap();
    assert!(meetings::waiting_for_approval(&leader, None, 9).await.unwrap().meetings.is_empty());
    let overview = meetings::overview(&secretary, id).await.unwrap();
    assert!(overview.course.iter().all(|leg| leg.step != CourseStep::Approval));
    assert_eq!(overview.minimum_minutes.unwrap().value, 90);
}

fn item(title: &str) -> ItemForm {
    ItemForm {
        part: Part::Routine,
        kind: ItemKind::Discussion,
        title: title.to_owned(),
        body: String::new(),
        planned_minutes: 10,
        presenter: None,
    }
}

async fn order(ctx: &Ctx, id: MeetingId) -> Vec<ItemId> {
    meetings::show(ctx, id).await.unwrap().items.iter().map(|item| item.id).collect()
}

#[rstest]
#[tokio::test]
async fn an_agenda_is_shaped_and_what_was_taken_off_comes_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let ctx = world.acting_for(world.secretary).await;
    let id = planned(&world, &ctx, month(11), 5).await;
    let drafted = meetings::draft_agenda(&ctx, id).await.unwrap();
    let overview = meetings::overview(&ctx, id).await.unwrap();
    assert!(overview.planned_minutes >= 90, "a draft fills the time: {}", overview.planned_minutes);
    let before = order(&ctx, id).await;
    meetings::remove_item(&ctx, id, before[3]).await.unwrap();
    meetings::remove_item(&ctx, id, before[3]).await.unwrap();
    assert_eq!(meetings::draft_agenda(&ctx, id).await.unwrap(), 0, "what was taken off stays off");
    assert_eq!(meetings::removed_items(&ctx, id).await.unwrap().len(), 1);
    meetings::put_item_back(&ctx, id, before[3]).await.unwrap();
    meetings::put_item_back(&ctx, id, before[3]).await.unwrap();
    assert_eq!(order(&ctx, id).await, before, "where it stood");
    assert_eq!(before.len(), usize::try_from(drafted).unwrap());
    let new = ItemId(ctx.new_id());
    for _ in 0..2 {
        meetings::add_item(&ctx, id, new, &item("Bàn việc sửa đường")).await.unwrap();
    }
    let after = order(&ctx, id).await;
    assert_eq!(after.len(), before.len() + 1);
    assert_ne!(after.last(), Some(&new), "closing items stay last");
    meetings::move_item(&ctx, id, new, -100).await.unwrap();
    assert_eq!(order(&ctx, id).await[0], new);
    let outsider = ItemForm { presenter: Some(world.agency_members[0]), ..item("Của người ngoài") };
    let refusal = meetings::change_item(&ctx, id, new, &outsider).await.unwrap_err();
    assert_eq!(refused(&refusal), "meetings-presenter-not-in-cell");
}

#[rstest]
#[tokio::test]
async fn a_member_never_writes_over_the_own_text_unseen(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let member = world.acting_for(world.member).await;
    let id = planned(&world, &secretary, month(11), 5).await;
    let preparation = preparation_id(id, world.members[5], None);
    assert_eq!(preparation, preparation_id(id, world.members[5], None));
    assert_ne!(preparation, preparation_id(id, world.members[6], None));
    let form = |body: &str| PreparationForm {
        kind: PreparationKind::Remark,
        item: None,
        task: None,
        body: body.to_owned(),
    };
    let nothing = version_of("");
    let over = async |body: &str, version| {
        meetings::save_preparation_over(&member, id, preparation, &form(body), version).await
    };
    let first = over("Về vệ sinh ngõ 12", nothing).await.unwrap();
    assert_eq!(over("Về vệ sinh ngõ 12", nothing).await.unwrap(), first, "the same text twice is no quarrel");
    let second = over("Về vệ sinh ngõ 12 và ngõ 7", first).await.unwrap();
    let Err(Error::Conflict(stands)) = over("Từ trang cũ", first).await else {
        panic!("written over unseen")
    };
    assert_eq!((stands.version, stands.text.as_str()), (second, "Về vệ sinh ngõ 12 và ngõ 7"));
    assert!(meetings::show(&secretary, id).await.unwrap().preparations.is_empty(), "private until released");
    meetings::release(&member, id, preparation, true).await.unwrap();
    assert_eq!(meetings::show(&secretary, id).await.unwrap().preparations.len(), 1);
    meetings::release(&member, id, preparation, false).await.unwrap();
    assert!(meetings::show(&secretary, id).await.unwrap().preparations.is_empty());
}

#[rstest]
#[tokio::test]
async fn an_answer_to_leave_can_be_taken_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let member = world.acting_for(world.member).await;
    let id = planned(&world, &secretary, month(11), 5).await;
    meetings::ask_leave(&member, id, "Đi công tác tỉnh khác").await.unwrap();
    let who = world.members[5];
    meetings::answer_leave(&secretary, id, who, LeaveAnswer::Granted, "Đồng ý").await.unwrap();
    let mine = async || meetings::show(&member, id).await.unwrap().leave[0].answer;
    assert_eq!(mine().await, Some(LeaveAnswer::Granted));
    let own = meetings::take_leave_answer_back(&member, id, who).await.unwrap_err();
    assert!(matches!(own, Error::Forbidden));
    for _ in 0..2 {
        meetings::take_leave_answer_back(&secretary, id, who).await.unwrap();
    }
    assert_eq!(mine().await, None);
}

#[rstest]
#[tokio::test]
async fn everybody_reaches_just_their_own(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let of = async |account| {
        let reach = reach::of_asker(&world.acting_for(account).await).await.unwrap();
        let ids = |list: &[nennep_domain::organisations::Organisation]| {
            list.iter().map(|one| one.id).collect::<Vec<_>>()
        };
        (ids(&reach.cells), ids(&reach.committees))
    };
    assert_eq!(of(world.secretary).await, (vec![world.residential], vec![]));
    assert_eq!(of(world.member).await, (vec![world.residential], vec![]));
    assert_eq!(of(world.overseer).await, (vec![world.agency, world.residential], vec![world.ward]));
    assert_eq!(of(world.leader).await, (vec![world.agency], vec![world.ward]));
    assert_eq!(of(world.office).await, (vec![], vec![world.ward]));
    assert_eq!(of(world.administrator).await, (vec![], vec![]));
}

/// Lists cost the same number of queries for one row and for many.
#[rstest]
#[tokio::test]
async fn no_list_asks_row_by_row(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    ward_asks_for_approval(&world).await;
    let (secretary, leader) = (world.acting_for(world.secretary).await, world.acting_for(world.leader).await);
    let store = &world.test.app.store;
    let cost = async || {
        let asked = CellsFilter {
            within: world.ward,
            month: month(11),
            words: "",
            state: None,
            after: None,
            limit: 50,
        };
        let before = store.queries();
        meetings::of_cells(&leader, asked).await.unwrap();
        let cells = store.queries();
        meetings::waiting_for_approval(&leader, None, 50).await.unwrap();
        let waiting = store.queries();
        meetings::year(&secretary, world.residential, 2026).await.unwrap();
        let year = store.queries();
        meetings::year_plan(&secretary, world.residential, 2026).await.unwrap();
        let plan = store.queries();
        tasks::due_first(&secretary, tasks::Of::Cell(world.residential), None, 50).await.unwrap();
        let due = store.queries();
        tasks::of_cells(&leader, world.ward, None, 50).await.unwrap();
        let of_cells = store.queries();
        [cells - before, waiting - cells, year - waiting, plan - year, due - plan, of_cells - due]
    };
    let one = planned(&world, &secretary, month(11), 5).await;
    meetings::register(&secretary, one).await.unwrap();
    let few = cost().await;
    for (cell, account) in [(world.agency, world.stranger)] {
        let ctx = world.acting_for(account).await;
        for n in 11..=12 {
            let id = MeetingId(ctx.new_id());
            meetings::plan(&ctx, cell, id, &line(month(n), 5)).await.unwrap();
            meetings::register(&ctx, id).await.unwrap();
        }
    }
    planned(&world, &secretary, month(12), 5).await;
    assert_eq!(cost().await, few, "more rows cost no more queries");
    assert!(few.iter().all(|queries| *queries <= 8), "{few:?}");
    let at = Instant::from_local(date(2026, 11, 5).at(19, 30, 0, 0));
    let waiting = meetings::waiting_for_approval(&leader, None, 2).await.unwrap();
    assert_eq!((waiting.meetings.len(), waiting.next.map(|(start, _)| start)), (2, Some(at)));
    let rest = meetings::waiting_for_approval(&leader, waiting.next, 2).await.unwrap();
    assert_eq!((rest.meetings.len(), rest.next), (1, None));
}
