//! What holds of the store as a whole: both schemas are one, applied migrations never change, every public function is
//! called by these tests, what differs between the engines is a short list, and only this crate names sqlx.

use std::{collections::BTreeSet, fs, path::Path};

fn crate_folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                let name = path.strip_prefix(crate_folder()).unwrap_or(&path).display().to_string();
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// The migrations of an engine in words that both share: comments, types' own names and `strict` left out.
fn normalised(engine: &str) -> String {
    let sql = files_below(&crate_folder().join("migrations").join(engine), "sql");
    let mut lines = Vec::new();
    for (name, text) in sql {
        lines.push(format!("-- {}", Path::new(&name).file_name().unwrap().to_string_lossy()));
        for line in
            text.lines().filter(|line| !line.trim_start().starts_with("--") && !line.trim().is_empty())
        {
            let mut line = line.replace(") strict;", ");");
            for (theirs, shared) in [
                (" uuid", " {id or bytes}"),
                (" bytea", " {id or bytes}"),
                (" blob", " {id or bytes}"),
                (" bigint", " {number or boolean}"),
                (" boolean", " {number or boolean}"),
                (" integer", " {number or boolean}"),
                (" timestamptz", " {text}"),
                (" jsonb", " {text}"),
                (" date", " {text}"),
                (" text", " {text}"),
            ] {
                line = replaced_type(&line, theirs, shared);
            }
            lines.push(line);
        }
    }
    lines.join("\n") + "\n"
}

/// Replaces a column's type where it stands as the second word of a column line.
fn replaced_type(line: &str, theirs: &str, shared: &str) -> String {
    let Some((column, rest)) = line.strip_prefix("  ").and_then(|inner| inner.split_once(' ')) else {
        return line.to_owned();
    };
    let word: String = theirs.trim().to_owned();
    match rest.strip_prefix(word.as_str()) {
        Some(after) if after.is_empty() || after.starts_with([' ', ',']) => {
            format!("  {column}{shared}{after}")
        }
        _ => line.to_owned(),
    }
}

/// Every column of the schema that refers to another table: (table, column, the other table).
fn references() -> Vec<(String, String, String)> {
    let mut table = String::new();
    let mut found = Vec::new();
    for line in normalised("sqlite").lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if let ["create" | "alter", "table", name, ..] = words.as_slice() {
            (*name).clone_into(&mut table);
        }
        let after = |word: &str| words.iter().skip_while(|one| **one != word).nth(1).copied();
        if let Some(other) = after("references") {
            let column = after("column").or(words.first().copied()).unwrap_or_default();
            found.push((table.clone(), column.to_owned(), other.to_owned()));
        }
    }
    found
}

fn naming(whom: &str) -> BTreeSet<(String, String)> {
    let named = references().into_iter().filter(|(_, _, other)| other == whom);
    named.map(|(table, column, _)| (table, column)).collect()
}

#[test]
fn every_table_is_listed_after_those_it_refers_to() {
    let schema = normalised("sqlite");
    let there: BTreeSet<&str> = schema
        .lines()
        .filter_map(|line| line.strip_prefix("create table ")?.split_whitespace().next())
        .collect();
    let listed = nennep_store::tables::TABLES;
    assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), there);
    let place = |table: &str| listed.iter().position(|one| *one == table);
    let early: Vec<_> =
        references().into_iter().filter(|(table, _, other)| place(table) < place(other)).collect();
    assert_eq!(early, []);
}

/// A table that names a member or an organisation is on the list of what stands in the way of taking one back, or here with its reason.
#[test]
fn what_names_a_member_or_an_organisation_is_weighed() {
    let pairs = |list: &[(&str, &str)]| -> BTreeSet<(String, String)> {
        list.iter().map(|(table, column)| ((*table).to_owned(), (*column).to_owned())).collect()
    };
    // The member's own word, what follows from a deed or a receipt, and what candidates became.
    let own = pairs(&[
        ("candidates", "member_id"),
        ("commitments", "member_id"),
        ("corrections", "member_id"),
        ("deed_members", "member_id"),
        ("dues_bases", "member_id"),
        ("dues_payments", "member_id"),
        ("member_offers", "member_id"),
        ("standings", "member_id"),
    ]);
    let weighed = pairs(nennep_store::members::WRITTEN_ABOUT);
    assert_eq!(naming("members"), weighed.union(&own).cloned().collect());
    // The organisation's own history, what is worked out from other tables, and events, which outlive what they speak of.
    let own = pairs(&[
        ("cell_months", "cell_id"),
        ("deed_organisations", "organisation_id"),
        ("events", "organisation_id"),
        ("organisation_ancestors", "ancestor_id"),
        ("organisation_ancestors", "organisation_id"),
        ("organisation_chapters", "organisation_id"),
        ("organisation_chapters", "parent_id"),
        ("organisations", "parent_id"),
        ("successions", "predecessor_id"),
        ("successions", "successor_id"),
    ]);
    let weighed = pairs(nennep_store::organisations::KEPT_ABOUT);
    assert_eq!(naming("organisations"), weighed.union(&own).cloned().collect());
}

#[test]
fn both_engines_have_the_same_schema_and_it_is_the_one_committed() {
    let sqlite = normalised("sqlite");
    assert_eq!(sqlite, normalised("postgres"), "the two migration folders differ");
    let file = crate_folder().join("schema.txt");
    let committed = fs::read_to_string(&file).unwrap_or_default();
    if committed != sqlite {
        fs::write(&file, &sqlite).unwrap();
        panic!(
            "schema.txt was not what the migrations give; it has been written anew: look at the change and commit it"
        );
    }
}

#[test]
fn migrations_have_the_same_names_on_both_engines() {
    let names = |engine: &str| {
        let files = files_below(&crate_folder().join("migrations").join(engine), "sql");
        files.into_iter().map(|(name, _)| name.rsplit('/').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names("sqlite"), names("postgres"));
    assert!(!names("sqlite").is_empty());
}

/// `pub async fn name(` of every file below src, with the name of its public module.
fn public_functions() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (name, text) in files_below(&crate_folder().join("src"), "rs") {
        let module = name.trim_start_matches("src/").split(['/', '.']).next().unwrap().to_owned();
        if ["lib", "transaction", "connection", "columns", "error"].contains(&module.as_str()) {
            continue;
        }
        for line in text.lines() {
            if let Some(rest) = line.strip_prefix("pub async fn ") {
                let function = rest.split(['(', '<']).next().unwrap();
                found.insert(format!("{module}::{function}"));
            }
        }
    }
    found
}

#[test]
fn every_public_function_is_called_on_both_engines() {
    let tests: String = files_below(&crate_folder().join("tests/it"), "rs")
        .into_iter()
        .filter(|(name, _)| !name.ends_with("contracts.rs"))
        .map(|(_, text)| text)
        .collect();
    let functions = public_functions();
    assert!(functions.len() > 100, "only {} functions were found", functions.len());
    let missing: Vec<_> = functions.iter().filter(|name| !tests.contains(&format!("{name}("))).collect();
    assert!(missing.is_empty(), "not called by any test of this folder:\n{missing:#?}");
    for (name, text) in files_below(&crate_folder().join("tests/it"), "rs") {
        let runs = text.matches("#[tokio::test]").count();
        let both = text.matches("#[values(Engine::Sqlite, Engine::Postgres)]").count();
        assert_eq!(runs, both, "{name}: each test of the store runs on both engines");
    }
}

#[test]
fn what_differs_between_the_engines_is_a_short_list() {
    let text = fs::read_to_string(crate_folder().join("src/dialect.rs")).unwrap();
    let functions: Vec<_> = text.lines().filter(|line| line.starts_with("pub async fn")).collect();
    assert!(functions.len() <= 6, "{} functions differ by engine: {functions:#?}", functions.len());
    for (name, text) in files_below(&crate_folder().join("src"), "rs") {
        let knows = ["src/dialect.rs", "src/transaction.rs", "src/connection.rs"].contains(&name.as_str());
        assert!(knows || !text.contains(".is_sqlite()"), "{name} asks which engine it runs on");
    }
}

#[test]
fn only_the_store_names_sqlx() {
    let crates = crate_folder().parent().unwrap();
    for krate in ["domain", "documents", "app", "web", "cli", "testkit"] {
        let manifest = fs::read_to_string(crates.join(krate).join("Cargo.toml")).unwrap();
        assert!(!manifest.contains("sqlx"), "{krate} depends on sqlx");
    }
}
