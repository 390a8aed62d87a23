//! The house over a small world, asked in-process.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use nennep_app::accounts::{self, NewToken};
use nennep_domain::ids::AccountId;
use nennep_testkit::{Engine, World};
use nennep_web::house;
use serde_json::Value;
use tower::ServiceExt;

/// The house, with the world it stands on.
pub(crate) struct Ground {
    pub(crate) world: World,
    pub(crate) house: Router,
}

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&self.body)))
    }

    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The body of an answer that is as it should be.
    #[track_caller]
    pub(crate) fn ok(self) -> Value {
        let text = String::from_utf8_lossy(&self.body);
        assert!(self.status.is_success(), "{} {text}", self.status);
        if self.body.is_empty() { Value::Null } else { self.json() }
    }

    /// The code of a problem.
    #[track_caller]
    pub(crate) fn refused(&self, status: u16) -> String {
        assert_eq!(self.status.as_u16(), status, "{}", String::from_utf8_lossy(&self.body));
        assert_eq!(self.header(header::CONTENT_TYPE), "application/problem+json");
        self.json()["code"].as_str().unwrap().to_owned()
    }
}

impl Ground {
    pub(crate) async fn new() -> Self {
        let world = World::new(Engine::Sqlite).await;
        let house = house::house(&world.test.app);
        Self { world, house }
    }

    /// Sends a request as it is.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.house.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// A token of an account.
    pub(crate) async fn token(&self, account: AccountId, write: bool) -> String {
        let ctx = self.world.acting_for(account).await;
        let new = NewToken { name: "Thử".to_owned(), write, days: 30 };
        accounts::issue_token(&ctx, &new).await.unwrap().1
    }

    /// A program with a token of this account that may write.
    pub(crate) async fn program(&self, account: AccountId) -> Program<'_> {
        Program { ground: self, token: self.token(account, true).await }
    }
}

/// A program that asks with a token.
pub(crate) struct Program<'a> {
    ground: &'a Ground,
    pub(crate) token: String,
}

impl Program<'_> {
    pub(crate) async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(header::ACCEPT_LANGUAGE, "en");
        let request = match body {
            Some(body) => {
                request.header(header::CONTENT_TYPE, "application/json").body(Body::from(body.to_string()))
            }
            None => request.body(Body::empty()),
        };
        self.ground.send(request.unwrap()).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(body)).await
    }

    /// A deed that needs nothing more said.
    pub(crate) async fn act(&self, path: &str) -> Answer {
        self.send(Method::POST, path, None).await
    }

    pub(crate) async fn put(&self, path: &str, body: Value) -> Answer {
        self.send(Method::PUT, path, Some(body)).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send(Method::DELETE, path, None).await
    }
}
