//! The rubrics built in or read at run time, and the one that scores a meeting.

use std::sync::Arc;

use jiff::civil::Date;

use super::{read, rubric::Rubric};
use crate::{
    meetings::MeetingKind,
    organisations::CellType,
    problems::Sentence,
    rules::{Finding, Findings, Rules},
};

/// The rubrics built in, by file name.
pub const RUBRICS: &[(&str, &str)] = &[
    ("42-hd.toml", include_str!("../../../../rules/rubrics/42-hd.toml")),
    ("an-phu.toml", include_str!("../../../../rules/rubrics/an-phu.toml")),
];

/// All rubrics. Cheap to clone.
#[derive(Debug, Clone)]
pub struct RubricBook {
    rubrics: Arc<Vec<Rubric>>,
}

impl RubricBook {
    /// The rubrics built into the program.
    pub fn built_in() -> Result<Self, Findings> {
        Self::with(&[])
    }

    /// The rubrics built in, with packs `(file name, text)` read at run time: one of the same name takes the place of the
    /// one built in, others are added. All findings of all packs if any is wrong, or if two versions of one rubric would
    /// score the same meeting.
    pub fn with(packs: &[(&str, &str)]) -> Result<Self, Findings> {
        let replaced = |name: &str| packs.iter().any(|(other, _)| *other == name);
        let kept = RUBRICS.iter().filter(|(name, _)| !replaced(name));
        let mut rubrics: Vec<Rubric> = Vec::new();
        let mut findings = Vec::new();
        for (name, text) in kept.chain(packs) {
            let (rubric, found) = read::read(text, name);
            findings.extend(found);
            let Some(rubric) = rubric else { continue };
            if rubrics.iter().any(|other| other.clashes(&rubric)) {
                let sentence = Sentence::new("quality-rubric-versions-overlap");
                findings.push(Finding {
                    file: (*name).to_owned(),
                    line: 1,
                    key: rubric.code.clone(),
                    sentence,
                });
            }
            rubrics.push(rubric);
        }
        if findings.is_empty() { Ok(Self { rubrics: Arc::new(rubrics) }) } else { Err(Findings(findings)) }
    }

    /// All rubrics, the packs built in first.
    pub fn all(&self) -> &[Rubric] {
        &self.rubrics
    }

    /// The rubric that scores a meeting: of the code the rules name for its day and place, the form for its kind and cell.
    /// `None` where the rules name none (before 42-HD/BTCTW) or no form fits.
    pub fn for_meeting(
        &self,
        rules: &Rules,
        kind: MeetingKind,
        cell_type: Option<CellType>,
    ) -> Option<&Rubric> {
        let code = rules.rubric().value?;
        self.on(rules.date()).find(|rubric| rubric.code == code && rubric.scores(kind, cell_type))
    }

    /// The rubrics that hold on `date`.
    pub fn on(&self, date: Date) -> impl Iterator<Item = &Rubric> {
        self.rubrics.iter().filter(move |rubric| rubric.holds_on(date))
    }

    /// One version of a rubric: that of its first day, as a sheet names it, in the form for its kind and cell.
    pub fn version(
        &self,
        code: &str,
        from: Date,
        kind: MeetingKind,
        cell_type: Option<CellType>,
    ) -> Option<&Rubric> {
        self.rubrics.iter().find(|one| one.code == code && one.from == from && one.scores(kind, cell_type))
    }

    /// Whether a rubric of this code holds on some day from `from` on.
    pub fn knows(&self, code: &str, from: Date) -> bool {
        self.rubrics.iter().any(|one| one.code == code && one.to.is_none_or(|end| from < end))
    }

    /// The codes of all rubrics, each once.
    pub fn codes(&self) -> Vec<&str> {
        let mut codes: Vec<_> = self.rubrics.iter().map(|one| one.code.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }
}
