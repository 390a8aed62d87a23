//! Taking back a done deed that was entered by mistake, while nothing rests on it.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{DeedId, OrganisationId},
    papers::letterhead::short_date,
    problems::{Refusal, Sentence},
    time::Instant,
};
use nennep_store::{
    Tx, deeds,
    deeds::Recorded,
    meetings, members, offices,
    organisations::{self, Touched},
    recruiting,
};

use super::list::{is_of_organisations, kept};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    turn,
};

/// What stands in the way.
#[derive(Debug, thiserror::Error)]
enum InTheWay {
    #[error("its day has not come")]
    Waits,
    #[error("the deed with decision {decision} of {on} came after it")]
    LaterDeed { decision: String, on: Date },
    #[error("{name} met on {on}")]
    Met { name: String, on: Date },
    #[error("members changed since")]
    MembersChanged,
    #[error("{name} changed twice that day")]
    ChangedTwice { name: String },
    #[error("something is kept about what it founded")]
    Kept { name: String, table: &'static str },
}

impl Refusal for InTheWay {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Waits => Sentence::new("history-undo-waits"),
            Self::LaterDeed { decision, on } => Sentence::new("history-undo-later-deed")
                .with("decision", decision.as_str())
                .with("on", short_date(*on)),
            Self::Met { name, on } => {
                Sentence::new("history-undo-met").with("name", name.as_str()).with("on", short_date(*on))
            }
            Self::MembersChanged => Sentence::new("history-undo-members-changed"),
            Self::ChangedTwice { name } => {
                Sentence::new("history-undo-changed-twice").with("name", name.as_str())
            }
            Self::Kept { name, table } => Sentence::new(match *table {
                "meetings" => "history-undo-has-meetings",
                "offices" => "history-undo-has-offices",
                "standings" | "transfers" => "history-undo-has-members",
                _ => "history-undo-has-books",
            })
            .with("name", name.as_str()),
        }
    }
}

/// Takes a done deed back: organisations, members and offices stand as they stood before it. Refused, with what stands in the way
/// named, where a later deed, a meeting, a change of members or anything kept about what it founded rests on it. Doing it twice is safe.
#[boxed]
pub async fn take_back(ctx: &Ctx, id: DeedId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    turn::take(ctx, &mut tx).await?;
    let recorded = kept(ctx, &mut tx, id).await?;
    if recorded.withdrawn_at.is_some() {
        return Ok(());
    }
    let Some(done_at) = recorded.done_at else { return Err(Error::refused(InTheWay::Waits)) };
    let concerned: Vec<_> = deeds::concerned(&mut tx, &[id]).await?.into_iter().map(|(_, id)| id).collect();
    for place in organisations::places(&mut tx, &concerned).await? {
        ctx.must(Action::KeepOrganisations, &Resource::at(&place), Action::SeeOrganisations)?;
    }
    let touched = organisations::touched_by(&mut tx, id, &concerned, recorded.on).await?;
    nothing_came_after(&mut tx, &recorded, &touched).await?;
    nobody_met(&mut tx, &recorded, &concerned).await?;
    if let Some(unknown) = touched.unknown.first() {
        let name = name(&mut tx, *unknown).await?;
        return Err(Error::refused(InTheWay::ChangedTwice { name }));
    }
    if !members::take_back(&mut tx, id).await? {
        return Err(Error::refused(InTheWay::MembersChanged));
    }
    offices::reopen_by(&mut tx, id).await?;
    // The lists went over within the same deed, a moment before it was marked as done.
    for chapter in &touched.before {
        for heir in organisations::successors(&mut tx, chapter.organisation).await? {
            if heir.on == recorded.on {
                let pair = (heir.predecessor, heir.successor);
                recruiting::hand_back(&mut tx, pair, done_at.plus_minutes(-1)).await?;
            }
        }
    }
    if let Some(table) = organisations::kept_about(&mut tx, &touched.founded).await?.first() {
        let name = name(&mut tx, touched.founded[0]).await?;
        return Err(Error::refused(InTheWay::Kept { name, table }));
    }
    organisations::take_back(&mut tx, id, &touched).await?;
    deeds::take_back(&mut tx, id, recorded.recorded_at, ctx.now(), ctx.actor.account).await?;
    events::record(&mut tx, ctx, Event::new("deed.taken_back").to(id.0)).await?;
    tx.commit().await?;
    Ok(())
}

async fn name(tx: &mut Tx, id: OrganisationId) -> Result<String> {
    Ok(organisations::find(tx, id).await?.map_or_else(String::new, |one| one.name))
}

/// Refuses where another deed that was recorded later, or waits, concerns what this one began, changed or ended.
async fn nothing_came_after(tx: &mut Tx, recorded: &Recorded, touched: &Touched) -> Result<()> {
    let others = deeds::of_organisations(tx, &touched.all()).await?;
    let later = others.into_iter().map(|(_, other)| other).find(|other| {
        other.id != recorded.id
            && is_of_organisations(other)
            && other.on >= recorded.on
            && (other.recorded_at, other.on) >= (recorded.recorded_at, recorded.on)
            && !(other.on == recorded.on
                && other.recorded_at == recorded.recorded_at
                && other.id < recorded.id)
    });
    match later {
        Some(other) => {
            Err(Error::refused(InTheWay::LaterDeed { decision: other.decision.number, on: other.on }))
        }
        None => Ok(()),
    }
}

/// Refuses where a cell it concerns met on its day or later.
async fn nobody_met(tx: &mut Tx, recorded: &Recorded, concerned: &[OrganisationId]) -> Result<()> {
    let since = Instant::from_local(recorded.on.at(0, 0, 0, 0));
    for ahead in meetings::ahead(tx, concerned, since).await? {
        if let Some(at) = ahead.met_at {
            let name = name(tx, ahead.cell).await?;
            return Err(Error::refused(InTheWay::Met { name, on: at.date() }));
        }
    }
    Ok(())
}
