//! What samples write in bulk stands as if the deeds had written it one by one.

use jiff::civil::date;
use nennep_domain::{
    ids::{EventId, MemberId, PaperId, PreparationId, TaskId},
    meetings::{
        Attendance, LeaveAnswer, LeaveRequest, Paper, Preparation, PreparationKind, Resolution, RollEntry,
    },
    members::{MemberGrade, RollMember, StandingState},
    tasks::{Task, TaskReview, TaskState},
};
use nennep_store::{
    events::{self, Event},
    meetings,
    minutes::{self, Adopted},
    tasks::{self, Kept},
};
use nennep_testkit::Engine;
use rstest::rstest;
use serde_json::json;

use crate::ground::{at, ground, november};

#[rstest]
#[tokio::test]
async fn papers_share_their_bytes(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(november()).await.id;
    let paper = |name: &str| Paper {
        id: PaperId(ground.id()),
        meeting,
        item: None,
        name: name.to_owned(),
        media_type: "text/plain".to_owned(),
        size: 3,
        sha256: vec![7],
        posted_at: at(8, 0),
        posted_by: None,
    };
    let papers = [paper("Một.txt"), paper("Hai.txt")];
    let mut tx = ground.store.write().await.unwrap();
    let file: (&[u8], &[u8]) = (&[7], b"abc");
    meetings::insert_files(&mut tx, &[file]).await.unwrap();
    meetings::insert_files(&mut tx, &[file]).await.unwrap();
    assert_eq!(meetings::insert_papers(&mut tx, &papers).await.unwrap(), 2);
    assert_eq!(meetings::insert_papers(&mut tx, &papers).await.unwrap(), 0);
    assert_eq!(meetings::papers(&mut tx, meeting).await.unwrap().len(), 2);
    assert_eq!(meetings::file_bytes(&mut tx, &[7]).await.unwrap().as_deref(), Some(b"abc".as_slice()));
}

#[rstest]
#[tokio::test]
async fn leave_and_preparations_come_with_their_answers(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(november()).await.id;
    let asked = LeaveRequest {
        meeting,
        member: ground.member(5),
        reason: "Ốm".to_owned(),
        asked_at: at(8, 0),
        answer: None,
        answered_at: None,
        answer_note: String::new(),
    };
    let granted = LeaveRequest {
        member: ground.member(6),
        asked_at: at(8, 5),
        answer: Some(LeaveAnswer::Granted),
        answered_at: Some(at(9, 0)),
        ..asked.clone()
    };
    let prepared = Preparation {
        id: PreparationId(ground.id()),
        meeting,
        member: ground.member(5),
        kind: PreparationKind::Remark,
        item: None,
        task: None,
        body: "Tôi sẽ nói về vệ sinh".to_owned(),
        changed_at: at(9, 0),
        released_at: Some(at(10, 0)),
    };
    let mut tx = ground.store.write().await.unwrap();
    let by = Some(ground.secretary());
    meetings::insert_leave_requests(&mut tx, &[asked.clone(), granted.clone()], by).await.unwrap();
    assert_eq!(meetings::leave_requests(&mut tx, meeting).await.unwrap(), [asked, granted]);
    meetings::insert_preparations(&mut tx, std::slice::from_ref(&prepared)).await.unwrap();
    assert_eq!(meetings::find_preparation(&mut tx, prepared.id).await.unwrap(), Some(prepared));
}

#[rstest]
#[tokio::test]
async fn the_rolls_of_many_meetings_are_kept_apart(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let (first, second) = (ground.meeting(november()).await.id, ground.meeting(november().plus(1)).await.id);
    let line = |member: MemberId, attendance: Attendance| RollEntry {
        who: RollMember {
            member,
            name: "Lê Thị Bưởi".to_owned(),
            grade: MemberGrade::Official,
            state: StandingState::Active,
        },
        attendance: Some(attendance),
        arrived_at: None,
        left_at: None,
        note: String::new(),
    };
    let (here, away) =
        (line(ground.member(1), Attendance::Present), line(ground.member(1), Attendance::Excused));
    let mut tx = ground.store.write().await.unwrap();
    meetings::insert_roll_lines(&mut tx, &[(first, &here), (second, &away)]).await.unwrap();
    assert_eq!(meetings::roll(&mut tx, first).await.unwrap(), [here]);
    assert_eq!(meetings::roll(&mut tx, second).await.unwrap(), [away]);
}

#[rstest]
#[tokio::test]
async fn tasks_come_as_far_as_they_are(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let (set_in, found_in) =
        (ground.meeting(november()).await.id, ground.meeting(november().plus(1)).await.id);
    let task = Task {
        id: TaskId(ground.id()),
        cell: ground.cell(),
        meeting: set_in,
        item: None,
        position: 1,
        title: "Vệ sinh ngõ".to_owned(),
        product: String::new(),
        owner: Some(ground.member(5)),
        deadline: Some(date(2026, 11, 30)),
        reports_in: Some(november().plus(1)),
        state: TaskState::Dated,
        result: "Đã xong".to_owned(),
        done_percent: 100,
        done_on: Some(date(2026, 11, 28)),
        dropped_on: None,
        accepted_at: Some(at(21, 30)),
        version: 2,
    };
    let kept = Kept {
        task: task.clone(),
        set_at: at(21, 0),
        set_by: None,
        accepted_in: Some(found_in),
        drop_reason: String::new(),
    };
    let review = TaskReview {
        meeting: found_in,
        task: task.id,
        state_before: TaskState::Dated,
        result: "Đã xong".to_owned(),
        done_percent: 100,
    };
    let mut tx = ground.store.write().await.unwrap();
    assert_eq!(tasks::insert_kept(&mut tx, std::slice::from_ref(&kept)).await.unwrap(), 1);
    assert_eq!(tasks::insert_kept(&mut tx, std::slice::from_ref(&kept)).await.unwrap(), 0);
    assert_eq!(tasks::accepted_in(&mut tx, found_in).await.unwrap(), [task]);
    tasks::save_dated_reviews(&mut tx, &[(&review, at(21, 30))], None).await.unwrap();
    assert_eq!(tasks::reviews(&mut tx, found_in).await.unwrap(), [review]);
}

#[rstest]
#[tokio::test]
async fn minutes_resolutions_and_events_of_many_meetings(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(november()).await.id;
    let adopted =
        Adopted { meeting, body: json!({ "items": ["một"] }), sha256: vec![1; 32], adopted_at: at(21, 10) };
    let written =
        Resolution { direction: "Tập trung vệ sinh".to_owned(), version: 1, ..Resolution::default() };
    let event = Event {
        id: EventId(ground.id()),
        at: at(21, 10),
        account: None,
        kind: "meeting.minutes_adopted".to_owned(),
        organisation: Some(ground.cell()),
        subject: Some(meeting.0),
        payload: json!({}),
    };
    let mut tx = ground.store.write().await.unwrap();
    assert_eq!(minutes::insert_many(&mut tx, std::slice::from_ref(&adopted), None).await.unwrap(), 1);
    assert_eq!(minutes::insert_many(&mut tx, std::slice::from_ref(&adopted), None).await.unwrap(), 0);
    assert_eq!(minutes::find(&mut tx, meeting).await.unwrap(), Some(adopted));
    minutes::insert_resolutions(&mut tx, &[(meeting, written.clone(), at(21, 0))]).await.unwrap();
    assert_eq!(minutes::resolution(&mut tx, meeting).await.unwrap(), written);
    events::insert_many(&mut tx, std::slice::from_ref(&event)).await.unwrap();
    assert_eq!(events::list_of(&mut tx, meeting.0, 10).await.unwrap(), [event]);
}
