//! Members: what the register keeps, and where they stand from day to day.

use jiff::civil::{Date, date};
use nennep_domain::{
    ids::{MemberId, StandingId},
    members::{Leaving, MemberGrade, Profile, Sex, Standing, StandingState},
    time::{PartialDate, Precision},
};
use nennep_store::members::{self, Filter, Identity, NewMember};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, at, ground};

const TODAY: Date = date(2026, 11, 5);

fn profile() -> Profile {
    Profile {
        full_name: "Đỗ Thị Uỷ".to_owned(),
        sex: Some(Sex::Female),
        born_on: Some(PartialDate { date: date(1957, 1, 1), precision: Precision::Year }),
        card_number: "000123".to_owned(),
        admitted_on: Some(PartialDate::day(date(1990, 2, 3))),
        phone: "0900000001".to_owned(),
        note: "Ghi chú".to_owned(),
        ..Profile::default()
    }
}

fn standing(ground: &Ground, member: MemberId, state: StandingState, from_on: Date) -> Standing {
    let (id, cell) = (StandingId(ground.id()), ground.cell());
    Standing { id, member, cell, grade: MemberGrade::Official, state, from_on, to_on: None, left: None }
}

#[rstest]
#[tokio::test]
async fn a_register_keeps_what_it_was_given(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let id = MemberId(ground.id());
    let identity = Identity { cipher: vec![1, 2, 3], hash: vec![4, 5, 6] };
    let new = NewMember { id, profile: profile(), identity: Some(identity.clone()) };
    let mut tx = ground.store.write().await.unwrap();
    members::insert_many(&mut tx, &[new], at(8, 0)).await.unwrap();
    let kept = members::find(&mut tx, id).await.unwrap().unwrap();
    assert_eq!(kept.profile, profile(), "leading zeros and half-known dates stay");
    assert_eq!(members::identity_cipher(&mut tx, id).await.unwrap(), Some(identity.cipher));
    assert_eq!(members::find_many(&mut tx, &[id, ground.member(0)]).await.unwrap().len(), 2);
    let changed = Profile { occupation: "Hưu trí".to_owned(), ..profile() };
    assert!(members::update_profile(&mut tx, id, &changed, None, at(9, 0)).await.unwrap());
    assert_eq!(members::find(&mut tx, id).await.unwrap().unwrap().profile, changed);
    assert_eq!(
        members::identity_cipher(&mut tx, id).await.unwrap(),
        Some(vec![1, 2, 3]),
        "not given, not touched"
    );
    let nobody = MemberId(ground.id());
    assert!(!members::update_profile(&mut tx, nobody, &changed, None, at(9, 0)).await.unwrap());
    let known = members::known(&mut tx, TODAY).await.unwrap();
    let one = known.iter().find(|known| known.member == id).unwrap();
    assert_eq!((one.identity_hash.as_deref(), one.standing.as_ref()), (Some([4, 5, 6].as_slice()), None));
    assert_eq!(
        known
            .iter()
            .filter(|known| known.standing.as_ref().is_some_and(|one| one.cell == ground.cell()))
            .count(),
        22
    );
}

#[rstest]
#[tokio::test]
async fn rolls_are_right_for_their_day(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let (moved, cell) = (ground.member(3), ground.cell());
    let mut tx = ground.store.write().await.unwrap();
    let open = members::standings_of(&mut tx, moved).await.unwrap()[0].clone();
    assert!(members::end_standing(&mut tx, open.id, date(2026, 10, 1), Leaving::Changed).await.unwrap());
    assert!(!members::end_standing(&mut tx, open.id, date(2026, 10, 2), Leaving::Changed).await.unwrap());
    let exempt = standing(&ground, moved, StandingState::Exempt, date(2026, 10, 1));
    members::insert_standings(&mut tx, &[exempt]).await.unwrap();
    let state = async |tx: &mut nennep_store::Tx, on: Date| {
        let roll = members::roll_on(tx, cell, on).await.unwrap();
        assert_eq!(roll.len(), 22);
        roll.into_iter().find(|line| line.member == moved).unwrap().state
    };
    assert_eq!(state(&mut tx, date(2026, 9, 30)).await, StandingState::Active);
    assert_eq!(
        state(&mut tx, date(2026, 10, 1)).await,
        StandingState::Exempt,
        "yesterday is not changed by today"
    );
    assert!(members::roll_on(&mut tx, cell, date(2025, 6, 30)).await.unwrap().is_empty());
    let counts = members::membership_counts(&mut tx, ground.world.ward, TODAY).await.unwrap();
    assert!(counts.contains(&(cell, 20, 2)), "{counts:?}");
    let below = members::belonging_below(&mut tx, &[ground.world.ward], TODAY).await.unwrap();
    assert_eq!(below.iter().map(|(_, members)| members).sum::<u32>(), 48);
    let below = members::belonging_below(&mut tx, &[cell, ground.world.agency], TODAY).await.unwrap();
    assert!(below.len() == 2 && below.contains(&(cell, 22)), "{below:?}");
    assert!(members::belonging_below(&mut tx, &[], TODAY).await.unwrap().is_empty());
    let place = members::home_place(&mut tx, moved, TODAY).await.unwrap().unwrap();
    assert_eq!((place.organisation, place.above), (cell, vec![ground.world.ward]));
}

#[rstest]
#[tokio::test]
async fn lists_are_paged_without_a_gap(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let mut tx = ground.store.read().await.unwrap();
    let filter =
        Filter { on: TODAY, within: ground.world.ward, words: "", state: None, grade: None, after: None };
    let all = members::list(&mut tx, filter, 1000).await.unwrap();
    assert_eq!(all.len(), 22 + 9 + 5 + 12);
    let mut paged = members::list(&mut tx, filter, 20).await.unwrap();
    while let Some(last) = paged.last().cloned() {
        let after = Filter { after: Some((&last.sort_key, last.member, last.standing)), ..filter };
        let next = members::list(&mut tx, after, 20).await.unwrap();
        if next.is_empty() {
            break;
        }
        paged.extend(next);
    }
    assert_eq!(paged, all);
    let found = Filter { words: &all[0].name.to_uppercase(), ..filter };
    assert!(members::list(&mut tx, found, 10).await.unwrap().iter().any(|one| one.member == all[0].member));
    let by_card = Filter { words: &all[1].card_number, ..filter };
    assert_eq!(members::list(&mut tx, by_card, 10).await.unwrap()[0].member, all[1].member);
    let new = Filter { grade: Some(MemberGrade::Probationary), state: Some(StandingState::Active), ..filter };
    assert_eq!(members::list(&mut tx, new, 10).await.unwrap().len(), 2);
    let exempt = Filter { state: Some(StandingState::Exempt), ..filter };
    assert!(members::list(&mut tx, exempt, 10).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn members_who_may_be_one_are_found(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let mut tx = ground.store.read().await.unwrap();
    let one = members::find(&mut tx, ground.member(4)).await.unwrap().unwrap();
    let sought = members::Sought {
        card_number: &one.profile.card_number,
        identity_hash: Some(&[1, 2, 3]),
        name: &one.profile.full_name.to_uppercase(),
        born_on: one.profile.born_on,
    };
    let found = members::doubles(&mut tx, sought).await.unwrap();
    assert_eq!((found[0].member, found[0].by), (one.id, members::DoubleBy::Card));
    assert_eq!(found.iter().filter(|double| double.member == one.id).count(), 1, "each is told once");
    let by_name = members::Sought { card_number: "", identity_hash: None, ..sought };
    let found = members::doubles(&mut tx, by_name).await.unwrap();
    assert!(found.iter().any(|double| double.by == members::DoubleBy::NameAndBirth));
    let nobody = members::Sought { born_on: None, ..by_name };
    assert!(members::doubles(&mut tx, nobody).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn the_standing_that_says_most_is_known(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let (guest, gone) = (ground.member(4), ground.member(5));
    let mut tx = ground.store.write().await.unwrap();
    let visiting = Standing {
        cell: ground.world.school,
        ..standing(&ground, guest, StandingState::Visiting, date(2026, 10, 1))
    };
    members::insert_standings(&mut tx, &[visiting]).await.unwrap();
    let open = members::standings_of(&mut tx, gone).await.unwrap()[0].clone();
    assert!(!members::correct_end(&mut tx, open.id, TODAY, Leaving::Deceased).await.unwrap());
    assert!(members::end_standing(&mut tx, open.id, date(2026, 10, 1), Leaving::Transferred).await.unwrap());
    assert!(members::correct_end(&mut tx, open.id, date(2026, 9, 1), Leaving::Deceased).await.unwrap());
    let known = members::known(&mut tx, TODAY).await.unwrap();
    let of = |member| known.iter().find(|one| one.member == member).unwrap().standing.clone().unwrap();
    assert_eq!(of(guest).cell, ground.cell(), "the home cell before the one that receives");
    assert_eq!((of(gone).to_on, of(gone).left), (Some(date(2026, 9, 1)), Some(Leaving::Deceased)));
}
