//! The ways a score goes: begun in the meeting, voted after the adoption, waiting for whoever decides.

use std::collections::BTreeMap;

use jiff::civil::date;
use nennep_app::{
    Error,
    meetings::{self, PlanLine},
    quality::{self, VoteForm},
};
use nennep_domain::{
    ids::{MeetingId, MotionId},
    meetings::MeetingKind,
    motions::Count,
    quality::{Basis, Grade, Stage},
};
use nennep_testkit::Engine;
use rstest::rstest;

use super::{Course, Story, entry, line, month, refused};

#[rstest]
#[tokio::test]
async fn a_score_is_begun_in_the_meeting_and_ended_after_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let story = Story::new(engine).await;
    let course = Course::default();
    let planned = MeetingId(story.secretary.new_id());
    let line = PlanLine {
        month: month(12),
        kind: MeetingKind::Routine,
        topic: String::new(),
        starts_at: Some(date(2026, 12, 5).at(19, 30, 0, 0)),
        place: "Nhà văn hóa".to_owned(),
    };
    meetings::plan(&story.secretary, story.world.residential, planned, &line).await.unwrap();
    let early = quality::enter(&story.secretary, planned, entry(Stage::Proposed, &[])).await.unwrap_err();
    assert_eq!(refused(&early), "meetings-refused-not-opened");

    // While the meeting runs, what is still to come counts as done and is marked for judgement.
    let id = story.opened(month(11), 5, &course).await;
    let view = story.score(id).await;
    for item in ["length", "steps", "criticism", "concluded", "reported", "assigned"] {
        let (_, basis, keys) = self::line(&view, item);
        assert_eq!(
            (basis, keys.contains(&"quality-unknown-until-closed")),
            (Basis::Judgement, true),
            "{item}"
        );
    }
    assert_eq!(view.deeds.next.map(|next| next.stage), Some(Stage::Proposed));
    story.run(id, month(11), &course).await;
    story.self_scored(id).await;
    story.close(id, month(11), 5, &course).await;
    assert_eq!(story.score(id).await.next, Some(Stage::Decided));
}

#[rstest]
#[tokio::test]
async fn a_vote_after_the_adoption_is_added_to_the_minutes(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let story = Story::new(engine).await;
    let id = story.adopted(month(11), 5, &Course::default()).await;
    quality::enter(&story.secretary, id, entry(Stage::Proposed, &[])).await.unwrap();
    quality::enter(&story.secretary, id, entry(Stage::Agreed, &[])).await.unwrap();
    let silent = story.vote(id, 15).await.unwrap_err();
    assert_eq!(refused(&silent), "quality-vote-addition-missing");
    let motion = MotionId(story.secretary.new_id());
    let form = VoteForm {
        motion,
        body: "Thông qua điểm tự chấm".to_owned(),
        count: Count { in_favour: 15, against: 1, other: 0 },
        points: BTreeMap::new(),
        reasons: BTreeMap::new(),
        note: String::new(),
        addition: "Chi bộ biểu quyết điểm tự chấm: 15/20 đồng chí tán thành.".to_owned(),
    };
    assert!(quality::vote(&story.secretary, id, form).await.unwrap().passed);
    let view = meetings::show(&story.secretary, id).await.unwrap();
    assert_eq!(view.additions.len(), 1);
    assert_eq!(story.score(id).await.stages.len(), 3);
}

#[rstest]
#[tokio::test]
async fn who_decides_sees_what_waits(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let story = Story::new(engine).await;
    let world = &story.world;
    let id = story.held(month(11), 5, &Course::default()).await;
    story.self_scored(id).await;
    meetings::adopt(&story.secretary, id).await.unwrap();
    let (leader, office) = (world.acting_for(world.leader).await, world.acting_for(world.office).await);
    assert!(quality::awaiting_grade(&leader, None, 50).await.unwrap().is_empty(), "not reported yet");
    meetings::report(&story.secretary, id).await.unwrap();
    for ctx in [&leader, &office] {
        let waiting = quality::awaiting_grade(ctx, None, 50).await.unwrap();
        assert_eq!(waiting.len(), 1);
        assert_eq!((waiting[0].meeting, waiting[0].grade), (id, Some(Grade::Good)));
        let after = Some((waiting[0].reported_at, waiting[0].meeting));
        assert!(quality::awaiting_grade(ctx, after, 50).await.unwrap().is_empty());
    }
    for account in [world.secretary, world.member, world.inspector, world.administrator] {
        let ctx = world.acting_for(account).await;
        assert!(matches!(quality::awaiting_grade(&ctx, None, 50).await, Err(Error::Forbidden)));
    }
    quality::enter(&office, id, entry(Stage::Decided, &[])).await.unwrap();
    assert!(quality::awaiting_grade(&leader, None, 50).await.unwrap().is_empty());
    for (account, reads) in [(world.member, true), (world.overseer, true), (world.stranger, false)] {
        let ctx = world.acting_for(account).await;
        assert_eq!(quality::show(&ctx, id).await.is_ok(), reads);
        let decided = quality::enter(&ctx, id, entry(Stage::Decided, &[])).await.unwrap_err();
        assert!(matches!(decided, Error::Forbidden | Error::NotFound));
    }
}
