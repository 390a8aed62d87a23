//! The plan of a term: who stands in it, the make-up asked for and reached; agreement, withdrawal, and what is asked.

use askama::Template;
use axum::{
    extract::{Form, Path, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Ctx,
    nominees::{self, NomineeView, Plan, TargetView},
    reach,
};
use nennep_domain::{
    accounts::permission::Action,
    ids::{NomineeId, OrganisationId},
    nominees::{MakeUp, Target},
    problems::{Problems, Sentence},
};

use crate::{
    components::Choice,
    download,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::{Asker, form_encoded},
    words::Words,
};

struct Line {
    id: NomineeId,
    name: String,
    path: String,
    place: String,
    office: &'static str,
    said: String,
    note: String,
    is_agreed: bool,
    is_out: bool,
    keeps: bool,
    /// Where a withdrawal is undone.
    undo: String,
}

struct AskedLine {
    of: &'static str,
    said: String,
    reached: u32,
    asked: u32,
}

#[derive(Template)]
#[template(path = "nominees/list.html")]
struct ListPage {
    page: Page,
    of: OrganisationId,
    places: Vec<Choice>,
    term: String,
    terms: Vec<String>,
    standing: Vec<Line>,
    out: Vec<Line>,
    asked: Vec<AskedLine>,
    kinds: Vec<Choice>,
    today: String,
    pdf: String,
    xlsx: String,
    keeps: bool,
    problems: Problems,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/nominees", show)
        .get("/nominees/files/{file}", printed)
        .post("/nominees/targets", ask)
        .post("/nominees/{nominee}/agreement", agree)
        .delete("/nominees/{nominee}/agreement", disagree)
        .post("/nominees/{nominee}/withdrawal", withdraw)
        .delete("/nominees/{nominee}/withdrawal", put_back)
}

async fn show(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    shown(&ctx, page, &asked, Problems::default()).await
}

async fn shown(ctx: &Ctx, page: Page, asked: &Typed, problems: Problems) -> Result<Response, Failure> {
    let places = reach::where_may(ctx, Action::SeeNominees).await?;
    let of: OrganisationId =
        asked.read("of").or(places.first().map(|one| one.id)).ok_or(Failure::not_found())?;
    let plan = nominees::plan(ctx, of, Some(asked.get("term"))).await?;
    let w = page.w;
    let (standing, out) = plan.lines.iter().map(|view| line(w, view)).partition(|line: &Line| !line.is_out);
    let kind = |of: &MakeUp| Choice::new(of.as_str(), w.one_of("nominees-make-up", of.as_str()), false);
    let file =
        |ending: &str| format!("/nominees/files/list.{ending}?of={of}&term={}", form_encoded(&plan.term));
    let mut chosen: Vec<Choice> =
        places.iter().map(|one| Choice::new(one.id.to_string(), &one.name, one.id == of)).collect();
    if chosen.iter().all(|choice| !choice.chosen) {
        chosen.push(Choice::new(of.to_string(), &plan.organisation.name, true));
    }
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(layout::page(
        status,
        &ListPage {
            of,
            places: chosen,
            standing,
            out,
            asked: plan.targets.iter().map(|one| asked_line(w, one)).collect(),
            kinds: MakeUp::ALL.iter().map(kind).collect(),
            today: page.now.date().to_string(),
            pdf: file("pdf"),
            xlsx: file("xlsx"),
            keeps: plan.keeps,
            problems,
            page: titled(page, &plan),
            term: plan.term,
            terms: plan.terms,
        },
    ))
}

fn titled(page: Page, plan: &Plan) -> Page {
    let w = page.w;
    let values = [("name", plan.organisation.name.as_str().into()), ("term", plan.term.as_str().into())];
    let led = w.with("nominees-lead", &values);
    page.at(Place::Members).titled(w.t("nominees-title")).led(led).under(w.t("members-title"), "/members")
}

fn line(w: Words, view: &NomineeView) -> Line {
    let one = &view.kept.nominee;
    let mut said = vec![w.with("nominees-put-forward", &[("date", w.date(one.put_forward_on).into())])];
    said.extend(one.agreed_on.map(|on| w.with("nominees-agreed", &[("date", w.date(on).into())])));
    said.extend(one.withdrawn_on.map(|on| w.with("nominees-withdrawn", &[("date", w.date(on).into())])));
    said.extend(one.manager.then(|| w.t("nominees-is-manager")));
    said.extend(one.skilled.then(|| w.t("nominees-is-skilled")));
    Line {
        id: one.id,
        name: view.kept.name.clone(),
        path: format!("/members/{}", one.member),
        place: view.place.clone(),
        office: one.office.as_str(),
        said: said.join(" · "),
        note: one.note.clone(),
        is_agreed: one.agreed_on.is_some(),
        is_out: !one.stands(),
        undo: format!("/nominees/{}/withdrawal?_method=DELETE", one.id),
        keeps: view.keeps,
    }
}

fn asked_line(w: Words, view: &TargetView) -> AskedLine {
    let of = view.target.of.as_str();
    let name = w.one_of("nominees-make-up", of);
    let said = match view.target.under_age {
        Some(age) => w.with("nominees-under-age", &[("name", name.into()), ("age", age.into())]),
        None => name,
    };
    AskedLine { of, said, reached: view.reached, asked: view.target.count }
}

async fn printed(
    Asker(ctx): Asker,
    Path(file): Path<String>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let ending = file.strip_prefix("list.").ok_or(Failure::not_found())?;
    let format = ending.parse().map_err(|_| Failure::not_found())?;
    let of = asked.read("of").ok_or(Failure::not_found())?;
    Ok(download::written(&nominees::printed(&ctx, of, Some(asked.get("term")), format).await?))
}

async fn ask(Asker(ctx): Asker, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    let of: OrganisationId = typed.read("of").ok_or(Failure::not_readable())?;
    let mut problems = Problems::default();
    let count = typed.number("count", &mut problems);
    let under_age = Some(typed.number("under_age", &mut problems)).filter(|age| *age > 0);
    let make_up: Option<MakeUp> = typed.read("make_up");
    if make_up.is_none() {
        problems.add("make_up", Sentence::new("nominees-make-up-missing"));
    }
    let target = match problems.or(make_up.map(|of| Target { of, count, under_age })) {
        Ok(target) => target,
        Err(problems) => return shown(&ctx, page, &typed, problems).await,
    };
    match nominees::ask(&ctx, of, typed.get("term"), &target).await {
        Ok(()) => {
            let to = format!("/nominees?of={of}&term={}", form_encoded(typed.get("term")));
            Ok(see_other(&to, Some(&Flash::done(&Sentence::new("nominees-asked")))))
        }
        Err(nennep_app::Error::Invalid(problems)) => shown(&ctx, page, &typed, problems).await,
        Err(other) => Err(other.into()),
    }
}

/// The day that was typed; today where nothing was.
fn day(page: &Page, typed: &Typed) -> Result<jiff::civil::Date, Failure> {
    let mut problems = Problems::default();
    let on = typed.date("on", &mut problems);
    if problems.0.is_empty() {
        Ok(on.unwrap_or_else(|| page.now.date()))
    } else {
        Err(nennep_app::Error::Invalid(problems).into())
    }
}

fn back(of: OrganisationId, said: &Sentence, undo: Option<String>) -> Response {
    let flash = Flash::done(said);
    let flash = match undo {
        Some(path) => flash.undone_by(path),
        None => flash,
    };
    see_other(&format!("/nominees?of={of}"), Some(&flash))
}

async fn agree(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<NomineeId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let of = nominees::agree(&ctx, id, Some(day(&page, &typed)?)).await?;
    Ok(back(of, &Sentence::new("nominees-agreed-done"), Some(format!("/nominees/{id}/agreement"))))
}

async fn disagree(Asker(ctx): Asker, At(id): At<NomineeId>) -> Result<Response, Failure> {
    let of = nominees::agree(&ctx, id, None).await?;
    Ok(back(of, &Sentence::new("nominees-agreement-undone"), None))
}

async fn withdraw(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<NomineeId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let of = nominees::withdraw(&ctx, id, day(&page, &typed)?).await?;
    Ok(back(of, &Sentence::new("nominees-withdrawn-done"), Some(format!("/nominees/{id}/withdrawal"))))
}

async fn put_back(Asker(ctx): Asker, At(id): At<NomineeId>) -> Result<Response, Failure> {
    let of = nominees::put_back(&ctx, id).await?;
    Ok(back(of, &Sentence::new("nominees-put-back"), None))
}
