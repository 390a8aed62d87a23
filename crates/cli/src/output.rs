//! What a command says: results on standard output, what went wrong on standard error, and the exit code.
//!
//! 0: done. 1: refused, nothing was changed. 2: cannot run at all.

use std::{io::Write as _, process::ExitCode};

use nennep_app::{Error, StoreError};
use nennep_domain::problems::Sentence;
use nennep_web::words::{Locale, Words};
use serde::Serialize;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Refused: words for a person.
    Refused(String),
    /// It cannot run.
    CannotRun(anyhow::Error),
}

impl Failure {
    /// Says so on standard error and gives the exit code.
    pub(crate) fn report(&self) -> ExitCode {
        match self {
            Self::Refused(words) => {
                let _ = writeln!(std::io::stderr(), "nennep: {words}");
                ExitCode::from(1)
            }
            Self::CannotRun(error) => cannot_run(error),
        }
    }
}

/// Says that a command cannot run, and why.
pub(crate) fn cannot_run(error: &anyhow::Error) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "nennep: {error:#}");
    ExitCode::from(2)
}

impl Failure {
    fn of_store(error: anyhow::Error) -> Self {
        match error.downcast_ref::<StoreError>() {
            Some(StoreError::DiskFull(_)) => {
                Self::CannotRun(anyhow::Error::msg(words().t("error-disk-full")))
            }
            _ => Self::CannotRun(error),
        }
    }
}

impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        let error: anyhow::Error = error.into();
        match error.downcast::<Error>() {
            Ok(Error::Refused(refusal)) => {
                let citation =
                    refusal.citation().map_or_else(String::new, |citation| format!(" ({citation})"));
                Self::Refused(format!("{}{citation}", words().say(&refusal.sentence())))
            }
            Ok(Error::Invalid(problems)) => {
                let say = |sentence: &Sentence| words().say(sentence);
                let lines = problems.0.iter().map(|problem| match problem.field {
                    "" => say(&problem.sentence),
                    field => format!("{field}: {}", say(&problem.sentence)),
                });
                Self::Refused(lines.collect::<Vec<_>>().join("\n"))
            }
            Ok(Error::NotFound) => Self::Refused(words().t("command-not-found")),
            Ok(Error::Forbidden | Error::SignedOut) => Self::Refused(words().t("error-403-what")),
            Ok(Error::Busy(error @ StoreError::DiskFull(_))) => Self::of_store(error.into()),
            Ok(other) => Self::CannotRun(other.into()),
            // A store that is only being opened says so itself.
            Err(error) => Self::of_store(error),
        }
    }
}

/// The words of the command line: the language of the terminal, Vietnamese where it does not say.
pub(crate) fn words() -> Words {
    #[expect(clippy::disallowed_methods, reason = "only the command line reads the environment")]
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|tag| !tag.is_empty()));
    Words::of(tag.and_then(|tag| Locale::from_tag(&tag)).unwrap_or(Locale::Vi))
}

/// Prints one JSON value on standard output.
pub(crate) fn json(value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value)?;
    line(&text)
}

/// Prints a line on standard output. A reader that has gone (`| head`) is no failure.
pub(crate) fn line(text: &str) -> Result<(), Failure> {
    match writeln!(std::io::stdout().lock(), "{text}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
