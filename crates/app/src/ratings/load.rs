//! A round, and one rating in it, with the places and rules they are judged by.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MemberId, OrganisationId, RatingRoundId},
    organisations::{Organisation, Place},
    problems::Sentence,
    ratings::{Round, Step, StepKind},
    rules::Rules,
};
use nennep_store::{
    Tx, organisations,
    ratings::{self, Rated, Span, Whose},
};
use uuid::Uuid;

use super::refused::Cannot;
use crate::{
    Ctx,
    error::{Error, Result},
    rules,
};

/// Whose rating it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    /// A member's.
    Member(MemberId),
    /// A cell's own, or a committee organisation's.
    Cell(OrganisationId),
}

impl Who {
    pub(super) const fn whose(self) -> Whose {
        match self {
            Self::Member(member) => Whose::Member(member),
            Self::Cell(cell) => Whose::CellItself(cell),
        }
    }

    pub(super) const fn member(self) -> Option<MemberId> {
        match self {
            Self::Member(member) => Some(member),
            Self::Cell(_) => None,
        }
    }
}

/// A round with the place of its organisation and the rules it is judged by: today's while it is open, those of its closing after.
pub(super) struct Loaded {
    pub(super) round: Round,
    pub(super) place: Place,
    pub(super) rules: Rules,
}

/// Whatever stands below an organisation: whoever sits in its committee decides on that, and on nothing of their own.
pub(super) fn below(place: &Place) -> Place {
    let mut above = vec![place.organisation];
    above.extend(&place.above);
    Place { organisation: OrganisationId(Uuid::nil()), above }
}

/// The day a round's rules are those of.
pub(super) fn rules_day(ctx: &Ctx, round: &Round) -> Date {
    round.closed_at.map_or(ctx.now().date(), nennep_domain::time::Instant::date)
}

/// The round, whoever asks.
pub(super) async fn find(ctx: &Ctx, tx: &mut Tx, id: RatingRoundId) -> Result<Loaded> {
    let round = ratings::find_round(tx, id).await?.ok_or(Error::NotFound)?;
    let place = organisations::place(tx, round.organisation).await?.ok_or(Error::NotFound)?;
    let rules = rules::for_place(ctx, tx, &place, rules_day(ctx, &round)).await?;
    Ok(Loaded { round, place, rules })
}

/// The round, for those who may do `action` to what stands below its organisation.
pub(super) async fn load(ctx: &Ctx, tx: &mut Tx, id: RatingRoundId, action: Action) -> Result<Loaded> {
    let loaded = find(ctx, tx, id).await?;
    ctx.must(action, &Resource::at(&below(&loaded.place)), Action::SeeRatings)?;
    Ok(loaded)
}

/// The days and months facts of a round are counted in: its year, as far as it has come.
pub(super) fn span(ctx: &Ctx, round: &Round, rules: &Rules) -> Span {
    let first = Date::new(round.year, 1, 1).unwrap_or(round.counted_on);
    let to = rules_day(ctx, round).min(first.last_of_year());
    Span { from: first, to, done_from_percent: rules.done_from_percent().value }
}

/// One cell of a round.
pub(super) struct InCell {
    pub(super) round: Round,
    pub(super) cell: Organisation,
    pub(super) place: Place,
    pub(super) rules: Rules,
}

/// A cell of a round, for those who may do `action` there.
pub(super) async fn cell(
    ctx: &Ctx,
    tx: &mut Tx,
    id: RatingRoundId,
    cell: OrganisationId,
    action: Action,
) -> Result<InCell> {
    let found = in_cell(ctx, tx, id, cell).await?;
    ctx.must(action, &Resource::at(&found.place), Action::SeeRatings)?;
    Ok(found)
}

async fn in_cell(ctx: &Ctx, tx: &mut Tx, id: RatingRoundId, cell: OrganisationId) -> Result<InCell> {
    let round = ratings::find_round(tx, id).await?.ok_or(Error::NotFound)?;
    if !ratings::is_rated_cell(tx, id, cell).await? {
        return Err(Error::NotFound);
    }
    let place = organisations::place(tx, cell).await?.ok_or(Error::NotFound)?;
    let rules = rules::for_place(ctx, tx, &place, rules_day(ctx, &round)).await?;
    let lineage = organisations::lineage(tx, cell, round.counted_on).await?;
    let then = lineage.into_iter().next();
    let now = organisations::find(tx, cell).await?;
    Ok(InCell { round, cell: then.or(now).ok_or(Error::NotFound)?, place, rules })
}

/// One rating of a round.
pub(super) struct One {
    pub(super) at: InCell,
    pub(super) who: Who,
    /// The member, unless it is the cell's own.
    pub(super) rated: Option<Rated>,
    /// The steps that stand.
    pub(super) steps: Vec<Step>,
}

/// One rating, for those who may do `action` to it.
pub(super) async fn one(ctx: &Ctx, tx: &mut Tx, id: RatingRoundId, who: Who, action: Action) -> Result<One> {
    let rated = match who {
        Who::Member(member) => Some(ratings::find_rated(tx, id, member).await?.ok_or(Error::NotFound)?),
        Who::Cell(_) => None,
    };
    let cell = match (who, &rated) {
        (Who::Cell(cell), _) => cell,
        (_, Some(rated)) => rated.cell,
        _ => return Err(Error::NotFound),
    };
    let at = in_cell(ctx, tx, id, cell).await?;
    let one = One { rated, who, steps: Vec::new(), at };
    ctx.must(action, &one.resource(), Action::SeeRating)?;
    Ok(One { steps: ratings::steps(tx, id, who.whose()).await?, ..one })
}

impl One {
    /// The rating as permission sees it.
    pub(super) const fn resource(&self) -> Resource<'_> {
        let at = Resource::at(&self.at.place);
        match self.who {
            Who::Member(member) => at.of_member(member),
            Who::Cell(_) => at,
        }
    }

    /// The step of a kind that stands.
    pub(super) fn step(&self, kind: StepKind) -> Option<&Step> {
        self.steps.iter().find(|step| step.kind == kind)
    }

    /// Refuses where the round is closed or the rating decided.
    pub(super) fn must_be_open(&self) -> Result<()> {
        must_be_open(&self.at.round)?;
        if self.step(StepKind::Decision).is_some() {
            return Err(Error::refused(Cannot::Decided));
        }
        Ok(())
    }
}

/// Refuses where the round is closed.
pub(super) fn must_be_open(round: &Round) -> Result<()> {
    if round.is_open() { Ok(()) } else { Err(Error::refused(Cannot::Closed)) }
}

/// The day of a step: today where none is named; none to come, and none before the year.
pub(super) fn day(ctx: &Ctx, round: &Round, on: Option<Date>) -> Result<Date> {
    let today = ctx.now().date();
    let on = on.unwrap_or(today);
    if on > today {
        return Err(Error::invalid("on", Sentence::new("ratings-on-to-come")));
    }
    if on.year() < round.year {
        return Err(Error::invalid("on", Sentence::new("ratings-counted-before").with("year", round.year)));
    }
    Ok(on)
}
