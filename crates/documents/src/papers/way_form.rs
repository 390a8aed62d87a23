//! Forms that are data throughout, read once from `templates/papers/ways.toml`: blocks in their order, each with its words.

use std::sync::LazyLock;

use nennep_domain::papers::Spelling;
use serde::Deserialize;

/// A form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WayForm {
    pub(super) label: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) summary: String,
    pub(super) head: WayHead,
    pub(super) signed: String,
    /// What is known that names who signs; the person itself where nothing is said.
    #[serde(default)]
    pub(super) signer: String,
    #[serde(rename = "block")]
    pub(super) blocks: Vec<WayBlock>,
}

/// Whose head a form has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum WayHead {
    /// What a person writes has none.
    None,
    /// The cell's.
    Cell,
    /// The committee's.
    Committee,
}

/// A block of a form: one of its kinds is said.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, untagged)]
pub(super) enum WayBlock {
    /// A heading.
    Section { section: String },
    /// A numbered point.
    Point { point: String },
    /// Plain text with what is known filled in.
    Body { body: String },
    /// A label with what is known, else a dotted line.
    Line {
        line: String,
        #[serde(default)]
        value: String,
    },
    /// Dotted lines.
    Lines { lines: u32 },
}

/// The forms by what they are for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WayForms {
    pub(super) cv: WayForm,
    pub(super) self_review: WayForm,
    pub(super) helper_comment: WayForm,
    pub(super) summary: WayForm,
    pub(super) resolution: WayForm,
    pub(super) base_resolution: WayForm,
    pub(super) decision: WayForm,
}

const FILE: &str = include_str!("../../templates/papers/ways.toml");

static ON_U: LazyLock<WayForms> = LazyLock::new(|| read(FILE));
static ON_Y: LazyLock<WayForms> =
    LazyLock::new(|| read(&FILE.replace("ủy", "uỷ").replace("Ủy", "Uỷ").replace("ỦY", "UỶ")));

/// The forms with "ủy" spelt as the committee spells it.
pub(super) fn way_forms(spelling: Spelling) -> &'static WayForms {
    match spelling {
        Spelling::OnU => &ON_U,
        Spelling::OnY => &ON_Y,
    }
}

#[expect(clippy::panic, reason = "the file is part of the program, and a test reads it")]
fn read(file: &str) -> WayForms {
    toml::from_str(file).unwrap_or_else(|error| panic!("templates/papers/ways.toml: {error}"))
}
