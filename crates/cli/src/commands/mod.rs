//! The commands, one file each.

mod accounts;
mod backup;
mod badges;
mod candidates;
mod config;
mod decided;
mod demo;
mod doctor;
mod dues;
mod export;
mod import;
mod learning;
mod meetings;
mod members;
mod organisations;
mod papers;
mod places;
mod ratings;
mod registers;
mod rubrics;
mod rules;
mod score;
mod search;
mod serve;
mod signs;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use nennep_app::App;

use crate::{config::Config, output::Failure, wiring};

/// What every command gives.
pub(crate) type Outcome = Result<ExitCode, Failure>;

/// Nền Nếp: party-cell meetings, prepared, run, recorded, scored.
#[derive(Debug, Parser)]
#[command(name = "nennep", version, propagate_version = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    shared: Shared,
    #[command(subcommand)]
    command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Shared {
    /// The data folder of an embedded store (SQLite)
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// The configuration file
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "data")]
    pub(crate) config: Option<PathBuf>,
}

impl Shared {
    /// The configuration.
    pub(crate) fn load(&self) -> anyhow::Result<Config> {
        Config::load(self.config.as_deref(), self.data.as_deref())
    }

    /// The program as configured.
    pub(crate) async fn app(&self) -> anyhow::Result<App> {
        wiring::app(&self.load()?).await
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve pages and the API
    Serve(serve::Serve),
    /// Accounts: the first one, and a way back in
    #[command(subcommand)]
    Accounts(accounts::Accounts),
    /// Run jobs only, beside servers started with --without-jobs
    Worker,
    /// Look at everything the program needs, and say what to do where something is missing
    Doctor(doctor::Doctor),
    /// Write a whole copy of the embedded store, while it is in use
    Backup(backup::Backup),
    /// Say whether a copy is whole and what it holds
    CheckBackup(backup::Copy),
    /// Put a copy in the place of the embedded store; what was there is kept beside it
    Restore(backup::Copy),
    /// Make a sample committee and serve it
    Demo(demo::Demo),
    /// Take in a register from a spreadsheet: all lines or none
    Import(import::Import),
    /// Write a register out; it comes back unchanged
    Export(export::Export),
    /// Party organisations
    #[command(subcommand)]
    Organisations(organisations::Organisations),
    /// Members
    #[command(subcommand)]
    Members(members::Members),
    /// Outstanding persons and their way to admission
    #[command(subcommand)]
    Candidates(candidates::Candidates),
    /// Meetings
    #[command(subcommand)]
    Meetings(meetings::Meetings),
    /// Find people, organisations, meetings and issued papers
    Search(search::Search),
    /// The registers of a cell, for any day
    #[command(subcommand)]
    Registers(registers::Registers),
    /// Dues: who owes what, why, and who paid
    #[command(subcommand)]
    Dues(dues::Dues),
    /// The yearly rating of members and cells
    #[command(subcommand)]
    Ratings(ratings::Ratings),
    /// What follows from the register and wants attention
    #[command(subcommand)]
    Signs(signs::Signs),
    /// Party badges: who is due on which day
    #[command(subcommand)]
    Badges(badges::Badges),
    /// Classes, and secretaries without training
    #[command(subcommand)]
    Learning(learning::Learning),
    /// The rules of the party as dated data
    #[command(subcommand)]
    Rules(rules::Rules),
    /// The rubrics by which meetings are scored
    #[command(subcommand)]
    Rubrics(rubrics::Rubrics),
    /// The papers of a meeting
    #[command(subcommand)]
    Papers(papers::Papers),
    /// The configuration
    #[command(subcommand)]
    Config(config::ConfigCommand),
}

impl Cli {
    /// Runs the command.
    pub(crate) async fn run(self) -> Outcome {
        let shared = &self.shared;
        match self.command {
            Command::Serve(command) => command.run(shared).await,
            Command::Accounts(command) => command.run(shared).await,
            Command::Worker => serve::work(shared).await,
            Command::Doctor(command) => command.run(shared).await,
            Command::Backup(command) => command.run(shared).await,
            Command::CheckBackup(command) => command.check(shared).await,
            Command::Restore(command) => command.restore(shared).await,
            Command::Demo(command) => command.run(shared).await,
            Command::Import(command) => command.run(shared).await,
            Command::Export(command) => command.run(shared).await,
            Command::Organisations(command) => command.run(shared).await,
            Command::Members(command) => command.run(shared).await,
            Command::Candidates(command) => command.run(shared).await,
            Command::Meetings(command) => command.run(shared).await,
            Command::Search(command) => command.run(shared).await,
            Command::Registers(command) => command.run(shared).await,
            Command::Dues(command) => command.run(shared).await,
            Command::Ratings(command) => command.run(shared).await,
            Command::Signs(command) => command.run(shared).await,
            Command::Badges(command) => command.run(shared).await,
            Command::Learning(command) => command.run(shared).await,
            Command::Rules(command) => command.run(shared),
            Command::Rubrics(command) => command.run(shared).await,
            Command::Papers(command) => command.run(shared).await,
            Command::Config(command) => command.run(shared),
        }
    }
}
