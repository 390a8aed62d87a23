//! What members can and want to do: said by them alone, read by their cell's secretary and committee, erased without trace.

use jiff::civil::date;
use nennep_app::{Error, offers, today};
use nennep_domain::offers::Said;
use nennep_testkit::{Engine, World};
use rstest::rstest;

fn said(skills: &[&str], words: &str) -> Said {
    let skills = skills.iter().map(|key| (*key).to_owned()).collect();
    Said { skills, words: words.to_owned(), ..Said::default() }
}

#[rstest]
#[tokio::test]
async fn an_offer_is_the_members_own(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let id = world.members[5];
    let member = world.acting_for(world.member).await;
    let secretary = world.acting_for(world.secretary).await;
    let wrong = offers::say(&member, id, Said::default()).await;
    assert!(matches!(wrong, Err(Error::Invalid(problems)) if problems.0[0].field == "skills"));
    offers::say(&member, id, said(&["law"], "Lắp camera")).await.unwrap();
    offers::say(&member, id, said(&["law"], "Lắp camera")).await.unwrap();
    // Nobody says it for the member; only the own cell's secretary and committee read it.
    assert!(matches!(offers::say(&secretary, id, said(&["law"], "")).await, Err(Error::Forbidden)));
    assert!(matches!(offers::erase(&secretary, id).await, Err(Error::Forbidden)));
    assert!(offers::show(&secretary, id).await.unwrap().readings.is_empty());
    for account in [world.leader, world.office, world.inspector, world.overseer, world.stranger] {
        let other = world.acting_for(account).await;
        assert!(offers::show(&other, id).await.is_err());
        assert!(offers::of_cell(&other, world.residential, "").await.is_err());
    }
    assert!(offers::of_cell(&member, world.residential, "").await.is_err(), "nor by another member");
    let deputy = world.acting_for(world.deputy).await;
    let found = offers::of_cell(&deputy, world.residential, "").await.unwrap();
    assert_eq!((found.lines.len(), found.nothing), (1, 0));
    offers::of_cell(&deputy, world.residential, "").await.unwrap();
    let own = offers::show(&member, id).await.unwrap();
    let names: Vec<&str> = own.readings.iter().map(|one| one.1.as_str()).collect();
    assert_eq!(
        names.len(),
        2,
        "the secretary opened it, the deputy saw the list; once in half a day: {names:?}"
    );
    offers::erase(&member, id).await.unwrap();
    offers::erase(&member, id).await.unwrap();
    assert!(offers::show(&member, id).await.unwrap().offer.is_none());
    assert!(offers::of_cell(&deputy, world.residential, "").await.unwrap().lines.is_empty());
}

#[tokio::test]
async fn who_can_comes_first_with_the_reason() {
    let world = World::new(Engine::Sqlite).await;
    let secretary = world.acting_for(world.secretary).await;
    let (first, second) = (world.acting_for(world.secretary).await, world.acting_for(world.member).await);
    offers::say(&first, world.members[0], said(&["farming"], "")).await.unwrap();
    offers::say(&second, world.members[5], said(&["law", "building"], "")).await.unwrap();
    let of = |title| offers::of_cell(&secretary, world.residential, title);
    let found = of("Hòa giải tranh chấp đường nước xóm 2").await.unwrap();
    assert_eq!(found.lines[0].offer.member, world.members[5]);
    assert_eq!(found.lines[0].fit.keys, ["law", "building"]);
    assert!(found.lines[1].fit.keys.is_empty());
    let found = of("Trồng cây đầu xuân").await.unwrap();
    assert_eq!(found.lines[0].offer.member, world.members[0]);
    let nothing = Said { nothing: true, ..Said::default() };
    offers::say(&second, world.members[5], nothing).await.unwrap();
    let found = of("").await.unwrap();
    assert_eq!(
        (found.lines.len(), found.nothing),
        (1, 1),
        "nothing to say is an answer, and is never offered"
    );
}

#[tokio::test]
async fn today_asks_once_a_year_and_no_more_once_answered() {
    let world = World::new(Engine::Sqlite).await;
    let asked = async |day: jiff::civil::Date| {
        world.test.at(day.at(9, 0, 0, 0));
        let member = world.acting_for(world.member).await;
        today::today(&member).await.unwrap().own.unwrap().asks_offer
    };
    assert!(!asked(date(2026, 11, 14)).await);
    assert!(asked(date(2026, 11, 15)).await);
    let member = world.acting_for(world.member).await;
    let nothing = Said { nothing: true, ..Said::default() };
    offers::say(&member, world.members[5], nothing).await.unwrap();
    assert!(!asked(date(2026, 11, 16)).await);
    assert!(asked(date(2027, 11, 15)).await, "a year later again");
    assert!(!asked(date(2027, 12, 30)).await, "and no longer than the rule says");
}
