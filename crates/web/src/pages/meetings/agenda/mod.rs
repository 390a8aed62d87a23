//! The agenda of a meeting while it can be prepared: drafted from template and facts, put in order, minutes and papers
//! with each item.

mod item;
mod papers;

use askama::Template;
use axum::{http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx,
    meetings::{self, Overview},
};
use nennep_domain::{
    accounts::permission::Action,
    ids::{ItemId, MeetingId},
    meetings::{Item, ItemSource, Meeting, MeetingKind, Paper},
    problems::{Problems, Sentence},
};

use super::said;
use crate::{
    components::RuleText,
    errors::Failure,
    layout::{self, Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

/// An item as the page shows it.
struct Line {
    item: Item,
    number: usize,
    /// What it is and where it came from, in one line; may be empty.
    about: String,
    papers: Papers,
    said: Vec<Said>,
}

/// What a member prepared and showed to the meeting.
struct Said {
    name: String,
    /// The task it reviews; else empty.
    about: String,
    body: String,
}

/// The papers of an item, or of the whole meeting, and the form for one more.
struct Papers {
    item: Option<ItemId>,
    title: String,
    sheets: Vec<Sheet>,
    /// The id the next paper will have: a form sent twice is one paper.
    upload: String,
    problems: Problems,
}

/// A paper as the page shows it.
struct Sheet {
    paper: Paper,
    path: String,
    size: String,
}

/// The least length the meeting is to have.
struct Least {
    minutes: u32,
    is_short: bool,
    rule: Option<RuleText>,
}

#[derive(Template)]
#[template(path = "meetings/agenda.html")]
struct AgendaPage {
    page: Page,
    meeting: Meeting,
    lines: Vec<Line>,
    whole: Papers,
    said: Vec<Said>,
    removed: Vec<Item>,
    planned_minutes: u32,
    least: Option<Least>,
    papers_rule: Option<RuleText>,
    drafts: bool,
    edits: bool,
}

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/meetings/{meeting}/agenda", show)
        .post("/meetings/{meeting}/agenda", draft)
        .merge(item::routes())
        .merge(papers::routes())
}

/// The agenda's page after a deed, at the item it was done to.
fn back_to(meeting: MeetingId, item: Option<ItemId>) -> String {
    item.map_or_else(
        || format!("/meetings/{meeting}/agenda"),
        |item| format!("/meetings/{meeting}/agenda#item-{item}"),
    )
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<MeetingId>) -> Result<Response, Failure> {
    agenda(&ctx, page, id, None).await
}

async fn draft(Asker(ctx): Asker, At(id): At<MeetingId>) -> Result<Response, Failure> {
    let added = meetings::draft_agenda(&ctx, id).await?;
    let told = if added == 0 {
        Sentence::new("agenda-drafted-none")
    } else {
        Sentence::new("agenda-drafted").with("count", i64::try_from(added).unwrap_or(i64::MAX))
    };
    Ok(see_other(&back_to(id, None), Some(&Flash::done(&told))))
}

/// A paper that was not taken: for which item, and why.
struct Refused {
    item: Option<ItemId>,
    problems: Problems,
}

async fn agenda(ctx: &Ctx, page: Page, id: MeetingId, refused: Option<Refused>) -> Result<Response, Failure> {
    let overview = meetings::overview(ctx, id).await?;
    let resource = overview.view.resource();
    let edits =
        overview.view.meeting.must_be_open_to_change().is_ok() && ctx.may(Action::RunMeeting, &resource);
    let drafts = overview.view.meeting.must_be_ahead().is_ok() && ctx.may(Action::PrepareMeeting, &resource);
    let removed = if edits { meetings::removed_items(ctx, id).await? } else { Vec::new() };
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let w = page.w;
    let rules = &overview.view.rules;
    let page =
        said::below(page, &overview.view.meeting, w.t("agenda-title")).led(overview.view.cell.name.as_str());
    let least = overview.minimum_minutes.as_ref().map(|least| Least {
        minutes: least.value,
        is_short: overview.planned_minutes < least.value,
        rule: RuleText::of(w, rules, least.key),
    });
    Ok(layout::page(
        status,
        &AgendaPage {
            lines: lines(ctx, &overview, refused.as_ref(), w),
            whole: papers(ctx, &overview, None, refused.as_ref(), w),
            said: said_to(&overview, None),
            planned_minutes: overview.planned_minutes,
            least,
            papers_rule: RuleText::of(w, rules, "meetings.papers_days_before"),
            page,
            removed,
            drafts,
            edits,
            meeting: overview.view.meeting,
        },
    ))
}

fn lines(ctx: &Ctx, overview: &Overview, refused: Option<&Refused>, w: Words) -> Vec<Line> {
    let line = |(n, item): (usize, &Item)| Line {
        item: item.clone(),
        number: n + 1,
        about: about(item, overview, w),
        papers: papers(ctx, overview, Some(item), refused, w),
        said: said_to(overview, Some(item.id)),
    };
    overview.view.items.iter().enumerate().map(line).collect()
}

/// The part of a combined sitting, what an item is where its title was written by hand, and who presents it.
fn about(item: &Item, overview: &Overview, w: Words) -> String {
    let is_combined = overview.view.meeting.kind == MeetingKind::Combined;
    let presenter = item.presenter.map(|member| overview.view.name(member));
    let parts = [
        is_combined.then(|| w.one_of("item-part", item.part.as_str())),
        (item.source == ItemSource::Hand).then(|| w.one_of("item-kind", item.kind.as_str())),
        (item.source == ItemSource::Facts).then(|| w.t("agenda-from-facts")),
        presenter.map(|name| w.with("agenda-presenter", &[("name", name.into())])),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What members prepared for an item and showed to the meeting; without an item, their self-reviews and what they say in
/// general.
fn said_to(overview: &Overview, item: Option<ItemId>) -> Vec<Said> {
    let view = &overview.view;
    let task = |id| view.due.iter().find(|due| due.task.id == id).map(|due| due.task.title.clone());
    let shown = view.preparations.iter().filter(|one| one.item == item && one.released_at.is_some());
    let said = |one: &nennep_domain::meetings::Preparation| Said {
        name: view.name(one.member).to_owned(),
        about: one.task.and_then(task).unwrap_or_default(),
        body: one.body.clone(),
    };
    shown.map(said).collect()
}

/// The papers of an item; without one, those of the whole meeting.
fn papers(
    ctx: &Ctx,
    overview: &Overview,
    item: Option<&Item>,
    refused: Option<&Refused>,
    w: Words,
) -> Papers {
    let id = item.map(|item| item.id);
    let of = overview.view.papers.iter().filter(|paper| paper.item == id);
    let sheet = |paper: &Paper| Sheet {
        path: format!("/meetings/{}/agenda/papers/{}", paper.meeting, paper.id),
        size: size(paper.size, w),
        paper: paper.clone(),
    };
    let refused = refused.filter(|refused| refused.item == id);
    Papers {
        item: id,
        title: item.map_or_else(String::new, |item| item.title.clone()),
        sheets: of.map(sheet).collect(),
        upload: ctx.new_id().to_string(),
        problems: refused.map_or_else(Problems::default, |refused| refused.problems.clone()),
    }
}

/// Bytes as people say them.
fn size(bytes: u64, w: Words) -> String {
    let kilobytes = bytes.div_ceil(1024);
    if kilobytes < 1024 {
        w.with("agenda-kilobytes", &[("n", kilobytes.into())])
    } else {
        w.with("agenda-megabytes", &[("n", kilobytes.div_ceil(1024).into())])
    }
}
