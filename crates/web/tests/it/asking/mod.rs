//! The house over a small world, asked in-process: by browsers that run no scripts, and by programs with a token.

mod answer;
mod browser;
mod program;

use axum::{Router, body::Body, http::Request, response::Response};
use nennep_app::accounts::{self, NewToken};
use nennep_domain::ids::AccountId;
use nennep_testkit::{Engine, World};
use tower::ServiceExt as _;

pub(crate) use self::{
    answer::Answer,
    browser::{Browser, PASSWORD},
    program::Program,
};

/// The house with the world it stands on.
pub(crate) struct House {
    pub(crate) world: World,
    router: Router,
}

impl House {
    pub(crate) async fn new(engine: Engine) -> Self {
        let world = World::new(engine).await;
        let router = nennep_web::house::house(&world.test.app);
        Self { world, router }
    }

    /// Sends a request as it is.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        Answer::of(answered(&self.router, request).await).await
    }

    /// A browser in which nobody has signed in.
    pub(crate) fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// A browser in which the owner of this account is signed in.
    pub(crate) async fn signed_in(&self, account: AccountId) -> Browser {
        let mut browser = self.browser();
        browser.cookie = format!("nennep={}", self.world.session_of(account).await);
        browser
    }

    /// A browser in which the owner of this account has set [`PASSWORD`] and signed in with it.
    pub(crate) async fn signed_in_with_password(&self, account: AccountId) -> Browser {
        let app = &self.world.test.app;
        let invitation = accounts::invite(&app.as_system(), account).await.unwrap();
        accounts::accept(app, &invitation.code, PASSWORD).await.unwrap();
        let attempt = accounts::Attempt {
            login: &invitation.login,
            password: PASSWORD,
            code: "",
            origin: "127.0.0.1",
            device: "Firefox",
        };
        let signed_in = accounts::sign_in(app, attempt).await.unwrap();
        let mut browser = self.browser();
        browser.cookie = format!("nennep={}", signed_in.secret);
        browser
    }

    /// A token of an account.
    pub(crate) async fn token(&self, account: AccountId, write: bool) -> String {
        let ctx = self.world.acting_for(account).await;
        let new = NewToken { name: "Thử".to_owned(), write, days: 30 };
        accounts::issue_token(&ctx, &new).await.unwrap().1
    }

    /// A program with a token of this account that may write.
    pub(crate) async fn program(&self, account: AccountId) -> Program<'_> {
        Program { house: self, token: self.token(account, true).await }
    }
}

/// What the house answers to a request.
pub(crate) async fn answered(router: &Router, request: Request<Body>) -> Response {
    router.clone().oneshot(request).await.unwrap()
}
