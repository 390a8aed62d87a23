//! Why points are refused at a stage.

use super::{rubric::Scorer, stage::Stage};
use crate::{
    meetings::StateError,
    problems::{Citation, Refusal, Sentence},
    rules::Hundredths,
};

/// Why points are refused at a stage.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StageError {
    /// The meeting does not stand so that it could be scored.
    #[error(transparent)]
    Meeting(#[from] StateError),
    /// The meeting was not reported: the superior decides after the report.
    #[error("not reported")]
    NotReported,
    /// A later stage stands.
    #[error("{last} stands, so {stage} cannot be taken back")]
    LaterStands {
        /// The stage to be taken back.
        stage: Stage,
        /// The last one entered.
        last: Stage,
    },
    /// The stage does not follow the last one.
    #[error("{stage} does not follow {last:?}")]
    WrongOrder {
        /// The stage.
        stage: Stage,
        /// The last one entered.
        last: Option<Stage>,
    },
    /// The rubric has no such scorer.
    #[error("{0} does not score by this rubric")]
    WrongScorer(Scorer),
    /// A scorer of the rubric has not yet proposed.
    #[error("{0} has not yet proposed")]
    ScorerMissing(Scorer),
    /// The sheet has no such item.
    #[error("no item {0}")]
    UnknownItem(String),
    /// The item cannot have such points.
    #[error("{item} has at most {maximum}")]
    OutOfRange {
        /// The item.
        item: String,
        /// The most it can earn, or take away.
        maximum: Hundredths,
    },
    /// A change without its reason.
    #[error("no reason for {0}")]
    ReasonMissing(String),
    /// The attending member of the superior committee has not confirmed the self-score.
    #[error("not confirmed")]
    NotConfirmed(Citation),
}

impl Refusal for StageError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Meeting(state) => state.sentence(),
            Self::NotReported => Sentence::new("quality-stage-not-reported"),
            Self::LaterStands { .. } => Sentence::new("quality-stage-later-stands"),
            Self::WrongOrder { stage, .. } => Sentence::new(match stage {
                Stage::Proposed => "quality-stage-proposed-too-late",
                Stage::Agreed => "quality-stage-agreed-out-of-order",
                Stage::Voted => "quality-stage-voted-out-of-order",
                Stage::Decided => "quality-stage-decided-out-of-order",
            }),
            Self::WrongScorer(_) => Sentence::new("quality-stage-wrong-scorer"),
            Self::ScorerMissing(_) => Sentence::new("quality-stage-scorer-missing"),
            Self::UnknownItem(item) => {
                Sentence::new("quality-stage-unknown-item").with("item", item.as_str())
            }
            Self::OutOfRange { item, maximum } => {
                let sentence = Sentence::new("quality-stage-out-of-range").with("item", item.as_str());
                sentence.with("maximum", maximum.to_string())
            }
            Self::ReasonMissing(item) => {
                Sentence::new("quality-stage-reason-missing").with("item", item.as_str())
            }
            Self::NotConfirmed(_) => Sentence::new("quality-stage-not-confirmed"),
        }
    }

    fn citation(&self) -> Option<Citation> {
        if let Self::NotConfirmed(citation) = self { Some(citation.clone()) } else { None }
    }
}

impl StageError {
    /// The item it speaks of, if one.
    pub fn item(&self) -> Option<&str> {
        match self {
            Self::UnknownItem(item) | Self::OutOfRange { item, .. } | Self::ReasonMissing(item) => Some(item),
            _ => None,
        }
    }
}

/// All that is wrong with points at a stage. Never empty when returned as an error; speaks as its first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?}")]
pub struct StageErrors(pub Vec<StageError>);

impl From<StageError> for StageErrors {
    fn from(error: StageError) -> Self {
        Self(vec![error])
    }
}

impl Refusal for StageErrors {
    fn sentence(&self) -> Sentence {
        self.0.first().map_or(Sentence::new("quality-stage-unknown-item"), Refusal::sentence)
    }

    fn citation(&self) -> Option<Citation> {
        self.0.first().and_then(Refusal::citation)
    }
}
