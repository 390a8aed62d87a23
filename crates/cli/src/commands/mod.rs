//! The commands, one file each.

mod config;
mod demo;
mod papers;
mod rules;
mod serve;

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
    /// Make a sample committee and serve it
    Demo(demo::Demo),
    /// The rules of the party as dated data
    #[command(subcommand)]
    Rules(rules::Rules),
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
            Command::Demo(command) => command.run(shared).await,
            Command::Rules(command) => command.run(shared),
            Command::Papers(command) => command.run(shared).await,
            Command::Config(command) => command.run(shared),
        }
    }
}
