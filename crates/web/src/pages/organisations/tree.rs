//! The organisations as a tree, or those whose name holds what was typed.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use jiff::civil::Date;
use nennep_app::{
    App, Ctx,
    organisations::{self, Branch, Filter},
};
use nennep_domain::{organisations::Organisation, problems::Problems};

use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
    words::Words,
};

/// How many organisations a search shows, and how deep a tree stands open.
const MOST_FOUND: u32 = 100;
/// So many organisations stand open without being asked for.
const OPEN: usize = 60;

/// One line of the tree, with those below it.
pub(super) struct Twig {
    pub(super) name: String,
    pub(super) code: String,
    pub(super) kind: String,
    pub(super) path: String,
    /// The words over what is below.
    pub(super) below_said: String,
    pub(super) open: bool,
    pub(super) below: Vec<Twig>,
}

#[derive(Template)]
#[template(path = "organisations/tree.html")]
struct TreePage {
    page: Page,
    words: String,
    /// The day the tree is of, as a field gives it; empty for today.
    on: String,
    problems: Problems,
    /// What the tree shows, where that is not today.
    shown: Option<String>,
    keeps: bool,
    roots: Vec<Twig>,
    found: Option<Vec<Twig>>,
}

/// A twig is drawn by itself, those below it in it.
#[derive(Template)]
#[template(path = "organisations/twig.html")]
struct TwigPart<'a> {
    twig: &'a Twig,
}

impl Twig {
    fn of(w: Words, one: &Organisation) -> Self {
        let kind = match one.cell_type {
            Some(cell_type) => w.one_of("organisations-type", cell_type.as_str()),
            None => w.one_of("organisations-kind", one.kind.as_str()),
        };
        Self {
            name: one.name.clone(),
            code: one.code.clone(),
            kind,
            path: format!("/organisations/{}", one.id),
            below_said: w.t("organisations-below"),
            open: false,
            below: Vec::new(),
        }
    }

    fn grown(w: Words, branch: &Branch, open: bool) -> Self {
        let below =
            branch.below.iter().map(|one| Self::grown(w, one, open && branch.below.len() <= OPEN)).collect();
        Self { open, below, ..Self::of(w, &branch.organisation) }
    }

    /// This twig with all below it.
    pub(super) fn drawn(&self) -> String {
        TwigPart { twig: self }.render().unwrap_or_default()
    }
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/organisations", show)
}

async fn show(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let w = page.w;
    let mut problems = Problems::default();
    let words = asked.get("q").trim().to_owned();
    let on = asked.date("on", &mut problems).filter(|on| *on != page.now.date());
    let found = if words.is_empty() { None } else { Some(found(&ctx, w, &words).await?) };
    let roots = match (&found, on) {
        (Some(_), _) => Vec::new(),
        (None, None) => roots(&ctx, w).await?,
        (None, Some(on)) => roots_on(&ctx, w, on).await?,
    };
    let shown = on.filter(|_| found.is_none()).map(|on| shown(w, on, page.now.date()));
    let on = asked.get("on").to_owned();
    let keeps = organisations::deeds::may_keep(&ctx).await?;
    let page = page.at(Place::Organisations).titled(w.t("place-organisations"));
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(layout::page(status, &TreePage { page, words, on, problems, shown, keeps, roots, found }))
}

/// What a tree of another day shows.
fn shown(w: Words, on: Date, today: Date) -> String {
    let date = w.date(on);
    let values = [("date", date.as_str().into())];
    if on > today { w.with("history-tree-to-come", &values) } else { w.with("history-tree-on", &values) }
}

async fn found(ctx: &Ctx, w: Words, words: &str) -> Result<Vec<Twig>, Failure> {
    let filter = Filter { words, limit: MOST_FOUND, ..Filter::default() };
    let found = organisations::list(ctx, filter).await?;
    Ok(found.iter().map(|one| Twig::of(w, one)).collect())
}

async fn roots(ctx: &Ctx, w: Words) -> Result<Vec<Twig>, Failure> {
    let mut roots = Vec::new();
    for root in organisations::roots(ctx).await? {
        roots.push(root_twig(w, &root, organisations::tree(ctx, root.id).await)?);
    }
    Ok(roots)
}

async fn roots_on(ctx: &Ctx, w: Words, on: Date) -> Result<Vec<Twig>, Failure> {
    let mut roots = Vec::new();
    let then = organisations::on_day(ctx, on).await?;
    for root in then.roots() {
        roots.push(root_twig(w, &root, then.tree(root.id))?);
    }
    Ok(roots)
}

/// A province is too large for one page: it is looked at branch by branch.
fn root_twig(w: Words, root: &Organisation, tree: nennep_app::Result<Branch>) -> Result<Twig, Failure> {
    match tree {
        Ok(branch) => Ok(Twig::grown(w, &branch, true)),
        Err(nennep_app::Error::Refused(_)) => Ok(Twig::of(w, root)),
        Err(other) => Err(other.into()),
    }
}
