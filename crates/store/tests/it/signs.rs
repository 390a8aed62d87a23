//! The facts signs follow from.

use jiff::civil::date;
use nennep_domain::{
    meetings::Attendance,
    members::{MemberGrade, StandingState},
    time::Month,
};
use nennep_store::signs;
use nennep_testkit::{Engine, World};
use rstest::rstest;

#[rstest]
#[tokio::test]
async fn the_facts_of_all_cells_come_at_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let lived = world.hold_meeting(date(2026, 11, 5)).await;
    let today = date(2026, 11, 10);
    let mut tx = world.test.app.store.read().await.unwrap();
    let belonging = signs::belonging(&mut tx, world.ward, today).await.unwrap();
    assert_eq!(belonging.len(), 48);
    let one = belonging.iter().find(|one| one.member == world.members[20]).unwrap();
    assert_eq!((one.grade, one.state), (MemberGrade::Probationary, StandingState::Active));
    assert_eq!((one.cell, one.probationary_from), (world.residential, Some(date(2026, 1, 20))));
    assert_eq!(
        (one.until, one.deed.as_ref(), one.admitted_on.unwrap().date),
        (None, None, date(2026, 1, 20))
    );
    let cell = signs::belonging(&mut tx, world.agency, today).await.unwrap();
    assert!(cell.len() == 9 && cell.iter().all(|one| one.probationary_from.is_none()));

    let roll = nennep_store::meetings::roll(&mut tx, lived.meeting).await.unwrap();
    let absent = roll.iter().filter(|entry| entry.attendance == Some(Attendance::Unexcused));
    let mut expected: Vec<_> = absent.map(|entry| (entry.who.member, Month::of(date(2026, 11, 1)))).collect();
    expected.sort();
    let year = (Month::new(2026, 1).unwrap(), Month::new(2026, 12).unwrap());
    assert_eq!(signs::unexcused(&mut tx, world.ward, today, year).await.unwrap(), expected);
    let other = signs::unexcused(&mut tx, world.agency, today, year).await.unwrap();
    assert!(other.is_empty());
    let terms = signs::terms(&mut tx, world.ward, today).await.unwrap();
    assert_eq!(terms.len(), 5);
    assert!(terms.contains(&(world.school, date(2025, 7, 1))));
    assert!(signs::terms(&mut tx, world.ward, date(2025, 6, 30)).await.unwrap().is_empty());
}
