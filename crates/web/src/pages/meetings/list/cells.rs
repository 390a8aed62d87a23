//! The meetings of one month in all cells of a committee, found by name and by how far they have come.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    Ctx,
    meetings::{self, CellsFilter, CellsLeaf},
    reach::Reach,
};
use nennep_domain::{
    ids::{MeetingId, OrganisationId},
    meetings::{Meeting, MeetingState},
    time::{Instant, Month},
};

use super::{super::said, choices};
use crate::{
    components::{Choice, Pager},
    errors::Failure,
    forms::Typed,
    layout::{Page, show},
    words::Words,
};

/// Rows on one leaf.
const LEAF: u32 = 50;

struct Row {
    cell: String,
    title: String,
    /// Where it can be read, for those who may.
    path: Option<String>,
    starts_at: Option<Instant>,
    state: String,
    tone: &'static str,
}

#[derive(Template)]
#[template(path = "meetings/cells.html")]
struct CellsPage {
    page: Page,
    choices: Vec<Choice>,
    month: Month,
    words: String,
    states: Vec<Choice>,
    rows: Vec<Row>,
    pager: Pager,
    plain: String,
}

pub(super) async fn month(
    ctx: &Ctx,
    page: Page,
    reach: &Reach,
    of: OrganisationId,
    asked: &Typed,
) -> Result<Response, Failure> {
    let month = asked.read("month").unwrap_or(Month::of(page.now.date()));
    let state: Option<MeetingState> = asked.read("state");
    let words = asked.get("q").trim();
    let after = asked.get("after").split_once('~').and_then(|(id, code)| Some((code, id.parse().ok()?)));
    let filter = CellsFilter { within: of, month, words, state, after, limit: LEAF };
    let leaf = meetings::of_cells(ctx, filter).await?;
    let w = page.w;
    let states = MeetingState::ALL
        .iter()
        .map(|one| Choice::new(one.as_str(), w.one_of("meeting-state", one.as_str()), state == Some(*one)));
    let states = states.collect();
    let pager = pager(&leaf, of, month, asked);
    let rows = leaf.meetings.iter().map(|listed| {
        let readable = leaf.readable.contains(&listed.meeting.cell);
        row(&listed.meeting, &listed.cell_name, readable, w)
    });
    let rows = rows.collect();
    let (choices, words) = (choices(reach, of), words.to_owned());
    let plain = format!("/meetings?of={of}&month={month}");
    Ok(show(&CellsPage { page, choices, month, words, states, rows, pager, plain }))
}

fn row(meeting: &Meeting, cell: &str, readable: bool, w: Words) -> Row {
    let state = meeting.state();
    Row {
        cell: cell.to_owned(),
        title: said::kind(meeting, w),
        path: readable.then(|| format!("/meetings/{}", meeting.id)),
        starts_at: meeting.starts_at,
        state: w.one_of("meeting-state", state.as_str()),
        tone: said::tone(state),
    }
}

/// The ways to the first and to the next leaf, with the same filter.
fn pager(leaf: &CellsLeaf, of: OrganisationId, month: Month, asked: &Typed) -> Pager {
    let filter = format!(
        "/meetings?of={of}&month={month}&q={}&state={}",
        encoded(asked.get("q")),
        encoded(asked.get("state"))
    );
    let last: Option<(&str, MeetingId)> =
        leaf.meetings.last().map(|listed| (listed.cell_code.as_str(), listed.meeting.id));
    let after = last.filter(|_| leaf.more).map(|(code, id)| format!("{filter}&after={id}~{}", encoded(code)));
    let before = if asked.get("after").is_empty() { String::new() } else { filter };
    Pager { shown: leaf.meetings.len(), before, after: after.unwrap_or_default() }
}

fn encoded(text: &str) -> String {
    crate::session::form_encoded(text)
}
