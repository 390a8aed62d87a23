//! The layers before every handler, seen from outside: headers, refusals, error pages, meant methods, told deeds.

use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{Method, StatusCode, header},
};
use nennep_domain::{
    problems::{Citation, Refusal, Sentence},
    time::Instant,
};
use nennep_web::{
    errors::Failure,
    front,
    layout::{Flash, see_other},
    pages,
    routes::Routes,
};
use rstest::rstest;

use crate::asking::{Answer, answered};

#[derive(Debug, thiserror::Error)]
#[error("too short")]
struct TooShort;

impl Refusal for TooShort {
    fn sentence(&self) -> Sentence {
        Sentence::new("words-minutes").with("n", 90)
    }
    fn citation(&self) -> Option<Citation> {
        Some(Citation { document: "42-HD/BTCTW".to_owned(), article: "II.2.2".to_owned() })
    }
}

fn house() -> Router {
    let deeds = Routes::new()
        .get("/told", async || axum::response::Html("told"))
        .post("/call", async || see_other("/told", Some(&Flash::done(&Sentence::new("words-now")))))
        .delete("/call", async || "uncalled")
        .post("/close", async || Failure::refused(&TooShort))
        .get("/panic", async || -> &'static str { panic!("as asked") });
    let routes = pages::shared().merge(deeds);
    front::outside(front::inside(routes.into_router()), || {
        "2026-11-03T01:00:00Z".parse().map(Instant::new).unwrap()
    })
}

async fn ask(method: Method, uri: &str, headers: &[(&str, &str)], body: &'static str) -> Answer {
    let mut request = Request::builder().method(method).uri(uri).header(header::HOST, "house.example");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    Answer::of(answered(&house(), request.body(Body::from(body)).unwrap()).await).await
}

const BROWSER: (&str, &str) = ("accept", "text/html,application/xhtml+xml");
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

fn must_have_assets() {
    assert!(nennep_web::assets::are_built(), "the assets are not built: run bin/setup");
}

#[tokio::test]
async fn every_answer_carries_the_headers() {
    for uri in ["/told", "/nowhere", "/assets/none.css"] {
        let answer = ask(Method::GET, uri, &[], "").await;
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.contains("default-src 'self'") && !policy.contains("unsafe"), "{uri}: {policy}");
        assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store", "{uri}");
    }
}

#[tokio::test]
async fn a_deed_asked_for_by_another_site_is_refused() {
    let refused = ask(Method::POST, "/call", &[("sec-fetch-site", "cross-site")], "").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let taken = ask(Method::POST, "/call", &[("sec-fetch-site", "same-origin")], "").await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    let read = ask(Method::GET, "/told", &[("sec-fetch-site", "cross-site")], "").await;
    assert_eq!(read.status, StatusCode::OK);
}

#[tokio::test]
async fn a_form_can_undo() {
    let answer = ask(Method::POST, "/call?_method=DELETE", &[("sec-fetch-site", "same-origin")], "").await;
    assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, "uncalled"));
}

#[tokio::test]
async fn what_was_done_is_told_once() {
    let done = ask(Method::POST, "/call", &[], "").await;
    let cookie = done.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
    let told = ask(Method::GET, "/told", &[("cookie", &cookie)], "").await;
    assert!(told.headers[header::SET_COOKIE].to_str().unwrap().starts_with("flash=; Path=/; Max-Age=0"));
    let fragment = [("cookie", cookie.as_str()), ("hx-request-type", "partial")];
    let fragment = ask(Method::GET, "/told", &fragment, "").await;
    assert!(fragment.headers.get(header::SET_COOKIE).is_none(), "a fragment does not tell it");
}

#[rstest]
#[case("/nowhere", Method::GET, StatusCode::NOT_FOUND, "Không tìm thấy trang này")]
#[case("/told", Method::DELETE, StatusCode::METHOD_NOT_ALLOWED, "Không tìm thấy trang này")]
#[case("/panic", Method::GET, StatusCode::INTERNAL_SERVER_ERROR, "Chương trình gặp trục trặc")]
#[case(
    "/settings/theme",
    Method::POST,
    StatusCode::UNSUPPORTED_MEDIA_TYPE,
    "Chưa thực hiện được yêu cầu này"
)]
#[tokio::test]
async fn readers_get_a_page_and_programs_get_none(
    #[case] uri: &str,
    #[case] method: Method,
    #[case] status: StatusCode,
    #[case] title: &str,
) {
    must_have_assets();
    let page = ask(method.clone(), uri, &[BROWSER], "").await;
    assert_eq!(page.status, status);
    assert!(page.body.contains(&format!("<h1>{title}</h1>")), "{}", page.body);
    let bare = ask(method, uri, &[("accept", "application/json")], "").await;
    assert_eq!(bare.status, status);
    assert!(!bare.body.contains("<h1>"));
}

#[tokio::test]
async fn a_refusal_says_what_and_by_which_rule_and_leads_back() {
    must_have_assets();
    let referer = ("referer", "http://house.example/meetings/7?tab=roll");
    let page = ask(Method::POST, "/close", &[BROWSER, referer], "").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["90 phút", "42-HD/BTCTW, II.2.2", "href=\"/meetings/7?tab=roll\""] {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    let elsewhere = ask(Method::POST, "/close", &[BROWSER, ("referer", "http://other.example/x")], "").await;
    assert!(!elsewhere.body.contains("other.example"));
}

#[tokio::test]
async fn language_and_theme_are_kept_and_lead_back_here() {
    must_have_assets();
    let answer = ask(Method::POST, "/settings/language", &[FORM], "choice=en&back=%2Fmore").await;
    assert_eq!(
        (answer.status, answer.headers[header::LOCATION].to_str().unwrap()),
        (StatusCode::SEE_OTHER, "/more")
    );
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(cookie.starts_with("language=en;") && cookie.contains("Max-Age=31536000"), "{cookie}");
    let away =
        ask(Method::POST, "/settings/theme", &[FORM], "choice=dark&back=https%3A%2F%2Fother.example").await;
    assert_eq!(away.headers[header::LOCATION], "/");
    let page = ask(Method::GET, "/more", &[BROWSER, ("cookie", "language=en; theme=dark")], "").await;
    assert!(
        page.body.contains("<html lang=\"en\" data-theme=\"dark\">") && page.body.contains("<h1>More</h1>")
    );
    let page = ask(Method::GET, "/more", &[BROWSER], "").await;
    assert!(page.body.contains("<html lang=\"vi\">") && page.body.contains("<h1>Thêm</h1>"));
}

/// The patterns page holds every component, so drawing it in both languages tries them all.
#[tokio::test]
async fn every_component_finds_its_words() {
    must_have_assets();
    for language in ["language=vi", "language=en"] {
        for uri in ["/patterns", "/patterns/confirm"] {
            let page = ask(Method::GET, uri, &[BROWSER, ("cookie", language)], "").await;
            assert_eq!(page.status, StatusCode::OK);
            let missing =
                page.body.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(key, _)| key);
            let missing: Vec<_> = missing.filter(|key| key.contains('-') && !key.contains(' ')).collect();
            assert!(missing.is_empty(), "{language} {uri}: {missing:?}");
        }
    }
    let back = ask(Method::POST, "/patterns", &[BROWSER, FORM], "place=&notes=typed+before").await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["Chưa có địa điểm", "id=\"place-wrong\"", "typed before", "autofocus"] {
        assert!(back.body.contains(part), "{part}");
    }
}
