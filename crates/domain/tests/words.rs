//! Every sentence the domain can say has its words in both languages, with the same values in them.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read is the failure of the test")]

#[path = "words/life.rs"]
mod a_life;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use jiff::civil::date;
use nennep_domain::{
    learning,
    meetings::MeetingKind,
    members::life,
    motions,
    problems::Sentence,
    quality,
    recognition::{badges, commendations, discipline},
    rules, signs, tasks,
    time::Instant,
};

const FEATURES: &[&str] = &[
    "rules",
    "quality",
    "motions",
    "tasks",
    "life",
    "signs",
    "commendations",
    "badges",
    "discipline",
    "recruiting",
    "learning",
    "sub_cells",
    "probation",
    "history",
    "lineage",
    "extract",
    "loans",
    "nominees",
    "offers",
    "evidence",
];

fn locale(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").join(language);
    let read = |feature: &&str| fs::read_to_string(folder.join(format!("{feature}.ftl"))).unwrap();
    FEATURES.iter().map(read).flat_map(|text| messages(&text)).collect()
}

/// The messages of a file with the values they name.
fn messages(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut messages: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let words = match line.split_once(" = ") {
            Some((key, words)) if !line.starts_with(' ') => {
                messages.push((key.to_owned(), BTreeSet::new()));
                words
            }
            _ => line,
        };
        let named =
            words.split('$').skip(1).map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_'));
        if let Some((_, values)) = messages.last_mut() {
            values.extend(named.filter_map(|mut rest| rest.next()).map(str::to_owned));
        }
    }
    messages
}

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

/// The keys that stand in the sources as `"feature-…"`.
fn emitted() -> BTreeSet<String> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut keys = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        let quoted = text.split('"').skip(1).step_by(2);
        let plain =
            |word: &&str| word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        let of_feature =
            |word: &&str| FEATURES.iter().any(|feature| word.starts_with(&format!("{feature}-")));
        keys.extend(quoted.filter(plain).filter(of_feature).map(str::to_owned));
    }
    keys
}

#[test]
fn every_key_the_domain_emits_has_words_in_both_languages() {
    let (vi, en, keys) = (locale("vi"), locale("en"), emitted());
    assert!(keys.len() > 100, "the sources were read");
    for key in keys {
        assert!(vi.contains_key(&key) && en.contains_key(&key), "{key}");
    }
}

#[test]
fn both_languages_say_the_same_keys_with_the_same_values() {
    assert_eq!(locale("vi"), locale("en"));
}

#[test]
fn every_word_of_a_closed_list_has_its_label() {
    fn labels<T: std::fmt::Display>(prefix: &str, all: &[T]) -> Vec<String> {
        all.iter().map(|word| format!("{prefix}-{word}").replace('?', "unconfirmed")).collect()
    }
    let vi = locale("vi");
    let mut expected = labels("quality-grade", quality::Grade::ALL);
    expected.extend(labels("quality-stage-name", quality::Stage::ALL));
    expected.extend(labels("quality-scorer", quality::Scorer::ALL));
    expected.extend(labels("quality-decider", quality::Decider::ALL));
    expected.extend(labels("quality-basis", quality::Basis::ALL));
    expected.extend(labels("quality-origin", quality::Origin::ALL));
    expected.extend(labels("quality-kind", quality::ScoringKind::ALL));
    expected.extend(labels("motions-kind", motions::MotionKind::ALL));
    expected.extend(labels("tasks-state", tasks::TaskState::ALL));
    expected.extend(labels("life-kind", life::LifeKind::ALL));
    expected.extend(labels("signs-kind", signs::SignKind::ALL));
    expected.extend(labels("signs-weight", signs::Weight::ALL));
    expected.extend(labels("commendations-kind", commendations::CommendationKind::ALL));
    expected.extend(labels("badges-ground", badges::BadgeGround::ALL));
    expected.extend(labels("badges-step", badges::BadgeStep::ALL));
    expected.extend(labels("discipline-form", discipline::DisciplineForm::ALL));
    expected.extend(labels("discipline-decider", discipline::Decider::ALL));
    expected.extend(labels("learning-kind", learning::ClassKind::ALL));
    expected.extend(labels("rules-unit", rules::Unit::ALL));
    expected.extend(labels("rules-confidence", rules::Confidence::ALL));
    for key in expected {
        assert!(vi.contains_key(&key), "{key}");
    }
}

#[test]
fn findings_and_proposals_bring_the_values_their_words_name() {
    let vi = locale("vi");
    let broken = [
        "= 1",
        "[[rule]]\nkey = \"X\"\nodd = 1\nunit = \"no\"\nvalue = 1.5\nfrom = 2026-13-01\nconfidence = \"Q\"\ntext = 1",
        "[[rule]]\nkey = \"a.b\"\nunit = \"times\"\nvalue = \"x\"\ndocument = \"d\"\nfrom = 2026-01-01\nto = 2025-01-01\n\
         confidence = \"A\"\noverride = 1\ntext.vi = \"a\"\ntext.en = 1",
    ];
    let mut found: Vec<_> = broken.iter().flat_map(|text| rules::check(text, "votes.toml")).collect();
    for (name, text) in quality::RUBRICS {
        for (from, to) in [
            ("maximum = 100", "maximum = 101"),
            ("maximum = 30", "maximum = 31"),
            ("\"speaking\"\nboundary", "\"x\"\nboundary"),
            ("boundary = \"lower\"\n", ""),
            ("below = 65, points = 1", "below = 66, points = 1"),
            ("points = 30 }", "points = 29 }"),
            ("at_least = 65", "at_least = 67"),
            ("\"papers_on_time\"", "\"papers_on_time > x\""),
            ("\"number\"", "\"numbers\""),
            ("when = \"committee_met\"", "when = \"length\""),
            ("when = \"committee_met\"", "when = \"committee_met > 1\""),
            ("fact = \"speaking\"", "fact = \"combined\""),
            ("\"tracker\"", "\"nobody\""),
        ] {
            found.extend(quality::check(&text.replacen(from, to, 1), name));
        }
    }
    assert!(found.len() > 30);
    for finding in found {
        brings(&vi, &finding.sentence);
    }
}

/// That a sentence brings every value its words name.
fn brings(words: &BTreeMap<String, BTreeSet<String>>, sentence: &Sentence) {
    let brought: BTreeSet<_> = sentence.arguments.iter().map(|(name, _)| (*name).to_owned()).collect();
    let named = &words[sentence.key];
    assert!(named.is_subset(&brought), "{}: {named:?} of {brought:?}", sentence.key);
}

/// A meeting of which everything is known (`n` 0) or ever less, in time or late.
fn facts(n: u32) -> quality::MeetingFacts {
    let start = Instant::from_local(date(2026, 11, 5).at(19, 30, 0, 0));
    let (closed, some) = (start.plus_minutes(80), n < 3);
    let share = some.then_some(quality::Share { part: 2, whole: 3 });
    quality::MeetingFacts {
        as_of: closed.plus_minutes(if n == 2 { 10 } else { 9000 }),
        kind: if n == 1 { MeetingKind::Combined } else { MeetingKind::Routine },
        members: 20,
        starts_at: some.then_some(start),
        length_minutes: some.then_some(if n == 0 { 80 } else { 130 }),
        roll: some.then(quality::RollCounts::default),
        longest_excused_run: some.then_some(n),
        committee: quality::CommitteeMeeting::ALL.get(n as usize).copied(),
        notices: share,
        overseer_notified: [Some(true), Some(false), None, None][n as usize],
        papers_posted_at: [Some(start), Some(start.plus_minutes(-2000)), None, None][n as usize],
        draft_resolution: some.then_some(n == 0),
        steps_done: Vec::new(),
        records: share,
        criticism_minutes: some.then_some(n),
        study_minutes: some.then_some(n),
        attendees: 10,
        speakers: 4,
        tasks: some.then_some(tasks::Progress { due: 3, done: n }),
        concluded: some.then_some(n == 0),
        tasks_assigned: share,
        adopted_at: (n == 0).then_some(closed),
        closed_at: some.then_some(closed),
        reported_at: [Some(closed), Some(closed.plus_minutes(4000)), None, None][n as usize],
        thematic_this_month: n == 0,
    }
}

#[test]
fn evidence_faults_and_votes_bring_the_values_their_words_name() {
    let (vi, rubrics) = (locale("vi"), quality::RubricBook::built_in().unwrap());
    let book = rules::RuleBook::national().unwrap();
    for rules in [book.on(date(2026, 11, 5)), book.on(date(2024, 11, 5))] {
        for rubric in rubrics.on(date(2026, 11, 5)) {
            for sheet in (0..4).map(|n| quality::propose(rubric, &facts(n), &rules)) {
                let kept = serde_json::to_value(&sheet).unwrap();
                assert_eq!(serde_json::from_value::<quality::Sheet>(kept).unwrap(), sheet);
                sheet.lines.iter().flat_map(|line| &line.evidence).for_each(|sentence| brings(&vi, sentence));
            }
        }
        let (start, late) = (facts(0).starts_at.unwrap(), facts(0).as_of);
        let month = [&[][..], &[MeetingKind::Thematic], &[MeetingKind::Routine, MeetingKind::Routine]];
        let mut faults: Vec<_> = month.iter().flat_map(|held| quality::month_faults(held, &rules)).collect();
        faults.extend(quality::quarter_fault(&[], &rules));
        faults.extend(quality::length_fault(MeetingKind::Routine, 10, 20, &rules));
        faults.extend(quality::papers_fault(None, start, late, &rules));
        faults.extend(quality::report_fault(None, start, late, &rules));
        faults.extend(quality::excused_run_fault(9, &rules));
        for fault in &faults {
            brings(&vi, &fault.sentence);
        }
        for kind in motions::MotionKind::ALL {
            let outcome = motions::decide(*kind, &[], None, motions::Count::default(), &rules).unwrap();
            let passed = motions::Outcome { passed: true, ..outcome.clone() };
            outcome.terms.sentences().iter().for_each(|sentence| brings(&vi, sentence));
            for one in [outcome.sentence(), outcome.line(), passed.sentence()] {
                brings(&vi, &one);
            }
        }
    }
}
