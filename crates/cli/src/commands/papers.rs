//! `nennep papers`: a meeting's papers as files.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Subcommand, ValueEnum};
use nennep_app::papers::{self, Format, Invitee, Printed};
use nennep_domain::{ids::MeetingId, papers::PaperType};
use serde::Serialize;

use super::{Outcome, Shared};
use crate::{
    out::{self, Eyes},
    output::{self, words},
};

/// Commands about papers.
#[derive(Debug, Subcommand)]
pub(crate) enum Papers {
    /// Print a paper of a meeting into a file: adopted and issued papers as they were frozen, all else as it stands now.
    /// Exit code 0: written; 1: refused; 2: cannot run
    Print(Print),
}

/// Options of `papers print`.
#[derive(Debug, clap::Args)]
pub(crate) struct Print {
    /// The meeting's id, as in the address of its page
    meeting: MeetingId,
    /// Which paper: minutes, resolution, invitation, attendance, agenda, roll (the blank form for a meeting on paper)
    #[arg(long = "type", value_name = "TYPE", value_parser = paper_type)]
    paper: PaperType,
    /// PDF to print and keep, DOCX to go on writing
    #[arg(long, value_enum)]
    format: Form,
    /// The file; written beside and then put in its place, so whole or not at all
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// To whom an invitation is made out; without it a line is left for the name
    #[arg(long, value_name = "NAME")]
    to: Option<String>,
    /// Print one JSON value: file, bytes, pages, letters the fonts lack
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    Pdf,
    Docx,
}

fn paper_type(word: &str) -> Result<PaperType, String> {
    let known = || PaperType::ALL.iter().map(|paper| paper.as_str()).collect::<Vec<_>>().join(", ");
    word.parse().map_err(|_| known())
}

#[derive(Serialize)]
struct Written<'a> {
    file: &'a Path,
    bytes: usize,
    pages: Option<usize>,
    unprintable: String,
}

impl Papers {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        match self {
            Self::Print(print) => print.run(shared).await,
        }
    }
}

impl Print {
    async fn run(self, shared: &Shared) -> Outcome {
        out::must_be_a_file(&self.out)?;
        let app = shared.app().await?;
        let format = match self.format {
            Form::Pdf => Format::Pdf,
            Form::Docx => Format::Docx,
        };
        let to = self.to.map_or(Invitee::Open, |name| Invitee::Named { name, role: String::new() });
        let printed = papers::print(&app.as_system(), self.meeting, self.paper, format, &to).await;
        app.store.close().await;
        let printed = printed?;
        out::write(&self.out, &printed.bytes, Eyes::Anybody)?;
        say(&self.out, &printed, self.json)?;
        Ok(ExitCode::SUCCESS)
    }
}

fn say(out: &Path, printed: &Printed, json: bool) -> Result<(), output::Failure> {
    let unprintable: String = printed.unprintable.iter().collect();
    if !unprintable.is_empty() {
        let warning = words().with("papers-unprintable", &[("letters", unprintable.as_str().into())]);
        writeln!(std::io::stderr(), "nennep: {warning}")?;
    }
    if json {
        let (bytes, pages) = (printed.bytes.len(), printed.pages);
        output::json(&Written { file: out, bytes, pages, unprintable })?;
    }
    Ok(())
}
