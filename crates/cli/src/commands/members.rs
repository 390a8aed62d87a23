//! `nennep members`: who stands where today.

use std::process::ExitCode;

use clap::Subcommand;
use jiff::civil::Date;
use nennep_app::members::{self, Filter};
use nennep_domain::{
    ids::MemberId,
    members::{MemberGrade, StandingState},
    time::{PartialDate, Precision},
};
use serde::Serialize;

use super::{Outcome, Shared, places::places};
use crate::output;

/// Commands about members.
#[derive(Debug, Subcommand)]
pub(crate) enum Members {
    /// The members who stand in a cell, or in all, by given name
    List {
        /// Only this cell, or this organisation and all below it
        #[arg(long, value_name = "CODE")]
        cell: Option<String>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Serialize)]
struct Line {
    id: MemberId,
    name: String,
    /// `1980-11-05`, or as much of it as is known.
    born_on: Option<String>,
    card_number: String,
    cell_code: String,
    cell: String,
    grade: MemberGrade,
    state: StandingState,
    since: Date,
}

impl Members {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let Self::List { cell, json } = self;
        let app = shared.app().await?;
        let ctx = app.as_system();
        let mut lines = Vec::new();
        for place in places(&ctx, cell.as_deref()).await? {
            let filter = Filter {
                within: place,
                on: None,
                words: "",
                state: None,
                grade: None,
                after: None,
                limit: u32::MAX,
            };
            lines.extend(members::list(&ctx, filter).await?.into_iter().map(|one| Line {
                id: one.member,
                name: one.name,
                born_on: one.born_on.map(known_part),
                card_number: one.card_number,
                cell_code: one.cell_code,
                cell: one.cell_name,
                grade: one.grade,
                state: one.state,
                since: one.since,
            }));
        }
        app.store.close().await;
        if json {
            output::json(&lines)?;
        } else {
            for line in lines {
                output::line(&format!("{:<32} {:<14} {}", line.name, line.card_number, line.cell))?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn known_part(date: PartialDate) -> String {
    let whole = date.date.to_string();
    match date.precision {
        Precision::Year => whole[..4].to_owned(),
        Precision::Month => whole[..7].to_owned(),
        Precision::Day => whole,
    }
}
