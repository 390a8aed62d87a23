//! What became of what: one organisation's, or all that stood within a committee's, between two days.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    decisions::Decision,
    ids::OrganisationId,
    organisations::{
        Organisation, OrganisationKind,
        history::{DeedKind, History, Lineage, Step, TurnKind},
    },
    problems::{Refusal, Sentence},
};
use nennep_store::{
    Tx,
    deeds::{self as recorded, Recorded},
    members, organisations,
};

use super::{Membership, deeds};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// So many organisations are drawn at the most.
const MOST: usize = 200;

/// How many cells and members there were at both ends of the span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    /// The first day that is compared.
    pub from: Date,
    /// The last: not after today.
    pub until: Date,
    /// Cells on the first and on the last.
    pub cells: (u32, u32),
    /// Members on the first and on the last.
    pub members: (Membership, Membership),
}

/// What became of what.
#[derive(Debug, Clone)]
pub struct LineageView {
    /// The organisation that was asked for, as it stands or stood last.
    pub organisation: Organisation,
    /// What happened.
    pub lineage: Lineage,
    /// The decision each step of it rests on, where one is known.
    pub decisions: Vec<Option<Decision>>,
    /// What was there at both ends, for those who may see members.
    pub ends: Option<Ends>,
}

#[derive(Debug, thiserror::Error)]
#[error("more than {MOST} organisations changed")]
struct TooMany;

impl Refusal for TooMany {
    fn sentence(&self) -> Sentence {
        Sentence::new("lineage-too-many").with("most", u32::try_from(MOST).unwrap_or(u32::MAX))
    }
}

/// What became of what, for anybody signed in: of a cell, what it came out of and became; of a committee organisation, all that
/// stood within it on a day of the span. Deeds that wait for their day are told as they will be. Refused where too much changed.
#[boxed]
pub async fn lineage(
    ctx: &Ctx,
    id: OrganisationId,
    from: Option<Date>,
    until: Option<Date>,
) -> Result<LineageView> {
    let mut tx = ctx.store.read().await?;
    ctx.must(Action::SeeOrganisations, &Resource::installation(), Action::SeeOrganisations)?;
    let history = deeds::standing_on(ctx, &mut tx, until.unwrap_or(Date::MAX)).await?;
    let last = history.of(id).last().ok_or(Error::NotFound)?;
    let alone = matches!(last.kind, OrganisationKind::Cell | OrganisationKind::SubCell);
    let lineage =
        if alone { history.lineage_of(id, from, until) } else { history.lineage_within(id, from, until) };
    if lineage.strands.len() > MOST {
        return Err(Error::refused(TooMany));
    }
    let strands: Vec<OrganisationId> =
        lineage.strands.iter().map(|one| one.organisation.organisation).collect();
    let known = recorded::of_organisations(&mut tx, &strands).await?;
    let decisions = lineage.steps.iter().map(|step| decision_of(step, &known)).collect();
    let ends = match organisations::place(&mut tx, id).await? {
        Some(place) if !alone && ctx.may(Action::SeeMembers, &Resource::at(&place)) => {
            Some(ends(ctx, &mut tx, &history, id, (from, until)).await?)
        }
        _ => None,
    };
    Ok(LineageView { organisation: history.as_organisation(last), lineage, decisions, ends })
}

/// The decision of the deed of that day which does such a thing.
fn decision_of(step: &Step, known: &[(OrganisationId, Recorded)]) -> Option<Decision> {
    let fits = |one: &&(OrganisationId, Recorded)| {
        one.0 == step.organisation.organisation
            && one.1.on == step.on
            && one.1.kind.parse().is_ok_and(|kind| does(kind, step.kind()))
    };
    known.iter().find(fits).map(|(_, deed)| deed.decision.clone())
}

const fn does(deed: DeedKind, turn: TurnKind) -> bool {
    match turn {
        TurnKind::Founded => matches!(deed, DeedKind::Found),
        TurnKind::CameOut => matches!(deed, DeedKind::Split | DeedKind::Merge),
        TurnKind::Raised => matches!(deed, DeedKind::Upgrade),
        TurnKind::Renamed | TurnKind::Recoded => matches!(deed, DeedKind::Rename),
        TurnKind::Retyped => matches!(deed, DeedKind::Retype),
        TurnKind::Moved => {
            matches!(deed, DeedKind::Move | DeedKind::Upgrade | DeedKind::Dissolve | DeedKind::Merge)
        }
        TurnKind::Became | TurnKind::Dissolved => matches!(deed, DeedKind::Merge | DeedKind::Dissolve),
    }
}

async fn ends(
    ctx: &Ctx,
    tx: &mut Tx,
    history: &History,
    id: OrganisationId,
    (from, until): (Option<Date>, Option<Date>),
) -> Result<Ends> {
    let today = ctx.now().date();
    let begun = history.of(id).first().map_or(today, |first| first.from_on);
    let from = from.map_or(begun, |from| from.max(begun)).min(today);
    let until = until.map_or(today, |until| until.min(today)).max(from);
    let mut counted = Vec::with_capacity(2);
    for on in [from, until] {
        let cells = history.all_on(on).filter(|chapter| {
            chapter.kind == OrganisationKind::Cell
                && history.above(chapter.organisation, on).iter().any(|above| above.organisation == id)
        });
        let cells = u32::try_from(cells.count()).unwrap_or(u32::MAX);
        let counts = members::membership_counts(tx, id, on).await?;
        let mut sum = Membership::default();
        for (_, official, probationary) in counts {
            sum.official += official;
            sum.probationary += probationary;
        }
        counted.push((cells, sum));
    }
    let (first, last) = (counted[0], counted[1]);
    Ok(Ends { from, until, cells: (first.0, last.0), members: (first.1, last.1) })
}

/// The organisation with this code: the one that has it, or the last that had it.
#[boxed]
pub async fn find_ever_by_code(ctx: &Ctx, code: &str) -> Result<Organisation> {
    let mut tx = ctx.store.read().await?;
    ctx.must(Action::SeeOrganisations, &Resource::installation(), Action::SeeOrganisations)?;
    let code = code.trim();
    if let Some(found) = organisations::find_by_code(&mut tx, code).await? {
        return Ok(found);
    }
    let history = organisations::history(&mut tx).await?;
    let last = history.chapters().filter(|chapter| chapter.code == code).max_by_key(|one| one.from_on);
    last.map(|chapter| history.as_organisation(chapter)).ok_or(Error::NotFound)
}
