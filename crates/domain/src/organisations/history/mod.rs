//! Organisations in time: how each stood from a day to a day, what became of what, and the dated deeds that turn one chapter
//! into the next. Chapters are only ever ended and begun, so that a deed of today changes nothing of yesterday.

mod code;
mod deed;
mod lineage;
mod perform;
mod refused;
mod state;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{CellType, Organisation, OrganisationKind};
use crate::{
    ids::{OrganisationId, StandingId},
    members::{Leaving, Standing},
};

pub use code::{Digits, next_code};
pub use deed::{Deed, DeedKind, Form};
pub use lineage::{Called, Lineage, Step, Strand, Turn, TurnKind};
pub use perform::Around;
pub use refused::DeedError;

/// How an organisation stood over a span of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chapter {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its code then.
    pub code: String,
    /// Its name then, as papers wrote it.
    pub name: String,
    /// Its kind then.
    pub kind: OrganisationKind,
    /// What it lived in; cells only.
    pub cell_type: Option<CellType>,
    /// The organisation directly above.
    pub parent: Option<OrganisationId>,
    /// The first day.
    pub from_on: Date,
    /// The first day it no longer stood so.
    pub to_on: Option<Date>,
}

impl Chapter {
    /// Whether it stood so on a day.
    pub fn holds_on(&self, date: Date) -> bool {
        self.from_on <= date && self.to_on.is_none_or(|end| date < end)
    }
}

impl From<&Organisation> for Chapter {
    fn from(one: &Organisation) -> Self {
        Self {
            organisation: one.id,
            code: one.code.clone(),
            name: one.name.clone(),
            kind: one.kind,
            cell_type: one.cell_type,
            parent: one.parent,
            from_on: one.from_on,
            to_on: one.to_on,
        }
    }
}

impl From<&Chapter> for Organisation {
    fn from(one: &Chapter) -> Self {
        Self {
            id: one.organisation,
            code: one.code.clone(),
            name: one.name.clone(),
            kind: one.kind,
            cell_type: one.cell_type,
            parent: one.parent,
            from_on: one.from_on,
            to_on: one.to_on,
        }
    }
}

/// That an organisation came out of another: by merging, splitting, raising.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Succession {
    /// The one there was before.
    pub predecessor: OrganisationId,
    /// The one it became, or that came out of it.
    pub successor: OrganisationId,
    /// Since when.
    pub on: Date,
}

/// What a deed changes: chapters ended and begun, members who move with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The day it takes effect.
    pub on: Date,
    /// Organisations whose chapter ends on that day.
    pub ended: Vec<OrganisationId>,
    /// Chapters that begin on that day. Who is ended and begins no more exists no longer.
    pub begun: Vec<Chapter>,
    /// What came out of what.
    pub successions: Vec<Succession>,
    /// Standings that end on that day, and how.
    pub ended_standings: Vec<(StandingId, Leaving)>,
    /// Standings that begin on that day.
    pub begun_standings: Vec<Standing>,
}

impl Outcome {
    /// Those that exist no longer from that day on.
    pub fn ceased(&self) -> impl Iterator<Item = OrganisationId> {
        let goes_on = |id: &OrganisationId| self.begun.iter().any(|chapter| chapter.organisation == *id);
        self.ended.iter().copied().filter(move |id| !goes_on(id))
    }

    /// The chapters of organisations that did not exist before.
    pub fn founded(&self) -> impl Iterator<Item = &Chapter> {
        self.begun.iter().filter(|chapter| !self.ended.contains(&chapter.organisation))
    }

    /// The chapters of organisations that existed before and go on otherwise.
    pub fn turned(&self) -> impl Iterator<Item = &Chapter> {
        self.begun.iter().filter(|chapter| self.ended.contains(&chapter.organisation))
    }
}

/// All organisations with their chapters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    chapters: BTreeMap<OrganisationId, Vec<Chapter>>,
    successions: BTreeSet<Succession>,
}

impl History {
    /// The history these chapters and successions make.
    pub fn new(
        chapters: impl IntoIterator<Item = Chapter>,
        successions: impl IntoIterator<Item = Succession>,
    ) -> Self {
        let mut by_organisation: BTreeMap<OrganisationId, Vec<Chapter>> = BTreeMap::new();
        for chapter in chapters {
            by_organisation.entry(chapter.organisation).or_default().push(chapter);
        }
        for chapters in by_organisation.values_mut() {
            chapters.sort_by_key(|chapter| (chapter.from_on, chapter.to_on.unwrap_or(Date::MAX)));
        }
        Self { chapters: by_organisation, successions: successions.into_iter().collect() }
    }

    /// An organisation's chapters, oldest first.
    pub fn of(&self, id: OrganisationId) -> &[Chapter] {
        self.chapters.get(&id).map_or(&[], Vec::as_slice)
    }

    /// All chapters of all organisations.
    pub fn chapters(&self) -> impl Iterator<Item = &Chapter> {
        self.chapters.values().flatten()
    }

    /// How an organisation stood on a day.
    pub fn on(&self, id: OrganisationId, date: Date) -> Option<&Chapter> {
        self.of(id).iter().find(|chapter| chapter.holds_on(date))
    }

    /// How an organisation stands until further notice.
    pub fn open(&self, id: OrganisationId) -> Option<&Chapter> {
        self.of(id).iter().find(|chapter| chapter.to_on.is_none())
    }

    /// All that existed on a day.
    pub fn all_on(&self, date: Date) -> impl Iterator<Item = &Chapter> {
        self.chapters.keys().filter_map(move |id| self.on(*id, date))
    }

    /// Whether it is a cell from a day on, until further notice.
    pub fn is_cell_from(&self, id: OrganisationId, date: Date) -> bool {
        let is_cell =
            |chapter: Option<&Chapter>| chapter.is_some_and(|one| one.kind == OrganisationKind::Cell);
        is_cell(self.on(id, date)) && is_cell(self.open(id))
    }

    /// Those directly below an organisation on a day.
    pub fn below(&self, id: OrganisationId, date: Date) -> impl Iterator<Item = &Chapter> {
        self.all_on(date).filter(move |chapter| chapter.parent == Some(id))
    }

    /// All above an organisation on a day, nearest first, as far as they existed then.
    pub fn above(&self, id: OrganisationId, date: Date) -> Vec<&Chapter> {
        let mut above: Vec<&Chapter> = Vec::new();
        let mut next = self.on(id, date).and_then(|chapter| chapter.parent);
        while let Some(chapter) = next.and_then(|id| self.on(id, date)) {
            if above.iter().any(|one| one.organisation == chapter.organisation) {
                break;
            }
            above.push(chapter);
            next = chapter.parent;
        }
        above
    }

    /// An organisation as it stood in one of its chapters: from when it was founded, to when it ended.
    pub fn as_organisation(&self, chapter: &Chapter) -> Organisation {
        let chapters = self.of(chapter.organisation);
        Organisation {
            from_on: chapters.first().map_or(chapter.from_on, |first| first.from_on),
            to_on: chapters.last().and_then(|last| last.to_on),
            ..chapter.into()
        }
    }

    /// What came out of what, by day.
    pub fn successions(&self) -> impl Iterator<Item = &Succession> {
        self.successions.iter()
    }

    /// Makes an outcome part of the history. A chapter that would have lasted no day is not kept.
    pub fn take(&mut self, outcome: &Outcome) {
        for id in &outcome.ended {
            let Some(chapters) = self.chapters.get_mut(id) else { continue };
            chapters.retain(|one| one.to_on.is_some() || one.from_on < outcome.on);
            if let Some(open) = chapters.iter_mut().find(|one| one.to_on.is_none()) {
                open.to_on = Some(outcome.on);
            }
        }
        for chapter in &outcome.begun {
            self.chapters.entry(chapter.organisation).or_default().push(chapter.clone());
        }
        self.successions.extend(outcome.successions.iter().copied());
    }
}
