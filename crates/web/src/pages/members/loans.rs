//! Members' files lent out: entered at the member, listed for the cell, returned from either.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx, Error,
    members::loans::{self, LoanView},
};
use nennep_domain::{
    ids::{LoanId, MemberId, OrganisationId},
    members::loan::LoanForm,
    problems::{Problems, Sentence},
};

use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

struct Line {
    id: LoanId,
    name: String,
    path: String,
    borrower: String,
    reason: String,
    lent: String,
    due: String,
    returned: Option<String>,
    is_overdue: bool,
    keeps: bool,
}

#[derive(Template)]
#[template(path = "members/loans/list.html")]
struct ListPage {
    page: Page,
    problems: Problems,
    lines: Vec<Line>,
    /// Whose file it is need not be said on the member's own page.
    with_names: bool,
    today: String,
    registers: Option<String>,
    lending: Option<Fields>,
}

/// The form of a lending.
struct Fields {
    action: String,
    typed: Typed,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/organisations/{organisation}/loans", of_cell)
        .get("/members/{member}/loans", of_member)
        .post("/members/{member}/loans", lend)
        .post("/loans/{loan}/return", give_back)
        .delete("/loans/{loan}/return", undo)
        .delete("/loans/{loan}", remove)
}

fn line(page: &Page, view: &LoanView) -> Line {
    let (w, loan) = (page.w, &view.loan);
    Line {
        id: loan.id,
        name: view.name.clone(),
        path: format!("/members/{}/loans", loan.member),
        borrower: loan.borrower.clone(),
        reason: loan.reason.clone(),
        lent: w.date(loan.lent_on),
        due: w.date(loan.due_on),
        returned: loan.returned_on.map(|back| w.date(back)),
        is_overdue: view.is_overdue,
        keeps: view.keeps,
    }
}

async fn of_cell(Asker(ctx): Asker, page: Page, At(cell): At<OrganisationId>) -> Result<Response, Failure> {
    let (organisation, views) = loans::of_cell(&ctx, cell).await?;
    let w = page.w;
    let lines = views.iter().map(|view| line(&page, view)).collect();
    let page = page
        .at(Place::Members)
        .titled(w.t("loans-title"))
        .led(&organisation.name)
        .under(w.t("members-title"), format!("/members?of={cell}"));
    Ok(layout::show(&ListPage {
        page,
        problems: Problems::default(),
        lines,
        with_names: true,
        today: ctx.now().date().to_string(),
        registers: Some(format!("/organisations/{cell}/registers")),
        lending: None,
    }))
}

async fn of_member(Asker(ctx): Asker, page: Page, At(id): At<MemberId>) -> Result<Response, Failure> {
    let today = ctx.now().date().to_string();
    let typed = Typed::default().with("id", ctx.new_id().to_string()).with("lent_on", today);
    shown(&ctx, page, id, typed, Problems::default()).await
}

async fn shown(
    ctx: &Ctx,
    page: Page,
    id: MemberId,
    typed: Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let loans::MemberLoans { name, loans: views, keeps } = loans::of_member(ctx, id).await?;
    let w = page.w;
    let is_out = views.iter().any(|view| view.loan.returned_on.is_none());
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let lines = views.iter().map(|view| line(&page, view)).collect();
    let action = format!("/members/{id}/loans");
    let page =
        page.at(Place::Members).titled(w.t("loans-title")).led(&name).under(&name, format!("/members/{id}"));
    let lending = (keeps && (!is_out || !problems.0.is_empty())).then_some(Fields { action, typed });
    Ok(layout::page(
        status,
        &ListPage {
            page,
            problems,
            lines,
            with_names: false,
            today: ctx.now().date().to_string(),
            registers: None,
            lending,
        },
    ))
}

async fn lend(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MemberId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let loan = typed.read::<LoanId>("id").ok_or(Failure::not_readable())?;
    let mut problems = Problems::default();
    let (lent_on, due_on) = (typed.date("lent_on", &mut problems), typed.date("due_on", &mut problems));
    for (field, day) in [("lent_on", lent_on), ("due_on", due_on)] {
        if day.is_none() && problems.of(field).count() == 0 {
            problems.add(field, Sentence::new("history-on-missing"));
        }
    }
    let done = match lent_on.zip(due_on) {
        Some((lent_on, due_on)) if problems.0.is_empty() => {
            let (borrower, reason) = (typed.get("borrower").to_owned(), typed.get("reason").to_owned());
            loans::lend(&ctx, loan, id, &LoanForm { borrower, reason, lent_on, due_on }).await
        }
        _ => Err(Error::Invalid(problems)),
    };
    match done {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("loans-lent"));
            Ok(see_other(&format!("/members/{id}/loans"), Some(&flash.undone_by(format!("/loans/{loan}")))))
        }
        Err(Error::Invalid(problems)) => shown(&ctx, page, id, typed, problems).await,
        Err(Error::Refused(refusal)) => {
            shown(&ctx, page, id, typed, Problems::one("", refusal.sentence())).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn give_back(
    Asker(ctx): Asker,
    At(id): At<LoanId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let on = typed.date("on", &mut Problems::default()).unwrap_or(ctx.now().date());
    let member = loans::give_back(&ctx, id, on).await?;
    let flash = Flash::done(&Sentence::new("loans-returned")).undone_by(format!("/loans/{id}/return"));
    Ok(see_other(&format!("/members/{member}/loans"), Some(&flash)))
}

async fn undo(Asker(ctx): Asker, At(id): At<LoanId>) -> Result<Response, Failure> {
    let member = loans::undo_return(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("loans-out-again"));
    Ok(see_other(&format!("/members/{member}/loans"), Some(&flash)))
}

async fn remove(Asker(ctx): Asker, At(id): At<LoanId>) -> Result<Response, Failure> {
    loans::remove(&ctx, id).await?;
    Ok(see_other("/members", Some(&Flash::done(&Sentence::new("loans-removed")))))
}
