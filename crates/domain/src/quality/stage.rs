//! One of the four stages of a score, and their order.

text_enum! {
    /// A stage of a score.
    Stage {
        /// Proposed by the one who tracks the meeting.
        Proposed = "proposed",
        /// Agreed by the cell committee.
        Agreed = "agreed",
        /// Discussed and voted by the cell: the self-score.
        Voted = "voted",
        /// Decided by the direct superior.
        Decided = "decided",
    }
}

impl Stage {
    /// The stage it follows; none for the first.
    pub const fn before(self) -> Option<Self> {
        match self {
            Self::Proposed => None,
            Self::Agreed => Some(Self::Proposed),
            Self::Voted => Some(Self::Agreed),
            Self::Decided => Some(Self::Voted),
        }
    }

    /// Whether it may be entered after `last`: as the next stage, or again while no later one was entered.
    pub fn may_follow(self, last: Option<Self>) -> bool {
        last == Some(self) || last == self.before()
    }
}
