//! Lists of organisations by code.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    organisations::{CellType, Organisation, OrganisationKind},
};
use nennep_store::organisations;

use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// What [`list`] is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter<'a> {
    /// As they stood on this day, which is not to come; as they stand if none is named.
    pub on: Option<Date>,
    /// Only this organisation and those below it; "not found" if there is none.
    pub within: Option<OrganisationId>,
    /// Only of this kind.
    pub kind: Option<OrganisationKind>,
    /// Only cells of this type.
    pub cell_type: Option<CellType>,
    /// Only those whose name or code holds these words, diacritics aside.
    pub words: &'a str,
    /// Continue after the organisation with this code and id.
    pub after: Option<(&'a str, OrganisationId)>,
    /// At most so many.
    pub limit: u32,
}

/// Organisations in order of code: those that exist, or existed on the day named.
#[boxed]
pub async fn list<'a>(ctx: &'a Ctx, filter: Filter<'a>) -> Result<Vec<Organisation>> {
    let mut tx = ctx.store.read().await?;
    ctx.must(Action::SeeOrganisations, &Resource::installation(), Action::SeeOrganisations)?;
    let Filter { on, within, kind, cell_type, words, after, limit } = filter;
    if let Some(within) = within {
        organisations::find(&mut tx, within).await?.ok_or(Error::NotFound)?;
    }
    let asked = organisations::Filter { on, within, kind, cell_type, words, after, overseen: None };
    Ok(organisations::list(&mut tx, asked, limit).await?)
}

/// The existing organisation with this code.
#[boxed]
pub async fn find_by_code(ctx: &Ctx, code: &str) -> Result<Organisation> {
    let mut tx = ctx.store.read().await?;
    ctx.must(Action::SeeOrganisations, &Resource::installation(), Action::SeeOrganisations)?;
    organisations::find_by_code(&mut tx, code.trim()).await?.ok_or(Error::NotFound)
}

/// The existing organisations at the top, by code.
#[boxed]
pub async fn roots(ctx: &Ctx) -> Result<Vec<Organisation>> {
    let mut tx = ctx.store.read().await?;
    ctx.must(Action::SeeOrganisations, &Resource::installation(), Action::SeeOrganisations)?;
    Ok(organisations::roots(&mut tx).await?)
}
