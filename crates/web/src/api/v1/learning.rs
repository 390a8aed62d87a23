//! Learning: classes, their sessions, learners, attendance and certificates; secretaries without training.

use axum::Json;
use nennep_app::learning::{
    self as deeds, ClassForm, ClassView, Counted, LearnerView, LearningYear, OwnClass,
};
use nennep_domain::{
    ids::{ClassId, ClassSessionId, LearnerId, MemberId, OrganisationId},
    learning as domain,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{Answer, DONE, Done, account::OfficeKind, members::CellName};
use crate::api::{
    Caller,
    body::{Asked, At, Body},
    routes::Api,
    values::{Day, words},
};

words! {
    /// What a class is for.
    ClassKind = domain::ClassKind;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_classes))
        .with(routes!(list_member_classes))
        .with(routes!(list_untrained_secretaries))
        .with(routes!(hold_class))
        .with(routes!(show_class, take_class_away))
        .with(routes!(enter_class_session, take_class_session_away))
        .with(routes!(write_class_attendance))
        .with(routes!(add_learner, take_learner_away))
        .with(routes!(give_certificate, take_certificate_away))
}

/// A class a committee holds.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Class {
    /// Its id.
    pub id: Uuid,
    /// Who holds it.
    pub organisation: Uuid,
    /// What it is for.
    pub kind: ClassKind,
    /// Its name.
    pub title: String,
    /// Where; may be empty.
    pub place: String,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl From<&domain::Class> for Class {
    fn from(one: &domain::Class) -> Self {
        Self {
            id: one.id.0,
            organisation: one.organisation.0,
            kind: one.kind.into(),
            title: one.title.clone(),
            place: one.place.clone(),
            from: one.from_on.into(),
            to: one.to_on.into(),
        }
    }
}

/// A class with its counts.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ClassLine {
    /// The class.
    #[serde(flatten)]
    pub class: Class,
    /// How many learn in it.
    pub learners: u32,
    /// How many have a certificate.
    pub certified: u32,
}

impl From<&Counted> for ClassLine {
    fn from(one: &Counted) -> Self {
        Self { class: (&one.class).into(), learners: one.learners, certified: one.certified }
    }
}

/// The classes of a year.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ClassYear {
    /// The year.
    pub year: i16,
    /// The classes, the latest first.
    pub classes: Vec<ClassLine>,
    /// How many learners in all.
    pub learners: u32,
}

impl From<&LearningYear> for ClassYear {
    fn from(found: &LearningYear) -> Self {
        Self {
            year: found.year,
            classes: found.classes.iter().map(ClassLine::from).collect(),
            learners: found.classes.iter().map(|one| one.learners).sum(),
        }
    }
}

/// A certificate.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Certificate {
    /// Its number.
    pub number: String,
    /// The day it was given.
    pub on: Day,
    /// The last day on which it is valid, where the rule sets a term.
    pub valid_until: Option<Day>,
}

/// Somebody who learns in a class.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Learner {
    /// The id of this learning.
    pub id: Uuid,
    /// The member; missing for a candidate.
    pub member: Option<Uuid>,
    /// The name.
    pub name: String,
    /// The cell's name; empty where none is known.
    pub cell: String,
    /// At how many sessions.
    pub attended: u32,
    /// The certificate, once it was given.
    pub certificate: Option<Certificate>,
}

impl From<&LearnerView> for Learner {
    fn from(view: &LearnerView) -> Self {
        let (listed, one) = (&view.listed, &view.listed.learner);
        Self {
            id: one.id.0,
            member: match one.who {
                domain::Who::Member(member) => Some(member.0),
                domain::Who::Candidate(_) => None,
            },
            name: listed.name.clone(),
            cell: listed.cell.clone(),
            attended: u32::try_from(listed.attended.len()).unwrap_or(u32::MAX),
            certificate: one.certificate.as_ref().map(|given| Certificate {
                number: given.number.clone(),
                on: given.on.into(),
                valid_until: view.valid_until.map(Day::from),
            }),
        }
    }
}

/// A session of a class.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ClassSession {
    /// Its id.
    pub id: Uuid,
    /// The day.
    pub on: Day,
    /// What is taught.
    pub topic: String,
}

/// A class with its sessions and learners.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WholeClass {
    /// The class.
    pub class: Class,
    /// Its sessions, in their order.
    pub sessions: Vec<ClassSession>,
    /// Who learns in it, by given name.
    pub learners: Vec<Learner>,
}

impl From<&ClassView> for WholeClass {
    fn from(view: &ClassView) -> Self {
        let session = |one: &domain::ClassSession| ClassSession {
            id: one.id.0,
            on: one.on.into(),
            topic: one.topic.clone(),
        };
        Self {
            class: (&view.class).into(),
            sessions: view.sessions.iter().map(session).collect(),
            learners: view.learners.iter().map(Learner::from).collect(),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Looking {
    /// The year; this one where nothing is said.
    year: Option<i16>,
}

/// The classes that began in a year, held by an organisation and those below it.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/classes", tag = "learning", params(Looking),
    responses((status = 200, body = ClassYear)))]
async fn list_classes(
    Caller(ctx): Caller,
    At(within): At<OrganisationId>,
    Asked(looking): Asked<Looking>,
) -> Answer<ClassYear> {
    let year = looking.year.unwrap_or_else(|| ctx.now().date().year());
    Ok(Json(ClassYear::from(&deeds::year(&ctx, within, year).await?)))
}

/// A class in which a member learns or learnt.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct MemberClass {
    /// The class.
    class: Class,
    /// The certificate, once it was given.
    certificate: Option<Certificate>,
}

impl From<&OwnClass> for MemberClass {
    fn from(one: &OwnClass) -> Self {
        Self { class: (&one.class).into(), certificate: Learner::from(&one.learner).certificate }
    }
}

/// The classes of a member, the latest first.
#[utoipa::path(get, path = "/api/v1/members/{member}/classes", tag = "learning", responses((status = 200, body = Vec<MemberClass>)))]
async fn list_member_classes(Caller(ctx): Caller, At(member): At<MemberId>) -> Answer<Vec<MemberClass>> {
    Ok(Json(deeds::of_member(&ctx, member).await?.iter().map(MemberClass::from).collect()))
}

/// A secretary or deputy without a certificate.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct UntrainedSecretary {
    /// The member.
    member: Uuid,
    /// The name.
    name: String,
    /// Secretary or deputy.
    office: OfficeKind,
    /// Where.
    organisation: CellName,
}

/// Secretaries and deputies within an organisation who have no certificate of a class for secretaries.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/untrained-secretaries", tag = "learning",
    responses((status = 200, body = Vec<UntrainedSecretary>)))]
async fn list_untrained_secretaries(
    Caller(ctx): Caller,
    At(within): At<OrganisationId>,
) -> Answer<Vec<UntrainedSecretary>> {
    let (found, _) = deeds::untrained(&ctx, within).await?;
    let line = |one: deeds::Untrained| UntrainedSecretary {
        member: one.member.0,
        name: one.name,
        office: one.office.into(),
        organisation: CellName {
            id: one.organisation.id.0,
            code: one.organisation.code,
            name: one.organisation.name,
        },
    };
    Ok(Json(found.into_iter().map(line).collect()))
}

/// A class to be held.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ClassBody {
    /// What it is for.
    kind: ClassKind,
    /// Its name.
    title: String,
    /// Where.
    #[serde(default)]
    place: String,
    /// The first day.
    from: Day,
    /// The last day.
    to: Day,
}

/// Enters a class; the same id sent again sets it right.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/classes/{class}", tag = "learning", request_body = ClassBody,
    responses((status = 204)))]
async fn hold_class(
    Caller(ctx): Caller,
    At((organisation, id)): At<(OrganisationId, ClassId)>,
    Body(body): Body<ClassBody>,
) -> Done {
    let ClassBody { kind, title, place, from, to } = body;
    let form = ClassForm { organisation, kind: kind.0, title, place, from_on: from.0, to_on: to.0 };
    deeds::hold(&ctx, id, &form).await?;
    DONE
}

/// A class with its sessions and learners.
#[utoipa::path(get, path = "/api/v1/classes/{class}", tag = "learning", responses((status = 200, body = WholeClass)))]
async fn show_class(Caller(ctx): Caller, At(id): At<ClassId>) -> Answer<WholeClass> {
    Ok(Json(WholeClass::from(&deeds::show(&ctx, id).await?)))
}

/// Takes a class away in which nobody learns and that has no session.
#[utoipa::path(delete, path = "/api/v1/classes/{class}", tag = "learning", responses((status = 204)))]
async fn take_class_away(Caller(ctx): Caller, At(id): At<ClassId>) -> Done {
    deeds::take_class_away(&ctx, id).await?;
    DONE
}

/// A session to be entered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ClassSessionBody {
    /// The day.
    on: Day,
    /// What is taught.
    topic: String,
}

/// Enters a session; the same id sent again sets it right.
#[utoipa::path(put, path = "/api/v1/classes/{class}/sessions/{session}", tag = "learning", request_body = ClassSessionBody,
    responses((status = 204)))]
async fn enter_class_session(
    Caller(ctx): Caller,
    At((class, id)): At<(ClassId, ClassSessionId)>,
    Body(body): Body<ClassSessionBody>,
) -> Done {
    deeds::add_session(&ctx, class, id, body.on.0, &body.topic).await?;
    DONE
}

/// Takes a session away with who was there; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/classes/{class}/sessions/{session}", tag = "learning", responses((status = 204)))]
async fn take_class_session_away(
    Caller(ctx): Caller,
    At((class, id)): At<(ClassId, ClassSessionId)>,
) -> Done {
    deeds::take_session_away(&ctx, class, id).await?;
    DONE
}

/// Who was at a session.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ClassAttendanceBody {
    /// The learners who were there; nobody else was.
    present: Vec<Uuid>,
}

/// Writes who was at a session; doing it twice is safe.
#[utoipa::path(put, path = "/api/v1/classes/{class}/sessions/{session}/attendance", tag = "learning",
    request_body = ClassAttendanceBody, responses((status = 204)))]
async fn write_class_attendance(
    Caller(ctx): Caller,
    At((class, session)): At<(ClassId, ClassSessionId)>,
    Body(body): Body<ClassAttendanceBody>,
) -> Done {
    let present: Vec<LearnerId> = body.present.into_iter().map(LearnerId).collect();
    deeds::attend(&ctx, class, session, &present).await?;
    DONE
}

/// Somebody who is to learn: a member, or a candidate by name.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LearnerBody {
    /// The member; or
    member: Option<Uuid>,
    /// the candidate's name,
    #[serde(default)]
    name: String,
    /// and the cell that sent the candidate.
    cell: Option<Uuid>,
}

/// Enters somebody as a learner; the same id sent twice is one learner.
#[utoipa::path(put, path = "/api/v1/classes/{class}/learners/{learner}", tag = "learning", request_body = LearnerBody,
    responses((status = 204)))]
async fn add_learner(
    Caller(ctx): Caller,
    At((class, id)): At<(ClassId, LearnerId)>,
    Body(body): Body<LearnerBody>,
) -> Done {
    let who = match body.member {
        Some(member) => domain::Who::Member(MemberId(member)),
        None => domain::Who::Candidate(body.name),
    };
    deeds::add_learner(&ctx, class, id, &who, body.cell.map(OrganisationId)).await?;
    DONE
}

/// Takes a learner away of whom nothing was entered yet; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/classes/{class}/learners/{learner}", tag = "learning", responses((status = 204)))]
async fn take_learner_away(Caller(ctx): Caller, At((class, id)): At<(ClassId, LearnerId)>) -> Done {
    deeds::take_learner_away(&ctx, class, id).await?;
    DONE
}

/// A certificate to be given.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CertificateBody {
    /// Its number.
    number: String,
    /// The day.
    on: Day,
}

/// Gives a learner a certificate; doing it twice is safe.
#[utoipa::path(put, path = "/api/v1/classes/{class}/learners/{learner}/certificate", tag = "learning",
    request_body = CertificateBody, responses((status = 204)))]
async fn give_certificate(
    Caller(ctx): Caller,
    At((class, id)): At<(ClassId, LearnerId)>,
    Body(body): Body<CertificateBody>,
) -> Done {
    deeds::certify(&ctx, class, id, Some(&(body.number, body.on.0))).await?;
    DONE
}

/// Takes a certificate away that was entered by mistake; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/classes/{class}/learners/{learner}/certificate", tag = "learning",
    responses((status = 204)))]
async fn take_certificate_away(Caller(ctx): Caller, At((class, id)): At<(ClassId, LearnerId)>) -> Done {
    deeds::certify(&ctx, class, id, None).await?;
    DONE
}
