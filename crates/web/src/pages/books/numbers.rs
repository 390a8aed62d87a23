//! A number for a paper written elsewhere: taken from the cell's register, and never given back.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx, Error,
    books::{self, Book},
    papers::{self, PaperForm},
};
use nennep_domain::{
    ids::{IssueId, OrganisationId},
    papers::DocumentType,
    problems::{Problems, Sentence},
};

use super::{opened, path_of};
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

const PATH: &str = "/books/{cell}/numbers";

#[derive(Template)]
#[template(path = "books/number.html")]
struct NumberPage {
    page: Page,
    path: String,
    back: String,
    typed: Typed,
    documents: Vec<Choice>,
    problems: Problems,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get(PATH, form).post(PATH, take)
}

async fn form(Asker(ctx): Asker, page: Page, At(cell): At<OrganisationId>) -> Result<Response, Failure> {
    let typed = Typed::default().with("id", ctx.new_id());
    drawn(&ctx, page, cell, typed, Problems::default()).await
}

async fn take(
    Asker(ctx): Asker,
    page: Page,
    At(cell): At<OrganisationId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let Some(document) = typed.read("type") else {
        let problems = Problems::one("type", Sentence::new("papers-type-missing"));
        return drawn(&ctx, page, cell, typed, problems).await;
    };
    let id = typed.read::<IssueId>("id").ok_or(Failure::not_readable())?;
    let paper = PaperForm { document, about: typed.get("about").to_owned() };
    match papers::take_number(&ctx, cell, id, &paper).await {
        Ok(number) => {
            let told = Sentence::new("books-number-taken").with("number", number.reference());
            Ok(see_other(&path_of(cell), Some(&Flash::done(&told))))
        }
        Err(Error::Invalid(problems)) => drawn(&ctx, page, cell, typed, problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn drawn(
    ctx: &Ctx,
    page: Page,
    cell: OrganisationId,
    typed: Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let book: Book<_> = books::terms(ctx, cell).await?;
    if !book.issues {
        return Err(Failure::forbidden());
    }
    let w = page.w;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let choice = |document: DocumentType| {
        let word = document.as_str();
        Choice::new(word, w.one_of("papers-document", word), typed.get("type") == word)
    };
    Ok(layout::page(
        status,
        &NumberPage {
            path: format!("{}/numbers", path_of(cell)),
            back: path_of(cell),
            documents: DocumentType::of_cells(&book.rules).map(choice).collect(),
            page: opened(page, &book)
                .under(book.cell.name.as_str(), path_of(cell))
                .titled(w.t("books-number-title")),
            typed,
            problems,
        },
    ))
}
