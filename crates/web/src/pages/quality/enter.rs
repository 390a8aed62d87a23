//! Entering a stage of the score: proposed by the tracker, agreed by the cell committee, voted by the cell, decided by the
//! superior. One form for all; a change asks for its reason, and what is refused comes back with what was typed.

use askama::Template;
use axum::{
    extract::{Form, Path},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Ctx, Error,
    quality::{self, Entry, ScoreView, StageOf},
};
use nennep_domain::{
    ids::MeetingId,
    problems::{Problems, Sentence},
    quality::{Scorer, Stage},
};

use super::{
    fields::{self, Wrongs},
    form::{BlockFields, Source},
    score,
    vote::{self, VoteFields},
};
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, see_other},
    routes::Routes,
    session::Asker,
};

const PATH: &str = "/meetings/{meeting}/score/{stage}";

#[derive(Template)]
#[template(path = "quality/enter.html")]
struct EnterPage {
    page: Page,
    action: String,
    back: String,
    scorer: &'static str,
    wrongs: Wrongs,
    blocks: Vec<BlockFields>,
    vote: Option<VoteFields>,
    note: String,
    note_label: String,
    note_help: String,
    submit: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get(PATH, form).post(PATH, enter).delete(PATH, take_back)
}

fn stage_of(word: &str) -> Result<Stage, Failure> {
    Stage::ALL.iter().copied().find(|stage| score::deed_of(*stage) == word).ok_or(Failure::not_found())
}

/// The stage as the reader may enter it now.
fn open_to(view: &ScoreView, stage: Stage) -> Option<StageOf> {
    [view.deeds.next, view.deeds.again].into_iter().flatten().find(|of| of.stage == stage)
}

async fn form(
    Asker(ctx): Asker,
    page: Page,
    Path((id, word)): Path<(MeetingId, String)>,
) -> Result<Response, Failure> {
    let stage = stage_of(&word)?;
    let view = quality::show(&ctx, id).await?;
    match open_to(&view, stage) {
        Some(of) => show(&ctx, &page, &view, of, &Typed::default(), Wrongs::default()).await,
        None => Ok(see_other(&format!("/meetings/{id}/score"), None)),
    }
}

async fn show(
    ctx: &Ctx,
    page: &Page,
    view: &ScoreView,
    of: StageOf,
    typed: &Typed,
    wrongs: Wrongs,
) -> Result<Response, Failure> {
    let w = page.w;
    let source = Source { w, view, stage: of.stage, scorer: of.scorer, typed, wrongs: &wrongs };
    let word = of.stage.as_str();
    let kept = source.entered().map(|stage| stage.note.clone()).unwrap_or_default();
    let vote = match of.stage {
        Stage::Voted => Some(VoteFields::of(ctx, w, view, typed, &wrongs).await?),
        _ => None,
    };
    let (blocks, back) = (source.blocks(), format!("/meetings/{}/score", view.meeting));
    let titled = score::titled(page, view).titled(w.one_of("quality-do", word));
    let status = if wrongs.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = EnterPage {
        page: titled.led(w.one_of("quality-do-lead", word)).under(w.t("quality-score"), back.clone()),
        action: format!("{back}/{}", score::deed_of(of.stage)),
        scorer: of.scorer.map_or("", Scorer::as_str),
        blocks,
        vote,
        note: if *typed == Typed::default() { kept } else { typed.get("note").to_owned() },
        note_label: w.one_of("quality-note", word),
        note_help: w.one_of("quality-note-help", word),
        submit: w.one_of("quality-submit", word),
        back,
        wrongs,
    };
    Ok(layout::page(status, &form))
}

async fn enter(
    Asker(ctx): Asker,
    page: Page,
    Path((id, word)): Path<(MeetingId, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let stage = stage_of(&word)?;
    let view = quality::show(&ctx, id).await?;
    let mut wrongs = Wrongs::default();
    let entry = Entry {
        stage,
        scorer: typed.read("scorer"),
        points: fields::points(page.w, &view, &typed, &mut wrongs),
        reasons: fields::reasons(&view, &typed),
        note: typed.get("note").to_owned(),
    };
    let of = StageOf { stage, scorer: entry.scorer };
    let mut problems = Problems::default();
    let vote = (stage == Stage::Voted).then(|| vote::read(&typed, &entry, &mut problems));
    wrongs.take(page.w, problems);
    if !wrongs.0.is_empty() {
        open_to(&view, stage).ok_or(Failure::forbidden())?;
        return show(&ctx, &page, &view, of, &typed, wrongs).await;
    }
    match done(&ctx, id, entry, vote).await {
        Ok(said) => {
            let flash = Flash::done(&Sentence::new(said)).undone_by(format!("/meetings/{id}/score/{word}"));
            Ok(see_other(&format!("/meetings/{id}/score"), Some(&flash)))
        }
        Err(error) => {
            let wrongs = Wrongs::from_error(page.w, &view, error)?;
            show(&ctx, &page, &view, of, &typed, wrongs).await
        }
    }
}

/// Does the deed, and gives the key of the words that tell it.
async fn done(
    ctx: &Ctx,
    id: MeetingId,
    entry: Entry,
    vote: Option<quality::VoteForm>,
) -> Result<&'static str, Error> {
    let said = match entry.stage {
        Stage::Proposed => "quality-done-proposed",
        Stage::Agreed => "quality-done-agreed",
        Stage::Voted => "quality-done-voted",
        Stage::Decided => "quality-done-decided",
    };
    match vote {
        None => quality::enter(ctx, id, entry).await.map(|()| said),
        Some(form) => {
            let passed = quality::vote(ctx, id, form).await?.passed;
            let failed = || Error::invalid("in_favour", Sentence::new("quality-vote-failed"));
            passed.then_some(said).ok_or_else(failed)
        }
    }
}

async fn take_back(
    Asker(ctx): Asker,
    Path((id, word)): Path<(MeetingId, String)>,
) -> Result<Response, Failure> {
    let stage = stage_of(&word)?;
    quality::take_back(&ctx, id, stage, None).await?;
    let flash = Flash::done(&Sentence::new(match stage {
        Stage::Proposed => "quality-undone-proposed",
        Stage::Agreed => "quality-undone-agreed",
        Stage::Voted => "quality-undone-voted",
        Stage::Decided => "quality-undone-decided",
    }));
    Ok(see_other(&format!("/meetings/{id}/score"), Some(&flash)))
}
