//! The closed list of facts a rubric may rest on. A rubric names them in conditions and bands; an expression language may
//! later take the same names as its variables.

use serde::Serialize;

/// What kind of value a fact has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactKind {
    /// Yes or no.
    YesNo,
    /// A whole number.
    Number,
    /// A part of a whole, compared in percent.
    Ratio,
}

text_enum! {
    /// A fact of a meeting.
    Fact {
        /// Number: the cell's membership count.
        Members = "members",
        /// Number: minutes the meeting fell short of its least length.
        MinutesShort = "minutes_short",
        /// Number: members absent without reason.
        Unexcused = "unexcused",
        /// Number: the longest run of absences with reason of any member in the year.
        LongestExcusedRun = "longest_excused_run",
        /// Number: minutes given to members' ideology and to criticism.
        CriticismMinutes = "criticism_minutes",
        /// Number: minutes given to the study topic.
        StudyMinutes = "study_minutes",
        /// Number: tasks of the previous resolution due.
        TasksDue = "tasks_due",
        /// Number: steps of 42-HD II.2.2 left out.
        StepsMissing = "steps_missing",
        /// Ratio: length of the meeting to its least length.
        Length = "length",
        /// Ratio: present to the attendance base.
        Attendance = "attendance",
        /// Ratio: distinct speakers to attendees.
        Speaking = "speaking",
        /// Ratio: tasks of the previous resolution done to those due.
        TaskResults = "task_results",
        /// Ratio: members notified to members to be notified.
        Notices = "notices",
        /// Ratio: steps of 42-HD II.2.2 done to those asked for.
        Steps = "steps",
        /// Ratio: agenda items the minutes say something of to all items.
        Records = "records",
        /// Yes or no: the least length was reached.
        LengthReached = "length_reached",
        /// Yes or no: somebody was absent without reason, and the rule lets that drop attendance to the lowest band.
        UnexcusedDrop = "unexcused_drop",
        /// Yes or no: somebody was absent with reason more often in a row than the rule lets pass.
        ExcusedTooOften = "excused_too_often",
        /// Yes or no: papers were posted at all.
        PapersPosted = "papers_posted",
        /// Yes or no: all papers were posted as long before the start as the rule asks.
        PapersOnTime = "papers_on_time",
        /// Yes or no: finished papers were reported as soon after the closing as the rule asks.
        ReportedOnTime = "reported_on_time",
        /// Yes or no: the cell committee met, or secretary and deputy conferred, with minutes.
        CommitteeMet = "committee_met",
        /// Yes or no: the cell has a secretary only, neither committee nor deputy.
        SecretaryOnly = "secretary_only",
        /// Yes or no: the superior committee's member who follows the cell was notified, or there is none.
        OverseerNotified = "overseer_notified",
        /// Yes or no: criticism took at least as long as the rule asks.
        CriticismHeld = "criticism_held",
        /// Yes or no: the conclusion or resolution was voted.
        Concluded = "concluded",
        /// Yes or no: the minutes were read out and adopted.
        MinutesAdopted = "minutes_adopted",
        /// Yes or no: tasks were set, each with owner, deadline and reporting meeting.
        TasksAssigned = "tasks_assigned",
        /// Yes or no: a draft conclusion or resolution was prepared.
        DraftResolution = "draft_resolution",
        /// Yes or no: a thematic meeting was held this month, by itself or as a part.
        ThematicThisMonth = "thematic_this_month",
        /// Yes or no: routine and thematic part in one sitting.
        Combined = "combined",
    }
}

impl Fact {
    /// What kind of value it has.
    pub const fn kind(self) -> FactKind {
        match self {
            Self::Members
            | Self::MinutesShort
            | Self::Unexcused
            | Self::LongestExcusedRun
            | Self::CriticismMinutes
            | Self::StudyMinutes
            | Self::TasksDue
            | Self::StepsMissing => FactKind::Number,
            Self::Length
            | Self::Attendance
            | Self::Speaking
            | Self::TaskResults
            | Self::Notices
            | Self::Steps
            | Self::Records => FactKind::Ratio,
            _ => FactKind::YesNo,
        }
    }
}

/// A part of a whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Share {
    /// The part.
    pub part: u32,
    /// The whole.
    pub whole: u32,
}

impl Share {
    /// The share in whole percent, rounded down so that a limit is never shown as reached too early; 0 of nothing.
    pub fn percent(self) -> u32 {
        let percent = (u64::from(self.part) * 100).checked_div(u64::from(self.whole)).unwrap_or(0);
        u32::try_from(percent).unwrap_or(u32::MAX)
    }
}

/// What is known of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactValue {
    /// Yes or no.
    YesNo(bool),
    /// A whole number.
    Number(u32),
    /// A part of a whole that is not nothing.
    Ratio(Share),
}
