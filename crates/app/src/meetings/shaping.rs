//! Shaping the agenda by hand: items are added, changed, moved, taken off and put back.

use nennep_domain::{
    accounts::permission::Action,
    ids::{ItemId, MeetingId, MemberId},
    meetings::{Item, ItemKind, ItemSource, Part},
    names,
    problems::{Problems, Refusal, Sentence},
};
use nennep_store::{Tx, meetings, members};

use super::{
    agenda::{found, reordered},
    load::{Loaded, load},
    register::finish,
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// The most items an agenda holds.
const MOST_ITEMS: usize = 60;

/// An item as it was typed.
#[derive(Debug, Clone)]
pub struct ItemForm {
    /// The part of a combined sitting.
    pub part: Part,
    /// What it is for.
    pub kind: ItemKind,
    /// Title.
    pub title: String,
    /// Prepared text.
    pub body: String,
    /// Minutes planned.
    pub planned_minutes: u32,
    /// Who presents it.
    pub presenter: Option<MemberId>,
}

impl ItemForm {
    fn check(&self) -> Result<(String, String), Problems> {
        let mut problems = Problems::default();
        let (title, body) = (names::tidy(&self.title), names::tidy_text(&self.body));
        if title.is_empty() {
            problems.add("title", Sentence::new("meetings-item-title-missing"));
        }
        if title.chars().count() > 500 {
            problems.add("title", Sentence::new("form-too-long").with("most", 500));
        }
        if body.chars().count() > 20_000 {
            problems.add("body", Sentence::new("form-too-long").with("most", 20_000));
        }
        if self.planned_minutes > 480 {
            problems.add("planned_minutes", Sentence::new("meetings-item-minutes"));
        }
        problems.or(Some((title, body)))
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the minutes already speak of the item")]
struct ItemInUse;

impl Refusal for ItemInUse {
    fn sentence(&self) -> Sentence {
        Sentence::new("meetings-item-in-use")
    }
}

/// Adds an item at the end, before the closing ones; the same id posted twice is one item.
#[boxed]
pub async fn add_item(ctx: &Ctx, meeting: MeetingId, id: ItemId, form: &ItemForm) -> Result<()> {
    let (title, body) = form.check()?;
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    let there = meetings::items(&mut tx, meeting).await?;
    if there.iter().any(|item| item.id == id) {
        return Ok(());
    }
    if there.len() >= MOST_ITEMS {
        return Err(Error::invalid("title", Sentence::new("meetings-too-many-items").with("most", 60)));
    }
    presenter_stands(ctx, &mut tx, &loaded, form).await?;
    let item = Item {
        id,
        meeting,
        position: u32::try_from(there.len() + 1).unwrap_or(u32::MAX),
        part: form.part,
        kind: form.kind,
        title,
        body,
        planned_minutes: form.planned_minutes,
        presenter: form.presenter,
        source: ItemSource::Hand,
        source_key: String::new(),
        started_at: None,
        ended_at: None,
        notes: String::new(),
        conclusion: String::new(),
        version: 1,
    };
    let new = [item];
    if meetings::insert_items(&mut tx, &new).await? == 0 {
        // The id is of an item elsewhere, or of one that was taken off.
        return Err(Error::NotFound);
    }
    meetings::place_items(&mut tx, &reordered(&there, &new)).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.item_added", &[]).await
}

/// Changes the prepared side of an item.
#[boxed]
pub async fn change_item(ctx: &Ctx, meeting: MeetingId, id: ItemId, form: &ItemForm) -> Result<()> {
    let (title, body) = form.check()?;
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    let item = found(&mut tx, meeting, id).await?;
    if form.presenter != item.presenter {
        presenter_stands(ctx, &mut tx, &loaded, form).await?;
    }
    let (part, kind, planned_minutes, presenter) =
        (form.part, form.kind, form.planned_minutes, form.presenter);
    let changed = Item { part, kind, title, body, planned_minutes, presenter, ..item };
    meetings::update_item(&mut tx, &changed).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.item_changed", &[]).await
}

/// Moves an item up (negative) or down by some places.
#[boxed]
pub async fn move_item(ctx: &Ctx, meeting: MeetingId, id: ItemId, by: i32) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    let mut order: Vec<ItemId> =
        meetings::items(&mut tx, meeting).await?.iter().map(|item| item.id).collect();
    let from = order.iter().position(|other| *other == id).ok_or(Error::NotFound)?;
    let to = i64::try_from(from).unwrap_or(0) + i64::from(by);
    let to = usize::try_from(to.max(0)).unwrap_or(0).min(order.len() - 1);
    let item = order.remove(from);
    order.insert(to, item);
    let places: Vec<_> = order.into_iter().zip(1..).collect();
    meetings::place_items(&mut tx, &places).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.item_moved", &[]).await
}

/// Takes an item off the agenda to which nothing was said or written yet; doing it twice is safe.
#[boxed]
pub async fn remove_item(ctx: &Ctx, meeting: MeetingId, id: ItemId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    let Some(_) = meetings::find_item(&mut tx, id).await?.filter(|item| item.meeting == meeting) else {
        return Ok(());
    };
    if !meetings::remove_item(&mut tx, id, ctx.now()).await? {
        return Err(Error::refused(ItemInUse));
    }
    finish(ctx, tx, &loaded.meeting, "meeting.item_removed", &[]).await
}

/// Puts an item that was taken off the agenda back where it stood; doing it twice is safe.
#[boxed]
pub async fn put_item_back(ctx: &Ctx, meeting: MeetingId, id: ItemId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    if meetings::removed_items(&mut tx, meeting).await?.iter().any(|item| item.id == id) {
        meetings::put_item_back(&mut tx, id).await?;
    }
    finish(ctx, tx, &loaded.meeting, "meeting.item_put_back", &[]).await
}

/// What was taken off a meeting's agenda, latest first.
#[boxed]
pub async fn removed_items(ctx: &Ctx, meeting: MeetingId) -> Result<Vec<Item>> {
    let mut tx = ctx.store.read().await?;
    load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    Ok(meetings::removed_items(&mut tx, meeting).await?)
}

/// Only a comrade who stands in the cell on the day of the meeting presents an item.
async fn presenter_stands(ctx: &Ctx, tx: &mut Tx, loaded: &Loaded, form: &ItemForm) -> Result<()> {
    let Some(presenter) = form.presenter else { return Ok(()) };
    let roll = members::roll_on(tx, loaded.meeting.cell, loaded.day(ctx)).await?;
    if roll.iter().any(|line| line.member == presenter) {
        return Ok(());
    }
    Err(Error::invalid("presenter", Sentence::new("meetings-presenter-not-in-cell")))
}
