//! The books of a cell: papers issued, minutes, terms; and the shelf that leads to them.

mod minutes;
mod numbers;
mod register;
mod shelf;
mod terms;

use nennep_app::{App, books::Book};
use nennep_domain::ids::OrganisationId;

use crate::{
    components::Tab,
    layout::{Page, Place},
    routes::Routes,
    words::Words,
};

/// The routes of this feature.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .merge(shelf::routes())
        .merge(register::routes())
        .merge(minutes::routes())
        .merge(numbers::routes())
        .merge(terms::routes())
}

/// The books of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaf {
    Register,
    Resolutions,
    Minutes,
    Dues,
    Terms,
}

/// Where a cell's books are.
fn path_of(cell: OrganisationId) -> String {
    format!("/books/{cell}")
}

fn tabs(cell: OrganisationId, here: Leaf, w: Words) -> Vec<Tab> {
    let path = path_of(cell);
    let tab = |leaf, name, path| Tab { name, path, here: leaf == here, count: None };
    vec![
        tab(Leaf::Register, w.t("books-register"), path.clone()),
        tab(Leaf::Resolutions, w.t("books-resolutions"), format!("{path}?type=resolution")),
        tab(Leaf::Minutes, w.t("books-minutes"), format!("{path}/minutes")),
        tab(Leaf::Dues, w.t("dues-title"), format!("/dues?of={cell}")),
        tab(Leaf::Terms, w.t("books-terms"), format!("{path}/terms")),
    ]
}

/// A page of one of a cell's books.
fn opened<T>(page: Page, book: &Book<T>) -> Page {
    let w = page.w;
    page.at(Place::Books).under(w.t("place-books"), "/books").titled(book.cell.name.as_str())
}

/// The last line of the leaf before, as an address says it: two words with a comma between.
fn after<A: std::str::FromStr, B: std::str::FromStr>(text: &str) -> Option<(A, B)> {
    let (first, second) = text.split_once(',')?;
    Some((first.parse().ok()?, second.parse().ok()?))
}
