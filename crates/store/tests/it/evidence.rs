//! Files put to tasks, and results that a cell returned.

use jiff::civil::date;
use nennep_domain::{ids::EvidenceId, tasks::Evidence, time::Instant};
use nennep_store::{meetings, tasks};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::{
    ground::{ground, november},
    tasks::task,
};

#[rstest]
#[tokio::test]
async fn files_stand_once_and_go_with_the_last_that_has_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let at = Instant::from_local(date(2026, 11, 5).at(8, 0, 0, 0));
    let meeting = ground.meeting(november()).await.id;
    let task = task(&ground, meeting, 1);
    let mut tx = ground.store.write().await.unwrap();
    tasks::insert_many(&mut tx, std::slice::from_ref(&task), at, None).await.unwrap();
    let file = |id| Evidence {
        id,
        task: task.id,
        name: "anh.png".to_owned(),
        note: "Con đường mới".to_owned(),
        media_type: "image/png".to_owned(),
        size: 4,
        sha256: vec![7; 32],
        added_at: at,
        added_by: Some(ground.secretary()),
    };
    let (first, second) = (file(EvidenceId(ground.id())), file(EvidenceId(ground.id())));
    assert!(tasks::insert_evidence(&mut tx, &first, b"\x89PNG").await.unwrap());
    assert!(!tasks::insert_evidence(&mut tx, &first, b"\x89PNG").await.unwrap(), "sent twice");
    assert!(tasks::insert_evidence(&mut tx, &second, b"\x89PNG").await.unwrap());
    assert_eq!(tasks::find_evidence(&mut tx, first.id).await.unwrap(), Some(first.clone()));
    assert_eq!(tasks::evidence(&mut tx, task.id).await.unwrap().len(), 2);
    assert!(tasks::delete_evidence(&mut tx, first.id).await.unwrap());
    assert!(!tasks::delete_evidence(&mut tx, first.id).await.unwrap());
    assert!(meetings::file_bytes(&mut tx, &first.sha256).await.unwrap().is_some(), "the other has them");
    let days = (date(2026, 1, 1), date(2026, 12, 31));
    assert!(tasks::shown_of_member(&mut tx, ground.member(5), days, 10).await.unwrap().is_empty());
    tasks::report(&mut tx, task.id, "Xong", 100, Some(date(2026, 11, 5))).await.unwrap();
    let shown = tasks::shown_of_member(&mut tx, ground.member(5), days, 10).await.unwrap();
    assert_eq!(shown, [(task.id, 1)]);
    assert!(tasks::delete_evidence(&mut tx, second.id).await.unwrap());
    assert!(meetings::file_bytes(&mut tx, &first.sha256).await.unwrap().is_none());
    assert!(tasks::returns(&mut tx, task.id).await.unwrap().is_empty());
    assert!(tasks::insert_return(&mut tx, task.id, "Thiếu ảnh", at, None).await.unwrap());
    assert!(
        !tasks::insert_return(&mut tx, task.id, "Thiếu ảnh", at, None).await.unwrap(),
        "at the same moment"
    );
    let returned = tasks::returns(&mut tx, task.id).await.unwrap();
    assert_eq!((returned.len(), returned[0].reason.as_str()), (1, "Thiếu ảnh"));
}
