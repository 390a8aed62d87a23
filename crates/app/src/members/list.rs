//! Lists of the members who stand within an organisation.

use std::collections::HashSet;

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MemberId, OrganisationId, StandingId},
    members::{MemberGrade, StandingState},
};
use nennep_store::{
    Tx,
    members::{self, Listed},
    organisations,
};

use super::load::opens_file;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    reach,
};

/// What [`list`] is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Filter<'a> {
    /// Only members standing in this organisation or below it.
    pub within: OrganisationId,
    /// The day the list speaks of; today if not given.
    pub on: Option<Date>,
    /// Only those whose name holds these words, diacritics aside, or whose card number begins with them.
    pub words: &'a str,
    /// Only those who stand so.
    pub state: Option<StandingState>,
    /// Only those of this grade.
    pub grade: Option<MemberGrade>,
    /// Continue after this sort key, member and standing.
    pub after: Option<(&'a str, MemberId, StandingId)>,
    /// At most so many.
    pub limit: u32,
}

/// Members by given name. Who may see the list but no files gets neither dates of birth nor card numbers, and cannot
/// search by card number.
#[boxed]
pub async fn list<'a>(ctx: &'a Ctx, filter: Filter<'a>) -> Result<Vec<Listed>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, filter.within).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeMembers, &Resource::at(&place), Action::SeeMembers)?;
    let Filter { within, on, words, state, grade, after, limit } = filter;
    let on = on.unwrap_or_else(|| ctx.now().date());
    let asked = members::Filter { on, within, words, state, grade, after };
    let listed = members::list(&mut tx, asked, limit).await?;
    let sees_files = files_seen(ctx, &mut tx, &listed).await?;
    Ok(as_seen(listed, &sees_files, words.contains(|c: char| c.is_ascii_digit())))
}

/// A list as who sees the files of these cells may see it: without dates of birth and card numbers of others, and without others at all
/// where they were found by a number.
pub(crate) fn as_seen(
    mut listed: Vec<Listed>,
    sees_files: &HashSet<OrganisationId>,
    by_number: bool,
) -> Vec<Listed> {
    if by_number {
        listed.retain(|line| sees_files.contains(&line.cell));
    }
    for line in listed.iter_mut().filter(|line| !sees_files.contains(&line.cell)) {
        line.born_on = None;
        line.card_number.clear();
    }
    listed
}

/// The cells of a list whose members' files the asker may open.
pub(crate) async fn files_seen(ctx: &Ctx, tx: &mut Tx, listed: &[Listed]) -> Result<HashSet<OrganisationId>> {
    reach::those_where(ctx, tx, Action::SeeMemberFile, listed.iter().map(|line| line.cell)).await
}

/// Those of a list whose files the asker may open. The file of one who only attends here is kept in another cell.
#[boxed]
pub async fn opened(ctx: &Ctx, listed: &[Listed]) -> Result<HashSet<MemberId>> {
    let mut tx = ctx.store.read().await?;
    let sees_files = files_seen(ctx, &mut tx, listed).await?;
    opened_of(ctx, &mut tx, listed, &sees_files).await
}

/// The same, where the cells whose files the asker sees are known.
pub(crate) async fn opened_of(
    ctx: &Ctx,
    tx: &mut Tx,
    listed: &[Listed],
    sees_files: &HashSet<OrganisationId>,
) -> Result<HashSet<MemberId>> {
    let mut opened = HashSet::new();
    for line in listed {
        let opens = match (sees_files.contains(&line.cell), line.state.belongs()) {
            (true, true) => true,
            (true, false) => opens_file(ctx, tx, line.member).await?,
            (false, _) => ctx.actor.member == Some(line.member),
        };
        if opens {
            opened.insert(line.member);
        }
    }
    Ok(opened)
}
