//! Tasks and how meetings found them.

use jiff::civil::date;
use nennep_domain::{
    ids::TaskId,
    tasks::{Task, TaskReview, TaskState},
};
use nennep_store::tasks::{self, Filter};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, at, ground, november};

pub(crate) fn task(ground: &Ground, meeting: nennep_domain::ids::MeetingId, position: u32) -> Task {
    Task {
        id: TaskId(ground.id()),
        cell: ground.cell(),
        meeting,
        item: None,
        position,
        title: format!("Nhiệm vụ {position}"),
        product: String::new(),
        owner: Some(ground.member(5)),
        deadline: Some(date(2026, 11, 20 + i8::try_from(position).unwrap())),
        reports_in: Some(november().plus(1)),
        state: TaskState::Dated,
        result: String::new(),
        done_percent: 0,
        done_on: None,
        dropped_on: None,
        accepted_at: None,
        version: 1,
    }
}

#[rstest]
#[tokio::test]
async fn a_task_lives_from_setting_to_acceptance(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(november()).await.id;
    let by = Some(ground.secretary());
    let (first, second) = (task(&ground, meeting, 1), task(&ground, meeting, 2));
    let third = Task { deadline: None, state: TaskState::Standing, ..task(&ground, meeting, 3) };
    let mut tx = ground.store.write().await.unwrap();
    let all = [third.clone(), second.clone(), first.clone()];
    assert_eq!(tasks::insert_many(&mut tx, &all, at(21, 0), by).await.unwrap(), 3);
    assert_eq!(tasks::insert_many(&mut tx, &all, at(21, 0), by).await.unwrap(), 0);
    let ids = |found: Vec<Task>| found.into_iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(ids(tasks::set_by_meeting(&mut tx, meeting).await.unwrap()), [first.id, second.id, third.id]);
    assert_eq!(
        ids(tasks::open_of_cell(&mut tx, ground.cell()).await.unwrap()),
        [first.id, second.id, third.id]
    );
    assert_eq!(tasks::find_many(&mut tx, &[first.id, third.id]).await.unwrap().len(), 2);
    assert_eq!(
        tasks::next_deadline(&mut tx, ground.cell(), date(2026, 11, 22)).await.unwrap(),
        second.deadline
    );

    let renamed = Task { title: "Nhiệm vụ mới".to_owned(), ..first.clone() };
    assert!(tasks::change(&mut tx, &renamed).await.unwrap());
    assert!(!tasks::change(&mut tx, &renamed).await.unwrap(), "version 1 is gone");
    assert!(tasks::report(&mut tx, first.id, "Đã xong", 100, Some(date(2026, 11, 21))).await.unwrap());
    let kept = tasks::find(&mut tx, first.id).await.unwrap().unwrap();
    assert_eq!(
        (kept.title.as_str(), kept.result.as_str(), kept.done_percent, kept.version),
        ("Nhiệm vụ mới", "Đã xong", 100, 3)
    );
    assert!(tasks::accept(&mut tx, first.id, Some(at(21, 30)), by, Some(meeting)).await.unwrap());
    assert!(!tasks::accept(&mut tx, first.id, Some(at(21, 31)), by, Some(meeting)).await.unwrap());
    assert!(!tasks::report(&mut tx, first.id, "Sửa", 50, None).await.unwrap(), "accepted is accepted");
    assert_eq!(ids(tasks::accepted_in(&mut tx, meeting).await.unwrap()), [first.id]);
    assert!(tasks::drop_task(&mut tx, second.id, Some(date(2026, 11, 22)), "Không còn cần").await.unwrap());
    assert_eq!(ids(tasks::open_of_cell(&mut tx, ground.cell()).await.unwrap()), [third.id]);
    assert!(tasks::accept(&mut tx, first.id, None, by, None).await.unwrap());
    assert_eq!(ids(tasks::open_of_cell(&mut tx, ground.cell()).await.unwrap()), [first.id, third.id]);
    assert!(!tasks::delete(&mut tx, first.id).await.unwrap(), "what was reported stays");
    assert!(tasks::delete(&mut tx, third.id).await.unwrap());

    let mine = Filter { owner: Some(ground.member(5)), ..Filter::default() };
    let listed = tasks::list(&mut tx, mine, 10).await.unwrap();
    assert_eq!(listed.len(), 2);
    let after = Filter { after: Some(listed[0].id), ..mine };
    assert_eq!(ids(tasks::list(&mut tx, after, 10).await.unwrap()), [listed[1].id]);
    let open = Filter { cell: Some(ground.cell()), open: true, ..Filter::default() };
    assert_eq!(ids(tasks::list(&mut tx, open, 10).await.unwrap()), [first.id]);
}

#[rstest]
#[tokio::test]
async fn a_meeting_keeps_how_it_found_tasks(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(november()).await.id;
    let found = task(&ground, meeting, 1);
    let review = TaskReview {
        meeting,
        task: found.id,
        state_before: TaskState::Dated,
        result: "Đang làm".to_owned(),
        done_percent: 40,
    };
    let mut tx = ground.store.write().await.unwrap();
    tasks::insert_many(&mut tx, std::slice::from_ref(&found), at(21, 0), None).await.unwrap();
    tasks::save_reviews(&mut tx, std::slice::from_ref(&review), at(21, 0), None).await.unwrap();
    let later = TaskReview { result: "Gần xong".to_owned(), done_percent: 80, ..review };
    tasks::save_reviews(&mut tx, std::slice::from_ref(&later), at(21, 5), Some(ground.secretary()))
        .await
        .unwrap();
    tasks::report(&mut tx, found.id, "Sau đó xong", 100, Some(date(2026, 11, 30))).await.unwrap();
    assert_eq!(
        tasks::reviews(&mut tx, meeting).await.unwrap(),
        [later],
        "later reports do not change the table"
    );
}
