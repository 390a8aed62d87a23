//! `nennep doctor`: looks at everything the program needs, and says what to do where something is missing.

use std::{os::unix::fs::PermissionsExt as _, path::Path, process::ExitCode};

use nennep_app::health::{self, Finding, State};
use nennep_documents::papers::{Template, print};
use nennep_domain::{problems::Sentence, time::Instant};
use serde::Serialize;

use super::{Outcome, Shared};
use crate::{
    config::Config,
    output::{self, words},
    wiring,
};

/// Options of `doctor`.
#[derive(Debug, clap::Args)]
pub(crate) struct Doctor {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Said {
    check: &'static str,
    state: State,
    found: String,
    remedy: Option<String>,
}

impl Doctor {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let config = shared.load()?;
        let mut findings = vec![rules(&config), fonts(), mail(&config), address(&config)];
        if config.database.url.is_none() {
            findings.push(room(&config.database.folder));
        }
        findings.extend(key(&config));
        findings.extend(store(&config).await);
        let broken = findings.iter().any(|one| one.state == State::Broken);
        let said: Vec<Said> = findings.iter().map(said).collect();
        if self.json {
            output::json(&said)?;
        } else {
            for one in &said {
                output::line(&line(one))?;
            }
        }
        Ok(ExitCode::from(u8::from(broken)))
    }
}

fn said(finding: &Finding) -> Said {
    let say = |sentence: &Sentence| words().say(sentence);
    Said {
        check: finding.check,
        state: finding.state,
        found: say(&finding.found),
        remedy: finding.remedy.as_ref().map(say),
    }
}

fn line(said: &Said) -> String {
    let mark = match said.state {
        State::Good => "✓",
        State::Warning => "!",
        State::Broken => "✗",
    };
    let remedy = said.remedy.as_ref().map_or_else(String::new, |remedy| format!("\n  → {remedy}"));
    format!("{mark} {}{remedy}", said.found)
}

/// What stands in the store, or why it cannot be opened.
async fn store(config: &Config) -> Vec<Finding> {
    let cannot = |error: &anyhow::Error| {
        let found = Sentence::new("doctor-store-closed").with("error", format!("{error:#}"));
        vec![Finding::broken("store", found, Sentence::new("doctor-store-closed-remedy"))]
    };
    let app = match wiring::app(config).await {
        Ok(app) => app,
        Err(error) => return cannot(&error),
    };
    let found = health::examine(&app).await.unwrap_or_else(|error| cannot(&error.into()));
    app.store.close().await;
    found
}

fn rules(config: &Config) -> Finding {
    let wrong = |error: &anyhow::Error| {
        let found = Sentence::new("doctor-rules-wrong").with("error", format!("{error:#}"));
        Finding::broken("rules", found, Sentence::new("doctor-rules-remedy"))
    };
    match (wiring::rules(config), wiring::rubrics(config)) {
        (Ok(book), Ok(_)) => {
            let today = nennep_app::outside::Clock::now(&nennep_app::outside::SystemClock).date();
            let count = u32::try_from(book.list(today).len()).unwrap_or(u32::MAX);
            Finding::good("rules", Sentence::new("doctor-rules").with("count", count))
        }
        (Err(error), _) | (_, Err(error)) => wrong(&error),
    }
}

/// Every letter of the language, set with the paper's own fonts.
fn fonts() -> Finding {
    const LETTERS: &str = "ẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỶỸỴĐ ắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỳỷỹỵđ";
    let source = "#set text(font: \"Tinos\")\n#json(\"/data.json\").text";
    let template = Template { name: "doctor.typ", source };
    let at = Instant::new(jiff::Timestamp::UNIX_EPOCH);
    match print(template, serde_json::json!({ "text": LETTERS }), at) {
        Ok(pdf) if pdf.unprintable.is_empty() => Finding::good("fonts", Sentence::new("doctor-fonts")),
        _ => Finding::broken(
            "fonts",
            Sentence::new("doctor-fonts-missing"),
            Sentence::new("doctor-fonts-remedy"),
        ),
    }
}

fn mail(config: &Config) -> Finding {
    let Some(_) = &config.mail.url else {
        return Finding::good("mail", Sentence::new("doctor-no-mail"));
    };
    match wiring::mailer(config) {
        Ok(_) if config.server.address.is_empty() => {
            let found = Sentence::new("doctor-mail-without-address");
            Finding::warning("mail", found, Sentence::new("doctor-address-remedy"))
        }
        Ok(_) => Finding::good("mail", Sentence::new("doctor-mail").with("from", config.mail.from.as_str())),
        Err(error) => {
            let found = Sentence::new("doctor-mail-wrong").with("error", format!("{error:#}"));
            Finding::broken("mail", found, Sentence::new("doctor-mail-remedy"))
        }
    }
}

/// Whoever listens beyond the machine itself needs a proxy that speaks HTTPS before it.
fn address(config: &Config) -> Finding {
    let listen = config.server.listen.as_str();
    let own = listen.starts_with("127.") || listen.starts_with("localhost:") || listen.starts_with("[::1]");
    let said = |key: &'static str| Sentence::new(key).with("listen", listen);
    if own || config.server.address.starts_with("https://") {
        Finding::good("address", said("doctor-listen"))
    } else {
        Finding::warning("address", said("doctor-listen-open"), Sentence::new("doctor-listen-remedy"))
    }
}

/// Megabytes that must be free on the disk beside as much again as the store takes.
const ROOM_MEGABYTES: u64 = 200;

fn room(folder: &Path) -> Finding {
    let there = folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
    let Ok(disk) = rustix::fs::statvfs(there) else {
        let found = Sentence::new("doctor-room-unknown").with("folder", folder.display().to_string());
        return Finding::warning("disk", found, Sentence::new("doctor-room-remedy"));
    };
    let free = disk.f_bavail.saturating_mul(disk.f_frsize) >> 20;
    let taken = std::fs::metadata(folder.join("nennep.sqlite")).map_or(0, |file| file.len() >> 20);
    let said = |key: &'static str| Sentence::new(key).with("free", i64::try_from(free).unwrap_or(i64::MAX));
    match free {
        free if free < ROOM_MEGABYTES / 4 => {
            Finding::broken("disk", said("doctor-room-little"), Sentence::new("doctor-room-remedy"))
        }
        free if free < ROOM_MEGABYTES + taken => {
            Finding::warning("disk", said("doctor-room-little"), Sentence::new("doctor-room-remedy"))
        }
        _ => Finding::good("disk", said("doctor-room")),
    }
}

/// The key file is for its owner's eyes only.
fn key(config: &Config) -> Option<Finding> {
    let file = config.key_file();
    let mode = std::fs::metadata(&file).ok()?.permissions().mode();
    let said = |key: &'static str| Sentence::new(key).with("file", file.display().to_string());
    let others = mode & 0o077;
    Some(if others == 0 {
        Finding::good("key", said("doctor-key"))
    } else {
        Finding::warning("key", said("doctor-key-open"), said("doctor-key-remedy"))
    })
}
