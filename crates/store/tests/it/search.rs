//! Finding people, organisations, meetings and issued papers.

use jiff::civil::{Date, date};
use nennep_domain::{
    ids::{IssueId, MemberId, StandingId},
    members::{Leaving, MemberGrade, Profile, Standing, StandingState},
    organisations::Organisation,
    search::meant,
};
use nennep_store::{
    issues::{self, Issue},
    members::{self, NewMember},
    search,
};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, at, ground, november};

const TODAY: Date = date(2026, 11, 5);

/// One more member of the residential cell.
async fn joins(ground: &Ground, full_name: &str, card_number: &str) -> MemberId {
    let (id, full_name) = (MemberId(ground.id()), full_name.to_owned());
    let profile = Profile { full_name, card_number: card_number.to_owned(), ..Profile::default() };
    let standing = Standing {
        id: StandingId(ground.id()),
        member: id,
        cell: ground.cell(),
        grade: MemberGrade::Official,
        state: StandingState::Active,
        from_on: date(2026, 1, 1),
        to_on: None,
        left: None,
    };
    let mut tx = ground.store.write().await.unwrap();
    members::insert_many(&mut tx, &[NewMember { id, profile, identity: None }], at(8, 0)).await.unwrap();
    members::insert_standings(&mut tx, &[standing]).await.unwrap();
    tx.commit().await.unwrap();
    id
}

fn words(text: &str) -> Vec<Vec<String>> {
    text.split(' ').map(|word| vec![word.to_owned()]).collect()
}

#[rstest]
#[tokio::test]
async fn people_are_found_by_words_of_their_names(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let dieu = joins(&ground, "Quách Thị Diệu", "00777001").await;
    let dieu_linh = joins(&ground, "Quách Diệu Linh", "00777002").await;
    let mut tx = ground.store.write().await.unwrap();
    let (ward, cell, agency) = ([ground.world.ward], [ground.cell()], [ground.world.agency]);
    let found = async |tx: &mut nennep_store::Tx, within: &[_], text: &str, limit: u32| {
        let found = search::people(tx, within, TODAY, &words(text), limit).await.unwrap();
        found.into_iter().map(|one| one.member).collect::<Vec<_>>()
    };
    assert_eq!(
        found(&mut tx, &ward, "quach", 9).await,
        [dieu, dieu_linh],
        "who is called so at the end stands first"
    );
    assert_eq!(
        found(&mut tx, &ward, "dieu qua", 9).await,
        [dieu, dieu_linh],
        "words in any order, and begun"
    );
    assert_eq!(
        found(&mut tx, &ward, "quach dieu", 9).await,
        [dieu_linh, dieu],
        "who begins so stands before others"
    );
    assert_eq!(found(&mut tx, &ward, "quach", 1).await, [dieu]);
    assert_eq!(found(&mut tx, &ward, "uach", 9).await, [], "a word is not found in its middle");
    assert_eq!(
        found(&mut tx, &[ground.cell(), ground.world.ward], "quach", 9).await,
        [dieu, dieu_linh],
        "nobody twice"
    );
    assert_eq!(found(&mut tx, &agency, "quach", 9).await, []);
    assert_eq!(found(&mut tx, &[], "quach", 9).await, []);

    let words = search::words(&mut tx).await.unwrap();
    assert!(["quach", "chi", "bo", "5"].iter().all(|word| words.contains(*word)), "{words:?}");
    let meant = [meant("quachs", &words)];
    assert_eq!(search::people(&mut tx, &cell, TODAY, &meant, 9).await.unwrap().len(), 2);

    let by_card = search::people_by_card(&mut tx, &ward, TODAY, "00777002", 9).await.unwrap();
    assert_eq!(by_card.iter().map(|one| one.member).collect::<Vec<_>>(), [dieu_linh]);
    assert_eq!(search::people_by_card(&mut tx, &ward, TODAY, "00777", 9).await.unwrap().len(), 2);
    assert_eq!(search::people_by_card(&mut tx, &agency, TODAY, "00777", 9).await.unwrap(), []);

    let left = members::standings_of(&mut tx, dieu).await.unwrap()[0].id;
    members::end_standing(&mut tx, left, TODAY, Leaving::Resigned).await.unwrap();
    assert_eq!(found(&mut tx, &ward, "quach", 9).await, [dieu_linh], "who left is no longer found");
}

#[rstest]
#[tokio::test]
async fn organisations_are_found_by_name_and_code(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let mut tx = ground.store.read().await.unwrap();
    let ids = |found: Vec<Organisation>| found.into_iter().map(|one| one.id).collect::<Vec<_>>();
    let named = search::organisations(&mut tx, &words("to 5"), None, 9).await.unwrap();
    assert_eq!(ids(named), [ground.cell()]);
    let coded = search::organisations(&mut tx, &[], Some("38.168.000.000.00"), 3).await.unwrap();
    assert_eq!(ids(coded), [ground.cell(), ground.world.agency, ground.world.company]);
    assert_eq!(search::organisations(&mut tx, &words("khong co"), None, 9).await.unwrap(), []);
}

#[rstest]
#[tokio::test]
async fn meetings_are_found_by_cell_and_month(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let october = ground.meeting(november().plus(-1)).await.id;
    let this = ground.meeting(november()).await.id;
    let mut tx = ground.store.read().await.unwrap();
    let (ward, agency) = ([ground.world.ward], [ground.world.agency]);
    let found = async |tx: &mut nennep_store::Tx, within: &[_], text: &str, month| {
        let words = if text.is_empty() { Vec::new() } else { words(text) };
        let found = search::meetings(tx, within, &words, month, 9).await.unwrap();
        found.into_iter().map(|one| one.meeting.id).collect::<Vec<_>>()
    };
    assert_eq!(found(&mut tx, &ward, "to dan pho", None).await, [this, october], "latest first");
    assert_eq!(found(&mut tx, &ward, "to dan", Some(november().plus(-1))).await, [october]);
    assert_eq!(found(&mut tx, &ward, "", Some(november())).await, [this]);
    assert_eq!(found(&mut tx, &ward, "van phong", None).await, []);
    assert_eq!(found(&mut tx, &agency, "", Some(november())).await, []);
}

#[rstest]
#[tokio::test]
async fn papers_are_found_by_their_number(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let mut tx = ground.store.write().await.unwrap();
    let term = issues::term_on(&mut tx, ground.cell(), TODAY).await.unwrap().unwrap();
    let issue = |sign: &str, number: u32| Issue {
        id: IssueId(ground.id()),
        organisation: ground.cell(),
        term: term.id,
        sign: sign.to_owned(),
        number,
        meeting: None,
        issued_on: TODAY,
    };
    let all = [issue("NQ", 5), issue("BB", 5), issue("NQ", 6)];
    issues::insert_many(&mut tx, &all).await.unwrap();
    let found = search::papers(&mut tx, &[ground.world.ward], 5, 9).await.unwrap();
    let mut signs: Vec<_> = found.iter().map(|one| one.paper.sign.as_str()).collect();
    signs.sort_unstable();
    assert_eq!(signs, ["BB", "NQ"]);
    assert!(
        found.iter().all(|one| one.organisation == ground.cell() && one.organisation_code.ends_with("001"))
    );
    assert_eq!(search::papers(&mut tx, &[ground.world.agency], 5, 9).await.unwrap(), []);
}
