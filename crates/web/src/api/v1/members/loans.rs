//! Members' files lent out and come back.

use axum::Json;
use nennep_app::members::loans::{self as deeds, LoanView};
use nennep_domain::{
    ids::{LoanId, MemberId, OrganisationId},
    members::loan::LoanForm,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{Answer, DONE, Done},
    values::Day,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_cell_loans))
        .with(routes!(list_member_loans))
        .with(routes!(lend_file))
        .with(routes!(return_file, undo_file_return))
        .with(routes!(remove_loan))
}

/// The lending of a member's file.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FileLoan {
    /// Its id.
    pub id: Uuid,
    /// Whose file.
    pub member: Uuid,
    /// The member's name.
    pub name: String,
    /// To whom.
    pub borrower: String,
    /// Why.
    pub reason: String,
    /// When.
    pub lent_on: Day,
    /// The last day it is to come back.
    pub due_on: Day,
    /// When it came back.
    pub returned_on: Option<Day>,
    /// Whether it is out past its last day.
    pub is_overdue: bool,
}

impl From<&LoanView> for FileLoan {
    fn from(view: &LoanView) -> Self {
        let loan = &view.loan;
        Self {
            id: loan.id.0,
            member: loan.member.0,
            name: view.name.clone(),
            borrower: loan.borrower.clone(),
            reason: loan.reason.clone(),
            lent_on: loan.lent_on.into(),
            due_on: loan.due_on.into(),
            returned_on: loan.returned_on.map(Day::from),
            is_overdue: view.is_overdue,
        }
    }
}

/// The files a cell lent: what is out first, then what came back, the latest first.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/loans", tag = "members",
    responses((status = 200, body = Vec<FileLoan>)))]
async fn list_cell_loans(Caller(ctx): Caller, At(cell): At<OrganisationId>) -> Answer<Vec<FileLoan>> {
    Ok(Json(deeds::of_cell(&ctx, cell).await?.1.iter().map(FileLoan::from).collect()))
}

/// How often a member's file was lent, the latest first; the member sees the own.
#[utoipa::path(get, path = "/api/v1/members/{member}/loans", tag = "members",
    responses((status = 200, body = Vec<FileLoan>)))]
async fn list_member_loans(Caller(ctx): Caller, At(member): At<MemberId>) -> Answer<Vec<FileLoan>> {
    Ok(Json(deeds::of_member(&ctx, member).await?.loans.iter().map(FileLoan::from).collect()))
}

/// A lending.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LoanBody {
    /// To whom.
    borrower: String,
    /// Why.
    reason: String,
    /// When.
    lent_on: Day,
    /// The last day it is to come back.
    due_on: Day,
}

/// Enters that a member's file was lent; the same id sent twice is one lending. Refused while the file is out.
#[utoipa::path(put, path = "/api/v1/members/{member}/loans/{loan}", tag = "members", request_body = LoanBody,
    responses((status = 204)))]
async fn lend_file(
    Caller(ctx): Caller,
    At((member, id)): At<(MemberId, LoanId)>,
    Body(body): Body<LoanBody>,
) -> Done {
    let LoanBody { borrower, reason, lent_on, due_on } = body;
    let form = LoanForm { borrower, reason, lent_on: lent_on.0, due_on: due_on.0 };
    deeds::lend(&ctx, id, member, &form).await?;
    DONE
}

/// The day a file came back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ReturnBody {
    /// The day.
    on: Day,
}

/// Enters that a file came back; doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/loans/{loan}/return", tag = "members", request_body = ReturnBody,
    responses((status = 204)))]
async fn return_file(Caller(ctx): Caller, At(id): At<LoanId>, Body(body): Body<ReturnBody>) -> Done {
    deeds::give_back(&ctx, id, body.on.0).await?;
    DONE
}

/// Takes back that a file came back; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/loans/{loan}/return", tag = "members", responses((status = 204)))]
async fn undo_file_return(Caller(ctx): Caller, At(id): At<LoanId>) -> Done {
    deeds::undo_return(&ctx, id).await?;
    DONE
}

/// Removes a lending entered by mistake, within a day; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/loans/{loan}", tag = "members", responses((status = 204)))]
async fn remove_loan(Caller(ctx): Caller, At(id): At<LoanId>) -> Done {
    deeds::remove(&ctx, id).await?;
    DONE
}
