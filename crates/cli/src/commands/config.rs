//! `nennep config`: a file to start from, and the check of one.

use std::process::ExitCode;

use clap::Subcommand;

use super::{Outcome, Shared};
use crate::{config::Config, output, wiring};

/// Commands about the configuration.
#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Print a configuration with every value at its default
    Generate,
    /// Read the configuration and say what is wrong with it
    Check,
}

impl ConfigCommand {
    pub(super) fn run(self, shared: &Shared) -> Outcome {
        match self {
            Self::Generate => output::line(toml::to_string_pretty(&Config::default())?.trim_end())?,
            Self::Check => {
                let config = shared.load()?;
                wiring::rules(&config)?;
                wiring::rubrics(&config)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
