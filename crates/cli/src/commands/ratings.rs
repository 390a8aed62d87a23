//! `nennep ratings`: the yearly ratings of a cell, or of a committee and all below it.

use std::process::ExitCode;

use clap::Subcommand;
use nennep_app::{
    Ctx, organisations,
    ratings::{self, CellSheet, CommitteeSheet, MemberLine},
};
use nennep_domain::ratings::{Level, StepKind, Tally};
use nennep_web::api::v1::{CellRatings, CommitteeRatings};

use super::{Outcome, Shared};
use crate::output::{self, Failure, words};

/// Commands about yearly ratings.
#[derive(Debug, Subcommand)]
pub(crate) enum Ratings {
    /// The sheet of a year: of a cell member by member, of a committee by rounds and cells
    Sheet {
        /// The code of the cell
        #[arg(long, value_name = "CODE", required_unless_present = "of", conflicts_with = "of")]
        cell: Option<String>,
        /// The code of a committee organisation
        #[arg(long, value_name = "CODE")]
        of: Option<String>,
        /// The year; the last one with a round if not named
        #[arg(long, value_name = "YYYY")]
        year: Option<i16>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

impl Ratings {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let Self::Sheet { cell, of, year, json } = self;
        let app = shared.app().await?;
        let ctx = app.as_system();
        let done = match (cell, of) {
            (Some(code), _) => of_cell(&ctx, &code, year, json).await,
            (None, Some(code)) => of_committee(&ctx, &code, year, json).await,
            (None, None) => Ok(()),
        };
        app.store.close().await;
        done?;
        Ok(ExitCode::SUCCESS)
    }
}

fn level(level: Option<Level>) -> String {
    level.map_or_else(|| "-".to_owned(), |level| words().one_of("ratings-level-short", level.as_str()))
}

async fn of_cell(ctx: &Ctx, code: &str, year: Option<i16>, json: bool) -> Result<(), Failure> {
    let cell = organisations::find_by_code(ctx, code).await?;
    let sheet: CellSheet = ratings::cell_sheet(ctx, cell.id, year).await?;
    if json {
        return output::json(&CellRatings::from(&sheet));
    }
    output::line(&format!("{}, {}", sheet.cell.name, sheet.year))?;
    let itself = if sheet.cell.kind.meets() { "ratings-the-cell" } else { "ratings-the-organisation" };
    for line in sheet.lines.iter().chain(&sheet.own) {
        let of = |kind| line.step(kind).and_then(|step| step.body.level);
        let name = line.rated.as_ref().map_or_else(|| words().t(itself), |rated| rated.name.clone());
        let (own, proposed, decided) = (of(StepKind::SelfRating), of(StepKind::Vote), decided(line));
        output::line(&format!("  {:<12}{:<12}{:<12}{name}", level(own), level(proposed), decided))?;
    }
    Ok(())
}

fn decided(line: &MemberLine) -> String {
    match line.step(StepKind::Decision).map(|step| step.body.level) {
        Some(None) => words().t("ratings-left-out"),
        Some(decided) => level(decided),
        None => "-".to_owned(),
    }
}

async fn of_committee(ctx: &Ctx, code: &str, year: Option<i16>, json: bool) -> Result<(), Failure> {
    let organisation = organisations::find_by_code(ctx, code).await?;
    let sheet: CommitteeSheet = ratings::committee_sheet(ctx, organisation.id, year).await?;
    if json {
        return output::json(&CommitteeRatings::from(&sheet));
    }
    output::line(&format!("{}, {}", sheet.organisation.name, sheet.year))?;
    for line in &sheet.rounds {
        let ceiling = line.ceiling.as_ref().map(|one| format!("{}/{}", one.used, one.allowed));
        let (levels, name) = (levels(&line.members), &line.organisation.name);
        output::line(&format!("{levels}  {:>9}  {name}", ceiling.unwrap_or_default()))?;
    }
    for line in &sheet.cells {
        output::line(&format!(
            "{}  {:>9}  {}",
            levels(&line.members),
            level(line.own_level),
            line.cell.name
        ))?;
    }
    Ok(())
}

/// Levels counted, best first, and those not decided.
fn levels(tally: &Tally) -> String {
    let counts = Level::ALL.iter().map(|level| format!("{:>6}", tally.of(*level)));
    format!("{}{:>6}", counts.collect::<String>(), tally.open)
}
