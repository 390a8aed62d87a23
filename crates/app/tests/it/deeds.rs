//! Dated deeds that change organisations: done at once or on their day, withdrawn before it, refused with nothing half done.

use jiff::civil::{Date, date};
use nennep_app::{
    Ctx, Error, jobs,
    members::{self, Filter},
    organisations::{
        self,
        deeds::{self, Performed, Planned},
    },
};
use nennep_domain::{
    decisions::Decision,
    ids::{DeedId, OrganisationId},
    organisations::{
        CellType, OrganisationKind,
        history::{Deed, Form},
    },
};
use nennep_store::deeds as store;
use nennep_testkit::{Engine, World};
use rstest::rstest;

const TODAY: Date = date(2026, 11, 2);

pub(crate) fn decision(on: Date) -> Decision {
    Decision { number: "12-QĐ/ĐU".to_owned(), on, by: "Đảng ủy phường An Bình".to_owned() }
}

fn form(code: &str, name: &str) -> Form {
    Form { code: code.to_owned(), name: name.to_owned(), cell_type: Some(CellType::PublicService) }
}

fn planned(deed: Deed, on: Date) -> Planned {
    Planned { deed, on, decision: decision(on.min(TODAY)) }
}

async fn done(ctx: &Ctx, deed: Deed, on: Date) -> nennep_app::Result<Performed> {
    deeds::perform(ctx, DeedId(ctx.new_id()), &planned(deed, on)).await
}

fn refused(result: nennep_app::Result<Performed>) -> String {
    match result {
        Err(Error::Refused(refusal)) => refusal.code().to_owned(),
        other => panic!("{other:?}"),
    }
}

async fn count(ctx: &Ctx, within: OrganisationId, on: Date) -> usize {
    let filter =
        Filter { within, on: Some(on), words: "", state: None, grade: None, after: None, limit: 1_000 };
    members::list(ctx, filter).await.unwrap().len()
}

fn merger(world: &World, new: OrganisationId) -> Deed {
    Deed::Merge {
        cells: vec![world.company, world.school],
        into: new,
        new: Some((form("38.168.000.000.009", "Chi bộ Hợp nhất"), world.ward)),
    }
}

#[rstest]
#[tokio::test]
async fn a_deed_is_looked_at_then_done_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let new = OrganisationId(office.new_id());
    let merger = planned(merger(&world, new), TODAY);
    let preview = deeds::preview(&office, &merger).await.unwrap();
    assert_eq!((preview.members, preview.comes), (17, Performed::Done));
    let said: Vec<_> = preview.lines.iter().map(|line| line.sentence.key).collect();
    assert_eq!(
        said,
        [
            "history-becomes-founded",
            "history-becomes-members",
            "history-becomes-members",
            "history-becomes-ended",
            "history-becomes-ended"
        ]
    );
    assert_eq!(count(&office, world.school, TODAY).await, 12, "looking writes nothing");

    let id = DeedId(office.new_id());
    assert_eq!(deeds::perform(&office, id, &merger).await.unwrap(), Performed::Done);
    assert_eq!(deeds::perform(&office, id, &merger).await.unwrap(), Performed::Done, "sent twice it is one");
    assert_eq!(count(&office, new, TODAY).await, 17);
    assert_eq!(count(&office, world.ward, TODAY).await, 48);
    assert_eq!(count(&office, world.ward, date(2026, 11, 1)).await, 48);
    assert_eq!(count(&office, world.school, date(2026, 11, 1)).await, 12, "yesterday is as it was");

    let past = organisations::past(&office, new).await.unwrap();
    let before: Vec<_> = past.predecessors.iter().map(|heir| heir.organisation.id).collect();
    assert_eq!(before.len(), 2);
    assert!(before.contains(&world.company) && before.contains(&world.school));
    assert_eq!(past.chapters[0].1.as_ref().unwrap().decision.number, "12-QĐ/ĐU");
    let yesterday =
        organisations::on_day(&office, date(2026, 11, 1)).await.unwrap().tree(world.ward).unwrap();
    assert_eq!(yesterday.below.len(), 4);
    assert_eq!(organisations::on_day(&office, TODAY).await.unwrap().tree(world.ward).unwrap().below.len(), 3);
    assert_eq!(organisations::tree(&office, world.ward).await.unwrap().below.len(), 3);
    let code = "38.168.000.000.004";
    assert!(organisations::on_day(&office, date(2026, 11, 1)).await.unwrap().find(code).is_ok());
    assert!(matches!(organisations::on_day(&office, TODAY).await.unwrap().find(code), Err(Error::NotFound)));
    let listed = deeds::list(&office).await.unwrap();
    assert_eq!((listed.len(), listed[0].organisations.len()), (1, 4));
}

#[rstest]
#[tokio::test]
async fn a_deed_waits_for_its_day_and_can_be_withdrawn(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let day = date(2027, 1, 1);
    let (one, two) = (DeedId(office.new_id()), DeedId(office.new_id()));
    let rename =
        Deed::Rename { organisation: world.school, name: "Chi bộ Trường mới".to_owned(), code: None };
    let new = OrganisationId(office.new_id());
    assert_eq!(
        deeds::perform(&office, one, &planned(merger(&world, new), day)).await.unwrap(),
        Performed::Waits
    );
    // What the other deed names will have ended by then.
    assert_eq!(refused(done(&office, rename.clone(), date(2027, 1, 2)).await), "history-refused-not-then");
    assert_eq!(
        deeds::perform(&office, two, &planned(rename, date(2026, 12, 1))).await.unwrap(),
        Performed::Waits
    );

    let name = async |on: Date| {
        let tree = organisations::on_day(&office, on).await.unwrap().tree(world.ward).unwrap();
        tree.below.iter().map(|one| one.organisation.name.clone()).collect::<Vec<_>>()
    };
    assert!(name(TODAY).await.contains(&"Chi bộ Trường THCS An Bình".to_owned()));
    assert!(name(date(2026, 12, 1)).await.contains(&"Chi bộ Trường mới".to_owned()));
    assert!(name(day).await.contains(&"Chi bộ Hợp nhất".to_owned()));
    assert_eq!(organisations::tree(&office, world.ward).await.unwrap().below.len(), 4, "nothing is done yet");

    deeds::withdraw(&office, two).await.unwrap();
    deeds::withdraw(&office, two).await.unwrap();
    assert!(!name(date(2026, 12, 1)).await.contains(&"Chi bộ Trường mới".to_owned()));

    world.test.at(date(2027, 1, 1).at(0, 5, 0, 0));
    while jobs::run_next(&world.test.app).await.unwrap() {}
    let tree = organisations::tree(&office, world.ward).await.unwrap();
    assert!(tree.below.iter().any(|one| one.organisation.id == new));
    assert_eq!(count(&office, new, day).await, 17);
    assert_eq!(count(&office, world.school, date(2026, 12, 31)).await, 12);
    match deeds::withdraw(&office, one).await {
        Err(Error::Refused(refusal)) => assert_eq!(refusal.code(), "history-refused-done-already"),
        other => panic!("{other:?}"),
    }
}

#[rstest]
#[tokio::test]
async fn what_became_impossible_stays_to_be_looked_at(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let id = DeedId(office.new_id());
    let later = planned(
        Deed::Rename { organisation: world.school, name: "Chi bộ Trường mới".to_owned(), code: None },
        date(2026, 12, 1),
    );
    deeds::perform(&office, id, &later).await.unwrap();
    let dissolve = Deed::Dissolve { organisation: world.school, to: Some(world.company) };
    done(&office, dissolve, TODAY).await.unwrap();
    world.test.at(date(2026, 12, 1).at(0, 5, 0, 0));
    while jobs::run_next(&world.test.app).await.unwrap() {}
    let view = deeds::find(&office, id).await.unwrap();
    assert!(view.recorded.is_waiting());
    assert_eq!(view.recorded.refused.as_deref(), Some("history-refused-not-then"));
    deeds::withdraw(&office, id).await.unwrap();
}

/// The reorganisation of 2025-26 in small: an intermediate committee takes cells over, one is raised and split, and the
/// committee is closed again, its cells directly below the ward.
#[rstest]
#[tokio::test]
async fn an_intermediate_committee_comes_and_goes(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let (middle, raised, split) =
        (OrganisationId(office.new_id()), OrganisationId(office.new_id()), OrganisationId(office.new_id()));
    let organs = Form { cell_type: None, ..form("38.168.001", "Đảng bộ các cơ quan Đảng") };
    let found = Deed::Found {
        organisation: middle,
        of_kind: OrganisationKind::Committee,
        form: organs,
        parent: Some(world.ward),
    };
    done(&office, found, date(2026, 3, 1)).await.unwrap();
    let moved = Deed::Move { organisations: vec![world.agency, world.school], parent: middle };
    done(&office, moved, date(2026, 3, 1)).await.unwrap();
    let upgrade = Deed::Upgrade {
        cell: world.residential,
        committee: raised,
        form: form("38.168.002", "Đảng bộ Tổ dân phố số 5"),
    };
    done(&office, upgrade, date(2026, 6, 1)).await.unwrap();
    let members = world.members[10..14].to_vec();
    let split_off = Deed::Split {
        cell: world.residential,
        new: split,
        form: form("38.168.000.000.008", "Chi bộ Ngõ 8"),
        members,
    };
    done(&office, split_off, date(2026, 6, 1)).await.unwrap();
    let close = Deed::Dissolve { organisation: middle, to: Some(world.ward) };
    done(&office, close, date(2026, 9, 30)).await.unwrap();

    let shape = async |on: Date| {
        let tree = organisations::on_day(&office, on).await.unwrap().tree(world.ward).unwrap();
        tree.below.iter().map(|one| (one.organisation.id, one.below.len())).collect::<Vec<_>>()
    };
    let sorted = |mut shape: Vec<(OrganisationId, usize)>| {
        shape.sort();
        shape
    };
    let at = |pairs: &[(OrganisationId, usize)]| sorted(pairs.to_vec());
    let (agency, company, school) = (world.agency, world.company, world.school);
    let residential = world.residential;
    let first = at(&[(residential, 0), (agency, 0), (company, 0), (school, 0)]);
    assert_eq!(sorted(shape(date(2026, 2, 28)).await), first);
    assert_eq!(sorted(shape(date(2026, 3, 1)).await), at(&[(residential, 0), (company, 0), (middle, 2)]));
    assert_eq!(sorted(shape(date(2026, 6, 1)).await), at(&[(raised, 2), (company, 0), (middle, 2)]));
    let last = at(&[(raised, 2), (company, 0), (agency, 0), (school, 0)]);
    assert_eq!(sorted(shape(date(2026, 9, 30)).await), last);
    assert_eq!(sorted(shape(TODAY).await), last);
    for (on, belonging) in [(date(2026, 2, 28), 48), (date(2026, 6, 1), 48), (TODAY, 48)] {
        assert_eq!(count(&office, world.ward, on).await, belonging, "on {on}");
    }
    assert_eq!(count(&office, raised, TODAY).await, 22);
    assert_eq!(count(&office, split, TODAY).await, 4);
    assert_eq!(deeds::next_code_below(&office, raised).await.unwrap().as_deref(), Some("38.168.000.000.009"));
}

#[rstest]
#[tokio::test]
async fn what_cannot_be_is_refused_and_nothing_is_written(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let app = &world.test.app;
    let before = nennep_store::organisations::history(&mut app.store.read().await.unwrap()).await.unwrap();
    let new = OrganisationId(office.new_id());
    let split = |members| Deed::Split {
        cell: world.residential,
        new,
        form: form("38.168.000.000.008", "Chi bộ Ngõ 8"),
        members,
    };
    let into_itself = Deed::Merge { cells: vec![world.school], into: world.school, new: None };
    let taken = Deed::Rename {
        organisation: world.school,
        name: "Chi bộ".to_owned(),
        code: Some("38.168.000.000.001".to_owned()),
    };
    let odd =
        Deed::Rename { organisation: world.school, name: "Chi bộ".to_owned(), code: Some("T5".to_owned()) };
    let cases = [
        (into_itself, TODAY, "history-refused-into-itself"),
        (taken, TODAY, "history-refused-code-taken"),
        (odd, TODAY, "history-refused-code-form"),
        (Deed::Dissolve { organisation: world.school, to: None }, TODAY, "history-refused-has-members"),
        (Deed::Dissolve { organisation: world.ward, to: None }, TODAY, "history-refused-has-below"),
        (
            Deed::Move { organisations: vec![world.school], parent: world.ward },
            TODAY,
            "history-refused-nothing-changes",
        ),
        (
            Deed::Move { organisations: vec![world.ward], parent: world.school },
            TODAY,
            "history-refused-below-itself",
        ),
        (
            Deed::Move { organisations: vec![world.school], parent: world.agency },
            TODAY,
            "history-refused-does-not-fit",
        ),
        (split(world.members[..2].to_vec()), TODAY, "history-refused-too-few-official"),
        (split(world.agency_members[..3].to_vec()), TODAY, "history-refused-not-members"),
        (
            Deed::Retype { cell: world.school, cell_type: CellType::PublicService },
            TODAY,
            "history-refused-nothing-changes",
        ),
        (
            Deed::Rename { organisation: world.school, name: "Chi bộ".to_owned(), code: None },
            date(2025, 6, 30),
            "history-refused-not-then",
        ),
    ];
    for (deed, on, code) in cases {
        assert_eq!(refused(done(&office, deed, on).await), code);
    }
    let after = nennep_store::organisations::history(&mut app.store.read().await.unwrap()).await.unwrap();
    assert_eq!(after, before);
    assert!(store::waiting(&mut app.store.read().await.unwrap(), date(2100, 1, 1)).await.unwrap().is_empty());

    let secretary = world.acting_for(world.secretary).await;
    let rename = Deed::Rename { organisation: world.residential, name: "Chi bộ".to_owned(), code: None };
    assert!(matches!(done(&secretary, rename, TODAY).await, Err(Error::Forbidden)));
    let root = Deed::Found {
        organisation: new,
        of_kind: OrganisationKind::Commune,
        form: form("38.169", "Đảng bộ khác"),
        parent: None,
    };
    assert!(
        matches!(done(&office, root, TODAY).await, Err(Error::Forbidden)),
        "only the command line founds it"
    );
    assert!(matches!(deeds::list(&secretary).await, Err(Error::Forbidden)));
}

#[rstest]
#[tokio::test]
async fn what_is_only_planned_is_kept_by_those_above_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let planned_cell = OrganisationId(office.new_id());
    let found = Deed::Found {
        organisation: planned_cell,
        of_kind: OrganisationKind::Cell,
        form: form("38.168.000.000.008", "Chi bộ sắp lập"),
        parent: Some(world.ward),
    };
    done(&office, found, date(2027, 1, 1)).await.unwrap();
    // An office that keeps only the school's organisation.
    let other = {
        let system = world.test.app.as_system();
        let new = nennep_app::accounts::NewAccount { name: "Văn phòng".to_owned(), ..Default::default() };
        let account = nennep_app::accounts::create(&system, &new).await.unwrap();
        let term = nennep_domain::accounts::OfficeTerm {
            id: nennep_domain::ids::OfficeId(system.new_id()),
            organisation: world.school,
            office: nennep_domain::accounts::Office::OrganisationOffice,
            member: None,
            account: Some(account),
            from_on: date(2026, 1, 1),
            to_on: None,
            basis: String::new(),
        };
        let mut tx = world.test.app.store.write().await.unwrap();
        nennep_store::offices::insert_many(&mut tx, &[term], world.test.app.now(), None).await.unwrap();
        tx.commit().await.unwrap();
        world.acting_for(account).await
    };
    let merge = Deed::Merge { cells: vec![planned_cell], into: world.school, new: None };
    assert!(matches!(done(&other, merge, date(2027, 1, 2)).await, Err(Error::Forbidden)));
    let ended = Deed::Dissolve { organisation: planned_cell, to: None };
    assert_eq!(refused(done(&office, ended, date(2027, 1, 1)).await), "history-refused-founded-that-day");
}

#[rstest]
#[tokio::test]
async fn who_goes_to_a_new_cell_leaves_the_office_in_the_old(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let new = OrganisationId(office.new_id());
    let members = world.members[..4].to_vec();
    let split = Deed::Split {
        cell: world.residential,
        new,
        form: form("38.168.000.000.008", "Chi bộ Ngõ 8"),
        members,
    };
    done(&office, split, TODAY).await.unwrap();
    let mut tx = world.test.app.store.read().await.unwrap();
    let held = nennep_store::offices::of_member(&mut tx, world.members[0]).await.unwrap();
    assert_eq!(held[0].to_on, Some(TODAY));
}

/// Everything the register says of organisations and of who stands where.
async fn whole(
    world: &World,
) -> (nennep_domain::organisations::history::History, Vec<usize>, Vec<Option<Date>>) {
    let office = world.acting_for(world.office).await;
    let app = &world.test.app;
    let history = nennep_store::organisations::history(&mut app.store.read().await.unwrap()).await.unwrap();
    let mut counts = Vec::new();
    for cell in [world.residential, world.agency, world.company, world.school, world.ward] {
        counts.push(count(&office, cell, TODAY).await);
    }
    let mut tx = app.store.read().await.unwrap();
    let held = nennep_store::offices::history(&mut tx, world.residential, 50).await.unwrap();
    (history, counts, held.into_iter().map(|one| one.term.to_on).collect())
}

#[rstest]
#[tokio::test]
async fn a_done_deed_is_taken_back_while_nothing_rests_on_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let before = whole(&world).await;
    let names: Vec<_> = organisations::tree(&office, world.ward)
        .await
        .unwrap()
        .below
        .into_iter()
        .map(|one| one.organisation)
        .collect();
    let new = OrganisationId(office.new_id());
    let all = [
        merger(&world, new),
        Deed::Dissolve { organisation: world.residential, to: Some(world.agency) },
        Deed::Rename {
            organisation: world.school,
            name: "Chi bộ Trường mới".to_owned(),
            code: Some("38.168.000.000.077".to_owned()),
        },
        Deed::Upgrade {
            cell: world.residential,
            committee: OrganisationId(office.new_id()),
            form: form("38.168.002", "Đảng bộ Tổ dân phố số 5"),
        },
        Deed::Split {
            cell: world.residential,
            new: OrganisationId(office.new_id()),
            form: form("38.168.000.000.008", "Chi bộ Ngõ 8"),
            members: world.members[10..14].to_vec(),
        },
    ];
    for deed in all {
        let id = DeedId(office.new_id());
        let kind = deed.kind();
        deeds::perform(&office, id, &planned(deed, date(2026, 10, 20))).await.unwrap();
        assert_ne!(whole(&world).await.0, before.0, "{kind}");
        deeds::take_back(&office, id).await.unwrap();
        deeds::take_back(&office, id).await.unwrap();
        assert_eq!(whole(&world).await, before, "{kind}");
        let tree = organisations::tree(&office, world.ward).await.unwrap();
        let after: Vec<_> = tree.below.into_iter().map(|one| one.organisation).collect();
        assert_eq!(after, names, "{kind}");
        assert!(deeds::find(&office, id).await.unwrap().recorded.withdrawn_at.is_some());
    }
    assert!(
        matches!(organisations::show(&office, new).await, Err(Error::NotFound)),
        "as if it had never been"
    );
    let secretary = world.acting_for(world.secretary).await;
    let listed = deeds::list(&office).await.unwrap();
    let refused = deeds::take_back(&secretary, listed[0].recorded.id).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
}

#[rstest]
#[tokio::test]
async fn what_something_rests_on_is_not_taken_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let minute = std::cell::Cell::new(0);
    let perform = async |deed: Deed, on: Date| {
        minute.set(minute.get() + 1);
        world.test.at(TODAY.at(9, minute.get(), 0, 0));
        let id = DeedId(office.new_id());
        deeds::perform(&office, id, &planned(deed, on)).await.unwrap();
        id
    };
    let why = async |id| refused(deeds::take_back(&office, id).await.map(|()| Performed::Done));
    let rename = |name: &str| Deed::Rename { organisation: world.school, name: name.to_owned(), code: None };
    let first = perform(rename("Một"), date(2026, 9, 1)).await;
    let second = perform(rename("Hai"), date(2026, 9, 2)).await;
    assert_eq!(why(first).await, "history-undo-later-deed");
    deeds::take_back(&office, second).await.unwrap();
    deeds::take_back(&office, first).await.unwrap();

    let waits = perform(rename("Ba"), date(2027, 1, 1)).await;
    assert_eq!(why(waits).await, "history-undo-waits");

    let own = perform(
        Deed::Rename { organisation: world.residential, name: "Bốn".to_owned(), code: None },
        date(2026, 10, 1),
    )
    .await;
    world.hold_meeting(date(2026, 10, 5)).await;
    assert_eq!(why(own).await, "history-undo-met");

    let middle = OrganisationId(office.new_id());
    let organs = Form { cell_type: None, ..form("38.168.001", "Đảng bộ các cơ quan Đảng") };
    let of_kind = OrganisationKind::Committee;
    let found = Deed::Found { organisation: middle, of_kind, form: organs, parent: Some(world.ward) };
    let found = perform(found, date(2026, 10, 1)).await;
    let moved =
        perform(Deed::Move { organisations: vec![world.company], parent: middle }, date(2026, 10, 1)).await;
    assert_eq!(why(found).await, "history-undo-later-deed");
    deeds::take_back(&office, moved).await.unwrap();
    let term = nennep_domain::accounts::OfficeTerm {
        id: nennep_domain::ids::OfficeId(office.new_id()),
        organisation: middle,
        office: nennep_domain::accounts::Office::Secretary,
        member: Some(world.agency_members[3]),
        account: None,
        from_on: date(2026, 10, 2),
        to_on: None,
        basis: String::new(),
    };
    let mut tx = world.test.app.store.write().await.unwrap();
    nennep_store::offices::insert_many(&mut tx, &[term], world.test.app.now(), None).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(why(found).await, "history-undo-has-offices");

    let merged =
        perform(Deed::Merge { cells: vec![world.company], into: world.school, new: None }, date(2026, 10, 1))
            .await;
    // The renaming that waits for the cell that took over does not rest on the merger.
    deeds::take_back(&office, merged).await.unwrap();
    assert_eq!(
        (count(&office, world.company, TODAY).await, count(&office, world.school, TODAY).await),
        (5, 12)
    );
}

#[rstest]
#[tokio::test]
async fn cells_of_different_committees_can_be_merged(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let middle = OrganisationId(office.new_id());
    let organs = Form { cell_type: None, ..form("38.168.001", "Đảng bộ các cơ quan Đảng") };
    let of_kind = OrganisationKind::Committee;
    done(
        &office,
        Deed::Found { organisation: middle, of_kind, form: organs, parent: Some(world.ward) },
        date(2026, 3, 1),
    )
    .await
    .unwrap();
    done(&office, Deed::Move { organisations: vec![world.agency], parent: middle }, date(2026, 3, 1))
        .await
        .unwrap();
    let offered = deeds::mergeable(&office, world.school).await.unwrap();
    let offered: Vec<_> = offered.into_iter().map(|(one, above)| (one.id, above)).collect();
    assert_eq!(
        offered,
        [
            (world.residential, String::new()),
            (world.company, String::new()),
            (world.agency, "Đảng bộ các cơ quan Đảng".to_owned())
        ]
    );
    done(
        &office,
        Deed::Merge { cells: vec![world.agency], into: world.school, new: None },
        date(2026, 10, 1),
    )
    .await
    .unwrap();
    assert_eq!(count(&office, world.school, TODAY).await, 21);
    let secretary = world.acting_for(world.secretary).await;
    assert!(deeds::mergeable(&secretary, world.school).await.unwrap().is_empty());
}
