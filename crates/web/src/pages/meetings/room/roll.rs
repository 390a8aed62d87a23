//! The roll call: one member after the other, or all who are left at once, with the times of who comes late or leaves
//! early.

use axum::{
    extract::{Form, Path, Query},
    response::Response,
};
use jiff::civil::Date;
use nennep_app::{
    App, Ctx, Error,
    meetings::{self, MeetingView, RollMark},
};
use nennep_domain::{
    ids::MemberId,
    meetings::{Attendance, Meeting, RollEntry},
    members::{MemberGrade, StandingState},
    problems::{Problems, Sentence},
    time::Instant,
};
use serde::Deserialize;

use super::{
    deed::{Deed, Done, Trouble, Typed},
    here::Here,
};
use crate::{errors::Failure, forms::read_time, layout::Page, routes::Routes, session::Asker, words::Words};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/meetings/{meeting}/roll", mark_rest)
        .delete("/meetings/{meeting}/roll", unmark)
        .put("/meetings/{meeting}/roll/{member}", mark)
        .delete("/meetings/{meeting}/roll/{member}", take_back)
}

/// One line of the roll as the page shows it.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) member: MemberId,
    pub(super) name: String,
    /// What sets the member apart: probationary, exempt, a guest member; may be empty.
    pub(super) standing: String,
    pub(super) attendance: Option<Attendance>,
    /// How the member attended, in a word; empty until called.
    pub(super) said: String,
    pub(super) note: String,
    pub(super) arrived: String,
    pub(super) left: String,
    /// When a member who is present came or left; empty if not said.
    pub(super) times: String,
    /// The name of its form.
    pub(super) form: String,
}

impl Line {
    pub(super) fn of(entry: &RollEntry, trouble: &Trouble, w: Words) -> Self {
        let member = entry.who.member;
        let form = format!("roll-{member}");
        let time = |at: Option<Instant>| at.map_or_else(String::new, |at| w.time(at));
        let (arrived, left) = (time(entry.arrived_at), time(entry.left_at));
        let typed = |field, usual: &str| trouble.typed(&form, field, usual).to_owned();
        Self {
            member,
            name: entry.who.name.clone(),
            standing: standing(entry, w),
            attendance: entry.attendance,
            said: entry.attendance.map_or_else(String::new, |how| w.one_of("room-attendance", how.as_str())),
            note: typed("note", &entry.note),
            times: times(&arrived, &left, w),
            arrived: typed("arrived_at", &arrived),
            left: typed("left_at", &left),
            form,
        }
    }

    pub(super) fn is_present(&self) -> bool {
        self.attendance == Some(Attendance::Present)
    }
}

fn times(arrived: &str, left: &str, w: Words) -> String {
    let since = (!arrived.is_empty()).then(|| w.with("room-present-since", &[("time", arrived.into())]));
    let until = (!left.is_empty()).then(|| w.with("room-present-until", &[("time", left.into())]));
    since.into_iter().chain(until).collect::<Vec<_>>().join(" ")
}

fn standing(entry: &RollEntry, w: Words) -> String {
    match (entry.who.state, entry.who.grade) {
        (StandingState::Active, MemberGrade::Official) => String::new(),
        (StandingState::Active, MemberGrade::Probationary) => w.t("room-probationary"),
        (state, _) => w.one_of("room-standing", state.as_str()),
    }
}

/// The roll call.
#[derive(Debug)]
pub(super) struct Roll {
    pub(super) lines: Vec<Line>,
    /// How many are to be called.
    pub(super) left: usize,
}

impl Roll {
    pub(super) fn of(view: &MeetingView, trouble: &Trouble, w: Words) -> Self {
        let open = |entry: &&RollEntry| entry.must_be_called() && entry.attendance.is_none();
        Self {
            lines: view.roll.iter().map(|entry| Line::of(entry, trouble, w)).collect(),
            left: view.roll.iter().filter(open).count(),
        }
    }
}

#[derive(Debug, Deserialize)]
struct Of {
    member: MemberId,
}

/// The time of day in a field, on the day of the meeting; `now` stands for this moment.
fn moment(
    field: &'static str,
    typed: &Typed,
    day: Date,
    now: Instant,
    problems: &mut Problems,
) -> Option<Instant> {
    match typed.get(field).trim() {
        "" => None,
        "now" => Some(now),
        text => problems.take(field, read_time(text)).map(|time| Instant::from_local(day.to_datetime(time))),
    }
}

fn check(typed: &Typed, member: MemberId, meeting: &Meeting, now: Instant) -> Result<RollMark, Problems> {
    let mut problems = Problems::default();
    let day = meeting.steps.opened.map_or(now, |done| done.at).date();
    let attendance = typed.read::<Attendance>("attendance");
    let present = attendance == Some(Attendance::Present);
    let mut at = |field| moment(field, typed, day, now, &mut problems).filter(|_| present);
    let (arrived_at, left_at) = (at("arrived_at"), at("left_at"));
    let note = typed.get("note").to_owned();
    problems.or(Some(RollMark { member, attendance, arrived_at, left_at, note }))
}

/// Marks a member as the form says; gives the member's name.
async fn write(
    ctx: &Ctx,
    here: Here,
    member: MemberId,
    typed: &Typed,
    now: Instant,
) -> Result<String, Error> {
    let view = meetings::show(ctx, here.meeting).await?;
    let mark = check(typed, member, &view.meeting, now)?;
    meetings::mark(ctx, here.meeting, &[mark]).await?;
    Ok(view.name(member).to_owned())
}

async fn mark(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let member = of.member;
    let done = write(&ctx, here, member, &typed, page.now).await;
    let how = typed.get("attendance");
    let how =
        if how.is_empty() { page.w.t("room-not-called") } else { page.w.one_of("room-attendance", how) };
    let done = done.map(|name| {
        let told = Sentence::new("room-marked").with("name", name).with("how", how);
        Done::at(format!("roll-{member}")).told(&told).undone_by(here.post(format!("roll/{member}")))
    });
    Deed { ctx, page, here, form: format!("roll-{member}"), typed }.answer(done).await
}

async fn take_back(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
) -> Result<Response, Failure> {
    let member = of.member;
    let done = write(&ctx, here, member, &Typed::default(), page.now).await;
    let done = done.map(|_| Done::at(format!("roll-{member}")).told(&Sentence::new("room-unmarked")));
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

async fn mark_rest(Asker(ctx): Asker, page: Page, here: Here) -> Result<Response, Failure> {
    let done = meetings::mark_rest_present(&ctx, here.meeting).await.map(|lines| {
        let count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        let told = Sentence::new("room-rest-marked").with("n", count);
        let lines = lines.iter().map(u32::to_string).collect::<Vec<_>>().join("-");
        let undo = here.post("roll");
        let mark = if undo.contains('?') { '&' } else { '?' };
        Done::at("roll").told(&told).undone_by(format!("{undo}{mark}lines={lines}"))
    });
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

#[derive(Debug, Default, Deserialize)]
struct Lines {
    #[serde(default)]
    lines: String,
}

async fn unmark(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Query(asked): Query<Lines>,
) -> Result<Response, Failure> {
    let lines: Vec<u32> = asked.lines.split('-').filter_map(|line| line.parse().ok()).collect();
    let done = meetings::take_marks_back(&ctx, here.meeting, &lines).await;
    let done = done.map(|()| Done::at("roll").told(&Sentence::new("room-unmarked")));
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}
