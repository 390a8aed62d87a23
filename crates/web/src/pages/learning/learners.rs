//! Learners of a class: entered, taken away, given their certificate.

use axum::{extract::Form, response::Response};
use nennep_app::{App, Ctx, Error, learning};
use nennep_domain::{
    ids::{ClassId, LearnerId, MemberId},
    learning::Who,
    problems::{Problems, Sentence},
};

use super::one::shown;
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/classes/{class}/learners", add)
        .delete("/classes/{class}/learners/{learner}", take_away)
        .post("/classes/{class}/certificates", certify)
        .delete("/classes/{class}/learners/{learner}/certificate", uncertify)
}

/// The class again with what was entered, or what stands against it.
async fn answer(
    ctx: &Ctx,
    page: Page,
    class: ClassId,
    typed: Typed,
    done: Result<Flash, Error>,
) -> Result<Response, Failure> {
    match done {
        Ok(flash) => Ok(see_other(&format!("/classes/{class}"), Some(&flash))),
        Err(Error::Refused(refusal)) => {
            shown(ctx, page, class, typed, Problems::one("", refusal.sentence())).await
        }
        Err(Error::Invalid(problems)) => shown(ctx, page, class, typed, problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn add(
    Asker(ctx): Asker,
    page: Page,
    At(class): At<ClassId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let who = match typed.read::<MemberId>("member") {
        Some(member) => Who::Member(member),
        None => Who::Candidate(typed.get("name").to_owned()),
    };
    let id = typed.read("id").unwrap_or_else(|| LearnerId(ctx.new_id()));
    let done = learning::add_learner(&ctx, class, id, &who, None).await;
    let flash = Flash::done(&Sentence::new("learning-learner-added"));
    let flash = flash.undone_by(format!("/classes/{class}/learners/{id}"));
    answer(&ctx, page, class, typed, done.map(|()| flash)).await
}

async fn take_away(
    Asker(ctx): Asker,
    At((class, learner)): At<(ClassId, LearnerId)>,
) -> Result<Response, Failure> {
    learning::take_learner_away(&ctx, class, learner).await?;
    let flash = Flash::done(&Sentence::new("learning-learner-taken-away"));
    Ok(see_other(&format!("/classes/{class}"), Some(&flash)))
}

async fn certify(
    Asker(ctx): Asker,
    page: Page,
    At(class): At<ClassId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let learner: Option<LearnerId> = typed.read("learner");
    if learner.is_none() {
        problems.add("learner", Sentence::new("learning-learner-missing"));
    }
    let on = typed.date("certified_on", &mut problems);
    if on.is_none() && problems.of("certified_on").count() == 0 {
        problems.add("certified_on", Sentence::new("learning-day-missing"));
    }
    let Some((learner, on)) = learner.zip(on) else {
        return shown(&ctx, page, class, typed, problems).await;
    };
    let certificate = (typed.get("number").to_owned(), on);
    let done = learning::certify(&ctx, class, learner, Some(&certificate)).await;
    let flash = Flash::done(&Sentence::new("learning-certified"));
    let flash = flash.undone_by(format!("/classes/{class}/learners/{learner}/certificate"));
    answer(&ctx, page, class, typed, done.map(|()| flash)).await
}

async fn uncertify(
    Asker(ctx): Asker,
    At((class, learner)): At<(ClassId, LearnerId)>,
) -> Result<Response, Failure> {
    learning::certify(&ctx, class, learner, None).await?;
    let flash = Flash::done(&Sentence::new("learning-uncertified"));
    Ok(see_other(&format!("/classes/{class}"), Some(&flash)))
}
