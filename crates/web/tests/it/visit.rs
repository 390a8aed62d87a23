//! Somebody signed in, with a browser that runs no scripts: pages are asked for, forms are sent, the next page is followed.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use nennep_app::Ctx;
use nennep_domain::ids::AccountId;
use nennep_testkit::World;
use nennep_web::house;
use tower::ServiceExt;

/// A browser in which somebody is signed in.
pub(crate) struct Visitor {
    house: Router,
    ctx: Ctx,
}

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    /// Where the answer leads to, without the part of the page.
    #[track_caller]
    pub(crate) fn leads(&self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        let to = self.headers[header::LOCATION].to_str().unwrap();
        to.split('#').next().unwrap().to_owned()
    }

    /// The page, which must be there.
    #[track_caller]
    pub(crate) fn ok(self) -> Self {
        assert_eq!(self.status, StatusCode::OK, "{}", self.body);
        self
    }

    /// Whether the page holds those words.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.body.contains(words)
    }

    /// The value that a form's field of that name stands at, the first on the page.
    #[track_caller]
    pub(crate) fn field(&self, name: &str) -> String {
        let (_, rest) =
            self.body.split_once(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no {name}"));
        let (tag, _) = rest.split_once('>').unwrap();
        let value = tag.split_once("value=\"").map_or("", |(_, rest)| rest.split('"').next().unwrap());
        value.to_owned()
    }
}

impl Visitor {
    /// The browser of an account's owner.
    pub(crate) async fn of(world: &World, account: AccountId) -> Self {
        Self { house: house::house(&world.test.app), ctx: world.acting_for(account).await }
    }

    async fn send(&self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(self.ctx.clone());
        let response = self.house.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    fn request(method: Method, path: &str) -> axum::http::request::Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_LANGUAGE, "vi")
            .header("sec-fetch-site", "same-origin")
    }

    /// Asks for a page.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Self::request(Method::GET, path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form; the address may say what is meant.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send_form(path, fields, "text/html").await
    }

    /// Sends a form as the page's script does while it is typed.
    pub(crate) async fn save(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send_form(path, fields, "application/json").await
    }

    async fn send_form(&self, path: &str, fields: &[(&str, &str)], accept: &str) -> Answer {
        let pairs: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let request = Self::request(Method::POST, path);
        let mut request = request
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(pairs.join("&")))
            .unwrap();
        request.headers_mut().insert(header::ACCEPT, accept.parse().unwrap());
        self.send(request).await
    }

    /// Sends a form with a file.
    pub(crate) async fn upload(&self, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let head =
            format!("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\r\n", file.0);
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file.1);
        body.extend_from_slice(b"\r\n--b--\r\n");
        let request = Self::request(Method::POST, path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }
}

fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}
