//! Stating by what a member's dues are reckoned: the member's own word, or the cell's.

use nennep_domain::{
    accounts::permission::Action,
    dues::{Basis, DuesCategory, DuesError, checked_amount},
    ids::MemberId,
    problems::{Problems, Refusal as _, Sentence},
    time::Month,
};
use nennep_store::dues as store;

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::load_member,
};

/// What was typed about one's dues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasisForm {
    /// The first month.
    pub from: Month,
    /// By what.
    pub category: DuesCategory,
    /// Monthly pay, benefit, pension, or the agreed dues, in đồng.
    pub dong: Option<i64>,
    /// Why, where that needs a word.
    pub note: String,
}

/// The longest word beside a basis.
const LONGEST_NOTE: usize = 300;
/// A monthly pay may be so many times the greatest dues.
const PAY_TO_DUES: i64 = 10;

impl BasisForm {
    fn checked(&self, member: MemberId) -> Result<Basis> {
        let mut problems = Problems::default();
        let dong =
            self.dong.filter(|_| self.category.asks_amount() || self.category == DuesCategory::Uninsured);
        if self.category.asks_amount() && dong.is_none() {
            problems.add("dong", Sentence::new("dues-amount-missing"));
        }
        if dong.is_some_and(|dong| checked_amount(dong / PAY_TO_DUES + 1, 1).is_err() || dong <= 0) {
            problems.add("dong", DuesError::NotAnAmount.sentence());
        }
        let note = self.note.trim();
        if note.chars().count() > LONGEST_NOTE {
            problems.add("note", Sentence::new("dues-note-too-long"));
        }
        if self.category == DuesCategory::Exempt && note.is_empty() {
            problems.add("note", Sentence::new("dues-exempt-without-reason"));
        }
        let basis = Basis { member, from: self.from, category: self.category, dong, note: note.to_owned() };
        problems.or(Some(basis)).map_err(Error::Invalid)
    }
}

/// States by what a member's dues are reckoned from a month on; what was stated for the same month is replaced. Months that
/// were closed stay as they are.
#[boxed]
pub async fn state(ctx: &Ctx, member: MemberId, form: &BasisForm) -> Result<()> {
    let basis = form.checked(member)?;
    let mut tx = ctx.store.write().await?;
    let (_, place) = load_member(ctx, &mut tx, member, Action::StateDues).await?;
    store::state_basis(&mut tx, &basis, ctx.now(), ctx.actor.account).await?;
    let event = Event::new("dues.basis_stated").at(place.organisation).to(member.0);
    events::record(&mut tx, ctx, event.with("from", form.from.to_string())).await?;
    Ok(tx.commit().await?)
}

/// Takes back what was stated for a month, while it was entered within the last day. Doing it twice is safe.
#[boxed]
pub async fn take_back(ctx: &Ctx, member: MemberId, from: Month) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (_, place) = load_member(ctx, &mut tx, member, Action::StateDues).await?;
    if store::take_basis_back(&mut tx, member, from, ctx.can_take_back_since()).await? {
        let event = Event::new("dues.basis_taken_back").at(place.organisation).to(member.0);
        events::record(&mut tx, ctx, event.with("from", from.to_string())).await?;
        return Ok(tx.commit().await?);
    }
    let stands = store::bases_of(&mut tx, &[member]).await?.iter().any(|basis| basis.from == from);
    if stands { Err(Error::refused(DuesError::TooOld)) } else { Ok(()) }
}
