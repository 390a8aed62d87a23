//! Registers taken in from spreadsheets: choosing a file, looking at what it would do, taking it.

mod choose;
mod files;
mod look;
mod take;

use nennep_app::{App, imports::Kind};

use crate::{
    layout::{Page, Place},
    routes::Routes,
    words::Words,
};

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/imports", choose::form)
        .post("/imports", choose::upload)
        .get("/imports/blank/{kind}", files::blank)
        .get("/imports/{import}", look::show)
        .delete("/imports/{import}", look::forget)
        .post("/imports/{import}/columns", look::set_columns)
        .get("/imports/{import}/taking", take::ask)
        .post("/imports/{import}/taking", take::take)
        .get("/exports/{kind}", files::export)
}

/// A page below the list of imports.
fn below(page: &Page, title: String) -> Page {
    let w = page.w;
    let page = page.clone().at(Place::Setup).under(w.t("place-setup"), Place::Setup.path());
    page.under(w.t("imports-title"), "/imports").titled(title)
}

/// What a file is a register of, in words.
fn kind_word(w: Words, kind: Kind) -> String {
    match kind {
        Kind::Organisations => w.t("imports-kind-organisations"),
        Kind::Members => w.t("imports-kind-members"),
    }
}
