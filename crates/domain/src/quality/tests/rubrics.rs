//! The rubrics built in, and what the check of a rubric finds.

use rstest::rstest;

use super::*;
use crate::{meetings::MeetingKind, rules::Hundredths};

#[test]
fn statement_11_the_national_blocks_sum_to_exactly_100() {
    let frame = rubric("42-hd");
    let blocks: Vec<_> = frame.blocks.iter().map(|block| block.maximum.floor()).collect();
    assert_eq!(blocks, [5, 5, 10, 40, 5, 30, 5]);
    assert_eq!(frame.maximum, Hundredths::whole(100));
    let listed = rules().frame_block_points().value.unwrap();
    assert_eq!(blocks, listed.iter().map(|points| i64::from(*points)).collect::<Vec<_>>());
    assert_eq!(rules().frame_maximum_points().value, Some(frame.maximum));
}

#[test]
fn statement_11_a_rubric_that_does_not_sum_is_refused() {
    let (name, text) = RUBRICS[0];
    for (from, to, key) in [
        ("maximum = 100", "maximum = 99", "quality-rubric-blocks-sum"),
        ("key = \"results\"\ntitle", "key = \"outcome\"\ntitle", ""),
        ("maximum = 30", "maximum = 31", "quality-rubric-items-sum"),
    ] {
        assert!(text.contains(from), "{from}");
        let found = check(&text.replace(from, to), name);
        if key.is_empty() {
            assert_eq!(found, []);
        } else {
            assert!(found.iter().any(|finding| finding.sentence.key == key), "{found:?}");
        }
    }
}

#[rstest]
#[case(9000, Grade::Good)]
#[case(8999, Grade::Fair)]
#[case(7000, Grade::Fair)]
#[case(6999, Grade::Average)]
#[case(5000, Grade::Average)]
#[case(4999, Grade::Poor)]
#[case(10000, Grade::Good)]
#[case(0, Grade::Poor)]
fn statement_12_cut_offs(#[case] points: i64, #[case] grade: Grade) {
    for code in ["42-hd", "an-phu"] {
        assert_eq!(rubric(code).cut_offs.grade(Hundredths::new(points)), grade);
    }
    let cut_offs = rubric("42-hd").cut_offs;
    assert_eq!(rules().good_from_points().value, Some(cut_offs.good));
    assert_eq!(rules().fair_from_points().value, Some(cut_offs.fair));
    assert_eq!(rules().average_from_points().value, Some(cut_offs.average));
}

#[test]
fn items_of_different_months_may_take_each_others_place() {
    let (name, text) = RUBRICS[1];
    let speaking = "[[block.item]]\nkey = \"speaking\"";
    let deeper = "[[block.item]]\nkey = \"deeper\"\ntitle.vi = \"Chiều sâu\"\ntitle.en = \"Depth\"\nkind = \"number\"\n\
                  points = 5\nstart = 5\napplies = \"!thematic_this_month\"\n\n";
    let both = text.replace(speaking, &format!("{deeper}{speaking}"));
    assert_eq!(check(&both, name), []);
    let book = RubricBook::with(&[(name, &both)]).unwrap();
    let rubric = book.on(date(2026, 11, 5)).find(|rubric| rubric.code == "an-phu").unwrap();
    let sheet = super::super::propose(rubric, &super::super::facts::tests::good_meeting(), &rules());
    assert_eq!(sheet.total, Hundredths::whole(100));
    let always = both.replace("applies = \"!thematic_this_month\"\n", "");
    assert_eq!(check(&always, name)[0].sentence.key, "quality-rubric-items-sum");
}

#[test]
fn the_rubrics_built_in_have_no_findings() {
    for (name, text) in RUBRICS {
        assert_eq!(check(text, name), [], "{name}");
    }
}

#[test]
fn the_rules_name_the_rubric_of_a_meeting() {
    let book = rubrics();
    let code = |rules: &Rules, kind| book.for_meeting(rules, kind, None).map(|rubric| rubric.code.clone());
    assert_eq!(code(&rules(), MeetingKind::Routine).as_deref(), Some("42-hd"));
    assert_eq!(code(&rules(), MeetingKind::Congress), None);
    assert_eq!(code(&national().on(date(2024, 11, 5)), MeetingKind::Routine), None);
    let ward = rules_with("quality.rubric", Value::Text("an-phu".to_owned()));
    assert_eq!(code(&ward, MeetingKind::Combined).as_deref(), Some("an-phu"));
    assert_eq!(code(&ward, MeetingKind::Thematic), None);
    assert!(book.version("an-phu", date(2025, 10, 28), MeetingKind::Routine, None).is_some());
    assert!(book.knows("an-phu", date(2026, 11, 5)) && !book.knows("an-phi", date(2026, 11, 5)));
    assert_eq!(book.codes(), ["42-hd", "an-phu"]);
}

#[test]
fn two_versions_of_one_day_are_refused() {
    let (_, text) = RUBRICS[1];
    let found = RubricBook::with(&[("again.toml", text)]).unwrap_err().0;
    assert_eq!(found[0].sentence.key, "quality-rubric-versions-overlap");
    let later = text.replace("from = 2025-10-28", "from = 2027-01-01");
    let until = text.replace("from = 2025-10-28", "from = 2025-10-28\nto = 2027-01-01");
    assert!(RubricBook::with(&[("an-phu.toml", &until), ("an-phu-2027.toml", &later)]).is_ok());
}

#[rstest]
#[case("kind = \"bonus\"", "kind = \"prize\"", "quality-rubric-unknown-kind")]
#[case("fact = \"speaking\"", "fact = \"shouting\"", "quality-rubric-unknown-fact")]
#[case("fact = \"speaking\"", "fact = \"minutes_short\"", "quality-rubric-fact-not-ratio")]
#[case("when = \"papers_on_time\"", "when = \"papers_on_thyme\"", "quality-rubric-unknown-fact")]
#[case("when = \"papers_on_time\"", "when = \"papers_on_time > 2\"", "quality-rubric-fact-not-number")]
#[case("boundary = \"lower\"\n", "", "quality-rubric-boundary-undeclared")]
#[case("  { at_least = 65, below = 75, points = 2 },\n", "", "quality-rubric-band-missing")]
#[case("below = 65, points = 1", "below = 66, points = 1", "quality-rubric-bands-overlap")]
#[case(
    "at_least = 90, points = 30",
    "at_least = 90, more_than = 90, points = 30",
    "quality-rubric-band-two-ends"
)]
#[case("at_least = 90, points = 30", "at_least = 90, points = 29", "quality-rubric-best-not-maximum")]
#[case("when = \"length >= 50\"\n", "", "quality-rubric-choice-without-otherwise")]
#[case("start = 4\n", "", "quality-rubric-start-missing")]
#[case("start = 4\n", "start = 5\n", "quality-rubric-start-out-of-range")]
#[case("fair = 70", "fair = 95", "quality-rubric-grades-order")]
#[case("good = 90", "good = 101", "quality-rubric-grades-order")]
#[case("scorers = [\"tracker\"]", "scorers = []", "quality-rubric-scorers")]
#[case("scorers = [\"tracker\"]", "scorers = [\"neighbour\"]", "quality-rubric-unknown-word")]
#[case("meetings = [\"routine\", \"combined\"]", "meetings = [\"party\"]", "quality-rubric-unknown-word")]
#[case("decided_by = \"direct_superior\"\n", "", "rules-field-missing")]
#[case("applies = \"thematic_this_month\"", "applies = \"members > 3\"", "quality-rubric-applies-compares")]
#[case("key = \"content\"", "key = \"steps\"", "quality-rubric-key-twice")]
#[case("origin = \"local\"", "origins = \"local\"", "rules-field-unknown")]
#[case("starts_at = \"zero\"", "starts_at = \"maximum\"", "quality-rubric-only-deductions")]
fn a_check_explains_what_is_wrong_with_a_rubric(#[case] from: &str, #[case] to: &str, #[case] key: &str) {
    let (name, text) = RUBRICS[1];
    assert!(text.contains(from), "{from}");
    let found = check(&text.replacen(from, to, 1), name);
    let finding = found.iter().find(|finding| finding.sentence.key == key);
    let finding = finding.unwrap_or_else(|| panic!("{found:?}"));
    assert!(finding.line > 1 && finding.line <= text.lines().count() + 1);
    assert_eq!(finding.file, name);
}

#[test]
fn a_finding_names_the_line_and_the_item() {
    let (name, text) = RUBRICS[1];
    let wrong = text.replace("fact = \"speaking\"", "fact = \"shouting\"");
    let line = wrong.lines().position(|line| line.contains("shouting")).unwrap() + 1;
    let found = check(&wrong, name);
    assert_eq!((found[0].line, found[0].key.as_str()), (line, "speaking"));
}
