//! A round: a base organisation rates a year, from a day on which it is settled who is rated, until it is closed.

use jiff::civil::Date;
use serde::Serialize;

use super::{Ceiling, Tally};
use crate::{
    ids::{AccountId, OrganisationId, RatingRoundId},
    members::StandingState,
    problems::{Citation, Problems, Refusal, Sentence},
    rules::Rules,
    time::Instant,
};

/// The first year a round can be of.
const FIRST_YEAR: i16 = 2000;

/// A round of ratings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Round {
    /// Its id.
    pub id: RatingRoundId,
    /// The base organisation.
    pub organisation: OrganisationId,
    /// The year rated.
    pub year: i16,
    /// The day on which it was settled who is rated.
    pub counted_on: Date,
    /// When it was opened.
    pub opened_at: Instant,
    /// By whom.
    pub opened_by: Option<AccountId>,
    /// When it was closed.
    pub closed_at: Option<Instant>,
    /// By whom.
    pub closed_by: Option<AccountId>,
}

/// Whether whoever stands so is rated in the own cell: members temporarily transferred are, exempt ones are not (12-HD/BTCTW 2022
/// IV.1.2; statement 38), visitors and residence contacts are rated at home.
pub fn is_rated(state: StandingState, rules: &Rules) -> bool {
    state.belongs() && (state != StandingState::Exempt || rules.exempt_members_rated().value)
}

/// Why a round cannot be closed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CloseError {
    /// Some are not decided.
    #[error("{members} members and {cells} cells are not decided")]
    Open {
        /// Members.
        members: u32,
        /// Cells.
        cells: u32,
    },
    /// More are rated excellent than the ceiling allows.
    #[error("{} are rated excellent, {} are allowed", .0.used, .0.allowed)]
    Ceiling(Ceiling),
}

impl Refusal for CloseError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Open { members, cells } => {
                Sentence::new("ratings-close-open").with("members", *members).with("cells", *cells)
            }
            Self::Ceiling(ceiling) => Sentence::new(match ceiling.base {
                crate::rules::CeilingBase::RatedGood => "ratings-close-ceiling-good",
                crate::rules::CeilingBase::AllRated => "ratings-close-ceiling-all",
            })
            .with("used", ceiling.used)
            .with("allowed", ceiling.allowed)
            .with("counted", ceiling.counted)
            .with("over", ceiling.over())
            .with("percent", ceiling.percent.to_string().replace('.', ",")),
        }
    }

    fn citation(&self) -> Option<Citation> {
        if let Self::Ceiling(ceiling) = self { Some(ceiling.citation.clone()) } else { None }
    }
}

impl Round {
    /// Whether it is still open.
    pub const fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    /// What is wrong with opening a round of that year, with whoever is rated on that day, today.
    pub fn check(year: i16, counted_on: Date, today: Date) -> Result<(), Problems> {
        let mut problems = Problems::default();
        if !(FIRST_YEAR..=today.year()).contains(&year) {
            problems.add("year", Sentence::new("ratings-year-out-of-range").with("year", today.year()));
        }
        if counted_on > today {
            problems.add("counted_on", Sentence::new("ratings-counted-to-come"));
        } else if counted_on.year() < year {
            problems.add("counted_on", Sentence::new("ratings-counted-before").with("year", year));
        }
        problems.or(Some(()))
    }

    /// Refuses to close while somebody is not decided, or where the ceiling of the configured base is passed (statement 38).
    pub fn may_close(&self, members: &Tally, cells: &Tally, rules: &Rules) -> Result<Ceiling, CloseError> {
        if members.open > 0 || cells.open > 0 {
            return Err(CloseError::Open { members: members.open, cells: cells.open });
        }
        let ceiling = Ceiling::of(members, rules);
        if ceiling.is_exceeded() { Err(CloseError::Ceiling(ceiling)) } else { Ok(ceiling) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::rules::tests::national;

    fn round() -> Round {
        Round {
            id: RatingRoundId(Uuid::from_u128(1)),
            organisation: OrganisationId(Uuid::from_u128(2)),
            year: 2026,
            counted_on: date(2026, 11, 30),
            opened_at: Instant::from_local(date(2026, 12, 1).at(8, 0, 0, 0)),
            opened_by: None,
            closed_at: None,
            closed_by: None,
        }
    }

    #[rstest]
    #[case(StandingState::Active, true)]
    #[case(StandingState::Away, true)]
    #[case(StandingState::Suspended, true)]
    #[case(StandingState::Exempt, false)]
    #[case(StandingState::Visiting, false)]
    #[case(StandingState::Residence, false)]
    fn statement_38_exempt_members_are_not_rated(#[case] state: StandingState, #[case] rated: bool) {
        assert_eq!(is_rated(state, &national().on(date(2026, 12, 1))), rated);
    }

    #[rstest]
    #[case(2, 10, 0, None)]
    #[case(3, 10, 0, Some("ratings-close-ceiling-good"))]
    #[case(2, 10, 1, Some("ratings-close-open"))]
    fn statement_38_a_round_above_its_ceiling_does_not_close(
        #[case] excellent: u32,
        #[case] good: u32,
        #[case] open: u32,
        #[case] refused: Option<&str>,
    ) {
        let members = Tally { excellent, good, open, ..Tally::default() };
        let found = round().may_close(&members, &Tally::default(), &national().on(date(2026, 12, 20)));
        assert_eq!(found.as_ref().err().map(Refusal::code), refused);
        let cited = found.err().and_then(|error| error.citation());
        assert_eq!(cited.is_some(), refused == Some("ratings-close-ceiling-good"));
    }

    #[test]
    fn cells_are_decided_too() {
        let cells = Tally { open: 1, ..Tally::default() };
        let found = round().may_close(&Tally::default(), &cells, &national().on(date(2026, 12, 20)));
        assert_eq!(found, Err(CloseError::Open { members: 0, cells: 1 }));
    }

    #[rstest]
    #[case(2026, date(2026, 11, 23), &[])]
    #[case(2025, date(2025, 12, 31), &[])]
    #[case(2025, date(2026, 1, 10), &[])]
    #[case(2027, date(2026, 11, 23), &["year", "counted_on"])]
    #[case(2026, date(2026, 11, 24), &["counted_on"])]
    #[case(2026, date(2025, 12, 31), &["counted_on"])]
    fn a_round_is_of_a_year_that_has_begun(#[case] year: i16, #[case] on: Date, #[case] wrong: &[&str]) {
        let found = Round::check(year, on, date(2026, 11, 23));
        let fields: Vec<_> = found.err().unwrap_or_default().0.iter().map(|one| one.field).collect();
        assert_eq!(fields, wrong);
    }
}
