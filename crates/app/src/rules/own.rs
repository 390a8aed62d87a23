//! What setting and ending a committee's own values have in common: who may, which stands in the way of which, and what
//! follows.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    organisations::{OrganisationKind, Place},
    problems::Sentence,
    rules::Override,
};
use nennep_store::{Tx, WriteTx, organisations};
use uuid::Uuid;

use crate::{
    Ctx,
    error::{Error, Result},
    events::{self, Event},
    jobs,
};

/// Whether the actor may set and end own values of an organisation.
pub(super) async fn may_set(ctx: &Ctx, tx: &mut Tx, organisation: OrganisationId) -> Result<bool> {
    let found = organisations::find(tx, organisation).await?.ok_or(Error::NotFound)?;
    let place = organisations::place(tx, organisation).await?.ok_or(Error::NotFound)?;
    Ok(ctx.may(Action::OverrideRules, &Resource::at(&bound_by(place, found.kind))))
}

/// Who is bound by an organisation's own value. A committee sets it for all below itself, so that the secretary of the
/// committee may; a cell never sets its own: that is for the committee above.
fn bound_by(place: Place, kind: OrganisationKind) -> Place {
    if matches!(kind, OrganisationKind::Cell | OrganisationKind::SubCell) {
        return place;
    }
    let above = std::iter::once(place.organisation).chain(place.above).collect();
    Place { organisation: OrganisationId(Uuid::nil()), above }
}

/// Whether two own values of one rule and one organisation hold on a common day.
pub(super) fn overlap(one: &Override, other: &Override) -> bool {
    let held = |set: &Override| set.to.is_none_or(|end| set.from < end);
    one.id != other.id
        && one.key == other.key
        && one.organisation == other.organisation
        && held(one)
        && held(other)
        && one.to.is_none_or(|end| other.from < end)
        && other.to.is_none_or(|end| one.from < end)
}

/// Says which other own value stands in the way.
pub(super) fn held(other: &Override) -> Sentence {
    let day = |date: Date| nennep_domain::time::PartialDate::day(date).to_string();
    let sentence = Sentence::new(match other.to {
        Some(_) => "rules-override-held",
        None => "rules-override-held-on",
    });
    let sentence = sentence.with("from", day(other.from));
    match other.to {
        Some(to) => sentence.with("to", day(to)),
        None => sentence,
    }
}

/// Writes the event, and has months that were judged meanwhile judged anew.
pub(super) async fn changed(ctx: &Ctx, tx: &mut WriteTx, set: &Override, event: &'static str) -> Result<()> {
    let event = Event::new(event).at(set.organisation).to(set.id.0).with("key", set.key.as_str());
    events::record(tx, ctx, event).await?;
    if set.from <= ctx.now().date() {
        let task = jobs::Task::RefreshMonths { organisation: set.organisation, from: set.from };
        jobs::enqueue(tx, ctx, task).await?;
    }
    Ok(())
}
