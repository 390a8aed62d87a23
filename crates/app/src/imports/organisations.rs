//! Lists of organisations: held against the tree the store knows, then written, each after the one above it.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use nennep_domain::{
    ids::OrganisationId,
    organisations::{
        Organisation,
        register::{self, Added, Changed, Existing, Field, Parent, Preview},
    },
};
use nennep_store::{WriteTx, organisations};

use super::{
    reach::Reach,
    review::{ChangedLine, Difference, NewLine, SHOWN},
    steps::Steps,
};
use crate::{Ctx, error::Result};

/// Holds a list against the organisations that exist. Lines out of the actor's reach are refused, with all that would
/// stand below them.
pub(super) fn ready(register: &register::Register, into: Option<OrganisationId>, reach: &Reach) -> Preview {
    let mut preview = register::preview(register, &Existing { organisations: &reach.organisations, into });
    let (refused, problems) = (&mut preview.refused, &mut preview.problems);
    let mut added_rows: HashSet<u32> = HashSet::new();
    let reaches = |parent: Option<Parent>, added_rows: &HashSet<u32>| match parent {
        None => reach.is_everything(),
        Some(Parent::Known(id)) => reach.has(id),
        Some(Parent::Row(row)) => added_rows.contains(&row),
    };
    preview.added.retain(|added| {
        let reached = reaches(added.parent, &added_rows);
        if reached {
            added_rows.insert(added.row);
        } else {
            refused.push(added.row);
            problems.push(Reach::refusal(added.row, &added.name));
        }
        reached
    });
    preview.changed.retain(|changed| {
        let moved = changed.parent.is_none_or(|parent| reaches(Some(parent), &added_rows));
        let reached = moved && reach.has(changed.organisation.id);
        if !reached {
            refused.push(changed.row);
            problems.push(Reach::refusal(changed.row, &changed.organisation.name));
        }
        reached
    });
    refused.sort_unstable();
    problems.sort_by_key(|problem| problem.row);
    preview
}

/// Writes what the preview says; the caller's transaction makes it last.
pub(super) async fn write(
    ctx: &Ctx,
    tx: &mut WriteTx,
    preview: &Preview,
    reach: &Reach,
    steps: &mut Steps<'_>,
) -> Result<()> {
    let (new, by_row) = organisations_of(ctx, preview, reach);
    let moving: Vec<&Changed> = preview.changed.iter().filter(|changed| changed.parent.is_some()).collect();
    for changed in &moving {
        organisations::take_out(tx, changed.organisation.id).await?;
    }
    organisations::insert_many(tx, &new).await?;
    steps.done(new.len());
    for changed in moving {
        let parent = match changed.parent {
            Some(Parent::Known(id)) => Some(id),
            Some(Parent::Row(row)) => by_row.get(&row).copied(),
            None => None,
        };
        if let Some(parent) = parent {
            organisations::place_below(tx, changed.organisation.id, parent).await?;
        }
    }
    for changed in &preview.changed {
        organisations::correct(tx, &changed.organisation, ctx.now().date()).await?;
        steps.done(1);
    }
    Ok(())
}

/// The new organisations, each after its parent, and their ids by row.
fn organisations_of(
    ctx: &Ctx,
    preview: &Preview,
    reach: &Reach,
) -> (Vec<Organisation>, HashMap<u32, OrganisationId>) {
    let mut by_row = HashMap::new();
    let mut from: HashMap<OrganisationId, Date> =
        reach.organisations.iter().map(|one| (one.id, one.from_on)).collect();
    let mut new = Vec::with_capacity(preview.added.len());
    for added in &preview.added {
        let id = OrganisationId(ctx.new_id());
        let parent = match added.parent {
            Some(Parent::Known(id)) => Some(id),
            Some(Parent::Row(row)) => by_row.get(&row).copied(),
            None => None,
        };
        // Where the list does not say when it was founded, it is taken to exist as long as the one above it; a tree that
        // begins here, since the beginning of the year, so that the year's months can be entered.
        let above = parent.and_then(|parent| from.get(&parent).copied());
        let founded = added.founded_on.map(|date| date.date).or(above);
        let from_on = founded.unwrap_or_else(|| ctx.now().date().first_of_year());
        by_row.insert(added.row, id);
        from.insert(id, from_on);
        new.push(Organisation {
            id,
            code: added.code.clone(),
            name: added.name.clone(),
            kind: added.kind,
            cell_type: added.cell_type,
            parent,
            from_on,
            to_on: None,
        });
    }
    (new, by_row)
}

/// The first added lines, as they are shown.
pub(super) fn new_lines(preview: &Preview, reach: &Reach) -> Vec<NewLine> {
    let names: HashMap<u32, &str> =
        preview.added.iter().map(|added| (added.row, added.name.as_str())).collect();
    let above = |parent: Option<Parent>| match parent {
        Some(Parent::Known(id)) => reach.find(id).map_or("", |one| one.name.as_str()),
        Some(Parent::Row(row)) => names.get(&row).copied().unwrap_or_default(),
        None => "",
    };
    let line = |added: &Added| NewLine {
        row: added.row,
        name: added.name.clone(),
        mark: added.code.clone(),
        place: above(added.parent).to_owned(),
    };
    preview.added.iter().take(SHOWN).map(line).collect()
}

/// The first changed lines, as they are shown.
pub(super) fn changed_lines(preview: &Preview, reach: &Reach) -> Vec<ChangedLine> {
    let line = |changed: &Changed| ChangedLine {
        row: changed.row,
        name: reach.find(changed.organisation.id).map_or_else(String::new, |known| known.name.clone()),
        changes: changed.changes.iter().map(difference).collect(),
    };
    preview.changed.iter().take(SHOWN).map(line).collect()
}

fn difference(change: &register::Change) -> Difference {
    let list = match change.field {
        Field::Kind => Some("import-kind-as"),
        Field::CellType => Some("import-type-as"),
        _ => None,
    };
    Difference { label: change.field.label(), list, old: change.old.clone(), new: change.new.clone() }
}
