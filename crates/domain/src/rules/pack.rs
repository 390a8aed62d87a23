//! Reading and checking of one rule pack, a file such as `rules/meetings.toml`.

use jiff::civil::Date;

use super::{
    Confidence, Entry, FIRST_DAY, Finding, Unit, Words,
    reading::{Pack, Section},
    view::{NEEDS, Need},
};
use crate::problems::{Citation, Sentence};

/// What is wrong with a rule pack, in the order of its lines; nothing if it can be used in place of the one built in.
///
/// Finds text that is not TOML, unknown and missing fields, wrong types and units, bad dates, a span that ends before it
/// begins, spans of one key that overlap, and, for a pack that bears the name of one built in, keys and days that the
/// program needs and the pack leaves out.
pub fn check(text: &str, file_name: &str) -> Vec<Finding> {
    read(text, file_name).1
}

/// The rules of a pack that could be read, and what is wrong with it.
pub(super) fn read(text: &str, file_name: &str) -> (Vec<Entry>, Vec<Finding>) {
    let pack = Pack::new(file_name, text);
    let mut entries = Vec::new();
    if let Some(table) = pack.parse() {
        let root = Section::root(&pack, table.get_ref());
        let mut lines = Vec::new();
        for section in root.sections("rule") {
            if let Some(entry) = entry(&pack, &section) {
                lines.push((section.line, entry));
            }
        }
        root.finish();
        overlaps(&pack, &lines);
        needs(&pack, &lines);
        entries = lines.into_iter().map(|(_, entry)| entry).collect();
    }
    (entries, pack.into_findings())
}

fn entry(pack: &Pack<'_>, section: &Section<'_, '_>) -> Option<Entry> {
    let key = section.demand("key", section.text("key"));
    if let Some(key) = &key {
        section.name(key);
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '.';
        match key.split_once('.') {
            Some((group, name)) if key.chars().all(plain) && !name.is_empty() => {
                if group != pack.stem() {
                    section.found("key", Sentence::new("rules-key-elsewhere").with("file", pack.stem()));
                }
            }
            _ => section.found("key", Sentence::new("rules-key-malformed")),
        }
    }
    let unit = section.demand("unit", section.word("unit", "rules-unit-unknown"));
    let value = section.demand("value", section.value("value"));
    if let (Some(unit), Some(value)) = (unit, &value)
        && !Unit::accepts(unit, value)
    {
        section.found("value", Sentence::new("rules-value-not-of-unit").with("unit", unit.as_str()));
    }
    let document = section.demand("document", section.text("document"));
    let article = section.text("article").unwrap_or_default();
    let from = section.demand("from", section.date("from"));
    let to = section.date("to");
    if let (Some(from), Some(to)) = (from, to)
        && from >= to
    {
        section.found("to", Sentence::new("rules-from-after-to"));
    }
    let confidence: Option<Confidence> =
        section.demand("confidence", section.word("confidence", "rules-confidence-unknown"));
    let overridable = section.boolean("override").unwrap_or(false);
    let text = section.demand("text", section.section("text")).and_then(|inner| words(&inner));
    section.finish();
    let citation = Citation { document: document?, article };
    let (key, value, unit, from) = (key?, value?, unit?, from?);
    let entry =
        Entry { key, value, unit, citation, from, to, confidence: confidence?, overridable, text: text? };
    (!section.is_wrong()).then_some(entry)
}

/// Text in both languages.
pub(crate) fn words(section: &Section<'_, '_>) -> Option<Words> {
    let (vi, en) = (section.demand("vi", section.text("vi")), section.demand("en", section.text("en")));
    section.finish();
    Some(Words { vi: vi?, en: en? })
}

fn overlaps(pack: &Pack<'_>, entries: &[(usize, Entry)]) {
    for (n, (line, entry)) in entries.iter().enumerate() {
        let earlier = entries.iter().take(n).find(|(_, other)| other.key == entry.key && other.meets(entry));
        if let Some((other, _)) = earlier {
            let other = u32::try_from(*other).unwrap_or(u32::MAX);
            pack.found(*line, &entry.key, Sentence::new("rules-spans-overlap").with("other", other));
        }
    }
}

/// What the typed view needs of a pack of this name: every key, in its unit, for every day from [`FIRST_DAY`] on.
fn needs(pack: &Pack<'_>, entries: &[(usize, Entry)]) {
    let group = format!("{}.", pack.stem());
    for need in NEEDS.iter().copied().flatten().filter(|need| need.key.starts_with(&group)) {
        let mut spans: Vec<_> = entries.iter().filter(|(_, entry)| entry.key == need.key).collect();
        if spans.is_empty() {
            pack.found(1, need.key, Sentence::new("rules-key-missing"));
            continue;
        }
        for (line, entry) in &spans {
            if let Some(sentence) = unread(need, entry) {
                pack.found(*line, need.key, sentence);
            }
        }
        spans.sort_by_key(|(_, entry)| entry.from);
        let mut covered = Some(FIRST_DAY);
        for (line, entry) in spans {
            match covered {
                Some(day) if entry.from > day => pack.found(*line, need.key, gap(day)),
                _ => {}
            }
            covered = if entry.to.is_some_and(|end| covered.is_some_and(|day| end <= day)) {
                covered
            } else {
                entry.to
            };
        }
        if let Some(day) = covered {
            pack.found(
                entries.iter().rfind(|(_, e)| e.key == need.key).map_or(1, |(l, _)| *l),
                need.key,
                gap(day),
            );
        }
    }
}

fn gap(day: Date) -> Sentence {
    Sentence::new("rules-gap").with("from", day.to_string())
}

/// Why the typed view cannot read a rule, if it cannot.
pub(super) fn unread(need: &Need, entry: &Entry) -> Option<Sentence> {
    if entry.unit != need.unit {
        return Some(Sentence::new("rules-unit-expected").with("unit", need.unit.as_str()));
    }
    (!(need.reads)(&entry.value))
        .then(|| Sentence::new("rules-value-unreadable").with("value", entry.value.to_string()))
}
