//! What a deed in a member's life would do as things stand, for those who may do it.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{OrganisationId, StandingId},
    members::{
        Member, Profile, Standing,
        life::{self, Around, LifeDeed, LifeKind, Outcome},
    },
    organisations::{Place, history::History},
    problems::Sentence,
    time::PartialDate,
};
use nennep_store::{Tx, deeds, members, organisations};

use super::Planned;
use crate::{
    Ctx,
    error::{Error, Result},
    members::load::kept_at,
    rules,
};

/// What a deed finds, and what it would do.
pub(super) struct Weighed {
    /// The cell the member belongs to, or belonged to last; for one who comes in, the cell come to.
    pub(super) home: Place,
    pub(super) profile: Profile,
    pub(super) standings: Vec<Standing>,
    pub(super) outcome: Outcome,
}

/// The cell a deed leads to, where it names one.
pub(super) const fn cell_named(deed: &LifeDeed) -> Option<OrganisationId> {
    match deed {
        LifeDeed::Admit { cell }
        | LifeDeed::Readmit { cell }
        | LifeDeed::Receive { cell, .. }
        | LifeDeed::Introduce { cell }
        | LifeDeed::Part { cell } => Some(*cell),
        LifeDeed::Transfer { to } => Some(*to),
        LifeDeed::Send { to, .. } => *to,
        _ => None,
    }
}

/// What a deed would do. Who may do it keeps members of the cell the member belongs to, and of the cell where the member comes to
/// belong; contact with a cell of residence may be entered by either.
pub(super) async fn weigh(ctx: &Ctx, tx: &mut Tx, planned: &Planned) -> Result<Weighed> {
    let received = matches!(planned.deed, LifeDeed::Transfer { .. });
    weigh_as(ctx, tx, planned, received).await
}

/// The same; `both`: whoever asks must keep the members of both cells of a transfer, not only of the one that receives.
pub(super) async fn weigh_as(ctx: &Ctx, tx: &mut Tx, planned: &Planned, both: bool) -> Result<Weighed> {
    if planned.on > ctx.now().date() {
        return Err(Error::invalid("on", Sentence::new("life-refused-to-come")));
    }
    let member = members::find(tx, planned.member).await?.ok_or(Error::NotFound)?;
    let (home, named) = kept_places(ctx, tx, planned, both).await?;
    let home = home.or_else(|| named.clone()).ok_or(Error::NotFound)?;
    let standings = members::standings_of(tx, planned.member).await?;
    let rules = rules::for_place(ctx, tx, named.as_ref().unwrap_or(&home), planned.on).await?;
    let cells: Vec<OrganisationId> =
        named.iter().map(|place| place.organisation).chain(standings.iter().map(|one| one.cell)).collect();
    let chapters = organisations::chapters_of(tx, &cells).await?;
    let history = History::new(chapters.into_iter().map(|(chapter, _)| chapter), []);
    let cell_exists = |cell, on| history.is_cell_from(cell, on);
    let ceremony_on = ceremony_before(tx, &member, &standings).await?;
    let around = Around { standings: &standings, ceremony_on, cell_exists: &cell_exists, rules: &rules };
    let mut new_id = || StandingId(ctx.new_id());
    let outcome =
        life::perform(planned.member, &planned.deed, planned.on, planned.decision.on, &around, &mut new_id)
            .map_err(Error::refused)?;
    Ok(Weighed { home, profile: member.profile, standings, outcome })
}

/// The day of the ceremony of somebody admitted before the register knows of: the day it keeps, as far as anybody can tell.
pub(crate) async fn ceremony_before(
    tx: &mut Tx,
    member: &Member,
    standings: &[Standing],
) -> Result<Option<Date>> {
    let first = standings.first().map(|one| one.from_on);
    let kept = member.profile.admitted_on.map(PartialDate::latest);
    let here = deeds::of_member(tx, member.id).await?;
    let admitted_here = here.iter().any(|deed| {
        deed.done_at.is_some()
            && [LifeKind::Admit.as_str(), LifeKind::Readmit.as_str()].contains(&deed.kind.as_str())
    });
    Ok(kept.filter(|day| !admitted_here && first.is_none_or(|first| *day < first)))
}

/// Where the member's file is kept and where the deed leads to, for those who may do the deed.
pub(super) async fn kept_places(
    ctx: &Ctx,
    tx: &mut Tx,
    planned: &Planned,
    both: bool,
) -> Result<(Option<Place>, Option<Place>)> {
    let home = kept_at(ctx, tx, planned.member).await?;
    let named = match cell_named(&planned.deed) {
        Some(cell) => Some(organisations::place(tx, cell).await?.ok_or(Error::NotFound)?),
        None => None,
    };
    must_keep(ctx, &planned.deed, home.as_ref(), named.as_ref(), both)?;
    Ok((home, named))
}

fn must_keep(
    ctx: &Ctx,
    deed: &LifeDeed,
    home: Option<&Place>,
    named: Option<&Place>,
    both: bool,
) -> Result<()> {
    let keeps = |place: &Place| ctx.may(Action::KeepMembers, &Resource::at(place));
    let sees = |place: &Place| ctx.may(Action::SeeMembers, &Resource::at(place));
    let may = match deed {
        // Whoever takes somebody in who was elsewhere before is told nothing of a cell they do not see.
        LifeDeed::Admit { .. } | LifeDeed::Readmit { .. } | LifeDeed::Receive { .. } => {
            named.is_some_and(keeps) && home.is_none_or(sees)
        }
        LifeDeed::Introduce { .. } => {
            home.is_some_and(keeps) || (named.is_some_and(keeps) && home.is_none_or(sees))
        }
        LifeDeed::Part { .. } => home.is_some_and(keeps) || named.is_some_and(keeps),
        LifeDeed::Transfer { .. } if both => home.is_some_and(keeps) && named.is_some_and(keeps),
        LifeDeed::Transfer { .. } => named.is_some_and(keeps),
        _ => home.is_some_and(keeps),
    };
    if may {
        return Ok(());
    }
    Err(if home.is_some_and(sees) { Error::Forbidden } else { Error::NotFound })
}
