//! Classes, their sessions, learners, attendance and certificates.

use std::collections::HashSet;

use jiff::civil::date;
use nennep_domain::{
    ids::{ClassId, ClassSessionId, LearnerId},
    learning::{Certificate, Class, ClassKind, ClassSession, Learner, Who},
};
use nennep_store::{learning, recruiting};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, at, ground};

fn class(ground: &Ground, kind: ClassKind) -> Class {
    Class {
        id: ClassId(ground.id()),
        organisation: ground.world.ward,
        kind,
        title: "Nghiệp vụ bí thư chi bộ".to_owned(),
        place: "Trung tâm chính trị".to_owned(),
        from_on: date(2026, 10, 5),
        to_on: date(2026, 10, 9),
    }
}

#[rstest]
#[tokio::test]
async fn a_class_with_its_sessions_and_learners(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let (one, ward) = (class(&ground, ClassKind::Secretaries), ground.world.ward);
    let mut tx = ground.store.write().await.unwrap();
    learning::save_class(&mut tx, &one, at(8, 0), Some(ground.secretary())).await.unwrap();
    let one = Class { title: "Nghiệp vụ bí thư, khóa 2".to_owned(), ..one };
    learning::save_class(&mut tx, &one, at(9, 0), None).await.unwrap();
    assert_eq!(learning::find_class(&mut tx, one.id).await.unwrap().as_ref(), Some(&one), "set right");

    let session = ClassSession {
        id: ClassSessionId(ground.id()),
        class: one.id,
        on: date(2026, 10, 6),
        topic: "Chủ trì sinh hoạt".to_owned(),
    };
    learning::save_session(&mut tx, &session).await.unwrap();
    assert_eq!(learning::sessions(&mut tx, one.id).await.unwrap(), std::slice::from_ref(&session));
    let learner = |who| Learner {
        id: LearnerId(ground.id()),
        class: one.id,
        who,
        cell: Some(ground.cell()),
        certificate: None,
    };
    let (member, other) = (learner(Who::Member(ground.member(0))), learner(Who::Member(ground.member(1))));
    assert!(learning::insert_learner(&mut tx, &member, "Lê Thị Bưởi").await.unwrap());
    let again = learner(Who::Member(ground.member(0)));
    assert!(!learning::insert_learner(&mut tx, &again, "Lê Thị Bưởi").await.unwrap(), "once in a class");
    assert!(learning::insert_learner(&mut tx, &other, "An").await.unwrap());
    assert!(learning::delete_learner(&mut tx, other.id).await.unwrap());
    learning::save_attendance(&mut tx, session.id, &[member.id]).await.unwrap();
    learning::save_attendance(&mut tx, session.id, &[member.id]).await.unwrap();
    assert!(!learning::delete_learner(&mut tx, member.id).await.unwrap(), "was there");
    let listed = learning::learners(&mut tx, one.id).await.unwrap();
    assert_eq!((listed.len(), &listed[0].attended), (1, &HashSet::from([session.id])));
    assert!(!listed[0].name.is_empty() && !listed[0].cell.is_empty());

    let members = [ground.member(0), ground.member(1)];
    assert!(learning::certified(&mut tx, &members, ClassKind::Secretaries).await.unwrap().is_empty());
    let given = Certificate { number: "12/GCN".to_owned(), on: date(2026, 10, 9) };
    learning::certify(&mut tx, member.id, Some(&given), at(10, 0)).await.unwrap();
    let certified = learning::certified(&mut tx, &members, ClassKind::Secretaries).await.unwrap();
    assert_eq!(certified, [(ground.member(0), given.on)]);
    assert!(learning::certified(&mut tx, &members, ClassKind::Theory).await.unwrap().is_empty());
    let found = learning::find_learner(&mut tx, member.id).await.unwrap().unwrap();
    assert_eq!(found.learner, Learner { certificate: Some(given), ..member.clone() });
    let own = learning::of_member(&mut tx, ground.member(0)).await.unwrap();
    assert_eq!((own.len(), &own[0].0), (1, &one));
    let year = (date(2026, 1, 1), date(2026, 12, 31));
    let listed = learning::list_classes(&mut tx, &[ward], year).await.unwrap();
    assert_eq!((listed[0].learners, listed[0].certified), (1, 1));
    assert!(learning::list_classes(&mut tx, &[ground.cell()], year).await.unwrap().is_empty());
    assert!(!learning::delete_class(&mut tx, one.id).await.unwrap(), "it is not empty");

    learning::certify(&mut tx, member.id, None, at(10, 0)).await.unwrap();
    learning::delete_session(&mut tx, session.id).await.unwrap();
    assert!(learning::delete_learner(&mut tx, member.id).await.unwrap());
    assert!(learning::delete_class(&mut tx, one.id).await.unwrap());
    assert_eq!(learning::find_class(&mut tx, one.id).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn candidates_learn_by_name(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let one = class(&ground, ClassKind::Candidates);
    let mut tx = ground.store.write().await.unwrap();
    learning::save_class(&mut tx, &one, at(8, 0), None).await.unwrap();
    for name in ["Đỗ Văn Út", "Lê Thị An"] {
        let learner = Learner {
            id: LearnerId(ground.id()),
            class: one.id,
            who: Who::Candidate(name.to_owned()),
            cell: None,
            certificate: None,
        };
        assert!(learning::insert_learner(&mut tx, &learner, "").await.unwrap());
    }
    let listed = learning::learners(&mut tx, one.id).await.unwrap();
    let names: Vec<_> = listed.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Lê Thị An", "Đỗ Văn Út"], "by given name");
}

#[rstest]
#[tokio::test]
async fn a_certificate_is_claimed_for_one_candidate(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let one = class(&ground, ClassKind::Candidates);
    let mut tx = ground.store.write().await.unwrap();
    learning::save_class(&mut tx, &one, at(8, 0), None).await.unwrap();
    let candidate = crate::recruiting::candidate(&ground, "Lê Thị An", ground.cell());
    recruiting::insert(&mut tx, &candidate, at(8, 0), None).await.unwrap();
    let learner = |cell| Learner {
        id: LearnerId(ground.id()),
        class: one.id,
        who: Who::Candidate("Lê Thị An".to_owned()),
        cell,
        certificate: None,
    };
    let learners = [learner(None), learner(Some(ground.cell())), learner(Some(ground.world.school))];
    let certificate = Certificate { number: "7".to_owned(), on: date(2026, 10, 9) };
    for one in &learners {
        assert!(learning::insert_learner(&mut tx, one, "").await.unwrap());
        learning::certify(&mut tx, one.id, Some(&certificate), at(8, 0)).await.unwrap();
    }
    let held_by = [ground.world.ward];
    let free = async |tx: &mut nennep_store::WriteTx| -> Vec<LearnerId> {
        let free = learning::certificates_free(tx, &held_by, candidate.cell).await.unwrap();
        free.iter().map(|one| one.learner).collect()
    };
    assert_eq!(free(&mut tx).await, [learners[0].id, learners[1].id], "not those another cell sent");
    assert!(learning::claim(&mut tx, learners[0].id, Some(candidate.id)).await.unwrap());
    assert!(!learning::claim(&mut tx, learners[1].id, Some(candidate.id)).await.unwrap(), "once a class");
    assert_eq!(free(&mut tx).await, [learners[1].id]);
    let taken = learning::certificates_of_candidates(&mut tx, &[candidate.id]).await.unwrap();
    assert_eq!((taken.len(), taken[0].0, taken[0].1.number.as_str()), (1, candidate.id, "7"));
    assert!(learning::claim(&mut tx, learners[0].id, None).await.unwrap());
    assert!(!learning::claim(&mut tx, learners[0].id, None).await.unwrap());

    let theory = class(&ground, ClassKind::NewMembers);
    learning::save_class(&mut tx, &theory, at(8, 0), None).await.unwrap();
    let member = ground.member(20);
    let learner = Learner { class: theory.id, who: Who::Member(member), ..learner(None) };
    assert!(learning::insert_learner(&mut tx, &learner, "An").await.unwrap());
    learning::certify(&mut tx, learner.id, Some(&certificate), at(8, 0)).await.unwrap();
    let kind = ClassKind::NewMembers;
    let found = learning::certificates_of_members(&mut tx, &[member], kind).await.unwrap();
    assert_eq!((found.len(), found[0].1.on), (1, certificate.on));
    let kind = ClassKind::Theory;
    assert!(learning::certificates_of_members(&mut tx, &[member], kind).await.unwrap().is_empty());
}
