//! Who learns in a class, who was at a session, who has a certificate.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{ClassId, ClassSessionId, LearnerId, OrganisationId},
    learning::{LearningError, Who},
};
use nennep_store::{learning, members};

use super::{load, record};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    members::kept_at,
    recognition::IdUsed,
};

/// Enters somebody as a learner: a member whom the asker sees, or a candidate by name. The same id sent twice is one learner.
#[boxed]
pub async fn add_learner(
    ctx: &Ctx,
    class: ClassId,
    id: LearnerId,
    who: &Who,
    cell: Option<OrganisationId>,
) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let class = load(ctx, &mut tx, class, Action::KeepClasses).await?;
    if let Some(before) = learning::find_learner(&mut tx, id).await? {
        let is_same = before.learner.class == class.id && before.learner.who == *who;
        return if is_same { Ok(()) } else { Err(Error::refused(IdUsed)) };
    }
    let (name, home) = match who {
        Who::Candidate(name) => (name.clone(), cell),
        Who::Member(member) => {
            let known = members::find(&mut tx, *member).await?.ok_or(Error::NotFound)?;
            let place = kept_at(ctx, &mut tx, *member).await?.ok_or(Error::NotFound)?;
            ctx.must(Action::SeeMembers, &Resource::at(&place), Action::SeeMembers)?;
            (known.profile.full_name, Some(place.organisation))
        }
    };
    let learner = class.learner(id, who.clone(), home).map_err(Error::refused)?;
    if !learning::insert_learner(&mut tx, &learner, &name).await? {
        return Err(Error::refused(LearningError::There));
    }
    record(ctx, &mut tx, "class.learner_added", &class, id.0).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a learner away of whom nothing was entered yet; doing it twice is safe.
#[boxed]
pub async fn take_learner_away(ctx: &Ctx, class: ClassId, id: LearnerId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let class = load(ctx, &mut tx, class, Action::KeepClasses).await?;
    let found = learning::find_learner(&mut tx, id).await?;
    if found.is_none_or(|found| found.learner.class != class.id) {
        return Ok(());
    }
    if !learning::delete_learner(&mut tx, id).await? {
        return Err(Error::refused(LearningError::HasFacts));
    }
    record(ctx, &mut tx, "class.learner_taken_away", &class, id.0).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes who was at a session: those named who learn in the class, and nobody else. Doing it twice is safe.
#[boxed]
pub async fn attend(ctx: &Ctx, class: ClassId, session: ClassSessionId, present: &[LearnerId]) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let class = load(ctx, &mut tx, class, Action::KeepClasses).await?;
    let sessions = learning::sessions(&mut tx, class.id).await?;
    sessions.iter().find(|one| one.id == session).ok_or(Error::NotFound)?;
    let learners = learning::learners(&mut tx, class.id).await?;
    let own = learners.iter().map(|one| one.learner.id).filter(|id| present.contains(id));
    learning::save_attendance(&mut tx, session, &own.collect::<Vec<_>>()).await?;
    record(ctx, &mut tx, "class.attendance_entered", &class, session.0).await?;
    tx.commit().await?;
    Ok(())
}

/// Gives a learner a certificate, or takes it away where none is named; doing it twice is safe.
#[boxed]
pub async fn certify(
    ctx: &Ctx,
    class: ClassId,
    id: LearnerId,
    certificate: Option<&(String, Date)>,
) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let class = load(ctx, &mut tx, class, Action::KeepClasses).await?;
    let found = learning::find_learner(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if found.learner.class != class.id {
        return Err(Error::NotFound);
    }
    let given = match certificate {
        Some((number, on)) => Some(class.certificate(number, *on, ctx.now().date())?),
        None => None,
    };
    if given != found.learner.certificate {
        learning::certify(&mut tx, id, given.as_ref(), ctx.now()).await?;
        record(ctx, &mut tx, "class.certificate_entered", &class, id.0).await?;
        tx.commit().await?;
    }
    Ok(())
}
