//! The terms of a cell: numbers of papers run on through each, and begin anew with the next congress.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx, Error,
    books::{self, Term},
    papers::{self, TermForm},
};
use nennep_domain::{
    ids::OrganisationId,
    problems::{Problems, Sentence},
};
use uuid::Uuid;

use super::{Leaf, opened, path_of, tabs};
use crate::{
    components::Tab,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

const PATH: &str = "/books/{cell}/terms";

#[derive(Template)]
#[template(path = "books/terms.html")]
struct TermsPage {
    page: Page,
    path: String,
    tabs: Vec<Tab>,
    terms: Vec<Row>,
    keeps: bool,
    typed: Typed,
    problems: Problems,
}

struct Row {
    name: String,
    from: String,
    to: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get(PATH, list).post(PATH, begin).delete("/books/{cell}/terms/{term}", take_back)
}

async fn list(Asker(ctx): Asker, page: Page, At(cell): At<OrganisationId>) -> Result<Response, Failure> {
    let typed = Typed::default().with("id", ctx.new_id());
    drawn(&ctx, page, cell, typed, Problems::default()).await
}

async fn begin(
    Asker(ctx): Asker,
    page: Page,
    At(cell): At<OrganisationId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let id: Uuid = typed.read("id").ok_or(Failure::not_readable())?;
    let mut problems = Problems::default();
    let from_on = typed.date("from_on", &mut problems);
    let form = TermForm { name: typed.get("name").to_owned(), from_on };
    match papers::begin_term(&ctx, cell, id, &form).await {
        Ok(()) => {
            let told = Sentence::new("books-term-begun").with("name", form.name);
            let undo = format!("{}/terms/{id}", path_of(cell));
            Ok(see_other(&format!("{}/terms", path_of(cell)), Some(&Flash::done(&told).undone_by(undo))))
        }
        Err(Error::Invalid(problems)) => drawn(&ctx, page, cell, typed, problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn take_back(
    Asker(ctx): Asker,
    At((cell, term)): At<(OrganisationId, Uuid)>,
) -> Result<Response, Failure> {
    papers::take_term_back(&ctx, cell, term).await?;
    let told = Flash::done(&Sentence::new("books-term-taken-back"));
    Ok(see_other(&format!("{}/terms", path_of(cell)), Some(&told)))
}

async fn drawn(
    ctx: &Ctx,
    page: Page,
    cell: OrganisationId,
    typed: Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let book = books::terms(ctx, cell).await?;
    let w = page.w;
    let row = |term: &Term| Row {
        name: term.name.clone(),
        from: w.date(term.from_on),
        to: term.to_on.map_or_else(|| w.t("books-term-runs"), |to| w.date(to)),
    };
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(layout::page(
        status,
        &TermsPage {
            path: format!("{}/terms", path_of(cell)),
            tabs: tabs(cell, Leaf::Terms, w),
            keeps: book.keeps_terms,
            page: opened(page, &book),
            terms: book.lines.iter().map(row).collect(),
            typed,
            problems,
        },
    ))
}
