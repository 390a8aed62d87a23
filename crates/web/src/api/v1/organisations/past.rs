//! An organisation's past: its chapters, what it came out of, what it became, what waits for it.

use axum::Json;
use nennep_app::organisations as app;
use nennep_domain::{ids::OrganisationId, organisations as domain};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::{CellType, Organisation, OrganisationDeed, OrganisationKind};
use crate::api::{Caller, body::At, routes::Api, v1::Answer, values::Day};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(show_organisation_past))
}

/// How an organisation stood over a span of time.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct OrganisationChapter {
    /// Its code then.
    code: String,
    /// Its name then.
    name: String,
    /// Its kind then.
    kind: OrganisationKind,
    /// What it lived in; cells only.
    cell_type: Option<CellType>,
    /// The organisation directly above.
    parent: Option<Uuid>,
    /// The first day.
    from: Day,
    /// The first day it no longer stood so.
    to: Option<Day>,
    /// The deed by which it began.
    deed: Option<Uuid>,
    /// The number of that deed's decision.
    decision: Option<String>,
}

/// What an organisation came out of, or what came out of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct OrganisationHeir {
    /// The other organisation.
    organisation: Organisation,
    /// Since when.
    on: Day,
}

/// An organisation's past.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct OrganisationPast {
    /// How it stood, oldest first.
    chapters: Vec<OrganisationChapter>,
    /// What it came out of.
    predecessors: Vec<OrganisationHeir>,
    /// What it became, or what came out of it.
    successors: Vec<OrganisationHeir>,
    /// Deeds that concern it and wait for their day.
    waiting: Vec<OrganisationDeed>,
}

impl From<&app::Past> for OrganisationPast {
    fn from(past: &app::Past) -> Self {
        let chapter =
            |(chapter, by): &(domain::history::Chapter, Option<app::deeds::Recorded>)| OrganisationChapter {
                code: chapter.code.clone(),
                name: chapter.name.clone(),
                kind: chapter.kind.into(),
                cell_type: chapter.cell_type.map(CellType::from),
                parent: chapter.parent.map(|id| id.0),
                from: chapter.from_on.into(),
                to: chapter.to_on.map(Day::from),
                deed: by.as_ref().map(|by| by.id.0),
                decision: by.as_ref().map(|by| by.decision.number.clone()),
            };
        let heir = |heir: &app::Heir| OrganisationHeir {
            organisation: (&heir.organisation).into(),
            on: heir.on.into(),
        };
        Self {
            chapters: past.chapters.iter().map(chapter).collect(),
            predecessors: past.predecessors.iter().map(heir).collect(),
            successors: past.successors.iter().map(heir).collect(),
            waiting: past.waiting.iter().filter_map(OrganisationDeed::of).collect(),
        }
    }
}

/// How an organisation came to be what it is: its chapters, what it came out of, what it became, what waits for it.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/past", tag = "organisations",
    responses((status = 200, body = OrganisationPast)))]
async fn show_organisation_past(Caller(ctx): Caller, At(id): At<OrganisationId>) -> Answer<OrganisationPast> {
    Ok(Json((&app::past(&ctx, id).await?).into()))
}
