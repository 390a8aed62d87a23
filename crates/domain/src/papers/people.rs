//! People and figures as a paper names them.

use serde::{Deserialize, Serialize};

/// A person as a paper names them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Full name.
    pub name: String,
    /// Office or post at the time, e.g. `Bí thư Chi bộ`; empty where the paper names none.
    pub role: String,
}

impl Person {
    /// A person named without office.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), role: String::new() }
    }

    /// A person named with an office.
    pub fn with_role(name: impl Into<String>, role: impl Into<String>) -> Self {
        Self { name: name.into(), role: role.into() }
    }
}

/// Somebody who was not there, or not all the time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    /// Full name.
    pub name: String,
    /// The reason, or the time somebody came or left; may be empty.
    pub note: String,
}

/// The roll as the minutes give it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollFigures {
    /// Official members of the cell.
    pub official: u32,
    /// Probationary members of the cell.
    pub probationary: u32,
    /// Official members present.
    pub present_official: u32,
    /// Probationary members present.
    pub present_probationary: u32,
    /// The number that attendance is counted against: members without those exempt or on special duty (42-HD).
    pub base: u32,
    /// Absent with reason.
    pub excused: Vec<Absence>,
    /// Absent without reason.
    pub unexcused: Vec<Absence>,
    /// Exempt from meetings.
    pub exempt: Vec<String>,
    /// On special duty of the armed forces.
    pub special_duty: Vec<String>,
    /// Came after the opening; the note says when.
    pub late: Vec<Absence>,
    /// Left before the closing; the note says when.
    pub left_early: Vec<Absence>,
}

impl RollFigures {
    /// All members of the cell.
    pub const fn members(&self) -> u32 {
        self.official + self.probationary
    }

    /// All members present.
    pub const fn present(&self) -> u32 {
        self.present_official + self.present_probationary
    }
}

text_enum! {
    /// The office by which somebody signs for a collective body.
    SigningOffice {
        /// Secretary (BÍ THƯ).
        Secretary = "secretary",
        /// Deputy secretary (PHÓ BÍ THƯ); signs for the body too, never "K/T".
        Deputy = "deputy",
    }
}

/// Who signs a paper for the cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// The office.
    pub office: SigningOffice,
    /// Full name.
    pub name: String,
}
