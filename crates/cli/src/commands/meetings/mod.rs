//! `nennep meetings`: the meetings there are, and everything about one.

mod text;

use std::process::ExitCode;

use clap::Subcommand;
use nennep_app::{
    Ctx,
    meetings::{self, Filter, Listed},
    quality::{self, ScoreView},
};
use nennep_domain::{ids::MeetingId, time::Month};
use nennep_web::api::v1::{Meeting, MeetingLine};
use serde::Serialize;

use super::{Outcome, Shared, places::places};
use crate::output::{self, Failure, words};

/// Commands about meetings.
#[derive(Debug, Subcommand)]
pub(crate) enum Meetings {
    /// Meetings by month, those called off too
    List {
        /// Only of this cell, or of all cells below this organisation
        #[arg(long, value_name = "CODE")]
        cell: Option<String>,
        /// Only of this month
        #[arg(long, value_name = "YYYY-MM")]
        month: Option<Month>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Everything about one meeting: agenda, roll, remarks, motions with their denominators, tasks, score with evidence
    Show {
        /// The meeting's id
        meeting: MeetingId,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

/// One meeting whole, as the API gives it, and its score.
#[derive(Serialize)]
struct Whole {
    #[serde(flatten)]
    meeting: Meeting,
    score: ScoreView,
}

impl Meetings {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let app = shared.app().await?;
        let ctx = app.as_system();
        match self {
            Self::List { cell, month, json } => {
                let found = found(&ctx, cell.as_deref(), month).await?;
                if json {
                    output::json(&found.iter().map(MeetingLine::from).collect::<Vec<_>>())?;
                } else {
                    print(found.iter().map(|line| text::line(words(), line)))?;
                }
            }
            Self::Show { meeting, json } => {
                let view = meetings::show(&ctx, meeting).await?;
                let score = quality::show(&ctx, meeting).await?;
                if json {
                    output::json(&Whole { meeting: (&view).into(), score })?;
                } else {
                    print(text::whole(words(), &view, &score).into_iter())?;
                }
            }
        }
        app.store.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

/// Meetings within the organisation of that code, or within all, by month.
async fn found(ctx: &Ctx, code: Option<&str>, month: Option<Month>) -> Result<Vec<Listed>, Failure> {
    let mut found = Vec::new();
    for within in places(ctx, code).await? {
        let months = month.map(|month| (month, month));
        let asked = Filter { within, months, after: None, limit: u32::MAX, latest_first: false };
        found.extend(meetings::list(ctx, asked).await?);
    }
    Ok(found)
}

fn print(mut lines: impl Iterator<Item = String>) -> Result<(), Failure> {
    lines.try_for_each(|line| output::line(&line))
}
