//! The agenda, drafted from the template for the cell's type and from facts.

use jiff::ToSpan as _;
use nennep_domain::{
    accounts::permission::Action,
    ids::{ItemId, MeetingId, MemberId},
    meetings::{
        Item, ItemKind,
        agenda::{AgendaFacts, DraftItem, DueTask, Probation, draft},
    },
    members::{MemberGrade, StandingState},
    time::Month,
};
use nennep_store::{Tx, meetings, members, organisations, tasks};

use super::{
    load::{Loaded, load},
    register::finish,
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// Drafts the agenda from the template for the cell's type and from facts; gives how many items were new. What is there
/// already stays as it is and what was taken off stays off, so that drafting again only adds what has come since.
#[boxed]
pub async fn draft_agenda(ctx: &Ctx, id: MeetingId) -> Result<u64> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::PrepareMeeting).await?;
    let meeting = &loaded.meeting;
    meeting.must_be_ahead().map_err(Error::refused)?;
    let cell = organisations::find(&mut tx, meeting.cell).await?.ok_or(Error::NotFound)?;
    let facts = facts(ctx, &mut tx, &loaded).await?;
    let drafted = draft(&ctx.agenda, meeting.kind, cell.cell_type, meeting.month, &facts);
    let there = meetings::items(&mut tx, id).await?;
    let removed = meetings::removed_items(&mut tx, id).await?;
    let is_removed = |item: &DraftItem| removed.iter().any(|old| old.source_key == item.source_key);
    let drafted = drafted.into_iter().filter(|item| !is_removed(item)).collect();
    let items = arranged(ctx, id, &there, drafted);
    let added = meetings::insert_items(&mut tx, &items).await?;
    if added > 0 {
        meetings::place_items(&mut tx, &reordered(&there, &items)).await?;
    }
    finish(ctx, tx, meeting, "meeting.agenda_drafted", &[]).await?;
    Ok(added)
}

/// The drafted items that are not there yet, each at its place among all.
fn arranged(ctx: &Ctx, meeting: MeetingId, there: &[Item], drafted: Vec<DraftItem>) -> Vec<Item> {
    let first = u32::try_from(there.len()).unwrap_or(0);
    let new = drafted.into_iter().filter(|item| there.iter().all(|old| old.source_key != item.source_key));
    new.zip(first + 1..)
        .map(|(item, position)| item.placed(ItemId(ctx.new_id()), meeting, position))
        .collect()
}

/// New items go before the closing items that were there already.
pub(crate) fn reordered(there: &[Item], new: &[Item]) -> Vec<(ItemId, u32)> {
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

/// The item, if it is of this meeting.
pub(super) async fn found(tx: &mut Tx, meeting: MeetingId, id: ItemId) -> Result<Item> {
    meetings::find_item(tx, id).await?.filter(|item| item.meeting == meeting).ok_or(Error::NotFound)
}
