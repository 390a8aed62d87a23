//! One class: its sessions with who was there, its learners with their certificates, and the forms to enter them.

use std::collections::HashSet;

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Ctx, Error,
    learning::{self, ClassView, LearnerView},
    members::{self, Filter},
};
use nennep_domain::{
    ids::{ClassId, ClassSessionId, MemberId},
    learning::{ClassKind, ClassSession, Who},
    problems::{Problems, Sentence},
};

use super::{certified, span};
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

struct SessionLine {
    path: String,
    on: String,
    topic: String,
    present: String,
    /// Everybody who learns, with who was there.
    learners: Vec<Choice>,
}

struct LearnerLine {
    path: String,
    name: String,
    cell: String,
    attended: String,
    certificate: String,
    has_facts: bool,
}

struct Found {
    member: MemberId,
    id: String,
    name: String,
    cell: String,
}

#[derive(Template)]
#[template(path = "learning/one.html")]
pub(super) struct OnePage {
    page: Page,
    problems: Problems,
    typed: Typed,
    path: String,
    pairs: Vec<(String, String)>,
    sessions: Vec<SessionLine>,
    learners: Vec<LearnerLine>,
    certifiable: Vec<Choice>,
    keeps: bool,
    is_for_candidates: bool,
    found: Vec<Found>,
    q: String,
    new_session: String,
    new_learner: String,
}

/// So many members are offered.
const MOST_FOUND: u32 = 12;

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/classes/{class}", show)
        .post("/classes/{class}/sessions", add_session)
        .delete("/classes/{class}/sessions/{session}", take_session_away)
        .post("/classes/{class}/sessions/{session}/attendance", attend)
}

async fn show(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<ClassId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    shown(&ctx, page, id, asked, Problems::default()).await
}

pub(super) async fn shown(
    ctx: &Ctx,
    page: Page,
    id: ClassId,
    typed: Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let view = learning::show(ctx, id).await?;
    if !problems.0.is_empty() && !view.keeps {
        return Err(Failure::forbidden());
    }
    let q = typed.get("q").to_owned();
    let found = if view.keeps && !q.is_empty() { found(ctx, &view, &q).await? } else { Vec::new() };
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let w = page.w;
    let class = &view.class;
    let template = OnePage {
        pairs: pairs(w, &view),
        sessions: view.sessions.iter().map(|one| session(w, &view, one)).collect(),
        learners: view.learners.iter().map(|one| learner(w, &view, one)).collect(),
        certifiable: certifiable(&view),
        keeps: view.keeps,
        is_for_candidates: class.kind == ClassKind::Candidates,
        found,
        q,
        path: format!("/classes/{id}"),
        new_session: ctx.new_id().to_string(),
        new_learner: ctx.new_id().to_string(),
        page: page.at(Place::Members).titled(&class.title).led(&view.organisation.name).under(
            w.t("learning-title"),
            format!("/classes?of={}&year={}", class.organisation, class.from_on.year()),
        ),
        problems,
        typed,
    };
    Ok(layout::page(status, &template))
}

/// Members whose name holds these words and who do not learn here yet.
async fn found(ctx: &Ctx, view: &ClassView, words: &str) -> Result<Vec<Found>, Failure> {
    let filter = Filter {
        within: view.class.organisation,
        on: None,
        words,
        state: None,
        grade: None,
        after: None,
        limit: MOST_FOUND,
    };
    let listed = members::list(ctx, filter).await?;
    let there: HashSet<MemberId> = view.learners.iter().filter_map(member).collect();
    let line = |one: &members::Listed| Found {
        member: one.member,
        id: ctx.new_id().to_string(),
        name: one.name.clone(),
        cell: one.cell_name.clone(),
    };
    let new = listed.iter().filter(|one| one.state.belongs() && !there.contains(&one.member));
    Ok(new.map(line).collect())
}

const fn member(one: &LearnerView) -> Option<MemberId> {
    match one.listed.learner.who {
        Who::Member(member) => Some(member),
        Who::Candidate(_) => None,
    }
}

fn pairs(w: Words, view: &ClassView) -> Vec<(String, String)> {
    let class = &view.class;
    let mut pairs = vec![
        (w.t("learning-kind"), w.one_of("learning-kind", class.kind.as_str())),
        (w.t("learning-days"), span(w, class.from_on, class.to_on)),
    ];
    if !class.place.is_empty() {
        pairs.push((w.t("learning-place"), class.place.clone()));
    }
    pairs
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn session(w: Words, view: &ClassView, one: &ClassSession) -> SessionLine {
    let was = |learner: &LearnerView| learner.listed.attended.contains(&one.id);
    let present = count(view.learners.iter().filter(|learner| was(learner)).count());
    let values = [("present", present.into()), ("learners", count(view.learners.len()).into())];
    let choice = |learner: &LearnerView| {
        Choice::new(learner.listed.learner.id.to_string(), &learner.listed.name, was(learner))
    };
    SessionLine {
        path: format!("/classes/{}/sessions/{}", view.class.id, one.id),
        on: w.date(one.on),
        topic: one.topic.clone(),
        present: w.with("learning-present", &values),
        learners: view.learners.iter().map(choice).collect(),
    }
}

fn learner(w: Words, view: &ClassView, one: &LearnerView) -> LearnerLine {
    let listed = &one.listed;
    let attended = count(listed.attended.len());
    let values = [("attended", attended.into()), ("sessions", count(view.sessions.len()).into())];
    LearnerLine {
        path: format!("/classes/{}/learners/{}", view.class.id, listed.learner.id),
        name: listed.name.clone(),
        cell: listed.cell.clone(),
        attended: w.with("learning-attended", &values),
        certificate: certified(w, one),
        has_facts: attended > 0 || listed.learner.certificate.is_some(),
    }
}

/// Learners who have no certificate yet.
fn certifiable(view: &ClassView) -> Vec<Choice> {
    let without = view.learners.iter().filter(|one| one.listed.learner.certificate.is_none());
    without
        .map(|one| {
            Choice::new(one.listed.learner.id.to_string(), &one.listed.name, false).helped(&one.listed.cell)
        })
        .collect()
}

async fn add_session(
    Asker(ctx): Asker,
    page: Page,
    At(class): At<ClassId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let on = typed.date("on", &mut problems);
    if on.is_none() && problems.0.is_empty() {
        problems.add("on", Sentence::new("learning-day-missing"));
    }
    let Some(on) = on else { return shown(&ctx, page, class, typed, problems).await };
    let id = typed.read("id").unwrap_or_else(|| ClassSessionId(ctx.new_id()));
    match learning::add_session(&ctx, class, id, on, typed.get("topic")).await {
        Ok(()) => {
            let path = format!("/classes/{class}");
            let flash = Flash::done(&Sentence::new("learning-session-added"));
            Ok(see_other(&path, Some(&flash.undone_by(format!("{path}/sessions/{id}")))))
        }
        Err(Error::Invalid(problems)) => shown(&ctx, page, class, typed, problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn take_session_away(
    Asker(ctx): Asker,
    At((class, session)): At<(ClassId, ClassSessionId)>,
) -> Result<Response, Failure> {
    learning::take_session_away(&ctx, class, session).await?;
    let flash = Flash::done(&Sentence::new("learning-session-taken-away"));
    Ok(see_other(&format!("/classes/{class}"), Some(&flash)))
}

async fn attend(
    Asker(ctx): Asker,
    At((class, session)): At<(ClassId, ClassSessionId)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let present: Vec<_> = typed
        .fields()
        .filter(|(_, value)| *value == "true")
        .filter_map(|(field, _)| field.strip_prefix("was-")?.parse().ok())
        .collect();
    learning::attend(&ctx, class, session, &present).await?;
    let flash = Flash::done(&Sentence::new("learning-attendance-done"));
    Ok(see_other(&format!("/classes/{class}"), Some(&flash)))
}
