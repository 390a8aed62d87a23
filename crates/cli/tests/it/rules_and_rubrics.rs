//! `nennep rules` and `nennep rubrics` as a shell sees them: one JSON value on standard output, words on standard error, and
//! the exit codes 0 done, 1 refused, 2 cannot run.

use std::process::{Command, Output};

use serde_json::Value;

fn nennep(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_nennep")).args(arguments).env("LANG", "vi_VN.UTF-8").output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn json(output: &Output) -> Value {
    assert_eq!(code(output), 0, "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn rules_of_a_day_are_one_json_list_with_these_fields() {
    let listed = json(&nennep(&["rules", "list", "--on", "2026-11-05", "--json"]));
    let rules = listed.as_array().unwrap();
    assert!(rules.len() > 150);
    let fields = ["key", "value", "unit", "document", "article", "from", "to", "confidence"];
    for rule in rules {
        let mut found: Vec<_> = rule.as_object().unwrap().keys().map(String::as_str).collect();
        found.sort_unstable();
        let mut expected = fields;
        expected.sort_unstable();
        assert_eq!(found, expected);
        assert!(["A", "B", "C", "?"].contains(&rule["confidence"].as_str().unwrap()));
    }
    let of = |listed: &Value, key: &str| {
        listed.as_array().unwrap().iter().find(|rule| rule["key"] == key).cloned()
    };
    let length = of(&listed, "meetings.routine_minimum_minutes").unwrap();
    assert_eq!((&length["value"], &length["unit"]), (&Value::from(90), &Value::from("minutes")));
    assert_eq!(length["document"], "42-HD/BTCTW");
    let earlier = json(&nennep(&["rules", "list", "--on", "2024-03-01", "--json"]));
    let before = of(&earlier, "quality.attendance_good").unwrap();
    assert_eq!((&before["value"], &before["to"]), (&Value::from("> 85"), &Value::from("2025-10-28")));
}

#[test]
fn one_rule_is_shown_with_all_its_values() {
    let shown = json(&nennep(&["rules", "show", "quality.attendance_good", "--json"]));
    assert_eq!(shown.as_array().unwrap().len(), 2);
    let plain = nennep(&["rules", "show", "quality.attendance_good"]);
    let text = String::from_utf8(plain.stdout).unwrap();
    assert!(text.contains("42-HD/BTCTW") && text.contains("> 85"), "{text}");
    let unknown = nennep(&["rules", "show", "quality.no_such_rule"]);
    assert_eq!(code(&unknown), 1);
    assert!(said(&unknown).contains("quality.no_such_rule") && unknown.stdout.is_empty());
}

#[test]
fn packs_are_checked_with_line_and_key() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules/");
    for (what, pack) in
        [("rules", "quality.toml"), ("rubrics", "rubrics/42-hd.toml"), ("rubrics", "rubrics/an-phu.toml")]
    {
        let checked = nennep(&[what, "check", &format!("{rules}{pack}")]);
        assert_eq!(code(&checked), 0, "{pack}: {}", said(&checked));
    }
    let good = std::fs::read_to_string(format!("{rules}rubrics/42-hd.toml")).unwrap();
    let sum = file("sum.toml", &good.replacen("maximum = 100", "maximum = 101", 1));
    let refused = nennep(&["rubrics", "check", &sum]);
    assert_eq!(code(&refused), 1);
    let words = said(&refused);
    assert!(words.contains("sum.toml:") && words.contains("100") && words.contains("101"), "{words}");
    let broken = file("quality.toml", "[[rule]]\nkey = \"quality.attendance_good\"\nvalue = nine\n");
    let refused = nennep(&["rules", "check", &broken]);
    assert_eq!(code(&refused), 1);
    assert!(said(&refused).contains("quality.toml:3"), "{}", said(&refused));
    for what in ["rules", "rubrics"] {
        let missing = folder.path().join("missing.toml").display().to_string();
        assert_eq!(code(&nennep(&[what, "check", &missing])), 2);
        assert_eq!(code(&nennep(&[what, "check"])), 2, "an argument is missing");
    }
    assert_eq!(code(&nennep(&["rules", "list", "--on", "someday"])), 2);
}

#[test]
fn rubrics_are_listed_and_a_meeting_that_is_not_there_is_refused() {
    let listed = nennep(&["rubrics", "list"]);
    let text = String::from_utf8(listed.stdout.clone()).unwrap();
    assert!(text.contains("42-hd") && text.contains("an-phu"), "{text}");
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let id = "019f0000-0000-7000-8000-000000000001";
    let missing = nennep(&["rubrics", "score", id, "--json", "--data", &data]);
    assert_eq!((code(&missing), missing.stdout.is_empty()), (1, true), "{}", said(&missing));
    assert_eq!(code(&nennep(&["rubrics", "score", "not-an-id", "--data", &data])), 2);
}
