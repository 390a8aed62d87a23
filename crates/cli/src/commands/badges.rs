//! `nennep badges list`: who is due for a party badge on a day of badges.

use std::process::ExitCode;

use clap::Subcommand;
use jiff::civil::Date;
use nennep_app::{
    Ctx, organisations,
    recognition::badges::{self, DueLine},
};
use nennep_domain::recognition::badges::BadgeGround;
use nennep_web::api::v1::BadgeDay;

use super::{Outcome, Shared};
use crate::output::{self, Failure, words};

/// Commands about party badges.
#[derive(Debug, Subcommand)]
pub(crate) enum Badges {
    /// Who is due or proposed on a day of badges, and what could come early
    List {
        /// The day of badges; the next one if not named
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<Date>,
        /// Only of this organisation and all below it
        #[arg(long, value_name = "CODE")]
        of: Option<String>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

impl Badges {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let Self::List { on, of, json } = self;
        let app = shared.app().await?;
        let done = list(&app.as_system(), on, of.as_deref(), json).await;
        app.store.close().await;
        done?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn list(ctx: &Ctx, on: Option<Date>, of: Option<&str>, json: bool) -> Result<(), Failure> {
    let within = match of {
        Some(code) => Some(organisations::find_by_code(ctx, code).await?.id),
        None => None,
    };
    let found = badges::list(ctx, within, on).await?;
    if json {
        return output::json(&BadgeDay::from(&found));
    }
    let (date, count) = (words().date(found.day), u32::try_from(found.due.len()).unwrap_or(u32::MAX));
    let values = [("date", date.as_str().into()), ("count", count.into())];
    output::line(&words().with("badges-sum", &values))?;
    for one in found.due.iter().chain(&found.posthumous) {
        line(one)?;
    }
    if !found.early.is_empty() {
        output::line(&words().t("badges-early"))?;
    }
    for one in &found.early {
        line(one)?;
    }
    Ok(())
}

fn line(one: &DueLine) -> Result<(), Failure> {
    let badge = words().with("badges-badge", &[("years", one.years.into())]);
    let ground = match one.ground {
        BadgeGround::Due => String::new(),
        other => format!("  {}", words().one_of("badges-ground", other.as_str())),
    };
    let last = one.proposal.as_ref().and_then(|view| view.kept.proposal.last());
    let step = last.map(|taken| format!("  {}", words().one_of("badges-step", taken.step.as_str())));
    let (name, cell, step) = (&one.name, &one.cell.name, step.unwrap_or_default());
    output::line(&format!("{badge}  {name}  {cell}{ground}{step}"))
}
