//! Who asks: the session's cookie is recognised once for every request, and handlers take [`Asker`].

use std::fmt::Write as _;

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderValue, Method, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use nennep_app::{
    App, Ctx, Error,
    accounts::{self, Known, SignedIn},
};
use nennep_domain::{accounts::Office, ids::OrganisationId};

use crate::{
    errors::Failure,
    layout::{Place, Reader},
};

/// The cookie of a session.
pub(crate) const COOKIE: &str = "nennep";

/// Whoever asks, signed in. Without a session a page leads to signing in and comes back; other requests get 401.
pub struct Asker(pub Ctx);

impl<S: Sync> FromRequestParts<S> for Asker {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        if let Some(ctx) = parts.extensions.get::<Ctx>() {
            return Ok(Self(ctx.clone()));
        }
        if parts.method == Method::GET && !is_fragment(parts) {
            let back = parts.uri.path_and_query().map_or("/", |path| path.as_str());
            let query: String = form_encoded(back);
            return Err(Redirect::to(&format!("/sign-in?back={query}")).into_response());
        }
        Err(Failure::signed_out().into_response())
    }
}

fn is_fragment(parts: &Parts) -> bool {
    parts.headers.contains_key("hx-request")
}

/// Text as a part of an address.
pub(crate) fn form_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                encoded.push(char::from(byte));
            }
            _ => drop(write!(encoded, "%{byte:02X}")),
        }
    }
    encoded
}

/// Layer: recognises the session's cookie and puts the asker into the request.
pub async fn recognise(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let jar = CookieJar::from_headers(request.headers());
    if let Some(cookie) = jar.get(COOKIE) {
        match accounts::recognise_session(&app, cookie.value()).await {
            Ok((known, mark)) => {
                request.extensions_mut().insert(mark);
                request.extensions_mut().insert(reader(&known));
                request.extensions_mut().insert(known.ctx);
            }
            Err(Error::SignedOut) => {}
            Err(error) => return Failure::from(error).into_response(),
        }
    }
    next.run(request).await
}

/// The reader as pages greet them, with the places open to them.
fn reader(known: &Known) -> Reader {
    Reader {
        id: known.account.id.to_string(),
        name: known.account.name.clone(),
        organisation: String::new(),
        places: places(&known.ctx),
    }
}

fn places(ctx: &Ctx) -> Vec<Place> {
    let actor = &ctx.actor;
    let in_office = actor.holds(Office::OrganisationOffice);
    let leads = [
        Office::Secretary,
        Office::Deputy,
        Office::CommitteeMember,
        Office::InspectionCommittee,
        Office::Overseer,
    ];
    let leads = leads.iter().any(|office| actor.holds(*office));
    let meets = !actor.cells.is_empty() || leads || in_office;
    // Whoever looks after other cells goes to their months, and from there or from the settings to the organisations: no
    // rail has more than seven places.
    let cells_only = |(_, at): &(Office, OrganisationId)| actor.cells.contains(at);
    let looks_after = leads && !actor.offices.iter().all(cells_only) || in_office;
    let open = |place: &Place| match place {
        Place::Today => true,
        Place::Months => looks_after,
        Place::Meetings | Place::Tasks | Place::Books | Place::Members => meets,
        Place::Organisations => meets && !looks_after || actor.holds(Office::Administrator),
        Place::Setup => in_office || leads || actor.holds(Office::Administrator),
    };
    Place::ALL.into_iter().filter(open).collect()
}

/// The cookie of a new session, for `Set-Cookie`. `secure`: the program is reached over HTTPS.
pub fn cookie_of(
    signed_in: &SignedIn,
    now: nennep_domain::time::Instant,
    secure: bool,
) -> Option<HeaderValue> {
    let seconds = i64::from(signed_in.expires_at.minutes_since(now)) * 60;
    cookie(signed_in.secret.clone(), seconds, secure)
}

/// The cookie that ends a session in the browser.
pub fn cookie_gone() -> Option<HeaderValue> {
    cookie(String::new(), 0, false)
}

fn cookie(secret: String, seconds: i64, secure: bool) -> Option<HeaderValue> {
    let cookie =
        Cookie::build((COOKIE, secret)).path("/").same_site(SameSite::Lax).http_only(true).secure(secure);
    HeaderValue::from_str(&format!("{}; Max-Age={seconds}", cookie.build())).ok()
}

/// Adds a cookie to an answer.
pub fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
