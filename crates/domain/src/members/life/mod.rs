//! A member's life in the Party: each deed as what it ends and begins among the member's standings.

mod away;
mod change;
mod contact;
mod error;
mod join;
mod leave;
mod recognise;
mod relocate;
mod state;
#[cfg(test)]
mod tests;
mod transfer;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Leaving, MemberGrade, Standing};
use crate::{
    ids::{MemberId, OrganisationId, StandingId},
    rules::Rules,
};
use change::Change;

pub use away::{TemporarySpan, temporary_span};
pub use error::LifeError;
pub use recognise::{last_probation, probation_over};
pub use transfer::{Destination, Transfer, TransferError};

text_enum! {
    /// The kind of a deed in a member's life.
    LifeKind {
        /// Admitted (kết nạp).
        Admit = "admit",
        /// Admitted again (kết nạp lại).
        Readmit = "readmit",
        /// Officially transferred in from outside this installation (tiếp nhận).
        Receive = "receive",
        /// Recognised as official member (công nhận chính thức).
        Recognise = "recognise",
        /// Officially transferred between two cells here (chuyển sinh hoạt chính thức).
        Transfer = "transfer",
        /// Officially transferred out of this installation (chuyển đi).
        Depart = "depart",
        /// Temporarily transferred (chuyển sinh hoạt tạm thời).
        Send = "send",
        /// Back from a temporary transfer.
        Recall = "recall",
        /// Exempt from work and meetings (miễn công tác và sinh hoạt).
        Exempt = "exempt",
        /// Taking part again after an exemption.
        Resume = "resume",
        /// Suspended from meetings (đình chỉ sinh hoạt).
        Suspend = "suspend",
        /// Taking part again after a suspension.
        Restore = "restore",
        /// Residence contact begun (giới thiệu giữ mối liên hệ nơi cư trú).
        Introduce = "introduce",
        /// Residence contact ended.
        Part = "part",
        /// Left the Party at own request (xin ra khỏi Đảng).
        Resign = "resign",
        /// Removed from the list (xóa tên).
        Remove = "remove",
        /// Expelled (khai trừ).
        Expel = "expel",
        /// Died (từ trần).
        Die = "die",
    }
}

/// A deed in a member's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LifeDeed {
    /// Admitted: probationary from the ceremony on. Party age runs from the decision.
    Admit {
        /// The cell.
        cell: OrganisationId,
    },
    /// Admitted again after leaving the Party: probationary from the ceremony on.
    Readmit {
        /// The cell.
        cell: OrganisationId,
    },
    /// Officially transferred in from outside this installation.
    Receive {
        /// The cell.
        cell: OrganisationId,
        /// Official or probationary.
        grade: MemberGrade,
        /// Where from, as the letter of introduction writes it.
        from: String,
    },
    /// Recognised as official member; counts from the end of the probation, also where the papers are late.
    Recognise,
    /// Officially transferred to another cell here: leaves one and enters the other on the same day.
    Transfer {
        /// The cell entered.
        to: OrganisationId,
    },
    /// Officially transferred out of this installation.
    Depart {
        /// Where to, as papers write it.
        to: String,
    },
    /// Temporarily transferred: away at home, visiting the host.
    Send {
        /// The host, where it is a cell here.
        to: Option<OrganisationId>,
        /// The host as papers write it.
        place: String,
        /// The day of coming back.
        until: Date,
        /// Whether it is for study.
        study: bool,
    },
    /// Back from a temporary transfer.
    Recall,
    /// Exempt from work and meetings.
    Exempt {
        /// The last day, where one was set.
        until: Option<Date>,
        /// Why.
        reason: String,
    },
    /// Taking part again after an exemption.
    Resume,
    /// Suspended from meetings.
    Suspend {
        /// The last day, where one was set.
        until: Option<Date>,
    },
    /// Taking part again after a suspension.
    Restore,
    /// Introduced to the cell of residence (213-QĐ/TW).
    Introduce {
        /// The cell of residence.
        cell: OrganisationId,
    },
    /// Contact with the cell of residence ended.
    Part {
        /// The cell of residence.
        cell: OrganisationId,
    },
    /// Left the Party at own request.
    Resign,
    /// Removed from the list: only ever a decision of people, never of a count.
    Remove,
    /// Expelled.
    Expel,
    /// Died.
    Die,
}

impl LifeDeed {
    /// What kind of deed it is.
    pub const fn kind(&self) -> LifeKind {
        match self {
            Self::Admit { .. } => LifeKind::Admit,
            Self::Readmit { .. } => LifeKind::Readmit,
            Self::Receive { .. } => LifeKind::Receive,
            Self::Recognise => LifeKind::Recognise,
            Self::Transfer { .. } => LifeKind::Transfer,
            Self::Depart { .. } => LifeKind::Depart,
            Self::Send { .. } => LifeKind::Send,
            Self::Recall => LifeKind::Recall,
            Self::Exempt { .. } => LifeKind::Exempt,
            Self::Resume => LifeKind::Resume,
            Self::Suspend { .. } => LifeKind::Suspend,
            Self::Restore => LifeKind::Restore,
            Self::Introduce { .. } => LifeKind::Introduce,
            Self::Part { .. } => LifeKind::Part,
            Self::Resign => LifeKind::Resign,
            Self::Remove => LifeKind::Remove,
            Self::Expel => LifeKind::Expel,
            Self::Die => LifeKind::Die,
        }
    }
}

/// A standing that ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// Which.
    pub standing: StandingId,
    /// The first day it no longer holds.
    pub on: Date,
    /// How.
    pub left: Leaving,
}

/// What a deed ends and begins. A late recognition may end a standing earlier than it had ended, and begin one that has
/// ended: it changes the grade of the months in between. Every other deed ends and begins open standings only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What ends; to be written before what begins.
    pub ended: Vec<Ended>,
    /// What begins.
    pub begun: Vec<Standing>,
}

/// What surrounds a deed.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// All the member's standings, ended ones too.
    pub standings: &'a [Standing],
    /// The day of the admission ceremony, where it was held before the first standing here; else that standing counts.
    pub ceremony_on: Option<Date>,
    /// Whether a cell exists from a day on, until further notice: who comes to one that has ended since would be nowhere.
    pub cell_exists: &'a dyn Fn(OrganisationId, Date) -> bool,
    /// The rules of the day.
    pub rules: &'a Rules,
}

/// What a deed does from the day `on`, decided on `decided_on`. For an admission `on` is the day of the ceremony, for a
/// recognition the day of the decision. Statements 33, 35 and 36; Điều lệ Đảng, 208-QĐ/TW, 213-QĐ/TW.
pub fn perform(
    member: MemberId,
    deed: &LifeDeed,
    on: Date,
    decided_on: Date,
    around: &Around<'_>,
    new_id: &mut dyn FnMut() -> StandingId,
) -> Result<Outcome, LifeError> {
    let mut change = Change::new(member, on, around, new_id)?;
    match deed {
        LifeDeed::Admit { cell } => join::admit(&mut change, *cell, decided_on)?,
        LifeDeed::Readmit { cell } => join::readmit(&mut change, *cell, decided_on)?,
        LifeDeed::Receive { cell, grade, .. } => join::receive(&mut change, *cell, *grade)?,
        LifeDeed::Recognise => recognise::recognise(&mut change, decided_on)?,
        LifeDeed::Transfer { to } => relocate::transfer(&mut change, *to)?,
        LifeDeed::Depart { .. } => relocate::depart(&mut change)?,
        LifeDeed::Send { to, until, study, .. } => away::send(&mut change, *to, *until, *study)?,
        LifeDeed::Recall => away::recall(&mut change)?,
        LifeDeed::Exempt { until, .. } => state::exempt(&mut change, *until)?,
        LifeDeed::Resume => state::resume(&mut change)?,
        LifeDeed::Suspend { until } => state::suspend(&mut change, *until)?,
        LifeDeed::Restore => state::restore(&mut change)?,
        LifeDeed::Introduce { cell } => contact::introduce(&mut change, *cell)?,
        LifeDeed::Part { cell } => contact::part(&mut change, *cell)?,
        LifeDeed::Resign => leave::leave(&mut change, Leaving::Resigned)?,
        LifeDeed::Remove => leave::leave(&mut change, Leaving::Removed)?,
        LifeDeed::Expel => leave::leave(&mut change, Leaving::Expelled)?,
        LifeDeed::Die => leave::leave(&mut change, Leaving::Deceased)?,
    }
    Ok(change.outcome)
}
