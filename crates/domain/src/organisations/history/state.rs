//! What a deed finds on its day: the organisations it names, whether a code is free, who stands in a cell.

use jiff::civil::Date;

use super::{Around, Chapter, DeedError, Digits, Form, History};
use crate::{
    ids::OrganisationId,
    members::{MemberGrade, Standing},
    names,
    organisations::OrganisationKind,
};

/// The history as a deed of one day finds it.
#[derive(Clone, Copy)]
pub(super) struct Then<'a> {
    pub(super) history: &'a History,
    pub(super) on: Date,
    pub(super) around: &'a Around<'a>,
}

impl<'a> Then<'a> {
    /// An organisation that exists on the day and has not changed since.
    pub(super) fn open(self, id: OrganisationId) -> Result<&'a Chapter, DeedError> {
        let not_then = DeedError::NotThen { on: self.on };
        let Some(open) = self.history.open(id) else {
            return Err(not_then);
        };
        if open.from_on <= self.on {
            return Ok(open);
        }
        match self.history.on(id, self.on) {
            Some(chapter) => Err(later(chapter, open.from_on)),
            None => Err(not_then),
        }
    }

    /// Refuses to end on its first day what was founded that day: it would never have been.
    pub(super) fn may_end(self, chapter: &Chapter) -> Result<(), DeedError> {
        let is_first = self.history.of(chapter.organisation).len() == 1;
        if is_first && chapter.from_on == self.on {
            return Err(DeedError::FoundedThatDay { name: chapter.name.clone() });
        }
        Ok(())
    }

    /// A cell that exists on the day and has not changed since.
    pub(super) fn cell(self, id: OrganisationId) -> Result<&'a Chapter, DeedError> {
        let open = self.open(id)?;
        if open.kind == OrganisationKind::Cell {
            Ok(open)
        } else {
            Err(DeedError::NotACell { name: open.name.clone() })
        }
    }

    /// Those directly below one that is to end; refused where one came or went after the day.
    pub(super) fn below(self, above: &Chapter) -> Result<Vec<&'a Chapter>, DeedError> {
        let id = above.organisation;
        let mut below = Vec::new();
        for chapter in self.history.chapters.values().flatten() {
            let lasts = chapter.to_on.is_none_or(|end| end > self.on);
            if chapter.parent != Some(id) || !lasts {
                continue;
            }
            let changed = chapter.to_on.or((chapter.from_on > self.on).then_some(chapter.from_on));
            if let Some(changed_on) = changed {
                return Err(later(chapter, changed_on));
            }
            below.push(chapter);
        }
        Ok(below)
    }

    /// A new organisation, as it is to begin.
    pub(super) fn begins(
        self,
        id: OrganisationId,
        kind: OrganisationKind,
        form: &Form,
        parent: Option<&Chapter>,
        ceasing: &[OrganisationId],
    ) -> Result<Chapter, DeedError> {
        if !self.history.of(id).is_empty() {
            return Err(DeedError::Exists);
        }
        let name = named(&form.name)?;
        if kind == OrganisationKind::Cell && form.cell_type.is_none() {
            return Err(DeedError::TypeMissing);
        }
        if let Some(parent) = parent {
            fits(parent, kind, &name)?;
        }
        let code = self.free_code(&form.code, kind, parent, ceasing)?;
        let cell_type = form.cell_type.filter(|_| kind == OrganisationKind::Cell);
        let parent = parent.map(|chapter| chapter.organisation);
        Ok(Chapter { organisation: id, code, name, kind, cell_type, parent, from_on: self.on, to_on: None })
    }

    /// A code that nobody else has from the day on, and that has the form of the rule where the one above has it.
    pub(super) fn free_code(
        self,
        code: &str,
        kind: OrganisationKind,
        parent: Option<&Chapter>,
        except: &[OrganisationId],
    ) -> Result<String, DeedError> {
        let code: String = code.split_whitespace().collect();
        let rule = self.around.rules.code_digits();
        if let Some(parts) = rule.value.filter(|_| kind != OrganisationKind::SubCell) {
            let digits = Digits { parts, citation: rule.citation };
            if !digits.fit(&code) && parent.is_none_or(|above| digits.fit(&above.code)) {
                return Err(DeedError::CodeForm { code, digits });
            }
        }
        let taken = self.history.chapters.values().flatten().find(|chapter| {
            chapter.code == code
                && chapter.to_on.is_none_or(|end| end > self.on)
                && !except.contains(&chapter.organisation)
        });
        match taken {
            Some(taken) => Err(DeedError::CodeTaken { code, by: taken.name.clone() }),
            None => Ok(code),
        }
    }

    /// Whether one would come to stand below itself: on the day, or on a later one on which something above changed.
    pub(super) fn would_circle(self, id: OrganisationId, parent: OrganisationId) -> bool {
        let later = self.history.chapters.values().flatten().map(|chapter| chapter.from_on);
        let days = later.filter(|day| *day > self.on).chain([self.on]);
        let is_above = |day| self.history.above(parent, day).iter().any(|above| above.organisation == id);
        id == parent || days.into_iter().any(is_above)
    }

    /// The standings in a cell on the day, all of them open; refused where one began or ended after it.
    pub(super) fn standings(self, cell: &Chapter) -> Result<Vec<&'a Standing>, DeedError> {
        let mut standings = Vec::new();
        for standing in self.around.standings.iter().filter(|one| one.cell == cell.organisation) {
            if let Some(changed_on) = self.changed_after(standing) {
                return Err(DeedError::MembersChanged { name: cell.name.clone(), changed_on });
            }
            if standing.holds_on(self.on) {
                standings.push(standing);
            }
        }
        Ok(standings)
    }

    /// When a standing changed after the day, if it did.
    pub(super) fn changed_after(self, standing: &Standing) -> Option<Date> {
        let ended = standing.to_on.filter(|end| *end > self.on);
        ended.or((standing.from_on > self.on).then_some(standing.from_on))
    }

    /// Refuses a cell that would have too few official members (statement 26).
    pub(super) fn must_have_enough<'s>(
        self,
        name: &str,
        standings: impl Iterator<Item = &'s Standing>,
    ) -> Result<(), DeedError> {
        let is_official = |one: &&Standing| one.grade == MemberGrade::Official && one.state.belongs();
        let official = u32::try_from(standings.filter(is_official).count()).unwrap_or(u32::MAX);
        let rule = self.around.rules.cell_minimum_official();
        if official >= rule.value {
            return Ok(());
        }
        let (name, least, citation) = (name.to_owned(), rule.value, rule.citation);
        Err(DeedError::TooFewOfficial { name, official, least, citation })
    }
}

/// A name as it is kept.
pub(super) fn named(name: &str) -> Result<String, DeedError> {
    let name: String = names::tidy(name).chars().take(300).collect();
    if name.is_empty() { Err(DeedError::NameMissing) } else { Ok(name) }
}

/// Refuses what cannot stand directly below `above`.
pub(super) fn fits(above: &Chapter, kind: OrganisationKind, name: &str) -> Result<(), DeedError> {
    if above.kind.may_hold(kind) {
        return Ok(());
    }
    Err(DeedError::DoesNotFit { above: above.name.clone(), below: name.to_owned() })
}

fn later(chapter: &Chapter, changed_on: Date) -> DeedError {
    DeedError::LaterChange { name: chapter.name.clone(), changed_on }
}
