//! `nennep search`: people, organisations, meetings and issued papers by words, numbers and months.

use std::process::ExitCode;

use nennep_app::search;
use nennep_web::api::v1::Found;

use super::{Outcome, Shared};
use crate::output;

/// What to look for.
#[derive(Debug, clap::Args)]
pub(crate) struct Search {
    /// Words of a name, a card number, a code, a month such as 9/2026, a paper's number such as 05-NQ; diacritics may be left out
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Search {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let app = shared.app().await?;
        let found = search::search(&app.as_system(), &self.words.join(" ")).await?;
        app.store.close().await;
        if self.json {
            output::json(&Found::from(&found))?;
            return Ok(ExitCode::SUCCESS);
        }
        for one in &found.people {
            output::line(&format!("{:<32} {:<14} {}", one.name, one.card_number, one.cell_name))?;
        }
        for one in &found.organisations {
            output::line(&format!("{:<32} {}", one.code, one.name))?;
        }
        for one in &found.meetings {
            output::line(&format!("{} {} {}", one.meeting.id, one.meeting.month, one.cell_name))?;
        }
        for one in &found.papers {
            let paper = &one.line;
            output::line(&format!(
                "{:<32} {} {}",
                paper.reference, paper.paper.issued_on, one.organisation_name
            ))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}
