//! Organisations in their tree.

use jiff::civil::date;
use nennep_domain::{
    ids::OrganisationId,
    organisations::{CellType, Organisation, OrganisationKind},
};
use nennep_store::organisations::{self, Filter};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::ground;

#[rstest]
#[tokio::test]
async fn the_tree_is_found_from_every_side(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let ward = ground.world.ward;
    let mut tx = ground.store.write().await.unwrap();
    let middle = Organisation {
        id: OrganisationId(ground.id()),
        code: "38.168.053.000".to_owned(),
        name: "Đảng bộ Công ty Uỷ thác".to_owned(),
        kind: OrganisationKind::Committee,
        cell_type: None,
        parent: Some(ward),
        from_on: date(2026, 1, 1),
        to_on: None,
    };
    let below = Organisation {
        id: OrganisationId(ground.id()),
        code: "38.168.053.000.001".to_owned(),
        name: "Chi bộ Phân xưởng 1".to_owned(),
        kind: OrganisationKind::Cell,
        cell_type: Some(CellType::StateEnterprise),
        parent: Some(middle.id),
        ..middle.clone()
    };
    organisations::insert_many(&mut tx, &[middle.clone(), below.clone()]).await.unwrap();

    assert_eq!(organisations::find(&mut tx, below.id).await.unwrap().as_ref(), Some(&below));
    assert_eq!(organisations::find_by_code(&mut tx, "38.168.053.000").await.unwrap().unwrap().id, middle.id);
    assert_eq!(organisations::find_by_code(&mut tx, "1").await.unwrap(), None);
    assert_eq!(organisations::find_many(&mut tx, &[below.id, middle.id]).await.unwrap().len(), 2);
    assert_eq!(organisations::roots(&mut tx).await.unwrap()[0].id, ward);
    let place = organisations::place(&mut tx, below.id).await.unwrap().unwrap();
    assert_eq!((place.organisation, place.above), (below.id, vec![middle.id, ward]));
    assert_eq!(organisations::place(&mut tx, OrganisationId(ground.id())).await.unwrap(), None);
    let mut places =
        organisations::places(&mut tx, &[below.id, ward, OrganisationId(ground.id())]).await.unwrap();
    places.sort_by_key(|place| place.above.len());
    assert_eq!(places.len(), 2, "what does not exist has no place");
    assert_eq!((places[0].organisation, &places[0].above), (ward, &Vec::new()));
    assert_eq!((places[1].organisation, &places[1].above), (below.id, &vec![middle.id, ward]));

    let list = async |tx: &mut nennep_store::Tx, filter: Filter<'_>| {
        let found = organisations::list(tx, filter, 100).await.unwrap();
        found.into_iter().map(|one| one.code).collect::<Vec<_>>()
    };
    let within = Filter { within: Some(middle.id), ..Filter::default() };
    assert_eq!(list(&mut tx, within).await, ["38.168.053.000", "38.168.053.000.001"]);
    let kind = Filter { cell_type: Some(CellType::StateEnterprise), ..Filter::default() };
    assert_eq!(list(&mut tx, kind).await, ["38.168.053.000.001"]);
    let cells = Filter { kind: Some(OrganisationKind::Cell), ..Filter::default() };
    assert_eq!(list(&mut tx, cells).await.len(), 5);
    let words = Filter { words: "ỦY THÁC", ..Filter::default() };
    assert_eq!(list(&mut tx, words).await, ["38.168.053.000"]);
    let after = Filter { after: Some(("38.168.053.000", middle.id)), ..Filter::default() };
    assert_eq!(list(&mut tx, after).await, ["38.168.053.000.001"]);

    let placed = organisations::cells_with_places(&mut tx, within, 10).await.unwrap();
    assert_eq!(placed.len(), 1);
    assert_eq!((placed[0].0.id, &placed[0].1.above), (below.id, &vec![middle.id, ward]));
    let overseer = ground.world.agency_members[1];
    let overseen = Filter { overseen: Some((overseer, date(2026, 11, 5))), ..Filter::default() };
    assert_eq!(list(&mut tx, overseen).await, ["38.168.000.000.001"]);

    let renamed = Organisation { name: "Chi bộ Phân xưởng 2".to_owned(), ..below.clone() };
    assert!(organisations::correct(&mut tx, &renamed, date(2026, 11, 5)).await.unwrap());
    assert_eq!(organisations::find(&mut tx, below.id).await.unwrap().unwrap().name, "Chi bộ Phân xưởng 2");
    let nobody = Organisation { id: OrganisationId(ground.id()), ..renamed };
    assert!(!organisations::correct(&mut tx, &nobody, date(2026, 11, 5)).await.unwrap());
}

#[rstest]
#[tokio::test]
async fn two_organisations_never_share_a_code(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let mut tx = ground.store.write().await.unwrap();
    let first = organisations::find(&mut tx, ground.cell()).await.unwrap().unwrap();
    let double = Organisation { id: OrganisationId(ground.id()), ..first };
    assert!(organisations::insert_many(&mut tx, &[double]).await.is_err());
}

#[rstest]
#[tokio::test]
async fn an_organisation_moves_with_all_below_it(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let (ward, school) = (ground.world.ward, ground.world.school);
    let one = |code: &str, kind, parent| Organisation {
        id: OrganisationId(ground.id()),
        code: code.to_owned(),
        name: format!("Tổ chức {code}"),
        kind,
        cell_type: None,
        parent: Some(parent),
        from_on: date(2026, 1, 1),
        to_on: None,
    };
    let first = one("1", OrganisationKind::Committee, ward);
    let second = one("2", OrganisationKind::Committee, first.id);
    let mut tx = ground.store.write().await.unwrap();
    organisations::insert_many(&mut tx, &[first.clone(), second.clone()]).await.unwrap();
    organisations::take_out(&mut tx, school).await.unwrap();
    organisations::place_below(&mut tx, school, second.id).await.unwrap();
    let place = organisations::place(&mut tx, school).await.unwrap().unwrap();
    assert_eq!(place.above, [second.id, first.id, ward]);
    // The two change places: neither may pass through a circle.
    for id in [first.id, second.id] {
        organisations::take_out(&mut tx, id).await.unwrap();
    }
    organisations::place_below(&mut tx, first.id, second.id).await.unwrap();
    organisations::place_below(&mut tx, second.id, ward).await.unwrap();
    let place = organisations::place(&mut tx, school).await.unwrap().unwrap();
    assert_eq!(place.above, [second.id, ward], "what is below moves along");
    let place = organisations::place(&mut tx, first.id).await.unwrap().unwrap();
    assert_eq!(place.above, [second.id, ward]);
    assert_eq!(organisations::find(&mut tx, first.id).await.unwrap().unwrap().parent, Some(second.id));
}
