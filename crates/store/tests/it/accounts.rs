//! Accounts and invitations.

use nennep_domain::ids::{AccountId, InvitationId};
use nennep_store::accounts::{self, Account, Filter, Invitation};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, at, ground};

fn account(ground: &Ground, login: &str) -> Account {
    Account {
        id: AccountId(ground.id()),
        login: login.to_owned(),
        name: "Người dùng".to_owned(),
        email: String::new(),
        member: None,
        password_hash: None,
        totp_secret: None,
        totp_confirmed_at: None,
        totp_last_step: None,
        created_at: at(8, 0),
        disabled_at: None,
    }
}

#[rstest]
#[tokio::test]
async fn logins_meet_however_they_are_written(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let mut tx = ground.store.write().await.unwrap();
    let new = account(&ground, "Lê.Uỷ");
    assert!(accounts::insert(&mut tx, &new).await.unwrap());
    assert!(!accounts::insert(&mut tx, &account(&ground, "le.ủy")).await.unwrap());
    let found = accounts::find_by_login(&mut tx, "LE UY").await.unwrap().unwrap();
    assert_eq!((found.id, found.login.as_str()), (new.id, "Lê.Uỷ"));
    let of_member = accounts::find_by_member(&mut tx, ground.member(0)).await.unwrap().unwrap();
    assert_eq!(of_member.id, ground.secretary());
    let first = accounts::list(&mut tx, None, 4).await.unwrap();
    let last = first.last().unwrap();
    let rest = accounts::list(&mut tx, Some((&last.name, last.id)), 100).await.unwrap();
    assert_eq!(first.len() + rest.len(), 10);
}

#[rstest]
#[tokio::test]
async fn secrets_change_and_codes_work_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let id = ground.secretary();
    let mut tx = ground.store.write().await.unwrap();
    accounts::set_password(&mut tx, id, "$argon2id$x").await.unwrap();
    accounts::set_totp(&mut tx, id, Some(&[9, 9]), Some(at(9, 0))).await.unwrap();
    assert!(accounts::use_totp_step(&mut tx, id, 100).await.unwrap());
    assert!(!accounts::use_totp_step(&mut tx, id, 100).await.unwrap());
    assert!(!accounts::use_totp_step(&mut tx, id, 99).await.unwrap());
    accounts::set_disabled(&mut tx, id, Some(at(10, 0))).await.unwrap();
    let kept = accounts::find(&mut tx, id).await.unwrap().unwrap();
    assert_eq!(kept.password_hash.as_deref(), Some("$argon2id$x"));
    assert_eq!((kept.totp_secret, kept.totp_confirmed_at), (Some(vec![9, 9]), Some(at(9, 0))));
    assert_eq!((kept.totp_last_step, kept.disabled_at), (Some(100), Some(at(10, 0))));
    accounts::set_totp(&mut tx, id, None, None).await.unwrap();
    accounts::set_disabled(&mut tx, id, None).await.unwrap();
    let kept = accounts::find(&mut tx, id).await.unwrap().unwrap();
    assert_eq!((kept.totp_secret, kept.disabled_at), (None, None));
}

#[rstest]
#[tokio::test]
async fn a_new_invitation_voids_the_one_before(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let invitation = |hash: u8, hour: i8| Invitation {
        id: InvitationId(ground.id()),
        account: ground.secretary(),
        code_hash: vec![hash],
        created_at: at(hour, 0),
        created_by: Some(ground.world.administrator),
        expires_at: at(hour, 0).plus_minutes(60 * 24),
        used_at: None,
    };
    let mut tx = ground.store.write().await.unwrap();
    accounts::insert_invitation(&mut tx, &invitation(1, 8)).await.unwrap();
    accounts::insert_invitation(&mut tx, &invitation(2, 9)).await.unwrap();
    let first = accounts::find_invitation(&mut tx, &[1]).await.unwrap().unwrap();
    assert_eq!(first.expires_at, at(9, 0));
    let second = accounts::find_invitation(&mut tx, &[2]).await.unwrap().unwrap();
    assert!(accounts::use_invitation(&mut tx, second.id, at(10, 0)).await.unwrap());
    assert!(!accounts::use_invitation(&mut tx, second.id, at(11, 0)).await.unwrap());
    assert_eq!(accounts::find_invitation(&mut tx, &[2]).await.unwrap().unwrap().used_at, Some(at(10, 0)));
    assert!(accounts::find_invitation(&mut tx, &[3]).await.unwrap().is_none());
}

#[rstest]
#[tokio::test]
async fn accounts_are_found_within_organisations(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let mut tx = ground.store.read().await.unwrap();
    let all = Filter::default();
    assert_eq!(accounts::counts(&mut tx).await.unwrap(), (9, 9, 0));
    assert_eq!(accounts::search(&mut tx, all, 100).await.unwrap().len(), 9);
    let agency = [ground.world.agency];
    let here = Filter { within: Some(&agency), ..all };
    let found = accounts::search(&mut tx, here, 100).await.unwrap();
    assert_eq!(found.len(), 3, "the cell's secretary, the overseer and the ward's leader stand in it");
    let ward = [ground.world.ward];
    let here = Filter { within: Some(&ward), unused: true, ..all };
    assert_eq!(accounts::search(&mut tx, here, 100).await.unwrap().len(), 9, "the office has no member");
    let by_login = Filter { words: "Bí thư Phường", ..all };
    assert!(accounts::search(&mut tx, by_login, 10).await.unwrap().is_empty());
    let by_login = Filter { words: "BíThưPhường", ..all };
    assert_eq!(accounts::search(&mut tx, by_login, 10).await.unwrap()[0].id, ground.world.leader);
    let first = accounts::search(&mut tx, all, 4).await.unwrap();
    let key = nennep_domain::names::fold(&first[3].name);
    let rest = Filter { after: Some((&key, first[3].id)), ..all };
    assert_eq!(accounts::search(&mut tx, rest, 100).await.unwrap().len(), 5);
    assert!(accounts::search(&mut tx, Filter { within: Some(&[]), ..all }, 9).await.unwrap().is_empty());
    assert!(accounts::search(&mut tx, Filter { closed: true, ..all }, 9).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn many_accounts_are_kept_at_once_and_named(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let mut tx = ground.store.write().await.unwrap();
    let known = accounts::find(&mut tx, ground.secretary()).await.unwrap().unwrap();
    let new = |login: &str, name: &str| Account {
        id: AccountId(ground.id()),
        login: login.to_owned(),
        name: name.to_owned(),
        member: None,
        ..known.clone()
    };
    let two = [new("mot", "Lê Thị Một"), new("hai", "Đỗ Văn Hai")];
    accounts::insert_many(&mut tx, &two).await.unwrap();
    let names = accounts::names(&mut tx, &[two[0].id, two[1].id, AccountId(ground.id())]).await.unwrap();
    assert_eq!((names.len(), names[&two[1].id].as_str()), (2, "Đỗ Văn Hai"));
    let found = accounts::search(&mut tx, Filter { words: "do van", ..Filter::default() }, 9).await.unwrap();
    assert_eq!(found[0].id, two[1].id);
}
