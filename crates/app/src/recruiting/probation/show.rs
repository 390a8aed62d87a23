//! One probation as it stands today. Reading it is reading the member's file, and noted as that.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{CandidateId, MemberId},
    organisations::Organisation,
    recruiting::{
        Due,
        probation::{ProbationFile, ProbationStride, way},
        recognition_due,
    },
    rules::{Ruled, Rules},
};
use nennep_store::{WriteTx, members, organisations, recruiting};

use super::load::load;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    rules,
};

/// One probation as it stands today.
#[derive(Debug, Clone)]
pub struct ProbationView {
    /// The member's name.
    pub name: String,
    /// The cell the member belongs to.
    pub cell: Organisation,
    /// What was recorded.
    pub file: ProbationFile,
    /// The way as it stands today.
    pub way: Vec<ProbationStride>,
    /// The day the probation is over.
    pub over_on: Ruled<Date>,
    /// By when the recognition is handled, while it is not.
    pub due: Option<Due>,
    /// The candidate the member was, where a list knows.
    pub candidate: Option<CandidateId>,
    /// The name of who helped last; empty where nobody is known.
    pub helper: String,
    /// Whether the reader may record steps.
    pub keeps: bool,
    /// The rules of today there.
    pub rules: Rules,
}

/// A member's last probation, for those who open the file; it is noted who did.
#[boxed]
pub async fn show(ctx: &Ctx, id: MemberId) -> Result<ProbationView> {
    let mut tx = ctx.store.write().await?;
    let view = read(ctx, &mut tx, id, Action::SeeMemberFile).await?;
    tx.commit().await?;
    Ok(view)
}

/// The same for those who keep the cell's members: what a form needs to know; it is noted as well.
#[boxed]
pub async fn for_change(ctx: &Ctx, id: MemberId) -> Result<ProbationView> {
    let mut tx = ctx.store.write().await?;
    let view = read(ctx, &mut tx, id, Action::KeepMembers).await?;
    tx.commit().await?;
    Ok(view)
}

async fn read(ctx: &Ctx, tx: &mut WriteTx, id: MemberId, action: Action) -> Result<ProbationView> {
    let found = load(ctx, tx, id, action).await?;
    let today = ctx.now().date();
    let rules = rules::for_place(ctx, tx, &found.place, today).await?;
    let cell = organisations::find(tx, found.place.organisation).await?.ok_or(Error::NotFound)?;
    let candidate = recruiting::of_member(tx, id).await?;
    let helpers = match candidate {
        Some(candidate) => recruiting::helpers(tx, &[candidate]).await?,
        None => Vec::new(),
    };
    let helper = match helpers.last() {
        Some(last) => members::find(tx, last.member).await?,
        None => None,
    };
    events::record(tx, ctx, Event::new("member.read").at(cell.id).to(id.0)).await?;
    let file = found.file;
    let due = Due::of(recognition_due(file.ceremony_on, &rules), today);
    Ok(ProbationView {
        name: found.member.profile.full_name,
        way: way(&file, today, &rules),
        over_on: file.over_on(&rules),
        due: Some(due).filter(|_| file.official_on.is_none()),
        helper: helper.map(|helper| helper.profile.full_name).unwrap_or_default(),
        keeps: ctx.may(Action::KeepMembers, &Resource::at(&found.place)),
        candidate,
        cell,
        file,
        rules,
    })
}
