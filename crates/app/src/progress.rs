//! How far long deeds of this process have come, for the pages that wait for them. Nothing here outlives the process.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use uuid::Uuid;

/// Steps done, of how many, by what they belong to.
#[derive(Default)]
pub struct Progress(Mutex<HashMap<Uuid, (usize, usize)>>);

impl Progress {
    /// How far the deed about `id` has come; `None` if this process does not do it now.
    pub fn of(&self, id: Uuid) -> Option<(usize, usize)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&id).copied()
    }

    /// So many of so many steps are done.
    pub fn set(&self, id: Uuid, done: usize, all: usize) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id, (done, all));
    }

    /// The deed about `id` is over.
    pub fn forget(&self, id: Uuid) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
    }
}
