//! What each deed does to the organisations there are, or why it is refused.

use jiff::civil::Date;

use super::{
    CellType, Chapter, Deed, DeedError, Form, History, Outcome, Succession,
    state::{Then, fits, named},
};
use crate::{
    ids::{MemberId, OrganisationId, StandingId},
    members::{Leaving, Standing},
    organisations::OrganisationKind,
    rules::Rules,
};

/// What surrounds a deed.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// Every standing in the cells it names that holds on its day or later.
    pub standings: &'a [Standing],
    /// The rules of its day.
    pub rules: &'a Rules,
}

impl History {
    /// What a deed does on a day; nothing is changed. Refused where the organisations it names do not exist then or changed later
    /// (a deed never goes before another), and where the tree, the codes or the sizes of cells would not be right.
    /// Điều lệ Đảng, Điều 10, 21, 24; 208-QĐ/TW.
    pub fn perform(
        &self,
        deed: &Deed,
        on: Date,
        around: &Around<'_>,
        new_id: &mut dyn FnMut() -> StandingId,
    ) -> Result<Outcome, DeedError> {
        let then = Then { history: self, on, around };
        match deed {
            Deed::Found { organisation, of_kind, form, parent } => {
                let parent = parent.map(|id| then.open(id)).transpose()?;
                Ok(then.begun(vec![then.begins(*organisation, *of_kind, form, parent, &[])?]))
            }
            Deed::Rename { organisation, name, code } => then.rename(*organisation, name, code.as_deref()),
            Deed::Retype { cell, cell_type } => then.retype(*cell, *cell_type),
            Deed::Upgrade { cell, committee, form } => then.upgrade(*cell, *committee, form),
            Deed::Merge { cells, into, new } => then.merge(cells, *into, new.as_ref(), new_id),
            Deed::Split { cell, new, form, members } => then.split(*cell, *new, form, members, new_id),
            Deed::Move { organisations, parent } => then.put_below(organisations, *parent),
            Deed::Dissolve { organisation, to } => then.dissolve(*organisation, *to, new_id),
        }
    }
}

impl Then<'_> {
    /// The outcome in which these chapters begin; those of them that had one before end it.
    fn begun(self, begun: Vec<Chapter>) -> Outcome {
        let goes_on = |id: &OrganisationId| self.history.open(*id).is_some();
        let ended = begun.iter().map(|chapter| chapter.organisation).filter(goes_on).collect();
        Outcome {
            on: self.on,
            ended,
            begun,
            successions: Vec::new(),
            ended_standings: Vec::new(),
            begun_standings: Vec::new(),
        }
    }

    /// The chapter that follows one, from the day on.
    fn next(self, chapter: &Chapter) -> Chapter {
        Chapter { from_on: self.on, ..chapter.clone() }
    }

    fn succession(self, predecessor: OrganisationId, successor: OrganisationId) -> Succession {
        Succession { predecessor, successor, on: self.on }
    }

    fn rename(self, id: OrganisationId, name: &str, code: Option<&str>) -> Result<Outcome, DeedError> {
        let open = self.open(id)?;
        let mut next = self.next(open);
        next.name = named(name)?;
        if let Some(code) = code.filter(|code| *code != open.code) {
            let parent = open.parent.and_then(|id| self.history.on(id, self.on));
            next.code = self.free_code(code, open.kind, parent, &[id])?;
        }
        if (&next.name, &next.code) == (&open.name, &open.code) {
            return Err(DeedError::NothingChanges { name: next.name });
        }
        Ok(self.begun(vec![next]))
    }

    fn retype(self, id: OrganisationId, cell_type: CellType) -> Result<Outcome, DeedError> {
        let open = self.cell(id)?;
        if open.cell_type == Some(cell_type) {
            return Err(DeedError::NothingChanges { name: open.name.clone() });
        }
        Ok(self.begun(vec![Chapter { cell_type: Some(cell_type), ..self.next(open) }]))
    }

    fn upgrade(
        self,
        id: OrganisationId,
        committee: OrganisationId,
        form: &Form,
    ) -> Result<Outcome, DeedError> {
        let cell = self.cell(id)?;
        let parent = cell.parent.map(|id| self.open(id)).transpose()?;
        let raised = self.begins(committee, OrganisationKind::Committee, form, parent, &[])?;
        let below = Chapter { parent: Some(committee), ..self.next(cell) };
        let successions = vec![self.succession(id, committee)];
        Ok(Outcome { successions, ..self.begun(vec![raised, below]) })
    }

    fn put_below(
        self,
        organisations: &[OrganisationId],
        parent: OrganisationId,
    ) -> Result<Outcome, DeedError> {
        let above = self.open(parent)?;
        let mut begun: Vec<Chapter> = Vec::new();
        let mut there = None;
        for id in organisations {
            let open = self.open(*id)?;
            if open.parent == Some(parent) {
                there = Some(open);
                continue;
            }
            if self.would_circle(*id, parent) {
                return Err(DeedError::BelowItself { name: open.name.clone() });
            }
            fits(above, open.kind, &open.name)?;
            if begun.iter().all(|chapter| chapter.organisation != *id) {
                begun.push(Chapter { parent: Some(parent), ..self.next(open) });
            }
        }
        match there.filter(|_| begun.is_empty()) {
            Some(there) => Err(DeedError::NothingChanges { name: there.name.clone() }),
            None if begun.is_empty() => Err(DeedError::NothingNamed),
            None => Ok(self.begun(begun)),
        }
    }

    fn merge(
        self,
        cells: &[OrganisationId],
        into: OrganisationId,
        new: Option<&(Form, OrganisationId)>,
        new_id: &mut dyn FnMut() -> StandingId,
    ) -> Result<Outcome, DeedError> {
        let mut ending: Vec<&Chapter> = Vec::new();
        for id in cells {
            let cell = self.cell(*id)?;
            if *id == into {
                return Err(DeedError::IntoItself { name: cell.name.clone() });
            }
            self.may_end(cell)?;
            if ending.iter().all(|one| one.organisation != *id) {
                ending.push(cell);
            }
        }
        if ending.len() < if new.is_some() { 2 } else { 1 } {
            return Err(DeedError::TooFewToMerge);
        }
        let mut begun = Vec::new();
        if let Some((form, parent)) = new {
            let parent = self.open(*parent)?;
            begun.push(self.begins(into, OrganisationKind::Cell, form, Some(parent), cells)?);
        } else {
            self.cell(into)?;
        }
        self.ended_into(&ending, into, begun, new_id)
    }

    fn dissolve(
        self,
        id: OrganisationId,
        to: Option<OrganisationId>,
        new_id: &mut dyn FnMut() -> StandingId,
    ) -> Result<Outcome, DeedError> {
        let open = self.open(id)?;
        self.may_end(open)?;
        let Some(to) = to else {
            let below = self.below(open)?.len();
            if below > 0 {
                let below = u32::try_from(below).unwrap_or(u32::MAX);
                return Err(DeedError::HasBelow { name: open.name.clone(), below });
            }
            let members = self.standings(open)?.len();
            if members > 0 {
                let members = u32::try_from(members).unwrap_or(u32::MAX);
                return Err(DeedError::HasMembers { name: open.name.clone(), members });
            }
            return Ok(Outcome { ended: vec![id], ..self.begun(Vec::new()) });
        };
        if to == id {
            return Err(DeedError::IntoItself { name: open.name.clone() });
        }
        if open.kind == OrganisationKind::Cell {
            self.cell(to)?;
        }
        if self.would_circle(id, to) {
            return Err(DeedError::BelowItself { name: open.name.clone() });
        }
        self.ended_into(&[open], to, Vec::new(), new_id)
    }

    /// Ends organisations in favour of one: its members and what stands below come to it.
    fn ended_into(
        self,
        ending: &[&Chapter],
        into: OrganisationId,
        mut begun: Vec<Chapter>,
        new_id: &mut dyn FnMut() -> StandingId,
    ) -> Result<Outcome, DeedError> {
        let above = match begun.first() {
            Some(new) => new.clone(),
            None => self.open(into)?.clone(),
        };
        let mut coming = Vec::new();
        for one in ending {
            for below in self.below(one)? {
                fits(&above, below.kind, &below.name)?;
                begun.push(Chapter { parent: Some(into), ..self.next(below) });
            }
            coming.extend(self.standings(one)?);
        }
        let mut outcome = self.begun(begun);
        outcome.ended.extend(ending.iter().map(|one| one.organisation));
        outcome.successions = ending.iter().map(|one| self.succession(one.organisation, into)).collect();
        self.bring(&coming, into, &mut outcome, new_id)?;
        Ok(outcome)
    }

    /// Moves standings into a cell. Who stood in both, say as a residence contact of one, stands in it once, as who belongs to it.
    fn bring(
        self,
        coming: &[&Standing],
        into: OrganisationId,
        outcome: &mut Outcome,
        new_id: &mut dyn FnMut() -> StandingId,
    ) -> Result<(), DeedError> {
        let mut there: Vec<Standing> = Vec::new();
        for standing in self.around.standings.iter().filter(|one| one.cell == into && one.to_on.is_none()) {
            if standing.from_on > self.on && coming.iter().any(|one| one.member == standing.member) {
                let name = self.open(into)?.name.clone();
                return Err(DeedError::MembersChanged { name, changed_on: standing.from_on });
            }
            there.push(standing.clone());
        }
        for standing in coming {
            outcome.ended_standings.push((standing.id, Leaving::Transferred));
            let known = there.iter().position(|one| one.member == standing.member);
            if let Some(known) = known {
                if there[known].state.belongs() || !standing.state.belongs() {
                    continue;
                }
                let before = there.remove(known);
                match outcome.begun_standings.iter().position(|one| one.id == before.id) {
                    Some(begun) => drop(outcome.begun_standings.remove(begun)),
                    None => outcome.ended_standings.push((before.id, Leaving::Changed)),
                }
            }
            let begun = Standing {
                id: new_id(),
                cell: into,
                from_on: self.on,
                to_on: None,
                left: None,
                ..(*standing).clone()
            };
            there.push(begun.clone());
            outcome.begun_standings.push(begun);
        }
        Ok(())
    }

    fn split(
        self,
        id: OrganisationId,
        new: OrganisationId,
        form: &Form,
        members: &[MemberId],
        new_id: &mut dyn FnMut() -> StandingId,
    ) -> Result<Outcome, DeedError> {
        let cell = self.cell(id)?;
        let parent = cell.parent.map(|id| self.open(id)).transpose()?;
        let form = Form { cell_type: form.cell_type.or(cell.cell_type), ..form.clone() };
        let begins = self.begins(new, OrganisationKind::Cell, &form, parent, &[])?;
        let in_cell: Vec<&Standing> = self
            .around
            .standings
            .iter()
            .filter(|one| one.cell == id && one.to_on.is_none_or(|end| end > self.on))
            .collect();
        let (going, staying): (Vec<&Standing>, Vec<&Standing>) =
            in_cell.into_iter().partition(|one| members.contains(&one.member));
        if let Some(changed_on) = going.iter().find_map(|one| self.changed_after(one)) {
            return Err(DeedError::MembersChanged { name: cell.name.clone(), changed_on });
        }
        let strangers = members.iter().filter(|id| going.iter().all(|one| one.member != **id)).count();
        if strangers > 0 {
            let members = u32::try_from(strangers).unwrap_or(u32::MAX);
            return Err(DeedError::NotMembers { name: cell.name.clone(), members });
        }
        self.must_have_enough(&begins.name, going.iter().copied())?;
        self.must_have_enough(&cell.name, staying.into_iter().filter(|one| one.holds_on(self.on)))?;
        let mut outcome = self.begun(vec![begins]);
        outcome.successions = vec![self.succession(id, new)];
        self.bring(&going, new, &mut outcome, new_id)?;
        Ok(outcome)
    }
}
