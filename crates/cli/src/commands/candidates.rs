//! `nennep candidates`: a cell's list of outstanding persons, and one candidate's way to admission.

use std::process::ExitCode;

use clap::Subcommand;
use nennep_app::{
    Ctx, organisations,
    recruiting::{self, CandidateLine},
};
use nennep_domain::{ids::CandidateId, recruiting::Stride};
use nennep_web::api::v1::{Candidate, CandidateList};

use super::{Outcome, Shared};
use crate::output::{self, Failure, words};

/// Commands about candidates.
#[derive(Debug, Subcommand)]
pub(crate) enum Candidates {
    /// A cell's list, with its probationary members and reviews
    List {
        /// The code of the cell
        #[arg(long, value_name = "CODE")]
        cell: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// One candidate's file: every step as it stands today
    Show {
        /// The candidate's id
        candidate: CandidateId,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

impl Candidates {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let app = shared.app().await?;
        let done = match self {
            Self::List { cell, json } => list(&app.as_system(), &cell, json).await,
            Self::Show { candidate, json } => show(&app.as_system(), candidate, json).await,
        };
        app.store.close().await;
        done?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn list(ctx: &Ctx, code: &str, json: bool) -> Result<(), Failure> {
    let cell = organisations::find_by_code(ctx, code).await?.id;
    let list = recruiting::of_cell(ctx, cell).await?;
    if json {
        return output::json(&CandidateList::from(&list));
    }
    for one in &list.neglected {
        output::line(&words().one_of("recruiting-neglect", one.as_str()))?;
    }
    for line in list.listed.iter().chain(&list.admitted) {
        output::line(&in_words(line))?;
    }
    for one in &list.probationers {
        let due = words().date(one.due.on);
        let said = words().with("recruiting-recognition-by", &[("date", due.into())]);
        output::line(&format!("{:<32} {said}", one.name))?;
    }
    Ok(())
}

fn in_words(line: &CandidateLine) -> String {
    let next = line.summary.next.map(|step| words().one_of("recruiting-next", step.as_str()));
    let (done, needed) = (line.summary.done, line.summary.needed);
    format!("{:<32} {done:>2}/{needed:<3} {}", line.candidate.person.name, next.unwrap_or_default())
}

/// Prints the file; it is noted that the program read it.
async fn show(ctx: &Ctx, id: CandidateId, json: bool) -> Result<(), Failure> {
    let view = recruiting::show(ctx, id).await?;
    if json {
        return output::json(&Candidate::of(words(), &view));
    }
    output::line(&format!("{}  {}", view.file.candidate.person.name, view.cell.name))?;
    for stride in &view.way {
        output::line(&step(stride))?;
        for obstacle in &stride.obstacles {
            output::line(&format!("    {} ({})", words().say(&obstacle.sentence), obstacle.citation))?;
        }
    }
    Ok(())
}

fn step(stride: &Stride) -> String {
    let name = words().one_of("recruiting-step", stride.step.as_str());
    let state = words().one_of("recruiting-state", stride.state.as_str());
    let on = stride.on.map(|on| words().date(on)).unwrap_or_default();
    format!("  {name:<40} {state:<12} {on}")
}
