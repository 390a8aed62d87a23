//! Opening a meeting: chair and minute-taker named, the roll of the day laid out.

use super::{Attendance, LeaveAnswer, LeaveRequest, Meeting, RollEntry, StateError};
use crate::{
    ids::MemberId,
    members::{RollMember, StandingState},
    problems::{Citation, Refusal, Sentence},
    rules::Rules,
};

/// Why a meeting cannot be opened (statement 7; 42-HD/BTCTW II.2.2).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It is not in a state to be opened.
    #[error(transparent)]
    State(#[from] StateError),
    /// No chair was named.
    #[error("no chair named")]
    NoChair(Citation),
    /// No minute-taker was named.
    #[error("no minute-taker named")]
    NoMinuteTaker(Citation),
    /// The chair does not stand on the cell's roll of the day.
    #[error("the chair is not on the roll")]
    ChairNotOnRoll,
    /// The minute-taker does not stand on the cell's roll of the day.
    #[error("the minute-taker is not on the roll")]
    MinuteTakerNotOnRoll,
    /// Nobody stands on the cell's roll of the day.
    #[error("the roll is empty")]
    EmptyRoll,
}

impl Refusal for OpenError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::State(state) => state.sentence(),
            Self::NoChair(_) => Sentence::new("meetings-refused-no-chair"),
            Self::NoMinuteTaker(_) => Sentence::new("meetings-refused-no-minute-taker"),
            Self::ChairNotOnRoll => Sentence::new("meetings-refused-chair-not-on-roll"),
            Self::MinuteTakerNotOnRoll => Sentence::new("meetings-refused-minute-taker-not-on-roll"),
            Self::EmptyRoll => Sentence::new("meetings-refused-empty-roll"),
        }
    }

    fn citation(&self) -> Option<Citation> {
        match self {
            Self::NoChair(citation) | Self::NoMinuteTaker(citation) => Some(citation.clone()),
            _ => None,
        }
    }
}

impl Meeting {
    /// The roll with which the meeting opens: everybody who stands in the cell that day; exempt members marked exempt,
    /// members whose leave was granted marked absent with reason; the rest to be called.
    pub fn open(
        &self,
        chair: Option<MemberId>,
        minute_taker: Option<MemberId>,
        roll: Vec<RollMember>,
        leave: &[LeaveRequest],
        rules: &Rules,
    ) -> Result<Vec<RollEntry>, OpenError> {
        self.must_be_ahead()?;
        if roll.is_empty() {
            return Err(OpenError::EmptyRoll);
        }
        let stands = |member: MemberId| roll.iter().any(|line| line.member == member);
        match chair {
            None if rules.chair_required().value => {
                return Err(OpenError::NoChair(rules.chair_required().citation));
            }
            Some(chair) if !stands(chair) => return Err(OpenError::ChairNotOnRoll),
            _ => {}
        }
        match minute_taker {
            None if rules.minute_taker_required().value => {
                return Err(OpenError::NoMinuteTaker(rules.minute_taker_required().citation));
            }
            Some(taker) if !stands(taker) => return Err(OpenError::MinuteTakerNotOnRoll),
            _ => {}
        }
        Ok(roll.into_iter().map(|who| first_line(who, leave)).collect())
    }
}

fn first_line(who: RollMember, leave: &[LeaveRequest]) -> RollEntry {
    let granted = leave
        .iter()
        .find(|request| request.member == who.member && request.answer == Some(LeaveAnswer::Granted));
    let attendance = match (who.state, granted) {
        (StandingState::Exempt, _) => Some(Attendance::Exempt),
        (_, Some(_)) => Some(Attendance::Excused),
        _ => None,
    };
    let note = granted.map_or_else(String::new, |request| request.reason.clone());
    RollEntry { who, attendance, arrived_at: None, left_at: None, note }
}

impl RollEntry {
    /// Whether the roll call must say how this member attended: all who belong to the cell and are neither transferred
    /// out for a time nor suspended. Visitors and residence contacts may be marked, and need not.
    pub const fn must_be_called(&self) -> bool {
        matches!(self.who.state, StandingState::Active | StandingState::Exempt)
    }
}
