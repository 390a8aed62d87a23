//! Official transfers on their way: received by the one cell, withdrawn by the other.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx, Error,
    members::life::{self, TransferView},
};
use nennep_domain::{
    ids::TransferId,
    members::life::Destination,
    problems::{Problems, Sentence},
};

use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    pages::organisations::decision_said,
    path::At,
    routes::Routes,
    session::Asker,
};

struct TransferLine {
    id: TransferId,
    name: String,
    file: String,
    from: String,
    to: String,
    introduced: String,
    due: String,
    is_late: bool,
    receives: bool,
    withdraws: bool,
    receive: String,
    withdraw: String,
}

#[derive(Template)]
#[template(path = "members/life/transfers.html")]
struct TransfersPage {
    page: Page,
    problems: Problems,
    transfers: Vec<TransferLine>,
    today: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/transfers", show)
        .post("/transfers/{transfer}/reception", receive)
        .delete("/transfers/{transfer}", withdraw)
}

async fn show(Asker(ctx): Asker, page: Page) -> Result<Response, Failure> {
    listed(&ctx, page, Problems::default()).await
}

async fn listed(ctx: &Ctx, page: Page, problems: Problems) -> Result<Response, Failure> {
    let w = page.w;
    let views = life::open_transfers(ctx).await?;
    let transfers = views.iter().map(|view| line(&page, view)).collect();
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let today = ctx.now().date().to_string();
    let page =
        page.at(Place::Members).titled(w.t("life-transfers-title")).under(w.t("members-title"), "/members");
    Ok(layout::page(status, &TransfersPage { page, problems, transfers, today }))
}

fn line(page: &Page, view: &TransferView) -> TransferLine {
    let (w, one) = (page.w, &view.transfer);
    let named = |organisation: &Option<nennep_domain::organisations::Organisation>| {
        organisation.as_ref().map_or_else(String::new, |one| one.name.clone())
    };
    let to = match &one.to {
        Destination::Cell(_) => named(&view.to),
        Destination::Outside(place) => place.clone(),
    };
    let (introduced, due) = (w.date(one.introduced_on), w.date(view.reception_due_on));
    let decision = decision_said(w, &one.decision);
    TransferLine {
        id: one.id,
        name: view.name.clone(),
        file: format!("/members/{}", one.member),
        from: named(&view.from),
        to,
        introduced: w.with(
            "life-transfer-introduced",
            &[("date", introduced.as_str().into()), ("decision", decision.as_str().into())],
        ),
        due,
        is_late: page.now.date() > view.reception_due_on,
        receives: view.receives,
        withdraws: view.withdraws,
        receive: format!("/transfers/{}/reception", one.id),
        withdraw: format!("/transfers/{}?_method=DELETE", one.id),
    }
}

async fn receive(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<TransferId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let on = typed.date("on", &mut problems);
    if on.is_none() && problems.0.is_empty() {
        problems.add("", Sentence::new("history-on-missing"));
    }
    let Some(on) = on else { return listed(&ctx, page, problems).await };
    match life::receive(&ctx, id, on).await {
        Ok(member) => {
            let flash = Flash::done(&Sentence::new("life-received"));
            Ok(see_other(&format!("/members/{member}"), Some(&flash)))
        }
        Err(Error::Refused(refusal)) => listed(&ctx, page, Problems::one("", refusal.sentence())).await,
        Err(Error::Invalid(problems)) => {
            let sentences = problems.0.into_iter().map(|problem| problem.sentence);
            let mut shown = Problems::default();
            sentences.for_each(|sentence| shown.add("", sentence));
            listed(&ctx, page, shown).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn withdraw(Asker(ctx): Asker, At(id): At<TransferId>) -> Result<Response, Failure> {
    let member = life::withdraw(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("life-transfer-withdrawn"));
    Ok(see_other(&format!("/members/{member}"), Some(&flash)))
}
