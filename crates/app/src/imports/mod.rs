//! Registers taken in from spreadsheets: first a preview that writes nothing, then all lines or none, in one transaction.
//! And written out again, in a form that comes back unchanged.
//!
//! Taking the same file twice changes nothing. Only lines of organisations the actor keeps are taken; the others are
//! refused like any bad line. Events hold counts, never names.

mod columns;
mod export;
mod file;
mod members;
mod organisations;
mod reach;
mod review;
mod standings;
mod steps;
mod take;
mod template;
mod uploads;

pub use columns::{ByHand, Column, fields};
pub use export::{Format, export};
pub use file::{File, Kind};
pub use nennep_store::imports::{Past, Taken};
pub use reach::{destination, open_to};
pub use review::{ChangedLine, Difference, NewLine, Review};
pub use steps::Progress;
pub use take::{preview, take};
pub use template::template;
pub use uploads::{
    LARGEST_MEGABYTES, State, Taking, Upload, View, find, forget, history, set_columns, take_uploaded, upload,
};
pub(crate) use uploads::{forget_old, take_requested};
