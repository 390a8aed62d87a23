//! What ratings rest on: facts the program has of the year. What members said is none of them.

use std::collections::HashMap;

use nennep_domain::{
    ids::{MemberId, OrganisationId, RatingRoundId},
    quality::{Grade, year_grade, year_rules},
    ratings::{Attendance, Grounds, Step, StepKind, TaskCount},
    rules::Rules,
};
use nennep_store::{
    Tx,
    ratings::{self, Span, Whose},
};

use crate::error::Result;

/// What one rating rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rests {
    /// The tasks due in the year so far.
    pub tasks: TaskCount,
    /// How the member attended the cell's meetings.
    pub attendance: Attendance,
    /// The grades of the cell's months, best first, with how many; of a cell's own rating.
    pub grades: Vec<(Grade, u32)>,
    /// The grade of the year that follows from them, as far as it has come.
    pub year_grade: Option<Grade>,
}

/// The facts of some members of a round.
pub(super) async fn of_members(
    tx: &mut Tx,
    round: RatingRoundId,
    whose: Option<Whose>,
    span: &Span,
) -> Result<HashMap<MemberId, Rests>> {
    let mut found: HashMap<MemberId, Rests> = HashMap::new();
    for (member, tasks) in ratings::task_counts(tx, round, whose, span).await? {
        found.entry(member).or_default().tasks = tasks;
    }
    for (member, attendance) in ratings::attendance(tx, round, whose, span).await? {
        found.entry(member).or_default().attendance = attendance;
    }
    Ok(found)
}

/// The facts of a cell's own rating.
pub(super) async fn of_cell(
    tx: &mut Tx,
    round: RatingRoundId,
    cell: OrganisationId,
    span: &Span,
    rules: &Rules,
) -> Result<Rests> {
    let tasks = ratings::task_counts_of_cells(tx, round, Some(cell), span).await?;
    let mut grades: Vec<(Grade, u32)> = ratings::grades(tx, round, Some(cell), span)
        .await?
        .into_iter()
        .map(|(_, grade, count)| (grade, count))
        .collect();
    grades.sort_unstable();
    let each = |(grade, count): &(Grade, u32)| {
        std::iter::repeat_n(*grade, usize::try_from(*count).unwrap_or_default())
    };
    let all: Vec<Grade> = grades.iter().flat_map(each).collect();
    let attended = ratings::attendance(tx, round, Some(Whose::Cell(cell)), span).await?;
    let attendance = attended.into_iter().fold(Attendance::default(), |sum, (_, one)| Attendance {
        present: sum.present.saturating_add(one.present),
        excused: sum.excused.saturating_add(one.excused),
        unexcused: sum.unexcused.saturating_add(one.unexcused),
    });
    Ok(Rests {
        tasks: tasks.first().map(|(_, tasks)| *tasks).unwrap_or_default(),
        attendance,
        year_grade: year_grade(&all, &year_rules(None, rules)),
        grades,
    })
}

/// What the cell put forward, else what was said of oneself: points and tasks as they were counted then; `None` where nobody has.
pub(super) fn put_forward(steps: &[Step]) -> Option<Grounds> {
    let of = |kind: StepKind| steps.iter().find(|step| step.kind == kind);
    let step = of(StepKind::Vote).or_else(|| of(StepKind::SelfRating))?;
    Some(Grounds { points: step.body.points, tasks: step.body.tasks.unwrap_or_default() })
}
