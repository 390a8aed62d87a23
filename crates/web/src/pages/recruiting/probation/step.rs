//! The form of a step of a probation: recorded, corrected, undone.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx,
    recruiting::probation::{self, ProbationView},
};
use nennep_domain::{
    ids::MemberId,
    problems::{Citation, Problems, Sentence},
    recruiting::probation::ProbationStep,
};

use super::super::step::draft;
use crate::{
    components::RuleText,
    errors::Failure,
    forms::{Typed, wrong},
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "recruiting/probation_step.html")]
struct StepPage {
    page: Page,
    problems: Problems,
    cited: Option<Citation>,
    action: String,
    back: String,
    step: &'static str,
    typed: Typed,
    asks: Vec<&'static str>,
    rule: Option<RuleText>,
}

impl StepPage {
    fn asks(&self, field: &str) -> bool {
        self.asks.contains(&field)
    }
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/members/{member}/probation/steps/{step}", new)
        .post("/members/{member}/probation/steps/{step}", record)
        .delete("/members/{member}/probation/steps/{step}", undo)
}

async fn new(
    Asker(ctx): Asker,
    page: Page,
    At((id, step)): At<(MemberId, ProbationStep)>,
) -> Result<Response, Failure> {
    let view = probation::for_change(&ctx, id).await?;
    let begun = begun(&ctx, &view, step);
    Ok(shown(page, id, &view, step, begun, (Problems::default(), None)))
}

/// The form as it begins: what was recorded of the step, else today.
fn begun(ctx: &Ctx, view: &ProbationView, step: ProbationStep) -> Typed {
    let Some(fact) = view.file.fact(step) else {
        return Typed::default().with("on", ctx.now().date().to_string());
    };
    let (counted, in_favour) =
        fact.tally.map(|tally| (tally.counted.to_string(), tally.in_favour.to_string())).unwrap_or_default();
    Typed::default()
        .with("on", fact.on.to_string())
        .with("number", &fact.number)
        .with("by", &fact.by)
        .with("counted", counted)
        .with("in_favour", in_favour)
        .with("note", &fact.note)
}

fn shown(
    page: Page,
    id: MemberId,
    view: &ProbationView,
    step: ProbationStep,
    typed: Typed,
    (problems, cited): (Problems, Option<Citation>),
) -> Response {
    let w = page.w;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let back = format!("/members/{id}/probation");
    let stride = view.way.iter().find(|stride| stride.step == step);
    let template = StepPage {
        problems,
        cited,
        action: format!("{back}/steps/{step}"),
        step: step.as_str(),
        asks: step.asks().iter().map(|field| field.as_str()).collect(),
        rule: stride.and_then(|stride| RuleText::of(w, &view.rules, stride.rule.key)),
        typed,
        page: page
            .at(Place::Members)
            .titled(w.one_of("probation-step", step.as_str()))
            .led(&view.name)
            .under(&view.name, &back),
        back,
    };
    layout::page(status, &template)
}

async fn record(
    Asker(ctx): Asker,
    page: Page,
    At((id, step)): At<(MemberId, ProbationStep)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let done = match draft(&typed) {
        Ok(draft) => probation::record(&ctx, id, step, &draft).await,
        Err(problems) => Err(problems.into()),
    };
    let against = match done {
        Ok(()) => {
            let undo = format!("/members/{id}/probation/steps/{step}");
            let flash = Flash::done(&Sentence::new("recruiting-recorded")).undone_by(undo);
            return Ok(see_other(&format!("/members/{id}/probation"), Some(&flash)));
        }
        Err(error) => wrong(error)?,
    };
    let view = probation::for_change(&ctx, id).await?;
    Ok(shown(page, id, &view, step, typed, against))
}

async fn undo(Asker(ctx): Asker, At((id, step)): At<(MemberId, ProbationStep)>) -> Result<Response, Failure> {
    probation::undo(&ctx, id, step).await?;
    let flash = Flash::done(&Sentence::new("recruiting-undone"));
    Ok(see_other(&format!("/members/{id}/probation"), Some(&flash)))
}
