//! Sending a share up, and saying what was received.

use axum::{extract::Form, response::Response};
use nennep_app::{
    App, Error,
    dues::{self, Remitting},
};
use nennep_domain::{
    ids::{OrganisationId, RemittanceId},
    problems::{Problems, Sentence},
    time::Month,
};

use super::{book, book_path, committee, line::read_dong};
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{Flash, Page, local_path, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/cells/{cell}/dues/{month}/remittances", remit)
        .delete("/cells/{cell}/dues/{month}/remittances/{remittance}", withdraw)
        .post("/remittances/{remittance}/reception", receive)
        .delete("/remittances/{remittance}/reception", take_back)
}

fn read(typed: &Typed) -> Result<Remitting, Problems> {
    let mut problems = Problems::default();
    let sent_on = typed.date("sent_on", &mut problems);
    if sent_on.is_none() && problems.0.is_empty() {
        problems.add("sent_on", Sentence::new("field-date-unreadable"));
    }
    let dong = read_dong(typed.get("dong"));
    if dong.is_none() {
        problems.add("dong", Sentence::new("dues-refused-not-an-amount"));
    }
    let id: Option<RemittanceId> = typed.read("id");
    let sent = id.zip(sent_on).zip(dong).map(|((id, sent_on), dong)| Remitting {
        id,
        dong,
        sent_on,
        note: typed.get("note").to_owned(),
    });
    problems.or(sent)
}

async fn remit(
    Asker(ctx): Asker,
    page: Page,
    At((cell, month)): At<(OrganisationId, Month)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let sent = match read(&typed) {
        Ok(sent) => sent,
        Err(problems) => return book::shown(&ctx, page, (cell, month), Some(typed), problems).await,
    };
    match dues::remit(&ctx, cell, month, &sent).await {
        Ok(()) => {
            let path = book_path(cell, month);
            let flash = Flash::done(&Sentence::new("dues-sent-entered"));
            let undo = format!("{path}/remittances/{}", sent.id);
            Ok(see_other(&path, Some(&flash.undone_by(undo))))
        }
        Err(Error::Invalid(problems)) => book::shown(&ctx, page, (cell, month), Some(typed), problems).await,
        Err(Error::Refused(refusal)) => {
            let problems = Problems::one("sent_on", refusal.sentence());
            book::shown(&ctx, page, (cell, month), Some(typed), problems).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn withdraw(
    Asker(ctx): Asker,
    At((cell, month, id)): At<(OrganisationId, Month, RemittanceId)>,
) -> Result<Response, Failure> {
    dues::withdraw_remittance(&ctx, cell, id).await?;
    let flash = Flash::done(&Sentence::new("dues-sending-withdrawn"));
    Ok(see_other(&book_path(cell, month), Some(&flash)))
}

async fn receive(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<RemittanceId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let on = typed.date("on", &mut problems);
    let dong = read_dong(typed.get("dong"));
    if dong.is_none() {
        problems.add("", Sentence::new("dues-refused-not-an-amount"));
    }
    let of: Option<OrganisationId> = typed.read("of");
    let month: Option<Month> = typed.read("month");
    let (Some(of), Some(month)) = (of, month) else { return Err(Failure::not_found()) };
    let (Some(on), Some(dong), true) = (on, dong, problems.0.is_empty()) else {
        if problems.0.is_empty() {
            problems.add("", Sentence::new("field-date-unreadable"));
        }
        return committee::shown(&ctx, page, of, month, 0, problems).await;
    };
    match dues::receive(&ctx, id, dong, on).await {
        Ok(_) => {
            let flash = Flash::done(&Sentence::new("dues-reception-entered"));
            let undo = format!("/remittances/{id}/reception?of={of}");
            Ok(see_other(&format!("/organisations/{of}/dues/{month}"), Some(&flash.undone_by(undo))))
        }
        Err(Error::Refused(refusal)) => {
            committee::shown(&ctx, page, of, month, 0, Problems::one("", refusal.sentence())).await
        }
        Err(Error::Invalid(wrong)) => {
            let sentences = wrong.0.into_iter().map(|problem| problem.sentence);
            sentences.for_each(|sentence| problems.add("", sentence));
            committee::shown(&ctx, page, of, month, 0, problems).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn take_back(
    Asker(ctx): Asker,
    At(id): At<RemittanceId>,
    axum::extract::Query(asked): axum::extract::Query<Typed>,
) -> Result<Response, Failure> {
    let one = dues::take_reception_back(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("dues-reception-taken-back"));
    let of = asked.read::<OrganisationId>("of");
    let path = of.map_or_else(|| "/dues".to_owned(), |of| format!("/organisations/{of}/dues/{}", one.month));
    Ok(see_other(local_path(&path), Some(&flash)))
}
