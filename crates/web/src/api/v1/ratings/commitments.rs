//! Commitments of a year: written by members, checked by the cell committee.

use axum::Json;
use nennep_app::ratings::{self as deeds, Promised};
use nennep_domain::{
    ids::{MemberId, OrganisationId},
    ratings as domain,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use crate::api::{
    Caller,
    body::{Asked, At, Body},
    routes::Api,
    v1::{Answer, DONE, Done},
    values::Moment,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_commitments))
        .with(routes!(show_commitment, write_commitment))
        .with(routes!(check_commitment, take_commitment_check_back))
}

/// A member's commitment of a year.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Commitment {
    /// The member.
    pub member: Uuid,
    /// The member's name.
    pub name: String,
    /// The year.
    pub year: i16,
    /// What the member commits to; missing while nothing is written.
    pub body: Option<String>,
    /// When it was written last.
    pub written_at: Option<Moment>,
    /// When the cell committee checked it.
    pub checked_at: Option<Moment>,
    /// What it found.
    pub check_note: Option<String>,
}

impl Commitment {
    fn of(member: MemberId, name: &str, year: i16, one: Option<&domain::Commitment>) -> Self {
        let check = one.and_then(|one| one.check.as_ref());
        Self {
            member: member.0,
            name: name.to_owned(),
            year,
            body: one.map(|one| one.body.clone()),
            written_at: one.map(|one| one.written_at.into()),
            checked_at: check.map(|check| check.at.into()),
            check_note: check.map(|check| check.note.clone()),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct OfYear {
    /// The year; this one where nothing is said.
    year: Option<i16>,
}

/// A commitment to be written.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CommitmentBody {
    /// What the member commits to.
    body: String,
}

/// What the cell committee found.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CommitmentCheckBody {
    /// What was found; may be empty.
    #[serde(default)]
    note: String,
}

/// Everybody of a cell with the commitment of a year, by given name.
#[utoipa::path(get, path = "/api/v1/cells/{cell}/commitments", tag = "ratings", params(OfYear),
    responses((status = 200, body = Vec<Commitment>)))]
async fn list_commitments(
    Caller(ctx): Caller,
    At(cell): At<OrganisationId>,
    Asked(asked): Asked<OfYear>,
) -> Answer<Vec<Commitment>> {
    let year = asked.year.unwrap_or_else(|| ctx.now().date().year());
    let all = deeds::commitments_of_cell(&ctx, cell, year).await?;
    let of = |one: &Promised| Commitment::of(one.member, &one.name, year, one.commitment.as_ref());
    Ok(Json(all.iter().map(of).collect()))
}

/// A member's commitment of a year.
#[utoipa::path(get, path = "/api/v1/members/{member}/commitments/{year}", tag = "ratings",
    responses((status = 200, body = Commitment)))]
async fn show_commitment(Caller(ctx): Caller, At((member, year)): At<(MemberId, i16)>) -> Answer<Commitment> {
    let view = deeds::commitment(&ctx, member, year).await?;
    Ok(Json(Commitment::of(member, &view.name, year, view.commitment.as_ref())))
}

/// Writes a commitment in place of the one before, until the cell committee has checked it.
#[utoipa::path(put, path = "/api/v1/members/{member}/commitments/{year}", tag = "ratings",
    request_body = CommitmentBody, responses((status = 204)))]
async fn write_commitment(
    Caller(ctx): Caller,
    At((member, year)): At<(MemberId, i16)>,
    Body(body): Body<CommitmentBody>,
) -> Done {
    deeds::write_commitment(&ctx, member, year, &body.body).await?;
    DONE
}

/// Writes what the cell committee found of a commitment.
#[utoipa::path(put, path = "/api/v1/members/{member}/commitments/{year}/check", tag = "ratings",
    request_body = CommitmentCheckBody, responses((status = 204)))]
async fn check_commitment(
    Caller(ctx): Caller,
    At((member, year)): At<(MemberId, i16)>,
    Body(body): Body<CommitmentCheckBody>,
) -> Done {
    deeds::check_commitment(&ctx, member, year, &body.note).await?;
    DONE
}

/// Takes the check back within a day; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/members/{member}/commitments/{year}/check", tag = "ratings",
    responses((status = 204)))]
async fn take_commitment_check_back(Caller(ctx): Caller, At((member, year)): At<(MemberId, i16)>) -> Done {
    deeds::take_check_back(&ctx, member, year).await?;
    DONE
}
