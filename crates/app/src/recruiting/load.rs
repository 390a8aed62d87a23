//! A candidate with the place of the list, for those who may do something with the file.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{CandidateId, OrganisationId},
    organisations::{Organisation, OrganisationKind, Place},
    problems::Sentence,
    recruiting::Candidate,
};
use nennep_store::{Tx, organisations, recruiting};

use crate::{
    Ctx,
    error::{Error, Result},
};

/// A candidate with the place of the list. Who may not open the cell's files is not told that there is one.
pub(super) async fn load(
    ctx: &Ctx,
    tx: &mut Tx,
    id: CandidateId,
    action: Action,
) -> Result<(Candidate, Place)> {
    let candidate = recruiting::find(tx, id).await?.ok_or(Error::NotFound)?;
    let place = organisations::place(tx, candidate.cell).await?.ok_or(Error::NotFound)?;
    ctx.must(action, &Resource::at(&place), Action::SeeMemberFile)?;
    Ok((candidate, place))
}

/// A cell with its place, for those who may do something with its list.
pub(super) async fn load_cell(
    ctx: &Ctx,
    tx: &mut Tx,
    cell: OrganisationId,
    action: Action,
) -> Result<(Organisation, Place)> {
    let place = organisations::place(tx, cell).await?.ok_or(Error::NotFound)?;
    ctx.must(action, &Resource::at(&place), Action::SeeOrganisations)?;
    let cell = organisations::find(tx, cell).await?.ok_or(Error::NotFound)?;
    if cell.kind != OrganisationKind::Cell {
        return Err(Error::invalid("cell", Sentence::new("members-not-a-cell")));
    }
    Ok((cell, place))
}
