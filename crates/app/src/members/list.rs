//! Lists of the members who stand within an organisation.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MemberId, OrganisationId, StandingId},
    members::{MemberGrade, StandingState},
    organisations::Place,
};
use nennep_store::{
    members::{self, Listed},
    organisations,
};

use super::load::opens_file;
use crate::{
    Ctx,
    error::{Error, Result},
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
pub async fn list(ctx: &Ctx, filter: Filter<'_>) -> Result<Vec<Listed>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, filter.within).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeMembers, &Resource::at(&place), Action::SeeMembers)?;
    let Filter { within, on, words, state, grade, after, limit } = filter;
    let on = on.unwrap_or_else(|| ctx.now().date());
    let asked = members::Filter { on, within, words, state, grade, after };
    let mut listed = members::list(&mut tx, asked, limit).await?;
    if words.contains(|c: char| c.is_ascii_digit()) {
        listed.retain(|line| sees_files(ctx, &place, line.cell));
    }
    for line in listed.iter_mut().filter(|line| !sees_files(ctx, &place, line.cell)) {
        line.born_on = None;
        line.card_number.clear();
    }
    Ok(listed)
}

/// Whether the asker may open the files of a cell at a place or below it. An office held at the place itself is one of its
/// own committee, and opens no files of the cells below unless it is one that looks down.
fn sees_files(ctx: &Ctx, place: &Place, cell: OrganisationId) -> bool {
    let above = || std::iter::once(place.organisation).chain(place.above.iter().copied()).collect();
    let below = || Place { organisation: cell, above: above() };
    let at = if cell == place.organisation { place.clone() } else { below() };
    ctx.may(Action::SeeMemberFile, &Resource::at(&at))
}

/// Those of a list whose files the asker may open. The file of one who only attends here is kept in another cell.
pub async fn opened(ctx: &Ctx, within: OrganisationId, listed: &[Listed]) -> Result<Vec<MemberId>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, within).await?.ok_or(Error::NotFound)?;
    let mut opened = Vec::new();
    for line in listed {
        let opens = match (sees_files(ctx, &place, line.cell), line.state.belongs()) {
            (true, true) => true,
            (true, false) => opens_file(ctx, &mut tx, line.member).await?,
            (false, _) => ctx.actor.member == Some(line.member),
        };
        if opens {
            opened.push(line.member);
        }
    }
    Ok(opened)
}
