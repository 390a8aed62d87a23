//! Setting a committee's own value of a rule: only where the rule lets it, dated, with author and reason.

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, OrganisationId, OverrideId},
    names,
    problems::{Problems, Sentence},
    rules::{Override, OverrideError, Unit, Value},
};
use nennep_store::{WriteTx, rules};
use uuid::Uuid;

use super::own;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// The key whose value names a rubric.
pub(super) const RUBRIC: &str = "quality.rubric";

/// An own value as it was typed.
#[derive(Debug, Clone)]
pub struct OverrideForm {
    /// The organisation it is set for, with all below it.
    pub organisation: OrganisationId,
    /// The rule's key.
    pub key: String,
    /// The value, written in the rule's unit.
    pub value: String,
    /// The first day.
    pub from: Date,
    /// The first day it no longer holds.
    pub to: Option<Date>,
    /// Why.
    pub reason: String,
}

/// Sets a committee's own value; the same id posted twice is one. A value of the same organisation that would still hold
/// ends on the new one's first day.
#[boxed]
pub async fn set_override(ctx: &Ctx, id: OverrideId, form: &OverrideForm) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    if !own::may_set(ctx, &mut tx, form.organisation).await? {
        return Err(Error::Forbidden);
    }
    if rules::find_override(&mut tx, id).await?.is_some() {
        return Ok(());
    }
    let new = check(ctx, id, form)?;
    make_room(&mut tx, &new).await?;
    rules::insert_override(&mut tx, &new, ctx.now()).await?;
    own::changed(ctx, &mut tx, &new, "rules.override_set").await?;
    tx.commit().await?;
    Ok(())
}

fn check(ctx: &Ctx, id: OverrideId, form: &OverrideForm) -> Result<Override> {
    let unit = ctx.rules.entry(&form.key, form.from).map_or(Unit::Text, |entry| entry.unit);
    let typed = names::tidy(&form.value);
    let new = Override {
        id,
        organisation: form.organisation,
        key: form.key.clone(),
        value: unit.read(&typed).unwrap_or(Value::Text(typed)),
        from: form.from,
        to: form.to,
        reason: names::tidy_text(&form.reason),
        author: ctx.actor.account.unwrap_or(AccountId(Uuid::nil())),
    };
    let mut problems = Problems::default();
    if let Err(error) = new.check(&ctx.rules) {
        let field = match error {
            OverrideError::NoReason => "reason",
            OverrideError::EndsBeforeItBegins => "to",
            OverrideError::WrongValue { .. } => "value",
            OverrideError::UnknownKey(_) | OverrideError::NotAllowed { .. } => {
                return Err(Error::refused(error));
            }
        };
        problems.add(field, nennep_domain::problems::Refusal::sentence(&error));
    }
    if new.reason.chars().count() > 2_000 {
        problems.add("reason", Sentence::new("form-too-long").with("most", 2_000));
    }
    if let Value::Text(code) = &new.value
        && new.key == RUBRIC
        && code != "none"
        && !ctx.rubrics.knows(code, new.from)
    {
        let known = ctx.rubrics.codes().join(", ");
        let sentence = Sentence::new("rules-override-unknown-rubric").with("code", code.as_str());
        problems.add("value", sentence.with("known", known));
    }
    Ok(problems.or(Some(new))?)
}

/// Ends the organisation's own value that the new one takes over from. Refused where one of another time would be cut.
async fn make_room(tx: &mut WriteTx, new: &Override) -> Result<()> {
    let others = rules::overrides(tx).await?;
    for other in others.iter().filter(|other| own::overlap(other, new)) {
        let taken_over =
            other.from < new.from && new.to.is_none_or(|end| other.to.is_some_and(|to| to <= end));
        if !taken_over {
            return Err(Error::invalid("from", own::held(other)));
        }
        rules::end_override(tx, other.id, Some(new.from)).await?;
    }
    Ok(())
}
