//! Score sheets and their four stages.

use jiff::civil::date;
use nennep_domain::{
    meetings::Done,
    quality::{Grade, Scorer, Stage},
    time::Month,
};
use nennep_store::quality::{self, AwaitingFilter, StoredPoints, StoredSheet, StoredStage};
use nennep_testkit::Engine;
use rstest::rstest;
use serde_json::json;

use crate::ground::{at, ground, november};

/// A proposal names its scorer; no other stage does.
fn scorer_of(stage: Stage) -> Option<Scorer> {
    (stage == Stage::Proposed).then_some(Scorer::Tracker)
}

#[rstest]
#[tokio::test]
async fn all_stages_are_kept_side_by_side(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(november()).await.id;
    let sheet = StoredSheet {
        meeting,
        rubric: "42-hd".to_owned(),
        rubric_from: date(2025, 10, 28),
        evidence: json!({ "lines": [] }),
        drawn_at: at(21, 0),
        confirmed: None,
    };
    let stage = |stage, total, grade| StoredStage {
        stage,
        scorer: scorer_of(stage),
        total,
        grade,
        note: String::new(),
        motion: None,
        at: at(21, 5),
        by: Some(ground.secretary()),
    };
    let points = |stage, points, reason: &str| StoredPoints {
        stage,
        scorer: scorer_of(stage),
        item: "length".to_owned(),
        points,
        reason: reason.to_owned(),
    };
    let proposed =
        (meeting, stage(Stage::Proposed, 9_000, Grade::Good), vec![points(Stage::Proposed, 500, "")]);
    let decided =
        (meeting, stage(Stage::Decided, 8_900, Grade::Fair), vec![points(Stage::Decided, 400, "Họp muộn")]);
    let mut tx = ground.store.write().await.unwrap();
    quality::save_sheets(&mut tx, std::slice::from_ref(&sheet)).await.unwrap();
    let redrawn = StoredSheet { evidence: json!({ "lines": [1] }), ..sheet };
    quality::save_sheets(&mut tx, std::slice::from_ref(&redrawn)).await.unwrap();
    assert_eq!(quality::find_sheet(&mut tx, meeting).await.unwrap(), Some(redrawn));
    quality::save_stages(&mut tx, &[proposed.clone(), decided.clone()]).await.unwrap();
    let kept = quality::stages(&mut tx, meeting).await.unwrap();
    assert_eq!(kept.len(), 2);
    assert!(kept.contains(&proposed.1) && kept.contains(&decided.1));
    let points = quality::points(&mut tx, meeting).await.unwrap();
    assert_eq!(points.iter().map(|one| one.points).sum::<i64>(), 900);
    assert!(quality::delete_stage(&mut tx, meeting, Stage::Decided, None).await.unwrap());
    assert!(!quality::delete_stage(&mut tx, meeting, Stage::Decided, None).await.unwrap());
    assert_eq!(quality::stages(&mut tx, meeting).await.unwrap(), [proposed.1]);
    assert_eq!(quality::points(&mut tx, meeting).await.unwrap().len(), 1);

    let second = StoredStage { scorer: Some(Scorer::Overseer), ..kept[0].clone() };
    quality::save_stages(&mut tx, &[(meeting, second.clone(), Vec::new())]).await.unwrap();
    assert_eq!(quality::stages(&mut tx, meeting).await.unwrap(), [kept[0].clone(), second]);
    for scorer in [Scorer::Tracker, Scorer::Overseer] {
        assert!(quality::delete_stage(&mut tx, meeting, Stage::Proposed, Some(scorer)).await.unwrap());
    }
    let done = Done { at: at(21, 30), by: ground.secretary() };
    assert!(quality::set_confirmed(&mut tx, meeting, Some(done)).await.unwrap());
    let sheet = quality::find_sheet(&mut tx, meeting).await.unwrap().unwrap();
    assert_eq!(sheet.confirmed, Some(done));
    assert!(quality::delete_sheet(&mut tx, meeting).await.unwrap());
    assert!(!quality::delete_sheet(&mut tx, meeting).await.unwrap());
    assert!(!quality::set_confirmed(&mut tx, meeting, None).await.unwrap());
    let filter = AwaitingFilter {
        deciders: &[ground.world.ward],
        commune_rubrics: &["42-hd"],
        from: Month::new(2026, 1).unwrap(),
        after: None,
    };
    let waiting = quality::awaiting_grade(&mut tx, filter, 50).await.unwrap();
    assert!(waiting.is_empty(), "nothing was reported: {waiting:?}");
}
