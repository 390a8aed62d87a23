//! Finds what is said: keys in templates (`w.t("…")`, `w.with("…"`), in Rust (also `Sentence::new("…")`), and the lists
//! whose words are named at run time (`one_of("quality-grade", …)`, `t(&format!("weekday-{}", …))`).

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// What the sources say.
pub(crate) struct Said {
    /// The keys, each with the first file that says it.
    pub(crate) keys: BTreeMap<String, String>,
    /// The beginnings of keys that are finished at run time, e.g. `quality-grade-`.
    pub(crate) lists: BTreeSet<String>,
    /// Every string of the sources: a key may also be chosen in one place and said in another.
    strings: BTreeSet<String>,
    /// The words of each closed list (`text_enum!`).
    closed: Vec<Vec<String>>,
}

impl Said {
    /// Whether a key is said: by itself, as a word of a list that is said, or as the name of a word of a closed list.
    pub(crate) fn says(&self, key: &str, texts: &BTreeSet<String>) -> bool {
        self.strings.contains(key)
            || self.lists.iter().any(|list| key.starts_with(list))
            || self.closed.iter().flatten().any(|word| {
                key.strip_suffix(word.as_str()).is_some_and(|list| self.is_named(list, word, texts))
            })
    }

    /// The lists said with `one_of` that lack a word: no closed list has all its words named under them.
    pub(crate) fn unnamed_lists(&self, texts: &BTreeSet<String>) -> Vec<&String> {
        let known = |list: &&String| {
            let named = texts.iter().filter(|key| key.starts_with(*list)).count();
            let whole = self.closed.iter().any(|words| names_all(list, words, texts));
            // A list that lives in the web crate alone is no `text_enum!`; that it has words at all is what can be seen.
            named == 0 || (!whole && self.begins_a_closed_list(list, texts))
        };
        self.lists.iter().filter(known).collect()
    }

    fn is_named(&self, list: &str, word: &str, texts: &BTreeSet<String>) -> bool {
        list.ends_with('-')
            && self
                .closed
                .iter()
                .any(|words| words.iter().any(|w| w == word) && names_all(list, words, texts))
    }

    /// Whether more than half of the words of some closed list are named under `list`: then it is meant to be that one.
    fn begins_a_closed_list(&self, list: &str, texts: &BTreeSet<String>) -> bool {
        self.closed.iter().any(|words| {
            let named = words.iter().filter(|word| texts.contains(&format!("{list}{word}"))).count();
            words.len() > 1 && named * 2 > words.len()
        })
    }
}

fn names_all(list: &str, words: &[String], texts: &BTreeSet<String>) -> bool {
    words.iter().all(|word| texts.contains(&format!("{list}{word}")))
}

/// Reads all templates and all Rust sources of the workspace, but for its tests.
pub(crate) fn all(root: &Path) -> Said {
    let mut said =
        Said { keys: BTreeMap::new(), lists: BTreeSet::new(), strings: BTreeSet::new(), closed: Vec::new() };
    let crates = root.join("crates");
    for path in files(&crates, "html").into_iter().chain(files(&crates, "rs")) {
        let place = path.strip_prefix(root).unwrap_or(&path).display().to_string();
        if place.contains("/tests/") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        said.strings.extend(code.split('"').filter(|piece| is_key(piece)).map(str::to_owned));
        for call in [".t(", ".with(", " counted(", "Sentence::new("] {
            for (argument, literal) in literals_in_first_argument(&code, call) {
                let begun = literal.split('{').next().unwrap_or_default();
                if argument.contains("format!(") {
                    // A key that begins with what only the run knows says nothing about any key.
                    if !begun.is_empty() {
                        said.lists.insert(begun.to_owned());
                    }
                } else if is_key(&literal) {
                    said.keys.entry(literal).or_insert_with(|| place.clone());
                }
            }
        }
        for (_, list) in literals_in_first_argument(&code, "one_of(") {
            said.lists.insert(format!("{list}-"));
        }
        read_lists(&code, &mut said.closed);
    }
    said
}

/// Whether a string is a key: a hyphen between the feature and what is said; a word of a closed list may end it.
pub(crate) fn is_key(text: &str) -> bool {
    text.contains('-')
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// Every string inside the first argument of each `call`, with that argument: `t("a-b")`, `t(match x { … => "a-b" })`.
fn literals_in_first_argument(code: &str, call: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for rest in code.split(call).skip(1) {
        let argument = first_argument(rest);
        for literal in argument.split('"').skip(1).step_by(2) {
            found.push((argument.to_owned(), literal.to_owned()));
        }
    }
    found
}

/// What stands before the comma or the bracket that ends the first argument.
fn first_argument(rest: &str) -> &str {
    let (mut depth, mut quoted) = (0_i32, false);
    for (n, c) in rest.char_indices() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' | ',' if depth == 0 => return &rest[..n],
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    rest
}

/// Reads the words of each `text_enum! { Name { Variant = "word", … } }`, as their keys have them.
fn read_lists(code: &str, closed: &mut Vec<Vec<String>>) {
    for block in code.split("text_enum! {").skip(1) {
        let words = block.lines().take_while(|line| *line != "}").filter_map(|line| line.split_once(" = \""));
        closed.push(
            words.map(|(_, word)| word.trim_end_matches(['"', ',']).replace('?', "unconfirmed")).collect(),
        );
    }
}

/// The name a value begins with: `count }` gives `count`.
pub(crate) fn name_at_start(text: &str) -> String {
    text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect()
}

/// Every file below `folder` with that ending, in a fixed order.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|other| other == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
