//! What can be chosen in forms of dues.

use nennep_domain::{
    dues::{DuesCategory, PaymentWay},
    time::Month,
};

use crate::{components::Choice, words::Words};

pub(super) fn ways(w: Words, chosen: &str) -> Vec<Choice> {
    let way = |one: &PaymentWay| {
        let word = one.as_str();
        Choice::new(word, w.one_of("dues-way", word), word == chosen)
    };
    PaymentWay::ALL.iter().map(way).collect()
}

pub(super) fn categories(w: Words, chosen: &str) -> Vec<Choice> {
    let category = |one: &DuesCategory| {
        let word = one.as_str();
        let help = w.one_of("dues-category-help", word);
        Choice::new(word, w.one_of("dues-category", word), word == chosen).helped(help)
    };
    DuesCategory::ALL.iter().map(category).collect()
}

/// The months around one: so many before, so many after.
pub(super) fn months(w: Words, around: Month, before: i32, after: i32, chosen: &str) -> Vec<Choice> {
    let month = |n: i32| {
        let month = around.plus(n);
        Choice::new(month.to_string(), w.month(month), month.to_string() == chosen)
    };
    (-before..=after).map(month).collect()
}
