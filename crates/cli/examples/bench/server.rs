//! The program serving a store, until it is dropped.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result};

use crate::{
    load::{Connection, sign_in},
    stores::Measured,
};

/// The program serving a store.
pub(crate) struct Server {
    child: Child,
    /// Its address, `127.0.0.1:…`.
    pub(crate) host: String,
    /// From starting the process to the first answered page.
    pub(crate) started: Duration,
}

impl Server {
    /// Serves a store on a free port.
    pub(crate) async fn start(store: &Measured) -> Result<Self> {
        let begun = Instant::now();
        let mut command = store.command(&["serve", "--listen", "127.0.0.1:0"]);
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take().context("no output")?;
        let mut address = String::new();
        BufReader::new(output).read_line(&mut address)?;
        let host = address.trim().strip_prefix("http://").context("no address")?.to_owned();
        Connection::open(&host, "").await?.ask("GET", "/sign-in", "").await?;
        Ok(Self { child, host, started: begun.elapsed() })
    }

    /// The cookie of an account of the sample.
    pub(crate) async fn signed_in(&self, login: &str) -> Result<String> {
        let sample = nennep_app::demo::Sample::up_to(
            nennep_app::demo::Scale::Ward,
            1,
            nennep_domain::time::Instant::new(jiff::Timestamp::UNIX_EPOCH),
        );
        let password = nennep_app::demo::printed(&sample).pop().context("no account")?.password;
        sign_in(&self.host, login, &password).await
    }

    /// Megabytes of memory it holds now.
    pub(crate) fn megabytes(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).context("no VmRSS")?;
        let kilobytes: u64 = line.split_whitespace().nth(1).context("no number")?.parse()?;
        Ok(kilobytes / 1024)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
