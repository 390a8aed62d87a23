//! What was worked out from a state of the store, kept as long as that state stands. Any commit, of whatever process,
//! changes the state's mark, and everything kept is forgotten: nothing stale is ever given.

use std::{
    any::Any,
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use nennep_store::{Tx, dialect};

use crate::error::Result;

/// The most things kept for one state.
const MOST: usize = 512;

#[derive(Default)]
struct Shelf {
    mark: String,
    kept: HashMap<String, Arc<dyn Any + Send + Sync>>,
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
        let mark = dialect::change_mark(tx).await?;
        if let Some(kept) = self.find(&mark, &key) {
            return Ok(kept);
        }
        let new = Arc::new(work(tx).await?);
        self.keep(mark, key, Arc::<T>::clone(&new));
        Ok(new)
    }

    fn find<T: Send + Sync + 'static>(&self, mark: &str, key: &str) -> Option<Arc<T>> {
        let shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if shelf.mark != mark {
            return None;
        }
        Arc::clone(shelf.kept.get(key)?).downcast().ok()
    }

    fn keep(&self, mark: String, key: String, new: Arc<dyn Any + Send + Sync>) {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if shelf.mark != mark {
            *shelf = Shelf { mark, kept: HashMap::new() };
        }
        if shelf.kept.len() < MOST {
            shelf.kept.insert(key, new);
        }
    }
}
