//! What a person types on a sheet: points and reasons by item, read into values and given back as they were.

use std::collections::BTreeMap;

use nennep_app::{
    Error,
    quality::{self, ItemView, ScoreView},
};
use nennep_domain::{
    problems::{Argument, Problems, Refusal, Sentence},
    quality::{Basis, Points, StageError},
    rules::Hundredths,
};

use crate::{errors::Failure, forms::Typed, words::Words};

/// Something wrong with a field, or with the whole where it has no name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    pub(super) field: String,
    pub(super) words: String,
}

/// All that is wrong with what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Wrongs(pub(super) Vec<Wrong>);

impl Wrongs {
    pub(super) fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|wrong| wrong.field == field).map(|wrong| wrong.words.as_str())
    }

    /// What a check of plain fields found.
    pub(super) fn take(&mut self, w: Words, problems: Problems) {
        for problem in problems.0 {
            self.add(problem.field, w.say(&problem.sentence));
        }
    }

    fn add(&mut self, field: impl Into<String>, words: String) {
        self.0.push(Wrong { field: field.into(), words });
    }

    /// What a use case refused, beside the items it speaks of; what is no matter of the form stays a failure.
    pub(super) fn from_error(w: Words, view: &ScoreView, error: Error) -> Result<Self, Failure> {
        let mut wrongs = Self::default();
        if let Some(errors) = quality::stage_errors(&error) {
            for error in errors {
                let field = match error {
                    StageError::ReasonMissing(item) => reason_field(item),
                    other => other.item().map_or_else(String::new, points_field),
                };
                wrongs.add(field, w.say(&named(w, view, error.sentence())));
            }
            return Ok(wrongs);
        }
        match error {
            Error::Refused(refusal) => wrongs.add("", w.say(&refusal.sentence())),
            Error::Invalid(problems) => wrongs.take(w, problems),
            other => return Err(other.into()),
        }
        Ok(wrongs)
    }
}

/// The sentence with the item's words in place of its key.
fn named(w: Words, view: &ScoreView, mut sentence: Sentence) -> Sentence {
    for (name, value) in &mut sentence.arguments {
        if let (&mut "item", Argument::Text(key)) = (name, value) {
            *key = super::sheet::title_of(w, view, key);
        }
    }
    sentence
}

/// The field of an item's points.
pub(super) fn points_field(item: &str) -> String {
    format!("points.{item}")
}

/// The field of the reason for an item's change.
pub(super) fn reason_field(item: &str) -> String {
    format!("reason.{item}")
}

/// The points of every item that has a field. Points taken away are typed as what they take.
pub(super) fn points(w: Words, view: &ScoreView, typed: &Typed, wrongs: &mut Wrongs) -> Points {
    let mut points = Points::new();
    for item in items(view).filter(|item| item.drawn.basis != Basis::NotApplicable) {
        let field = points_field(&item.key);
        match read_points(typed.get(&field)) {
            Some(of) => drop(points.insert(item.key.clone(), if item.deducts() { -of } else { of })),
            None => wrongs.add(field, w.t("quality-points-unreadable")),
        }
    }
    points
}

/// The reasons that were given, by item.
pub(super) fn reasons(view: &ScoreView, typed: &Typed) -> BTreeMap<String, String> {
    let reason = |item: &ItemView| (item.key.clone(), typed.get(&reason_field(&item.key)).trim().to_owned());
    items(view).map(reason).filter(|(_, reason)| !reason.is_empty()).collect()
}

/// Every item of a sheet.
pub(super) fn items(view: &ScoreView) -> impl Iterator<Item = &ItemView> {
    view.sheet.iter().flat_map(|sheet| &sheet.blocks).flat_map(|block| &block.items)
}

/// Points as people write them: `27,5` or `27.5`.
fn read_points(text: &str) -> Option<Hundredths> {
    let points: Hundredths = text.trim().replace(',', ".").parse().ok()?;
    (points >= Hundredths::ZERO).then_some(points)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("27,5", Some(2750))]
    #[case(" 5 ", Some(500))]
    #[case("4.25", Some(425))]
    #[case("-1", None)]
    #[case("năm", None)]
    #[case("", None)]
    fn points_are_read_as_people_write_them(#[case] text: &str, #[case] hundredths: Option<i64>) {
        assert_eq!(read_points(text).map(Hundredths::get), hundredths);
    }
}
