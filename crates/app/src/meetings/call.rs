//! Calling a meeting: notice to every member who stands in the cell and to the overseer.

use nennep_domain::{
    accounts::{Office, permission::Action},
    ids::{IssueId, MeetingId},
    meetings::Notice,
    members::StandingState,
    papers::PaperType,
    problems::{Citation, Refusal, Sentence},
};
use nennep_store::{
    meetings::{self, Step},
    members, offices,
};

use super::{load::load, register::finish};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    jobs,
    papers::{Unnumbered, give_number, series},
};

#[derive(Debug, thiserror::Error)]
enum CannotCall {
    #[error("date and place are not set")]
    NoDateOrPlace,
    #[error("the agenda is empty")]
    NoAgenda,
    #[error("the superior committee has not agreed to the date")]
    NotApproved(Citation),
}

impl Refusal for CannotCall {
    fn sentence(&self) -> Sentence {
        Sentence::new(match self {
            Self::NoDateOrPlace => "meetings-refused-no-date-or-place",
            Self::NoAgenda => "meetings-refused-no-agenda",
            Self::NotApproved(_) => "meetings-refused-not-approved",
        })
    }

    fn citation(&self) -> Option<Citation> {
        if let Self::NotApproved(citation) = self { Some(citation.clone()) } else { None }
    }
}

/// Calls a meeting; gives how many were newly called. Calling again reaches only those who joined the cell since.
#[boxed]
pub async fn call(ctx: &Ctx, id: MeetingId) -> Result<u64> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::PrepareMeeting).await?;
    let meeting = &loaded.meeting;
    meeting.must_be_ahead().map_err(Error::refused)?;
    if meeting.starts_at.is_none() || meeting.place.is_empty() {
        return Err(Error::refused(CannotCall::NoDateOrPlace));
    }
    if meetings::items(&mut tx, id).await?.is_empty() {
        return Err(Error::refused(CannotCall::NoAgenda));
    }
    let rules = loaded.rules(ctx, &mut tx).await?;
    let approval = rules.superior_approves_date();
    if approval.value && meeting.steps.approved.is_none() {
        return Err(Error::refused(CannotCall::NotApproved(approval.citation)));
    }
    let day = loaded.day(ctx);
    let roll = members::roll_on(&mut tx, meeting.cell, day).await?;
    let called = |state: StandingState| {
        matches!(
            state,
            StandingState::Active
                | StandingState::Exempt
                | StandingState::Visiting
                | StandingState::Residence
        )
    };
    let mut notices: Vec<Notice> = roll
        .iter()
        .filter(|line| called(line.state))
        .map(|line| notice(ctx, id, line.member, false))
        .collect();
    let overseers = offices::holders(&mut tx, meeting.cell, day).await?;
    let overseers = overseers.iter().filter(|holder| holder.term.office == Office::Overseer);
    notices.extend(
        overseers.filter_map(|holder| holder.term.member).map(|member| notice(ctx, id, member, true)),
    );
    let added = meetings::insert_notices(&mut tx, &notices).await?;
    meetings::mark_step(&mut tx, id, Step::Called, ctx.done()).await?;
    if let Some(sign) = PaperType::Invitation.sign(&rules) {
        let paper = Unnumbered {
            id: IssueId(ctx.new_id()),
            organisation: meeting.cell,
            meeting: Some(id),
            series: &series(meeting.kind, &rules, &sign),
            on: ctx.now().date(),
        };
        give_number(ctx, &mut tx, &rules, paper).await?;
    }
    if added > 0 && ctx.mailer.is_configured() {
        jobs::enqueue(&mut tx, ctx, jobs::Task::MailNotices { meeting: id }).await?;
    }
    finish(ctx, tx, meeting, "meeting.called", &[meeting.month]).await?;
    Ok(added)
}

fn notice(ctx: &Ctx, meeting: MeetingId, member: nennep_domain::ids::MemberId, overseer: bool) -> Notice {
    Notice { meeting, member, overseer, sent_at: ctx.now(), mailed_at: None, seen_at: None }
}
