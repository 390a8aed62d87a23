//! Meetings as one member looks at them.

use nennep_domain::{
    ids::RemarkId,
    meetings::{Attendance, LeaveAnswer, Remark, RemarkKind, RollEntry, Speaker},
    members::{MemberGrade, RollMember, StandingState},
};
use nennep_store::meetings::{self, Step};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, at, ground, november};

fn entry(ground: &Ground, n: usize) -> RollEntry {
    let who = RollMember {
        member: ground.member(n),
        name: "Trần Văn Bình".to_owned(),
        grade: MemberGrade::Official,
        state: StandingState::Active,
    };
    RollEntry { who, attendance: None, arrived_at: None, left_at: None, note: String::new() }
}

#[rstest]
#[tokio::test]
async fn what_comes_next_stands_first(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let id = ground.meeting(november()).await.id;
    let cells = [ground.cell()];
    let mut tx = ground.store.write().await.unwrap();
    let coming = meetings::coming(&mut tx, &cells, at(8, 0), 5).await.unwrap();
    assert_eq!((coming[0].meeting, coming[0].starts_at), (id, Some(at(19, 30))));
    assert!(meetings::coming(&mut tx, &[], at(8, 0), 5).await.unwrap().is_empty());
    assert!(meetings::coming(&mut tx, &cells, at(20, 0), 5).await.unwrap().is_empty(), "it is over");
    meetings::mark_step(&mut tx, id, Step::Opened, ground.done(at(19, 31))).await.unwrap();
    let running = meetings::coming(&mut tx, &cells, at(20, 0), 5).await.unwrap();
    assert_eq!(running[0].opened_at, Some(at(19, 31)), "one under way is there however late it is");
}

#[rstest]
#[tokio::test]
async fn a_member_sees_what_was_attended_and_answered(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let id = ground.meeting(november()).await.id;
    let item = ground.item(id, 1).await.id;
    let (me, other) = (ground.member(1), ground.member(2));
    let remark = |member, kind, minute, body: &str| Remark {
        id: RemarkId(ground.id()),
        meeting: id,
        item,
        speaker: Speaker::Member(member),
        kind,
        body: body.to_owned(),
        at: at(20, minute),
        version: 1,
    };
    let said = [
        remark(me, RemarkKind::Proposal, 1, "Sửa đèn đường"),
        remark(other, RemarkKind::Answer, 2, "Sửa trong tháng"),
        remark(me, RemarkKind::Proposal, 3, "Mua ghế"),
    ];
    let mut tx = ground.store.write().await.unwrap();
    meetings::ask_leave(&mut tx, id, me, "Ốm", at(8, 0)).await.unwrap();
    let leave = meetings::leave_of_member(&mut tx, me, at(7, 0), 5).await.unwrap();
    assert_eq!((leave[0].meeting, leave[0].answer), (id, None));
    let by = Some(ground.secretary());
    meetings::answer_leave(&mut tx, id, me, LeaveAnswer::Granted, "Chúc mau khỏe", at(9, 0), by)
        .await
        .unwrap();
    let leave = meetings::leave_of_member(&mut tx, me, at(8, 30), 5).await.unwrap();
    assert_eq!((leave[0].answer, leave[0].answered_at), (Some(LeaveAnswer::Granted), Some(at(9, 0))));
    assert!(meetings::leave_of_member(&mut tx, me, at(9, 30), 5).await.unwrap().is_empty());

    meetings::insert_roll(&mut tx, id, &[entry(&ground, 1)]).await.unwrap();
    meetings::mark_attendance(&mut tx, id, me, Some(Attendance::Present), None, None, "").await.unwrap();
    meetings::insert_remarks(&mut tx, &said, by).await.unwrap();
    assert!(meetings::attended_by(&mut tx, me, 5).await.unwrap().is_empty(), "it is not closed");
    meetings::mark_step(&mut tx, id, Step::Closed, ground.done(at(21, 0))).await.unwrap();
    let attended = meetings::attended_by(&mut tx, me, 5).await.unwrap();
    assert_eq!((attended[0].attendance, attended[0].remarks), (Some(Attendance::Present), 2));
    assert!(meetings::attended_by(&mut tx, other, 5).await.unwrap().is_empty(), "not on the roll");

    let proposals = meetings::proposals_of_member(&mut tx, me, at(8, 0), 5).await.unwrap();
    let answers: Vec<_> = proposals.iter().map(|one| (one.body.as_str(), one.answer.as_deref())).collect();
    assert_eq!(answers, [("Mua ghế", None), ("Sửa đèn đường", Some("Sửa trong tháng"))]);
    assert!(meetings::proposals_of_member(&mut tx, me, at(20, 30), 5).await.unwrap().is_empty());
}
