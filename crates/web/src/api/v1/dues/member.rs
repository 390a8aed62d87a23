//! One member's dues of a year, and by what they are reckoned.

use axum::Json;
use nennep_app::dues as app;
use nennep_domain::{dues as domain, ids::MemberId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{DuesCategory, Receipt};
use crate::{
    api::{
        Caller,
        body::{Asked, At, Body},
        routes::Api,
        spoken::{Said, Spoken},
        v1::{Answer, DONE, Done},
        values::Month,
    },
    words::Words,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(show_member_dues))
        .with(routes!(state_dues_basis))
        .with(routes!(take_dues_basis_back))
}

/// One month of a member's dues.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DuesMonth {
    /// The month.
    pub month: Month,
    /// What is owed, in đồng; none while it cannot be reckoned.
    pub owed_dong: Option<i64>,
    /// What was paid for it, in đồng.
    pub paid_dong: i64,
    /// Whether the cell closed it.
    pub is_closed: bool,
    /// Whether it counts as unpaid.
    pub is_unpaid: bool,
    /// Why so much is owed, or what is missing; none of a closed month.
    pub why: Option<Said>,
    /// The rule document and article it rests on.
    pub rule: Option<String>,
    /// The good reason why nothing was paid.
    pub excuse: Option<String>,
}

/// By what dues are reckoned from a month on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DuesBasis {
    /// The first month.
    pub from: Month,
    /// By what.
    pub category: DuesCategory,
    /// Monthly pay, benefit, pension, or the agreed dues, in đồng.
    pub dong: Option<i64>,
    /// Why, where that needs a word.
    pub note: String,
}

impl From<&domain::Basis> for DuesBasis {
    fn from(basis: &domain::Basis) -> Self {
        Self {
            from: basis.from.into(),
            category: basis.category.into(),
            dong: basis.dong,
            note: basis.note.clone(),
        }
    }
}

/// One member's dues of a year.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MemberDues {
    /// The member.
    pub member: Uuid,
    /// Full name.
    pub name: String,
    /// The cell that keeps the member's dues.
    pub cell: Uuid,
    /// The year.
    pub year: i16,
    /// Its months up to the present one, and later ones already paid for.
    pub months: Vec<DuesMonth>,
    /// By what the dues were ever reckoned, the latest first.
    pub bases: Vec<DuesBasis>,
    /// What was paid of late, the latest first.
    pub receipts: Vec<Receipt>,
}

impl MemberDues {
    fn of(w: Words, view: &app::MemberDues) -> Self {
        let month = |one: &app::MemberMonth| DuesMonth {
            month: one.paid.month.into(),
            owed_dong: one.paid.owed,
            paid_dong: one.paid.paid,
            is_closed: one.paid.closed,
            is_unpaid: one.paid.counts_as_unpaid(),
            why: one.said.as_ref().map(|said| Said::of(w, said)),
            rule: one.citation.as_ref().map(ToString::to_string),
            excuse: one.excuse.clone(),
        };
        Self {
            member: view.member.0,
            name: view.name.clone(),
            cell: view.cell.id.0,
            year: view.year,
            months: view.months.iter().map(month).collect(),
            bases: view.bases.iter().map(DuesBasis::from).collect(),
            receipts: view.receipts.iter().map(Receipt::from).collect(),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct OfYear {
    /// The year; this one where nothing is said.
    year: Option<i16>,
}

/// A member's dues of a year, for the member and for those who see the cell's; that somebody else looked is noted.
#[utoipa::path(get, path = "/api/v1/members/{member}/dues", tag = "dues", params(OfYear),
    responses((status = 200, body = MemberDues)))]
async fn show_member_dues(
    Caller(ctx): Caller,
    Spoken(w): Spoken,
    At(member): At<MemberId>,
    Asked(asked): Asked<OfYear>,
) -> Answer<MemberDues> {
    let year = asked.year.unwrap_or_else(|| ctx.now().date().year());
    Ok(Json(MemberDues::of(w, &app::of_member(&ctx, member, year).await?)))
}

/// By what dues are to be reckoned.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct BasisBody {
    /// By what.
    category: DuesCategory,
    /// Monthly pay, benefit, pension, or the agreed dues, in đồng.
    dong: Option<i64>,
    /// Why; an exemption needs its reason.
    #[serde(default)]
    note: String,
}

/// States by what a member's dues are reckoned from a month on; closed months do not change.
#[utoipa::path(put, path = "/api/v1/members/{member}/dues/bases/{month}", tag = "dues", request_body = BasisBody,
    responses((status = 204)))]
async fn state_dues_basis(
    Caller(ctx): Caller,
    At((member, from)): At<(MemberId, Month)>,
    Body(body): Body<BasisBody>,
) -> Done {
    let form = app::BasisForm { from: from.0, category: body.category.0, dong: body.dong, note: body.note };
    app::state(&ctx, member, &form).await?;
    DONE
}

/// Takes back what was stated for a month, within a day. Doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/members/{member}/dues/bases/{month}", tag = "dues", responses((status = 204)))]
async fn take_dues_basis_back(Caller(ctx): Caller, At((member, from)): At<(MemberId, Month)>) -> Done {
    app::take_back(&ctx, member, from.0).await?;
    DONE
}
