//! A browser that runs no scripts: it keeps its cookie, sends forms, and follows nothing by itself.

use axum::{
    Router,
    body::Body,
    http::{Method, Request, StatusCode, header, request::Builder},
};
use nennep_app::App;
use nennep_domain::ids::AccountId;
use nennep_testkit::World;

use super::{Answer, answered};

/// A password for accounts of the world.
pub(crate) const PASSWORD: &str = "nền nếp thành nếp";

const FORM: &str = "application/x-www-form-urlencoded";

/// A browser.
pub(crate) struct Browser {
    router: Router,
    pub(crate) cookie: String,
}

impl Browser {
    /// A browser before these pages, in which nobody has signed in.
    pub(super) const fn new(router: Router) -> Self {
        Self { router, cookie: String::new() }
    }

    /// A browser before this program's pages, in which nobody has signed in.
    pub(crate) fn over(app: &App) -> Self {
        Self::new(nennep_web::house::house(app))
    }

    /// A browser in which the owner of this account is signed in.
    pub(crate) async fn of(world: &World, account: AccountId) -> Self {
        let cookie = format!("nennep={}", world.session_of(account).await);
        Self { cookie, ..Self::over(&world.test.app) }
    }

    /// Signs in by the form, and keeps the session if there is one now.
    pub(crate) async fn sign_in(&mut self, login: &str, password: &str) -> Answer {
        let answer = self.post("/sign-in", &[("login", login), ("password", password)]).await;
        if let Some(session) = set_cookie(&answer, "nennep=") {
            session.clone_into(&mut self.cookie);
        }
        answer
    }

    fn request(&self, method: Method, path: &str, told: &str) -> Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "house.example")
            .header("sec-fetch-site", "same-origin")
            .header(header::ACCEPT_LANGUAGE, "vi")
            .header(header::COOKIE, format!("{}; {told}", self.cookie))
    }

    async fn send(&self, request: Builder, body: impl Into<Body>) -> Answer {
        Answer::of(answered(&self.router, request.body(body.into()).unwrap()).await).await
    }

    /// Asks for a page.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path, "").header(header::ACCEPT, "text/html"), Body::empty())
            .await
    }

    /// Sends a form; the address may say what is meant.
    pub(crate) async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send_form(path, form, "text/html").await
    }

    /// Sends a form as it is typed, the way `<auto-save>` does.
    pub(crate) async fn save(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send_form(path, form, "application/json").await
    }

    async fn send_form(&self, path: &str, form: &[(&str, &str)], accept: &str) -> Answer {
        let request = self.request(Method::POST, path, "").header(header::ACCEPT, accept);
        self.send(request.header(header::CONTENT_TYPE, FORM), encoded(form)).await
    }

    /// Sends a form with a file.
    pub(crate) async fn upload(&self, path: &str, form: &[(&str, &str)], file: (&str, &[u8])) -> Answer {
        let mut body = Vec::new();
        for (name, value) in form {
            let part = format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let head =
            format!("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\r\n", file.0);
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file.1);
        body.extend_from_slice(b"\r\n--b--\r\n");
        let request = self.request(Method::POST, path, "").header(header::ACCEPT, "text/html");
        self.send(request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=b"), body).await
    }

    /// The page a deed leads to, with what it tells once.
    pub(crate) async fn follow(&self, answer: &Answer) -> Answer {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let path = answer.location.split('#').next().unwrap_or_default();
        let told = set_cookie(answer, "flash=").unwrap_or_default();
        let request = self.request(Method::GET, path, told).header(header::ACCEPT, "text/html");
        self.send(request, Body::empty()).await
    }
}

/// The cookie beginning so that an answer sets, as a browser sends it back.
fn set_cookie<'a>(answer: &'a Answer, begins: &str) -> Option<&'a str> {
    let set = answer.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
    set.filter_map(|set| set.split(';').next()).find(|set| set.starts_with(begins))
}

fn encoded(form: &[(&str, &str)]) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    let text = |text: &str| text.bytes().map(byte).collect::<String>();
    form.iter().map(|(name, value)| format!("{}={}", text(name), text(value))).collect::<Vec<_>>().join("&")
}
