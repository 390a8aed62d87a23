//! Entering a deed: the form, what the deed would do, and doing it.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Ctx, Error,
    organisations::{
        self,
        deeds::{self, Performed, Planned},
    },
    reach,
};
use nennep_domain::{
    accounts::permission::Action,
    ids::{DeedId, OrganisationId},
    organisations::{Organisation, OrganisationKind, history::DeedKind},
    problems::{Citation, Problems, Sentence},
};

use super::{
    choices::{self, Offered, verb},
    read::read,
};
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    pages::looked::{Line, Looked},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "organisations/deeds/form.html")]
struct FormPage {
    page: Page,
    problems: Problems,
    cited: Option<Citation>,
    action: String,
    kind: &'static str,
    typed: Typed,
    asks_name: bool,
    asks_code: bool,
    into: Vec<Choice>,
    offered: Offered,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/organisations/{organisation}/deeds/new", new)
        .post("/organisations/{organisation}/deeds/form", again)
        .post("/organisations/{organisation}/deeds/preview", look)
        .post("/organisations/{organisation}/deeds", perform)
}

/// The organisation a deed is entered at, for those who keep organisations there.
async fn at(ctx: &Ctx, id: OrganisationId) -> Result<Organisation, Failure> {
    let organisation = organisations::show(ctx, id).await?.organisation;
    if reach::may_at(ctx, Action::KeepOrganisations, id).await? {
        Ok(organisation)
    } else {
        Err(Error::Forbidden.into())
    }
}

fn kind_of(at: &Organisation, typed: &Typed) -> Result<DeedKind, Failure> {
    let kind: Option<DeedKind> = typed.read("kind");
    kind.filter(|kind| choices::offered(at.kind).contains(kind)).ok_or_else(|| Error::NotFound.into())
}

async fn new(
    Asker(ctx): Asker,
    page: Page,
    At(of): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let organisation = at(&ctx, of).await?;
    let kind = kind_of(&organisation, &asked)?;
    let mut begun = Typed::default()
        .with("kind", kind.as_str())
        .with("id", ctx.new_id().to_string())
        .with("new", ctx.new_id().to_string())
        .with("on", ctx.now().date().to_string());
    match kind {
        DeedKind::Rename => {
            begun = begun.with("name", &organisation.name).with("code", &organisation.code);
        }
        DeedKind::Found => begun = begun.with("code", next_code(&ctx, Some(of)).await?),
        DeedKind::Split | DeedKind::Merge | DeedKind::Upgrade => {
            begun = begun.with("code", next_code(&ctx, organisation.parent).await?);
        }
        _ => {}
    }
    if let Some(cell_type) = organisation.cell_type.filter(|_| kind != DeedKind::Retype) {
        begun = begun.with("cell_type", cell_type.as_str());
    }
    show(&ctx, page, &organisation, kind, begun, Problems::default(), None).await
}

async fn next_code(ctx: &Ctx, parent: Option<OrganisationId>) -> Result<String, Failure> {
    match parent {
        Some(parent) => Ok(deeds::next_code_below(ctx, parent).await?.unwrap_or_default()),
        None => Ok(String::new()),
    }
}

async fn again(
    Asker(ctx): Asker,
    page: Page,
    At(of): At<OrganisationId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let organisation = at(&ctx, of).await?;
    let kind = kind_of(&organisation, &typed)?;
    show(&ctx, page, &organisation, kind, typed, Problems::default(), None).await
}

async fn show(
    ctx: &Ctx,
    page: Page,
    at: &Organisation,
    kind: DeedKind,
    typed: Typed,
    problems: Problems,
    cited: Option<Citation>,
) -> Result<Response, Failure> {
    let w = page.w;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let into = |value: &str, label: String| {
        Choice::new(
            value,
            label,
            typed.get("into") == value || (value == "this" && typed.get("into").is_empty()),
        )
    };
    let names = matches!(kind, DeedKind::Found | DeedKind::Rename | DeedKind::Upgrade | DeedKind::Split);
    let template = FormPage {
        action: format!("/organisations/{}/deeds/preview", at.id),
        kind: kind.as_str(),
        asks_name: names,
        asks_code: names,
        into: vec![
            into("this", w.with("history-into-this", &[("name", at.name.as_str().into())])),
            into("new", w.t("history-into-new")),
        ],
        offered: choices::of(ctx, w, at, kind, &typed).await?,
        problems,
        cited,
        typed,
        page: titled(page, at, kind),
    };
    Ok(layout::page(status, &template))
}

fn titled(page: Page, at: &Organisation, kind: DeedKind) -> Page {
    let title = verb(page.w, kind);
    page.at(Place::Organisations)
        .titled(title)
        .led(&at.name)
        .under(&at.name, format!("/organisations/{}", at.id))
}

/// What came in, or the form again with what is wrong.
enum Came {
    Planned(Organisation, DeedKind, DeedId, Box<Planned>),
    Wrong(Box<Response>),
}

async fn came(ctx: &Ctx, page: &Page, of: OrganisationId, typed: &Typed) -> Result<Came, Failure> {
    let organisation = at(ctx, of).await?;
    let kind = kind_of(&organisation, typed)?;
    match read(&organisation, kind, typed) {
        Ok((id, planned)) => Ok(Came::Planned(organisation, kind, id, Box::new(planned))),
        Err(problems) => {
            let form = show(ctx, page.clone(), &organisation, kind, typed.clone(), problems, None).await?;
            Ok(Came::Wrong(Box::new(form)))
        }
    }
}

async fn look(
    Asker(ctx): Asker,
    page: Page,
    At(of): At<OrganisationId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (organisation, kind, planned) = match came(&ctx, &page, of, &typed).await? {
        Came::Planned(organisation, kind, _, planned) => (organisation, kind, planned),
        Came::Wrong(form) => return Ok(*form),
    };
    let w = page.w;
    match deeds::preview(&ctx, &planned).await {
        Ok(preview) => {
            let waits = preview.comes == Performed::Waits;
            let date = w.date(planned.on);
            let values = [("date", date.as_str().into())];
            let when = if waits {
                w.with("history-look-waits", &values)
            } else {
                w.with("history-look-now", &values)
            };
            let line = |line: &deeds::Line| Line { said: w.say(&line.sentence), warns: line.warns };
            let looked = Looked {
                action: format!("/organisations/{of}/deeds"),
                change: format!("/organisations/{of}/deeds/form"),
                typed,
                lines: preview.lines.iter().map(line).collect(),
                when,
                note: if waits { w.t("history-look-can-be-withdrawn") } else { w.t("history-look-final") },
                page: titled(page, &organisation, kind),
            };
            Ok(looked.shown())
        }
        Err(Error::Refused(refusal)) => {
            let (problems, cited) = (Problems::one("", refusal.sentence()), refusal.citation());
            show(&ctx, page, &organisation, kind, typed, problems, cited).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn perform(
    Asker(ctx): Asker,
    page: Page,
    At(of): At<OrganisationId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (organisation, kind, id, planned) = match came(&ctx, &page, of, &typed).await? {
        Came::Planned(organisation, kind, id, planned) => (organisation, kind, id, planned),
        Came::Wrong(form) => return Ok(*form),
    };
    match deeds::perform(&ctx, id, &planned).await {
        Ok(Performed::Waits) => {
            let flash = Flash::done(&Sentence::new("history-waits")).undone_by(format!("/deeds/{id}"));
            Ok(see_other("/deeds", Some(&flash)))
        }
        Ok(Performed::Done) => {
            let to = format!("/organisations/{}", lands(&organisation, &planned));
            Ok(see_other(&to, Some(&Flash::done(&Sentence::new("history-done")))))
        }
        Err(Error::Refused(refusal)) => {
            let (problems, cited) = (Problems::one("", refusal.sentence()), refusal.citation());
            show(&ctx, page, &organisation, kind, typed, problems, cited).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Where one wants to look after a deed: at what is new, or at what took over.
fn lands(at: &Organisation, planned: &Planned) -> OrganisationId {
    use nennep_domain::organisations::history::Deed;
    match &planned.deed {
        Deed::Found { organisation, .. } => *organisation,
        Deed::Upgrade { committee, .. } => *committee,
        Deed::Merge { into, .. } => *into,
        Deed::Split { new, .. } => *new,
        Deed::Dissolve { to: Some(to), .. } if at.kind != OrganisationKind::SubCell => *to,
        _ => at.id,
    }
}
