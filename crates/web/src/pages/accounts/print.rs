//! Invitations as sheets to be printed and handed out. Their codes are on this answer only: printed again, they are drawn
//! anew and the earlier ones stop working.

use askama::Template;
use axum::{
    http::{HeaderMap, header},
    response::Response,
};
use nennep_app::{
    App, Ctx,
    accounts::{self, PrintedInvitation},
};
use nennep_documents::codes;
use nennep_domain::ids::{AccountId, OrganisationId};

use crate::{
    errors::Failure,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::Asker,
};

struct Sheet {
    name: String,
    login: String,
    code: String,
    until: String,
    /// The address with the code as a square for telephones, where the program's address is known.
    square: Option<String>,
}

#[derive(Template)]
#[template(path = "invitations/sheets.html")]
struct SheetsPage {
    page: Page,
    address: String,
    back: String,
    sheets: Vec<Sheet>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/accounts/{account}/invitation", one)
        .post("/organisations/{organisation}/invitations", of_cell)
}

async fn one(
    Asker(ctx): Asker,
    page: Page,
    headers: HeaderMap,
    At(id): At<AccountId>,
) -> Result<Response, Failure> {
    let printed = accounts::invite(&ctx, id).await?;
    let back = format!("/accounts/{id}");
    Ok(show(&ctx, page.under(&printed.name, &back), &headers, back.clone(), std::slice::from_ref(&printed)))
}

async fn of_cell(
    Asker(ctx): Asker,
    page: Page,
    headers: HeaderMap,
    At(id): At<OrganisationId>,
) -> Result<Response, Failure> {
    let printed = accounts::invite_cell(&ctx, id).await?;
    Ok(show(&ctx, page, &headers, format!("/organisations/{id}"), &printed))
}

fn show(ctx: &Ctx, page: Page, headers: &HeaderMap, back: String, printed: &[PrintedInvitation]) -> Response {
    let w = page.w;
    let address = ctx.address.trim_end_matches('/').to_owned();
    let sheet = |one: &PrintedInvitation| Sheet {
        name: one.name.clone(),
        login: one.login.clone(),
        code: one.code.clone(),
        until: w.date(one.expires_at.date()),
        square: if address.is_empty() {
            None
        } else {
            codes::qr(&format!("{address}/invitations?code={}", one.code))
        },
    };
    let sheets = printed.iter().map(sheet).collect();
    // Where no address is configured, the reader's own is the best that is known.
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let address = if address.is_empty() { host.to_owned() } else { address.clone() };
    let page = page.at(Place::Setup).titled(w.t("invitations-sheets-title"));
    layout::show(&SheetsPage { page, address, back, sheets })
}
