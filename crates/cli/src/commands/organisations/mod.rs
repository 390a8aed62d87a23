//! `nennep organisations`: what there is, what there was on a day, and the deeds that change it.

mod deeds;

use std::process::ExitCode;

use clap::Subcommand;
use jiff::civil::Date;
use nennep_app::{
    Ctx,
    organisations::{self, Branch, Filter},
};
use nennep_domain::{
    ids::{DeedId, OrganisationId},
    organisations::{CellType, OrganisationKind},
};
use nennep_web::api::v1::{OrganisationBranch, OrganisationLineage};
use serde::Serialize;

use deeds::Change;

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
        /// As they stood on this day, or will stand by the deeds that wait for it
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<Date>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// What became of what: of a cell, or of all that stood within a committee organisation
    Lineage {
        /// The code it has, or had last
        code: String,
        /// The first day
        #[arg(long, value_name = "YYYY-MM-DD")]
        from: Option<Date>,
        /// The last day
        #[arg(long, value_name = "YYYY-MM-DD")]
        until: Option<Date>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// The deeds that change organisations: those waiting for their day, then the latest
    Deeds {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Withdraw a deed whose day has not come
    Withdraw {
        /// The deed's id
        deed: DeedId,
    },
    /// Take back a done deed that was entered by mistake, while nothing rests on it
    TakeBack {
        /// The deed's id
        deed: DeedId,
    },
    #[command(flatten)]
    Change(Change),
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
            Self::Tree { of, on, json } => tree(&app.as_system(), of.as_deref(), on, json).await,
            Self::Lineage { code, from, until, json } => {
                lineage(&app.as_system(), &code, (from, until), json).await
            }
            Self::Deeds { json } => deeds::list(&app.as_system(), json).await,
            Self::Withdraw { deed } => {
                organisations::deeds::withdraw(&app.as_system(), deed).await.map_err(Failure::from)
            }
            Self::TakeBack { deed } => {
                organisations::deeds::take_back(&app.as_system(), deed).await.map_err(Failure::from)
            }
            Self::Change(change) => change.run(&app.as_system()).await,
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

async fn tree(ctx: &Ctx, of: Option<&str>, on: Option<Date>, json: bool) -> Result<(), Failure> {
    let mut branches = Vec::new();
    match (on, of) {
        (None, _) => {
            for place in places(ctx, of).await? {
                branches.push(organisations::tree(ctx, place).await?);
            }
        }
        (Some(on), Some(code)) => {
            let then = organisations::on_day(ctx, on).await?;
            branches.push(then.tree(then.find(code)?.id)?);
        }
        (Some(on), None) => {
            let then = organisations::on_day(ctx, on).await?;
            for root in then.roots() {
                branches.push(then.tree(root.id)?);
            }
        }
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

async fn lineage(
    ctx: &Ctx,
    code: &str,
    (from, until): (Option<Date>, Option<Date>),
    json: bool,
) -> Result<(), Failure> {
    let organisation = organisations::find_ever_by_code(ctx, code).await?;
    let view = organisations::lineage(ctx, organisation.id, from, until).await?;
    let lineage = OrganisationLineage::of(output::words(), &view);
    if json {
        return output::json(&lineage);
    }
    lineage.lines().try_for_each(|line| output::line(&line))
}

/// One line for each organisation, two spaces further in below each.
fn draw(branch: &Branch, depth: usize) -> Result<(), Failure> {
    let one = &branch.organisation;
    output::line(&format!("{:indent$}{}  {}", "", one.name, one.code, indent = depth * 2))?;
    branch.below.iter().try_for_each(|below| draw(below, depth + 1))
}
