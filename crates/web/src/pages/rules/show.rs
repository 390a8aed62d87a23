//! One rule: what it says, what holds today and where from, its values over time, and committees' own values.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Ctx,
    rules::{self, OwnValue, RulePage, RuleView},
};
use nennep_domain::{ids::OverrideId, problems::Problems, rules::Entry};
use serde::Deserialize;

use super::list::{about, day_of, span};
use crate::{
    components::OwnText,
    errors::Failure,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
    words::Words,
};

#[derive(Template)]
#[template(path = "rules/show.html")]
struct ShowPage {
    page: Page,
    problems: Problems,
    rule: RuleView,
    value: String,
    own: Option<OwnText>,
    since: String,
    sure: String,
    history: Vec<Past>,
    own_values: Vec<Own>,
    may_set: bool,
    today: String,
}

/// A national value with its days.
struct Past {
    value: String,
    text: String,
    source: String,
    span: String,
    sure: String,
}

/// A committee's own value.
struct Own {
    id: OverrideId,
    by: String,
    value: String,
    span: String,
    reason: String,
    author: String,
    /// It holds on, so that it can be ended.
    holds_on: bool,
    /// It was withdrawn: it never held.
    withdrawn: bool,
    may_end: bool,
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    on: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/rules/{key}", get)
}

async fn get(
    Asker(ctx): Asker,
    page: Page,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    show(&ctx, &page, &key, &asked.on, Problems::default()).await
}

/// The page of a rule, with what is wrong with a form on it.
pub(super) async fn show(
    ctx: &Ctx,
    page: &Page,
    key: &str,
    on: &str,
    problems: Problems,
) -> Result<Response, Failure> {
    let (w, today) = (page.w, ctx.now().date());
    let found = rules::show(ctx, key, rules::standing(ctx), day_of(on, today)).await?;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let rule = &found.view;
    let shown = ShowPage {
        page: titled(page, title_of(w, &rule.key)),
        problems,
        value: w.rule_value(rule.value(), rule.unit),
        own: rule.own.as_ref().map(|own| OwnText::of(w, rule, own)),
        since: span(w, rule.from, rule.to),
        sure: w.one_of("rules-confidence", rule.confidence.as_str()),
        history: found.history.iter().map(|entry| past(w, entry)).collect(),
        own_values: found.own.iter().map(|own| own_value(w, &found, own)).collect(),
        may_set: found.may_set,
        today: today.to_string(),
        rule: found.view,
    };
    Ok(layout::page(status, &shown))
}

/// The title of a rule's page: what it speaks of.
pub(super) fn title_of(w: Words, key: &str) -> String {
    let group = key.split('.').next().unwrap_or_default();
    w.with("rules-rule-title", &[("about", about(w, group).into())])
}

/// A page under the list of rules.
pub(super) fn titled(page: &Page, title: String) -> Page {
    page.clone().at(Place::Setup).titled(title).under(page.w.t("rules-title"), "/rules")
}

fn past(w: Words, entry: &Entry) -> Past {
    Past {
        value: w.rule_value(&entry.value, entry.unit),
        text: w.of_both(&entry.text).to_owned(),
        source: entry.citation.to_string(),
        span: span(w, entry.from, entry.to),
        sure: w.one_of("rules-confidence", entry.confidence.as_str()),
    }
}

fn own_value(w: Words, found: &RulePage, own: &OwnValue) -> Own {
    Own {
        id: own.id,
        by: own.organisation_name.clone(),
        value: w.rule_value(&own.value, found.view.unit),
        span: span(w, own.from, own.to),
        reason: own.reason.clone(),
        author: own.author_name.clone(),
        holds_on: own.to.is_none(),
        withdrawn: own.to.is_some_and(|to| to <= own.from),
        may_end: found.may_end.contains(&own.organisation),
    }
}
