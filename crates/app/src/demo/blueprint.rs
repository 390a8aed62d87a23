//! The party organisations of a sample: a ward told one by one, or a district drawn from patterns.

use jiff::civil::{Date, date};
use nennep_domain::{
    ids::OrganisationId,
    organisations::{CellType, Organisation, OrganisationKind, Place},
    time::Instant,
};
use serde::Deserialize;

use super::{
    dice::Dice,
    sample::{Sample, Scale},
};
use crate::error::{Error, Result};

/// The day the ward's committee organisation was founded.
pub(super) const FOUNDED: Date = date(2025, 7, 1);

/// When everything that stands from the beginning was entered.
pub(super) fn entered_at() -> Instant {
    Instant::from_local(FOUNDED.at(8, 0, 0, 0))
}

/// A cell of the sample.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// Its number among all cells, from 0.
    pub(super) index: usize,
    /// The organisation.
    pub(super) organisation: Organisation,
    /// Where it stands.
    pub(super) place: Place,
    /// What it lives in.
    pub(super) kind: CellType,
    /// Members who belong to it.
    pub(super) size: usize,
    /// The number, among all members, of its first one.
    pub(super) first: usize,
    /// Whether the printed accounts belong to it.
    pub(super) is_main: bool,
}

/// All organisations of a sample.
#[derive(Debug, Clone)]
pub(super) struct Blueprint {
    /// The organisations, each after its parent.
    pub(super) organisations: Vec<Organisation>,
    /// The cells among them.
    pub(super) cells: Vec<Cell>,
    /// The name of the place, e.g. `phường An Bình`.
    pub(super) ward: String,
}

impl Blueprint {
    /// The organisations of a sample.
    pub(super) fn of(sample: &Sample) -> Result<Self> {
        let mut draft = match sample.scale {
            Scale::Ward => ward(sample)?,
            Scale::District => district(sample)?,
        };
        let mut first = 0;
        for cell in &mut draft.cells {
            cell.first = first;
            first += cell.size;
        }
        Ok(draft)
    }

    /// The organisation at the top.
    pub(super) fn top(&self) -> &Organisation {
        &self.organisations[0]
    }

    /// Members in all.
    #[cfg(test)]
    pub(super) fn members(&self) -> usize {
        self.cells.iter().map(|cell| cell.size).sum()
    }

    fn new(seed: u64, code: &str, name: &str, ward: String) -> Self {
        let mut one = Self { organisations: Vec::new(), cells: Vec::new(), ward };
        let code = format!("{code}.000.000.000");
        one.add(seed, code, name.to_owned(), OrganisationKind::Commune, None, None, FOUNDED);
        one
    }

    #[expect(clippy::too_many_arguments, reason = "an organisation has that many parts")]
    fn add(
        &mut self,
        seed: u64,
        code: String,
        name: String,
        kind: OrganisationKind,
        cell_type: Option<CellType>,
        parent: Option<OrganisationId>,
        from_on: Date,
    ) -> OrganisationId {
        let id = OrganisationId(Dice::of(seed, "organisation", self.organisations.len()).id(entered_at()));
        self.organisations.push(Organisation {
            id,
            code,
            name,
            kind,
            cell_type,
            parent,
            from_on,
            to_on: None,
        });
        id
    }

    #[expect(clippy::too_many_arguments, reason = "a cell has that many parts")]
    fn add_cell(
        &mut self,
        seed: u64,
        code: String,
        name: String,
        cell_type: CellType,
        under: Option<OrganisationId>,
        since: Date,
        size: usize,
    ) -> &mut Cell {
        let top = self.top().id;
        let parent = under.unwrap_or(top);
        let kind = OrganisationKind::Cell;
        let id = self.add(seed, code, name, kind, Some(cell_type), Some(parent), since);
        let organisation = self.organisations[self.organisations.len() - 1].clone();
        let above = if parent == top { vec![top] } else { vec![parent, top] };
        let place = Place { organisation: id, above };
        let index = self.cells.len();
        self.cells.push(Cell { index, organisation, place, kind: cell_type, size, first: 0, is_main: false });
        &mut self.cells[index]
    }
}

#[derive(Deserialize)]
struct WardFile {
    name: String,
    code: String,
    ward: String,
    #[serde(rename = "committee")]
    committees: Vec<WardCommittee>,
    #[serde(rename = "cell")]
    cells: Vec<WardCell>,
}

#[derive(Deserialize)]
struct WardCommittee {
    key: String,
    name: String,
    number: u32,
    since: Option<Date>,
}

#[derive(Deserialize)]
struct WardCell {
    name: String,
    #[serde(rename = "type")]
    cell_type: CellType,
    members: usize,
    under: Option<String>,
    since: Option<Date>,
    #[serde(default)]
    main: bool,
}

fn ward(sample: &Sample) -> Result<Blueprint> {
    let file: WardFile = toml::from_str(include_str!("texts/ward.toml")).map_err(Error::fault)?;
    let mut draft = Blueprint::new(sample.seed, &file.code, &file.name, file.ward);
    let top = draft.top().id;
    let mut numbers = std::collections::BTreeMap::new();
    for one in &file.committees {
        let code = format!("{}.{:03}.000.000", file.code, one.number);
        let since = one.since.unwrap_or(FOUNDED);
        let id = draft.add(
            sample.seed,
            code,
            one.name.clone(),
            OrganisationKind::Committee,
            None,
            Some(top),
            since,
        );
        numbers.insert(one.key.as_str(), (id, one.number, 0_u32));
    }
    let mut direct = 0;
    for one in file.cells {
        let since = one.since.unwrap_or(FOUNDED);
        let (under, code) =
            if let Some((id, number, count)) = one.under.as_deref().and_then(|key| numbers.get_mut(key)) {
                *count += 1;
                (Some(*id), format!("{}.{number:03}.000.{count:03}", file.code))
            } else {
                direct += 1;
                (None, format!("{}.000.000.{direct:03}", file.code))
            };
        draft.add_cell(sample.seed, code, one.name, one.cell_type, under, since, one.members).is_main =
            one.main;
    }
    Ok(draft)
}

#[derive(Deserialize)]
struct DistrictFile {
    name: String,
    code: String,
    ward: String,
    members: usize,
    #[serde(rename = "base")]
    bases: Vec<Base>,
}

#[derive(Deserialize)]
struct Base {
    count: u32,
    committee: Option<String>,
    cell: String,
    #[serde(rename = "type")]
    cell_type: CellType,
    #[serde(default)]
    cells: Vec<i64>,
    members: Vec<i64>,
}

fn district(sample: &Sample) -> Result<Blueprint> {
    let file: DistrictFile = toml::from_str(include_str!("texts/district.toml")).map_err(Error::fault)?;
    let mut draft = Blueprint::new(sample.seed, &file.code, &file.name, file.ward);
    let top = draft.top().id;
    let mut number = 0;
    for base in &file.bases {
        let mut dice = Dice::of(sample.seed, &base.cell, 0);
        for n in 1..=base.count {
            number += 1;
            let filled = |text: &str| text.replace("{n}", &n.to_string());
            let committee = base.committee.as_deref().map(|name| {
                let code = format!("{}.{number:03}.000.000", file.code);
                draft.add(
                    sample.seed,
                    code,
                    filled(name),
                    OrganisationKind::Committee,
                    None,
                    Some(top),
                    FOUNDED,
                )
            });
            let cells = base.cells.first().zip(base.cells.last());
            let count = cells.map_or(1, |(least, most)| dice.between(*least, *most));
            for k in 1..=count {
                let code = match committee {
                    Some(_) => format!("{}.{number:03}.000.{k:03}", file.code),
                    None => format!("{}.000.000.{number:03}", file.code),
                };
                let name = filled(&base.cell).replace("{k}", &k.to_string());
                let size = usize::try_from(dice.between(base.members[0], base.members[1])).unwrap_or(3);
                draft.add_cell(sample.seed, code, name, base.cell_type, committee, FOUNDED, size);
            }
        }
    }
    mark_main(&mut draft.cells);
    fit(&mut draft.cells, file.members);
    Ok(draft)
}

/// The sizes cells are kept within when they are made to add up.
const SIZES: std::ops::RangeInclusive<usize> = 3..=60;

/// Makes the sizes of cells add up to `members`, one member here and there.
fn fit(cells: &mut [Cell], members: usize) {
    let mut sum: usize = cells.iter().map(|cell| cell.size).sum();
    let mut at = 0;
    while sum != members {
        let count = cells.len();
        let cell = &mut cells[at % count];
        let size = if sum < members { cell.size + 1 } else { cell.size - 1 };
        if SIZES.contains(&size) {
            sum = sum - cell.size + size;
            cell.size = size;
        }
        at += 1;
    }
}

/// The fewest members of the agency cell from which the committee's officers of a sample come.
const OFFICERS_CELL: usize = 14;

/// The printed accounts belong to the first residential cell and the first agency cell.
fn mark_main(cells: &mut [Cell]) {
    for cell_type in [CellType::Residential, CellType::Agency] {
        if let Some(cell) = cells.iter_mut().find(|cell| cell.kind == cell_type) {
            cell.is_main = true;
            cell.size = cell.size.max(OFFICERS_CELL);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nennep_domain::time::Month;

    fn blueprint(scale: Scale) -> Blueprint {
        Blueprint::of(&Sample::until(scale, 1, Month::new(2026, 11).unwrap())).unwrap()
    }

    #[test]
    fn the_ward_has_cells_of_every_type_from_3_to_60_members() {
        let ward = blueprint(Scale::Ward);
        for cell_type in CellType::ALL {
            assert!(ward.cells.iter().any(|cell| cell.kind == *cell_type), "{cell_type}");
        }
        assert_eq!(ward.cells.iter().map(|cell| cell.size).min(), Some(3));
        assert_eq!(ward.cells.iter().map(|cell| cell.size).max(), Some(60));
        assert_eq!(ward.members(), 466);
        assert!(
            ward.cells.iter().any(|cell| cell.place.above.len() == 2),
            "some under a committee organisation"
        );
    }

    #[test]
    fn the_district_has_77_base_organisations_and_20_764_members() {
        for seed in 1..4 {
            let sample = Sample { seed, ..Sample::until(Scale::District, 1, Month::new(2026, 11).unwrap()) };
            let district = Blueprint::of(&sample).unwrap();
            let top = district.top().id;
            let bases = district.organisations.iter().filter(|one| one.parent == Some(top)).count();
            assert_eq!((bases, district.members()), (77, 20_764));
            assert!(district.cells.iter().all(|cell| SIZES.contains(&cell.size)));
        }
    }

    #[test]
    fn codes_and_ids_are_never_given_twice() {
        let district = blueprint(Scale::District);
        let mut codes: Vec<_> = district.organisations.iter().map(|one| &one.code).collect();
        let mut ids: Vec<_> = district.organisations.iter().map(|one| one.id).collect();
        codes.sort_unstable();
        codes.dedup();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!((codes.len(), ids.len()), (district.organisations.len(), district.organisations.len()));
    }
}
