//! The sheet of a meeting, read by everybody who may read the meeting: what it scored, from what, and who settled it.

use askama::Template;
use axum::{extract::Path, response::Response};
use nennep_app::{
    App,
    quality::{self, ScoreView, StageOf},
};
use nennep_domain::{ids::MeetingId, meetings::MeetingState, quality::Stage};

use super::sheet::{self, BlockRow, Changes, Column, Result as Standing};
use crate::{
    components::Step,
    errors::Failure,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
    words::Words,
};

#[derive(Template)]
#[template(path = "quality/score.html", blocks = ["content"])]
struct ScorePage {
    page: Page,
    view: ScoreView,
    path: String,
    standing: Option<Standing>,
    steps: Vec<Step>,
    waits: String,
    heads: Vec<String>,
    blocks: Vec<BlockRow>,
    totals: Vec<Column>,
    changes: Vec<Changes>,
    next: Option<(String, String)>,
    again: Option<(String, String, String)>,
    opened: bool,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/meetings/{meeting}/score", show)
}

/// Where a stage is entered.
pub(super) const fn deed_of(stage: Stage) -> &'static str {
    match stage {
        Stage::Proposed => "proposal",
        Stage::Agreed => "agreement",
        Stage::Voted => "vote",
        Stage::Decided => "decision",
    }
}

/// The page of a score under its meeting.
pub(super) fn titled(page: &Page, view: &ScoreView) -> Page {
    let w = page.w;
    let when = view.starts_at.map_or_else(|| w.month(view.month), |at| w.day(at.date()));
    let lead = w.with("quality-lead", &[("cell", (&view.cell).into()), ("when", when.into())]);
    page.clone()
        .at(Place::Meetings)
        .titled(w.with("quality-title", &[("month", w.month(view.month).into())]))
        .led(lead)
        .under(w.t("place-meetings"), "/meetings")
        .under(w.t("quality-meeting"), format!("/meetings/{}", view.meeting))
}

async fn show(Asker(ctx): Asker, page: Page, Path(id): Path<MeetingId>) -> Result<Response, Failure> {
    let view = quality::show(&ctx, id).await?;
    let w = page.w;
    let path = format!("/meetings/{id}/score");
    let to = |of: StageOf| format!("{path}/{}", deed_of(of.stage));
    let again = view.deeds.again.map(|of| {
        let stage = w.one_of("quality-stage-name", of.stage.as_str());
        (
            w.with("quality-again", &[("stage", (&stage).into())]),
            w.with("quality-take-back", &[("stage", stage.into())]),
            to(of),
        )
    });
    Ok(layout::show(&ScorePage {
        standing: sheet::result(w, &view),
        steps: sheet::steps(w, &view),
        waits: waits(w, &view),
        heads: sheet::heads(w, &view),
        blocks: sheet::blocks(w, &view),
        totals: sheet::totals(w, &view),
        changes: sheet::changes(w, &view),
        next: view.deeds.next.map(|of| (w.one_of("quality-do", of.stage.as_str()), to(of))),
        again,
        opened: is_opened(&view),
        page: titled(&page, &view),
        path,
        view,
    }))
}

fn is_opened(view: &ScoreView) -> bool {
    let scored = [MeetingState::Running, MeetingState::Held, MeetingState::Adopted, MeetingState::Reported];
    scored.contains(&view.state) || !view.stages.is_empty()
}

/// What the score waits for, where it is not the reader's turn.
fn waits(w: Words, view: &ScoreView) -> String {
    let confirmation = view.confirmation_asked && view.confirmed.is_none();
    match view.next {
        _ if view.deeds.next.is_some() || (view.deeds.confirm && confirmation) => String::new(),
        Some(Stage::Decided) if view.state != MeetingState::Reported => w.t("quality-waits-report"),
        Some(Stage::Decided) if confirmation => w.t("quality-waits-confirm"),
        Some(Stage::Proposed) if !view.stages.is_empty() => {
            let scorer =
                view.waits_for.first().map_or_else(String::new, |by| w.one_of("quality-scorer", by.as_str()));
            w.with("quality-waits-scorer", &[("scorer", scorer.into())])
        }
        Some(stage) => w.one_of("quality-waits", stage.as_str()),
        None => String::new(),
    }
}
