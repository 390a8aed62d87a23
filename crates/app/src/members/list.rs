//! Lists of the members who stand within an organisation.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MemberId, OrganisationId, StandingId},
    members::{MemberGrade, StandingState},
};
use nennep_store::{
    members::{self, Listed},
    organisations,
};

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
    let sees_files = ctx.may(Action::SeeMemberFile, &Resource::at(&place));
    let Filter { within, on, words, state, grade, after, limit } = filter;
    if !sees_files && words.contains(|c: char| c.is_ascii_digit()) {
        return Ok(Vec::new());
    }
    let on = on.unwrap_or_else(|| ctx.now().date());
    let asked = members::Filter { on, within, words, state, grade, after };
    let mut listed = members::list(&mut tx, asked, limit).await?;
    if !sees_files {
        for line in &mut listed {
            line.born_on = None;
            line.card_number.clear();
        }
    }
    Ok(listed)
}
