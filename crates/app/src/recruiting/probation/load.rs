//! A member's probation as the register and the meetings know it.

use nennep_domain::{
    accounts::permission::Action,
    ids::MemberId,
    learning::ClassKind,
    members::{Member, life::last_probation},
    organisations::Place,
    recruiting::probation::ProbationFile,
};
use nennep_store::{Tx, learning, members, recruiting};

use crate::{
    Ctx,
    error::{Error, Result},
    members::{life::ceremony_before, load_member},
};

/// A member on probation, or recognised after one.
pub(super) struct Probation {
    pub(super) member: Member,
    pub(super) place: Place,
    pub(super) file: ProbationFile,
}

/// A member's last probation with the place the file is kept in; not found where the register knows of none.
pub(super) async fn load(ctx: &Ctx, tx: &mut Tx, id: MemberId, action: Action) -> Result<Probation> {
    let (member, place) = load_member(ctx, tx, id, action).await?;
    let file = of(tx, &member).await?.ok_or(Error::NotFound)?;
    Ok(Probation { member, place, file })
}

/// The file of a member's last probation.
pub(in crate::recruiting) async fn file_of(tx: &mut Tx, id: MemberId) -> Result<Option<ProbationFile>> {
    match members::find(tx, id).await? {
        Some(member) => of(tx, &member).await,
        None => Ok(None),
    }
}

async fn of(tx: &mut Tx, member: &Member) -> Result<Option<ProbationFile>> {
    let standings = members::standings_of(tx, member.id).await?;
    let before = ceremony_before(tx, member, &standings).await?;
    let Some((ceremony_on, official_on)) = last_probation(&standings, before) else { return Ok(None) };
    let steps = recruiting::probation_steps(tx, &[member.id]).await?;
    let facts = steps.into_iter().filter(|(_, began, _)| *began == ceremony_on).map(|(.., fact)| fact);
    let votes = recruiting::votes_of_members(tx, &[member.id]).await?;
    let since =
        votes.into_iter().map(|(_, vote)| vote).filter(|vote| vote.on.is_none_or(|on| on >= ceremony_on));
    let file = ProbationFile {
        member: member.id,
        ceremony_on,
        official_on,
        facts: facts.collect(),
        votes: since.collect(),
    };
    let given = learning::certificates_of_members(tx, &[member.id], ClassKind::NewMembers).await?;
    let given = given.into_iter().map(|(_, one)| one).filter(|one| one.on >= ceremony_on);
    Ok(Some(file.with_settled_vote().with_certificate(&given.collect::<Vec<_>>())))
}
