//! The decision of the committee above on the ratings of a cell, as one paper took them.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx,
    ratings::{self, CellSheet, Decided, Decision, MemberLine},
};
use nennep_domain::{
    ids::{OrganisationId, RatingRoundId, RatingStepId},
    organisations::Organisation,
    problems::{Problems, Sentence},
    ratings::{DecisionForm, Level, StepKind},
};

use super::{
    rows::{Wrong, at, key, lines},
    said::{LevelMark, itself, levels, sheet_path},
    vote::{given, sheet},
};
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

/// The word with which somebody is left out.
const LEFT_OUT: &str = "left_out";

struct Row {
    key: String,
    id: String,
    name: String,
    path: String,
    proposed: Option<LevelMark>,
    /// The level points and tasks bear, where it is below the one proposed.
    borne: Option<LevelMark>,
    decided: Option<LevelMark>,
    levels: Vec<Choice>,
    reason: String,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "ratings/decision.html")]
struct DecisionPage {
    page: Page,
    wrong: Wrong,
    action: String,
    typed: Typed,
    waiting: Vec<Row>,
    decided: Vec<Row>,
    opens_decided: bool,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/ratings/{round}/cells/{cell}/decision", ask)
        .post("/ratings/{round}/cells/{cell}/decision", decide)
}

async fn ask(
    Asker(ctx): Asker,
    page: Page,
    At((round, cell)): At<(RatingRoundId, OrganisationId)>,
) -> Result<Response, Failure> {
    let sheet = sheet(&ctx, round, cell).await?;
    if !sheet.decides {
        return Err(Failure::forbidden());
    }
    let typed = Typed::default().with("on", ctx.now().date().to_string());
    Ok(show(&ctx, page, round, &sheet, typed, Wrong::default()))
}

fn show(
    ctx: &Ctx,
    page: Page,
    round: RatingRoundId,
    sheet: &CellSheet,
    typed: Typed,
    wrong: Wrong,
) -> Response {
    let w = page.w;
    let status = if wrong.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let all = lines(&sheet.lines, sheet.own.as_ref())
        .map(|one| row(ctx, w, (round, &sheet.cell), one, &typed, &wrong));
    let (decided, waiting): (Vec<Row>, Vec<Row>) = all.partition(|row| row.decided.is_some());
    let page = page
        .at(Place::Members)
        .under(w.t("ratings-title"), "/ratings")
        .under(&sheet.cell.name, sheet_path(sheet.cell.id, sheet.year))
        .titled(w.t("ratings-decision-title"))
        .led(&sheet.cell.name);
    let action = format!("{}/decision", at(round, sheet.cell.id));
    let opens_decided = waiting.is_empty() || decided.iter().any(|row| !row.problems.0.is_empty());
    layout::page(status, &DecisionPage { page, wrong, action, typed, waiting, decided, opens_decided })
}

fn row(
    ctx: &Ctx,
    w: Words,
    (round, of): (RatingRoundId, &Organisation),
    one: &MemberLine,
    typed: &Typed,
    wrong: &Wrong,
) -> Row {
    let key = key(one.who);
    let sent = !wrong.is_none();
    let body = |kind| one.step(kind).map(|step| &step.body);
    let (vote, decision) = (body(StepKind::Vote), body(StepKind::Decision));
    let proposed = vote.and_then(|body| body.level);
    let value = |field: &str, otherwise: &str| {
        if sent { typed.get(&format!("{field}-{key}")).to_owned() } else { otherwise.to_owned() }
    };
    // What was decided stands until another level is chosen.
    let begun = if decision.is_some() { "" } else { proposed.map_or("", Level::as_str) };
    let chosen = value("level", begun);
    let mut levels = levels(w, &chosen);
    levels.push(Choice::new(LEFT_OUT, w.t("ratings-left-out"), chosen == LEFT_OUT));
    Row {
        id: given(value("id", ""), ctx),
        name: one.rated.as_ref().map_or_else(|| itself(w, of), |rated| rated.name.clone()),
        path: super::said::path(round, one.who),
        proposed: vote.and_then(|body| Some(LevelMark::scored(w, body.level?, body.points))),
        borne: one
            .support
            .level
            .filter(|level| proposed.is_some_and(|proposed| proposed < *level))
            .map(|level| LevelMark::of(w, level)),
        decided: decision.map(|body| LevelMark::decided(w, body.level)),
        levels,
        reason: value("reason", ""),
        problems: wrong.of(one.who),
        key,
    }
}

/// The rows for which a level is chosen.
fn read(ctx: &Ctx, typed: &Typed, sheet: &CellSheet) -> Result<Decision, Wrong> {
    let mut wrong = Wrong::default();
    let on = typed.date("on", &mut wrong.whole);
    if typed.get("number").trim().is_empty() {
        let sentence = Sentence::new("decisions-number-missing");
        wrong.whole.add("number", sentence);
    }
    let rows = lines(&sheet.lines, sheet.own.as_ref()).filter_map(|one| {
        let get = |field: &str| typed.get(&format!("{field}-{}", key(one.who))).trim().to_owned();
        let chosen = get("level");
        let level: Option<Level> = chosen.parse().ok();
        if level.is_none() && chosen != LEFT_OUT {
            return None;
        }
        let id = get("id").parse().unwrap_or_else(|_| RatingStepId(ctx.new_id()));
        let form = DecisionForm { level, number: typed.get("number").to_owned(), reason: get("reason") };
        Some(Decided { who: one.who, id, form })
    });
    let rows = rows.collect();
    if wrong.is_none() { Ok(Decision { on, rows }) } else { Err(wrong) }
}

async fn decide(
    Asker(ctx): Asker,
    page: Page,
    At((round, cell)): At<(RatingRoundId, OrganisationId)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let sheet = sheet(&ctx, round, cell).await?;
    if !sheet.decides {
        return Err(Failure::forbidden());
    }
    let form = match read(&ctx, &typed, &sheet) {
        Ok(form) => form,
        Err(wrong) => return Ok(show(&ctx, page, round, &sheet, typed, wrong)),
    };
    match ratings::decide(&ctx, round, cell, &form).await {
        Ok(_) => {
            let count = u32::try_from(form.rows.len()).unwrap_or(u32::MAX);
            let said = Sentence::new("ratings-decided").with("count", count);
            Ok(see_other(&sheet_path(cell, sheet.year), Some(&Flash::done(&said))))
        }
        Err(error) => Ok(show(&ctx, page, round, &sheet, typed, Wrong::read(error)?)),
    }
}
