//! What taking a register would do: who is added, what changes, who stays as is, what is refused and why.

use std::collections::HashMap;

use serde::Serialize;

use super::{
    Change, Departure, Field, Register, Row,
    cells::Cells,
    compare::compare,
    existing::{Existing, IdentityKey, Known},
    matching::{Index, doubles},
};
use crate::{
    ids::{MemberId, OrganisationId},
    members::{MemberGrade, Profile, StandingState},
    problems::Sentence,
    sheets::{Fault, RowProblem},
    time::PartialDate,
};

/// A member to be added.
#[derive(Debug, Clone, PartialEq)]
pub struct Added {
    /// The row number.
    pub row: u32,
    /// What is kept, the identity number in the clear.
    pub profile: Profile,
    /// The cell.
    pub cell: OrganisationId,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// How the member stands in the cell.
    pub state: StandingState,
    /// Since when, if the line says so.
    pub since: Option<PartialDate>,
    /// That the member left.
    pub departure: Option<Departure>,
}

/// A member of whom something changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// The row number.
    pub row: u32,
    /// The member.
    pub member: MemberId,
    /// The name as it is known.
    pub name: String,
    /// What is kept from now on. The identity number is empty unless the line brings a new one.
    pub profile: Profile,
    /// What changes.
    pub changes: Vec<Change>,
    /// Official or probationary, if that changes.
    pub grade: Option<MemberGrade>,
    /// How the member stands in the cell, if that changes.
    pub state: Option<StandingState>,
    /// That the member left, if that is new.
    pub departure: Option<Departure>,
}

/// What taking a register would do. Every line is counted once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Preview {
    /// New members.
    pub added: Vec<Added>,
    /// Members of whom something changes.
    pub changed: Vec<Changed>,
    /// Members of whom nothing changes: row number and member.
    pub unchanged: Vec<(u32, MemberId)>,
    /// Rows that cannot be taken.
    pub refused: Vec<u32>,
    /// Why, in the order of the rows.
    pub problems: Vec<RowProblem>,
}

/// The numbers of a preview.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Lines read.
    pub rows: usize,
    /// To be added.
    pub added: usize,
    /// To be changed.
    pub changed: usize,
    /// Left as they are.
    pub unchanged: usize,
    /// Refused.
    pub refused: usize,
}

impl Preview {
    /// The numbers.
    pub fn counts(&self) -> Counts {
        let (added, changed) = (self.added.len(), self.changed.len());
        let (unchanged, refused) = (self.unchanged.len(), self.refused.len());
        Counts { rows: added + changed + unchanged + refused, added, changed, unchanged, refused }
    }
}

/// What taking the register would do to the members that exist.
pub fn preview(register: &Register, existing: &Existing<'_>) -> Preview {
    let index = Index::of(existing.members);
    let cells = Cells::of(existing);
    let doubles = doubles(&register.lines);
    let mut seen = HashMap::<MemberId, Vec<usize>>::new();
    let mut outcomes = Vec::with_capacity(register.lines.len());
    for (n, line) in register.lines.iter().enumerate() {
        let mut problems = line.problems.clone();
        if let Some((field, fault)) = doubles.get(&n) {
            problems.push(register.problem(&line.row, *field, fault.clone()));
        }
        let outcome = decide(&line.row, &index, &cells, existing);
        if let Ok(Outcome::Change(changed)) = &outcome {
            seen.entry(changed.member).or_default().push(n);
        }
        outcomes.push(match outcome {
            Ok(outcome) if problems.is_empty() => Ok(outcome),
            Ok(_) => Err(problems),
            // A line whose values are wrong is often not matched for that reason only: say the first thing first.
            Err(_) if !line.problems.is_empty() => Err(problems),
            Err((field, fault)) => {
                problems.push(register.problem(&line.row, field, fault));
                Err(problems)
            }
        });
    }
    refuse_met_twice(register, &seen, &mut outcomes);
    collect(register, outcomes)
}

enum Outcome {
    Add(Box<Added>),
    Change(Box<Changed>),
}

/// Two lines that were found to be one known member, each by another of its numbers.
fn refuse_met_twice(
    register: &Register,
    seen: &HashMap<MemberId, Vec<usize>>,
    outcomes: &mut [Result<Outcome, Vec<RowProblem>>],
) {
    for places in seen.values().filter(|places| places.len() > 1) {
        let rows: Vec<String> = places.iter().map(|n| register.lines[*n].row.number.to_string()).collect();
        for n in places {
            if outcomes[*n].is_ok() {
                let fault =
                    Fault::new(Sentence::new("import-member-twice"), Sentence::new("import-twice-remedy"))
                        .with("rows", rows.join(", "));
                let problem = register.problem(&register.lines[*n].row, Field::FullName, fault);
                outcomes[*n] = Err(vec![problem]);
            }
        }
    }
}

fn collect(register: &Register, outcomes: Vec<Result<Outcome, Vec<RowProblem>>>) -> Preview {
    let mut preview = Preview::default();
    for (line, outcome) in register.lines.iter().zip(outcomes) {
        match outcome {
            Ok(Outcome::Add(added)) => preview.added.push(*added),
            Ok(Outcome::Change(same)) if same.changes.is_empty() => {
                preview.unchanged.push((same.row, same.member));
            }
            Ok(Outcome::Change(changed)) => preview.changed.push(*changed),
            Err(problems) => {
                preview.refused.push(line.row.number);
                preview.problems.extend(problems);
            }
        }
    }
    preview
}

fn decide(
    row: &Row,
    index: &Index<'_>,
    cells: &Cells<'_>,
    existing: &Existing<'_>,
) -> Result<Outcome, (Field, Fault)> {
    let cell = cells.find(row, existing.into)?;
    let number = &row.profile.identity_number;
    let identity = (!number.is_empty()).then(|| (existing.identity_key)(number));
    match index.find(row, identity, cell).map_err(|fault| (Field::FullName, fault))? {
        None => add(row, cell).map(|added| Outcome::Add(Box::new(added))),
        Some(known) => change(row, known, cell, identity).map(|changed| Outcome::Change(Box::new(changed))),
    }
}

fn add(row: &Row, cell: Option<OrganisationId>) -> Result<Added, (Field, Fault)> {
    let cell = cell.ok_or((
        Field::CellCode,
        Fault::new(Sentence::new("import-no-cell"), Sentence::new("import-no-cell-remedy")),
    ))?;
    let grade = row.grade.or(row.assumed_grade);
    let grade = grade.ok_or((
        Field::Status,
        Fault::new(Sentence::new("import-no-grade"), Sentence::new("import-no-grade-remedy")),
    ))?;
    Ok(Added {
        row: row.number,
        profile: row.profile.clone(),
        cell,
        grade,
        state: row.state.unwrap_or(StandingState::Active),
        since: row.since,
        departure: row.departure,
    })
}

fn change(
    row: &Row,
    known: &Known,
    cell: Option<OrganisationId>,
    identity: Option<IdentityKey>,
) -> Result<Changed, (Field, Fault)> {
    if known.departure.is_some() && row.departure.is_none() {
        return Err((
            Field::FullName,
            Fault::new(Sentence::new("import-known-departed"), Sentence::new("import-known-departed-remedy")),
        ));
    }
    if cell.zip(known.cell).is_some_and(|(here, there)| here != there) {
        let guest = row.state.is_some_and(|state| !state.belongs());
        let remedy = Sentence::new(if guest { "import-guest-remedy" } else { "import-elsewhere-remedy" });
        return Err((Field::CellCode, Fault::new(Sentence::new("import-elsewhere"), remedy)));
    }
    if (known.grade, row.grade) == (Some(MemberGrade::Official), Some(MemberGrade::Probationary)) {
        return Err((
            Field::Status,
            Fault::new(
                Sentence::new("import-grade-backwards"),
                Sentence::new("import-grade-backwards-remedy"),
            ),
        ));
    }
    let (profile, changes) = compare(known, row, identity == known.identity_key);
    let new_state = row.departure.is_none().then_some(row.state).flatten();
    Ok(Changed {
        row: row.number,
        member: known.member,
        name: known.profile.full_name.clone(),
        profile,
        changes,
        grade: known.new_grade(row),
        state: new_state.filter(|state| known.state.unwrap_or(StandingState::Active) != *state),
        departure: known.new_departure(row),
    })
}

impl Register {
    /// A fault of a line at the column of a field, or of the name where that field has no column.
    fn problem(&self, row: &Row, field: Field, fault: Fault) -> RowProblem {
        let label = |field: Field| self.labels.get(&field).cloned();
        let fallback = match field {
            Field::CellCode => label(Field::CellName),
            Field::CardNumber => label(Field::CardCvBadge),
            _ => None,
        };
        let name = [Field::FullName, Field::FamilyName, Field::NameAndBirth, Field::GivenName]
            .into_iter()
            .find_map(label);
        let value = match field {
            Field::CardNumber => row.profile.card_number.clone(),
            Field::IdentityNumber => row.profile.identity_number.clone(),
            Field::CellCode => row.cell.text().to_owned(),
            Field::FullName => row.profile.full_name.clone(),
            _ => String::new(),
        };
        RowProblem::new(row.number, label(field).or(fallback).or(name).unwrap_or_default(), value, fault)
    }
}
