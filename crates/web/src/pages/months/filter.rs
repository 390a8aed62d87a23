//! What the pages of months are asked for: whose, up to when, which cells, and what the squares show.

use nennep_app::{
    Ctx,
    months::{self, Grid, GridFilter},
};
use nennep_domain::{
    ids::{MemberId, OrganisationId},
    organisations::{CellType, Organisation},
    time::Month,
};

use crate::{
    components::{Choice, Pager},
    errors::Failure,
    forms::Typed,
    words::Words,
};

/// How many cells one leaf shows.
const LEAF: usize = 50;
/// How many months back the choice of a last month goes.
const MONTHS_BACK: i32 = 36;

/// What the squares show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Show {
    #[default]
    Grade,
    Length,
    Attendance,
    Speaking,
    Papers,
    Score,
    Report,
}

impl Show {
    pub(super) const ALL: [Self; 7] = [
        Self::Grade,
        Self::Length,
        Self::Attendance,
        Self::Speaking,
        Self::Papers,
        Self::Score,
        Self::Report,
    ];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Grade => "grade",
            Self::Length => "length",
            Self::Attendance => "attendance",
            Self::Speaking => "speaking",
            Self::Papers => "papers",
            Self::Score => "score",
            Self::Report => "report",
        }
    }
}

/// What was asked for, made whole.
pub(super) struct Asked {
    pub(super) of: OrganisationId,
    pub(super) to: Month,
    pub(super) show: Show,
    cell_type: Option<CellType>,
    overseer: Option<MemberId>,
    leaf: usize,
    /// Where the reader may see months.
    pub(super) places: Vec<Organisation>,
}

impl Asked {
    /// What was asked for; without an organisation the first whose months the reader may see. "Not found" for whoever
    /// may see none.
    pub(super) async fn read(ctx: &Ctx, typed: &Typed, to: Option<Month>) -> Result<Self, Failure> {
        let places = months::seen_by(ctx).await?;
        let first = places.first().map(|one| one.id);
        let word = typed.get("show");
        Ok(Self {
            of: typed.read("of").or(first).ok_or(Failure::not_found())?,
            to: to.or_else(|| typed.read("to")).unwrap_or_else(|| Month::of(ctx.now().date())),
            show: Show::ALL.into_iter().find(|show| show.as_str() == word).unwrap_or_default(),
            cell_type: typed.read("type"),
            overseer: typed.read("overseer"),
            leaf: typed.read::<usize>("leaf").unwrap_or(0).min(1_000),
            places,
        })
    }

    pub(super) fn filter(&self) -> GridFilter {
        GridFilter {
            organisation: self.of,
            to: self.to,
            cell_type: self.cell_type,
            overseer: self.overseer,
            skip: self.leaf * LEAF,
            limit: LEAF,
        }
    }

    fn query(&self, show: Show, leaf: usize) -> String {
        let asked = [
            Some(format!("of={}", self.of)),
            self.cell_type.map(|cell_type| format!("type={cell_type}")),
            self.overseer.map(|overseer| format!("overseer={overseer}")),
            (show != Show::default()).then(|| format!("show={}", show.as_str())),
            (leaf > 0).then(|| format!("leaf={leaf}")),
        ];
        asked.into_iter().flatten().collect::<Vec<_>>().join("&")
    }

    /// The grid, with the squares showing this.
    pub(super) fn grid_path(&self, show: Show) -> String {
        format!("/months?to={}&{}", self.to, self.query(show, 0))
    }

    /// One month of these cells.
    pub(super) fn month_path(&self, month: Month) -> String {
        format!("/months/{month}?{}", self.query(Show::default(), 0))
    }

    /// The leaves before and after. `path` gives the address of a leaf.
    pub(super) fn pager(&self, grid: &Grid, month: Option<Month>) -> Option<Pager> {
        let more = (self.leaf + 1) * LEAF < grid.lines;
        let leaf = |leaf: usize| match month {
            Some(month) => format!("/months/{month}?{}", self.query(self.show, leaf)),
            None => format!("/months?to={}&{}", self.to, self.query(self.show, leaf)),
        };
        (more || self.leaf > 0).then(|| Pager {
            shown: grid.rows.len(),
            before: if self.leaf > 0 { leaf(self.leaf - 1) } else { String::new() },
            after: if more { leaf(self.leaf + 1) } else { String::new() },
        })
    }

    pub(super) fn choices_of_places(&self) -> Vec<Choice> {
        let place = |one: &Organisation| Choice::new(one.id.to_string(), &one.name, one.id == self.of);
        self.places.iter().map(place).collect()
    }

    pub(super) fn choices_of_months(&self, w: Words, present: Month) -> Vec<Choice> {
        let latest = self.to.max(present);
        let month = |n: i32| {
            let month = latest.plus(-n);
            Choice::new(month.to_string(), w.month(month), month == self.to)
        };
        (0..MONTHS_BACK).map(month).collect()
    }

    pub(super) fn choices_of_types(&self, w: Words) -> Vec<Choice> {
        let choice = |one: &CellType| {
            let word = one.as_str();
            Choice::new(word, w.one_of("organisations-type", word), Some(*one) == self.cell_type)
        };
        CellType::ALL.iter().map(choice).collect()
    }

    pub(super) fn choices_of_overseers(&self, grid: &Grid) -> Vec<Choice> {
        let choice =
            |(id, name): &(MemberId, String)| Choice::new(id.to_string(), name, Some(*id) == self.overseer);
        grid.overseers.iter().map(choice).collect()
    }
}
