//! The numbers and settings of the party's rules as dated data: `rules/*.toml`, each value with its document, article,
//! span, confidence and one sentence. A deed is judged by the rules of its own day, and a committee may set a value of
//! its own only where the rule lets it.

mod book;
mod calendar;
mod choices;
mod day;
mod entry;
mod finding;
mod hundredths;
mod majority;
mod overrides;
mod pack;
pub(crate) mod reading;
mod ruled;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod value;
mod view;

pub use book::{FIRST_DAY, NATIONAL, RuleBook};
pub use calendar::Calendar;
pub use choices::{BoundarySide, CeilingBase, ProceduralBase, TemporarySide, TermStart, WageZone};
pub use day::Rules;
pub use entry::{Confidence, Entry, Listed, Words};
pub use finding::{Finding, Findings};
pub use hundredths::{Hundredths, NotANumber};
pub use majority::{Bound, Majority, NotABound};
pub use overrides::{Override, OverrideError};
pub use pack::check;
pub(crate) use pack::words;
pub use ruled::{Local, Ruled};
pub use value::{Unit, Value};
