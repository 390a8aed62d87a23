//! Pages around people: who may open which, and that what is done there is done.

use axum::http::StatusCode;
use nennep_app::{accounts, members, offices};
use nennep_domain::accounts::Office;
use nennep_testkit::{Engine, World};
use rstest::rstest;

use crate::asking::Browser;

/// The statuses of a page for secretary, member, overseer, leader, office, inspector, administrator, and the secretary of
/// another cell.
async fn statuses(world: &World, path: &str) -> Vec<u16> {
    let mut found = Vec::new();
    for account in [
        world.secretary,
        world.member,
        world.overseer,
        world.leader,
        world.office,
        world.inspector,
        world.administrator,
        world.stranger,
    ] {
        found.push(Browser::of(world, account).await.get(path).await.status.as_u16());
    }
    found
}

#[rstest]
#[tokio::test]
async fn each_page_opens_to_those_it_is_for(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (cell, member) = (world.residential, world.members[7]);
    let account = world.member;
    let all = [200; 8];
    for (path, expected) in [
        ("/".to_owned(), all),
        ("/members".to_owned(), [200, 200, 200, 200, 200, 200, 404, 200]),
        (format!("/members?of={cell}"), [200, 200, 200, 200, 200, 200, 404, 404]),
        (format!("/members/{member}"), [200, 403, 403, 200, 200, 200, 404, 404]),
        (format!("/members/{member}/changes"), [200, 403, 403, 403, 200, 403, 404, 404]),
        (format!("/members/new?cell={cell}"), [200, 404, 404, 404, 200, 404, 404, 404]),
        ("/organisations".to_owned(), all),
        (format!("/organisations/{cell}"), all),
        (format!("/organisations/{cell}/offices/new"), [403, 403, 403, 403, 200, 403, 403, 403]),
        ("/offices".to_owned(), all),
        ("/accounts".to_owned(), [404, 404, 404, 404, 200, 404, 200, 404]),
        ("/accounts/new".to_owned(), [404, 404, 404, 404, 200, 404, 200, 404]),
        (format!("/accounts/{account}"), [404, 404, 404, 404, 200, 404, 200, 404]),
        ("/account".to_owned(), all),
        ("/setup".to_owned(), all),
        ("/help".to_owned(), all),
        ("/invitations".to_owned(), all),
    ] {
        assert_eq!(statuses(&world, &path).await, expected, "{path}");
    }
}

#[rstest]
#[tokio::test]
async fn deeds_are_refused_to_those_they_are_not_for(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (cell, member, account) = (world.residential, world.members[7], world.deputy);
    let office =
        offices::list(&world.acting_for(world.member).await, cell, false, None).await.unwrap()[0].term.id;
    let ordinary = Browser::of(&world, world.member).await;
    for (path, form, status) in [
        (format!("/members/{member}/identity"), &[][..], 403),
        (format!("/members/{member}/changes"), &[("full_name", "Ai Đó")][..], 403),
        (format!("/organisations/{cell}/invitations"), &[][..], 403),
        (format!("/accounts/{account}/invitation"), &[][..], 404),
        (format!("/accounts/{account}/closing"), &[][..], 404),
        (format!("/accounts/{account}/sessions?_method=DELETE"), &[][..], 404),
        (format!("/offices/{office}/ending"), &[("on", "2026-12-01")][..], 403),
        (format!("/offices/{office}?_method=DELETE"), &[][..], 403),
        (format!("/offices/{office}/ending?_method=DELETE"), &[][..], 403),
    ] {
        assert_eq!(ordinary.post(&path, form).await.status.as_u16(), status, "{path}");
    }
    let name = [("name", "Người Mới")];
    assert_eq!(ordinary.post("/accounts", &name).await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[tokio::test]
async fn members_are_found_and_their_files_tell_who_read_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let lived = world.hold_meeting(jiff::civil::date(2026, 10, 5)).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let name = members::show(&world.acting_for(world.secretary).await, world.members[7])
        .await
        .unwrap()
        .member
        .profile
        .full_name;
    let folded = nennep_domain::names::fold(&name).replace(' ', "%20");
    let found = secretary.get(&format!("/members?q={folded}")).await.ok();
    assert!(found.has(&name) && !found.has("Trang sau"), "{}", found.body);
    let probationary = secretary.get("/members?grade=probationary").await.ok();
    assert!(probationary.has("Dự bị") && probationary.has("2 dòng"));
    let none = secretary.get("/members?q=khongcoai").await.ok();
    assert!(none.has("Không tìm thấy"));

    let leader = Browser::of(&world, world.leader).await;
    leader.get(&format!("/members/{}", world.members[7])).await.ok();
    let file = secretary.get(&format!("/members/{}", world.members[7])).await.ok();
    assert!(file.has("Ai đã mở hồ sơ này") && file.has(&format!("/meetings/{}", lived.meeting)));
    let reader = accounts::own(&world.acting_for(world.leader).await).await.unwrap().name;
    assert!(file.has(&reader), "the leader's look was noted: {}", file.body);
    let seen_by_leader = leader.get(&format!("/members/{}", world.members[7])).await.ok();
    assert!(!seen_by_leader.has("Ai đã mở hồ sơ này"));
}

#[rstest]
#[tokio::test]
async fn a_committee_member_above_sees_names_and_no_files(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    // The overseer sits in the ward's committee.
    let (office, ctx) = (world.acting_for(world.office).await, world.acting_for(world.overseer).await);
    assert!(ctx.actor.offices.contains(&(Office::CommitteeMember, world.ward)));
    let all = |words| members::Filter {
        within: world.ward,
        on: None,
        words,
        state: None,
        grade: None,
        after: None,
        limit: 200,
    };
    let listed = members::list(&ctx, all("")).await.unwrap();
    let known = members::list(&office, all("")).await.unwrap();
    assert_eq!(listed.len(), known.len());
    assert!(known.iter().any(|line| line.born_on.is_some() && !line.card_number.is_empty()));
    assert!(listed.iter().all(|line| line.born_on.is_none() && line.card_number.is_empty()));
    let card = known.iter().map(|line| line.card_number.as_str()).find(|card| !card.is_empty()).unwrap();
    assert!(members::list(&ctx, all(card)).await.unwrap().is_empty(), "nobody is found by a card number");
    for (reader, lines) in [(&ctx, &listed), (&office, &known)] {
        for id in members::opened(reader, lines).await.unwrap() {
            members::show(reader, id).await.unwrap();
        }
    }
    assert_eq!(members::opened(&office, &known).await.unwrap().len(), known.len());
}

#[rstest]
#[tokio::test]
async fn a_member_is_added_and_changed_by_hand(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let form = secretary.get(&format!("/members/new?cell={}", world.residential)).await.ok();
    let (id, cell) = (form.field("id"), world.residential.to_string());
    let typed = |name: &'static str| {
        vec![
            ("id", id.clone()),
            ("cell", cell.clone()),
            ("full_name", name.to_owned()),
            ("born_on", "5/1990".to_owned()),
            ("identity_number", "001090012345".to_owned()),
            ("admitted_on", "19/5/2015".to_owned()),
            ("grade", "official".to_owned()),
            ("state", "active".to_owned()),
            ("from_on", "2026-10-01".to_owned()),
        ]
    };
    let send = async |fields: Vec<(&'static str, String)>, path: &str| {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        secretary.post(path, &fields).await
    };
    let wrong = send(typed("Đào 5"), "/members").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.field("full_name"), "Đào 5", "what was typed comes back");
    let path = format!("/members/{id}");
    assert_eq!(send(typed("Đào Thị Quế"), "/members").await.leads(), path);
    assert_eq!(send(typed("Đào Thị Quế"), "/members").await.leads(), path, "sent twice, added once");
    let file = secretary.get(&path).await.ok();
    assert!(file.has("tháng 05/1990") && file.has("•••••••••345") && !file.has("001090012345"));
    let shown = secretary.post(&format!("{path}/identity"), &[]).await.ok();
    assert!(shown.has("001090012345"));

    let mut double = typed("Lê Văn Khác");
    double[0].1 = world.test.app.new_id().to_string();
    let refused = send(double, "/members").await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.has("Đào Thị Quế"));

    let changes = format!("{path}/changes");
    assert_eq!(secretary.get(&changes).await.ok().field("born_on"), "05/1990");
    let fields = vec![("full_name", "Đào Thị Quế".to_owned()), ("phone", "0912345678".to_owned())];
    assert_eq!(send(fields, &changes).await.leads(), path);
    let file = secretary.get(&path).await.ok();
    assert!(file.has("0912345678") && !file.has("tháng 05/1990") && file.has("•••••••••345"));
}

#[rstest]
#[tokio::test]
async fn offices_are_given_ended_and_taken_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let office = Browser::of(&world, world.office).await;
    let ctx = world.acting_for(world.office).await;
    let cell = world.residential;
    let at = format!("/organisations/{cell}");
    let name = members::show(&ctx, world.members[9]).await.unwrap().member.profile.full_name;
    let query = nennep_domain::names::fold(&name).replace(' ', "%20");
    let form = office.get(&format!("{at}/offices/new?q={query}")).await.ok();
    assert!(form.has(&name) && !form.has("Quản trị máy chủ"), "that office is not held in a cell");
    let (id, holder) = (form.field("id"), format!("member:{}", world.members[9]));
    let post = format!("{at}/offices");
    let fields = |office: &'static str| {
        [("id", id.as_str()), ("holder", holder.as_str()), ("office", office), ("from_on", "2026-11-01")]
    };
    let taken = office.post(&post, &fields("secretary")).await;
    assert!(taken.status == StatusCode::UNPROCESSABLE_ENTITY && taken.has("đã có đủ 1 người"));
    assert_eq!(office.post(&post, &fields("committee_member")).await.leads(), at);
    let page = office.get(&at).await.ok();
    assert!(page.has(&name) && page.has("từ 01/11/2026"));
    let ending = format!("/offices/{id}/ending");
    assert_eq!(office.get(&ending).await.status, StatusCode::OK);
    let early = office.post(&ending, &[("on", "2026-10-01")]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(office.post(&ending, &[("on", "2026-11-02")]).await.leads(), at);
    let held = |office: Office| {
        let holders = offices::list(&ctx, cell, false, None);
        async move { holders.await.unwrap().iter().filter(|one| one.term.office == office).count() }
    };
    assert_eq!(held(Office::CommitteeMember).await, 1, "it ended today");
    assert_eq!(office.post(&format!("{ending}?_method=DELETE"), &[]).await.leads(), at);
    assert_eq!(held(Office::CommitteeMember).await, 2);
    assert_eq!(office.post(&format!("/offices/{id}?_method=DELETE"), &[]).await.leads(), at);
    assert_eq!(held(Office::CommitteeMember).await, 1);
}
