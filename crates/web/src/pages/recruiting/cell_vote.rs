//! The cell's vote about a person on the agenda of a meeting: chosen, taken off, and shown with what came of it.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx, Error,
    recruiting::{self, Coming},
};
use nennep_domain::{
    ids::{CandidateId, MeetingId, MemberId},
    problems::{Citation, Problems, Sentence},
    recruiting::{CellVote, Step, probation::ProbationStep},
    time::Instant,
};

use super::show::obstacle;
use crate::{
    components::{Choice, RuleText},
    errors::Failure,
    forms::{Typed, wrong},
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

/// A vote in a meeting as the person's page shows it.
pub(super) struct VoteLine {
    /// The meeting.
    pub(super) path: String,
    pub(super) meeting: String,
    /// How far it has come, and how that looks.
    pub(super) said: String,
    pub(super) tone: &'static str,
    /// The rule a lost vote was lost by.
    pub(super) cited: Option<Citation>,
    /// Where it is taken off the agenda, while nobody counted.
    pub(super) off: Option<String>,
}

/// The votes of a person in meetings, the latest first. `of`: the address at which one is taken off the agenda, for whoever may.
pub(super) fn vote_lines(w: Words, votes: &[CellVote], of: Option<&str>) -> Vec<VoteLine> {
    let line = |vote: &CellVote| {
        let day = vote.on.map(|on| w.date(on)).unwrap_or_default();
        let lost = vote.lost();
        let (said, tone) = match (&vote.decision, &lost) {
            (None, _) => (w.t("cell-vote-on-agenda"), "average"),
            (Some(_), Some((lost, _))) => (w.say(lost), "poor"),
            (Some(decision), None) => {
                let values =
                    [("in_favour", decision.count.in_favour.into()), ("counted", decision.base.into())];
                if vote.adopted {
                    (w.with("cell-vote-carried", &values), "good")
                } else {
                    (w.with("cell-vote-awaits-minutes", &values), "average")
                }
            }
        };
        let off = of.filter(|_| vote.decision.is_none()).map(|of| format!("{of}?_method=DELETE"));
        VoteLine {
            path: format!("/meetings/{}", vote.meeting),
            meeting: w.with("cell-vote-meeting", &[("date", day.into())]),
            said,
            tone,
            cited: lost.map(|(_, citation)| citation),
            off,
        }
    };
    votes.iter().rev().map(line).collect()
}

#[derive(Template)]
#[template(path = "recruiting/cell_vote.html")]
struct VotePage {
    page: Page,
    problems: Problems,
    cited: Option<Citation>,
    action: String,
    back: String,
    /// Where a vote of before the program is entered.
    by_hand: String,
    meetings: Vec<Choice>,
    /// What is still missing today.
    wrong: Vec<String>,
    rule: Option<RuleText>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/candidates/{candidate}/cell-vote", of_candidate)
        .post("/candidates/{candidate}/cell-vote", put_candidate)
        .delete("/candidates/{candidate}/cell-vote", take_candidate_off)
        .get("/members/{member}/probation/cell-vote", of_member)
        .post("/members/{member}/probation/cell-vote", put_member)
        .delete("/members/{member}/probation/cell-vote", take_member_off)
}

/// The meetings as choices, the first one chosen.
fn choices(page: &Page, meetings: &[Coming], typed: &Typed) -> Vec<Choice> {
    let (w, now): (Words, Instant) = (page.w, page.now);
    let chosen: Option<MeetingId> = typed.read("meeting");
    let choice = |(n, one): (usize, &Coming)| {
        let when = one.starts_at.map(|at| w.when(at, now)).unwrap_or_default();
        let kind = w.one_of("meeting-kind", one.kind.as_str());
        let is_chosen = chosen.map_or(n == 0, |id| id == one.meeting);
        Choice::new(one.meeting.to_string(), format!("{when} · {kind}"), is_chosen).helped(&one.place)
    };
    meetings.iter().enumerate().map(choice).collect()
}

/// Why it was not put there, with the rule; other failures go on.
fn refused(done: nennep_app::Result<()>) -> Result<(Problems, Option<Citation>), Failure> {
    Ok(match done {
        Ok(()) => (Problems::default(), None),
        Err(error) => wrong(error)?,
    })
}

/// The meeting that was chosen.
fn chosen(typed: &Typed) -> Result<MeetingId, Error> {
    typed.read("meeting").ok_or(Error::invalid("meeting", Sentence::new("cell-vote-choose-meeting")))
}

async fn of_candidate(Asker(ctx): Asker, page: Page, At(id): At<CandidateId>) -> Result<Response, Failure> {
    candidate_page(&ctx, page, id, &Typed::default(), (Problems::default(), None)).await
}

async fn candidate_page(
    ctx: &Ctx,
    page: Page,
    id: CandidateId,
    typed: &Typed,
    (problems, cited): (Problems, Option<Citation>),
) -> Result<Response, Failure> {
    let found = recruiting::meetings_for_vote(ctx, id).await?;
    let (w, view) = (page.w, &found.view);
    let name = &view.file.candidate.person.name;
    let back = format!("/candidates/{id}");
    let against = view.way.iter().flat_map(|stride| &stride.obstacles);
    let template = VotePage {
        meetings: choices(&page, &found.meetings, typed),
        action: format!("{back}/cell-vote"),
        by_hand: format!("{back}/steps/{}", Step::Vote),
        wrong: against.map(|one| obstacle(w, view, one)).collect(),
        rule: RuleText::of(w, &view.rules, "votes.admission_majority"),
        page: page.at(Place::Members).titled(w.t("cell-vote-title")).led(name).under(name, &back),
        problems,
        cited,
        back,
    };
    Ok(layout::page(status(&template.problems), &template))
}

fn status(problems: &Problems) -> StatusCode {
    if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

fn told(back: &str) -> Response {
    let undo = format!("{back}/cell-vote");
    see_other(back, Some(&Flash::done(&Sentence::new("cell-vote-put")).undone_by(undo)))
}

fn off(back: &str) -> Response {
    see_other(back, Some(&Flash::done(&Sentence::new("cell-vote-off"))))
}

async fn put_candidate(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<CandidateId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let done = match chosen(&typed) {
        Ok(meeting) => recruiting::put_to_vote(&ctx, id, meeting).await,
        Err(error) => Err(error),
    };
    if done.is_ok() {
        return Ok(told(&format!("/candidates/{id}")));
    }
    candidate_page(&ctx, page, id, &typed, refused(done)?).await
}

async fn take_candidate_off(Asker(ctx): Asker, At(id): At<CandidateId>) -> Result<Response, Failure> {
    recruiting::take_off_agenda(&ctx, id).await?;
    Ok(off(&format!("/candidates/{id}")))
}

async fn of_member(Asker(ctx): Asker, page: Page, At(id): At<MemberId>) -> Result<Response, Failure> {
    member_page(&ctx, page, id, &Typed::default(), (Problems::default(), None)).await
}

async fn member_page(
    ctx: &Ctx,
    page: Page,
    id: MemberId,
    typed: &Typed,
    (problems, cited): (Problems, Option<Citation>),
) -> Result<Response, Failure> {
    let found = recruiting::probation::meetings_for_vote(ctx, id).await?;
    let (w, view) = (page.w, &found.view);
    let back = format!("/members/{id}/probation");
    let missing = view.way.iter().filter(|stride| stride.step.is_paper() && stride.on.is_none());
    let said = |step: ProbationStep| w.with("probation-missing", &[("step", step.as_str().into())]);
    let template = VotePage {
        meetings: choices(&page, &found.meetings, typed),
        action: format!("{back}/cell-vote"),
        by_hand: format!("{back}/steps/{}", ProbationStep::Vote),
        wrong: missing.map(|stride| said(stride.step)).collect(),
        rule: RuleText::of(w, &view.rules, "votes.recognition_majority"),
        page: page.at(Place::Members).titled(w.t("cell-vote-title")).led(&view.name).under(&view.name, &back),
        problems,
        cited,
        back,
    };
    Ok(layout::page(status(&template.problems), &template))
}

async fn put_member(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MemberId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let done = match chosen(&typed) {
        Ok(meeting) => recruiting::probation::put_to_vote(&ctx, id, meeting).await,
        Err(error) => Err(error),
    };
    if done.is_ok() {
        return Ok(told(&format!("/members/{id}/probation")));
    }
    member_page(&ctx, page, id, &typed, refused(done)?).await
}

async fn take_member_off(Asker(ctx): Asker, At(id): At<MemberId>) -> Result<Response, Failure> {
    recruiting::probation::take_off_agenda(&ctx, id).await?;
    Ok(off(&format!("/members/{id}/probation")))
}
