//! Tests of rubrics, proposed sheets and stages, by the numbered statements of the field.

mod express;
mod propose;
mod rubrics;
mod stages;

use std::sync::LazyLock;

use jiff::civil::date;

use super::*;
use crate::{
    ids::{AccountId, OrganisationId, OverrideId},
    organisations::Place,
    rules::{Override, Rules, Value, tests::national},
};

/// The rubrics built in, read once.
fn rubrics() -> RubricBook {
    static BOOK: LazyLock<RubricBook> =
        LazyLock::new(|| RubricBook::built_in().unwrap_or_else(|wrong| panic!("{wrong}")));
    BOOK.clone()
}

fn rubric(code: &str) -> Rubric {
    rubrics().on(date(2026, 11, 5)).find(|rubric| rubric.code == code).unwrap().clone()
}

fn rules() -> Rules {
    national().on(date(2026, 11, 5))
}

/// The rules with one value set by the committee.
fn rules_with(key: &str, value: Value) -> Rules {
    let nil = uuid::Uuid::nil();
    let set = Override {
        id: OverrideId(nil),
        organisation: OrganisationId(nil),
        key: key.to_owned(),
        value,
        from: date(2026, 1, 1),
        to: None,
        reason: "Theo kế hoạch của đảng ủy".to_owned(),
        author: AccountId(nil),
    };
    assert_eq!(set.check(&national()), Ok(()));
    let place = Place { organisation: OrganisationId(nil), above: Vec::new() };
    national().on_for(date(2026, 11, 5), &place, &[set])
}
