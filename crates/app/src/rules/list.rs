//! All rules of a day at a place, and one rule with its history and every own value.

use jiff::civil::Date;
use nennep_domain::{
    accounts::{
        Office,
        permission::{Action, Resource},
    },
    ids::OrganisationId,
    organisations::{Organisation, OrganisationKind},
    quality::{Decider, Grade},
    rules::{
        BoundarySide, CeilingBase, Entry, ProceduralBase, Rules, TemporarySide, TermStart, Unit, Value,
        WageZone,
    },
};
use nennep_store::{Tx, organisations, rules};

use super::{
    explain::{self, OwnValue, RuleView, explain},
    for_place,
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// The most own values of one rule that are shown.
const MOST_OWN: usize = 200;

/// One rule with all that is known of it.
#[derive(Debug, Clone)]
pub struct RulePage {
    /// The rule on the day asked about, at the reader's place.
    pub view: RuleView,
    /// All national values, latest first.
    pub history: Vec<Entry>,
    /// Every committee's own values, latest first; at most 200.
    pub own: Vec<OwnValue>,
    /// Those of them that the reader may end.
    pub may_end: Vec<OrganisationId>,
    /// Whether the reader may set one.
    pub may_set: bool,
}

/// The organisation from which a reader looks at rules where they name none: the own cell, else where an office is held.
pub fn standing(ctx: &Ctx) -> Option<OrganisationId> {
    let actor = &ctx.actor;
    actor.cells.first().copied().or_else(|| actor.offices.first().map(|(_, place)| *place))
}

async fn rules_at(ctx: &Ctx, tx: &mut Tx, at: Option<OrganisationId>, on: Date) -> Result<Rules> {
    ctx.must(Action::SeeRules, &Resource::installation(), Action::SeeRules)?;
    let Some(at) = at else { return Ok(ctx.rules.on(on)) };
    let place = organisations::place(tx, at).await?.ok_or(Error::NotFound)?;
    for_place(ctx, tx, &place, on).await
}

/// Every rule in force on a day, by key, with the own values in force at an organisation.
#[boxed]
pub async fn list(ctx: &Ctx, at: Option<OrganisationId>, on: Date) -> Result<Vec<RuleView>> {
    let mut tx = ctx.store.read().await?;
    let rules = rules_at(ctx, &mut tx, at, on).await?;
    let keys: Vec<_> = ctx.rules.entries(on).map(|entry| entry.key.as_str()).collect();
    explain(&mut tx, &rules, &keys).await
}

/// One rule as it stands on a day at an organisation, with its history and every committee's own values.
#[boxed]
pub async fn show(ctx: &Ctx, key: &str, at: Option<OrganisationId>, on: Date) -> Result<RulePage> {
    let mut tx = ctx.store.read().await?;
    let rules = rules_at(ctx, &mut tx, at, on).await?;
    let view = explain(&mut tx, &rules, &[key]).await?.pop().ok_or(Error::NotFound)?;
    let mut history = ctx.rules.history(key).to_vec();
    history.reverse();
    let set = rules::overrides(&mut tx).await?;
    let mut own: Vec<OwnValue> = set.iter().filter(|one| one.key == key).map(OwnValue::from).collect();
    own.sort_by_key(|one| (std::cmp::Reverse(one.from), one.id));
    own.truncate(MOST_OWN);
    explain::name(&mut tx, own.iter_mut().collect()).await?;
    let mut may_end: Vec<_> = own.iter().map(|one| one.organisation).collect();
    may_end.sort_unstable();
    may_end.dedup();
    let mut kept = Vec::with_capacity(may_end.len());
    for organisation in may_end {
        if super::own::may_set(ctx, &mut tx, organisation).await? {
            kept.push(organisation);
        }
    }
    let may_set = view.overridable && (ctx.is_system() || !committees(ctx).is_empty());
    Ok(RulePage { view, history, own, may_end: kept, may_set })
}

/// Where the reader holds an office by which rules are set.
fn committees(ctx: &Ctx) -> Vec<OrganisationId> {
    let offices = [Office::Secretary, Office::Deputy, Office::OrganisationOffice];
    let mut places: Vec<_> = ctx.actor.places_of(&offices).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// The most organisations that are offered to set an own value for.
const MOST_PLACES: u32 = 1_000;

/// The organisations for which the reader may set own values: the reader's committees and all below them, by code.
#[boxed]
pub async fn places_to_set(ctx: &Ctx) -> Result<Vec<Organisation>> {
    let mut tx = ctx.store.read().await?;
    let mut places = organisations::find_many(&mut tx, &committees(ctx)).await?;
    places.retain(|one| !matches!(one.kind, OrganisationKind::Cell | OrganisationKind::SubCell));
    for committee in places.clone() {
        let filter = organisations::Filter { within: Some(committee.id), ..Default::default() };
        places.extend(organisations::list(&mut tx, filter, MOST_PLACES).await?);
    }
    places.sort_by(|one, other| (&one.code, one.id).cmp(&(&other.code, other.id)));
    places.dedup_by_key(|one| one.id);
    Ok(places)
}

/// The values among which an own value of a rule is chosen on a day, as packs write them; none where it is typed.
pub fn choices(ctx: &Ctx, rule: &RuleView, on: Date) -> Vec<String> {
    let known: Vec<&str> = match (rule.unit, &rule.national) {
        (Unit::YesNo, _) => vec!["true", "false"],
        _ if rule.key == super::set::RUBRIC => ctx.rubrics.codes().into_iter().chain(["none"]).collect(),
        (Unit::Choice, Value::Text(_)) => words_to_choose(),
        _ => Vec::new(),
    };
    let fits =
        |word: &&str| rule.unit.read(word).is_some_and(|value| ctx.rules.accepts(&rule.key, on, &value));
    known.into_iter().filter(fits).map(str::to_owned).collect()
}

/// Every word that some rule chooses from a closed list.
fn words_to_choose() -> Vec<&'static str> {
    let grades = Grade::ALL.iter().map(|one| one.as_str());
    grades
        .chain(Decider::ALL.iter().map(|one| one.as_str()))
        .chain(BoundarySide::ALL.iter().map(|one| one.as_str()))
        .chain(ProceduralBase::ALL.iter().map(|one| one.as_str()))
        .chain(CeilingBase::ALL.iter().map(|one| one.as_str()))
        .chain(TermStart::ALL.iter().map(|one| one.as_str()))
        .chain(WageZone::ALL.iter().map(|one| one.as_str()))
        .chain(TemporarySide::ALL.iter().map(|one| one.as_str()))
        .collect()
}
