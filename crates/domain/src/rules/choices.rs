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

from_word!(BoundarySide, ProceduralBase, CeilingBase, TermStart);
