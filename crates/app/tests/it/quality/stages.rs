//! The stages side by side, from the proposal to the superior's grade (statement 16).

use jiff::civil::date;
use nennep_app::{
    Error, meetings,
    quality::{self, Entry},
};
use nennep_domain::{
    quality::{Grade, RUBRICS, RubricBook, Scorer, Stage},
    rules::Hundredths,
};
use nennep_testkit::{Engine, TestApp, World};
use rstest::rstest;

use super::{Course, Story, entry, month, refused};

#[rstest]
#[tokio::test]
async fn statement_16_four_stages_are_kept_and_the_superiors_differs_visibly(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let story = Story::new(engine).await;
    let world = &story.world;
    let id = story.held(month(11), 5, &Course::default()).await;
    let (tracker, leader) = (world.acting_for(world.member).await, world.acting_for(world.leader).await);

    // The tracker proposes; what the program found is changed only with a reason.
    let silent = quality::enter(&tracker, id, entry(Stage::Proposed, &[("speaking", 4, " ")])).await;
    assert_eq!(refused(&silent.unwrap_err()), "quality-stage-reason-missing");
    assert!(story.score(id).await.stages.is_empty(), "nothing was half written");
    let changes = [("speaking", 4, "Ba đồng chí chỉ nói nhất trí"), ("chairing", 9, "")];
    quality::enter(&tracker, id, entry(Stage::Proposed, &changes)).await.unwrap();
    assert!(!story.score(id).await.sheet.unwrap().stands);

    // Out of turn.
    let early = story.vote(id, 15).await.unwrap_err();
    assert_eq!(refused(&early), "quality-stage-voted-out-of-order");
    let by_tracker = quality::enter(&tracker, id, entry(Stage::Agreed, &[])).await.unwrap_err();
    assert!(matches!(by_tracker, Error::Forbidden));

    quality::enter(&story.secretary, id, entry(Stage::Agreed, &[])).await.unwrap();
    let view = story.score(id).await;
    assert!(view.sheet.unwrap().stands, "from the agreement on the sheet stands");
    let late = quality::enter(&tracker, id, entry(Stage::Proposed, &[])).await.unwrap_err();
    assert_eq!(refused(&late), "quality-stage-proposed-too-late");

    // A vote that fails is recorded and enters nothing; one that passes is linked.
    let unvoted = quality::enter(&story.secretary, id, entry(Stage::Voted, &[])).await.unwrap_err();
    assert_eq!(refused(&unvoted), "quality-vote-missing");
    assert!(!story.vote(id, 10).await.unwrap());
    assert_eq!(story.score(id).await.next, Some(Stage::Voted));
    assert!(story.vote(id, 16).await.unwrap());
    let view = story.score(id).await;
    let voted = view.stages.last().unwrap();
    assert_eq!(voted.vote.map(|vote| (vote.in_favour, vote.base, vote.needed)), Some((16, 20, 11)));
    assert!(voted.note.contains("đến muộn"));

    // The superior decides after the report, with its own reasons; both are kept.
    let early = quality::enter(&leader, id, entry(Stage::Decided, &[])).await.unwrap_err();
    assert_eq!(refused(&early), "quality-stage-not-reported");
    meetings::adopt(&story.secretary, id).await.unwrap();
    world.test.at(date(2026, 11, 9).at(8, 0, 0, 0));
    meetings::report(&story.secretary, id).await.unwrap();
    let view = quality::show(&leader, id).await.unwrap();
    let blocks = view.sheet.unwrap().blocks;
    let late = blocks.iter().flat_map(|block| &block.items).find(|item| item.key == "reported").unwrap();
    assert_eq!(late.drawn.points, Hundredths::whole(1));
    assert_eq!(late.now.as_ref().unwrap().evidence[0].key, "quality-evidence-reported-late");
    let changes =
        [("reported", 0, "Báo cáo sau 3 ngày"), ("task_results", 20, "Một nhiệm vụ chưa nghiệm thu")];
    let by_cell = quality::enter(&story.secretary, id, entry(Stage::Decided, &changes)).await.unwrap_err();
    assert!(matches!(by_cell, Error::Forbidden), "nobody grades the own cell");
    quality::enter(&leader, id, entry(Stage::Decided, &changes)).await.unwrap();

    let view = story.score(id).await;
    let totals: Vec<_> = view.stages.iter().map(|stage| stage.total.floor()).collect();
    assert_eq!(totals, [96, 96, 96, 85]);
    let grades: Vec<_> = view.stages.iter().map(|stage| stage.grade).collect();
    assert_eq!(grades, [Grade::Good, Grade::Good, Grade::Good, Grade::Fair]);
    assert_eq!((view.decided_otherwise, view.next), (Some(true), None));
    let differences: Vec<_> = view.stages[3].differences.iter().map(|one| one.reason.as_str()).collect();
    assert_eq!(differences, ["Báo cáo sau 3 ngày", "Một nhiệm vụ chưa nghiệm thu"]);
    assert!(view.stages.iter().all(|stage| !stage.done.by_name.is_empty()));

    // The committee's month shows it; the report can no longer be taken back.
    let report = meetings::take_report_back(&story.secretary, id).await.unwrap_err();
    assert_eq!(refused(&report), "meetings-refused-reported");

    // Undone step by step, last first.
    let standing = quality::take_back(&story.secretary, id, Stage::Agreed, None).await.unwrap_err();
    assert_eq!(refused(&standing), "quality-stage-later-stands");
    let by_cell = quality::take_back(&story.secretary, id, Stage::Decided, None).await.unwrap_err();
    assert!(matches!(by_cell, Error::Forbidden));
    for _ in 0..2 {
        quality::take_back(&leader, id, Stage::Decided, None).await.unwrap();
    }
    for stage in [Stage::Voted, Stage::Agreed, Stage::Proposed] {
        quality::take_back(&story.secretary, id, stage, None).await.unwrap();
    }
    let view = story.score(id).await;
    assert!(view.stages.is_empty() && !view.sheet.unwrap().stands);
}

#[rstest]
#[tokio::test]
async fn statement_16_an_attending_superior_confirms_where_the_committee_asks_for_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let story = Story::new(engine).await;
    let world = &story.world;
    story.set("quality.overseer_confirms", "true").await;
    let course = Course { overseer: true, ..Course::default() };
    let id = story.held(month(11), 5, &course).await;
    let overseer = world.acting_for(world.overseer).await;
    let early = quality::confirm(&overseer, id).await.unwrap_err();
    assert_eq!(refused(&early), "quality-confirm-nothing-voted");
    story.self_scored(id).await;
    meetings::adopt(&story.secretary, id).await.unwrap();
    meetings::report(&story.secretary, id).await.unwrap();
    let leader = world.acting_for(world.leader).await;
    let unconfirmed = quality::enter(&leader, id, entry(Stage::Decided, &[])).await.unwrap_err();
    assert_eq!(refused(&unconfirmed), "quality-stage-not-confirmed");
    let elsewhere = quality::confirm(&leader, id).await.unwrap_err();
    assert_eq!(refused(&elsewhere), "quality-confirm-not-there");
    let by_cell = quality::confirm(&story.secretary, id).await.unwrap_err();
    assert!(matches!(by_cell, Error::Forbidden));
    for _ in 0..2 {
        quality::confirm(&overseer, id).await.unwrap();
    }
    assert!(story.score(id).await.confirmed.is_some());
    quality::take_confirmation_back(&overseer, id).await.unwrap();
    assert!(story.score(id).await.confirmed.is_none());
    quality::confirm(&overseer, id).await.unwrap();
    quality::enter(&leader, id, entry(Stage::Decided, &[])).await.unwrap();
    let view = story.score(id).await;
    assert_eq!((view.decided_otherwise, view.stages.len()), (Some(false), 4));
    let scorers: Vec<_> = view.stages.iter().map(|stage| stage.scorer).collect();
    assert_eq!(scorers, [Some(Scorer::Tracker), None, None, None]);
}

#[rstest]
#[tokio::test]
async fn statement_16_two_scorers_keep_both_proposals(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (name, text) = RUBRICS[0];
    let two = text.replace("scorers = [\"tracker\"]", "scorers = [\"tracker\", \"overseer\"]");
    let rubrics = RubricBook::with(&[(name, &two)]).unwrap();
    let story = Story::of(World::of(TestApp::with_rubrics(engine, rubrics).await).await).await;
    let world = &story.world;
    let id = story.held(month(11), 5, &Course { overseer: true, ..Course::default() }).await;
    let (tracker, overseer) = (world.acting_for(world.member).await, world.acting_for(world.overseer).await);
    quality::enter(&tracker, id, entry(Stage::Proposed, &[("chairing", 9, "")])).await.unwrap();
    let view = story.score(id).await;
    assert_eq!((view.next, view.waits_for.as_slice()), (Some(Stage::Proposed), &[Scorer::Overseer][..]));
    let alone = quality::enter(&story.secretary, id, entry(Stage::Agreed, &[])).await.unwrap_err();
    assert_eq!(refused(&alone), "quality-stage-scorer-missing");
    let for_other = Entry { scorer: Some(Scorer::Overseer), ..entry(Stage::Proposed, &[]) };
    let for_other = quality::enter(&tracker, id, for_other).await.unwrap_err();
    assert!(matches!(for_other, Error::Forbidden), "a proposal is its scorer's own");
    quality::enter(&overseer, id, entry(Stage::Proposed, &[("chairing", 7, "")])).await.unwrap();
    let view = story.score(id).await;
    let kept: Vec<_> = view.stages.iter().map(|one| (one.scorer, one.points["chairing"].floor())).collect();
    assert_eq!(kept, [(Some(Scorer::Tracker), 9), (Some(Scorer::Overseer), 7)]);
    quality::take_back(&overseer, id, Stage::Proposed, None).await.unwrap();
    assert_eq!(story.score(id).await.stages.len(), 1);
    quality::enter(&overseer, id, entry(Stage::Proposed, &[])).await.unwrap();
    quality::enter(&story.secretary, id, entry(Stage::Agreed, &[])).await.unwrap();
    assert_eq!(story.score(id).await.stages.len(), 3);
}
