//! Jobs: what follows a deed later. Enqueued in the deed's transaction, run at least once, each safe to run twice.

use jiff::civil::Date;
use nennep_domain::{
    ids::{CandidateId, ImportId, JobId, MeetingId, OrganisationId},
    time::Instant,
};
use nennep_store::{WriteTx, jobs};
use serde::{Deserialize, Serialize};

use crate::{App, Ctx, boxed, error::Result, imports, months, notices, organisations, recruiting};

/// What is to be done later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "task", rename_all = "snake_case")]
pub enum Task {
    /// Send a meeting's notices by mail to those who have an address.
    MailNotices {
        /// The meeting.
        meeting: MeetingId,
    },
    /// Remind the secretary that the report of a meeting falls due.
    RemindToReport {
        /// The meeting.
        meeting: MeetingId,
    },
    /// Judge the months of an organisation's cells anew after its own value of a rule changed.
    RefreshMonths {
        /// The organisation.
        organisation: OrganisationId,
        /// From this day on.
        from: Date,
    },
    /// Do the deeds whose day has come.
    PerformDeeds,
    /// Take over an uploaded register.
    TakeImport {
        /// The upload.
        import: ImportId,
    },
    /// Forget a candidate who was dropped from the list long ago.
    ForgetCandidate {
        /// The candidate.
        candidate: CandidateId,
    },
    /// Write before due days on ways to admission and recognition.
    RemindOfWays,
    /// Forget an uploaded register that nobody took over.
    ForgetImport {
        /// The upload.
        import: ImportId,
    },
}

impl Task {
    const fn kind(self) -> &'static str {
        match self {
            Self::MailNotices { .. } => "mail_notices",
            Self::RemindToReport { .. } => "remind_to_report",
            Self::RefreshMonths { .. } => "refresh_months",
            Self::PerformDeeds => "perform_deeds",
            Self::TakeImport { .. } => "take_import",
            Self::ForgetCandidate { .. } => "forget_candidate",
            Self::RemindOfWays => "remind_of_ways",
            Self::ForgetImport { .. } => "forget_import",
        }
    }
}

/// After so many attempts a job is given up, and a person sees it.
const MOST_ATTEMPTS: u32 = 6;
/// So long a job may run before another process may take it up.
const CLAIM_MINUTES: i64 = 10;

/// Enqueues a job for now.
#[boxed]
pub async fn enqueue(tx: &mut WriteTx, ctx: &Ctx, task: Task) -> Result<()> {
    enqueue_at(tx, ctx, task, ctx.now()).await
}

/// Enqueues a job for later.
#[boxed]
pub async fn enqueue_at(tx: &mut WriteTx, ctx: &Ctx, task: Task, run_at: Instant) -> Result<()> {
    let payload = serde_json::to_value(task).map_err(crate::Error::fault)?;
    jobs::insert(tx, JobId(ctx.new_id()), task.kind(), &payload, run_at).await?;
    Ok(())
}

/// Runs the next job that is due; `false` if none is.
#[boxed]
pub async fn run_next(app: &App) -> Result<bool> {
    let now = app.now();
    let mut tx = app.store.write().await?;
    let job = jobs::claim(&mut tx, now, now.plus_minutes(CLAIM_MINUTES)).await?;
    tx.commit().await?;
    let Some(job) = job else { return Ok(false) };
    let result = match serde_json::from_value::<Task>(job.payload.clone()) {
        Ok(task) => run(app, task).await,
        Err(error) => Err(crate::Error::fault(error)),
    };
    let mut tx = app.store.write().await?;
    match result {
        Ok(()) => jobs::finish(&mut tx, job.id, app.now()).await?,
        Err(error) => {
            let again = app.now().plus_minutes(1 << job.attempts.min(10));
            let failed_at = (job.attempts >= MOST_ATTEMPTS).then(|| app.now());
            tracing::warn!(job.id = %job.id, job.kind, attempts = job.attempts, "Job {} failed", job.id);
            jobs::put_back(&mut tx, job.id, again, failed_at, &error.to_string()).await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}

async fn run(app: &App, task: Task) -> Result<()> {
    match task {
        Task::MailNotices { meeting } => notices::mail(app, meeting).await,
        Task::RemindToReport { meeting } => notices::remind_to_report(app, meeting).await,
        Task::RefreshMonths { organisation, from } => months::refresh_within(app, organisation, from).await,
        Task::PerformDeeds => organisations::deeds::perform_due(app).await,
        Task::TakeImport { import } => imports::take_requested(app, import).await,
        Task::ForgetCandidate { candidate } => recruiting::forget_dropped(app, candidate).await,
        Task::RemindOfWays => recruiting::remind(app).await,
        Task::ForgetImport { import } => imports::forget_old(app, import).await,
    }
}

/// Enqueues what is done once a day; twice a day does no harm.
pub async fn begin_day(app: &App) -> Result<()> {
    let mut tx = app.store.write().await?;
    enqueue(&mut tx, &app.as_system(), Task::RemindOfWays).await?;
    tx.commit().await?;
    Ok(())
}

/// Runs jobs until `stop` resolves, looking for due ones every half minute, and when woken ([`App::wake_jobs`]).
pub async fn run_until(app: &App, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    let mut begun = None;
    loop {
        let today = app.now().date();
        if begun != Some(today) {
            match begin_day(app).await {
                Ok(()) => begun = Some(today),
                Err(error) => tracing::error!(%error, "The day's jobs cannot be enqueued"),
            }
        }
        match run_next(app).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "Jobs cannot be run"),
        }
        tokio::select! {
            () = &mut stop => return,
            () = app.jobs_woken() => {}
            () = tokio::time::sleep(std::time::Duration::from_secs(30)) => {}
        }
    }
}
