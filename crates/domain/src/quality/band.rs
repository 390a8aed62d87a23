//! Bands of a share, from 0 to 100 %: which points a share earns, and whether the bands leave no share out.

use super::fact::Share;
use crate::{
    problems::Sentence,
    rules::{BoundarySide, Hundredths},
};

/// One end of a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// Where it is, in percent.
    pub percent: Hundredths,
    /// Whether the end itself belongs to the band.
    pub inclusive: bool,
}

/// Shares that earn the same points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// The lower end.
    pub from: Edge,
    /// The upper end.
    pub to: Edge,
    /// What it earns.
    pub points: Hundredths,
}

impl Band {
    fn holds(&self, share: Share) -> bool {
        let (part, whole) = (u64::from(share.part), u64::from(share.whole));
        self.from.percent.is_reached_by(part, whole, self.from.inclusive)
            && !self.to.percent.is_reached_by(part, whole, !self.to.inclusive)
    }
}

/// The bands of an item, lowest first, checked to leave nothing out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bands {
    bands: Vec<Band>,
    side: Option<BoundarySide>,
}

impl Bands {
    /// The bands in order, or what is wrong: a share in no band, a share in two, or a boundary that belongs to neither of
    /// its bands while `side` declares no side for it.
    pub fn new(mut bands: Vec<Band>, side: Option<BoundarySide>) -> Result<Self, Vec<Sentence>> {
        bands.sort_by_key(|band| (band.from.percent, !band.from.inclusive));
        let mut wrong = Vec::new();
        let mut before = Edge { percent: Hundredths::ZERO, inclusive: false };
        for (n, band) in bands.iter().enumerate() {
            let open = !before.inclusive && !band.from.inclusive;
            if band.from.percent > before.percent || (n == 0 && !band.from.inclusive) {
                wrong.push(between("quality-rubric-band-missing", before.percent, band.from.percent));
            } else if band.from.percent < before.percent || (before.inclusive && band.from.inclusive) {
                wrong.push(between("quality-rubric-bands-overlap", band.from.percent, before.percent));
            } else if n > 0 && open && side.is_none() {
                let percent = band.from.percent.to_string();
                wrong.push(Sentence::new("quality-rubric-boundary-undeclared").with("percent", percent));
            }
            before = band.to;
        }
        let whole = Hundredths::whole(100);
        if before.percent < whole || !before.inclusive {
            wrong.push(between("quality-rubric-band-missing", before.percent, whole));
        }
        if wrong.is_empty() { Ok(Self { bands, side }) } else { Err(wrong) }
    }

    /// What a share earns. `setting`: the committee's own side for an open boundary, where it set one.
    pub fn points(&self, share: Share, setting: BoundarySide) -> Hundredths {
        if let Some(band) = self.bands.iter().find(|band| band.holds(share)) {
            return band.points;
        }
        let side =
            if setting == BoundarySide::Rubric { self.side.unwrap_or(BoundarySide::Lower) } else { setting };
        // In no band: the share stands on an open boundary, so the band below it ends there and the next begins there.
        let above = self.bands.iter().position(|band| {
            !band.from.percent.is_reached_by(u64::from(share.part), u64::from(share.whole), false)
                && band.from.percent > Hundredths::ZERO
        });
        let above = above.unwrap_or(self.bands.len().saturating_sub(1));
        let at = if side == BoundarySide::Upper { above } else { above.saturating_sub(1) };
        self.bands.get(at).map_or(Hundredths::ZERO, |band| band.points)
    }

    /// What the lowest band earns.
    pub fn lowest(&self) -> Hundredths {
        self.bands.iter().map(|band| band.points).min().unwrap_or_default()
    }

    /// What the best band earns.
    pub fn best(&self) -> Hundredths {
        self.bands.iter().map(|band| band.points).max().unwrap_or_default()
    }
}

fn between(key: &'static str, from: Hundredths, to: Hundredths) -> Sentence {
    Sentence::new(key).with("from", from.to_string()).with("to", to.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn band(from: i64, from_in: bool, to: i64, to_in: bool, points: i64) -> Band {
        let edge = |percent, inclusive| Edge { percent: Hundredths::whole(percent), inclusive };
        Band { from: edge(from, from_in), to: edge(to, to_in), points: Hundredths::whole(points) }
    }

    fn speaking() -> Vec<Band> {
        vec![
            band(50, false, 100, true, 5),
            band(40, true, 50, false, 4),
            band(30, true, 40, false, 3),
            band(0, true, 30, false, 2),
        ]
    }

    fn keys(wrong: Result<Bands, Vec<Sentence>>) -> Vec<&'static str> {
        wrong.err().unwrap_or_default().iter().map(|sentence| sentence.key).collect()
    }

    #[rstest]
    #[case(11, 20, 5)]
    #[case(9, 20, 4)]
    #[case(8, 20, 4)]
    #[case(7, 20, 3)]
    #[case(6, 20, 3)]
    #[case(5, 20, 2)]
    #[case(0, 20, 2)]
    #[case(20, 20, 5)]
    fn statement_14_speaking_bands(#[case] part: u32, #[case] whole: u32, #[case] points: i64) {
        let bands = Bands::new(speaking(), Some(BoundarySide::Lower)).unwrap();
        assert_eq!(bands.points(Share { part, whole }, BoundarySide::Rubric), Hundredths::whole(points));
    }

    #[rstest]
    #[case(BoundarySide::Lower, BoundarySide::Rubric, 4)]
    #[case(BoundarySide::Upper, BoundarySide::Rubric, 5)]
    #[case(BoundarySide::Lower, BoundarySide::Upper, 5)]
    #[case(BoundarySide::Upper, BoundarySide::Lower, 4)]
    fn statement_14_the_boundary_of_50_percent_needs_a_side(
        #[case] declared: BoundarySide,
        #[case] setting: BoundarySide,
        #[case] points: i64,
    ) {
        assert_eq!(keys(Bands::new(speaking(), None)), ["quality-rubric-boundary-undeclared"]);
        let bands = Bands::new(speaking(), Some(declared)).unwrap();
        assert_eq!(bands.points(Share { part: 10, whole: 20 }, setting), Hundredths::whole(points));
    }

    #[rstest]
    #[case(vec![band(90, true, 100, true, 4), band(0, true, 75, false, 1)], "quality-rubric-band-missing")]
    #[case(vec![band(90, true, 100, true, 4), band(5, true, 90, false, 1)], "quality-rubric-band-missing")]
    #[case(vec![band(90, true, 99, true, 4), band(0, true, 90, false, 1)], "quality-rubric-band-missing")]
    #[case(vec![band(90, true, 100, false, 4), band(0, true, 90, false, 1)], "quality-rubric-band-missing")]
    #[case(vec![band(0, false, 100, true, 4)], "quality-rubric-band-missing")]
    #[case(vec![], "quality-rubric-band-missing")]
    #[case(vec![band(90, true, 100, true, 4), band(0, true, 90, true, 1)], "quality-rubric-bands-overlap")]
    #[case(vec![band(80, true, 100, true, 4), band(0, true, 90, false, 1)], "quality-rubric-bands-overlap")]
    fn bands_that_leave_a_share_out_or_count_it_twice_are_refused(
        #[case] bands: Vec<Band>,
        #[case] key: &str,
    ) {
        assert!(keys(Bands::new(bands, None)).contains(&key));
    }

    proptest! {
        #[test]
        fn every_share_earns_something_and_more_never_earns_less(whole in 1_u32..500, part in 0_u32..500) {
            let part = part.min(whole);
            let bands = Bands::new(speaking(), Some(BoundarySide::Lower)).unwrap();
            let points = bands.points(Share { part, whole }, BoundarySide::Rubric);
            prop_assert!(points >= bands.lowest() && points <= bands.best());
            if part < whole {
                let next = bands.points(Share { part: part + 1, whole }, BoundarySide::Rubric);
                prop_assert!(next >= points);
            }
        }
    }
}
