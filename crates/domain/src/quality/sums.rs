//! Whether the items of a block add up to its maximum.

use std::collections::BTreeSet;

use super::{
    Fact,
    rubric::{Block, Criterion, StartsAt},
};
use crate::{problems::Sentence, rules::Hundredths};

/// How many different facts the items of a block may depend on for whether they count.
const FACTS_AT_MOST: usize = 8;

/// What is wrong with the sum of a block's items: items that add points must reach the maximum in some month and pass it
/// in none; in a sheet that starts at the maximum, only deductions and nothing else belong.
pub(super) fn check(block: &Block, starts_at: StartsAt) -> Option<Sentence> {
    let adding: Vec<_> = block.criteria.iter().filter(|criterion| !criterion.deducts()).collect();
    if starts_at == StartsAt::Maximum {
        return (!adding.is_empty()).then(|| Sentence::new("quality-rubric-only-deductions"));
    }
    let facts: BTreeSet<Fact> = adding
        .iter()
        .filter_map(|criterion| criterion.applies.as_ref())
        .flat_map(super::Condition::facts)
        .collect();
    let facts: Vec<Fact> = facts.into_iter().collect();
    if facts.len() > FACTS_AT_MOST {
        return Some(Sentence::new("quality-rubric-too-many-conditions"));
    }
    let sums = (0..1_u32 << facts.len()).map(|answers| {
        let answer =
            |fact: Fact| facts.iter().position(|one| *one == fact).is_some_and(|n| answers >> n & 1 == 1);
        adding.iter().filter(|one| counts(one, answer)).map(|one| one.maximum).sum::<Hundredths>()
    });
    let best = sums.max().unwrap_or_default();
    (best != block.maximum).then(|| {
        let sentence = Sentence::new("quality-rubric-items-sum").with("sum", best.to_string());
        sentence.with("maximum", block.maximum.to_string())
    })
}

fn counts(criterion: &Criterion, answer: impl Fn(Fact) -> bool) -> bool {
    let answers = criterion.applies.as_ref().and_then(super::Condition::answers).unwrap_or_default();
    answers.into_iter().all(|(fact, asked)| answer(fact) == asked)
}
