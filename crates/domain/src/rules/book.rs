//! The book of all rules: the packs built in, or others read at run time in their place, and the rules of a day.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;

use super::{
    Calendar, Entry, Finding, Findings, Listed, Override, Rules, Value, Words, pack,
    view::{Era, NEEDS},
};
use crate::{organisations::Place, problems::Sentence};

/// The day from which every rule the program needs is known. Deeds before it are judged by the rules of this day.
pub const FIRST_DAY: Date = jiff::civil::date(2024, 1, 1);

/// The national packs, by file name.
pub const NATIONAL: &[(&str, &str)] = &[
    ("dues.toml", include_str!("../../../../rules/dues.toml")),
    ("holidays.toml", include_str!("../../../../rules/holidays.toml")),
    ("inspection.toml", include_str!("../../../../rules/inspection.toml")),
    ("meetings.toml", include_str!("../../../../rules/meetings.toml")),
    ("members.toml", include_str!("../../../../rules/members.toml")),
    ("organisations.toml", include_str!("../../../../rules/organisations.toml")),
    ("papers.toml", include_str!("../../../../rules/papers.toml")),
    ("privacy.toml", include_str!("../../../../rules/privacy.toml")),
    ("quality.toml", include_str!("../../../../rules/quality.toml")),
    ("ratings.toml", include_str!("../../../../rules/ratings.toml")),
    ("tasks.toml", include_str!("../../../../rules/tasks.toml")),
    ("votes.toml", include_str!("../../../../rules/votes.toml")),
];

/// All rules with their spans. Cheap to clone.
#[derive(Debug, Clone)]
pub struct RuleBook {
    pages: Arc<Pages>,
}

#[derive(Debug)]
struct Pages {
    entries: BTreeMap<String, Vec<Entry>>,
    calendar: Calendar,
    first: Arc<Era>,
    later: Vec<(Date, Arc<Era>)>,
}

impl RuleBook {
    /// The rules built into the program.
    pub fn national() -> Result<Self, Findings> {
        Self::with(&[])
    }

    /// The rules built in, with packs `(file name, text)` read at run time: one of the same name takes the place of the
    /// one built in, others are added. All findings of all packs if any is wrong.
    pub fn with(packs: &[(&str, &str)]) -> Result<Self, Findings> {
        let replaced = |name: &str| packs.iter().any(|(other, _)| *other == name);
        let kept = NATIONAL.iter().filter(|(name, _)| !replaced(name));
        let mut entries: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        let mut findings = Vec::new();
        for (name, text) in kept.chain(packs) {
            let (read, found) = pack::read(text, name);
            findings.extend(found);
            for entry in read {
                entries.entry(entry.key.clone()).or_default().push(entry);
            }
        }
        if !findings.is_empty() {
            return Err(Findings(findings));
        }
        for spans in entries.values_mut() {
            spans.sort_by_key(|entry| entry.from);
        }
        Pages::build(entries).map(|pages| Self { pages: Arc::new(pages) })
    }

    /// The national rules in force on `date`; a date before [`FIRST_DAY`] is judged by the rules of that day.
    pub fn on(&self, date: Date) -> Rules {
        let later = self.pages.later.iter().rev().find(|(from, _)| *from <= date);
        let era = later.map_or(&self.pages.first, |(_, era)| era);
        Rules { book: self.clone(), date, era: Arc::clone(era), overrides: Arc::default() }
    }

    /// The rules in force on `date` for an organisation: of the overrides set by it or by one above it, the nearest
    /// wins. What the rule of that day does not let a committee set, and a value of the wrong kind, is left out.
    pub fn on_for(&self, date: Date, place: &Place, overrides: &[Override]) -> Rules {
        let mut nearest: BTreeMap<String, (usize, &Override)> = BTreeMap::new();
        for set in overrides.iter().filter(|set| set.holds_on(date)) {
            let Some(distance) = set.distance(place) else { continue };
            let allowed = self.entry(&set.key, date.max(FIRST_DAY)).is_some_and(|entry| entry.overridable);
            let nearer = nearest.get(&set.key).is_none_or(|(other, _)| distance < *other);
            if allowed && nearer && reads(&set.key, &set.value) {
                nearest.insert(set.key.clone(), (distance, set));
            }
        }
        let overrides = nearest.into_iter().map(|(key, (_, set))| (key, set.clone())).collect();
        Rules { overrides: Arc::new(overrides), ..self.on(date) }
    }

    /// The entry of a key in force on `date`.
    pub fn entry(&self, key: &str, date: Date) -> Option<&Entry> {
        self.history(key).iter().find(|entry| entry.holds_on(date))
    }

    /// All entries of a key, oldest first; none if there is no such key.
    pub fn history(&self, key: &str) -> &[Entry] {
        self.pages.entries.get(key).map_or(&[], Vec::as_slice)
    }

    /// Every rule in force on `date`, by key, with its words.
    pub fn entries(&self, date: Date) -> impl Iterator<Item = &Entry> {
        self.pages.entries.values().flatten().filter(move |entry| entry.holds_on(date))
    }

    /// Every rule in force on `date`, by key: what `nennep rules list --on DATE` prints.
    pub fn list(&self, date: Date) -> Vec<Listed> {
        self.entries(date).map(Listed::from).collect()
    }

    /// The sentence that says a rule as it stood on `date`, or as it stands first where it held later only.
    pub fn words(&self, key: &str, date: Date) -> Option<&Words> {
        self.entry(key, date).or_else(|| self.history(key).first()).map(|entry| &entry.text)
    }

    /// Whether `value` is one that the rule of a key can have on `date`.
    pub fn accepts(&self, key: &str, date: Date, value: &Value) -> bool {
        self.entry(key, date).is_some_and(|entry| entry.unit.accepts(value)) && reads(key, value)
    }

    /// The working-day calendar.
    pub fn calendar(&self) -> &Calendar {
        &self.pages.calendar
    }
}

/// Whether the typed view can read `value` under `key`; true for keys it does not read.
pub(super) fn reads(key: &str, value: &Value) -> bool {
    NEEDS.iter().copied().flatten().filter(|need| need.key == key).all(|need| (need.reads)(value))
}

impl Pages {
    fn build(entries: BTreeMap<String, Vec<Entry>>) -> Result<Self, Findings> {
        let mut days: Vec<Date> =
            entries.values().flatten().flat_map(|e| [Some(e.from), e.to]).flatten().collect();
        days.retain(|day| *day > FIRST_DAY);
        days.sort_unstable();
        days.dedup();
        let era = |day: Date| Era::build(&entries, day).map(Arc::new).map_err(missing);
        let first = era(FIRST_DAY)?;
        let later = days.into_iter().map(|day| Ok((day, era(day)?))).collect::<Result<_, Findings>>()?;
        let calendar = Calendar::of(entries.values().flatten());
        Ok(Self { entries, calendar, first, later })
    }
}

fn missing(key: &str) -> Findings {
    let file = format!("{}.toml", key.split('.').next().unwrap_or_default());
    let sentence = Sentence::new("rules-key-missing");
    Findings(vec![Finding { file, line: 1, key: key.to_owned(), sentence }])
}
