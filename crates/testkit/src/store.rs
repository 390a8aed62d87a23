//! A fresh, empty store of either engine.

use std::sync::atomic::{AtomicU32, Ordering};

use nennep_store::{Location, Store};
use tempfile::TempDir;

use crate::postgres;

/// The two engines a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// An SQLite file.
    Sqlite,
    /// A PostgreSQL schema.
    Postgres,
}

/// A fresh, empty store; gone when dropped.
pub struct TestStore {
    /// The store.
    pub store: Store,
    /// A folder of its own, for files beside the store.
    pub folder: TempDir,
}

impl TestStore {
    /// A store of this engine.
    ///
    /// # Panics
    /// If it cannot be made: that is a failed test.
    pub async fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let location = match engine {
            Engine::Sqlite => Location::Sqlite(folder.path().join("nennep.sqlite")),
            Engine::Postgres => {
                static COUNT: AtomicU32 = AtomicU32::new(0);
                let number = COUNT.fetch_add(1, Ordering::Relaxed);
                Location::Postgres {
                    url: postgres::address(),
                    schema: format!("t{}_{number}", std::process::id()),
                }
            }
        };
        let store = Store::open(&location).await.expect("a fresh store");
        Self { store, folder }
    }
}
