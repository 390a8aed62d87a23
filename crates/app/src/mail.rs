//! Mail: leaves only where SMTP is configured, and never carries a name, a remark or a task in its subject.

use std::sync::Mutex;

use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor, message::Mailbox};

/// One letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The address it goes to.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its plain text.
    pub text: String,
}

/// Why a letter did not leave.
#[derive(Debug, thiserror::Error)]
#[error("mail did not leave: {0}")]
pub struct NotSent(pub String);

/// How mail leaves.
#[allow(async_fn_in_trait, reason = "boxed by hand below")]
pub trait Mailer: Send + Sync {
    /// Whether mail leaves at all.
    fn is_configured(&self) -> bool;
    /// Sends one letter.
    fn send<'a>(
        &'a self,
        letter: &'a Letter,
    ) -> std::pin::Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>>;
}

/// No mail leaves: the page and the printed notice do.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoMail;

impl Mailer for NoMail {
    fn is_configured(&self) -> bool {
        false
    }
    fn send<'a>(
        &'a self,
        _: &'a Letter,
    ) -> std::pin::Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>> {
        Box::pin(async { Err(NotSent("SMTP is not configured".to_owned())) })
    }
}

/// Keeps letters instead of sending them: for tests.
#[derive(Debug, Default)]
pub struct RecordingMailer(Mutex<Vec<Letter>>);

impl RecordingMailer {
    /// The letters so far.
    pub fn letters(&self) -> Vec<Letter> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
}

impl Mailer for std::sync::Arc<RecordingMailer> {
    fn is_configured(&self) -> bool {
        true
    }
    fn send<'a>(
        &'a self,
        letter: &'a Letter,
    ) -> std::pin::Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(letter.clone());
        Box::pin(async { Ok(()) })
    }
}

/// Mail over SMTP.
pub struct SmtpMailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl SmtpMailer {
    /// Mail over the server at `url` (`smtps://user:password@host:465`, `smtp://host:25?tls=required`), sent as `from`.
    pub fn new(url: &str, from: &str) -> Result<Self, NotSent> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| NotSent(error.to_string()))?
            .build();
        Ok(Self {
            transport,
            from: from.parse().map_err(|_| NotSent(format!("{from:?} is not an address")))?,
        })
    }
}

impl Mailer for SmtpMailer {
    fn is_configured(&self) -> bool {
        true
    }
    fn send<'a>(
        &'a self,
        letter: &'a Letter,
    ) -> std::pin::Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>> {
        Box::pin(async move {
            let to: Mailbox =
                letter.to.parse().map_err(|_| NotSent("the address cannot be read".to_owned()))?;
            let message = Message::builder()
                .from(self.from.clone())
                .to(to)
                .subject(letter.subject.clone())
                .body(letter.text.clone())
                .map_err(|error| NotSent(error.to_string()))?;
            self.transport.send(message).await.map(|_| ()).map_err(|error| NotSent(error.to_string()))
        })
    }
}
