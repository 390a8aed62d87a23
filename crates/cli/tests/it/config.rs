//! The configuration as an administrator meets it: what `config.txt` lists is read, and nothing else is.

use std::{fs, path::Path};

use crate::house::{nennep, said};

/// Every listed variable with its default; none where it is not set.
fn listed() -> Vec<(String, Option<String>)> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("config.txt")).unwrap();
    let line = |line: &str| {
        let mut words = line.split_whitespace().skip(1);
        let variable = words.next()?.to_owned();
        let default = words.collect::<Vec<_>>().join(" ");
        Some((variable, Some(default).filter(|text| text != "not set")))
    };
    text.lines().filter(|line| !line.starts_with('#')).filter_map(line).collect()
}

#[test]
fn every_listed_variable_is_read_and_no_other() {
    let listed = listed();
    assert!(listed.len() > 9, "{listed:?}");
    let rules = tempfile::tempdir().unwrap();
    let check = |variable: &str, value: &str| {
        let mut command = nennep(&["config", "check"]);
        command.env(variable, value).output().unwrap()
    };
    for (variable, default) in &listed {
        let folder = rules.path().to_str().unwrap();
        let value = default.as_deref().map_or(folder, |default| default.trim_matches('"'));
        let output = check(variable, value);
        assert!(output.status.success(), "{variable}={value}: {}", said(&output.stderr));
    }
    let unknown = check("NENNEP__SERVER__COLOUR", "red");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(said(&unknown.stderr).contains("colour"), "{}", said(&unknown.stderr));
}
