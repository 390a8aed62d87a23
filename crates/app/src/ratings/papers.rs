//! Papers of the yearly rating: a cell's sheet as PDF and XLSX, a member's self-review to be printed.

use nennep_documents::{
    ratings::{RatingLine, RatingSheet, SelfReview, rating_sheet, self_review_pdf},
    registers::{register_pdf, register_xlsx},
};
use nennep_domain::{
    ids::{MemberId, OrganisationId, RatingRoundId},
    papers::letterhead::short_date,
    problems::Sentence,
    ratings::{Step, StepKind, Tally},
    time::{PartialDate, Precision},
};
use nennep_store::{members, organisations};

use super::{MemberLine, Who, cell_sheet, show};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    registers::{Format, Written},
};

/// The name of the organisation above a cell, as it was called on a day.
async fn superior(ctx: &Ctx, cell: OrganisationId, on: jiff::civil::Date) -> Result<String> {
    let mut tx = ctx.store.read().await?;
    let lineage = organisations::lineage(&mut tx, cell, on).await?;
    Ok(lineage.get(1).map(|one| one.name.clone()).unwrap_or_default())
}

/// The sheet of a cell for a year as a file, for those who follow the cell; it is noted who wrote it out.
#[boxed]
pub async fn written_sheet(
    ctx: &Ctx,
    cell: OrganisationId,
    year: Option<i16>,
    format: Format,
) -> Result<Written> {
    let sheet = cell_sheet(ctx, cell, year).await?;
    let Some(round) = sheet.round else {
        return Err(Error::invalid("year", Sentence::new("ratings-no-round").with("year", sheet.year)));
    };
    let mut tx = ctx.store.write().await?;
    let event = Event::new("ratings.sheet_written").at(cell).to(round.id.0);
    events::record(&mut tx, ctx, event.with("ratings", sheet.lines.len())).await?;
    tx.commit().await?;
    let mut tally = Tally::default();
    for line in &sheet.lines {
        match line.step(StepKind::Decision).map(|step| step.body.level) {
            Some(Some(level)) => tally.add(level, 1),
            Some(None) => tally.left_out += 1,
            None => tally.open += 1,
        }
    }
    let lines = sheet.lines.iter().chain(&sheet.own).map(line).collect();
    let paper = RatingSheet {
        superior: superior(ctx, cell, round.counted_on).await?,
        cell: sheet.cell.name.clone(),
        year: round.year,
        counted_on: round.counted_on,
        lines,
        tally,
    };
    let file_name = format!("xep-loai-{}-{}.{}", round.year, sheet.cell.code, format.ending());
    let at = ctx.now();
    let write = move || {
        let register = rating_sheet(&paper);
        match format {
            Format::Pdf => register_pdf(&register, at).map(|pdf| pdf.bytes).map_err(Error::fault),
            Format::Xlsx => register_xlsx(&register, at).map_err(Error::fault),
        }
    };
    let bytes = tokio::task::spawn_blocking(write).await.map_err(Error::fault)??;
    Ok(Written { bytes, file_name, format })
}

fn line(line: &MemberLine) -> RatingLine {
    let rated = |kind: StepKind| line.step(kind).and_then(|step| Some((step.body.level?, step.body.points)));
    let tasks = line.step(StepKind::Vote).or_else(|| line.step(StepKind::SelfRating));
    RatingLine {
        name: line.rated.as_ref().map(|rated| rated.name.clone()).unwrap_or_default(),
        grade: line.rated.as_ref().map(|rated| rated.grade),
        tasks: tasks.and_then(|step| step.body.tasks).unwrap_or(line.rests.tasks),
        attended: line.rests.attendance,
        own: rated(StepKind::SelfRating),
        ballots: line.step(StepKind::Vote).and_then(|step| step.body.ballots),
        proposed: rated(StepKind::Vote),
        decided: line.step(StepKind::Decision).map(|step| (step.body.level, step.body.number.clone())),
    }
}

/// A member's self-review of a year as PDF: for the member, and for whoever follows the cell. What is not written yet is left to be
/// filled in by hand.
#[boxed]
pub async fn self_review(ctx: &Ctx, round: RatingRoundId, member: MemberId) -> Result<Written> {
    let view = show(ctx, round, Who::Member(member)).await?;
    let mut tx = ctx.store.read().await?;
    let known = members::find(&mut tx, member).await?.ok_or(Error::NotFound)?;
    drop(tx);
    let rated = view.rated.as_ref().ok_or(Error::NotFound)?;
    let own = view.step(StepKind::SelfRating);
    let body = |of: fn(&Step) -> &String| own.map(of).cloned().unwrap_or_default();
    let check = view.commitment.as_ref().and_then(|one| one.check.as_ref());
    let review = SelfReview {
        superior: superior(ctx, view.cell.id, view.round.counted_on).await?,
        cell: view.cell.name.clone(),
        year: view.round.year,
        on: own.map(|step| step.on),
        name: known.profile.full_name,
        born: known.profile.born_on.map(born).unwrap_or_default(),
        grade: rated.grade,
        tasks: own.and_then(|step| step.body.tasks).unwrap_or(view.rests.tasks),
        attended: view.rests.attendance,
        well: body(|step| &step.body.text),
        faults: body(|step| &step.body.faults),
        commitment: view.commitment.as_ref().map(|one| one.body.clone()).unwrap_or_default(),
        found: check.map(|check| check.note.clone()).unwrap_or_default(),
        level: own.and_then(|step| step.body.level),
        points: own.and_then(|step| step.body.points),
        proposed: view.step(StepKind::Vote).and_then(|step| step.body.level),
        decided: view
            .step(StepKind::Decision)
            .and_then(|step| Some((step.body.level?, step.body.number.clone()))),
    };
    let at = ctx.now();
    let write = move || self_review_pdf(&review, at);
    let pdf = tokio::task::spawn_blocking(write).await.map_err(Error::fault)?.map_err(Error::fault)?;
    let file_name = format!("kiem-diem-{}.pdf", view.round.year);
    Ok(Written { bytes: pdf.bytes, file_name, format: Format::Pdf })
}

fn born(date: PartialDate) -> String {
    match date.precision {
        Precision::Day => short_date(date.date),
        Precision::Month => format!("{}/{}", date.date.month(), date.date.year()),
        Precision::Year => date.date.year().to_string(),
    }
}
