//! Meetings and tasks as a committee and a member look at them: cell by cell, what waits, what is due first.

use jiff::civil::date;
use nennep_domain::{
    ids::MeetingId,
    meetings::{Meeting, MeetingState, Steps},
    tasks::{Task, TaskReview, TaskState},
};
use nennep_store::{
    meetings::{self, CellsFilter, Step},
    tasks::{self, Whose},
};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::{
    ground::{Ground, at, draft, ground, meeting, november},
    tasks::task,
};

/// One November meeting in each of the four cells, each one step further than the one before.
async fn four_cells(ground: &Ground) -> Vec<Meeting> {
    let world = &ground.world;
    let done = Some(ground.done(at(8, 0)));
    let registered = Steps { registered: done, ..Steps::default() };
    let steps = [
        Steps::default(),
        registered,
        Steps { called: done, ..registered },
        Steps { called: done, opened: done, ..registered },
    ];
    let cells = [world.residential, world.agency, world.company, world.school];
    let meetings: Vec<_> = cells
        .into_iter()
        .zip(steps)
        .map(|(cell, steps)| Meeting { steps, ..meeting(MeetingId(ground.id()), cell, november()) })
        .collect();
    let drafts: Vec<_> = meetings.iter().map(|one| draft(one, ground.secretary())).collect();
    let mut tx = ground.store.write().await.unwrap();
    assert_eq!(meetings::insert_many(&mut tx, &drafts).await.unwrap(), 4);
    tx.commit().await.unwrap();
    meetings
}

#[rstest]
#[tokio::test]
async fn meetings_of_cells_are_filtered_and_paged(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let all = four_cells(&ground).await;
    let mut tx = ground.store.read().await.unwrap();
    let asked = CellsFilter {
        within: ground.world.ward,
        months: (november(), november()),
        words: "",
        state: None,
        after: None,
    };
    let ids = |listed: &[meetings::Listed]| listed.iter().map(|one| one.meeting.id).collect::<Vec<_>>();
    let first = meetings::of_cells(&mut tx, asked, 3).await.unwrap();
    assert_eq!(ids(&first), [all[0].id, all[1].id, all[2].id], "in the order of the cells' codes");
    let last = &first[2];
    let after = Some((last.meeting.month, last.cell_code.as_str(), last.meeting.id));
    let rest = meetings::of_cells(&mut tx, CellsFilter { after, ..asked }, 3).await.unwrap();
    assert_eq!(ids(&rest), [all[3].id]);
    for (state, wanted) in [
        (MeetingState::Planned, Some(0)),
        (MeetingState::Registered, Some(1)),
        (MeetingState::Approved, None),
        (MeetingState::Called, Some(2)),
        (MeetingState::Running, Some(3)),
        (MeetingState::Held, None),
        (MeetingState::Adopted, None),
        (MeetingState::Reported, None),
        (MeetingState::Cancelled, None),
    ] {
        let found =
            meetings::of_cells(&mut tx, CellsFilter { state: Some(state), ..asked }, 9).await.unwrap();
        assert_eq!(ids(&found), wanted.map(|n: usize| all[n].id).as_slice(), "{state}");
        assert!(found.iter().all(|one| one.meeting.state() == state), "{state}");
    }
    let by_name = meetings::of_cells(&mut tx, CellsFilter { words: "CƠ KHÍ", ..asked }, 9).await.unwrap();
    assert_eq!(ids(&by_name), [all[2].id]);
    let by_code = meetings::of_cells(&mut tx, CellsFilter { words: ".004", ..asked }, 9).await.unwrap();
    assert_eq!(ids(&by_code), [all[3].id]);
    let before = CellsFilter { months: (november().plus(-1), november().plus(-1)), ..asked };
    assert!(meetings::of_cells(&mut tx, before, 9).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn what_waits_for_approval_leaves_the_list_once_opened(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let all = four_cells(&ground).await;
    let mut tx = ground.store.write().await.unwrap();
    let ward = [ground.world.ward];
    let first = meetings::waiting_for_approval(&mut tx, &ward, None, 1).await.unwrap();
    assert_eq!(first[0].meeting.id, all[1].id);
    let after = Some((first[0].meeting.starts_at.unwrap(), first[0].meeting.id));
    let rest = meetings::waiting_for_approval(&mut tx, &ward, after, 9).await.unwrap();
    assert_eq!(rest.iter().map(|one| one.meeting.id).collect::<Vec<_>>(), [all[2].id]);
    let own = meetings::waiting_for_approval(&mut tx, &[ground.world.agency], None, 9).await.unwrap();
    assert_eq!(own.len(), 1);
    assert!(meetings::waiting_for_approval(&mut tx, &[], None, 9).await.unwrap().is_empty());
    meetings::mark_step(&mut tx, all[1].id, Step::Approved, ground.done(at(9, 0))).await.unwrap();
    assert_eq!(meetings::waiting_for_approval(&mut tx, &ward, None, 9).await.unwrap().len(), 1);
}

#[rstest]
#[tokio::test]
async fn tasks_stand_by_deadline_and_leave_when_settled(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(november()).await.id;
    let standing = Task { deadline: None, state: TaskState::Standing, ..task(&ground, meeting, 1) };
    let (late, soon) = (task(&ground, meeting, 2), task(&ground, meeting, 3));
    let other = Task { owner: Some(ground.member(6)), ..task(&ground, meeting, 4) };
    let mut tx = ground.store.write().await.unwrap();
    let all = [standing.clone(), soon.clone(), late.clone(), other.clone()];
    tasks::insert_many(&mut tx, &all, at(21, 0), None).await.unwrap();
    let ids = |found: &[Task]| found.iter().map(|one| one.id).collect::<Vec<_>>();
    let cell = Whose::Cell(ground.cell());
    let first = tasks::due_first(&mut tx, cell, None, 2).await.unwrap();
    assert_eq!(ids(&first), [late.id, soon.id]);
    let after = Some(tasks::due_key(&first[1]));
    let rest = tasks::due_first(&mut tx, cell, after, 9).await.unwrap();
    assert_eq!(ids(&rest), [other.id, standing.id], "what has no deadline stands last");
    let after = Some(tasks::due_key(&rest[1]));
    assert!(tasks::due_first(&mut tx, cell, after, 9).await.unwrap().is_empty());
    let mine = tasks::due_first(&mut tx, Whose::Owner(ground.member(5)), None, 9).await.unwrap();
    assert_eq!(ids(&mine), [late.id, soon.id, standing.id]);

    let counted = tasks::of_cells(&mut tx, ground.world.ward, date(2026, 11, 23), None, 2).await.unwrap();
    assert_eq!((counted[0].cell, counted[0].open, counted[0].late), (ground.cell(), 4, 1));
    assert_eq!((counted[1].cell, counted[1].open, counted[1].late), (ground.world.agency, 0, 0));
    let after = Some((counted[1].code.as_str(), counted[1].cell));
    let rest = tasks::of_cells(&mut tx, ground.world.ward, date(2026, 11, 23), after, 9).await.unwrap();
    assert_eq!(
        rest.iter().map(|one| one.cell).collect::<Vec<_>>(),
        [ground.world.company, ground.world.school]
    );

    tasks::report(&mut tx, late.id, "Đã xong", 100, Some(date(2026, 11, 22))).await.unwrap();
    tasks::accept(&mut tx, late.id, Some(at(21, 30)), None, Some(meeting)).await.unwrap();
    tasks::drop_task(&mut tx, other.id, Some(date(2026, 11, 22)), "Không còn cần").await.unwrap();
    let mut latest_first = [late.id, other.id];
    latest_first.sort_by(|a, b| b.cmp(a));
    assert_eq!(ids(&tasks::settled(&mut tx, cell, None, 9).await.unwrap()), latest_first);
    let after = Some(latest_first[0]);
    assert_eq!(ids(&tasks::settled(&mut tx, cell, after, 9).await.unwrap()), [latest_first[1]]);
    let mine = tasks::settled(&mut tx, Whose::Owner(ground.member(5)), None, 9).await.unwrap();
    assert_eq!(ids(&mine), [late.id]);
    let kept = tasks::record(&mut tx, late.id).await.unwrap().unwrap();
    assert_eq!(
        (kept.set_at, kept.set_in, kept.accepted_in),
        (at(21, 0), november(), Some((meeting, november())))
    );
    assert_eq!(tasks::record(&mut tx, other.id).await.unwrap().unwrap().drop_reason, "Không còn cần");
}

#[rstest]
#[tokio::test]
async fn a_task_knows_how_meetings_found_it(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let (one, two) = (ground.meeting(november()).await.id, ground.meeting(november().plus(1)).await.id);
    let found = task(&ground, one, 1);
    let review = |meeting, done_percent| TaskReview {
        meeting,
        task: found.id,
        state_before: TaskState::Dated,
        result: format!("{done_percent} %"),
        done_percent,
    };
    let mut tx = ground.store.write().await.unwrap();
    tasks::insert_many(&mut tx, std::slice::from_ref(&found), at(21, 0), None).await.unwrap();
    tasks::save_reviews(&mut tx, &[review(one, 40), review(two, 80)], at(21, 0), None).await.unwrap();
    let passed = tasks::reviews_of(&mut tx, found.id, 9).await.unwrap();
    assert_eq!(passed, [(november().plus(1), review(two, 80)), (november(), review(one, 40))]);
    assert_eq!(tasks::reviews_of(&mut tx, found.id, 1).await.unwrap().len(), 1);
}
