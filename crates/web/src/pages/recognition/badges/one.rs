//! One proposal: its steps as facts with their days, the next one to enter, the member's request to print.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx, Error,
    recognition::badges::{self, ProposalView},
};
use nennep_domain::{
    ids::BadgeProposalId,
    organisations::Organisation,
    problems::{Problems, Sentence},
    recognition::badges::{BadgeProposal, BadgeStep, StepForm},
};

use super::titled;
use crate::{
    components::{Step, StepState},
    download,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

/// A step that may be entered now.
struct Next {
    path: String,
    title: String,
    help: String,
    number: String,
    needs_number: bool,
}

#[derive(Template)]
#[template(path = "recognition/badges/one.html")]
struct OnePage {
    page: Page,
    problems: Problems,
    typed: Typed,
    steps: Vec<Step>,
    pairs: Vec<(String, String)>,
    file: String,
    who: String,
    path: String,
    withdrawn: Option<String>,
    is_awarded: bool,
    next: Option<Next>,
    /// The decision, where the committee decides on the list at once.
    skip: Option<Next>,
    undo: Option<(String, String)>,
    can_be_withdrawn: bool,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/badges/{proposal}", show)
        .get("/badges/{proposal}/request.pdf", request)
        .post("/badges/{proposal}/steps/{step}", take)
        .delete("/badges/{proposal}/steps/{step}", undo)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<BadgeProposalId>) -> Result<Response, Failure> {
    let typed = Typed::default().with("on", ctx.now().date().to_string());
    shown(&ctx, page, id, typed, Problems::default()).await
}

async fn shown(
    ctx: &Ctx,
    page: Page,
    id: BadgeProposalId,
    typed: Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let (view, cell) = badges::find(ctx, id).await?;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(layout::page(status, &page_of(page, &view, &cell, typed, problems)))
}

fn page_of(
    page: Page,
    view: &ProposalView,
    cell: &Organisation,
    typed: Typed,
    problems: Problems,
) -> OnePage {
    let (w, one) = (page.w, &view.kept.proposal);
    let path = format!("/badges/{}", one.id);
    let skips = view.next == Some(BadgeStep::Proposed);
    OnePage {
        steps: steps(w, one),
        pairs: pairs(w, one, cell),
        file: format!("/members/{}", one.member),
        who: view.kept.name.clone(),
        withdrawn: one.withdrawn_on.map(|on| {
            let date = w.date(on);
            w.with("badges-withdrawn-on", &[("date", date.as_str().into())])
        }),
        is_awarded: one.is_awarded(),
        next: view.next.map(|step| next(w, &path, step)),
        skip: skips.then(|| next(w, &path, BadgeStep::Decided)),
        undo: view.can_be_undone.map(|step| {
            let name = w.one_of("badges-step", step.as_str());
            let said = w.with("badges-undo", &[("step", name.as_str().into())]);
            (format!("{path}/steps/{step}?_method=DELETE"), said)
        }),
        can_be_withdrawn: view.can_be_withdrawn,
        page: page
            .at(Place::Members)
            .titled(titled(w, one.years, one.ground))
            .led(&view.kept.name)
            .under(w.t("badges-title"), format!("/badges?of={}&on={}", one.cell, one.day)),
        path,
        problems,
        typed,
    }
}

fn next(w: Words, path: &str, step: BadgeStep) -> Next {
    let needs_number = matches!(step, BadgeStep::Decided | BadgeStep::Awarded);
    let number = match step {
        BadgeStep::Awarded => w.t("badges-badge-number"),
        BadgeStep::Decided => w.t("history-number"),
        _ => w.t("badges-paper-number"),
    };
    Next {
        path: format!("{path}/steps/{step}"),
        title: w.one_of("badges-step", step.as_str()),
        help: w.one_of("badges-step-help", step.as_str()),
        number,
        needs_number,
    }
}

fn steps(w: Words, one: &BadgeProposal) -> Vec<Step> {
    let last = one.last().map(|taken| taken.step);
    let step = |step: &BadgeStep| {
        let taken = one.taken(*step);
        let state = match taken {
            Some(_) => StepState::Done,
            None if one.next() == Some(*step) => StepState::Next,
            None => StepState::Later,
        };
        let note = taken.map(|taken| match taken.number.as_str() {
            "" => w.date(taken.on),
            number => format!("{}, {number}", w.date(taken.on)),
        });
        Step {
            name: w.one_of("badges-step", step.as_str()),
            state,
            note: note.unwrap_or_default(),
            path: String::new(),
        }
    };
    let skipped = |step: &&BadgeStep| {
        **step == BadgeStep::Proposed && one.taken(**step).is_none() && last > Some(BadgeStep::Proposed)
    };
    BadgeStep::ALL.iter().filter(|step| !skipped(step)).map(step).collect()
}

fn pairs(w: Words, one: &BadgeProposal, cell: &Organisation) -> Vec<(String, String)> {
    let mut pairs = vec![
        (w.t("badges-cell"), cell.name.clone()),
        (w.t("badges-ground-label"), w.one_of("badges-ground", one.ground.as_str())),
        (w.t("badges-day"), w.date(one.day)),
    ];
    for taken in one.steps.iter().filter(|taken| !taken.by.is_empty()) {
        pairs.push((w.one_of("badges-step", taken.step.as_str()), taken.by.clone()));
    }
    pairs
}

async fn request(Asker(ctx): Asker, At(id): At<BadgeProposalId>) -> Result<Response, Failure> {
    Ok(download::written(&badges::request_paper(&ctx, id).await?))
}

async fn take(
    Asker(ctx): Asker,
    page: Page,
    At((id, step)): At<(BadgeProposalId, BadgeStep)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let on = typed.date("on", &mut problems);
    if on.is_none() && problems.0.is_empty() {
        problems.add("on", Sentence::new("badges-on-missing"));
    }
    let Some(on) = on else { return shown(&ctx, page, id, typed, problems).await };
    let text = |field| typed.get(field).to_owned();
    let form = StepForm { step, on, number: text("number"), by: text("by") };
    match badges::take(&ctx, id, &form).await {
        Ok(_) => {
            let said = if step == BadgeStep::Awarded {
                Sentence::new("badges-awarded")
            } else {
                Sentence::new("badges-step-done")
            };
            let (path, undo) = (format!("/badges/{id}"), format!("/badges/{id}/steps/{step}"));
            Ok(see_other(&path, Some(&Flash::done(&said).undone_by(undo))))
        }
        Err(Error::Refused(refusal)) => {
            shown(&ctx, page, id, typed, Problems::one("", refusal.sentence())).await
        }
        Err(Error::Invalid(problems)) => shown(&ctx, page, id, typed, problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn undo(
    Asker(ctx): Asker,
    At((id, step)): At<(BadgeProposalId, BadgeStep)>,
) -> Result<Response, Failure> {
    badges::undo(&ctx, id, step).await?;
    let flash = Flash::done(&Sentence::new("badges-step-undone"));
    Ok(see_other(&format!("/badges/{id}"), Some(&flash)))
}
