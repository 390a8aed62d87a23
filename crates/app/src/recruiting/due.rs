//! What falls due in a cell's recruiting, for the first page of those who lead it.

use jiff::civil::Date;
use nennep_domain::{
    ids::{CandidateId, MemberId, OrganisationId},
    organisations::Organisation,
    recruiting::{Due, Neglect, Reminder, Step, neglected, reminder, way},
    rules::Rules,
};
use nennep_store::{Tx, recruiting};

use super::{
    committee::{Known, year_of},
    files::files,
    list::probationers,
};
use crate::error::Result;

/// Whom something due is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// A candidate.
    Candidate(CandidateId),
    /// A probationary member, whose recognition is due.
    Probationer(MemberId),
}

/// Something that falls due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueLine {
    /// Whom it is about.
    pub whom: Whom,
    /// The name.
    pub name: String,
    /// Who helps, or helped last.
    pub helper: Option<MemberId>,
    /// The step; none of a recognition.
    pub step: Option<Step>,
    /// When.
    pub due: Due,
    /// The reminder that has come.
    pub reminder: Reminder,
}

/// What falls due in a cell's recruiting within the days of the rule, the earliest first.
pub(crate) async fn due_in(
    tx: &mut Tx,
    cell: OrganisationId,
    rules: &Rules,
    today: Date,
) -> Result<Vec<DueLine>> {
    let candidates = recruiting::list(tx, &[cell]).await?;
    let files = files(tx, candidates, today).await?;
    let mut found = Vec::new();
    for file in files.iter().filter(|file| file.candidate.dropped.is_none()) {
        let (whom, name) = (Whom::Candidate(file.candidate.id), &file.candidate.person.name);
        let helper = file.helpers.last().map(|one| one.member);
        for stride in way(file, today, rules) {
            let Some(due) = stride.due else { continue };
            let Some(reminder) = reminder(due.on, today, rules) else { continue };
            let (name, step) = (name.clone(), Some(stride.step));
            found.push(DueLine { whom, name, helper, step, due, reminder });
        }
    }
    for one in probationers(tx, cell, &files, rules, today).await? {
        let whom = Whom::Probationer(one.member);
        // Until the probation is over people are reminded of that day, from then on of the last one in time.
        let nearest = if today < one.over_on { one.over_on } else { one.due.on };
        let Some(reminder) = reminder(nearest, today, rules) else { continue };
        let was = files.iter().find(|file| file.candidate.member == Some(one.member));
        let helper = was.and_then(|file| file.helpers.last()).map(|helper| helper.member);
        found.push(DueLine { whom, name: one.name, helper, step: None, due: one.due, reminder });
    }
    found.sort_by(|a, b| (a.due.on, &a.name).cmp(&(b.due.on, &b.name)));
    Ok(found)
}

/// Whether the review of a cell's list is neglected.
pub(crate) async fn review_is_due(
    tx: &mut Tx,
    cell: &Organisation,
    rules: &Rules,
    today: Date,
) -> Result<bool> {
    let known = Known::of(tx, &[cell.id], today.year(), today).await?;
    let year = year_of(cell, &[], &known, rules, today);
    Ok(neglected(&year, today, rules).contains(&Neglect::NotReviewed))
}
