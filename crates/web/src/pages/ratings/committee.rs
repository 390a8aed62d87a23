//! The sheet of a committee: what is missing first, the ceiling, the rounds below, the cells.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use nennep_app::{
    Ctx,
    ratings::{self, CellLine, CommitteeSheet, Itself, RoundLine, Who},
};
use nennep_domain::{
    ids::{OrganisationId, RatingRoundId},
    problems::Problems,
    ratings::{Ceiling, Level, Tally},
    rules::CeilingBase,
};

use super::{
    said::{LevelMark, path, sheet_path},
    year::tabs,
};
use crate::{
    components::{RuleText, Tab},
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    words::Words,
};

/// A ceiling in words.
pub(super) struct CeilingSaid {
    pub(super) said: String,
    pub(super) over: Option<String>,
    pub(super) rules: Vec<RuleText>,
}

/// How the organisation itself is rated: the level, or what is waited for, and where the next step is taken.
struct Own {
    path: String,
    level: Option<LevelMark>,
    waits: String,
    next: Option<(String, String)>,
}

/// A line of levels: of a round, or of a cell.
struct Line {
    name: String,
    path: String,
    all: u32,
    self_rated: Option<u32>,
    voted: Option<u32>,
    levels: Vec<u32>,
    open: u32,
    own: Option<LevelMark>,
    ceiling: String,
    is_over: bool,
    is_closed: bool,
}

#[derive(Template)]
#[template(path = "ratings/committee.html")]
struct CommitteePage {
    page: Page,
    tabs: Vec<Tab>,
    /// The round of the organisation itself.
    round: Option<RatingRoundId>,
    state: String,
    is_closed: bool,
    decides: bool,
    /// What is missing, in words.
    missing: Vec<String>,
    /// The one next step: where and what.
    next: Option<(String, String)>,
    ceiling: Option<CeilingSaid>,
    above: Vec<(String, String)>,
    level_names: Vec<String>,
    rounds: Vec<Line>,
    cells: Vec<Line>,
    itself: Option<Own>,
    total: Option<Line>,
    /// Where the opening or the closing is undone.
    undo: Option<(String, String)>,
    /// The form that opens a round.
    opens: bool,
    problems: Problems,
    typed: Typed,
    of: OrganisationId,
}

pub(super) fn ceiling_said(w: Words, ceiling: &Ceiling, rules: &nennep_domain::rules::Rules) -> CeilingSaid {
    let percent = w.points(ceiling.percent.get());
    let values = [
        ("used", ceiling.used.into()),
        ("allowed", ceiling.allowed.into()),
        ("counted", ceiling.counted.into()),
        ("percent", percent.as_str().into()),
    ];
    let said = match ceiling.base {
        CeilingBase::RatedGood => w.with("ratings-ceiling-good", &values),
        CeilingBase::AllRated => w.with("ratings-ceiling-all", &values),
    };
    let over =
        ceiling.is_exceeded().then(|| w.with("ratings-ceiling-over", &[("over", ceiling.over().into())]));
    let rules =
        [ceiling.key, ceiling.base_key].iter().filter_map(|key| RuleText::of(w, rules, key)).collect();
    CeilingSaid { said, over, rules }
}

/// The page; with the form that opens a round as it was typed, if it came back.
pub(super) async fn show(
    ctx: &Ctx,
    page: Page,
    id: OrganisationId,
    year: Option<i16>,
    typed: Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let sheet = ratings::committee_sheet(ctx, id, year).await?;
    let begun = Typed::default()
        .with("id", ctx.new_id().to_string())
        .with("year", sheet.year.to_string())
        .with("counted_on", ctx.now().date().to_string());
    let typed = if typed == Typed::default() { begun } else { typed };
    Ok(layout::page(status, &page_of(page, &sheet, typed, problems)))
}

fn page_of(page: Page, sheet: &CommitteeSheet, typed: Typed, problems: Problems) -> CommitteePage {
    let w = page.w;
    let of = sheet.organisation.id;
    let own = sheet.own.as_ref();
    let here = own.and_then(|own| sheet.rounds.iter().find(|line| line.round.id == own.id));
    let is_closed = own.is_some_and(|round| !round.is_open());
    let several = sheet.rounds.len() > 1 || (own.is_none() && !sheet.rounds.is_empty());
    let cells: Vec<Line> = sheet.cells.iter().map(|line| cell_line(w, line, sheet.year)).collect();
    let total = several.then(|| total(w, sheet));
    let page = page
        .at(Place::Members)
        .under(w.t("ratings-title"), "/ratings")
        .titled(w.with("ratings-sheet-of", &[("year", w.number(sheet.year).into())]))
        .led(&sheet.organisation.name);
    CommitteePage {
        tabs: tabs(w, of, &sheet.years, sheet.year),
        round: own.map(|round| round.id),
        state: own.map(|round| state(w, round)).unwrap_or_default(),
        is_closed,
        decides: sheet.decides,
        missing: here.filter(|_| !is_closed).map(|line| missing(w, line)).unwrap_or_default(),
        next: next(w, sheet),
        ceiling: here.and_then(|line| line.ceiling.as_ref()).map(|one| ceiling_said(w, one, &sheet.rules)),
        above: sheet
            .above
            .iter()
            .map(|one| {
                let path = own.map(|round| format!("/ratings/{}/members/{}", round.id, one.member));
                (one.name.clone(), path.unwrap_or_default())
            })
            .collect(),
        level_names: Level::ALL.iter().map(|level| w.one_of("ratings-level-short", level.as_str())).collect(),
        rounds: if several {
            sheet.rounds.iter().map(|line| round_line(w, line)).collect()
        } else {
            Vec::new()
        },
        cells,
        itself: sheet.itself.as_ref().map(|one| itself(w, one)),
        total,
        undo: own.filter(|_| sheet.undoes).map(|round| {
            if is_closed {
                (format!("/ratings/{}/closure?_method=DELETE", round.id), w.t("ratings-reopen"))
            } else {
                (format!("/ratings/{}?_method=DELETE", round.id), w.t("ratings-withdraw-opening"))
            }
        }),
        opens: own.is_none() && sheet.decides,
        problems,
        typed,
        of,
        page,
    }
}

pub(super) fn state(w: Words, round: &nennep_domain::ratings::Round) -> String {
    let (opened, counted) = (w.date(round.opened_at.date()), w.date(round.counted_on));
    let values = [("opened", opened.as_str().into()), ("counted", counted.as_str().into())];
    match round.closed_at {
        None => w.with("ratings-round-open", &values),
        Some(at) => {
            let closed = w.date(at.date());
            w.with(
                "ratings-round-closed",
                &[values[0].clone(), values[1].clone(), ("closed", closed.as_str().into())],
            )
        }
    }
}

fn missing(w: Words, line: &RoundLine) -> Vec<String> {
    let mut missing = Vec::new();
    if line.members.open > 0 {
        missing.push(w.with("ratings-missing-members", &[("count", line.members.open.into())]));
    }
    if line.cells.open > 0 {
        missing.push(w.with("ratings-missing-cells", &[("count", line.cells.open.into())]));
    }
    missing
}

/// The one next step of whoever decides: the first cell that waits, else closing.
fn next(w: Words, sheet: &CommitteeSheet) -> Option<(String, String)> {
    let round = sheet.own.as_ref().filter(|round| sheet.decides && round.is_open())?;
    let waits = sheet.cells.iter().find(|line| {
        let ready = line.voted > 0 || line.own_voted;
        ready && (line.members.open > 0 || line.own_level.is_none())
    });
    Some(match waits {
        Some(line) => (
            format!("/ratings/{}/cells/{}/decision", round.id, line.cell.id),
            w.with("ratings-decide-for", &[("cell", line.cell.name.as_str().into())]),
        ),
        None => (format!("/ratings/{}/closure", round.id), w.t("ratings-to-closing")),
    })
}

fn itself(w: Words, one: &Itself) -> Own {
    let line = &one.line;
    let path = path(line.round, Who::Cell(line.cell.id));
    let next = |deed: &str, words: &str| Some((format!("{path}{deed}"), w.t(words)));
    let (waits, next) = match (line.own_self_rated, line.own_voted) {
        _ if line.own_level.is_some() || !one.is_open => ("", None),
        (false, false) => {
            ("ratings-itself-no-self", if one.keeps { next("", "ratings-rate-itself") } else { None })
        }
        (_, false) => {
            ("ratings-itself-no-vote", if one.keeps { next("/vote", "ratings-to-vote") } else { None })
        }
        (_, true) => (
            "ratings-itself-waits",
            if one.decides { next("/decision", "ratings-to-decision") } else { None },
        ),
    };
    Own {
        level: line.own_level.map(|level| LevelMark::of(w, level)),
        waits: if waits.is_empty() { String::new() } else { w.t(waits) },
        next,
        path,
    }
}

fn levels(tally: &Tally) -> Vec<u32> {
    Level::ALL.iter().map(|level| tally.of(*level)).collect()
}

fn cell_line(w: Words, line: &CellLine, year: i16) -> Line {
    Line {
        name: line.cell.name.clone(),
        path: sheet_path(line.cell.id, year),
        all: line.members.all(),
        self_rated: Some(line.self_rated),
        voted: Some(line.voted),
        levels: levels(&line.members),
        open: line.members.open,
        own: line.own_level.map(|level| LevelMark::of(w, level)),
        ceiling: String::new(),
        is_over: false,
        is_closed: false,
    }
}

fn round_line(w: Words, line: &RoundLine) -> Line {
    let ceiling = line.ceiling.as_ref();
    Line {
        name: line.organisation.name.clone(),
        path: sheet_path(line.organisation.id, line.round.year),
        all: line.members.all(),
        self_rated: None,
        voted: None,
        levels: levels(&line.members),
        open: line.members.open,
        own: None,
        ceiling: ceiling
            .map(|one| format!("{}/{}", w.number(one.used), w.number(one.allowed)))
            .unwrap_or_default(),
        is_over: ceiling.is_some_and(Ceiling::is_exceeded),
        is_closed: !line.round.is_open(),
    }
}

fn total(w: Words, sheet: &CommitteeSheet) -> Line {
    let members: Tally = sheet.rounds.iter().map(|line| line.members).sum();
    Line {
        name: w.t("ratings-total"),
        path: String::new(),
        all: members.all(),
        self_rated: None,
        voted: None,
        levels: levels(&members),
        open: members.open,
        own: None,
        ceiling: String::new(),
        is_over: false,
        is_closed: false,
    }
}
