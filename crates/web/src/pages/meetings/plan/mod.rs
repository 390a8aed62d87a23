//! A cell's plan of a year on one page: what stands, what could be planned by habit and calendar, saved in one go.

mod line;
mod month;

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Ctx, Error,
    meetings::{self, Saved, YearPlan},
};
use nennep_domain::{
    ids::OrganisationId,
    problems::{Problems, Sentence},
    time::Month,
};

use self::{line::Read, month::PlanMonth};
use crate::{
    components::RuleText,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

/// Three months with what they need: a theme in each quarter.
struct Quarter {
    number: i8,
    thematic_missing: bool,
    is_over: bool,
    months: Vec<PlanMonth>,
}

#[derive(Template)]
#[template(path = "meetings/plan.html")]
struct PlanPage {
    page: Page,
    year: i16,
    before: String,
    after: String,
    action: String,
    quarters: Vec<Quarter>,
    thematic: Option<RuleText>,
    problems: Problems,
    proposed: usize,
    prepares: bool,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/cells/{cell}/plan", show).post("/cells/{cell}/plan", save)
}

async fn plan_of(ctx: &Ctx, page: &Page, cell: OrganisationId, asked: &Typed) -> Result<YearPlan, Failure> {
    let year = asked.read("year").unwrap_or(Month::of(page.now.date()).year());
    Ok(meetings::year_plan(ctx, cell, year).await?)
}

async fn show(
    Asker(ctx): Asker,
    page: Page,
    At(cell): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let plan = plan_of(&ctx, &page, cell, &asked).await?;
    let typed = line::proposed(&ctx, &plan);
    Ok(answer(&page, &plan, &typed, &line::unchecked(), Problems::default()))
}

async fn save(
    Asker(ctx): Asker,
    page: Page,
    At(cell): At<OrganisationId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let plan = plan_of(&ctx, &page, cell, &typed).await?;
    let read = line::read(&typed, &plan);
    let problems = line::all(&read);
    if !problems.0.is_empty() {
        return Ok(answer(&page, &plan, &typed, &read, problems));
    }
    let lines: Vec<_> = read.iter().filter_map(|read| read.line.clone()).collect();
    match meetings::save_year(&ctx, cell, plan.year, &lines).await {
        Ok(saved) => {
            let list = format!("/meetings?of={cell}&year={}", plan.year);
            Ok(see_other(&list, Some(&Flash::done(&told(saved)))))
        }
        Err(Error::Invalid(problems)) => {
            let problems = Problems(problems.0.into_iter().map(whole).collect());
            Ok(answer(&page, &plan, &typed, &read, problems))
        }
        Err(other) => Err(other.into()),
    }
}

fn told(saved: Saved) -> Sentence {
    match (saved.added, saved.changed) {
        (0, 0) => Sentence::new("plan-saved-same"),
        (added, 0) => Sentence::new("plan-saved-added").with("added", added),
        (0, changed) => Sentence::new("plan-saved-changed").with("changed", changed),
        (added, changed) => Sentence::new("plan-saved").with("added", added).with("changed", changed),
    }
}

/// A problem of one line among many, said of the whole form.
fn whole(problem: nennep_domain::problems::Problem) -> nennep_domain::problems::Problem {
    nennep_domain::problems::Problem { field: "", ..problem }
}

fn answer(page: &Page, plan: &YearPlan, typed: &Typed, read: &[Read], problems: Problems) -> Response {
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let w = page.w;
    let cell = plan.cell.id;
    let path = |year: i16| format!("/cells/{cell}/plan?year={year}");
    let months = plan.months.iter().zip(read);
    let mut months: Vec<_> =
        months.map(|(month, read)| month::of(month, plan, typed, read, page.now, w)).collect();
    let quarters = (1..=4_i8).map(|number| {
        let rest = months.split_off(3.min(months.len()));
        let three = std::mem::replace(&mut months, rest);
        let last = &plan.months[usize::from(number.unsigned_abs()) * 3 - 1];
        let is_over = last.month < Month::of(page.now.date());
        let months = three.into_iter().filter(PlanMonth::is_worth_showing).collect();
        Quarter { number, thematic_missing: last.thematic_missing, is_over, months }
    });
    let quarters: Vec<_> = quarters.filter(|quarter| !quarter.months.is_empty()).collect();
    let proposed = quarters.iter().flat_map(|quarter| &quarter.months).filter(|month| month.is_new).count();
    let list = format!("/meetings?of={cell}&year={}", plan.year);
    let page = page.clone().at(Place::Meetings).under(w.t("place-meetings"), list);
    layout::page(
        status,
        &PlanPage {
            page: page
                .titled(w.with("plan-title", &[("year", plan.year.into())]))
                .led(plan.cell.name.as_str()),
            year: plan.year,
            before: path(plan.year - 1),
            after: path(plan.year + 1),
            action: format!("/cells/{cell}/plan"),
            quarters,
            thematic: RuleText::of(w, &plan.rules, "meetings.thematic_per_quarter"),
            problems,
            proposed,
            prepares: plan.prepares,
        },
    )
}
