//! A data folder with a small world in it, and the program run on it.

use std::{
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
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
        Self::of(World::new(Engine::Sqlite).await).await
    }

    /// The folder of this world, which is closed.
    pub(crate) async fn of(world: World) -> Self {
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

    /// The JSON that a command printed about this folder; it must have succeeded.
    pub(crate) fn asked(&self, arguments: &[&str]) -> Value {
        json(&[arguments, &["--json", "--data", self.data()]].concat())
    }

    pub(crate) fn file(&self, name: &str) -> String {
        self.folder.join(name).to_str().unwrap().to_owned()
    }

    pub(crate) fn store_file(&self) -> PathBuf {
        self.folder.join("nennep.sqlite")
    }

    pub(crate) async fn open(&self) -> Store {
        open(&self.store_file()).await
    }

    pub(crate) async fn mark(&self, value: &str) {
        mark(&self.store_file(), value).await;
    }

    pub(crate) async fn marked(&self) -> Option<String> {
        marked(&self.store_file()).await
    }
}

async fn open(store_file: &Path) -> Store {
    Store::open(&Location::Sqlite(store_file.to_owned())).await.unwrap()
}

/// Leaves a mark in a store, by which it is known again.
pub(crate) async fn mark(store_file: &Path, value: &str) {
    let store = open(store_file).await;
    let mut tx = store.write().await.unwrap();
    settings::set(&mut tx, "mark", value).await.unwrap();
    tx.commit().await.unwrap();
    store.close().await;
}

/// The mark of a store.
pub(crate) async fn marked(store_file: &Path) -> Option<String> {
    let store = open(store_file).await;
    let mark = settings::find(&mut store.read().await.unwrap(), "mark").await.unwrap();
    store.close().await;
    mark
}

/// The program serving a data folder; killed (kill -9) when let go.
pub(crate) struct Server {
    child: Child,
    /// `127.0.0.1:PORT`.
    pub(crate) host: String,
}

impl Server {
    pub(crate) fn start(data: &str) -> Self {
        let mut child = nennep(&["serve", "--listen", "127.0.0.1:0", "--data", data])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let host = said.trim().strip_prefix("http://").unwrap_or_else(|| panic!("{said}")).to_owned();
        Self { child, host }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
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
