//! The committee's months.

use nennep_domain::{
    months::CellMonth,
    quality::{Grade, Stage},
};
use nennep_store::months;
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{at, ground, november};

#[rstest]
#[tokio::test]
async fn a_cells_month_is_one_row_and_written_anew(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(november()).await.id;
    let empty = CellMonth::empty(ground.cell(), november());
    let full = CellMonth {
        meeting: Some(meeting),
        starts_at: Some(at(19, 30)),
        called_at: Some(at(8, 0)),
        opened_at: Some(at(19, 32)),
        closed_at: Some(at(21, 7)),
        adopted_at: Some(at(21, 10)),
        reported_at: Some(at(22, 0)),
        thematic: true,
        length_minutes: Some(95),
        minimum_minutes: Some(90),
        expected: Some(20),
        present: Some(19),
        unexcused: Some(0),
        speakers: Some(8),
        attendees: Some(19),
        papers_at: Some(at(7, 0)),
        tasks_due: Some(5),
        tasks_done: Some(4),
        score: Some(9_150),
        grade: Some(Grade::Good),
        stage: Some(Stage::Voted),
        ..empty.clone()
    };
    let before = CellMonth::empty(ground.cell(), november().plus(-1));
    let mut tx = ground.store.write().await.unwrap();
    months::save(&mut tx, &[empty, before.clone()]).await.unwrap();
    months::save(&mut tx, std::slice::from_ref(&full)).await.unwrap();
    let (from, to) = (november().plus(-11), november());
    let rows = months::of_cells(&mut tx, &[ground.cell(), ground.world.agency], from, to).await.unwrap();
    assert_eq!(rows, [before.clone(), full.clone()]);
    assert_eq!(months::within(&mut tx, ground.world.ward, from, to).await.unwrap(), [before, full.clone()]);
    assert_eq!(months::within(&mut tx, ground.world.ward, to, to).await.unwrap(), [full]);
    assert!(months::within(&mut tx, ground.world.agency, from, to).await.unwrap().is_empty());
}
