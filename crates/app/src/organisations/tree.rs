//! An organisation with all below it, as a tree.

use std::collections::HashMap;

use nennep_domain::{
    ids::OrganisationId,
    organisations::Organisation,
    problems::{Refusal, Sentence},
};

use super::list::{Filter, list};
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

/// The organisation with all below it, by code; refused above [`MOST`].
#[boxed]
pub async fn tree(ctx: &Ctx, root: OrganisationId) -> Result<Branch> {
    let filter = Filter { within: Some(root), limit: MOST + 1, ..Filter::default() };
    let all = list(ctx, filter).await?;
    if all.len() > usize::try_from(MOST).unwrap_or(usize::MAX) {
        return Err(Error::refused(TooMany));
    }
    let mut below: HashMap<OrganisationId, Vec<Organisation>> = HashMap::new();
    let mut top = None;
    for organisation in all {
        match organisation.parent.filter(|_| organisation.id != root) {
            Some(parent) => below.entry(parent).or_default().push(organisation),
            None => top = Some(organisation),
        }
    }
    Ok(grown(top.ok_or(Error::NotFound)?, &mut below))
}

fn grown(organisation: Organisation, below: &mut HashMap<OrganisationId, Vec<Organisation>>) -> Branch {
    let directly = below.remove(&organisation.id).unwrap_or_default();
    let below = directly.into_iter().map(|one| grown(one, below)).collect();
    Branch { organisation, below }
}
