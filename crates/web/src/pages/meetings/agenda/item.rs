//! One item of the agenda: added, changed, moved, taken off and put back.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx, Error,
    meetings::{self, ItemForm, MeetingView},
};
use nennep_domain::{
    ids::{ItemId, MeetingId},
    meetings::{ItemKind, MeetingKind, Part},
    problems::{Problems, Sentence},
};

use super::{back_to, said};
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

#[derive(Template)]
#[template(path = "meetings/item.html")]
struct ItemPage {
    page: Page,
    action: String,
    back: String,
    parts: Vec<Choice>,
    kinds: Vec<Choice>,
    presenters: Vec<Choice>,
    typed: Typed,
    problems: Problems,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/meetings/{meeting}/agenda/items/new", new)
        .post("/meetings/{meeting}/agenda/items", add)
        .get("/meetings/{meeting}/agenda/items/{item}", show)
        .post("/meetings/{meeting}/agenda/items/{item}", change)
        .post("/meetings/{meeting}/agenda/items/{item}/move", move_item)
        .post("/meetings/{meeting}/agenda/items/{item}/removal", remove)
        .delete("/meetings/{meeting}/agenda/items/{item}/removal", put_back)
}

fn answer(
    page: Page,
    view: &MeetingView,
    item: Option<ItemId>,
    typed: Typed,
    problems: Problems,
) -> Response {
    let (w, id) = (page.w, view.meeting.id);
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = if item.is_some() { w.t("item-title-change") } else { w.t("item-title-new") };
    let page = said::below(page, &view.meeting, title);
    let page = page.under(w.t("agenda-title"), back_to(id, None));
    let action = item.map_or_else(
        || format!("/meetings/{id}/agenda/items"),
        |item| format!("/meetings/{id}/agenda/items/{item}"),
    );
    let chosen = |field: &str| typed.get(field).to_owned();
    let parts =
        if view.meeting.kind == MeetingKind::Combined { parts(&chosen("part"), w) } else { Vec::new() };
    let (kinds, presenters) = (kinds(&chosen("kind"), w), presenters(view, &chosen("presenter")));
    let back = back_to(id, item);
    layout::page(status, &ItemPage { page, action, back, parts, kinds, presenters, typed, problems })
}

fn parts(chosen: &str, w: Words) -> Vec<Choice> {
    let choice = |part: &Part| {
        Choice::new(part.as_str(), w.one_of("item-part", part.as_str()), part.as_str() == chosen)
    };
    Part::ALL.iter().map(choice).collect()
}

fn kinds(chosen: &str, w: Words) -> Vec<Choice> {
    let choice = |kind: &ItemKind| {
        Choice::new(kind.as_str(), w.one_of("item-kind", kind.as_str()), kind.as_str() == chosen)
    };
    ItemKind::ALL.iter().map(choice).collect()
}

fn presenters(view: &MeetingView, chosen: &str) -> Vec<Choice> {
    let choice = |entry: &nennep_domain::meetings::RollEntry| {
        let id = entry.who.member.to_string();
        let is_chosen = id == chosen;
        Choice::new(id, entry.who.name.as_str(), is_chosen)
    };
    view.roll.iter().map(choice).collect()
}

/// What the form says, or what is wrong with it.
fn read(typed: &Typed) -> Result<ItemForm, Problems> {
    let mut problems = Problems::default();
    let planned_minutes = typed.number("planned_minutes", &mut problems);
    problems.or(Some(ItemForm {
        part: typed.read("part").unwrap_or(Part::Routine),
        kind: typed.read("kind").unwrap_or(ItemKind::Discussion),
        title: typed.get("title").to_owned(),
        body: typed.get("body").to_owned(),
        planned_minutes,
        presenter: typed.read("presenter"),
    }))
}

async fn new(Asker(ctx): Asker, page: Page, At(id): At<MeetingId>) -> Result<Response, Failure> {
    let view = meetings::show(&ctx, id).await?;
    let part = if view.meeting.kind == MeetingKind::Thematic { Part::Thematic } else { Part::Routine };
    let typed = Typed::default().with("id", ctx.new_id().to_string()).with("part", part.as_str());
    let typed = typed.with("kind", ItemKind::Discussion.as_str()).with("planned_minutes", "15");
    Ok(answer(page, &view, None, typed, Problems::default()))
}

async fn show(
    Asker(ctx): Asker,
    page: Page,
    At((id, item)): At<(MeetingId, ItemId)>,
) -> Result<Response, Failure> {
    let view = meetings::show(&ctx, id).await?;
    let found = view.items.iter().find(|one| one.id == item).ok_or(Failure::not_found())?;
    let typed = Typed::default()
        .with("part", found.part.as_str())
        .with("kind", found.kind.as_str())
        .with("title", found.title.as_str())
        .with("body", found.body.as_str())
        .with("planned_minutes", found.planned_minutes.to_string())
        .with("presenter", found.presenter.map_or_else(String::new, |member| member.to_string()));
    Ok(answer(page, &view, Some(item), typed, Problems::default()))
}

/// The page again with what was typed, if that was what was wrong.
async fn again(
    ctx: &Ctx,
    page: Page,
    at: (MeetingId, Option<ItemId>),
    typed: Typed,
    error: Error,
) -> Result<Response, Failure> {
    let Error::Invalid(problems) = error else { return Err(error.into()) };
    let view = meetings::show(ctx, at.0).await?;
    Ok(answer(page, &view, at.1, typed, problems))
}

async fn add(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MeetingId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let item = typed.read::<ItemId>("id").ok_or(Failure::not_readable())?;
    let added = match read(&typed) {
        Ok(form) => meetings::add_item(&ctx, id, item, &form).await,
        Err(problems) => Err(problems.into()),
    };
    if let Err(error) = added {
        return again(&ctx, page, (id, None), typed, error).await;
    }
    let flash = Flash::done(&Sentence::new("item-added"));
    Ok(see_other(&back_to(id, Some(item)), Some(&flash)))
}

async fn change(
    Asker(ctx): Asker,
    page: Page,
    At((id, item)): At<(MeetingId, ItemId)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let changed = match read(&typed) {
        Ok(form) => meetings::change_item(&ctx, id, item, &form).await,
        Err(problems) => Err(problems.into()),
    };
    if let Err(error) = changed {
        return again(&ctx, page, (id, Some(item)), typed, error).await;
    }
    Ok(see_other(&back_to(id, Some(item)), Some(&Flash::done(&Sentence::new("item-changed")))))
}

async fn move_item(
    Asker(ctx): Asker,
    At((id, item)): At<(MeetingId, ItemId)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let by = typed.read("by").ok_or(Failure::not_readable())?;
    meetings::move_item(&ctx, id, item, by).await?;
    Ok(see_other(&back_to(id, Some(item)), None))
}

async fn remove(Asker(ctx): Asker, At((id, item)): At<(MeetingId, ItemId)>) -> Result<Response, Failure> {
    meetings::remove_item(&ctx, id, item).await?;
    let flash = Flash::done(&Sentence::new("item-removed"));
    let flash = flash.undone_by(format!("/meetings/{id}/agenda/items/{item}/removal"));
    Ok(see_other(&back_to(id, None), Some(&flash)))
}

async fn put_back(Asker(ctx): Asker, At((id, item)): At<(MeetingId, ItemId)>) -> Result<Response, Failure> {
    meetings::put_item_back(&ctx, id, item).await?;
    Ok(see_other(&back_to(id, Some(item)), Some(&Flash::done(&Sentence::new("item-put-back")))))
}
