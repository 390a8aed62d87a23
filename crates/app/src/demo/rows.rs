//! The rows of some meetings, gathered in memory and written in bulk.

use nennep_domain::{
    ids::MeetingId,
    meetings::{Guest, Item, LeaveRequest, Notice, Paper, Preparation, Remark, Resolution, RollEntry},
    months::CellMonth,
    motions::{Motion, ReservedOpinion},
    recognition::{badges::BadgeProposal, commendations::Commendation, discipline::Discipline},
    tasks::TaskReview,
    time::Instant,
};
use nennep_store::{
    WriteTx, badges, commendations, discipline,
    events::{self, Event},
    issues::{self, Issue},
    meetings::{self, Draft},
    minutes::{self, Adopted},
    months, motions,
    quality::{self, StoredSheet},
    tasks::{self, Kept},
};

use super::dues::DuesRows;
use crate::{error::Result, meetings::MeetingView, quality::StageRows};

/// Rows to be written, each list after those it refers to.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) meetings: Vec<Draft>,
    pub(super) items: Vec<Item>,
    pub(super) files: Vec<(Vec<u8>, Vec<u8>)>,
    pub(super) papers: Vec<Paper>,
    pub(super) notices: Vec<Notice>,
    pub(super) preparations: Vec<Preparation>,
    pub(super) leave: Vec<LeaveRequest>,
    pub(super) roll: Vec<(MeetingId, RollEntry)>,
    pub(super) guests: Vec<Guest>,
    pub(super) remarks: Vec<Remark>,
    pub(super) motions: Vec<Motion>,
    pub(super) reserved: Vec<ReservedOpinion>,
    pub(super) tasks: Vec<Kept>,
    pub(super) reviews: Vec<(TaskReview, Instant)>,
    pub(super) minutes: Vec<Adopted>,
    pub(super) resolutions: Vec<(MeetingId, Resolution, Instant)>,
    pub(super) issues: Vec<Issue>,
    pub(super) sheets: Vec<StoredSheet>,
    pub(super) stages: Vec<StageRows>,
    pub(super) months: Vec<CellMonth>,
    pub(super) dues: DuesRows,
    pub(super) events: Vec<Event>,
    pub(super) praises: Vec<(Commendation, Instant)>,
    pub(super) badges: Vec<(BadgeProposal, Instant)>,
    pub(super) measures: Vec<(Discipline, Instant)>,
}

impl Rows {
    /// Keeps the bytes of a file under their SHA-256.
    pub(super) fn file(&mut self, sha256: &[u8], bytes: Vec<u8>) {
        self.files.push((sha256.to_vec(), bytes));
    }

    /// Takes what one meeting's view holds, but for what outlives the meeting: tasks, minutes, numbers, scores.
    pub(super) fn take(&mut self, view: MeetingView, draft: Draft) {
        let id = draft.meeting.id;
        self.meetings.push(draft);
        self.items.extend(view.items);
        self.papers.extend(view.papers);
        self.notices.extend(view.notices);
        self.preparations.extend(view.preparations);
        self.leave.extend(view.leave);
        if view.meeting.steps.opened.is_some() {
            self.roll.extend(view.roll.into_iter().map(|entry| (id, entry)));
        }
        self.guests.extend(view.guests);
        self.remarks.extend(view.remarks);
        self.motions.extend(view.motions);
        self.reserved.extend(view.reserved);
        let at = view.meeting.steps.closed.map(|done| done.at);
        let reviews = view.due.into_iter().filter_map(|due| Some((due.review?, at?)));
        self.reviews.extend(reviews);
    }

    /// Takes the rows of another.
    pub(super) fn append(&mut self, mut other: Self) {
        self.meetings.append(&mut other.meetings);
        self.items.append(&mut other.items);
        self.files.append(&mut other.files);
        self.papers.append(&mut other.papers);
        self.notices.append(&mut other.notices);
        self.preparations.append(&mut other.preparations);
        self.leave.append(&mut other.leave);
        self.roll.append(&mut other.roll);
        self.guests.append(&mut other.guests);
        self.remarks.append(&mut other.remarks);
        self.motions.append(&mut other.motions);
        self.reserved.append(&mut other.reserved);
        self.tasks.append(&mut other.tasks);
        self.reviews.append(&mut other.reviews);
        self.minutes.append(&mut other.minutes);
        self.resolutions.append(&mut other.resolutions);
        self.issues.append(&mut other.issues);
        self.sheets.append(&mut other.sheets);
        self.stages.append(&mut other.stages);
        self.months.append(&mut other.months);
        self.dues.append(other.dues);
        self.events.append(&mut other.events);
        self.praises.append(&mut other.praises);
        self.badges.append(&mut other.badges);
        self.measures.append(&mut other.measures);
    }

    /// Writes all rows.
    pub(super) async fn write(&self, tx: &mut WriteTx) -> Result<()> {
        meetings::insert_many(tx, &self.meetings).await?;
        meetings::insert_items(tx, &self.items).await?;
        let files: Vec<(&[u8], &[u8])> =
            self.files.iter().map(|(sha256, bytes)| (sha256.as_slice(), bytes.as_slice())).collect();
        meetings::insert_files(tx, &files).await?;
        meetings::insert_papers(tx, &self.papers).await?;
        meetings::insert_notices(tx, &self.notices).await?;
        meetings::insert_leave_requests(tx, &self.leave, None).await?;
        let roll: Vec<_> = self.roll.iter().map(|(meeting, entry)| (*meeting, entry)).collect();
        meetings::insert_roll_lines(tx, &roll).await?;
        meetings::insert_guests(tx, &self.guests).await?;
        meetings::insert_remarks(tx, &self.remarks, None).await?;
        motions::insert_many(tx, &self.motions, None).await?;
        for opinion in &self.reserved {
            motions::reserve(tx, opinion).await?;
        }
        tasks::insert_kept(tx, &self.tasks).await?;
        meetings::insert_preparations(tx, &self.preparations).await?;
        let reviews: Vec<_> = self.reviews.iter().map(|(review, at)| (review, *at)).collect();
        tasks::save_dated_reviews(tx, &reviews, None).await?;
        minutes::insert_many(tx, &self.minutes, None).await?;
        minutes::insert_resolutions(tx, &self.resolutions).await?;
        issues::insert_many(tx, &self.issues).await?;
        quality::save_sheets(tx, &self.sheets).await?;
        quality::save_stages(tx, &self.stages).await?;
        months::save(tx, &self.months).await?;
        self.dues.write(tx).await?;
        events::insert_many(tx, &self.events).await?;
        for (one, at) in &self.praises {
            commendations::insert(tx, one, *at, None).await?;
        }
        for (one, at) in &self.badges {
            badges::insert(tx, one, *at, None).await?;
        }
        for (one, at) in &self.measures {
            discipline::insert(tx, one, *at, None).await?;
        }
        Ok(())
    }
}
