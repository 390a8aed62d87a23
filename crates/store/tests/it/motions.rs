//! Motions, counts and reserved opinions.

use nennep_domain::{
    ids::MotionId,
    motions::{Count, Decision, Motion, MotionKind, MotionSubject, ReservedOpinion},
    problems::Citation,
};
use nennep_store::motions;
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{at, ground, november};

#[rstest]
#[tokio::test]
async fn a_count_is_kept_with_the_numbers_it_was_judged_by(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(november()).await.id;
    let item = ground.item(meeting, 1).await.id;
    let motion = Motion {
        id: MotionId(ground.id()),
        meeting,
        item,
        kind: MotionKind::Resolution,
        subject: MotionSubject::Resolution,
        body: "Thông qua nghị quyết".to_owned(),
        put_at: at(20, 50),
        decision: None,
    };
    let decision = Decision {
        done: ground.done(at(20, 55)),
        count: Count { in_favour: 17, against: 1, other: 2 },
        official: 22,
        away: 1,
        exempt_absent: 1,
        base: 20,
        needed: 11,
        passed: true,
        citation: Citation { document: "208-QĐ/TW".to_owned(), article: "Điều 9".to_owned() },
    };
    let decided = Motion { id: MotionId(ground.id()), decision: Some(decision.clone()), ..motion.clone() };
    let by = Some(ground.secretary());
    let mut tx = ground.store.write().await.unwrap();
    assert_eq!(motions::insert_many(&mut tx, &[motion.clone(), decided.clone()], by).await.unwrap(), 2);
    assert_eq!(motions::insert_many(&mut tx, std::slice::from_ref(&motion), by).await.unwrap(), 0);
    assert_eq!(motions::find(&mut tx, decided.id).await.unwrap(), Some(decided.clone()));
    assert!(motions::decide(&mut tx, motion.id, &decision).await.unwrap());
    let kept = motions::find(&mut tx, motion.id).await.unwrap().unwrap();
    assert_eq!(kept.decision, Some(decision));
    assert!(motions::reopen(&mut tx, motion.id).await.unwrap());
    assert!(!motions::reopen(&mut tx, motion.id).await.unwrap());
    assert_eq!(motions::find(&mut tx, motion.id).await.unwrap(), Some(motion.clone()));
    assert_eq!(motions::list(&mut tx, meeting).await.unwrap().len(), 2);

    let opinion = ReservedOpinion {
        motion: motion.id,
        member: ground.member(3),
        body: "Tôi bảo lưu: \"chưa đủ kinh phí\".".to_owned(),
        at: at(20, 57),
    };
    motions::reserve(&mut tx, &opinion).await.unwrap();
    let reworded =
        ReservedOpinion { body: "Tôi bảo lưu ý kiến về kinh phí.".to_owned(), ..opinion.clone() };
    motions::reserve(&mut tx, &reworded).await.unwrap();
    assert_eq!(motions::reserved(&mut tx, meeting).await.unwrap(), [reworded]);
    motions::reserve(&mut tx, &ReservedOpinion { body: String::new(), ..opinion }).await.unwrap();
    assert!(motions::reserved(&mut tx, meeting).await.unwrap().is_empty());
    assert!(motions::withdraw(&mut tx, motion.id, at(21, 0)).await.unwrap());
    assert!(!motions::withdraw(&mut tx, motion.id, at(21, 0)).await.unwrap());
    assert_eq!(motions::find(&mut tx, motion.id).await.unwrap(), None);
    assert!(motions::bring_again(&mut tx, meeting, motion.id).await.unwrap());
    assert!(!motions::bring_again(&mut tx, meeting, motion.id).await.unwrap());
    assert_eq!(motions::find(&mut tx, motion.id).await.unwrap(), Some(motion.clone()));
    assert!(motions::withdraw(&mut tx, motion.id, at(21, 5)).await.unwrap());
}
