//! Discipline of members and organisations, kept apart from everything else: the form, the decision, from when it holds and until when.
//! A cell decides reprimand and warning; a heavier form it proposes (statement 25; 296-QĐ/TW Art. 10, 15).

mod error;
#[cfg(test)]
mod tests;

use jiff::{Span, civil::Date};
use serde::Serialize;

use crate::{
    decisions::Decision,
    ids::{DisciplineId, MemberId, OrganisationId},
    members::MemberGrade,
    rules::{Ruled, Rules},
};

pub use error::DisciplineError;

text_enum! {
    /// A form of discipline, from the lightest (69-QĐ/TW).
    DisciplineForm {
        /// Reprimand (khiển trách).
        Reprimand = "reprimand",
        /// Warning (cảnh cáo).
        Warning = "warning",
        /// Dismissal from office (cách chức).
        Dismissal = "dismissal",
        /// Expulsion (khai trừ).
        Expulsion = "expulsion",
        /// Dissolution, of an organisation (giải tán).
        Dissolution = "dissolution",
    }
}

text_enum! {
    /// Who decides.
    Decider {
        /// The member's cell, by secret ballot.
        Cell = "cell",
        /// A committee or inspection committee above.
        Superior = "superior",
    }
}

/// Whom it concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Disciplined {
    /// A member, official or probationary at the time.
    Member(MemberId, MemberGrade),
    /// An organisation.
    Organisation(OrganisationId),
}

impl Disciplined {
    /// The member, where it is one.
    pub const fn member(&self) -> Option<MemberId> {
        match self {
            Self::Member(member, _) => Some(*member),
            Self::Organisation(_) => None,
        }
    }

    /// Whether the form may be used at all.
    pub fn check_form(&self, form: DisciplineForm, rules: &Rules) -> Result<(), DisciplineError> {
        let allowed = match self {
            Self::Member(_, MemberGrade::Official) => rules.official_member_forms(),
            Self::Member(_, MemberGrade::Probationary) => rules.probationary_member_forms(),
            Self::Organisation(_) => rules.organisation_forms(),
        };
        if allowed.value.iter().any(|one| one == form.as_str()) {
            return Ok(());
        }
        let citation = allowed.citation;
        Err(match self {
            Self::Member(_, MemberGrade::Probationary) => DisciplineError::NotForProbationary { citation },
            Self::Member(..) => DisciplineError::NotForMembers { citation },
            Self::Organisation(_) => DisciplineError::NotForOrganisations { citation },
        })
    }

    /// Whether a cell decides the form itself: of its members, and no heavier one than the rule lets it. A heavier one is recorded as what
    /// it is, a proposal (statement 25).
    pub fn check_cell_decides(&self, form: DisciplineForm, rules: &Rules) -> Result<(), DisciplineError> {
        let decides = rules.cell_decides_forms();
        let citation = decides.citation;
        if self.member().is_none() {
            return Err(DisciplineError::CellDecidesOfMembersOnly { citation });
        }
        if decides.value.iter().any(|one| one == form.as_str()) {
            Ok(())
        } else {
            Err(DisciplineError::HeavierThanCellDecides { citation })
        }
    }
}

/// A decision of discipline with the facts of its term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decided {
    /// Who decided.
    pub decider: Decider,
    /// The decision.
    pub decision: Decision,
    /// The day it was announced: for a cell, that of the result of the vote.
    pub announced_on: Date,
    /// The day it holds from.
    pub holds_from: Date,
    /// The last day it was decided for, where it was for a term.
    pub until_on: Option<Date>,
}

impl Decided {
    /// A decision with the day it holds from: a cell's as the rule says (announcement of the result of the vote), one from above its
    /// own day (296-QĐ/TW Art. 15.2).
    pub fn new(
        decider: Decider,
        decision: Decision,
        announced_on: Date,
        until_on: Option<Date>,
        rules: &Rules,
    ) -> Result<Self, DisciplineError> {
        if announced_on < decision.on && decider == Decider::Superior {
            return Err(DisciplineError::AnnouncedFirst { on: decision.on });
        }
        let by_announcement = decider == Decider::Cell && rules.decision_holds_from().value == "announcement";
        let holds_from = if by_announcement { announced_on } else { decision.on };
        if until_on.is_some_and(|until| until < holds_from) {
            return Err(DisciplineError::EndsFirst { on: holds_from });
        }
        Ok(Self { decider, decision, announced_on, holds_from, until_on })
    }
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ended {
    /// The first day it no longer held.
    pub on: Date,
    /// By what: a decision, the end of its term.
    pub basis: String,
}

/// A measure of discipline, decided or proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Discipline {
    /// Its id.
    pub id: DisciplineId,
    /// Whom it concerns.
    pub of: Disciplined,
    /// Where it is kept: the organisation disciplined, or the cell the member belonged to.
    pub place: OrganisationId,
    /// The form, as decided or still proposed.
    pub form: DisciplineForm,
    /// What for.
    pub reason: String,
    /// The day a cell proposed it, where one did.
    pub proposed_on: Option<Date>,
    /// The decision, once there is one.
    pub decided: Option<Decided>,
    /// The day the decision was received.
    pub received_on: Option<Date>,
    /// How it ended.
    pub ended: Option<Ended>,
}

impl Discipline {
    /// Whether it holds on a day: decided, and neither ended nor its term over.
    pub fn holds_on(&self, day: Date) -> bool {
        let Some(decided) = &self.decided else { return false };
        decided.holds_from <= day
            && decided.until_on.is_none_or(|until| day <= until)
            && self.ended.as_ref().is_none_or(|ended| day < ended.on)
    }

    /// Whether it is a proposal still.
    pub const fn is_proposal(&self) -> bool {
        self.decided.is_none()
    }

    /// The last day of appeal, counted from the day the decision was received; none before that is known (296-QĐ/TW Art. 25.1).
    pub fn appeal_until(&self, rules: &Rules) -> Option<Ruled<Date>> {
        let received_on = self.decided.as_ref().and(self.received_on)?;
        let days = rules.appeal_days();
        Some(days.map(|days| received_on.saturating_add(Span::new().days(i64::from(days)))))
    }

    /// Whether a proposal may be decided; the same decision again, too.
    pub fn check_decision(
        &self,
        form: DisciplineForm,
        decided: &Decided,
        rules: &Rules,
    ) -> Result<(), DisciplineError> {
        if self.form == form && self.decided.as_ref() == Some(decided) {
            return Ok(());
        }
        if let Some(before) = &self.decided {
            return Err(DisciplineError::DecidedAlready { on: before.decision.on });
        }
        match self.proposed_on {
            Some(proposed_on) if decided.decision.on < proposed_on => {
                Err(DisciplineError::DecidedFirst { on: proposed_on })
            }
            _ => self.of.check_form(form, rules),
        }
    }

    /// Whether the decision can have been received on a day.
    pub fn check_reception(&self, on: Date) -> Result<(), DisciplineError> {
        let decided = self.decided.as_ref().ok_or(DisciplineError::NotDecided)?;
        if on < decided.decision.on {
            Err(DisciplineError::ReceivedFirst { on: decided.decision.on })
        } else {
            Ok(())
        }
    }

    /// Whether it may end so; the same again, too.
    pub fn check_end(&self, end: &Ended) -> Result<(), DisciplineError> {
        let decided = self.decided.as_ref().ok_or(DisciplineError::NotDecided)?;
        match &self.ended {
            Some(before) if before == end => Ok(()),
            Some(before) => Err(DisciplineError::EndedAlready { on: before.on }),
            None if end.on < decided.holds_from => Err(DisciplineError::EndsFirst { on: decided.holds_from }),
            None => Ok(()),
        }
    }
}
