//! Recognition: commendations of members and organisations, and party badges; and, kept apart from both, discipline.

pub mod badges;
pub mod commendations;
pub mod discipline;
