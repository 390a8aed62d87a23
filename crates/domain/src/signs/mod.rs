//! Signs: what follows from facts and wants attention. A sign never does anything; people decide.

mod badge;
mod candidate;
mod cell;
mod dues;
mod loan;
mod member;
mod probation;
mod removal;
mod stay;
mod sub_cells;
mod term;
#[cfg(test)]
mod tests;
mod transfer;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    ids::{CandidateId, MemberId, OrganisationId},
    problems::{Citation, Sentence},
};

pub use badge::{badge_at, badge_days, earliest_for_illness, years_full};
pub use candidate::of_candidate;
pub use cell::{CellFacts, of_cell};
pub use loan::of_loan;
pub use member::{Measure, MemberFacts};
pub use probation::{AdmissionFacts, of_admission};
pub use sub_cells::of_sub_cells;
pub use term::{TermFacts, of_term};
pub use transfer::of_transfer;

text_enum! {
    /// How a sign weighs, the heaviest first.
    Weight {
        /// Nothing can be decided before it is put right.
        Blocking = "blocking",
        /// A term has passed.
        Late = "late",
        /// To be done.
        Due = "due",
        /// For people to consider; nothing is wrong.
        Consider = "consider",
    }
}

text_enum! {
    /// What a sign says.
    SignKind {
        /// Too few official members for the cell to decide.
        TooFewOfficial = "too_few_official",
        /// So many members that a committee organisation is to be considered.
        ConsiderCommittee = "consider_committee",
        /// Enough official members for a cell committee, and none is there.
        CommitteeExpected = "committee_expected",
        /// A cell committee in a cell too small for one.
        CommitteeNotExpected = "committee_not_expected",
        /// More members in the cell committee than the rule allows.
        CommitteeTooLarge = "committee_too_large",
        /// No secretary.
        NoSecretary = "no_secretary",
        /// More secretaries than one cell has.
        TooManySecretaries = "too_many_secretaries",
        /// More deputy secretaries than one cell has.
        TooManyDeputies = "too_many_deputies",
        /// A secretary or deputy who is not in the cell committee.
        OutsideCommittee = "outside_committee",
        /// Meetings by sub-cells that do not stand in for the whole cell's.
        SubCellsDoNotCount = "sub_cells_do_not_count",
        /// The term ends, or has ended.
        CongressDue = "congress_due",
        /// The certificate of a candidate's class is too old for the cell's vote.
        CertificateOld = "certificate_old",
        /// The certificate of a candidate's class will soon be too old.
        CertificateEnds = "certificate_ends",
        /// An introducer of a candidate is not official, of another base organisation, or too short together.
        IntroducerUnfit = "introducer_unfit",
        /// A candidate is too young, or too old without the province's consent.
        CandidateAge = "candidate_age",
        /// Admission decided, ceremony not held.
        CeremonyDue = "ceremony_due",
        /// The probation ends, or has ended.
        RecognitionDue = "recognition_due",
        /// A badge on the next day of badges.
        BadgeDue = "badge_due",
        /// A transfer not made in time.
        TransferLate = "transfer_late",
        /// Papers not presented in time.
        ReceptionLate = "reception_late",
        /// Longer away than agreed or allowed.
        TemporaryOver = "temporary_over",
        /// Dues unpaid for some months of the year, not yet so many that removal is to be considered.
        DuesBehind = "dues_behind",
        /// The cell has to consider removal from the list, which is never automatic.
        RemovalToConsider = "removal_to_consider",
        /// An exemption whose last day has passed.
        ExemptionOver = "exemption_over",
        /// A member's file that was lent and has not come back in time.
        FileOverdue = "file_overdue",
    }
}

impl SignKind {
    /// The statement of the domain reference it follows from (§13).
    pub const fn statement(self) -> u8 {
        match self {
            // An exemption that is over counts in the denominator again.
            Self::ExemptionOver => 20,
            Self::TooFewOfficial | Self::ConsiderCommittee => 26,
            Self::CommitteeExpected
            | Self::CommitteeNotExpected
            | Self::CommitteeTooLarge
            | Self::NoSecretary
            | Self::TooManySecretaries
            | Self::TooManyDeputies
            | Self::OutsideCommittee => 27,
            Self::SubCellsDoNotCount => 28,
            Self::CongressDue => 29,
            Self::CertificateOld | Self::CertificateEnds => 30,
            Self::IntroducerUnfit | Self::CandidateAge => 31,
            Self::CeremonyDue | Self::RecognitionDue => 32,
            Self::BadgeDue => 34,
            Self::TransferLate | Self::ReceptionLate | Self::TemporaryOver => 35,
            Self::DuesBehind | Self::RemovalToConsider => 36,
            // Who has a member's file is known at any time.
            Self::FileOverdue => 40,
        }
    }
}

/// Something that follows from facts and wants attention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sign {
    /// What it says.
    pub kind: SignKind,
    /// The organisation it is about.
    pub organisation: OrganisationId,
    /// The member it is about.
    pub member: Option<MemberId>,
    /// The candidate for admission it is about.
    pub candidate: Option<CandidateId>,
    /// Since when the facts hold.
    pub since: Option<Date>,
    /// The last day in time.
    pub due: Option<Date>,
    /// How it weighs.
    pub weight: Weight,
    /// The words; they name neither organisation nor member.
    pub sentence: Sentence,
    /// The rule it rests on.
    pub citation: Option<Citation>,
}

impl Sign {
    fn new(kind: SignKind, organisation: OrganisationId, weight: Weight, sentence: Sentence) -> Self {
        let (member, candidate, since, due, citation) = (None, None, None, None, None);
        Self { kind, organisation, member, candidate, since, due, weight, sentence, citation }
    }

    fn by(self, citation: Citation) -> Self {
        Self { citation: Some(citation), ..self }
    }

    fn of(self, member: MemberId) -> Self {
        Self { member: Some(member), ..self }
    }

    fn of_candidate(self, candidate: CandidateId) -> Self {
        Self { candidate: Some(candidate), ..self }
    }

    fn since(self, since: Date) -> Self {
        Self { since: Some(since), ..self }
    }

    fn due(self, due: Date) -> Self {
        Self { due: Some(due), ..self }
    }
}

/// Late from the day after `due` on.
fn due_or_late(due: Date, today: Date) -> Weight {
    if today > due { Weight::Late } else { Weight::Due }
}
