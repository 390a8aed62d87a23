//! What wants attention: signs of the cells whose files the reader may open, the heaviest first.

use std::collections::BTreeSet;

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use nennep_app::{
    App,
    signs::{self, SignView},
};
use nennep_domain::{
    ids::OrganisationId,
    problems::{Citation, Problems},
    signs::{SignKind, Weight},
};

use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
    words::Words,
};

/// So many signs stand on a page; the others are found by kind.
const MOST: usize = 200;

struct SignLine {
    kind: String,
    cell: String,
    cell_path: String,
    name: Option<String>,
    path: String,
    said: String,
    citation: Option<Citation>,
}

/// Signs of one weight.
struct Group {
    title: String,
    tone: &'static str,
    lines: Vec<SignLine>,
}

#[derive(Template)]
#[template(path = "signs/list.html")]
struct SignsPage {
    page: Page,
    of: String,
    kinds: Vec<Choice>,
    groups: Vec<Group>,
    /// How many more there are than are shown.
    more: usize,
    is_filtered: bool,
    /// The day, as a field gives it; empty for today.
    on: String,
    problems: Problems,
    /// What is shown, where that is not today.
    shown: Option<String>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/signs", show)
}

async fn show(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let w = page.w;
    let of: Option<OrganisationId> = asked.read("of");
    let kind: Option<SignKind> = asked.read("kind");
    let mut problems = Problems::default();
    let on = asked.date("on", &mut problems).filter(|on| *on < page.now.date());
    let all = signs::list_on(&ctx, of, on).await?;
    let there: BTreeSet<SignKind> = all.iter().map(|one| one.sign.kind).collect();
    let choice = |one: SignKind| {
        let word = one.as_str();
        Choice::new(word, w.one_of("signs-kind", word), kind == Some(one))
    };
    let chosen: Vec<&SignView> =
        all.iter().filter(|one| kind.is_none_or(|kind| kind == one.sign.kind)).collect();
    let more = chosen.len().saturating_sub(MOST);
    let shown: Vec<&SignView> = chosen.into_iter().take(MOST).collect();
    let group = |weight: &Weight| {
        let of_weight = shown.iter().filter(|one| one.sign.weight == *weight);
        Group {
            title: w.one_of("signs-weight", weight.as_str()),
            tone: tone(*weight),
            lines: of_weight.map(|one| line(w, one)).collect(),
        }
    };
    let page =
        page.at(Place::Members).titled(w.t("signs-page-title")).under(w.t("members-title"), "/members");
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(layout::page(
        status,
        &SignsPage {
            on: asked.get("on").to_owned(),
            problems,
            shown: on.map(|on| w.with("signs-page-on", &[("date", w.date(on).into())])),
            of: of.map(|of| of.to_string()).unwrap_or_default(),
            kinds: there.into_iter().map(choice).collect(),
            groups: Weight::ALL.iter().map(group).filter(|group| !group.lines.is_empty()).collect(),
            more,
            is_filtered: kind.is_some() || on.is_some(),
            page,
        },
    ))
}

const fn tone(weight: Weight) -> &'static str {
    match weight {
        Weight::Blocking | Weight::Late => "poor",
        Weight::Due => "average",
        Weight::Consider => "",
    }
}

fn line(w: Words, view: &SignView) -> SignLine {
    let sign = &view.sign;
    SignLine {
        kind: w.one_of("signs-kind", sign.kind.as_str()),
        cell: view.organisation.name.clone(),
        cell_path: format!("/organisations/{}", view.organisation.id),
        name: view.name.clone(),
        path: match (sign.member, sign.candidate) {
            (Some(id), _) => format!("/members/{id}"),
            (None, Some(id)) => format!("/candidates/{id}"),
            (None, None) => String::new(),
        },
        said: w.say(&sign.sentence),
        citation: sign.citation.clone(),
    }
}
