//! What the components in `templates/components` take that plain text cannot say.

use nennep_app::rules::{OwnValue, RuleView};
use nennep_domain::{problems::Citation, rules::Rules};

use crate::words::Words;

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
    /// The value the committee set for itself, where one is in force.
    pub own: Option<OwnText>,
}

/// A committee's own value of a rule, as a book mark shows it beside the national one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnText {
    /// The national value and the committee's own, in words.
    pub value: String,
    /// Who set it and from when, in words.
    pub by: String,
    /// Why.
    pub reason: String,
}

impl OwnText {
    /// An own value of a rule in words.
    pub fn of(w: Words, rule: &RuleView, own: &OwnValue) -> Self {
        let value = [
            ("own", w.rule_value(&own.value, rule.unit).into()),
            ("national", w.rule_value(&rule.national, rule.unit).into()),
        ];
        let by = [("by", (&own.organisation_name).into()), ("from", w.date(own.from).into())];
        let by = match own.to {
            _ if own.organisation_name.is_empty() => w.with("rules-own-since", &by[1..]),
            Some(to) => {
                let [by, from] = by;
                w.with("rules-own-by-until", &[by, from, ("to", w.date(to).into())])
            }
            None => w.with("rules-own-by", &by),
        };
        Self { value: w.with("rules-own-beside", &value), by, reason: own.reason.clone() }
    }
}

impl RuleText {
    /// The rule of that key as it stands on the day and at the place of `rules`; `None` if there is none.
    pub fn of(w: Words, rules: &Rules, key: &str) -> Option<Self> {
        RuleView::of(rules, key).map(|rule| Self::shown(w, &rule))
    }

    /// The book mark of a rule as the program knows it: its sentence, where it comes from and how sure that is, and the
    /// committee's own value beside it.
    pub fn shown(w: Words, rule: &RuleView) -> Self {
        let since = w.with("rules-in-force-since", &[("from", w.date(rule.from).into())]);
        let sure = w.one_of("rules-confidence", rule.confidence.as_str());
        let own = rule.own.as_ref().map(|own| OwnText::of(w, rule, own));
        Self {
            citation: rule.citation.clone(),
            text: w.of_both(&rule.words).to_owned(),
            in_force: format!("{since} {sure}."),
            path: format!("/rules/{}", rule.key),
            own,
        }
    }
}
