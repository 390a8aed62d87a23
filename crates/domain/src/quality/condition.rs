//! Conditions of a rubric: terms such as `minutes_short <= 15`, `committee_met` or `!combined`, joined by `&&`.

use super::{
    fact::{Fact, FactKind, FactValue},
    known::Known,
};
use crate::{problems::Sentence, rules::Hundredths};

/// How a number or a percentage is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    AtLeast,
    MoreThan,
    AtMost,
    Below,
}

impl Comparison {
    const WRITTEN: [(&'static str, Self); 4] =
        [(">=", Self::AtLeast), ("<=", Self::AtMost), (">", Self::MoreThan), ("<", Self::Below)];

    fn holds(self, part: u32, whole: u32, limit: Hundredths) -> bool {
        let (part, whole) = (u64::from(part), u64::from(whole));
        match self {
            Self::AtLeast => limit.is_reached_by(part, whole, true),
            Self::MoreThan => limit.is_reached_by(part, whole, false),
            Self::AtMost => !limit.is_reached_by(part, whole, false),
            Self::Below => !limit.is_reached_by(part, whole, true),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Test {
    Is(bool),
    Compares(Comparison, Hundredths),
}

/// A condition on facts: every term must hold. Ratios are compared in percent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition(Vec<(Fact, Test)>);

impl Condition {
    /// Whether it holds; `None` where a fact it rests on is not known and no other term already fails.
    pub(super) fn holds(&self, known: &Known<'_>) -> Option<bool> {
        let mut open = false;
        for (fact, test) in &self.0 {
            match known.value(*fact).and_then(|value| test.holds(value)) {
                Some(false) => return Some(false),
                Some(true) => {}
                None => open = true,
            }
        }
        (!open).then_some(true)
    }

    /// The facts it rests on.
    pub fn facts(&self) -> impl Iterator<Item = Fact> {
        self.0.iter().map(|(fact, _)| *fact)
    }

    /// The yes-or-no facts it rests on with the answer it asks for; `None` if it compares anything.
    pub(super) fn answers(&self) -> Option<Vec<(Fact, bool)>> {
        let answer =
            |(fact, test): &(Fact, Test)| if let Test::Is(yes) = test { Some((*fact, *yes)) } else { None };
        self.0.iter().map(answer).collect()
    }

    /// The condition that `text` says, or why it says none.
    pub(super) fn parse(text: &str) -> Result<Self, Sentence> {
        text.split("&&").map(|term| Self::term(term.trim())).collect::<Result<_, _>>().map(Self)
    }

    fn term(text: &str) -> Result<(Fact, Test), Sentence> {
        let compared = Comparison::WRITTEN.iter().find_map(|(sign, how)| {
            let (fact, limit) = text.split_once(sign)?;
            Some((fact.trim(), *how, limit.trim()))
        });
        if let Some((name, how, limit)) = compared {
            let fact = known_fact(name)?;
            let limit = limit.parse().map_err(|_| malformed(text))?;
            if fact.kind() == FactKind::YesNo {
                return Err(Sentence::new("quality-rubric-fact-not-number").with("fact", name));
            }
            return Ok((fact, Test::Compares(how, limit)));
        }
        let (name, yes) = text.strip_prefix('!').map_or((text, true), |name| (name.trim(), false));
        let fact = known_fact(name)?;
        if fact.kind() != FactKind::YesNo {
            return Err(Sentence::new("quality-rubric-fact-not-yes-no").with("fact", name));
        }
        Ok((fact, Test::Is(yes)))
    }
}

impl Test {
    fn holds(self, value: FactValue) -> Option<bool> {
        match (self, value) {
            (Self::Is(asked), FactValue::YesNo(yes)) => Some(asked == yes),
            (Self::Compares(how, limit), FactValue::Ratio(share)) => {
                Some(how.holds(share.part, share.whole, limit))
            }
            // A number compares like that many parts of a hundred.
            (Self::Compares(how, limit), FactValue::Number(number)) => Some(how.holds(number, 100, limit)),
            _ => None,
        }
    }
}

/// The fact of that name, or that there is none.
pub(super) fn known_fact(name: &str) -> Result<Fact, Sentence> {
    name.parse().map_err(|_| Sentence::new("quality-rubric-unknown-fact").with("fact", name))
}

fn malformed(text: &str) -> Sentence {
    Sentence::new("quality-rubric-condition-malformed").with("condition", text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("committee_met", None)]
    #[case("!combined && notices >= 100", None)]
    #[case("minutes_short <= 15", None)]
    #[case("length >= 50.5", None)]
    #[case("weather", Some("quality-rubric-unknown-fact"))]
    #[case("", Some("quality-rubric-unknown-fact"))]
    #[case("weather > 3", Some("quality-rubric-unknown-fact"))]
    #[case("minutes_short <= many", Some("quality-rubric-condition-malformed"))]
    #[case("minutes_short", Some("quality-rubric-fact-not-yes-no"))]
    #[case("committee_met >= 1", Some("quality-rubric-fact-not-number"))]
    fn conditions_are_read_or_explained(#[case] text: &str, #[case] wrong: Option<&str>) {
        assert_eq!(Condition::parse(text).err().map(|sentence| sentence.key), wrong);
    }

    #[rstest]
    #[case("minutes_short <= 15", 15, true)]
    #[case("minutes_short <= 15", 16, false)]
    #[case("minutes_short < 15", 15, false)]
    #[case("minutes_short >= 15", 15, true)]
    #[case("minutes_short > 15", 15, false)]
    fn numbers_compare_exactly(#[case] text: &str, #[case] number: u32, #[case] holds: bool) {
        let condition = Condition::parse(text).unwrap();
        assert_eq!(condition.0[0].1.holds(FactValue::Number(number)), Some(holds));
    }
}
