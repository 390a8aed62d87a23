//! Reading and checking of a rubric pack: what is unclear or does not add up is refused with line and key.

use std::{cell::RefCell, collections::BTreeSet};

use super::{
    read_criterion::criterion,
    read_parts::{WORD, citation, take_key, title},
    rubric::{Block, CutOffs, Rubric, Scorer, StartsAt, YearRule},
    sums,
};
use crate::{
    problems::Sentence,
    rules::{
        Finding, Hundredths,
        reading::{Pack, Section},
        words,
    },
};

/// What is wrong with a rubric, in the order of its lines; nothing if it can be used.
///
/// Finds text that is not TOML, unknown and missing fields, words and facts that do not exist, blocks that do not add up to
/// the declared maximum, items that do not add up to their block, bands that leave a share out, boundaries without a
/// declared side, and grades out of order. Statements 11 and 14.
pub fn check(text: &str, file_name: &str) -> Vec<Finding> {
    read(text, file_name).1
}

/// The rubric of a pack where it could be read, and what is wrong with it.
pub(super) fn read(text: &str, file_name: &str) -> (Option<Rubric>, Vec<Finding>) {
    let pack = Pack::new(file_name, text);
    let mut found = None;
    if let Some(table) = pack.parse() {
        let root = Section::root(&pack, table.get_ref());
        found = rubric(&root);
        root.finish();
    }
    let findings = pack.into_findings();
    (found.filter(|_| findings.is_empty()), findings)
}

fn rubric(root: &Section<'_, '_>) -> Option<Rubric> {
    let head = root.demand("rubric", root.section("rubric"))?;
    let code = head.demand("code", head.text("code"));
    head.name(code.as_deref().unwrap_or_default());
    let title = title(&head);
    let note = head.section("note").and_then(|inner| words(&inner));
    let citation = citation(&head);
    if citation.is_none() {
        head.demand("document", head.text("document"));
    }
    let (from, to) = (head.demand("from", head.date("from")), head.date("to"));
    if let (Some(from), Some(to)) = (from, to)
        && from >= to
    {
        head.found("to", Sentence::new("rules-from-after-to"));
    }
    let meetings = head.demand("meetings", head.words("meetings", WORD));
    let cell_types = head.words("cell_types", WORD).unwrap_or_default();
    let maximum = head.demand("maximum", head.hundredths("maximum"));
    let starts_at = head.word("starts_at", WORD).unwrap_or(StartsAt::Zero);
    let scorers = head.words("scorers", WORD).unwrap_or_else(|| vec![Scorer::Tracker]);
    if !(1..=2).contains(&scorers.len()) {
        head.found("scorers", Sentence::new("quality-rubric-scorers"));
    }
    let decided_by = head.demand("decided_by", head.word("decided_by", WORD));
    let attendance_excludes = head.words("attendance_excludes", WORD).unwrap_or_default();
    let grades = head.demand("grades", head.section("grades"));
    let cut_offs = grades.and_then(|grades| cut_offs(&grades, maximum));
    head.finish();
    let year = root.sections("year").iter().filter_map(year_rule).collect();
    let keys = RefCell::new(BTreeSet::new());
    let sections = root.sections("block");
    if sections.is_empty() {
        root.demand("block", None::<()>);
    }
    let blocks: Vec<_> = sections.iter().filter_map(|section| block(section, starts_at, &keys)).collect();
    if let Some(maximum) = maximum
        && blocks.len() == sections.len()
    {
        let sum: Hundredths = blocks.iter().map(|block| block.maximum).sum();
        if sum != maximum {
            let sentence = Sentence::new("quality-rubric-blocks-sum").with("sum", sum.to_string());
            head.found("maximum", sentence.with("maximum", maximum.to_string()));
        }
    }
    let (code, title, citation, from) = (code?, title?, citation?, from?);
    let (meetings, maximum, decided_by, cut_offs) = (meetings?, maximum?, decided_by?, cut_offs?);
    Some(Rubric {
        code,
        title,
        note,
        citation,
        from,
        to,
        meetings,
        cell_types,
        maximum,
        starts_at,
        scorers,
        decided_by,
        attendance_excludes,
        cut_offs,
        year,
        blocks,
    })
}

fn cut_offs(section: &Section<'_, '_>, maximum: Option<Hundredths>) -> Option<CutOffs> {
    let take = |field| section.demand(field, section.hundredths(field));
    let (good, fair, average) = (take("good"), take("fair"), take("average"));
    section.finish();
    let (good, fair, average) = (good?, fair?, average?);
    let inside = maximum.is_none_or(|maximum| good <= maximum);
    if !(inside && good > fair && fair > average && average > Hundredths::ZERO) {
        section.found("good", Sentence::new("quality-rubric-grades-order"));
    }
    Some(CutOffs { good, fair, average })
}

fn year_rule(section: &Section<'_, '_>) -> Option<YearRule> {
    let grade = section.demand("grade", section.word("grade", WORD));
    let (every, meetings) = (section.word("every", WORD), section.whole("meetings"));
    section.finish();
    if every.is_none() && meetings.is_none() {
        section.found("grade", Sentence::new("quality-rubric-year-without-condition"));
    }
    Some(YearRule { grade: grade?, every, meetings })
}

fn block(section: &Section<'_, '_>, starts_at: StartsAt, keys: &RefCell<BTreeSet<String>>) -> Option<Block> {
    let key = section.demand("key", section.text("key"));
    section.name(key.as_deref().unwrap_or_default());
    take_key(section, key.as_deref(), keys);
    let title = title(section);
    let maximum = section.demand("maximum", section.hundredths("maximum"));
    let inner = section.sections("item");
    let criteria: Vec<_> = inner.iter().filter_map(|item| criterion(item, keys)).collect();
    section.finish();
    let whole = criteria.len() == inner.len();
    let block = Block { key: key?, title: title?, maximum: maximum?, criteria };
    if whole && let Some(sentence) = sums::check(&block, starts_at) {
        section.found("maximum", sentence);
    }
    Some(block)
}
