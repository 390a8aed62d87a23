//! Settings: the ways to all that is set up; and on the first start of all, the first committee and its keeper.

use askama::Template;
use axum::{
    extract::{Extension, Form, State},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use nennep_app::{
    App, Ctx, Error,
    accounts::{self, SetupForm},
    imports,
};
use nennep_domain::{
    organisations::OrganisationKind,
    problems::{Problems, Sentence},
};

use crate::{
    components::{Choice, Icon},
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    routes::Routes,
};

/// A way from the settings.
struct Way {
    path: &'static str,
    icon: Icon,
    name: String,
    help: String,
}

#[derive(Template)]
#[template(path = "setup/hub.html")]
struct HubPage {
    page: Page,
    ways: Vec<Way>,
}

#[derive(Template)]
#[template(path = "setup/first.html")]
struct FirstPage {
    page: Page,
    problems: Problems,
    typed: Typed,
    kinds: Vec<Choice>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/setup", show).post("/setup", set_up)
}

async fn show(State(app): State<App>, page: Page, ctx: Option<Extension<Ctx>>) -> Result<Response, Failure> {
    match ctx {
        Some(Extension(ctx)) => hub(&ctx, page).await,
        None if accounts::is_untouched(&app).await? => {
            let begun = Typed::default().with("kind", OrganisationKind::Commune.as_str());
            Ok(first(&page, begun, Problems::default()))
        }
        None => Ok(Redirect::to("/sign-in?back=/setup").into_response()),
    }
}

async fn hub(ctx: &Ctx, page: Page) -> Result<Response, Failure> {
    let w = page.w;
    let imports = match imports::open_to(ctx).await {
        Err(Error::Forbidden) => false,
        open => !open?.is_empty(),
    };
    let way = |path, icon, name: &str| Way {
        path,
        icon: Icon(icon),
        name: w.t(&format!("setup-way-{name}")),
        help: w.t(&format!("setup-help-{name}")),
    };
    let ways = [
        Some(way("/organisations", "sitemap", "organisations")),
        imports.then(|| way("/imports", "file-import", "imports")),
        Some(way("/offices", "users", "offices")),
        accounts::keeps_accounts(ctx).then(|| way("/accounts", "user-circle", "accounts")),
        Some(way("/rules", "book", "rules")),
        Some(way("/account", "key", "account")),
        Some(way("/help", "help", "help")),
    ];
    let page = page.at(Place::Setup).titled(w.t("place-setup"));
    Ok(layout::show(&HubPage { page, ways: ways.into_iter().flatten().collect() }))
}

fn first(page: &Page, typed: Typed, problems: Problems) -> Response {
    let w = page.w;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let kinds = [OrganisationKind::Commune, OrganisationKind::Committee, OrganisationKind::Province];
    let choice = |kind: OrganisationKind| {
        let word = kind.as_str();
        Choice::new(word, w.one_of("organisations-kind", word), word == typed.get("kind"))
    };
    let kinds = kinds.into_iter().map(choice).collect();
    let page = page.clone().titled(w.t("setup-first-title")).led(w.t("setup-first-lead"));
    layout::page(status, &FirstPage { page, problems, typed, kinds })
}

async fn set_up(State(app): State<App>, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    let text = |field: &str| typed.get(field).to_owned();
    let form = SetupForm {
        code: text("code"),
        organisation: text("organisation"),
        organisation_code: text("organisation_code"),
        kind: typed.read("kind").unwrap_or(OrganisationKind::Commune),
        name: text("name"),
        login: text("login"),
        password: text("password"),
    };
    if form.password != text("again") {
        let problems = Problems::one("again", Sentence::new("account-password-differs"));
        return Ok(first(&page, typed, problems));
    }
    match accounts::set_up(&app, &form).await {
        Ok(_) => Ok(see_other("/sign-in?back=/setup", Some(&Flash::done(&Sentence::new("setup-done"))))),
        Err(Error::Invalid(problems)) => Ok(first(&page, typed, problems)),
        Err(other) => Err(other.into()),
    }
}
