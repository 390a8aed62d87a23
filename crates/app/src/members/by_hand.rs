//! A member typed by hand: read and checked as a line of a register is, and never a second time under another name.

use std::collections::BTreeMap;

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MemberId, OrganisationId, StandingId},
    members::{
        MemberGrade, Profile, Standing, StandingState,
        register::{self, Field, LeastAge, Terms},
    },
    organisations::OrganisationKind,
    problems::{Problems, Sentence},
};
use nennep_store::{
    Tx, WriteTx,
    members::{self, Double, DoubleBy, NewMember, Sought},
    organisations,
};

use super::{identity::seal_identity, load::load};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// What was typed, field by field; a field that is not there is empty.
pub type Typed = BTreeMap<Field, String>;

/// A member to be added to a cell.
#[derive(Debug, Clone, Copy)]
pub struct AddForm<'a> {
    /// The id, drawn before the form was shown: the same form sent twice adds one member.
    pub id: MemberId,
    /// The cell.
    pub cell: OrganisationId,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// How the member stands in the cell.
    pub state: StandingState,
    /// The first day in the cell.
    pub from_on: Date,
    /// Whether it was seen that another member has the same name and date of birth, and is not the same.
    pub is_another: bool,
    /// What was typed, field by field.
    pub typed: &'a Typed,
}

/// Adds a member who stands in a cell from a day on. One with the same card or identity number is refused; one with the
/// same name and date of birth is asked about.
#[boxed]
pub async fn add<'a>(ctx: &'a Ctx, form: AddForm<'a>) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, form.cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::KeepMembers, &Resource::at(&place), Action::SeeMembers)?;
    if members::find(&mut tx, form.id).await?.is_some() {
        return Ok(());
    }
    let cell = organisations::find(&mut tx, form.cell).await?.ok_or(Error::NotFound)?;
    if cell.kind != OrganisationKind::Cell {
        return Err(Error::invalid("cell", Sentence::new("members-not-a-cell")));
    }
    let profile = read(ctx, form.typed)?;
    if form.from_on > ctx.now().date() {
        return Err(Error::invalid("from_on", Sentence::new("members-from-future")));
    }
    refuse_doubles(ctx, &mut tx, &profile, None, form.is_another).await?;
    write_new(ctx, &mut tx, &form, &profile).await?;
    events::record(&mut tx, ctx, Event::new("member.added").at(form.cell).to(form.id.0)).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes a new member who stands nowhere yet: read and checked as everything typed by hand is.
pub(super) async fn insert_new(ctx: &Ctx, tx: &mut WriteTx, id: MemberId, typed: &Typed) -> Result<()> {
    let profile = read(ctx, typed)?;
    refuse_doubles(ctx, tx, &profile, None, false).await?;
    insert_profile(ctx, tx, id, &profile).await
}

async fn insert_profile(ctx: &Ctx, tx: &mut WriteTx, id: MemberId, profile: &Profile) -> Result<()> {
    let number = profile.identity_number.as_str();
    let identity = (!number.is_empty()).then(|| seal_identity(ctx, number));
    let new = NewMember { id, profile: profile.clone(), identity };
    members::insert_many(tx, &[new], ctx.now()).await?;
    Ok(())
}

async fn write_new(ctx: &Ctx, tx: &mut WriteTx, form: &AddForm<'_>, profile: &Profile) -> Result<()> {
    let standing = Standing {
        id: StandingId(ctx.new_id()),
        member: form.id,
        cell: form.cell,
        grade: form.grade,
        state: form.state,
        from_on: form.from_on,
        to_on: None,
        left: None,
    };
    insert_profile(ctx, tx, form.id, profile).await?;
    members::insert_standings(tx, &[standing]).await?;
    Ok(())
}

/// A member's profile for those who may change it, its identity number left out; it is noted who read it.
#[boxed]
pub async fn load_for_change(ctx: &Ctx, id: MemberId) -> Result<Profile> {
    let mut tx = ctx.store.write().await?;
    let (member, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    events::record(&mut tx, ctx, Event::new("member.read").at(place.organisation).to(id.0)).await?;
    tx.commit().await?;
    Ok(Profile { identity_number: String::new(), ..member.profile })
}

/// Changes what the register keeps of a member. An empty field says that nothing is known; only the identity number,
/// which is never shown whole, stays as it was.
#[boxed]
pub async fn change(ctx: &Ctx, id: MemberId, typed: &Typed) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (member, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    let profile = read(ctx, typed)?;
    let known = Profile { identity_number: String::new(), ..member.profile };
    let changes = register::changes(&known, &profile);
    if changes.is_empty() {
        return Ok(());
    }
    refuse_doubles(ctx, &mut tx, &profile, Some(id), true).await?;
    let number = profile.identity_number.as_str();
    let identity = (!number.is_empty()).then(|| seal_identity(ctx, number));
    members::update_profile(&mut tx, id, &profile, identity.as_ref(), ctx.now()).await?;
    let event = Event::new("member.changed").at(place.organisation).to(id.0).with("fields", changes.len());
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// The profile that was typed, checked by the rules of the days it speaks of.
pub(super) fn read(ctx: &Ctx, typed: &Typed) -> Result<Profile> {
    let least_age = |day: Date| LeastAge::by(&ctx.rules.on(day));
    let terms = Terms { today: ctx.now().date(), least_age: &least_age };
    Ok(register::by_hand(|field| typed.get(&field).map_or("", String::as_str), &terms)?)
}

pub(super) async fn refuse_doubles(
    ctx: &Ctx,
    tx: &mut Tx,
    profile: &Profile,
    own: Option<MemberId>,
    is_another: bool,
) -> Result<()> {
    let number = profile.identity_number.as_str();
    let identity = (!number.is_empty()).then(|| seal_identity(ctx, number));
    let sought = Sought {
        card_number: &profile.card_number,
        identity_hash: identity.as_ref().map(|identity| identity.hash.as_slice()),
        name: &profile.full_name,
        born_on: profile.born_on,
    };
    let mut problems = Problems::default();
    let found = members::doubles(tx, sought).await?;
    for Double { name, by, .. } in found.into_iter().filter(|double| Some(double.member) != own) {
        match by {
            DoubleBy::Card => {
                problems.add("card_number", Sentence::new("members-same-card").with("name", name));
            }
            DoubleBy::Identity => {
                problems.add("identity_number", Sentence::new("members-same-identity").with("name", name));
            }
            DoubleBy::NameAndBirth if !is_another => {
                problems.add("is_another", Sentence::new("members-same-name").with("name", name));
            }
            DoubleBy::NameAndBirth => {}
        }
    }
    if problems.0.is_empty() { Ok(()) } else { Err(problems.into()) }
}
