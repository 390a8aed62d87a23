//! The meetings of one cell in one year: what is ahead first, what is late said beside it.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    Ctx,
    meetings::{self, YearMonth},
    reach::Reach,
};
use nennep_domain::{
    ids::OrganisationId,
    meetings::Meeting,
    months::Due,
    time::{Instant, Month},
};

use super::{super::said, choices};
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{Page, show},
    words::Words,
};

/// How many days before something is late it is said in the list.
const SOON_DAYS: i64 = 3;

/// A meeting in the list, or a month without one.
struct Row {
    month: String,
    is_now: bool,
    title: String,
    /// Where it can be read, for those who may.
    path: Option<String>,
    starts_at: Option<Instant>,
    place: String,
    state: String,
    tone: &'static str,
    owed: Vec<Owed>,
}

/// What a month owes, and whether it is late already.
struct Owed {
    words: String,
    is_late: bool,
}

#[derive(Template)]
#[template(path = "meetings/year.html")]
struct YearPage {
    page: Page,
    choices: Vec<Choice>,
    year: i16,
    before: String,
    after: String,
    plan: String,
    is_empty: bool,
    ahead: Vec<Row>,
    past: Vec<Row>,
    unplanned: usize,
    prepares: bool,
}

pub(super) async fn year(
    ctx: &Ctx,
    page: Page,
    reach: &Reach,
    of: OrganisationId,
    asked: &Typed,
) -> Result<Response, Failure> {
    let this = Month::of(page.now.date());
    let found = meetings::year(ctx, of, asked.read("year").unwrap_or(this.year())).await?;
    let ahead = found.months.iter().filter(|month| month.month >= this);
    let ahead = ahead.filter(|month| month.month == this || !month.meetings.is_empty());
    let past = found.months.iter().rev().filter(|month| month.month < this);
    let past = past.filter(|month| !month.meetings.is_empty() || !month.owed.is_empty());
    let routine = |month: &&YearMonth| month.meetings.iter().any(|meeting| meeting.kind.is_routine());
    let unplanned = found.months.iter().filter(|month| month.month >= this && !routine(month)).count();
    let mut choices = choices(reach, of);
    if !choices.iter().any(|choice| choice.chosen) {
        choices.push(Choice::new(of.to_string(), found.cell.name.as_str(), true));
    }
    let (ahead, past) = (rows(ahead, found.reads, &page), rows(past, found.reads, &page));
    let page = page.led(found.cell.name);
    Ok(show(&YearPage {
        page,
        choices,
        is_empty: !ahead.iter().chain(&past).any(|row| !row.title.is_empty() || !row.owed.is_empty()),
        before: format!("/meetings?of={of}&year={}", found.year - 1),
        after: format!("/meetings?of={of}&year={}", found.year + 1),
        year: found.year,
        plan: format!("/cells/{of}/plan?year={}", found.year),
        ahead,
        past,
        unplanned,
        prepares: found.prepares,
    }))
}

fn rows<'a>(months: impl Iterator<Item = &'a YearMonth>, reads: bool, page: &Page) -> Vec<Row> {
    months.flat_map(|month| rows_of(month, reads, page)).collect()
}

/// A row for each meeting of a month, or one that says that there is none; what is owed stands with the routine one.
fn rows_of(month: &YearMonth, reads: bool, page: &Page) -> Vec<Row> {
    let (w, now) = (page.w, page.now);
    let soon = |due: &&Due| due.days_left(now) < SOON_DAYS;
    let mut owed: Vec<_> = month.owed.iter().filter(soon).map(|due| owed(due, now, w)).collect();
    let is_now = month.month == Month::of(now.date());
    let mut rows: Vec<_> = month.meetings.iter().map(|meeting| row(meeting, is_now, reads, w)).collect();
    if rows.is_empty() {
        rows.push(Row {
            month: w.month(month.month),
            is_now,
            title: String::new(),
            path: None,
            starts_at: None,
            place: String::new(),
            state: String::new(),
            tone: "",
            owed: Vec::new(),
        });
    }
    let routine = month.meetings.iter().position(|meeting| meeting.kind.is_routine());
    rows[routine.unwrap_or(0)].owed.append(&mut owed);
    rows
}

fn row(meeting: &Meeting, is_now: bool, reads: bool, w: Words) -> Row {
    let state = meeting.state();
    Row {
        month: w.month(meeting.month),
        is_now,
        title: said::kind(meeting, w),
        path: reads.then(|| format!("/meetings/{}", meeting.id)),
        starts_at: meeting.starts_at,
        place: meeting.place.clone(),
        state: w.one_of("meeting-state", state.as_str()),
        tone: said::tone(state),
        owed: Vec::new(),
    }
}

fn owed(due: &Due, now: Instant, w: Words) -> Owed {
    let is_late = due.is_late(now);
    let values =
        [("what", w.one_of("due-kind", due.kind.as_str()).into()), ("when", w.when(due.by, now).into())];
    let words = if is_late { w.with("due-late", &values) } else { w.with("due-soon", &values) };
    Owed { words, is_late }
}
