//! The notice of a meeting: what it says, who is called, who opened it, and calling itself.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    App, Ctx,
    meetings::{self, MeetingView, Overview},
};
use nennep_domain::{
    accounts::permission::Action,
    ids::MeetingId,
    meetings::{CourseStep, Meeting, SubCellFault},
    problems::Sentence,
    time::Instant,
};

use super::said;
use crate::{
    components::RuleText,
    errors::Failure,
    layout::{self, Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

/// Somebody who was called.
struct Called {
    name: String,
    is_overseer: bool,
    sent_at: Instant,
    mailed_at: Option<Instant>,
    seen_at: Option<Instant>,
}

/// What is still missing before the notice can go out, and where it is done.
struct Missing {
    words: String,
    path: String,
    rule: Option<RuleText>,
}

#[derive(Template)]
#[template(path = "meetings/call.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is one question the template asks")]
struct CallPage {
    page: Page,
    view: MeetingView,
    /// Whether the own preparation is what the reader does next.
    prepares_only: bool,
    kind: String,
    at: String,
    called: Vec<Called>,
    missing: Vec<Missing>,
    papers_late: Option<RuleText>,
    /// Why a meeting by sub-cells does not count as the cell's.
    sub_cell_faults: Vec<SubCellFault>,
    leads: bool,
    calls: bool,
    mails: bool,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/meetings/{meeting}/call", show).post("/meetings/{meeting}/call", call)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<MeetingId>) -> Result<Response, Failure> {
    let overview = meetings::overview(&ctx, id).await?;
    meetings::mark_seen(&ctx, &overview.view).await?;
    let (w, view) = (page.w, &overview.view);
    let leads = ctx.may(Action::PrepareMeeting, &view.resource());
    let page = said::below(page, &view.meeting, w.t("call-title"));
    let at = view.meeting.starts_at.map_or_else(|| w.t("meeting-undated"), |at| said::day_and_hour(at, w));
    let stands = |me| view.roll.iter().any(|entry| entry.who.member == me);
    let ahead = view.meeting.must_be_ahead().is_ok();
    Ok(layout::show(&CallPage {
        prepares_only: !leads && ahead && ctx.actor.member.is_some_and(stands),
        kind: said::kind(&view.meeting, w),
        at,
        called: called(view),
        missing: missing(&overview, &page),
        papers_late: papers_late(&overview, &page),
        sub_cell_faults: overview.sub_cell_faults,
        leads,
        calls: leads && ahead,
        mails: mails(&ctx),
        page,
        view: overview.view,
    }))
}

fn mails(ctx: &Ctx) -> bool {
    ctx.mailer.is_configured()
}

/// Those called, the overseer last.
fn called(view: &MeetingView) -> Vec<Called> {
    let mut called: Vec<_> = view.notices.iter().collect();
    called.sort_by_key(|notice| {
        (notice.overseer, view.roll.iter().position(|e| e.who.member == notice.member))
    });
    let one = |notice: &nennep_domain::meetings::Notice| Called {
        name: view.name(notice.member).to_owned(),
        is_overseer: notice.overseer,
        sent_at: notice.sent_at,
        mailed_at: notice.mailed_at,
        seen_at: notice.seen_at,
    };
    called.into_iter().map(one).collect()
}

/// What the notice cannot go out without: date and place, an agenda, and the superior's word where it is asked for.
fn missing(overview: &Overview, page: &Page) -> Vec<Missing> {
    let (w, meeting) = (page.w, &overview.view.meeting);
    let done = |step| overview.course.iter().find(|leg| leg.step == step).is_none_or(|leg| leg.is_done);
    let mut missing = Vec::new();
    if !is_placed(meeting) {
        let path = format!("/meetings/{}/place", meeting.id);
        missing.push(Missing { words: w.t("call-missing-place"), path, rule: None });
    }
    if overview.view.items.is_empty() {
        let path = format!("/meetings/{}/agenda", meeting.id);
        missing.push(Missing { words: w.t("call-missing-agenda"), path, rule: None });
    }
    if !done(CourseStep::Approval) {
        let rule = said::rule_of(CourseStep::Approval, overview, w);
        missing.push(Missing { words: w.t("call-missing-approval"), path: String::new(), rule });
    }
    missing
}

fn is_placed(meeting: &Meeting) -> bool {
    meeting.starts_at.is_some() && !meeting.place.is_empty()
}

/// The rule of the papers, if none is posted yet: the notice may go out all the same.
fn papers_late(overview: &Overview, page: &Page) -> Option<RuleText> {
    let none = overview.view.papers.is_empty();
    none.then(|| said::rule_of(CourseStep::Papers, overview, page.w)).flatten()
}

async fn call(Asker(ctx): Asker, At(id): At<MeetingId>) -> Result<Response, Failure> {
    let added = meetings::call(&ctx, id).await?;
    let told = match added {
        0 => Sentence::new("call-done-nobody"),
        added => Sentence::new("call-done").with("count", i64::try_from(added).unwrap_or(i64::MAX)),
    };
    Ok(see_other(&format!("/meetings/{id}/call"), Some(&Flash::done(&told))))
}
