//! What a meeting has to print: each paper with its number and how it stands, as PDF and DOCX.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    App,
    papers::{self, Format, Invitee, PaperState, Standing},
};
use nennep_domain::{
    ids::{MeetingId, OrganisationId},
    papers::{IssueError, PaperType, Person},
    problems::{Citation, Problems, Refusal as _},
};

use crate::{
    components::Choice,
    errors::Failure,
    layout::{Page, show},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

#[derive(Template)]
#[template(path = "papers/list.html")]
struct List {
    page: Page,
    meeting: MeetingId,
    cell: OrganisationId,
    rows: Vec<Row>,
    may_issue: bool,
    issue_path: String,
    against: String,
    citation: Option<Citation>,
    invitees: Vec<Choice>,
    problems: Problems,
}

struct Row {
    name: String,
    what: String,
    reference: String,
    state: String,
    tone: &'static str,
    unprintable: String,
    pdf: String,
    docx: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/meetings/{meeting}/papers", list)
}

async fn list(Asker(ctx): Asker, page: Page, At(meeting): At<MeetingId>) -> Result<Response, Failure> {
    let found = papers::of_meeting(&ctx, meeting).await?;
    let w = page.w;
    let view = &found.view;
    let lead = w.with("papers-lead", &[("cell", view.cell.name.as_str().into())]);
    let against = found.may_issue.as_ref().and_then(|may| may.as_ref().err());
    let page = super::below(page, &view.meeting).titled(w.t("papers-title")).led(lead);
    Ok(show(&List {
        meeting,
        cell: view.cell.id,
        rows: found.papers.iter().map(|state| row(meeting, state, w)).collect(),
        may_issue: matches!(found.may_issue, Some(Ok(()))),
        issue_path: format!("/meetings/{meeting}/papers/resolution"),
        against: against.map(|error| w.say(&error.sentence())).unwrap_or_default(),
        citation: against.and_then(IssueError::citation),
        invitees: found.invitees.iter().map(|(to, person)| choice(to, person, w)).collect(),
        problems: Problems::default(),
        page,
    }))
}

/// Where a paper is printed.
pub(in crate::pages) fn path_of(meeting: MeetingId, paper: PaperType, format: Format) -> String {
    format!("/meetings/{meeting}/papers/print/{}.{}", paper.as_str(), format.as_str())
}

fn row(meeting: MeetingId, state: &PaperState, w: Words) -> Row {
    let (words, tone) = match state.standing {
        Standing::Adopted(at) => (w.with("papers-adopted", &[("day", w.date(at.date()).into())]), "good"),
        Standing::Issued(on) => (w.with("papers-issued", &[("day", w.date(on).into())]), "good"),
        Standing::Draft => (w.t("papers-draft"), "average"),
        Standing::Current => (w.t("papers-current"), ""),
        Standing::NotYet => (w.t("papers-not-yet"), ""),
    };
    let path = |format| match state.standing {
        Standing::NotYet => String::new(),
        _ => path_of(meeting, state.paper, format),
    };
    Row {
        name: w.one_of("papers-type", state.paper.as_str()),
        what: w.one_of("papers-what", state.paper.as_str()),
        reference: state.reference.clone().unwrap_or_default(),
        state: words,
        tone,
        unprintable: state.unprintable.iter().collect(),
        pdf: path(Format::Pdf),
        docx: path(Format::Docx),
    }
}

fn choice(to: &Invitee, person: &Person, w: Words) -> Choice {
    let value = match to {
        Invitee::Member(member) => format!("member:{member}"),
        Invitee::Guest(guest) => format!("guest:{guest}"),
        Invitee::Open | Invitee::Named { .. } => String::new(),
    };
    let label = if person.role.is_empty() {
        person.name.clone()
    } else {
        let (name, role) = (person.name.as_str().into(), person.role.as_str().into());
        w.with("papers-person", &[("name", name), ("role", role)])
    };
    Choice::new(value, label, false)
}
