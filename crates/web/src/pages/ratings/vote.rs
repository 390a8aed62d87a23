//! The cell's votes of one sitting: for each member, and for the cell itself, the totals of the ballots and the level proposed.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx, Error,
    ratings::{self, CellSheet, MemberLine, Vote, Voted, Who},
};
use nennep_domain::{
    ids::{OrganisationId, RatingRoundId, RatingStepId},
    organisations::Organisation,
    problems::{Problems, Sentence},
    ratings::{Ballots, Level, StepKind, TaskCount, VoteForm},
};

use super::{
    rows::{Wrong, at, key, lines},
    said::{LevelMark, itself, levels, read_points, sheet_path, typed_points},
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

/// A number of a row.
struct Field {
    name: String,
    label: String,
    value: String,
}

struct Row {
    key: String,
    id: String,
    name: String,
    path: String,
    own: Option<LevelMark>,
    stands: Option<LevelMark>,
    levels: Vec<Choice>,
    points: String,
    tasks: Vec<Field>,
    votes: Vec<Field>,
    ballots: Vec<Field>,
    problems: Problems,
    opens: bool,
}

#[derive(Template)]
#[template(path = "ratings/vote.html")]
struct VotePage {
    page: Page,
    wrong: Wrong,
    action: String,
    typed: Typed,
    help: String,
    rows: Vec<Row>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/ratings/{round}/cells/{cell}/vote", ask)
        .post("/ratings/{round}/cells/{cell}/vote", vote)
}

/// The sheet of a cell in a round, for a form on it.
pub(super) async fn sheet(
    ctx: &Ctx,
    round: RatingRoundId,
    cell: OrganisationId,
) -> Result<CellSheet, Failure> {
    let year = ratings::year_of(ctx, round).await?;
    let sheet = ratings::cell_sheet(ctx, cell, Some(year)).await?;
    if sheet.round.as_ref().is_some_and(|one| one.id == round) {
        Ok(sheet)
    } else {
        Err(Error::NotFound.into())
    }
}

async fn ask(
    Asker(ctx): Asker,
    page: Page,
    At((round, cell)): At<(RatingRoundId, OrganisationId)>,
) -> Result<Response, Failure> {
    let sheet = sheet(&ctx, round, cell).await?;
    if !sheet.keeps {
        return Err(Failure::forbidden());
    }
    let typed = Typed::default()
        .with("on", ctx.now().date().to_string())
        .with("issued", sheet.official.to_string())
        .with("returned", sheet.official.to_string());
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
    let undecided = |one: &&MemberLine| one.step(StepKind::Decision).is_none();
    let rows = lines(&sheet.lines, sheet.own.as_ref())
        .filter(undecided)
        .map(|one| row(ctx, w, (round, &sheet.cell), one, &typed, &wrong))
        .collect();
    let path = sheet_path(sheet.cell.id, sheet.year);
    let page = page
        .at(Place::Members)
        .under(w.t("ratings-title"), "/ratings")
        .under(&sheet.cell.name, path)
        .titled(w.t("ratings-vote-title"))
        .led(w.with("ratings-year", &[("year", w.number(sheet.year).into())]));
    let action = format!("{}/vote", at(round, sheet.cell.id));
    let help = if sheet.cell.kind.meets() { "ratings-vote-help" } else { "ratings-vote-help-committee" };
    let help = w.with(help, &[("official", sheet.official.into())]);
    layout::page(status, &VotePage { page, wrong, action, typed, help, rows })
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
    let stands = one.step(StepKind::Vote).map(|step| &step.body);
    let own = one.step(StepKind::SelfRating).map(|step| &step.body);
    let known = stands.or(own);
    let ballots = stands.and_then(|body| body.ballots);
    let value = |field: &str, otherwise: String| {
        if sent { typed.get(&format!("{field}-{key}")).to_owned() } else { otherwise }
    };
    let number = |field: &str, label: String, otherwise: Option<u32>| Field {
        name: format!("{field}-{key}"),
        label,
        value: value(field, otherwise.map(|n| n.to_string()).unwrap_or_default()),
    };
    let tasks = known.and_then(|body| body.tasks).unwrap_or(one.rests.tasks);
    let level = value("level", stands.and_then(|body| body.level).map_or("", Level::as_str).to_owned());
    let scored =
        |body: &nennep_domain::ratings::StepBody| Some(LevelMark::scored(w, body.level?, body.points));
    let problems = wrong.of(one.who);
    Row {
        id: given(value("id", String::new()), ctx),
        name: one.rated.as_ref().map_or_else(|| itself(w, of), |rated| rated.name.clone()),
        path: super::said::path(round, one.who),
        own: own.and_then(scored),
        stands: stands.and_then(scored),
        levels: levels(w, &level),
        points: value("points", typed_points(known.and_then(|body| body.points))),
        tasks: vec![
            number("due", w.t("ratings-field-due"), Some(tasks.due)),
            number("done", w.t("ratings-field-done"), Some(tasks.done)),
            number("late", w.t("ratings-field-late"), Some(tasks.late)),
            number("above", w.t("ratings-field-above"), Some(tasks.above)),
        ],
        votes: Level::ALL
            .iter()
            .map(|level| {
                let votes = ballots.map(|ballots| ballots.of(*level));
                number(level.as_str(), w.one_of("ratings-level-short", level.as_str()), votes)
            })
            .collect(),
        ballots: vec![
            number("issued", w.t("ratings-field-issued"), ballots.map(|one| one.issued)),
            number("returned", w.t("ratings-field-returned"), ballots.map(|one| one.returned)),
            number("valid", w.t("ratings-field-valid"), ballots.map(|one| one.valid)),
        ],
        opens: !problems.0.is_empty(),
        problems,
        key,
    }
}

/// The id a row was sent with; a new one where it had none.
pub(super) fn given(id: String, ctx: &Ctx) -> String {
    if id.is_empty() { ctx.new_id().to_string() } else { id }
}

/// A number of a row: what was typed, else what holds for all rows; a problem where it is none.
fn number(typed: &Typed, who: Who, field: &'static str, all: &str, wrong: &mut Wrong) -> u32 {
    let text = typed.get(&format!("{field}-{}", key(who))).trim();
    let text = if text.is_empty() { all.trim() } else { text };
    if text.is_empty() {
        return 0;
    }
    text.parse().unwrap_or_else(|_| {
        wrong.add(who, field, Sentence::new("field-number-unreadable"));
        0
    })
}

/// The rows in which something was voted: a level is chosen, or ballots are counted.
fn read(ctx: &Ctx, typed: &Typed, sheet: &CellSheet) -> Result<Vote, Wrong> {
    let mut wrong = Wrong::default();
    let on = typed.date("on", &mut wrong.whole);
    let mut rows = Vec::new();
    for one in lines(&sheet.lines, sheet.own.as_ref()) {
        let (who, key) = (one.who, key(one.who));
        let get = |field: &str| typed.get(&format!("{field}-{key}")).trim().to_owned();
        let level: Option<Level> = get("level").parse().ok();
        let counted = Level::ALL.iter().any(|level| !get(level.as_str()).is_empty());
        if level.is_none() && !counted {
            continue;
        }
        let points = read_points(&get("points")).unwrap_or_else(|()| {
            wrong.add(who, "points", Sentence::new("ratings-points-unreadable"));
            None
        });
        let mut of = |field: &'static str, all: &str| number(typed, who, field, all, &mut wrong);
        let tasks = TaskCount {
            due: of("due", ""),
            done: of("done", ""),
            late: of("late", ""),
            above: of("above", ""),
        };
        let (excellent, good, completed, failed) =
            (of("excellent", ""), of("good", ""), of("completed", ""), of("failed", ""));
        let sum = excellent.saturating_add(good).saturating_add(completed).saturating_add(failed);
        let ballots = Ballots {
            issued: of("issued", typed.get("issued")),
            returned: of("returned", typed.get("returned")),
            // Where nobody says otherwise, the ballots counted are the valid ones.
            valid: of("valid", &sum.to_string()),
            excellent,
            good,
            completed,
            failed,
        };
        let id = get("id").parse().unwrap_or_else(|_| RatingStepId(ctx.new_id()));
        rows.push(Voted { who, id, form: VoteForm { level, points, tasks, ballots } });
    }
    if wrong.is_none() { Ok(Vote { on, rows }) } else { Err(wrong) }
}

async fn vote(
    Asker(ctx): Asker,
    page: Page,
    At((round, cell)): At<(RatingRoundId, OrganisationId)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let sheet = sheet(&ctx, round, cell).await?;
    if !sheet.keeps {
        return Err(Failure::forbidden());
    }
    let form = match read(&ctx, &typed, &sheet) {
        Ok(form) => form,
        Err(wrong) => return Ok(show(&ctx, page, round, &sheet, typed, wrong)),
    };
    match ratings::vote(&ctx, round, cell, &form).await {
        Ok(_) => {
            let count = u32::try_from(form.rows.len()).unwrap_or(u32::MAX);
            let said = Sentence::new("ratings-voted").with("count", count);
            Ok(see_other(&sheet_path(cell, sheet.year), Some(&Flash::done(&said))))
        }
        Err(error) => Ok(show(&ctx, page, round, &sheet, typed, Wrong::read(error)?)),
    }
}
