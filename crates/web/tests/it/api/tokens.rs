//! Who is let in: tokens with their scopes, the session's cookie, nobody else.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use nennep_app::accounts;
use serde_json::json;

use nennep_testkit::Engine;

use crate::asking::House;

fn asking(method: Method, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path)
}

#[tokio::test]
async fn nobody_is_let_in_without_a_token() {
    let house = House::new(Engine::Sqlite).await;
    let nobody = house.send(asking(Method::GET, "/api/v1/account").body(Body::empty()).unwrap()).await;
    assert_eq!(nobody.refused(401), "signed-out");
    assert_eq!(nobody.header(header::WWW_AUTHENTICATE), "Bearer realm=\"nennep\"");
    for wrong in ["Bearer nn_unknown", "Bearer ", "Basic YTpi", "nn_unknown"] {
        let request = asking(Method::GET, "/api/v1/account").header(header::AUTHORIZATION, wrong);
        let answer = house.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.refused(401), "signed-out", "{wrong}");
        assert!(answer.header(header::WWW_AUTHENTICATE).contains("invalid_token"), "{wrong}");
    }
}

#[tokio::test]
async fn a_token_that_reads_does_no_deed() {
    let house = House::new(Engine::Sqlite).await;
    let mut program = house.program(house.world.secretary).await;
    program.token = house.token(house.world.secretary, false).await;
    assert_eq!(program.get("/account").await.value()["login"], "bithu");
    let plan = format!("/organisations/{}/meetings", house.world.residential);
    let refused = program.post(&plan, json!({})).await;
    assert_eq!(refused.refused(403), "read-only");
    assert!(refused.header(header::WWW_AUTHENTICATE).contains("insufficient_scope"));
    assert_eq!(program.delete("/account/sessions").await.refused(403), "read-only");
}

#[tokio::test]
async fn a_revoked_or_old_token_is_a_token_no_more() {
    let house = House::new(Engine::Sqlite).await;
    let program = house.program(house.world.secretary).await;
    let tokens = program.get("/account/tokens").await.value();
    let id = tokens[0]["id"].as_str().unwrap();
    assert!(tokens[0].get("secret").is_none());
    program.delete(&format!("/account/tokens/{id}")).await.value();
    assert_eq!(program.get("/account").await.refused(401), "signed-out");
    let program = house.program(house.world.secretary).await;
    house.world.test.clock.advance_minutes(31 * 24 * 60);
    assert_eq!(program.get("/account").await.refused(401), "signed-out");
}

#[tokio::test]
async fn a_session_is_let_in_too_but_not_for_another_site() {
    let house = House::new(Engine::Sqlite).await;
    let secret = house.world.session_of(house.world.secretary).await;
    let cookie = format!("nennep={secret}");
    let read = asking(Method::GET, "/api/v1/account").header(header::COOKIE, &cookie);
    assert_eq!(house.send(read.body(Body::empty()).unwrap()).await.value()["login"], "bithu");
    let deed = asking(Method::DELETE, "/api/v1/account/sessions").header(header::COOKIE, &cookie);
    let deed = deed.header("sec-fetch-site", "cross-site");
    assert_eq!(house.send(deed.body(Body::empty()).unwrap()).await.refused(403), "forbidden");
}

#[tokio::test]
async fn signing_in_gives_a_session_with_which_a_token_is_issued() {
    let house = House::new(Engine::Sqlite).await;
    let administrator = house.program(house.world.administrator).await;
    let account = house.world.secretary;
    let invitation = administrator.act(&format!("/accounts/{account}/invitation")).await.value();
    let anybody = async |path: &str, body: serde_json::Value, cookie: &str| {
        let request = asking(Method::POST, path).header(header::CONTENT_TYPE, "application/json");
        let request = request.header(header::COOKIE, cookie).body(Body::from(body.to_string()));
        house.send(request.unwrap()).await
    };
    let accepted = json!({ "code": invitation["code"], "password": "ba con trâu vàng" });
    anybody("/api/v1/invitations/acceptance", accepted.clone(), "").await.value();
    let again = anybody("/api/v1/invitations/acceptance", accepted, "").await;
    assert_eq!(again.refused(422), "invitations-not-valid");

    let wrong = json!({ "login": "bithu", "password": "đoán mò" });
    for _ in 0..5 {
        let answer = anybody("/api/v1/account/sessions", wrong.clone(), "").await;
        assert_eq!(answer.refused(422), "sign-in-wrong");
    }
    let slowed = anybody("/api/v1/account/sessions", wrong, "").await;
    assert_eq!(slowed.refused(429), "sign-in-wait");
    assert_eq!(slowed.header(header::RETRY_AFTER), "5");
    house.world.test.clock.advance_minutes(1);

    let right = json!({ "login": "bithu", "password": "ba con trâu vàng" });
    let signed_in = anybody("/api/v1/account/sessions", right, "").await;
    let cookie = signed_in.header(header::SET_COOKIE).split(';').next().unwrap().to_owned();
    let form = json!({ "name": "Bảng tính", "write": true, "days": 30 });
    let issued = anybody("/api/v1/account/tokens", form, &cookie).await.value();
    let known = accounts::recognise_token(&house.world.test.app, issued["secret"].as_str().unwrap()).await;
    assert_eq!(known.unwrap().account.id, account);
}

#[tokio::test]
async fn a_program_gone_wild_is_slowed() {
    let house = House::new(Engine::Sqlite).await;
    let mut last = None;
    for _ in 0..130 {
        let request = asking(Method::GET, "/api/v1/account").body(Body::empty()).unwrap();
        last = Some(house.send(request).await);
    }
    let last = last.unwrap();
    assert_eq!(last.refused(429), "waiting");
    assert!(!last.header(header::RETRY_AFTER).is_empty());
}
