//! Tests of the national packs as a whole.

use std::sync::LazyLock;

use jiff::{ToSpan, civil::date};
use rstest::rstest;

use super::*;
use crate::meetings::{ItemKind, MeetingKind};

/// The book built in, read once for all tests.
pub(crate) fn national() -> RuleBook {
    static BOOK: LazyLock<RuleBook> =
        LazyLock::new(|| RuleBook::national().unwrap_or_else(|wrong| panic!("{wrong}")));
    BOOK.clone()
}

#[test]
fn the_national_packs_have_no_findings() {
    for (name, text) in NATIONAL {
        assert_eq!(check(text, name), [], "{name}");
    }
}

#[test]
fn every_accessor_finds_a_value_for_every_day_of_2024_to_2027() {
    let book = national();
    for day in date(2024, 1, 1).series(1.day()).take_while(|day| day.year() < 2028) {
        assert_eq!(book.on(day).date(), day);
        for need in view::NEEDS.iter().copied().flatten() {
            let entry = book.entry(need.key, day).unwrap_or_else(|| panic!("{} on {day}", need.key));
            assert!((need.reads)(&entry.value) && entry.unit == need.unit, "{} on {day}", need.key);
        }
    }
}

#[test]
fn every_rule_has_its_words_and_document() {
    let book = national();
    for listed in book.list(date(2026, 11, 1)) {
        let words = book.words(&listed.key, date(2026, 11, 1)).unwrap();
        assert!(
            !words.vi.is_empty() && !words.en.is_empty() && !listed.document.is_empty(),
            "{}",
            listed.key
        );
    }
}

#[test]
fn a_list_has_exactly_the_fields_that_stay() {
    let list = national().list(date(2026, 11, 1));
    let json = serde_json::to_value(&list).unwrap();
    let minimum = json
        .as_array()
        .unwrap()
        .iter()
        .find(|rule| rule["key"] == "meetings.routine_minimum_minutes")
        .unwrap();
    let expected = serde_json::json!({
        "key": "meetings.routine_minimum_minutes", "value": 90, "unit": "minutes", "document": "42-HD/BTCTW",
        "article": "", "from": "2025-10-28", "to": null, "confidence": "B",
    });
    assert_eq!(minimum, &expected);
    let fields: Vec<_> = minimum.as_object().unwrap().keys().cloned().collect();
    assert_eq!(fields.len(), 8);
}

#[test]
fn a_meeting_of_2024_is_judged_by_the_rules_of_2024() {
    let (old, new) = (national().on(date(2024, 6, 5)), national().on(date(2026, 6, 5)));
    assert_eq!(old.attendance_good().value.to_string(), "> 85");
    assert_eq!(old.attendance_good().citation.document, "12-HD/BTCTW (06/7/2018)");
    assert_eq!(new.attendance_good().value.to_string(), ">= 90");
    assert_eq!(old.papers_days_before().value, None);
    assert_eq!(new.papers_days_before().value, Some(1));
    assert_eq!(old.rubric().value, None);
    assert_eq!(new.rubric().value.as_deref(), Some("42-hd"));
    let last = national().on(date(2025, 10, 27));
    assert_eq!(last.attendance_good().value.to_string(), "> 85");
    assert_eq!(national().on(date(2025, 10, 28)).attendance_good().value.to_string(), ">= 90");
    assert_eq!(national().on(date(2019, 1, 1)).routine_per_month().value, 1);
}

#[rstest]
#[case(false, 22, 90)]
#[case(false, 30, 90)]
#[case(true, 22, 120)]
fn statement_4_minimum_length(#[case] combined: bool, #[case] members: u32, #[case] minutes: u32) {
    let ruled = national().on(date(2026, 11, 5)).minimum_length_minutes(combined, members);
    assert_eq!((ruled.value, ruled.citation.document.as_str()), (minutes, "42-HD/BTCTW"));
}

#[rstest]
#[case(29, false, 90)]
#[case(30, false, 120)]
#[case(30, true, 120)]
#[case(9, false, 60)]
#[case(10, false, 90)]
#[case(9, true, 120)]
fn statement_4_lengths_a_committee_set(#[case] members: u32, #[case] combined: bool, #[case] minutes: u32) {
    use crate::{ids::*, organisations::Place};
    let set = |key: &str, value: u32| Override {
        id: OverrideId(uuid::Uuid::nil()),
        organisation: OrganisationId(uuid::Uuid::nil()),
        key: key.to_owned(),
        value: Value::Integer(i64::from(value)),
        from: date(2026, 1, 1),
        to: None,
        reason: "Theo kế hoạch của đảng ủy".to_owned(),
        author: AccountId(uuid::Uuid::nil()),
    };
    let overrides = [
        set("meetings.large_cell_minimum_minutes", 120),
        set("meetings.small_cell_members", 10),
        set("meetings.small_cell_minimum_minutes", 60),
    ];
    let place = Place { organisation: OrganisationId(uuid::Uuid::nil()), above: Vec::new() };
    for one in &overrides {
        assert_eq!(one.check(&national()), Ok(()));
    }
    let rules = national().on_for(date(2026, 11, 5), &place, &overrides);
    assert_eq!(rules.minimum_length_minutes(combined, members).value, minutes);
}

#[test]
fn a_combined_sitting_goes_through_both_lists_of_steps() {
    let steps = national().on(date(2026, 11, 5)).steps(MeetingKind::Combined).value;
    assert!(steps.contains(&ItemKind::Theme) && steps.contains(&ItemKind::Criticism));
    assert_eq!(steps.iter().filter(|step| **step == ItemKind::Opening).count(), 1);
}

#[rstest]
#[case(date(2026, 11, 5), "05-HD/VPTW", true, false)]
#[case(date(2025, 11, 5), "36-HD/VPTW", false, true)]
fn statement_39_signs_and_types_of_papers(
    #[case] day: jiff::civil::Date,
    #[case] document: &str,
    #[case] may_conclude: bool,
    #[case] may_not_conclude: bool,
) {
    let rules = national().on(day);
    let sign = rules.type_sign("resolution").unwrap();
    assert_eq!((sign.value.as_str(), sign.citation.document.as_str()), ("NQ", document));
    assert_eq!(rules.type_sign("directive"), None);
    let conclusion = "conclusion".to_owned();
    assert_eq!(rules.cell_may_issue().value.contains(&conclusion), may_conclude);
    assert_eq!(rules.cell_may_not_issue().value.contains(&conclusion), may_not_conclude);
    for refused in ["regulation", "guidance", "directive", "circular"] {
        assert!(rules.cell_may_not_issue().value.iter().any(|one| one == refused));
    }
}

#[test]
fn statement_37_dues_of_an_uninsured_member_in_zone_three() {
    let rules = national().on(date(2026, 11, 5));
    let wage = i64::from(rules.minimum_wage_zone_three().value);
    assert_eq!(rules.uninsured_percent().value.map(|rate| rate.percent_of(wage)), Some(12_420));
    let later = national().on(date(2028, 1, 1));
    assert_eq!(later.uninsured_percent().value.unwrap().to_string(), "0.5");
    assert_eq!(national().on(date(2026, 1, 31)).uninsured_percent().value, None);
}

#[test]
fn every_numbered_statement_finds_its_default() {
    let book = national();
    let keys = [
        "meetings.routine_per_month",
        "meetings.thematic_per_quarter",
        "meetings.thematic_replaces_routine",
        "meetings.routine_minimum_minutes",
        "meetings.papers_days_before",
        "meetings.report_days_after",
        "meetings.chair_required",
        "quality.attendance_good",
        "quality.unexcused_drops_attendance",
        "quality.excused_running_limit",
        "quality.frame_block_points",
        "quality.good_from_points",
        "quality.rebase_inapplicable_items",
        "quality.speaking_boundary_side",
        "quality.rubric",
        "quality.deciding_body",
        "quality.year_good_meetings",
        "tasks.deadline_required",
        "votes.resolution_majority",
        "votes.away_absent_counted",
        "votes.only_official_members",
        "votes.admission_majority",
        "votes.discipline_majority",
        "votes.ballot_keeps_choices",
        "inspection.cell_decides_forms",
        "organisations.cell_minimum_official",
        "organisations.committee_from_official",
        "meetings.sub_cell_from_members",
        "organisations.cell_term_months",
        "members.class_certificate_months",
        "members.introducer_months",
        "members.ceremony_working_days",
        "members.probation_months",
        "members.badge_years",
        "members.transfer_working_days",
        "members.removal_months",
        "dues.uninsured_percent",
        "ratings.excellent_ceiling_percent",
        "papers.number_starts_at",
        "privacy.outside_calls_allowed",
    ];
    assert_eq!(keys.len(), 40);
    for key in keys {
        assert!(book.entry(key, date(2026, 11, 5)).is_some(), "{key}");
    }
}

/// A pack with one rule, `changed` in one place.
fn pack(changed: (&str, &str)) -> String {
    "[[rule]]\nkey = \"extra.limit\"\nvalue = 3\nunit = \"times\"\ndocument = \"1-QĐ/ĐU\"\nfrom = 2026-01-01\nto = 2027-01-01\n\
     confidence = \"A\"\noverride = true\ntext.vi = \"Ba lần.\"\ntext.en = \"Three times.\"\n"
        .replace(changed.0, changed.1)
}

#[rstest]
#[case(("", ""), None)]
#[case(("confidence", "confidenze"), Some((8, "rules-field-unknown")))]
#[case(("from = 2026-01-01\n", ""), Some((1, "rules-field-missing")))]
#[case(("from = 2026-01-01", "from = \"2026-01-01\""), Some((6, "rules-field-not-date")))]
#[case(("to = 2027-01-01", "to = 2025-01-01"), Some((7, "rules-from-after-to")))]
#[case(("unit = \"times\"", "unit = \"bushels\""), Some((4, "rules-unit-unknown")))]
#[case(("value = 3", "value = \"three\""), Some((3, "rules-value-not-of-unit")))]
#[case(("value = 3", "value = 3.5"), Some((3, "rules-field-not-value")))]
#[case(("confidence = \"A\"", "confidence = \"Z\""), Some((8, "rules-confidence-unknown")))]
#[case(("override = true", "override = \"yes\""), Some((9, "rules-field-not-boolean")))]
#[case(("text.en = \"Three times.\"\n", ""), Some((10, "rules-field-missing")))]
#[case(("extra.limit", "other.limit"), Some((2, "rules-key-elsewhere")))]
#[case(("extra.limit", "Extra Limit"), Some((2, "rules-key-malformed")))]
#[case(("value = 3", "value = = 3"), Some((3, "rules-toml-broken")))]
#[case(("[[rule]]", "[rules]\nx = 1\n[[rule]]"), Some((1, "rules-field-unknown")))]
fn a_check_names_line_and_fault(#[case] changed: (&str, &str), #[case] expected: Option<(usize, &str)>) {
    let findings = check(&pack(changed), "some/folder/extra.toml");
    let found = findings.iter().map(|finding| (finding.line, finding.sentence.key)).collect::<Vec<_>>();
    match expected {
        None => assert_eq!(found, []),
        Some(fault) => assert!(found.contains(&fault), "{found:?}"),
    }
}

#[test]
fn overlapping_spans_are_found() {
    let both = pack(("", "")) + "\n" + &pack(("from = 2026-01-01\nto = 2027-01-01", "from = 2026-12-31"));
    let findings = check(&both, "extra.toml");
    assert_eq!(findings.len(), 1);
    assert_eq!((findings[0].line, findings[0].sentence.key), (13, "rules-spans-overlap"));
    let after = pack(("", "")) + "\n" + &pack(("from = 2026-01-01\nto = 2027-01-01", "from = 2027-01-01"));
    assert_eq!(check(&after, "extra.toml"), []);
}

#[rstest]
#[case("key = \"tasks.done_from_percent\"", "key = \"tasks.done\"", "rules-key-missing")]
#[case("value = 100\nunit = \"percent\"", "value = 100\nunit = \"points\"", "rules-unit-expected")]
#[case("value = 100\nunit = \"percent\"", "value = \"99.5\"\nunit = \"percent\"", "rules-value-unreadable")]
#[case("from = 2024-01-01", "from = 2024-01-02", "rules-gap")]
#[case("from = 2024-01-01", "from = 2024-01-01\nto = 2026-01-01", "rules-gap")]
fn a_pack_that_leaves_out_what_the_program_needs_is_refused(
    #[case] from: &str,
    #[case] to: &str,
    #[case] key: &str,
) {
    let tasks = NATIONAL.iter().find(|(name, _)| *name == "tasks.toml").unwrap().1;
    assert!(tasks.contains(from));
    let changed = tasks.replace(from, to);
    let findings = RuleBook::with(&[("tasks.toml", &changed)]).unwrap_err().0;
    assert!(findings.iter().any(|finding| finding.sentence.key == key), "{findings:?}");
}

#[test]
fn packs_read_at_run_time_take_the_place_of_those_built_in() {
    let tasks = NATIONAL.iter().find(|(name, _)| *name == "tasks.toml").unwrap().1;
    let changed = tasks.replace("value = 100", "value = 80");
    let extra = pack(("", ""));
    let book = RuleBook::with(&[("tasks.toml", &changed), ("extra.toml", &extra)]).unwrap();
    assert_eq!(book.on(date(2026, 11, 5)).done_from_percent().value, 80);
    assert_eq!(book.entry("extra.limit", date(2026, 11, 5)).unwrap().value, Value::Integer(3));
    assert_eq!(national().on(date(2026, 11, 5)).done_from_percent().value, 100);
}

mod spans {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_two_values_of_a_key_hold_on_one_day(days in 0_i32..6000) {
            let day = date(2011, 1, 1).checked_add(days.days()).unwrap();
            let list = national().list(day);
            let mut keys: Vec<_> = list.iter().map(|listed| &listed.key).collect();
            keys.dedup();
            prop_assert_eq!(keys.len(), list.len());
        }
    }
}
