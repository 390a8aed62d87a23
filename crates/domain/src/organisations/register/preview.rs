//! What taking a list of organisations would do: which are added, in an order in which each follows the one above it,
//! what changes, what stays as it is, what is refused and why.

use std::collections::{HashMap, HashSet};

use super::{
    Field, Register, Row,
    tree::{Node, Tree, code_key},
};
use crate::{
    ids::OrganisationId,
    members::register::Counts,
    organisations::{CellType, Organisation, OrganisationKind},
    problems::Sentence,
    sheets::{Fault, RowProblem},
    time::PartialDate,
};
use jiff::civil::Date;
use serde::Serialize;

/// What the store knows.
pub struct Existing<'a> {
    /// The organisations that exist on the day of the import.
    pub organisations: &'a [Organisation],
    /// The organisation above lines that name none.
    pub into: Option<OrganisationId>,
}

/// The organisation directly above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parent {
    /// One the store knows.
    Known(OrganisationId),
    /// One added by the line with this row number.
    Row(u32),
}

/// An organisation to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The row number.
    pub row: u32,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: OrganisationKind,
    /// What it lives in, for cells, where known.
    pub cell_type: Option<CellType>,
    /// The organisation directly above; `None` for the one above all.
    pub parent: Option<Parent>,
    /// When it was founded, if the line says so.
    pub founded_on: Option<PartialDate>,
}

/// One thing a line changes. Kinds and types are given by their stable words, organisations above by their codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What.
    pub field: Field,
    /// What is known; empty if nothing was.
    pub old: String,
    /// What the line says.
    pub new: String,
}

/// An organisation of which something changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The row number.
    pub row: u32,
    /// As it is from now on; the organisation above it stands in `parent` where that changes.
    pub organisation: Organisation,
    /// The organisation directly above, if that changes.
    pub parent: Option<Parent>,
    /// What changes.
    pub changes: Vec<Change>,
}

/// What taking a list would do. Every line is counted once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// New organisations, each after the one above it.
    pub added: Vec<Added>,
    /// Organisations of which something changes.
    pub changed: Vec<Changed>,
    /// Organisations of which nothing changes: row number and organisation.
    pub unchanged: Vec<(u32, OrganisationId)>,
    /// Rows that cannot be taken.
    pub refused: Vec<u32>,
    /// Why, in the order of the rows.
    pub problems: Vec<RowProblem>,
}

impl Preview {
    /// The numbers.
    pub fn counts(&self) -> Counts {
        let (added, changed) = (self.added.len(), self.changed.len());
        let (unchanged, refused) = (self.unchanged.len(), self.refused.len());
        Counts { rows: added + changed + unchanged + refused, added, changed, unchanged, refused }
    }
}

/// What taking the list would do to the organisations that exist.
pub fn preview(register: &Register, existing: &Existing<'_>) -> Preview {
    let lines = &register.lines;
    let tree = Tree::of(lines, existing);
    let parents: Vec<_> = (0..lines.len()).map(|n| tree.parent(n)).collect();
    let found: Vec<Option<Node>> =
        parents.iter().map(|parent| parent.as_ref().ok().copied().flatten()).collect();
    let cycles = tree.in_cycles(&found);
    let doubles = doubles(register);
    let mut preview = Preview::default();
    for (n, line) in lines.iter().enumerate() {
        let mut problems = line.problems.clone();
        let mut refuse =
            |field: Field, fault: Fault| problems.push(register.problem(&line.row, field, fault));
        if let Some(rows) = doubles.get(&n) {
            refuse(
                Field::Code,
                Fault::new(Sentence::new("import-code-twice"), Sentence::new("import-code-twice-remedy"))
                    .with("rows", rows.clone()),
            );
        }
        if cycles.contains(&n) {
            refuse(
                Field::Parent,
                Fault::new(Sentence::new("import-parent-cycle"), Sentence::new("import-parent-remedy")),
            );
        }
        if let Err((field, fault)) = &parents[n] {
            refuse(*field, fault.clone());
        }
        match line.row.kind {
            Some(kind) if problems.is_empty() => take(&mut preview, &tree, register, n, kind, found[n]),
            _ => {
                preview.refused.push(line.row.number);
                preview.problems.extend(problems);
            }
        }
    }
    preview.added = parents_first(preview.added);
    preview
}

fn take(
    preview: &mut Preview,
    tree: &Tree<'_>,
    register: &Register,
    n: usize,
    kind: OrganisationKind,
    parent: Option<Node>,
) {
    let row = &register.lines[n].row;
    let parent = parent.map(|node| match node {
        Node::Known(id) => Parent::Known(id),
        Node::Line(above) => match tree.same[above] {
            Some(known) => Parent::Known(known.id),
            None => Parent::Row(register.lines[above].row.number),
        },
    });
    let Some(known) = tree.same[n] else {
        preview.added.push(Added {
            row: row.number,
            code: row.code.clone(),
            name: row.name.clone(),
            kind,
            cell_type: row.cell_type,
            parent,
            founded_on: row.founded_on,
        });
        return;
    };
    let changed = compare(row, known, kind, parent, tree);
    if changed.changes.is_empty() {
        preview.unchanged.push((row.number, known.id));
    } else {
        preview.changed.push(changed);
    }
}

fn compare(
    row: &Row,
    known: &Organisation,
    kind: OrganisationKind,
    parent: Option<Parent>,
    tree: &Tree<'_>,
) -> Changed {
    let mut organisation = known.clone();
    let mut changes = Vec::new();
    let mut change = |field: Field, old: &str, new: &str| {
        changes.push(Change { field, old: old.to_owned(), new: new.to_owned() });
    };
    if row.name != known.name {
        change(Field::Name, &known.name, &row.name);
        organisation.name.clone_from(&row.name);
    }
    if row.said.kind && kind != known.kind {
        change(Field::Kind, known.kind.as_str(), kind.as_str());
        organisation.kind = kind;
    }
    let told = row.cell_type.filter(|_| row.said.cell_type || known.cell_type.is_none());
    if let Some(cell_type) = told.filter(|cell_type| known.cell_type != Some(*cell_type)) {
        change(Field::CellType, known.cell_type.map_or("", CellType::as_str), cell_type.as_str());
        organisation.cell_type = Some(cell_type);
    }
    let moved = parent.filter(|parent| known.parent.map(Parent::Known) != Some(*parent));
    if moved.is_some() {
        change(Field::Parent, &tree.code(known.parent.map(Parent::Known)), &tree.code(moved));
    }
    if let Some(founded) = row.founded_on.filter(|founded| !covers(*founded, known.from_on)) {
        change(Field::FoundedOn, &PartialDate::day(known.from_on).to_string(), &founded.to_string());
        organisation.from_on = founded.date;
    }
    Changed { row: row.number, organisation, parent: moved, changes }
}

/// Whether a date known to the day, month or year holds a day.
fn covers(date: PartialDate, day: Date) -> bool {
    date.date <= day && day <= date.latest()
}

/// For each line whose code another line has: the row numbers of all of them.
fn doubles(register: &Register) -> HashMap<usize, String> {
    let mut groups = HashMap::<String, Vec<usize>>::new();
    for (n, line) in register.lines.iter().enumerate().filter(|(_, line)| !line.row.code.is_empty()) {
        groups.entry(code_key(&line.row.code)).or_default().push(n);
    }
    let mut found = HashMap::new();
    for group in groups.into_values().filter(|group| group.len() > 1) {
        let rows = group
            .iter()
            .take(8)
            .map(|n| register.lines[*n].row.number.to_string())
            .collect::<Vec<_>>()
            .join(", ");
        found.extend(group.into_iter().map(|n| (n, rows.clone())));
    }
    found
}

/// The organisations to be added, each after the one above it, otherwise in the order of the lines.
fn parents_first(added: Vec<Added>) -> Vec<Added> {
    let mut below = HashMap::<u32, Vec<Added>>::new();
    let mut ordered = Vec::with_capacity(added.len());
    let in_file: HashSet<u32> = added.iter().map(|one| one.row).collect();
    for one in added {
        match one.parent {
            Some(Parent::Row(row)) if in_file.contains(&row) => below.entry(row).or_default().push(one),
            _ => ordered.push(one),
        }
    }
    let mut next = 0;
    while let Some(above) = ordered.get(next).map(|one: &Added| one.row) {
        ordered.extend(below.remove(&above).unwrap_or_default());
        next += 1;
    }
    ordered
}

impl Register {
    /// A fault of a line at the column of a field, or of the name where that field has no column.
    fn problem(&self, row: &Row, field: Field, fault: Fault) -> RowProblem {
        let label = |field: Field| self.labels.get(&field).cloned();
        let fallback = if field == Field::Parent { label(Field::ParentCode) } else { None };
        let value = match field {
            Field::Code => row.code.clone(),
            Field::Parent => row.parent.clone(),
            _ => row.name.clone(),
        };
        RowProblem::new(
            row.number,
            label(field).or(fallback).or(label(Field::Name)).unwrap_or_default(),
            value,
            fault,
        )
    }
}
