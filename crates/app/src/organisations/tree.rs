//! An organisation with all below it, as a tree.

use std::collections::HashMap;

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    organisations::{Organisation, history::History},
    problems::{Refusal, Sentence},
};

use super::{
    deeds,
    list::{Filter, list},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// The most organisations a tree is given for: a province's are asked for branch by branch.
pub const MOST: u32 = 10_000;

/// An organisation with those below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The organisation.
    pub organisation: Organisation,
    /// Those directly below it, by code.
    pub below: Vec<Branch>,
}

#[derive(Debug, thiserror::Error)]
#[error("more than {MOST} organisations")]
struct TooMany;

impl Refusal for TooMany {
    fn sentence(&self) -> Sentence {
        Sentence::new("organisations-tree-too-big").with("most", MOST)
    }
}

/// The organisation with all below it, by code, as they stand; refused above [`MOST`].
#[boxed]
pub async fn tree(ctx: &Ctx, root: OrganisationId) -> Result<Branch> {
    let filter = Filter { within: Some(root), limit: MOST + 1, ..Filter::default() };
    grown_from(root, list(ctx, filter).await?)
}

/// All organisations as they stood on a day; on a day to come, as they will stand by the deeds that wait for it.
#[derive(Debug, Clone)]
pub struct OnDay {
    history: History,
    on: Date,
}

/// All organisations on a day, read once for all that is asked of it.
#[boxed]
pub async fn on_day(ctx: &Ctx, on: Date) -> Result<OnDay> {
    let mut tx = ctx.store.read().await?;
    ctx.must(Action::SeeOrganisations, &Resource::installation(), Action::SeeOrganisations)?;
    Ok(OnDay { history: deeds::standing_on(ctx, &mut tx, on).await?, on })
}

impl OnDay {
    /// The organisation with all below it, by code. "Not found" where it did not exist then; refused above [`MOST`].
    pub fn tree(&self, root: OrganisationId) -> Result<Branch> {
        self.history.on(root, self.on).ok_or(Error::NotFound)?;
        let mut within = self.all();
        within.retain(|one| {
            one.id == root
                || self.history.above(one.id, self.on).iter().any(|above| above.organisation == root)
        });
        grown_from(root, within)
    }

    /// The organisations that stood above all, by code: those of which nothing above is known for that day.
    pub fn roots(&self) -> Vec<Organisation> {
        let mut all = self.all();
        all.retain(|one| one.parent.is_none_or(|parent| self.history.on(parent, self.on).is_none()));
        all
    }

    /// The organisation that had this code.
    pub fn find(&self, code: &str) -> Result<Organisation> {
        let mut all = self.history.all_on(self.on);
        let found = all.find(|chapter| chapter.code == code.trim()).ok_or(Error::NotFound)?;
        Ok(self.history.as_organisation(found))
    }

    fn all(&self) -> Vec<Organisation> {
        let mut all: Vec<Organisation> =
            self.history.all_on(self.on).map(|chapter| self.history.as_organisation(chapter)).collect();
        all.sort_by(|a, b| (&a.code, a.id).cmp(&(&b.code, b.id)));
        all
    }
}

fn grown_from(root: OrganisationId, all: Vec<Organisation>) -> Result<Branch> {
    let mut below: HashMap<OrganisationId, Vec<Organisation>> = HashMap::new();
    let mut top = None;
    let within = all.len();
    for organisation in all {
        match organisation.parent.filter(|_| organisation.id != root) {
            Some(parent) => below.entry(parent).or_default().push(organisation),
            None if organisation.id == root => top = Some(organisation),
            None => {}
        }
    }
    if within > usize::try_from(MOST).unwrap_or(usize::MAX) {
        return Err(Error::refused(TooMany));
    }
    Ok(grown(top.ok_or(Error::NotFound)?, &mut below))
}

fn grown(organisation: Organisation, below: &mut HashMap<OrganisationId, Vec<Organisation>>) -> Branch {
    let directly = below.remove(&organisation.id).unwrap_or_default();
    let below = directly.into_iter().map(|one| grown(one, below)).collect();
    Branch { organisation, below }
}
