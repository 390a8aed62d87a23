//! Who uses the program: accounts, the offices people hold for a term, and what each may do.

use jiff::civil::Date;
use serde::Serialize;

use crate::ids::{AccountId, MemberId, OfficeId, OrganisationId};

pub mod permission;
mod terms;

pub use terms::TermError;

text_enum! {
    /// An office held in an organisation for a term. What a person may do follows from the offices held today.
    Office {
        /// Secretary of a cell or a committee (bí thư).
        Secretary = "secretary",
        /// Deputy secretary (phó bí thư).
        Deputy = "deputy",
        /// Member of the cell committee or the committee (chi ủy viên, cấp ủy viên).
        CommitteeMember = "committee_member",
        /// The superior committee's member who follows a cell (cấp ủy viên phụ trách).
        Overseer = "overseer",
        /// Works in the committee's organisation office (ban, văn phòng tổ chức).
        OrganisationOffice = "organisation_office",
        /// Member of the committee's inspection committee (ủy ban kiểm tra).
        InspectionCommittee = "inspection_committee",
        /// Keeps the machine: accounts and settings, never members' files or minutes.
        Administrator = "administrator",
    }
}

/// An office held by somebody over a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfficeTerm {
    /// Its id.
    pub id: OfficeId,
    /// Where it is held. An overseer's is the cell that is followed.
    pub organisation: OrganisationId,
    /// The office.
    pub office: Office,
    /// The member who holds it, or
    pub member: Option<MemberId>,
    /// the account that holds it, for people of the office who are not members here.
    pub account: Option<AccountId>,
    /// The first day.
    pub from_on: Date,
    /// The first day it was no longer held.
    pub to_on: Option<Date>,
    /// Election, appointment or decision it rests on, as text.
    pub basis: String,
}
