//! Templates hold no words, no script and no style: words come from Fluent, the rest from files the policy allows.

use std::{fs, path::Path};

/// Each template by its path, without comments and expressions.
fn templates() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut open = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let mut text = fs::read_to_string(&path).unwrap();
                for (start, end) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}")] {
                    text = without(&text, start, end);
                }
                found.push((path.strip_prefix(&root).unwrap().display().to_string(), text));
            }
        }
    }
    assert!(found.len() > 10, "only {} templates were found", found.len());
    found
}

/// The text without what stands between `start` and `end`.
fn without(text: &str, start: &str, end: &str) -> String {
    let mut pieces = text.split(start);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| kept + " " + piece.split_once(end).map_or("", |(_, rest)| rest))
}

#[test]
fn templates_hold_no_words() {
    for (path, text) in templates() {
        // What is left outside of tags, less the attributes that a macro writes into another's tag.
        let words = without(&without(&text, "<", ">"), "=\"", "\"");
        // A kind of file has the same name in every language.
        let is_kind = |word: &str| matches!(word, "PDF" | "DOCX" | "XLSX" | "CSV");
        let is_word = |word: &&str| {
            word.chars().filter(|c| c.is_alphabetic()).count() > 1
                && !word.contains(['-', '/'])
                && !is_kind(word)
        };
        let word = words.split_whitespace().find(is_word);
        assert_eq!(word, None, "{path}");
    }
}

#[test]
fn templates_hold_no_script_and_no_style() {
    for (path, text) in templates() {
        for forbidden in
            ["<style", " style=", "javascript:", " hx-on", "<script>", " onclick", " onsubmit", " onchange"]
        {
            assert!(!text.contains(forbidden), "{path} has {forbidden:?}");
        }
    }
}
