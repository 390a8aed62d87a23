//! Entering a deed in a member's life: the form, what the deed would do, recording it, taking it back.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Ctx, Error,
    members::{
        self,
        life::{self, Planned, TransferForm},
    },
};
use nennep_domain::{
    ids::{DeedId, MemberId, TransferId},
    members::{Standing, life::LifeKind},
    problems::{Citation, Problems, Sentence},
};

use super::{
    choices::{self, Asks, offered},
    read::{Asked, Read, contact, read},
};
use crate::{
    components::Choice,
    errors::Failure,
    forms::{Typed, wrong},
    layout::{self, Flash, Page, Place, see_other},
    pages::looked::{Line, Looked},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "members/life/form.html")]
struct FormPage {
    page: Page,
    problems: Problems,
    cited: Option<Citation>,
    action: String,
    kind: &'static str,
    typed: Typed,
    asks: Asks,
    cells: Vec<Choice>,
    grades: Vec<Choice>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/members/{member}/deeds/new", new)
        .post("/members/{member}/deeds/form", again)
        .post("/members/{member}/deeds/look", look)
        .post("/members/{member}/deeds", perform)
        .delete("/members/{member}/deeds/{deed}", take_back)
}

/// A member a deed is entered of.
struct Entered {
    id: MemberId,
    name: String,
    standings: Vec<Standing>,
}

async fn entered(ctx: &Ctx, id: MemberId) -> Result<Entered, Failure> {
    let (name, standings) = members::stands(ctx, id).await?;
    Ok(Entered { id, name, standings })
}

fn kind_of(of: &Entered, typed: &Typed) -> Result<LifeKind, Failure> {
    let kind: Option<LifeKind> = typed.read("kind");
    kind.filter(|kind| offered(&of.standings).contains(kind)).ok_or_else(|| Error::NotFound.into())
}

/// The kind a form that was filled in names: whether the deed can still be done is for the deed to say, with its reason.
fn kind_named(typed: &Typed) -> Result<LifeKind, Failure> {
    typed.read("kind").ok_or_else(|| Error::NotFound.into())
}

async fn new(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MemberId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let of = entered(&ctx, id).await?;
    let kind = kind_of(&of, &asked)?;
    let begun = Typed::default()
        .with("kind", kind.as_str())
        .with("id", ctx.new_id().to_string())
        .with("cell", contact(&of.standings).map(|cell| cell.to_string()).unwrap_or_default())
        .with("on", ctx.now().date().to_string());
    let begun = if kind == LifeKind::Part { begun } else { begun.with("cell", "") };
    show(&ctx, page, &of, kind, begun, Problems::default(), None).await
}

async fn again(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MemberId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let of = entered(&ctx, id).await?;
    let kind = kind_named(&typed)?;
    show(&ctx, page, &of, kind, typed, Problems::default(), None).await
}

async fn show(
    ctx: &Ctx,
    page: Page,
    of: &Entered,
    kind: LifeKind,
    typed: Typed,
    problems: Problems,
    cited: Option<Citation>,
) -> Result<Response, Failure> {
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let asks = choices::asked(kind);
    let template = FormPage {
        action: format!("/members/{}/deeds/look", of.id),
        kind: kind.as_str(),
        grades: if kind == LifeKind::Receive { choices::grades(page.w, &typed) } else { Vec::new() },
        cells: if asks.has("cell") { choices::cells(ctx, &of.standings, &typed).await? } else { Vec::new() },
        asks,
        problems,
        cited,
        typed,
        page: titled(page, of, kind),
    };
    Ok(layout::page(status, &template))
}

fn titled(page: Page, of: &Entered, kind: LifeKind) -> Page {
    let title = page.w.one_of("life-kind", kind.as_str());
    page.at(Place::Members).titled(title).led(&of.name).under(&of.name, format!("/members/{}", of.id))
}

/// A deed as it is judged: a transfer as what it comes to once received.
fn planned(of: &Entered, read: &Read) -> Planned {
    use nennep_domain::members::life::{Destination, LifeDeed};
    let deed = match &read.asked {
        Asked::Deed(deed) => deed.clone(),
        Asked::Transfer(Destination::Cell(to)) => LifeDeed::Transfer { to: *to },
        Asked::Transfer(Destination::Outside(to)) => LifeDeed::Depart { to: to.clone() },
    };
    Planned { member: of.id, deed, on: read.on, decision: read.decision.clone() }
}

async fn look(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MemberId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let of = entered(&ctx, id).await?;
    let kind = kind_named(&typed)?;
    let read = match read(kind, &of.standings, &typed) {
        Ok(read) => read,
        Err(problems) => return show(&ctx, page, &of, kind, typed, problems, None).await,
    };
    let transfers = matches!(read.asked, Asked::Transfer(_));
    let looked = if transfers {
        life::preview_transfer(&ctx, &planned(&of, &read)).await
    } else {
        life::preview(&ctx, &planned(&of, &read)).await
    };
    let w = page.w;
    match looked {
        Ok(said) => {
            let line = |sentence: &Sentence| Line { said: w.say(sentence), warns: false };
            let (when, note) = if transfers {
                (w.t("life-look-transfer"), w.t("life-look-transfer-note"))
            } else {
                (w.t("life-look-now"), w.t("life-look-note"))
            };
            let looked = Looked {
                action: format!("/members/{id}/deeds"),
                change: format!("/members/{id}/deeds/form"),
                typed,
                lines: said.iter().map(line).collect(),
                when,
                note,
                page: titled(page, &of, kind),
            };
            Ok(looked.shown())
        }
        Err(error) => failed(&ctx, page, &of, kind, typed, error).await,
    }
}

/// The form again with what stands against the deed.
async fn failed(
    ctx: &Ctx,
    page: Page,
    of: &Entered,
    kind: LifeKind,
    typed: Typed,
    error: Error,
) -> Result<Response, Failure> {
    let (problems, cited) = wrong(error)?;
    show(ctx, page, of, kind, typed, problems, cited).await
}

async fn perform(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MemberId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let of = entered(&ctx, id).await?;
    let kind = kind_named(&typed)?;
    let read = match read(kind, &of.standings, &typed) {
        Ok(read) => read,
        Err(problems) => return show(&ctx, page, &of, kind, typed, problems, None).await,
    };
    let path = format!("/members/{id}");
    let done = match &read.asked {
        Asked::Transfer(to) => {
            let form = TransferForm {
                id: typed.read("id").unwrap_or_else(|| TransferId(ctx.new_id())),
                member: id,
                to: to.clone(),
                introduced_on: read.on,
                decision: read.decision.clone(),
            };
            let undo = format!("/transfers/{}", form.id);
            life::introduce(&ctx, &form).await.map(|()| ("life-introduced", undo))
        }
        Asked::Deed(_) => {
            let deed = typed.read("id").unwrap_or_else(|| DeedId(ctx.new_id()));
            let undo = format!("{path}/deeds/{deed}");
            life::perform(&ctx, deed, &planned(&of, &read)).await.map(|()| ("life-done", undo))
        }
    };
    match done {
        Ok((said, undo)) => {
            let sentence = if said == "life-done" {
                Sentence::new("life-done")
            } else {
                Sentence::new("life-introduced")
            };
            Ok(see_other(&path, Some(&Flash::done(&sentence).undone_by(undo))))
        }
        Err(error) => failed(&ctx, page, &of, kind, typed, error).await,
    }
}

async fn take_back(
    Asker(ctx): Asker,
    At((member, deed)): At<(MemberId, DeedId)>,
) -> Result<Response, Failure> {
    life::take_back(&ctx, member, deed).await?;
    Ok(see_other(&format!("/members/{member}"), Some(&Flash::done(&Sentence::new("life-taken-back")))))
}
