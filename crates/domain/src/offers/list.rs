//! What can be ticked: a list of skills and one of kinds of task, as data (`rules/offers.toml`).

use std::sync::LazyLock;

use serde::Deserialize;

use crate::rules::Words;

/// Something that can be ticked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What stands in the database.
    pub key: String,
    /// Its words.
    pub text: Words,
    /// Words of a task's title that speak of it.
    pub find: Vec<String>,
}

/// What can be ticked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferList {
    /// What a member can do.
    #[serde(rename = "skill")]
    pub skills: Vec<Entry>,
    /// What a member would like to do.
    #[serde(rename = "kind")]
    pub kinds: Vec<Entry>,
}

static BUILT_IN: LazyLock<OfferList> =
    LazyLock::new(|| toml::from_str(include_str!("../../../../rules/offers.toml")).unwrap_or_default());

impl OfferList {
    /// The lists built into the program.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The skill or the kind with this key.
    pub fn find(&self, key: &str) -> Option<&Entry> {
        self.skills.iter().chain(&self.kinds).find(|one| one.key == key)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_lists_are_read_and_every_key_is_one() {
        let list = OfferList::built_in();
        assert!(list.skills.len() >= 10 && list.kinds.len() >= 5);
        let keys: HashSet<&str> = list.skills.iter().chain(&list.kinds).map(|one| one.key.as_str()).collect();
        assert_eq!(keys.len(), list.skills.len() + list.kinds.len());
        assert!(list.find("law").is_some() && list.find("flying").is_none());
    }
}
