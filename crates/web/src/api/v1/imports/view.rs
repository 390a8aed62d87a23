//! A file on its way in, with how far it has come.

use nennep_app::imports::{State, Taken, View};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Register, review::ImportReview};
use crate::{api::values::Moment, words::Words};

/// A file that was sent to be taken in.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Import {
    /// Its id.
    pub id: Uuid,
    /// What it is a register of.
    pub register: Register,
    /// Its name.
    pub file_name: String,
    /// The organisation of lines that name none.
    pub into: Option<Uuid>,
    /// How far it has come.
    pub state: ImportState,
    /// What taking it would do, while it is looked at.
    pub review: Option<ImportReview>,
    /// When taking it failed for a reason that lay not in the file; nothing was written then.
    pub failed_at: Option<Moment>,
    /// Lines written so far, while this process takes it.
    pub written: Option<usize>,
    /// What taking it did.
    pub taken: Option<TakenImport>,
}

/// How far a file has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum ImportState {
    /// It is looked at: nothing is written.
    Looked,
    /// It is being taken, since it is long: ask again in a while.
    Taking,
    /// It was taken; the file itself is gone.
    Taken,
}

/// What taking a file did.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct TakenImport {
    /// When.
    pub at: Moment,
    /// Lines that were added.
    pub added: u32,
    /// Lines by which something changed.
    pub changed: u32,
    /// Lines that changed nothing.
    pub unchanged: u32,
}

impl From<Taken> for TakenImport {
    fn from(taken: Taken) -> Self {
        let Taken { at, added, changed, unchanged } = taken;
        Self { at: at.into(), added, changed, unchanged }
    }
}

impl Import {
    pub(super) fn of(w: Words, view: View) -> Self {
        let import = Self {
            id: view.id.0,
            register: Register(view.kind),
            file_name: view.file_name,
            into: view.into.map(|id| id.0),
            state: ImportState::Looked,
            review: None,
            failed_at: None,
            written: None,
            taken: None,
        };
        match view.state {
            State::Looked { review, failed_at } => Self {
                review: Some(ImportReview::of(w, &review)),
                failed_at: failed_at.map(Moment::from),
                ..import
            },
            State::Taking { steps } => {
                Self { state: ImportState::Taking, written: steps.map(|(written, _)| written), ..import }
            }
            State::Taken(taken) => Self { state: ImportState::Taken, taken: Some(taken.into()), ..import },
        }
    }
}
