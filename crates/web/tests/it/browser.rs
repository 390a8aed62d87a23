//! A browser over the small world, in-process: it keeps its cookie, follows nothing by itself, and reads pages.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use http_body_util::BodyExt as _;
use nennep_app::{App, accounts};
use nennep_domain::ids::AccountId;
use nennep_testkit::{Engine, World};
use tower::ServiceExt as _;

/// The password every account of the world gets.
pub(crate) const PASSWORD: &str = "nền nếp thành nếp";

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

    /// A browser in which nobody has signed in.
    pub(crate) fn browser(&self) -> Browser {
        Browser { router: self.router.clone(), cookie: String::new() }
    }

    /// A browser in which the owner of this account has signed in.
    pub(crate) async fn signed_in(&self, account: AccountId) -> Browser {
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
        Browser { router: self.router.clone(), cookie: format!("nennep={}", signed_in.secret) }
    }
}

/// A browser.
pub(crate) struct Browser {
    router: Router,
    pub(crate) cookie: String,
}

/// A page or what was answered instead.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) location: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Browser {
    /// A browser before this program's pages, in which nobody has signed in.
    pub(crate) fn over(app: &App) -> Self {
        Self { router: nennep_web::house::house(app), cookie: String::new() }
    }

    /// Signs in by the form, and keeps the session if there is one now.
    pub(crate) async fn sign_in(&mut self, login: &str, password: &str) -> Answer {
        let answer = self.post("/sign-in", &[("login", login), ("password", password)]).await;
        let set = answer.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
        if let Some(session) =
            set.filter_map(|set| set.split(';').next()).find(|set| set.starts_with("nennep="))
        {
            session.clone_into(&mut self.cookie);
        }
        answer
    }

    async fn send(&self, method: Method, path: &str, form: Option<&[(&str, &str)]>) -> Answer {
        self.ask(method, path, form, "text/html", "").await
    }

    async fn ask(
        &self,
        method: Method,
        path: &str,
        form: Option<&[(&str, &str)]>,
        accept: &str,
        told: &str,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "house.example")
            .header(header::ACCEPT, accept)
            .header(header::COOKIE, format!("{}; {told}", self.cookie));
        if form.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let body = form.map(encoded).unwrap_or_default();
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let text = |name: header::HeaderName| {
            parts.headers.get(name).map_or(String::new(), |value| value.to_str().unwrap().to_owned())
        };
        Answer {
            status: parts.status,
            location: text(header::LOCATION),
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    pub(crate) async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send(Method::POST, path, Some(form)).await
    }

    /// Sends a form as it is typed, the way `<auto-save>` does.
    pub(crate) async fn save(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.ask(Method::POST, path, Some(form), "application/json", "").await
    }

    /// The page a deed leads to, with what it tells once.
    pub(crate) async fn follow(&self, answer: &Answer) -> Answer {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let path = answer.location.split('#').next().unwrap_or_default();
        let set = answer.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
        let told = set.filter_map(|set| set.split(';').next()).find(|set| set.starts_with("flash="));
        self.ask(Method::GET, path, None, "text/html", told.unwrap_or_default()).await
    }
}

fn encoded(form: &[(&str, &str)]) -> String {
    let text = |text: &str| {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
                _ => format!("%{byte:02X}"),
            })
            .collect::<String>()
    };
    form.iter().map(|(name, value)| format!("{}={}", text(name), text(value))).collect::<Vec<_>>().join("&")
}

impl Answer {
    /// The page, if it is one that is as it should be: drawn, with every text said.
    #[track_caller]
    pub(crate) fn page(&self) -> &str {
        assert_eq!(self.status, StatusCode::OK, "{}", self.body);
        let missing =
            self.body.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(key, _)| key);
        let missing: Vec<_> = missing
            .filter(|key| {
                key.contains('-') && key.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '_')
            })
            .collect();
        assert!(missing.is_empty(), "texts that are missing: {missing:?}");
        &self.body
    }

    /// The value a form's field of that name stands at, the first on the page.
    #[track_caller]
    pub(crate) fn field(&self, name: &str) -> String {
        let (_, rest) = self.body.split_once(&format!("name=\"{name}\"")).unwrap();
        let (tag, _) = rest.split_once('>').unwrap();
        tag.split_once("value=\"").map_or("", |(_, rest)| rest.split('"').next().unwrap()).to_owned()
    }

    /// Asserts that the page holds every part.
    #[track_caller]
    pub(crate) fn says(&self, parts: &[&str]) {
        let page = self.page();
        for part in parts {
            assert!(page.contains(part), "{part:?} is not on the page: {page}");
        }
    }
}
