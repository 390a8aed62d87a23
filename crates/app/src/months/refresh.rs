//! What the committee sees of a month, written anew by each deed that changes it.

use jiff::civil::Date;
use nennep_domain::{
    ids::OrganisationId,
    meetings::{Meeting, MeetingKind, Speaker},
    months::CellMonth,
    quality::RollCounts,
    tasks::progress,
    time::Month,
};
use nennep_store::{Tx, WriteTx, meetings, months, organisations, quality, tasks};

use crate::{
    App, Ctx,
    error::{Error, Result},
    meetings::sub_cells,
    rules,
};

/// Writes anew what the committee sees of a cell's month, and of the later months of the year in which it meets by sub-cells: how
/// often it did so decides whether such a meeting counts.
pub(crate) async fn refresh(ctx: &Ctx, tx: &mut WriteTx, cell: OrganisationId, month: Month) -> Result<()> {
    let mut seen = vec![see(ctx, tx, cell, month).await?];
    for later in sub_cells::later_months(tx, cell, month).await? {
        seen.push(see(ctx, tx, cell, later).await?);
    }
    months::save(tx, &seen).await?;
    Ok(())
}

/// What the committee sees of a cell's month: the routine meeting, or the one by sub-cells that stands in for it.
async fn see(ctx: &Ctx, tx: &mut Tx, cell: OrganisationId, month: Month) -> Result<CellMonth> {
    let in_month = meetings::of_cell_month(tx, cell, month).await?;
    let mut seen = CellMonth::empty(cell, month);
    seen.thematic =
        in_month.iter().any(|meeting| meeting.kind.is_thematic() && meeting.steps.closed.is_some());
    if let Some(meeting) = in_month.iter().find(|meeting| meeting.kind.is_routine()) {
        steps(tx, meeting, &mut seen).await?;
        if meeting.steps.closed.is_some() {
            count(ctx, tx, meeting, &mut seen).await?;
        }
        if let Some(last) = quality::stages(tx, meeting.id).await?.into_iter().max_by_key(|stage| stage.stage)
        {
            seen.score = u32::try_from(last.total).ok();
            seen.grade = Some(last.grade);
            seen.stage = Some(last.stage);
        }
        return Ok(seen);
    }
    // Several sub-cells may each have a meeting of their own: the one that has come furthest is shown. Who was there and how long it
    // lasted is each sub-cell's and is not added up.
    let by_sub_cells = in_month.iter().filter(|meeting| meeting.kind == MeetingKind::SubCell);
    let furthest = by_sub_cells.max_by_key(|meeting| (meeting.steps.closed.map(|done| done.at), meeting.id));
    if let Some(meeting) = furthest
        && sub_cells::faults(ctx, tx, meeting).await?.is_some_and(|faults| faults.is_empty())
    {
        steps(tx, meeting, &mut seen).await?;
    }
    Ok(seen)
}

/// How far a meeting has come.
async fn steps(tx: &mut Tx, meeting: &Meeting, seen: &mut CellMonth) -> Result<()> {
    let papers = meetings::papers(tx, meeting.id).await?;
    let before = |at| meeting.starts_at.is_none_or(|start| at <= start);
    seen.papers_at = papers.iter().map(|paper| paper.posted_at).filter(|at| before(*at)).max();
    seen.meeting = Some(meeting.id);
    seen.starts_at = meeting.starts_at;
    seen.called_at = meeting.steps.called.map(|done| done.at);
    seen.opened_at = meeting.steps.opened.map(|done| done.at);
    seen.closed_at = meeting.steps.closed.map(|done| done.at);
    seen.adopted_at = meeting.steps.adopted.map(|done| done.at);
    seen.reported_at = meeting.steps.reported.map(|done| done.at);
    Ok(())
}

/// So many months are written anew in one transaction.
const MONTHS_AT_ONCE: usize = 50;

/// Writes anew what is known of the months of all cells within an organisation, from a day up to today.
pub(crate) async fn refresh_within(app: &App, organisation: OrganisationId, from: Date) -> Result<()> {
    let ctx = app.as_system();
    let (first, last) = (Month::of(from), Month::of(ctx.now().date()));
    let seen = months::within(&mut ctx.store.read().await?, organisation, first, last).await?;
    let held: Vec<_> = seen.into_iter().filter(CellMonth::is_met).collect();
    for held in held.chunks(MONTHS_AT_ONCE) {
        let mut tx = ctx.store.write().await?;
        for month in held {
            refresh(&ctx, &mut tx, month.cell, month.month).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// What a closed meeting counts: length, attendance, speakers, tasks.
async fn count(ctx: &Ctx, tx: &mut Tx, meeting: &Meeting, seen: &mut CellMonth) -> Result<()> {
    let place = organisations::place(tx, meeting.cell).await?.ok_or(Error::NotFound)?;
    let day = meeting.steps.opened.map_or_else(|| ctx.now(), |done| done.at).date();
    let rules = rules::for_place(ctx, tx, &place, day).await?;
    let roll = meetings::roll(tx, meeting.id).await?;
    let members = roll.iter().filter(|entry| entry.who.state.belongs()).count();
    let members = u32::try_from(members).unwrap_or(u32::MAX);
    let combined = meeting.kind == MeetingKind::Combined;
    seen.length_minutes = meeting.length_minutes();
    seen.minimum_minutes = Some(rules.minimum_length_minutes(combined, members).value);
    let counts = RollCounts::of(&roll);
    let share = counts.attendance(&rules, &[]).value;
    (seen.expected, seen.present, seen.unexcused) =
        (Some(share.whole), Some(share.part), Some(counts.unexcused));
    let attended = |entry: &&nennep_domain::meetings::RollEntry| {
        entry.attendance == Some(nennep_domain::meetings::Attendance::Present)
    };
    let attendees: Vec<_> = roll.iter().filter(attended).map(|entry| entry.who.member).collect();
    let mut spoke: Vec<_> = meetings::remarks(tx, meeting.id)
        .await?
        .into_iter()
        .filter_map(|remark| match remark.speaker {
            Speaker::Member(member) if attendees.contains(&member) => Some(member),
            _ => None,
        })
        .collect();
    spoke.sort_unstable();
    spoke.dedup();
    seen.attendees = u32::try_from(attendees.len()).ok();
    seen.speakers = u32::try_from(spoke.len()).ok();
    let reviews = tasks::reviews(tx, meeting.id).await?;
    let ids: Vec<_> = reviews.iter().map(|review| review.task).collect();
    let due = tasks::find_many(tx, &ids).await?;
    let progress = progress(&due, meeting.month, day, &rules);
    (seen.tasks_due, seen.tasks_done) = (Some(progress.due), Some(progress.done));
    Ok(())
}

/// What the committee sees of a meeting's month.
pub(crate) async fn of_meeting(tx: &mut Tx, meeting: &Meeting) -> Result<Option<CellMonth>> {
    Ok(months::of_cells(tx, &[meeting.cell], meeting.month, meeting.month).await?.pop())
}
