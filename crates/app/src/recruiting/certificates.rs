//! Certificates of classes for candidates: offered to who keeps the list where name and cell fit, and taken as the candidate's own.

use nennep_domain::{
    accounts::permission::Action,
    ids::{CandidateId, LearnerId},
    names,
    organisations::Place,
    recruiting::{self, ClassCertificate, Electorate, Fact, File, Step},
};
use nennep_store::{Tx, learning};

use super::{load::load, record::file_on};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    rules,
};

/// Certificates that may be the candidate's: of the same name, from a class held above the cell, of a learner sent by that cell or by none
/// that is known, and taken by nobody. None, once the way has a certificate.
pub(super) async fn offered(tx: &mut Tx, file: &File, place: &Place) -> Result<Vec<ClassCertificate>> {
    if file.fact(Step::Certificate).is_some() || !file.candidate.is_listed() {
        return Ok(Vec::new());
    }
    let mut held_by = place.above.clone();
    held_by.push(place.organisation);
    let mut free = learning::certificates_free(tx, &held_by, place.organisation).await?;
    let name = names::fold(&file.candidate.person.name);
    free.retain(|one| names::fold(&one.name) == name);
    Ok(free)
}

/// Takes the certificate a class gave as the candidate's own; from then on the step is read from the class. Statement 30 is asked on the day
/// of the vote, as of any other certificate. Doing it twice is safe.
#[boxed]
pub async fn take_certificate(ctx: &Ctx, id: CandidateId, learner: LearnerId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (candidate, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    let today = ctx.now().date();
    let file = file_on(&mut tx, candidate, today).await?;
    if file.fact(Step::Certificate).is_some_and(|fact| fact.learner == Some(learner)) {
        return Ok(());
    }
    let offered = offered(&mut tx, &file, &place).await?;
    let one = offered.iter().find(|one| one.learner == learner).ok_or(Error::NotFound)?;
    let rules = rules::for_place(ctx, &mut tx, &place, today).await?;
    let fact = Fact { number: one.number.clone(), ..Fact::on(Step::Certificate, one.on) };
    let nobody = Electorate { least: 0, most: 0 };
    recruiting::record(&file, &fact, nobody, today, &rules).map_err(Error::refused)?;
    learning::claim(&mut tx, learner, Some(id)).await?;
    let event = Event::new("candidate.certificate_taken").at(place.organisation).to(id.0);
    events::record(&mut tx, ctx, event.with("learner", learner.to_string())).await?;
    tx.commit().await?;
    Ok(())
}
