//! Kind, date and place of a meeting that is ahead; a meeting beside the year's plan.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{App, Ctx, Error, meetings, organisations, reach};
use nennep_domain::{
    accounts::permission::Action,
    ids::{MeetingId, OrganisationId},
    meetings::{Meeting, MeetingKind},
    problems::{Problems, Sentence},
    time::Month,
};

use super::{place_form, said};
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "meetings/place.html")]
struct PlacePage {
    page: Page,
    meeting: Option<Meeting>,
    action: String,
    taken_back: String,
    kinds: Vec<Choice>,
    typed: Typed,
    problems: Problems,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/meetings/{meeting}/place", show)
        .post("/meetings/{meeting}/place", change)
        .get("/cells/{cell}/meetings/new", new)
        .post("/cells/{cell}/meetings", plan)
}

fn answer(
    page: Page,
    meeting: Option<Meeting>,
    action: String,
    typed: Typed,
    problems: Problems,
) -> Response {
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let kinds = place_form::kinds(typed.get("kind"), page.w);
    let taken_back =
        meeting.as_ref().map(|meeting| format!("/meetings/{}/registration?_method=DELETE", meeting.id));
    let taken_back = taken_back.unwrap_or_default();
    layout::page(status, &PlacePage { page, meeting, action, taken_back, kinds, typed, problems })
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<MeetingId>) -> Result<Response, Failure> {
    let view = meetings::show(&ctx, id).await?;
    if !ctx.may(Action::PrepareMeeting, &view.resource()) {
        return Err(Failure::forbidden());
    }
    let title = page.w.t("place-title");
    let page = said::below(page, &view.meeting, title);
    let typed = place_form::typed(&view.meeting);
    Ok(answer(page, Some(view.meeting), format!("/meetings/{id}/place"), typed, Problems::default()))
}

async fn change(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MeetingId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let meeting = meetings::show(&ctx, id).await?.meeting;
    let saved = match place_form::read(&typed, meeting.month) {
        Ok(line) => meetings::change_place(&ctx, id, &line).await,
        Err(problems) => Err(problems.into()),
    };
    match saved {
        Ok(()) => {
            Ok(see_other(&format!("/meetings/{id}"), Some(&Flash::done(&Sentence::new("place-changed")))))
        }
        Err(Error::Invalid(problems)) => {
            let title = page.w.t("place-title");
            let page = said::below(page, &meeting, title);
            let action = format!("/meetings/{id}/place");
            Ok(answer(page, Some(meeting), action, typed, place_form::fields(problems)))
        }
        Err(other) => Err(other.into()),
    }
}

async fn new_page(ctx: &Ctx, page: Page, cell: OrganisationId) -> Result<Page, Failure> {
    if !reach::may_at(ctx, Action::PrepareMeeting, cell).await? {
        return Err(Failure::forbidden());
    }
    let name = organisations::show(ctx, cell).await?.organisation.name;
    let list = format!("/meetings?of={cell}");
    let page = page.clone().at(Place::Meetings).under(page.w.t("place-meetings"), list);
    Ok(page.clone().titled(page.w.t("place-new-title")).led(name))
}

async fn new(
    Asker(ctx): Asker,
    page: Page,
    At(cell): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let page = new_page(&ctx, page, cell).await?;
    let month = asked.read("month").unwrap_or(Month::of(page.now.date()));
    let kind = asked.read("kind").unwrap_or(MeetingKind::Thematic);
    let typed = Typed::default().with("id", ctx.new_id().to_string()).with("month", month.to_string());
    let typed = typed.with("kind", kind.as_str());
    Ok(answer(page, None, format!("/cells/{cell}/meetings"), typed, Problems::default()))
}

async fn plan(
    Asker(ctx): Asker,
    page: Page,
    At(cell): At<OrganisationId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let id = typed.read::<MeetingId>("id").ok_or(Failure::not_readable())?;
    let month = typed.read("month").unwrap_or(Month::of(page.now.date()));
    let saved = match place_form::read(&typed, month) {
        Ok(line) => meetings::plan(&ctx, cell, id, &line).await,
        Err(problems) => Err(problems.into()),
    };
    match saved {
        Ok(id) => {
            Ok(see_other(&format!("/meetings/{id}"), Some(&Flash::done(&Sentence::new("place-planned")))))
        }
        Err(Error::Invalid(problems)) => {
            let page = new_page(&ctx, page, cell).await?;
            Ok(answer(page, None, format!("/cells/{cell}/meetings"), typed, place_form::fields(problems)))
        }
        Err(other) => Err(other.into()),
    }
}
