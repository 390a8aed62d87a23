//! One search over people, organisations, meetings and issued papers.

use axum::Json;
use nennep_app::search as deeds;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

use super::{Answer, IssuedPaper, MeetingLine, MemberLine, Organisation, members::CellName};
use crate::api::{Caller, body::Asked, routes::Api};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(find))
}

/// An issued paper that was found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FoundPaper {
    /// The organisation that issued it.
    pub organisation: CellName,
    /// The paper.
    #[serde(flatten)]
    pub paper: IssuedPaper,
}

/// What was found: at most twelve of each kind, and nothing that the caller's lists do not show.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Found {
    /// Whether nothing bears the words as they were typed, so that names one slip away were taken.
    pub guessed: bool,
    /// Members who stand in some cell today, the closest first.
    pub people: Vec<MemberLine>,
    /// Organisations, by code.
    pub organisations: Vec<Organisation>,
    /// Meetings, latest first, none that were called off.
    pub meetings: Vec<MeetingLine>,
    /// Issued papers, latest first.
    pub papers: Vec<FoundPaper>,
}

impl From<&deeds::Found> for Found {
    fn from(found: &deeds::Found) -> Self {
        let paper = |one: &deeds::Paper| FoundPaper {
            organisation: CellName {
                id: one.organisation.0,
                code: one.organisation_code.clone(),
                name: one.organisation_name.clone(),
            },
            paper: IssuedPaper::from(&one.line),
        };
        Self {
            guessed: found.guessed,
            people: found.people.iter().map(MemberLine::from).collect(),
            organisations: found.organisations.iter().map(Organisation::from).collect(),
            meetings: found.meetings.iter().map(MeetingLine::from).collect(),
            papers: found.papers.iter().map(paper).collect(),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Looking {
    /// Words of a name, a card number, a code, a month such as `9/2026`, a paper's number such as `05-NQ`; diacritics aside.
    words: String,
}

/// People, organisations, meetings and issued papers that bear these words.
#[utoipa::path(get, path = "/api/v1/search", tag = "search", params(Looking), responses((status = 200, body = Found)))]
async fn find(Caller(ctx): Caller, Asked(looking): Asked<Looking>) -> Answer<Found> {
    Ok(Json(Found::from(&deeds::search(&ctx, &looking.words).await?)))
}
