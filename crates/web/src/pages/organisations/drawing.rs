//! The tree of a day as a drawing to be printed: whole where it is small, branch by branch where it is large.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use jiff::civil::Date;
use nennep_app::{
    App,
    organisations::{self, Branch},
};
use nennep_documents::charts::{Caption, Leaf, Medium, Tree};
use nennep_domain::{ids::OrganisationId, organisations::OrganisationKind, problems::Problems};

use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

/// So many organisations stand in one drawing: what fits on a sheet.
const ON_A_SHEET: usize = 36;

/// A sheet, with what it shows.
struct Sheet {
    title: String,
    svg: String,
}

#[derive(Template)]
#[template(path = "organisations/drawing.html")]
struct DrawingPage {
    page: Page,
    id: OrganisationId,
    on: String,
    problems: Problems,
    sheets: Vec<Sheet>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/organisations/{organisation}/drawing", show)
}

async fn show(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let w = page.w;
    let mut problems = Problems::default();
    let today = page.now.date();
    let on = asked.date("on", &mut problems).unwrap_or(today);
    let tree = organisations::on_day(&ctx, on).await?.tree(id)?;
    let name = tree.organisation.name.clone();
    let mut sheets = Vec::new();
    cut(w, &tree, on, &mut sheets);
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let date = w.date(on);
    let values = [("name", name.as_str().into()), ("date", date.as_str().into())];
    Ok(layout::page(
        status,
        &DrawingPage {
            id,
            on: asked.get("on").to_owned(),
            problems,
            sheets,
            page: page
                .at(Place::Organisations)
                .under(w.t("place-organisations"), "/organisations")
                .under(&name, format!("/organisations/{id}"))
                .titled(w.t("lineage-drawing-title"))
                .led(w.with("lineage-drawing-lead", &values)),
        },
    ))
}

fn size(branch: &Branch) -> usize {
    1 + branch.below.iter().map(size).sum::<usize>()
}

/// Cuts a tree into sheets: a branch that is too large shows what stands directly below it, and each of those its own.
fn cut(w: Words, branch: &Branch, on: Date, sheets: &mut Vec<Sheet>) {
    if size(branch) <= ON_A_SHEET {
        let mut all = Vec::new();
        flatten(branch, 0, &mut all);
        sheets.push(sheet(w, branch, &all, on, sheets.len()));
        return;
    }
    for piece in branch.below.chunks(ON_A_SHEET - 1) {
        let mut all = vec![(0, branch)];
        all.extend(piece.iter().map(|one| (1, one)));
        sheets.push(sheet(w, branch, &all, on, sheets.len()));
    }
    for one in branch.below.iter().filter(|one| !one.below.is_empty()) {
        cut(w, one, on, sheets);
    }
}

fn flatten<'a>(branch: &'a Branch, depth: usize, into: &mut Vec<(usize, &'a Branch)>) {
    into.push((depth, branch));
    for below in &branch.below {
        flatten(below, depth + 1, into);
    }
}

fn sheet(w: Words, branch: &Branch, all: &[(usize, &Branch)], on: Date, number: usize) -> Sheet {
    let name = branch.organisation.name.as_str();
    let date = w.date(on);
    let title = w.with("lineage-drawing-lead", &[("name", name.into()), ("date", date.as_str().into())]);
    let names: Vec<&str> = all.iter().map(|(_, one)| one.organisation.name.as_str()).collect();
    let description = names.join("; ");
    let leaves: Vec<Leaf<'_>> = all
        .iter()
        .map(|(depth, one)| Leaf {
            depth: *depth,
            label: &one.organisation.name,
            note: &one.organisation.code,
            holds: !matches!(one.organisation.kind, OrganisationKind::Cell | OrganisationKind::SubCell),
        })
        .collect();
    let id = format!("tree-{number}");
    let caption = Caption { id: &id, title: &title, description: &description };
    let svg = Tree { caption, leaves: &leaves }.draw(Medium::Page);
    Sheet { title, svg }
}
