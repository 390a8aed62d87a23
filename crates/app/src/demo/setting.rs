//! What all cells' stories are told from, once people, offices and accounts stand; and one cell's share of it.

use std::collections::HashMap;

use jiff::civil::Date;
use nennep_domain::{
    accounts::{Office, OfficeTerm},
    ids::{AccountId, MemberId, OrganisationId},
    meetings::agenda::AgendaTemplate,
    members::{RollMember, Standing},
    organisations::Organisation,
    quality::RubricBook,
    rules::{Override, RuleBook, Rules},
};
use nennep_store::{accounts::Account, offices::Holder};

use super::{
    blueprint::Cell,
    cells::{Person, roll_on},
    census::{Ground, Remembered},
    character::{Character, characters},
    contacts::Elsewhere,
    dice::Dice,
    texts::{OfType, Texts},
};
use crate::{App, error::Result};

/// What all cells' stories are told from.
pub(super) struct Setting {
    /// Organisations, people, calendars.
    pub(super) ground: Ground,
    /// What is said.
    pub(super) texts: Texts,
    /// The rules.
    pub(super) book: RuleBook,
    /// The rubrics.
    pub(super) rubrics: RubricBook,
    /// The agenda meetings start from.
    pub(super) agenda: AgendaTemplate,
    /// The committees' own values.
    pub(super) overrides: Vec<Override>,
    characters: Vec<Character>,
    others: Vec<Vec<(String, Standing)>>,
    holders: HashMap<OrganisationId, Vec<Holder>>,
    accounts: HashMap<MemberId, AccountId>,
}

/// What stands before the first meeting is told.
pub(super) struct Settled<'a> {
    /// What is remembered of each cell.
    pub(super) remembered: &'a [Remembered],
    /// Standings in other cells.
    pub(super) others: &'a [Elsewhere],
    /// Offices.
    pub(super) terms: &'a [OfficeTerm],
    /// Accounts.
    pub(super) accounts: &'a [Account],
    /// The committees' own values.
    pub(super) overrides: Vec<Override>,
}

impl Setting {
    /// The setting of a sample.
    pub(super) fn of(app: &App, ground: Ground, settled: Settled<'_>) -> Result<Self> {
        let names: HashMap<MemberId, &str> = settled
            .remembered
            .iter()
            .flat_map(|one| &one.leaders)
            .map(|known| (known.id, known.name.as_str()))
            .collect();
        let mut holders: HashMap<OrganisationId, Vec<Holder>> = HashMap::new();
        for term in settled.terms {
            let name = term.member.and_then(|member| names.get(&member)).copied().unwrap_or_default();
            let holder = Holder { term: term.clone(), name: name.to_owned() };
            holders.entry(term.organisation).or_default().push(holder);
        }
        let mut others = vec![Vec::new(); ground.blueprint.cells.len()];
        for one in settled.others {
            others[one.cell].push((one.name.clone(), one.standing.clone()));
        }
        let accounts = settled.accounts.iter().filter_map(|account| Some((account.member?, account.id)));
        Ok(Self {
            characters: characters(ground.sample.seed, &ground.blueprint),
            texts: Texts::built_in()?,
            book: app.rules.clone(),
            rubrics: app.rubrics.clone(),
            agenda: app.agenda.clone(),
            overrides: settled.overrides,
            accounts: accounts.collect(),
            others,
            holders,
            ground,
        })
    }

    /// One cell with its share.
    pub(super) fn told<'a>(&'a self, cell: &'a Cell) -> Told<'a> {
        let texts = self.texts.of(cell.kind);
        let name = &cell.organisation.name;
        let unit = name.strip_prefix("Chi bộ ").unwrap_or(name).to_owned();
        let mut dice = Dice::of(self.ground.sample.seed, "site", cell.index);
        let site = dice.pick(&texts.sites).replace("{unit}", &unit);
        let organisations = &self.ground.blueprint.organisations;
        let above = cell.place.above.iter().filter_map(|id| organisations.iter().find(|one| one.id == *id));
        Told {
            setting: self,
            cell,
            people: self.ground.people(cell),
            others: &self.others[cell.index],
            holders: self.holders.get(&cell.organisation.id).map_or(&[], Vec::as_slice),
            above: above.cloned().collect(),
            character: &self.characters[cell.index],
            texts,
            unit,
            site,
        }
    }

    /// The account of a member; the program's own where there is none.
    pub(super) fn account(&self, member: Option<MemberId>) -> AccountId {
        member.and_then(|member| self.accounts.get(&member)).copied().unwrap_or(AccountId(uuid::Uuid::nil()))
    }
}

/// One cell with everything its meetings are told from.
pub(super) struct Told<'a> {
    /// What all cells share.
    pub(super) setting: &'a Setting,
    /// The cell.
    pub(super) cell: &'a Cell,
    /// Its people.
    pub(super) people: Vec<Person>,
    /// Who else stands in it.
    pub(super) others: &'a [(String, Standing)],
    /// Who holds its offices.
    pub(super) holders: &'a [Holder],
    /// The organisations above, nearest first.
    pub(super) above: Vec<Organisation>,
    /// What it is like.
    pub(super) character: &'a Character,
    /// What is said in cells of its type.
    pub(super) texts: &'a OfType,
    /// What it is called without "Chi bộ".
    pub(super) unit: String,
    /// Where it meets.
    pub(super) site: String,
}

impl Told<'_> {
    /// The rules of a day for this cell.
    pub(super) fn rules(&self, on: Date) -> Rules {
        self.setting.book.on_for(on, &self.cell.place, &self.setting.overrides)
    }

    /// The roll of a day.
    pub(super) fn roll(&self, on: Date) -> Vec<RollMember> {
        roll_on(&self.people, self.others, on)
    }

    /// The holder of an office of the cell.
    pub(super) fn holder(&self, office: Office) -> Option<MemberId> {
        self.holders.iter().find(|holder| holder.term.office == office)?.term.member
    }

    /// The secretary's account.
    pub(super) fn by(&self) -> AccountId {
        self.setting.account(self.holder(Office::Secretary))
    }

    /// Chance for the `n`-th of something of this cell.
    pub(super) fn dice(&self, label: &str, n: usize) -> Dice {
        Dice::of(self.setting.ground.sample.seed, label, self.cell.index * 1000 + n)
    }
}
