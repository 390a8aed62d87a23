//! Who holds which office in the sample: cells' secretaries, deputies and committees, the committees above, overseers who
//! follow several cells, and the committee's offices.

use nennep_domain::{
    accounts::{Office, OfficeTerm},
    ids::{AccountId, MemberId, OfficeId, OrganisationId},
    organisations::OrganisationKind,
    rules::Rules,
};

use super::{
    blueprint::{Blueprint, Cell, FOUNDED, entered_at},
    census::{Known, Remembered},
    dice::Dice,
    sample::Sample,
};

/// The committee's own people, by their place in the main agency cell.
pub(super) mod seat {
    /// Secretary of the committee.
    pub(crate) const SECRETARY: usize = 3;
    /// Its deputy.
    pub(crate) const DEPUTY: usize = 4;
    /// Head of the inspection committee.
    pub(crate) const INSPECTOR: usize = 5;
    /// In the organisation office.
    pub(crate) const ORGANISATION_OFFICE: usize = 6;
    /// Follows the main cells.
    pub(crate) const OVERSEER: usize = 7;
}

/// Most members of a base committee in a sample.
const BASE_COMMITTEE: usize = 9;
/// Most members of the committee at the top in a sample.
const TOP_COMMITTEE: usize = 25;

/// The offices of a sample.
pub(super) struct Offices<'a> {
    sample: &'a Sample,
    blueprint: &'a Blueprint,
    remembered: &'a [Remembered],
    dice: Dice,
    terms: Vec<OfficeTerm>,
}

/// All terms of office but the administrator's, who is no member.
pub(super) fn terms(
    sample: &Sample,
    blueprint: &Blueprint,
    remembered: &[Remembered],
    rules: &Rules,
) -> Vec<OfficeTerm> {
    let dice = Dice::of(sample.seed, "offices", 0);
    let mut offices = Offices { sample, blueprint, remembered, dice, terms: Vec::new() };
    for cell in &blueprint.cells {
        offices.of_cell(cell, rules);
    }
    let committees = blueprint.organisations.iter().filter(|one| one.kind == OrganisationKind::Committee);
    for committee in committees {
        offices.of_committee(committee.id);
    }
    offices.of_top();
    offices.terms
}

/// The administrator's term.
pub(super) fn administrator(sample: &Sample, top: OrganisationId, account: AccountId) -> OfficeTerm {
    let id = OfficeId(Dice::of(sample.seed, "administrator", 0).id(entered_at()));
    let basis = "Quyết định số 03-QĐ/ĐU của Đảng ủy".to_owned();
    let (organisation, office) = (top, Office::Administrator);
    OfficeTerm {
        id,
        organisation,
        office,
        member: None,
        account: Some(account),
        from_on: FOUNDED,
        to_on: None,
        basis,
    }
}

impl Offices<'_> {
    fn give(&mut self, organisation: OrganisationId, office: Office, member: MemberId, basis: &str) {
        let id = OfficeId(self.dice.id(entered_at()));
        self.terms.push(OfficeTerm {
            id,
            organisation,
            office,
            member: Some(member),
            account: None,
            from_on: FOUNDED,
            to_on: None,
            basis: basis.to_owned(),
        });
    }

    /// Secretary, a deputy from five members on, a cell committee where the rule expects one (statement 27).
    fn of_cell(&mut self, cell: &Cell, rules: &Rules) {
        let remembered = &self.remembered[cell.index];
        let basis = "Đại hội Chi bộ nhiệm kỳ 2025-2030";
        let members = u32::try_from(remembered.official).unwrap_or(u32::MAX);
        let seats = match cell.size {
            ..16 => 3,
            16..35 => 5,
            _ => usize::try_from(rules.committee_maximum().value).unwrap_or(7),
        };
        let seats = if members >= rules.committee_from_official().value { seats } else { 2 };
        let seats = if cell.size < 5 { 1 } else { seats };
        for (rank, one) in remembered.leaders.iter().take(seats).enumerate() {
            let office = match rank {
                0 => Office::Secretary,
                1 => Office::Deputy,
                _ => Office::CommitteeMember,
            };
            self.give(cell.organisation.id, office, one.id, basis);
        }
    }

    fn cells_under(&self, parent: OrganisationId) -> Vec<&'_ Cell> {
        let cells = self.blueprint.cells.iter();
        cells.filter(|cell| cell.organisation.parent == Some(parent)).collect()
    }

    fn first_of(&self, cell: &Cell) -> Option<Known> {
        self.remembered[cell.index].leaders.first().cloned()
    }

    /// A base committee of its cells' secretaries; each cell is followed by one of them who is not its own.
    fn of_committee(&mut self, committee: OrganisationId) {
        let cells: Vec<usize> = self.cells_under(committee).iter().map(|cell| cell.index).collect();
        let cell = |n: usize| &self.blueprint.cells[cells[n]];
        let seats: Vec<Known> =
            (0..cells.len().min(BASE_COMMITTEE)).filter_map(|n| self.first_of(cell(n))).collect();
        let ids: Vec<OrganisationId> = (0..cells.len()).map(|n| cell(n).organisation.id).collect();
        for (rank, one) in seats.iter().enumerate() {
            let office = match rank {
                0 => Office::Secretary,
                1 => Office::Deputy,
                _ => Office::CommitteeMember,
            };
            self.give(committee, office, one.id, "Đại hội Đảng bộ nhiệm kỳ 2025-2030");
        }
        for (n, id) in ids.iter().enumerate() {
            if let Some(one) = seats.get((n + 1) % seats.len().max(1)) {
                self.give(*id, Office::Overseer, one.id, "Thông báo phân công cấp ủy viên phụ trách chi bộ");
            }
        }
    }

    fn of_top(&mut self) {
        let top = self.blueprint.top().id;
        let main = self.blueprint.cells.iter().rev().find(|cell| cell.is_main);
        let officers = main.map(|cell| self.remembered[cell.index].leaders.clone()).unwrap_or_default();
        let named = [
            (seat::SECRETARY, Office::Secretary, "Quyết định chỉ định Ban Chấp hành Đảng bộ, 01/7/2025"),
            (seat::DEPUTY, Office::Deputy, "Quyết định chỉ định Ban Chấp hành Đảng bộ, 01/7/2025"),
            (seat::INSPECTOR, Office::InspectionCommittee, "Quyết định chỉ định Ủy ban Kiểm tra Đảng ủy"),
            (
                seat::ORGANISATION_OFFICE,
                Office::OrganisationOffice,
                "Quyết định phân công của Ban Xây dựng Đảng",
            ),
            (seat::OVERSEER, Office::CommitteeMember, "Quyết định chỉ định Ban Chấp hành Đảng bộ, 01/7/2025"),
        ];
        for (at, office, basis) in named {
            if let Some(one) = officers.get(at) {
                self.give(top, office, one.id, basis);
            }
        }
        let others: Vec<Known> = self
            .blueprint
            .cells
            .iter()
            .filter(|cell| cell.kind != nennep_domain::organisations::CellType::Residential)
            .filter_map(|cell| self.first_of(cell))
            .take(TOP_COMMITTEE)
            .collect();
        for one in &others {
            let basis = "Quyết định chỉ định Ban Chấp hành Đảng bộ, 01/7/2025";
            self.give(top, Office::CommitteeMember, one.id, basis);
        }
        self.overseers_of_direct(top, officers.get(seat::OVERSEER), &others);
    }

    /// The overseer of the main cells follows the main residential cell and the two before it; the other cells directly
    /// below the top are shared among the committee's members.
    fn overseers_of_direct(&mut self, top: OrganisationId, overseer: Option<&Known>, others: &[Known]) {
        let direct: Vec<usize> = self.cells_under(top).iter().map(|cell| cell.index).collect();
        let mut next = 0;
        for index in direct {
            let cell = &self.blueprint.cells[index];
            let id = cell.organisation.id;
            let own = self.first_of(cell).map(|one| one.id);
            let near_main = cell.is_main || index < 2;
            let one = if near_main { overseer.cloned() } else { None };
            let one = one.or_else(|| {
                let free = (0..others.len()).map(|n| &others[(next + n) % others.len()]);
                let found = free.into_iter().find(|one| Some(one.id) != own).cloned();
                next += 1;
                found
            });
            if let Some(one) = one {
                self.give(
                    id,
                    Office::Overseer,
                    one.id,
                    "Thông báo số 08-TB/ĐU phân công cấp ủy viên phụ trách chi bộ",
                );
            }
        }
    }
}

impl std::fmt::Debug for Offices<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Offices")
            .field("sample", self.sample)
            .field("terms", &self.terms.len())
            .finish_non_exhaustive()
    }
}
