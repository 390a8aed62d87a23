//! Which sample: how large, from which seed, up to which month; and what a store says of the sample it holds.

use nennep_domain::time::{Instant, Month};
use nennep_store::{Tx, WriteTx, settings};
use serde::{Deserialize, Serialize};

use crate::{
    boxed,
    error::{Error, Result},
};

/// How large a sample is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// One ward's committee organisation: some thirty cells.
    Ward,
    /// The published size of a Hanoi district: 77 base organisations, 20,764 members.
    District,
}

/// A sample: everything in it follows from these values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// How large.
    pub scale: Scale,
    /// The seed.
    pub seed: u64,
    /// The last month.
    pub until: Month,
    /// How many months end with it.
    #[serde(default = "a_year")]
    pub months: u16,
    /// The moment the sample ends: what would come later has not happened in it.
    pub present: Instant,
}

/// The first month there can be: the ward was founded on 1 July 2025.
pub const FIRST_MONTH: (i16, i8) = (2025, 7);

const fn a_year() -> u16 {
    12
}

impl Sample {
    /// A sample up to a named month. It ends in the evening of the twelfth day of that month, so that of the last month
    /// some meetings are held, one runs, and others are ahead.
    pub fn until(scale: Scale, seed: u64, until: Month) -> Self {
        let evening = until.first_day().with().day(12).build().unwrap_or(until.first_day()).at(20, 10, 0, 0);
        Self { scale, seed, until, months: a_year(), present: Instant::from_local(evening) }
    }

    /// A sample up to now, cut to the full hour.
    pub fn up_to(scale: Scale, seed: u64, now: Instant) -> Self {
        let hour = now.local().date().at(now.local().hour(), 0, 0, 0);
        let until = Month::of(now.date());
        Self { scale, seed, until, months: a_year(), present: Instant::from_local(hour) }
    }

    /// The months it tells of, oldest first: none before the ward was founded.
    pub fn months(&self) -> impl Iterator<Item = Month> {
        let (year, month) = FIRST_MONTH;
        let until = self.until;
        let told = (0..i32::from(self.months)).rev().map(move |back| until.plus(-back));
        told.filter(move |one| (one.year(), one.number()) >= (year, month))
    }
}

/// What a store says of the sample it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The sample.
    #[serde(flatten)]
    pub sample: Sample,
    /// Whether all of it was written. A store in which it was not is no use to anybody.
    pub complete: bool,
}

const NAME: &str = "sample";

/// The sample a store holds or was being filled with; `None` in a store of real data or an empty one.
#[boxed]
pub async fn kept(tx: &mut Tx) -> Result<Option<Kept>> {
    let text = settings::find(tx, NAME).await?;
    text.map(|text| serde_json::from_str(&text).map_err(Error::fault)).transpose()
}

/// Notes which sample a store holds, and whether it is complete.
pub(super) async fn keep(tx: &mut WriteTx, kept: &Kept) -> Result<()> {
    let text = serde_json::to_string(kept).map_err(Error::fault)?;
    Ok(settings::set(tx, NAME, &text).await?)
}
