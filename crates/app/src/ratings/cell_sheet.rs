//! The sheet of a cell for a year, member by member, read for all at once.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MemberId, OrganisationId},
    organisations::Organisation,
    ratings::{Grounds, OpinionSource, Round, Step, StepKind, Support, support},
    rules::Rules,
};
use nennep_store::{
    Tx, members, offices, organisations,
    ratings::{self, Rated, Whose},
};

use super::{
    Rests, Who, facts,
    load::{InCell, cell, rules_day, span},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    rules::for_place,
};

/// A member on the sheet of a cell, or the cell itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberLine {
    /// Whose rating it is.
    pub who: Who,
    /// The member; none for the cell itself.
    pub rated: Option<Rated>,
    /// The steps that stand.
    pub steps: Vec<Step>,
    /// What it rests on.
    pub rests: Rests,
    /// What level the points put forward and the tasks bear.
    pub support: Support,
}

impl MemberLine {
    /// The step of a kind that stands; of opinions the first.
    pub fn step(&self, kind: StepKind) -> Option<&Step> {
        self.steps.iter().find(|step| step.kind == kind)
    }
}

/// The sheet of a cell for a year; of a committee organisation only its own rating stands on it.
#[derive(Debug, Clone)]
pub struct CellSheet {
    /// The cell.
    pub cell: Organisation,
    /// The year.
    pub year: i16,
    /// The years in which it is rated, the latest first.
    pub years: Vec<i16>,
    /// The round; none while no committee above has opened one.
    pub round: Option<Round>,
    /// The cell itself.
    pub own: Option<MemberLine>,
    /// The members, by given name.
    pub lines: Vec<MemberLine>,
    /// Members who keep contact where they live and of whom no opinion of that place is entered.
    pub unheard: Vec<MemberId>,
    /// Those among whom a vote is counted: the cell's official members today, or the members of the committee.
    pub official: u32,
    /// Whether the reader enters self-ratings, opinions and votes.
    pub keeps: bool,
    /// Whether the reader decides.
    pub decides: bool,
    /// The rules in force.
    pub rules: Rules,
}

/// The sheet of a cell or committee organisation for a year; the latest one with a round that rates it where none is named.
#[boxed]
pub async fn cell_sheet(ctx: &Ctx, id: OrganisationId, year: Option<i16>) -> Result<CellSheet> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, id).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeRatings, &Resource::at(&place), Action::SeeOrganisations)?;
    let now = organisations::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let rounds = ratings::rounds_of_cell(&mut tx, id).await?;
    let today = ctx.now().date();
    let year = year.or_else(|| rounds.first().map(|round| round.year)).unwrap_or(today.year());
    let mut years: Vec<i16> = rounds.iter().map(|round| round.year).collect();
    years.extend([year, today.year()]);
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let resource = Resource::at(&place);
    let round = rounds.into_iter().find(|round| round.year == year);
    let mut sheet = CellSheet {
        keeps: ctx.may(Action::KeepRatings, &resource),
        decides: ctx.may(Action::DecideRatings, &resource),
        official: voters(&mut tx, &now, today).await?,
        rules: for_place(ctx, &mut tx, &place, today).await?,
        cell: now,
        year,
        years,
        round: None,
        own: None,
        lines: Vec::new(),
        unheard: Vec::new(),
    };
    if let Some(round) = round {
        let at = cell(ctx, &mut tx, round.id, id, Action::SeeRatings).await?;
        fill(ctx, &mut tx, &mut sheet, at).await?;
    }
    Ok(sheet)
}

/// Those among whom a vote on a day is counted: the official members of a cell, or whoever sits in a committee organisation's committee.
pub(super) async fn voters(tx: &mut Tx, of: &Organisation, on: Date) -> Result<u32> {
    if !of.kind.meets() {
        let held = offices::holders(tx, of.id, on).await?;
        let sits = held.iter().filter(|one| one.term.office.sits_in_committee());
        let members: BTreeSet<MemberId> = sits.filter_map(|one| one.term.member).collect();
        return Ok(u32::try_from(members.len()).unwrap_or(u32::MAX));
    }
    let counts = members::membership_counts(tx, of.id, on).await?;
    Ok(counts.iter().find(|(id, ..)| *id == of.id).map_or(0, |(_, official, _)| *official))
}

async fn fill(ctx: &Ctx, tx: &mut Tx, sheet: &mut CellSheet, at: InCell) -> Result<()> {
    let InCell { round, cell, rules, .. } = at;
    let span = span(ctx, &round, &rules);
    let mut steps: HashMap<Option<MemberId>, Vec<Step>> = HashMap::new();
    for step in ratings::steps(tx, round.id, Whose::Cell(cell.id)).await? {
        steps.entry(step.member).or_default().push(step);
    }
    let mut rests = facts::of_members(tx, round.id, Some(Whose::Cell(cell.id)), &span).await?;
    let line = |who: Who, rated: Option<Rated>, steps: Vec<Step>, rests: Rests| {
        let support = support(&grounds(&steps, &rests), &rules);
        MemberLine { who, rated, steps, rests, support }
    };
    let own = facts::of_itself(tx, &round, &cell, &span, &rules).await?;
    sheet.own = Some(line(Who::Cell(cell.id), None, steps.remove(&None).unwrap_or_default(), own));
    for rated in ratings::rated(tx, round.id, Some(cell.id)).await? {
        let steps = steps.remove(&Some(rated.member)).unwrap_or_default();
        let rests = rests.remove(&rated.member).unwrap_or_default();
        sheet.lines.push(line(Who::Member(rated.member), Some(rated), steps, rests));
    }
    let heard = |member: &MemberId| {
        let line = sheet.lines.iter().find(|line| line.who == Who::Member(*member));
        let residence = |step: &Step| step.source == Some(OpinionSource::Residence);
        line.is_some_and(|line| {
            line.steps.iter().any(|step| residence(step) || step.kind == StepKind::Decision)
        })
    };
    let mut unheard = ratings::in_contact(tx, round.id, cell.id, rules_day(ctx, &round)).await?;
    unheard.retain(|member| !heard(member));
    sheet.unheard = unheard;
    (sheet.cell, sheet.rules, sheet.round) = (cell, rules, Some(round));
    Ok(())
}

/// What a level is weighed on: what was put forward, else the tasks the program knows, without points.
pub(super) fn grounds(steps: &[Step], rests: &Rests) -> Grounds {
    facts::put_forward(steps).unwrap_or(Grounds { points: None, tasks: rests.tasks })
}
