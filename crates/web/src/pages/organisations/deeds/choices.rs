//! What can be done with an organisation, and what a form offers to choose from.

use nennep_app::{
    Ctx,
    members::{self, Filter as MemberFilter},
    organisations::{self, Filter, deeds},
};
use nennep_domain::{
    ids::OrganisationId,
    organisations::{CellType, Organisation, OrganisationKind, history::DeedKind},
};

use crate::{components::Choice, errors::Failure, forms::Typed, words::Words};

/// So many organisations or members are offered.
const MOST: u32 = 500;

/// The deeds an organisation of this kind can be the place of.
pub(in crate::pages::organisations) fn offered(kind: OrganisationKind) -> &'static [DeedKind] {
    match kind {
        OrganisationKind::Province | OrganisationKind::Commune => {
            &[DeedKind::Found, DeedKind::Move, DeedKind::Rename]
        }
        OrganisationKind::Committee => {
            &[DeedKind::Found, DeedKind::Move, DeedKind::Rename, DeedKind::Dissolve]
        }
        OrganisationKind::Cell => &[
            DeedKind::Rename,
            DeedKind::Retype,
            DeedKind::Merge,
            DeedKind::Split,
            DeedKind::Upgrade,
            DeedKind::Dissolve,
        ],
        OrganisationKind::SubCell => &[DeedKind::Rename, DeedKind::Dissolve],
    }
}

/// What the deed is called where it is offered.
pub(in crate::pages::organisations) fn verb(w: Words, kind: DeedKind) -> String {
    w.one_of("history-do", kind.as_str())
}

/// What a form offers.
#[derive(Default)]
pub(super) struct Offered {
    /// Kinds a new organisation can be of.
    pub(super) kinds: Vec<Choice>,
    /// What a cell can live in.
    pub(super) types: Vec<Choice>,
    /// Organisations to be ticked.
    pub(super) picks: Vec<Choice>,
    /// Members to be ticked.
    pub(super) members: Vec<Choice>,
    /// Organisations one of which takes over.
    pub(super) takers: Vec<Choice>,
}

/// The name of the field in which an organisation or member is ticked.
pub(super) fn tick(id: impl std::fmt::Display) -> String {
    format!("pick-{id}")
}

/// What the form of a deed at this organisation offers.
pub(super) async fn of(
    ctx: &Ctx,
    w: Words,
    at: &Organisation,
    kind: DeedKind,
    typed: &Typed,
) -> Result<Offered, Failure> {
    let mut offered = Offered::default();
    match kind {
        DeedKind::Found => {
            let below = OrganisationKind::ALL.iter().filter(|below| at.kind.may_hold(**below));
            let choice = |kind: &OrganisationKind| {
                let word = kind.as_str();
                Choice::new(word, w.one_of("organisations-kind", word), typed.get("of_kind") == word)
            };
            offered.kinds = below.map(choice).collect();
            offered.types = types(w, typed);
        }
        DeedKind::Retype => offered.types = types(w, typed),
        DeedKind::Merge => {
            offered.types = types(w, typed);
            offered.picks = cells_to_merge(ctx, at, typed).await?;
        }
        DeedKind::Split => {
            offered.types = types(w, typed);
            offered.members = those_in(ctx, w, at.id, typed).await?;
        }
        DeedKind::Move => offered.picks = ticks(movable(ctx, at).await?, typed),
        DeedKind::Dissolve => {
            let all = if at.kind == OrganisationKind::Cell {
                deeds::mergeable(ctx, at.id).await?.into_iter().map(|(one, _)| one).collect()
            } else if at.kind == OrganisationKind::SubCell {
                beside(ctx, at).await?
            } else {
                holders(ctx, at).await?
            };
            let choice = |one: &Organisation| {
                let id = one.id.to_string();
                let chosen = typed.get("to") == id;
                Choice::new(id, format!("{} ({})", one.name, one.code), chosen)
            };
            offered.takers = all.iter().map(choice).collect();
        }
        DeedKind::Rename | DeedKind::Upgrade => {}
    }
    Ok(offered)
}

fn types(w: Words, typed: &Typed) -> Vec<Choice> {
    let choice = |one: &CellType| {
        let word = one.as_str();
        Choice::new(word, w.one_of("organisations-type", word), typed.get("cell_type") == word)
    };
    CellType::ALL.iter().map(choice).collect()
}

fn ticks(organisations: Vec<Organisation>, typed: &Typed) -> Vec<Choice> {
    let choice = |one: Organisation| {
        let field = tick(one.id);
        let chosen = !typed.get(&field).is_empty();
        Choice::new(field, one.name, chosen).helped(one.code)
    };
    organisations.into_iter().map(choice).collect()
}

/// The other cells, those beside this one first; of the others it is said what they stand below.
async fn cells_to_merge(ctx: &Ctx, at: &Organisation, typed: &Typed) -> Result<Vec<Choice>, Failure> {
    let choice = |(one, above): (Organisation, String)| {
        let field = tick(one.id);
        let chosen = !typed.get(&field).is_empty();
        let help = if above.is_empty() { one.code } else { format!("{} · {above}", one.code) };
        Choice::new(field, one.name, chosen).helped(help)
    };
    Ok(deeds::mergeable(ctx, at.id).await?.into_iter().map(choice).collect())
}

/// The other cells directly below the same organisation.
async fn beside(ctx: &Ctx, at: &Organisation) -> Result<Vec<Organisation>, Failure> {
    let kind = Some(OrganisationKind::Cell);
    let filter = Filter { within: at.parent, kind, limit: MOST, ..Filter::default() };
    let mut all = organisations::list(ctx, filter).await?;
    all.retain(|one| one.parent == at.parent && one.id != at.id);
    Ok(all)
}

/// What can be put below an organisation and does not stand there.
async fn movable(ctx: &Ctx, at: &Organisation) -> Result<Vec<Organisation>, Failure> {
    let mut all = organisations::list(ctx, Filter { limit: 4 * MOST, ..Filter::default() }).await?;
    let above = organisations::show(ctx, at.id).await?.above;
    all.retain(|one| {
        at.kind.may_hold(one.kind)
            && one.parent != Some(at.id)
            && one.id != at.id
            && above.iter().all(|above| above.id != one.id)
    });
    all.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
    Ok(all)
}

/// The committee organisations that can take over what stands below one.
async fn holders(ctx: &Ctx, at: &Organisation) -> Result<Vec<Organisation>, Failure> {
    let mut all = organisations::list(ctx, Filter { limit: 4 * MOST, ..Filter::default() }).await?;
    all.retain(|one| one.id != at.id && one.kind.may_hold(OrganisationKind::Cell));
    all.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
    Ok(all)
}

/// Who stands in a cell today.
async fn those_in(ctx: &Ctx, w: Words, cell: OrganisationId, typed: &Typed) -> Result<Vec<Choice>, Failure> {
    let filter = MemberFilter {
        within: cell,
        on: None,
        words: "",
        state: None,
        grade: None,
        after: None,
        limit: MOST,
    };
    let listed = members::list(ctx, filter).await?;
    let choice = |one: members::Listed| {
        let field = tick(one.member);
        let chosen = !typed.get(&field).is_empty();
        let stands = w.one_of("members-state", one.state.as_str());
        Choice::new(field, one.name, chosen)
            .helped(format!("{} · {stands}", w.one_of("members-grade", one.grade.as_str())))
    };
    Ok(listed.into_iter().map(choice).collect())
}
