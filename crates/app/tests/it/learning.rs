//! Classes of a committee: held, learnt in, certified; who of the secretaries was never trained.

use jiff::civil::{Date, date};
use nennep_app::{
    Error,
    learning::{self, ClassForm},
};
use nennep_domain::{
    accounts::Office,
    ids::{ClassId, ClassSessionId, LearnerId, OrganisationId},
    learning::{ClassKind, Who},
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

fn form(organisation: OrganisationId, kind: ClassKind) -> ClassForm {
    ClassForm {
        organisation,
        kind,
        title: "Nghiệp vụ công tác đảng".to_owned(),
        place: "Hội trường".to_owned(),
        from_on: date(2026, 10, 5),
        to_on: date(2026, 10, 9),
    }
}

fn refused<T: std::fmt::Debug>(result: nennep_app::Result<T>) -> String {
    match result {
        Err(Error::Refused(refusal)) => refusal.code().to_owned(),
        other => panic!("{other:?}"),
    }
}

const DAY: Date = date(2026, 10, 6);

#[rstest]
#[tokio::test]
async fn a_class_is_held_and_its_certificate_ends_the_want_of_training(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let (before, all) = learning::untrained(&office, world.ward).await.unwrap();
    assert_eq!((before.len(), all), (4, 4));
    assert!(before.iter().any(|one| one.member == world.members[0] && one.office == Office::Secretary));

    let (id, form) = (ClassId(office.new_id()), form(world.ward, ClassKind::Secretaries));
    learning::hold(&office, id, &form).await.unwrap();
    learning::hold(&office, id, &form).await.unwrap();
    let other = ClassForm { kind: ClassKind::Theory, ..form.clone() };
    assert_eq!(refused(learning::hold(&office, id, &other).await), "life-refused-id-used");
    let session = ClassSessionId(office.new_id());
    learning::add_session(&office, id, session, DAY, "Chủ trì sinh hoạt").await.unwrap();
    let outside =
        learning::add_session(&office, id, ClassSessionId(office.new_id()), date(2026, 11, 1), "x").await;
    assert!(matches!(outside, Err(Error::Invalid(_))));
    let (learner, who) = (LearnerId(office.new_id()), Who::Member(world.members[0]));
    learning::add_learner(&office, id, learner, &who, None).await.unwrap();
    learning::add_learner(&office, id, learner, &who, None).await.unwrap();
    let again = learning::add_learner(&office, id, LearnerId(office.new_id()), &who, None).await;
    assert_eq!(refused(again), "learning-refused-there");
    let named = Who::Candidate("Lê Thị An".to_owned());
    let named = learning::add_learner(&office, id, LearnerId(office.new_id()), &named, None).await;
    assert_eq!(refused(named), "learning-refused-for-members");
    learning::attend(&office, id, session, &[learner, LearnerId(office.new_id())]).await.unwrap();
    assert_eq!(
        refused(learning::take_learner_away(&office, id, learner).await),
        "learning-refused-has-facts"
    );
    assert_eq!(refused(learning::take_class_away(&office, id).await), "learning-refused-not-empty");
    let given = ("12/GCN".to_owned(), date(2026, 10, 9));
    learning::certify(&office, id, learner, Some(&given)).await.unwrap();
    learning::certify(&office, id, learner, Some(&given)).await.unwrap();

    let (after, _) = learning::untrained(&office, world.ward).await.unwrap();
    assert!(after.len() == 3 && after.iter().all(|one| one.member != world.members[0]));
    let view = learning::show(&office, id).await.unwrap();
    assert_eq!((view.learners.len(), view.learners[0].listed.attended.len(), view.keeps), (1, 1, true));
    assert_eq!(view.learners[0].valid_until, None, "no term but for candidates");
    let year = learning::year(&office, world.ward, 2026).await.unwrap();
    assert_eq!(year.sums, [(ClassKind::Secretaries, 1, 1, 1)]);
    assert!(learning::year(&office, world.ward, 2025).await.unwrap().classes.is_empty());

    let secretary = world.acting_for(world.secretary).await;
    assert_eq!(learning::own(&secretary).await.unwrap()[0].class.id, id, "a member sees the own");
    assert!(matches!(learning::show(&secretary, id).await, Err(Error::NotFound)));
    let leader = world.acting_for(world.leader).await;
    assert!(learning::show(&leader, id).await.unwrap().keeps);
    let inspector = world.acting_for(world.inspector).await;
    assert!(!learning::show(&inspector, id).await.unwrap().keeps);
    assert!(matches!(learning::hold(&inspector, id, &form).await, Err(Error::Forbidden)));
}

#[rstest]
#[tokio::test]
async fn statement_30_a_candidates_certificate_says_until_when_it_is_valid(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let id = ClassId(office.new_id());
    learning::hold(&office, id, &form(world.ward, ClassKind::Candidates)).await.unwrap();
    let member = Who::Member(world.members[5]);
    let member = learning::add_learner(&office, id, LearnerId(office.new_id()), &member, None).await;
    assert_eq!(refused(member), "learning-refused-for-candidates");
    let (learner, who) = (LearnerId(office.new_id()), Who::Candidate(" Lê  Thị An ".to_owned()));
    learning::add_learner(&office, id, learner, &who, Some(world.residential)).await.unwrap();
    let to_come = ("7".to_owned(), date(2026, 12, 1));
    assert!(matches!(learning::certify(&office, id, learner, Some(&to_come)).await, Err(Error::Invalid(_))));
    learning::certify(&office, id, learner, Some(&("7".to_owned(), date(2026, 10, 9)))).await.unwrap();
    let view = learning::show(&office, id).await.unwrap();
    assert_eq!(
        (view.learners[0].listed.name.as_str(), view.learners[0].valid_until),
        ("Lê Thị An", Some(date(2031, 10, 9)))
    );
    learning::certify(&office, id, learner, None).await.unwrap();
    learning::take_learner_away(&office, id, learner).await.unwrap();
    learning::take_learner_away(&office, id, learner).await.unwrap();
    learning::take_class_away(&office, id).await.unwrap();
}
