//! What a paper of a meeting says: frozen where it was adopted or issued, else as it would be now, marked as a draft.

use nennep_domain::{
    meetings::Addition,
    papers::{self, Content, Mark, PaperType, Person},
    time::Instant,
};
use nennep_store::{Tx, issues, minutes as kept};
use serde::de::DeserializeOwned;

use super::{
    head::series,
    invitation::{Invitee, invitation},
    lists, minutes, resolution,
    score::score,
};
use crate::{
    Ctx,
    error::{Error, Result},
    meetings::MeetingView,
};

/// A paper's content, and the moment it has said so since; `None` while it can still change.
pub(super) struct Said {
    pub(super) content: Content,
    pub(super) since: Option<Instant>,
}

/// What a paper says; `to`: to whom an invitation is made out.
pub(super) async fn content(
    ctx: &Ctx,
    tx: &mut Tx,
    view: &MeetingView,
    paper: PaperType,
    to: &Invitee,
) -> Result<Said> {
    let content = match paper {
        PaperType::Minutes => return minutes_said(ctx, tx, view).await,
        PaperType::Resolution => return resolution_said(ctx, tx, view).await,
        PaperType::Invitation => Content::Invitation(invitation(view, to)?.into()),
        PaperType::Attendance => Content::Attendance(lists::attendance(view).into()),
        PaperType::Agenda => Content::Agenda(lists::agenda(view).into()),
        PaperType::Roll => Content::Roll(lists::roll(view).into()),
    };
    Ok(Said { content, since: None })
}

/// Adopted minutes as they were frozen, with what was added since; else a draft.
async fn minutes_said(ctx: &Ctx, tx: &mut Tx, view: &MeetingView) -> Result<Said> {
    let Some(adopted) = &view.adopted else {
        let mut draft = minutes::minutes(view, score(ctx, tx, view).await?);
        draft.letterhead.marks.push(Mark::Draft(None));
        return Ok(Said { content: Content::Minutes(draft.into()), since: None });
    };
    let mut frozen: papers::Minutes = read(&adopted.body)?;
    let names = kept::addition_names(tx, view.meeting.id).await?;
    let line = |addition: &Addition| {
        let name = names.iter().find(|(id, _)| *id == addition.id).map_or("", |(_, name)| name.as_str());
        papers::Addition {
            at: addition.at.local(),
            by: Person::named(if name.is_empty() { "…" } else { name }),
            text: addition.body.clone(),
            reason: addition.reason.clone(),
        }
    };
    frozen.additions = view.additions.iter().map(line).collect();
    let since = view.additions.iter().map(|addition| addition.at).max().unwrap_or(adopted.adopted_at);
    Ok(Said { content: Content::Minutes(frozen.into()), since: Some(since) })
}

/// The issued resolution as it was frozen; else a draft.
async fn resolution_said(ctx: &Ctx, tx: &mut Tx, view: &MeetingView) -> Result<Said> {
    let sign =
        PaperType::Resolution.sign(&view.rules).map(|sign| series(view.meeting.kind, &view.rules, &sign));
    let frozen = match sign {
        Some(sign) => issues::frozen(tx, view.meeting.id, &sign).await?,
        None => None,
    };
    if let Some(frozen) = frozen {
        let since = Instant::from_local(frozen.issued_on.at(0, 0, 0, 0));
        let content = Content::Resolution(read::<papers::Resolution>(&frozen.body)?.into());
        return Ok(Said { content, since: Some(since) });
    }
    let mut said = resolution_now(ctx, tx, view).await?;
    if said.letterhead.date.is_none() {
        said.letterhead.marks.push(Mark::Draft(None));
    }
    Ok(Said { content: Content::Resolution(said.into()), since: None })
}

/// The resolution as it would be issued now.
pub(super) async fn resolution_now(ctx: &Ctx, tx: &mut Tx, view: &MeetingView) -> Result<papers::Resolution> {
    let score = score(ctx, tx, view).await?;
    let previous = resolution::previous(tx, view).await?;
    Ok(resolution::resolution(view, score.as_ref(), previous))
}

fn read<T: DeserializeOwned>(body: &serde_json::Value) -> Result<T> {
    T::deserialize(body).map_err(Error::fault)
}
