//! One candidate's file. Reading it is itself an event, as with a member's.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{CandidateId, MemberId},
    organisations::Organisation,
    recruiting::{ClassCertificate, Due, File, Step, Stride, recognition_due, way},
    rules::Rules,
};
use nennep_store::{WriteTx, members, organisations};

use super::{certificates::offered, files::files, load::load};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    rules,
};

/// One candidate's file.
#[derive(Debug, Clone)]
pub struct CandidateView {
    /// What was recorded.
    pub file: File,
    /// The way as it stands today.
    pub way: Vec<Stride>,
    /// The cell whose list it is.
    pub cell: Organisation,
    /// The names of members the file speaks of.
    pub names: Vec<(MemberId, String)>,
    /// By when the recognition is handled, of who was admitted.
    pub recognition: Option<Due>,
    /// Certificates of classes that may be the candidate's, for those who may take one.
    pub offers: Vec<ClassCertificate>,
    /// Whether the reader may record steps.
    pub keeps: bool,
    /// The rules of today there.
    pub rules: Rules,
}

impl CandidateView {
    /// The name of a member the file speaks of.
    pub fn name(&self, member: MemberId) -> &str {
        self.names.iter().find(|(id, _)| *id == member).map_or("", |(_, name)| name.as_str())
    }
}

/// A candidate's file, for those who open the cell's files; it is noted who did.
#[boxed]
pub async fn show(ctx: &Ctx, id: CandidateId) -> Result<CandidateView> {
    let mut tx = ctx.store.write().await?;
    let view = read(ctx, &mut tx, id, Action::SeeMemberFile).await?;
    tx.commit().await?;
    Ok(view)
}

/// The same for those who keep the cell's members: what a form needs to know; it is noted as well.
#[boxed]
pub async fn for_change(ctx: &Ctx, id: CandidateId) -> Result<CandidateView> {
    let mut tx = ctx.store.write().await?;
    let view = read(ctx, &mut tx, id, Action::KeepMembers).await?;
    tx.commit().await?;
    Ok(view)
}

async fn read(ctx: &Ctx, tx: &mut WriteTx, id: CandidateId, action: Action) -> Result<CandidateView> {
    let (candidate, place) = load(ctx, tx, id, action).await?;
    let today = ctx.now().date();
    let rules = rules::for_place(ctx, tx, &place, today).await?;
    let cell = organisations::find(tx, candidate.cell).await?.ok_or(Error::NotFound)?;
    let file = files(tx, vec![candidate], today).await?.pop().ok_or(Error::NotFound)?;
    let spoken_of: Vec<MemberId> = file
        .helpers
        .iter()
        .map(|one| one.member)
        .chain(file.introducers.iter().map(|one| one.member))
        .collect();
    let known = members::find_many(tx, &spoken_of).await?;
    let held = file.fact(Step::Ceremony).filter(|_| file.candidate.member.is_some());
    let recognition = held.map(|held| Due::of(recognition_due(held.on, &rules), today));
    events::record(tx, ctx, Event::new("candidate.read").at(cell.id).to(id.0)).await?;
    let keeps = ctx.may(Action::KeepMembers, &Resource::at(&place));
    Ok(CandidateView {
        offers: if keeps { offered(tx, &file, &place).await? } else { Vec::new() },
        keeps,
        way: way(&file, today, &rules),
        names: known.into_iter().map(|one| (one.id, one.profile.full_name)).collect(),
        recognition,
        cell,
        file,
        rules,
    })
}
