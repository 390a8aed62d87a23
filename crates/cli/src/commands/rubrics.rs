//! `nennep rubrics`: the rubrics by which meetings are scored, the check of one, and the score of a meeting.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::Subcommand;
use nennep_app::quality::{self, ScoreView};
use nennep_domain::{ids::MeetingId, rules::Hundredths};
use nennep_web::words::Words;

use super::{Outcome, Shared, rules::refused};
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
                    for line in lines(words(), &view) {
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

/// The sheet and its stages for a terminal: one line an item, its evidence below it.
fn lines(w: Words, view: &ScoreView) -> Vec<String> {
    let mut lines = vec![format!("{}, {}", view.cell, w.month(view.month))];
    lines.extend(view.no_rubric.iter().map(|why| w.say(why)));
    let Some(sheet) = &view.sheet else { return lines };
    let points = |points: Hundredths| w.points(points.get());
    for block in &sheet.blocks {
        lines.push(format!(
            "{:>6} / {:<5} {}",
            points(block.points),
            points(block.maximum),
            w.of_both(&block.title)
        ));
        for item in &block.items {
            let title = w.of_both(&item.title);
            lines.push(format!("{:>10} / {:<5} {title}", points(item.drawn.points), points(item.maximum)));
            lines.extend(item.drawn.evidence.iter().map(|said| format!("{:>20}{}", "", w.say(said))));
        }
    }
    let total = |name: String, of: Hundredths, grade: nennep_domain::quality::Grade| {
        format!("{:>6} {:<12} {name}", points(of), w.one_of("quality-grade", grade.as_str()))
    };
    lines.push(total(w.t("quality-column-program"), sheet.total, sheet.grade));
    let stages = view.stages.iter();
    lines.extend(
        stages.map(|one| total(w.one_of("quality-stage-name", one.stage.as_str()), one.total, one.grade)),
    );
    lines
}
