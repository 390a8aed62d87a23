//! What happens in the room: roll, guests, remarks.

use nennep_domain::{
    ids::{GuestId, MeetingId, RemarkId},
    meetings::{Attendance, Guest, Remark, RemarkKind, RollEntry, Speaker},
    members::{MemberGrade, RollMember, StandingState},
};
use nennep_store::meetings::{self, Step};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, at, ground, november};

fn entry(ground: &Ground, n: usize, name: &str) -> RollEntry {
    let who = RollMember {
        member: ground.member(n),
        name: name.to_owned(),
        grade: MemberGrade::Official,
        state: StandingState::Active,
    };
    RollEntry { who, attendance: None, arrived_at: None, left_at: None, note: String::new() }
}

async fn with_roll(ground: &Ground) -> MeetingId {
    let id = ground.meeting(november()).await.id;
    let roll = [entry(ground, 0, "Trần Văn Bình"), entry(ground, 1, "Lê An"), entry(ground, 2, "Đỗ Thị An")];
    let mut tx = ground.store.write().await.unwrap();
    meetings::insert_roll(&mut tx, id, &roll).await.unwrap();
    meetings::insert_roll(&mut tx, id, &roll).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[rstest]
#[tokio::test]
async fn a_roll_is_kept_by_given_name(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let id = with_roll(&ground).await;
    let mut tx = ground.store.write().await.unwrap();
    let names: Vec<_> =
        meetings::roll(&mut tx, id).await.unwrap().into_iter().map(|one| one.who.name).collect();
    assert_eq!(names, ["Đỗ Thị An", "Lê An", "Trần Văn Bình"]);
    let mark = async |tx: &mut nennep_store::WriteTx, n: usize, attendance| {
        meetings::mark_attendance(
            tx,
            id,
            ground.member(n),
            attendance,
            Some(at(19, 45)),
            Some(at(20, 30)),
            "Muộn",
        )
        .await
    };
    assert!(mark(&mut tx, 0, Some(Attendance::Present)).await.unwrap());
    assert!(!mark(&mut tx, 9, Some(Attendance::Present)).await.unwrap(), "not on the roll");
    let marked = meetings::roll(&mut tx, id).await.unwrap().pop().unwrap();
    assert_eq!(marked.attendance, Some(Attendance::Present));
    assert_eq!(
        (marked.arrived_at, marked.left_at, marked.note.as_str()),
        (Some(at(19, 45)), Some(at(20, 30)), "Muộn")
    );
    let run = meetings::excused_before(&mut tx, ground.cell(), november().plus(-10), november().plus(1))
        .await
        .unwrap();
    assert!(run.is_empty(), "a meeting that is not closed counts for nothing");
    meetings::mark_step(&mut tx, id, Step::Closed, ground.done(at(21, 0))).await.unwrap();
    let run = meetings::excused_before(&mut tx, ground.cell(), november().plus(-10), november().plus(1))
        .await
        .unwrap();
    assert_eq!(run, [(ground.member(0), november(), Attendance::Present)]);
    assert!(
        meetings::excused_before(&mut tx, ground.cell(), november().plus(-10), november())
            .await
            .unwrap()
            .is_empty()
    );
    meetings::clear_roll(&mut tx, id).await.unwrap();
    assert!(meetings::roll(&mut tx, id).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn remarks_know_who_spoke(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let id = with_roll(&ground).await;
    let item = ground.item(id, 1).await.id;
    let guest = Guest {
        id: GuestId(ground.id()),
        meeting: id,
        name: "Phan Thị Khách".to_owned(),
        role: "Trưởng ban công tác Mặt trận".to_owned(),
        member: None,
        overseer: false,
    };
    let silent = Guest { id: GuestId(ground.id()), overseer: true, ..guest.clone() };
    let remark = |speaker: Speaker, minute: i8| Remark {
        id: RemarkId(ground.id()),
        meeting: id,
        item,
        speaker,
        kind: RemarkKind::Remark,
        body: "Ý kiến".to_owned(),
        at: at(20, minute),
        version: 1,
    };
    let by_member = remark(Speaker::Member(ground.member(1)), 5);
    let by_guest = remark(Speaker::Guest(guest.id), 1);
    let mut tx = ground.store.write().await.unwrap();
    meetings::insert_guests(&mut tx, &[guest.clone(), silent.clone()]).await.unwrap();
    assert_eq!(meetings::guests(&mut tx, id).await.unwrap().len(), 2);
    let both = [by_member.clone(), by_guest.clone()];
    let by = Some(ground.secretary());
    assert_eq!(meetings::insert_remarks(&mut tx, &both, by).await.unwrap(), 2);
    assert_eq!(meetings::insert_remarks(&mut tx, &both, by).await.unwrap(), 0, "posted twice, kept once");
    assert_eq!(meetings::remarks(&mut tx, id).await.unwrap(), [by_guest.clone(), by_member.clone()]);
    assert!(!meetings::delete_guest(&mut tx, id, guest.id).await.unwrap(), "who spoke stays in the minutes");
    assert!(meetings::delete_guest(&mut tx, id, silent.id).await.unwrap());

    assert!(
        meetings::change_remark(&mut tx, by_member.id, 1, RemarkKind::Proposal, "Đề nghị").await.unwrap()
    );
    assert!(!meetings::change_remark(&mut tx, by_member.id, 1, RemarkKind::Remark, "Khác").await.unwrap());
    let kept = meetings::find_remark(&mut tx, by_member.id).await.unwrap().unwrap();
    assert_eq!((kept.body.as_str(), kept.kind, kept.version), ("Đề nghị", RemarkKind::Proposal, 2));
    assert!(meetings::withdraw_remark(&mut tx, id, by_member.id, Some(at(20, 9))).await.unwrap());
    assert!(!meetings::withdraw_remark(&mut tx, id, by_member.id, Some(at(20, 9))).await.unwrap());
    assert_eq!(meetings::remarks(&mut tx, id).await.unwrap().len(), 1);
    assert!(meetings::withdraw_remark(&mut tx, id, by_member.id, None).await.unwrap());
    assert_eq!(meetings::remarks(&mut tx, id).await.unwrap().len(), 2);
}
