//! Signed extracts of members' files: written, checked, compared and taken over.

use axum::{Json, response::Response};
use nennep_app::members::extract::{self as deeds, Checked, Looked, MOST_BYTES, Met, TakeForm};
use nennep_domain::{
    decisions::Decision,
    ids::{DeedId, MemberId, OrganisationId},
    members::register,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::corrections::FieldChange;
use crate::{
    api::{
        Caller, Problem,
        body::{Asked, At, Body, File},
        routes::Api,
        v1::{Answer, DONE, DeedDecision, Done},
        values::Day,
    },
    download,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(show_signing_key))
        .with(routes!(write_member_extract))
        .with(routes!(check_member_extract))
        .with(routes!(take_member_extract))
}

/// The public key of this installation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SigningKey {
    /// The key as programs for signed notes (C2SP) read it.
    pub key: String,
    /// Thirty digits for people to compare.
    pub fingerprint: String,
}

/// The public key with which this installation signs, for whoever keeps or receives extracts.
#[utoipa::path(get, path = "/api/v1/signing-key", tag = "members", responses((status = 200, body = SigningKey)))]
async fn show_signing_key(Caller(ctx): Caller) -> Answer<SigningKey> {
    let key = deeds::key(&ctx);
    Ok(Json(SigningKey { fingerprint: key.fingerprint(), key: key.to_text() }))
}

/// Writes a signed extract of a member's file, as text: JSON within a signed note. It is noted who had it written.
///
/// Discipline and dues are part of it only where the caller may see them; the identity number never is.
#[utoipa::path(post, path = "/api/v1/members/{member}/extract", tag = "members",
    responses((status = 200, body = String, content_type = "text/plain")))]
async fn write_member_extract(Caller(ctx): Caller, At(id): At<MemberId>) -> Result<Response, Problem> {
    let written = deeds::write(&ctx, id).await?;
    Ok(download::text(&written.file_name, written.text))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Comparing {
    /// The key or fingerprint that came another way; nothing where none did.
    #[serde(default)]
    key: String,
}

/// A member of the register who may be the one of an extract.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ExtractMatch {
    /// The member.
    pub member: Uuid,
    /// The name in the register.
    pub name: String,
    /// Whether it is certain (the same card), or name and date of birth are the same.
    pub is_certain: bool,
    /// What the extract says otherwise; missing where the file is not open to the caller.
    pub differs: Option<Vec<FieldChange>>,
}

/// An extract that was checked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CheckedExtract {
    /// The key that signed it.
    pub key: String,
    /// Its fingerprint.
    pub fingerprint: String,
    /// Whether the key was compared with one known otherwise. If not, whose key it is, is not proved.
    pub is_compared: bool,
    /// Whether this installation signed it.
    pub is_own: bool,
    /// What it holds.
    #[schema(value_type = Object)]
    pub extract: Value,
    /// Who in the register may be the member.
    pub met: Vec<ExtractMatch>,
}

impl CheckedExtract {
    fn of(looked: &Looked) -> Self {
        let Checked { extract, key, is_compared } = &looked.checked;
        let met = |met: &Met| ExtractMatch {
            member: met.member.0,
            name: met.name.clone(),
            is_certain: met.is_certain,
            differs: met.differs.as_ref().map(|changes| {
                let change = |one: &register::Change| FieldChange {
                    field: match one.what {
                        register::Detail::Field(field) => field.to_string(),
                        _ => String::new(),
                    },
                    old: one.old.clone(),
                    new: one.new.clone(),
                };
                changes.iter().map(change).collect()
            }),
        };
        Self {
            key: key.to_text(),
            fingerprint: key.fingerprint(),
            is_compared: *is_compared,
            is_own: looked.is_own,
            extract: serde_json::to_value(extract).unwrap_or_default(),
            met: looked.met.iter().map(met).collect(),
        }
    }
}

/// Checks an extract sent as the body and compares it with the register. Nothing is written but that a file was compared.
#[utoipa::path(post, path = "/api/v1/extracts", tag = "members", params(Comparing),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = CheckedExtract)))]
async fn check_member_extract(
    Caller(ctx): Caller,
    Asked(asked): Asked<Comparing>,
    File(bytes): File<MOST_BYTES>,
) -> Answer<CheckedExtract> {
    Ok(Json(CheckedExtract::of(&deeds::look(&ctx, &bytes, &asked.key).await?)))
}

/// A member to be taken over from an extract.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TakeBody {
    /// The id of the member, made by the caller.
    member: Uuid,
    /// The extract, letter by letter.
    text: String,
    /// The key or fingerprint from the letter of introduction.
    key: String,
    /// The cell that receives.
    cell: Uuid,
    /// The day of the reception.
    on: Day,
    /// The letter of introduction.
    decision: DeedDecision,
}

/// Takes a member over from an extract whose key was compared: the particulars, and a reception from outside. The same id sent
/// twice takes one member over.
#[utoipa::path(put, path = "/api/v1/extracts/{deed}", tag = "members", request_body = TakeBody, responses((status = 204)))]
async fn take_member_extract(Caller(ctx): Caller, At(deed): At<DeedId>, Body(body): Body<TakeBody>) -> Done {
    let decision: Decision = body.decision.checked(body.on)?;
    let form = TakeForm {
        deed,
        member: MemberId(body.member),
        bytes: body.text.as_bytes(),
        known: &body.key,
        cell: OrganisationId(body.cell),
        on: body.on.0,
        decision,
    };
    deeds::take(&ctx, form).await?;
    DONE
}
