//! What a task's result rests on: files and a note by whoever answers for it; accepted by the cell, or returned with a reason.

use nennep_domain::{
    accounts::permission::Action,
    ids::{EvidenceId, MemberId, TaskId},
    problems::Sentence,
    tasks::{self as domain, Evidence, Task},
};
use nennep_store::{Tx, meetings, tasks};

use super::{Loaded, find, record};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    keys::sha256,
    meetings::checked_file,
    rules,
};

/// A file to be put to a task.
#[derive(Debug, Clone, Copy)]
pub struct EvidenceForm<'a> {
    /// Its id: the same sent twice is one file.
    pub id: EvidenceId,
    /// Its name.
    pub name: &'a str,
    /// What it shows; may be empty.
    pub note: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// Puts a file to a task, by whoever answers for it, or by secretary and deputy for them. Kinds and size are those of a meeting's
/// papers; what a settled task rests on stands.
#[boxed]
pub async fn attach_evidence<'a>(ctx: &'a Ctx, id: TaskId, form: EvidenceForm<'a>) -> Result<()> {
    let (name, media_type) = checked_file(form.name, form.bytes)?;
    let note = domain::evidence_words(form.note, "note", false)?;
    let mut tx = ctx.store.write().await?;
    let Loaded { task, .. } = find(ctx, &mut tx, id, Action::ReportTask).await?;
    let there = tasks::evidence(&mut tx, id).await?;
    if there.iter().any(|one| one.id == form.id) {
        return Ok(());
    }
    task.takes_evidence(there.len()).map_err(Error::refused)?;
    let one = Evidence {
        id: form.id,
        task: id,
        name,
        note,
        media_type: media_type.to_owned(),
        size: u64::try_from(form.bytes.len()).unwrap_or(u64::MAX),
        sha256: sha256(form.bytes),
        added_at: ctx.now(),
        added_by: ctx.actor.account,
    };
    if !tasks::insert_evidence(&mut tx, &one, form.bytes).await? {
        return Err(Error::NotFound);
    }
    record(ctx, &mut tx, "task.evidence_added", task.cell, id).await?;
    Ok(tx.commit().await?)
}

/// Takes a file away while the result is not accepted; doing it twice is safe.
#[boxed]
pub async fn remove_evidence(ctx: &Ctx, id: TaskId, file: EvidenceId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let Loaded { task, .. } = find(ctx, &mut tx, id, Action::ReportTask).await?;
    if tasks::find_evidence(&mut tx, file).await?.is_none_or(|one| one.task != id) {
        return Ok(());
    }
    task.is_open_to_evidence().map_err(Error::refused)?;
    tasks::delete_evidence(&mut tx, file).await?;
    record(ctx, &mut tx, "task.evidence_removed", task.cell, id).await?;
    Ok(tx.commit().await?)
}

/// A file with its bytes, for whoever may see the task.
#[boxed]
pub async fn download_evidence(ctx: &Ctx, id: TaskId, file: EvidenceId) -> Result<(Evidence, Vec<u8>)> {
    super::show(ctx, id).await?;
    let mut tx = ctx.store.read().await?;
    let one = tasks::find_evidence(&mut tx, file).await?.filter(|one| one.task == id);
    let one = one.ok_or(Error::NotFound)?;
    let bytes = meetings::file_bytes(&mut tx, &one.sha256).await?.ok_or(Error::NotFound)?;
    Ok((one, bytes))
}

/// The files of a task, for whoever may see it.
#[boxed]
pub async fn evidence_of(ctx: &Ctx, id: TaskId) -> Result<Vec<Evidence>> {
    super::show(ctx, id).await?;
    Ok(tasks::evidence(&mut ctx.store.read().await?, id).await?)
}

/// Returns a task's result with a reason: it counts as not done until it is reported again. Refused where it is not reported done, or was
/// accepted.
#[boxed]
pub async fn send_back(ctx: &Ctx, id: TaskId, reason: &str) -> Result<()> {
    let reason = domain::evidence_words(reason, "reason", true)?;
    let mut tx = ctx.store.write().await?;
    let Loaded { task, place } = find(ctx, &mut tx, id, Action::KeepTasks).await?;
    if task.done_on.is_none() {
        return Err(Error::invalid("reason", Sentence::new("tasks-not-done")));
    }
    let rules = rules::for_place(ctx, &mut tx, &place, ctx.now().date()).await?;
    let percent = task.percent_returned(rules.done_from_percent().value);
    if !tasks::report(&mut tx, id, &task.result, percent, None).await? {
        return Err(Error::invalid("reason", Sentence::new("tasks-closed")));
    }
    tasks::insert_return(&mut tx, id, &reason, ctx.now(), ctx.actor.account).await?;
    record(ctx, &mut tx, "task.returned", task.cell, id).await?;
    Ok(tx.commit().await?)
}

/// So many tasks of a year are told at a rating.
const MOST_SHOWN: u32 = 100;

/// The tasks a member reported done in a span of days, each with how many files it rests on: at the yearly rating.
pub(crate) async fn shown_of_member(
    tx: &mut Tx,
    member: MemberId,
    days: (jiff::civil::Date, jiff::civil::Date),
) -> Result<Vec<(Task, u32)>> {
    let shown = tasks::shown_of_member(tx, member, days, MOST_SHOWN).await?;
    let ids: Vec<TaskId> = shown.iter().map(|one| one.0).collect();
    let found = tasks::find_many(tx, &ids).await?;
    let with = |(id, files): (TaskId, u32)| Some((found.iter().find(|task| task.id == id)?.clone(), files));
    Ok(shown.into_iter().filter_map(with).collect())
}
