//! What the components in `templates/components` take that plain text cannot say.

use nennep_domain::{problems::Citation, rules::Rules};

use crate::words::{Locale, Words};

/// An icon of Tabler's outline set, by name. The build puts every name written so, and no other, into the sprite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Icon(pub &'static str);

/// One of several: an option of a select, a radio button, a tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What the reader sees.
    pub label: String,
    /// A line under it; may be empty.
    pub help: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Choice {
    /// A choice without a line under it.
    pub fn new(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Self {
        Self { value: value.into(), label: label.into(), help: String::new(), chosen }
    }

    /// The same with a line under it.
    #[must_use]
    pub fn helped(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }
}

/// How far a step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// It was done.
    Done,
    /// It is the next to do.
    Next,
    /// It is the next to do, and late.
    Late,
    /// It comes later.
    Later,
}

impl StepState {
    /// Its word in `step-state-…`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Next => "next",
            Self::Late => "late",
            Self::Later => "later",
        }
    }
}

/// One step of a line of steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// How far it has come.
    pub state: StepState,
    /// A line under it, e.g. when it was done or is due; may be empty.
    pub note: String,
    /// Where it is done or shown; empty where there is nothing to see.
    pub path: String,
}

/// One of the pages a list is split into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub path: String,
    /// Whether it is the one shown.
    pub here: bool,
    /// How many things are in it, if that is worth knowing.
    pub count: Option<u32>,
}

/// The ways out of one leaf of a long list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pager {
    /// How many rows are shown.
    pub shown: usize,
    /// The address of the rows before; empty on the first leaf.
    pub before: String,
    /// The address of the rows after; empty on the last leaf.
    pub after: String,
}

/// A rule, as its book mark shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleText {
    /// Document and article.
    pub citation: Citation,
    /// What the rule says, in the program's words or its own.
    pub text: String,
    /// From when to when it is in force, in words; may be empty.
    pub in_force: String,
    /// Where the whole rule is shown; empty if nowhere.
    pub path: String,
}

impl RuleText {
    /// The rule of that key as it stands on the day of `rules`; `None` if there is none.
    pub fn of(w: Words, rules: &Rules, key: &str) -> Option<Self> {
        let entry = rules.book().entry(key, rules.date())?;
        let text = match w.locale() {
            Locale::Vi => &entry.text.vi,
            Locale::En => &entry.text.en,
        };
        let in_force = rules.local(key).map_or_else(
            || w.with("rule-in-force", &[("from", w.date(entry.from).into())]),
            |local| {
                let values = [("from", w.date(local.from).into()), ("reason", local.reason.as_str().into())];
                w.with("rule-local", &values)
            },
        );
        let (citation, text) = (entry.citation.clone(), text.clone());
        Some(Self { citation, text, in_force, path: String::new() })
    }
}
