//! `nennep rules`: the rules of a day, one rule's history, and the check of a pack.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use clap::Subcommand;
use jiff::civil::Date;
use nennep_domain::rules::Finding;

use super::{Outcome, Shared};
use crate::{
    output::{self, Failure, words},
    wiring,
};

/// Commands about rules.
#[derive(Debug, Subcommand)]
pub(crate) enum Rules {
    /// The rules in force on a day
    List {
        /// The day, YYYY-MM-DD
        #[arg(long, value_name = "DATE")]
        on: Date,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// One rule with all its values over time
    Show {
        /// The rule's key
        key: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Say what is wrong with a rule pack
    Check {
        /// The pack
        file: PathBuf,
    },
}

impl Rules {
    pub(super) fn run(self, shared: &Shared) -> Outcome {
        match self {
            Self::List { on, json } => {
                let listed = wiring::rules(&shared.load()?)?.list(on);
                if json {
                    output::json(&listed)?;
                } else {
                    for rule in &listed {
                        output::line(&format!(
                            "{:<48} {:<20} {}",
                            rule.key,
                            rule.value.to_string(),
                            rule.document
                        ))?;
                    }
                }
            }
            Self::Show { key, json } => {
                let book = wiring::rules(&shared.load()?)?;
                let history: Vec<_> =
                    book.history(&key).iter().map(nennep_domain::rules::Listed::from).collect();
                if history.is_empty() {
                    let known = words().with("rules-key-unknown", &[("key", key.as_str().into())]);
                    return Err(Failure::Refused(known));
                }
                if json {
                    output::json(&history)?;
                } else {
                    for rule in &history {
                        let to = rule.to.map_or_else(String::new, |to| to.to_string());
                        let text = format!(
                            "{} … {to:<10}  {}  {} {}",
                            rule.from, rule.value, rule.document, rule.article
                        );
                        output::line(&text)?;
                    }
                }
            }
            Self::Check { file } => {
                let text = std::fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
                let name =
                    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                refused(&file, &nennep_domain::rules::check(&text, &name))?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Refuses a pack with all that was found wrong in it, one line each; nothing where nothing was.
pub(super) fn refused(file: &Path, findings: &[Finding]) -> Result<(), Failure> {
    if findings.is_empty() {
        return Ok(());
    }
    let line = |finding: &Finding| {
        let (line, key, words) = (finding.line, &finding.key, words().say(&finding.sentence));
        format!("{}:{line}: {key}: {words}", file.display())
    };
    Err(Failure::Refused(findings.iter().map(line).collect::<Vec<_>>().join("\n")))
}
