//! Giving an office: first the person is found, then the term is entered.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Ctx, Error,
    offices::{self, Person, TermForm},
    organisations,
};
use nennep_domain::{
    accounts::Office,
    ids::{OfficeId, OrganisationId},
    problems::{Problems, Sentence},
};

use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "offices/grant.html")]
struct GrantPage {
    page: Page,
    problems: Problems,
    action: String,
    find: String,
    words: String,
    id: String,
    people: Vec<Choice>,
    offices: Vec<Choice>,
    from_on: String,
    to_on: String,
    basis: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/organisations/{organisation}/offices/new", new)
        .post("/organisations/{organisation}/offices", grant)
}

async fn new(
    Asker(ctx): Asker,
    page: Page,
    At(of): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let begun = Typed::default()
        .with("id", ctx.new_id().to_string())
        .with("q", asked.get("q"))
        .with("from_on", ctx.now().date().to_string());
    show(&ctx, page, of, &begun, Problems::default()).await
}

/// How the form names a person: a member's id, or an account's.
fn value(person: &Person) -> String {
    match (person.member, person.account) {
        (Some(member), _) => format!("member:{member}"),
        (None, Some(account)) => format!("account:{account}"),
        (None, None) => String::new(),
    }
}

async fn show(
    ctx: &Ctx,
    page: Page,
    of: OrganisationId,
    typed: &Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let w = page.w;
    let people = offices::people(ctx, of, typed.get("q")).await?;
    let organisation = organisations::show(ctx, of).await?.organisation;
    let person = |person: &Person| {
        let value = value(person);
        let chosen = people.len() == 1 || value == typed.get("holder");
        Choice::new(value, &person.name, chosen).helped(&person.of)
    };
    let office = |office: &&Office| {
        let word = office.as_str();
        Choice::new(word, w.one_of("offices-office", word), word == typed.get("office"))
    };
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let back = format!("/organisations/{of}");
    let held_here = Office::ALL.iter().filter(|office| office.is_held_in(organisation.kind));
    let template = GrantPage {
        action: format!("{back}/offices"),
        find: format!("{back}/offices/new"),
        words: typed.get("q").to_owned(),
        id: typed.get("id").to_owned(),
        people: people.iter().map(person).collect(),
        offices: held_here.map(|one| office(&one)).collect(),
        from_on: typed.get("from_on").to_owned(),
        to_on: typed.get("to_on").to_owned(),
        basis: typed.get("basis").to_owned(),
        problems,
        page: page
            .at(Place::Organisations)
            .titled(w.t("offices-grant"))
            .led(&organisation.name)
            .under(&organisation.name, back),
    };
    Ok(layout::page(status, &template))
}

fn read(of: OrganisationId, typed: &Typed) -> Result<(OfficeId, TermForm), Problems> {
    let mut problems = Problems::default();
    let (from_on, to_on) = (typed.date("from_on", &mut problems), typed.date("to_on", &mut problems));
    let office: Option<Office> = typed.read("office");
    if office.is_none() {
        problems.add("office", Sentence::new("offices-office-missing"));
    }
    if from_on.is_none() && problems.of("from_on").count() == 0 {
        problems.add("from_on", Sentence::new("members-from-missing"));
    }
    let holder = typed.get("holder").split_once(':').unwrap_or_default();
    let form = office.zip(from_on).map(|(office, from_on)| TermForm {
        organisation: of,
        office,
        member: holder.1.parse().ok().filter(|_| holder.0 == "member"),
        account: holder.1.parse().ok().filter(|_| holder.0 == "account"),
        from_on,
        to_on,
        basis: typed.get("basis").to_owned(),
    });
    let id = typed.read("id");
    problems.or(id.zip(form))
}

async fn grant(
    Asker(ctx): Asker,
    page: Page,
    At(of): At<OrganisationId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (id, form) = match read(of, &typed) {
        Ok(read) => read,
        Err(problems) => return show(&ctx, page, of, &typed, problems).await,
    };
    match offices::grant(&ctx, id, &form).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("offices-granted")).undone_by(format!("/offices/{id}"));
            Ok(see_other(&format!("/organisations/{of}"), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => show(&ctx, page, of, &typed, problems).await,
        Err(Error::Refused(refusal)) => {
            show(&ctx, page, of, &typed, Problems::one("", refusal.sentence())).await
        }
        Err(other) => Err(other.into()),
    }
}
