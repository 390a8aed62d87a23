//! Registers written out in the columns in which they come back: an exported file taken in again changes nothing.

use std::collections::{HashMap, HashSet};

use nennep_documents::sheets::{Table, write_csv, write_xlsx};
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    members::Standing,
    organisations::Organisation,
    problems::{Refusal, Sentence},
    sheets::Cell,
};
use nennep_store::{
    Tx, members,
    organisations::{self, Filter},
};

use super::{Kind, template};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::open_identity,
    reach,
};

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A workbook.
    Xlsx,
    /// Text with commas, UTF-8.
    Csv,
}

impl Format {
    /// The form that a file's name ends in.
    pub fn of_name(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }

    /// What the names of its files end in.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// The media type of its files.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }

    /// The table as a file.
    pub(super) fn write(self, table: &Table) -> Result<Vec<u8>> {
        match self {
            Self::Xlsx => write_xlsx(table).map_err(Error::fault),
            Self::Csv => Ok(write_csv(table).into_bytes()),
        }
    }
}

#[derive(Debug, thiserror::Error)]
#[error("no organisations yet")]
struct NothingYet;

impl Refusal for NothingYet {
    fn sentence(&self) -> Sentence {
        Sentence::new("import-nothing-to-export")
    }
}

/// The register of an organisation and all below it, or of the whole committee. Identity numbers only for those who may
/// see them; it is noted who wrote members out.
#[boxed]
pub async fn export(
    ctx: &Ctx,
    kind: Kind,
    within: Option<OrganisationId>,
    format: Format,
) -> Result<Vec<u8>> {
    let mut tx = ctx.store.write().await?;
    let top = match within {
        Some(within) => within,
        None => organisations::roots(&mut tx).await?.first().ok_or_else(|| Error::refused(NothingYet))?.id,
    };
    let place = organisations::place(&mut tx, top).await?.ok_or(Error::NotFound)?;
    let inside = organisations::list(&mut tx, Filter { within: Some(top), ..Filter::default() }, u32::MAX);
    let inside = inside.await?;
    let rows = match kind {
        Kind::Organisations => {
            ctx.must(Action::SeeOrganisations, &Resource::at(&place), Action::SeeOrganisations)?;
            organisation_rows(&mut tx, &inside).await?
        }
        Kind::Members => {
            ctx.must(Action::SeeMemberFile, &Resource::at(&place), Action::SeeMembers)?;
            let rows = member_rows(ctx, &mut tx, &inside).await?;
            let event = Event::new("members.exported").at(top).to(top.0).with("members", rows.len());
            events::record(&mut tx, ctx, event).await?;
            rows
        }
    };
    tx.commit().await?;
    let table = template::table(kind, ctx.now(), rows);
    tokio::task::spawn_blocking(move || format.write(&table)).await.map_err(Error::fault)?
}

async fn organisation_rows(tx: &mut Tx, inside: &[Organisation]) -> Result<Vec<Vec<Cell>>> {
    let parents: HashSet<OrganisationId> = inside.iter().filter_map(|one| one.parent).collect();
    let parents: Vec<_> = parents.into_iter().collect();
    let parents = organisations::find_many(tx, &parents).await?;
    let codes: HashMap<OrganisationId, &str> =
        parents.iter().map(|one| (one.id, one.code.as_str())).collect();
    let row = |(n, one): (usize, &Organisation)| {
        let parent = one.parent.and_then(|parent| codes.get(&parent).copied()).unwrap_or_default();
        template::organisation_row(n, one, parent)
    };
    Ok((1..).zip(inside).map(row).collect())
}

/// Everybody who stands today in one of the cells whose files the asker may open, once: where a member belongs to one cell
/// and visits another, in the one. Not allowed where that is none of the cells.
async fn member_rows(ctx: &Ctx, tx: &mut Tx, inside: &[Organisation]) -> Result<Vec<Vec<Cell>>> {
    let today = ctx.now().date();
    let ids = || inside.iter().filter(|one| one.kind.meets()).map(|one| one.id);
    let opened = reach::those_where(ctx, tx, Action::SeeMemberFile, ids()).await?;
    if opened.is_empty() && ids().next().is_some() {
        return Err(Error::Forbidden);
    }
    let reveals = reach::those_where(ctx, tx, Action::RevealIdentity, ids()).await?;
    let cells: HashMap<OrganisationId, &Organisation> =
        inside.iter().filter(|one| opened.contains(&one.id)).map(|one| (one.id, one)).collect();
    let holds = |standing: &Standing| standing.to_on.is_none_or(|end| today < end);
    let mut rows = Vec::new();
    for member in members::known(tx, today).await? {
        let Some(standing) = member.standing.filter(holds) else { continue };
        let Some(cell) = cells.get(&standing.cell) else { continue };
        let mut profile = member.profile;
        if let Some(cipher) = member.identity_cipher.filter(|_| reveals.contains(&cell.id)) {
            profile.identity_number = open_identity(ctx, &cipher)?;
        }
        rows.push(template::member_row(rows.len() + 1, &profile, &standing, cell));
    }
    Ok(rows)
}
