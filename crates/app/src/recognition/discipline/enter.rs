//! Entering measures: what a cell decided, what it proposes, what was decided from above; deciding a proposal; taking back what was
//! entered by mistake.

use jiff::civil::Date;
use nennep_domain::{
    decisions::Decision,
    ids::DisciplineId,
    members::Standing,
    names,
    problems::{Problems, Sentence},
    recognition::discipline::{Decided, Decider, Discipline, DisciplineError, DisciplineForm, Disciplined},
    rules::Rules,
};
use nennep_store::{Tx, discipline, members};

use super::{kept, must_keep, place_of, record};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    recognition::{IdUsed, TooOld},
    rules,
};

/// A decision as it is entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// The decision's number.
    pub number: String,
    /// Its day.
    pub on: Date,
    /// By whom.
    pub by: String,
    /// The day it was announced: for a cell, that of the result of the vote.
    pub announced_on: Date,
    /// The last day it was decided for, where it was for a term.
    pub until_on: Option<Date>,
}

/// On what a measure rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// The cell decided.
    Cell(Settlement),
    /// The cell proposes it to whoever decides.
    Proposal(Date),
    /// A committee above decided.
    Superior(Settlement),
}

impl Basis {
    /// The day by which the rules and the standing are judged.
    const fn day(&self) -> Date {
        match self {
            Self::Cell(settlement) => settlement.announced_on,
            Self::Superior(settlement) => settlement.on,
            Self::Proposal(on) => *on,
        }
    }
}

/// A measure to be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureForm {
    /// Whom it concerns; of a member the grade is read from the register, whatever is said here.
    pub of: Disciplined,
    /// The form.
    pub form: DisciplineForm,
    /// What for.
    pub reason: String,
    /// On what it rests.
    pub basis: Basis,
}

/// The most letters of what a measure is for.
const MOST_LETTERS: usize = 1_000;

impl Settlement {
    fn decided(&self, decider: Decider, rules: &Rules, today: Date) -> Result<Decided> {
        // A cell's paper may be written after the vote was announced; what holds is the announcement.
        let effective_on = self.on.max(self.announced_on);
        let decision = Decision::check(&self.number, self.on, &self.by, effective_on)
            .map_err(|(field, sentence)| Error::invalid(field, sentence))?;
        if effective_on > today {
            return Err(Error::refused(DisciplineError::ToCome));
        }
        Decided::new(decider, decision, self.announced_on, self.until_on, rules).map_err(Error::refused)
    }
}

/// Enters a measure; the same id sent twice is one measure. A form heavier than a cell decides is refused as the cell's decision and
/// taken as its proposal (statement 25).
#[boxed]
pub async fn enter(ctx: &Ctx, id: DisciplineId, form: &MeasureForm) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let place = place_of(ctx, &mut tx, form.of).await?;
    must_keep(ctx, &place, form.of)?;
    let today = ctx.now().date();
    let day = form.basis.day();
    let reason: String = names::tidy(&form.reason).chars().take(MOST_LETTERS).collect();
    if reason.is_empty() {
        return Err(Problems::one("reason", Sentence::new("discipline-reason-missing")).into());
    }
    if day > today {
        return Err(Error::refused(DisciplineError::ToCome));
    }
    let (of, counted_at) = as_of(&mut tx, form.of, day).await?;
    let rules = rules::for_place(ctx, &mut tx, &place, day).await?;
    of.check_form(form.form, &rules).map_err(Error::refused)?;
    let (proposed_on, decided) = match &form.basis {
        Basis::Proposal(on) => (Some(*on), None),
        Basis::Superior(by) => (None, Some(by.decided(Decider::Superior, &rules, today)?)),
        Basis::Cell(by) => {
            of.check_cell_decides(form.form, &rules).map_err(Error::refused)?;
            (None, Some(by.decided(Decider::Cell, &rules, today)?))
        }
    };
    let one = Discipline {
        id,
        of,
        place: counted_at.unwrap_or(place.organisation),
        form: form.form,
        reason,
        proposed_on,
        decided,
        received_on: None,
        ended: None,
    };
    if let Some(before) = discipline::find(&mut tx, id).await? {
        return if is_same(&before.discipline, &one) { Ok(()) } else { Err(Error::refused(IdUsed)) };
    }
    discipline::insert(&mut tx, &one, ctx.now(), ctx.actor.account).await?;
    record(ctx, &mut tx, "discipline.entered", &one).await?;
    tx.commit().await?;
    Ok(())
}

fn is_same(before: &Discipline, now: &Discipline) -> bool {
    let said =
        |one: &Discipline| (one.of, one.form, one.reason.clone(), one.proposed_on, one.decided.clone());
    said(before) == said(now)
}

/// Whom it concerns as the register knows the member on a day, and the cell the member belonged to.
async fn as_of(
    tx: &mut Tx,
    of: Disciplined,
    day: Date,
) -> Result<(Disciplined, Option<nennep_domain::ids::OrganisationId>)> {
    let Disciplined::Member(member, _) = of else { return Ok((of, None)) };
    let standings = members::standings_of(tx, member).await?;
    let belongs = |one: &&Standing| one.state.belongs() && one.holds_on(day);
    let home = standings.iter().find(belongs).ok_or(Error::refused(DisciplineError::BelongsNowhere))?;
    Ok((Disciplined::Member(member, home.grade), Some(home.cell)))
}

/// Writes what was decided on a proposal, perhaps in another form; doing it twice is safe.
#[boxed]
pub async fn settle(
    ctx: &Ctx,
    id: DisciplineId,
    form: DisciplineForm,
    settlement: &Settlement,
) -> Result<Disciplined> {
    let mut tx = ctx.store.write().await?;
    let (kept, place) = kept(ctx, &mut tx, id).await?;
    let one = kept.discipline;
    let rules = rules::for_place(ctx, &mut tx, &place, settlement.on).await?;
    let decided = settlement.decided(Decider::Superior, &rules, ctx.now().date())?;
    one.check_decision(form, &decided, &rules).map_err(Error::refused)?;
    if discipline::settle(&mut tx, id, form, &decided, ctx.now()).await? {
        record(ctx, &mut tx, "discipline.decided", &one).await?;
        tx.commit().await?;
    }
    Ok(one.of)
}

/// Takes back a decision on a proposal within a day of entering it: it is a proposal again. Doing it twice is safe.
#[boxed]
pub async fn unsettle(ctx: &Ctx, id: DisciplineId) -> Result<Disciplined> {
    let mut tx = ctx.store.write().await?;
    let (kept, _) = kept(ctx, &mut tx, id).await?;
    if kept.discipline.is_proposal() {
        return Ok(kept.discipline.of);
    }
    if !discipline::unsettle(&mut tx, id, ctx.can_take_back_since()).await? {
        return Err(Error::refused(TooOld));
    }
    record(ctx, &mut tx, "discipline.decision_taken_back", &kept.discipline).await?;
    tx.commit().await?;
    Ok(kept.discipline.of)
}

/// Takes back a measure that was entered by mistake within the last day: nothing of it is kept but that it was taken back.
#[boxed]
pub async fn take_back(ctx: &Ctx, id: DisciplineId) -> Result<Disciplined> {
    let mut tx = ctx.store.write().await?;
    let (kept, _) = kept(ctx, &mut tx, id).await?;
    if !discipline::take_back(&mut tx, id, ctx.can_take_back_since()).await? {
        return Err(Error::refused(TooOld));
    }
    record(ctx, &mut tx, "discipline.taken_back", &kept.discipline).await?;
    tx.commit().await?;
    Ok(kept.discipline.of)
}
