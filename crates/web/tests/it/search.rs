//! The search: each finds what the lists show, and no more.

use jiff::civil::date;
use nennep_app::members;
use nennep_domain::{ids::AccountId, names};
use nennep_testkit::{Engine, World};
use rstest::rstest;

use crate::asking::{Browser, House};

/// Full name and card number of a member.
async fn of(world: &World, n: usize) -> (String, String) {
    let office = world.acting_for(world.office).await;
    let profile = members::show(&office, world.members[n]).await.unwrap().member.profile;
    (profile.full_name, profile.card_number)
}

async fn found(world: &World, account: AccountId, words: &str) -> String {
    let words = words.replace(' ', "+");
    Browser::of(world, account).await.get(&format!("/search?q={words}")).await.ok().page().to_owned()
}

#[rstest]
#[tokio::test]
async fn each_finds_whom_the_lists_show(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (name, card) = of(&world, 7).await;
    let (folded, file) = (names::fold(&name), format!("/members/{}", world.members[7]));

    let secretary = found(&world, world.secretary, &folded).await;
    assert!(
        secretary.contains(&name) && secretary.contains(&file) && secretary.contains(&card),
        "{secretary}"
    );
    let member = found(&world, world.member, &folded).await;
    assert!(member.contains(&name), "members know each other");
    assert!(!member.contains(&file) && !member.contains(&card), "but not each other's files and cards");
    assert!(!found(&world, world.member, &card).await.contains(&name), "nor by whom a card is carried");
    assert!(found(&world, world.office, &card).await.contains(&name));
    for account in [world.stranger, world.administrator] {
        for words in [&folded, &card] {
            assert!(
                !found(&world, account, words).await.contains(&name),
                "another cell's secretary, the machine's keeper"
            );
        }
    }
}

#[tokio::test]
async fn a_slip_is_forgiven_and_said() {
    let world = World::new(Engine::Sqlite).await;
    let (name, _) = of(&world, 7).await;
    assert_eq!(name, "Trần Thị Yến");
    let page = found(&world, world.secretary, "tranh thi yen").await;
    assert!(page.contains(&name) && page.contains("gần giống"), "{page}");
    let page = found(&world, world.secretary, "TRẦN thị yên").await;
    assert!(page.contains(&name) && !page.contains("gần giống"), "{page}");
    let browser = Browser::of(&world, world.secretary).await;
    browser.get("/search").await.ok().says(&["Gõ điều cần tìm"]);
    browser.get("/search?q=qwertyuiop").await.ok().says(&["Không tìm thấy"]);
}

#[tokio::test]
async fn organisations_meetings_and_papers_are_found_too() {
    let house = House::new(Engine::Sqlite).await;
    let world = &house.world;
    let lived = world.hold_meeting(date(2026, 10, 5)).await;
    let path = format!("/meetings/{}", lived.meeting);
    let page = found(world, world.secretary, "to dan pho so 5 thang 10").await;
    assert!(page.contains(&path), "{page}");
    let page = found(world, world.stranger, "to dan pho so 5").await;
    assert!(page.contains(&format!("/organisations/{}", world.residential)), "everybody sees the tree");
    assert!(!page.contains(&path), "another cell's meetings are not shown");

    let program = house.program(world.secretary).await;
    let found = program.get("/search?words=10/2026").await.value();
    assert_eq!(found["meetings"][0]["id"], serde_json::json!(lived.meeting.0));
    assert_eq!((found["guessed"].as_bool(), found["people"].as_array().unwrap().len()), (Some(false), 0));
    assert_eq!(program.get("/search").await.refused(422), "invalid");
}
