//! One member's own offer.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::MemberId,
    offers::{self, Offer, OfferList, Said},
    time::Instant,
};
use nennep_store::{Tx, offers as store};

use crate::{
    Ctx, boxed,
    error::Result,
    events::{self, Event},
    members::load_member,
    rules,
};

/// Readings of so many days are told.
const DAYS_BACK: i64 = 400;

/// What a member said, for whoever may see it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The member's name.
    pub name: String,
    /// What was said; `None`: nothing yet, or it was erased.
    pub offer: Option<Offer>,
    /// Whether it is the asker's own, to be changed and erased.
    pub is_own: bool,
    /// Whether the yearly question stands.
    pub is_asked: bool,
    /// Who read it, latest first: for the member.
    pub readings: Vec<(Instant, String)>,
}

/// What a member said they can and would like to do. Whoever reads another's is noted.
#[boxed]
pub async fn show(ctx: &Ctx, member: MemberId) -> Result<Shown> {
    let mut tx = ctx.store.write().await?;
    let (known, place) = load_member(ctx, &mut tx, member, Action::SeeOffers).await?;
    let offer = store::find(&mut tx, member).await?;
    let is_own = ctx.actor.member == Some(member);
    let readings = if is_own {
        let since = ctx.now().plus_minutes(-DAYS_BACK * 24 * 60);
        store::readings(&mut tx, member, place.organisation, since).await?
    } else {
        let event = Event::new("offer.read").at(place.organisation).to(member.0);
        events::record(&mut tx, ctx, event).await?;
        Vec::new()
    };
    let rules = rules::for_place(ctx, &mut tx, &place, ctx.now().date()).await?;
    tx.commit().await?;
    let last = offer.as_ref().map(|offer| offer.said_at.date());
    Ok(Shown {
        name: known.profile.full_name,
        is_asked: offers::is_asked(last, ctx.now().date(), &rules),
        offer,
        is_own,
        readings,
    })
}

/// Says what oneself can and would like to do, in the place of what was said before. Saying the same again is safe.
#[boxed]
pub async fn say(ctx: &Ctx, member: MemberId, said: Said) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (_, place) = load_member(ctx, &mut tx, member, Action::StateOffer).await?;
    let said = said.check(OfferList::built_in())?;
    store::save(&mut tx, &Offer { member, said, said_at: ctx.now() }).await?;
    events::record(&mut tx, ctx, Event::new("offer.said").at(place.organisation).to(member.0)).await?;
    Ok(tx.commit().await?)
}

/// Erases what oneself said: nothing of it is kept. Doing it twice is safe.
#[boxed]
pub async fn erase(ctx: &Ctx, member: MemberId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (_, place) = load_member(ctx, &mut tx, member, Action::StateOffer).await?;
    if store::erase(&mut tx, member).await? {
        events::record(&mut tx, ctx, Event::new("offer.erased").at(place.organisation).to(member.0)).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Whether the asker is asked today: for the page of the day.
pub async fn is_asked(ctx: &Ctx, tx: &mut Tx) -> Result<bool> {
    let Some(member) = ctx.actor.member else { return Ok(false) };
    let today = ctx.now().date();
    let Some(place) = nennep_store::members::home_place(tx, member, today).await? else { return Ok(false) };
    if !ctx.may(Action::StateOffer, &Resource::at(&place).of_member(member)) {
        return Ok(false);
    }
    let rules = rules::for_place(ctx, tx, &place, today).await?;
    let last = store::find(tx, member).await?.map(|offer| offer.said_at.date());
    Ok(offers::is_asked(last, today, &rules))
}
