//! A data folder with a small world in it, and the program run on it.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use nennep_store::{Location, Store, settings};
use nennep_testkit::{Engine, World};
use serde_json::Value;

/// The program with these arguments, in English, away from anybody's configuration.
pub(crate) fn nennep(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nennep"));
    command.args(arguments).env_clear().env("LANG", "en_GB.UTF-8").stdin(Stdio::null());
    command
}

/// What came of running it.
pub(crate) fn run(arguments: &[&str]) -> Output {
    nennep(arguments).output().unwrap()
}

pub(crate) fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The JSON it printed; it must have succeeded.
pub(crate) fn json(arguments: &[&str]) -> Value {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", said(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A data folder in which a small world stands, closed.
pub(crate) struct House {
    pub(crate) folder: PathBuf,
    _world: World,
}

impl House {
    pub(crate) async fn new() -> Self {
        let world = World::new(Engine::Sqlite).await;
        world.test.app.store.close().await;
        let folder = world.test.test_store.folder.path().to_owned();
        let house = Self { folder, _world: world };
        // The first command writes the key file and notes its mark.
        assert!(run(&["doctor", "--data", house.data()]).status.success());
        house
    }

    pub(crate) fn data(&self) -> &str {
        self.folder.to_str().unwrap()
    }

    pub(crate) fn file(&self, name: &str) -> String {
        self.folder.join(name).to_str().unwrap().to_owned()
    }

    pub(crate) fn store_file(&self) -> PathBuf {
        self.folder.join("nennep.sqlite")
    }

    pub(crate) async fn open(&self) -> Store {
        Store::open(&Location::Sqlite(self.store_file())).await.unwrap()
    }

    pub(crate) async fn mark(&self, value: &str) {
        let store = self.open().await;
        let mut tx = store.write().await.unwrap();
        settings::set(&mut tx, "mark", value).await.unwrap();
        tx.commit().await.unwrap();
        store.close().await;
    }

    pub(crate) async fn marked(&self) -> Option<String> {
        let store = self.open().await;
        let mark = settings::find(&mut store.read().await.unwrap(), "mark").await.unwrap();
        store.close().await;
        mark
    }
}

/// Names of the files in a folder.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| said(entry.unwrap().file_name().as_encoded_bytes()))
        .collect();
    names.sort();
    names
}
