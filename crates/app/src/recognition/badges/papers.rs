//! The papers of badges: the list for a day, and a member's request. It is noted who wrote them out.

use jiff::civil::Date;
use nennep_documents::registers::{BadgeLine, BadgeList, BadgeRequest, badge_list, badge_request_pdf};
use nennep_domain::{
    accounts::permission::{Action, Resource},
    decisions::Decision,
    ids::{BadgeProposalId, MemberId, OrganisationId},
    members::{Member, Profile},
    organisations::Organisation,
    papers::letterhead::short_date,
    recognition::badges::{BadgeStep, StepTaken},
    signs::years_full,
};
use nennep_store::{badges, members, organisations};

use super::{
    facts::facts_of,
    list::{DueLine, list},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::kept_at,
    registers::{Format, Written, written},
};

/// The list of who is due or proposed for a day of badges in an organisation, as a file: the cell's list, or the committee's.
#[boxed]
pub async fn list_paper(
    ctx: &Ctx,
    within: OrganisationId,
    day: Option<Date>,
    format: Format,
) -> Result<Written> {
    let found = list(ctx, Some(within), day).await?;
    let mut tx = ctx.store.write().await?;
    let ids: Vec<MemberId> = found.due.iter().map(|line| line.member).collect();
    let people = members::find_many(&mut tx, &ids).await?;
    let lineage = organisations::lineage(&mut tx, within, ctx.now().date()).await?;
    let here = lineage.first().ok_or(Error::NotFound)?;
    let lines = found.due.iter().filter_map(|line| paper_line(line, &people)).collect();
    let paper = BadgeList { issuer: issuer(&lineage), name: here.name.clone(), day: found.day, lines };
    let event = Event::new("badge.list_written").at(within).to(within.0).with("members", ids.len());
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    let day = short_date(found.day).replace('/', "-");
    let file_name = format!("huy-hieu-{}-{day}.{}", here.code, format.ending());
    let at = ctx.now();
    let write = move || written(&badge_list(&paper), format, at);
    let bytes = tokio::task::spawn_blocking(write).await.map_err(Error::fault)??;
    Ok(Written { bytes, file_name, format })
}

/// The names of an organisation and of the one above it, that one first.
fn issuer(lineage: &[Organisation]) -> Vec<String> {
    lineage.iter().take(2).rev().map(|one| one.name.clone()).collect()
}

fn paper_line(line: &DueLine, people: &[Member]) -> Option<BadgeLine> {
    let profile: Profile = people.iter().find(|one| one.id == line.member)?.profile.clone();
    let taken = |step| line.proposal.as_ref().and_then(|view| view.kept.proposal.taken(step));
    let decided =
        |taken: &StepTaken| Decision { number: taken.number.clone(), on: taken.on, by: taken.by.clone() };
    Some(BadgeLine {
        profile,
        cell: line.cell.name.clone(),
        years: line.years,
        ground: line.ground,
        full_on: line.full_on,
        decision: taken(BadgeStep::Decided).map(decided),
        number: taken(BadgeStep::Awarded).map(|taken| taken.number.clone()).unwrap_or_default(),
    })
}

/// A member's request for a badge, as a PDF of one page to be signed, for those who open the member's file.
#[boxed]
pub async fn request_paper(ctx: &Ctx, id: BadgeProposalId) -> Result<Written> {
    let mut tx = ctx.store.write().await?;
    let kept = badges::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let proposal = kept.proposal;
    let member = members::find(&mut tx, proposal.member).await?.ok_or(Error::NotFound)?;
    let place = kept_at(ctx, &mut tx, member.id).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeMemberFile, &Resource::at(&place).of_member(member.id), Action::SeeMembers)?;
    let facts = facts_of(&mut tx, &member).await?;
    let lineage = organisations::lineage(&mut tx, proposal.cell, ctx.now().date()).await?;
    let mut held = facts.awarded;
    held.retain(|years| *years != proposal.years);
    held.sort_unstable();
    let cell = organisations::find(&mut tx, proposal.cell).await?.ok_or(Error::NotFound)?;
    let request = BadgeRequest {
        issuer: issuer(&lineage),
        cell: cell.name,
        profile: member.profile,
        years: proposal.years,
        ground: proposal.ground,
        full_on: Some(years_full(facts.admitted_on, proposal.years)),
        died_on: facts.died_on,
        held,
    };
    let event = Event::new("badge.request_written").at(proposal.cell).to(id.0);
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    let at = ctx.now();
    let write = move || badge_request_pdf(&request, at);
    let pdf = tokio::task::spawn_blocking(write).await.map_err(Error::fault)?.map_err(Error::fault)?;
    let file_name = format!("de-nghi-huy-hieu-{}-nam.pdf", proposal.years);
    Ok(Written { bytes: pdf.bytes, file_name, format: Format::Pdf })
}
