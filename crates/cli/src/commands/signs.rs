//! `nennep signs`: what follows from the register and wants attention.

use std::process::ExitCode;

use clap::Subcommand;
use nennep_app::{Ctx, organisations, signs};
use nennep_web::api::v1::Sign;

use super::{Outcome, Shared};
use crate::output::{self, Failure, words};

/// Commands about signs.
#[derive(Debug, Subcommand)]
pub(crate) enum Signs {
    /// Signs of cells and members, the heaviest first
    List {
        /// Only of this organisation and all below it
        #[arg(long, value_name = "CODE")]
        of: Option<String>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

impl Signs {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let Self::List { of, json } = self;
        let app = shared.app().await?;
        let done = list(&app.as_system(), of.as_deref(), json).await;
        app.store.close().await;
        done?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn list(ctx: &Ctx, of: Option<&str>, json: bool) -> Result<(), Failure> {
    let within = match of {
        Some(code) => Some(organisations::find_by_code(ctx, code).await?.id),
        None => None,
    };
    let found = signs::list(ctx, within).await?;
    if json {
        return output::json(&found.iter().map(|view| Sign::of(words(), view)).collect::<Vec<_>>());
    }
    for view in &found {
        let weight = words().one_of("signs-weight", view.sign.weight.as_str());
        let kind = words().one_of("signs-kind", view.sign.kind.as_str());
        let name = view.name.as_deref().unwrap_or_default();
        output::line(&format!("{weight}  {kind}  {}  {name}", view.organisation.name))?;
        output::line(&format!("    {}", words().say(&view.sign.sentence)))?;
    }
    Ok(())
}
