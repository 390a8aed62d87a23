//! Putting a member forward: first the member is found, then the office is named.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Ctx, Error,
    nominees::{self, NomineeForm},
    organisations,
};
use nennep_domain::{
    accounts::Office,
    ids::{NomineeId, OrganisationId},
    nominees::Nominee,
    problems::{Problems, Sentence},
};

use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "nominees/form.html")]
struct FormPage {
    page: Page,
    problems: Problems,
    typed: Typed,
    people: Vec<Choice>,
    places: Vec<Choice>,
    offices: Vec<Choice>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/nominees/new", new).post("/nominees", put_forward)
}

async fn new(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let typed = asked
        .clone()
        .with("id", ctx.new_id().to_string())
        .with("put_forward_on", ctx.now().date().to_string());
    shown(&ctx, page, typed, Problems::default()).await
}

async fn shown(ctx: &Ctx, page: Page, typed: Typed, problems: Problems) -> Result<Response, Failure> {
    let w = page.w;
    let of: OrganisationId = typed.read("of").ok_or(Failure::not_found())?;
    let organisation = organisations::show(ctx, of).await?.organisation;
    let people = nominees::people(ctx, of, typed.get("q")).await?;
    let person = |one: &nennep_app::members::Listed| {
        let id = one.member.to_string();
        let chosen = people.len() == 1 || typed.get("member") == id;
        Choice::new(id, &one.name, chosen).helped(&one.cell_name)
    };
    let office = |office: Office| {
        let word = office.as_str();
        Choice::new(word, w.one_of("offices-office", word), typed.get("office") == word)
    };
    let filter = organisations::Filter { within: Some(of), limit: 500, ..organisations::Filter::default() };
    let below = organisations::list(ctx, filter).await?;
    let place = |one: &nennep_domain::organisations::Organisation| {
        let id = one.id.to_string();
        let chosen =
            if typed.get("organisation").is_empty() { one.id == of } else { typed.get("organisation") == id };
        Choice::new(id, &one.name, chosen)
    };
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(layout::page(
        status,
        &FormPage {
            people: people.iter().map(person).collect(),
            places: below.iter().map(place).collect(),
            offices: Nominee::OFFICES.into_iter().map(office).collect(),
            problems,
            typed,
            page: page
                .at(Place::Members)
                .titled(w.t("nominees-new-title"))
                .led(&organisation.name)
                .under(w.t("nominees-title"), format!("/nominees?of={of}")),
        },
    ))
}

fn read(typed: &Typed) -> Result<(NomineeId, NomineeForm), Problems> {
    let mut problems = Problems::default();
    let put_forward_on = typed.date("put_forward_on", &mut problems);
    if put_forward_on.is_none() && problems.of("put_forward_on").count() == 0 {
        problems.add("put_forward_on", Sentence::new("members-from-missing"));
    }
    let (office, member): (Option<Office>, _) = (typed.read("office"), typed.read("member"));
    if office.is_none() {
        problems.add("office", Sentence::new("offices-office-missing"));
    }
    if member.is_none() {
        problems.add("member", Sentence::new("offices-nobody-chosen"));
    }
    let organisation = typed.read("organisation").or(typed.read("of"));
    let form = (|| {
        Some(NomineeForm {
            organisation: organisation?,
            office: office?,
            member: member?,
            term: typed.get("term").to_owned(),
            manager: !typed.get("manager").is_empty(),
            skilled: !typed.get("skilled").is_empty(),
            note: typed.get("note").to_owned(),
            put_forward_on: put_forward_on?,
        })
    })();
    problems.or(typed.read("id").zip(form))
}

async fn put_forward(Asker(ctx): Asker, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    let (id, form) = match read(&typed) {
        Ok(read) => read,
        Err(problems) => return shown(&ctx, page, typed, problems).await,
    };
    match nominees::put_forward(&ctx, id, &form).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("nominees-put-forward-done"));
            let of = typed.get("of");
            Ok(see_other(&format!("/nominees?of={of}"), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => shown(&ctx, page, typed, problems).await,
        Err(Error::Refused(refusal)) => {
            let problems = Problems::one("", refusal.sentence());
            shown(&ctx, page, typed, problems).await
        }
        Err(other) => Err(other.into()),
    }
}
