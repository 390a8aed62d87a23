//! Dated deeds in a member's life: looked at, recorded, taken back.

use axum::Json;
use nennep_app::members::life::{self as deeds, LifeView, Planned};
use nennep_domain::{
    ids::{DeedId, MemberId, OrganisationId},
    members::life::{self as domain, LifeDeed},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::MemberGrade;
use crate::api::{
    Caller, Problem,
    body::{At, Body},
    routes::Api,
    spoken::{Said, Spoken},
    v1::{Answer, DONE, DeedDecision, Done},
    values::{Day, Moment, words},
};

words! {
    /// The kind of a deed in a member's life.
    MemberDeedKind = domain::LifeKind;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_member_deeds))
        .with(routes!(preview_member_deed))
        .with(routes!(perform_member_deed, take_member_deed_back))
}

/// What is to be recorded.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum MemberDeedForm {
    /// Recognised as official member; counts from the end of the probation.
    Recognise,
    /// Admitted again: probationary from the ceremony on.
    Readmit {
        /// The cell.
        cell: Uuid,
    },
    /// Received from outside.
    Receive {
        /// The cell.
        cell: Uuid,
        /// Official or probationary.
        grade: MemberGrade,
        /// Where from.
        #[serde(default)]
        from: String,
    },
    /// Transferred to another cell here at once, by who keeps the members of both.
    Transfer {
        /// The cell entered.
        cell: Uuid,
    },
    /// Transferred out.
    Depart {
        /// Where to.
        #[serde(default)]
        to: String,
    },
    /// Temporarily transferred.
    Send {
        /// The host, where it is a cell here.
        cell: Option<Uuid>,
        /// The host as papers write it.
        #[serde(default)]
        place: String,
        /// The day of coming back.
        until: Day,
        /// Whether it is for study.
        #[serde(default)]
        study: bool,
    },
    /// Back from a temporary transfer.
    Recall,
    /// Exempt from work and meetings.
    Exempt {
        /// The last day, where one was set.
        until: Option<Day>,
        /// Why.
        #[serde(default)]
        reason: String,
    },
    /// Taking part again after an exemption.
    Resume,
    /// Suspended from meetings.
    Suspend {
        /// The last day, where one was set.
        until: Option<Day>,
    },
    /// Taking part again after a suspension.
    Restore,
    /// Introduced to the cell of residence.
    Introduce {
        /// The cell of residence.
        cell: Uuid,
    },
    /// Contact with the cell of residence ended.
    Part {
        /// The cell of residence.
        cell: Uuid,
    },
    /// Left the Party at own request.
    Resign,
    /// Removed from the list by a decision.
    Remove,
    /// Expelled by a decision.
    Expel,
    /// Died.
    Die,
}

impl From<MemberDeedForm> for LifeDeed {
    fn from(form: MemberDeedForm) -> Self {
        match form {
            MemberDeedForm::Recognise => Self::Recognise,
            MemberDeedForm::Readmit { cell } => Self::Readmit { cell: OrganisationId(cell) },
            MemberDeedForm::Receive { cell, grade, from } => {
                Self::Receive { cell: OrganisationId(cell), grade: grade.0, from }
            }
            MemberDeedForm::Transfer { cell } => Self::Transfer { to: OrganisationId(cell) },
            MemberDeedForm::Depart { to } => Self::Depart { to },
            MemberDeedForm::Send { cell, place, until, study } => {
                Self::Send { to: cell.map(OrganisationId), place, until: until.0, study }
            }
            MemberDeedForm::Recall => Self::Recall,
            MemberDeedForm::Exempt { until, reason } => {
                Self::Exempt { until: until.map(|day| day.0), reason }
            }
            MemberDeedForm::Resume => Self::Resume,
            MemberDeedForm::Suspend { until } => Self::Suspend { until: until.map(|day| day.0) },
            MemberDeedForm::Restore => Self::Restore,
            MemberDeedForm::Introduce { cell } => Self::Introduce { cell: OrganisationId(cell) },
            MemberDeedForm::Part { cell } => Self::Part { cell: OrganisationId(cell) },
            MemberDeedForm::Resign => Self::Resign,
            MemberDeedForm::Remove => Self::Remove,
            MemberDeedForm::Expel => Self::Expel,
            MemberDeedForm::Die => Self::Die,
        }
    }
}

/// A deed in a member's life to be looked at or recorded.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MemberDeedBody {
    /// The day it takes effect: today or one before. Of an admission the day of the ceremony.
    on: Day,
    /// The decision it rests on.
    decision: DeedDecision,
    /// What is to be recorded.
    deed: MemberDeedForm,
}

impl MemberDeedBody {
    fn planned(self, member: MemberId) -> Result<Planned, Problem> {
        let Self { on, decision, deed } = self;
        Ok(Planned { member, deed: deed.into(), on: on.0, decision: decision.checked(on)? })
    }
}

/// A deed in a member's life as it was recorded.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MemberDeed {
    /// Its id.
    pub id: Uuid,
    /// Its kind; missing for a deed of the member's cell, which the member only followed.
    pub kind: Option<MemberDeedKind>,
    /// The day it takes effect.
    pub on: Day,
    /// How long it is meant to last.
    pub until: Option<Day>,
    /// The decision it rests on.
    pub decision: DeedDecision,
    /// When it was recorded.
    pub recorded_at: Moment,
    /// When it was taken back.
    pub taken_back_at: Option<Moment>,
    /// Whether the caller can take it back now.
    pub can_be_taken_back: bool,
}

impl From<&LifeView> for MemberDeed {
    fn from(view: &LifeView) -> Self {
        let recorded = &view.recorded;
        Self {
            id: recorded.id.0,
            kind: view.deed.as_ref().map(|deed| deed.kind().into()),
            on: recorded.on.into(),
            until: recorded.until.map(Day::from),
            decision: (&recorded.decision).into(),
            recorded_at: recorded.recorded_at.into(),
            taken_back_at: recorded.withdrawn_at.map(Moment::from),
            can_be_taken_back: view.can_be_taken_back,
        }
    }
}

/// The deeds in a member's life, the latest to take effect first.
#[utoipa::path(get, path = "/api/v1/members/{member}/deeds", tag = "members", responses((status = 200, body = Vec<MemberDeed>)))]
async fn list_member_deeds(Caller(ctx): Caller, At(id): At<MemberId>) -> Answer<Vec<MemberDeed>> {
    Ok(Json(deeds::list(&ctx, id).await?.iter().map(MemberDeed::from).collect()))
}

/// What a deed would do as things stand; nothing is written. Refused as recording it would be.
#[utoipa::path(post, path = "/api/v1/members/{member}/deeds/preview", tag = "members", request_body = MemberDeedBody,
    responses((status = 200, body = Vec<Said>)))]
async fn preview_member_deed(
    Caller(ctx): Caller,
    Spoken(w): Spoken,
    At(id): At<MemberId>,
    Body(body): Body<MemberDeedBody>,
) -> Answer<Vec<Said>> {
    let said = deeds::preview(&ctx, &body.planned(id)?).await?;
    Ok(Json(said.iter().map(|sentence| Said::of(w, sentence)).collect()))
}

/// Records a deed; the same id sent twice is one deed.
#[utoipa::path(put, path = "/api/v1/members/{member}/deeds/{deed}", tag = "members", request_body = MemberDeedBody,
    responses((status = 204)))]
async fn perform_member_deed(
    Caller(ctx): Caller,
    At((member, id)): At<(MemberId, DeedId)>,
    Body(body): Body<MemberDeedBody>,
) -> Done {
    deeds::perform(&ctx, id, &body.planned(member)?).await?;
    DONE
}

/// Takes back the last deed in a member's life within a day of recording it; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/members/{member}/deeds/{deed}", tag = "members", responses((status = 204)))]
async fn take_member_deed_back(Caller(ctx): Caller, At((member, id)): At<(MemberId, DeedId)>) -> Done {
    deeds::take_back(&ctx, member, id).await?;
    DONE
}
