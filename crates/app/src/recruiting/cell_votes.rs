//! The cell's vote about a person: put on the agenda of a meeting from the person's page, counted in the room, read from the minutes.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{CandidateId, ItemId, MeetingId, MemberId, MotionId, OrganisationId},
    meetings::Item,
    motions::{Motion, MotionKind, MotionSubject},
    recruiting::{CellVote, RecordError, VotedOn},
};
use nennep_store::{
    Tx, WriteTx,
    meetings::{self, Coming},
    motions, recruiting,
};

use super::{load::load, probation, record::file_on, show};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    meetings::load::{self as meeting_load, Loaded},
    meetings::reordered,
};

/// So many coming meetings are offered.
const MOST_MEETINGS: u32 = 20;

/// A candidate's file with the meetings on whose agenda the vote can be put.
#[derive(Debug, Clone)]
pub struct VoteChoices {
    /// The file.
    pub view: show::CandidateView,
    /// The cell's meetings that are under way or to come, the earliest first.
    pub meetings: Vec<Coming>,
}

/// On which meetings' agendas a candidate's vote can be put, for those who keep the cell's members.
#[boxed]
pub async fn meetings_for_vote(ctx: &Ctx, id: CandidateId) -> Result<VoteChoices> {
    let view = show::for_change(ctx, id).await?;
    let mut tx = ctx.store.read().await?;
    let meetings = coming(ctx, &mut tx, view.cell.id).await?;
    Ok(VoteChoices { view, meetings })
}

/// The meetings of a cell that are under way or to come.
pub(super) async fn coming(ctx: &Ctx, tx: &mut Tx, cell: OrganisationId) -> Result<Vec<Coming>> {
    Ok(meetings::coming(tx, &[cell], ctx.now(), MOST_MEETINGS).await?)
}

/// Puts the vote on a candidate's admission on the agenda of a meeting of the cell: an item with a motion of at least two thirds (06-HD/TW
/// 3.6). Refused while something recorded is against a rule on the day of the meeting (statements 30 and 31). Doing it twice is safe.
#[boxed]
pub async fn put_to_vote(ctx: &Ctx, id: CandidateId, meeting: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (candidate, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    let file = file_on(&mut tx, candidate, ctx.now().date()).await?;
    if is_put(&file.votes, meeting) {
        return Ok(());
    }
    let loaded = ahead(ctx, &mut tx, meeting, place.organisation).await?;
    let rules = loaded.rules(ctx, &mut tx).await?;
    file.may_be_put_to_vote(loaded.day(ctx), &rules).map_err(Error::refused)?;
    let name = &file.candidate.person.name;
    put(ctx, &mut tx, &loaded, VotedOn::Candidate(id), name).await?;
    let event = Event::new("candidate.put_to_vote").at(place.organisation).to(id.0);
    events::record(&mut tx, ctx, event.with("meeting", meeting.to_string())).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes a candidate's vote off the agenda, while nobody counted hands. Doing it twice is safe.
#[boxed]
pub async fn take_off_agenda(ctx: &Ctx, id: CandidateId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (candidate, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    let file = file_on(&mut tx, candidate, ctx.now().date()).await?;
    if take_off(ctx, &mut tx, &file.votes).await? {
        let event = Event::new("candidate.taken_off_agenda").at(place.organisation).to(id.0);
        events::record(&mut tx, ctx, event).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Whether a vote stands on the agenda of that meeting.
pub(super) fn is_put(votes: &[CellVote], meeting: MeetingId) -> bool {
    votes.iter().any(|vote| vote.meeting == meeting && vote.stands())
}

/// A meeting of the cell that is to come or under way, for those who run it.
pub(super) async fn ahead(
    ctx: &Ctx,
    tx: &mut Tx,
    meeting: MeetingId,
    cell: OrganisationId,
) -> Result<Loaded> {
    let loaded = meeting_load::load(ctx, tx, meeting, Action::RunMeeting).await?;
    let steps = &loaded.meeting.steps;
    if loaded.meeting.cell != cell || steps.closed.is_some() || steps.cancelled.is_some() {
        return Err(Error::refused(RecordError::NoMeeting));
    }
    Ok(loaded)
}

/// Puts the item and its motion on the agenda. An item of the same person that facts drafted, or that was taken off, is used.
pub(super) async fn put(
    ctx: &Ctx,
    tx: &mut WriteTx,
    loaded: &Loaded,
    whom: VotedOn,
    name: &str,
) -> Result<()> {
    let meeting = loaded.meeting.id;
    let (kind, id) = match whom {
        VotedOn::Candidate(id) => (MotionKind::Admission, id.to_string()),
        VotedOn::Probationer(id) => (MotionKind::Recognition, id.to_string()),
    };
    let words = ctx.agenda.vote(kind, &id, name).map_err(Error::fault)?.ok_or(Error::NotFound)?;
    let there = meetings::items(tx, meeting).await?;
    let same = |item: &&Item| item.source_key == words.item.source_key;
    let removed = meetings::removed_items(tx, meeting).await?;
    let item = if let Some(item) = there.iter().find(same) {
        item.id
    } else if let Some(item) = removed.iter().find(same) {
        meetings::put_item_back(tx, item.id).await?;
        item.id
    } else {
        let position = u32::try_from(there.len() + 1).unwrap_or(u32::MAX);
        let new = [words.item.placed(ItemId(ctx.new_id()), meeting, position)];
        meetings::insert_items(tx, &new).await?;
        meetings::place_items(tx, &reordered(&there, &new)).await?;
        new[0].id
    };
    let motion = Motion {
        id: MotionId(ctx.new_id()),
        meeting,
        item,
        kind,
        subject: MotionSubject::Other,
        body: words.motion,
        put_at: ctx.now(),
        decision: None,
    };
    motions::insert_many(tx, std::slice::from_ref(&motion), ctx.actor.account).await?;
    recruiting::put_vote(tx, motion.id, whom).await?;
    let event = Event::new("meeting.motion_put").at(loaded.meeting.cell).to(meeting.0);
    events::record(tx, ctx, event).await
}

/// Takes the vote off the agenda on which it stands uncounted, with its item where nothing else was written of it. `false`: it stands on none.
pub(super) async fn take_off(ctx: &Ctx, tx: &mut WriteTx, votes: &[CellVote]) -> Result<bool> {
    let Some(vote) = votes.iter().find(|vote| vote.stands()) else { return Ok(false) };
    if vote.decision.is_some() {
        return Err(Error::refused(RecordError::Voted));
    }
    let loaded = meeting_load::load(ctx, tx, vote.meeting, Action::RunMeeting).await?;
    recruiting::take_vote_off(tx, vote.motion).await?;
    meetings::remove_item(tx, vote.item, ctx.now()).await?;
    let event = Event::new("meeting.motion_withdrawn").at(loaded.meeting.cell).to(loaded.meeting.id.0);
    events::record(tx, ctx, event).await?;
    Ok(true)
}

/// Refuses to count hands for a motion about a person while something stands against the vote on the day of the meeting.
pub(crate) async fn must_be_ready(ctx: &Ctx, tx: &mut Tx, loaded: &Loaded, motion: MotionId) -> Result<()> {
    let (day, rules) = (loaded.day(ctx), loaded.rules(ctx, tx).await?);
    match recruiting::voted_on(tx, motion).await? {
        Some(VotedOn::Candidate(id)) => {
            let candidate = recruiting::find(tx, id).await?.ok_or(Error::NotFound)?;
            let file = file_on(tx, candidate, day).await?;
            file.may_be_counted(day, &rules).map_err(Error::refused)
        }
        Some(VotedOn::Probationer(id)) => probation_ready(tx, id, day, &rules).await,
        None => Ok(()),
    }
}

async fn probation_ready(
    tx: &mut Tx,
    id: MemberId,
    day: jiff::civil::Date,
    rules: &nennep_domain::rules::Rules,
) -> Result<()> {
    let file = probation::file_of(tx, id).await?.ok_or(Error::NotFound)?;
    file.may_be_counted(day, rules).map_err(Error::refused)
}

/// The motions of a meeting that are votes about a person, for those who open the cell's files.
pub(crate) async fn votes_seen(ctx: &Ctx, tx: &mut Tx, loaded: &Loaded) -> Result<Vec<(MotionId, VotedOn)>> {
    if !ctx.may(Action::SeeMemberFile, &Resource::at(&loaded.place)) {
        return Ok(Vec::new());
    }
    Ok(recruiting::votes_in(tx, loaded.meeting.id).await?)
}
