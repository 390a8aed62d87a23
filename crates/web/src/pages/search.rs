//! One search over people, organisations, meetings and issued papers.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{
    App,
    search::{self, Found, ListedMeeting, ListedMember, MOST, Paper},
};
use nennep_domain::organisations::Organisation;

use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Page},
    routes::Routes,
    session::Asker,
    words::Words,
};

/// One thing that was found.
struct Line {
    name: String,
    /// Where it is, if it is open to the reader.
    path: Option<String>,
    about: String,
    /// A number or code it is known by; may be empty.
    mark: String,
}

/// What was found of one kind.
struct Group {
    kind: &'static str,
    lines: Vec<Line>,
    /// Whether there may be more.
    is_full: bool,
}

#[derive(Template)]
#[template(path = "search/page.html")]
struct SearchPage {
    page: Page,
    words: String,
    is_asked: bool,
    guessed: bool,
    count: usize,
    groups: Vec<Group>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/search", show)
}

async fn show(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let words = asked.get("q");
    let found = search::search(&ctx, words).await?;
    let groups = groups(&found, page.w);
    let title = page.w.t("search-title");
    Ok(layout::show(&SearchPage {
        words: words.to_owned(),
        is_asked: !found.sought.is_empty(),
        guessed: found.guessed,
        count: groups.iter().map(|group| group.lines.len()).sum(),
        groups,
        page: page.titled(title),
    }))
}

fn groups(found: &Found, w: Words) -> Vec<Group> {
    let groups = [
        ("people", found.people.iter().map(|one| person(found, one, w)).collect::<Vec<_>>()),
        ("organisations", found.organisations.iter().map(|one| organisation(one, w)).collect()),
        ("meetings", found.meetings.iter().map(|one| meeting(found, one, w)).collect()),
        ("papers", found.papers.iter().map(|one| paper(one, w)).collect()),
    ];
    let group =
        |(kind, lines): (&'static str, Vec<Line>)| Group { kind, is_full: lines.len() >= MOST, lines };
    groups.into_iter().filter(|(_, lines)| !lines.is_empty()).map(group).collect()
}

fn person(found: &Found, one: &ListedMember, w: Words) -> Line {
    let state = w.one_of("members-state", one.state.as_str());
    Line {
        name: one.name.clone(),
        path: found.opened.contains(&one.member).then(|| format!("/members/{}", one.member)),
        about: w
            .with("search-of-person", &[("cell", one.cell_name.as_str().into()), ("state", state.into())]),
        mark: one.card_number.clone(),
    }
}

fn organisation(one: &Organisation, w: Words) -> Line {
    let of_type = one.cell_type.map(|cell_type| w.one_of("organisations-type", cell_type.as_str()));
    Line {
        name: one.name.clone(),
        path: Some(format!("/organisations/{}", one.id)),
        about: of_type.unwrap_or_else(|| w.one_of("organisations-kind", one.kind.as_str())),
        mark: one.code.clone(),
    }
}

fn meeting(found: &Found, one: &ListedMeeting, w: Words) -> Line {
    let meeting = &one.meeting;
    let begins = meeting.starts_at.map(|at| w.date(at.date()));
    Line {
        name: w.meeting(meeting.kind, meeting.month),
        path: found.readable.contains(&meeting.cell).then(|| format!("/meetings/{}", meeting.id)),
        about: one.cell_name.clone(),
        mark: begins.unwrap_or_default(),
    }
}

fn paper(one: &Paper, w: Words) -> Line {
    let issued = &one.line.paper;
    let path = match issued.meeting {
        Some(meeting) => format!("/meetings/{meeting}/papers"),
        None => format!("/books/{}", one.organisation),
    };
    Line {
        name: one.line.reference.clone(),
        path: Some(path),
        about: one.organisation_name.clone(),
        mark: w.date(issued.issued_on),
    }
}
