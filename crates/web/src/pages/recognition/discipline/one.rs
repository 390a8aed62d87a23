//! One measure, for those who keep it: decided, received, ended, taken back.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx, Error,
    recognition::discipline::{self, MeasureView, Open},
};
use nennep_domain::{
    ids::DisciplineId,
    problems::{Problems, Sentence},
    recognition::discipline::{DisciplineForm, Disciplined},
};

use super::{
    Measure,
    enter::{day, settlement},
    home,
};
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

#[derive(Template)]
#[template(path = "recognition/discipline/one.html")]
struct OnePage {
    page: Page,
    problems: Problems,
    typed: Typed,
    measure: Measure,
    path: String,
    forms: Vec<Choice>,
    view: MeasureView,
    received: String,
    /// Where leaving the Party is recorded, once expulsion was decided.
    leaves: Option<String>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/discipline/{measure}", show)
        .delete("/discipline/{measure}", take_back)
        .post("/discipline/{measure}/decision", settle)
        .delete("/discipline/{measure}/decision", unsettle)
        .post("/discipline/{measure}/reception", receive)
        .post("/discipline/{measure}/end", end)
        .delete("/discipline/{measure}/end", reopen)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<DisciplineId>) -> Result<Response, Failure> {
    let typed = Typed::default().with("on", ctx.now().date().to_string());
    shown(&ctx, page, id, typed, Problems::default()).await
}

async fn shown(
    ctx: &Ctx,
    page: Page,
    id: DisciplineId,
    typed: Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let w = page.w;
    let view = discipline::find(ctx, id).await?;
    let measure = Measure::of(w, &view);
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let one = &view.kept.discipline;
    let expelled = one.form == DisciplineForm::Expulsion && view.holds;
    let leaves = one.of.member().filter(|_| expelled);
    let template = OnePage {
        forms: forms(w, one.of, &typed, one.form),
        received: one.received_on.map(|on| on.to_string()).unwrap_or_default(),
        leaves: leaves.map(|member| format!("/members/{member}/deeds/new?kind=expel")),
        path: format!("/discipline/{id}"),
        page: page
            .at(Place::Members)
            .titled(&measure.form)
            .led(&measure.of)
            .under(w.t("discipline-title"), home(one.of)),
        problems,
        typed,
        measure,
        view,
    };
    Ok(layout::page(status, &template))
}

/// The forms that may be decided on a proposal.
fn forms(w: Words, of: Disciplined, typed: &Typed, proposed: DisciplineForm) -> Vec<Choice> {
    let fits = |form: &&DisciplineForm| match form {
        DisciplineForm::Dismissal | DisciplineForm::Expulsion => of.member().is_some(),
        DisciplineForm::Dissolution => of.member().is_none(),
        DisciplineForm::Reprimand | DisciplineForm::Warning => true,
    };
    let chosen = typed.read("form").unwrap_or(proposed);
    let form = |form: &DisciplineForm| {
        Choice::new(form.as_str(), w.one_of("discipline-form", form.as_str()), *form == chosen)
    };
    DisciplineForm::ALL.iter().filter(fits).map(form).collect()
}

/// What a deed came to: the way back with its sentence, or the page again with what stands against it.
async fn answer(
    ctx: &Ctx,
    page: Page,
    id: DisciplineId,
    typed: Typed,
    done: Result<Flash, Error>,
) -> Result<Response, Failure> {
    match done {
        Ok(flash) => Ok(see_other(&format!("/discipline/{id}"), Some(&flash))),
        Err(Error::Refused(refusal)) => {
            shown(ctx, page, id, typed, Problems::one("", refusal.sentence())).await
        }
        Err(Error::Invalid(problems)) => shown(ctx, page, id, typed, problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn settle(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<DisciplineId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let settlement = settlement(&typed, &mut problems);
    let form: Option<DisciplineForm> = typed.read("form");
    if form.is_none() {
        problems.add("form", Sentence::new("discipline-form-missing"));
    }
    let Ok((form, settlement)) = problems.clone().or(form.zip(settlement)) else {
        return shown(&ctx, page, id, typed, problems).await;
    };
    let done = discipline::settle(&ctx, id, form, &settlement).await;
    let flash = Flash::done(&Sentence::new("discipline-settled"));
    let flash = flash.undone_by(format!("/discipline/{id}/decision"));
    answer(&ctx, page, id, typed, done.map(|_| flash)).await
}

async fn unsettle(Asker(ctx): Asker, At(id): At<DisciplineId>) -> Result<Response, Failure> {
    discipline::unsettle(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("discipline-unsettled"));
    Ok(see_other(&format!("/discipline/{id}"), Some(&flash)))
}

async fn receive(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<DisciplineId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let Some(on) = day(&typed, &mut problems) else { return shown(&ctx, page, id, typed, problems).await };
    let done = discipline::receive(&ctx, id, on).await;
    let flash = Flash::done(&Sentence::new("discipline-received"));
    answer(&ctx, page, id, typed, done.map(|_| flash)).await
}

async fn end(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<DisciplineId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let Some(on) = day(&typed, &mut problems) else { return shown(&ctx, page, id, typed, problems).await };
    let done = discipline::end(&ctx, id, on, typed.get("basis")).await;
    let flash = Flash::done(&Sentence::new("discipline-ended"));
    let flash = flash.undone_by(format!("/discipline/{id}/end"));
    answer(&ctx, page, id, typed, done.map(|_| flash)).await
}

async fn reopen(Asker(ctx): Asker, At(id): At<DisciplineId>) -> Result<Response, Failure> {
    discipline::reopen(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("discipline-reopened"));
    Ok(see_other(&format!("/discipline/{id}"), Some(&flash)))
}

async fn take_back(Asker(ctx): Asker, At(id): At<DisciplineId>) -> Result<Response, Failure> {
    let of = discipline::take_back(&ctx, id).await?;
    Ok(see_other(&home(of), Some(&Flash::done(&Sentence::new("discipline-taken-back")))))
}
