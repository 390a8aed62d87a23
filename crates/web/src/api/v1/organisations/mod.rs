//! Organisations: the list, the tree, one with who leads it; offices given and ended; the books.

mod books;
mod deeds;
mod lineage;
mod offices;
mod past;
mod registers;

use axum::Json;
use nennep_app::organisations::{self as app, Branch, Filter};
use nennep_domain::{ids::OrganisationId, organisations as domain};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

pub use books::{BookMinutes, IssuedPaper, PaperTerm, PaperType};
pub use deeds::{DeedDecision, OrganisationDeed};
pub use lineage::{LineageTurn, OrganisationLineage};
pub use offices::Office;

use super::Answer;
use crate::api::{
    Caller, Page,
    body::{Asked, At},
    paging,
    routes::Api,
    values::{Day, words},
};

words! {
    /// The kind of an organisation.
    OrganisationKind = domain::OrganisationKind;
    /// What a cell lives in.
    CellType = domain::CellType;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_organisations))
        .with(routes!(show_organisation))
        .with(routes!(show_organisation_tree))
        .merge(deeds::routes())
        .merge(past::routes())
        .merge(lineage::routes())
        .merge(registers::routes())
        .merge(offices::routes())
        .merge(books::routes())
}

/// A party organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Organisation {
    /// Its id.
    pub id: Uuid,
    /// Its code, e.g. `38.168.000.000.001`.
    pub code: String,
    /// Its name as papers write it.
    pub name: String,
    /// Its kind.
    pub kind: OrganisationKind,
    /// What it lives in; cells only.
    pub cell_type: Option<CellType>,
    /// The organisation directly above.
    pub parent: Option<Uuid>,
    /// The first day it existed.
    pub from: Day,
    /// The first day it no longer existed.
    pub to: Option<Day>,
}

impl From<&domain::Organisation> for Organisation {
    fn from(organisation: &domain::Organisation) -> Self {
        Self {
            id: organisation.id.0,
            code: organisation.code.clone(),
            name: organisation.name.clone(),
            kind: organisation.kind.into(),
            cell_type: organisation.cell_type.map(CellType::from),
            parent: organisation.parent.map(|id| id.0),
            from: organisation.from_on.into(),
            to: organisation.to_on.map(Day::from),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listing {
    /// Only this organisation and those below it.
    within: Option<Uuid>,
    /// Only of this kind.
    #[param(inline)]
    kind: Option<OrganisationKind>,
    /// Only cells of this type.
    #[param(inline)]
    cell_type: Option<CellType>,
    /// Only those whose name or code holds these words, diacritics aside.
    words: Option<String>,
    /// As they stood on this day, which is not to come; as they stand where nothing is said.
    on: Option<Day>,
    /// At most so many lines, 1 to 200; 50 where nothing is said.
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// Organisations in order of code.
#[utoipa::path(get, path = "/api/v1/organisations", tag = "organisations", params(Listing),
    responses((status = 200, body = Page<Organisation>)))]
async fn list_organisations(Caller(ctx): Caller, Asked(asked): Asked<Listing>) -> Answer<Page<Organisation>> {
    let limit = paging::limit(asked.limit)?;
    let after: Option<(String, OrganisationId)> = paging::after(asked.after.as_deref())?;
    let filter = Filter {
        on: asked.on.map(|day| day.0),
        within: asked.within.map(OrganisationId),
        kind: asked.kind.map(|kind| kind.0),
        cell_type: asked.cell_type.map(|cell_type| cell_type.0),
        words: asked.words.as_deref().unwrap_or_default(),
        after: after.as_ref().map(|(code, id)| (code.as_str(), *id)),
        limit: limit + 1,
    };
    let found = app::list(&ctx, filter).await?;
    Ok(Json(Page::of(found, limit, |last| (last.code.clone(), last.id))))
}

/// How many members belong to an organisation and those below it on the day asked for.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Membership {
    /// Official members.
    pub official: u32,
    /// Probationary members.
    pub probationary: u32,
}

/// One organisation: where it stands and who leads it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OrganisationView {
    /// The organisation.
    #[serde(flatten)]
    pub organisation: Organisation,
    /// All above it, nearest first.
    pub above: Vec<Organisation>,
    /// The offices held in it on the day asked for.
    pub offices: Vec<Office>,
    /// Its members; missing for callers who may not see them.
    pub membership: Option<Membership>,
}

impl From<&app::OrganisationView> for OrganisationView {
    fn from(view: &app::OrganisationView) -> Self {
        let counted = |counts: app::Membership| Membership {
            official: counts.official,
            probationary: counts.probationary,
        };
        Self {
            organisation: (&view.organisation).into(),
            above: view.above.iter().map(Organisation::from).collect(),
            offices: view.holders.iter().map(Office::from).collect(),
            membership: view.membership.map(counted),
        }
    }
}

/// The day an organisation is asked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ThatDay {
    /// As it stood on this day, which is not to come; as it stands where nothing is said.
    on: Option<Day>,
}

/// One organisation, as it stands or as it stood on a day; not found where it did not exist then.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}", tag = "organisations", params(ThatDay),
    responses((status = 200, body = OrganisationView)))]
async fn show_organisation(
    Caller(ctx): Caller,
    At(id): At<OrganisationId>,
    Asked(asked): Asked<ThatDay>,
) -> Answer<OrganisationView> {
    let view = match asked.on {
        Some(on) => app::show_on(&ctx, id, on.0).await?,
        None => app::show(&ctx, id).await?,
    };
    Ok(Json((&view).into()))
}

/// An organisation with those below it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OrganisationBranch {
    /// The organisation.
    #[serde(flatten)]
    pub organisation: Organisation,
    /// Those directly below it, by code.
    #[schema(no_recursion)]
    pub below: Vec<OrganisationBranch>,
}

impl From<&Branch> for OrganisationBranch {
    fn from(branch: &Branch) -> Self {
        Self {
            organisation: (&branch.organisation).into(),
            below: branch.below.iter().map(Self::from).collect(),
        }
    }
}

/// The day a tree is asked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct OnDay {
    /// As it stood on this day, or by the deeds that wait will stand; as it stands where nothing is said.
    on: Option<Day>,
}

/// An organisation with all below it, as a tree; refused where there are more than ten thousand.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/tree", tag = "organisations", params(OnDay),
    responses((status = 200, body = OrganisationBranch)))]
async fn show_organisation_tree(
    Caller(ctx): Caller,
    At(id): At<OrganisationId>,
    Asked(asked): Asked<OnDay>,
) -> Answer<OrganisationBranch> {
    let tree = match asked.on {
        Some(on) => app::on_day(&ctx, on.0).await?.tree(id)?,
        None => app::tree(&ctx, id).await?,
    };
    Ok(Json((&tree).into()))
}
