//! Seeded chance for samples: the same seed and label give the same row of values on every machine and in every version.

use nennep_domain::time::Instant;
use uuid::Uuid;

/// A row of values (`SplitMix64`) that depends on nothing but the sample's seed and what it is drawn for.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    /// The row for the `n`-th thing called `label`.
    pub(super) fn of(seed: u64, label: &str, n: usize) -> Self {
        let mut state = seed ^ 0xcbf2_9ce4_8422_2325;
        for byte in label.bytes().chain(n.to_le_bytes()) {
            state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        let mut dice = Self(state);
        dice.next();
        dice
    }

    /// The next value.
    pub(super) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`; 0 if there is none.
    pub(super) fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % n).unwrap_or(0)
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = usize::try_from(most - least + 1).unwrap_or(1);
        least + i64::try_from(self.below(span)).unwrap_or(0)
    }

    /// Whether a thing happens that happens `percent` times in a hundred.
    pub(super) fn happens(&mut self, percent: u32) -> bool {
        self.below(100) < percent as usize
    }

    /// One of a list that is not empty.
    pub(super) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// One of a list in which each has a weight.
    pub(super) fn weighed<'a, T>(&mut self, list: &'a [(T, u32)]) -> &'a T {
        let all: u32 = list.iter().map(|(_, weight)| weight).sum();
        let mut left = self.below(all as usize);
        for (one, weight) in list {
            match left.checked_sub(*weight as usize) {
                None => return one,
                Some(less) => left = less,
            }
        }
        &list[0].0
    }

    /// The list in another order.
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }

    /// An id made at a moment.
    pub(super) fn id(&mut self, at: Instant) -> Uuid {
        let milliseconds = u64::try_from(at.timestamp().as_millisecond()).unwrap_or(0);
        let (a, b) = (self.next().to_le_bytes(), self.next().to_le_bytes());
        let bytes = [a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], b[0], b[1]];
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &bytes).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_depends_on_seed_label_and_number_only() {
        let row = |seed, label, n| {
            let mut dice = Dice::of(seed, label, n);
            [dice.next(), dice.next()]
        };
        assert_eq!(row(1, "cell", 3), row(1, "cell", 3));
        assert_ne!(row(1, "cell", 3), row(2, "cell", 3));
        assert_ne!(row(1, "cell", 3), row(1, "cell", 4));
        assert_ne!(row(1, "cell", 3), row(1, "room", 3));
    }

    #[test]
    fn weights_are_shares() {
        let mut dice = Dice::of(1, "weights", 0);
        let list = [("often", 90), ("seldom", 10)];
        let often = (0..1000).filter(|_| *dice.weighed(&list) == "often").count();
        assert!((850..950).contains(&often), "{often}");
    }
}
