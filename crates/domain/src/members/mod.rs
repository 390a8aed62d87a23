//! Members: who they are, where they stand, and how a cell's roll on a day is counted.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    ids::{MemberId, OrganisationId, StandingId},
    time::PartialDate,
};

pub mod correction;
pub mod extract;
pub mod life;
pub mod loan;
pub mod register;

text_enum! {
    /// Sex, as registers ask for it.
    Sex {
        /// Male (nam).
        Male = "male",
        /// Female (nữ).
        Female = "female",
    }
}

text_enum! {
    /// What kind of member (Điều lệ, Art. 3-5).
    MemberGrade {
        /// Official member (đảng viên chính thức).
        Official = "official",
        /// Probationary member (đảng viên dự bị): all rights but to vote, stand and elect.
        Probationary = "probationary",
    }
}

text_enum! {
    /// How a member stands in one cell over a span of time.
    StandingState {
        /// Belongs to the cell and takes part.
        Active = "active",
        /// Belongs to the cell, exempt from work and meetings (miễn công tác và sinh hoạt).
        Exempt = "exempt",
        /// Belongs to the cell, temporarily transferred out (chuyển tạm thời đi).
        Away = "away",
        /// Belongs to the cell, suspended from meetings (đình chỉ sinh hoạt).
        Suspended = "suspended",
        /// Belongs elsewhere, temporarily transferred in (chuyển tạm thời đến): not in this cell's membership count.
        Visiting = "visiting",
        /// Belongs elsewhere, keeps residence contact here (đảng viên 213): never in a vote, a count or dues here.
        Residence = "residence",
    }
}

impl StandingState {
    /// Whether the member belongs to the cell and counts in its membership (đảng số).
    pub const fn belongs(self) -> bool {
        matches!(self, Self::Active | Self::Exempt | Self::Away | Self::Suspended)
    }
}

text_enum! {
    /// How a standing ended.
    Leaving {
        /// Moved to another cell.
        Transferred = "transferred",
        /// Left the Party at own request (xin ra).
        Resigned = "resigned",
        /// Removed from the list (xóa tên).
        Removed = "removed",
        /// Expelled (khai trừ).
        Expelled = "expelled",
        /// Died (từ trần).
        Deceased = "deceased",
        /// Another standing in the same cell followed (recognised, exempted, back again).
        Changed = "changed",
    }
}

impl Leaving {
    /// Whether the member left the Party with it, and not only the cell.
    pub const fn leaves_party(self) -> bool {
        matches!(self, Self::Resigned | Self::Removed | Self::Expelled | Self::Deceased)
    }
}

/// One member's standing in one cell over a span of time: the dated fact that rolls and denominators rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Its id.
    pub id: StandingId,
    /// The member.
    pub member: MemberId,
    /// The cell.
    pub cell: OrganisationId,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// How the member stands there.
    pub state: StandingState,
    /// The first day.
    pub from_on: Date,
    /// The first day it no longer held.
    pub to_on: Option<Date>,
    /// How it ended.
    pub left: Option<Leaving>,
}

impl Standing {
    /// Whether it holds on a day.
    pub fn holds_on(&self, date: Date) -> bool {
        self.from_on <= date && self.to_on.is_none_or(|end| date < end)
    }
}

/// What a register keeps about a member. Fields that a register left empty are empty text or `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Family, middle and given name.
    pub full_name: String,
    /// Other names in use (bí danh, tên thường gọi).
    pub other_names: String,
    /// Sex.
    pub sex: Option<Sex>,
    /// Date of birth.
    pub born_on: Option<PartialDate>,
    /// Party card number, digits as printed, leading zeros kept.
    pub card_number: String,
    /// Identity paper number, digits as printed; kept encrypted and shown masked.
    pub identity_number: String,
    /// Ethnicity (dân tộc).
    pub ethnicity: String,
    /// Religion (tôn giáo).
    pub religion: String,
    /// Home place (quê quán).
    pub home_place: String,
    /// Where the member lives (nơi ở hiện nay).
    pub residence: String,
    /// General schooling (trình độ phổ thông).
    pub schooling: String,
    /// Professional education (trình độ chuyên môn).
    pub profession: String,
    /// Political theory level (lý luận chính trị).
    pub political_theory: String,
    /// Work before joining (nghề nghiệp khi vào Đảng).
    pub occupation_before: String,
    /// Work now (nghề nghiệp hiện nay).
    pub occupation: String,
    /// Day of admission (ngày kết nạp).
    pub admitted_on: Option<PartialDate>,
    /// Day of recognition as official member (ngày chính thức).
    pub official_on: Option<PartialDate>,
    /// CV number (số lý lịch).
    pub cv_number: String,
    /// Badge number (số huy hiệu).
    pub badge_number: String,
    /// Army, police, retired: as the register writes it (bộ đội, công an, hưu trí).
    pub service: String,
    /// Telephone.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Remark of the register.
    pub note: String,
}

/// A member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Member {
    /// The id.
    pub id: MemberId,
    /// What the register keeps. The identity number is empty unless it was asked for by a reader who may.
    pub profile: Profile,
}

/// One line of a cell's roll on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RollMember {
    /// The member.
    pub member: MemberId,
    /// Full name.
    pub name: String,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// How the member stands in the cell.
    pub state: StandingState,
}
