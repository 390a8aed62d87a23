//! Meetings by sub-cells in place of the whole cell's (statement 28): called with a warning, counted only where the rule is kept.

use jiff::civil::{Date, date};
use nennep_app::{
    meetings::{self, PlanLine},
    months::{self, GridFilter},
    organisations::deeds::{self, Planned},
    signs,
};
use nennep_domain::{
    ids::{DeedId, MeetingId, OrganisationId},
    meetings::{Meeting, MeetingKind, SubCellFaultKind},
    organisations::{
        OrganisationKind,
        history::{Deed, Form},
    },
    signs::SignKind,
    time::Month,
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

/// Plans a meeting by sub-cells in a month of 2026.
async fn by_sub_cells(world: &World, month: i8) -> MeetingId {
    let secretary = world.acting_for(world.secretary).await;
    let id = MeetingId(secretary.new_id());
    let line = PlanLine {
        month: Month::new(2026, month).unwrap(),
        kind: MeetingKind::SubCell,
        topic: String::new(),
        starts_at: Some(date(2026, month, 5).at(19, 30, 0, 0)),
        place: "Nhà văn hóa".to_owned(),
    };
    meetings::plan(&secretary, world.residential, id, &line).await.unwrap();
    id
}

async fn sub_cell(world: &World, on: Date) {
    let office = world.acting_for(world.office).await;
    let form = Form { code: "T1".to_owned(), name: "Tổ đảng số 1".to_owned(), cell_type: None };
    let deed = Deed::Found {
        organisation: OrganisationId(office.new_id()),
        of_kind: OrganisationKind::SubCell,
        form,
        parent: Some(world.residential),
    };
    let planned = Planned { deed, on, decision: crate::deeds::decision(on) };
    deeds::perform(&office, DeedId(office.new_id()), &planned).await.unwrap();
}

async fn kinds(world: &World, id: MeetingId) -> Vec<SubCellFaultKind> {
    let secretary = world.acting_for(world.secretary).await;
    let faults = meetings::sub_cell_faults(&secretary, id).await.unwrap();
    faults.into_iter().map(|fault| fault.kind).collect()
}

async fn meeting_of(world: &World, month: i8) -> Option<MeetingId> {
    let leader = world.acting_for(world.leader).await;
    let filter = GridFilter {
        organisation: world.ward,
        to: Month::new(2026, 12).unwrap(),
        cell_type: None,
        overseer: None,
        skip: 0,
        limit: 50,
    };
    let grid = months::grid(&leader, &filter).await.unwrap();
    let row = grid.rows.iter().find(|row| row.cell.id == world.residential).unwrap();
    row.months.iter().find(|one| one.month.number() == month).unwrap().meeting
}

#[rstest]
#[tokio::test]
async fn statement_28_a_small_cell_without_sub_cells_is_warned_and_its_month_is_not_met(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = by_sub_cells(&world, 11).await;
    assert_eq!(kinds(&world, id).await, [SubCellFaultKind::NoSubCells, SubCellFaultKind::TooFewMembers]);
    assert_eq!(meeting_of(&world, 11).await, None, "it does not stand in for the cell's");
    let secretary = world.acting_for(world.secretary).await;
    let overview = meetings::overview(&secretary, id).await.unwrap();
    assert_eq!(overview.sub_cell_faults.len(), 2);
    let said = signs::list(&secretary, Some(world.residential)).await.unwrap();
    assert!(said.iter().any(|one| one.sign.kind == SignKind::SubCellsDoNotCount));
    assert!(said.iter().all(|one| one.sign.kind.statement() >= 26));

    // Beside the whole cell's meeting it replaces nothing, and nothing is wrong with it.
    world.call_meeting(date(2026, 11, 20)).await;
    assert!(kinds(&world, id).await.is_empty());
    let said = signs::list(&secretary, Some(world.residential)).await.unwrap();
    assert!(said.iter().all(|one| one.sign.kind != SignKind::SubCellsDoNotCount));
}

#[rstest]
#[tokio::test]
async fn statement_28_a_large_cell_may_do_so_three_times_a_year(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    sub_cell(&world, date(2026, 1, 1)).await;
    enlarge(&world).await;
    let mut meetings_of_year: Vec<(i8, MeetingId)> = Vec::new();
    for month in [3, 6, 9] {
        meetings_of_year.push((month, by_sub_cells(&world, month).await));
    }
    for (month, id) in &meetings_of_year {
        assert!(kinds(&world, *id).await.is_empty());
        assert_eq!(meeting_of(&world, *month).await, Some(*id), "it stands in for the cell's");
    }
    // A fourth one, in between: the last of the year is now too many.
    let fourth = by_sub_cells(&world, 4).await;
    assert_eq!(meeting_of(&world, 4).await, Some(fourth));
    assert_eq!(kinds(&world, meetings_of_year[2].1).await, [SubCellFaultKind::TooOften]);
    assert_eq!(meeting_of(&world, 9).await, None);
    let secretary = world.acting_for(world.secretary).await;
    let said = signs::list(&secretary, Some(world.residential)).await.unwrap();
    let sign = said.iter().find(|one| one.sign.kind == SignKind::SubCellsDoNotCount).unwrap();
    assert_eq!(sign.sign.sentence.key, "sub-cells-too-often");
    // Called off, the others are in order again.
    meetings::cancel(&secretary, fourth, "Hoãn").await.unwrap();
    assert!(kinds(&world, meetings_of_year[2].1).await.is_empty());
    assert_eq!(meeting_of(&world, 9).await, Some(meetings_of_year[2].1));
    let found: Option<Meeting> = {
        let mut tx = world.test.app.store.read().await.unwrap();
        nennep_store::meetings::find(&mut tx, fourth).await.unwrap()
    };
    assert!(found.unwrap().steps.cancelled.is_some());
}

/// Brings the members of the other cells over, so that the cell has 48, and two more.
async fn enlarge(world: &World) {
    let office = world.acting_for(world.office).await;
    for organisation in [world.agency, world.company, world.school] {
        let deed = Deed::Dissolve { organisation, to: Some(world.residential) };
        let on = date(2026, 2, 1);
        let planned = Planned { deed, on, decision: crate::deeds::decision(on) };
        deeds::perform(&office, DeedId(office.new_id()), &planned).await.unwrap();
    }
    world.add_members(world.residential, 2).await;
}
