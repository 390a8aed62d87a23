//! Dated deeds that change organisations: looked at, done on their day, listed, withdrawn before it.

use axum::Json;
use nennep_app::organisations::deeds::{self, DeedView, Line, Performed, Planned};
use nennep_domain::{
    decisions::Decision,
    ids::{DeedId, MemberId, OrganisationId},
    organisations::history::{self, Deed, Form},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::{CellType, OrganisationKind};
use crate::{
    api::{
        Caller, Problem,
        body::{At, Body},
        routes::Api,
        spoken::{Said, Spoken},
        v1::{Answer, DONE, Done},
        values::{Day, Moment, words},
    },
    words::Words,
};

words! {
    /// The kind of a deed that changes organisations.
    OrganisationDeedKind = history::DeedKind;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_deeds))
        .with(routes!(show_deed, withdraw_deed))
        .with(routes!(take_back_deed))
        .with(routes!(preview_deed))
        .with(routes!(perform_deed))
}

/// The decision a deed rests on.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeedDecision {
    /// Its number, e.g. `12-QĐ/ĐU`.
    pub number: String,
    /// The day it was taken: not after the deed takes effect.
    pub on: Day,
    /// Who took it; may be empty.
    #[serde(default)]
    pub by: String,
}

/// A new cell.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewCell {
    /// Its id, made by the caller.
    organisation: Uuid,
    /// Its code.
    code: String,
    /// Its name.
    name: String,
    /// What it lives in.
    cell_type: CellType,
    /// The organisation it stands directly below.
    parent: Uuid,
}

/// What is to be done at the organisation in the address.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum DeedForm {
    /// Founds an organisation directly below it.
    Found {
        /// The new organisation's id, made by the caller.
        organisation: Uuid,
        /// Its kind.
        of_kind: OrganisationKind,
        /// Its code.
        code: String,
        /// Its name.
        name: String,
        /// What it lives in; cells only.
        cell_type: Option<CellType>,
    },
    /// Gives it another name, and another code where one is sent.
    Rename {
        /// The new name.
        name: String,
        /// The new code.
        code: Option<String>,
    },
    /// Says that the cell lives in something else.
    Retype {
        /// What.
        cell_type: CellType,
    },
    /// Founds a committee organisation in the cell's place and puts the cell below it.
    Upgrade {
        /// The committee organisation's id, made by the caller.
        committee: Uuid,
        /// Its code.
        code: String,
        /// Its name.
        name: String,
    },
    /// Merges cells into this one; with `new`, these and this one into a new one.
    Merge {
        /// The cells that end.
        cells: Vec<Uuid>,
        /// The new cell, where there is to be one.
        new: Option<NewCell>,
    },
    /// Founds a cell with some of this cell's members.
    Split {
        /// The new cell's id, made by the caller.
        new: Uuid,
        /// Its code.
        code: String,
        /// Its name.
        name: String,
        /// What it lives in; as this cell where nothing is sent.
        cell_type: Option<CellType>,
        /// Who goes.
        members: Vec<Uuid>,
    },
    /// Puts organisations, with all below them, below this one.
    Move {
        /// Which.
        organisations: Vec<Uuid>,
    },
    /// Ends it.
    Dissolve {
        /// The cell its members go to, or below what those below it go.
        to: Option<Uuid>,
    },
}

/// A deed to be looked at or done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DeedBody {
    /// The day it takes effect: today, one before, or one to come.
    on: Day,
    /// The decision it rests on.
    decision: DeedDecision,
    /// What is to be done.
    deed: DeedForm,
}

impl DeedForm {
    fn at(self, at: OrganisationId) -> Deed {
        let ids = |ids: Vec<Uuid>| ids.into_iter().map(OrganisationId).collect::<Vec<_>>();
        let form = |code, name, cell_type: Option<CellType>| Form {
            code,
            name,
            cell_type: cell_type.map(|one| one.0),
        };
        match self {
            Self::Found { organisation, of_kind, code, name, cell_type } => Deed::Found {
                organisation: OrganisationId(organisation),
                of_kind: of_kind.0,
                form: form(code, name, cell_type),
                parent: Some(at),
            },
            Self::Rename { name, code } => Deed::Rename { organisation: at, name, code },
            Self::Retype { cell_type } => Deed::Retype { cell: at, cell_type: cell_type.0 },
            Self::Upgrade { committee, code, name } => {
                Deed::Upgrade { cell: at, committee: OrganisationId(committee), form: form(code, name, None) }
            }
            Self::Merge { cells, new: None } => Deed::Merge { cells: ids(cells), into: at, new: None },
            Self::Merge { cells, new: Some(new) } => {
                let form = form(new.code, new.name, Some(new.cell_type));
                let cells = ids(cells).into_iter().chain([at]).collect();
                let parent = OrganisationId(new.parent);
                Deed::Merge { cells, into: OrganisationId(new.organisation), new: Some((form, parent)) }
            }
            Self::Split { new, code, name, cell_type, members } => Deed::Split {
                cell: at,
                new: OrganisationId(new),
                form: form(code, name, cell_type),
                members: members.into_iter().map(MemberId).collect(),
            },
            Self::Move { organisations } => Deed::Move { organisations: ids(organisations), parent: at },
            Self::Dissolve { to } => Deed::Dissolve { organisation: at, to: to.map(OrganisationId) },
        }
    }
}

impl DeedDecision {
    /// The decision, for a deed that takes effect on a day.
    pub(crate) fn checked(self, on: Day) -> Result<Decision, Problem> {
        Decision::check(&self.number, self.on.0, &self.by, on.0).map_err(|(field, sentence)| {
            let field = if field == "decided_on" { "decision.on" } else { "decision.number" };
            Problem::field(field, sentence)
        })
    }
}

impl From<&Decision> for DeedDecision {
    fn from(decision: &Decision) -> Self {
        Self { number: decision.number.clone(), on: decision.on.into(), by: decision.by.clone() }
    }
}

impl DeedBody {
    fn planned(self, at: OrganisationId) -> Result<Planned, Problem> {
        let Self { on, decision, deed } = self;
        Ok(Planned { deed: deed.at(at), on: on.0, decision: decision.checked(on)? })
    }
}

/// One thing a deed would do.
#[derive(Debug, Serialize, ToSchema)]
struct DeedLine {
    /// What.
    #[serde(flatten)]
    said: Said,
    /// Whether it is something to be seen to, not only to be known.
    warns: bool,
}

/// What a deed would do.
#[derive(Debug, Serialize, ToSchema)]
struct DeedPreview {
    /// Line by line.
    lines: Vec<DeedLine>,
    /// Members whose cell changes.
    members: u32,
    /// Whether it would wait for its day.
    waits: bool,
}

impl DeedPreview {
    fn of(w: Words, preview: &deeds::Preview) -> Self {
        let line = |line: &Line| DeedLine { said: Said::of(w, &line.sentence), warns: line.warns };
        Self {
            lines: preview.lines.iter().map(line).collect(),
            members: preview.members,
            waits: preview.comes == Performed::Waits,
        }
    }
}

/// A deed as it was recorded.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OrganisationDeed {
    /// Its id.
    pub id: Uuid,
    /// Its kind.
    pub kind: OrganisationDeedKind,
    /// The day it takes effect.
    pub on: Day,
    /// The decision it rests on.
    pub decision: DeedDecision,
    /// The organisations it concerns.
    pub organisations: Vec<Uuid>,
    /// When it was recorded.
    pub recorded_at: Moment,
    /// Since when what it changes stands in the register; missing while its day has not come.
    pub done_at: Option<Moment>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Moment>,
    /// Why it could not take effect when its day came: a stable word.
    pub refused: Option<String>,
}

impl OrganisationDeed {
    /// `None` for a deed of another kind, of which this says nothing.
    pub fn of(view: &DeedView) -> Option<Self> {
        let recorded = &view.recorded;
        let kind: history::DeedKind = recorded.kind.parse().ok()?;
        Some(Self {
            id: recorded.id.0,
            kind: kind.into(),
            on: recorded.on.into(),
            decision: (&recorded.decision).into(),
            organisations: view.organisations.iter().map(|one| one.id.0).collect(),
            recorded_at: recorded.recorded_at.into(),
            done_at: recorded.done_at.map(Moment::from),
            withdrawn_at: recorded.withdrawn_at.map(Moment::from),
            refused: recorded.refused.clone(),
        })
    }
}

/// The deeds that concern organisations the caller keeps: those waiting for their day first, then the latest; two hundred at the most.
#[utoipa::path(get, path = "/api/v1/deeds", tag = "organisations", responses((status = 200, body = Vec<OrganisationDeed>)))]
async fn list_deeds(Caller(ctx): Caller) -> Answer<Vec<OrganisationDeed>> {
    Ok(Json(deeds::list(&ctx).await?.iter().filter_map(OrganisationDeed::of).collect()))
}

/// One deed.
#[utoipa::path(get, path = "/api/v1/deeds/{deed}", tag = "organisations", responses((status = 200, body = OrganisationDeed)))]
async fn show_deed(Caller(ctx): Caller, At(id): At<DeedId>) -> Answer<OrganisationDeed> {
    let view = deeds::find(&ctx, id).await?;
    Ok(Json(OrganisationDeed::of(&view).ok_or(nennep_app::Error::NotFound)?))
}

/// Withdraws a deed whose day has not come; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/deeds/{deed}", tag = "organisations", responses((status = 204)))]
async fn withdraw_deed(Caller(ctx): Caller, At(id): At<DeedId>) -> Done {
    deeds::withdraw(&ctx, id).await?;
    DONE
}

/// Takes back a done deed that was entered by mistake: all stands as before it. Refused where something rests on it: a later deed, a
/// meeting, a change of members, anything kept about what it founded. Doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/deeds/{deed}/taking-back", tag = "organisations", responses((status = 204)))]
async fn take_back_deed(Caller(ctx): Caller, At(id): At<DeedId>) -> Done {
    deeds::take_back(&ctx, id).await?;
    DONE
}

/// What a deed would do as things stand; nothing is written. Refused as doing it would be.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/deeds/preview", tag = "organisations",
    request_body = DeedBody, responses((status = 200, body = DeedPreview)))]
async fn preview_deed(
    Caller(ctx): Caller,
    Spoken(w): Spoken,
    At(organisation): At<OrganisationId>,
    Body(body): Body<DeedBody>,
) -> Answer<DeedPreview> {
    let preview = deeds::preview(&ctx, &body.planned(organisation)?).await?;
    Ok(Json(DeedPreview::of(w, &preview)))
}

/// Does a deed at once where its day has come, else keeps it for its day; the same id sent twice is one deed.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/deeds/{deed}", tag = "organisations",
    request_body = DeedBody, responses((status = 204)))]
async fn perform_deed(
    Caller(ctx): Caller,
    At((organisation, id)): At<(OrganisationId, DeedId)>,
    Body(body): Body<DeedBody>,
) -> Done {
    deeds::perform(&ctx, id, &body.planned(organisation)?).await?;
    DONE
}
