//! `nennep rubrics`: the rubrics by which meetings are scored, the check of one, and the score of a meeting.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::Subcommand;
use nennep_app::quality;
use nennep_domain::ids::MeetingId;

use super::{Outcome, Shared, rules::refused, score};
use crate::{
    output::{self, words},
    wiring,
};

/// Commands about rubrics.
#[derive(Debug, Subcommand)]
pub(crate) enum Rubrics {
    /// The rubrics there are, with the days they hold
    List,
    /// Say what is wrong with a rubric
    Check {
        /// The rubric, as TOML
        file: PathBuf,
    },
    /// The score of a meeting: what the program proposes with its evidence, and every stage entered
    Score {
        /// The meeting's id
        meeting: MeetingId,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

impl Rubrics {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        match self {
            Self::List => list(shared)?,
            Self::Check { file } => {
                let text = std::fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
                let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
                refused(&file, &nennep_domain::quality::check(&text, &name.unwrap_or_default()))?;
            }
            Self::Score { meeting, json } => {
                let app = shared.app().await?;
                let view = quality::show(&app.as_system(), meeting).await?;
                if json {
                    output::json(&view)?;
                } else {
                    for line in score::lines(words(), &view) {
                        output::line(&line)?;
                    }
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn list(shared: &Shared) -> Result<(), output::Failure> {
    let w = words();
    for rubric in wiring::rubrics(&shared.load()?)?.all() {
        let to = rubric.to.map_or_else(String::new, |to| to.to_string());
        let title = w.of_both(&rubric.title);
        output::line(&format!(
            "{:<16} {} … {to:<10}  {title} ({})",
            rubric.code, rubric.from, rubric.citation
        ))?;
    }
    Ok(())
}
