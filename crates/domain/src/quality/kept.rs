//! Evidence read back from where it was kept: the keys of its sentences are a closed list, so that a kept sheet can be shown
//! again, in either language, years later.

use serde::{Deserialize, Deserializer};

use crate::problems::{Argument, Sentence};

/// Every key evidence is said with.
const KEYS: &[&str] = &[
    "quality-evidence-attendance",
    "quality-evidence-combined",
    "quality-evidence-committee-met",
    "quality-evidence-committee-not-met",
    "quality-evidence-concluded",
    "quality-evidence-criticism",
    "quality-evidence-draft",
    "quality-evidence-excused-run",
    "quality-evidence-length",
    "quality-evidence-length-no-rule",
    "quality-evidence-length-short",
    "quality-evidence-members",
    "quality-evidence-minutes-adopted",
    "quality-evidence-minutes-not-adopted",
    "quality-evidence-no-draft",
    "quality-evidence-no-overseer",
    "quality-evidence-no-thematic",
    "quality-evidence-not-combined",
    "quality-evidence-not-concluded",
    "quality-evidence-not-reported",
    "quality-evidence-notices",
    "quality-evidence-overseer-not-notified",
    "quality-evidence-overseer-notified",
    "quality-evidence-papers-late",
    "quality-evidence-papers-no-rule",
    "quality-evidence-papers-not-posted",
    "quality-evidence-papers-on-time",
    "quality-evidence-records",
    "quality-evidence-report-no-rule",
    "quality-evidence-report-open",
    "quality-evidence-reported",
    "quality-evidence-reported-late",
    "quality-evidence-secretary-only",
    "quality-evidence-speaking",
    "quality-evidence-steps",
    "quality-evidence-study",
    "quality-evidence-task-results",
    "quality-evidence-tasks-assigned",
    "quality-evidence-thematic",
    "quality-evidence-unexcused",
    "quality-unknown-no-task-due",
    "quality-unknown-not-recorded",
    "quality-unknown-until-closed",
    "quality-unknown-until-roll-call",
];

/// Every value named in evidence.
const NAMES: &[&str] = &[
    "days",
    "excused",
    "hours",
    "least",
    "limit",
    "members",
    "minutes",
    "part",
    "percent",
    "run",
    "short",
    "unexcused",
    "whole",
];

/// What is said in place of a sentence that no longer has words.
const FORGOTTEN: &str = "quality-evidence-no-longer-worded";

#[derive(Deserialize)]
struct Kept {
    key: String,
    arguments: Vec<(String, Argument)>,
}

impl Kept {
    fn sentence(self) -> Sentence {
        let known = |list: &[&'static str], word: &str| list.iter().copied().find(|one| *one == word);
        let Some(key) = known(KEYS, &self.key) else { return Sentence::new(FORGOTTEN) };
        let arguments = self.arguments.into_iter();
        let arguments = arguments.filter_map(|(name, value)| Some((known(NAMES, &name)?, value))).collect();
        Sentence { key, arguments }
    }
}

/// Reads the evidence of a kept line.
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Sentence>, D::Error> {
    let kept = Vec::<Kept>::deserialize(deserializer)?;
    Ok(kept.into_iter().map(Kept::sentence).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_without_words_any_more_says_so() {
        let kept = |key: &str| Kept {
            key: key.to_owned(),
            arguments: vec![("run".to_owned(), Argument::Number(2))],
        };
        assert_eq!(kept("words-of-old").sentence(), Sentence::new(FORGOTTEN));
        let again = Sentence::new("quality-evidence-excused-run").with("run", 2_u32);
        assert_eq!(kept("quality-evidence-excused-run").sentence(), again);
    }
}
