//! What comes before a meeting: papers, notices, preparations, leave.

use nennep_domain::{
    ids::{MeetingId, PaperId, PreparationId},
    meetings::{LeaveAnswer, Notice, Paper, Preparation, PreparationKind},
};
use nennep_store::meetings;
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, at, ground, november};

fn paper(ground: &Ground, meeting: MeetingId, sha256: u8) -> Paper {
    Paper {
        id: PaperId(ground.id()),
        meeting,
        item: None,
        name: "Đề cương.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        size: 5,
        sha256: vec![sha256],
        posted_at: at(8, i8::try_from(sha256).unwrap()),
        posted_by: Some(ground.secretary()),
    }
}

#[rstest]
#[tokio::test]
async fn the_same_bytes_stand_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let id = ground.meeting(november()).await.id;
    let (one, same) = (paper(&ground, id, 1), paper(&ground, id, 1));
    let mut tx = ground.store.write().await.unwrap();
    assert!(meetings::insert_paper(&mut tx, &one, b"%PDF-").await.unwrap());
    assert!(!meetings::insert_paper(&mut tx, &one, b"%PDF-").await.unwrap());
    assert!(meetings::insert_paper(&mut tx, &same, b"%PDF-").await.unwrap());
    assert_eq!(meetings::papers(&mut tx, id).await.unwrap().len(), 2);
    assert_eq!(meetings::find_paper(&mut tx, one.id).await.unwrap(), Some(one.clone()));
    assert!(meetings::delete_paper(&mut tx, one.id).await.unwrap());
    assert!(!meetings::delete_paper(&mut tx, one.id).await.unwrap());
    assert_eq!(meetings::file_bytes(&mut tx, &[1]).await.unwrap().as_deref(), Some(b"%PDF-".as_slice()));
    assert!(meetings::delete_paper(&mut tx, same.id).await.unwrap());
    assert_eq!(meetings::file_bytes(&mut tx, &[1]).await.unwrap(), None, "bytes nobody has are gone");
}

#[rstest]
#[tokio::test]
async fn notices_keep_their_first_times(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let id = ground.meeting(november()).await.id;
    let notice = |n: usize, hour: i8| Notice {
        meeting: id,
        member: ground.member(n),
        overseer: n == 9,
        sent_at: at(hour, 0),
        mailed_at: None,
        seen_at: None,
    };
    let mut tx = ground.store.write().await.unwrap();
    assert_eq!(meetings::insert_notices(&mut tx, &[notice(1, 8), notice(9, 8)]).await.unwrap(), 2);
    assert_eq!(meetings::insert_notices(&mut tx, &[notice(1, 9), notice(2, 9)]).await.unwrap(), 1);
    assert!(meetings::mark_seen(&mut tx, id, ground.member(1), at(10, 0)).await.unwrap());
    assert!(!meetings::mark_seen(&mut tx, id, ground.member(1), at(11, 0)).await.unwrap());
    meetings::mark_mailed(&mut tx, id, ground.member(1), at(10, 30)).await.unwrap();
    let listed = meetings::notices(&mut tx, id).await.unwrap();
    let mine = listed.iter().find(|one| one.member == ground.member(1)).unwrap();
    assert_eq!((mine.sent_at, mine.seen_at, mine.mailed_at), (at(8, 0), Some(at(10, 0)), Some(at(10, 30))));
    assert_eq!(listed.iter().filter(|one| one.overseer).count(), 1);
    assert_eq!(meetings::notices_of_member(&mut tx, ground.member(1), 10).await.unwrap(), [*mine]);
    assert_eq!(meetings::renew_notices(&mut tx, id, at(12, 0)).await.unwrap(), 3);
    let anew = meetings::notices(&mut tx, id).await.unwrap();
    assert!(anew.iter().all(|one| (one.sent_at, one.mailed_at, one.seen_at) == (at(12, 0), None, None)));
}

#[rstest]
#[tokio::test]
async fn preparations_are_the_members_own_until_released(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let id = ground.meeting(november()).await.id;
    let (me, other) = (ground.member(5), ground.member(6));
    let mine = Preparation {
        id: PreparationId(ground.id()),
        meeting: id,
        member: me,
        kind: PreparationKind::Remark,
        item: None,
        task: None,
        body: "Tôi sẽ nói về vệ sinh".to_owned(),
        changed_at: at(9, 0),
        released_at: None,
    };
    let mut tx = ground.store.write().await.unwrap();
    assert!(meetings::save_preparation(&mut tx, &mine).await.unwrap());
    let changed = Preparation { body: "và an ninh".to_owned(), changed_at: at(9, 5), ..mine.clone() };
    assert!(meetings::save_preparation(&mut tx, &changed).await.unwrap());
    let forged = Preparation { member: other, body: "của người khác".to_owned(), ..mine.clone() };
    assert!(!meetings::save_preparation(&mut tx, &forged).await.unwrap());
    assert_eq!(meetings::find_preparation(&mut tx, mine.id).await.unwrap(), Some(changed));
    assert_eq!(meetings::preparations(&mut tx, id, Some(me)).await.unwrap().len(), 1);
    assert!(meetings::preparations(&mut tx, id, Some(other)).await.unwrap().is_empty());
    assert!(meetings::preparations(&mut tx, id, None).await.unwrap().is_empty());
    assert!(!meetings::release_preparation(&mut tx, mine.id, other, Some(at(10, 0))).await.unwrap());
    assert!(meetings::release_preparation(&mut tx, mine.id, me, Some(at(10, 0))).await.unwrap());
    assert_eq!(meetings::preparations(&mut tx, id, Some(other)).await.unwrap().len(), 1);
    assert!(!meetings::delete_preparation(&mut tx, mine.id, other).await.unwrap());
    assert!(meetings::delete_preparation(&mut tx, mine.id, me).await.unwrap());
}

#[rstest]
#[tokio::test]
async fn asking_leave_again_voids_the_answer(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let id = ground.meeting(november()).await.id;
    let (me, by) = (ground.member(5), Some(ground.secretary()));
    let mut tx = ground.store.write().await.unwrap();
    meetings::ask_leave(&mut tx, id, me, "Ốm", at(8, 0)).await.unwrap();
    assert!(
        meetings::answer_leave(&mut tx, id, me, LeaveAnswer::Granted, "Chúc mau khỏe", at(9, 0), by)
            .await
            .unwrap()
    );
    let nobody = ground.member(6);
    assert!(
        !meetings::answer_leave(&mut tx, id, nobody, LeaveAnswer::Granted, "", at(9, 0), by).await.unwrap()
    );
    let answered = &meetings::leave_requests(&mut tx, id).await.unwrap()[0];
    assert_eq!((answered.answer, answered.answered_at), (Some(LeaveAnswer::Granted), Some(at(9, 0))));
    assert!(meetings::clear_leave_answer(&mut tx, id, me).await.unwrap());
    assert!(!meetings::clear_leave_answer(&mut tx, id, me).await.unwrap());
    let waits = &meetings::leave_requests(&mut tx, id).await.unwrap()[0];
    assert_eq!((waits.reason.as_str(), waits.answer, waits.answered_at), ("Ốm", None, None));
    meetings::answer_leave(&mut tx, id, me, LeaveAnswer::Granted, "", at(9, 5), by).await.unwrap();
    meetings::ask_leave(&mut tx, id, me, "Đi công tác", at(10, 0)).await.unwrap();
    let again = &meetings::leave_requests(&mut tx, id).await.unwrap()[0];
    assert_eq!((again.reason.as_str(), again.answer, again.answer_note.as_str()), ("Đi công tác", None, ""));
    assert!(meetings::withdraw_leave(&mut tx, id, me).await.unwrap());
    assert!(!meetings::withdraw_leave(&mut tx, id, me).await.unwrap());
}
