//! Lists of tasks: mine, or a cell's; open ones by deadline, settled ones latest first.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{
    App,
    reach::{self, Reach},
    tasks::{self, Leaf, Of},
};
use nennep_domain::{ids::OrganisationId, tasks::Task};

use crate::{
    components::{Pager, Tab},
    errors::Failure,
    forms::Typed,
    layout::{Page, Place, show},
    routes::Routes,
    session::Asker,
};

/// Rows on one leaf.
const LEAF: u32 = 50;
/// The most cells that stand as tabs.
const MOST_TABS: usize = 8;

struct Row {
    task: Task,
    owner: String,
    is_done: bool,
    is_late: bool,
}

#[derive(Template)]
#[template(path = "tasks/list.html")]
struct ListPage {
    page: Page,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    is_mine: bool,
    is_settled: bool,
    other: String,
    pager: Pager,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/tasks", index)
}

async fn index(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let reach = reach::of_asker(&ctx).await?;
    let named = asked.read::<OrganisationId>("of");
    let first = reach.cells.first().map(|cell| cell.id);
    let of = match named.or_else(|| first.filter(|_| ctx.actor.member.is_none())) {
        Some(cell) => Of::Cell(cell),
        None => Of::Asker,
    };
    let is_settled = asked.get("show") == "settled";
    let after = asked.read("after");
    let leaf = match of {
        Of::Asker if ctx.actor.member.is_none() => None,
        _ if is_settled => Some(tasks::settled(&ctx, of, after, LEAF).await?),
        _ => Some(tasks::due_first(&ctx, of, after, LEAF).await?),
    };
    let path = |settled: bool| {
        let of = if let Of::Cell(cell) = of { format!("of={cell}&") } else { String::new() };
        format!("/tasks?{of}show={}", if settled { "settled" } else { "open" })
    };
    let page = page.clone().at(Place::Tasks).titled(page.w.t("tasks-title"));
    let rows = leaf.as_ref().map_or_else(Vec::new, |leaf| rows(leaf, &page));
    let last = leaf.as_ref().filter(|leaf| leaf.more).and_then(|leaf| leaf.tasks.last());
    let next = last.map(|(task, _)| format!("{}&after={}", path(is_settled), task.id));
    let before = if asked.get("after").is_empty() { String::new() } else { path(is_settled) };
    let pager = Pager { shown: rows.len(), before, after: next.unwrap_or_default() };
    let tabs = tabs(&reach, of, ctx.actor.member.is_some(), &page);
    let (is_mine, other) = (of == Of::Asker, path(!is_settled));
    Ok(show(&ListPage { page, tabs, rows, is_mine, is_settled, other, pager }))
}

fn rows(leaf: &Leaf, page: &Page) -> Vec<Row> {
    let today = page.now.date();
    let row = |(task, owner): &(Task, Option<String>)| Row {
        owner: owner.clone().unwrap_or_default(),
        is_done: task.is_done_by(today, &leaf.rules),
        is_late: task.is_overdue(today, &leaf.rules),
        task: task.clone(),
    };
    leaf.tasks.iter().map(row).collect()
}

/// Mine first, then the cells the asker has business in.
fn tabs(reach: &Reach, of: Of, has_own: bool, page: &Page) -> Vec<Tab> {
    let mine =
        Tab { name: page.w.t("tasks-mine"), path: "/tasks".to_owned(), here: of == Of::Asker, count: None };
    let cells = reach.cells.iter().take(MOST_TABS).map(|cell| Tab {
        name: cell.name.clone(),
        path: format!("/tasks?of={}", cell.id),
        here: of == Of::Cell(cell.id),
        count: None,
    });
    has_own.then_some(mine).into_iter().chain(cells).collect()
}
