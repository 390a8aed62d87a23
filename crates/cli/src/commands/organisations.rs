//! `nennep organisations`: what there is.

use std::process::ExitCode;

use clap::Subcommand;
use jiff::civil::Date;
use nennep_app::{
    Ctx,
    organisations::{self, Branch, Filter},
};
use nennep_domain::{
    ids::OrganisationId,
    organisations::{CellType, OrganisationKind},
};
use nennep_web::api::v1::OrganisationBranch;
use serde::Serialize;

use super::{Outcome, Shared, places::places};
use crate::output::{self, Failure};

/// Commands about organisations.
#[derive(Debug, Subcommand)]
pub(crate) enum Organisations {
    /// All organisations, by code
    List {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Organisations as they stand one below another, by code
    Tree {
        /// Only this organisation and all below it
        #[arg(long, value_name = "CODE")]
        of: Option<String>,
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
        let app = shared.app().await?;
        let done = match self {
            Self::List { json } => list(&app.as_system(), json).await,
            Self::Tree { of, json } => tree(&app.as_system(), of.as_deref(), json).await,
        };
        app.store.close().await;
        done?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn list(ctx: &Ctx, json: bool) -> Result<(), Failure> {
    let all = organisations::list(ctx, Filter { limit: u32::MAX, ..Filter::default() }).await?;
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
    Ok(())
}

async fn tree(ctx: &Ctx, of: Option<&str>, json: bool) -> Result<(), Failure> {
    let mut branches = Vec::new();
    for place in places(ctx, of).await? {
        branches.push(organisations::tree(ctx, place).await?);
    }
    if json {
        output::json(&branches.iter().map(OrganisationBranch::from).collect::<Vec<_>>())?;
    } else {
        for branch in &branches {
            draw(branch, 0)?;
        }
    }
    Ok(())
}

/// One line for each organisation, two spaces further in below each.
fn draw(branch: &Branch, depth: usize) -> Result<(), Failure> {
    let one = &branch.organisation;
    output::line(&format!("{:indent$}{}  {}", "", one.name, one.code, indent = depth * 2))?;
    branch.below.iter().try_for_each(|below| draw(below, depth + 1))
}
