//! The books of a cell: the papers it issued, its minutes, its terms.

use axum::Json;
use jiff::civil::Date;
use nennep_app::{
    books::{self, IssuedLine, MinutesLine, PaperKind, Term},
    papers::{self, PaperForm, TermForm},
};
use nennep_domain::{
    ids::{IssueId, MeetingId, OrganisationId},
    papers::DocumentType,
    problems::Sentence,
    time,
};
use serde::{Deserialize, Serialize};
use utoipa::{
    IntoParams, ToSchema,
    openapi::{RefOr, schema::Schema},
};
use utoipa_axum::routes;
use uuid::Uuid;

use crate::api::{
    Caller, Page, Problem,
    body::{Asked, At, Body},
    paging,
    routes::Api,
    v1::{Answer, DONE, Done, day_name, meetings::MeetingKind},
    values::{Day, Moment, Month, enumeration, words},
};

words! {
    /// The type of a paper that a cell or a committee issues.
    PaperType = nennep_domain::papers::DocumentType;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_issued_papers))
        .with(routes!(take_paper_number))
        .with(routes!(list_book_minutes))
        .with(routes!(list_paper_terms))
        .with(routes!(begin_paper_term, take_paper_term_back))
}

fn paper_kinds() -> RefOr<Schema> {
    let documents = DocumentType::ALL.iter().map(|document| document.as_str());
    let kinds = documents.chain([PaperKind::Invitation.as_str()]);
    enumeration(kinds, "The type of a paper, or an invitation.")
}

/// A paper that a cell issued.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct IssuedPaper {
    /// The paper's id.
    pub id: Uuid,
    /// Its number as papers cite it, e.g. `05-NQ/CB`.
    pub number: String,
    /// What it is; missing for signs that stand for nothing today.
    #[schema(schema_with = paper_kinds)]
    pub kind: Option<String>,
    /// What it is about; empty for papers of a meeting, which say so themselves.
    pub about: String,
    /// The meeting it belongs to.
    pub meeting: Option<Uuid>,
    /// The month that meeting counts for.
    pub month: Option<Month>,
    /// The name of the term in which the number runs.
    pub term: String,
    /// The day it was issued.
    pub issued_on: Day,
}

impl From<&IssuedLine> for IssuedPaper {
    fn from(line: &IssuedLine) -> Self {
        let paper = &line.paper;
        Self {
            id: paper.id.0,
            number: line.reference.clone(),
            kind: line.kind.map(|kind| kind.as_str().to_owned()),
            about: paper.about.clone(),
            meeting: paper.meeting.map(|id| id.0),
            month: paper.month.map(Month::from),
            term: paper.term.clone(),
            issued_on: paper.issued_on.into(),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listing {
    /// Only papers of this kind.
    #[param(schema_with = paper_kinds)]
    kind: Option<String>,
    /// Only papers of this year.
    year: Option<i16>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// The papers a cell has issued, latest first, a leaf of its register at a time.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/books/papers", tag = "books", params(Listing),
    responses((status = 200, body = Page<IssuedPaper>)))]
async fn list_issued_papers(
    Caller(ctx): Caller,
    At(cell): At<OrganisationId>,
    Asked(asked): Asked<Listing>,
) -> Answer<Page<IssuedPaper>> {
    let kind = asked.kind.as_deref().map(|word| {
        let unknown = || Problem::field("kind", Sentence::new("api-field-unreadable"));
        PaperKind::from_word(word).ok_or_else(unknown)
    });
    let after: Option<(Date, IssueId)> = paging::after(asked.after.as_deref())?;
    let asked = books::Asked { kind: kind.transpose()?, year: asked.year };
    let leaf = books::papers(&ctx, cell, asked, after).await?.book;
    Ok(Json(Page::leaf(&leaf.lines, leaf.more, |last| (last.paper.issued_on, last.paper.id))))
}

/// A paper written elsewhere that wants a number.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PaperBody {
    /// Its type.
    kind: PaperType,
    /// What it is about.
    about: String,
}

/// A number of the register.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct TakenNumber {
    /// As papers cite it, e.g. `05-KH/CB`.
    number: String,
}

/// Takes the next number of a type for a paper of today that is written elsewhere; it is never given back. The same id
/// sent twice is one paper with one number.
///
/// A type that a cell may not issue is refused with the rule.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/books/papers/{paper}", tag = "books",
    request_body = PaperBody, responses((status = 200, body = TakenNumber)))]
async fn take_paper_number(
    Caller(ctx): Caller,
    At((cell, id)): At<(OrganisationId, IssueId)>,
    Body(body): Body<PaperBody>,
) -> Answer<TakenNumber> {
    let form = PaperForm { document: body.kind.0, about: body.about };
    let number = papers::take_number(&ctx, cell, id, &form).await?;
    Ok(Json(TakenNumber { number: number.reference() }))
}

/// A line of a cell's minutes book.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BookMinutes {
    /// The meeting.
    pub meeting: Uuid,
    /// The month it counts for.
    pub month: Month,
    /// Its kind.
    pub kind: MeetingKind,
    /// The number as papers cite it, once there is one.
    pub number: Option<String>,
    /// When it was opened.
    pub opened_at: Moment,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// When the minutes were adopted.
    pub adopted_at: Option<Moment>,
    /// How many additions were written after that.
    pub additions: u32,
}

impl From<&MinutesLine> for BookMinutes {
    fn from(of: &MinutesLine) -> Self {
        let line = &of.line;
        Self {
            meeting: line.meeting.0,
            month: line.month.into(),
            kind: line.kind.into(),
            number: Some(of.reference.clone()).filter(|number| !number.is_empty()),
            opened_at: line.opened_at.into(),
            closed_at: line.closed_at.map(Moment::from),
            adopted_at: line.adopted_at.map(Moment::from),
            additions: line.additions,
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Leaf {
    /// The `next` of the page before.
    after: Option<String>,
}

/// Every meeting of a cell that was opened, with its number and its adoption, latest month first.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/books/minutes", tag = "books", params(Leaf),
    responses((status = 200, body = Page<BookMinutes>)))]
async fn list_book_minutes(
    Caller(ctx): Caller,
    At(cell): At<OrganisationId>,
    Asked(asked): Asked<Leaf>,
) -> Answer<Page<BookMinutes>> {
    let after: Option<(time::Month, MeetingId)> = paging::after(asked.after.as_deref())?;
    let leaf = books::minutes(&ctx, cell, after).await?;
    Ok(Json(Page::leaf(&leaf.lines, leaf.more, |last| (last.line.month, last.line.meeting))))
}

/// A term: numbers of papers run on through it, from the closing of one congress to that of the next.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PaperTerm {
    /// Its id.
    pub id: Uuid,
    /// Its name, e.g. `2025-2030`.
    pub name: String,
    /// The first day.
    pub from: Day,
    /// The first day of the next.
    pub to: Option<Day>,
}

impl From<&Term> for PaperTerm {
    fn from(term: &Term) -> Self {
        let (from, to) = (term.from_on.into(), term.to_on.map(Day::from));
        Self { id: term.id, name: term.name.clone(), from, to }
    }
}

/// The terms of a cell, latest first.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/books/terms", tag = "books",
    responses((status = 200, body = [PaperTerm])))]
async fn list_paper_terms(Caller(ctx): Caller, At(cell): At<OrganisationId>) -> Answer<Vec<PaperTerm>> {
    Ok(Json(books::terms(&ctx, cell).await?.lines.iter().map(PaperTerm::from).collect()))
}

/// A term to be begun.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PaperTermBody {
    /// Its name, e.g. `2025-2030`.
    name: String,
    /// The first day: the closing of the congress.
    from: Day,
}

/// Begins a term and ends the one before it: from then on numbers begin anew. The same id sent twice is one term.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/books/terms/{term}", tag = "books",
    request_body = PaperTermBody, responses((status = 204)))]
async fn begin_paper_term(
    Caller(ctx): Caller,
    At((cell, id)): At<(OrganisationId, Uuid)>,
    Body(body): Body<PaperTermBody>,
) -> Done {
    let form = TermForm { name: body.name, from_on: Some(body.from.0) };
    papers::begin_term(&ctx, cell, id, &form)
        .await
        .map_err(|error| Problem::from(error).renamed(day_name))?;
    DONE
}

/// Takes the last term back while no paper has a number in it; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/organisations/{organisation}/books/terms/{term}", tag = "books",
    responses((status = 204)))]
async fn take_paper_term_back(Caller(ctx): Caller, At((cell, id)): At<(OrganisationId, Uuid)>) -> Done {
    papers::take_term_back(&ctx, cell, id).await?;
    DONE
}
