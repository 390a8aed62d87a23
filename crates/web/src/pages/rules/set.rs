//! Setting a committee's own value: for whom, what, from when, and why.

use askama::Template;
use axum::{
    extract::{Form, Path},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Ctx, Error,
    rules::{self, OverrideForm, RuleView},
};
use nennep_domain::{
    ids::OverrideId,
    problems::{Problems, Sentence},
    rules::Value,
};

use super::show::{title_of, titled};
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, see_other},
    routes::Routes,
    session::Asker,
    words::Words,
};

const PATH: &str = "/rules/{key}/own";

#[derive(Template)]
#[template(path = "rules/set.html")]
struct SetPage {
    page: Page,
    problems: Problems,
    rule: RuleView,
    national: String,
    unit: String,
    places: Vec<Choice>,
    /// The values to choose from; where there are none, the value is typed.
    choices: Vec<Choice>,
    typed: Typed,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get(PATH, form).post(PATH, set)
}

async fn form(Asker(ctx): Asker, page: Page, Path(key): Path<String>) -> Result<Response, Failure> {
    let from = ctx.now().date().to_string();
    let typed = Typed::default().with("id", ctx.new_id().to_string()).with("from", from);
    show(&ctx, &page, &key, typed, Problems::default()).await
}

async fn show(
    ctx: &Ctx,
    page: &Page,
    key: &str,
    typed: Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let (w, today) = (page.w, ctx.now().date());
    let found = rules::show(ctx, key, rules::standing(ctx), today).await?;
    if !found.may_set {
        return Err(Failure::forbidden());
    }
    let places = rules::places_to_set(ctx).await?;
    let chosen = typed.get("organisation").to_owned();
    let place = |one: &nennep_domain::organisations::Organisation| {
        let id = one.id.to_string();
        Choice { chosen: id == chosen, value: id, label: one.name.clone(), help: String::new() }
    };
    let rule = found.view;
    let value = |word: String| {
        let said = said(w, &rule, &word);
        Choice { chosen: word == typed.get("value"), label: said, value: word, help: String::new() }
    };
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = SetPage {
        page: titled(page, w.t("rules-set-title"))
            .led(w.of_both(&rule.words))
            .under(title_of(w, key), format!("/rules/{key}")),
        problems,
        national: w.rule_value(&rule.national, rule.unit),
        unit: w.one_of("rules-unit", rule.unit.as_str()),
        places: places.iter().map(place).collect(),
        choices: rules::choices(ctx, &rule, today).into_iter().map(value).collect(),
        typed,
        rule,
    };
    Ok(layout::page(status, &shown))
}

/// A value to choose, in words; a rubric by its code.
fn said(w: Words, rule: &RuleView, word: &str) -> String {
    let value = rule.unit.read(word).unwrap_or_else(|| Value::Text(word.to_owned()));
    w.rule_value(&value, rule.unit)
}

/// What was typed; the words by which the program says that nothing is set mean just that.
fn value_of(w: Words, typed: &Typed) -> String {
    let value = typed.get("value").trim();
    if value == w.t("rules-value-none") { "none".to_owned() } else { value.to_owned() }
}

async fn set(
    Asker(ctx): Asker,
    page: Page,
    Path(key): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let from = typed.date("from", &mut problems);
    let to = typed.date("to", &mut problems);
    let organisation = typed.read("organisation");
    if organisation.is_none() {
        problems.add("organisation", Sentence::new("rules-set-no-place"));
    }
    if from.is_none() && problems.of("from").count() == 0 {
        problems.add("from", Sentence::new("field-date-unreadable"));
    }
    let (Some(organisation), Some(from), true) = (organisation, from, problems.0.is_empty()) else {
        return show(&ctx, &page, &key, typed, problems).await;
    };
    let (value, reason) = (value_of(page.w, &typed), typed.get("reason").to_owned());
    let form = OverrideForm { organisation, key: key.clone(), value, from, to, reason };
    let id: OverrideId = typed.read("id").unwrap_or_else(|| OverrideId(ctx.new_id()));
    match rules::set_override(&ctx, id, &form).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("rules-done-set"));
            let undo = format!("/rules/{key}/own/{id}");
            Ok(see_other(&format!("/rules/{key}"), Some(&flash.undone_by(undo))))
        }
        Err(Error::Invalid(problems)) => show(&ctx, &page, &key, typed, problems).await,
        Err(Error::Refused(refusal)) => {
            let problems = Problems::one("", refusal.sentence());
            show(&ctx, &page, &key, typed, problems).await
        }
        Err(other) => Err(other.into()),
    }
}
