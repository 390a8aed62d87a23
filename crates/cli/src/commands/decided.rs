//! The day a deed takes effect, and the decision it rests on, as every command that records one asks for them.

use clap::Args;
use jiff::civil::Date;
use nennep_app::{Ctx, Error};
use nennep_domain::{decisions::Decision, problems::Problems};

use crate::output::Failure;

/// When a deed takes effect, and the decision it rests on.
#[derive(Debug, Clone, Args)]
pub(crate) struct When {
    /// The day it takes effect; today if not named. On a day to come it is done when the day comes
    #[arg(long, value_name = "YYYY-MM-DD")]
    on: Option<Date>,
    /// The number of the decision it rests on
    #[arg(long, value_name = "NUMBER")]
    decision: String,
    /// The day of the decision; the day of effect if not named
    #[arg(long, value_name = "YYYY-MM-DD")]
    decided_on: Option<Date>,
    /// Who decided
    #[arg(long, value_name = "NAME", default_value = "")]
    decided_by: String,
    /// Say what would change, and write nothing
    #[arg(long)]
    pub(crate) preview: bool,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

impl When {
    /// The day it takes effect.
    pub(crate) fn on(&self, ctx: &Ctx) -> Date {
        self.on.unwrap_or_else(|| ctx.now().date())
    }

    /// The decision, for a deed that takes effect on a day.
    pub(crate) fn decision(&self, on: Date) -> Result<Decision, Failure> {
        let checked = Decision::check(&self.decision, self.decided_on.unwrap_or(on), &self.decided_by, on);
        Ok(checked.map_err(|(field, sentence)| Error::Invalid(Problems::one(field, sentence)))?)
    }
}
