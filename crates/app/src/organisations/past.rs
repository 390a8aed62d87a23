//! An organisation's past and what is planned for it: its chapters, what it came out of and became, its deeds.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    organisations::{
        Organisation,
        history::{Chapter, Succession},
    },
};
use nennep_store::{
    Tx,
    deeds::{self, Recorded},
    organisations,
};

use super::deeds::DeedView;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// What an organisation came out of, or what came out of it.
#[derive(Debug, Clone)]
pub struct Heir {
    /// The other organisation, as it stands or stood last.
    pub organisation: Organisation,
    /// Since when.
    pub on: Date,
}

/// An organisation's past.
#[derive(Debug, Clone)]
pub struct Past {
    /// How it stood, oldest first, each with the deed by which that began.
    pub chapters: Vec<(Chapter, Option<Recorded>)>,
    /// What it came out of.
    pub predecessors: Vec<Heir>,
    /// What it became, or what came out of it.
    pub successors: Vec<Heir>,
    /// Deeds that concern it and wait for their day.
    pub waiting: Vec<DeedView>,
}

/// An organisation's past, for anybody signed in.
#[boxed]
pub async fn past(ctx: &Ctx, id: OrganisationId) -> Result<Past> {
    let mut tx = ctx.store.read().await?;
    ctx.must(Action::SeeOrganisations, &Resource::installation(), Action::SeeOrganisations)?;
    organisations::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let mut recorded = deeds::of_organisation(&mut tx, id).await?;
    recorded.retain(super::deeds::is_of_organisations);
    let chapters = organisations::chapters_of(&mut tx, &[id]).await?;
    let by = |deed| recorded.iter().find(|one| Some(one.id) == deed).cloned();
    let chapters = chapters.into_iter().map(|(chapter, deed)| (chapter, by(deed))).collect();
    let waiting = recorded.iter().filter(|one| one.is_waiting()).cloned().collect();
    let (before, after) =
        (organisations::predecessors(&mut tx, id).await?, organisations::successors(&mut tx, id).await?);
    Ok(Past {
        chapters,
        predecessors: heirs(&mut tx, &before, |one| one.predecessor).await?,
        successors: heirs(&mut tx, &after, |one| one.successor).await?,
        waiting: super::deeds::viewed(&mut tx, waiting).await?,
    })
}

async fn heirs(
    tx: &mut Tx,
    successions: &[Succession],
    other: impl Fn(&Succession) -> OrganisationId,
) -> Result<Vec<Heir>> {
    let ids: Vec<OrganisationId> = successions.iter().map(&other).collect();
    let known = organisations::find_many(tx, &ids).await?;
    let heir = |one: &Succession| {
        let organisation = known.iter().find(|known| known.id == other(one))?.clone();
        Some(Heir { organisation, on: one.on })
    };
    Ok(successions.iter().filter_map(heir).collect())
}
