//! The closed lists that meetings speak in.

use nennep_domain::{meetings, motions};

use crate::api::values::words;

words! {
    /// The kind of a meeting.
    MeetingKind = meetings::MeetingKind;
    /// How far a meeting has come.
    MeetingState = meetings::MeetingState;
    /// The part of a combined sitting.
    Part = meetings::Part;
    /// What an agenda item is for.
    ItemKind = meetings::ItemKind;
    /// Where an agenda item came from.
    ItemSource = meetings::ItemSource;
    /// How a member attended.
    Attendance = meetings::Attendance;
    /// What a remark is.
    RemarkKind = meetings::RemarkKind;
    /// What a member prepares.
    PreparationKind = meetings::PreparationKind;
    /// The secretary's answer to a leave request.
    LeaveAnswer = meetings::LeaveAnswer;
    /// The kind of a motion, which decides its base and majority.
    MotionKind = motions::MotionKind;
    /// What a motion is about.
    MotionSubject = motions::MotionSubject;
}
