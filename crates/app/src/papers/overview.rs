//! Which papers a meeting has and how each stands: numbered, adopted, issued, a draft, or not yet to be made.

use jiff::civil::Date;
use nennep_documents::papers::{compose, unprintable};
use nennep_domain::{
    accounts::permission::Action,
    ids::MeetingId,
    meetings::MeetingState,
    papers::{IssueError, Layout, PaperType, Person},
    time::Instant,
};

use super::{
    content::content,
    head,
    invitation::{self, Invitee},
    issue::must_have_passed,
};
use crate::{
    Ctx, boxed,
    error::Result,
    meetings::{MeetingView, load::load, load_view},
};

/// How a paper stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Adopted at that moment: it never changes, it is only added to.
    Adopted(Instant),
    /// Issued on that day: it never changes.
    Issued(Date),
    /// It says what is known so far.
    Draft,
    /// A list or a form that says what is known whenever it is printed.
    Current,
    /// There is nothing to print before the meeting is opened.
    NotYet,
}

/// A paper of a meeting.
#[derive(Debug, Clone)]
pub struct PaperState {
    /// Its type.
    pub paper: PaperType,
    /// How it stands.
    pub standing: Standing,
    /// Its number, e.g. `05-NQ/CB`, once it has one.
    pub reference: Option<String>,
    /// Letters that would be printed as □.
    pub unprintable: Vec<char>,
}

/// The papers of a meeting.
#[derive(Debug, Clone)]
pub struct Papers {
    /// The meeting.
    pub view: MeetingView,
    /// Its papers, in the order people need them.
    pub papers: Vec<PaperState>,
    /// Whether the reader may issue its resolution now; else what stands against it. `None`: it is issued, or the reader
    /// issues no papers.
    pub may_issue: Option<Result<(), IssueError>>,
    /// Whom its invitation can be made out to by name.
    pub invitees: Vec<(Invitee, Person)>,
}

/// The papers of a meeting, for those who may read it.
#[boxed]
pub async fn of_meeting(ctx: &Ctx, meeting: MeetingId) -> Result<Papers> {
    let mut tx = ctx.store.read().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::ReadMeeting).await?;
    let issues = ctx.may(Action::IssuePapers, &loaded.resource());
    let view = load_view(ctx, &mut tx, loaded).await?;
    let layout = Layout::by(&view.rules);
    let mut papers = Vec::new();
    for paper in PaperType::ALL.iter().copied() {
        let standing = standing(&view, paper);
        let said = content(ctx, &mut tx, &view, paper, &Invitee::Open).await?;
        let number = head::issued(&view, paper).zip(paper.sign(&view.rules));
        papers.push(PaperState {
            paper,
            standing,
            reference: number.map(|((given, _), sign)| head::number(&view, sign, Some(given)).reference()),
            unprintable: unprintable(&compose(&said.content, &layout)),
        });
    }
    let issued = head::issued(&view, PaperType::Resolution).is_some();
    let may_issue = (issues && !issued).then(|| must_have_passed(&view));
    let invitees = invitation::invitees(&view);
    Ok(Papers { view, papers, may_issue, invitees })
}

pub(super) fn standing(view: &MeetingView, paper: PaperType) -> Standing {
    let begun = view.meeting.steps.opened.is_some() && view.meeting.state() != MeetingState::Cancelled;
    match paper {
        PaperType::Minutes => match view.meeting.steps.adopted {
            Some(done) => Standing::Adopted(done.at),
            None if begun => Standing::Draft,
            None => Standing::NotYet,
        },
        PaperType::Resolution => {
            head::issued(view, paper).map_or(Standing::Draft, |(_, on)| Standing::Issued(on))
        }
        PaperType::Invitation => {
            let unsent =
                if view.meeting.steps.called.is_some() { Standing::Current } else { Standing::Draft };
            head::issued(view, paper).map_or(unsent, |(_, on)| Standing::Issued(on))
        }
        PaperType::Attendance | PaperType::Agenda | PaperType::Roll => Standing::Current,
    }
}
