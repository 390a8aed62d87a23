//! The hold on a data folder: every process that has its store open shares it, and whoever puts another store in its place
//! takes it alone. The system lets go of it when a process ends, however it ends.

use std::{
    fs::{File, TryLockError},
    path::Path,
};

use anyhow::Context as _;

/// The file whose lock is the hold.
const NAME: &str = "hold";

/// A hold on a data folder, for as long as it lives.
#[derive(Debug)]
pub(crate) struct Hold(#[expect(dead_code, reason = "the lock lives as long as its file")] File);

fn file(folder: &Path) -> anyhow::Result<File> {
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let path = folder.join(NAME);
    let options = File::options().read(true).write(true).create(true).truncate(false).open(&path);
    options.with_context(|| path.display().to_string())
}

impl Hold {
    /// A hold shared with others; `None` while somebody has the folder alone.
    pub(crate) fn shared(folder: &Path) -> anyhow::Result<Option<Self>> {
        Self::taken(folder, File::try_lock_shared)
    }

    /// The folder alone; `None` while any other process has it.
    pub(crate) fn alone(folder: &Path) -> anyhow::Result<Option<Self>> {
        Self::taken(folder, File::try_lock)
    }

    fn taken(folder: &Path, lock: fn(&File) -> Result<(), TryLockError>) -> anyhow::Result<Option<Self>> {
        let file = file(folder)?;
        match lock(&file) {
            Ok(()) => Ok(Some(Self(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => {
                Err(error).with_context(|| folder.join(NAME).display().to_string())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_shared_or_taken_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (Hold::shared(folder.path()).unwrap(), Hold::shared(folder.path()).unwrap());
        assert!(one.is_some() && other.is_some());
        assert!(Hold::alone(folder.path()).unwrap().is_none());
        drop((one, other));
        let alone = Hold::alone(folder.path()).unwrap();
        assert!(alone.is_some() && Hold::shared(folder.path()).unwrap().is_none());
    }
}
