//! What was worked out from a state of the store, kept as long as that state stands. Any commit, of whatever process,
//! changes the state's mark, and everything kept is forgotten: nothing stale is ever given.

use std::{
    any::Any,
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use nennep_store::{Tx, dialect};

use crate::{boxed, error::Result};

/// The most things kept for one state.
const MOST: usize = 512;
/// The most bytes of pages kept for one state.
const MOST_BYTES: usize = 24 << 20;

/// The mark of a state of the store: what was worked out under it holds while the store gives the same mark.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark(String);

impl Mark {
    /// The mark of the state this transaction reads.
    #[boxed]
    pub async fn of(tx: &mut Tx) -> Result<Self> {
        Ok(Self(dialect::change_mark(tx).await?))
    }
}

#[derive(Default)]
struct Shelf {
    mark: Mark,
    kept: HashMap<String, Arc<dyn Any + Send + Sync>>,
    bytes: usize,
}

/// What is kept, and for which state.
#[derive(Default)]
pub struct Memory(Mutex<Shelf>);

impl Memory {
    /// What was kept under `key` for the state this transaction reads; else what `work` gives, kept from now on. The key
    /// names everything beside the state that the result depends on: the reader, the filter, the day.
    pub async fn recall<T: Send + Sync + 'static>(
        &self,
        tx: &mut Tx,
        key: String,
        work: impl AsyncFnOnce(&mut Tx) -> Result<T>,
    ) -> Result<Arc<T>> {
        let mark = Mark::of(tx).await?;
        self.recall_at(&mark, tx, key, work).await
    }

    /// The same, where the mark of the state this transaction reads is known already.
    pub async fn recall_at<T: Send + Sync + 'static>(
        &self,
        mark: &Mark,
        tx: &mut Tx,
        key: String,
        work: impl AsyncFnOnce(&mut Tx) -> Result<T>,
    ) -> Result<Arc<T>> {
        if let Some(kept) = self.find(mark, &key) {
            return Ok(kept);
        }
        let new = Arc::new(work(tx).await?);
        self.keep(mark.clone(), key, 0, Arc::<T>::clone(&new));
        Ok(new)
    }

    /// What was kept under `key` for the state of this mark.
    pub fn find<T: Send + Sync + 'static>(&self, mark: &Mark, key: &str) -> Option<Arc<T>> {
        let shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if shelf.mark != *mark {
            return None;
        }
        Arc::clone(shelf.kept.get(key)?).downcast().ok()
    }

    /// Keeps what was worked out from the state of this mark. `bytes`: what it takes, where that is much. A shelf that is
    /// full is emptied first.
    pub fn keep(&self, mark: Mark, key: String, bytes: usize, new: Arc<dyn Any + Send + Sync>) {
        if bytes > MOST_BYTES {
            return;
        }
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = shelf.kept.len() >= MOST || shelf.bytes + bytes > MOST_BYTES;
        if shelf.mark != mark || is_full {
            *shelf = Shelf { mark, ..Shelf::default() };
        }
        shelf.bytes += bytes;
        shelf.kept.insert(key, new);
    }
}
