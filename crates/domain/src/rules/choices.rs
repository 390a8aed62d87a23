//! Closed lists of words that rules choose from.

use super::value::from_word;

text_enum! {
    /// On which side of a band a share falls that stands exactly on an open boundary, e.g. 50 % of speakers.
    BoundarySide {
        /// As the rubric declares it.
        Rubric = "rubric",
        /// Into the better band.
        Upper = "upper",
        /// Into the lower band.
        Lower = "lower",
    }
}

text_enum! {
    /// Among whom a procedural vote (agenda, minutes, score) is counted.
    ProceduralBase {
        /// All official members counted for a resolution.
        OfficialMembers = "official_members",
        /// The official members present.
        OfficialPresent = "official_present",
    }
}

text_enum! {
    /// Of whom the share rated "excellent" is taken.
    CeilingBase {
        /// Of those rated "good" (hoàn thành tốt).
        RatedGood = "rated_good",
        /// Of all who were rated.
        AllRated = "all_rated",
    }
}

text_enum! {
    /// From when a term after a decision runs.
    TermStart {
        /// From the day the decision was received.
        Receipt = "receipt",
        /// From the day the decision was issued.
        Issue = "issue",
    }
}

text_enum! {
    /// The zone of the minimum wage in which a cell meets.
    WageZone {
        /// Zone I.
        One = "zone_one",
        /// Zone II.
        Two = "zone_two",
        /// Zone III.
        Three = "zone_three",
        /// Zone IV.
        Four = "zone_four",
    }
}

text_enum! {
    /// Which of two cells something is done in, of a member on temporary transfer.
    TemporarySide {
        /// The cell the member belongs to.
        Home = "home",
        /// The cell the member visits.
        Host = "host",
    }
}

from_word!(BoundarySide, ProceduralBase, CeilingBase, TermStart, WageZone, TemporarySide);
