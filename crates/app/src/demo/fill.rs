//! Filling an empty store with a sample, in transactions of some hundred meetings: while one is written, the next is told. The store says from the first
//! transaction to the last that it is incomplete, so that a filling that was killed is never taken for a sample.

use std::sync::Arc;

use nennep_store::{
    issues::{self, Term},
    members, organisations, tables,
};
use tokio::task::JoinHandle;

use super::{
    accounts,
    blueprint::{Cell, entered_at},
    census::{Ground, Remembered},
    changes, classes,
    contacts::elsewhere,
    loans, nominees, offers, offices, overrides, ratings, recruits,
    rows::Rows,
    sample::{Kept, Sample, keep, kept},
    setting::{Setting, Settled},
    story,
    terms::term,
    ways,
};
use crate::{
    App, boxed,
    error::{Error, Result},
};

/// What a store asks for before it can serve a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begin {
    /// It is empty: fill it.
    Fill,
    /// It holds this sample already.
    Held(Sample),
    /// It holds part of a sample whose filling was broken off: clear it, then fill it.
    BrokenOff,
    /// It holds another sample.
    Another(Sample),
    /// It holds data of its own.
    Real,
}

/// What the store asks for. `until`: `false` if a sample up to any month will do.
#[boxed]
pub async fn begin(app: &App, sample: &Sample, until: bool) -> Result<Begin> {
    let mut tx = app.store.read().await?;
    Ok(match kept(&mut tx).await? {
        Some(Kept { complete: false, .. }) => Begin::BrokenOff,
        Some(Kept { sample: held, .. }) => {
            let same = (held.scale, held.seed, held.months) == (sample.scale, sample.seed, sample.months);
            if same && (!until || held.until == sample.until) {
                Begin::Held(held)
            } else {
                Begin::Another(held)
            }
        }
        None if organisations::roots(&mut tx).await?.is_empty()
            && nennep_store::accounts::list(&mut tx, None, 1).await?.is_empty() =>
        {
            Begin::Fill
        }
        None => Begin::Real,
    })
}

/// Empties a store in which the filling was broken off: nobody can have used it. Anything else is refused.
#[boxed]
pub async fn clear(app: &App) -> Result<()> {
    let mut tx = app.store.write().await?;
    if kept(&mut tx).await?.is_none_or(|kept| kept.complete) {
        return Err(Error::fault("the store was not left half filled"));
    }
    tables::clear(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// How many cells are written in one transaction.
const CELLS_AT_ONCE: usize = 24;

/// Fills an empty store. `progress` is told how many of how many cells are done.
pub async fn fill(app: &App, sample: &Sample, mut progress: impl FnMut(usize, usize)) -> Result<()> {
    let ground = Ground::of(sample, app.rules.calendar())?;
    let cells = ground.blueprint.cells.len();
    progress(0, cells);
    begin_filling(app, &ground).await?;
    let remembered = enter_people(app, &ground).await?;
    let setting = Arc::new(settle(app, ground, &remembered).await?);
    let mut told = tell(&setting, 0);
    for from in (0..cells).step_by(CELLS_AT_ONCE) {
        let rows = told.await.map_err(Error::fault)??;
        let done = (from + CELLS_AT_ONCE).min(cells);
        told = tell(&setting, done);
        let mut tx = app.store.write().await?;
        rows.write(&mut tx).await?;
        tx.commit().await?;
        progress(done, cells);
    }
    ratings::tell(app, &setting).await?;
    nominees::tell(app, &setting).await?;
    changes::tell(app, &setting).await?;
    ways::write(app, &setting).await?;
    let mut tx = app.store.write().await?;
    keep(&mut tx, &Kept { sample: *sample, complete: true }).await?;
    Ok(tx.commit().await?)
}

/// Tells the stories of the next cells, on a thread of its own.
fn tell(setting: &Arc<Setting>, from: usize) -> JoinHandle<Result<Rows>> {
    let setting = Arc::clone(setting);
    tokio::task::spawn_blocking(move || {
        let mut rows = Rows::default();
        for cell in setting.ground.blueprint.cells.iter().skip(from).take(CELLS_AT_ONCE) {
            rows.append(story::tell(&setting, cell)?);
        }
        Ok(rows)
    })
}

/// Marks the store as incomplete and writes the organisations with their terms.
async fn begin_filling(app: &App, ground: &Ground) -> Result<()> {
    let mut tx = app.store.write().await?;
    if kept(&mut tx).await?.is_some() || !organisations::roots(&mut tx).await?.is_empty() {
        return Err(Error::fault("the store is not empty"));
    }
    keep(&mut tx, &Kept { sample: ground.sample, complete: false }).await?;
    organisations::insert_many(&mut tx, &ground.blueprint.organisations).await?;
    let terms: Vec<Term> = ground
        .blueprint
        .organisations
        .iter()
        .enumerate()
        .map(|(n, one)| term(&ground.sample, n, one.id))
        .collect();
    issues::insert_terms(&mut tx, &terms).await?;
    Ok(tx.commit().await?)
}

async fn enter_people(app: &App, ground: &Ground) -> Result<Vec<Remembered>> {
    let mut remembered = Vec::with_capacity(ground.blueprint.cells.len());
    for cells in ground.blueprint.cells.chunks(CELLS_AT_ONCE) {
        let (mut new, mut standings) = (Vec::new(), Vec::new());
        for cell in cells {
            let (people, stands, known) = ground.enter(cell, &app.keys);
            new.extend(people);
            standings.extend(stands);
            remembered.push(known);
        }
        let mut tx = app.store.write().await?;
        members::insert_many(&mut tx, &new, entered_at()).await?;
        members::insert_standings(&mut tx, &standings).await?;
        tx.commit().await?;
    }
    Ok(remembered)
}

/// Writes standings in other cells, offices, accounts, and the committee's own values of rules.
async fn settle(app: &App, ground: Ground, remembered: &[Remembered]) -> Result<Setting> {
    let (sample, blueprint) = (&ground.sample, &ground.blueprint);
    let rules = app.rules.on(sample.present.date());
    let others = elsewhere(sample, blueprint, remembered);
    let mut terms = offices::terms(sample, blueprint, remembered, &rules);
    let hash = accounts::hash(sample).await?;
    let accounts = accounts::accounts(sample, blueprint, remembered, &terms, &hash);
    terms.push(offices::administrator(sample, blueprint.top().id, accounts::administrator(sample)));
    let standings: Vec<_> = others.iter().map(|one| one.standing.clone()).collect();
    let author = leader(&ground, remembered).map(|known| accounts::account_of(sample, known));
    let overrides = overrides::overrides(sample, blueprint, &app.rules, author)?;
    let mut tx = app.store.write().await?;
    members::insert_standings(&mut tx, &standings).await?;
    nennep_store::accounts::insert_many(&mut tx, &accounts).await?;
    nennep_store::offices::insert_many(&mut tx, &terms, entered_at(), None).await?;
    for one in &overrides {
        nennep_store::rules::insert_override(&mut tx, one, entered_at()).await?;
    }
    recruits::of(&ground, remembered).write(&mut tx).await?;
    classes::write(&mut tx, sample, blueprint, &ground.words, remembered).await?;
    offers::write(&mut tx, sample, remembered).await?;
    loans::write(&mut tx, sample, blueprint, remembered).await?;
    tx.commit().await?;
    let settled = Settled { remembered, others: &others, terms: &terms, accounts: &accounts, overrides };
    Setting::of(app, ground, settled)
}

/// The number of the committee's secretary.
fn leader(ground: &Ground, remembered: &[Remembered]) -> Option<usize> {
    let main: Option<&Cell> = ground.blueprint.cells.iter().rev().find(|cell| cell.is_main);
    Some(remembered[main?.index].leaders.get(offices::seat::SECRETARY)?.number)
}
