//! Recording a step of a probation, and undoing it.

use jiff::civil::Date;

use super::{Electorate, ProbationFact, ProbationFile, ProbationStep};
use crate::{
    problems::{Citation, Refusal, Sentence},
    recruiting::{RecordError, cell_vote::must_not_be_put, record::must_be_carried},
    rules::Rules,
    time::written,
};

/// Why a step of a probation is not recorded, or not undone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProbationError {
    /// As with a candidate's way.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// Before the ceremony.
    #[error("before the ceremony of {on}")]
    BeforeCeremony {
        /// The day of the ceremony.
        on: Date,
    },
    /// The cell votes once the months of probation are over (statement 33).
    #[error("the probation ends on {first}")]
    NotOver {
        /// The first day on which the cell may vote.
        first: Date,
        /// How many months it lasts.
        months: u32,
        /// The rule.
        citation: Citation,
    },
    /// The member is official: the file is closed.
    #[error("official since {on}")]
    Official {
        /// Since when.
        on: Date,
    },
    /// The member is on no probation.
    #[error("the member is on no probation")]
    NoProbation,
    /// The certificate stands with its class.
    #[error("it stands with its class")]
    FromClass,
    /// The recognition is recorded in the member's life.
    #[error("recorded in the member's life")]
    OwnDeed,
}

impl Refusal for ProbationError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Record(error) => error.sentence(),
            Self::BeforeCeremony { on } => {
                Sentence::new("probation-refused-before-ceremony").with("date", written(*on))
            }
            Self::NotOver { first, months, .. } => Sentence::new("probation-refused-not-over")
                .with("date", written(*first))
                .with("months", *months),
            Self::Official { on } => Sentence::new("probation-refused-official").with("date", written(*on)),
            Self::NoProbation => Sentence::new("probation-refused-none"),
            Self::FromClass => Sentence::new("probation-refused-from-class"),
            Self::OwnDeed => Sentence::new("probation-refused-own-deed"),
        }
    }

    fn citation(&self) -> Option<Citation> {
        match self {
            Self::Record(error) => error.citation(),
            Self::NotOver { citation, .. } => Some(citation.clone()),
            _ => None,
        }
    }
}

/// Whether a step may be recorded, judged by the rules of its day; `today` is the last day there can be. Recorded again it is corrected.
/// A vote is refused before the probation is over, where a meeting decides it, and where too few are in favour (statements 22 and 33).
pub fn record(
    file: &ProbationFile,
    fact: &ProbationFact,
    electorate: Electorate,
    today: Date,
    rules: &Rules,
) -> Result<(), ProbationError> {
    if fact.step == ProbationStep::Decision {
        return Err(ProbationError::OwnDeed);
    }
    must_be_on_probation(file)?;
    if fact.on > today {
        return Err(RecordError::ToCome.into());
    }
    if fact.on < file.ceremony_on {
        return Err(ProbationError::BeforeCeremony { on: file.ceremony_on });
    }
    if fact.step == ProbationStep::Vote {
        must_not_be_put(&file.votes)?;
        file.must_be_over(fact.on, rules)?;
        must_be_carried(fact.tally, electorate, &rules.recognition_majority(), rules)?;
    }
    Ok(())
}

/// Whether a step that was recorded may be undone: while the member is on probation, and not what adopted minutes say.
pub fn undo(file: &ProbationFile, step: ProbationStep) -> Result<(), ProbationError> {
    must_be_on_probation(file)?;
    let fact = file.fact(step);
    if fact.is_some_and(|fact| fact.meeting.is_some()) {
        return Err(RecordError::FromMeeting.into());
    }
    if fact.is_some_and(|fact| fact.learner.is_some()) {
        return Err(ProbationError::FromClass);
    }
    Ok(())
}

fn must_be_on_probation(file: &ProbationFile) -> Result<(), ProbationError> {
    file.official_on.map_or(Ok(()), |on| Err(ProbationError::Official { on }))
}

impl ProbationFile {
    /// Whether the cell's vote may be put on the agenda of a meeting on `on`: the probation is over by then (statement 33).
    pub fn may_be_put_to_vote(&self, on: Date, rules: &Rules) -> Result<(), ProbationError> {
        must_be_on_probation(self)?;
        if self.fact(ProbationStep::Vote).is_some() {
            return Err(RecordError::Voted.into());
        }
        must_not_be_put(&self.votes)?;
        self.must_be_over(on, rules)
    }

    /// Whether hands may be counted on `on`.
    pub fn may_be_counted(&self, on: Date, rules: &Rules) -> Result<(), ProbationError> {
        must_be_on_probation(self)?;
        self.must_be_over(on, rules)
    }

    fn must_be_over(&self, on: Date, rules: &Rules) -> Result<(), ProbationError> {
        let over = self.over_on(rules);
        if on < over.value {
            let (months, citation) = (rules.probation_months().value, over.citation);
            return Err(ProbationError::NotOver { first: over.value, months, citation });
        }
        Ok(())
    }
}
