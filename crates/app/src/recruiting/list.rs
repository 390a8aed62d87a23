//! A cell's list: who is on it and how far, who is on probation, who was dropped, and whether it is reviewed.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{CandidateId, MemberId, OrganisationId},
    members::{MemberGrade, life::probation_over},
    organisations::Organisation,
    recruiting::{
        Candidate, CellYear, Due, File, Neglect, Summary, neglected, recognition_due, summary, way,
    },
    rules::Rules,
    time::Month,
};
use nennep_store::{
    Tx, members,
    recruiting::{self, Review},
    signs as facts,
};

use super::{
    committee::{Known, year_of},
    files::files,
    load::load_cell,
};
use crate::{Ctx, boxed, error::Result, reach, rules, signs::ceremony_of};

/// A candidate on a list.
#[derive(Debug, Clone)]
pub struct CandidateLine {
    /// The candidate.
    pub candidate: Candidate,
    /// Who helps; empty where nobody does.
    pub helper: String,
    /// How far.
    pub summary: Summary,
}

/// A probationary member of the cell.
#[derive(Debug, Clone)]
pub struct Probationer {
    /// The member.
    pub member: MemberId,
    /// The name.
    pub name: String,
    /// The candidate the member was, where the list knows.
    pub candidate: Option<CandidateId>,
    /// The day of the ceremony.
    pub ceremony_on: Date,
    /// The day the probation is over.
    pub over_on: Date,
    /// By when the recognition is handled.
    pub due: Due,
}

/// A cell's list.
#[derive(Debug, Clone)]
pub struct CellList {
    /// The cell.
    pub cell: Organisation,
    /// Who is on the list, those with something amiss first, then by due day and given name.
    pub listed: Vec<CandidateLine>,
    /// Those who were admitted and whose own CV is still to be made.
    pub admitted: Vec<CandidateLine>,
    /// Probationary members, the earliest due first.
    pub probationers: Vec<Probationer>,
    /// Those dropped whose file is still kept, the latest first.
    pub dropped: Vec<Candidate>,
    /// The reviews of the last twelve months, the latest first.
    pub reviews: Vec<Review>,
    /// The year in numbers.
    pub year: CellYear,
    /// What is neglected.
    pub neglected: Vec<Neglect>,
    /// Whether the asker keeps the list.
    pub keeps: bool,
    /// The rules of today there.
    pub rules: Rules,
}

/// The places whose lists the asker may see: committees whose months are open, then cells whose files are.
#[boxed]
pub async fn places(ctx: &Ctx) -> Result<Vec<Organisation>> {
    let mut all: Vec<Organisation> =
        reach::where_may(ctx, Action::SeeMonths).await?.into_iter().filter(|one| !one.kind.meets()).collect();
    let cells = reach::where_may(ctx, Action::SeeMemberFile).await?;
    all.extend(cells.into_iter().filter(|one| one.kind.meets()));
    Ok(all)
}

/// A cell's list, for those who open its files.
#[boxed]
pub async fn of_cell(ctx: &Ctx, cell: OrganisationId) -> Result<CellList> {
    let mut tx = ctx.store.read().await?;
    let (cell, place) = load_cell(ctx, &mut tx, cell, Action::SeeMemberFile).await?;
    let today = ctx.now().date();
    let rules = rules::for_place(ctx, &mut tx, &place, today).await?;
    let candidates = recruiting::list(&mut tx, &[cell.id]).await?;
    let files = files(&mut tx, candidates, today).await?;
    let known = Known::of(&mut tx, &[cell.id], today.year(), today).await?;
    let year = year_of(&cell, &files, &known, &rules, today);
    let month = Month::of(today);
    let probationers = probationers(&mut tx, cell.id, &files, &rules, today).await?;
    let reviews = recruiting::reviews(&mut tx, &[cell.id], (month.plus(-11), month)).await?;
    let lines = lines(&mut tx, files, &rules, today).await?;
    let (listed, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.candidate.is_listed());
    let (admitted, dropped): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|line| line.candidate.member.is_some());
    let mut dropped: Vec<Candidate> = dropped.into_iter().map(|line| line.candidate).collect();
    dropped.sort_by_key(|one| std::cmp::Reverse(one.dropped.as_ref().map(|dropped| dropped.on)));
    let still_open = |line: &CandidateLine| line.summary.next.is_some();
    Ok(CellList {
        neglected: neglected(&year, today, &rules),
        keeps: ctx.may(Action::KeepMembers, &Resource::at(&place)),
        admitted: admitted.into_iter().filter(still_open).collect(),
        cell,
        listed,
        probationers,
        dropped,
        reviews,
        year,
        rules,
    })
}

async fn lines(tx: &mut Tx, files: Vec<File>, rules: &Rules, today: Date) -> Result<Vec<CandidateLine>> {
    let helping: Vec<MemberId> =
        files.iter().filter_map(|file| file.helper().map(|helper| helper.member)).collect();
    let known = members::find_many(tx, &helping).await?;
    let name = |id: MemberId| known.iter().find(|one| one.id == id).map(|one| one.profile.full_name.clone());
    let line = |file: File| CandidateLine {
        helper: file.helper().and_then(|helper| name(helper.member)).unwrap_or_default(),
        summary: summary(&way(&file, today, rules)),
        candidate: file.candidate,
    };
    let mut lines: Vec<CandidateLine> = files.into_iter().map(line).collect();
    let urgency = |line: &CandidateLine| {
        let due = line.summary.due.as_ref().map_or(Date::MAX, |(_, due)| due.on);
        (!line.summary.blocked, due)
    };
    lines.sort_by_key(urgency);
    Ok(lines)
}

pub(super) async fn probationers(
    tx: &mut Tx,
    cell: OrganisationId,
    files: &[File],
    rules: &Rules,
    today: Date,
) -> Result<Vec<Probationer>> {
    let belonging = facts::belonging(tx, cell, today).await?;
    let of = |one: &facts::Belonging| {
        let ceremony_on = ceremony_of(one).unwrap_or(one.since);
        let was = files.iter().find(|file| file.candidate.member == Some(one.member));
        Probationer {
            member: one.member,
            name: one.name.clone(),
            candidate: was.map(|file| file.candidate.id),
            ceremony_on,
            over_on: probation_over(ceremony_on, rules).value,
            due: Due::of(recognition_due(ceremony_on, rules), today),
        }
    };
    let probationary =
        belonging.iter().filter(|one| one.cell == cell && one.grade == MemberGrade::Probationary);
    let mut found: Vec<Probationer> = probationary.map(of).collect();
    found.sort_by_key(|one| one.due.on);
    Ok(found)
}
