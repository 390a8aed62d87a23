//! `nennep learning list`: the classes of a year, and secretaries without training.

use std::process::ExitCode;

use clap::Subcommand;
use nennep_app::{Ctx, learning, organisations};
use nennep_domain::ids::OrganisationId;
use nennep_web::api::v1::ClassYear;

use super::{Outcome, Shared};
use crate::output::{self, Failure, words};

/// Commands about classes.
#[derive(Debug, Subcommand)]
pub(crate) enum Learning {
    /// The classes held in a year, with how many learnt
    List {
        /// The organisation; all below it too
        #[arg(long, value_name = "CODE")]
        of: String,
        /// The year; this one if not named
        #[arg(long, value_name = "YYYY")]
        year: Option<i16>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Secretaries and deputies without a certificate of a class for secretaries
    Untrained {
        /// The organisation; all below it too
        #[arg(long, value_name = "CODE")]
        of: String,
    },
}

impl Learning {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let app = shared.app().await?;
        let ctx = app.as_system();
        let done = match self {
            Self::List { of, year, json } => list(&ctx, &of, year, json).await,
            Self::Untrained { of } => untrained(&ctx, &of).await,
        };
        app.store.close().await;
        done?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn found(ctx: &Ctx, code: &str) -> Result<OrganisationId, Failure> {
    Ok(organisations::find_by_code(ctx, code).await?.id)
}

async fn list(ctx: &Ctx, of: &str, year: Option<i16>, json: bool) -> Result<(), Failure> {
    let year = year.unwrap_or_else(|| ctx.now().date().year());
    let found = learning::year(ctx, found(ctx, of).await?, year).await?;
    if json {
        return output::json(&ClassYear::from(&found));
    }
    for one in &found.classes {
        let kind = words().one_of("learning-kind", one.class.kind.as_str());
        let values = [("learners", one.learners.into()), ("certified", one.certified.into())];
        let counts = words().with("learning-counts", &values);
        output::line(&format!("{}  {}  {kind}  {counts}", words().date(one.class.from_on), one.class.title))?;
    }
    Ok(())
}

async fn untrained(ctx: &Ctx, of: &str) -> Result<(), Failure> {
    let (lines, _) = learning::untrained(ctx, found(ctx, of).await?).await?;
    for one in &lines {
        let office = words().one_of("offices-office", one.office.as_str());
        output::line(&format!("{office}  {}  {}", one.name, one.organisation.name))?;
    }
    Ok(())
}
