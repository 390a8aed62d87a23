//! What a task's result rests on: put there by whoever answers for it, returned or accepted by the cell.

use jiff::civil::date;
use nennep_app::{
    Error,
    tasks::{self, EvidenceForm},
};
use nennep_domain::ids::{EvidenceId, TaskId};
use nennep_testkit::{Engine, World};
use rstest::rstest;

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n....";

/// A task of member 5, set in a meeting that was held.
async fn given(world: &World) -> TaskId {
    world.hold_meeting(date(2026, 11, 5)).await.task
}

#[rstest]
#[tokio::test]
async fn a_result_rests_on_files_and_is_returned_or_accepted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = given(&world).await;
    let member = world.acting_for(world.member).await;
    let secretary = world.acting_for(world.secretary).await;
    let stranger = world.acting_for(world.stranger).await;
    let file = EvidenceId(member.new_id());
    let form = |id, name, bytes| EvidenceForm { id, name, note: "Con đường mới", bytes };
    tasks::attach_evidence(&member, id, form(file, "anh.png", PICTURE)).await.unwrap();
    tasks::attach_evidence(&member, id, form(file, "anh.png", PICTURE)).await.unwrap();
    // Kinds and size are those of papers.
    for (name, bytes) in [("a.html", b"<script>".as_slice()), ("gia.png", b"MZ"), ("rong.png", b"")] {
        let wrong = tasks::attach_evidence(&member, id, form(EvidenceId(member.new_id()), name, bytes)).await;
        assert!(matches!(wrong, Err(Error::Invalid(problems)) if problems.0[0].field == "file"), "{name}");
    }
    let other = form(EvidenceId(stranger.new_id()), "anh.png", PICTURE);
    assert!(tasks::attach_evidence(&stranger, id, other).await.is_err());
    assert!(matches!(tasks::download_evidence(&stranger, id, file).await, Err(Error::NotFound)));
    let (kept, bytes) = tasks::download_evidence(&secretary, id, file).await.unwrap();
    assert_eq!((kept.name.as_str(), bytes.as_slice()), ("anh.png", PICTURE));
    assert_eq!(tasks::history(&secretary, id).await.unwrap().evidence.len(), 1);

    // Not reported done: there is nothing to return. Reported: returned with a reason, and not done again.
    assert!(matches!(tasks::send_back(&secretary, id, "Thiếu ảnh").await, Err(Error::Invalid(_))));
    tasks::report(&member, id, "Đã xong", 100).await.unwrap();
    assert!(matches!(tasks::send_back(&member, id, "x").await, Err(Error::Forbidden)));
    let without = tasks::send_back(&secretary, id, " ").await;
    assert!(matches!(without, Err(Error::Invalid(problems)) if problems.0[0].field == "reason"));
    tasks::send_back(&secretary, id, "Thiếu ảnh hộ thứ ba").await.unwrap();
    let history = tasks::history(&member, id).await.unwrap();
    assert_eq!((history.task.done_on, history.task.done_percent), (None, 99));
    assert_eq!(history.returns[0].reason, "Thiếu ảnh hộ thứ ba");
    assert!(matches!(tasks::accept(&secretary, id, None, true).await, Err(Error::Invalid(_))));

    tasks::report(&member, id, "Đã xong", 100).await.unwrap();
    tasks::accept(&secretary, id, None, true).await.unwrap();
    let late = form(EvidenceId(member.new_id()), "them.png", PICTURE);
    assert!(matches!(tasks::attach_evidence(&member, id, late).await, Err(Error::Refused(_))));
    assert!(matches!(tasks::remove_evidence(&member, id, file).await, Err(Error::Refused(_))), "it stands");
    tasks::accept(&secretary, id, None, false).await.unwrap();
    tasks::remove_evidence(&member, id, file).await.unwrap();
    tasks::remove_evidence(&member, id, file).await.unwrap();
    assert!(tasks::evidence_of(&member, id).await.unwrap().is_empty());
}

#[tokio::test]
async fn ten_files_and_no_more() {
    let world = World::new(Engine::Sqlite).await;
    let id = given(&world).await;
    let member = world.acting_for(world.member).await;
    for n in 0..11 {
        let name = format!("{n}.png");
        let form = EvidenceForm { id: EvidenceId(member.new_id()), name: &name, note: "", bytes: PICTURE };
        let done = tasks::attach_evidence(&member, id, form).await;
        assert_eq!(done.is_ok(), n < 10, "{n}: {done:?}");
    }
}
