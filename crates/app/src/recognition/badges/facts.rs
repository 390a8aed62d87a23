//! What is known of a member for whom a badge is weighed.

use jiff::civil::Date;
use nennep_domain::{
    ids::MemberId,
    members::{Leaving, Member},
    recognition::badges::{BadgeError, BadgeFacts},
};
use nennep_store::{Tx, badges, members};

use crate::error::{Error, Result};

/// The facts of one member; refused where the register does not know the day of admission.
pub(super) async fn facts_of(tx: &mut Tx, member: &Member) -> Result<BadgeFacts> {
    let admitted_on = member.profile.admitted_on.ok_or(Error::refused(BadgeError::AdmissionUnknown))?;
    let awarded = badges::of_member(tx, member.id).await?;
    Ok(BadgeFacts {
        admitted_on,
        died_on: died_on(tx, member.id).await?,
        awarded: awarded
            .iter()
            .filter(|kept| kept.proposal.is_awarded())
            .map(|kept| kept.proposal.years)
            .collect(),
    })
}

async fn died_on(tx: &mut Tx, member: MemberId) -> Result<Option<Date>> {
    let standings = members::standings_of(tx, member).await?;
    Ok(standings.iter().find(|one| one.left == Some(Leaving::Deceased)).and_then(|one| one.to_on))
}
