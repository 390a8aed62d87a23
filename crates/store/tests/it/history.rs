//! Organisations in time: chapters, successions, and the deeds by which they begin.

use jiff::civil::{Date, date};
use nennep_domain::{
    decisions::Decision,
    ids::{DeedId, OrganisationId, StandingId, TransferId},
    members::{
        Leaving,
        life::{Destination, Transfer},
    },
    organisations::{
        CellType, Organisation, OrganisationKind,
        history::{Around, Deed, Form, Outcome},
    },
};
use nennep_store::{
    WriteTx,
    deeds::{self, Recorded},
    meetings, members, offices,
    organisations::{self, Filter},
    recruiting, transfers,
};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, ground};

const DAY: Date = date(2026, 9, 1);
const TODAY: Date = date(2026, 11, 5);

fn recorded(ground: &Ground, kind: &str, on: Date) -> Recorded {
    let at = ground.world.test.app.now();
    Recorded {
        id: DeedId(ground.id()),
        kind: kind.to_owned(),
        on,
        until: None,
        decision: Decision {
            number: "12-QĐ/ĐU".to_owned(), on: date(2026, 8, 20), by: "Đảng ủy".to_owned()
        },
        details: serde_json::json!({ "kind": kind }),
        recorded_at: at,
        recorded_by: Some(ground.world.office),
        done_at: None,
        withdrawn_at: None,
        refused: None,
    }
}

/// What a deed does on a day in the store's own history, written.
async fn done(ground: &Ground, tx: &mut WriteTx, deed: &Deed, on: Date) -> Outcome {
    let history = organisations::history(tx).await.unwrap();
    let standings = members::standings_in(tx, &deed.names(), on).await.unwrap();
    let rules = ground.world.test.app.rules.on(on);
    let around = Around { standings: &standings, rules: &rules };
    let outcome = history.perform(deed, on, &around, &mut || StandingId(ground.id())).unwrap();
    let recorded = recorded(ground, deed.kind().as_str(), on);
    assert!(deeds::insert(tx, &recorded, &[ground.world.ward], &[]).await.unwrap());
    organisations::perform(tx, recorded.id, &outcome).await.unwrap();
    let ended: Vec<StandingId> = outcome.ended_standings.iter().map(|(id, _)| *id).collect();
    members::end_standings(tx, &ended, on, Leaving::Transferred, recorded.id).await.unwrap();
    members::insert_standings_by(tx, &outcome.begun_standings, Some(recorded.id)).await.unwrap();
    let mut expected = history;
    expected.take(&outcome);
    assert_eq!(organisations::history(tx).await.unwrap(), expected, "the store keeps what the domain says");
    outcome
}

fn form(code: &str, name: &str) -> Form {
    Form { code: code.to_owned(), name: name.to_owned(), cell_type: Some(CellType::Residential) }
}

#[rstest]
#[tokio::test]
async fn a_merger_ends_two_cells_and_leaves_yesterday_as_it_was(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let world = &ground.world;
    let new = OrganisationId(ground.id());
    let mut tx = ground.store.write().await.unwrap();
    let before = members::membership_counts(&mut tx, world.ward, date(2026, 8, 31)).await.unwrap();
    let deed = Deed::Merge {
        cells: vec![world.company, world.school],
        into: new,
        new: Some((form("38.168.000.000.009", "Chi bộ Hợp nhất"), world.ward)),
    };
    done(&ground, &mut tx, &deed, DAY).await;

    let gone = organisations::find(&mut tx, world.company).await.unwrap().unwrap();
    assert_eq!(gone.to_on, Some(DAY));
    let place = organisations::place(&mut tx, world.company).await.unwrap().unwrap();
    assert_eq!(place.above, [new, world.ward], "its books are kept below what it became");
    let existing =
        organisations::list(&mut tx, Filter { within: Some(world.ward), ..Filter::default() }, 100);
    let existing: Vec<_> = existing.await.unwrap().into_iter().map(|one| one.id).collect();
    assert!(existing.contains(&new) && !existing.contains(&world.company));
    let on = |day| Filter { on: Some(day), within: Some(world.ward), ..Filter::default() };
    let then = organisations::list(&mut tx, on(date(2026, 8, 31)), 100).await.unwrap();
    assert!(then.iter().any(|one| one.id == world.company) && then.iter().all(|one| one.id != new));
    let now = organisations::list(&mut tx, on(DAY), 100).await.unwrap();
    assert!(now.iter().all(|one| one.id != world.company) && now.iter().any(|one| one.id == new));

    let yesterday = members::membership_counts(&mut tx, world.ward, date(2026, 8, 31)).await.unwrap();
    assert_eq!(yesterday, before, "numbers of yesterday do not change");
    let sum = |counts: &[(OrganisationId, u32, u32)]| -> (u32, u32) {
        (counts.iter().map(|one| one.1).sum(), counts.iter().map(|one| one.2).sum())
    };
    let after = members::membership_counts(&mut tx, world.ward, DAY).await.unwrap();
    assert_eq!(sum(&after), sum(&before), "nobody is lost and nobody counts twice");
    assert!(after.contains(&(new, 17, 0)));

    let predecessors = organisations::predecessors(&mut tx, new).await.unwrap();
    assert_eq!(predecessors.len(), 2);
    assert_eq!(organisations::successors(&mut tx, world.school).await.unwrap()[0].successor, new);
    let chapters = organisations::chapters_of(&mut tx, &[world.school, new]).await.unwrap();
    let ended = chapters.iter().find(|(chapter, _)| chapter.organisation == world.school).unwrap();
    assert_eq!((ended.0.to_on, ended.1), (Some(DAY), None));
    assert!(chapters.iter().any(|(chapter, deed)| chapter.organisation == new && deed.is_some()));
    let deed = chapters.iter().find_map(|(_, deed)| *deed).unwrap();
    assert_eq!(offices::end_all(&mut tx, &[world.residential], DAY, deed).await.unwrap(), 4);
    assert_eq!(offices::end_all(&mut tx, &[world.residential], DAY, deed).await.unwrap(), 0);
    offices::reopen_by(&mut tx, deed).await.unwrap();
    let secretary = world.members[0];
    assert_eq!(offices::end_of_member(&mut tx, secretary, Some(world.agency), DAY, deed).await.unwrap(), 0);
    assert_eq!(
        offices::end_of_member(&mut tx, secretary, Some(world.residential), DAY, deed).await.unwrap(),
        1
    );
    assert_eq!(offices::end_of_member(&mut tx, world.members[1], None, DAY, deed).await.unwrap(), 1);
}

#[rstest]
#[tokio::test]
async fn names_and_places_are_those_of_the_day(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let world = &ground.world;
    let middle = OrganisationId(ground.id());
    let mut tx = ground.store.write().await.unwrap();
    let rename =
        Deed::Rename {
            organisation: world.school, name: "Chi bộ Trường An Bình".to_owned(), code: None
        };
    done(&ground, &mut tx, &rename, DAY).await;
    let upgrade = Deed::Upgrade {
        cell: world.school,
        committee: middle,
        form: form("38.168.001", "Đảng bộ Trường An Bình"),
    };
    done(&ground, &mut tx, &upgrade, date(2026, 10, 1)).await;

    let names = async |tx: &mut WriteTx, on| {
        let lineage = organisations::lineage(tx, world.school, on).await.unwrap();
        lineage.into_iter().map(|one| one.name).collect::<Vec<_>>()
    };
    let ward = "Đảng bộ phường An Bình";
    assert_eq!(names(&mut tx, date(2026, 8, 31)).await, ["Chi bộ Trường THCS An Bình", ward]);
    assert_eq!(names(&mut tx, DAY).await, ["Chi bộ Trường An Bình", ward]);
    let raised = ["Chi bộ Trường An Bình", "Đảng bộ Trường An Bình", ward];
    assert_eq!(names(&mut tx, date(2026, 10, 1)).await, raised);
    assert!(names(&mut tx, date(2020, 1, 1)).await.is_empty());
    let place = organisations::place(&mut tx, world.school).await.unwrap().unwrap();
    assert_eq!(place.above, [middle, world.ward]);

    // A register that comes in today begins a chapter of its own; one of the same day is corrected in place.
    let school = organisations::find(&mut tx, world.school).await.unwrap().unwrap();
    for name in ["Chi bộ Trường THCS số 1", "Chi bộ Trường THCS số 2"] {
        let corrected = Organisation { name: name.to_owned(), ..school.clone() };
        assert!(organisations::correct(&mut tx, &corrected, TODAY).await.unwrap());
    }
    let chapters = organisations::chapters_of(&mut tx, &[world.school]).await.unwrap();
    let said: Vec<_> = chapters.iter().map(|(chapter, _)| (chapter.name.as_str(), chapter.from_on)).collect();
    assert_eq!(said.len(), 4, "{said:?}");
    assert_eq!(said[3], ("Chi bộ Trường THCS số 2", TODAY));
    assert_eq!(names(&mut tx, DAY).await[0], "Chi bộ Trường An Bình");
}

#[rstest]
#[tokio::test]
async fn a_deed_waits_for_its_day_or_is_withdrawn(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let world = &ground.world;
    let at = world.test.app.now();
    let mut tx = ground.store.write().await.unwrap();
    let (one, two) =
        (recorded(&ground, "rename", date(2026, 12, 1)), recorded(&ground, "move", date(2027, 1, 1)));
    assert!(deeds::insert(&mut tx, &one, &[world.ward, world.school], &[world.members[0]]).await.unwrap());
    assert!(!deeds::insert(&mut tx, &one, &[world.ward], &[]).await.unwrap(), "sent twice it is one");
    assert!(deeds::insert(&mut tx, &two, &[], &[]).await.unwrap());
    assert_eq!(deeds::find(&mut tx, one.id).await.unwrap(), Some(one.clone()));
    assert_eq!(deeds::find_many(&mut tx, &[one.id, two.id]).await.unwrap(), [two.clone(), one.clone()]);
    assert_eq!(deeds::of_organisation(&mut tx, world.school).await.unwrap(), std::slice::from_ref(&one));
    assert_eq!(deeds::of_member(&mut tx, world.members[0]).await.unwrap(), std::slice::from_ref(&one));
    assert_eq!(
        deeds::list(&mut tx, &[world.ward], &["rename"], 10).await.unwrap(),
        std::slice::from_ref(&one)
    );
    assert!(deeds::list(&mut tx, &[world.ward], &["found"], 10).await.unwrap().is_empty());
    assert_eq!(deeds::waiting(&mut tx, date(2026, 12, 31)).await.unwrap(), std::slice::from_ref(&one));
    deeds::concern_organisations(&mut tx, two.id, &[world.school, world.school]).await.unwrap();
    deeds::concern_organisations(&mut tx, two.id, &[world.school]).await.unwrap();
    let of_both = deeds::of_organisations(&mut tx, &[world.school, world.company]).await.unwrap();
    let of_both: Vec<_> = of_both.into_iter().map(|(of, deed)| (of, deed.id)).collect();
    assert!(of_both.contains(&(world.school, one.id)) && of_both.contains(&(world.school, two.id)));
    deeds::concern_members(&mut tx, two.id, &[world.members[1]]).await.unwrap();
    let concerned = deeds::concerned(&mut tx, &[two.id]).await.unwrap();
    assert_eq!(concerned, [(two.id, world.school)]);

    deeds::mark_refused(&mut tx, one.id, "history-refused-exists").await.unwrap();
    let refused = deeds::find(&mut tx, one.id).await.unwrap().unwrap();
    assert!(
        deeds::waiting(&mut tx, date(2026, 12, 31)).await.unwrap().is_empty(),
        "not tried again by itself"
    );
    assert!(refused.is_waiting() && refused.refused.as_deref() == Some("history-refused-exists"));
    assert!(deeds::withdraw(&mut tx, one.id, at, Some(world.office)).await.unwrap());
    assert!(!deeds::withdraw(&mut tx, one.id, at, None).await.unwrap());
    assert!(!deeds::mark_done(&mut tx, one.id, at).await.unwrap(), "what was withdrawn is never done");
    assert!(deeds::mark_done(&mut tx, two.id, at).await.unwrap());
    let with = deeds::with_members(&mut tx, world.school, &["move", "merge"]).await.unwrap();
    assert_eq!(with, [(world.members[1], two.on, two.details.clone())]);
    assert!(deeds::with_members(&mut tx, world.school, &["merge"]).await.unwrap().is_empty());
    assert!(!deeds::withdraw(&mut tx, two.id, at, None).await.unwrap(), "what was done stays");
    assert!(deeds::waiting(&mut tx, date(2027, 12, 31)).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn what_a_cell_still_has_ahead_is_known(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(nennep_domain::time::Month::new(2026, 11).unwrap()).await;
    let mut tx = ground.store.write().await.unwrap();
    let cells = [ground.cell(), ground.world.school];
    let since = meeting.starts_at.unwrap();
    let ahead = meetings::ahead(&mut tx, &cells, since).await.unwrap();
    assert_eq!((ahead.len(), ahead[0].cell, ahead[0].planned, ahead[0].met_at), (1, ground.cell(), 1, None));
    assert!(meetings::ahead(&mut tx, &cells, since.plus_minutes(1)).await.unwrap().is_empty());
    assert!(meetings::ahead(&mut tx, &[], since).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn a_deed_entered_by_mistake_is_taken_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let world = &ground.world;
    let (member, at) = (world.members[5], world.test.app.now());
    let mut tx = ground.store.write().await.unwrap();
    let deed = Recorded { done_at: Some(at), ..recorded(&ground, "transfer", TODAY) };
    assert!(deeds::insert(&mut tx, &deed, &[], &[member]).await.unwrap());
    let before = members::standings_of(&mut tx, member).await.unwrap();
    members::end_standings(&mut tx, &[before[0].id], TODAY, Leaving::Transferred, deed.id).await.unwrap();
    let next = nennep_domain::members::Standing {
        id: StandingId(ground.id()),
        cell: world.school,
        from_on: TODAY,
        ..before[0].clone()
    };
    members::insert_standings_by(&mut tx, &[next], Some(deed.id)).await.unwrap();
    assert!(!deeds::take_back(&mut tx, deed.id, at.plus_minutes(1), at, None).await.unwrap(), "too old");
    assert!(deeds::take_back(&mut tx, deed.id, at, at, None).await.unwrap());
    assert!(!deeds::take_back(&mut tx, deed.id, at, at, None).await.unwrap());
    assert!(members::take_back(&mut tx, deed.id).await.unwrap());
    assert_eq!(members::standings_of(&mut tx, member).await.unwrap(), before);
    assert_eq!(members::standings_of_many(&mut tx, &[member]).await.unwrap(), before);
    assert!(!members::forget_if_nowhere(&mut tx, member).await.unwrap(), "who stood somewhere is kept");
    assert!(members::is_written_about(&mut tx, member).await.unwrap(), "member 5 has an account");
    assert!(!members::is_written_about(&mut tx, world.members[15]).await.unwrap());
    let ever = members::ever_in(&mut tx, world.residential, TODAY).await.unwrap();
    assert!(ever.len() == 22 && ever.contains(&member));
    assert_eq!(members::ever_stood_in(&mut tx, world.residential, TODAY).await.unwrap().len(), 22);
    assert_eq!(members::ever_in(&mut tx, world.residential, date(2025, 7, 1)).await.unwrap().len(), 20);
    assert!(members::ever_in(&mut tx, world.residential, date(2025, 6, 30)).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn a_transfer_is_on_its_way_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let world = &ground.world;
    let at = world.test.app.now();
    let one = Transfer {
        id: TransferId(ground.id()),
        member: world.members[5],
        from: world.residential,
        to: Destination::Cell(world.school),
        decision: recorded(&ground, "transfer", TODAY).decision,
        introduced_on: date(2026, 10, 1),
        received_on: None,
        withdrawn_on: None,
    };
    let outside = Destination::Outside("Đảng bộ phường Bình Hòa".to_owned());
    let two = Transfer {
        id: TransferId(ground.id()),
        to: outside,
        introduced_on: date(2026, 10, 2),
        ..one.clone()
    };
    let mut tx = ground.store.write().await.unwrap();
    assert!(transfers::insert(&mut tx, &one, at, None).await.unwrap());
    assert!(!transfers::insert(&mut tx, &two, at, None).await.unwrap(), "another is on its way");
    assert_eq!(transfers::find(&mut tx, one.id).await.unwrap(), Some(one.clone()));
    assert_eq!(transfers::open_within(&mut tx, &[world.school]).await.unwrap(), std::slice::from_ref(&one));
    assert!(transfers::open_within(&mut tx, &[world.agency]).await.unwrap().is_empty());
    assert!(transfers::withdraw(&mut tx, one.id, TODAY).await.unwrap());
    assert!(!transfers::withdraw(&mut tx, one.id, TODAY).await.unwrap());
    assert!(transfers::insert(&mut tx, &two, at, Some(world.office)).await.unwrap());
    let deed = recorded(&ground, "depart", TODAY);
    assert!(deeds::insert(&mut tx, &deed, &[], &[]).await.unwrap());
    assert!(transfers::receive(&mut tx, two.id, TODAY, deed.id).await.unwrap());
    assert!(!transfers::receive(&mut tx, two.id, TODAY, deed.id).await.unwrap());
    transfers::reopen(&mut tx, deed.id).await.unwrap();
    transfers::withdraw_others(&mut tx, one.member, Some(two.id), TODAY).await.unwrap();
    assert_eq!(
        transfers::open_within(&mut tx, &[world.residential]).await.unwrap(),
        std::slice::from_ref(&two)
    );
    assert_eq!(transfers::of_member(&mut tx, one.member).await.unwrap()[0], two);
    transfers::withdraw_others(&mut tx, one.member, None, TODAY).await.unwrap();
    assert!(transfers::open_within(&mut tx, &[world.residential]).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn what_a_deed_did_to_organisations_is_taken_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let world = &ground.world;
    let at = world.test.app.now();
    let mut tx = ground.store.write().await.unwrap();
    let before = organisations::history(&mut tx).await.unwrap();
    let deed = Recorded { done_at: Some(at), ..recorded(&ground, "found", TODAY) };
    let new = OrganisationId(ground.id());
    deeds::insert(&mut tx, &deed, &[world.ward], &[]).await.unwrap();
    let chapter = nennep_domain::organisations::history::Chapter {
        organisation: new,
        code: "38.168.000.000.055".to_owned(),
        name: "Chi bộ mới".to_owned(),
        kind: OrganisationKind::Cell,
        cell_type: None,
        parent: Some(world.ward),
        from_on: TODAY,
        to_on: None,
    };
    let outcome = nennep_domain::organisations::history::Outcome {
        on: TODAY,
        ended: Vec::new(),
        begun: vec![chapter],
        successions: Vec::new(),
        ended_standings: Vec::new(),
        begun_standings: Vec::new(),
    };
    organisations::perform(&mut tx, deed.id, &outcome).await.unwrap();
    let touched = organisations::touched_by(&mut tx, deed.id, &[world.ward, new], TODAY).await.unwrap();
    assert_eq!((touched.all(), touched.founded.clone()), (vec![new], vec![new]));
    assert!(organisations::kept_about(&mut tx, &[new]).await.unwrap().is_empty());
    assert!(organisations::kept_about(&mut tx, &[]).await.unwrap().is_empty());
    let kept = organisations::kept_about(&mut tx, &[world.residential]).await.unwrap();
    assert!(kept.starts_with(&["offices", "standings"]), "{kept:?}");
    organisations::take_back(&mut tx, deed.id, &touched).await.unwrap();
    assert_eq!(organisations::history(&mut tx).await.unwrap(), before);
    assert!(organisations::place(&mut tx, new).await.unwrap().is_none());
    recruiting::hand_over(&mut tx, (world.school, world.agency), TODAY, at, None).await.unwrap();
    recruiting::hand_back(&mut tx, (world.school, world.agency), at).await.unwrap();
}
