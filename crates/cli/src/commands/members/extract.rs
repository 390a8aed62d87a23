//! `nennep members extract | check | key`: a signed extract written, and checked without a store and without a network.

use std::{io::Read as _, path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::Args;
use nennep_app::{
    App, Ctx, Error,
    members::extract::{self, Checked, MOST_BYTES},
};
use nennep_domain::{
    ids::MemberId, members::extract::Extract, papers::letterhead::short_date, problems::Refusal as _,
};
use serde::Serialize;

use crate::{
    commands::Outcome,
    out::{self, Eyes},
    output::{self, Failure, words},
};

/// Options of `members extract`.
#[derive(Debug, Args)]
pub(crate) struct Write {
    /// The member's id
    member: MemberId,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Write {
    pub(super) async fn run(self, ctx: &Ctx) -> Result<(), Failure> {
        out::must_be_a_file(&self.out)?;
        let written = extract::write(ctx, self.member).await?;
        out::write(&self.out, written.text.as_bytes(), Eyes::Owner)?;
        output::line(&written.key.fingerprint())
    }
}

/// Options of `members check`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The extract
    file: PathBuf,
    /// The key or fingerprint it must be signed with: 30 digits, or nennep+…
    #[arg(long, value_name = "KEY", default_value = "")]
    key: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What a check found.
#[derive(Serialize)]
struct Found {
    /// Whether the file is as it was signed, by the key given where one was.
    proved: bool,
    /// The stable code of what is wrong.
    code: Option<&'static str>,
    /// What is wrong, in words.
    wrong: Option<String>,
    /// Whether the key was compared with one given; if not, whose it is, is not proved.
    key_compared: bool,
    key: Option<String>,
    fingerprint: Option<String>,
    extract: Option<Extract>,
}

impl Check {
    pub(super) fn run(self) -> Outcome {
        let file = std::fs::File::open(&self.file).with_context(|| format!("{}", self.file.display()))?;
        let mut bytes = Vec::new();
        let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
        file.take(most + 1).read_to_end(&mut bytes).with_context(|| format!("{}", self.file.display()))?;
        match extract::check(&bytes, &self.key) {
            Ok(checked) => {
                if self.json {
                    output::json(&proved(checked))?;
                } else {
                    say(&checked)?;
                }
                Ok(ExitCode::SUCCESS)
            }
            Err(error) if self.json => {
                output::json(&Found {
                    proved: false,
                    code: Some(error.code()),
                    wrong: Some(words().say(&error.sentence())),
                    key_compared: false,
                    key: None,
                    fingerprint: None,
                    extract: None,
                })?;
                Ok(ExitCode::from(1))
            }
            Err(error) => Err(Error::refused(error).into()),
        }
    }
}

fn proved(Checked { extract, key, is_compared }: Checked) -> Found {
    Found {
        proved: true,
        code: None,
        wrong: None,
        key_compared: is_compared,
        fingerprint: Some(key.fingerprint()),
        key: Some(key.to_text()),
        extract: Some(extract),
    }
}

fn say(checked: &Checked) -> Result<(), Failure> {
    let (w, extract, fingerprint) = (words(), &checked.extract, checked.key.fingerprint());
    let whole = [
        ("name", extract.particulars.full_name.as_str().into()),
        ("cell", extract.issuer.name.as_str().into()),
        ("date", short_date(extract.issued_on).into()),
    ];
    output::line(&w.with("extract-said-whole", &whole))?;
    let key = [("fingerprint", fingerprint.as_str().into())];
    let said = if checked.is_compared {
        w.with("extract-said-key", &key)
    } else {
        w.with("extract-said-no-key", &key)
    };
    output::line(&said)?;
    output::line(&w.t("extract-said-content"))
}

#[derive(Serialize)]
struct Key {
    key: String,
    fingerprint: String,
}

/// Prints the public key and its fingerprint.
pub(super) fn key(app: &App, json: bool) -> Result<(), Failure> {
    let key = extract::key(app);
    if json {
        return output::json(&Key { key: key.to_text(), fingerprint: key.fingerprint() });
    }
    output::line(&key.fingerprint())?;
    output::line(&key.to_text())
}
