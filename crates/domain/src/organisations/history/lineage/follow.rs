//! Following organisations back and on through chapters and successions.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Called, Lineage, Step, Strand, Turn};
use crate::{
    ids::OrganisationId,
    organisations::history::{Chapter, History, Succession},
};

#[derive(Clone, Copy)]
struct Span {
    from: Date,
    until: Date,
}

impl Span {
    fn of(from: Option<Date>, until: Option<Date>) -> Self {
        Self { from: from.unwrap_or(Date::MIN), until: until.unwrap_or(Date::MAX) }
    }

    fn holds(self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }

    /// Whether a chapter has a day in the span; one that ended on its first day has its end in it.
    fn touches(self, chapter: &Chapter) -> bool {
        chapter.from_on <= self.until && chapter.to_on.is_none_or(|end| end >= self.from)
    }
}

impl History {
    /// What an organisation came out of and what became of it, however far back and on, with those that came out of the same
    /// or became the same. Nothing where it is not known.
    pub fn lineage_of(&self, id: OrganisationId, from: Option<Date>, until: Option<Date>) -> Lineage {
        let span = Span::of(from, until);
        let mut within = BTreeSet::from([id]);
        for forward in [true, false] {
            let mut found = BTreeSet::from([id]);
            let mut next = vec![id];
            while let Some(one) = next.pop() {
                let beside = self.successions.iter().filter(|step| span.holds(step.on)).filter_map(|step| {
                    let (here, there) = ends(step, forward);
                    (here == one).then_some(there)
                });
                next.extend(beside.filter(|other| found.insert(*other)));
            }
            // Who else became the same, or came out of the same.
            let others = self.successions.iter().filter(|step| span.holds(step.on)).filter_map(|step| {
                let (here, there) = ends(step, forward);
                found.contains(&there).then_some(here)
            });
            let others: Vec<_> = others.collect();
            within.extend(found.into_iter().chain(others));
        }
        self.told(&within, span, from, until)
    }

    /// What became of all that stood within an organisation on any day of a span, and of what they came out of or became.
    pub fn lineage_within(&self, id: OrganisationId, from: Option<Date>, until: Option<Date>) -> Lineage {
        let span = Span::of(from, until);
        let mut within = BTreeSet::from([id]);
        loop {
            let below = self.chapters.values().flatten().filter(|chapter| {
                span.touches(chapter) && chapter.parent.is_some_and(|parent| within.contains(&parent))
            });
            let found: Vec<_> =
                below.map(|one| one.organisation).filter(|one| !within.contains(one)).collect();
            if found.is_empty() {
                break;
            }
            within.extend(found);
        }
        let beside: Vec<_> = self
            .successions
            .iter()
            .filter(|step| {
                span.holds(step.on)
                    && (within.contains(&step.predecessor) || within.contains(&step.successor))
            })
            .flat_map(|step| [step.predecessor, step.successor])
            .collect();
        within.extend(beside);
        self.told(&within, span, from, until)
    }

    fn told(
        &self,
        within: &BTreeSet<OrganisationId>,
        span: Span,
        from: Option<Date>,
        until: Option<Date>,
    ) -> Lineage {
        let successions: Vec<Succession> = self
            .successions
            .iter()
            .filter(|step| {
                span.holds(step.on) && within.contains(&step.predecessor) && within.contains(&step.successor)
            })
            .copied()
            .collect();
        let steps_of = |id: &OrganisationId| self.steps_of(*id, span);
        let linked = |id: &OrganisationId| {
            successions.iter().any(|one| one.predecessor == *id || one.successor == *id)
        };
        let known = within.iter().filter(|id| self.of(**id).iter().any(|chapter| span.touches(chapter)));
        let (changed, unchanged): (Vec<OrganisationId>, Vec<OrganisationId>) =
            known.partition(|id| linked(id) || !steps_of(id).is_empty());
        let order = self.in_order(&changed, &successions);
        let mut steps: Vec<(usize, Step)> = Vec::new();
        for (row, id) in order.iter().enumerate() {
            steps.extend(steps_of(id).into_iter().map(|step| (row, step)));
        }
        steps.sort_by_key(|(row, step)| (step.on, *row));
        Lineage {
            from,
            until,
            strands: order.iter().filter_map(|id| self.strand(*id, span)).collect(),
            steps: steps.into_iter().map(|(_, step)| step).collect(),
            successions,
            unchanged: u32::try_from(unchanged.len()).unwrap_or(u32::MAX),
        }
    }

    /// Those that came out of others stand after them.
    fn in_order(&self, changed: &[OrganisationId], successions: &[Succession]) -> Vec<OrganisationId> {
        let mut all = changed.to_vec();
        all.sort_by_cached_key(|id| {
            let first = self.of(*id).first();
            (first.map(|one| one.code.clone()), *id)
        });
        let is_first = |id: &OrganisationId| successions.iter().all(|one| one.successor != *id);
        let mut order: Vec<OrganisationId> = Vec::with_capacity(all.len());
        let mut next: Vec<OrganisationId> = Vec::new();
        for begin in all.iter().filter(|id| is_first(id)).chain(&all) {
            next.push(*begin);
            while let Some(id) = next.pop() {
                if order.contains(&id) {
                    continue;
                }
                order.push(id);
                let after: Vec<_> =
                    successions.iter().filter(|one| one.predecessor == id).map(|one| one.successor).collect();
                next.extend(after.into_iter().rev());
            }
        }
        order.retain(|id| changed.contains(id));
        order
    }

    fn strand(&self, id: OrganisationId, span: Span) -> Option<Strand> {
        let chapters = self.of(id);
        let last = chapters.iter().rev().find(|chapter| chapter.from_on <= span.until)?;
        Some(Strand {
            organisation: Called { organisation: id, name: last.name.clone() },
            code: last.code.clone(),
            kind: last.kind,
            began_on: chapters.first().map(|first| first.from_on).filter(|on| span.holds(*on)),
            ended_on: chapters.last().and_then(|last| last.to_on).filter(|on| span.holds(*on)),
        })
    }

    /// An organisation by the name it had on a day, or before it where it had ended, or after it where it had not begun.
    fn called(&self, id: OrganisationId, on: Date) -> Called {
        let chapters = self.of(id);
        let then = self.on(id, on).or_else(|| chapters.iter().rev().find(|one| one.from_on <= on));
        let name = then.or_else(|| chapters.first()).map_or_else(String::new, |one| one.name.clone());
        Called { organisation: id, name }
    }

    fn steps_of(&self, id: OrganisationId, span: Span) -> Vec<Step> {
        let chapters = self.of(id);
        let mut steps = Vec::new();
        if let Some(first) = chapters.first() {
            steps.push((first.from_on, self.called(id, first.from_on), self.beginning(first)));
        }
        for pair in chapters.windows(2) {
            let (before, after) = (&pair[0], &pair[1]);
            let turns = self.between(before, after);
            steps.extend(turns.into_iter().map(|turn| (after.from_on, self.called(id, after.from_on), turn)));
        }
        if let Some((last, end)) = chapters.last().and_then(|last| Some((last, last.to_on?))) {
            let name = last.name.clone();
            steps.push((end, Called { organisation: id, name }, self.ending(id, end)));
        }
        let told = steps.into_iter().filter(|(on, ..)| span.holds(*on));
        told.map(|(on, organisation, turn)| Step { on, organisation, turn }).collect()
    }

    fn beginning(&self, first: &Chapter) -> Turn {
        let on = first.from_on;
        let of: Vec<Succession> = self
            .successions
            .iter()
            .filter(|one| one.successor == first.organisation && one.on == on)
            .copied()
            .collect();
        let stands_below = |one: &Succession| {
            self.on(one.predecessor, on).is_some_and(|then| then.parent == Some(first.organisation))
        };
        // A predecessor is named as it was called the day before.
        let named = |one: &Succession| self.called(one.predecessor, on.yesterday().unwrap_or(on));
        match &of[..] {
            [] => Turn::Founded(first.parent.map(|parent| self.called(parent, on))),
            [one] if stands_below(one) => Turn::RaisedFrom(named(one)),
            all => Turn::CameOutOf(all.iter().map(named).collect()),
        }
    }

    fn between(&self, before: &Chapter, after: &Chapter) -> Vec<Turn> {
        let on = after.from_on;
        let mut turns = Vec::new();
        if before.name != after.name {
            turns.push(Turn::Renamed { before: before.name.clone() });
        }
        if before.code != after.code {
            turns.push(Turn::Recoded { before: before.code.clone(), after: after.code.clone() });
        }
        if before.cell_type != after.cell_type {
            turns.push(Turn::Retyped { before: before.cell_type, after: after.cell_type });
        }
        if before.parent != after.parent {
            let day_before = on.yesterday().unwrap_or(on);
            let above = |id: Option<OrganisationId>, on| id.map(|id| self.called(id, on));
            turns.push(Turn::Moved {
                before: above(before.parent, day_before),
                after: above(after.parent, on),
            });
        }
        turns
    }

    fn ending(&self, id: OrganisationId, end: Date) -> Turn {
        let heirs = self.successions.iter().filter(|one| one.predecessor == id && one.on == end);
        let heirs: Vec<Called> = heirs.map(|one| self.called(one.successor, end)).collect();
        if heirs.is_empty() { Turn::Dissolved } else { Turn::BecamePartOf(heirs) }
    }
}

const fn ends(step: &Succession, forward: bool) -> (OrganisationId, OrganisationId) {
    if forward { (step.predecessor, step.successor) } else { (step.successor, step.predecessor) }
}
