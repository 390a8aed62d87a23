//! Adding a member by hand, and changing what the register keeps of one.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Ctx, Error,
    members::{self, AddForm},
    organisations,
};
use nennep_domain::{
    ids::{MemberId, OrganisationId},
    members::{
        MemberGrade, Sex, StandingState,
        register::{self, Field},
    },
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

/// One field of the form.
pub(super) struct FormField {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) value: String,
    pub(super) help: String,
    pub(super) required: bool,
    pub(super) is_long: bool,
    pub(super) choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "members/form.html")]
struct FormPage {
    page: Page,
    problems: Problems,
    action: String,
    back: String,
    submit: String,
    fields: Vec<FormField>,
    /// What is asked only of a new member.
    new: Option<NewFields>,
}

struct NewFields {
    id: String,
    cell: OrganisationId,
    grades: Vec<Choice>,
    states: Vec<Choice>,
    from_on: String,
    /// Whether another member has the same name and date of birth.
    asks_whether_another: bool,
    is_another: bool,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/members/new", new)
        .post("/members", add)
        .get("/members/{member}/changes", edit)
        .post("/members/{member}/changes", change)
}

pub(super) fn fields(page: &Page, value: &dyn Fn(Field) -> String) -> Vec<FormField> {
    let w = page.w;
    let field = |field: &Field| {
        let typed = value(*field);
        let sex = |sex: &Sex| {
            Choice::new(sex.as_str(), w.one_of("members-sex", sex.as_str()), sex.as_str() == typed)
        };
        let help = match field {
            Field::BornOn | Field::AdmittedOn | Field::OfficialOn => w.t("members-date-help"),
            Field::IdentityNumber => w.t("members-identity-typed-help"),
            _ => String::new(),
        };
        FormField {
            name: field.as_str(),
            label: w.say(&field.label()),
            choices: if *field == Field::Sex { Sex::ALL.iter().map(sex).collect() } else { Vec::new() },
            value: typed,
            help,
            required: *field == Field::FullName,
            is_long: *field == Field::Note,
        }
    };
    register::ASKED.iter().map(field).collect()
}

pub(super) fn typed_fields(typed: &Typed) -> members::Typed {
    register::ASKED.into_iter().map(|field| (field, typed.get(field.as_str()).to_owned())).collect()
}

async fn new(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let cell: OrganisationId = asked.read("cell").ok_or(Failure::not_found())?;
    if !nennep_app::reach::may_at(&ctx, nennep_domain::accounts::permission::Action::KeepMembers, cell)
        .await?
    {
        return Err(Failure::not_found());
    }
    let begun = Typed::default()
        .with("id", ctx.new_id().to_string())
        .with("cell", cell.to_string())
        .with("grade", MemberGrade::Official.as_str())
        .with("state", StandingState::Active.as_str())
        .with("from_on", ctx.now().date().to_string());
    show_new(&ctx, page, cell, &begun, Problems::default()).await
}

async fn show_new(
    ctx: &Ctx,
    page: Page,
    cell: OrganisationId,
    typed: &Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let w = page.w;
    let organisation = organisations::show(ctx, cell).await?.organisation;
    let choice = |list: &str, word: &'static str, field: &str| {
        Choice::new(word, w.one_of(list, word), word == typed.get(field))
    };
    let new = NewFields {
        id: typed.get("id").to_owned(),
        cell,
        grades: MemberGrade::ALL.iter().map(|one| choice("members-grade", one.as_str(), "grade")).collect(),
        states: StandingState::ALL.iter().map(|one| choice("members-state", one.as_str(), "state")).collect(),
        from_on: typed.get("from_on").to_owned(),
        asks_whether_another: problems.of("is_another").count() > 0 || typed.get("is_another") == "true",
        is_another: typed.get("is_another") == "true",
    };
    let back = format!("/members?of={cell}");
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let fields = fields(&page, &|field| typed.get(field.as_str()).to_owned());
    let page = page
        .at(Place::Members)
        .titled(w.t("members-add"))
        .led(&organisation.name)
        .under(w.t("members-title"), &back);
    let (action, submit) = ("/members".to_owned(), w.t("members-add-submit"));
    Ok(layout::page(status, &FormPage { page, problems, action, back, submit, fields, new: Some(new) }))
}

async fn add(Asker(ctx): Asker, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    let (Some(id), Some(cell)) = (typed.read::<MemberId>("id"), typed.read::<OrganisationId>("cell")) else {
        return Err(Failure::not_found());
    };
    let mut problems = Problems::default();
    let from_on = typed.date("from_on", &mut problems);
    let grade = typed.read("grade").unwrap_or(MemberGrade::Official);
    let state = typed.read("state").unwrap_or(StandingState::Active);
    let Some(from_on) = from_on.filter(|_| problems.0.is_empty()) else {
        if problems.0.is_empty() {
            problems.add("from_on", Sentence::new("members-from-missing"));
        }
        return show_new(&ctx, page, cell, &typed, problems).await;
    };
    let is_another = typed.get("is_another") == "true";
    let fields = typed_fields(&typed);
    match members::add(&ctx, AddForm { id, cell, grade, state, from_on, is_another, typed: &fields }).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("members-added").with("name", typed.get("full_name")));
            Ok(see_other(&format!("/members/{id}"), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => show_new(&ctx, page, cell, &typed, problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn edit(Asker(ctx): Asker, page: Page, At(id): At<MemberId>) -> Result<Response, Failure> {
    let profile = members::load_for_change(&ctx, id).await?;
    let name = profile.full_name.clone();
    Ok(show_edit(page, id, &name, &|field| register::typed(&profile, field), Problems::default()))
}

fn show_edit(
    page: Page,
    id: MemberId,
    name: &str,
    value: &dyn Fn(Field) -> String,
    problems: Problems,
) -> Response {
    let w = page.w;
    let back = format!("/members/{id}");
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let fields = fields(&page, value);
    let page = page
        .at(Place::Members)
        .titled(w.t("members-change"))
        .under(w.t("members-title"), "/members")
        .under(name, &back);
    let (action, submit) = (format!("/members/{id}/changes"), w.t("members-change-submit"));
    layout::page(status, &FormPage { page, problems, action, back, submit, fields, new: None })
}

async fn change(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MemberId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    match members::change(&ctx, id, &typed_fields(&typed)).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("members-changed"));
            Ok(see_other(&format!("/members/{id}"), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => {
            let value = |field: Field| typed.get(field.as_str()).to_owned();
            Ok(show_edit(page, id, typed.get("full_name"), &value, problems))
        }
        Err(other) => Err(other.into()),
    }
}
