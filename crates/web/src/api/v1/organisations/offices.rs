//! Offices: who holds which, given and ended for a term, taken back where they were entered by mistake.

use axum::Json;
use nennep_app::offices::{self as deeds, Holder, TermForm};
use nennep_domain::ids::{AccountId, MemberId, OfficeId, OrganisationId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::Organisation;
use crate::api::{
    Caller, Problem,
    body::{Asked, At, Body},
    routes::Api,
    v1::{Answer, DONE, Done, account::OfficeKind, day_name},
    values::Day,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_offices))
        .with(routes!(list_office_vacancies))
        .with(routes!(list_office_terms))
        .with(routes!(list_office_candidates))
        .with(routes!(grant_office))
        .with(routes!(take_office_back))
        .with(routes!(end_office, reopen_office))
}

/// Who holds an office.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Office {
    /// The term's id.
    pub id: Uuid,
    /// Where it is held. An overseer's is the cell that is followed.
    pub organisation: Uuid,
    /// The office.
    pub office: OfficeKind,
    /// The holder's name.
    pub name: String,
    /// The member who holds it, or
    pub member: Option<Uuid>,
    /// the account that holds it.
    pub account: Option<Uuid>,
    /// The first day.
    pub from: Day,
    /// The first day it is no longer held.
    pub to: Option<Day>,
    /// The election, appointment or decision it rests on.
    pub basis: String,
}

impl From<&Holder> for Office {
    fn from(holder: &Holder) -> Self {
        let term = &holder.term;
        Self {
            id: term.id.0,
            organisation: term.organisation.0,
            office: term.office.into(),
            name: holder.name.clone(),
            member: term.member.map(|id| id.0),
            account: term.account.map(|id| id.0),
            from: term.from_on.into(),
            to: term.to_on.map(Day::from),
            basis: term.basis.clone(),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Below {
    /// Whether the offices of all organisations below are given too.
    #[serde(default)]
    below: bool,
    /// As they were held on this day; today where nothing is said.
    on: Option<Day>,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct OnDay {
    /// As it was on this day; today where nothing is said.
    on: Option<Day>,
}

/// Organisations without a secretary, in an organisation and all below it, by code.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/offices/vacancies", tag = "organisations", params(OnDay),
    responses((status = 200, body = [Organisation])))]
async fn list_office_vacancies(
    Caller(ctx): Caller,
    At(id): At<OrganisationId>,
    Asked(asked): Asked<OnDay>,
) -> Answer<Vec<Organisation>> {
    let vacant = deeds::without_secretary(&ctx, id, asked.on.map(|day| day.0)).await?;
    Ok(Json(vacant.iter().map(Organisation::from).collect()))
}

/// The offices held today, or on another day.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/offices", tag = "organisations", params(Below),
    responses((status = 200, body = [Office])))]
async fn list_offices(
    Caller(ctx): Caller,
    At(id): At<OrganisationId>,
    Asked(asked): Asked<Below>,
) -> Answer<Vec<Office>> {
    Ok(Json(
        deeds::list(&ctx, id, asked.below, asked.on.map(|day| day.0))
            .await?
            .iter()
            .map(Office::from)
            .collect(),
    ))
}

/// Every term of office in an organisation, ended ones too, latest first; at most 200.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/offices/terms", tag = "organisations",
    responses((status = 200, body = [Office])))]
async fn list_office_terms(Caller(ctx): Caller, At(id): At<OrganisationId>) -> Answer<Vec<Office>> {
    Ok(Json(deeds::history(&ctx, id).await?.iter().map(Office::from).collect()))
}

/// Somebody an office can be given to.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct OfficeCandidate {
    /// The member, or
    member: Option<Uuid>,
    /// the account of somebody who is no member here.
    account: Option<Uuid>,
    /// The name.
    name: String,
    /// The cell a member stands in, or the login of an account.
    of: String,
}

impl From<deeds::Person> for OfficeCandidate {
    fn from(person: deeds::Person) -> Self {
        let (member, account) = (person.member.map(|id| id.0), person.account.map(|id| id.0));
        Self { member, account, name: person.name, of: person.of }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Sought {
    /// Words of the name, diacritics aside.
    words: String,
}

/// People an office of an organisation can be given to, by name; at most 60.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/offices/candidates", tag = "organisations",
    params(Sought), responses((status = 200, body = [OfficeCandidate])))]
async fn list_office_candidates(
    Caller(ctx): Caller,
    At(id): At<OrganisationId>,
    Asked(asked): Asked<Sought>,
) -> Answer<Vec<OfficeCandidate>> {
    let people = deeds::people(&ctx, id, &asked.words).await?;
    Ok(Json(people.into_iter().map(OfficeCandidate::from).collect()))
}

/// A term of office to be entered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OfficeBody {
    /// The office.
    office: OfficeKind,
    /// The member who holds it, or
    member: Option<Uuid>,
    /// the account that holds it, for people of the office who are no members here.
    account: Option<Uuid>,
    /// The first day.
    from: Day,
    /// The first day it is no longer held, if that is known.
    to: Option<Day>,
    /// The election, appointment or decision it rests on.
    #[serde(default)]
    basis: String,
}

/// Gives an office for a term; the same id sent twice is one term.
///
/// Refused where the office cannot be held, or where as many hold it already as the rules let.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/offices/{office}", tag = "organisations",
    request_body = OfficeBody, responses((status = 204)))]
async fn grant_office(
    Caller(ctx): Caller,
    At((organisation, id)): At<(OrganisationId, OfficeId)>,
    Body(body): Body<OfficeBody>,
) -> Done {
    let form = TermForm {
        organisation,
        office: body.office.0,
        member: body.member.map(MemberId),
        account: body.account.map(AccountId),
        from_on: body.from.0,
        to_on: body.to.map(|day| day.0),
        basis: body.basis,
    };
    deeds::grant(&ctx, id, &form).await.map_err(|error| Problem::from(error).renamed(day_name))?;
    DONE
}

/// Takes a term back that was entered by mistake within the last day; later it is ended instead.
#[utoipa::path(delete, path = "/api/v1/offices/{office}", tag = "organisations", responses((status = 204)))]
async fn take_office_back(Caller(ctx): Caller, At(id): At<OfficeId>) -> Done {
    deeds::take_back(&ctx, id).await?;
    DONE
}

/// The end of a term.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EndingBody {
    /// The first day on which the office is no longer held.
    on: Day,
}

/// Ends a term on a day; doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/offices/{office}/ending", tag = "organisations", request_body = EndingBody,
    responses((status = 204)))]
async fn end_office(Caller(ctx): Caller, At(id): At<OfficeId>, Body(body): Body<EndingBody>) -> Done {
    deeds::end(&ctx, id, body.on.0).await?;
    DONE
}

/// Opens a term again that was ended, if nobody else came into it meanwhile; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/offices/{office}/ending", tag = "organisations", responses((status = 204)))]
async fn reopen_office(Caller(ctx): Caller, At(id): At<OfficeId>) -> Done {
    deeds::reopen(&ctx, id).await?;
    DONE
}
