//! `nennep organisations`: what there is.

use std::process::ExitCode;

use clap::Subcommand;
use jiff::civil::Date;
use nennep_app::organisations::{self, Filter};
use nennep_domain::{
    ids::OrganisationId,
    organisations::{CellType, OrganisationKind},
};
use serde::Serialize;

use super::{Outcome, Shared};
use crate::output;

/// Commands about organisations.
#[derive(Debug, Subcommand)]
pub(crate) enum Organisations {
    /// All organisations, by code
    List {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Serialize)]
struct Line {
    id: OrganisationId,
    code: String,
    name: String,
    kind: OrganisationKind,
    cell_type: Option<CellType>,
    parent: Option<OrganisationId>,
    from: Date,
}

impl Organisations {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let Self::List { json } = self;
        let app = shared.app().await?;
        let all =
            organisations::list(&app.as_system(), Filter { limit: u32::MAX, ..Filter::default() }).await?;
        app.store.close().await;
        let lines = all.into_iter().map(|one| Line {
            id: one.id,
            code: one.code,
            name: one.name,
            kind: one.kind,
            cell_type: one.cell_type,
            parent: one.parent,
            from: one.from_on,
        });
        if json {
            output::json(&lines.collect::<Vec<_>>())?;
        } else {
            for line in lines {
                output::line(&format!("{:<28} {}", line.code, line.name))?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
