//! A member kept by hand: added to a cell, and what the register keeps of one changed.

use nennep_app::members::{self as deeds, AddForm, Typed};
use nennep_domain::{
    ids::{MemberId, OrganisationId},
    members::register::Field,
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::{MemberGrade, Sex, StandingState};
use crate::api::{
    Caller, Problem,
    body::{At, Body},
    routes::Api,
    v1::{DONE, Done, day_name},
    values::{Day, KnownDate},
};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(add_member)).with(routes!(change_member))
}

/// What the register keeps of a member. What is left out is empty: not known.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ProfileBody {
    /// Family, middle and given name.
    full_name: String,
    /// Other names in use.
    #[serde(default)]
    other_names: String,
    /// Sex.
    sex: Option<Sex>,
    /// Date of birth.
    born_on: Option<KnownDate>,
    /// Party card number, leading zeros kept.
    #[serde(default)]
    card_number: String,
    /// Identity paper number. Empty in a change: the one that is kept stays.
    #[serde(default)]
    identity_number: String,
    /// Ethnicity.
    #[serde(default)]
    ethnicity: String,
    /// Religion.
    #[serde(default)]
    religion: String,
    /// Home place.
    #[serde(default)]
    home_place: String,
    /// Where the member lives.
    #[serde(default)]
    residence: String,
    /// General schooling.
    #[serde(default)]
    schooling: String,
    /// Professional education.
    #[serde(default)]
    profession: String,
    /// Political theory level.
    #[serde(default)]
    political_theory: String,
    /// Work before joining.
    #[serde(default)]
    occupation_before: String,
    /// Work now.
    #[serde(default)]
    occupation: String,
    /// Day of admission.
    admitted_on: Option<KnownDate>,
    /// Day of recognition as official member.
    official_on: Option<KnownDate>,
    /// CV number.
    #[serde(default)]
    cv_number: String,
    /// Badge number.
    #[serde(default)]
    badge_number: String,
    /// Army, police, retired: as the register writes it.
    #[serde(default)]
    service: String,
    /// Telephone.
    #[serde(default)]
    phone: String,
    /// E-mail address.
    #[serde(default)]
    email: String,
    /// Remark of the register.
    #[serde(default)]
    note: String,
}

impl ProfileBody {
    /// As a person types it, field by field.
    pub(super) fn typed(self) -> Typed {
        let date = |known: Option<KnownDate>| known.map_or_else(String::new, |known| known.0.to_string());
        Typed::from([
            (Field::FullName, self.full_name),
            (Field::OtherNames, self.other_names),
            (Field::Sex, self.sex.map_or_else(String::new, |sex| sex.to_string())),
            (Field::BornOn, date(self.born_on)),
            (Field::CardNumber, self.card_number),
            (Field::IdentityNumber, self.identity_number),
            (Field::Ethnicity, self.ethnicity),
            (Field::Religion, self.religion),
            (Field::HomePlace, self.home_place),
            (Field::Residence, self.residence),
            (Field::Schooling, self.schooling),
            (Field::Profession, self.profession),
            (Field::PoliticalTheory, self.political_theory),
            (Field::OccupationBefore, self.occupation_before),
            (Field::Occupation, self.occupation),
            (Field::AdmittedOn, date(self.admitted_on)),
            (Field::OfficialOn, date(self.official_on)),
            (Field::CvNumber, self.cv_number),
            (Field::BadgeNumber, self.badge_number),
            (Field::Service, self.service),
            (Field::Phone, self.phone),
            (Field::Email, self.email),
            (Field::Note, self.note),
        ])
    }
}

/// A member to be added.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AddBody {
    /// The cell.
    cell: Uuid,
    /// Official or probationary.
    grade: MemberGrade,
    /// How the member stands in the cell.
    state: StandingState,
    /// The first day in the cell.
    from: Day,
    /// Whether it was seen that another member has the same name and date of birth, and is not the same.
    #[serde(default)]
    is_another: bool,
    /// What the register keeps of the member.
    profile: ProfileBody,
}

/// Adds a member to a cell; the same id sent twice adds one.
///
/// Refused where another has the same card or identity number. One with the same name and date of birth is asked about:
/// look whether it is the same, and send `is_another` if it is not.
#[utoipa::path(put, path = "/api/v1/members/{member}", tag = "members", request_body = AddBody,
    responses((status = 204)))]
async fn add_member(Caller(ctx): Caller, At(id): At<MemberId>, Body(body): Body<AddBody>) -> Done {
    let typed = body.profile.typed();
    let form = AddForm {
        id,
        cell: OrganisationId(body.cell),
        grade: body.grade.0,
        state: body.state.0,
        from_on: body.from.0,
        is_another: body.is_another,
        typed: &typed,
    };
    let named = |field: &str| match field.parse::<Field>() {
        Ok(field) => Some(format!("profile.{}", field.as_str())),
        Err(_) => day_name(field),
    };
    deeds::add(&ctx, form).await.map_err(|error| Problem::from(error).renamed(named))?;
    DONE
}

/// Changes what the register keeps of a member: the whole of it, as it is to stand. It is noted who changed how much.
#[utoipa::path(put, path = "/api/v1/members/{member}/profile", tag = "members", request_body = ProfileBody,
    responses((status = 204)))]
async fn change_member(Caller(ctx): Caller, At(id): At<MemberId>, Body(profile): Body<ProfileBody>) -> Done {
    deeds::change(&ctx, id, &profile.typed()).await?;
    DONE
}
