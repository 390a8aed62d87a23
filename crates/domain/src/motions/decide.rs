//! What a vote needs, what came of it, and the sentences to read out.

use serde::Serialize;

use super::{Count, CountError, MotionKind, denominator, eligible};
use crate::{
    meetings::RollEntry,
    problems::{Citation, Sentence},
    rules::{Majority, ProceduralBase, Rules},
    time::Instant,
};

/// What a vote needs, before it is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Terms {
    /// What is put to the vote.
    pub kind: MotionKind,
    /// Among how many it is counted.
    pub base: u32,
    /// How many present may raise a hand.
    pub eligible: u32,
    /// The smallest count in favour that passes.
    pub needed: u32,
    /// The share of the base that must be in favour.
    pub majority: Majority,
    /// The rule of the majority.
    pub citation: Citation,
    /// The rule of the base.
    pub base_citation: Citation,
}

/// What came of a vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// What it needed.
    #[serde(flatten)]
    pub terms: Terms,
    /// The hands counted.
    pub count: Count,
    /// Whether it passed.
    pub passed: bool,
}

/// What a vote needs on this roll. `at`: the moment of the vote, to leave out who had not come or had left; `None` counts
/// everybody who attended. Statements 19, 20 and 22.
pub fn terms(kind: MotionKind, roll: &[RollEntry], at: Option<Instant>, rules: &Rules) -> Terms {
    let majority = match kind {
        MotionKind::Procedural => rules.procedural_majority(),
        MotionKind::Resolution => rules.resolution_majority(),
        MotionKind::Admission => rules.admission_majority(),
        MotionKind::Recognition => rules.recognition_majority(),
    };
    let eligible = eligible(roll, at);
    let (all, procedural) = (denominator(roll, rules), rules.procedural_base());
    let of_present = kind == MotionKind::Procedural && procedural.value == ProceduralBase::OfficialPresent;
    let (base, base_citation) =
        if of_present { (eligible, procedural.citation) } else { (all.value.base, all.citation) };
    let needed = majority.value.needed(base);
    Terms {
        kind,
        base,
        eligible,
        needed,
        majority: majority.value,
        citation: majority.citation,
        base_citation,
    }
}

/// What came of a vote: refused if more hands were counted than may be raised.
pub fn decide(
    kind: MotionKind,
    roll: &[RollEntry],
    at: Option<Instant>,
    count: Count,
    rules: &Rules,
) -> Result<Outcome, CountError> {
    let terms = terms(kind, roll, at, rules);
    let count = count.check(terms.eligible)?;
    let passed = count.in_favour >= terms.needed;
    Ok(Outcome { terms, count, passed })
}

impl Terms {
    /// Whether enough members are present for it to pass at all.
    pub fn can_pass(&self) -> bool {
        self.eligible >= self.needed
    }

    /// What the chair reads out before the vote: among how many it is counted and how many are needed, who may vote, and
    /// that it cannot pass where too few are present.
    pub fn sentences(&self) -> Vec<Sentence> {
        let base = Sentence::new(match self.kind {
            MotionKind::Procedural => "motions-before-procedural",
            MotionKind::Resolution => "motions-before-resolution",
            MotionKind::Admission => "motions-before-admission",
            MotionKind::Recognition => "motions-before-recognition",
        });
        let mut read = vec![
            base.with("base", self.base).with("needed", self.needed),
            Sentence::new("motions-who-may-vote").with("eligible", self.eligible),
        ];
        if !self.can_pass() {
            let short = Sentence::new("motions-too-few-present");
            read.push(short.with("eligible", self.eligible).with("needed", self.needed));
        }
        read
    }
}

impl Outcome {
    /// The share of the base in favour in whole percent, rounded down so that a majority is never shown too early.
    pub fn percent(&self) -> u32 {
        let percent =
            (u64::from(self.count.in_favour) * 100).checked_div(u64::from(self.terms.base)).unwrap_or(0);
        u32::try_from(percent).unwrap_or(u32::MAX)
    }

    /// What the chair reads out after the vote.
    pub fn sentence(&self) -> Sentence {
        let key = match (self.terms.kind, self.passed) {
            (MotionKind::Procedural, true) => "motions-procedural-passed",
            (MotionKind::Procedural, false) => "motions-procedural-failed",
            (MotionKind::Resolution, true) => "motions-resolution-passed",
            (MotionKind::Resolution, false) => "motions-resolution-failed",
            (MotionKind::Admission, true) => "motions-admission-passed",
            (MotionKind::Admission, false) => "motions-admission-failed",
            (MotionKind::Recognition, true) => "motions-recognition-passed",
            (MotionKind::Recognition, false) => "motions-recognition-failed",
        };
        self.with_numbers(Sentence::new(key)).with("needed", self.terms.needed)
    }

    /// The vote line of minutes and resolution: "x/y agree, z %".
    pub fn line(&self) -> Sentence {
        let count = self.count;
        self.with_numbers(Sentence::new("motions-line"))
            .with("against", count.against)
            .with("other", count.other)
    }

    fn with_numbers(&self, sentence: Sentence) -> Sentence {
        let sentence = sentence.with("in_favour", self.count.in_favour).with("base", self.terms.base);
        sentence.with("percent", self.percent())
    }
}

#[cfg(test)]
mod tests {
    use super::super::roll::tests::{any_roll, line, lines};
    use super::*;
    use crate::{
        meetings::Attendance,
        members::{MemberGrade, StandingState},
        rules::tests::national,
    };
    use jiff::civil::date;
    use proptest::prelude::*;
    use rstest::rstest;

    fn rules() -> Rules {
        national().on(date(2026, 11, 5))
    }

    fn roll(present: usize, absent: usize) -> Vec<RollEntry> {
        let mut roll = lines(present, StandingState::Active, Attendance::Present);
        roll.extend(lines(absent, StandingState::Active, Attendance::Excused));
        roll
    }

    #[rstest]
    #[case(20, 0, 10, false)]
    #[case(20, 0, 11, true)]
    #[case(11, 9, 10, false)]
    #[case(11, 9, 11, true)]
    fn statement_19_resolution(
        #[case] present: usize,
        #[case] absent: usize,
        #[case] in_favour: u32,
        #[case] passed: bool,
    ) {
        let count = Count { in_favour, ..Count::default() };
        let outcome = decide(MotionKind::Resolution, &roll(present, absent), None, count, &rules()).unwrap();
        assert_eq!((outcome.terms.base, outcome.terms.needed, outcome.passed), (20, 11, passed));
        assert_eq!(outcome.terms.citation.document, "208-QĐ/TW");
    }

    #[rstest]
    #[case(MotionKind::Admission, 13, false, "06-HD/TW")]
    #[case(MotionKind::Admission, 14, true, "06-HD/TW")]
    #[case(MotionKind::Recognition, 13, false, "Điều lệ Đảng")]
    #[case(MotionKind::Recognition, 14, true, "Điều lệ Đảng")]
    fn statement_22_admission_and_recognition(
        #[case] kind: MotionKind,
        #[case] in_favour: u32,
        #[case] passed: bool,
        #[case] document: &str,
    ) {
        let count = Count { in_favour, ..Count::default() };
        let outcome = decide(kind, &roll(17, 3), None, count, &rules()).unwrap();
        assert_eq!((outcome.terms.needed, outcome.passed), (14, passed));
        assert_eq!(outcome.terms.citation.document, document);
    }

    #[test]
    fn statement_19_a_meeting_of_2024_rests_on_the_charter() {
        let outcome = terms(MotionKind::Resolution, &roll(20, 0), None, &national().on(date(2024, 6, 5)));
        assert_eq!(outcome.citation.to_string(), "Điều lệ Đảng, Điều 9");
        assert_eq!(outcome.base_citation.to_string(), "24-QĐ/TW, 9.3.2");
    }

    #[test]
    fn hands_of_probationary_members_are_refused() {
        let mut roll = roll(10, 0);
        roll.push(line(MemberGrade::Probationary, StandingState::Active, Attendance::Present));
        let count = Count { in_favour: 11, ..Count::default() };
        assert_eq!(
            decide(MotionKind::Resolution, &roll, None, count, &rules()),
            Err(CountError { counted: 11, eligible: 10 })
        );
    }

    #[test]
    fn the_chair_reads_what_is_needed_and_what_came_of_it() {
        let before = terms(MotionKind::Resolution, &roll(17, 3), None, &rules()).sentences();
        assert_eq!(before.len(), 2);
        assert_eq!(
            before[0],
            Sentence::new("motions-before-resolution").with("base", 20_u32).with("needed", 11_u32)
        );
        let few = terms(MotionKind::Admission, &roll(13, 7), None, &rules());
        assert!(!few.can_pass());
        assert_eq!(few.sentences().last().map(|sentence| sentence.key), Some("motions-too-few-present"));
        let count = Count { in_favour: 15, against: 1, other: 1 };
        let after = decide(MotionKind::Resolution, &roll(17, 3), None, count, &rules()).unwrap();
        assert_eq!((after.sentence().key, after.percent()), ("motions-resolution-passed", 75));
        assert_eq!(after.line().key, "motions-line");
    }

    #[test]
    fn a_procedural_motion_may_be_counted_among_those_present() {
        use crate::{ids::*, organisations::Place, rules};
        let nil = uuid::Uuid::nil();
        let set = rules::Override {
            id: OverrideId(nil),
            organisation: OrganisationId(nil),
            key: "votes.procedural_base".to_owned(),
            value: rules::Value::Text("official_present".to_owned()),
            from: date(2026, 1, 1),
            to: None,
            reason: "Quy chế làm việc của đảng ủy".to_owned(),
            author: AccountId(nil),
        };
        let place = Place { organisation: OrganisationId(nil), above: Vec::new() };
        let own = national().on_for(date(2026, 11, 5), &place, &[set]);
        assert_eq!(terms(MotionKind::Procedural, &roll(11, 9), None, &own).needed, 6);
        assert_eq!(terms(MotionKind::Procedural, &roll(11, 9), None, &rules()).needed, 11);
        assert_eq!(terms(MotionKind::Resolution, &roll(11, 9), None, &own).needed, 11);
    }

    proptest! {
        #[test]
        fn what_passes_has_its_majority(roll in any_roll(), kind in proptest::sample::select(MotionKind::ALL), hands in 0_u32..60) {
            let count = Count { in_favour: hands, ..Count::default() };
            if let Ok(outcome) = decide(kind, &roll, None, count, &rules()) {
                prop_assert!(outcome.count.in_favour <= outcome.terms.base);
                prop_assert!(!outcome.passed || hands * 2 > outcome.terms.base);
                prop_assert!(!outcome.passed || outcome.terms.can_pass());
            }
        }
    }
}
