//! Looking at an extract that was brought: checked, and compared with what the register keeps where it knows the member.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MemberId, OrganisationId},
    members::{
        Profile,
        register::{self, Change},
    },
    organisations::{Organisation, OrganisationKind},
};
use nennep_store::{
    Tx,
    members::{self, Double, DoubleBy, Sought},
    organisations,
};

use super::{Checked, check};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::load::{kept_at, opens_file},
    reach,
};

/// A member of the register who may be the one of the extract.
#[derive(Debug, Clone)]
pub struct Met {
    /// The member.
    pub member: MemberId,
    /// The name in the register.
    pub name: String,
    /// Whether it is certain: the same card. Else name and date of birth are the same.
    pub is_certain: bool,
    /// What the extract says otherwise than the register, for those who may open the file.
    pub differs: Option<Vec<Change>>,
}

/// An extract that was brought.
#[derive(Debug, Clone)]
pub struct Looked {
    /// What it holds, and what is proved.
    pub checked: Checked,
    /// Whether this installation wrote it.
    pub is_own: bool,
    /// Who in the register may be the member.
    pub met: Vec<Met>,
    /// The cells into which the asker may take the member over.
    pub cells: Vec<Organisation>,
}

/// An extract that somebody brought, for those who keep members: checked and compared. Whose file is compared sees that it was.
#[boxed]
pub async fn look(ctx: &Ctx, bytes: &[u8], known: &str) -> Result<Looked> {
    let cells = receiving(ctx).await?;
    let checked = check(bytes, known).map_err(Error::refused)?;
    let mut tx = ctx.store.write().await?;
    let found = doubles(&mut tx, &checked.extract.particulars).await?;
    let mut met = Vec::with_capacity(found.len());
    for Double { member, name, by } in found {
        let differs = if opens_file(ctx, &mut tx, member).await? {
            let at = kept_at(ctx, &mut tx, member).await?.map(|place| place.organisation);
            note(ctx, &mut tx, member, at).await?;
            let kept = members::find(&mut tx, member).await?.ok_or(Error::NotFound)?;
            let kept = Profile { identity_number: String::new(), ..kept.profile };
            Some(register::changes(&kept, &checked.extract.particulars))
        } else {
            None
        };
        met.push(Met { member, name, is_certain: by == DoubleBy::Card, differs });
    }
    tx.commit().await?;
    Ok(Looked { is_own: checked.key == super::key(ctx), checked, met, cells })
}

async fn note(
    ctx: &Ctx,
    tx: &mut nennep_store::WriteTx,
    member: MemberId,
    at: Option<OrganisationId>,
) -> Result<()> {
    let event = Event::new("member.read").to(member.0);
    let event = if let Some(at) = at { event.at(at) } else { event };
    events::record(tx, ctx, event).await
}

pub(super) async fn doubles(tx: &mut Tx, profile: &Profile) -> Result<Vec<Double>> {
    let sought = Sought {
        card_number: &profile.card_number,
        identity_hash: None,
        name: &profile.full_name,
        born_on: profile.born_on,
    };
    Ok(members::doubles(tx, sought).await?)
}

/// The cells whose members the asker keeps, by code; not allowed where there is none.
pub async fn receiving(ctx: &Ctx) -> Result<Vec<Organisation>> {
    let mut tx = ctx.store.read().await?;
    let places = reach::places(ctx, &mut tx).await?;
    let mut cells = Vec::new();
    for place in places.iter().filter(|place| ctx.may(Action::KeepMembers, &Resource::at(place))) {
        let filter =
            organisations::Filter { within: Some(place.organisation), ..organisations::Filter::default() };
        cells.extend(organisations::list(&mut tx, filter, u32::MAX).await?);
    }
    cells.retain(|one| one.kind == OrganisationKind::Cell);
    cells.sort_by(|a, b| (&a.code, a.id).cmp(&(&b.code, b.id)));
    cells.dedup_by_key(|one| one.id);
    if cells.is_empty() { Err(Error::Forbidden) } else { Ok(cells) }
}
