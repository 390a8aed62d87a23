//! A committee's year of recruiting: its cells in numbers, against the targets it set for them, and what is neglected (N22).

use std::collections::HashMap;

use jiff::civil::{Date, date};
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    organisations::{Organisation, OrganisationKind},
    problems::Sentence,
    recruiting::{CellYear, File, Neglect, Step, neglected, summary, way},
    rules::Rules,
    time::Month,
};
use nennep_store::{Tx, organisations, recruiting};

use super::files::files;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// A cell's year.
#[derive(Debug, Clone)]
pub struct YearOfCell {
    /// The cell.
    pub cell: Organisation,
    /// In numbers.
    pub year: CellYear,
    /// What is neglected.
    pub neglected: Vec<Neglect>,
    /// Whether the asker may open the list.
    pub opens: bool,
    /// Whether the asker may set its target.
    pub sets: bool,
}

/// A committee's year.
#[derive(Debug, Clone)]
pub struct CommitteeYear {
    /// The organisation.
    pub organisation: Organisation,
    /// The year.
    pub year: i16,
    /// Its cells, in order of code.
    pub cells: Vec<YearOfCell>,
}

/// What is known of whole lists: reviews, targets, admissions of a year.
pub(super) struct Known {
    reviewed: HashMap<OrganisationId, Month>,
    reviews: HashMap<OrganisationId, u32>,
    targets: HashMap<OrganisationId, u32>,
    admitted: HashMap<OrganisationId, u32>,
}

impl Known {
    pub(super) async fn of(tx: &mut Tx, cells: &[OrganisationId], year: i16, today: Date) -> Result<Self> {
        let (first, last) = (date(year, 1, 1), date(year, 12, 31));
        let until = Month::of(today.min(last));
        let (mut reviewed, mut reviews) = (HashMap::new(), HashMap::new());
        // The year before too: who reviewed in December neglects nothing in January.
        for one in recruiting::reviews(tx, cells, (Month::of(first).plus(-12), until)).await? {
            reviewed.entry(one.cell).or_insert(one.month);
            if one.month.year() == year {
                *reviews.entry(one.cell).or_insert(0_u32) += 1;
            }
        }
        Ok(Self {
            reviewed,
            reviews,
            targets: recruiting::targets(tx, cells, year).await?.into_iter().collect(),
            admitted: recruiting::admissions(tx, cells, (first, last)).await?.into_iter().collect(),
        })
    }
}

pub(super) fn year_of(
    cell: &Organisation,
    files: &[File],
    known: &Known,
    rules: &Rules,
    today: Date,
) -> CellYear {
    let listed: Vec<&File> =
        files.iter().filter(|file| file.candidate.cell == cell.id && file.candidate.is_listed()).collect();
    let count = |of: &dyn Fn(&File) -> bool| {
        u32::try_from(listed.iter().filter(|file| of(file)).count()).unwrap_or(u32::MAX)
    };
    CellYear {
        cell: cell.id,
        listed: count(&|_| true),
        applied: count(&|file| file.fact(Step::Application).is_some()),
        voted: count(&|file| file.fact(Step::Vote).is_some()),
        blocked: count(&|file| summary(&way(file, today, rules)).blocked),
        admitted: known.admitted.get(&cell.id).copied().unwrap_or(0),
        target: known.targets.get(&cell.id).copied(),
        reviewed: known.reviewed.get(&cell.id).copied(),
        reviews: known.reviews.get(&cell.id).copied().unwrap_or(0),
        from_on: cell.from_on,
    }
}

/// So many cells are shown.
const MOST_CELLS: u32 = 2_000;

/// A committee's year, for those who see its months: of a cell only numbers, no names.
#[boxed]
pub async fn of_committee(
    ctx: &Ctx,
    organisation: OrganisationId,
    year: Option<i16>,
) -> Result<CommitteeYear> {
    let mut tx = ctx.store.read().await?;
    let organisation = organisations::find(&mut tx, organisation).await?.ok_or(Error::NotFound)?;
    let today = ctx.now().date();
    let year = year.unwrap_or_else(|| today.year());
    must_be_near(year, today)?;
    let asked = organisations::Filter { within: Some(organisation.id), ..Default::default() };
    let mut cells = organisations::cells_with_places(&mut tx, asked, MOST_CELLS).await?;
    cells.retain(|(_, place)| ctx.may(Action::SeeMonths, &Resource::at(place)));
    if cells.is_empty() {
        return Err(Error::Forbidden);
    }
    let ids: Vec<OrganisationId> = cells.iter().map(|(cell, _)| cell.id).collect();
    let candidates = recruiting::list(&mut tx, &ids).await?;
    let files = files(&mut tx, candidates, today).await?;
    let known = Known::of(&mut tx, &ids, year, today).await?;
    let overrides = nennep_store::rules::overrides(&mut tx).await?;
    let line = |(cell, place): (Organisation, nennep_domain::organisations::Place)| {
        let rules = ctx.rules.on_for(today, &place, &overrides);
        let of_cell = year_of(&cell, &files, &known, &rules, today);
        YearOfCell {
            neglected: if year == today.year() { neglected(&of_cell, today, &rules) } else { Vec::new() },
            opens: ctx.may(Action::SeeMemberFile, &Resource::at(&place)),
            sets: ctx.may(Action::SetAdmissionTargets, &Resource::at(&place)),
            year: of_cell,
            cell,
        }
    };
    Ok(CommitteeYear { organisation, year, cells: cells.into_iter().map(line).collect() })
}

/// The years that are shown and set a target for, around the present one.
const YEARS_AROUND: u16 = 5;
/// The most admissions a target can name.
const MOST_ADMISSIONS: u32 = 500;

/// Refuses a year that is a slip of the finger.
fn must_be_near(year: i16, today: Date) -> Result<()> {
    if year.abs_diff(today.year()) > YEARS_AROUND {
        return Err(Error::invalid("year", Sentence::new("recruiting-year-far")));
    }
    Ok(())
}

/// Sets how many admissions a cell is to reach in a year, for who leads the committee above it; `None` takes the target back. The same again
/// changes nothing.
#[boxed]
pub async fn set_target(ctx: &Ctx, cell: OrganisationId, year: i16, admissions: Option<u32>) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SetAdmissionTargets, &Resource::at(&place), Action::SeeMonths)?;
    let found = organisations::find(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    if found.kind != OrganisationKind::Cell {
        return Err(Error::invalid("cell", Sentence::new("members-not-a-cell")));
    }
    must_be_near(year, ctx.now().date())?;
    if admissions.is_some_and(|count| count > MOST_ADMISSIONS) {
        return Err(Error::invalid("admissions", Sentence::new("recruiting-target-many")));
    }
    let before = recruiting::targets(&mut tx, &[cell], year).await?.first().map(|(_, target)| *target);
    if before != admissions {
        recruiting::set_target(&mut tx, cell, year, admissions, ctx.now(), ctx.actor.account).await?;
        let event = Event::new("admissions.target_set").at(cell).to(cell.0);
        let event = event.with("year", year).with("admissions", admissions);
        events::record(&mut tx, ctx, event).await?;
        tx.commit().await?;
    }
    Ok(())
}
