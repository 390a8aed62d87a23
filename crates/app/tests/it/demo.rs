//! The sample ward: the same again from the same seed, in step with what the deeds would have written, and with the faults
//! that people know.

use std::fmt::Write as _;

use jiff::civil::date;
use nennep_app::{
    App,
    demo::{self, Begin, Sample, Scale},
    dues, jobs, meetings,
};
use nennep_domain::{
    ids::OrganisationId,
    meetings::{Attendance, MeetingKind, MeetingState},
    members::StandingState,
    months::CellMonth,
    quality::{Grade, Stage},
    time::Month,
};
use nennep_store::{meetings::Filter, months, organisations, tables};
use nennep_testkit::{Engine, TestApp};
use rstest::rstest;

fn sample(seed: u64) -> Sample {
    Sample::until(Scale::Ward, seed, Month::new(2026, 11).unwrap())
}

async fn filled(engine: Engine, seed: u64) -> TestApp {
    let test = TestApp::new(engine).await;
    let sample = sample(seed);
    assert_eq!(demo::begin(&test.app, &sample, true).await.unwrap(), Begin::Fill);
    demo::fill(&test.app, &sample, |_, _| {}).await.unwrap();
    assert_eq!(demo::begin(&test.app, &sample, true).await.unwrap(), Begin::Held(sample));
    test.clock.set(sample.present);
    test
}

async fn top(app: &App) -> OrganisationId {
    let mut tx = app.store.read().await.unwrap();
    organisations::roots(&mut tx).await.unwrap()[0].id
}

async fn squares(app: &App) -> Vec<CellMonth> {
    let (from, to) = (Month::new(2025, 7).unwrap(), Month::new(2027, 2).unwrap());
    let top = top(app).await;
    let mut tx = app.store.read().await.unwrap();
    let mut squares = months::within(&mut tx, top, from, to).await.unwrap();
    squares.sort_by_key(|one| (one.cell, one.month));
    squares
}

/// Everything the store holds, as text: every meeting with all that belongs to it, every square, and how many rows there are.
async fn content(app: &App) -> String {
    let system = app.as_system();
    let mut tx = app.store.read().await.unwrap();
    let mut text = format!("{:?}\n", tables::row_counts(&mut tx).await.unwrap());
    let listed = nennep_store::meetings::list(&mut tx, Filter::default(), 10_000).await.unwrap();
    drop(tx);
    for line in &listed {
        let view = meetings::show(&system, line.meeting.id).await.unwrap();
        writeln!(text, "{:?}", (&view.meeting, &view.items, &view.papers, &view.roll, &view.guests)).unwrap();
        writeln!(text, "{:?}", (&view.remarks, &view.motions, &view.reserved, &view.tasks, &view.due))
            .unwrap();
        writeln!(text, "{:?}", (&view.notices, &view.leave, &view.resolution, &view.adopted)).unwrap();
        writeln!(text, "{:?}", (&view.issues, &view.holders, &view.cell)).unwrap();
    }
    for square in squares(app).await {
        writeln!(text, "{square:?}").unwrap();
    }
    text
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_same_seed_gives_the_same_sample(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (first, again) = (filled(engine, 1).await, filled(engine, 1).await);
    let (first, again) = (content(&first.app).await, content(&again.app).await);
    assert!(first.len() > 1_000_000, "{} bytes are no sample", first.len());
    assert!(first == again, "two fills with one seed differ");
    assert!(
        !first.contains('{') || !first.contains("{unit}") && !first.contains("{name}"),
        "a blank stayed open"
    );
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn another_seed_gives_another_sample(#[values(Engine::Sqlite)] engine: Engine) {
    let (one, other) = (filled(engine, 1).await, filled(engine, 2).await);
    assert_ne!(squares(&one.app).await, squares(&other.app).await);
    assert_eq!(demo::begin(&one.app, &sample(2), true).await.unwrap(), Begin::Another(sample(1)));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn every_square_is_what_the_deeds_would_write(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let test = filled(engine, 3).await;
    let before = squares(&test.app).await;
    let task = jobs::Task::RefreshMonths { organisation: top(&test.app).await, from: date(2025, 7, 1) };
    let mut tx = test.app.store.write().await.unwrap();
    jobs::enqueue(&mut tx, &test.app.as_system(), task).await.unwrap();
    tx.commit().await.unwrap();
    while jobs::run_next(&test.app).await.unwrap() {}
    let after = squares(&test.app).await;
    assert_eq!(before.len(), after.len());
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before, after);
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_sample_keeps_dues(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let test = filled(engine, 1).await;
    let (ctx, until) = (test.app.as_system(), sample(1).until);
    let of = async |month| dues::of_committee(&ctx, top(&test.app).await, month).await.unwrap().cells;
    let before = of(until.plus(-2)).await;
    assert!(before.iter().all(|one| one.closed.is_some() && one.received() > 0), "closed and sent up");
    assert!(before.iter().any(|one| one.sums.unpaid > 0), "somebody forgot");
    let present = of(until).await;
    assert!(present.iter().all(|one| one.closed.is_none()) && present.iter().any(|one| one.sums.payers > 0));
    for one in &present {
        let book = dues::of_cell(&ctx, one.cell.id, until).await.unwrap();
        let belonging = book.lines.iter().filter(|line| line.state.is_some_and(StandingState::belongs));
        assert!(belonging.clone().count() > 0 && belonging.clone().all(|line| line.paid.owed.is_some()));
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_sample_has_the_faults_people_know(#[values(Engine::Sqlite)] engine: Engine) {
    let test = filled(engine, 1).await;
    let squares = squares(&test.app).await;
    let told: Vec<&CellMonth> =
        squares.iter().filter(|one| one.month.index() < sample(1).until.index()).collect();
    let count = |of: &dyn Fn(&CellMonth) -> bool| told.iter().filter(|one| of(one)).count();
    assert_eq!(told.len(), 29 * 11);
    assert!((1..20).contains(&count(&|one| !one.is_met())), "some months were missed");
    assert!((5..80).contains(&count(&CellMonth::is_short)), "some meetings were short");
    let on_time = |one: &CellMonth| {
        one.papers_at.zip(one.starts_at).is_some_and(|(at, start)| at.plus_minutes(24 * 60) <= start)
    };
    assert!((10..120).contains(&count(&|one| one.is_met() && !on_time(one))), "some papers were late");
    assert!(
        (10..120).contains(&count(&|one| one.speaking().is_some_and(|share| share < 3_000))),
        "few spoke"
    );
    assert!(
        (3..60).contains(&count(&|one| one.is_met() && one.reported_at.is_none())),
        "some never reported"
    );
    assert!((1..80).contains(&count(&|one| one.unexcused.is_some_and(|unexcused| unexcused > 0))));
    assert!(count(&|one| one.grade == Some(Grade::Good)) > 60, "most cells work well");
    assert!(count(&|one| one.grade == Some(Grade::Fair)) > 20);
    assert!(count(&|one| one.stage == Some(Stage::Decided)) > 150);
    assert!(count(&|one| one.tasks_due.is_some_and(|due| due > 0) && one.tasks_done < one.tasks_due) > 20);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_present_month_has_something_for_every_page(#[values(Engine::Sqlite)] engine: Engine) {
    let test = filled(engine, 1).await;
    let system = test.app.as_system();
    let mut tx = test.app.store.read().await.unwrap();
    let month = sample(1).until;
    let asked = Filter { months: Some((month, month.plus(2))), ..Filter::default() };
    let listed = nennep_store::meetings::list(&mut tx, asked, 1_000).await.unwrap();
    drop(tx);
    let of = |state: MeetingState| {
        listed.iter().filter(move |line| line.meeting.state() == state && line.meeting.kind.is_routine())
    };
    for state in [MeetingState::Planned, MeetingState::Called, MeetingState::Running, MeetingState::Reported]
    {
        assert!(of(state).next().is_some(), "{state}");
    }
    let main = of(MeetingState::Called).find(|line| line.cell_name == "Chi bộ Tổ dân phố số 5").unwrap();
    let view = meetings::show(&system, main.meeting.id).await.unwrap();
    let mut tx = test.app.store.read().await.unwrap();
    assert!(view.items.len() > 8 && !view.papers.is_empty() && !view.due.is_empty());
    let leave = nennep_store::meetings::leave_requests(&mut tx, view.meeting.id).await.unwrap();
    assert!(leave.iter().any(|one| one.answer.is_none()), "a request waits for its answer");
    assert!(view.items.iter().any(|item| item.source_key.starts_with("probation-")), "probation ends");
    let running = of(MeetingState::Running).next().unwrap();
    let view = meetings::show(&system, running.meeting.id).await.unwrap();
    assert!(view.current_item().is_some() && !view.remarks.is_empty());
    assert!(view.roll.iter().any(|line| line.attendance == Some(Attendance::Present)));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn numbers_run_on_and_rolls_are_whole(#[values(Engine::Sqlite)] engine: Engine) {
    let test = filled(engine, 1).await;
    let system = test.app.as_system();
    let mut tx = test.app.store.read().await.unwrap();
    let listed = nennep_store::meetings::list(&mut tx, Filter::default(), 10_000).await.unwrap();
    drop(tx);
    let cell = listed.iter().find(|line| line.cell_name == "Chi bộ Tổ dân phố số 5").unwrap().meeting.cell;
    let mut numbers = Vec::new();
    for line in listed.iter().filter(|line| line.meeting.cell == cell) {
        let view = meetings::show(&system, line.meeting.id).await.unwrap();
        numbers.extend(view.issues.iter().filter(|(sign, ..)| sign == "NQ").map(|(_, number, _)| *number));
        if view.meeting.steps.closed.is_some() && view.meeting.kind != MeetingKind::CellCommittee {
            let uncalled = view.roll.iter().filter(|one| one.must_be_called() && one.attendance.is_none());
            assert_eq!(uncalled.count(), 0);
            assert!((20..=22).contains(&view.roll.iter().filter(|one| one.who.state.belongs()).count()));
        }
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=u32::try_from(numbers.len()).unwrap()).collect::<Vec<_>>());
    assert!(numbers.len() >= 10);
}
