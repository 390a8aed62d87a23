//! When a cell of the sample meets, month by month: its usual day and hour, moved off holidays; in the last month around
//! the sample's present, so that some meetings are held, one runs, some are called and some only planned.

use jiff::{
    Span,
    civil::{Date, Time, Weekday, time},
};
use nennep_domain::{
    organisations::CellType,
    rules::Calendar,
    time::{Instant, Month},
};

use super::{blueprint::Cell, dice::Dice, sample::Sample};

/// How many months after the last one are planned.
const MONTHS_AHEAD: i32 = 2;
/// How long before the present a running meeting was opened.
const RUNNING_SINCE_MINUTES: i64 = 40;

/// The routine meeting of one month, as it stands in the year's plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    /// The month.
    pub(super) month: Month,
    /// When it is to start; open while no date is set.
    pub(super) starts_at: Option<Instant>,
}

impl Slot {
    /// The day, if a date is set.
    pub(super) fn date(&self) -> Option<Date> {
        self.starts_at.map(Instant::date)
    }
}

/// What a cell's place in the last month is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Its meeting is over.
    Held,
    /// Its meeting runs.
    Running,
    /// Its meeting is called.
    Called,
    /// Its meeting is planned.
    Planned,
}

/// The slots of a cell: the sample's months and some ahead.
pub(super) fn slots(sample: &Sample, cell: &Cell, turn: Turn, calendar: &Calendar) -> Vec<Slot> {
    let mut dice = Dice::of(sample.seed, "calendar", cell.index);
    let usual = Usual::of(cell.kind, &mut dice);
    let past = sample.months().filter(|month| *month < sample.until);
    let mut slots: Vec<Slot> = past.map(|month| usual.slot(month, &mut dice, calendar)).collect();
    let natural = usual.slot(sample.until, &mut dice, calendar);
    slots.push(last(sample, natural, turn, &usual, &mut dice));
    for n in 1..=MONTHS_AHEAD {
        let slot = usual.slot(sample.until.plus(n), &mut dice, calendar);
        let open = n > 1 && dice.happens(40);
        slots.push(if open { Slot { starts_at: None, ..slot } } else { slot });
    }
    if cell.is_main {
        // Where no day is left in the month, the printed accounts find the next month's meeting called instead.
        let next = sample.until.plus(1).first_day();
        if sample.present.date() == sample.until.last_day()
            && let Some(slot) = slots.iter_mut().find(|slot| slot.month == sample.until.plus(1))
        {
            slot.starts_at = Some(Instant::from_local(next.to_datetime(usual.hour)));
        }
    }
    slots
}

/// The day and hour a cell usually meets.
struct Usual {
    day: i64,
    hour: Time,
    weekdays: bool,
    days_off: bool,
}

impl Usual {
    fn of(cell_type: CellType, dice: &mut Dice) -> Self {
        let day = if dice.happens(75) { dice.between(2, 9) } else { dice.between(14, 25) };
        let hours: &[Time] = match cell_type {
            CellType::Residential => &[time(19, 30, 0, 0), time(8, 0, 0, 0), time(19, 0, 0, 0)],
            CellType::Agency => &[time(14, 0, 0, 0), time(15, 30, 0, 0)],
            CellType::PublicService => &[time(16, 30, 0, 0), time(14, 0, 0, 0)],
            CellType::StateEnterprise => &[time(15, 0, 0, 0), time(16, 0, 0, 0)],
            CellType::PrivateEnterprise => &[time(17, 15, 0, 0), time(14, 0, 0, 0)],
            CellType::Students => &[time(18, 30, 0, 0)],
            CellType::ArmedForces => &[time(14, 0, 0, 0), time(19, 0, 0, 0)],
        };
        let hour = *dice.pick(hours);
        let days_off = cell_type == CellType::PrivateEnterprise && dice.happens(60);
        let weekdays = !days_off && !matches!(cell_type, CellType::Residential | CellType::ArmedForces);
        Self { day, hour, weekdays, days_off }
    }

    fn slot(&self, month: Month, dice: &mut Dice, calendar: &Calendar) -> Slot {
        let day = (self.day + dice.between(-1, 2)).max(1);
        let mut date = month.first_day().saturating_add(Span::new().days(day - 1));
        while !self.suits(date, calendar) && date < month.last_day() {
            date = date.saturating_add(Span::new().days(1));
        }
        Slot { month, starts_at: Some(Instant::from_local(date.to_datetime(self.hour))) }
    }

    fn suits(&self, date: Date, calendar: &Calendar) -> bool {
        let day_off = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
        calendar.holiday(date).is_none()
            && (!self.weekdays || calendar.is_working_day(date))
            && (!self.days_off || day_off)
    }
}

/// The last month's slot, moved to where its turn wants it if the month has room for that.
fn last(sample: &Sample, natural: Slot, turn: Turn, usual: &Usual, dice: &mut Dice) -> Slot {
    let present = sample.present;
    let (today, ends) = (present.date(), sample.until.last_day());
    let on = |date: Date| Some(Instant::from_local(date.to_datetime(usual.hour)));
    let between = |from: Date, to: Date, dice: &mut Dice| {
        let days = from.until(to).map_or(0, |span| i64::from(span.get_days()));
        from.saturating_add(Span::new().days(dice.between(0, days.max(0))))
    };
    let day = |n: i64| today.saturating_add(Span::new().days(n));
    let starts_at = match turn {
        Turn::Running => Some(present.plus_minutes(-RUNNING_SINCE_MINUTES)),
        Turn::Held if natural.date().is_some_and(|date| date < today) => natural.starts_at,
        Turn::Held if today > sample.until.first_day() => {
            on(between(sample.until.first_day(), day(-1), dice))
        }
        Turn::Called if today < ends => on(between(day(1), day(3).min(ends), dice)),
        Turn::Planned if day(7) <= ends => on(between(day(7), ends, dice)),
        Turn::Planned if today < ends => on(between(day(1), ends, dice)),
        _ => natural.starts_at,
    };
    let open = turn == Turn::Planned && dice.happens(25);
    Slot { starts_at: starts_at.filter(|_| !open), ..natural }
}

/// The turn of each cell in the last month: the main cells are called, the largest other residential one runs, the others
/// share the rest.
pub(super) fn turns(sample: &Sample, cells: &[Cell]) -> Vec<Turn> {
    let mut order: Vec<usize> = (0..cells.len()).collect();
    Dice::of(sample.seed, "turns", 0).shuffle(&mut order);
    let mut turns = vec![Turn::Held; cells.len()];
    for (rank, index) in order.iter().enumerate() {
        turns[*index] = match rank * 100 / cells.len() {
            0..50 => Turn::Held,
            50..75 => Turn::Called,
            _ => Turn::Planned,
        };
    }
    let residential = cells.iter().rev().filter(|cell| cell.kind == CellType::Residential && !cell.is_main);
    let running = residential.max_by_key(|cell| cell.size);
    for cell in cells {
        if cell.is_main {
            turns[cell.index] = Turn::Called;
        } else if running.is_some_and(|one| one.index == cell.index) {
            turns[cell.index] = Turn::Running;
        }
    }
    turns
}
