//! The form of a measure: what a cell decided, what it proposes, what was decided above.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use jiff::civil::Date;
use nennep_app::{
    App, Ctx, Error, organisations, reach,
    recognition::discipline::{self, Basis, MeasureForm, Settlement},
};
use nennep_domain::{
    accounts::permission::Action,
    ids::{DisciplineId, MemberId, OrganisationId},
    members::MemberGrade,
    problems::{Citation, Problems, Sentence},
    recognition::discipline::{DisciplineForm, Disciplined},
    rules::Rules,
};

use super::home;
use crate::{
    components::Choice,
    errors::Failure,
    forms::{Typed, wrong},
    layout::{self, Flash, Page, Place, see_other},
    routes::Routes,
    session::Asker,
    words::Words,
};

#[derive(Template)]
#[template(path = "recognition/discipline/form.html")]
struct FormPage {
    page: Page,
    problems: Problems,
    cited: Option<Citation>,
    typed: Typed,
    forms: Vec<Choice>,
    bases: Vec<Choice>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/discipline/new", new).post("/discipline", enter)
}

/// Whom a form is of, with the name and the rules of today.
struct Of {
    whom: Disciplined,
    name: String,
    rules: Rules,
}

async fn of(ctx: &Ctx, typed: &Typed) -> Result<Of, Failure> {
    if let Some(member) = typed.read::<MemberId>("member") {
        let found = discipline::of_member(ctx, member).await?;
        let grade = found.grade.filter(|_| found.keeps).ok_or(Error::Forbidden)?;
        return Ok(Of { whom: Disciplined::Member(member, grade), name: found.name, rules: found.rules });
    }
    let organisation: OrganisationId = typed.read("organisation").ok_or(Failure::not_found())?;
    if !reach::may_at(ctx, Action::KeepDiscipline, organisation).await? {
        return Err(Error::NotFound.into());
    }
    let name = organisations::show(ctx, organisation).await?.organisation.name;
    Ok(Of { whom: Disciplined::Organisation(organisation), name, rules: ctx.rules.on(ctx.now().date()) })
}

async fn new(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let of = of(&ctx, &asked).await?;
    let basis = if of.whom.member().is_some() { "cell" } else { "superior" };
    let typed = Typed::default()
        .with("id", ctx.new_id().to_string())
        .with("member", asked.get("member"))
        .with("organisation", asked.get("organisation"))
        .with("basis", basis)
        .with("on", ctx.now().date().to_string());
    Ok(shown(page, &of, typed, Problems::default(), None))
}

fn shown(page: Page, of: &Of, typed: Typed, problems: Problems, cited: Option<Citation>) -> Response {
    let w = page.w;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = FormPage {
        forms: forms(w, of, &typed),
        bases: if of.whom.member().is_some() { bases(w, &of.rules, &typed) } else { Vec::new() },
        problems,
        cited,
        page: page
            .at(Place::Members)
            .titled(w.t("discipline-new-title"))
            .led(&of.name)
            .under(&of.name, home(of.whom)),
        typed,
    };
    layout::page(status, &template)
}

/// The forms there are for whom it is of, from the lightest.
fn forms(w: Words, of: &Of, typed: &Typed) -> Vec<Choice> {
    let rules = &of.rules;
    let allowed = match of.whom {
        Disciplined::Member(_, MemberGrade::Official) => rules.official_member_forms(),
        Disciplined::Member(_, MemberGrade::Probationary) => rules.probationary_member_forms(),
        Disciplined::Organisation(_) => rules.organisation_forms(),
    };
    let form = |word: &String| {
        let form: DisciplineForm = word.parse().ok()?;
        let chosen = typed.get("form") == form.as_str();
        Some(Choice::new(form.as_str(), w.one_of("discipline-form", form.as_str()), chosen))
    };
    allowed.value.iter().filter_map(form).collect()
}

/// On what a measure of a member can rest, each with what it means.
fn bases(w: Words, rules: &Rules, typed: &Typed) -> Vec<Choice> {
    let decides = rules.cell_decides_forms();
    let word = |form: &String| w.one_of("discipline-form", form).to_lowercase();
    let forms = decides.value.iter().map(word).collect::<Vec<_>>().join(", ");
    let citation = decides.citation.to_string();
    let values = [("forms", forms.as_str().into()), ("rule", citation.as_str().into())];
    let chosen = |basis: &str| typed.get("basis") == basis;
    vec![
        Choice::new("cell", w.t("discipline-basis-cell"), chosen("cell"))
            .helped(w.with("discipline-basis-cell-help", &values)),
        Choice::new("proposal", w.t("discipline-basis-proposal"), chosen("proposal"))
            .helped(w.t("discipline-basis-proposal-help")),
        Choice::new("superior", w.t("discipline-basis-superior"), chosen("superior"))
            .helped(w.t("discipline-basis-superior-help")),
    ]
}

/// A decision as forms send it; `on` is the day it was announced.
pub(super) fn settlement(typed: &Typed, problems: &mut Problems) -> Option<Settlement> {
    let announced_on = day(typed, problems);
    let on = typed.date("decided_on", problems).or(announced_on);
    let until_on = typed.date("until_on", problems);
    let text = |field| typed.get(field).to_owned();
    let (announced_on, on) = announced_on.zip(on)?;
    Some(Settlement { number: text("decision_number"), on, by: text("decided_by"), announced_on, until_on })
}

/// The day of a form, which must be said.
pub(super) fn day(typed: &Typed, problems: &mut Problems) -> Option<Date> {
    let on = typed.date("on", problems);
    if on.is_none() && problems.of("on").count() == 0 {
        problems.add("on", Sentence::new("discipline-on-missing"));
    }
    on
}

fn read(typed: &Typed, of: Disciplined) -> Result<MeasureForm, Problems> {
    let mut problems = Problems::default();
    let form: Option<DisciplineForm> = typed.read("form");
    if form.is_none() {
        problems.add("form", Sentence::new("discipline-form-missing"));
    }
    let basis = match typed.get("basis") {
        "proposal" => day(typed, &mut problems).map(Basis::Proposal),
        "superior" => settlement(typed, &mut problems).map(Basis::Superior),
        _ if of.member().is_none() => settlement(typed, &mut problems).map(Basis::Superior),
        _ => settlement(typed, &mut problems).map(Basis::Cell),
    };
    let reason = typed.get("reason").to_owned();
    let form = form.zip(basis).map(|(form, basis)| MeasureForm { of, form, reason, basis });
    problems.or(form)
}

async fn enter(Asker(ctx): Asker, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    let of = of(&ctx, &typed).await?;
    let form = match read(&typed, of.whom) {
        Ok(form) => form,
        Err(problems) => return Ok(shown(page, &of, typed, problems, None)),
    };
    let id = typed.read("id").unwrap_or_else(|| DisciplineId(ctx.new_id()));
    match discipline::enter(&ctx, id, &form).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("discipline-entered"));
            Ok(see_other(&home(of.whom), Some(&flash.undone_by(format!("/discipline/{id}")))))
        }
        Err(error) => {
            let (problems, cited) = wrong(error)?;
            Ok(shown(page, &of, typed, problems, cited))
        }
    }
}
