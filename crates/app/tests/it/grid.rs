//! The committee's grid: in step with every deed, never stale, at a cost that does not grow with cells.

use jiff::civil::date;
use nennep_app::{
    Error,
    meetings::{self, PlanLine},
    months::{self, GridFilter},
    organisations::deeds::{self, Planned},
};
use nennep_domain::{
    ids::{DeedId, MeetingId},
    meetings::MeetingKind,
    months::DueKind,
    organisations::{CellType, history::Deed},
    time::Month,
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

fn filter(world: &World) -> GridFilter {
    GridFilter {
        organisation: world.ward,
        to: Month::new(2026, 11).unwrap(),
        cell_type: None,
        overseer: None,
        skip: 0,
        limit: 50,
    }
}

#[rstest]
#[tokio::test]
async fn the_grid_follows_each_deed_at_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let leader = world.acting_for(world.leader).await;
    let before = months::grid(&leader, &filter(&world)).await.unwrap();
    assert_eq!((before.cells, before.rows.len(), before.columns.len()), (4, 4, 12));
    assert!(before.rows.iter().all(|row| row.months.iter().all(|month| month.meeting.is_none())));
    let queries = world.test.app.store.queries();
    months::grid(&leader, &filter(&world)).await.unwrap();
    // PostgreSQL's mark changes with what other tests write to the same server, too.
    if engine == Engine::Sqlite {
        assert_eq!(world.test.app.store.queries() - queries, 2, "the same state is not worked out twice");
    }

    let secretary = world.acting_for(world.secretary).await;
    let line = PlanLine {
        month: Month::new(2026, 11).unwrap(),
        kind: MeetingKind::Routine,
        topic: String::new(),
        starts_at: Some(date(2026, 11, 5).at(19, 30, 0, 0)),
        place: "Nhà văn hóa".to_owned(),
    };
    let id = MeetingId(secretary.new_id());
    meetings::plan(&secretary, world.residential, id, &line).await.unwrap();
    let after = months::grid(&leader, &filter(&world)).await.unwrap();
    assert_eq!(after.rows[0].months[11].meeting, Some(id), "a committed deed is seen at once");
    let soon: Vec<_> = after
        .owed
        .iter()
        .filter(|owed| owed.cell.id == world.residential)
        .map(|owed| owed.due.kind)
        .collect();
    assert!(soon.contains(&DueKind::Papers) && soon.contains(&DueKind::Notice), "{soon:?}");
    let first = &after.owed[0];
    assert!(!first.due.is_late(leader.now()), "what can still be saved stands first");
    assert!(first.due.citation.is_some() || first.due.kind == DueKind::Notice);
}

#[rstest]
#[tokio::test]
async fn the_grid_is_filtered_and_split(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let leader = world.acting_for(world.leader).await;
    let schools = GridFilter { cell_type: Some(CellType::PublicService), ..filter(&world) };
    let grid = months::grid(&leader, &schools).await.unwrap();
    assert_eq!(grid.rows.iter().map(|row| row.cell.id).collect::<Vec<_>>(), [world.school]);
    let followed = GridFilter { overseer: Some(world.agency_members[1]), ..filter(&world) };
    let grid = months::grid(&leader, &followed).await.unwrap();
    assert_eq!(grid.rows.iter().map(|row| row.cell.id).collect::<Vec<_>>(), [world.residential]);
    assert_eq!(grid.rows[0].overseers.len(), 1);
    let second = GridFilter { skip: 2, limit: 1, ..filter(&world) };
    let grid = months::grid(&leader, &second).await.unwrap();
    assert_eq!((grid.rows.len(), grid.cells, grid.rows[0].cell.id), (1, 4, world.company));
    assert_eq!(grid.blocks.len(), 4, "totals are of all cells, not of the leaf");
    assert_eq!(grid.blocks.iter().map(|block| block.month.cells).sum::<u32>(), 4);
}

#[rstest]
#[tokio::test]
async fn only_the_committee_sees_the_grid(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    for account in [world.leader, world.office, world.inspector, world.overseer] {
        let ctx = world.acting_for(account).await;
        assert!(months::grid(&ctx, &filter(&world)).await.is_ok());
    }
    for account in [world.secretary, world.member, world.administrator] {
        let ctx = world.acting_for(account).await;
        assert!(matches!(months::grid(&ctx, &filter(&world)).await, Err(Error::Forbidden)));
    }
}

#[rstest]
#[tokio::test]
async fn the_grid_shows_the_cells_as_they_were(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.hold_meeting(date(2026, 9, 5)).await;
    world.test.at(date(2026, 11, 2).at(8, 0, 0, 0));
    let office = world.acting_for(world.office).await;
    let dissolve = Deed::Dissolve { organisation: world.residential, to: Some(world.agency) };
    let on = date(2026, 10, 1);
    let planned = Planned { deed: dissolve, on, decision: crate::deeds::decision(on) };
    deeds::perform(&office, DeedId(office.new_id()), &planned).await.unwrap();

    let leader = world.acting_for(world.leader).await;
    let grid = months::grid(&leader, &filter(&world)).await.unwrap();
    assert_eq!((grid.cells, grid.lines), (3, 4), "three cells now, four in the year");
    let gone = grid.rows.iter().find(|row| row.cell.id == world.residential).unwrap();
    assert!(!gone.today && gone.month(9).is_some_and(|month| month.closed_at.is_some()));
    assert!(gone.month(10).is_none() && gone.month(11).is_none(), "from October on it is no more");
    assert_eq!(grid.columns.iter().map(|totals| totals.cells).skip(8).collect::<Vec<_>>(), [4, 4, 3, 3]);
    assert_eq!(grid.columns[9].met, 1);
    assert!(grid.owed.iter().all(|owed| owed.cell.id != world.residential), "it owes nothing any more");
    let september = Month::new(2026, 9).unwrap();
    let then = months::cell_months(&leader, world.ward, (september, september), None, 10).await.unwrap();
    assert_eq!(then.len(), 4);
}
