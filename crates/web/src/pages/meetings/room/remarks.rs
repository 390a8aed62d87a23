//! Remarks: tapping a name says who spoke, which counts even without words; what was said is saved as it is typed.

use axum::{
    extract::{Form, Path},
    http::HeaderMap,
    response::Response,
};
use nennep_app::{
    App,
    meetings::{self, MeetingView, RemarkForm},
};
use nennep_domain::{
    ids::{ItemId, RemarkId},
    meetings::{ItemKind, Remark, RemarkKind, Speaker},
    problems::Sentence,
};
use serde::Deserialize;

use super::{
    deed::{Deed, Done, Trouble, Typed},
    here::Here,
    text::{Text, saved, sent},
};
use crate::{
    components::Choice, errors::Failure, layout::Page, routes::Routes, saving, session::Asker, words::Words,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/meetings/{meeting}/items/{item}/remarks", add)
        .put("/meetings/{meeting}/remarks/{remark}", change)
        .delete("/meetings/{meeting}/remarks/{remark}", take_back)
        .delete("/meetings/{meeting}/remarks/{remark}/withdrawal", bring_again)
}

/// A remark as the page shows it.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) id: RemarkId,
    pub(super) name: String,
    pub(super) kind: RemarkKind,
    pub(super) kinds: Vec<Choice>,
    pub(super) body: Text,
    pub(super) form: String,
    /// Whether it was just made: it takes the focus.
    pub(super) fresh: bool,
}

/// The remarks made under an item.
pub(super) fn lines(view: &MeetingView, item: ItemId, at: &str, trouble: &Trouble, w: Words) -> Vec<Line> {
    let line = |remark: &Remark| {
        let form = format!("remark-{}", remark.id);
        let chosen = trouble.typed(&form, "kind", remark.kind.as_str()).to_owned();
        Line {
            id: remark.id,
            name: view.speaker_name(remark.speaker).to_owned(),
            kind: remark.kind,
            kinds: kinds(&chosen, w),
            body: Text::of(trouble, &form, "body", &remark.body, remark.version),
            fresh: at == form,
            form,
        }
    };
    view.remarks.iter().filter(|remark| remark.item == item).map(line).collect()
}

fn kinds(chosen: &str, w: Words) -> Vec<Choice> {
    let choice = |kind: &RemarkKind| {
        Choice::new(kind.as_str(), w.one_of("room-remark", kind.as_str()), kind.as_str() == chosen)
    };
    RemarkKind::ALL.iter().map(choice).collect()
}

/// What a remark under an item is, unless somebody says otherwise.
pub(super) const fn usual_kind(item: ItemKind) -> RemarkKind {
    match item {
        ItemKind::Criticism => RemarkKind::Criticism,
        ItemKind::Proposals => RemarkKind::Proposal,
        _ => RemarkKind::Remark,
    }
}

/// Who speaks, as a form names them: `member-…` or `guest-…`.
fn read_speaker(text: &str) -> Option<Speaker> {
    let (who, id) = text.split_once('-')?;
    match who {
        "member" => id.parse().ok().map(Speaker::Member),
        "guest" => id.parse().ok().map(Speaker::Guest),
        _ => None,
    }
}

fn read(item: ItemId, typed: &Typed) -> Result<RemarkForm, nennep_app::Error> {
    // A tick of the criticism round says both at once: `self_criticism:member-…`.
    let (kind, speaker) = match typed.get("tick").split_once(':') {
        Some((kind, speaker)) => (kind.parse().ok(), speaker),
        None => (typed.read("kind"), typed.get("speaker")),
    };
    let speaker = read_speaker(speaker)
        .ok_or_else(|| nennep_app::Error::invalid("speaker", Sentence::new("room-speaker-missing")))?;
    let kind = kind.unwrap_or(RemarkKind::Remark);
    Ok(RemarkForm { item, speaker, kind, body: typed.get("body").to_owned() })
}

#[derive(Debug, Deserialize)]
struct OfItem {
    item: ItemId,
}

async fn add(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<OfItem>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let id = typed.read("id").unwrap_or(RemarkId(ctx.new_id()));
    let ticked = !typed.get("tick").is_empty();
    let done = match read(of.item, &typed) {
        Ok(remark) => meetings::add_remark(&ctx, here.meeting, id, &remark).await,
        Err(error) => Err(error),
    };
    let done = done.map(|()| {
        let anchor = if ticked { "criticism".to_owned() } else { format!("remark-{id}") };
        let undo = here.post(format!("remarks/{id}"));
        Done::at(anchor).told(&Sentence::new("room-remark-added")).undone_by(undo)
    });
    let here = here.at_item(Some(of.item));
    Deed { ctx, page, here, form: "remark".to_owned(), typed }.answer(done).await
}

#[derive(Debug, Deserialize)]
struct Of {
    remark: RemarkId,
}

async fn change(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let version = typed.read("version").unwrap_or_default();
    let kind = typed.read("kind").unwrap_or(RemarkKind::Remark);
    let id = of.remark;
    let done = meetings::change_remark(&ctx, here.meeting, id, version, kind, typed.get("body")).await;
    if saving::is_auto_save(&headers) {
        return saved("body", done, page.w);
    }
    let deed = Deed { ctx, page, here, form: format!("remark-{id}"), typed };
    sent(deed, format!("remark-{id}"), done).await
}

async fn take_back(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
) -> Result<Response, Failure> {
    let id = of.remark;
    let done = meetings::take_remark_back(&ctx, here.meeting, id, true).await.map(|()| {
        let undo = here.post(format!("remarks/{id}/withdrawal"));
        Done::at("remarks").told(&Sentence::new("room-remark-taken-back")).undone_by(undo)
    });
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

async fn bring_again(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
) -> Result<Response, Failure> {
    let id = of.remark;
    let done = meetings::take_remark_back(&ctx, here.meeting, id, false).await;
    let done = done.map(|()| Done::at(format!("remark-{id}")).told(&Sentence::new("room-remark-again")));
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}
