//! What the cells below a committee collected of a month, sent up, and what was received.

use axum::Json;
use nennep_app::dues as app;
use nennep_domain::ids::OrganisationId;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

use super::Remittance;
use crate::api::{
    Caller,
    body::At,
    routes::Api,
    v1::{Answer, members::CellName},
    values::{Moment, Month},
};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(list_cell_dues))
}

/// A cell's dues of a month, without names.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CellDues {
    /// The cell.
    pub cell: CellName,
    /// How many members belong to it.
    pub members: u32,
    /// How many paid something for the month.
    pub payers: u32,
    /// How many count as unpaid; 0 while the month is open.
    pub unpaid: u32,
    /// What reached the cell in the month, in đồng.
    pub collected_dong: i64,
    /// When the cell closed the month.
    pub closed_at: Option<Moment>,
    /// What goes up of it, in đồng, once it is closed.
    pub to_send_dong: Option<i64>,
    /// What the cell sent, in đồng.
    pub sent_dong: i64,
    /// What the committee received, in đồng.
    pub received_dong: i64,
    /// What was sent less what was received of it, in đồng.
    pub difference_dong: i64,
    /// What was sent, piece by piece.
    pub remittances: Vec<Remittance>,
}

impl From<&app::CellDues> for CellDues {
    fn from(one: &app::CellDues) -> Self {
        Self {
            cell: CellName { id: one.cell.id.0, code: one.cell.code.clone(), name: one.cell.name.clone() },
            members: one.members,
            payers: one.sums.payers,
            unpaid: one.sums.unpaid,
            collected_dong: one.closed.map_or(one.sums.collected, |closed| closed.collected),
            closed_at: one.closed.map(|closed| closed.closed_at.into()),
            to_send_dong: one.closed.map(|closed| closed.to_send()),
            sent_dong: one.sent(),
            received_dong: one.received(),
            difference_dong: one.difference(),
            remittances: one.remittances.iter().map(Remittance::from).collect(),
        }
    }
}

/// The cells within an organisation, by code, with what each collected of a month and sent up.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/dues/{month}/cells", tag = "dues",
    responses((status = 200, body = Vec<CellDues>)))]
async fn list_cell_dues(
    Caller(ctx): Caller,
    At((within, month)): At<(OrganisationId, Month)>,
) -> Answer<Vec<CellDues>> {
    Ok(Json(app::of_committee(&ctx, within, month.0).await?.cells.iter().map(CellDues::from).collect()))
}
