//! Everything about one meeting, as pages, the API, the command line and papers show it.

use std::collections::HashMap;

use nennep_domain::{
    accounts::{
        Office,
        permission::{Action, Resource},
    },
    ids::{GuestId, MeetingId, MemberId, MotionId},
    meetings::{
        Addition, Guest, Item, LeaveRequest, Meeting, MeetingKind, Notice, Paper, Preparation, Remark,
        Resolution, RollEntry, Speaker,
    },
    members::RollMember,
    motions::{self, Motion, MotionKind, MotionSubject, Outcome, ReservedOpinion, Terms},
    organisations::{Organisation, Place},
    recruiting::VotedOn,
    rules::{Ruled, Rules},
    tasks::{Progress, Task, TaskReview, progress},
    time::Instant,
};
use nennep_store::{
    Tx, meetings, members,
    minutes::{self, Adopted},
    offices,
    offices::Holder,
    organisations, tasks,
};

use super::load::{Loaded, load};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    offers::{self, CellOffer},
    recruiting,
};

/// A task the previous meetings set that is due at this one, with how it was found.
#[derive(Debug, Clone)]
pub struct DueTask {
    /// The task as it stands now.
    pub task: Task,
    /// How this meeting found it, once closed.
    pub review: Option<TaskReview>,
}

/// Everything about one meeting.
#[derive(Debug, Clone)]
pub struct MeetingView {
    /// The meeting.
    pub meeting: Meeting,
    /// The cell.
    pub cell: Organisation,
    /// The organisation directly above.
    pub superior: Option<Organisation>,
    /// All organisations above, nearest first.
    pub above: Vec<Organisation>,
    /// Where the cell stands.
    pub place: Place,
    /// The rules it is judged by.
    pub rules: Rules,
    /// The agenda in order.
    pub items: Vec<Item>,
    /// Papers attached.
    pub papers: Vec<Paper>,
    /// The roll; before the opening, the roll as it would open, nobody called yet.
    pub roll: Vec<RollEntry>,
    /// Guests.
    pub guests: Vec<Guest>,
    /// Remarks.
    pub remarks: Vec<Remark>,
    /// Motions.
    pub motions: Vec<Motion>,
    /// Of the motions, the votes about a person, for those who open the cell's files.
    pub votes_on: Vec<(MotionId, VotedOn)>,
    /// Reserved opinions.
    pub reserved: Vec<ReservedOpinion>,
    /// Tasks this meeting set.
    pub tasks: Vec<Task>,
    /// Tasks due at this meeting.
    pub due: Vec<DueTask>,
    /// Notices.
    pub notices: Vec<Notice>,
    /// Leave requests: all for those who answer them, else the reader's own.
    pub leave: Vec<LeaveRequest>,
    /// Preparations the reader may see.
    pub preparations: Vec<Preparation>,
    /// The resolution's text.
    pub resolution: Resolution,
    /// The minutes as they were frozen.
    pub adopted: Option<Adopted>,
    /// Additions.
    pub additions: Vec<Addition>,
    /// Numbers of papers issued: sign, number, day.
    pub issues: Vec<(String, u32, jiff::civil::Date)>,
    /// Who held which office in the cell that day.
    pub holders: Vec<Holder>,
    /// What the cell's members offer, for those who give its tasks while tasks can be set.
    pub offers: Vec<CellOffer>,
    /// Names of members who are not on the roll (owners of older tasks, an overseer).
    pub(crate) names: HashMap<MemberId, String>,
}

impl MeetingView {
    /// A member's name; "…" for one nobody knows any more.
    pub fn name(&self, member: MemberId) -> &str {
        let on_roll =
            self.roll.iter().find(|entry| entry.who.member == member).map(|entry| entry.who.name.as_str());
        on_roll.or_else(|| self.names.get(&member).map(String::as_str)).unwrap_or("…")
    }

    /// A guest's name.
    pub fn guest_name(&self, guest: GuestId) -> &str {
        self.guests.iter().find(|one| one.id == guest).map_or("…", |one| one.name.as_str())
    }

    /// Who made a remark.
    pub fn speaker_name(&self, speaker: Speaker) -> &str {
        match speaker {
            Speaker::Member(member) => self.name(member),
            Speaker::Guest(guest) => self.guest_name(guest),
        }
    }

    /// The holder of an office of the cell that day.
    pub fn holder(&self, office: Office) -> Option<&Holder> {
        self.holders.iter().find(|holder| holder.term.office == office)
    }

    /// The item being dealt with now.
    pub fn current_item(&self) -> Option<&Item> {
        self.items.iter().find(|item| item.started_at.is_some() && item.ended_at.is_none())
    }

    /// Whom a motion is about, where the reader opens the person's file.
    pub fn voted_on(&self, motion: MotionId) -> Option<VotedOn> {
        self.votes_on.iter().find(|(id, _)| *id == motion).map(|(_, whom)| *whom)
    }

    /// Different people on the roll who spoke.
    pub fn speakers(&self) -> Vec<MemberId> {
        let mut spoke: Vec<MemberId> = self
            .remarks
            .iter()
            .filter_map(|remark| match remark.speaker {
                Speaker::Member(member) => Some(member),
                Speaker::Guest(_) => None,
            })
            .collect();
        spoke.sort_unstable();
        spoke.dedup();
        spoke
    }

    /// What a vote of this kind needs on the roll as it stands; in a closed meeting, as it stood at the closing.
    pub fn terms(&self, kind: MotionKind, now: Instant) -> Terms {
        let at = self.meeting.steps.closed.map_or(now, |closed| now.min(closed.at));
        motions::terms(kind, &self.roll, Some(at), &self.rules)
    }

    /// What came of a motion, with the numbers it was judged by that day; `None` until it is decided.
    pub fn outcome(&self, motion: &Motion) -> Option<Outcome> {
        let decision = motion.decision.as_ref()?;
        let (base, needed, citation) = (decision.base, decision.needed, decision.citation.clone());
        let terms = Terms { base, needed, citation, ..self.terms(motion.kind, decision.done.at) };
        Some(Outcome { terms, count: decision.count, passed: decision.passed })
    }

    /// Whether the cell voted on the minutes and did not agree; a later vote replaces an earlier one.
    pub fn are_minutes_voted_down(&self) -> bool {
        let mut votes = self.motions.iter().rev().filter(|motion| motion.subject == MotionSubject::Minutes);
        votes.find_map(|motion| self.outcome(motion)).is_some_and(|outcome| !outcome.passed)
    }

    /// The least length this meeting is to have.
    pub fn minimum_minutes(&self) -> Ruled<u32> {
        let members = self.roll.iter().filter(|entry| entry.who.state.belongs()).count();
        let combined = self.meeting.kind == MeetingKind::Combined;
        self.rules.minimum_length_minutes(combined, u32::try_from(members).unwrap_or(u32::MAX))
    }

    /// The tasks due at this meeting, and those of them done.
    pub fn progress(&self) -> Progress {
        let opened = self.meeting.steps.opened.map(|done| done.at).or(self.meeting.starts_at);
        let Some(day) = opened.map(Instant::date) else { return Progress::default() };
        progress(self.due.iter().map(|due| &due.task), self.meeting.month, day, &self.rules)
    }

    /// The meeting as permission sees it.
    pub fn resource(&self) -> Resource<'_> {
        Resource {
            minute_taker: self.meeting.minute_taker.filter(|_| self.meeting.steps.adopted.is_none()),
            tracker: self.meeting.tracker,
            ..Resource::at(&self.place)
        }
    }
}

/// Everything about a meeting, for those who may read it.
#[boxed]
pub async fn show(ctx: &Ctx, id: MeetingId) -> Result<MeetingView> {
    let mut tx = ctx.store.read().await?;
    let loaded = load(ctx, &mut tx, id, Action::ReadMeeting).await?;
    load_view(ctx, &mut tx, loaded).await
}

/// Notes that the reader saw what the cell's members offer, where the view shows it.
#[boxed]
pub async fn note_offers_seen(ctx: &Ctx, view: &MeetingView) -> Result<()> {
    // The room is drawn often and noted seldom: only what is not noted yet waits for its turn to write.
    let cell = view.meeting.cell;
    if view.offers.is_empty() || offers::is_noted(ctx, &mut ctx.store.read().await?, cell).await? {
        return Ok(());
    }
    let mut tx = ctx.store.write().await?;
    offers::note_reading(ctx, &mut tx, cell).await?;
    Ok(tx.commit().await?)
}

/// Notes that the reader opened the notice of a meeting they were called to; only the first time is written.
#[boxed]
pub async fn mark_seen(ctx: &Ctx, view: &MeetingView) -> Result<()> {
    let Some(member) = ctx.actor.member else { return Ok(()) };
    if view.notices.iter().any(|notice| notice.member == member && notice.seen_at.is_none()) {
        let mut tx = ctx.store.write().await?;
        meetings::mark_seen(&mut tx, view.meeting.id, member, ctx.now()).await?;
        tx.commit().await?;
    }
    Ok(())
}

pub(crate) async fn load_view(ctx: &Ctx, tx: &mut Tx, loaded: Loaded) -> Result<MeetingView> {
    let id = loaded.meeting.id;
    let day = loaded.day(ctx);
    let rules = loaded.rules(ctx, tx).await?;
    let (cell, above) = named_on(tx, &loaded, day).await?;
    let resource = loaded.resource();
    let answers = ctx.may(Action::AnswerLeave, &resource) || ctx.may(Action::RunMeeting, &resource);
    let mut leave = meetings::leave_requests(tx, id).await?;
    leave.retain(|request| answers || ctx.actor.member == Some(request.member));
    let mut view = MeetingView {
        items: meetings::items(tx, id).await?,
        papers: meetings::papers(tx, id).await?,
        roll: roll(tx, &loaded.meeting, day).await?,
        guests: meetings::guests(tx, id).await?,
        remarks: meetings::remarks(tx, id).await?,
        motions: nennep_store::motions::list(tx, id).await?,
        votes_on: recruiting::votes_seen(ctx, tx, &loaded).await?,
        reserved: nennep_store::motions::reserved(tx, id).await?,
        tasks: tasks::set_by_meeting(tx, id).await?,
        due: due(tx, &loaded.meeting, day).await?,
        notices: meetings::notices(tx, id).await?,
        preparations: meetings::preparations(tx, id, ctx.actor.member).await?,
        resolution: minutes::resolution(tx, id).await?,
        adopted: minutes::find(tx, id).await?,
        additions: minutes::additions(tx, id).await?,
        issues: nennep_store::issues::of_meeting(tx, id).await?,
        holders: offices::holders(tx, loaded.meeting.cell, day).await?,
        offers: if loaded.meeting.steps.opened.is_some() && loaded.meeting.must_be_open_to_change().is_ok() {
            offers::offered(ctx, tx, loaded.meeting.cell).await?
        } else {
            Vec::new()
        },
        superior: above.first().cloned(),
        above,
        names: HashMap::new(),
        leave,
        cell,
        rules,
        meeting: loaded.meeting,
        place: loaded.place,
    };
    view.names = missing_names(tx, &view).await?;
    Ok(view)
}

/// The cell and all above it as they were called and stood on a day; papers of a meeting keep the names of its day. As they stand
/// now, where the register knows nothing of that day.
async fn named_on(
    tx: &mut Tx,
    loaded: &Loaded,
    day: jiff::civil::Date,
) -> Result<(Organisation, Vec<Organisation>)> {
    let mut lineage = organisations::lineage(tx, loaded.meeting.cell, day).await?;
    if lineage.is_empty() {
        let wanted: Vec<_> =
            std::iter::once(loaded.meeting.cell).chain(loaded.place.above.iter().copied()).collect();
        let around = organisations::find_many(tx, &wanted).await?;
        lineage = wanted.iter().filter_map(|id| around.iter().find(|one| one.id == *id).cloned()).collect();
    }
    let mut lineage = lineage.into_iter();
    let cell = lineage.next().ok_or(Error::NotFound)?;
    Ok((cell, lineage.collect()))
}

async fn roll(tx: &mut Tx, meeting: &Meeting, day: jiff::civil::Date) -> Result<Vec<RollEntry>> {
    if meeting.steps.opened.is_some() {
        return Ok(meetings::roll(tx, meeting.id).await?);
    }
    let empty = |who: RollMember| RollEntry {
        who,
        attendance: None,
        arrived_at: None,
        left_at: None,
        note: String::new(),
    };
    Ok(members::roll_on(tx, meeting.cell, day).await?.into_iter().map(empty).collect())
}

/// Tasks due at the meeting: while it is ahead or runs, those of the cell that are open and due, and those it accepted;
/// once closed, those it found.
async fn due(tx: &mut Tx, meeting: &Meeting, day: jiff::civil::Date) -> Result<Vec<DueTask>> {
    if meeting.steps.closed.is_some() {
        let reviews = tasks::reviews(tx, meeting.id).await?;
        let ids: Vec<_> = reviews.iter().map(|review| review.task).collect();
        let found = tasks::find_many(tx, &ids).await?;
        let with_task = reviews.into_iter().filter_map(|review| {
            let task = found.iter().find(|task| task.id == review.task)?.clone();
            Some(DueTask { task, review: Some(review) })
        });
        return Ok(with_task.collect());
    }
    if !meeting.kind.is_routine() {
        return Ok(Vec::new());
    }
    let open = tasks::open_of_cell(tx, meeting.cell).await?;
    let due = open.into_iter().filter(|task| task.meeting != meeting.id && task.is_due(meeting.month, day));
    let accepted_here = tasks::accepted_in(tx, meeting.id).await?;
    Ok(due.chain(accepted_here).map(|task| DueTask { task, review: None }).collect())
}

/// Names of people the meeting speaks of who are not on its roll.
async fn missing_names(tx: &mut Tx, view: &MeetingView) -> Result<HashMap<MemberId, String>> {
    let owners = view.tasks.iter().chain(view.due.iter().map(|due| &due.task)).filter_map(|task| task.owner);
    let people = [view.meeting.chair, view.meeting.minute_taker, view.meeting.tracker].into_iter().flatten();
    let called = view.notices.iter().map(|notice| notice.member);
    let presenters = view.items.iter().filter_map(|item| item.presenter);
    let mut missing: Vec<MemberId> = owners.chain(people).chain(called).chain(presenters).collect();
    missing.sort_unstable();
    missing.dedup();
    missing.retain(|member| view.roll.iter().all(|entry| entry.who.member != *member));
    if missing.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(members::find_many(tx, &missing)
        .await?
        .into_iter()
        .map(|member| (member.id, member.profile.full_name))
        .collect())
}
