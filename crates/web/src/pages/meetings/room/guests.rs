//! Guests and the overseer in the room.

use axum::{
    extract::{Form, Path},
    response::Response,
};
use nennep_app::{
    App,
    meetings::{self, GuestForm, MeetingView},
};
use nennep_domain::{
    accounts::Office,
    ids::GuestId,
    meetings::{Guest, Speaker},
    problems::Sentence,
};
use serde::Deserialize;

use super::{
    confirm,
    deed::{Deed, Done, Typed},
    here::Here,
};
use crate::{errors::Failure, layout::Page, routes::Routes, session::Asker};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/meetings/{meeting}/guests", add)
        .delete("/meetings/{meeting}/guests/{guest}", remove)
        .get("/meetings/{meeting}/guests/{guest}/removal", ask)
}

/// A guest as the page shows them.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) id: GuestId,
    pub(super) name: String,
    pub(super) role: String,
    pub(super) overseer: bool,
    /// Whether they may still be removed: not once they have spoken.
    pub(super) spoke: bool,
}

/// The guests, and the overseer who is expected and not yet named.
#[derive(Debug)]
pub(super) struct Guests {
    pub(super) lines: Vec<Line>,
    pub(super) overseer: Option<String>,
    pub(super) new_id: GuestId,
}

impl Guests {
    pub(super) fn of(view: &MeetingView, new_id: GuestId) -> Self {
        let spoke = |id| view.remarks.iter().any(|remark| remark.speaker == Speaker::Guest(id));
        let line = |guest: &Guest| Line {
            id: guest.id,
            name: guest.name.clone(),
            role: guest.role.clone(),
            overseer: guest.overseer,
            spoke: spoke(guest.id),
        };
        let expected = view.holder(Office::Overseer).map(|holder| holder.name.clone());
        let overseer = expected.filter(|_| view.guests.iter().all(|guest| !guest.overseer));
        Self { lines: view.guests.iter().map(line).collect(), overseer, new_id }
    }
}

#[derive(Debug, Deserialize)]
struct Of {
    guest: GuestId,
}

async fn add(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let id = typed.read("id").unwrap_or(GuestId(ctx.new_id()));
    let (name, role) = (typed.get("name").to_owned(), typed.get("role").to_owned());
    let guest = GuestForm { name, role, member: None, overseer: typed.get("overseer") == "true" };
    let done = meetings::add_guest(&ctx, here.meeting, id, &guest).await.map(|()| {
        let told = Sentence::new("room-guest-added").with("name", guest.name.as_str());
        Done::at("guests").told(&told).undone_by(here.post(format!("guests/{id}")))
    });
    Deed { ctx, page, here, form: "guest".to_owned(), typed }.answer(done).await
}

async fn remove(Asker(ctx): Asker, page: Page, here: Here, Path(of): Path<Of>) -> Result<Response, Failure> {
    let done = meetings::remove_guest(&ctx, here.meeting, of.guest).await;
    let done = done.map(|()| Done::at("guests").told(&Sentence::new("room-guest-removed")));
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

async fn ask(Asker(ctx): Asker, page: Page, here: Here, Path(of): Path<Of>) -> Result<Response, Failure> {
    let view = meetings::show(&ctx, here.meeting).await?;
    let name = view.guest_name(of.guest).to_owned();
    let words = page.w.with("room-guest-remove-ask", &[("name", name.into())]);
    let action = here.delete(format!("guests/{}", of.guest));
    let asked = confirm::Asked { label: page.w.t("room-guest-remove"), words, action };
    Ok(confirm::ask(page, here, "guests", asked))
}
