//! Holding classes and their sessions.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{ClassId, ClassSessionId, OrganisationId},
    learning::{Class, ClassKind, LearningError},
};
use nennep_store::{learning, organisations};

use super::{load, record};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    recognition::IdUsed,
};

/// A class to be held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassForm {
    /// Who holds it.
    pub organisation: OrganisationId,
    /// What it is for.
    pub kind: ClassKind,
    /// Its name.
    pub title: String,
    /// Where; may be empty.
    pub place: String,
    /// The first day.
    pub from_on: Date,
    /// The last day.
    pub to_on: Date,
}

/// Enters a class; the same id sent again sets it right. Whose it is and what it is for stay.
#[boxed]
pub async fn hold(ctx: &Ctx, id: ClassId, form: &ClassForm) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, form.organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::KeepClasses, &Resource::at(&place), Action::SeeOrganisations)?;
    let ClassForm { organisation, kind, from_on, to_on, .. } = *form;
    let (title, place) = (form.title.clone(), form.place.clone());
    let class = Class { id, organisation, kind, title, place, from_on, to_on }.checked()?;
    match learning::find_class(&mut tx, id).await? {
        Some(before) if before == class => return Ok(()),
        Some(before) if (before.organisation, before.kind) != (organisation, kind) => {
            return Err(Error::refused(IdUsed));
        }
        _ => {}
    }
    learning::save_class(&mut tx, &class, ctx.now(), ctx.actor.account).await?;
    record(ctx, &mut tx, "class.held", &class, id.0).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a class away in which nobody learns and that has no session. Gives who held it.
#[boxed]
pub async fn take_class_away(ctx: &Ctx, id: ClassId) -> Result<OrganisationId> {
    let mut tx = ctx.store.write().await?;
    let class = load(ctx, &mut tx, id, Action::KeepClasses).await?;
    if !learning::delete_class(&mut tx, id).await? {
        return Err(Error::refused(LearningError::NotEmpty));
    }
    record(ctx, &mut tx, "class.taken_away", &class, id.0).await?;
    tx.commit().await?;
    Ok(class.organisation)
}

/// Enters a session of a class; the same id sent again sets it right.
#[boxed]
pub async fn add_session(ctx: &Ctx, class: ClassId, id: ClassSessionId, on: Date, topic: &str) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let class = load(ctx, &mut tx, class, Action::KeepClasses).await?;
    let session = class.session(id, on, topic)?;
    learning::save_session(&mut tx, &session).await?;
    record(ctx, &mut tx, "class.session_entered", &class, id.0).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a session away, with who was there; doing it twice is safe.
#[boxed]
pub async fn take_session_away(ctx: &Ctx, class: ClassId, id: ClassSessionId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let class = load(ctx, &mut tx, class, Action::KeepClasses).await?;
    if learning::sessions(&mut tx, class.id).await?.iter().any(|one| one.id == id) {
        learning::delete_session(&mut tx, id).await?;
        record(ctx, &mut tx, "class.session_taken_away", &class, id.0).await?;
        tx.commit().await?;
    }
    Ok(())
}
