//! `nennep members`: who stands where on a day, one member's file, and the deeds in a member's life.

mod extract;
mod life;

use std::process::ExitCode;

use clap::Subcommand;
use jiff::civil::Date;
use nennep_app::{
    Ctx,
    members::{self, Filter},
};
use nennep_domain::{
    ids::MemberId,
    members::{MemberGrade, StandingState},
    time::{PartialDate, Precision},
};
use nennep_web::api::v1::Member;
use serde::Serialize;

use extract::{Check, Write};
use life::Change;

use super::{Outcome, Shared, places::places};
use crate::output::{self, Failure};

/// Commands about members.
#[derive(Debug, Subcommand)]
pub(crate) enum Members {
    /// The members who stand in a cell, or in all, by given name
    List {
        /// Only this cell, or this organisation and all below it
        #[arg(long, value_name = "CODE")]
        cell: Option<String>,
        /// On this day; today if not named
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<Date>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// One member's file, with where the member stood on a day
    Show {
        /// The member's id
        member: MemberId,
        /// On this day; today if not named
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<Date>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Write a signed extract of a member's file, to be carried to another cell
    Extract(Write),
    /// Say whether an extract is as it was signed; needs no store and no network
    Check(Check),
    /// The public key with which this installation signs, and its fingerprint
    Key {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    #[command(flatten)]
    Change(Box<Change>),
}

/// A member's file as the API gives it, and how the member stood on a day.
#[derive(Serialize)]
struct Whole {
    #[serde(flatten)]
    member: Member,
    on: Date,
    stands: Vec<Stand>,
}

/// How a member stood in one cell on a day.
#[derive(Serialize)]
struct Stand {
    cell_code: String,
    cell: String,
    grade: MemberGrade,
    state: StandingState,
    since: Date,
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
        if let Self::Check(check) = self {
            return check.run();
        }
        let app = shared.app().await?;
        let done = match self {
            Self::Check(_) => Ok(()),
            Self::Extract(write) => write.run(&app.as_system()).await,
            Self::Key { json } => extract::key(&app, json),
            Self::List { cell, on, json } => list(&app.as_system(), cell.as_deref(), on, json).await,
            Self::Show { member, on, json } => show(&app.as_system(), member, on, json).await,
            Self::Change(change) => change.run(&app.as_system()).await,
        };
        app.store.close().await;
        done?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn list(ctx: &Ctx, cell: Option<&str>, on: Option<Date>, json: bool) -> Result<(), Failure> {
    let mut lines = Vec::new();
    for place in places(ctx, cell).await? {
        let filter =
            Filter { within: place, on, words: "", state: None, grade: None, after: None, limit: u32::MAX };
        lines.extend(members::list(ctx, filter).await?.into_iter().map(|one| Line {
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
    if json {
        output::json(&lines)?;
    } else {
        for line in lines {
            output::line(&format!("{:<32} {:<14} {}", line.name, line.card_number, line.cell))?;
        }
    }
    Ok(())
}

/// Prints the file; it is noted that the program read it.
async fn show(ctx: &Ctx, id: MemberId, on: Option<Date>, json: bool) -> Result<(), Failure> {
    let view = members::show(ctx, id).await?;
    let on = on.unwrap_or_else(|| ctx.now().date());
    let holds = view.standings.iter().filter(|one| one.holds_on(on));
    let stands: Vec<Stand> = holds
        .map(|one| {
            let cell = view.organisations.iter().find(|cell| cell.id == one.cell);
            let (cell_code, cell) =
                cell.map(|cell| (cell.code.clone(), cell.name.clone())).unwrap_or_default();
            Stand { cell_code, cell, grade: one.grade, state: one.state, since: one.from_on }
        })
        .collect();
    if json {
        return output::json(&Whole { member: Member::from(&view), on, stands });
    }
    output::line(&format!("{}  {}", view.member.profile.full_name, view.member.profile.card_number))?;
    for stand in stands {
        output::line(&format!("  {}  {}  {}  {}", stand.cell, stand.grade, stand.state, stand.since))?;
    }
    Ok(())
}

fn known_part(date: PartialDate) -> String {
    let whole = date.date.to_string();
    match date.precision {
        Precision::Year => whole[..4].to_owned(),
        Precision::Month => whole[..7].to_owned(),
        Precision::Day => whole,
    }
}
