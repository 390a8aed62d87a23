//! The list of members of an organisation, found by name.

use std::collections::HashSet;

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{
    App,
    members::{self, Filter, Listed},
    organisations, reach,
};
use nennep_domain::{
    accounts::permission::Action,
    ids::{MemberId, OrganisationId, StandingId},
    members::{MemberGrade, StandingState},
    organisations::{Organisation, OrganisationKind},
    problems::Problems,
};

use crate::{
    components::{Choice, Pager},
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    routes::Routes,
    session::{Asker, form_encoded},
    words::Words,
};

/// How many members one leaf shows.
const LEAF: usize = 50;

struct Line {
    name: String,
    path: Option<String>,
    born: String,
    cell: String,
    grade: &'static str,
    state: &'static str,
    since: jiff::civil::Date,
}

#[derive(Template)]
#[template(path = "members/list.html")]
struct ListPage {
    page: Page,
    words: String,
    /// The day the list is of, as the field gives it; empty for today.
    on: String,
    places: Vec<Choice>,
    grades: Vec<Choice>,
    states: Vec<Choice>,
    lines: Vec<Line>,
    pager: Pager,
    several_cells: bool,
    is_filtered: bool,
    add: Option<String>,
    organisation: String,
    /// Ways from here: where to, and what they are called.
    ways: Vec<(String, String)>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/members", show)
}

async fn show(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let mut places = reach::where_may(&ctx, Action::SeeMembers).await?;
    let first = places.first().map(|one| one.id);
    let of: OrganisationId = asked.read("of").or(first).ok_or(Failure::not_found())?;
    let after = after(asked.get("after"));
    let mut problems = Problems::default();
    let on = asked.date("on", &mut problems);
    let filter = Filter {
        within: of,
        on,
        words: asked.get("q"),
        state: asked.read("state"),
        grade: asked.read("grade"),
        after: after.as_ref().map(|(key, member, standing)| (key.as_str(), *member, *standing)),
        limit: u32::try_from(LEAF + 1).unwrap_or(u32::MAX),
    };
    let mut listed = members::list(&ctx, filter).await?;
    if places.iter().all(|one| one.id != of) {
        places.push(organisations::show(&ctx, of).await?.organisation);
    }
    let more = listed.len() > LEAF;
    listed.truncate(LEAF);
    let ways = Ways {
        opened: members::opened(&ctx, &listed).await?,
        adds: reach::may_at(&ctx, Action::KeepMembers, of).await?,
        signs: reach::may_within(&ctx, Action::SeeMemberFile, of).await?,
        learns: reach::may_at(&ctx, Action::SeeClasses, of).await?,
    };
    Ok(layout::show(&page_of(page, &asked, &places, of, &listed, more, &ways)))
}

/// What the reader may do from the list.
struct Ways {
    /// Whose files are open to the reader.
    opened: HashSet<MemberId>,
    adds: bool,
    /// Whether the reader opens files here, and so sees their signs.
    signs: bool,
    /// Whether the reader sees the classes held here.
    learns: bool,
}

/// Where a leaf continues: `member~standing~key`.
fn after(text: &str) -> Option<(String, MemberId, StandingId)> {
    let mut parts = text.splitn(3, '~');
    let member = parts.next()?.parse().ok()?;
    let standing = parts.next()?.parse().ok()?;
    Some((parts.next()?.to_owned(), member, standing))
}

fn page_of(
    page: Page,
    asked: &Typed,
    places: &[Organisation],
    of: OrganisationId,
    listed: &[Listed],
    more: bool,
    ways: &Ways,
) -> ListPage {
    let w = page.w;
    let here = places.iter().find(|one| one.id == of);
    let choice =
        |list: &str, word: &'static str, asked: &str| Choice::new(word, w.one_of(list, word), word == asked);
    let query = format!(
        "/members?of={of}&q={}&on={}&grade={}&state={}",
        form_encoded(asked.get("q")),
        form_encoded(asked.get("on")),
        form_encoded(asked.get("grade")),
        form_encoded(asked.get("state"))
    );
    let next = listed.last().filter(|_| more).map(|last| {
        format!("{query}&after={}~{}~{}", last.member, last.standing, form_encoded(&last.sort_key))
    });
    let is_cell = here.is_some_and(|one| one.kind == OrganisationKind::Cell);
    ListPage {
        words: asked.get("q").to_owned(),
        places: places.iter().map(|one| Choice::new(one.id.to_string(), &one.name, one.id == of)).collect(),
        grades: MemberGrade::ALL
            .iter()
            .map(|grade| choice("members-grade", grade.as_str(), asked.get("grade")))
            .collect(),
        states: StandingState::ALL
            .iter()
            .map(|state| choice("members-state", state.as_str(), asked.get("state")))
            .collect(),
        lines: listed.iter().map(|one| line(&page, one, ways)).collect(),
        pager: Pager {
            shown: listed.len(),
            before: if asked.get("after").is_empty() { String::new() } else { query.clone() },
            after: next.unwrap_or_default(),
        },
        several_cells: !is_cell,
        on: asked.get("on").to_owned(),
        is_filtered: !["q", "on", "grade", "state"].iter().all(|field| asked.get(field).is_empty()),
        add: here.filter(|_| is_cell && ways.adds).map(|one| format!("/members/new?cell={}", one.id)),
        organisation: here.map(|one| one.name.clone()).unwrap_or_default(),
        ways: more_ways(w, of, asked.get("on"), is_cell, ways),
        page: page.at(Place::Members).titled(w.t("members-title")),
    }
}

/// Where else one may want to go from here.
fn more_ways(w: Words, of: OrganisationId, on: &str, is_cell: bool, ways: &Ways) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if ways.signs {
        found.push((format!("/signs?of={of}"), w.t("signs-page-see")));
        found.push((format!("/badges?of={of}"), w.t("badges-title")));
    }
    found.push((format!("/commendations?of={of}"), w.t("commendations-title")));
    if ways.signs {
        found.push((format!("/candidates?of={of}"), w.t("recruiting-title")));
    }
    if ways.learns {
        found.push((format!("/classes?of={of}"), w.t("learning-title")));
    }
    if ways.signs && is_cell {
        let path = format!("/organisations/{of}/registers?on={}", form_encoded(on));
        found.push((path, w.t("registers-title")));
    }
    if ways.signs && is_cell {
        found.push((format!("/organisations/{of}/loans"), w.t("loans-title")));
    }
    if ways.adds {
        found.push(("/transfers".to_owned(), w.t("life-transfers-title")));
        found.push(("/corrections".to_owned(), w.t("corrections-waiting-title")));
    }
    let ratings = if ways.signs { format!("/organisations/{of}/ratings") } else { "/ratings".to_owned() };
    found.push((ratings, w.t("ratings-title")));
    found
}

fn line(page: &Page, one: &Listed, ways: &Ways) -> Line {
    let opens = ways.opened.contains(&one.member);
    Line {
        name: one.name.clone(),
        path: opens.then(|| format!("/members/{}", one.member)),
        born: one.born_on.map(|born| page.w.partial_date(born)).unwrap_or_default(),
        cell: one.cell_name.clone(),
        grade: one.grade.as_str(),
        state: one.state.as_str(),
        since: one.since,
    }
}
