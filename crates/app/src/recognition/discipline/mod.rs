//! Discipline, kept apart with a permission of its own: nothing of it is read by any other use case, written into a log or listed among
//! members. Every reading is an event.

mod enter;
mod list;
mod term;

pub use enter::{Basis, MeasureForm, Settlement, enter, settle, take_back, unsettle};
pub use list::{MeasureView, MemberMeasures, Open, find, list, of_member};
pub use nennep_store::discipline::Kept;
pub use term::{end, receive, reopen};

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::DisciplineId,
    organisations::Place,
    recognition::discipline::{Discipline, Disciplined},
};
use nennep_store::{Tx, WriteTx, discipline, members, organisations};

use crate::{
    Ctx,
    error::{Error, Result},
    events::{self, Event},
    members::kept_at,
};

/// Where what is kept of somebody is asked about: a member's where the file is kept now, wherever the measure was taken.
async fn place_of(ctx: &Ctx, tx: &mut Tx, of: Disciplined) -> Result<Place> {
    let place = match of {
        Disciplined::Member(member, _) => {
            members::find(tx, member).await?.ok_or(Error::NotFound)?;
            kept_at(ctx, tx, member).await?
        }
        Disciplined::Organisation(id) => organisations::place(tx, id).await?,
    };
    place.ok_or(Error::NotFound)
}

/// Nothing, if the asker keeps discipline of it. Nobody keeps their own.
fn must_keep(ctx: &Ctx, place: &Place, of: Disciplined) -> Result<()> {
    let resource = Resource { member: of.member(), ..Resource::at(place) };
    ctx.must(Action::KeepDiscipline, &resource, Action::SeeDiscipline)?;
    let is_own = of.member().is_some() && of.member() == ctx.actor.member;
    if is_own && !ctx.is_system() { Err(Error::Forbidden) } else { Ok(()) }
}

/// The measure with where it is asked about, for those who keep it.
async fn kept(ctx: &Ctx, tx: &mut Tx, id: DisciplineId) -> Result<(Kept, Place)> {
    let kept = discipline::find(tx, id).await?.ok_or(Error::NotFound)?;
    let place = place_of(ctx, tx, kept.discipline.of).await?;
    must_keep(ctx, &place, kept.discipline.of)?;
    Ok((kept, place))
}

async fn record(ctx: &Ctx, tx: &mut WriteTx, kind: &'static str, one: &Discipline) -> Result<()> {
    events::record(tx, ctx, Event::new(kind).at(one.place).to(one.id.0)).await
}
