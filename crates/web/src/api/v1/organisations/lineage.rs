//! What became of what, as data.

use axum::Json;
use nennep_app::organisations as app;
use nennep_domain::{
    ids::OrganisationId,
    organisations::history::{self, Called},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{DeedDecision, Membership, Organisation, OrganisationKind};
use crate::{
    api::{
        Caller,
        body::{Asked, At},
        routes::Api,
        spoken::Spoken,
        v1::Answer,
        values::{Day, words},
    },
    words::Words,
};

words! {
    /// What happened to an organisation on a day.
    LineageTurn = history::TurnKind;
}

pub(super) fn routes() -> Api {
    Api::new().with(routes!(show_organisation_lineage))
}

/// An organisation by the name it had on the day that is spoken of.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct LineageName {
    /// The organisation.
    organisation: Uuid,
    /// Its name then.
    name: String,
}

impl From<&Called> for LineageName {
    fn from(called: &Called) -> Self {
        Self { organisation: called.organisation.0, name: called.name.clone() }
    }
}

/// An organisation that changed in the span.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct LineageStrand {
    /// The organisation.
    organisation: Uuid,
    /// Its name, as it was last in the span.
    name: String,
    /// Its code then.
    code: String,
    /// Its kind then.
    kind: OrganisationKind,
    /// The day it began, if in the span.
    began: Option<Day>,
    /// The first day it no longer existed, if in the span.
    ended: Option<Day>,
}

/// One thing that happened.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct LineageStep {
    /// The day since when it is so; one that is to come is only planned.
    on: Day,
    /// What happened.
    turn: LineageTurn,
    /// The organisation.
    of: LineageName,
    /// What it came out of, became, or came to stand below (before, then after).
    others: Vec<LineageName>,
    /// It in words, in the caller's language.
    said: String,
    /// The decision it rests on, where one is known.
    decision: Option<DeedDecision>,
}

/// What was there on a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct LineageEnd {
    /// The day.
    on: Day,
    /// Cells.
    cells: u32,
    /// Members.
    members: Membership,
}

/// What became of what.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OrganisationLineage {
    /// The organisation that was asked for, as it stands or stood last.
    organisation: Organisation,
    /// The organisations that changed, those that belong together beside each other.
    strands: Vec<LineageStrand>,
    /// What happened, day by day.
    steps: Vec<LineageStep>,
    /// Organisations that stood there all the time without a change.
    unchanged: u32,
    /// What was there on the first and the last day; for committee organisations, and callers who may see members.
    ends: Vec<LineageEnd>,
}

impl OrganisationLineage {
    /// The view in these words.
    pub fn of(w: Words, view: &app::LineageView) -> Self {
        let strand = |one: &history::Strand| LineageStrand {
            organisation: one.organisation.organisation.0,
            name: one.organisation.name.clone(),
            code: one.code.clone(),
            kind: one.kind.into(),
            began: one.began_on.map(Day::from),
            ended: one.ended_on.map(Day::from),
        };
        let steps = view.lineage.steps.iter().zip(&view.decisions).map(|(step, decision)| LineageStep {
            on: step.on.into(),
            turn: step.kind().into(),
            of: (&step.organisation).into(),
            others: step.others().into_iter().map(LineageName::from).collect(),
            said: w.say(&step.sentence()),
            decision: decision.as_ref().map(DeedDecision::from),
        });
        let ends = view.ends.iter().flat_map(|ends| {
            let end = |on: jiff::civil::Date, cells, members: app::Membership| LineageEnd {
                on: on.into(),
                cells,
                members: Membership { official: members.official, probationary: members.probationary },
            };
            [end(ends.from, ends.cells.0, ends.members.0), end(ends.until, ends.cells.1, ends.members.1)]
        });
        Self {
            organisation: (&view.organisation).into(),
            strands: view.lineage.strands.iter().map(strand).collect(),
            steps: steps.collect(),
            unchanged: view.lineage.unchanged,
            ends: ends.collect(),
        }
    }

    /// Day by day in words, with the decision's number.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.steps.iter().map(|step| {
            let decision = step.decision.as_ref().map(|one| format!(" ({})", one.number)).unwrap_or_default();
            format!("{}  {}{decision}", step.on.0, step.said)
        })
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Span {
    /// The first day; from the beginning where nothing is said.
    from: Option<Day>,
    /// The last day; as far as anything is planned where nothing is said.
    until: Option<Day>,
}

/// What became of what: of a cell, what it came out of and became; of a committee organisation, all that stood within it between
/// two days. Refused where more than two hundred organisations changed.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/lineage", tag = "organisations", params(Span),
    responses((status = 200, body = OrganisationLineage)))]
async fn show_organisation_lineage(
    Caller(ctx): Caller,
    Spoken(w): Spoken,
    At(id): At<OrganisationId>,
    Asked(asked): Asked<Span>,
) -> Answer<OrganisationLineage> {
    let (from, until) = (asked.from.map(|day| day.0), asked.until.map(|day| day.0));
    Ok(Json(OrganisationLineage::of(w, &app::lineage(&ctx, id, from, until).await?)))
}
