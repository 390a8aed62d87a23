//! Jobs: claimed by one at a time, put back, given up.

use nennep_domain::ids::JobId;
use nennep_store::jobs;
use nennep_testkit::Engine;
use rstest::rstest;
use serde_json::json;

use crate::ground::{at, ground};

#[rstest]
#[tokio::test]
async fn a_job_is_claimed_by_one(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let mut tx = ground.store.write().await.unwrap();
    let (first, later) = (JobId(ground.id()), JobId(ground.id()));
    jobs::insert(&mut tx, first, "mail_notices", &json!({ "meeting": "x" }), at(9, 0)).await.unwrap();
    jobs::insert(&mut tx, later, "mail_notices", &json!({}), at(12, 0)).await.unwrap();
    assert_eq!(jobs::counts(&mut tx).await.unwrap(), (2, 0));
    assert!(jobs::claim(&mut tx, at(8, 59), at(9, 9)).await.unwrap().is_none(), "not before its time");
    let claimed = jobs::claim(&mut tx, at(9, 0), at(9, 10)).await.unwrap().unwrap();
    assert_eq!((claimed.id, claimed.attempts, &claimed.payload["meeting"]), (first, 1, &json!("x")));
    assert!(jobs::claim(&mut tx, at(9, 5), at(9, 15)).await.unwrap().is_none(), "claimed by another");
    let again = jobs::claim(&mut tx, at(9, 10), at(9, 20)).await.unwrap().unwrap();
    assert_eq!((again.id, again.attempts), (first, 2), "a claim that ran out is free");
    jobs::put_back(&mut tx, first, at(10, 0), None, "máy chủ thư không trả lời").await.unwrap();
    assert!(jobs::claim(&mut tx, at(9, 30), at(9, 40)).await.unwrap().is_none());
    jobs::put_back(&mut tx, first, at(10, 0), Some(at(9, 50)), "thôi").await.unwrap();
    let failed = jobs::failed(&mut tx, 10).await.unwrap();
    assert_eq!((failed.len(), failed[0].last_error.as_str()), (1, "thôi"));
    let last = jobs::claim(&mut tx, at(12, 0), at(12, 10)).await.unwrap().unwrap();
    jobs::finish(&mut tx, last.id, at(12, 1)).await.unwrap();
    assert_eq!(jobs::counts(&mut tx).await.unwrap(), (0, 1));
    assert!(!jobs::retry(&mut tx, last.id, at(13, 0)).await.unwrap(), "it was not given up");
    assert!(jobs::retry(&mut tx, first, at(13, 0)).await.unwrap());
    let again = jobs::claim(&mut tx, at(13, 0), at(13, 10)).await.unwrap().unwrap();
    assert_eq!((again.id, again.attempts), (first, 1), "it begins anew");
}
