//! Terms: the spans through which numbers run on, from the closing of one congress to the closing of the next.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    names,
    organisations::Place,
    papers::letterhead::short_date,
    problems::{Problems, Sentence},
};
use nennep_store::{
    Tx, WriteTx,
    issues::{self, Filter, Term},
    organisations,
};
use uuid::Uuid;

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// A term as it was typed.
#[derive(Debug, Clone)]
pub struct TermForm {
    /// Its name, e.g. `2025-2030`.
    pub name: String,
    /// Its first day: the closing of the congress.
    pub from_on: Option<Date>,
}

/// The term of an organisation on a day. An organisation for which nobody entered one (its register was kept elsewhere, or
/// it was founded between two congresses) gets one that fills the gap: from its founding, or from where the term before
/// ended, to where the next begins. Its name says only that.
pub(super) async fn term_of(
    ctx: &Ctx,
    tx: &mut WriteTx,
    organisation: OrganisationId,
    on: Date,
) -> Result<Term> {
    if let Some(term) = issues::term_on(tx, organisation, on).await? {
        return Ok(term);
    }
    issues::begin_turn(tx, organisation).await?;
    if let Some(term) = issues::term_on(tx, organisation, on).await? {
        return Ok(term);
    }
    let founded = organisations::find(tx, organisation).await?.ok_or(Error::NotFound)?.from_on.min(on);
    let around = issues::terms(tx, organisation).await?;
    let ended = around.iter().filter_map(|term| term.to_on).filter(|end| *end <= on).max();
    let from_on = ended.unwrap_or(founded);
    let to_on = around.iter().map(|term| term.from_on).filter(|start| *start > on).min();
    let name = format!("từ {}", short_date(from_on));
    let term = Term { id: ctx.new_id(), organisation, name, from_on, to_on };
    issues::insert_terms(tx, std::slice::from_ref(&term)).await?;
    Ok(term)
}

/// Begins a term, and ends the one before it: from then on numbers begin anew. Refused where the former term already
/// gave numbers on or after that day. The same id posted twice is one term.
#[boxed]
pub async fn begin_term(ctx: &Ctx, organisation: OrganisationId, id: Uuid, form: &TermForm) -> Result<()> {
    let (name, from_on) = checked(form)?;
    let mut tx = ctx.store.write().await?;
    let place = found(&mut tx, organisation).await?;
    ctx.must(Action::KeepOffices, &Resource::at(&place), Action::SeeMeetings)?;
    issues::begin_turn(&mut tx, organisation).await?;
    let terms = issues::terms(&mut tx, organisation).await?;
    if terms.iter().any(|term| term.id == id) {
        return Ok(());
    }
    if terms.last().is_some_and(|last| last.from_on >= from_on) {
        return Err(Error::invalid("from_on", Sentence::new("papers-term-not-later")));
    }
    let latest = issues::list(&mut tx, organisation, Filter::default(), None, 1).await?;
    if latest.first().is_some_and(|paper| paper.issued_on >= from_on) {
        return Err(Error::invalid("from_on", Sentence::new("papers-term-numbers-after")));
    }
    if let Some(last) = terms.last().filter(|last| last.to_on.is_none_or(|end| end > from_on)) {
        issues::end_term(&mut tx, last.id, Some(from_on)).await?;
    }
    issues::insert_terms(&mut tx, &[Term { id, organisation, name, from_on, to_on: None }]).await?;
    events::record(&mut tx, ctx, Event::new("term.begun").at(organisation).to(id)).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes the last term back while no paper has a number in it; the one before runs on. Doing it twice is safe.
#[boxed]
pub async fn take_term_back(ctx: &Ctx, organisation: OrganisationId, id: Uuid) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let place = found(&mut tx, organisation).await?;
    ctx.must(Action::KeepOffices, &Resource::at(&place), Action::SeeMeetings)?;
    issues::begin_turn(&mut tx, organisation).await?;
    let terms = issues::terms(&mut tx, organisation).await?;
    let Some((last, before)) = terms.split_last() else { return Ok(()) };
    if terms.iter().all(|term| term.id != id) {
        return Ok(());
    }
    if last.id != id || !issues::delete_term(&mut tx, id).await? {
        return Err(Error::invalid("", Sentence::new("papers-term-in-use")));
    }
    if let Some(before) = before.last().filter(|term| term.to_on == Some(last.from_on)) {
        issues::end_term(&mut tx, before.id, None).await?;
    }
    events::record(&mut tx, ctx, Event::new("term.taken_back").at(organisation).to(id)).await?;
    tx.commit().await?;
    Ok(())
}

async fn found(tx: &mut Tx, organisation: OrganisationId) -> Result<Place> {
    organisations::place(tx, organisation).await?.ok_or(Error::NotFound)
}

fn checked(form: &TermForm) -> Result<(String, Date)> {
    let mut problems = Problems::default();
    let name = names::tidy(&form.name);
    if name.is_empty() || name.chars().count() > 60 {
        problems.add("name", Sentence::new("papers-term-name").with("most", 60));
    }
    if form.from_on.is_none() {
        problems.add("from_on", Sentence::new("field-date-unreadable"));
    }
    Ok(problems.or(form.from_on.map(|from_on| (name, from_on)))?)
}
