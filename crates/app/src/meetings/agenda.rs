//! The agenda: drafted from the template and from facts, then shaped by hand.

use jiff::ToSpan as _;
use nennep_domain::{
    accounts::permission::Action,
    ids::{ItemId, MeetingId, MemberId},
    meetings::{
        Item, ItemKind, ItemSource, Part,
        agenda::{AgendaFacts, DraftItem, DueTask, Probation, draft},
    },
    members::{MemberGrade, StandingState},
    names,
    problems::{Problems, Sentence},
    time::Month,
};
use nennep_store::{Tx, meetings, members, organisations, tasks};

use super::{
    load::{Loaded, load},
    register::finish,
};
use crate::{
    Ctx,
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

/// Drafts the agenda from the template for the cell's type and from facts; gives how many items were new. What is there
/// already stays as it is, so that drafting again only adds what has come since.
pub async fn draft_agenda(ctx: &Ctx, id: MeetingId) -> Result<u64> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::PrepareMeeting).await?;
    let meeting = &loaded.meeting;
    meeting.must_be_ahead().map_err(Error::refused)?;
    let cell = organisations::find(&mut tx, meeting.cell).await?.ok_or(Error::NotFound)?;
    let facts = facts(ctx, &mut tx, &loaded).await?;
    let drafted = draft(&ctx.agenda, meeting.kind, cell.cell_type, meeting.month, &facts);
    let there = meetings::items(&mut tx, id).await?;
    let items = arranged(ctx, id, &there, drafted);
    let added = meetings::insert_items(&mut tx, &items).await?;
    let places: Vec<_> = reordered(&there, &items);
    meetings::place_items(&mut tx, &places).await?;
    finish(ctx, tx, meeting, "meeting.agenda_drafted", &[]).await?;
    Ok(added)
}

/// The drafted items that are not there yet, each at its place among all.
fn arranged(ctx: &Ctx, meeting: MeetingId, there: &[Item], drafted: Vec<DraftItem>) -> Vec<Item> {
    let first = u32::try_from(there.len()).unwrap_or(0);
    let new = drafted.into_iter().filter(|item| there.iter().all(|old| old.source_key != item.source_key));
    let items = new.zip(first + 1..).map(|(item, position)| Item {
        id: ItemId(ctx.new_id()),
        meeting,
        position,
        part: item.part,
        kind: item.kind,
        title: item.title,
        body: item.body,
        planned_minutes: item.planned_minutes,
        presenter: None,
        source: item.source,
        source_key: item.source_key,
        started_at: None,
        ended_at: None,
        notes: String::new(),
        conclusion: String::new(),
        version: 1,
    });
    items.collect()
}

/// New items go before the closing items that were there already.
fn reordered(there: &[Item], new: &[Item]) -> Vec<(ItemId, u32)> {
    if there.is_empty() {
        return Vec::new();
    }
    let ends =
        |item: &&Item| matches!(item.kind, ItemKind::Conclusion | ItemKind::Scoring | ItemKind::Closing);
    let order = there.iter().filter(|item| !ends(item)).chain(new).chain(there.iter().filter(ends));
    order.zip(1..).map(|(item, position)| (item.id, position)).collect()
}

async fn facts(ctx: &Ctx, tx: &mut Tx, loaded: &Loaded) -> Result<AgendaFacts> {
    let meeting = &loaded.meeting;
    let day = loaded.day(ctx);
    let roll = members::roll_on(tx, meeting.cell, day).await?;
    let name = |member: Option<MemberId>| {
        let line = member.and_then(|member| roll.iter().find(|line| line.member == member));
        line.map_or_else(|| "…".to_owned(), |line| line.name.clone())
    };
    let open = tasks::open_of_cell(tx, meeting.cell).await?;
    let due_tasks = open.iter().filter(|task| task.is_due(meeting.month, day)).map(|task| DueTask {
        title: task.title.clone(),
        owner: name(task.owner),
        deadline: task.deadline,
        done_percent: task.done_percent,
    });
    Ok(AgendaFacts {
        due_tasks: due_tasks.collect(),
        probation: probation(ctx, tx, loaded).await?,
        thematic_missing: thematic_missing(ctx, tx, loaded).await?,
        topic: meeting.topic.clone(),
    })
}

/// Members on probation whose months are over by the end of the meeting's month (Điều lệ Art. 5).
async fn probation(ctx: &Ctx, tx: &mut Tx, loaded: &Loaded) -> Result<Vec<Probation>> {
    let months = loaded.rules(ctx, tx).await?.probation_months().value;
    let roll = members::roll_on(tx, loaded.meeting.cell, loaded.day(ctx)).await?;
    let on_probation = roll
        .iter()
        .filter(|line| line.grade == MemberGrade::Probationary && line.state == StandingState::Active);
    let ids: Vec<_> = on_probation.map(|line| line.member).collect();
    let ends = |member: nennep_domain::members::Member| {
        let admitted = member.profile.admitted_on?.date;
        let ends_on = admitted.checked_add(i32::try_from(months).ok()?.months()).ok()?;
        let one = Probation { member: member.id, name: member.profile.full_name, ends_on };
        (ends_on <= loaded.meeting.month.last_day()).then_some(one)
    };
    Ok(members::find_many(tx, &ids).await?.into_iter().filter_map(ends).collect())
}

/// Whether no thematic meeting of the quarter is held or planned, and the quarter's last month is the next or this one.
async fn thematic_missing(ctx: &Ctx, tx: &mut Tx, loaded: &Loaded) -> Result<bool> {
    let meeting = &loaded.meeting;
    let first =
        Month::new(meeting.month.year(), (meeting.month.quarter() - 1) * 3 + 1).unwrap_or(meeting.month);
    let months = Some((first, first.plus(2)));
    let listed = meetings::list(
        tx,
        meetings::Filter { within: Some(meeting.cell), months, ..Default::default() },
        100,
    )
    .await?;
    let themes = listed
        .iter()
        .map(|listed| &listed.meeting)
        .filter(|other| other.kind.is_thematic() && other.steps.cancelled.is_none());
    let needed = loaded.rules(ctx, tx).await?.thematic_per_quarter().value;
    Ok(u32::try_from(themes.count()).unwrap_or(u32::MAX) < needed && meeting.month > first)
}

/// Adds an item at the end, before the closing ones; the same id posted twice is one item.
pub async fn add_item(ctx: &Ctx, meeting: MeetingId, id: ItemId, form: &ItemForm) -> Result<()> {
    let (title, body) = form.check()?;
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    let there = meetings::items(&mut tx, meeting).await?;
    if there.len() >= MOST_ITEMS {
        return Err(Error::invalid("title", Sentence::new("meetings-too-many-items").with("most", 60)));
    }
    match meetings::find_item(&mut tx, id).await? {
        Some(item) if item.meeting == meeting => return Ok(()),
        Some(_) => return Err(Error::NotFound),
        None => {}
    }
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
    meetings::insert_items(&mut tx, &new).await?;
    meetings::place_items(&mut tx, &reordered(&there, &new)).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.item_added", &[]).await
}

/// Changes the prepared side of an item.
pub async fn change_item(ctx: &Ctx, meeting: MeetingId, id: ItemId, form: &ItemForm) -> Result<()> {
    let (title, body) = form.check()?;
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    let item = found(&mut tx, meeting, id).await?;
    let (part, kind, planned_minutes, presenter) =
        (form.part, form.kind, form.planned_minutes, form.presenter);
    let changed = Item { part, kind, title, body, planned_minutes, presenter, ..item };
    meetings::update_item(&mut tx, &changed).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.item_changed", &[]).await
}

/// Moves an item up (negative) or down by some places.
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

/// Removes an item to which nothing was said or written yet; doing it twice is safe.
pub async fn remove_item(ctx: &Ctx, meeting: MeetingId, id: ItemId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    let Some(_) = meetings::find_item(&mut tx, id).await?.filter(|item| item.meeting == meeting) else {
        return Ok(());
    };
    if !meetings::delete_item(&mut tx, id).await? {
        return Err(Error::invalid("", Sentence::new("meetings-item-in-use")));
    }
    let rest: Vec<_> = meetings::items(&mut tx, meeting).await?.iter().map(|item| item.id).zip(1..).collect();
    meetings::place_items(&mut tx, &rest).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.item_removed", &[]).await
}

/// The item, if it is of this meeting.
pub(super) async fn found(tx: &mut Tx, meeting: MeetingId, id: ItemId) -> Result<Item> {
    meetings::find_item(tx, id).await?.filter(|item| item.meeting == meeting).ok_or(Error::NotFound)
}
