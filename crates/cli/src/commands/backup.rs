//! `nennep backup`, `check-backup` and `restore`: whole copies of an embedded store. A copy is made while the server runs;
//! it is put back only while nothing else has the folder, and until its last step the store that was there stays.

use std::{
    fs::{self, File, OpenOptions},
    io,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use nennep_app::{
    Location, StoreError, health,
    outside::{Clock as _, SystemClock},
};
use nennep_store::copies::{Inspection, Schema, inspect};
use serde::Serialize;

use super::{Outcome, Shared};
use crate::{
    config::Config,
    hold::Hold,
    output::{self, Failure, words},
    wiring,
};

/// Options of `backup`.
#[derive(Debug, clap::Args)]
pub(crate) struct Backup {
    /// The file to write, or a folder in which a file named after the moment is written
    #[arg(value_name = "FILE")]
    to: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Options of `check-backup` and `restore`.
#[derive(Debug, clap::Args)]
pub(crate) struct Copy {
    /// The copy
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Told<'a> {
    file: &'a Path,
    bytes: u64,
    members: u64,
    meetings: u64,
    kept: Option<&'a Path>,
}

impl<'a> Told<'a> {
    fn of(file: &'a Path, found: &Inspection, kept: Option<&'a Path>) -> Self {
        let rows = |wanted: &str| {
            found.rows.iter().find(|(table, _)| *table == wanted).map_or(0, |(_, count)| *count)
        };
        let bytes = fs::metadata(file).map_or(0, |file| file.len());
        Self { file, bytes, members: rows("members"), meetings: rows("meetings"), kept }
    }

    fn say(&self, key: &str, json: bool) -> Outcome {
        if json {
            output::json(self)?;
        } else {
            let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
            let (file, kept) =
                (self.file.display().to_string(), self.kept.map(|kept| kept.display().to_string()));
            let values = [
                ("file", file.as_str().into()),
                ("megabytes", number(self.bytes.div_ceil(1 << 20)).into()),
                ("members", number(self.members).into()),
                ("meetings", number(self.meetings).into()),
                ("kept", kept.as_deref().unwrap_or_default().into()),
            ];
            output::line(&words().with(key, &values))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn refused(key: &str, file: &Path) -> Failure {
    let file = file.display().to_string();
    Failure::Refused(words().with(key, &[("file", file.as_str().into())]))
}

/// Refuses where the engine has tools of its own, naming them.
fn only_embedded(config: &Config) -> Result<(), Failure> {
    if config.database.url.is_none() {
        return Ok(());
    }
    let schema = config.database.schema.as_str();
    Err(Failure::Refused(words().with("backup-postgres", &[("schema", schema.into())])))
}

impl Backup {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let config = shared.load()?;
        only_embedded(&config)?;
        let app = wiring::app(&config).await?;
        let now = SystemClock.now().local();
        let to = if self.to.is_dir() {
            self.to.join(format!("nennep-{}.sqlite", now.strftime("%Y%m%d-%H%M%S")))
        } else {
            self.to
        };
        if to.exists() {
            return Err(refused("backup-exists", &to));
        }
        let part = beside(&to, ".part");
        new_file(&part).with_context(|| part.display().to_string())?;
        let copied = app.store.copy_into(&part).await.map_err(nennep_app::Error::from);
        if let Err(error) = copied.map_err(Failure::from).and_then(|()| Ok(settle(&part, &to)?)) {
            let _ = fs::remove_file(&part);
            return Err(error);
        }
        health::note_copy(&app).await?;
        app.store.close().await;
        let found = inspect(&to).await?;
        Told::of(&to, &found, None).say("backup-done", self.json)
    }
}

impl Copy {
    pub(super) async fn check(self, shared: &Shared) -> Outcome {
        let found = sound(&self.file, &shared.load()?).await?;
        Told::of(&self.file, &found, None).say("backup-sound", self.json)
    }

    pub(super) async fn restore(self, shared: &Shared) -> Outcome {
        let config = shared.load()?;
        only_embedded(&config)?;
        let Location::Sqlite(store) = config.location() else {
            return Err(refused("backup-postgres", &self.file));
        };
        let folder = config.database.folder.clone();
        let Some(hold) = Hold::alone(&folder)? else { return Err(refused("restore-in-use", &folder)) };
        let found = sound(&self.file, &config).await?;
        if found.key_check.is_some() && !config.key_file().exists() {
            return Err(refused("restore-no-key", &config.key_file()));
        }
        let new = beside(&store, ".restoring");
        let _ = fs::remove_file(&new);
        copy(&self.file, &new)?;
        let kept = set_aside(&store).await?;
        settle(&new, &store)?;
        drop(hold);
        // Opening it brings an older schema up to date.
        let app = wiring::app(&config).await?;
        app.store.close().await;
        let found = inspect(&store).await?;
        let key = if kept.is_some() { "restore-done-kept" } else { "restore-done" };
        Told::of(&store, &found, kept.as_deref()).say(key, self.json)
    }
}

/// The copy looked through; refused if it is no whole store of this program, or was begun with another key.
async fn sound(file: &Path, config: &Config) -> Result<Inspection, Failure> {
    if !file.is_file() {
        return Err(refused("backup-no-file", file));
    }
    let found = inspect(file).await.map_err(|error| match error {
        StoreError::Database(_) => refused("backup-no-store", file),
        other => other.into(),
    })?;
    if found.schema == Schema::Unknown {
        return Err(refused("backup-newer", file));
    }
    if !found.is_whole() {
        let key = if found.schema == Schema::None { "backup-no-store" } else { "backup-broken" };
        return Err(refused(key, file));
    }
    let key_file = config.key_file();
    if let Some(mark) = &found.key_check
        && key_file.exists()
        && *mark != wiring::key_mark(&key_file)?
    {
        return Err(refused("backup-other-key", &key_file));
    }
    Ok(found)
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// An empty file for its owner's eyes only.
fn new_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    let mut source = File::open(from).with_context(|| from.display().to_string())?;
    let mut target = new_file(to).with_context(|| to.display().to_string())?;
    let copied = io::copy(&mut source, &mut target).and_then(|_| target.sync_all());
    if let Err(error) = copied {
        let _ = fs::remove_file(to);
        return Err(error).with_context(|| to.display().to_string());
    }
    Ok(())
}

/// Puts a finished file where it belongs, in one step, and has the disk know it.
fn settle(part: &Path, to: &Path) -> anyhow::Result<()> {
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let sync = || File::open(part)?.sync_all();
    sync().and_then(|()| fs::rename(part, to)).with_context(|| to.display().to_string())?;
    File::open(folder).and_then(|folder| folder.sync_all()).with_context(|| folder.display().to_string())
}

/// Keeps the store that is there under another name too, closed and whole, so that what is put in its place cannot meet its
/// write-ahead log. A store that cannot be opened is kept with its log beside it.
async fn set_aside(store: &Path) -> anyhow::Result<Option<PathBuf>> {
    if !store.exists() {
        return Ok(None);
    }
    if let Ok(open) = nennep_store::Store::open(&Location::Sqlite(store.to_owned())).await {
        open.close().await;
    }
    let stamp = SystemClock.now().local().strftime("%Y%m%d-%H%M%S").to_string();
    let kept = store.with_file_name(format!("nennep-before-restore-{stamp}.sqlite"));
    fs::hard_link(store, &kept).with_context(|| kept.display().to_string())?;
    for ending in ["-wal", "-shm"] {
        let log = beside(store, ending);
        if log.exists() {
            fs::copy(&log, beside(&kept, ending)).with_context(|| log.display().to_string())?;
            fs::remove_file(&log).with_context(|| log.display().to_string())?;
        }
    }
    Ok(Some(kept))
}
