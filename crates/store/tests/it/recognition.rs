//! Commendations, badges with their steps, and discipline kept apart.

use jiff::civil::{Date, date};
use nennep_domain::{
    decisions::Decision,
    ids::{BadgeProposalId, CommendationId, DisciplineId, MemberId, OrganisationId, StandingId},
    members::{Leaving, MemberGrade, Standing},
    recognition::{
        badges::{BadgeGround, BadgeProposal, BadgeStep, StepTaken},
        commendations::{Commendation, CommendationKind, Recipient},
        discipline::{Decided, Decider, Discipline, DisciplineForm, Disciplined, Ended},
    },
};
use nennep_store::{badges, commendations, discipline, members};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, at, ground};

const DAY: Date = date(2026, 11, 2);

fn decision(number: &str, on: Date) -> Decision {
    Decision { number: number.to_owned(), on, by: "Đảng ủy phường".to_owned() }
}

fn praised(ground: &Ground, to: Recipient, place: OrganisationId, on: Date) -> Commendation {
    Commendation {
        id: CommendationId(ground.id()),
        to,
        place,
        kind: CommendationKind::Certificate,
        reason: "Hoàn thành xuất sắc nhiệm vụ".to_owned(),
        decision: decision("12-QĐ/ĐU", on),
        ended: None,
    }
}

#[rstest]
#[tokio::test]
async fn commendations_are_entered_set_right_and_ended(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let (cell, member) = (ground.cell(), ground.member(3));
    let given = praised(&ground, Recipient::Member(member), cell, DAY);
    let of_cell = praised(&ground, Recipient::Organisation(cell), cell, date(2026, 5, 19));
    let mut tx = ground.store.write().await.unwrap();
    assert!(commendations::insert(&mut tx, &given, at(8, 0), Some(ground.secretary())).await.unwrap());
    assert!(!commendations::insert(&mut tx, &given, at(9, 0), None).await.unwrap(), "the same id again");
    assert!(commendations::insert(&mut tx, &of_cell, at(8, 0), None).await.unwrap());

    let kept = commendations::find(&mut tx, given.id).await.unwrap().unwrap();
    assert_eq!((&kept.commendation, kept.recorded_at, kept.ended_at), (&given, at(8, 0), None));
    assert!(!kept.name.is_empty());
    let of_member = commendations::of_member(&mut tx, member).await.unwrap();
    assert_eq!(of_member.iter().map(|one| one.commendation.id).collect::<Vec<_>>(), [given.id]);
    let of_it = commendations::of_organisation(&mut tx, cell).await.unwrap();
    assert_eq!(of_it[0].commendation, of_cell);
    let year = (date(2026, 1, 1), date(2026, 12, 31));
    let listed = commendations::list(&mut tx, &[cell, ground.world.agency], year, 10).await.unwrap();
    let ids: Vec<_> = listed.iter().map(|one| one.commendation.id).collect();
    assert_eq!(ids, [given.id, of_cell.id], "the latest first");
    assert!(commendations::list(&mut tx, &[ground.world.agency], year, 10).await.unwrap().is_empty());

    let right =
        Commendation { kind: CommendationKind::Merit, reason: "Năm 2026".to_owned(), ..given.clone() };
    assert!(!commendations::correct(&mut tx, &right, at(8, 1)).await.unwrap(), "entered before");
    assert!(commendations::correct(&mut tx, &right, at(8, 0)).await.unwrap());
    let end = decision("15-QĐ/ĐU", date(2026, 11, 4));
    assert!(commendations::end(&mut tx, given.id, &end, at(10, 0)).await.unwrap());
    assert!(!commendations::end(&mut tx, given.id, &end, at(11, 0)).await.unwrap());
    let kept = commendations::find(&mut tx, given.id).await.unwrap().unwrap();
    assert_eq!(kept.commendation, Commendation { ended: Some(end), ..right });
    assert!(!commendations::reopen(&mut tx, given.id, at(10, 1)).await.unwrap());
    assert!(commendations::reopen(&mut tx, given.id, at(10, 0)).await.unwrap());
    assert!(!commendations::take_back(&mut tx, given.id, at(8, 1)).await.unwrap());
    assert!(commendations::take_back(&mut tx, given.id, at(8, 0)).await.unwrap());
    assert_eq!(commendations::find(&mut tx, given.id).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn a_badge_goes_its_steps_and_is_proposed_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let (cell, member) = (ground.cell(), ground.member(4));
    let step = |step, on| StepTaken { step, on, number: String::new(), by: "Chi bộ".to_owned() };
    let new = |years| BadgeProposal {
        id: BadgeProposalId(ground.id()),
        member,
        cell,
        years,
        ground: BadgeGround::Due,
        day: date(2027, 2, 3),
        steps: vec![step(BadgeStep::Requested, DAY)],
        withdrawn_on: None,
    };
    let first = new(30);
    let mut tx = ground.store.write().await.unwrap();
    assert!(badges::insert(&mut tx, &first, at(8, 0), Some(ground.secretary())).await.unwrap());
    assert!(!badges::insert(&mut tx, &first, at(8, 0), None).await.unwrap());
    assert!(!badges::insert(&mut tx, &new(30), at(8, 0), None).await.unwrap(), "one of a badge at a time");
    let awarded = StepTaken { number: "38-0001".to_owned(), ..step(BadgeStep::Awarded, date(2027, 2, 3)) };
    let decided = StepTaken { number: "7-QĐ/TU".to_owned(), ..step(BadgeStep::Decided, date(2027, 1, 9)) };
    for taken in [&awarded, &decided] {
        assert!(badges::add_step(&mut tx, first.id, taken, "38-0000", at(9, 0), None).await.unwrap());
    }
    assert!(!badges::add_step(&mut tx, first.id, &decided, "", at(9, 0), None).await.unwrap());
    let kept = badges::find(&mut tx, first.id).await.unwrap().unwrap();
    let steps = vec![first.steps[0].clone(), decided, awarded];
    assert_eq!(kept.proposal, BadgeProposal { steps, ..first.clone() }, "in their order");
    assert_eq!((kept.entered, kept.before_number.as_str()), (vec![at(8, 0), at(9, 0), at(9, 0)], "38-0000"));
    assert_eq!(badges::awarded(&mut tx, ground.world.ward).await.unwrap(), [(member, 30)]);
    assert!(badges::awarded(&mut tx, ground.world.agency).await.unwrap().is_empty());
    assert!(!badges::undo_step(&mut tx, first.id, BadgeStep::Awarded, at(9, 1)).await.unwrap());
    assert!(badges::undo_step(&mut tx, first.id, BadgeStep::Awarded, at(9, 0)).await.unwrap());
    assert!(badges::awarded(&mut tx, ground.world.ward).await.unwrap().is_empty());

    assert_eq!(badges::of_cells(&mut tx, &[cell]).await.unwrap().len(), 1);
    assert!(badges::of_cells(&mut tx, &[ground.world.agency]).await.unwrap().is_empty());
    assert!(badges::withdraw(&mut tx, first.id, DAY).await.unwrap());
    assert!(!badges::withdraw(&mut tx, first.id, DAY).await.unwrap());
    assert!(badges::of_cells(&mut tx, &[cell]).await.unwrap().is_empty());
    assert!(
        badges::insert(&mut tx, &new(30), at(8, 0), None).await.unwrap(),
        "withdrawn, then proposed anew"
    );
    assert_eq!(badges::of_member(&mut tx, member).await.unwrap().len(), 2);
}

#[rstest]
#[tokio::test]
async fn who_died_of_late_is_known(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let (cell, member) = (ground.world.agency, ground.member(6));
    let mut tx = ground.store.write().await.unwrap();
    let standing = Standing {
        id: StandingId(ground.id()),
        cell,
        from_on: date(2026, 8, 1),
        to_on: Some(date(2026, 10, 1)),
        left: Some(Leaving::Deceased),
        ..members::standings_of(&mut tx, member).await.unwrap().remove(0)
    };
    members::insert_standings(&mut tx, &[standing]).await.unwrap();
    let found = badges::deceased(&mut tx, &[cell], (date(2026, 1, 1), DAY)).await.unwrap();
    assert_eq!(
        found.iter().map(|one| (one.member, one.died_on)).collect::<Vec<_>>(),
        [(member, date(2026, 10, 1))]
    );
    let earlier = badges::deceased(&mut tx, &[cell], (date(2026, 10, 1), DAY)).await.unwrap();
    assert!(earlier.is_empty());
}

fn measure(ground: &Ground, member: MemberId) -> Discipline {
    Discipline {
        id: DisciplineId(ground.id()),
        of: Disciplined::Member(member, MemberGrade::Official),
        place: ground.cell(),
        form: DisciplineForm::Reprimand,
        reason: "Bỏ sinh hoạt nhiều lần".to_owned(),
        proposed_on: None,
        decided: Some(Decided {
            decider: Decider::Cell,
            decision: decision("03-QĐ/CB", DAY),
            announced_on: DAY,
            holds_from: DAY,
            until_on: Some(date(2027, 11, 1)),
        }),
        received_on: None,
        ended: None,
    }
}

#[rstest]
#[tokio::test]
async fn discipline_is_decided_received_ended_and_taken_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let member = ground.member(7);
    let one = measure(&ground, member);
    let mut tx = ground.store.write().await.unwrap();
    assert!(discipline::insert(&mut tx, &one, at(8, 0), Some(ground.secretary())).await.unwrap());
    assert!(!discipline::insert(&mut tx, &one, at(8, 0), None).await.unwrap());
    discipline::receive(&mut tx, one.id, date(2026, 11, 4)).await.unwrap();
    let end = Ended { on: date(2026, 11, 5), basis: "QĐ 9".to_owned() };
    assert!(discipline::end(&mut tx, one.id, &end, at(9, 0)).await.unwrap());
    assert!(!discipline::end(&mut tx, one.id, &end, at(9, 0)).await.unwrap());
    let kept = discipline::find(&mut tx, one.id).await.unwrap().unwrap();
    let expected = Discipline { received_on: Some(date(2026, 11, 4)), ended: Some(end), ..one.clone() };
    assert_eq!((kept.discipline, kept.recorded_at, kept.ended_at), (expected, at(8, 0), Some(at(9, 0))));
    assert!(!discipline::reopen(&mut tx, one.id, at(9, 1)).await.unwrap());
    assert!(discipline::reopen(&mut tx, one.id, at(9, 0)).await.unwrap());
    assert_eq!(discipline::of_member(&mut tx, member).await.unwrap()[0].discipline.ended, None);
    assert!(!discipline::take_back(&mut tx, one.id, at(8, 1)).await.unwrap());
    assert!(discipline::take_back(&mut tx, one.id, at(8, 0)).await.unwrap());
    assert_eq!(discipline::find(&mut tx, one.id).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn a_proposal_is_decided_from_above_perhaps_in_a_lighter_form(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let cell = ground.cell();
    let decided = measure(&ground, ground.member(7));
    let proposed = Discipline {
        id: DisciplineId(ground.id()),
        form: DisciplineForm::Expulsion,
        proposed_on: Some(date(2026, 10, 1)),
        decided: None,
        ..decided.clone()
    };
    let of_cell =
        Discipline { id: DisciplineId(ground.id()), of: Disciplined::Organisation(cell), ..decided.clone() };
    let mut tx = ground.store.write().await.unwrap();
    for one in [&decided, &proposed, &of_cell] {
        assert!(discipline::insert(&mut tx, one, at(8, 0), None).await.unwrap());
    }
    let listed = discipline::list(&mut tx, &[cell], 10).await.unwrap();
    assert_eq!(listed.len(), 3);
    assert_eq!((listed[0].discipline.id, &listed[0].discipline.decided), (proposed.id, &None));
    assert!(listed.iter().any(|one| one.discipline == of_cell && one.name.is_empty()));
    assert!(discipline::list(&mut tx, &[ground.world.agency], 10).await.unwrap().is_empty());
    discipline::receive(&mut tx, proposed.id, DAY).await.unwrap();
    let by = decided.decided.clone().unwrap();
    assert!(discipline::settle(&mut tx, proposed.id, DisciplineForm::Warning, &by, at(9, 0)).await.unwrap());
    assert!(!discipline::settle(&mut tx, proposed.id, DisciplineForm::Warning, &by, at(9, 0)).await.unwrap());
    let kept = discipline::find(&mut tx, proposed.id).await.unwrap().unwrap();
    let form = (kept.discipline.form, kept.proposed_form, kept.discipline.received_on);
    assert_eq!(form, (DisciplineForm::Warning, Some(DisciplineForm::Expulsion), None));
    assert_eq!((kept.discipline.decided, kept.settled_at), (Some(by), Some(at(9, 0))));
    assert!(!discipline::unsettle(&mut tx, proposed.id, at(9, 1)).await.unwrap());
    assert!(discipline::unsettle(&mut tx, proposed.id, at(9, 0)).await.unwrap());
    let again = discipline::find(&mut tx, proposed.id).await.unwrap().unwrap();
    assert_eq!(again.discipline, proposed);
    assert!(!discipline::unsettle(&mut tx, decided.id, at(0, 0)).await.unwrap(), "never a proposal");
}
