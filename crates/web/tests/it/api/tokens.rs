//! Who is let in: tokens with their scopes, the session's cookie, nobody else.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use nennep_app::accounts;
use serde_json::json;

use crate::ground::Ground;

fn asking(method: Method, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path)
}

#[tokio::test]
async fn nobody_is_let_in_without_a_token() {
    let ground = Ground::new().await;
    let nobody = ground.send(asking(Method::GET, "/api/v1/account").body(Body::empty()).unwrap()).await;
    assert_eq!(nobody.refused(401), "signed-out");
    assert_eq!(nobody.header(header::WWW_AUTHENTICATE), "Bearer realm=\"nennep\"");
    for wrong in ["Bearer nn_unknown", "Bearer ", "Basic YTpi", "nn_unknown"] {
        let request = asking(Method::GET, "/api/v1/account").header(header::AUTHORIZATION, wrong);
        let answer = ground.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.refused(401), "signed-out", "{wrong}");
        assert!(answer.header(header::WWW_AUTHENTICATE).contains("invalid_token"), "{wrong}");
    }
}

#[tokio::test]
async fn a_token_that_reads_does_no_deed() {
    let ground = Ground::new().await;
    let mut program = ground.program(ground.world.secretary).await;
    program.token = ground.token(ground.world.secretary, false).await;
    assert_eq!(program.get("/account").await.ok()["login"], "bithu");
    let plan = format!("/organisations/{}/meetings", ground.world.residential);
    let refused = program.post(&plan, json!({})).await;
    assert_eq!(refused.refused(403), "read-only");
    assert!(refused.header(header::WWW_AUTHENTICATE).contains("insufficient_scope"));
    assert_eq!(program.delete("/account/sessions").await.refused(403), "read-only");
}

#[tokio::test]
async fn a_revoked_or_old_token_is_a_token_no_more() {
    let ground = Ground::new().await;
    let program = ground.program(ground.world.secretary).await;
    let tokens = program.get("/account/tokens").await.ok();
    let id = tokens[0]["id"].as_str().unwrap();
    assert!(tokens[0].get("secret").is_none());
    program.delete(&format!("/account/tokens/{id}")).await.ok();
    assert_eq!(program.get("/account").await.refused(401), "signed-out");
    let program = ground.program(ground.world.secretary).await;
    ground.world.test.clock.advance_minutes(31 * 24 * 60);
    assert_eq!(program.get("/account").await.refused(401), "signed-out");
}

#[tokio::test]
async fn a_session_is_let_in_too_but_not_for_another_site() {
    let ground = Ground::new().await;
    let secret = ground.world.session_of(ground.world.secretary).await;
    let cookie = format!("nennep={secret}");
    let read = asking(Method::GET, "/api/v1/account").header(header::COOKIE, &cookie);
    assert_eq!(ground.send(read.body(Body::empty()).unwrap()).await.ok()["login"], "bithu");
    let deed = asking(Method::DELETE, "/api/v1/account/sessions").header(header::COOKIE, &cookie);
    let deed = deed.header("sec-fetch-site", "cross-site");
    assert_eq!(ground.send(deed.body(Body::empty()).unwrap()).await.refused(403), "forbidden");
}

#[tokio::test]
async fn signing_in_gives_a_session_with_which_a_token_is_issued() {
    let ground = Ground::new().await;
    let administrator = ground.program(ground.world.administrator).await;
    let account = ground.world.secretary;
    let invitation = administrator.act(&format!("/accounts/{account}/invitation")).await.ok();
    let anybody = async |path: &str, body: serde_json::Value, cookie: &str| {
        let request = asking(Method::POST, path).header(header::CONTENT_TYPE, "application/json");
        let request = request.header(header::COOKIE, cookie).body(Body::from(body.to_string()));
        ground.send(request.unwrap()).await
    };
    let accepted = json!({ "code": invitation["code"], "password": "ba con trâu vàng" });
    anybody("/api/v1/invitations/acceptance", accepted.clone(), "").await.ok();
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
    ground.world.test.clock.advance_minutes(1);

    let right = json!({ "login": "bithu", "password": "ba con trâu vàng" });
    let signed_in = anybody("/api/v1/account/sessions", right, "").await;
    let cookie = signed_in.header(header::SET_COOKIE).split(';').next().unwrap().to_owned();
    let form = json!({ "name": "Bảng tính", "write": true, "days": 30 });
    let issued = anybody("/api/v1/account/tokens", form, &cookie).await.ok();
    let known = accounts::recognise_token(&ground.world.test.app, issued["secret"].as_str().unwrap()).await;
    assert_eq!(known.unwrap().account.id, account);
}

#[tokio::test]
async fn a_program_gone_wild_is_slowed() {
    let ground = Ground::new().await;
    let mut last = None;
    for _ in 0..130 {
        let request = asking(Method::GET, "/api/v1/account").body(Body::empty()).unwrap();
        last = Some(ground.send(request).await);
    }
    let last = last.unwrap();
    assert_eq!(last.refused(429), "waiting");
    assert!(!last.header(header::RETRY_AFTER).is_empty());
}
