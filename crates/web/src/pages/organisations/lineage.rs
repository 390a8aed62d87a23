//! What became of what: drawn, and told day by day beside the drawing.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use jiff::civil::Date;
use nennep_app::{
    App,
    organisations::{self, Ends, LineageView, Membership},
};
use nennep_documents::charts::{Caption, Medium, Thread, Threads, Tie};
use nennep_domain::{
    ids::OrganisationId,
    organisations::history::{Lineage, Strand, TurnKind},
    problems::Problems,
};

use super::deeds::said;
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

/// One thing that happened.
struct StepLine {
    said: String,
    path: String,
    decision: String,
}

/// What happened on a day.
struct DayPart {
    date: String,
    is_ahead: bool,
    steps: Vec<StepLine>,
}

#[derive(Template)]
#[template(path = "organisations/lineage.html")]
struct LineagePage {
    page: Page,
    id: OrganisationId,
    from: String,
    until: String,
    problems: Problems,
    /// What was there at both ends.
    ends: Vec<(String, String)>,
    question: String,
    svg: Option<String>,
    days: Vec<DayPart>,
    unchanged: u32,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/organisations/{organisation}/lineage", show)
}

async fn show(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let w = page.w;
    let mut problems = Problems::default();
    let (from, until) = (asked.date("from", &mut problems), asked.date("until", &mut problems));
    let view = organisations::lineage(&ctx, id, from, until).await?;
    let today = page.now.date();
    let name = &view.organisation.name;
    let question = w.with("lineage-question", &[("name", name.as_str().into())]);
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(layout::page(
        status,
        &LineagePage {
            id,
            from: asked.get("from").to_owned(),
            until: asked.get("until").to_owned(),
            problems,
            ends: view.ends.map(|ends| said_of(w, &ends)).unwrap_or_default(),
            svg: (!view.lineage.steps.is_empty()).then(|| drawn(w, &view.lineage, &question, today)),
            days: days(w, &view, today),
            unchanged: view.lineage.unchanged,
            page: page
                .at(Place::Organisations)
                .under(w.t("place-organisations"), "/organisations")
                .under(name, format!("/organisations/{id}"))
                .titled(w.t("lineage-title"))
                .led(&question),
            question,
        },
    ))
}

/// Cells and members on the first and the last day.
fn said_of(w: Words, ends: &Ends) -> Vec<(String, String)> {
    let line = |on: Date, cells: u32, members: Membership| {
        let values = [
            ("cells", cells.into()),
            ("members", (members.official + members.probationary).into()),
            ("probationary", members.probationary.into()),
        ];
        (w.date(on), w.with("lineage-there", &values))
    };
    vec![line(ends.from, ends.cells.0, ends.members.0), line(ends.until, ends.cells.1, ends.members.1)]
}

fn days(w: Words, view: &LineageView, today: Date) -> Vec<DayPart> {
    let mut days: Vec<(Date, DayPart)> = Vec::new();
    for (step, decision) in view.lineage.steps.iter().zip(&view.decisions) {
        let line = StepLine {
            said: w.say(&step.sentence()),
            path: format!("/organisations/{}", step.organisation.organisation),
            decision: decision.as_ref().map(|decision| said(w, decision)).unwrap_or_default(),
        };
        if let Some((_, day)) = days.last_mut().filter(|(on, _)| *on == step.on) {
            day.steps.push(line);
        } else {
            let (date, is_ahead) = (w.date(step.on), step.on > today);
            days.push((step.on, DayPart { date, is_ahead, steps: vec![line] }));
        }
    }
    days.into_iter().map(|(_, day)| day).collect()
}

/// The drawing. The first beginnings of all that was there from the start take no column of their own.
fn drawn(w: Words, lineage: &Lineage, question: &str, today: Date) -> String {
    let mut days: Vec<Date> = lineage.steps.iter().map(|step| step.on).collect();
    days.dedup();
    let column = |on: Date| days.iter().position(|day| *day == on);
    let row = |id: OrganisationId| lineage.strands.iter().position(|one| one.organisation.organisation == id);
    let labels: Vec<String> = lineage.strands.iter().map(|one| label(w, one)).collect();
    let thread = |(strand, label): (&Strand, &String)| {
        let turns = lineage.steps.iter().filter(|step| {
            let turned = [TurnKind::Renamed, TurnKind::Recoded, TurnKind::Retyped, TurnKind::Moved];
            step.organisation.organisation == strand.organisation.organisation
                && turned.contains(&step.kind())
        });
        (label.clone(), strand.began_on.and_then(column), strand.ended_on.and_then(column), {
            let mut turns: Vec<usize> = turns.filter_map(|step| column(step.on)).collect();
            turns.dedup();
            turns
        })
    };
    let threads: Vec<_> = lineage.strands.iter().zip(&labels).map(thread).collect();
    let threads: Vec<Thread<'_>> = threads
        .iter()
        .map(|(label, began, ended, turns)| Thread {
            label,
            began: *began,
            ended: *ended,
            turns: turns.clone(),
        })
        .collect();
    let tie = |one: &nennep_domain::organisations::history::Succession| {
        Some(Tie { from: row(one.predecessor)?, to: row(one.successor)?, day: column(one.on)? })
    };
    let ties: Vec<Tie> = lineage.successions.iter().filter_map(tie).collect();
    let heads: Vec<String> = days.iter().map(|day| w.date(*day)).collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let description: Vec<String> = lineage
        .steps
        .iter()
        .map(|step| format!("{}: {}", w.date(step.on), w.say(&step.sentence())))
        .collect();
    let description = description.join(" ");
    Threads {
        caption: Caption { id: "lineage", title: question, description: &description },
        days: &heads,
        come: days.iter().filter(|day| **day <= today).count(),
        threads: &threads,
        ties: &ties,
    }
    .draw(Medium::Page)
}

fn label(w: Words, strand: &Strand) -> String {
    let values = [("name", strand.organisation.name.as_str().into()), ("code", strand.code.as_str().into())];
    w.with("lineage-label", &values)
}
