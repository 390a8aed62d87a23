//! Levels, points and ballots in words, and where ratings are.

use nennep_app::ratings::{RatingView, Who};
use nennep_domain::{
    ids::{OrganisationId, RatingRoundId},
    organisations::Organisation,
    ratings::{Attendance, Ballots, Block, Level, Tally, TaskCount},
    rules::Hundredths,
};

use crate::{components::Choice, forms::Typed, words::Words};

/// A level as its mark shows it.
pub(super) struct LevelMark {
    pub(super) words: String,
    pub(super) tone: &'static str,
}

impl LevelMark {
    pub(super) fn of(w: Words, level: Level) -> Self {
        Self { words: w.one_of("ratings-level", level.as_str()), tone: tone(level) }
    }

    /// The level of a decision; without one it left out.
    pub(super) fn decided(w: Words, level: Option<Level>) -> Self {
        match level {
            Some(level) => Self::of(w, level),
            None => Self { words: w.t("ratings-left-out"), tone: "" },
        }
    }

    /// The level with its points.
    pub(super) fn scored(w: Words, level: Level, points: Option<Hundredths>) -> Self {
        let mark = Self::of(w, level);
        let Some(points) = points else { return mark };
        let values = [("level", mark.words.as_str().into()), ("points", w.points(points.get()).into())];
        Self { words: w.with("ratings-level-scored", &values), ..mark }
    }
}

const fn tone(level: Level) -> &'static str {
    match level {
        Level::Excellent => "honour",
        Level::Good => "good",
        Level::Completed => "average",
        Level::Failed => "poor",
    }
}

/// The levels to choose from.
pub(super) fn levels(w: Words, chosen: &str) -> Vec<Choice> {
    let choice = |level: &Level| {
        let word = level.as_str();
        Choice::new(word, w.one_of("ratings-level", word), word == chosen)
    };
    Level::ALL.iter().map(choice).collect()
}

/// Tasks in one sentence; `above` only where people said it.
pub(super) fn tasks(w: Words, tasks: TaskCount) -> String {
    let values = [
        ("due", tasks.due.into()),
        ("done", tasks.done.into()),
        ("late", tasks.late.into()),
        ("above", tasks.above.into()),
    ];
    if tasks.above > 0 {
        w.with("ratings-tasks-said-above", &values)
    } else {
        w.with("ratings-tasks-said", &values[..3])
    }
}

/// A tally of levels in one sentence.
pub(super) fn tallied(w: Words, tally: &Tally) -> String {
    let values = [
        ("excellent", tally.of(Level::Excellent).into()),
        ("good", tally.of(Level::Good).into()),
        ("completed", tally.of(Level::Completed).into()),
        ("failed", tally.of(Level::Failed).into()),
        ("open", tally.open.into()),
    ];
    w.with("ratings-tally-said", &values)
}

/// Attendance in one sentence.
pub(super) fn attended(w: Words, one: Attendance) -> String {
    let values = [
        ("present", one.present.into()),
        ("excused", one.excused.into()),
        ("unexcused", one.unexcused.into()),
    ];
    w.with("ratings-attended-said", &values)
}

/// The totals of a vote in one sentence.
pub(super) fn ballots(w: Words, one: &Ballots) -> String {
    let values = [
        ("issued", one.issued.into()),
        ("returned", one.returned.into()),
        ("valid", one.valid.into()),
        ("excellent", one.excellent.into()),
        ("good", one.good.into()),
        ("completed", one.completed.into()),
        ("failed", one.failed.into()),
    ];
    w.with("ratings-ballots-said", &values)
}

/// What stands against a level.
pub(super) struct Against {
    pub(super) level: String,
    pub(super) said: Vec<String>,
}

/// What stands against better levels, level by level.
pub(super) fn against(w: Words, blocks: &[Block]) -> Vec<Against> {
    let of = |level: &Level| Against {
        level: w.one_of("ratings-level", level.as_str()),
        said: blocks.iter().filter(|one| one.level == *level).map(|one| w.say(&one.sentence)).collect(),
    };
    Level::ALL.iter().map(of).filter(|one| !one.said.is_empty()).collect()
}

/// Where one rating is.
pub(super) fn path(round: RatingRoundId, who: Who) -> String {
    match who {
        Who::Member(member) => format!("/ratings/{round}/members/{member}"),
        Who::Cell(cell) => format!("/ratings/{round}/cells/{cell}"),
    }
}

/// Where the sheet of an organisation for a year is.
pub(super) fn sheet_path(of: OrganisationId, year: i16) -> String {
    format!("/organisations/{of}/ratings?year={year}")
}

/// A cell's own rating in words, or a committee organisation's.
pub(super) fn itself(w: Words, of: &Organisation) -> String {
    w.t(if of.kind.meets() { "ratings-the-cell" } else { "ratings-the-organisation" })
}

/// Whose rating it is, in words.
pub(super) fn name(w: Words, view: &RatingView) -> String {
    match &view.rated {
        Some(rated) => rated.name.clone(),
        None => w.with("ratings-of-cell", &[("cell", view.cell.name.as_str().into())]),
    }
}

/// Points as typed: empty is none; what is no number is told apart.
pub(super) fn read_points(typed: &str) -> Result<Option<Hundredths>, ()> {
    let text = typed.trim().replace(',', ".");
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(drop) }
}

/// Points as a form shows them.
pub(super) fn typed_points(points: Option<Hundredths>) -> String {
    points.map(|points| points.to_string().replace('.', ",")).unwrap_or_default()
}

/// A form's fields of a count of tasks.
pub(super) fn with_tasks(typed: Typed, tasks: TaskCount) -> Typed {
    typed
        .with("due", tasks.due.to_string())
        .with("done", tasks.done.to_string())
        .with("late", tasks.late.to_string())
        .with("above", tasks.above.to_string())
}
