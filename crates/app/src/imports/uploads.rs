//! Files uploaded to a page: kept encrypted while their person looks at the preview, taken at once or by a job, and
//! forgotten after a day.

use std::sync::Arc;

use nennep_domain::{
    ids::{ImportId, OrganisationId},
    names,
    problems::{Refusal, Sentence},
    time::Instant,
};
use nennep_store::{
    Tx,
    imports::{self, Import, Past, Taken},
};
use uuid::Uuid;

use super::{ByHand, File, Kind, Review, columns::fields, file::read, reach::Reach, steps::Progress, take};
use crate::{
    App, Ctx,
    accounts::recognise_account,
    boxed,
    error::{Error, Result},
    jobs::{self, Task},
};

/// A file may be so large, packed.
pub const LARGEST_MEGABYTES: usize = 16;
/// Files with more lines are taken by a job, so that nobody waits before an open page.
const IN_REQUEST: usize = 3_000;
/// So long a file is kept that nobody takes.
const KEPT_MINUTES: i64 = 24 * 60;
/// The longest file name that is kept, in letters.
const LONGEST_NAME: usize = 120;

/// What a file is sealed for.
const PURPOSE: &str = "import";

/// A file as it is uploaded.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Made by the form, so that a form sent twice is one upload.
    pub id: ImportId,
    /// What the file is a register of.
    pub kind: Kind,
    /// The organisation of lines that name none.
    pub into: Option<OrganisationId>,
    /// The file's name.
    pub file_name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// An uploaded file as its person sees it.
#[derive(Debug, Clone)]
pub struct View {
    /// Its id.
    pub id: ImportId,
    /// What it is a register of.
    pub kind: Kind,
    /// Its name.
    pub file_name: String,
    /// The organisation of lines that name none.
    pub into: Option<OrganisationId>,
    /// How far it has come.
    pub state: State,
}

/// How far an uploaded file has come.
#[derive(Debug, Clone)]
pub enum State {
    /// It is looked at.
    Looked {
        /// What taking it would do.
        review: Arc<Review>,
        /// When taking it failed for a reason that lay not in the file.
        failed_at: Option<Instant>,
    },
    /// A job takes it, or will.
    Taking {
        /// Lines written, of how many, where this process does it.
        steps: Option<(usize, usize)>,
    },
    /// It was taken.
    Taken(Taken),
}

/// What asking to take a file came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// It is taken.
    Taken,
    /// A job takes it.
    Begun,
    /// Something stands against it that the preview shows.
    Refused,
}

#[derive(Debug, thiserror::Error)]
#[error("the file has no bytes")]
struct NoFile;

impl Refusal for NoFile {
    fn sentence(&self) -> Sentence {
        Sentence::new("import-file-missing")
    }
}

/// Keeps an uploaded file. Refused if it cannot be read as a table at all; what is wrong with its lines, the view tells.
#[boxed]
pub async fn upload(ctx: &Ctx, upload: Upload) -> Result<()> {
    let by = ctx.actor.account.ok_or(Error::Forbidden)?;
    let mut tx = ctx.store.read().await?;
    Reach::of(ctx, &mut tx, upload.kind.action()).await?.check_into(upload.into, upload.kind)?;
    drop(tx);
    if upload.bytes.is_empty() && upload.file_name.is_empty() {
        return Err(Error::refused(NoFile));
    }
    let file_name: String = names::tidy(&upload.file_name).chars().take(LONGEST_NAME).collect();
    let file = File {
        kind: upload.kind,
        name: file_name.clone(),
        bytes: upload.bytes.into(),
        into: upload.into,
        columns: ByHand::new(),
    };
    read(ctx, &file).await?;
    let import = Import {
        id: upload.id,
        kind: upload.kind.as_str().to_owned(),
        file_name,
        bytes: ctx.keys.seal(&ctx.chance, PURPOSE, &file.bytes),
        into: upload.into,
        mapping: serde_json::Value::Null,
        uploaded_at: ctx.now(),
        uploaded_by: by,
        requested_at: None,
        failed_at: None,
        taken: None,
    };
    let mut tx = ctx.store.write().await?;
    imports::insert(&mut tx, &import).await?;
    let until = ctx.now().plus_minutes(KEPT_MINUTES);
    jobs::enqueue_at(&mut tx, ctx, Task::ForgetImport { import: upload.id }, until).await?;
    tx.commit().await?;
    Ok(())
}

/// An upload of the actor's own; anybody else's is not found.
async fn own(ctx: &Ctx, tx: &mut Tx, id: ImportId) -> Result<Import> {
    let import = imports::find(tx, id).await?.ok_or(Error::NotFound)?;
    if ctx.actor.account == Some(import.uploaded_by) { Ok(import) } else { Err(Error::NotFound) }
}

fn file(app: &App, import: &Import) -> Result<File> {
    Ok(File {
        kind: import.kind.parse().map_err(Error::fault)?,
        name: import.file_name.clone(),
        bytes: app.keys.open(PURPOSE, &import.bytes).map_err(Error::fault)?.into(),
        into: import.into,
        columns: serde_json::from_value::<Option<ByHand>>(import.mapping.clone())
            .map_err(Error::fault)?
            .unwrap_or_default(),
    })
}

/// An uploaded file with how far it has come.
#[boxed]
pub async fn find(ctx: &Ctx, id: ImportId) -> Result<View> {
    let mut tx = ctx.store.read().await?;
    let import = own(ctx, &mut tx, id).await?;
    let state = if let Some(taken) = import.taken {
        State::Taken(taken)
    } else if import.requested_at.is_some() {
        State::Taking { steps: ctx.progress().of(id.0) }
    } else {
        State::Looked { review: review(ctx, &mut tx, &import).await?, failed_at: import.failed_at }
    };
    let kind = import.kind.parse().map_err(Error::fault)?;
    Ok(View { id, kind, file_name: import.file_name, into: import.into, state })
}

/// The review of a file, worked out once for each state of the store.
async fn review(ctx: &Ctx, tx: &mut Tx, import: &Import) -> Result<Arc<Review>> {
    let key = format!("import {} {} {}", import.id, ctx.now().date(), import.mapping);
    let work = async |tx: &mut Tx| {
        let file = file(ctx, import)?;
        take::reviewed(ctx, tx, &file, read(ctx, &file).await?).await
    };
    ctx.memory().recall(tx, key, work).await
}

/// Says what columns hold, in place of what was said before. Words that are no field of the register are refused.
#[boxed]
pub async fn set_columns(ctx: &Ctx, id: ImportId, columns: &ByHand) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let import = own(ctx, &mut tx, id).await?;
    let known = fields(import.kind.parse().map_err(Error::fault)?);
    if columns.values().any(|word| !word.is_empty() && !known.iter().any(|(field, _)| field == word)) {
        return Err(Error::invalid("columns", Sentence::new("import-field-unknown")));
    }
    let mapping = serde_json::to_value(columns).map_err(Error::fault)?;
    imports::set_mapping(&mut tx, id, &mapping).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes an uploaded file, at once or by a job where it is long. Asking twice is safe.
#[boxed]
pub async fn take_uploaded(ctx: &Ctx, id: ImportId) -> Result<Taking> {
    let mut tx = ctx.store.read().await?;
    let import = own(ctx, &mut tx, id).await?;
    if import.taken.is_some() {
        return Ok(Taking::Taken);
    }
    if import.requested_at.is_some() {
        return Ok(Taking::Begun);
    }
    let review = review(ctx, &mut tx, &import).await?;
    drop(tx);
    if !review.is_clean() {
        return Ok(Taking::Refused);
    }
    if review.counts.rows <= IN_REQUEST {
        let taken = take_and_mark(ctx, &import, &mut |_, _| {}).await?;
        return Ok(if taken { Taking::Taken } else { Taking::Refused });
    }
    let mut tx = ctx.store.write().await?;
    if imports::request(&mut tx, id, ctx.now()).await? {
        jobs::enqueue(&mut tx, ctx, Task::TakeImport { import: id }).await?;
    }
    tx.commit().await?;
    ctx.wake_jobs();
    Ok(Taking::Begun)
}

/// Takes a file and marks it as taken, together or not at all. `false`: something stands against it now.
async fn take_and_mark(ctx: &Ctx, import: &Import, progress: Progress<'_>) -> Result<bool> {
    let file = file(ctx, import)?;
    let read = read(ctx, &file).await?;
    let mut tx = ctx.store.write().await?;
    if imports::find(&mut tx, import.id).await?.is_none_or(|now| now.taken.is_some()) {
        return Ok(true);
    }
    let review = take::taken_in(ctx, &mut tx, &file, read, progress).await?;
    if !review.taken {
        return Ok(false);
    }
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let counts = &review.counts;
    let (added, changed, unchanged) =
        (number(counts.added), number(counts.changed), number(counts.unchanged));
    imports::mark_taken(&mut tx, import.id, &Taken { at: ctx.now(), added, changed, unchanged }).await?;
    tx.commit().await?;
    Ok(true)
}

/// Job: takes the file that was asked for, for its person. What cannot be taken is given back to them.
pub(crate) async fn take_requested(app: &App, id: ImportId) -> Result<()> {
    let import = imports::find(&mut app.store.read().await?, id).await?;
    let Some(import) = import.filter(|import| import.taken.is_none() && import.requested_at.is_some()) else {
        return Ok(());
    };
    let told = app.clone();
    let mut progress = move |done, all| told.progress().set(id.0, done, all);
    let outcome = match recognise_account(app, import.uploaded_by).await {
        Ok(ctx) => take_and_mark(&ctx, &import, &mut progress).await,
        Err(error) => Err(error),
    };
    app.progress().forget(id.0);
    let failed_at = match &outcome {
        Ok(true) => return Ok(()),
        Ok(false) => None,
        // The job is tried again; the file stays with it.
        Err(Error::Busy(_)) => return outcome.map(drop),
        Err(_) => Some(app.now()),
    };
    let mut tx = app.store.write().await?;
    imports::give_back(&mut tx, id, failed_at).await?;
    tx.commit().await?;
    outcome.map(drop)
}

/// Forgets an uploaded file of the actor's own; one that was taken stays in the history.
#[boxed]
pub async fn forget(ctx: &Ctx, id: ImportId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    own(ctx, &mut tx, id).await?;
    imports::delete(&mut tx, id).await?;
    tx.commit().await?;
    Ok(())
}

/// Job: forgets a file that nobody took within its time.
pub(crate) async fn forget_old(app: &App, id: ImportId) -> Result<()> {
    let mut tx = app.store.write().await?;
    imports::delete(&mut tx, id).await?;
    tx.commit().await?;
    Ok(())
}

/// Past imports, latest first: the actor's own; for whoever keeps all organisations, everybody's.
#[boxed]
pub async fn history(ctx: &Ctx, limit: u32) -> Result<Vec<Past>> {
    let mut tx = ctx.store.read().await?;
    Reach::of(ctx, &mut tx, Kind::Members.action()).await?;
    let everybody = match Reach::of(ctx, &mut tx, Kind::Organisations.action()).await {
        Ok(reach) => reach.organisations.iter().all(|one| reach.has(one.id)),
        Err(Error::Forbidden) => false,
        Err(error) => return Err(error),
    };
    let own = Some(ctx.actor.account.map_or(Uuid::nil(), |account| account.0));
    let by = own.filter(|_| !everybody).map(nennep_domain::ids::AccountId);
    Ok(imports::history(&mut tx, by, limit).await?)
}
