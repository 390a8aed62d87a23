//! The ceiling on members rated excellent, taken of a base that the committee configures (statement 38).

use serde::Serialize;

use super::Level;
use crate::{
    problems::Citation,
    rules::{CeilingBase, Hundredths, Rules},
};

/// How many are rated how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Excellent.
    pub excellent: u32,
    /// Good.
    pub good: u32,
    /// Completed.
    pub completed: u32,
    /// Not fulfilled.
    pub failed: u32,
    /// Left out by the decision, with a reason.
    pub left_out: u32,
    /// Not decided yet.
    pub open: u32,
}

impl Tally {
    /// Counts one more, of this level.
    pub const fn add(&mut self, level: Level, count: u32) {
        let of = match level {
            Level::Excellent => &mut self.excellent,
            Level::Good => &mut self.good,
            Level::Completed => &mut self.completed,
            Level::Failed => &mut self.failed,
        };
        *of = of.saturating_add(count);
    }

    /// How many are rated this level.
    pub const fn of(&self, level: Level) -> u32 {
        match level {
            Level::Excellent => self.excellent,
            Level::Good => self.good,
            Level::Completed => self.completed,
            Level::Failed => self.failed,
        }
    }

    /// How many are rated.
    pub const fn rated(&self) -> u32 {
        self.excellent.saturating_add(self.good).saturating_add(self.completed).saturating_add(self.failed)
    }

    /// How many there are, rated or not.
    pub const fn all(&self) -> u32 {
        self.rated().saturating_add(self.left_out).saturating_add(self.open)
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::default(), |mut sum, one| {
            for level in Level::ALL {
                sum.add(*level, one.of(*level));
            }
            sum.left_out = sum.left_out.saturating_add(one.left_out);
            sum.open = sum.open.saturating_add(one.open);
            sum
        })
    }
}

/// The ceiling of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ceiling {
    /// Of whom the share is taken.
    pub base: CeilingBase,
    /// How many they are.
    pub counted: u32,
    /// The greatest share.
    pub percent: Hundredths,
    /// How many may be rated excellent: rounded down, for a ceiling is never passed.
    pub allowed: u32,
    /// How many are.
    pub used: u32,
    /// The rule of the share.
    pub citation: Citation,
    /// The key of that rule.
    pub key: &'static str,
    /// The key of the rule that names the base.
    pub base_key: &'static str,
}

impl Ceiling {
    /// The ceiling these ratings meet under the rules of a day (21-HD/BTCTW 2019: of those rated good in each base organisation; a
    /// committee may set another share and another base).
    pub fn of(tally: &Tally, rules: &Rules) -> Self {
        let (percent, base) = (rules.excellent_ceiling_percent(), rules.excellent_ceiling_base());
        let counted = match base.value {
            CeilingBase::RatedGood => tally.good,
            CeilingBase::AllRated => tally.rated(),
        };
        let hundredths = u64::try_from(percent.value.get()).unwrap_or(0);
        let allowed = u64::from(counted) * hundredths / 10_000;
        Self {
            base: base.value,
            counted,
            percent: percent.value,
            allowed: u32::try_from(allowed).unwrap_or(u32::MAX),
            used: tally.excellent,
            citation: percent.citation,
            key: percent.key,
            base_key: base.key,
        }
    }

    /// Whether more are rated excellent than may be.
    pub const fn is_exceeded(&self) -> bool {
        self.used > self.allowed
    }

    /// By how many.
    pub const fn over(&self) -> u32 {
        self.used.saturating_sub(self.allowed)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;
    use crate::{
        ids::{AccountId, OrganisationId, OverrideId},
        organisations::Place,
        rules::{Override, Value, tests::national},
    };

    fn tally(excellent: u32, good: u32, completed: u32) -> Tally {
        Tally { excellent, good, completed, ..Tally::default() }
    }

    #[rstest]
    #[case(tally(2, 10, 0), 2, false)]
    #[case(tally(3, 10, 0), 2, true)]
    #[case(tally(2, 9, 0), 1, true)]
    #[case(tally(2, 14, 50), 2, false)]
    #[case(tally(3, 14, 50), 2, true)]
    #[case(tally(0, 0, 12), 0, false)]
    #[case(tally(1, 0, 12), 0, true)]
    #[case(tally(1, 4, 0), 0, true)]
    #[case(tally(1, 5, 0), 1, false)]
    fn statement_38_at_most_a_fifth_of_those_rated_good(
        #[case] tally: Tally,
        #[case] allowed: u32,
        #[case] exceeded: bool,
    ) {
        let ceiling = Ceiling::of(&tally, &national().on(date(2026, 12, 20)));
        assert_eq!((ceiling.base, ceiling.counted), (CeilingBase::RatedGood, tally.good));
        assert_eq!((ceiling.allowed, ceiling.is_exceeded()), (allowed, exceeded));
        assert_eq!(ceiling.citation.document, "21-HD/BTCTW");
    }

    #[rstest]
    #[case(tally(3, 10, 2), 3, false)]
    #[case(tally(4, 10, 2), 3, true)]
    #[case(tally(2, 2, 6), 2, false)]
    #[case(tally(2, 2, 5), 1, true)]
    fn statement_38_or_of_all_rated_where_the_committee_says_so(
        #[case] tally: Tally,
        #[case] allowed: u32,
        #[case] exceeded: bool,
    ) {
        let ward = OrganisationId(Uuid::from_u128(1));
        let own = Override {
            id: OverrideId(Uuid::from_u128(2)),
            organisation: ward,
            key: "ratings.excellent_ceiling_base".to_owned(),
            value: Value::Text("all_rated".to_owned()),
            from: date(2026, 1, 1),
            to: None,
            reason: "Theo quy định của Thành ủy".to_owned(),
            author: AccountId(Uuid::from_u128(3)),
        };
        let place = Place { organisation: ward, above: Vec::new() };
        let rules = national().on_for(date(2026, 12, 20), &place, &[own]);
        let ceiling = Ceiling::of(&tally, &rules);
        assert_eq!((ceiling.base, ceiling.counted), (CeilingBase::AllRated, tally.rated()));
        assert_eq!((ceiling.allowed, ceiling.is_exceeded()), (allowed, exceeded));
    }

    #[test]
    fn tallies_add_up() {
        let mut one = tally(1, 2, 3);
        (one.left_out, one.open) = (1, 2);
        let sum: Tally = [one, tally(1, 0, 0)].into_iter().sum();
        assert_eq!((sum.excellent, sum.rated(), sum.all()), (2, 7, 10));
    }
}
