//! The yearly ratings of the sample: last year's round closed, this year's open with some steps taken, commitments written.

mod cell;

use std::collections::{BTreeSet, HashMap};

use jiff::{Span as Days, civil::Date};
use nennep_domain::{
    ids::{MemberId, OrganisationId, RatingRoundId},
    ratings::{Check, Commitment, Level, Round, Step, TaskCount},
    time::Instant,
};
use nennep_store::{
    WriteTx, offices,
    ratings::{self, Rated, Span},
};
use serde::Deserialize;

use self::cell::CellSteps;
use super::{accounts::MEMBER, blueprint::FOUNDED, dice::Dice, sample::Scale, setting::Setting};
use crate::{
    App,
    error::{Error, Result},
};

#[derive(Deserialize)]
struct Texts {
    well: Vec<String>,
    faults: Vec<String>,
    residence: Vec<String>,
    commitment: Vec<String>,
    note: Vec<String>,
    cell_well: String,
    cell_faults: String,
    answer: String,
}

/// Tells the ratings of last year and of this one.
pub(super) async fn tell(app: &App, setting: &Setting) -> Result<()> {
    let texts: Texts = toml::from_str(include_str!("../texts/ratings.toml")).map_err(Error::fault)?;
    let present = setting.ground.sample.present;
    let this = present.date().year();
    let last = Date::new(this - 1, 12, 1).map_err(Error::fault)?;
    if last > FOUNDED {
        Told { app, setting, texts: &texts, year: this - 1, counted_on: last, is_over: true }.tell().await?;
    }
    let counted_on = (present.date() - Days::new().days(6)).max(present.date().first_of_year());
    if counted_on > FOUNDED {
        Told { app, setting, texts: &texts, year: this, counted_on, is_over: false }.tell().await?;
    }
    Ok(())
}

/// One year of ratings.
struct Told<'a> {
    app: &'a App,
    setting: &'a Setting,
    texts: &'a Texts,
    year: i16,
    counted_on: Date,
    is_over: bool,
}

/// A member in a round, with the level the sample has in mind.
struct Meant<'a> {
    rated: &'a Rated,
    level: Level,
    points: i64,
    tasks: TaskCount,
}

impl Told<'_> {
    /// The base organisations: the ward, or those directly below the district.
    fn bases(&self) -> BTreeSet<OrganisationId> {
        let blueprint = &self.setting.ground.blueprint;
        let top = blueprint.top().id;
        let base = |above: &[OrganisationId]| match self.setting.ground.sample.scale {
            Scale::Ward => top,
            Scale::District => above.iter().rev().nth(1).copied().unwrap_or(top),
        };
        blueprint.cells.iter().map(|cell| base(&cell.place.above)).collect()
    }

    /// Who opens a round: each base organisation, and after them the district, which rates those.
    fn rounds(&self) -> Vec<OrganisationId> {
        let top = self.setting.ground.blueprint.top().id;
        let bases = self.bases();
        let above = (!bases.contains(&top)).then_some(top);
        bases.into_iter().chain(above).collect()
    }

    async fn tell(&self) -> Result<()> {
        let ground = &self.setting.ground;
        let main = ground.blueprint.cells.iter().filter(|cell| cell.is_main);
        // The ordinary members with printed accounts have not rated themselves yet.
        let waiting: Vec<(OrganisationId, Option<MemberId>)> = main
            .map(|cell| (cell.organisation.id, ground.people(cell).get(MEMBER).map(|one| one.id)))
            .collect();
        for (n, organisation) in self.rounds().into_iter().enumerate() {
            let mut dice =
                Dice::of(self.setting.ground.sample.seed, "ratings", usize::from(self.is_over) * 1000 + n);
            let opened = Instant::from_local(self.counted_on.at(8, 30, 0, 0));
            let closed = opened.plus_minutes(26 * 24 * 60);
            let round = Round {
                id: RatingRoundId(dice.id(opened)),
                organisation,
                year: self.year,
                counted_on: self.counted_on,
                opened_at: opened,
                opened_by: None,
                closed_at: self.is_over.then_some(closed),
                closed_by: None,
            };
            let mut tx = self.app.store.write().await?;
            ratings::insert_rounds(&mut tx, std::slice::from_ref(&round)).await?;
            ratings::fill(&mut tx, &round, false).await?;
            let span = Span {
                from: Date::new(self.year, 1, 1).map_err(Error::fault)?,
                to: self.counted_on,
                done_from_percent: 100,
            };
            let counts = ratings::task_counts(&mut tx, round.id, None, &span).await?;
            let rated = ratings::rated(&mut tx, round.id, None).await?;
            let counts: HashMap<MemberId, TaskCount> = counts.into_iter().collect();
            let meant = meant(&mut dice, &rated, &counts);
            let mut steps = self.steps(&mut dice, &round, &meant, &waiting);
            self.committees(&mut tx, &mut dice, &round, &mut steps).await?;
            ratings::insert_steps(&mut tx, &steps).await?;
            if !self.is_over && self.tells_all(n) {
                ratings::insert_commitments(&mut tx, &self.commitments(&mut dice, &rated)).await?;
            }
            tx.commit().await?;
        }
        Ok(())
    }

    /// Whether everything is told of a base organisation: of a district only the first is, so that filling stays quick.
    fn tells_all(&self, n: usize) -> bool {
        self.setting.ground.sample.scale == Scale::Ward || n == 0
    }

    fn steps(
        &self,
        dice: &mut Dice,
        round: &Round,
        meant: &[Meant<'_>],
        waiting: &[(OrganisationId, Option<MemberId>)],
    ) -> Vec<Step> {
        let mut by_cell: Vec<(OrganisationId, Vec<&Meant<'_>>)> = Vec::new();
        for one in meant {
            match by_cell.last_mut() {
                Some((cell, list)) if *cell == one.rated.cell => list.push(one),
                _ => by_cell.push((one.rated.cell, vec![one])),
            }
        }
        let brief = self.setting.ground.sample.scale == Scale::District;
        let mut steps = Vec::new();
        for (cell, list) in by_cell {
            // The cell the printed accounts belong to waits for its vote; of the others some are further on.
            let main = waiting.iter().find(|(one, _)| *one == cell);
            let far = if main.is_some() { 0 } else { dice.below(4) };
            let waits = main.and_then(|(_, member)| *member);
            let mut telling = CellSteps { told: self, dice, round, cell, waits, steps: &mut steps };
            telling.tell(&list, far, brief);
        }
        steps
    }

    /// The own ratings of the committee organisations in a round.
    async fn committees(
        &self,
        tx: &mut WriteTx,
        dice: &mut Dice,
        round: &Round,
        steps: &mut Vec<Step>,
    ) -> Result<()> {
        let all = &self.setting.ground.blueprint.organisations;
        for organisation in ratings::rated_cells(tx, round.id).await? {
            if all.iter().any(|one| one.id == organisation && one.kind.meets()) {
                continue;
            }
            let held = offices::holders(tx, organisation, round.counted_on).await?;
            let sit = held.iter().filter(|one| one.term.office.sits_in_committee()).count();
            let far = dice.below(4);
            let mut telling = CellSteps { told: self, dice, round, cell: organisation, waits: None, steps };
            telling.itself(u32::try_from(sit).unwrap_or(u32::MAX), far);
        }
        Ok(())
    }

    fn commitments(&self, dice: &mut Dice, rated: &[Rated]) -> Vec<Commitment> {
        let written =
            Instant::from_local(Date::new(self.year, 1, 15).unwrap_or(self.counted_on).at(19, 0, 0, 0));
        let mut found = Vec::new();
        for one in rated {
            if !dice.happens(85) {
                continue;
            }
            let check = dice.happens(40).then(|| Check {
                at: Instant::from_local(self.counted_on.at(20, 0, 0, 0)),
                by: None,
                note: dice.pick(&self.texts.note).clone(),
            });
            found.push(Commitment {
                member: one.member,
                year: self.year,
                body: dice.pick(&self.texts.commitment).clone(),
                written_at: written,
                written_by: None,
                check,
            });
        }
        found
    }
}

/// The levels in mind: no more excellent ones than a fifth of the good ones.
fn meant<'a>(dice: &mut Dice, rated: &'a [Rated], counts: &HashMap<MemberId, TaskCount>) -> Vec<Meant<'a>> {
    let mut order: Vec<usize> = (0..rated.len()).collect();
    dice.shuffle(&mut order);
    let (completed, failed) = (rated.len() / 8, rated.len() / 250);
    let excellent = (rated.len() - completed - failed) / 8;
    let mut levels = vec![Level::Good; rated.len()];
    for (place, index) in order.into_iter().enumerate() {
        levels[index] = match place {
            n if n < excellent => Level::Excellent,
            n if n < excellent + completed => Level::Completed,
            n if n < excellent + completed + failed => Level::Failed,
            _ => Level::Good,
        };
    }
    rated
        .iter()
        .zip(levels)
        .map(|(rated, level)| {
            let points = match level {
                Level::Excellent => dice.between(90, 97),
                Level::Good => dice.between(75, 89),
                Level::Completed => dice.between(56, 69),
                Level::Failed => dice.between(35, 48),
            };
            Meant { rated, level, points, tasks: tasks(dice, level, counts.get(&rated.member).copied()) }
        })
        .collect()
}

/// The tasks as reported: those the program knows, with the cell's other ones; as many in time as the level asks for.
fn tasks(dice: &mut Dice, level: Level, known: Option<TaskCount>) -> TaskCount {
    let more = u32::try_from(dice.between(3, 8)).unwrap_or(3);
    let due = known.unwrap_or_default().due.saturating_add(more);
    match level {
        Level::Excellent => TaskCount { due, done: due, late: 0, above: due.div_ceil(3) },
        Level::Good => TaskCount { due, done: due, late: 0, above: due / 5 },
        Level::Completed => TaskCount { due, done: due, late: due / 6, above: 0 },
        Level::Failed => TaskCount { due, done: due / 2, late: due - due / 2, above: 0 },
    }
}
