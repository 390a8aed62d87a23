//! Members: the list of an organisation; one member's file, whose every reading is noted; members kept by hand.

mod by_hand;
mod corrections;
mod extract;
mod life;
mod loans;
mod transfers;

use axum::Json;
use nennep_app::members::{self as deeds, Filter, Listed};
use nennep_domain::{
    ids::{MemberId, OrganisationId, StandingId},
    members as domain,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

pub use corrections::Correction;
pub use extract::{CheckedExtract, ExtractMatch, SigningKey};
pub use life::{MemberDeed, MemberDeedKind};
pub use loans::FileLoan;
pub use transfers::Transfer;

use super::{Answer, account::OfficeKind};
use crate::api::{
    Caller, Page,
    body::{Asked, At},
    paging,
    routes::Api,
    values::{Day, KnownDate, words},
};

words! {
    /// Sex, as registers ask for it.
    Sex = domain::Sex;
    /// Official or probationary.
    MemberGrade = domain::MemberGrade;
    /// How a member stands in one cell.
    StandingState = domain::StandingState;
    /// How a standing ended.
    Leaving = domain::Leaving;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_members))
        .with(routes!(show_member))
        .with(routes!(reveal_identity))
        .merge(by_hand::routes())
        .merge(corrections::routes())
        .merge(extract::routes())
        .merge(life::routes())
        .merge(loans::routes())
        .merge(transfers::routes())
}

/// One line of a list of members.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MemberLine {
    /// The member's id.
    pub id: Uuid,
    /// Full name.
    pub name: String,
    /// Date of birth; missing for callers who may open no files here.
    pub born_on: Option<KnownDate>,
    /// Party card number; empty for callers who may open no files here.
    pub card_number: String,
    /// The cell.
    pub cell: CellName,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// How the member stands in the cell.
    pub state: StandingState,
    /// Since when.
    pub since: Day,
}

/// A cell by id, code and name.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CellName {
    /// Its id.
    pub id: Uuid,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

impl From<&Listed> for MemberLine {
    fn from(line: &Listed) -> Self {
        Self {
            id: line.member.0,
            name: line.name.clone(),
            born_on: line.born_on.map(KnownDate::from),
            card_number: line.card_number.clone(),
            cell: CellName { id: line.cell.0, code: line.cell_code.clone(), name: line.cell_name.clone() },
            grade: line.grade.into(),
            state: line.state.into(),
            since: line.since.into(),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listing {
    /// The day the list speaks of; today where nothing is said.
    #[param(inline)]
    on: Option<Day>,
    /// Only those whose name holds these words, diacritics aside, or whose card number begins with them.
    words: Option<String>,
    /// At most so many lines, 1 to 200; 50 where nothing is said.
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// Members standing within an organisation, by given name.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/members", tag = "members", params(Listing),
    responses((status = 200, body = Page<MemberLine>)))]
async fn list_members(
    Caller(ctx): Caller,
    At(within): At<OrganisationId>,
    Asked(asked): Asked<Listing>,
) -> Answer<Page<MemberLine>> {
    let limit = paging::limit(asked.limit)?;
    let after: Option<(String, MemberId, StandingId)> = paging::after(asked.after.as_deref())?;
    let filter = Filter {
        within,
        on: asked.on.map(|day| day.0),
        words: asked.words.as_deref().unwrap_or_default(),
        state: None,
        grade: None,
        after: after.as_ref().map(|(key, member, standing)| (key.as_str(), *member, *standing)),
        limit: limit + 1,
    };
    let found = deeds::list(&ctx, filter).await?;
    let key = |last: &Listed| (last.sort_key.clone(), last.member, last.standing);
    Ok(Json(Page::of(found, limit, key)))
}

/// How a member stood in one cell over a span of time.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Standing {
    /// The cell.
    pub cell: CellName,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// How the member stood there.
    pub state: StandingState,
    /// The first day.
    pub from: Day,
    /// The first day it no longer held.
    pub to: Option<Day>,
    /// How it ended.
    pub left: Option<Leaving>,
}

/// An office a member held.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct HeldOffice {
    /// The office.
    pub office: OfficeKind,
    /// Where.
    pub organisation: CellName,
    /// The first day.
    pub from: Day,
    /// The first day it was no longer held.
    pub to: Option<Day>,
    /// The election, appointment or decision it rests on.
    pub basis: String,
}

/// A member's file. What the register left empty is empty or missing.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Member {
    /// The member's id.
    pub id: Uuid,
    /// Family, middle and given name.
    pub full_name: String,
    /// Other names in use.
    pub other_names: String,
    /// Sex.
    pub sex: Option<Sex>,
    /// Date of birth.
    pub born_on: Option<KnownDate>,
    /// Party card number, leading zeros kept.
    pub card_number: String,
    /// Identity paper number, all but the last digits hidden; another address reveals it.
    pub identity_number: String,
    /// Ethnicity.
    pub ethnicity: String,
    /// Religion.
    pub religion: String,
    /// Home place.
    pub home_place: String,
    /// Where the member lives.
    pub residence: String,
    /// General schooling.
    pub schooling: String,
    /// Professional education.
    pub profession: String,
    /// Political theory level.
    pub political_theory: String,
    /// Work before joining.
    pub occupation_before: String,
    /// Work now.
    pub occupation: String,
    /// Day of admission.
    pub admitted_on: Option<KnownDate>,
    /// Day of recognition as official member.
    pub official_on: Option<KnownDate>,
    /// CV number.
    pub cv_number: String,
    /// Badge number.
    pub badge_number: String,
    /// Army, police, retired: as the register writes it.
    pub service: String,
    /// Telephone.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Remark of the register.
    pub note: String,
    /// Where the member stood and stands, oldest first.
    pub standings: Vec<Standing>,
    /// Every office held, oldest first.
    pub offices: Vec<HeldOffice>,
}

impl From<&deeds::MemberView> for Member {
    fn from(view: &deeds::MemberView) -> Self {
        let named = |id: OrganisationId| {
            let found = view.organisations.iter().find(|one| one.id == id);
            let (code, name) = found.map(|one| (one.code.clone(), one.name.clone())).unwrap_or_default();
            CellName { id: id.0, code, name }
        };
        let standing = |one: &domain::Standing| Standing {
            cell: named(one.cell),
            grade: one.grade.into(),
            state: one.state.into(),
            from: one.from_on.into(),
            to: one.to_on.map(Day::from),
            left: one.left.map(Leaving::from),
        };
        let office = |term: &nennep_domain::accounts::OfficeTerm| HeldOffice {
            office: term.office.into(),
            organisation: named(term.organisation),
            from: term.from_on.into(),
            to: term.to_on.map(Day::from),
            basis: term.basis.clone(),
        };
        let profile = view.member.profile.clone();
        Self {
            id: view.member.id.0,
            full_name: profile.full_name,
            other_names: profile.other_names,
            sex: profile.sex.map(Sex::from),
            born_on: profile.born_on.map(KnownDate::from),
            card_number: profile.card_number,
            identity_number: profile.identity_number,
            ethnicity: profile.ethnicity,
            religion: profile.religion,
            home_place: profile.home_place,
            residence: profile.residence,
            schooling: profile.schooling,
            profession: profile.profession,
            political_theory: profile.political_theory,
            occupation_before: profile.occupation_before,
            occupation: profile.occupation,
            admitted_on: profile.admitted_on.map(KnownDate::from),
            official_on: profile.official_on.map(KnownDate::from),
            cv_number: profile.cv_number,
            badge_number: profile.badge_number,
            service: profile.service,
            phone: profile.phone,
            email: profile.email,
            note: profile.note,
            standings: view.standings.iter().map(standing).collect(),
            offices: view.offices.iter().map(office).collect(),
        }
    }
}

/// A member's file. It is noted who read it.
#[utoipa::path(get, path = "/api/v1/members/{member}", tag = "members", responses((status = 200, body = Member)))]
async fn show_member(Caller(ctx): Caller, At(member): At<MemberId>) -> Answer<Member> {
    Ok(Json((&deeds::show(&ctx, member).await?).into()))
}

/// A whole identity number.
#[derive(Serialize, ToSchema)]
struct Identity {
    /// The number; empty where none is kept.
    number: String,
}

/// The whole identity number of a member. It is noted who asked.
#[utoipa::path(get, path = "/api/v1/members/{member}/identity", tag = "members",
    responses((status = 200, body = Identity)))]
async fn reveal_identity(Caller(ctx): Caller, At(member): At<MemberId>) -> Answer<Identity> {
    Ok(Json(Identity { number: deeds::reveal_identity(&ctx, member).await? }))
}
