//! Where members of a register stand, from day to day: for new members the span that the line tells, for known ones what
//! follows on the standing they have.

use jiff::civil::Date;
use nennep_domain::{
    ids::{MemberId, StandingId},
    members::{
        Leaving, MemberGrade, Standing, StandingState,
        register::{Added, Changed},
    },
};
use nennep_store::{WriteTx, members};

use crate::{App, error::Result};

/// The standings of a new member. Since when: as the line says; else since admission, or since the cell exists where that
/// is later. Recognised after that day, the member stood as probationary before.
pub(super) fn of_new(
    app: &App,
    member: MemberId,
    added: &Added,
    cell_from: Date,
    today: Date,
) -> Vec<Standing> {
    let admitted = added.profile.admitted_on.map_or(cell_from, |date| date.date);
    let since = added.since.map_or(admitted.max(cell_from), |date| date.date).min(today);
    let end = added.departure.map(|departure| departure.on.date);
    let from_on = end.map_or(since, |end| since.min(end));
    let last = Standing {
        id: StandingId(app.new_id()),
        member,
        cell: added.cell,
        grade: added.grade,
        state: added.state,
        from_on,
        to_on: end,
        left: added.departure.map(|departure| departure.leaving),
    };
    let recognised =
        added.profile.official_on.map(|date| date.date).filter(|day| {
            added.grade == MemberGrade::Official && *day > from_on && *day <= end.unwrap_or(today)
        });
    let Some(recognised) = recognised else { return vec![last] };
    let before = Standing {
        id: StandingId(app.new_id()),
        grade: MemberGrade::Probationary,
        to_on: Some(recognised),
        left: Some(Leaving::Changed),
        ..last.clone()
    };
    vec![before, Standing { from_on: recognised, ..last }]
}

/// Writes what follows for a known member: another grade, another state, or that the member left.
pub(super) async fn follow(
    app: &App,
    tx: &mut WriteTx,
    standing: &Standing,
    changed: &Changed,
    today: Date,
) -> Result<()> {
    let mut open = standing.clone();
    for (day, grade, state) in steps(standing, changed, today) {
        members::end_standing(tx, open.id, day, Leaving::Changed).await?;
        open = Standing { id: StandingId(app.new_id()), grade, state, from_on: day, ..open };
        members::insert_standings(tx, std::slice::from_ref(&open)).await?;
    }
    let Some(departure) = changed.departure else { return Ok(()) };
    let (day, by) = (departure.on.date.max(open.from_on), departure.leaving);
    if !members::end_standing(tx, open.id, day, by).await? {
        members::correct_end(tx, open.id, day, by).await?;
    }
    Ok(())
}

/// Each new standing: its first day, grade and state. Recognition counts from its day, any other change from today.
fn steps(standing: &Standing, changed: &Changed, today: Date) -> Vec<(Date, MemberGrade, StandingState)> {
    let mut steps = Vec::new();
    let grade = changed.grade.unwrap_or(standing.grade);
    let last = changed.departure.map_or(today, |departure| departure.on.date).max(standing.from_on);
    if changed.grade.is_some() {
        let recognised = changed.profile.official_on.filter(|_| grade == MemberGrade::Official);
        let day = recognised.map_or(today, |date| date.date).clamp(standing.from_on, last);
        steps.push((day, grade, standing.state));
    }
    if let Some(state) = changed.state {
        steps.push((last, grade, state));
    }
    steps
}
