//! One class, a committee's year of classes, and a member's own.

use jiff::civil::{Date, date};
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{ClassId, MemberId, OrganisationId},
    learning::{Class, ClassKind, ClassSession},
    organisations::Organisation,
};
use nennep_store::{
    learning::{self, Counted, Listed},
    organisations::{self, Filter},
};

use super::load;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    members::load_member,
    reach,
};

/// A learner, with how long the certificate is valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LearnerView {
    /// The learner.
    pub listed: Listed,
    /// The last day on which the certificate is valid, where the rule sets a term.
    pub valid_until: Option<Date>,
}

/// One class.
#[derive(Debug, Clone)]
pub struct ClassView {
    /// The class.
    pub class: Class,
    /// Who holds it.
    pub organisation: Organisation,
    /// Its sessions, in their order.
    pub sessions: Vec<ClassSession>,
    /// Who learns in it, by given name.
    pub learners: Vec<LearnerView>,
    /// Whether the reader keeps it.
    pub keeps: bool,
}

fn valid_until(ctx: &Ctx, class: &Class, listed: &Listed) -> Option<Date> {
    let certificate = listed.learner.certificate.as_ref()?;
    class.valid_until(certificate, &ctx.rules.on(certificate.on)).map(|until| until.value)
}

/// A class with its sessions and learners, for those who see the committee's classes.
#[boxed]
pub async fn show(ctx: &Ctx, id: ClassId) -> Result<ClassView> {
    let mut tx = ctx.store.read().await?;
    let class = load(ctx, &mut tx, id, Action::SeeClasses).await?;
    let place = organisations::place(&mut tx, class.organisation).await?.ok_or(Error::NotFound)?;
    let organisation = organisations::find(&mut tx, class.organisation).await?.ok_or(Error::NotFound)?;
    let learners = learning::learners(&mut tx, id).await?;
    let view = |listed: Listed| LearnerView { valid_until: valid_until(ctx, &class, &listed), listed };
    Ok(ClassView {
        learners: learners.into_iter().map(view).collect(),
        sessions: learning::sessions(&mut tx, id).await?,
        keeps: ctx.may(Action::KeepClasses, &Resource::at(&place)),
        organisation,
        class,
    })
}

/// The classes of a year.
#[derive(Debug, Clone)]
pub struct LearningYear {
    /// The organisation.
    pub organisation: Organisation,
    /// The year.
    pub year: i16,
    /// The classes held by it and those below, the latest first.
    pub classes: Vec<Counted>,
    /// How many classes and learners there were by kind, and how many have a certificate.
    pub sums: Vec<(ClassKind, u32, u32, u32)>,
    /// Whether the reader may enter a class of the organisation.
    pub keeps: bool,
}

/// The classes that began in a year, held by an organisation and those below it, as far as the reader sees them.
#[boxed]
pub async fn year(ctx: &Ctx, within: OrganisationId, year: i16) -> Result<LearningYear> {
    let mut tx = ctx.store.read().await?;
    let organisation = organisations::find(&mut tx, within).await?.ok_or(Error::NotFound)?;
    let place = organisations::place(&mut tx, within).await?.ok_or(Error::NotFound)?;
    let filter = Filter { within: Some(within), ..Filter::default() };
    let all = organisations::list(&mut tx, filter, u32::MAX).await?;
    let ids = all.iter().map(|one| one.id).chain([within]);
    let open = reach::those_where(ctx, &mut tx, Action::SeeClasses, ids).await?;
    if open.is_empty() {
        return Err(Error::NotFound);
    }
    let year = year.clamp(1, 9999);
    let days = (date(year, 1, 1), date(year, 12, 31));
    let open: Vec<OrganisationId> = open.into_iter().collect();
    let classes = learning::list_classes(&mut tx, &open, days).await?;
    let sum = |kind: &ClassKind| {
        let of_kind = || classes.iter().filter(|one| one.class.kind == *kind);
        let count = u32::try_from(of_kind().count()).unwrap_or(u32::MAX);
        let (learners, certified) =
            (of_kind().map(|one| one.learners).sum(), of_kind().map(|one| one.certified).sum());
        (*kind, count, learners, certified)
    };
    Ok(LearningYear {
        sums: ClassKind::ALL.iter().map(sum).filter(|sum| sum.1 > 0).collect(),
        keeps: ctx.may(Action::KeepClasses, &Resource::at(&place)),
        organisation,
        year,
        classes,
    })
}

/// A class in which a member learns or learnt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnClass {
    /// The class.
    pub class: Class,
    /// The learning.
    pub learner: LearnerView,
}

/// The classes of a member, the latest first, for those who open the file and for the member.
#[boxed]
pub async fn of_member(ctx: &Ctx, member: MemberId) -> Result<Vec<OwnClass>> {
    let mut tx = ctx.store.read().await?;
    load_member(ctx, &mut tx, member, Action::SeeMemberFile).await?;
    let found = learning::of_member(&mut tx, member).await?;
    let own = |(class, listed): (Class, Listed)| {
        let learner = LearnerView { valid_until: valid_until(ctx, &class, &listed), listed };
        OwnClass { class, learner }
    };
    Ok(found.into_iter().map(own).collect())
}

/// The asker's own classes; none for an account that belongs to no member.
#[boxed]
pub async fn own(ctx: &Ctx) -> Result<Vec<OwnClass>> {
    match ctx.actor.member {
        Some(member) => of_member(ctx, member).await,
        None => Ok(Vec::new()),
    }
}
