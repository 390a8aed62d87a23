//! Which known member a line is: by card number, by identity number, or by name and date of birth. Also which lines of
//! one file are the same person. Every lookup is by a key, so that the work grows with the lines, not with their square.

use std::collections::HashMap;

use super::{Field, IdentityKey, Known, Line, Row};
use crate::{
    ids::OrganisationId,
    names,
    problems::Sentence,
    sheets::Fault,
    time::{PartialDate, Precision},
};

/// The known members by what they can be found by.
pub(super) struct Index<'a> {
    known: &'a [Known],
    by_card: HashMap<&'a str, usize>,
    by_identity: HashMap<IdentityKey, usize>,
    by_name: HashMap<(String, i16), Vec<usize>>,
}

impl<'a> Index<'a> {
    pub(super) fn of(known: &'a [Known]) -> Self {
        let mut index =
            Self { known, by_card: HashMap::new(), by_identity: HashMap::new(), by_name: HashMap::new() };
        for (n, member) in known.iter().enumerate() {
            if !member.profile.card_number.is_empty() {
                index.by_card.insert(&member.profile.card_number, n);
            }
            if let Some(key) = member.identity_key {
                index.by_identity.insert(key, n);
            }
            if let Some(born) = member.profile.born_on {
                index
                    .by_name
                    .entry((names::fold(&member.profile.full_name), born.date.year()))
                    .or_default()
                    .push(n);
            }
        }
        index
    }

    /// The known member a line is, if any; a fault where the line could be two, or its numbers belong to different members.
    pub(super) fn find(
        &self,
        row: &Row,
        identity: Option<IdentityKey>,
        cell: Option<OrganisationId>,
    ) -> Result<Option<&'a Known>, Fault> {
        let by_card = self.by_card.get(row.profile.card_number.as_str()).copied();
        let by_identity = identity.and_then(|key| self.by_identity.get(&key).copied());
        match (by_card, by_identity) {
            (Some(card), Some(identity)) if card != identity => Err(Fault::new(
                Sentence::new("import-numbers-of-two"),
                Sentence::new("import-numbers-of-two-remedy"),
            )),
            (Some(n), _) | (_, Some(n)) => {
                let member = &self.known[n];
                if someone_else(&member.profile, &row.profile) {
                    Err(Fault::new(
                        Sentence::new("import-number-of-another"),
                        Sentence::new("import-number-of-another-remedy"),
                    ))
                } else {
                    Ok(Some(member))
                }
            }
            (None, None) => self.find_by_name(row, identity, cell),
        }
    }

    fn find_by_name(
        &self,
        row: &Row,
        identity: Option<IdentityKey>,
        cell: Option<OrganisationId>,
    ) -> Result<Option<&'a Known>, Fault> {
        let Some(born) = row.profile.born_on else { return Ok(None) };
        let key = (names::fold(&row.profile.full_name), born.date.year());
        let places = self.by_name.get(&key).map(Vec::as_slice).unwrap_or_default();
        let namesakes: Vec<&Known> = places.iter().map(|n| &self.known[*n]).collect();
        let mut likely = Vec::new();
        for member in namesakes {
            let Some(known_born) = member.profile.born_on.filter(|known| overlap(*known, born)) else {
                continue;
            };
            let exact = born.precision == Precision::Day && known_born == born;
            let here = cell.is_none() || member.cell.is_none() || member.cell == cell;
            if member.identity_key.is_some() && identity.is_some() {
                // Two identity papers with different numbers: 9 digits were replaced by 12 for everyone, so they tell
                // two persons apart only where the rest does not agree to the day.
                if !exact {
                    continue;
                }
            }
            let cards = (&member.profile.card_number, &row.profile.card_number);
            if !cards.0.is_empty() && !cards.1.is_empty() {
                if exact {
                    return Err(Fault::new(
                        Sentence::new("import-card-differs"),
                        Sentence::new("import-card-differs-remedy"),
                    ));
                }
                continue;
            }
            if exact || here {
                likely.push((member, here));
            } else if known_born == born {
                return Err(Fault::new(
                    Sentence::new("import-namesake-elsewhere"),
                    Sentence::new("import-namesake-remedy"),
                ));
            }
        }
        match likely.as_slice() {
            [] => Ok(None),
            [(member, _)] => Ok(Some(*member)),
            several => match several.iter().filter(|(_, here)| *here).collect::<Vec<_>>().as_slice() {
                [(member, _)] => Ok(Some(*member)),
                _ => Err(Fault::new(
                    Sentence::new("import-namesakes"),
                    Sentence::new("import-namesake-remedy"),
                )),
            },
        }
    }
}

/// A number typed in the wrong line: neither the name nor the date of birth agrees with the member it belongs to.
fn someone_else(known: &crate::members::Profile, row: &crate::members::Profile) -> bool {
    let born = known.born_on.zip(row.born_on);
    names::fold(&known.full_name) != names::fold(&row.full_name)
        && born.is_some_and(|(known, row)| !overlap(known, row))
}

fn overlap(one: PartialDate, other: PartialDate) -> bool {
    !one.certainly_after(other) && !other.certainly_after(one)
}

/// So many row numbers are named in a problem; a column filled with one number would name all of them in every line.
const NAMED_ROWS: usize = 8;

/// For each line that is the same person as another line of the file, or carries the same number: the field that tells,
/// and the fault naming the rows.
pub(super) fn doubles(lines: &[Line]) -> HashMap<usize, (Field, Fault)> {
    let mut found = HashMap::new();
    let by = |key: &dyn Fn(&Row) -> &str| {
        let mut groups = HashMap::<String, Vec<usize>>::new();
        for (n, line) in lines.iter().enumerate().filter(|(_, line)| !key(&line.row).is_empty()) {
            groups.entry(key(&line.row).to_owned()).or_default().push(n);
        }
        groups
    };
    let card = together(by(&|row| &row.profile.card_number), lines);
    let identity = together(by(&|row| &row.profile.identity_number), lines);
    let names = together(namesakes(lines), lines);
    for (groups, field, reason, remedy) in [
        (card, Field::CardNumber, Sentence::new("import-card-twice"), Sentence::new("import-twice-remedy")),
        (
            identity,
            Field::IdentityNumber,
            Sentence::new("import-identity-twice"),
            Sentence::new("import-twice-remedy"),
        ),
        (
            names,
            Field::FullName,
            Sentence::new("import-person-twice"),
            Sentence::new("import-person-twice-remedy"),
        ),
    ] {
        for (n, rows) in groups {
            found
                .entry(n)
                .or_insert_with(|| (field, Fault::new(reason.clone(), remedy.clone()).with("rows", rows)));
        }
    }
    found
}

/// Lines with one name and one date of birth that no number tells apart. Where the day is not known they must also
/// stand in one cell.
fn namesakes(lines: &[Line]) -> HashMap<(String, PartialDate, String), Vec<usize>> {
    let mut groups = HashMap::<_, Vec<usize>>::new();
    for (n, line) in lines.iter().enumerate() {
        let Some(born) = line.row.profile.born_on.filter(|_| !line.row.profile.full_name.is_empty()) else {
            continue;
        };
        let place =
            if born.precision == Precision::Day { String::new() } else { format!("{:?}", line.row.cell) };
        groups.entry((names::fold(&line.row.profile.full_name), born, place)).or_default().push(n);
    }
    let all = |group: &[usize], number: fn(&Row) -> &String| {
        group.iter().all(|n| !number(&lines[*n].row).is_empty())
    };
    groups.retain(|_, group| {
        !all(group, |row| &row.profile.card_number) && !all(group, |row| &row.profile.identity_number)
    });
    groups
}

/// The lines of groups of two and more, each with the row numbers of its group in words.
fn together<K>(groups: HashMap<K, Vec<usize>>, lines: &[Line]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for group in groups.into_values().filter(|group| group.len() > 1) {
        let mut rows: Vec<String> =
            group.iter().take(NAMED_ROWS).map(|n| lines[*n].row.number.to_string()).collect();
        if group.len() > NAMED_ROWS {
            rows.push("…".to_owned());
        }
        let rows = rows.join(", ");
        found.extend(group.into_iter().map(|n| (n, rows.clone())));
    }
    found
}
