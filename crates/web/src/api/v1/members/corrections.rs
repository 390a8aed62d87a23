//! What members ask to have corrected of what is kept about them, and the answer.

use axum::Json;
use nennep_app::members::corrections as deeds;
use nennep_domain::{
    ids::{CorrectionId, MemberId},
    members::correction as domain,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::by_hand::ProfileBody;
use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{Answer, DONE, Done},
    values::{Moment, words},
};

words! {
    /// How a request for a correction was answered.
    CorrectionAnswer = domain::CorrectionAnswer;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_corrections))
        .with(routes!(list_member_corrections))
        .with(routes!(ask_correction))
        .with(routes!(answer_correction))
        .with(routes!(withdraw_correction))
}

/// One field as it stood and as it should be.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FieldChange {
    /// The field, as it is named in a profile.
    pub field: String,
    /// What stood there when it was asked.
    pub old: String,
    /// What should stand there.
    pub new: String,
}

/// What a member asks to have corrected.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Correction {
    /// Its id.
    pub id: Uuid,
    /// The member.
    pub member: Uuid,
    /// What should change.
    pub changes: Vec<FieldChange>,
    /// Why.
    pub reason: String,
    /// When it was asked.
    pub asked_at: Moment,
    /// How it was answered.
    pub answer: Option<CorrectionAnswer>,
    /// When it was answered.
    pub answered_at: Option<Moment>,
    /// A word with the answer.
    pub note: String,
    /// When the member withdrew it.
    pub withdrawn_at: Option<Moment>,
}

impl From<&domain::Correction> for Correction {
    fn from(one: &domain::Correction) -> Self {
        let change = |change: &domain::FieldChange| FieldChange {
            field: change.field.to_string(),
            old: change.old.clone(),
            new: change.new.clone(),
        };
        Self {
            id: one.id.0,
            member: one.member.0,
            changes: one.changes.iter().map(change).collect(),
            reason: one.reason.clone(),
            asked_at: one.asked_at.into(),
            answer: one.answered.map(|(answer, _)| answer.into()),
            answered_at: one.answered.map(|(_, at)| at.into()),
            note: one.note.clone(),
            withdrawn_at: one.withdrawn_at.map(Moment::from),
        }
    }
}

/// The requests that wait for the caller, who keeps these members' files; the longest waiting first.
#[utoipa::path(get, path = "/api/v1/corrections", tag = "members", responses((status = 200, body = Vec<Correction>)))]
async fn list_corrections(Caller(ctx): Caller) -> Answer<Vec<Correction>> {
    let waiting = deeds::waiting(&ctx).await?;
    Ok(Json(waiting.iter().map(|one| Correction::from(&one.correction)).collect()))
}

/// A member's requests, the latest first: for the member, and for whoever keeps the file.
#[utoipa::path(get, path = "/api/v1/members/{member}/corrections", tag = "members",
    responses((status = 200, body = Vec<Correction>)))]
async fn list_member_corrections(Caller(ctx): Caller, At(member): At<MemberId>) -> Answer<Vec<Correction>> {
    Ok(Json(deeds::of_member(&ctx, member).await?.iter().map(Correction::from).collect()))
}

/// What one's own file should say.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CorrectionBody {
    /// The whole profile as it should be; the identity number is left out of account.
    profile: ProfileBody,
    /// Why, and what shows it.
    reason: String,
}

/// Asks that one's own file be corrected; the same id sent twice is one request.
#[utoipa::path(put, path = "/api/v1/members/{member}/corrections/{correction}", tag = "members",
    request_body = CorrectionBody, responses((status = 204)))]
async fn ask_correction(
    Caller(ctx): Caller,
    At((member, id)): At<(MemberId, CorrectionId)>,
    Body(body): Body<CorrectionBody>,
) -> Done {
    deeds::ask(&ctx, id, member, &body.profile.typed(), &body.reason).await?;
    DONE
}

/// How a request is answered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CorrectionAnswerBody {
    /// Granted: the file changes at once.
    answer: CorrectionAnswer,
    /// A word with the answer; leaving the file as it is needs one.
    #[serde(default)]
    note: String,
}

/// Answers a request; nobody answers their own. Doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/corrections/{correction}/answer", tag = "members",
    request_body = CorrectionAnswerBody, responses((status = 204)))]
async fn answer_correction(
    Caller(ctx): Caller,
    At(id): At<CorrectionId>,
    Body(body): Body<CorrectionAnswerBody>,
) -> Done {
    deeds::answer(&ctx, id, body.answer.0, &body.note).await?;
    DONE
}

/// Withdraws one's own request while it waits. Doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/corrections/{correction}", tag = "members", responses((status = 204)))]
async fn withdraw_correction(Caller(ctx): Caller, At(id): At<CorrectionId>) -> Done {
    deeds::withdraw(&ctx, id).await?;
    DONE
}
