//! Reporting the meeting to the superior committee once its minutes are adopted, and taking that back.

use axum::response::Response;
use nennep_app::{App, meetings};
use nennep_domain::problems::Sentence;

use super::{
    deed::{Deed, Done, Typed},
    here::{Here, Sheet},
};
use crate::{errors::Failure, layout::Page, routes::Routes, session::Asker};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().post("/meetings/{meeting}/report", report).delete("/meetings/{meeting}/report", take_back)
}

async fn report(Asker(ctx): Asker, page: Page, here: Here) -> Result<Response, Failure> {
    let here = Here { sheet: Sheet::Minutes, ..here };
    let done = meetings::report(&ctx, here.meeting).await;
    let told = Sentence::new("minutes-reported");
    let done = done.map(|()| Done::at("").told(&told).undone_by(here.post("report")));
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

async fn take_back(Asker(ctx): Asker, page: Page, here: Here) -> Result<Response, Failure> {
    let here = Here { sheet: Sheet::Minutes, ..here };
    let done = meetings::take_report_back(&ctx, here.meeting).await;
    let done = done.map(|()| Done::at("").told(&Sentence::new("minutes-report-taken-back")));
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}
