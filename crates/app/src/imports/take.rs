//! Previewing a file, and taking it: all lines or none.

use nennep_domain::{members::register::Counts, organisations::register::Preview as OrganisationPreview};
use nennep_store::{Tx, WriteTx};

use super::{
    File, Review,
    file::{Lines, Read, read},
    members, organisations,
    reach::Reach,
    steps::{Progress, Steps},
};
use crate::{
    Ctx, boxed,
    error::Result,
    events::{self, Event},
    turn,
};

/// What the store would do with the lines of a file.
enum Ready {
    Organisations(OrganisationPreview),
    Members(members::Ready),
    /// Nothing, before its columns are mapped.
    Nothing,
}

/// What taking the file would do; nothing is written.
#[boxed]
pub async fn preview(ctx: &Ctx, file: &File) -> Result<Review> {
    let mut tx = ctx.store.read().await?;
    Reach::of(ctx, &mut tx, file.kind.action()).await?.check_into(file.into, file.kind)?;
    drop(tx);
    let read = read(ctx, file).await?;
    let mut tx = ctx.store.read().await?;
    reviewed(ctx, &mut tx, file, read).await
}

/// The review of a file that was read, against what this transaction sees.
pub(super) async fn reviewed(ctx: &Ctx, tx: &mut Tx, file: &File, read: Read) -> Result<Review> {
    let reach = Reach::of(ctx, tx, file.kind.action()).await?;
    reach.check_into(file.into, file.kind)?;
    Ok(ready(ctx, tx, file, read, &reach).await?.1)
}

/// Takes the file if every line can be taken, else gives what stands against it and writes nothing.
#[boxed]
pub async fn take<'a>(ctx: &'a Ctx, file: &'a File, progress: Progress<'a>) -> Result<Review> {
    let mut tx = ctx.store.read().await?;
    Reach::of(ctx, &mut tx, file.kind.action()).await?.check_into(file.into, file.kind)?;
    drop(tx);
    let read = read(ctx, file).await?;
    let mut tx = ctx.store.write().await?;
    let review = taken_in(ctx, &mut tx, file, read, progress).await?;
    if review.taken {
        tx.commit().await?;
    }
    Ok(review)
}

/// Writes a file that was read if every line can be taken; the caller commits.
pub(super) async fn taken_in(
    ctx: &Ctx,
    tx: &mut WriteTx,
    file: &File,
    read: Read,
    progress: Progress<'_>,
) -> Result<Review> {
    turn::take(ctx, tx).await?;
    let reach = Reach::of(ctx, tx, file.kind.action()).await?;
    reach.check_into(file.into, file.kind)?;
    let (ready, mut review) = ready(ctx, tx, file, read, &reach).await?;
    if !review.is_clean() {
        return Ok(review);
    }
    let all = review.counts.added + review.counts.changed;
    progress(0, all);
    let mut steps = Steps::of(all, progress);
    match &ready {
        Ready::Organisations(preview) => {
            organisations::write(ctx, tx, preview, &reach, &mut steps).await?;
        }
        Ready::Members(ready) => members::write(ctx, tx, ready, &reach, &mut steps).await?,
        Ready::Nothing => {}
    }
    note(ctx, tx, file, &reach, &review.counts).await?;
    review.taken = true;
    Ok(review)
}

async fn note(ctx: &Ctx, tx: &mut WriteTx, file: &File, reach: &Reach, counts: &Counts) -> Result<()> {
    let event = Event::new(match file.kind {
        super::Kind::Organisations => "organisations.imported",
        super::Kind::Members => "members.imported",
    });
    let event = reach.noted_at(file.into).map_or(event.clone(), |place| event.at(place).to(place.0));
    let event =
        event.with("added", counts.added).with("changed", counts.changed).with("unchanged", counts.unchanged);
    events::record(tx, ctx, event).await
}

async fn ready(ctx: &Ctx, tx: &mut Tx, file: &File, read: Read, reach: &Reach) -> Result<(Ready, Review)> {
    let Read { sheet, columns, lines } = read;
    let mut review = Review {
        kind: file.kind,
        sheet,
        columns,
        unusable: None,
        counts: Counts::default(),
        added: Vec::new(),
        changed: Vec::new(),
        problems: Vec::new(),
        passed_over: Vec::new(),
        offices: 0,
        taken: false,
    };
    let ready = match lines {
        Err(sentence) => {
            review.unusable = Some(sentence);
            Ready::Nothing
        }
        Ok(Lines::Organisations(register)) => {
            review.passed_over.clone_from(&register.passed_over);
            let preview = organisations::ready(&register, file.into, reach);
            review.counts = preview.counts();
            review.added = organisations::new_lines(&preview, reach);
            review.changed = organisations::changed_lines(&preview, reach);
            review.problems.clone_from(&preview.problems);
            Ready::Organisations(preview)
        }
        Ok(Lines::Members(register)) => {
            review.passed_over.clone_from(&register.passed_over);
            review.offices = register.lines.iter().filter(|line| line.row.office.is_some()).count();
            let ready = members::ready(ctx, tx, register, file.into, reach).await?;
            review.counts = ready.preview.counts();
            review.added = members::new_lines(&ready.preview, reach);
            review.changed = members::changed_lines(&ready.preview);
            review.problems.clone_from(&ready.preview.problems);
            Ready::Members(ready)
        }
    };
    Ok((ready, review))
}
