//! `nennep import`: a register taken in from a spreadsheet, or only looked at.
//!
//! 0: every line is taken, or can be. 1: something was refused, and nothing is written. 2: the file cannot be used.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Context as _, anyhow};
use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};
use nennep_app::{
    Ctx, Error,
    imports::{self, ByHand, File, Review},
};
use nennep_domain::sheets::letters;
use serde::Serialize;

use super::{Outcome, Shared};
use crate::output::{self, Failure, words};

/// Options of `import`.
#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// What the file is a register of
    kind: Kind,
    /// An XLSX, XLS, ODS or CSV file
    file: PathBuf,
    /// The cell of members whose line names none; the organisation above those whose line names none
    #[arg(long, value_name = "CODE")]
    into: Option<String>,
    /// What a column holds whose heading is not known, e.g. `C=born_on`; empty to leave it out
    #[arg(long = "map", value_name = "COLUMN=FIELD", value_parser = mapped)]
    map: Vec<(u32, String)>,
    /// Only say what would be done
    #[arg(long)]
    dry_run: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What a file is a register of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// Party organisations
    Organisations,
    /// Members
    Members,
}

impl Kind {
    pub(super) const fn in_app(self) -> imports::Kind {
        match self {
            Self::Organisations => imports::Kind::Organisations,
            Self::Members => imports::Kind::Members,
        }
    }
}

/// `C=born_on`: the column's letters and the field's word.
fn mapped(text: &str) -> Result<(u32, String), String> {
    let (column, field) = text.split_once('=').ok_or("COLUMN=FIELD")?;
    let column = column.trim().to_uppercase();
    let index = (0..256).find(|index| letters(*index) == column).ok_or_else(|| format!("{column}?"))?;
    Ok((index, field.trim().to_owned()))
}

/// The lines of a preview that are printed one by one.
const PRINTED: usize = 50;

#[derive(Serialize)]
struct Answer {
    rows: usize,
    added: usize,
    changed: usize,
    unchanged: usize,
    refused: usize,
    problems: Vec<Problem>,
}

#[derive(Serialize)]
struct Problem {
    row: u32,
    column: String,
    value: String,
    reason: String,
    remedy: String,
}

impl Import {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let bytes =
            std::fs::read(&self.file).with_context(|| format!("{} cannot be read", self.file.display()))?;
        let app = shared.app().await?;
        let ctx = app.as_system();
        let file = self.as_file(&ctx, bytes).await?;
        let review = match self.review(&ctx, &file).await {
            Err(Error::Refused(refusal)) => {
                return Err(Failure::CannotRun(anyhow!(words().say(&refusal.sentence()))));
            }
            review => review?,
        };
        app.store.close().await;
        if let Some(unusable) = &review.unusable {
            return Err(Failure::CannotRun(anyhow!(words().say(unusable))));
        }
        if self.json {
            output::json(&Answer::of(&review))?;
        } else {
            print(&review, self.dry_run)?;
        }
        Ok(if review.counts.refused == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }

    async fn as_file(&self, ctx: &Ctx, bytes: Vec<u8>) -> Result<File, Failure> {
        let kind = self.kind.in_app();
        let into = match &self.into {
            Some(code) => Some(imports::destination(ctx, kind, code).await?),
            None => None,
        };
        let columns: ByHand = self.map.iter().cloned().collect();
        let known = imports::fields(kind);
        if let Some(word) =
            columns.values().find(|word| !word.is_empty() && known.iter().all(|(field, _)| field != word))
        {
            let fields: Vec<_> = known.iter().map(|(field, _)| *field).collect();
            return Err(Failure::CannotRun(anyhow!("--map: {word:?} is none of {}", fields.join(", "))));
        }
        let name = self.file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(File { kind, name, bytes: bytes.into(), into, columns })
    }

    async fn review(&self, ctx: &Ctx, file: &File) -> Result<Review, Error> {
        if self.dry_run {
            return imports::preview(ctx, file).await;
        }
        let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} {eta}").map_err(Error::fault)?;
        let bar = ProgressBar::new(0).with_style(style).with_message(words().t("import-writing"));
        let mut told = |done, all| {
            bar.set_length(u64::try_from(all).unwrap_or(0));
            bar.set_position(u64::try_from(done).unwrap_or(0));
        };
        let review = imports::take(ctx, file, &mut told).await;
        bar.finish_and_clear();
        review
    }
}

impl Answer {
    fn of(review: &Review) -> Self {
        let counts = &review.counts;
        let problems = review.problems.iter().map(|problem| Problem {
            row: problem.row,
            column: problem.column.clone(),
            value: problem.value.clone(),
            reason: words().say(&problem.reason),
            remedy: words().say(&problem.remedy),
        });
        Self {
            rows: counts.rows,
            added: counts.added,
            changed: counts.changed,
            unchanged: counts.unchanged,
            refused: counts.refused,
            problems: problems.collect(),
        }
    }
}

/// Prints a review for a person: what changes, what is wrong, the numbers, and whether it was done.
fn print(review: &Review, dry_run: bool) -> Result<(), Failure> {
    let w = words();
    let value = |list: Option<&str>, value: &str| match (list, value.split_once(' ')) {
        (_, _) if value.is_empty() => "–".to_owned(),
        (Some(list), Some((word, rest))) => format!("{} {rest}", w.one_of(list, word)),
        (Some(list), None) => w.one_of(list, value),
        (None, _) => value.to_owned(),
    };
    for line in review.changed.iter().take(PRINTED) {
        output::line(&format!("{}: {}", w.with("import-row", &[("row", line.row.into())]), line.name))?;
        for one in &line.changes {
            let (old, new) = (value(one.list, &one.old), value(one.list, &one.new));
            output::line(&format!("  {}: {old} → {new}", w.say(&one.label)))?;
        }
    }
    for problem in review.problems.iter().take(PRINTED) {
        let place = w.with("import-row", &[("row", problem.row.into())]);
        let column = if problem.column.is_empty() { String::new() } else { format!(", {}", problem.column) };
        let value =
            if problem.value.is_empty() { String::new() } else { format!(" “{}”", problem.value) };
        output::line(&format!("{place}{column}{value}: {}", w.say(&problem.reason)))?;
        output::line(&format!("  → {}", w.say(&problem.remedy)))?;
    }
    let hidden = review.problems.len().saturating_sub(PRINTED);
    if hidden > 0 {
        output::line(&w.with("import-more-problems", &[("count", hidden.into())]))?;
    }
    let counts = &review.counts;
    output::line(&w.with(
        "import-counted",
        &[
            ("rows", counts.rows.into()),
            ("added", counts.added.into()),
            ("changed", counts.changed.into()),
            ("unchanged", counts.unchanged.into()),
            ("refused", counts.refused.into()),
        ],
    ))?;
    output::line(&w.t(match (counts.refused, dry_run) {
        (0, false) => "import-said-taken",
        (0, true) => "import-said-would",
        _ => "import-said-refused",
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_by_their_letters() {
        assert_eq!(mapped("c=born_on"), Ok((2, "born_on".to_owned())));
        assert_eq!(mapped("AA="), Ok((26, String::new())));
        assert!(mapped("3=born_on").is_err());
        assert!(mapped("C").is_err());
    }
}
