//! The papers a meeting makes: how each stands, printed as PDF and DOCX, and the number of its resolution.

use axum::{Json, response::Response};
use nennep_app::papers::{self as deeds, Format, Invitee, PaperState, Standing};
use nennep_domain::{
    ids::{GuestId, MeetingId, MemberId},
    papers as domain,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::Answer;
use crate::{
    api::{
        Caller, Problem,
        body::{Asked, At},
        routes::Api,
        values::{Day, Moment, words},
    },
    download,
};

words! {
    /// A paper that a meeting makes.
    DocumentKind = domain::PaperType;
}

pub(super) fn routes() -> Api {
    Api::new().with(routes!(list_documents)).with(routes!(print_document)).with(routes!(issue_resolution))
}

/// How a paper stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentStanding {
    /// Adopted: it never changes, it is only added to.
    Adopted,
    /// Issued: it never changes.
    Issued,
    /// It says what is known so far.
    Draft,
    /// A list or a form that says what is known whenever it is printed.
    Current,
    /// There is nothing to print before the meeting is opened.
    NotYet,
}

/// A paper that a meeting makes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Document {
    /// Which.
    pub document: DocumentKind,
    /// How it stands.
    pub standing: DocumentStanding,
    /// When it was adopted.
    pub adopted_at: Option<Moment>,
    /// The day it was issued.
    pub issued_on: Option<Day>,
    /// Its number as papers cite it, e.g. `05-NQ/CB`, once it has one.
    pub number: Option<String>,
    /// Letters that would be printed as □.
    pub unprintable: String,
}

impl From<&PaperState> for Document {
    fn from(state: &PaperState) -> Self {
        let (standing, adopted_at, issued_on) = match state.standing {
            Standing::Adopted(at) => (DocumentStanding::Adopted, Some(at.into()), None),
            Standing::Issued(on) => (DocumentStanding::Issued, None, Some(on.into())),
            Standing::Draft => (DocumentStanding::Draft, None, None),
            Standing::Current => (DocumentStanding::Current, None, None),
            Standing::NotYet => (DocumentStanding::NotYet, None, None),
        };
        Self {
            document: state.paper.into(),
            standing,
            adopted_at,
            issued_on,
            number: state.reference.clone(),
            unprintable: state.unprintable.iter().collect(),
        }
    }
}

/// The papers of a meeting, in the order people need them.
#[utoipa::path(get, path = "/api/v1/meetings/{meeting}/documents", tag = "meetings",
    responses((status = 200, body = [Document])))]
async fn list_documents(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Answer<Vec<Document>> {
    let found = deeds::of_meeting(&ctx, meeting).await?;
    Ok(Json(found.papers.iter().map(Document::from).collect()))
}

/// The form of a printed paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum PrintFormat {
    /// To be printed and kept (PDF/A).
    #[default]
    Pdf,
    /// To be written on in (Word).
    Docx,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Printing {
    /// The form; PDF where nothing is said.
    #[serde(default)]
    #[param(inline)]
    format: PrintFormat,
    /// The member an invitation is made out to, or
    member: Option<Uuid>,
    /// the guest; to nobody by name where nothing is said.
    guest: Option<Uuid>,
}

impl Printing {
    fn invitee(&self) -> Invitee {
        match (self.member, self.guest) {
            (Some(member), _) => Invitee::Member(MemberId(member)),
            (None, Some(guest)) => Invitee::Guest(GuestId(guest)),
            (None, None) => Invitee::Open,
        }
    }
}

/// A paper of a meeting as a file: adopted and issued ones as they were frozen, others as they stand now.
#[utoipa::path(get, path = "/api/v1/meetings/{meeting}/documents/{document}", tag = "meetings", params(Printing),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn print_document(
    Caller(ctx): Caller,
    At((meeting, document)): At<(MeetingId, DocumentKind)>,
    Asked(asked): Asked<Printing>,
) -> Result<Response, Problem> {
    let format = match asked.format {
        PrintFormat::Pdf => Format::Pdf,
        PrintFormat::Docx => Format::Docx,
    };
    let printed = deeds::print(&ctx, meeting, document.0, format, &asked.invitee()).await?;
    Ok(download::printed(&printed))
}

/// A number that was given.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct GivenNumber {
    /// As papers cite it, e.g. `05-NQ/CB`.
    number: String,
}

/// Issues the resolution under the next number of its type: it never changes from then on. Issued twice, it keeps its number.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/documents/resolution/issuing", tag = "meetings",
    responses((status = 200, body = GivenNumber)))]
async fn issue_resolution(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Answer<GivenNumber> {
    let number = deeds::issue(&ctx, meeting, domain::DocumentType::Resolution).await?;
    Ok(Json(GivenNumber { number: number.reference() }))
}
