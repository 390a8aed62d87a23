//! The sheet of a committee for a year, round by round and cell by cell, read for all at once.

use std::collections::HashMap;

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{OrganisationId, RatingRoundId},
    organisations::{Organisation, Place},
    ratings::{Ceiling, Level, Round, Tally},
    rules::{Override, Rules},
};
use nennep_store::{
    Tx, organisations,
    ratings::{self, Rated},
    rules,
};

use super::{
    counted::{CellTally, tallies},
    load::{below, rules_day},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    rules::for_place,
};

/// A round of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundLine {
    /// The round.
    pub round: Round,
    /// Its organisation.
    pub organisation: Organisation,
    /// The members' ratings.
    pub members: Tally,
    /// The own ratings of cells and committee organisations.
    pub cells: Tally,
    /// The ceiling; none where only part of the round is shown.
    pub ceiling: Option<Ceiling>,
}

/// A cell of the sheet, or a committee organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellLine {
    /// The cell, or the committee organisation.
    pub cell: Organisation,
    /// The round that rates it.
    pub round: RatingRoundId,
    /// The members' ratings.
    pub members: Tally,
    /// How many members have rated themselves.
    pub self_rated: u32,
    /// On how many the cell has voted.
    pub voted: u32,
    /// Whether it has rated itself.
    pub own_self_rated: bool,
    /// Whether it has voted on its own rating.
    pub own_voted: bool,
    /// The level decided for itself.
    pub own_level: Option<Level>,
}

/// How a committee organisation itself is rated, in a round above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Itself {
    /// The line of that round.
    pub line: CellLine,
    /// Whether the round is open.
    pub is_open: bool,
    /// Whether the reader enters its self-rating and its vote.
    pub keeps: bool,
    /// Whether the reader decides on it.
    pub decides: bool,
}

/// The sheet of a committee for a year.
#[derive(Debug, Clone)]
pub struct CommitteeSheet {
    /// The organisation.
    pub organisation: Organisation,
    /// The year.
    pub year: i16,
    /// The years of which there are rounds, the latest first.
    pub years: Vec<i16>,
    /// The rounds of the organisation itself and of those below, by code; those above it, as far as they rate cells below it.
    pub rounds: Vec<RoundLine>,
    /// The cells and committee organisations of the organisation's own round, or of one above it, by code.
    pub cells: Vec<CellLine>,
    /// How the organisation itself is rated; none where no round above rates it, or the reader may not see it.
    pub itself: Option<Itself>,
    /// The organisation's own round.
    pub own: Option<Round>,
    /// Whoever is rated excellent in it, those with the fewest points first, where the ceiling is passed.
    pub above: Vec<Rated>,
    /// Whether the reader may open and close rounds and decide.
    pub decides: bool,
    /// Whether the reader could undo the opening or the closing of the own round.
    pub undoes: bool,
    /// The rules in force.
    pub rules: Rules,
}

/// The sheet of a committee organisation for a year; this year's, or the last one with a round, where none is named.
#[boxed]
pub async fn committee_sheet(ctx: &Ctx, id: OrganisationId, year: Option<i16>) -> Result<CommitteeSheet> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let under = below(&place);
    ctx.must(Action::SeeRatings, &Resource::at(&under), Action::SeeOrganisations)?;
    let organisation = organisations::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if organisation.kind.meets() {
        return Err(Error::NotFound);
    }
    let above = ratings::rounds_at(&mut tx, &place.above, None).await?;
    let within = ratings::rounds_within(&mut tx, id, None).await?;
    let today = ctx.now().date();
    let mut years: Vec<i16> = within.iter().chain(&above).map(|round| round.year).collect();
    let year = year.or_else(|| years.iter().copied().max()).unwrap_or(today.year());
    years.extend([year, today.year()]);
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let of_year = |rounds: Vec<Round>| -> Vec<Round> {
        rounds.into_iter().filter(|round| round.year == year).collect()
    };
    let (within, above) = (of_year(within), of_year(above));
    let rules = for_place(ctx, &mut tx, &place, today).await?;
    let decides = ctx.may(Action::DecideRatings, &Resource::at(&under));
    let own = within.iter().find(|round| round.organisation == id).cloned();
    let open: Vec<RatingRoundId> = above.iter().filter(|one| one.is_open()).map(|one| one.id).collect();
    let (rounds, mut cells) = lines(ctx, &mut tx, &organisation, within, above).await?;
    let itself = cells.iter().position(|line| line.cell.id == id).map(|at| cells.remove(at));
    let resource = Resource::at(&place);
    let itself = itself.filter(|_| ctx.may(Action::SeeRating, &resource)).map(|line| Itself {
        is_open: open.contains(&line.round),
        keeps: ctx.may(Action::KeepRatings, &resource),
        decides: ctx.may(Action::DecideRatings, &resource),
        line,
    });
    let exceeded = |line: &RoundLine| line.ceiling.as_ref().is_some_and(Ceiling::is_exceeded);
    let too_many =
        own.as_ref().filter(|own| rounds.iter().any(|line| line.round.id == own.id && exceeded(line)));
    let excellent = match too_many {
        Some(round) => ratings::excellent(&mut tx, round.id).await?,
        None => Vec::new(),
    };
    let undoes = match &own {
        Some(round) => decides && undoes(ctx, &mut tx, round).await?,
        None => false,
    };
    let above = excellent.into_iter().map(|(rated, _)| rated).collect();
    Ok(CommitteeSheet {
        organisation,
        year,
        years,
        rounds,
        cells,
        itself,
        own,
        above,
        decides,
        undoes,
        rules,
    })
}

async fn undoes(ctx: &Ctx, tx: &mut Tx, round: &Round) -> Result<bool> {
    let since = ctx.can_take_back_since();
    Ok(match round.closed_at {
        Some(closed) => closed >= since,
        None => round.opened_at >= since && !ratings::has_steps(tx, round.id).await?,
    })
}

async fn lines(
    ctx: &Ctx,
    tx: &mut Tx,
    organisation: &Organisation,
    within: Vec<Round>,
    above: Vec<Round>,
) -> Result<(Vec<RoundLine>, Vec<CellLine>)> {
    let ids: Vec<RatingRoundId> = within.iter().chain(&above).map(|round| round.id).collect();
    let mut counted = tallies(tx, &ids).await?;
    let filter = organisations::Filter { within: Some(organisation.id), ..Default::default() };
    let shown = |round: &Round| round.organisation == organisation.id || !within.contains(round);
    let mut cells = Vec::new();
    if within.iter().chain(&above).any(shown) {
        let found = organisations::list(tx, filter, u32::MAX).await?;
        let is_above = |round| above.iter().any(|one| one.id == round);
        counted.retain(|one| !is_above(one.round) || found.iter().any(|cell| cell.id == one.cell));
        let by_cell: HashMap<OrganisationId, &CellTally> =
            counted.iter().map(|one| (one.cell, one)).collect();
        let listed = |round: RatingRoundId| {
            is_above(round) || within.iter().any(|one| one.id == round && one.organisation == organisation.id)
        };
        let of = |cell: Organisation| {
            let one = by_cell.get(&cell.id).filter(|one| listed(one.round))?;
            Some(CellLine {
                round: one.round,
                members: one.members,
                self_rated: one.self_rated,
                voted: one.voted,
                own_self_rated: one.own_self_rated,
                own_voted: one.own_voted,
                own_level: one.own_level,
                cell,
            })
        };
        cells = found.into_iter().filter_map(of).collect();
    }
    counted.retain(|one| one.cell != organisation.id);
    let rounds = round_lines(ctx, tx, within, above, &counted).await?;
    Ok((rounds, cells))
}

async fn round_lines(
    ctx: &Ctx,
    tx: &mut Tx,
    within: Vec<Round>,
    above: Vec<Round>,
    counted: &[CellTally],
) -> Result<Vec<RoundLine>> {
    let overrides = rules::overrides(tx).await?;
    let places_of: Vec<OrganisationId> = within.iter().chain(&above).map(|one| one.organisation).collect();
    let places = organisations::places(tx, &places_of).await?;
    let found = organisations::find_many(tx, &places_of).await?;
    let mut sums: HashMap<RatingRoundId, (Tally, Tally)> = HashMap::new();
    for one in counted {
        let sum = sums.entry(one.round).or_default();
        *sum = ([sum.0, one.members].into_iter().sum(), [sum.1, one.own].into_iter().sum());
    }
    let mut lines = Vec::new();
    let all =
        within.into_iter().map(|round| (round, true)).chain(above.into_iter().map(|round| (round, false)));
    for (round, is_whole) in all {
        let (members, cells) = sums.get(&round.id).copied().unwrap_or_default();
        // Of a round above only part is shown: its ceiling says nothing of that part.
        let whole = places.iter().find(|place| is_whole && place.organisation == round.organisation);
        let Some(organisation) = found.iter().find(|one| one.id == round.organisation) else { continue };
        let ceiling = whole
            .map(|place| Ceiling::of(&members, &rules_of(ctx, place, rules_day(ctx, &round), &overrides)));
        if members.all() > 0 || cells.all() > 0 {
            lines.push(RoundLine { organisation: organisation.clone(), members, cells, ceiling, round });
        }
    }
    Ok(lines)
}

fn rules_of(ctx: &Ctx, place: &Place, on: jiff::civil::Date, overrides: &[Override]) -> Rules {
    if overrides.is_empty() { ctx.rules.on(on) } else { ctx.rules.on_for(on, place, overrides) }
}
