//! Finds what is said: keys in templates (`w.t("…")`, `w.with("…"`), in Rust (also `Sentence::new("…")`), and the lists
//! whose words are named at run time (`one_of("meeting-kind", …)`, `t(&format!("weekday-{}", …))`).

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// What the sources say.
pub(crate) struct Said {
    /// The keys, each with the first file that says it.
    pub(crate) keys: BTreeMap<String, String>,
    /// The beginnings of keys that are finished at run time, e.g. `meeting-kind-`.
    pub(crate) lists: BTreeSet<String>,
    /// The domain's closed lists: their words by the list's name, e.g. `meeting-kind`.
    pub(crate) domain: BTreeMap<String, Vec<String>>,
}

impl Said {
    /// Whether a key is said, by itself or as a word of a list.
    pub(crate) fn says(&self, key: &str) -> bool {
        self.keys.contains_key(key) || self.lists.iter().any(|list| key.starts_with(list))
    }

    /// The keys of every word of those lists of the domain that are said.
    pub(crate) fn words_of_lists(&self) -> impl Iterator<Item = String> {
        self.domain.iter().filter(|(list, _)| self.lists.contains(&format!("{list}-"))).flat_map(
            |(list, words)| words.iter().map(move |word| format!("{list}-{}", word.replace('_', "-"))),
        )
    }
}

/// Reads all templates and all Rust sources of the workspace, but for its tests.
pub(crate) fn all(root: &Path) -> Said {
    let mut said = Said { keys: BTreeMap::new(), lists: BTreeSet::new(), domain: BTreeMap::new() };
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
        for call in [".t(", ".with(", " counted(", "Sentence::new("] {
            for (argument, literal) in literals_in_first_argument(&code, call) {
                if argument.contains("format!(") {
                    said.lists.insert(literal.split('{').next().unwrap_or_default().to_owned());
                } else if is_key(&literal) {
                    said.keys.entry(literal).or_insert_with(|| place.clone());
                }
            }
        }
        for (_, list) in literals_in_first_argument(&code, "one_of(") {
            said.lists.insert(format!("{list}-"));
        }
        if place.contains("domain") {
            read_lists(&code, &mut said.domain);
        }
    }
    said
}

/// Whether a string is a key: lower case, with at least one hyphen between the feature and what is said.
pub(crate) fn is_key(text: &str) -> bool {
    text.contains('-') && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
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

/// Reads `text_enum! { Name { Variant = "word", … } }` into `name` with its words.
fn read_lists(text: &str, lists: &mut BTreeMap<String, Vec<String>>) {
    for block in text.split("text_enum! {").skip(1) {
        let lines = block
            .lines()
            .take_while(|line| *line != "}")
            .map(str::trim)
            .filter(|line| !line.starts_with("//"));
        let mut name = String::new();
        let mut words = Vec::new();
        for line in lines {
            if let Some(head) = line.strip_suffix(" {") {
                name = kebab(head);
            } else if let Some((_, word)) = line.split_once(" = \"") {
                words.push(word.trim_end_matches(['"', ',']).to_owned());
            }
        }
        lists.insert(name, words);
    }
}

fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for (n, c) in name.chars().enumerate() {
        if c.is_uppercase() && n > 0 {
            kebab.push('-');
        }
        kebab.extend(c.to_lowercase());
    }
    kebab
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
