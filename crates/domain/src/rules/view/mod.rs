//! The typed view of the rules of a day: one small accessor per rule, each giving its value with the rule it rests on.
//!
//! Every accessor names its key and unit once; the same table tells the check of packs what the program needs, so a pack
//! that would leave an accessor without its value is refused when it is read.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Entry, Ruled, Unit, Value, ruled, value::FromValue};

/// A rule that an accessor reads.
#[derive(Debug)]
pub(super) struct Need {
    /// Its key.
    pub(super) key: &'static str,
    /// The unit its value is given in.
    pub(super) unit: Unit,
    /// Whether the accessor can read a value.
    pub(super) reads: fn(&Value) -> bool,
}

fn reads<T: FromValue>(value: &Value) -> bool {
    T::from_value(value).is_some()
}

fn national<T: FromValue>(
    entries: &BTreeMap<String, Vec<Entry>>,
    key: &'static str,
    day: Date,
) -> Result<Ruled<T>, &'static str> {
    let entry = entries.get(key).and_then(|spans| spans.iter().find(|entry| entry.holds_on(day)));
    entry.and_then(|entry| ruled::national(key, entry)).ok_or(key)
}

/// Declares the rules of one pack: the values of an era, what the check demands, and an accessor for each.
macro_rules! ruled {
    ($group:ident in $field:ident { $($(#[$meta:meta])* $name:ident: $type:ty = $key:literal in $unit:ident;)+ }) => {
        #[derive(Debug)]
        pub(in crate::rules) struct $group { $($name: $crate::rules::Ruled<$type>),+ }

        impl $group {
            pub(super) const NEEDS: &'static [super::Need] = &[$(super::Need {
                key: $key,
                unit: $crate::rules::Unit::$unit,
                reads: super::reads::<$type>,
            }),+];

            pub(super) fn build(entries: &super::Entries, day: jiff::civil::Date) -> Result<Self, &'static str> {
                Ok(Self { $($name: super::national(entries, $key, day)?),+ })
            }
        }

        impl $crate::rules::Rules { $(
            $(#[$meta])*
            pub fn $name(&self) -> $crate::rules::Ruled<$type> { self.pick(&self.era.$field.$name) }
        )+ }
    };
}

type Entries = BTreeMap<String, Vec<Entry>>;

mod dues;
mod inspection;
mod meetings;
mod members;
mod organisations;
mod papers;
mod privacy;
mod quality;
mod ratings;
mod tasks;
mod votes;

/// What the typed view needs, pack by pack.
pub(super) const NEEDS: &[&[Need]] = &[
    dues::Dues::NEEDS,
    inspection::Inspection::NEEDS,
    meetings::Meetings::NEEDS,
    members::Members::NEEDS,
    organisations::Organisations::NEEDS,
    papers::Papers::NEEDS,
    privacy::Privacy::NEEDS,
    quality::Quality::NEEDS,
    ratings::Ratings::NEEDS,
    tasks::Tasks::NEEDS,
    votes::Votes::NEEDS,
];

/// The national values between two days on which some rule changed.
#[derive(Debug)]
pub(super) struct Era {
    dues: dues::Dues,
    inspection: inspection::Inspection,
    meetings: meetings::Meetings,
    members: members::Members,
    organisations: organisations::Organisations,
    papers: papers::Papers,
    privacy: privacy::Privacy,
    quality: quality::Quality,
    ratings: ratings::Ratings,
    tasks: tasks::Tasks,
    votes: votes::Votes,
}

impl Era {
    /// The values in force on `day`, or the first key that has none.
    pub(super) fn build(entries: &Entries, day: Date) -> Result<Self, &'static str> {
        Ok(Self {
            dues: dues::Dues::build(entries, day)?,
            inspection: inspection::Inspection::build(entries, day)?,
            meetings: meetings::Meetings::build(entries, day)?,
            members: members::Members::build(entries, day)?,
            organisations: organisations::Organisations::build(entries, day)?,
            papers: papers::Papers::build(entries, day)?,
            privacy: privacy::Privacy::build(entries, day)?,
            quality: quality::Quality::build(entries, day)?,
            ratings: ratings::Ratings::build(entries, day)?,
            tasks: tasks::Tasks::build(entries, day)?,
            votes: votes::Votes::build(entries, day)?,
        })
    }
}
