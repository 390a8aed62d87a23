//! What wants attention: signs of the cells whose files the caller may open.

use axum::Json;
use nennep_app::signs as deeds;
use nennep_domain::{ids::OrganisationId, signs as domain};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{Answer, members::CellName};
use crate::{
    api::{
        Caller,
        body::Asked,
        routes::Api,
        spoken::{Said, Spoken},
        values::{Day, words},
    },
    words::Words,
};

words! {
    /// What a sign says.
    SignKind = domain::SignKind;
    /// How a sign weighs.
    SignWeight = domain::Weight;
}

pub(super) fn routes() -> Api {
    Api::new().with(routes!(list_signs))
}

/// Something that follows from the register and wants attention. It never does anything; people decide.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Sign {
    /// What it says.
    pub kind: SignKind,
    /// The numbered statement it follows from.
    pub statement: u8,
    /// How it weighs.
    pub weight: SignWeight,
    /// The cell it is about.
    pub cell: CellName,
    /// The member it is about.
    pub member: Option<Uuid>,
    /// The candidate for admission it is about.
    pub candidate: Option<Uuid>,
    /// The member's or candidate's name.
    pub name: Option<String>,
    /// Since when the facts hold.
    pub since: Option<Day>,
    /// The last day in time.
    pub due: Option<Day>,
    /// The words.
    pub said: Said,
    /// The rule document and article it rests on.
    pub rule: Option<String>,
}

impl Sign {
    /// A sign in the language of these words.
    pub fn of(w: Words, view: &deeds::SignView) -> Self {
        let sign = &view.sign;
        Self {
            kind: sign.kind.into(),
            statement: sign.kind.statement(),
            weight: sign.weight.into(),
            cell: CellName {
                id: view.organisation.id.0,
                code: view.organisation.code.clone(),
                name: view.organisation.name.clone(),
            },
            member: sign.member.map(|id| id.0),
            candidate: sign.candidate.map(|id| id.0),
            name: view.name.clone(),
            since: sign.since.map(Day::from),
            due: sign.due.map(Day::from),
            said: Said::of(w, &sign.sentence),
            rule: sign.citation.as_ref().map(ToString::to_string),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Looking {
    /// Only cells within this organisation; wherever the caller opens files where nothing is said.
    within: Option<Uuid>,
    /// As they would have stood on this day, which is past; today where nothing is said.
    on: Option<Day>,
}

/// Signs, the heaviest first, then by cell and name.
#[utoipa::path(get, path = "/api/v1/signs", tag = "members", params(Looking), responses((status = 200, body = Vec<Sign>)))]
async fn list_signs(
    Caller(ctx): Caller,
    Spoken(w): Spoken,
    Asked(looking): Asked<Looking>,
) -> Answer<Vec<Sign>> {
    let found = deeds::list_on(&ctx, looking.within.map(OrganisationId), looking.on.map(|day| day.0)).await?;
    Ok(Json(found.iter().map(|view| Sign::of(w, view)).collect()))
}
