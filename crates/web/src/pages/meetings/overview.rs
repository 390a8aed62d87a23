//! A meeting at a glance: how far it has come, the one thing to do next, and the ways to everything about it.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    App, Ctx,
    meetings::{self, MeetingView, Overview},
};
use nennep_domain::{
    accounts::permission::Action,
    ids::MeetingId,
    meetings::{CourseStep, LeaveAnswer, Meeting, MeetingState},
    motions::Motion,
    problems::Citation,
};

use super::said;
use crate::{
    components::{RuleText, Step},
    errors::Failure,
    layout::{Page, show},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

/// What is to be done next, and where.
struct Next {
    title: String,
    words: String,
    kind: &'static str,
    rule: Option<RuleText>,
    deed: Option<Deed>,
    /// Another way to go on, quieter.
    also: Option<Deed>,
}

/// A way to do it: a page to go to, or a deed of one button.
struct Deed {
    label: String,
    path: String,
    is_post: bool,
}

/// What whoever looks may do.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is its own answer of its own question")]
struct May {
    prepare: bool,
    approve: bool,
    run: bool,
    oneself: bool,
    answer: bool,
    revive: bool,
}

#[derive(Template)]
#[template(path = "meetings/overview.html")]
struct OverviewPage {
    page: Page,
    overview: Overview,
    state: String,
    tone: &'static str,
    steps: Vec<Step>,
    next: Option<Next>,
    may: May,
    revive: String,
    /// Whether the own preparation is all there is to do here.
    prepares_only: bool,
    leave_waiting: usize,
    leave_granted: usize,
    short_by: Option<Citation>,
    /// The votes about a person: where the person's page is, the words, what came of it.
    votes: Vec<(String, String, String)>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/meetings/{meeting}", overview).drawn_once()
}

async fn overview(Asker(ctx): Asker, page: Page, At(id): At<MeetingId>) -> Result<Response, Failure> {
    let overview = meetings::overview(&ctx, id).await?;
    meetings::mark_seen(&ctx, &overview.view).await?;
    let meeting = &overview.view.meeting;
    let (w, state) = (page.w, meeting.state());
    let may = may(&ctx, &overview);
    let answered = |answer| overview.view.leave.iter().filter(|leave| leave.answer == answer).count();
    let least = overview.minimum_minutes.as_ref().filter(|least| overview.planned_minutes < least.value);
    let page = said::about(page, meeting, &overview.view.cell.name);
    Ok(show(&OverviewPage {
        state: w.one_of("meeting-state", state.as_str()),
        tone: said::tone(state),
        steps: said::steps(&overview, page.now, may.prepare || may.run, w),
        next: next(&overview, may, &page).filter(|next| next.deed.is_some() || may.prepare || may.run),
        prepares_only: may.oneself && !may.run && meeting.must_be_ahead().is_ok(),
        revive: format!("/meetings/{id}/cancellation?_method=DELETE"),
        leave_waiting: answered(None),
        leave_granted: answered(Some(LeaveAnswer::Granted)),
        short_by: least.map(|least| least.citation.clone()),
        votes: votes(w, &overview.view),
        may,
        page,
        overview,
    }))
}

fn votes(w: Words, view: &MeetingView) -> Vec<(String, String, String)> {
    let line = |motion: &Motion| {
        let path = said::person_path(view.voted_on(motion.id)?);
        let came = view.outcome(motion).map(|outcome| w.say(&outcome.line())).unwrap_or_default();
        Some((path, motion.body.clone(), came))
    };
    view.motions.iter().filter_map(line).collect()
}

fn may(ctx: &Ctx, overview: &Overview) -> May {
    let view = &overview.view;
    let resource = view.resource();
    let ahead = view.meeting.must_be_ahead().is_ok();
    let stands = ctx.actor.member.is_some_and(|me| view.roll.iter().any(|entry| entry.who.member == me));
    May {
        prepare: ahead && ctx.may(Action::PrepareMeeting, &resource),
        approve: ahead && ctx.may(Action::ApproveMeeting, &resource),
        run: ctx.may(Action::RunMeeting, &resource),
        oneself: stands && view.meeting.must_be_open_to_change().is_ok(),
        answer: ahead && ctx.may(Action::AnswerLeave, &resource),
        revive: view.meeting.steps.cancelled.is_some() && ctx.may(Action::PrepareMeeting, &resource),
    }
}

/// The next step in words, with the button that does it for whoever may.
fn next(overview: &Overview, may: May, page: &Page) -> Option<Next> {
    let (leg, w, meeting) = (overview.next.as_ref()?, page.w, &overview.view.meeting);
    let is_late = leg.is_late(page.now) && meeting.state() != MeetingState::Running;
    let (title, words) = said_of(leg.step, meeting, is_late, w);
    Some(Next {
        title,
        words,
        kind: if is_late { "late" } else { "plain" },
        rule: said::rule_of(leg.step, overview, w),
        deed: deed(leg.step, meeting, may, w),
        also: also(leg.step, meeting, is_late, may, w),
    })
}

fn is_placed(meeting: &Meeting) -> bool {
    meeting.starts_at.is_some() && !meeting.place.is_empty()
}

fn said_of(step: CourseStep, meeting: &Meeting, is_late: bool, w: Words) -> (String, String) {
    match step {
        CourseStep::Registration if !is_placed(meeting) => (w.t("next-date"), w.t("next-date-words")),
        CourseStep::Registration => (w.t("next-registration"), w.t("next-registration-words")),
        CourseStep::Approval => (w.t("next-approval"), w.t("next-approval-words")),
        CourseStep::Agenda => (w.t("next-agenda"), w.t("next-agenda-words")),
        CourseStep::Papers => (w.t("next-papers"), w.t("next-papers-words")),
        CourseStep::Notice => (w.t("next-notice"), w.t("next-notice-words")),
        CourseStep::Sitting if meeting.is_running() => (w.t("next-running"), w.t("next-running-words")),
        CourseStep::Sitting if is_late => (w.t("next-sitting-late"), w.t("next-sitting-late-words")),
        CourseStep::Sitting => (w.t("next-sitting"), w.t("next-sitting-words")),
        CourseStep::Minutes => (w.t("next-minutes"), w.t("next-minutes-words")),
        CourseStep::Score => (w.t("next-score"), w.t("next-score-words")),
        CourseStep::Report => (w.t("next-report"), w.t("next-report-words")),
    }
}

/// The notice may go out without papers; a meeting whose hour has passed may be moved or called off.
fn also(step: CourseStep, meeting: &Meeting, is_late: bool, may: May, w: Words) -> Option<Deed> {
    let (label, path) = match step {
        CourseStep::Papers => (w.t("next-papers-without"), said::path_of(CourseStep::Notice, meeting)),
        CourseStep::Sitting if is_late => {
            (w.t("next-sitting-move"), said::path_of(CourseStep::Registration, meeting))
        }
        _ => return None,
    };
    may.prepare.then_some(Deed { label, path, is_post: false })
}

fn deed(step: CourseStep, meeting: &Meeting, may: May, w: Words) -> Option<Deed> {
    let to = |label: &str, path: String| Some(Deed { label: label.to_owned(), path, is_post: false });
    let path = said::path_of(step, meeting);
    let id = meeting.id;
    match step {
        CourseStep::Approval if may.approve => {
            Some(Deed { label: w.t("approval-do"), path: format!("/meetings/{id}/approval"), is_post: true })
        }
        CourseStep::Registration if may.prepare && is_placed(meeting) => Some(Deed {
            label: w.t("registration-do"),
            path: format!("/meetings/{id}/registration"),
            is_post: true,
        }),
        CourseStep::Registration if may.prepare => to(&w.t("next-date-do"), path),
        CourseStep::Agenda if may.prepare => to(&w.t("next-agenda-do"), path),
        CourseStep::Papers if may.prepare => to(&w.t("next-papers-do"), path),
        CourseStep::Notice if may.prepare => to(&w.t("next-notice-do"), path),
        CourseStep::Sitting if may.run => to(&w.t("next-sitting-do"), path),
        CourseStep::Minutes | CourseStep::Report if may.run => to(&w.t("next-minutes-do"), path),
        CourseStep::Score if may.run => to(&w.t("next-score-do"), path),
        _ => None,
    }
}
