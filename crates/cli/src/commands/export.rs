//! `nennep export`: a register written out, so that it comes back unchanged.

use std::{path::PathBuf, process::ExitCode};

use anyhow::anyhow;
use nennep_app::{
    imports::{self, Format},
    organisations,
};

use super::{Outcome, Shared, import::Kind};
use crate::{
    out::{self, Eyes},
    output::Failure,
};

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
        out::write(&self.out, &bytes, Eyes::Owner)?;
        app.store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}
