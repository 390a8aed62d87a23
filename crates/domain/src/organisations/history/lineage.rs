//! What became of what over a span of time: which organisations began, were called otherwise, moved, came out of others and ended,
//! day by day, so that a drawing and a list can say the same.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::{Chapter, History, Succession};
use crate::{
    ids::OrganisationId,
    organisations::{CellType, OrganisationKind},
    problems::Sentence,
};

/// An organisation by the name it had on the day that is spoken of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Called {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name then.
    pub name: String,
}

/// What happened to an organisation on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// It was founded, below another where one is known.
    Founded(Option<Called>),
    /// It came out of others, which went on or ended that day.
    CameOutOf(Vec<Called>),
    /// It was founded in the place of a cell that was raised, and the cell stands below it.
    RaisedFrom(Called),
    /// It got another name.
    Renamed {
        /// The name before.
        before: String,
    },
    /// It got another code.
    Recoded {
        /// The code before.
        before: String,
        /// The code since.
        after: String,
    },
    /// It lives in something else since.
    Retyped {
        /// What it lived in.
        before: Option<CellType>,
        /// What it lives in since.
        after: Option<CellType>,
    },
    /// It came to stand below another.
    Moved {
        /// What it stood below.
        before: Option<Called>,
        /// What it stands below since.
        after: Option<Called>,
    },
    /// It ended, and these took over what it was.
    BecamePartOf(Vec<Called>),
    /// It ended, and nothing took over.
    Dissolved,
}

text_enum! {
    /// What kind of turn it was.
    TurnKind {
        /// It was founded.
        Founded = "founded",
        /// It came out of others.
        CameOut = "came_out",
        /// It was founded in the place of a cell that was raised.
        Raised = "raised",
        /// It got another name.
        Renamed = "renamed",
        /// It got another code.
        Recoded = "recoded",
        /// It lives in something else.
        Retyped = "retyped",
        /// It came to stand below another.
        Moved = "moved",
        /// It ended in others.
        Became = "became",
        /// It ended with nothing after it.
        Dissolved = "dissolved",
    }
}

/// One turn of one organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The day since when it is so.
    pub on: Date,
    /// Which organisation, by the name it had from then on, or at its end.
    pub organisation: Called,
    /// What happened.
    pub turn: Turn,
}

impl Step {
    /// What kind of turn it was.
    pub const fn kind(&self) -> TurnKind {
        match self.turn {
            Turn::Founded(_) => TurnKind::Founded,
            Turn::CameOutOf(_) => TurnKind::CameOut,
            Turn::RaisedFrom(_) => TurnKind::Raised,
            Turn::Renamed { .. } => TurnKind::Renamed,
            Turn::Recoded { .. } => TurnKind::Recoded,
            Turn::Retyped { .. } => TurnKind::Retyped,
            Turn::Moved { .. } => TurnKind::Moved,
            Turn::BecamePartOf(_) => TurnKind::Became,
            Turn::Dissolved => TurnKind::Dissolved,
        }
    }

    /// The other organisations it speaks of: what it came out of, became, or came to stand below.
    pub fn others(&self) -> Vec<&Called> {
        match &self.turn {
            Turn::CameOutOf(others) | Turn::BecamePartOf(others) => others.iter().collect(),
            Turn::RaisedFrom(other) => vec![other],
            Turn::Founded(parent) => parent.iter().collect(),
            Turn::Moved { before, after } => before.iter().chain(after).collect(),
            Turn::Renamed { .. } | Turn::Recoded { .. } | Turn::Retyped { .. } | Turn::Dissolved => {
                Vec::new()
            }
        }
    }

    /// It in words.
    pub fn sentence(&self) -> Sentence {
        let names = |all: &[Called]| all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
        let name = |one: &Option<Called>| one.as_ref().map_or_else(|| "–".to_owned(), |one| one.name.clone());
        let said = match &self.turn {
            Turn::Founded(None) => Sentence::new("lineage-founded-above-all"),
            Turn::Founded(Some(parent)) => {
                Sentence::new("lineage-founded").with("parent", parent.name.as_str())
            }
            Turn::CameOutOf(of) => Sentence::new("lineage-came-out").with("others", names(of)),
            Turn::RaisedFrom(cell) => Sentence::new("lineage-raised").with("cell", cell.name.as_str()),
            Turn::Renamed { before } => Sentence::new("lineage-renamed").with("before", before.as_str()),
            Turn::Recoded { before, after } => {
                Sentence::new("lineage-recoded").with("before", before.as_str()).with("after", after.as_str())
            }
            Turn::Retyped { .. } => Sentence::new("lineage-retyped"),
            Turn::Moved { before, after } => {
                Sentence::new("lineage-moved").with("before", name(before)).with("after", name(after))
            }
            Turn::BecamePartOf(into) => Sentence::new("lineage-became").with("others", names(into)),
            Turn::Dissolved => Sentence::new("lineage-dissolved"),
        };
        said.with("name", self.organisation.name.as_str())
    }
}

/// One organisation over the span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strand {
    /// The organisation, by the name it had last in the span.
    pub organisation: Called,
    /// Its code then.
    pub code: String,
    /// Its kind then.
    pub kind: OrganisationKind,
    /// The day it began, if in the span.
    pub began_on: Option<Date>,
    /// The first day it no longer existed, if in the span.
    pub ended_on: Option<Date>,
}

/// What became of what over a span of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lineage {
    /// The first day; from the beginning of what is known where none was named.
    pub from: Option<Date>,
    /// The last day; as far as anything is known or planned where none was named.
    pub until: Option<Date>,
    /// The organisations that changed, those that belong together beside each other.
    pub strands: Vec<Strand>,
    /// What happened, day by day, and on a day in the order of the strands.
    pub steps: Vec<Step>,
    /// What came out of what, in the span.
    pub successions: Vec<Succession>,
    /// Organisations that stood there all the time as they stand now.
    pub unchanged: u32,
}

/// A span of days, both ends belonging to it.
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;

    const fn id(n: u128) -> OrganisationId {
        OrganisationId(uuid::Uuid::from_u128(n))
    }

    fn chapter(n: u128, name: &str, parent: Option<u128>, from: Date, to: Option<Date>) -> Chapter {
        let kind = if n < 10 { OrganisationKind::Committee } else { OrganisationKind::Cell };
        Chapter {
            organisation: id(n),
            code: format!("{n:03}"),
            name: name.to_owned(),
            kind,
            cell_type: None,
            parent: parent.map(id),
            from_on: from,
            to_on: to,
        }
    }

    const YEAR: [Date; 4] = [date(2025, 1, 1), date(2025, 7, 1), date(2026, 3, 1), date(2026, 9, 30)];

    /// A ward 1 with cells 10, 11, 12; a committee 2 that held 11 and was closed; 10 was renamed; 20 came out of 10; 12 merged
    /// into 20; 13 never changed.
    fn history() -> History {
        let [first, founded, renamed, closed] = YEAR;
        let came = |predecessor, successor, on| Succession {
            predecessor: id(predecessor),
            successor: id(successor),
            on,
        };
        History::new(
            [
                chapter(1, "Ward", None, first, None),
                chapter(2, "Organs", Some(1), founded, Some(closed)),
                chapter(10, "Ten", Some(1), first, Some(renamed)),
                chapter(10, "Ten again", Some(1), renamed, None),
                chapter(11, "Eleven", Some(2), founded, Some(closed)),
                chapter(11, "Eleven", Some(1), closed, None),
                chapter(12, "Twelve", Some(1), first, Some(closed)),
                chapter(13, "Thirteen", Some(1), first, None),
                chapter(20, "Twenty", Some(1), renamed, None),
            ],
            [came(10, 20, renamed), came(12, 20, closed), came(2, 1, closed)],
        )
    }

    fn said(lineage: &Lineage) -> Vec<(Date, &str, TurnKind)> {
        lineage.steps.iter().map(|step| (step.on, step.organisation.name.as_str(), step.kind())).collect()
    }

    #[test]
    fn one_organisation_with_all_it_came_out_of_and_became() {
        let [first, _, renamed, closed] = YEAR;
        let history = history();
        let of_ten = history.lineage_of(id(10), None, None);
        let names: Vec<_> = of_ten.strands.iter().map(|one| one.organisation.name.as_str()).collect();
        assert_eq!(names, ["Ten again", "Twenty", "Twelve"], "with who became the same");
        assert_eq!(
            said(&of_ten),
            [
                (first, "Ten", TurnKind::Founded),
                (first, "Twelve", TurnKind::Founded),
                (renamed, "Ten again", TurnKind::Renamed),
                (renamed, "Twenty", TurnKind::CameOut),
                (closed, "Twelve", TurnKind::Became),
            ]
        );
        let came = of_ten.steps[3].others();
        assert_eq!(came[0].name, "Ten", "a predecessor is called as it was before");
        let of_eleven = history.lineage_of(id(11), Some(closed), None);
        assert_eq!(said(&of_eleven), [(closed, "Eleven", TurnKind::Moved)]);
        let Turn::Moved { before, after } = &of_eleven.steps[0].turn else { panic!("it moved") };
        assert_eq!(
            (before.as_ref().unwrap().name.as_str(), after.as_ref().unwrap().name.as_str()),
            ("Organs", "Ward")
        );
        assert!(history.lineage_of(id(99), None, None).strands.is_empty());
    }

    #[rstest]
    #[case(date(2025, 1, 2), date(2025, 6, 30), &[], 4)]
    #[case(date(2025, 7, 1), date(2025, 7, 1), &["Organs", "Eleven"], 4)]
    #[case(date(2026, 9, 29), date(2026, 9, 30), &["Organs", "Ward", "Eleven", "Twelve", "Twenty"], 2)]
    fn a_whole_committee_between_two_days(
        #[case] from: Date,
        #[case] until: Date,
        #[case] changed: &[&str],
        #[case] unchanged: u32,
    ) {
        let lineage = history().lineage_within(id(1), Some(from), Some(until));
        let mut names: Vec<_> = lineage.strands.iter().map(|one| one.organisation.name.as_str()).collect();
        names.sort_unstable();
        let mut changed = changed.to_vec();
        changed.sort_unstable();
        assert_eq!((names, lineage.unchanged), (changed, unchanged));
    }

    #[test]
    fn a_raised_cell_stands_below_what_it_was_raised_to() {
        let [first, raised, ..] = YEAR;
        let history = History::new(
            [
                chapter(1, "Ward", None, first, None),
                chapter(10, "Ten", Some(1), first, Some(raised)),
                chapter(10, "Ten", Some(2), raised, None),
                chapter(2, "Committee", Some(1), raised, None),
            ],
            [Succession { predecessor: id(10), successor: id(2), on: raised }],
        );
        let lineage = history.lineage_of(id(2), Some(raised), None);
        assert_eq!(
            said(&lineage),
            [(raised, "Ten", TurnKind::Moved), (raised, "Committee", TurnKind::Raised)]
        );
        assert_eq!(lineage.steps[1].sentence().key, "lineage-raised");
    }
}
