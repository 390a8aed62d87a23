//! The grid of cells by months: one committee's year at a glance, with what will be late before it is late.

use std::{collections::HashMap, sync::Arc};

use jiff::civil::Date;
use nennep_domain::{
    accounts::{
        Office,
        permission::{Action, Resource},
    },
    ids::{MemberId, OrganisationId},
    months::{CellMonth, Due, Totals, due},
    organisations::{CellType, Organisation, Place},
    rules::Rules,
    time::{Instant, Month},
};
use nennep_store::{
    Tx, months, offices,
    organisations::{self, Filter},
    rules,
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    reach,
};

use super::stood;

/// The most cells a committee's totals are taken over.
const MOST_CELLS: u32 = 5_000;
/// How far ahead the grid warns, in days.
const WARNING_DAYS: i64 = 7;
/// How many things owed are listed.
const MOST_OWED: usize = 60;

/// What [`grid`] is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct GridFilter {
    /// The committee's organisation.
    pub organisation: OrganisationId,
    /// The last of the twelve months.
    pub to: Month,
    /// Only cells of this type.
    pub cell_type: Option<CellType>,
    /// Only cells followed by this overseer.
    pub overseer: Option<MemberId>,
    /// The rows after this many.
    pub skip: usize,
    /// At most so many rows.
    pub limit: usize,
}

/// One cell's year.
#[derive(Debug, Clone)]
pub struct Row {
    /// The cell.
    pub cell: Organisation,
    /// Where it stands, to be asked whether its meetings may be read.
    pub place: Place,
    /// Who follows it for the committee.
    pub overseers: Vec<String>,
    /// Its twelve months, oldest first.
    pub months: Vec<CellMonth>,
    /// Month by month whether it is this organisation's: before it came here, and after it went or ended, it is not.
    pub stood: Vec<bool>,
    /// Whether it stands here today.
    pub today: bool,
}

impl Row {
    /// A month, if it is this organisation's.
    pub fn month(&self, n: usize) -> Option<&CellMonth> {
        self.months.get(n).filter(|_| self.stood.get(n).copied().unwrap_or_default())
    }
}

/// Totals of the cells of one type.
#[derive(Debug, Clone)]
pub struct Block {
    /// The type; none for cells whose type is not known.
    pub cell_type: Option<CellType>,
    /// Its totals in the last month.
    pub month: Totals,
    /// Its totals over the twelve months.
    pub year: Totals,
}

/// Something a cell owes, late or soon late.
#[derive(Debug, Clone)]
pub struct Owed {
    /// The cell.
    pub cell: Organisation,
    /// Where it stands, to be asked whether its meetings may be read.
    pub place: Place,
    /// The month it is about.
    pub month: CellMonth,
    /// What, and by when.
    pub due: Due,
}

/// A committee's year.
#[derive(Debug, Clone)]
pub struct Grid {
    /// The committee's organisation.
    pub organisation: Organisation,
    /// The twelve months, oldest first.
    pub months: Vec<Month>,
    /// How many cells there are in the last month.
    pub cells: usize,
    /// How many rows there are in all: every cell that stood here in one of the months.
    pub lines: usize,
    /// The rows of this leaf, in order of code.
    pub rows: Vec<Row>,
    /// Totals of each month, over all cells.
    pub columns: Vec<Totals>,
    /// Totals by type of cell.
    pub blocks: Vec<Block>,
    /// How many days before a meeting its papers are asked for, month by month; none where no rule asked for it.
    pub papers_days_before: Vec<Option<u32>>,
    /// What is late or will be within the week, most urgent first.
    pub owed: Vec<Owed>,
    /// Overseers of cells here, for the filter.
    pub overseers: Vec<(MemberId, String)>,
}

/// The grid of the cells within an organisation. It is worked out once for a state of the store and an hour.
#[boxed]
pub async fn grid(ctx: &Ctx, filter: &GridFilter) -> Result<Arc<Grid>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, filter.organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeMonths, &Resource::at(&place), Action::SeeOrganisations)?;
    let now = ctx.now();
    // Days left change with the clock: what was worked out stands for an hour at the most.
    let hour = now.timestamp().as_second() / 3600;
    let key = format!("grid {hour} {filter:?}");
    ctx.memory().recall(&mut tx, key, async |tx: &mut Tx| work_out(ctx, tx, filter, now).await).await
}

/// Where the asker may see months: committees by code, then the cells to stand in or lead.
#[boxed]
pub async fn seen_by(ctx: &Ctx) -> Result<Vec<Organisation>> {
    reach::where_may(ctx, Action::SeeMonths).await
}

async fn work_out(ctx: &Ctx, tx: &mut Tx, filter: &GridFilter, now: Instant) -> Result<Grid> {
    let organisation = organisations::find(tx, filter.organisation).await?.ok_or(Error::NotFound)?;
    let today = now.date();
    let months: Vec<Month> = filter.to.year_to().collect();
    let all = rows_of(tx, filter, &months, today).await?;
    let holders = offices::holders_within(tx, filter.organisation, today).await?;
    let overseers = holders.iter().filter(|holder| holder.term.office == Office::Overseer);
    let overseers: Vec<_> = overseers.collect();
    let rules = RulesByPlace::load(ctx, tx, today).await?;
    let owed = owed(&all, &rules, now);
    let in_time = rules.papers_in_time(tx, filter).await?;
    let days_before = |month: Month| in_time.get(&month).copied().flatten();
    let column = |n: usize| Totals::of(all.iter().filter_map(|row| row.month(n)), days_before);
    let columns = (0..12).map(column).collect();
    let cells = all.iter().filter(|row| row.month(11).is_some()).count();
    let blocks = blocks(&all, days_before);
    let count = all.len();
    let mut rows: Vec<Row> = all.into_iter().skip(filter.skip).take(filter.limit).collect();
    for row in &mut rows {
        let follows = overseers.iter().filter(|holder| holder.term.organisation == row.cell.id);
        row.overseers = follows.map(|holder| holder.name.clone()).collect();
    }
    let mut people: Vec<(MemberId, String)> =
        overseers.iter().filter_map(|holder| Some((holder.term.member?, holder.name.clone()))).collect();
    people.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    people.dedup();
    Ok(Grid {
        organisation,
        months,
        cells,
        lines: count,
        rows,
        columns,
        blocks,
        papers_days_before: filter.to.year_to().map(days_before).collect(),
        owed,
        overseers: people,
    })
}

/// The rules of a day for each cell: worked out anew only where some committee set values of its own.
struct RulesByPlace<'a> {
    ctx: &'a Ctx,
    today: jiff::civil::Date,
    national: Rules,
    overrides: Vec<nennep_domain::rules::Override>,
}

impl<'a> RulesByPlace<'a> {
    async fn load(ctx: &'a Ctx, tx: &mut Tx, today: jiff::civil::Date) -> Result<Self> {
        let overrides = rules::overrides(tx).await?;
        Ok(Self { ctx, today, national: ctx.rules.on(today), overrides })
    }

    /// How many days before the meeting the papers are asked for in each month, as the committee itself has it.
    async fn papers_in_time(&self, tx: &mut Tx, filter: &GridFilter) -> Result<HashMap<Month, Option<u32>>> {
        let place = organisations::place(tx, filter.organisation).await?.ok_or(Error::NotFound)?;
        let asked = |month: Month| {
            let rules = self.ctx.rules.on_for(month.first_day(), &place, &self.overrides);
            (month, rules.papers_days_before().value)
        };
        Ok(filter.to.year_to().map(asked).collect())
    }

    fn of(&self, place: &Place) -> Rules {
        if self.overrides.iter().any(|one| place.is_within(one.organisation)) {
            self.ctx.rules.on_for(self.today, place, &self.overrides)
        } else {
            self.national.clone()
        }
    }
}

/// The cells that stood within the organisation in any of the months, each with its months.
async fn rows_of(tx: &mut Tx, filter: &GridFilter, months: &[Month], today: Date) -> Result<Vec<Row>> {
    let history = organisations::history(tx).await?;
    let mut stood = stood::cells(&history, filter.organisation, months, today, filter.cell_type);
    if let Some(member) = filter.overseer {
        let overseen = Some((member, today));
        let asked = Filter { within: Some(filter.organisation), overseen, ..Filter::default() };
        let followed = organisations::list(tx, asked, MOST_CELLS).await?;
        stood.retain(|one| followed.iter().any(|cell| cell.id == one.cell.id));
    }
    stood.truncate(usize::try_from(MOST_CELLS).unwrap_or(usize::MAX));
    let ids: Vec<OrganisationId> = stood.iter().map(|one| one.cell.id).collect();
    let places = organisations::places(tx, &ids).await?;
    let places: HashMap<OrganisationId, Place> =
        places.into_iter().map(|place| (place.organisation, place)).collect();
    let kept = months::of_cells(tx, &ids, filter.to.plus(-11), filter.to).await?;
    let mut known: HashMap<(OrganisationId, Month), CellMonth> =
        kept.into_iter().map(|month| ((month.cell, month.month), month)).collect();
    let row = |one: stood::Stood| {
        let id = one.cell.id;
        let of = |month: &Month| known.remove(&(id, *month)).unwrap_or(CellMonth::empty(id, *month));
        let of_year: Vec<CellMonth> = months.iter().map(of).collect();
        let counts = of_year.iter().enumerate().map(|(n, month)| one.counts(n, month, &history, today));
        Row {
            stood: counts.collect(),
            place: places.get(&id).cloned().unwrap_or_else(|| Place { organisation: id, above: Vec::new() }),
            overseers: Vec::new(),
            months: of_year,
            today: one.today,
            cell: one.cell,
        }
    };
    Ok(stood.into_iter().map(row).collect())
}

fn owed(rows: &[Row], rules: &RulesByPlace<'_>, now: Instant) -> Vec<Owed> {
    let present = Month::of(now.date());
    let mut found = Vec::new();
    for row in rows.iter().filter(|row| row.today) {
        let (cell, place) = (&row.cell, &row.place);
        let rules = rules.of(place);
        let near = (0..row.months.len())
            .filter_map(|n| row.month(n))
            .filter(|month| month.month <= present && month.month >= present.plus(-2));
        for month in near {
            let quarter = row.months.iter().filter(|other| {
                other.month <= month.month
                    && other.month.year() == month.month.year()
                    && other.month.quarter() == month.month.quarter()
            });
            let themes = quarter.filter(|other| other.thematic).count();
            for due in due(month, u32::try_from(themes).unwrap_or(u32::MAX), &rules) {
                if due.days_left(now) < WARNING_DAYS {
                    let (cell, place) = (cell.clone(), place.clone());
                    found.push(Owed { cell, place, month: month.clone(), due });
                }
            }
        }
    }
    // What can still be saved stands first, then what is late, latest first.
    found.sort_by_key(|owed| {
        let late = owed.due.is_late(now);
        let by = owed.due.by.timestamp().as_second();
        (late, if late { -by } else { by }, owed.cell.code.clone())
    });
    found.truncate(MOST_OWED);
    found
}

fn blocks(rows: &[Row], days_before: impl Fn(Month) -> Option<u32> + Copy) -> Vec<Block> {
    let types = std::iter::once(None).chain(CellType::ALL.iter().copied().map(Some));
    let of_type = |cell_type: Option<CellType>| {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.cell.cell_type == cell_type).collect();
        (!rows.is_empty()).then(|| Block {
            cell_type,
            month: Totals::of(rows.iter().filter_map(|row| row.month(11)), days_before),
            year: Totals::of(rows.iter().flat_map(|row| (0..12).filter_map(|n| row.month(n))), days_before),
        })
    };
    types.filter_map(of_type).collect()
}
