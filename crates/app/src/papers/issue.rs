//! Numbers of papers: minutes get theirs when they are adopted, a resolution when it is issued after its vote passed, an
//! invitation when the meeting is called. Numbers run on through a term (05-HD/VPTW, statement 39).

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::Action,
    ids::{IssueId, MeetingId, OrganisationId},
    meetings::StateError,
    motions::MotionSubject,
    papers::{DocumentType, IssueError, Number, PaperType},
    rules::Rules,
};
use nennep_store::{
    Tx, WriteTx,
    issues::{self, Issue},
};

use super::{content::resolution_now, head, terms::term_of};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    meetings::{
        MeetingView,
        load::{Loaded, load},
        load_view,
    },
};

/// A paper that is to have a number.
pub(crate) struct Unnumbered<'a> {
    pub(crate) id: IssueId,
    pub(crate) organisation: OrganisationId,
    pub(crate) meeting: Option<MeetingId>,
    /// The sign under which it is counted.
    pub(crate) series: &'a str,
    /// The day it bears.
    pub(crate) on: Date,
}

/// Gives a paper the next number of its sign in the term of its day, or the number it has.
pub(crate) async fn give_number(
    ctx: &Ctx,
    tx: &mut WriteTx,
    rules: &Rules,
    paper: Unnumbered<'_>,
) -> Result<u32> {
    let term = term_of(ctx, tx, paper.organisation, paper.on).await?;
    let issue = Issue {
        id: paper.id,
        organisation: paper.organisation,
        term: term.id,
        sign: paper.series.to_owned(),
        number: rules.number_starts_at().value,
        meeting: paper.meeting,
        issued_on: paper.on,
    };
    Ok(issues::number(tx, &issue, ctx.actor.account).await?)
}

/// Gives a meeting's own paper its number, so that the view shows it from then on; gives the id it stands under.
pub(crate) async fn give_number_in(
    ctx: &Ctx,
    tx: &mut WriteTx,
    view: &mut MeetingView,
    sign: &str,
    on: Date,
) -> Result<(IssueId, u32)> {
    let series = head::series(view.meeting.kind, &view.rules, sign);
    let id = IssueId(ctx.new_id());
    let (organisation, meeting) = (view.meeting.cell, Some(view.meeting.id));
    let paper = Unnumbered { id, organisation, meeting, series: &series, on };
    let number = give_number(ctx, tx, &view.rules, paper).await?;
    view.issues.push((series, number, on));
    Ok((id, number))
}

/// Issues a meeting's paper under the next number of its type: its resolution, once it was closed and the vote passed.
/// What it says is kept as it stands. Issuing twice gives the same number; minutes have theirs from their adoption. A type
/// that a cell may not issue is refused with the rule (399-QĐ/TW Art. 11, 13).
#[boxed]
pub async fn issue(ctx: &Ctx, meeting: MeetingId, paper: DocumentType) -> Result<Number> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::IssuePapers).await?;
    let mut view = load_view(ctx, &mut tx, loaded).await?;
    let sign = paper.sign_for_cell(&view.rules).map_err(Error::refused)?;
    let of_meeting = match paper {
        DocumentType::Minutes => PaperType::Minutes,
        DocumentType::Resolution => PaperType::Resolution,
        _ => return Err(Error::refused(IssueError::NotOfMeetings(paper))),
    };
    if let Some((number, _)) = head::issued(&view, of_meeting) {
        return Ok(head::number(&view, sign, Some(number)));
    }
    if of_meeting == PaperType::Minutes {
        return Err(Error::refused(StateError::NotAdopted));
    }
    must_have_passed(&view).map_err(Error::refused)?;
    let (id, number) = give_number_in(ctx, &mut tx, &mut view, &sign, ctx.now().date()).await?;
    let said = resolution_now(ctx, &mut tx, &view).await?;
    let body = serde_json::to_value(&said).map_err(Error::fault)?;
    issues::keep(&mut tx, id, "", Some(&body)).await?;
    let event = Event::new("paper.issued").at(view.meeting.cell).to(meeting.0);
    events::record(&mut tx, ctx, event.with("sign", sign.as_str()).with("number", number)).await?;
    tx.commit().await?;
    Ok(head::number(&view, sign, Some(number)))
}

/// Nothing, while the meeting's resolution was not issued.
pub(crate) async fn must_not_be_issued(ctx: &Ctx, tx: &mut Tx, loaded: &Loaded) -> Result<()> {
    let rules = loaded.rules(ctx, tx).await?;
    let Some(sign) = PaperType::Resolution.sign(&rules) else { return Ok(()) };
    let series = head::series(loaded.meeting.kind, &rules, &sign);
    let issued = issues::of_meeting(tx, loaded.meeting.id).await?;
    if issued.iter().any(|(sign, ..)| *sign == series) {
        return Err(Error::refused(IssueError::Issued));
    }
    Ok(())
}

/// Whether the meeting's resolution may be issued: the meeting is closed and the last vote on the resolution passed.
pub(super) fn must_have_passed(view: &MeetingView) -> Result<(), IssueError> {
    view.meeting.must_be_held()?;
    let rule = || view.rules.resolution_majority().citation;
    let decision =
        head::decided_on(view, MotionSubject::Resolution).and_then(|motion| motion.decision.as_ref());
    match decision {
        None => Err(IssueError::NotVoted(rule())),
        Some(decision) if !decision.passed => Err(IssueError::NotPassed(decision.citation.clone())),
        Some(_) => Ok(()),
    }
}
