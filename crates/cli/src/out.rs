//! Files that commands write: whole or not at all.

use std::{io::Write as _, os::unix::fs::PermissionsExt as _, path::Path};

use anyhow::{Context as _, bail};

use crate::output::words;

/// Who may read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Eyes {
    /// As the machine has it for new files.
    Anybody,
    /// Only whoever ran the command: what it holds is about people.
    Owner,
}

/// Refuses what no file can be written to, before anything is printed.
pub(crate) fn must_be_a_file(out: &Path) -> anyhow::Result<()> {
    if out.is_dir() {
        bail!("{}: {}", out.display(), words().t("command-out-is-a-folder"));
    }
    let folder = folder_of(out);
    if !folder.is_dir() {
        bail!("{}: {}", folder.display(), words().t("command-out-has-no-folder"));
    }
    Ok(())
}

fn folder_of(out: &Path) -> &Path {
    out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Writes beside the file first and then takes its place, so that nobody ever finds half a file there.
pub(crate) fn write(out: &Path, bytes: &[u8], eyes: Eyes) -> anyhow::Result<()> {
    let mode = match eyes {
        Eyes::Anybody => 0o666,
        Eyes::Owner => 0o600,
    };
    let permissions = std::fs::Permissions::from_mode(mode);
    let written = || {
        let mut draft = tempfile::Builder::new().permissions(permissions).tempfile_in(folder_of(out))?;
        draft.write_all(bytes)?;
        draft.as_file().sync_all()?;
        draft.persist(out).map_err(|error| error.error)
    };
    written().with_context(|| format!("{}", out.display()))?;
    Ok(())
}
