//! Signing in: by invitation first, slowed when guessed, ended elsewhere.

use nennep_app::{
    Error,
    accounts::{self, Attempt},
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

const fn attempt<'a>(password: &'a str, origin: &'a str) -> Attempt<'a> {
    Attempt { login: "BíThư", password, code: "", origin, device: "Điện thoại" }
}

#[rstest]
#[tokio::test]
async fn an_invitation_opens_an_account_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let app = &world.test.app;
    let administrator = world.acting_for(world.administrator).await;
    let paper = accounts::invite(&administrator, world.secretary).await.unwrap();
    assert!(matches!(accounts::sign_in(app, attempt("ba con trâu", "::1")).await, Err(Error::Refused(_))));
    let typed = paper.code.to_lowercase().replace('-', " ");
    assert_eq!(accounts::accept(app, &typed, "ba con trâu").await.unwrap(), world.secretary);
    assert!(accounts::accept(app, &typed, "bốn con trâu").await.is_err(), "a code works once");
    let signed_in = accounts::sign_in(app, attempt("ba con trâu", "::1")).await.unwrap();
    let (known, _) = accounts::recognise_session(app, &signed_in.secret).await.unwrap();
    assert_eq!(known.account.id, world.secretary);
    // Ended elsewhere: the next request is signed out.
    let session = accounts::sessions(&known.ctx).await.unwrap()[0].id;
    accounts::end_session(&known.ctx, session).await.unwrap();
    accounts::end_session(&known.ctx, session).await.unwrap();
    assert!(matches!(accounts::recognise_session(app, &signed_in.secret).await, Err(Error::SignedOut)));
}

#[rstest]
#[tokio::test]
async fn guessing_slows_only_the_guesser(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let app = &world.test.app;
    let administrator = world.acting_for(world.administrator).await;
    let paper = accounts::invite(&administrator, world.secretary).await.unwrap();
    accounts::accept(app, &paper.code, "ba con trâu").await.unwrap();
    for _ in 0..5 {
        assert!(accounts::sign_in(app, attempt("đoán mò thôi", "10.0.0.9")).await.is_err());
    }
    let Err(Error::Refused(wait)) = accounts::sign_in(app, attempt("ba con trâu", "10.0.0.9")).await else {
        panic!("the guesser was not slowed")
    };
    assert_eq!(wait.code(), "sign-in-wait");
    assert!(
        accounts::sign_in(app, attempt("ba con trâu", "10.0.0.7")).await.is_ok(),
        "the owner is not locked out"
    );
    world.test.clock.advance_minutes(1);
    assert!(accounts::sign_in(app, attempt("ba con trâu", "10.0.0.9")).await.is_ok(), "the wait ends");
}
