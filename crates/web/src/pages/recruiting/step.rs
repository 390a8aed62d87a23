//! The form of a step: recorded, corrected, undone. A helper, an introduction and the ceremony have fields of their own.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use jiff::civil::Date;
use nennep_app::{
    App, Ctx,
    members::{self, Filter},
    recruiting::{self, CandidateView, IntroductionForm},
};
use nennep_domain::{
    ids::{CandidateId, DeedId, LearnerId, MemberId},
    members::{MemberGrade, StandingState},
    problems::{Citation, Problems, Sentence},
    recruiting::{FactDraft, Field, Step},
};

use super::show::{obstacle, step_path};
use crate::{
    components::{Choice, RuleText},
    errors::Failure,
    forms::{Typed, wrong},
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

struct IntroducedLine {
    said: String,
    undo: String,
}

#[derive(Template)]
#[template(path = "recruiting/step.html")]
struct StepPage {
    page: Page,
    problems: Problems,
    cited: Option<Citation>,
    action: String,
    back: String,
    step: &'static str,
    typed: Typed,
    asks: Vec<&'static str>,
    members: Vec<Choice>,
    introduced: Vec<IntroducedLine>,
    /// What stands against the vote today.
    wrong: Vec<String>,
    rule: Option<RuleText>,
    is_ceremony: bool,
}

impl StepPage {
    fn asks(&self, field: &str) -> bool {
        self.asks.contains(&field)
    }
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/candidates/{candidate}/steps/{step}", new)
        .post("/candidates/{candidate}/steps/{step}", record)
        .delete("/candidates/{candidate}/steps/{step}", undo)
        .delete("/candidates/{candidate}/introducers/{member}", withdraw)
        .post("/candidates/{candidate}/certificates/{learner}", take_certificate)
}

async fn new(
    Asker(ctx): Asker,
    page: Page,
    At((id, step)): At<(CandidateId, Step)>,
) -> Result<Response, Failure> {
    let view = recruiting::for_change(&ctx, id).await?;
    let begun = begun(&ctx, &view, step);
    show(&ctx, page, &view, step, begun, (Problems::default(), None)).await
}

/// The form as it begins: what was recorded of the step, else today.
fn begun(ctx: &Ctx, view: &CandidateView, step: Step) -> Typed {
    let today = ctx.now().date();
    let text = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
    let typed = Typed::default().with("id", ctx.new_id().to_string());
    if step == Step::Helper {
        let helper = view.file.helper();
        let from = helper.map_or(today, |helper| helper.from_on);
        let member = helper.map(|helper| helper.member.to_string()).unwrap_or_default();
        return typed.with("on", from.to_string()).with("member", member);
    }
    let Some(fact) = view.file.fact(step) else { return typed.with("on", today.to_string()) };
    let tally = |of: &dyn Fn(&nennep_domain::recruiting::Tally) -> u32| {
        fact.tally.as_ref().map(|tally| of(tally).to_string()).unwrap_or_default()
    };
    typed
        .with("on", fact.on.to_string())
        .with("number", &fact.number)
        .with("by", &fact.by)
        .with("received_on", text(fact.received_on))
        .with("counted", tally(&|tally| tally.counted))
        .with("in_favour", tally(&|tally| tally.in_favour))
        .with("waived", if fact.waived { "true" } else { "" })
        .with("note", &fact.note)
}

async fn show(
    ctx: &Ctx,
    page: Page,
    view: &CandidateView,
    step: Step,
    typed: Typed,
    (problems, cited): (Problems, Option<Citation>),
) -> Result<Response, Failure> {
    let w = page.w;
    let id = view.file.candidate.id;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let chooses = matches!(step, Step::Helper | Step::Introductions);
    let stride = view.way.iter().find(|stride| stride.step == step);
    let wrong = match step {
        Step::Vote if view.file.fact(Step::Vote).is_none() => {
            let all = view.way.iter().flat_map(|stride| &stride.obstacles);
            all.map(|one| obstacle(w, view, one)).collect()
        }
        _ => Vec::new(),
    };
    let introduced = |one: &nennep_domain::recruiting::Introducer| IntroducedLine {
        said: w.with(
            "recruiting-introduced-by",
            &[("name", view.name(one.member).into()), ("date", w.date(one.together_from).into())],
        ),
        undo: format!("/candidates/{id}/introducers/{}?_method=DELETE", one.member),
    };
    let template = StepPage {
        problems,
        cited,
        action: step_path(id, step),
        back: format!("/candidates/{id}"),
        step: step.as_str(),
        asks: step.asks().iter().map(|field| field.as_str()).collect(),
        members: if chooses { officials(ctx, view, typed.get("member")).await? } else { Vec::new() },
        introduced: match step {
            Step::Introductions => view.file.introducers.iter().map(introduced).collect(),
            _ => Vec::new(),
        },
        wrong,
        rule: stride.and_then(|stride| RuleText::of(w, &view.rules, stride.rule.key)),
        is_ceremony: step == Step::Ceremony,
        typed,
        page: page
            .at(Place::Members)
            .titled(w.one_of("recruiting-step", step.as_str()))
            .led(&view.file.candidate.person.name)
            .under(&view.file.candidate.person.name, format!("/candidates/{id}")),
    };
    Ok(layout::page(status, &template))
}

/// The official members of the cell, who help and introduce.
async fn officials(ctx: &Ctx, view: &CandidateView, chosen: &str) -> Result<Vec<Choice>, Failure> {
    let filter = Filter {
        within: view.cell.id,
        on: None,
        words: "",
        state: Some(StandingState::Active),
        grade: Some(MemberGrade::Official),
        after: None,
        limit: 500,
    };
    let listed = members::list(ctx, filter).await?;
    let choice = |one: &nennep_app::members::Listed| {
        let id = one.member.to_string();
        let is_chosen = id == chosen;
        Choice::new(id, &one.name, is_chosen)
    };
    Ok(listed.iter().map(choice).collect())
}

async fn record(
    Asker(ctx): Asker,
    page: Page,
    At((id, step)): At<(CandidateId, Step)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let done = match step {
        Step::Helper | Step::Introductions => with_member(&ctx, id, step, &typed).await,
        Step::Ceremony => ceremony(&ctx, id, &typed).await,
        _ => match draft(&typed) {
            Ok(draft) => recruiting::record(&ctx, id, step, &draft).await,
            Err(problems) => Err(problems.into()),
        },
    };
    let (problems, cited) = match done {
        Ok(()) => {
            let flash = if step == Step::Introductions {
                Flash::done(&Sentence::new("recruiting-recorded"))
            } else {
                Flash::done(&Sentence::new("recruiting-recorded")).undone_by(step_path(id, step))
            };
            return Ok(see_other(&format!("/candidates/{id}"), Some(&flash)));
        }
        Err(error) => wrong(error)?,
    };
    let view = recruiting::for_change(&ctx, id).await?;
    show(&ctx, page, &view, step, typed, (problems, cited)).await
}

/// The day of a form that must have one.
fn day(typed: &Typed) -> Result<Date, Problems> {
    let mut problems = Problems::default();
    let on = typed.date("on", &mut problems);
    if on.is_none() && problems.0.is_empty() {
        problems.add("on", Sentence::new("recruiting-on-missing"));
    }
    problems.or(on)
}

async fn with_member(ctx: &Ctx, id: CandidateId, step: Step, typed: &Typed) -> nennep_app::Result<()> {
    let mut problems = Problems::default();
    let member: Option<MemberId> = typed.read("member");
    if member.is_none() {
        problems.add("member", Sentence::new("recruiting-member-missing"));
    }
    let on = day(typed).map_err(|wrong| problems.0.extend(wrong.0)).ok();
    let together = typed.date("together_from", &mut problems);
    if step == Step::Introductions && together.is_none() && problems.of("together_from").count() == 0 {
        problems.add("together_from", Sentence::new("recruiting-together-missing"));
    }
    let (member, on) = problems.or(member.zip(on))?;
    match together.filter(|_| step == Step::Introductions) {
        Some(together_from) => {
            let form = IntroductionForm { member, introduced_on: on, together_from };
            recruiting::introduce(ctx, id, form).await
        }
        None => recruiting::assign_helper(ctx, id, member, on).await,
    }
}

async fn ceremony(ctx: &Ctx, id: CandidateId, typed: &Typed) -> nennep_app::Result<()> {
    let deed = typed.read("id").unwrap_or_else(|| DeedId(ctx.new_id()));
    recruiting::hold_ceremony(ctx, id, deed, day(typed)?).await.map(drop)
}

/// What was typed of a step, read.
pub(super) fn draft(typed: &Typed) -> Result<FactDraft, Problems> {
    let mut problems = Problems::default();
    let count = |field: &'static str, problems: &mut Problems| {
        if typed.get(field).trim().is_empty() { None } else { Some(typed.number(field, problems)) }
    };
    let draft = FactDraft {
        on: typed.date("on", &mut problems),
        number: typed.get(Field::Number.as_str()).to_owned(),
        by: typed.get(Field::By.as_str()).to_owned(),
        received_on: typed.date("received_on", &mut problems),
        counted: count("counted", &mut problems),
        in_favour: count("in_favour", &mut problems),
        waived: typed.get("waived") == "true",
        note: typed.get("note").to_owned(),
    };
    problems.or(Some(draft))
}

async fn undo(Asker(ctx): Asker, At((id, step)): At<(CandidateId, Step)>) -> Result<Response, Failure> {
    match step {
        Step::Helper => recruiting::remove_helper(&ctx, id).await?,
        _ => recruiting::undo(&ctx, id, step).await?,
    }
    let flash = Flash::done(&Sentence::new("recruiting-undone"));
    Ok(see_other(&format!("/candidates/{id}"), Some(&flash)))
}

/// Takes the certificate of a class as the candidate's own.
async fn take_certificate(
    Asker(ctx): Asker,
    At((id, learner)): At<(CandidateId, LearnerId)>,
) -> Result<Response, Failure> {
    recruiting::take_certificate(&ctx, id, learner).await?;
    let flash = Flash::done(&Sentence::new("certificate-taken")).undone_by(step_path(id, Step::Certificate));
    Ok(see_other(&format!("/candidates/{id}"), Some(&flash)))
}

async fn withdraw(
    Asker(ctx): Asker,
    At((id, member)): At<(CandidateId, MemberId)>,
) -> Result<Response, Failure> {
    recruiting::withdraw_introduction(&ctx, id, member).await?;
    let flash = Flash::done(&Sentence::new("recruiting-undone"));
    Ok(see_other(&format!("/candidates/{id}"), Some(&flash)))
}
