//! Which cells stood within an organisation in which months: the grid shows the cells as they were then.

use std::collections::BTreeMap;

use jiff::civil::Date;
use nennep_domain::{
    ids::OrganisationId,
    months::CellMonth,
    organisations::{
        CellType, Organisation, OrganisationKind,
        history::{Chapter, History},
    },
    time::Month,
};

/// A cell, with the months in which it stood within the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stood {
    /// The cell as it stood in the last of them.
    pub(super) cell: Organisation,
    /// Month by month whether it stood there.
    pub(super) months: Vec<bool>,
    /// Whether it stands there today.
    pub(super) today: bool,
}

/// The day on which a month is looked at: its last, or today where that has not come.
fn day_of(month: Month, today: Date) -> Date {
    month.first_day().last_of_month().min(today)
}

/// The cells that stood within an organisation on the last day of any of these months, as far as it has come, by code.
pub(super) fn cells(
    history: &History,
    within: OrganisationId,
    months: &[Month],
    today: Date,
    cell_type: Option<CellType>,
) -> Vec<Stood> {
    let mut found: BTreeMap<OrganisationId, Stood> = BTreeMap::new();
    let stands = |chapter: &Chapter, on: Date| {
        let is_within = |id| id == within;
        chapter.kind == OrganisationKind::Cell
            && (is_within(chapter.organisation)
                || history.above(chapter.organisation, on).iter().any(|above| is_within(above.organisation)))
    };
    // The last month first: it says how the cell is called.
    for (n, month) in months.iter().enumerate().rev() {
        let on = day_of(*month, today);
        for chapter in history.all_on(on).filter(|chapter| stands(chapter, on)) {
            let stood = found.entry(chapter.organisation).or_insert_with(|| Stood {
                cell: history.as_organisation(chapter),
                months: vec![false; months.len()],
                today: false,
            });
            stood.months[n] = true;
        }
    }
    for stood in found.values_mut() {
        stood.today = history.on(stood.cell.id, today).is_some_and(|chapter| stands(chapter, today));
    }
    let mut all: Vec<Stood> = found.into_values().collect();
    all.retain(|stood| cell_type.is_none() || stood.cell.cell_type == cell_type);
    all.sort_by(|a, b| (&a.cell.code, a.cell.id).cmp(&(&b.cell.code, b.cell.id)));
    all
}

impl Stood {
    /// Whether a month is the organisation's: the cell stood there at its end, or met in it and stood nowhere at its end, because it
    /// ended within the month or is known here only since later.
    pub(super) fn counts(&self, n: usize, month: &CellMonth, history: &History, today: Date) -> bool {
        self.months.get(n).copied().unwrap_or_default()
            || month.meeting.is_some() && history.on(self.cell.id, day_of(month.month, today)).is_none()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    const fn id(n: u128) -> OrganisationId {
        OrganisationId(Uuid::from_u128(n))
    }

    fn chapter(n: u128, parent: Option<u128>, from: Date, to: Option<Date>) -> Chapter {
        let kind = if n < 10 { OrganisationKind::Commune } else { OrganisationKind::Cell };
        Chapter {
            organisation: id(n),
            code: format!("{n:03}"),
            name: format!("No. {n}"),
            kind,
            cell_type: None,
            parent: parent.map(id),
            from_on: from,
            to_on: to,
        }
    }

    #[test]
    fn each_month_has_the_cells_it_had() {
        let (first, moved, ended) = (date(2026, 1, 1), date(2026, 3, 1), date(2026, 4, 15));
        let history = History::new(
            [
                chapter(1, None, first, None),
                chapter(2, None, first, None),
                chapter(10, Some(1), first, None),
                chapter(11, Some(1), first, Some(moved)),
                chapter(11, Some(2), moved, None),
                chapter(12, Some(1), first, Some(ended)),
            ],
            [],
        );
        let months: Vec<Month> = (1..=5).filter_map(|n| Month::new(2026, n)).collect();
        let today = date(2026, 5, 10);
        let seen = |within| {
            let all = cells(&history, id(within), &months, today, None);
            all.into_iter().map(|one| (one.cell.code, one.months, one.today)).collect::<Vec<_>>()
        };
        assert_eq!(
            seen(1),
            [
                ("010".to_owned(), vec![true; 5], true),
                ("011".to_owned(), vec![true, true, false, false, false], false),
                ("012".to_owned(), vec![true, true, true, false, false], false),
            ]
        );
        assert_eq!(seen(2), [("011".to_owned(), vec![false, false, true, true, true], true)]);
        let all = cells(&history, id(1), &months, today, None);
        let mut april = CellMonth::empty(id(12), months[3]);
        assert!(!all[2].counts(3, &april, &history, today));
        april.meeting = Some(nennep_domain::ids::MeetingId(Uuid::nil()));
        assert!(all[2].counts(3, &april, &history, today), "it met before it ended");
        let march = CellMonth { cell: id(11), month: months[2], ..april };
        assert!(!all[1].counts(2, &march, &history, today), "that month is the other's");
    }
}
