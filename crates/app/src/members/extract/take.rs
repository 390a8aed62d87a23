//! Taking a member over from an extract: checked once more, then received as from any other cell outside.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    decisions::Decision,
    ids::{DeedId, MemberId, OrganisationId},
    members::{
        MemberGrade,
        life::LifeDeed,
        register::{self, ASKED},
    },
    problems::{Refusal, Sentence},
};
use nennep_store::organisations;

use super::check;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    members::{
        Typed,
        life::{self, Planned},
    },
};

/// A member to be taken over.
#[derive(Debug, Clone)]
pub struct TakeForm<'a> {
    /// The id of the deed, drawn before the form was shown: the same form sent twice takes one member over.
    pub deed: DeedId,
    /// The member's id, drawn with it.
    pub member: MemberId,
    /// The extract, as it was brought.
    pub bytes: &'a [u8],
    /// The key or fingerprint it is compared with; must be there.
    pub known: &'a str,
    /// The cell that receives.
    pub cell: OrganisationId,
    /// The day of the reception.
    pub on: Date,
    /// The letter of introduction it rests on.
    pub decision: Decision,
}

#[derive(Debug, thiserror::Error)]
#[error("the key was not compared")]
struct NotCompared;

impl Refusal for NotCompared {
    fn sentence(&self) -> Sentence {
        Sentence::new("extract-refused-not-compared")
    }
}

/// Takes a member over into a cell: the particulars as in a form typed by hand, the standing as a reception from outside. Refused
/// where the key was not compared with the printed letter, and where the register knows the member.
#[boxed]
pub async fn take<'a>(ctx: &'a Ctx, form: TakeForm<'a>) -> Result<()> {
    let place =
        organisations::place(&mut ctx.store.read().await?, form.cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::KeepMembers, &Resource::at(&place), Action::SeeMembers)?;
    let checked = check(form.bytes, form.known).map_err(Error::refused)?;
    if !checked.is_compared {
        return Err(Error::refused(NotCompared));
    }
    let extract = checked.extract;
    let typed: Typed =
        ASKED.into_iter().map(|field| (field, register::typed(&extract.particulars, field))).collect();
    let grade = extract.home().map_or(MemberGrade::Official, |home| home.grade);
    let deed = LifeDeed::Receive { cell: form.cell, grade, from: extract.issuer.name };
    let planned = Planned { member: form.member, deed, on: form.on, decision: form.decision };
    life::admit(ctx, form.deed, &planned, &typed).await
}
