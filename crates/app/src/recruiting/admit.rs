//! The ceremony: with it a candidate becomes a probationary member of the cell, in one transaction with the deed of admission.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::Action,
    decisions::Decision,
    ids::{CandidateId, DeedId, MemberId},
    members::{
        Profile,
        life::LifeDeed,
        register::{self, ASKED},
    },
    recruiting::{Fact, Person, RecordError, Step},
    time::PartialDate,
};
use nennep_store::recruiting;

use super::{load::load, record::file_on};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::{
        Typed,
        life::{self, Planned},
    },
    rules, turn,
};

/// Holds the ceremony on a day: the decision of admission was recorded before it (statement 32), and whoever was a candidate is a probationary
/// member of the cell from that day on, with party age from the day of the decision. Gives the member. Held twice on the same day it is
/// one ceremony. It is taken back as the admission is, within a day.
#[boxed]
pub async fn hold_ceremony(ctx: &Ctx, id: CandidateId, deed: DeedId, on: Date) -> Result<MemberId> {
    let mut tx = ctx.store.write().await?;
    turn::take(ctx, &mut tx).await?;
    let (candidate, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    let today = ctx.now().date();
    let file = file_on(&mut tx, candidate, today).await?;
    if let Some(member) = file.candidate.member {
        let same = file.fact(Step::Ceremony).is_some_and(|held| held.on == on);
        return if same { Ok(member) } else { Err(Error::refused(RecordError::Admitted)) };
    }
    let rules = rules::for_place(ctx, &mut tx, &place, on.min(today)).await?;
    file.check_ceremony(on, today, &rules).map_err(Error::refused)?;
    let decided = file.fact(Step::Decision).ok_or(Error::NotFound)?;
    let decision = Decision { number: decided.number.clone(), on: decided.on, by: decided.by.clone() };
    let member = MemberId(ctx.new_id());
    let planned = Planned { member, deed: LifeDeed::Admit { cell: place.organisation }, on, decision };
    life::admit_in(ctx, &mut tx, deed, &planned, &typed(&file.candidate.person)).await?;
    recruiting::become_member(&mut tx, id, member, deed).await?;
    let held = Fact::on(Step::Ceremony, on);
    recruiting::save_step(&mut tx, id, &held, ctx.now(), ctx.actor.account).await?;
    let event = Event::new("candidate.admitted").at(place.organisation).to(id.0);
    events::record(&mut tx, ctx, event.with("member", member.to_string())).await?;
    tx.commit().await?;
    Ok(member)
}

/// What the register takes over of a candidate, as if typed by hand.
fn typed(person: &Person) -> Typed {
    let profile = Profile {
        full_name: person.name.clone(),
        sex: Some(person.sex),
        born_on: Some(PartialDate::day(person.born_on)),
        residence: person.residence.clone(),
        occupation: person.workplace.clone(),
        ..Profile::default()
    };
    ASKED.into_iter().map(|field| (field, register::typed(&profile, field))).collect()
}
