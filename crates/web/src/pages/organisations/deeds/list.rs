//! The deeds there were and those that wait for their day.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    App,
    organisations::deeds::{self, DeedView},
};
use nennep_domain::{ids::DeedId, problems::Sentence};

use crate::{
    errors::Failure,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

/// One line of the list.
pub(in crate::pages::organisations) struct DeedLine {
    pub(in crate::pages::organisations) title: String,
    pub(in crate::pages::organisations) on: String,
    pub(in crate::pages::organisations) decision: String,
    pub(in crate::pages::organisations) refused: Option<String>,
    pub(in crate::pages::organisations) is_waiting: bool,
    pub(in crate::pages::organisations) is_withdrawn: bool,
    pub(in crate::pages::organisations) undo: String,
    /// Where a done one is taken back; empty where it cannot be.
    pub(in crate::pages::organisations) take_back: String,
    pub(in crate::pages::organisations) organisations: Vec<(String, String)>,
}

impl DeedLine {
    pub(in crate::pages::organisations) fn of(w: Words, view: &DeedView) -> Self {
        let recorded = &view.recorded;
        let named = |one: &nennep_domain::organisations::Organisation| {
            (one.name.clone(), format!("/organisations/{}", one.id))
        };
        Self {
            title: w.one_of("history-kind", &recorded.kind),
            on: w.date(recorded.on),
            decision: said(w, &recorded.decision),
            refused: recorded
                .refused
                .as_deref()
                .filter(|_| recorded.is_waiting())
                .map(|_| w.t("history-refused-meanwhile")),
            is_waiting: recorded.is_waiting(),
            is_withdrawn: recorded.withdrawn_at.is_some(),
            undo: format!("/deeds/{}?_method=DELETE", recorded.id),
            take_back: if recorded.done_at.is_some() {
                format!("/deeds/{}/taking-back", recorded.id)
            } else {
                String::new()
            },
            organisations: view.organisations.iter().map(named).collect(),
        }
    }
}

/// A decision as a line says it.
pub(in crate::pages) fn said(w: Words, decision: &nennep_domain::decisions::Decision) -> String {
    let date = w.date(decision.on);
    let values = [("number", decision.number.as_str().into()), ("date", date.as_str().into())];
    let said = w.with("history-decision", &values);
    if decision.by.is_empty() { said } else { format!("{said}, {}", decision.by) }
}

#[derive(Template)]
#[template(path = "organisations/deeds/list.html")]
struct ListPage {
    page: Page,
    waiting: Vec<DeedLine>,
    done: Vec<DeedLine>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/deeds", show).delete("/deeds/{deed}", withdraw)
}

async fn show(Asker(ctx): Asker, page: Page) -> Result<Response, Failure> {
    let w = page.w;
    let lines = deeds::list(&ctx).await?;
    let lines = lines.iter().map(|view| DeedLine::of(w, view));
    let (waiting, done) = lines.partition(|line: &DeedLine| line.is_waiting);
    let page = page
        .at(Place::Organisations)
        .titled(w.t("history-list-title"))
        .under(w.t("place-organisations"), "/organisations");
    Ok(layout::show(&ListPage { page, waiting, done }))
}

async fn withdraw(Asker(ctx): Asker, At(id): At<DeedId>) -> Result<Response, Failure> {
    deeds::withdraw(&ctx, id).await?;
    Ok(see_other("/deeds", Some(&Flash::done(&Sentence::new("history-withdrawn")))))
}
