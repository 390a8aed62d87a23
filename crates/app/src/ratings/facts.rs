//! What ratings rest on: facts the program has of the year. What members said is none of them.

use std::collections::{HashMap, HashSet};

use nennep_domain::{
    ids::{MemberId, OrganisationId, RatingRoundId},
    organisations::Organisation,
    quality::{Grade, year_grade, year_rules},
    ratings::{Attendance, Grounds, Round, Step, StepKind, Tally, TaskCount},
    rules::Rules,
};
use nennep_store::{
    Tx, organisations,
    ratings::{self, Span, Whose},
};

use super::counted::tallies;
use crate::error::Result;

/// What one rating rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rests {
    /// The tasks due in the year so far.
    pub tasks: TaskCount,
    /// How the member attended the cell's meetings.
    pub attendance: Attendance,
    /// The grades of the months, best first, with how many: of the cell itself, or of all cells below a committee organisation.
    pub grades: Vec<(Grade, u32)>,
    /// The grade of the year that follows from them, as far as it has come.
    pub year_grade: Option<Grade>,
    /// How the members and the organisations below a committee organisation are rated in the year (43-HD/BTCTW).
    pub below: Option<(Tally, Tally)>,
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

/// The facts of the own rating of a cell or a committee organisation.
pub(super) async fn of_itself(
    tx: &mut Tx,
    round: &Round,
    organisation: &Organisation,
    span: &Span,
    rules: &Rules,
) -> Result<Rests> {
    let id = organisation.id;
    let tasks = ratings::task_counts_of_cells(tx, round.id, Some(id), span).await?;
    let mut grades: Vec<(Grade, u32)> = ratings::grades(tx, round.id, Some(id), span)
        .await?
        .into_iter()
        .map(|(_, grade, count)| (grade, count))
        .collect();
    grades.sort_unstable();
    let each = |(grade, count): &(Grade, u32)| {
        std::iter::repeat_n(*grade, usize::try_from(*count).unwrap_or_default())
    };
    let all: Vec<Grade> = grades.iter().flat_map(each).collect();
    let attended = ratings::attendance(tx, round.id, Some(Whose::Cell(id)), span).await?;
    let attendance = attended.into_iter().fold(Attendance::default(), |sum, (_, one)| Attendance {
        present: sum.present.saturating_add(one.present),
        excused: sum.excused.saturating_add(one.excused),
        unexcused: sum.unexcused.saturating_add(one.unexcused),
    });
    Ok(Rests {
        tasks: tasks.first().map(|(_, tasks)| *tasks).unwrap_or_default(),
        attendance,
        year_grade: year_grade(&all, &year_rules(None, rules)).filter(|_| organisation.kind.meets()),
        grades,
        below: if organisation.kind.meets() { None } else { Some(below(tx, round, id).await?) },
    })
}

/// How the members and the organisations below one are rated in the year of a round, in whichever round.
async fn below(tx: &mut Tx, round: &Round, id: OrganisationId) -> Result<(Tally, Tally)> {
    let within = organisations::Filter { within: Some(id), ..Default::default() };
    let within = organisations::list(tx, within, u32::MAX).await?;
    let mut rounds: Vec<RatingRoundId> =
        ratings::rounds_within(tx, id, Some(round.year)).await?.into_iter().map(|one| one.id).collect();
    rounds.push(round.id);
    let mut found = tallies(tx, &rounds).await?;
    let is_below: HashSet<OrganisationId> =
        within.iter().map(|one| one.id).filter(|one| *one != id).collect();
    found.retain(|one| is_below.contains(&one.cell));
    Ok((found.iter().map(|one| one.members).sum(), found.iter().map(|one| one.own).sum()))
}

/// What the cell put forward, else what was said of oneself: points and tasks as they were counted then; `None` where nobody has.
pub(super) fn put_forward(steps: &[Step]) -> Option<Grounds> {
    let of = |kind: StepKind| steps.iter().find(|step| step.kind == kind);
    let step = of(StepKind::Vote).or_else(|| of(StepKind::SelfRating))?;
    Some(Grounds { points: step.body.points, tasks: step.body.tasks.unwrap_or_default() })
}
