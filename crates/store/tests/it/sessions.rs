//! Sessions, tokens, failed attempts.

use nennep_domain::ids::{SessionId, TokenId};
use nennep_store::sessions::{self, Session, Token};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, at, ground};

fn session(ground: &Ground, hash: u8) -> Session {
    Session {
        id: SessionId(ground.id()),
        account: ground.secretary(),
        token_hash: vec![hash],
        device: "Điện thoại".to_owned(),
        created_at: at(8, 0),
        last_seen_at: at(8, i8::try_from(hash).unwrap()),
        expires_at: at(20, 0),
        ended_at: None,
    }
}

#[rstest]
#[tokio::test]
async fn sessions_are_seen_and_ended(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let me = ground.secretary();
    let all = [session(&ground, 1), session(&ground, 2), session(&ground, 3)];
    let mut tx = ground.store.write().await.unwrap();
    for one in &all {
        sessions::insert(&mut tx, one).await.unwrap();
    }
    sessions::touch(&mut tx, all[0].id, at(12, 0)).await.unwrap();
    sessions::touch(&mut tx, all[0].id, at(11, 0)).await.unwrap();
    let open = sessions::list_open(&mut tx, me, at(13, 0)).await.unwrap();
    assert_eq!(open.iter().map(|one| one.id).collect::<Vec<_>>(), [all[0].id, all[2].id, all[1].id]);
    assert_eq!(open[0].last_seen_at, at(12, 0), "a clock set back takes nothing away");
    assert!(sessions::list_open(&mut tx, me, at(20, 0)).await.unwrap().is_empty());
    assert!(sessions::end(&mut tx, me, all[1].id, at(13, 0)).await.unwrap());
    assert!(!sessions::end(&mut tx, me, all[1].id, at(13, 0)).await.unwrap());
    assert!(
        !sessions::end(&mut tx, ground.world.member, all[0].id, at(13, 0)).await.unwrap(),
        "another's is not mine"
    );
    assert_eq!(sessions::end_others(&mut tx, me, Some(all[0].id), at(14, 0)).await.unwrap(), 1);
    let found = sessions::find_by_token(&mut tx, &[3]).await.unwrap().unwrap();
    assert_eq!(found.ended_at, Some(at(14, 0)));
    assert!(sessions::find_by_token(&mut tx, &[4]).await.unwrap().is_none());
}

#[rstest]
#[tokio::test]
async fn tokens_are_listed_and_revoked(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let me = ground.secretary();
    let token = Token {
        id: TokenId(ground.id()),
        account: me,
        name: "Máy văn phòng".to_owned(),
        token_hash: vec![7],
        scopes: "read".to_owned(),
        created_at: at(8, 0),
        expires_at: at(20, 0),
        last_used_at: None,
        revoked_at: None,
    };
    let mut tx = ground.store.write().await.unwrap();
    sessions::insert_token(&mut tx, &token).await.unwrap();
    sessions::touch_token(&mut tx, token.id, at(9, 0)).await.unwrap();
    let listed = sessions::list_tokens(&mut tx, me).await.unwrap();
    assert_eq!((listed.len(), listed[0].last_used_at), (1, Some(at(9, 0))));
    assert!(!sessions::revoke_token(&mut tx, ground.world.member, token.id, at(10, 0)).await.unwrap());
    assert!(sessions::revoke_token(&mut tx, me, token.id, at(10, 0)).await.unwrap());
    assert!(sessions::list_tokens(&mut tx, me).await.unwrap().is_empty());
    let found = sessions::find_token(&mut tx, &[7]).await.unwrap().unwrap();
    assert_eq!((found.revoked_at, found.scopes.as_str()), (Some(at(10, 0)), "read"));
}

#[rstest]
#[tokio::test]
async fn failures_are_counted_by_login_and_origin(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let mut tx = ground.store.write().await.unwrap();
    for minute in 1..=3 {
        sessions::add_failure(&mut tx, "bi.thu", "10.0.0.9", at(9, minute)).await.unwrap();
    }
    sessions::add_failure(&mut tx, "bi.thu", "10.0.0.7", at(9, 1)).await.unwrap();
    assert_eq!(sessions::failures(&mut tx, "bi.thu", "10.0.0.9").await.unwrap(), Some((3, at(9, 3))));
    assert_eq!(sessions::failures(&mut tx, "bi.thu", "10.0.0.8").await.unwrap(), None);
    sessions::clear_failures(&mut tx, "bi.thu", "10.0.0.9", at(9, 0)).await.unwrap();
    assert_eq!(sessions::failures(&mut tx, "bi.thu", "10.0.0.9").await.unwrap(), None);
    assert_eq!(sessions::failures(&mut tx, "bi.thu", "10.0.0.7").await.unwrap(), Some((1, at(9, 1))));
    sessions::clear_failures(&mut tx, "x", "x", at(10, 0)).await.unwrap();
    assert_eq!(
        sessions::failures(&mut tx, "bi.thu", "10.0.0.7").await.unwrap(),
        None,
        "old ones are forgotten"
    );
}
