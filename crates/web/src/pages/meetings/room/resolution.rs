//! The text of the resolution beside what facts fill in by themselves: the frame of 42-HD/BTCTW II.3.1, saved as it is
//! typed.

use axum::{extract::Form, http::HeaderMap, response::Response};
use nennep_app::{
    App, Error,
    meetings::{self, MeetingView},
};
use nennep_domain::meetings::Resolution;

use super::{
    deed::{Deed, Trouble, Typed},
    here::Here,
    text::{Text, sent},
};
use crate::{errors::Failure, layout::Page, routes::Routes, saving, session::Asker, words::Words};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().put("/meetings/{meeting}/resolution", save)
}

/// The name of the form.
const FORM: &str = "resolution";

/// One part of the text.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) field: &'static str,
    pub(super) label: String,
    pub(super) text: Text,
}

/// The parts of the text.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) parts: Vec<Part>,
    pub(super) version: u32,
}

impl Parts {
    pub(super) fn of(view: &MeetingView, trouble: &Trouble, w: Words) -> Self {
        let text = &view.resolution;
        let part = |field, label, stands: &str| {
            let mut text = Text::of(trouble, FORM, field, stands, text.version);
            // Only where another wrote something else are there two texts.
            if text.theirs == text.value {
                text.theirs.clear();
            }
            Part { field, label, text }
        };
        let parts = vec![
            part("situation", w.t("room-resolution-situation"), &text.situation),
            part("results", w.t("room-resolution-results"), &text.results),
            part("praise", w.t("room-resolution-praise"), &text.praise),
            part("faults", w.t("room-resolution-faults"), &text.faults),
            part("direction", w.t("room-resolution-direction"), &text.direction),
            part("execution", w.t("room-resolution-execution"), &text.execution),
        ];
        Self { parts, version: text.version }
    }
}

fn read(typed: &Typed) -> Resolution {
    let text = |field| typed.get(field).to_owned();
    Resolution {
        situation: text("situation"),
        results: text("results"),
        praise: text("praise"),
        faults: text("faults"),
        direction: text("direction"),
        execution: text("execution"),
        version: typed.read("version").unwrap_or_default(),
    }
}

async fn save(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let done = meetings::save_resolution(&ctx, here.meeting, &read(&typed)).await;
    if !saving::is_auto_save(&headers) {
        let deed = Deed { ctx, page, here, form: FORM.to_owned(), typed };
        return sent(deed, FORM.to_owned(), done).await;
    }
    match done {
        Err(Error::Conflict(_)) => {
            let stands = meetings::show(&ctx, here.meeting).await?.resolution;
            Ok(saving::differs(&stands.version, fields(stands.clone())))
        }
        done => super::text::saved("", done, page.w),
    }
}

fn fields(text: Resolution) -> [(&'static str, String); 6] {
    [
        ("situation", text.situation),
        ("results", text.results),
        ("praise", text.praise),
        ("faults", text.faults),
        ("direction", text.direction),
        ("execution", text.execution),
    ]
}
