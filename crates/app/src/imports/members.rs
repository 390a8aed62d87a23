//! Member registers: held against all members the store knows, then written, members and standings together.

use std::collections::HashMap;

use jiff::civil::Date;
use nennep_domain::{
    ids::{MemberId, OrganisationId},
    members::{
        Standing,
        register::{
            self, Added, Changed, Departure, Detail, Existing, IdentityKey, Known, KnownCell, Preview,
        },
    },
    organisations::OrganisationKind,
    problems::Sentence,
    sheets::{Fault, RowProblem},
    time::PartialDate,
};
use nennep_store::{
    Tx, WriteTx,
    members::{self, NewMember},
};

use super::{
    reach::Reach,
    review::{ChangedLine, Difference, NewLine, SHOWN},
    standings,
    steps::Steps,
};
use crate::{
    App, Ctx,
    error::{Error, Result},
    members::{identity_hash, seal_identity},
};

/// New members written in one statement.
const AT_ONCE: usize = 500;

/// What taking a register would do, with what writing it needs to know.
pub(super) struct Ready {
    pub(super) preview: Preview,
    standings: HashMap<MemberId, Standing>,
}

/// Holds a register against the members the store knows.
pub(super) async fn ready(
    ctx: &Ctx,
    tx: &mut Tx,
    register: register::Register,
    into: Option<OrganisationId>,
    reach: &Reach,
) -> Result<Ready> {
    let today = ctx.now().date();
    let mut standings = HashMap::new();
    let mut known = Vec::new();
    for member in members::known(tx, today).await? {
        known.push(in_domain(&member, today));
        standings.extend(member.standing.map(|standing| (member.member, standing)));
    }
    let cells = reach.reached().filter(|one| one.kind == OrganisationKind::Cell).map(|cell| KnownCell {
        id: cell.id,
        code: cell.code.clone(),
        name: cell.name.clone(),
    });
    let (cells, app): (Vec<KnownCell>, App) = (cells.collect(), (**ctx).clone());
    let compare = move || {
        let identity_key = |number: &str| identity_key(&identity_hash(&app, number));
        register::preview(
            &register,
            &Existing { members: &known, cells: &cells, into, identity_key: &identity_key },
        )
    };
    let mut preview = tokio::task::spawn_blocking(compare).await.map_err(Error::fault)?;
    refuse(&mut preview, &standings, reach);
    Ok(Ready { preview, standings })
}

fn identity_key(hash: &[u8]) -> IdentityKey {
    hash.try_into().unwrap_or_default()
}

fn in_domain(member: &members::Known, today: Date) -> Known {
    let standing = member.standing.as_ref();
    let departure = standing.and_then(|standing| {
        let ended = standing.to_on.filter(|end| *end <= today)?;
        Some(Departure { leaving: standing.left?, on: PartialDate::day(ended) })
    });
    Known {
        member: member.member,
        profile: member.profile.clone(),
        identity_key: member.identity_hash.as_deref().map(identity_key),
        cell: standing.filter(|_| departure.is_none()).map(|standing| standing.cell),
        grade: standing.map(|standing| standing.grade),
        state: standing.map(|standing| standing.state),
        departure,
    }
}

/// Refuses lines that would change members of cells out of reach, and departures before the member came.
fn refuse(preview: &mut Preview, standings: &HashMap<MemberId, Standing>, reach: &Reach) {
    let (refused, problems) = (&mut preview.refused, &mut preview.problems);
    let reached = |member: &MemberId| standings.get(member).is_none_or(|standing| reach.has(standing.cell));
    preview.unchanged.retain(|(row, member)| {
        if reached(member) {
            return true;
        }
        refused.push(*row);
        problems.push(Reach::refusal(*row, ""));
        false
    });
    preview.changed.retain(|changed| {
        let problem = if reached(&changed.member) {
            left_before(changed, standings.get(&changed.member))
        } else {
            Some(Reach::refusal(changed.row, ""))
        };
        let Some(problem) = problem else { return true };
        refused.push(changed.row);
        problems.push(problem);
        false
    });
    refused.sort_unstable();
    problems.sort_by_key(|problem| problem.row);
}

fn left_before(changed: &Changed, standing: Option<&Standing>) -> Option<RowProblem> {
    let (left, from) = (changed.departure?.on, standing?.from_on);
    (left.date < from && left.latest() < from).then(|| {
        let fault = Fault::new(
            Sentence::new("import-left-before-standing").with("since", PartialDate::day(from).to_string()),
            Sentence::new("import-two-dates-remedy"),
        );
        RowProblem::new(changed.row, String::new(), left.to_string(), fault)
    })
}

/// Writes what the preview says; the caller's transaction makes it last.
pub(super) async fn write(
    ctx: &Ctx,
    tx: &mut WriteTx,
    ready: &Ready,
    reach: &Reach,
    steps: &mut Steps<'_>,
) -> Result<()> {
    let today = ctx.now().date();
    let founded: HashMap<_, _> = reach.organisations.iter().map(|one| (one.id, one.from_on)).collect();
    for added in ready.preview.added.chunks(AT_ONCE) {
        let (mut new, mut stands) = (Vec::with_capacity(added.len()), Vec::with_capacity(added.len()));
        for one in added {
            let member = new_member(ctx, one);
            let cell_from = founded.get(&one.cell).copied().unwrap_or(today);
            stands.extend(standings::of_new(ctx, member.id, one, cell_from, today));
            new.push(member);
        }
        members::insert_many(tx, &new, ctx.now()).await?;
        members::insert_standings(tx, &stands).await?;
        steps.done(added.len());
    }
    for changed in &ready.preview.changed {
        change(ctx, tx, changed).await?;
        if let Some(standing) = ready.standings.get(&changed.member) {
            standings::follow(ctx, tx, standing, changed, today).await?;
        }
        steps.done(1);
    }
    Ok(())
}

fn new_member(app: &App, added: &Added) -> NewMember {
    let mut profile = added.profile.clone();
    let number = std::mem::take(&mut profile.identity_number);
    let identity = (!number.is_empty()).then(|| seal_identity(app, &number));
    NewMember { id: MemberId(app.new_id()), profile, identity }
}

async fn change(ctx: &Ctx, tx: &mut WriteTx, changed: &Changed) -> Result<()> {
    if !changed.changes.iter().any(|change| matches!(change.what, Detail::Field(_))) {
        return Ok(());
    }
    let number = &changed.profile.identity_number;
    let identity = (!number.is_empty()).then(|| seal_identity(ctx, number));
    members::update_profile(tx, changed.member, &changed.profile, identity.as_ref(), ctx.now()).await?;
    Ok(())
}

/// The first added lines, as they are shown.
pub(super) fn new_lines(preview: &Preview, reach: &Reach) -> Vec<NewLine> {
    let line = |added: &Added| NewLine {
        row: added.row,
        name: added.profile.full_name.clone(),
        mark: added.profile.born_on.map(|date| date.to_string()).unwrap_or_default(),
        place: reach.find(added.cell).map(|cell| cell.name.clone()).unwrap_or_default(),
    };
    preview.added.iter().take(SHOWN).map(line).collect()
}

/// The first changed lines, as they are shown.
pub(super) fn changed_lines(preview: &Preview) -> Vec<ChangedLine> {
    let line = |changed: &Changed| ChangedLine {
        row: changed.row,
        name: changed.name.clone(),
        changes: changed.changes.iter().map(difference).collect(),
    };
    preview.changed.iter().take(SHOWN).map(line).collect()
}

fn difference(change: &register::Change) -> Difference {
    let list = match change.what {
        Detail::Field(register::Field::Sex) => Some("import-sex-as"),
        Detail::Field(_) => None,
        Detail::Grade => Some("import-grade-as"),
        Detail::State => Some("import-state-as"),
        Detail::Departure => Some("import-left-as"),
    };
    Difference { label: change.what.label(), list, old: change.old.clone(), new: change.new.clone() }
}
