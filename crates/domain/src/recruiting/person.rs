//! Who an outstanding person is, as typed.

use jiff::civil::Date;

use super::Person;
use crate::{
    members::Sex,
    names::{tidy, tidy_text},
    problems::{Problems, Sentence},
};

text_enum! {
    /// The highest schooling a person completed, the least first.
    Schooling {
        /// Tiểu học.
        Primary = "primary",
        /// Trung học cơ sở.
        LowerSecondary = "lower_secondary",
        /// Trung học phổ thông.
        UpperSecondary = "upper_secondary",
        /// Sơ cấp, trung cấp.
        Vocational = "vocational",
        /// Cao đẳng.
        College = "college",
        /// Đại học.
        University = "university",
        /// Thạc sĩ, tiến sĩ.
        Postgraduate = "postgraduate",
    }
}

/// The most letters of a line.
const LINE: usize = 200;
/// The most letters of the note.
const NOTE: usize = 2_000;

/// Who an outstanding person is, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonDraft {
    /// The name.
    pub name: String,
    /// Sex.
    pub sex: Option<Sex>,
    /// Date of birth.
    pub born_on: Option<Date>,
    /// Place of work.
    pub workplace: String,
    /// Place of residence.
    pub residence: String,
    /// Whether in the youth union.
    pub youth_union: bool,
    /// Schooling.
    pub schooling: Option<Schooling>,
    /// Note.
    pub note: String,
}

impl PersonDraft {
    /// The person, or all that is wrong with what was typed: a name of one word, no sex, no schooling, a date of birth to come.
    pub fn check(&self, today: Date) -> Result<Person, Problems> {
        let mut problems = Problems::default();
        let name = line(&self.name);
        if !name.contains(' ') {
            problems.add("name", Sentence::new("recruiting-name-missing"));
        }
        let sex = self.sex.or_else(|| missing(&mut problems, "sex", "recruiting-sex-missing"));
        let schooling =
            self.schooling.or_else(|| missing(&mut problems, "schooling", "recruiting-schooling-missing"));
        let born_on = self.born_on.or_else(|| missing(&mut problems, "born_on", "recruiting-born-missing"));
        if born_on.is_some_and(|born| born >= today) {
            problems.add("born_on", Sentence::new("recruiting-born-to-come"));
        }
        let person = sex.zip(schooling).zip(born_on).map(|((sex, schooling), born_on)| Person {
            name,
            sex,
            born_on,
            workplace: line(&self.workplace),
            residence: line(&self.residence),
            youth_union: self.youth_union,
            schooling,
            note: tidy_text(&self.note).chars().take(NOTE).collect(),
        });
        problems.or(person)
    }
}

fn missing<T>(problems: &mut Problems, field: &'static str, key: &'static str) -> Option<T> {
    problems.add(field, Sentence::new(key));
    None
}

pub(super) fn line(text: &str) -> String {
    tidy(text).chars().take(LINE).collect()
}
