//! The year of a committee's cells: on the list, on the way, admitted against the target, and what is neglected (N22).

use askama::Template;
use axum::response::Response;
use nennep_app::{
    Ctx,
    recruiting::{self, YearOfCell},
};
use nennep_domain::organisations::Organisation;

use super::list::choices;
use crate::{
    components::Choice,
    errors::Failure,
    layout::{self, Page, Place},
    words::Words,
};

struct Line {
    cell: String,
    path: Option<String>,
    listed: u32,
    applied: u32,
    voted: u32,
    blocked: u32,
    admitted: u32,
    target: String,
    set: Option<String>,
    reviews: u32,
    neglected: Vec<String>,
}

#[derive(Template)]
#[template(path = "recruiting/committee.html")]
struct CommitteePage {
    page: Page,
    places: Vec<Choice>,
    organisation: String,
    lines: Vec<Line>,
    facts: Vec<String>,
    /// How many cells neglect something.
    neglecting: usize,
}

/// The page of a committee's year.
pub(super) async fn shown(
    ctx: &Ctx,
    page: Page,
    here: &Organisation,
    places: &[Organisation],
    year: Option<i16>,
) -> Result<Response, Failure> {
    let found = recruiting::of_committee(ctx, here.id, year).await?;
    let w = page.w;
    let mut cells: Vec<&YearOfCell> = found.cells.iter().collect();
    // What is neglected stands first.
    cells.sort_by_key(|one| std::cmp::Reverse(one.neglected.len()));
    let sum = |of: &dyn Fn(&YearOfCell) -> u32| -> u32 { found.cells.iter().map(of).sum() };
    let values = [
        ("year", found.year.to_string().into()),
        ("admitted", sum(&|one| one.year.admitted).into()),
        ("target", sum(&|one| one.year.target.unwrap_or(0)).into()),
    ];
    let facts = vec![
        w.with("recruiting-year-target", &values),
        w.with("recruiting-year-listed", &[("count", sum(&|one| one.year.listed).into())]),
        w.with("recruiting-year-voted", &[("count", sum(&|one| one.year.voted).into())]),
    ];
    Ok(layout::show(&CommitteePage {
        places: choices(places, here.id),
        organisation: here.name.clone(),
        lines: cells.iter().map(|one| line(w, one, found.year)).collect(),
        facts,
        neglecting: found.cells.iter().filter(|one| !one.neglected.is_empty()).count(),
        page: page
            .at(Place::Members)
            .titled(w.t("recruiting-title"))
            .led(&here.name)
            .under(w.t("members-title"), "/members"),
    }))
}

fn line(w: Words, one: &YearOfCell, year: i16) -> Line {
    Line {
        cell: one.cell.name.clone(),
        path: one.opens.then(|| format!("/candidates?of={}", one.cell.id)),
        listed: one.year.listed,
        applied: one.year.applied,
        voted: one.year.voted,
        blocked: one.year.blocked,
        admitted: one.year.admitted,
        target: one.year.target.map_or_else(|| "–".to_owned(), |target| target.to_string()),
        set: one.sets.then(|| format!("/organisations/{}/admission-target?year={year}", one.cell.id)),
        reviews: one.year.reviews,
        neglected: one.neglected.iter().map(|one| w.one_of("recruiting-neglect", one.as_str())).collect(),
    }
}
