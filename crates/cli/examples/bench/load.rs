//! A load generator: connections that are kept open ask for one page over and over, for some seconds.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use nennep_store::{Store, settings};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufStream},
    net::TcpStream,
};

/// A connection that is kept open.
pub(crate) struct Connection {
    stream: BufStream<TcpStream>,
    host: String,
    cookie: String,
}

/// What was answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) cookie: Option<String>,
    pub(crate) bytes: usize,
}

/// How fast a page was answered.
#[derive(Debug, Clone, Copy, serde::Serialize)]
pub(crate) struct Figures {
    pub(crate) connections: u32,
    pub(crate) requests: usize,
    pub(crate) per_second: f64,
    pub(crate) p50_ms: f64,
    pub(crate) p99_ms: f64,
    pub(crate) bytes: usize,
}

impl Figures {
    fn of(connections: u32, mut took: Vec<Duration>, elapsed: Duration, bytes: usize) -> Result<Self> {
        took.sort_unstable();
        let requests = took.len();
        let at =
            |percent: usize| took.get(requests * percent / 100).map_or(0.0, |one| one.as_secs_f64() * 1000.0);
        let per_second = f64::from(u32::try_from(requests)?) / elapsed.as_secs_f64();
        Ok(Self { connections, requests, per_second, p50_ms: at(50), p99_ms: at(99), bytes })
    }
}

impl Connection {
    /// A connection as whoever holds this cookie.
    pub(crate) async fn open(host: &str, cookie: &str) -> Result<Self> {
        let stream = TcpStream::connect(host).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufStream::new(stream), host: host.to_owned(), cookie: cookie.to_owned() })
    }

    /// One request with a form, answered.
    pub(crate) async fn ask(&mut self, method: &str, path: &str, form: &str) -> Result<Answer> {
        let (host, cookie, length) = (&self.host, &self.cookie, form.len());
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\nsec-fetch-site: same-origin\r\n\
             cookie: {cookie}\r\naccept: text/html\r\ncontent-type: application/x-www-form-urlencoded\r\n\
             content-length: {length}\r\n\r\n{form}"
        );
        self.stream.write_all(request.as_bytes()).await?;
        self.stream.flush().await?;
        self.answer().await
    }

    async fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            bail!("the server closed the connection");
        }
        Ok(line.trim_end().to_owned())
    }

    async fn answer(&mut self) -> Result<Answer> {
        let first = self.line().await?;
        let status = first.split(' ').nth(1).context("no status")?.parse()?;
        let (mut length, mut chunked, mut cookie) = (0, false, None);
        loop {
            let line = self.line().await?;
            let Some((name, value)) = line.split_once(':') else { break };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.trim().parse()?,
                "transfer-encoding" => chunked = value.trim() == "chunked",
                "set-cookie" => cookie = value.trim().split(';').next().map(str::to_owned),
                _ => {}
            }
        }
        let bytes = if chunked { self.chunks().await? } else { self.take(length).await? };
        Ok(Answer { status, cookie, bytes })
    }

    async fn take(&mut self, length: usize) -> Result<usize> {
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).await?;
        Ok(length)
    }

    async fn chunks(&mut self) -> Result<usize> {
        let mut bytes = 0;
        loop {
            let size = usize::from_str_radix(&self.line().await?, 16)?;
            bytes += self.take(size).await?;
            self.line().await?;
            if size == 0 {
                return Ok(bytes);
            }
        }
    }
}

/// Signs in and gives the cookie.
pub(crate) async fn sign_in(host: &str, login: &str, password: &str) -> Result<String> {
    let mut connection = Connection::open(host, "").await?;
    let answer = connection.ask("POST", "/sign-in", &format!("login={login}&password={password}")).await?;
    answer.cookie.with_context(|| format!("signing in as {login} gave {}", answer.status))
}

async fn ask_until(
    host: String,
    cookie: String,
    path: String,
    until: Instant,
) -> Result<(Vec<Duration>, usize)> {
    let mut connection = Connection::open(&host, &cookie).await?;
    let (mut took, mut bytes) = (Vec::new(), 0);
    while Instant::now() < until {
        let begun = Instant::now();
        let answer = connection.ask("GET", &path, "").await?;
        if answer.status != 200 {
            bail!("{path} gave {}", answer.status);
        }
        took.push(begun.elapsed());
        bytes = answer.bytes;
    }
    Ok((took, bytes))
}

/// Asks for a page on so many connections for some seconds. The first half second warms and is not counted.
pub(crate) async fn load(
    host: &str,
    cookie: &str,
    path: &str,
    connections: u32,
    seconds: u64,
) -> Result<Figures> {
    let ask = |until| ask_until(host.to_owned(), cookie.to_owned(), path.to_owned(), until);
    ask(Instant::now() + Duration::from_millis(500)).await?;
    let begun = Instant::now();
    let until = begun + Duration::from_secs(seconds);
    let askers: Vec<_> = (0..connections).map(|_| tokio::spawn(ask(until))).collect();
    let (mut took, mut bytes) = (Vec::new(), 0);
    for asker in askers {
        let (theirs, size) = asker.await??;
        took.extend(theirs);
        bytes = size;
    }
    Figures::of(connections, took, begun.elapsed(), bytes)
}

/// Asks for a page on one connection, each time after a commit: nothing that was kept of it can be given again.
pub(crate) async fn anew(
    host: &str,
    cookie: &str,
    path: &str,
    store: &Store,
    seconds: u64,
) -> Result<Figures> {
    let mut connection = Connection::open(host, cookie).await?;
    let (mut took, mut bytes) = (Vec::new(), 0);
    let until = Instant::now() + Duration::from_secs(seconds);
    while Instant::now() < until {
        let mut change = store.write().await?;
        settings::set(&mut change, "bench", &took.len().to_string()).await?;
        change.commit().await?;
        let begun = Instant::now();
        let answer = connection.ask("GET", path, "").await?;
        took.push(begun.elapsed());
        if answer.status != 200 {
            bail!("{path} gave {}", answer.status);
        }
        bytes = answer.bytes;
    }
    let elapsed = took.iter().sum();
    Figures::of(1, took, elapsed, bytes)
}
