//! Today: what is next, and what is mine to do.

mod cell;
mod committee;
mod own;

use askama::Template;
use axum::response::Response;
use nennep_app::{
    App, Ctx,
    today::{self, Coming, MachineToday, Today},
};
use nennep_domain::time::Instant;

use self::{cell::CellCard, committee::CommitteeCard, own::OwnCard};
use crate::{
    errors::Failure,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
    words::Words,
};

/// A meeting under way or ahead.
struct ComingCard {
    cell: String,
    kind: String,
    topic: String,
    place: String,
    starts_at: Option<Instant>,
    running: bool,
    called: bool,
    path: String,
    /// Where the reader prepares for it; none for those who stand in another cell.
    prepare: Option<String>,
}

impl ComingCard {
    fn of(ctx: &Ctx, w: Words, coming: &Coming) -> Self {
        let id = coming.meeting;
        let stands = ctx.actor.cells.contains(&coming.cell);
        let running = coming.opened_at.is_some();
        Self {
            cell: coming.cell_name.clone(),
            kind: w.one_of("room-kind", coming.kind.as_str()),
            topic: coming.topic.clone(),
            place: coming.place.clone(),
            starts_at: coming.starts_at,
            running,
            called: coming.called_at.is_some(),
            path: if running { format!("/meetings/{id}/room") } else { format!("/meetings/{id}") },
            prepare: stands.then(|| format!("/meetings/{id}/preparation")),
        }
    }
}

/// Something to be done, with the way there.
pub(super) struct Todo {
    pub(super) words: String,
    pub(super) path: String,
    pub(super) at: Option<Instant>,
}

#[derive(Template)]
#[template(path = "today/page.html")]
struct TodayPage {
    page: Page,
    cells: Vec<CellCard>,
    next: Option<ComingCard>,
    /// How the way into the next meeting looks: the one primary deed where there is no nearer one.
    look: &'static str,
    later: Vec<ComingCard>,
    own: Option<OwnCard>,
    committees: Vec<CommitteeCard>,
    machine: Option<MachineToday>,
    is_empty: bool,
}

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/", show)
}

async fn show(Asker(ctx): Asker, page: Page) -> Result<Response, Failure> {
    let today = today::today(&ctx).await?;
    Ok(layout::show(&page_of(&ctx, page, &today)))
}

fn page_of(ctx: &Ctx, page: Page, today: &Today) -> TodayPage {
    let w = page.w;
    let mut coming = today.coming.iter().map(|coming| ComingCard::of(ctx, w, coming));
    let (next, later) = (coming.next(), coming.collect());
    let own = today.own.as_ref().map(|own| OwnCard::of(ctx, &page, own));
    let cells: Vec<_> = today.cells.iter().map(|cell| CellCard::of(&page, cell)).collect();
    let committees: Vec<_> = today.committees.iter().map(|one| CommitteeCard::of(ctx, &page, one)).collect();
    let nothing_own = own.as_ref().is_none_or(OwnCard::is_empty);
    let is_empty =
        next.is_none() && nothing_own && cells.is_empty() && committees.is_empty() && today.machine.is_none();
    let now = page.now;
    TodayPage {
        look: if cells.is_empty() && committees.is_empty() { "primary" } else { "plain" },
        cells,
        next,
        later,
        own,
        committees,
        machine: today.machine,
        is_empty,
        page: page.at(Place::Today).titled(w.t("today-title")).led(w.day(now.date())),
    }
}
