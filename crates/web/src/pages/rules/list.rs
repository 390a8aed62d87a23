//! Every rule in force on a day, by what it speaks of, found by words.

use askama::Template;
use axum::{extract::Query, response::Response};
use jiff::civil::Date;
use nennep_app::{
    App,
    rules::{self, RuleView},
};
use nennep_domain::names;
use serde::Deserialize;

use crate::{
    components::OwnText,
    errors::Failure,
    forms::read_date,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
    words::Words,
};

#[derive(Template)]
#[template(path = "rules/list.html")]
struct ListPage {
    page: Page,
    on: String,
    words: String,
    only_own: bool,
    groups: Vec<Group>,
    /// Whether the groups lie open: what was looked for is not looked for again.
    open: bool,
    said: String,
}

/// Rules that speak of one thing.
struct Group {
    key: String,
    title: String,
    rows: Vec<Row>,
}

/// One rule.
struct Row {
    path: String,
    text: String,
    value: String,
    source: String,
    since: String,
    sure: String,
    confidence: &'static str,
    own: Option<OwnText>,
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    on: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    own: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/rules", list)
}

/// The day asked for; today where it does not read.
pub(super) fn day_of(text: &str, today: Date) -> Date {
    read_date(text).unwrap_or(today)
}

async fn list(Asker(ctx): Asker, page: Page, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (w, on) = (page.w, day_of(&asked.on, ctx.now().date()));
    let only_own = !asked.own.is_empty();
    let mut found = rules::list(&ctx, rules::standing(&ctx), on).await?;
    let words = names::fold(&asked.words);
    found.retain(|rule| (!only_own || rule.own.is_some()) && says(rule, &words));
    let count = [("count", found.len().into()), ("date", w.date(on).into())];
    Ok(layout::show(&ListPage {
        page: page.clone().at(Place::Setup).titled(w.t("rules-title")).led(w.t("rules-lead")),
        on: on.to_string(),
        only_own,
        open: only_own || !words.is_empty(),
        said: w.with("rules-found", &count),
        groups: groups(w, &found),
        words: asked.words,
    }))
}

/// Whether a rule speaks of all these words, diacritics aside.
fn says(rule: &RuleView, words: &str) -> bool {
    let text = format!(
        "{} {} {} {} {}",
        rule.key, rule.words.vi, rule.words.en, rule.citation.document, rule.citation.article
    );
    let text = names::fold(&text);
    words.split(' ').all(|word| text.contains(word))
}

/// What the rules of a group speak of; the group's own word where the program has none.
pub(super) fn about(w: Words, group: &str) -> String {
    let title = w.one_of("rules-about", group);
    if title.starts_with('[') { group.to_owned() } else { title }
}

fn groups(w: Words, found: &[RuleView]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for rule in found {
        let key = rule.key.split('.').next().unwrap_or_default();
        if groups.last().is_none_or(|group| group.key != key) {
            let title = about(w, key);
            groups.push(Group { key: key.to_owned(), title, rows: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.rows.push(row(w, rule));
        }
    }
    groups
}

fn row(w: Words, rule: &RuleView) -> Row {
    Row {
        path: format!("/rules/{}", rule.key),
        text: w.of_both(&rule.words).to_owned(),
        value: w.rule_value(rule.value(), rule.unit),
        source: rule.citation.to_string(),
        since: span(w, rule.from, rule.to),
        sure: w.one_of("rules-confidence", rule.confidence.as_str()),
        confidence: rule.confidence.as_str(),
        own: rule.own.as_ref().map(|own| OwnText::of(w, rule, own)),
    }
}

/// From when to when something holds, in words.
pub(super) fn span(w: Words, from: Date, to: Option<Date>) -> String {
    let from = ("from", w.date(from).into());
    match to {
        Some(to) => w.with("rules-span", &[from, ("to", w.date(to).into())]),
        None => w.with("rules-span-open", &[from]),
    }
}
