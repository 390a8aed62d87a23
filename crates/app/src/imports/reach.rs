//! The organisations whose lines an actor may take in.

use std::collections::{HashMap, HashSet};

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    organisations::{Organisation, OrganisationKind, Place},
    problems::{Refusal, Sentence},
    sheets::{Fault, RowProblem},
};
use nennep_store::{
    Tx,
    organisations::{self, Filter},
};

use super::Kind;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// All existing organisations, and those an actor may do something with.
pub(super) struct Reach {
    /// All, in order of code.
    pub(super) organisations: Vec<Organisation>,
    allowed: HashSet<OrganisationId>,
    /// Whether the program itself asks: it may do everything, also where nothing exists yet.
    everything: bool,
}

#[derive(Debug, thiserror::Error)]
#[error("members are imported into cells only")]
struct NotACell;

impl Refusal for NotACell {
    fn sentence(&self) -> Sentence {
        Sentence::new("import-into-not-cell")
    }
}

#[derive(Debug, thiserror::Error)]
#[error("no organisation has the code {0}")]
struct NoSuchCode(String);

impl Refusal for NoSuchCode {
    fn sentence(&self) -> Sentence {
        Sentence::new("import-into-unknown").with("code", self.0.clone())
    }
}

/// The organisation with this code as what a register is imported into: refused where there is none, or where members
/// would go into what is no cell.
#[boxed]
pub async fn destination(ctx: &Ctx, kind: Kind, code: &str) -> Result<OrganisationId> {
    let mut tx = ctx.store.read().await?;
    let reach = Reach::of(ctx, &mut tx, kind.action()).await?;
    let found = reach.organisations.iter().find(|one| one.code == code.trim());
    let id = found.ok_or_else(|| Error::refused(NoSuchCode(code.to_owned())))?.id;
    reach.check_into(Some(id), kind)?;
    Ok(id)
}

/// What the actor may import: each kind with the organisations a file can go into, in order of code. "Not allowed" if
/// nothing.
#[boxed]
pub async fn open_to(ctx: &Ctx) -> Result<Vec<(Kind, Vec<Organisation>)>> {
    let mut tx = ctx.store.read().await?;
    let mut open = Vec::new();
    for kind in Kind::ALL {
        let reach = match Reach::of(ctx, &mut tx, kind.action()).await {
            Ok(reach) => reach,
            Err(Error::Forbidden) => continue,
            Err(error) => return Err(error),
        };
        let fits = |one: &&Organisation| match kind {
            Kind::Organisations => one.kind < OrganisationKind::Cell,
            Kind::Members => one.kind == OrganisationKind::Cell,
        };
        let places: Vec<_> = reach.reached().filter(fits).cloned().collect();
        if !places.is_empty() {
            open.push((kind, places));
        }
    }
    if open.is_empty() { Err(Error::Forbidden) } else { Ok(open) }
}

impl Reach {
    /// How far the actor reaches with this action; "not allowed" if nowhere.
    pub(super) async fn of(ctx: &Ctx, tx: &mut Tx, action: Action) -> Result<Self> {
        let organisations = organisations::list(tx, Filter::default(), u32::MAX).await?;
        let parents: HashMap<OrganisationId, Option<OrganisationId>> =
            organisations.iter().map(|one| (one.id, one.parent)).collect();
        let may = |id: &OrganisationId| ctx.may(action, &Resource::at(&place(*id, &parents)));
        let allowed: HashSet<_> = organisations.iter().map(|one| one.id).filter(may).collect();
        let everything = ctx.is_system();
        if allowed.is_empty() && !everything {
            Err(Error::Forbidden)
        } else {
            Ok(Self { organisations, allowed, everything })
        }
    }

    /// Whether the actor reaches an organisation. One that no longer exists is reached by the program itself only.
    pub(super) fn has(&self, id: OrganisationId) -> bool {
        self.everything || self.allowed.contains(&id)
    }

    /// Whether the actor reaches all there is, and may begin the tree.
    pub(super) const fn is_everything(&self) -> bool {
        self.everything
    }

    /// The existing organisation with that id.
    pub(super) fn find(&self, id: OrganisationId) -> Option<&Organisation> {
        self.organisations.iter().find(|one| one.id == id)
    }

    /// The reached organisations, in order of code.
    pub(super) fn reached(&self) -> impl Iterator<Item = &Organisation> {
        self.organisations.iter().filter(|one| self.has(one.id))
    }

    /// The one directly imported into, if any: it must exist and be reached; members go into cells only.
    pub(super) fn check_into(&self, into: Option<OrganisationId>, kind: Kind) -> Result<()> {
        let Some(into) = into else { return Ok(()) };
        let organisation = self.find(into).ok_or(Error::NotFound)?;
        if !self.has(into) {
            return Err(Error::Forbidden);
        }
        if kind == Kind::Members && organisation.kind != OrganisationKind::Cell {
            return Err(Error::refused(NotACell));
        }
        Ok(())
    }

    /// Where an import as a whole is noted: at what it went into, else at the highest organisation reached.
    pub(super) fn noted_at(&self, into: Option<OrganisationId>) -> Option<OrganisationId> {
        let highest =
            || self.reached().find(|one| one.parent.is_none_or(|parent| !self.has(parent))).map(|one| one.id);
        into.or_else(highest)
    }

    /// Why a line of an organisation out of reach is not taken.
    pub(super) fn refusal(row: u32, name: &str) -> RowProblem {
        let fault =
            Fault::new(Sentence::new("import-out-of-reach"), Sentence::new("import-out-of-reach-remedy"));
        RowProblem::new(row, String::new(), name.to_owned(), fault)
    }
}

fn place(id: OrganisationId, parents: &HashMap<OrganisationId, Option<OrganisationId>>) -> Place {
    let up = |id: &OrganisationId| parents.get(id).copied().flatten();
    Place { organisation: id, above: std::iter::successors(up(&id), up).collect() }
}
