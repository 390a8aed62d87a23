//! The register of the papers a cell issued, by year and by type; asked for resolutions alone it is the resolution book.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{
    App,
    books::{self, Asked, IssuedLine, PaperKind, Register},
    papers::Format,
};
use nennep_domain::{
    ids::OrganisationId,
    papers::{DocumentType, PaperType},
};
use serde::Deserialize;

use super::{Leaf, after, opened, path_of, tabs};
use crate::{
    components::{Choice, Pager, Tab},
    errors::Failure,
    layout::{Page, show},
    pages::papers,
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

const RESOLUTIONS: PaperKind = PaperKind::Document(DocumentType::Resolution);

#[derive(Template)]
#[template(path = "books/register.html")]
struct RegisterPage {
    page: Page,
    path: String,
    tabs: Vec<Tab>,
    /// Where a number is taken; empty for those who take none.
    take_path: String,
    kinds: Vec<Choice>,
    years: Vec<Choice>,
    is_filtered: bool,
    leaves: Vec<(i16, Vec<Row>)>,
    pager: Pager,
}

struct Row {
    reference: String,
    day: String,
    kind: String,
    about: String,
    about_path: String,
    term: String,
    pdf: String,
}

#[derive(Debug, Default, Deserialize)]
struct Typed {
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    year: String,
    #[serde(default)]
    after: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/books/{cell}", register)
}

async fn register(
    Asker(ctx): Asker,
    page: Page,
    At(cell): At<OrganisationId>,
    Query(typed): Query<Typed>,
) -> Result<Response, Failure> {
    let asked = Asked { kind: PaperKind::from_word(&typed.kind), year: typed.year.parse().ok() };
    let found = books::papers(&ctx, cell, asked, after(&typed.after)).await?;
    Ok(show(&drawn(page, &found, asked)))
}

fn drawn(page: Page, found: &Register, asked: Asked) -> RegisterPage {
    let w = page.w;
    let book = &found.book;
    let cell = book.cell.id;
    let here = if asked.kind == Some(RESOLUTIONS) { Leaf::Resolutions } else { Leaf::Register };
    let kind = |(kind, papers): &(PaperKind, u32)| {
        let values =
            [("kind", w.one_of("papers-document", kind.as_str()).into()), ("count", (*papers).into())];
        Choice::new(kind.as_str(), w.with("books-kind", &values), asked.kind == Some(*kind))
    };
    let year = |year: &i16| Choice::new(year.to_string(), year.to_string(), asked.year == Some(*year));
    RegisterPage {
        path: path_of(cell),
        tabs: tabs(cell, here, w),
        take_path: if book.issues { format!("{}/numbers", path_of(cell)) } else { String::new() },
        kinds: found.kinds.iter().map(kind).collect(),
        years: found.years.iter().map(year).collect(),
        is_filtered: asked != Asked::default(),
        leaves: by_year(&book.lines, w),
        pager: Pager { shown: book.lines.len(), before: String::new(), after: next(found, asked) },
        page: opened(page, book),
    }
}

/// The lines under the year in which each was issued.
fn by_year(lines: &[IssuedLine], w: Words) -> Vec<(i16, Vec<Row>)> {
    let years = lines.chunk_by(|one, next| one.paper.issued_on.year() == next.paper.issued_on.year());
    let leaf = |lines: &[IssuedLine]| {
        (lines[0].paper.issued_on.year(), lines.iter().map(|line| row(line, w)).collect())
    };
    years.map(leaf).collect()
}

fn row(line: &IssuedLine, w: Words) -> Row {
    let paper = &line.paper;
    let made = line.kind.and_then(paper_of).zip(paper.meeting);
    let of_month = paper.month.map(|month| w.with("books-of-month", &[("month", w.month(month).into())]));
    Row {
        reference: line.reference.clone(),
        day: w.date(paper.issued_on),
        kind: line.kind.map_or_else(String::new, |kind| w.one_of("papers-document", kind.as_str())),
        about: of_month.unwrap_or_else(|| paper.about.clone()),
        about_path: paper.meeting.map_or_else(String::new, |meeting| format!("/meetings/{meeting}/papers")),
        term: paper.term.clone(),
        pdf: made.map_or_else(String::new, |(paper, meeting)| papers::path_of(meeting, paper, Format::Pdf)),
    }
}

const fn paper_of(kind: PaperKind) -> Option<PaperType> {
    match kind {
        PaperKind::Invitation => Some(PaperType::Invitation),
        PaperKind::Document(DocumentType::Minutes) => Some(PaperType::Minutes),
        PaperKind::Document(DocumentType::Resolution) => Some(PaperType::Resolution),
        PaperKind::Document(_) => None,
    }
}

fn next(found: &Register, asked: Asked) -> String {
    let Some(last) = found.book.lines.last().filter(|_| found.book.more) else { return String::new() };
    let kind = asked.kind.map_or("", PaperKind::as_str);
    let year = asked.year.map_or_else(String::new, |year| year.to_string());
    let (path, paper) = (path_of(found.book.cell.id), &last.paper);
    format!("{path}?type={kind}&year={year}&after={},{}", paper.issued_on, paper.id)
}
