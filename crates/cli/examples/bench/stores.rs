//! The stores that are measured: a folder with an SQLite file, or a schema of a PostgreSQL database.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, ensure};
use nennep_store::{Location, Store};

/// Where everything happens.
pub(crate) struct Place {
    /// The program.
    pub(crate) program: PathBuf,
    /// A folder for stores and files.
    pub(crate) folder: PathBuf,
    /// A PostgreSQL database to measure instead of SQLite files.
    pub(crate) postgres: Option<String>,
}

/// A store that is measured.
pub(crate) struct Measured {
    /// The program.
    pub(crate) program: PathBuf,
    config: PathBuf,
    location: Location,
}

impl Place {
    /// The store of this name, empty or as an earlier run left it.
    pub(crate) fn store(&self, name: &str) -> Result<Measured> {
        let folder = std::path::absolute(self.folder.join(name))?;
        std::fs::create_dir_all(&folder)?;
        let schema = format!("bench_{name}");
        let (url, location) = match &self.postgres {
            None => (String::new(), Location::Sqlite(folder.join("nennep.sqlite"))),
            Some(url) => (
                format!("url = \"{url}\"\nschema = \"{schema}\"\n"),
                Location::Postgres { url: url.clone(), schema },
            ),
        };
        let config = folder.join("nennep.toml");
        let text = format!("[database]\nfolder = \"{}\"\n{url}[log]\nfilter = \"warn\"\n", folder.display());
        std::fs::write(&config, text)?;
        Ok(Measured { program: self.program.clone(), config, location })
    }

    /// A file beside the stores.
    pub(crate) fn file(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }
}

impl Measured {
    /// The program with these arguments on this store.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(arguments).arg("--config").arg(&self.config);
        command.stdin(Stdio::null()).stderr(Stdio::inherit());
        command
    }

    /// Runs the program and says how long it took.
    pub(crate) fn run(&self, arguments: &[&str]) -> Result<Duration> {
        let begun = Instant::now();
        let status =
            self.command(arguments).stdout(Stdio::null()).status().context("the program cannot be run")?;
        ensure!(status.success(), "{arguments:?} gave {status}");
        Ok(begun.elapsed())
    }

    /// The store, opened beside the program.
    pub(crate) async fn open(&self) -> Result<Store> {
        Ok(Store::open(&self.location).await?)
    }

    /// Bytes its file takes; none for PostgreSQL.
    pub(crate) fn bytes(&self) -> Option<u64> {
        let Location::Sqlite(file) = &self.location else { return None };
        std::fs::metadata::<&Path>(file.as_ref()).ok().map(|file| file.len())
    }
}
