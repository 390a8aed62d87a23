//! The list of a cell: who is on it and what is next for each, who is on probation, and whether the list is reviewed. For a committee the
//! year of its cells.

use askama::Template;
use axum::{extract::Query, response::Response};
use jiff::civil::Date;
use nennep_app::{
    App, Ctx,
    recruiting::{self, CandidateLine, CellList, Probationer, Review},
};
use nennep_domain::{
    ids::OrganisationId,
    organisations::{Organisation, OrganisationKind},
    problems::Problems,
    recruiting::{Candidate, Neglect, reminder},
    rules::Rules,
    time::Month,
};

use super::committee;
use crate::{
    components::{Choice, RuleText},
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
    words::Words,
};

struct Line {
    name: String,
    path: String,
    since: String,
    helper: String,
    done: u32,
    needed: u32,
    next: String,
    blocked: bool,
    missing: u32,
    due: String,
    /// Whether the due day is near, or has passed.
    tone: &'static str,
}

struct ProbationLine {
    name: String,
    path: String,
    way: Option<String>,
    ceremony: String,
    over: String,
    due: String,
    tone: &'static str,
}

struct ReviewLine {
    month: String,
    on: String,
    said: String,
    changes: String,
    undo: Option<String>,
}

struct DroppedLine {
    name: String,
    path: String,
    said: String,
}

#[derive(Template)]
#[template(path = "recruiting/list.html")]
struct ListPage {
    page: Page,
    problems: Problems,
    places: Vec<Choice>,
    add: Option<String>,
    /// The year in sentences.
    facts: Vec<String>,
    neglected: Vec<String>,
    lines: Vec<Line>,
    admitted: Vec<Line>,
    probationers: Vec<ProbationLine>,
    reviews: Vec<ReviewLine>,
    /// Where this month's review is recorded, while it is not.
    review: Option<ReviewForm>,
    review_rule: Option<RuleText>,
    dropped: Vec<DroppedLine>,
}

/// The form of this month's review.
struct ReviewForm {
    action: String,
    title: String,
    on: String,
    resolution: String,
    note: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/candidates", show)
}

async fn show(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let mut places = recruiting::places(&ctx).await?;
    let of: Option<OrganisationId> = asked.read("of");
    let here = match of {
        Some(of) => {
            if places.iter().all(|one| one.id != of) {
                places.push(nennep_app::organisations::show(&ctx, of).await?.organisation);
            }
            places.iter().find(|one| one.id == of).cloned()
        }
        None => places.first().cloned(),
    };
    let here = here.ok_or(Failure::not_found())?;
    if here.kind == OrganisationKind::Cell {
        cell(&ctx, page, here.id, &places, &Typed::default(), Problems::default()).await
    } else {
        committee::shown(&ctx, page, &here, &places, asked.read("year")).await
    }
}

/// The places as choices.
pub(super) fn choices(places: &[Organisation], here: OrganisationId) -> Vec<Choice> {
    places.iter().map(|one| Choice::new(one.id.to_string(), &one.name, one.id == here)).collect()
}

/// The page of a cell's list, with what was typed of a review that was refused.
pub(super) async fn cell(
    ctx: &Ctx,
    page: Page,
    cell: OrganisationId,
    places: &[Organisation],
    typed: &Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let list = recruiting::of_cell(ctx, cell).await?;
    let status = if problems.0.is_empty() {
        axum::http::StatusCode::OK
    } else {
        axum::http::StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(layout::page(status, &page_of(page, &list, places, typed, problems)))
}

fn page_of(
    page: Page,
    list: &CellList,
    places: &[Organisation],
    typed: &Typed,
    problems: Problems,
) -> ListPage {
    let w = page.w;
    let today = page.now.date();
    let month = Month::of(today);
    let reviewed = list.reviews.iter().any(|one| one.month == month);
    let review = (list.keeps && !reviewed).then(|| ReviewForm {
        action: format!("/organisations/{}/candidate-reviews", list.cell.id),
        title: w.with("recruiting-review-of", &[("month", w.month(month).into())]),
        on: if typed.get("on").is_empty() { today.to_string() } else { typed.get("on").to_owned() },
        resolution: typed.get("resolution").to_owned(),
        note: typed.get("note").to_owned(),
    });
    let neglect = |one: &Neglect| w.one_of("recruiting-neglect", one.as_str());
    let line = |one: &CandidateLine| candidate(w, one, &list.rules, today);
    ListPage {
        problems,
        places: choices(places, list.cell.id),
        add: list.keeps.then(|| format!("/candidates/new?cell={}", list.cell.id)),
        facts: facts(w, list, month),
        neglected: list.neglected.iter().map(neglect).collect(),
        lines: list.listed.iter().map(line).collect(),
        admitted: list.admitted.iter().map(line).collect(),
        probationers: list.probationers.iter().map(|one| probationer(w, one, &list.rules, today)).collect(),
        reviews: list.reviews.iter().map(|one| review_line(w, list, one)).collect(),
        review,
        review_rule: RuleText::of(w, &list.rules, "members.candidate_review_months"),
        dropped: list.dropped.iter().map(|one| dropped(w, one)).collect(),
        page: page
            .at(Place::Members)
            .titled(w.t("recruiting-title"))
            .led(&list.cell.name)
            .under(w.t("members-title"), "/members"),
    }
}

fn facts(w: Words, list: &CellList, month: Month) -> Vec<String> {
    let year = &list.year;
    let values = [
        ("year", month.year().to_string().into()),
        ("admitted", year.admitted.into()),
        ("target", year.target.unwrap_or(0).into()),
    ];
    let admitted = if year.target.is_some() {
        w.with("recruiting-year-target", &values)
    } else {
        w.with("recruiting-year-admitted", &values[..2])
    };
    let listed = w.with("recruiting-year-listed", &[("count", year.listed.into())]);
    let gone = i64::from(month.number());
    let reviews = [("reviews", year.reviews.into()), ("months", gone.into())];
    vec![admitted, listed, w.with("recruiting-year-reviews", &reviews)]
}

/// How a due day looks: near where people are reminded of it, late where it has passed.
pub(super) fn tone(due: Date, today: Date, rules: &Rules) -> &'static str {
    match reminder(due, today, rules) {
        Some(reminder) if reminder.mark.is_none() => "poor",
        Some(_) => "average",
        None => "",
    }
}

fn candidate(w: Words, one: &CandidateLine, rules: &Rules, today: Date) -> Line {
    let summary = &one.summary;
    let due = summary.due.as_ref();
    let said = |(step, due): &(nennep_domain::recruiting::Step, nennep_domain::recruiting::Due)| {
        let step = w.one_of("recruiting-due", step.as_str());
        w.with("recruiting-due-on", &[("what", step.into()), ("date", w.date(due.on).into())])
    };
    Line {
        name: one.candidate.person.name.clone(),
        path: format!("/candidates/{}", one.candidate.id),
        since: w.date(one.candidate.listed_on),
        helper: one.helper.clone(),
        done: summary.done,
        needed: summary.needed,
        next: summary.next.map(|step| w.one_of("recruiting-next", step.as_str())).unwrap_or_default(),
        blocked: summary.blocked,
        missing: summary.missing,
        due: due.map(said).unwrap_or_default(),
        tone: due.map_or("", |(_, due)| tone(due.on, today, rules)),
    }
}

fn probationer(w: Words, one: &Probationer, rules: &Rules, today: Date) -> ProbationLine {
    let nearest = if today < one.over_on { one.over_on } else { one.due.on };
    ProbationLine {
        name: one.name.clone(),
        path: format!("/members/{}/probation", one.member),
        way: one.candidate.map(|id| format!("/candidates/{id}")),
        ceremony: w.date(one.ceremony_on),
        over: w.date(one.over_on),
        due: w.date(one.due.on),
        tone: tone(nearest, today, rules),
    }
}

/// Who came and went in the month follows from the list.
fn review_line(w: Words, list: &CellList, review: &Review) -> ReviewLine {
    let listed = list.listed.iter().map(|one| &one.candidate).chain(&list.dropped);
    let added: Vec<&str> = listed
        .clone()
        .filter(|one| Month::of(one.listed_on) == review.month)
        .map(|one| one.person.name.as_str())
        .collect();
    let gone = |one: &&Candidate| one.dropped.as_ref().is_some_and(|gone| Month::of(gone.on) == review.month);
    let gone: Vec<&str> = list.dropped.iter().filter(gone).map(|one| one.person.name.as_str()).collect();
    let mut changes = Vec::new();
    if !added.is_empty() {
        changes.push(w.with("recruiting-review-added", &[("names", added.join(", ").into())]));
    }
    if !gone.is_empty() {
        changes.push(w.with("recruiting-review-dropped", &[("names", gone.join(", ").into())]));
    }
    if changes.is_empty() {
        changes.push(w.t("recruiting-review-same"));
    }
    let said: Vec<&str> = [review.resolution.as_str(), review.note.as_str()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    ReviewLine {
        month: w.month(review.month),
        on: w.date(review.on),
        said: said.join(" · "),
        changes: changes.join(" "),
        undo: list.keeps.then(|| {
            format!("/organisations/{}/candidate-reviews/{}?_method=DELETE", list.cell.id, review.month)
        }),
    }
}

fn dropped(w: Words, one: &Candidate) -> DroppedLine {
    let (date, reason) =
        one.dropped.as_ref().map(|gone| (w.date(gone.on), gone.reason.clone())).unwrap_or_default();
    DroppedLine {
        name: one.person.name.clone(),
        path: format!("/candidates/{}", one.id),
        said: w.with("recruiting-dropped-on", &[("date", date.into()), ("reason", reason.into())]),
    }
}
