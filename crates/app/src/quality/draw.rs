//! Drawing up the sheet: the rubric of a meeting, and what the program proposes by it.

use nennep_domain::{
    problems::{Citation, Refusal, Sentence},
    quality::{MeetingFacts, Rubric, Sheet, propose},
};

use crate::{App, meetings::MeetingView};

/// Why a meeting has no sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoRubric {
    /// The rules of its day name no rubric (before 42-HD/BTCTW).
    #[error("the rules of that day name no rubric")]
    NoneNamed(Citation),
    /// The rubric named scores no meetings of this kind in cells of this type, or there is none of that code.
    #[error("rubric {code} does not score this meeting")]
    DoesNotFit {
        /// The rubric's code.
        code: String,
        /// The rule that names it.
        citation: Citation,
    },
    /// The version by which the sheet was drawn up is no longer there.
    #[error("rubric {0} is no longer there")]
    Gone(String),
}

impl Refusal for NoRubric {
    fn sentence(&self) -> Sentence {
        match self {
            Self::NoneNamed(_) => Sentence::new("quality-no-rubric"),
            Self::DoesNotFit { code, .. } => {
                Sentence::new("quality-rubric-does-not-fit").with("code", code.as_str())
            }
            Self::Gone(code) => Sentence::new("quality-rubric-gone").with("code", code.as_str()),
        }
    }

    fn citation(&self) -> Option<Citation> {
        match self {
            Self::NoneNamed(citation) | Self::DoesNotFit { citation, .. } => Some(citation.clone()),
            Self::Gone(_) => None,
        }
    }
}

/// The rubric by which a meeting is scored: that of the sheet it was drawn up by, else the one the rules name.
pub(super) fn rubric_of<'a>(
    app: &'a App,
    view: &MeetingView,
    kept: Option<&Sheet>,
) -> Result<&'a Rubric, NoRubric> {
    let (kind, cell_type) = (view.meeting.kind, view.cell.cell_type);
    if let Some(sheet) = kept {
        let found = app.rubrics.version(&sheet.rubric, sheet.version, kind, cell_type);
        return found.ok_or_else(|| NoRubric::Gone(sheet.rubric.clone()));
    }
    let named = view.rules.rubric();
    let Some(code) = named.value else { return Err(NoRubric::NoneNamed(named.citation)) };
    let found = app.rubrics.for_meeting(&view.rules, kind, cell_type);
    found.ok_or(NoRubric::DoesNotFit { code, citation: named.citation })
}

/// What the program proposes for a meeting now.
pub(super) fn draw_up(rubric: &Rubric, view: &MeetingView, facts: &MeetingFacts) -> Sheet {
    propose(rubric, facts, &view.rules)
}
