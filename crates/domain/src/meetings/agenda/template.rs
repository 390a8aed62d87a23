//! The template as data: `rules/agendas/national.toml`, or a committee's own file.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    meetings::{ItemKind, Part},
    motions::MotionKind,
};

/// What an item needs to appear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Need {
    /// Tasks that are due.
    DueTasks,
    /// Members whose probation ends: one item for each.
    Probation,
    /// A quarter whose last months have no thematic meeting.
    ThematicMissing,
}

/// One line of the template.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    pub(super) part: Part,
    pub(super) kind: ItemKind,
    pub(super) minutes: u32,
    pub(super) title: String,
    #[serde(default)]
    pub(super) body: String,
    pub(super) needs: Option<Need>,
    #[serde(default)]
    pub(super) key: String,
}

/// An item with a motion about a person, as data.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VoteLine {
    pub(super) key: String,
    pub(super) minutes: u32,
    pub(super) title: String,
    #[serde(default)]
    pub(super) body: String,
    pub(super) motion: String,
}

/// The order in which a cell's meeting goes, as data.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaTemplate {
    /// The rule document it follows.
    pub document: String,
    /// Its sections.
    pub article: String,
    #[serde(rename = "item")]
    pub(super) lines: Vec<Line>,
    pub(super) focus: BTreeMap<String, String>,
    /// The items with a vote about a person, by the kind of the motion; a committee's own file may leave them out.
    #[serde(default, rename = "vote")]
    pub(super) votes: BTreeMap<MotionKind, VoteLine>,
}

/// Text that is not a template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an agenda template: {0}")]
pub struct TemplateError(pub String);

impl AgendaTemplate {
    /// The template built into the program.
    pub fn national() -> Result<Self, TemplateError> {
        Self::read(include_str!("../../../../../rules/agendas/national.toml"))
    }

    /// The template a file holds; the error names line and field.
    pub fn read(text: &str) -> Result<Self, TemplateError> {
        toml::from_str(text).map_err(|error| TemplateError(error.to_string()))
    }
}
