//! `nennep dues`: a cell's dues book of a month.

use std::process::ExitCode;

use clap::Subcommand;
use nennep_app::{Ctx, dues, organisations};
use nennep_domain::time::Month;
use nennep_web::api::v1::DuesBook;

use super::{Outcome, Shared};
use crate::output::{self, Failure, words};

/// Commands about dues.
#[derive(Debug, Subcommand)]
pub(crate) enum Dues {
    /// Who owes what in a month, why, and who paid
    List {
        /// The code of the cell
        #[arg(long, value_name = "CODE")]
        cell: String,
        /// The month; the present one if not named
        #[arg(long, value_name = "YYYY-MM")]
        month: Option<Month>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

impl Dues {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let Self::List { cell, month, json } = self;
        let app = shared.app().await?;
        let done = list(&app.as_system(), &cell, month, json).await;
        app.store.close().await;
        done?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn list(ctx: &Ctx, cell: &str, month: Option<Month>, json: bool) -> Result<(), Failure> {
    let cell = organisations::find_by_code(ctx, cell).await?.id;
    let month = month.unwrap_or_else(|| Month::of(ctx.now().date()));
    let book = dues::of_cell(ctx, cell, month).await?;
    if json {
        return output::json(&DuesBook::of(words(), &book));
    }
    let dong = |amount: i64| words().with("dues-dong", &[("dong", amount.into())]);
    for line in &book.lines {
        let owed = line.paid.owed.map_or_else(|| words().t("dues-stands-unknown"), dong);
        output::line(&format!("{}  {owed}  {}", line.name, dong(line.paid.paid)))?;
        if let Some(said) = &line.said {
            output::line(&format!("    {}", words().say(said)))?;
        }
    }
    let total = [("dong", book.collected.into())];
    output::line(&words().with("dues-fact-collected", &total))
}
