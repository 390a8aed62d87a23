//! `nennep export`: a register written out, so that it comes back unchanged.

use std::{io::Write as _, os::unix::fs::OpenOptionsExt as _, path::PathBuf, process::ExitCode};

use anyhow::{Context as _, anyhow};
use nennep_app::{
    imports::{self, Format},
    organisations,
};

use super::{Outcome, Shared, import::Kind};
use crate::output::Failure;

/// Options of `export`.
#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// Which register
    kind: Kind,
    /// Only this cell, or this organisation and all below it
    #[arg(long, value_name = "CODE")]
    cell: Option<String>,
    /// The file to write: .xlsx or .csv
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Export {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let name = self.out.to_string_lossy();
        let format = Format::of_name(&name)
            .ok_or_else(|| Failure::CannotRun(anyhow!("{name}: only .xlsx and .csv are written")))?;
        let app = shared.app().await?;
        let ctx = app.as_system();
        let within = match &self.cell {
            Some(code) => Some(organisations::find_by_code(&ctx, code).await?.id),
            None => None,
        };
        let bytes = imports::export(&ctx, self.kind.in_app(), within, format).await?;
        // A register of members is for its owner's eyes only.
        let file =
            std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&self.out);
        file.and_then(|mut file| file.write_all(&bytes))
            .with_context(|| format!("{name} cannot be written"))?;
        app.store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}
