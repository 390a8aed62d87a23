//! Commendations of members and organisations: what for, by whom, by which decision. Praise only; nothing here counts against anybody
//! who has none.

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    decisions::Decision,
    ids::{CommendationId, MemberId, OrganisationId},
    names,
    problems::{Problems, Refusal, Sentence},
    time::written,
};

text_enum! {
    /// The kind of a commendation.
    CommendationKind {
        /// Praised by name, without a certificate (biểu dương).
        Praise = "praise",
        /// Certificate (giấy khen).
        Certificate = "certificate",
        /// Certificate of merit, from the province upwards (bằng khen).
        Merit = "merit",
        /// Emulation flag (cờ thi đua).
        Flag = "flag",
        /// Order or medal (huân chương, huy chương, kỷ niệm chương).
        Medal = "medal",
        /// Title of emulation (danh hiệu thi đua).
        Title = "title",
        /// Another kind, said in what it is for.
        Other = "other",
    }
}

impl CommendationKind {
    /// Whether it rests on a decision with a number.
    pub const fn has_number(self) -> bool {
        !matches!(self, Self::Praise)
    }
}

/// Who was commended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// A member.
    Member(MemberId),
    /// An organisation as a whole.
    Organisation(OrganisationId),
}

/// A commendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Commendation {
    /// Its id.
    pub id: CommendationId,
    /// Who was commended.
    pub to: Recipient,
    /// The organisation it counts for: the one commended, or the cell the member belonged to when it was entered.
    pub place: OrganisationId,
    /// Its kind.
    pub kind: CommendationKind,
    /// What for.
    pub reason: String,
    /// The decision: number (empty for praise without one), day, by whom.
    pub decision: Decision,
    /// The decision by which it was ended (thu hồi, hủy bỏ); from its day on it no longer counts.
    pub ended: Option<Decision>,
}

/// What was typed of a commendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed<'a> {
    /// Its kind.
    pub kind: CommendationKind,
    /// What for.
    pub reason: &'a str,
    /// The decision's number.
    pub number: &'a str,
    /// Its day.
    pub on: Date,
    /// By whom.
    pub by: &'a str,
}

/// The most letters of what a commendation is for.
const MOST_LETTERS: usize = 1_000;

impl Typed<'_> {
    /// What for and by which decision; all that is wrong, if anything is. Praise alone needs no number.
    pub fn check(&self, today: Date) -> Result<(String, Decision), Problems> {
        let mut problems = Problems::default();
        let reason: String = names::tidy(self.reason).chars().take(MOST_LETTERS).collect();
        if reason.is_empty() {
            problems.add("reason", Sentence::new("commendations-reason-missing"));
        }
        if self.on > today {
            problems.add("decided_on", Sentence::new("commendations-to-come"));
        }
        if names::tidy(self.by).is_empty() {
            problems.add("decided_by", Sentence::new("commendations-by-missing"));
        }
        let number = names::tidy(self.number);
        // Praise in a meeting rests on its minutes: it has a day and somebody who praised, and no number of its own.
        let decision = if number.is_empty() && !self.kind.has_number() {
            Some(Decision { number, on: self.on, by: names::tidy(self.by).chars().take(200).collect() })
        } else {
            let checked = Decision::check(&number, self.on, self.by, self.on);
            checked.map_err(|(field, sentence)| problems.add(field, sentence)).ok()
        };
        problems.or(decision.map(|decision| (reason, decision)))
    }
}

/// Why a commendation is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommendationError {
    /// Ended before it was given.
    #[error("it was given on {on}")]
    EndsFirst {
        /// The day it was given.
        on: Date,
    },
    /// Ended already, by another decision.
    #[error("it was ended on {on}")]
    Ended {
        /// When.
        on: Date,
    },
}

impl Refusal for CommendationError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::EndsFirst { on } => {
                Sentence::new("commendations-refused-ends-first").with("date", written(*on))
            }
            Self::Ended { on } => Sentence::new("commendations-refused-ended").with("date", written(*on)),
        }
    }
}

impl Commendation {
    /// Whether it counts on a day.
    pub fn counts_on(&self, day: Date) -> bool {
        self.decision.on <= day && self.ended.as_ref().is_none_or(|ended| day < ended.on)
    }

    /// Whether it may be ended by this decision; by the same one again, too.
    pub fn check_end(&self, by: &Decision) -> Result<(), CommendationError> {
        match &self.ended {
            Some(ended) if ended == by => Ok(()),
            Some(ended) => Err(CommendationError::Ended { on: ended.on }),
            None if by.on < self.decision.on => Err(CommendationError::EndsFirst { on: self.decision.on }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use rstest::rstest;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 5);

    fn typed(kind: CommendationKind) -> Typed<'static> {
        Typed {
            kind, reason: "Hoàn thành tốt", number: " 12-QĐ/ĐU ", on: TODAY, by: "Đảng ủy phường"
        }
    }

    #[rstest]
    #[case(CommendationKind::Praise, "", &[])]
    #[case(CommendationKind::Praise, "12-QĐ/ĐU", &[])]
    #[case(CommendationKind::Certificate, "", &["decision_number"])]
    #[case(CommendationKind::Certificate, "12-QĐ/ĐU", &[])]
    fn praise_alone_needs_no_number(
        #[case] kind: CommendationKind,
        #[case] number: &'static str,
        #[case] wrong: &[&str],
    ) {
        let checked = Typed { number, ..typed(kind) }.check(TODAY);
        let fields: Vec<_> = checked.err().map(|problems| problems.0).unwrap_or_default();
        assert_eq!(fields.iter().map(|problem| problem.field).collect::<Vec<_>>(), wrong);
    }

    #[test]
    fn what_for_by_whom_and_a_day_that_has_come() {
        let (reason, decision) = typed(CommendationKind::Certificate).check(TODAY).unwrap();
        assert_eq!((reason.as_str(), decision.number.as_str()), ("Hoàn thành tốt", "12-QĐ/ĐU"));
        let nothing = Typed { reason: " ", by: "", on: date(2026, 11, 6), ..typed(CommendationKind::Merit) };
        let fields: Vec<_> = nothing.check(TODAY).unwrap_err().0.iter().map(|one| one.field).collect();
        assert_eq!(fields, ["reason", "decided_on", "decided_by"]);
    }

    #[test]
    fn it_counts_until_it_is_ended_and_is_ended_once() {
        let decision = |number: &str, on| Decision { number: number.to_owned(), on, by: String::new() };
        let given = Commendation {
            id: CommendationId(Uuid::nil()),
            to: Recipient::Organisation(OrganisationId(Uuid::nil())),
            place: OrganisationId(Uuid::nil()),
            kind: CommendationKind::Certificate,
            reason: "Hoàn thành tốt".to_owned(),
            decision: decision("1", date(2026, 1, 10)),
            ended: None,
        };
        let end = decision("9", date(2026, 6, 1));
        assert!(given.counts_on(date(2026, 1, 10)) && !given.counts_on(date(2026, 1, 9)));
        assert_eq!(given.check_end(&end), Ok(()));
        let early = given.check_end(&decision("9", date(2026, 1, 9)));
        assert_eq!(early, Err(CommendationError::EndsFirst { on: date(2026, 1, 10) }));
        let ended = Commendation { ended: Some(end.clone()), ..given };
        assert!(ended.counts_on(date(2026, 5, 31)) && !ended.counts_on(date(2026, 6, 1)));
        assert_eq!(ended.check_end(&end), Ok(()), "the same again");
        let other = ended.check_end(&decision("10", date(2026, 7, 1)));
        assert_eq!(other, Err(CommendationError::Ended { on: date(2026, 6, 1) }));
    }
}
