//! Every text that is said exists in both languages with the same values, and none is kept that nobody says.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

#[path = "words/said.rs"]
mod said;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{ast, parser, serializer};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every text of a language: its key, with the values it speaks of.
fn texts(locale: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut texts = BTreeMap::new();
    for path in said::files(&root().join("locales").join(locale), "ftl") {
        let source = fs::read_to_string(&path).unwrap();
        let resource = parser::parse(source.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{} does not parse: {errors:?}", path.display()));
        for entry in resource.body {
            let ast::Entry::Message(message) = entry else { continue };
            let key = message.id.name.to_owned();
            assert!(said::is_key(&key), "{locale}: {key} is not written feature-what");
            assert!(message.attributes.is_empty(), "{locale}: {key} has attributes, which nothing reads");
            let alone = ast::Resource { body: vec![ast::Entry::Message(message)] };
            let text = serializer::serialize(&alone);
            let values = text.split('$').skip(1).map(said::name_at_start).collect();
            assert!(texts.insert(key.clone(), values).is_none(), "{locale}: {key} is there twice");
        }
    }
    assert!(!texts.is_empty(), "{locale} has no texts");
    texts
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_values() {
    let (vi, en) = (texts("vi"), texts("en"));
    let differing: Vec<_> = vi
        .keys()
        .chain(en.keys())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .filter(|key| vi.get(*key) != en.get(*key))
        .map(|key| format!("{key}: vi {:?}, en {:?}", vi.get(key), en.get(key)))
        .collect();
    assert!(differing.is_empty(), "\n{}", differing.join("\n"));
}

#[test]
fn every_text_that_is_said_exists() {
    let texts: BTreeSet<_> = texts("vi").into_keys().collect();
    let said = said::all(&root());
    assert!(said.keys.len() > 100, "only {} keys were found in the sources", said.keys.len());
    let missing = said.keys.iter().filter(|(key, _)| !texts.contains(*key));
    let missing: Vec<_> = missing.map(|(key, place)| format!("{key} ({place})")).collect();
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
    let unnamed = said.unnamed_lists(&texts);
    assert!(unnamed.is_empty(), "lists with words that have no text: {unnamed:?}");
}

#[test]
fn no_text_is_kept_that_nobody_says() {
    let texts: BTreeSet<_> = texts("vi").into_keys().collect();
    let said = said::all(&root());
    for nobody in ["import-that-nobody-says", "nobody-says-this", "import-kind-as-nobody"] {
        assert!(!said.says(nobody, &texts), "{nobody}: this test would find nothing");
    }
    let unused: Vec<_> = texts.iter().filter(|key| !said.says(key, &texts)).map(String::as_str).collect();
    assert!(unused.is_empty(), "\n{}", unused.join("\n"));
}

#[test]
fn texts_have_no_exclamation_marks() {
    for locale in ["vi", "en"] {
        for path in said::files(&root().join("locales").join(locale), "ftl") {
            let source = fs::read_to_string(&path).unwrap();
            assert!(!source.contains('!'), "{} has an exclamation mark", path.display());
        }
    }
}
