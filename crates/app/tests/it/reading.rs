//! What each may see of organisations, offices and members; reading a member's file leaves its event.

use jiff::civil::date;
use nennep_app::{
    Ctx, Error,
    members::{self, Filter},
    months, offices, organisations,
};
use nennep_domain::{
    accounts::Office,
    ids::{MemberId, StandingId},
    members::{MemberGrade, Profile, Standing, StandingState},
    organisations::{CellType, OrganisationKind},
    time::Month,
};
use nennep_store::{events, members::NewMember};
use nennep_testkit::{Engine, World};
use rstest::rstest;

#[rstest]
#[tokio::test]
async fn organisations_are_listed_and_shown(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let member = world.acting_for(world.member).await;
    let all = organisations::Filter { limit: 3, ..organisations::Filter::default() };
    let first = organisations::list(&member, all).await.unwrap();
    let last = first.last().unwrap();
    let after = Some((last.code.as_str(), last.id));
    let rest = organisations::list(&member, organisations::Filter { after, ..all }).await.unwrap();
    let ids: Vec<_> = first.iter().chain(&rest).map(|one| one.id).collect();
    assert_eq!(ids, [world.ward, world.residential, world.agency, world.company, world.school]);
    let schools = organisations::Filter {
        within: Some(world.ward),
        cell_type: Some(CellType::PublicService),
        words: "thcs an binh",
        ..all
    };
    assert_eq!(organisations::list(&member, schools).await.unwrap()[0].id, world.school);

    let branch = organisations::tree(&member, world.ward).await.unwrap();
    assert_eq!((branch.organisation.id, branch.below.len()), (world.ward, 4));
    let cell = organisations::tree(&member, world.school).await.unwrap();
    assert_eq!((cell.organisation.id, cell.below.len()), (world.school, 0));

    let own = organisations::show(&member, world.residential).await.unwrap();
    assert_eq!(own.above[0].id, world.ward);
    assert_eq!(own.holders.iter().filter(|holder| holder.term.office == Office::Secretary).count(), 1);
    let membership = own.membership.unwrap();
    assert_eq!((membership.official, membership.probationary), (20, 2));
    let other = organisations::show(&member, world.agency).await.unwrap();
    assert_eq!(other.membership, None, "a member of another cell is not told its numbers");

    let by_code = organisations::find_by_code(&member, " 38.168.000.000.004 ").await.unwrap();
    assert_eq!((by_code.id, by_code.kind), (world.school, OrganisationKind::Cell));
    assert!(matches!(organisations::find_by_code(&member, "38").await, Err(Error::NotFound)));

    let here = offices::list(&member, world.ward, false, None).await.unwrap();
    let below = offices::list(&member, world.ward, true, None).await.unwrap();
    assert!(here.iter().all(|holder| holder.term.organisation == world.ward));
    assert!(below.len() > here.len());
}

fn of(world: &World) -> Filter<'static> {
    Filter {
        within: world.residential,
        on: None,
        words: "",
        state: None,
        grade: None,
        after: None,
        limit: 200,
    }
}

#[rstest]
#[tokio::test]
async fn lists_of_members_show_what_the_reader_may_see(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let mut pages = Vec::new();
    let mut after: Option<(String, MemberId, StandingId)> = None;
    loop {
        let from = after.as_ref().map(|(key, member, standing)| (key.as_str(), *member, *standing));
        let page = members::list(&secretary, Filter { after: from, limit: 10, ..of(&world) }).await.unwrap();
        let Some(last) = page.last() else { break };
        after = Some((last.sort_key.clone(), last.member, last.standing));
        pages.extend(page);
    }
    assert_eq!(pages.len(), 22);
    let whole = members::list(&secretary, of(&world)).await.unwrap();
    assert_eq!(pages, whole);
    assert!(whole.iter().all(|line| !line.card_number.is_empty() && line.born_on.is_some()));

    let ordinary = world.acting_for(world.member).await;
    let seen = members::list(&ordinary, of(&world)).await.unwrap();
    assert_eq!(seen.len(), 22);
    assert!(seen.iter().all(|line| line.card_number.is_empty() && line.born_on.is_none()));
    let guess = Filter { words: "0100", ..of(&world) };
    assert!(members::list(&ordinary, guess).await.unwrap().is_empty(), "card numbers cannot be guessed");
    assert_eq!(members::list(&secretary, guess).await.unwrap().len(), 22);
    let before = Filter { on: Some(date(2025, 12, 31)), ..of(&world) };
    assert_eq!(members::list(&secretary, before).await.unwrap().len(), 20, "two were admitted in 2026");

    let stranger = world.acting_for(world.stranger).await;
    let refused = members::list(&stranger, of(&world)).await;
    assert!(matches!(refused, Err(Error::NotFound)));
    let administrator = world.acting_for(world.administrator).await;
    assert!(matches!(members::list(&administrator, of(&world)).await, Err(Error::NotFound)));
}

async fn events_of(ctx: &Ctx, member: MemberId) -> Vec<String> {
    let mut tx = ctx.store.read().await.unwrap();
    events::list_of(&mut tx, member.0, 50).await.unwrap().into_iter().map(|event| event.kind).collect()
}

#[rstest]
#[tokio::test]
async fn reading_a_file_leaves_its_event(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let app = &world.test.app;
    let id = MemberId(app.new_id());
    let mut tx = app.store.write().await.unwrap();
    let profile = Profile { full_name: "Đào Thị Quế".to_owned(), ..Profile::default() };
    let identity = Some(members::seal_identity(app, "001234567890"));
    nennep_store::members::insert_many(&mut tx, &[NewMember { id, profile, identity }], app.now())
        .await
        .unwrap();
    let standing = Standing {
        id: StandingId(app.new_id()),
        member: id,
        cell: world.residential,
        grade: MemberGrade::Official,
        state: StandingState::Active,
        from_on: date(2026, 1, 1),
        to_on: None,
        left: None,
    };
    nennep_store::members::insert_standings(&mut tx, &[standing]).await.unwrap();
    tx.commit().await.unwrap();

    let secretary = world.acting_for(world.secretary).await;
    let file = members::show(&secretary, id).await.unwrap();
    assert_eq!(file.member.profile.identity_number, "•••••••••890");
    assert_eq!((file.standings.len(), file.organisations.len()), (1, 1));
    assert_eq!(events_of(&secretary, id).await, ["member.read"]);
    assert_eq!(members::reveal_identity(&secretary, id).await.unwrap(), "001234567890");
    assert_eq!(events_of(&secretary, id).await, ["member.identity_revealed", "member.read"]);

    // Whoever is refused reads nothing, and nothing is noted as read.
    let member = world.acting_for(world.member).await;
    assert!(matches!(members::show(&member, id).await, Err(Error::Forbidden)));
    let stranger = world.acting_for(world.stranger).await;
    assert!(matches!(members::show(&stranger, id).await, Err(Error::NotFound)));
    let inspector = world.acting_for(world.inspector).await;
    assert!(matches!(members::reveal_identity(&inspector, id).await, Err(Error::Forbidden)));
    assert_eq!(events_of(&secretary, id).await.len(), 2);
    let own = members::show(&member, world.members[5]).await.unwrap();
    assert_eq!(own.offices.len(), 0);
    let lead = members::show(&secretary, world.members[0]).await.unwrap();
    assert_eq!(lead.offices[0].office, Office::Secretary);
}

#[rstest]
#[tokio::test]
async fn months_of_cells_are_read_in_pages(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let span = (Month::new(2026, 1).unwrap(), Month::new(2026, 12).unwrap());
    let leader = world.acting_for(world.leader).await;
    let first = months::cell_months(&leader, world.ward, span, None, 3).await.unwrap();
    let last = &first[2].cell;
    let rest = months::cell_months(&leader, world.ward, span, Some((&last.code, last.id)), 3).await.unwrap();
    assert_eq!((first.len(), rest.len()), (3, 1));
    let member = world.acting_for(world.member).await;
    assert!(matches!(months::cell_months(&member, world.ward, span, None, 3).await, Err(Error::NotFound)));
    assert_eq!(months::cell_months(&member, world.residential, span, None, 3).await.unwrap().len(), 1);
}
