//! What a deed would do as things stand, for those who may do it.

use std::collections::HashMap;

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{OrganisationId, StandingId},
    members::Standing,
    organisations::{
        Place,
        history::{Around, Deed, History, Outcome},
    },
    problems::{Refusal, Sentence},
    time::Instant,
};
use nennep_store::{Tx, deeds, meetings, members, organisations};

use super::Planned;
use crate::{
    App, Ctx,
    error::{Error, Result},
    rules,
};

/// What a deed finds, and what it would do.
pub(super) struct Weighed {
    pub(super) history: History,
    pub(super) standings: Vec<Standing>,
    pub(super) outcome: Outcome,
}

/// A cell met after the day on which it is to have ended.
#[derive(Debug, thiserror::Error)]
#[error("{name} met on {on}")]
struct MetAfter {
    name: String,
    on: Date,
}

impl Refusal for MetAfter {
    fn sentence(&self) -> Sentence {
        let on = nennep_domain::papers::letterhead::short_date(self.on);
        Sentence::new("history-refused-met-after").with("name", self.name.as_str()).with("on", on)
    }
}

/// What a deed would do. Who may do it keeps organisations at every place it names; the one above all is founded only by the
/// program's own command line.
pub(super) async fn weigh(ctx: &Ctx, tx: &mut Tx, planned: &Planned) -> Result<Weighed> {
    let named = planned.deed.names();
    let places = organisations::places(tx, &named).await?;
    must_keep(ctx, &places)?;
    let standings = standings(tx, &planned.deed, planned.on).await?;
    let history = standing_on(ctx, tx, planned.on).await?;
    let to_come = must_keep_those_to_come(ctx, tx, &history, &named, &places, planned.on).await?;
    if places.is_empty() && to_come == 0 && !ctx.is_system() {
        return Err(Error::Forbidden);
    }
    let rules = match places.first() {
        Some(place) => rules::for_place(ctx, tx, place, planned.on).await?,
        None => ctx.rules.on(planned.on),
    };
    let around = Around { standings: &standings, rules: &rules };
    let outcome = history
        .perform(&planned.deed, planned.on, &around, &mut || StandingId(ctx.new_id()))
        .map_err(Error::refused)?;
    must_not_have_met(tx, &history, &outcome).await?;
    Ok(Weighed { history, standings, outcome })
}

fn must_keep(ctx: &Ctx, places: &[Place]) -> Result<()> {
    let must = |place| ctx.must(Action::KeepOrganisations, &Resource::at(place), Action::SeeOrganisations);
    places.iter().try_for_each(must)
}

/// An organisation that a waiting deed is to found has no place yet: it is kept by whoever keeps the nearest one above it. Gives how
/// many there are.
async fn must_keep_those_to_come(
    ctx: &Ctx,
    tx: &mut Tx,
    history: &History,
    named: &[OrganisationId],
    places: &[Place],
    on: Date,
) -> Result<usize> {
    let has_place = |id: OrganisationId| places.iter().any(|place| place.organisation == id);
    let mut to_come = 0;
    for id in named.iter().filter(|id| !has_place(**id) && !history.of(**id).is_empty()) {
        let above: Vec<OrganisationId> = history.above(*id, on).iter().map(|one| one.organisation).collect();
        let known = organisations::places(tx, &above).await?;
        let nearest = above.iter().find_map(|id| known.iter().find(|place| place.organisation == *id));
        let nearest = nearest.ok_or(Error::Forbidden)?;
        ctx.must(Action::KeepOrganisations, &Resource::at(nearest), Action::SeeOrganisations)?;
        to_come += 1;
    }
    Ok(to_come)
}

/// Every standing a deed may touch: in the cells that are left, and in the one that is come to.
async fn standings(tx: &mut Tx, deed: &Deed, on: Date) -> Result<Vec<Standing>> {
    if deed.cells_left().is_empty() {
        return Ok(Vec::new());
    }
    Ok(members::standings_in(tx, &deed.names(), on).await?)
}

async fn must_not_have_met(tx: &mut Tx, history: &History, outcome: &Outcome) -> Result<()> {
    let ceased: Vec<OrganisationId> = outcome.ceased().collect();
    let since = Instant::from_local(outcome.on.at(0, 0, 0, 0));
    let met = meetings::ahead(tx, &ceased, since).await?;
    match met.into_iter().find_map(|one| one.met_at.map(|at| (one.cell, at))) {
        Some((cell, at)) => {
            let name = history.open(cell).map_or_else(String::new, |chapter| chapter.name.clone());
            Err(Error::refused(MetAfter { name, on: at.date() }))
        }
        None => Ok(()),
    }
}

/// The history with the deeds that wait for their day up to one day, as far as they can still take effect.
pub(crate) async fn standing_on(app: &App, tx: &mut Tx, on: Date) -> Result<History> {
    let mut history = organisations::history(tx).await?;
    if on <= app.now().date() {
        return Ok(history);
    }
    let mut known: HashMap<OrganisationId, Vec<Standing>> = HashMap::new();
    for recorded in deeds::waiting(tx, on).await? {
        let Ok(deed) = serde_json::from_value::<Deed>(recorded.details) else { continue };
        for cell in deed.cells_left() {
            known.entry(cell).or_insert(members::standings_in(tx, &[cell], recorded.on).await?);
        }
        let standings: Vec<Standing> = known.values().flatten().cloned().collect();
        let rules = app.rules.on(recorded.on);
        let around = Around { standings: &standings, rules: &rules };
        if let Ok(outcome) = history.perform(&deed, recorded.on, &around, &mut || StandingId(app.new_id())) {
            history.take(&outcome);
        }
    }
    Ok(history)
}
