//! Rounds: opened with whoever is rated, counted anew, closed under the ceiling; each taken back within a day.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{OrganisationId, RatingRoundId},
    organisations::Organisation,
    problems::Sentence,
    ratings::{Ceiling, CloseError, Round, Tally},
    rules::Rules,
};
use nennep_store::{
    Tx, WriteTx, organisations,
    ratings::{self, Rated},
};

use super::{
    counted::tallies,
    load::{Loaded, below, load, must_be_open},
    refused::Cannot,
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    rules,
};

/// A round to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenForm {
    /// The base organisation.
    pub organisation: OrganisationId,
    /// The year.
    pub year: i16,
    /// The day on which it is settled who is rated; today if none is named.
    pub counted_on: Option<Date>,
}

async fn record(ctx: &Ctx, tx: &mut WriteTx, kind: &'static str, round: &Round) -> Result<()> {
    let event = Event::new(kind).at(round.organisation).to(round.id.0);
    events::record(tx, ctx, event.with("year", round.year)).await
}

/// Opens a round of a year for an organisation: it rates the cells and committee organisations below that no other round of the year
/// rates, and the cells' members as they stood on the day, exempt ones left out (statement 38). The same id posted twice is one round.
#[boxed]
pub async fn open(ctx: &Ctx, id: RatingRoundId, form: &OpenForm) -> Result<Round> {
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, form.organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::DecideRatings, &Resource::at(&below(&place)), Action::SeeOrganisations)?;
    if let Some(round) = ratings::find_round(&mut tx, id).await? {
        return if round.organisation == form.organisation { Ok(round) } else { Err(Error::NotFound) };
    }
    let organisation = organisations::find(&mut tx, form.organisation).await?.ok_or(Error::NotFound)?;
    if organisation.kind.meets() {
        return Err(Error::invalid("organisation", Sentence::new("ratings-not-a-committee")));
    }
    let today = ctx.now().date();
    let counted_on = form.counted_on.unwrap_or(today);
    Round::check(form.year, counted_on, today)?;
    let round = Round {
        id,
        organisation: form.organisation,
        year: form.year,
        counted_on,
        opened_at: ctx.now(),
        opened_by: ctx.actor.account,
        closed_at: None,
        closed_by: None,
    };
    if !ratings::insert_round(&mut tx, &round).await? {
        return Err(Error::refused(Cannot::HasOne));
    }
    let rules = rules::for_place(ctx, &mut tx, &place, today).await?;
    let (organisations, members) = ratings::fill(&mut tx, &round, rules.exempt_members_rated().value).await?;
    if organisations == 0 {
        return Err(Error::refused(Cannot::NoCells));
    }
    let event = Event::new("ratings.opened").at(round.organisation).to(id.0);
    let event = event.with("year", round.year).with("organisations", organisations).with("members", members);
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    Ok(round)
}

/// Takes a round away that was opened by mistake within the last day, while nobody has taken a step in it; doing it twice is safe.
#[boxed]
pub async fn withdraw_opening(ctx: &Ctx, id: RatingRoundId) -> Result<Option<OrganisationId>> {
    let mut tx = ctx.store.write().await?;
    if ratings::find_round(&mut tx, id).await?.is_none() {
        return Ok(None);
    }
    let Loaded { round, .. } = load(ctx, &mut tx, id, Action::DecideRatings).await?;
    must_be_open(&round)?;
    if round.opened_at < ctx.can_take_back_since() {
        return Err(Error::refused(Cannot::TooOld));
    }
    if !ratings::delete_round(&mut tx, id).await? {
        return Err(Error::refused(Cannot::Begun));
    }
    record(ctx, &mut tx, "ratings.opening_withdrawn", &round).await?;
    tx.commit().await?;
    Ok(Some(round.organisation))
}

/// Counts anew who is rated, on another day: who came since is added, who left without a step taken is not rated here. Gives how many
/// came and how many went.
#[boxed]
pub async fn count_anew(ctx: &Ctx, id: RatingRoundId, on: Option<Date>) -> Result<(u64, u64)> {
    let mut tx = ctx.store.write().await?;
    let Loaded { mut round, rules, .. } = load(ctx, &mut tx, id, Action::DecideRatings).await?;
    must_be_open(&round)?;
    let today = ctx.now().date();
    round.counted_on = on.unwrap_or(today);
    Round::check(round.year, round.counted_on, today)?;
    let exempt = rules.exempt_members_rated().value;
    ratings::set_counted(&mut tx, id, round.counted_on).await?;
    let gone = ratings::prune(&mut tx, id, round.counted_on, exempt).await?;
    let (_, came) = ratings::fill(&mut tx, &round, exempt).await?;
    let event = Event::new("ratings.counted_anew").at(round.organisation).to(id.0);
    events::record(&mut tx, ctx, event.with("came", came).with("gone", gone)).await?;
    tx.commit().await?;
    Ok((came, gone))
}

/// The members' and the cells' ratings of a round, counted.
async fn tally(tx: &mut Tx, round: &Round) -> Result<(Tally, Tally)> {
    let found = tallies(tx, &[round.id]).await?;
    Ok((found.iter().map(|one| one.members).sum(), found.iter().map(|one| one.own).sum()))
}

/// Closes a round. Refused while somebody is not decided, or where more members are rated excellent than the ceiling of the base
/// configured allows (statement 38). Doing it twice keeps the first time.
#[boxed]
pub async fn close(ctx: &Ctx, id: RatingRoundId) -> Result<Ceiling> {
    let mut tx = ctx.store.write().await?;
    let Loaded { round, rules, .. } = load(ctx, &mut tx, id, Action::DecideRatings).await?;
    let (members, cells) = tally(&mut tx, &round).await?;
    if !round.is_open() {
        return Ok(Ceiling::of(&members, &rules));
    }
    let ceiling = round.may_close(&members, &cells, &rules).map_err(Error::refused)?;
    ratings::close(&mut tx, id, ctx.now(), ctx.actor.account).await?;
    record(ctx, &mut tx, "ratings.closed", &round).await?;
    tx.commit().await?;
    Ok(ceiling)
}

/// Opens a round again that was closed within the last day; doing it twice is safe.
#[boxed]
pub async fn reopen(ctx: &Ctx, id: RatingRoundId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let Loaded { round, .. } = load(ctx, &mut tx, id, Action::DecideRatings).await?;
    let Some(closed) = round.closed_at else { return Ok(()) };
    if closed < ctx.can_take_back_since() {
        return Err(Error::refused(Cannot::TooOld));
    }
    ratings::reopen(&mut tx, id).await?;
    record(ctx, &mut tx, "ratings.closing_withdrawn", &round).await?;
    tx.commit().await?;
    Ok(())
}

/// What closing a round would come to.
#[derive(Debug, Clone)]
pub struct Closing {
    /// The round.
    pub round: Round,
    /// Its organisation.
    pub organisation: Organisation,
    /// The ceiling as things stand.
    pub ceiling: Ceiling,
    /// Why it cannot be closed.
    pub refused: Option<CloseError>,
    /// Whoever is rated excellent, those with the fewest points first, where the ceiling is passed.
    pub above: Vec<Rated>,
    /// The rules in force.
    pub rules: Rules,
}

/// What closing a round would come to, for those who may close it.
#[boxed]
pub async fn closing(ctx: &Ctx, id: RatingRoundId) -> Result<Closing> {
    let mut tx = ctx.store.read().await?;
    let Loaded { round, rules, .. } = load(ctx, &mut tx, id, Action::DecideRatings).await?;
    let (members, cells) = tally(&mut tx, &round).await?;
    let ceiling = Ceiling::of(&members, &rules);
    let above = if ceiling.is_exceeded() { ratings::excellent(&mut tx, id).await? } else { Vec::new() };
    let organisation = organisations::find(&mut tx, round.organisation).await?.ok_or(Error::NotFound)?;
    let refused = round.may_close(&members, &cells, &rules).err();
    let above = above.into_iter().map(|(rated, _)| rated).collect();
    Ok(Closing { round, organisation, ceiling, refused, above, rules })
}

/// The year a round rates: for whoever then asks for something in it.
#[boxed]
pub async fn year_of(ctx: &Ctx, id: RatingRoundId) -> Result<i16> {
    let mut tx = ctx.store.read().await?;
    Ok(ratings::find_round(&mut tx, id).await?.ok_or(Error::NotFound)?.year)
}
