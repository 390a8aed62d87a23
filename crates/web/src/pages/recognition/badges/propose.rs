//! Putting a member on the cell's list for a badge: at one press where it is due, with a form where it comes early or after death.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use jiff::civil::Date;
use nennep_app::{
    App, Ctx, Error,
    recognition::badges::{self, Offered},
};
use nennep_domain::{
    ids::{BadgeProposalId, MemberId},
    problems::{Citation, Problems, Sentence},
    recognition::badges::{BadgeGround, Candidate},
    signs::years_full,
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
#[template(path = "recognition/badges/form.html")]
struct FormPage {
    page: Page,
    problems: Problems,
    cited: Option<Citation>,
    typed: Typed,
    years: Vec<Choice>,
    grounds: Vec<Choice>,
    about: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/badges/new", new).post("/badges", propose).delete("/badges/{proposal}", withdraw)
}

async fn new(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let member: MemberId = asked.read("member").ok_or(Failure::not_found())?;
    let offered = badges::offered(&ctx, member).await?;
    let next = offered.days.iter().copied().find(|day| *day >= ctx.now().date());
    let day = asked.read::<Date>("day").or(next).unwrap_or(ctx.now().date());
    let years = asked.read::<u32>("years").or_else(|| likely(&offered, day));
    let ground = if offered.died_on.is_some() { BadgeGround::Posthumous } else { BadgeGround::Due };
    let ground = asked.read("ground").unwrap_or(ground);
    let typed = Typed::default()
        .with("id", ctx.new_id().to_string())
        .with("member", member.to_string())
        .with("years", years.map(|years| years.to_string()).unwrap_or_default())
        .with("ground", ground.as_str())
        .with("day", day.to_string())
        .with("requested_on", ctx.now().date().to_string());
    Ok(shown(page, &offered, typed, Problems::default(), None))
}

/// The highest badge whose years are full by a day, else the lowest there is.
fn likely(offered: &Offered, day: Date) -> Option<u32> {
    let full = |years: &&u32| years_full(offered.admitted_on, **years) <= day;
    offered.years.iter().filter(full).max().or(offered.years.first()).copied()
}

fn shown(
    page: Page,
    offered: &Offered,
    typed: Typed,
    problems: Problems,
    cited: Option<Citation>,
) -> Response {
    let w = page.w;
    let years = |years: &u32| {
        let full = w.date(years_full(offered.admitted_on, *years));
        let said = w.with("badges-full-on", &[("date", full.as_str().into())]);
        let label = format!("{} ({said})", w.with("badges-badge", &[("years", (*years).into())]));
        Choice::new(years.to_string(), label, typed.get("years") == years.to_string())
    };
    let ground = |ground: &BadgeGround| {
        let word = ground.as_str();
        Choice::new(word, w.one_of("badges-ground", word), typed.get("ground") == word)
            .helped(ground_help(w, *ground, offered))
    };
    let admitted = w.partial_date(offered.admitted_on);
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = FormPage {
        years: offered.years.iter().map(years).collect(),
        grounds: BadgeGround::ALL.iter().map(ground).collect(),
        about: w.with("badges-admitted", &[("date", admitted.as_str().into())]),
        problems,
        cited,
        page: page
            .at(Place::Members)
            .titled(w.t("badges-propose-title"))
            .led(&offered.name)
            .under(w.t("badges-title"), "/badges"),
        typed,
    };
    layout::page(status, &template)
}

fn ground_help(w: Words, ground: BadgeGround, offered: &Offered) -> String {
    let rules = &offered.rules;
    let (early, senior) = (rules.badge_early_months().value, rules.badge_early_senior_months().value);
    match ground {
        BadgeGround::Due => w.t("badges-due-help"),
        BadgeGround::Illness => {
            let from = rules.badge_senior_from_years().value;
            let values = [("months", early.into()), ("senior", senior.into()), ("from", from.into())];
            w.with("badges-illness-help", &values)
        }
        BadgeGround::Posthumous => {
            let months = rules.badge_posthumous_months().value;
            w.with("badges-posthumous-help", &[("months", months.into())])
        }
    }
}

fn read(typed: &Typed, member: MemberId, today: Date) -> Result<badges::Form, Problems> {
    let mut problems = Problems::default();
    let years: Option<u32> = typed.read("years");
    if years.is_none() {
        problems.add("years", Sentence::new("badges-years-missing"));
    }
    let ground = typed.read("ground").unwrap_or(BadgeGround::Due);
    let day = typed.date("day", &mut problems);
    if day.is_none() && problems.of("day").count() == 0 {
        problems.add("day", Sentence::new("badges-day-missing"));
    }
    let requested_on = typed.date("requested_on", &mut problems).unwrap_or(today);
    let asked = years.zip(day).map(|(years, day)| Candidate { years, ground, day });
    problems.or(asked.map(|asked| badges::Form { member, asked, requested_on }))
}

async fn propose(Asker(ctx): Asker, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    let member: MemberId = typed.read("member").ok_or(Failure::not_found())?;
    let form = match read(&typed, member, ctx.now().date()) {
        Ok(form) => form,
        Err(problems) => return again(&ctx, page, member, typed, problems, None).await,
    };
    let id = typed.read("id").unwrap_or_else(|| BadgeProposalId(ctx.new_id()));
    match badges::propose(&ctx, id, &form).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("badges-proposed"));
            let back = match typed.get("back") {
                "" => format!("/badges/{id}"),
                back => layout::local_path(back).to_owned(),
            };
            Ok(see_other(&back, Some(&flash.undone_by(format!("/badges/{id}")))))
        }
        Err(Error::Refused(refusal)) => {
            let (problems, cited) = (Problems::one("", refusal.sentence()), refusal.citation());
            again(&ctx, page, member, typed, problems, cited).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn again(
    ctx: &Ctx,
    page: Page,
    member: MemberId,
    typed: Typed,
    problems: Problems,
    cited: Option<Citation>,
) -> Result<Response, Failure> {
    let offered = badges::offered(ctx, member).await?;
    Ok(shown(page, &offered, typed, problems, cited))
}

async fn withdraw(Asker(ctx): Asker, At(id): At<BadgeProposalId>) -> Result<Response, Failure> {
    badges::withdraw(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("badges-withdrawn"));
    Ok(see_other(&format!("/badges/{id}"), Some(&flash)))
}
