//! One line of a register against what is known of its member: field by field, where an empty cell never erases and a
//! less exact date never replaces a more exact one.

use serde::Serialize;

use super::{Departure, Field, Known, Row};
use crate::{
    members::{Profile, StandingState},
    problems::Sentence,
    time::{PartialDate, Precision},
};

/// What a change concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// A field of the profile.
    Field(Field),
    /// Official or probationary; values are those of `MemberGrade`.
    Grade,
    /// How the member stands in the cell; values are those of `StandingState`.
    State,
    /// That the member left; the value is that of `Leaving` and the date.
    Departure,
}

impl Detail {
    /// Its words for a reader.
    pub const fn label(self) -> Sentence {
        Sentence::new(match self {
            Self::Field(field) => return field.label(),
            Self::Grade => "import-detail-grade",
            Self::State => "import-detail-state",
            Self::Departure => "import-detail-departure",
        })
    }
}

/// One thing a line changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What.
    pub what: Detail,
    /// What is known; empty if nothing was. Of an identity number nothing is shown.
    pub old: String,
    /// What the line says. Of an identity number only the last three digits are shown.
    pub new: String,
}

pub(super) type Text = (Field, fn(&Profile) -> &String, fn(&mut Profile) -> &mut String);

macro_rules! texts { ($($field:ident $name:ident),+ $(,)?) => {
    [$((Field::$field, |profile: &Profile| &profile.$name, |profile: &mut Profile| &mut profile.$name)),+]
} }

/// The fields that are text, but for the identity number, which is never at hand in the clear.
pub(super) const TEXTS: [Text; 18] = texts!(
    FullName full_name, OtherNames other_names, CardNumber card_number, Ethnicity ethnicity, Religion religion,
    HomePlace home_place, Residence residence, Schooling schooling, Profession profession,
    PoliticalTheory political_theory, OccupationBefore occupation_before, Occupation occupation, CvNumber cv_number,
    BadgeNumber badge_number, Service service, Phone phone, Email email, Note note,
);

/// The known profile with the line's values put over it, and what that changes. The identity number is empty unless the
/// line brings a new one.
pub(super) fn compare(known: &Known, row: &Row, same_identity: bool) -> (Profile, Vec<Change>) {
    let mut merged = known.profile.clone();
    merged.identity_number = String::new();
    let mut changes = Vec::new();
    for (field, get, get_mut) in TEXTS {
        let (old, new) = (get(&known.profile), get(&row.profile));
        if !new.is_empty() && old != new && !(field == Field::Phone && same_digits(old, new)) {
            changes.push(change(Detail::Field(field), old, new));
            get_mut(&mut merged).clone_from(new);
        }
    }
    if !row.profile.identity_number.is_empty() && !same_identity {
        merged.identity_number.clone_from(&row.profile.identity_number);
        changes.push(change(Detail::Field(Field::IdentityNumber), "", &masked(&row.profile.identity_number)));
    }
    if let Some(sex) = row.profile.sex.filter(|sex| known.profile.sex != Some(*sex)) {
        changes.push(change(
            Detail::Field(Field::Sex),
            known.profile.sex.map_or("", |sex| sex.as_str()),
            sex.as_str(),
        ));
        merged.sex = Some(sex);
    }
    for (field, old, new, place) in [
        (Field::BornOn, known.profile.born_on, row.profile.born_on, &mut merged.born_on),
        (Field::AdmittedOn, known.profile.admitted_on, row.profile.admitted_on, &mut merged.admitted_on),
        (Field::OfficialOn, known.profile.official_on, row.profile.official_on, &mut merged.official_on),
    ] {
        if let Some(new) = new.filter(|new| old.is_none_or(|old| says_more(*new, old))) {
            let old = old.map(|old| old.to_string()).unwrap_or_default();
            changes.push(change(Detail::Field(field), &old, &new.to_string()));
            *place = Some(new);
        }
    }
    standing(known, row, &mut changes);
    (merged, changes)
}

fn standing(known: &Known, row: &Row, changes: &mut Vec<Change>) {
    if let Some(grade) = known.new_grade(row) {
        changes.push(change(Detail::Grade, known.grade.map_or("", |grade| grade.as_str()), grade.as_str()));
    }
    // A member without a state of its own takes part like any other.
    let state = known.state.unwrap_or(StandingState::Active);
    if let Some(new) = row.state.filter(|new| *new != state && row.departure.is_none()) {
        changes.push(change(Detail::State, state.as_str(), new.as_str()));
    }
    if let Some(left) = known.new_departure(row) {
        changes.push(change(
            Detail::Departure,
            &known.departure.map(shown).unwrap_or_default(),
            &shown(left),
        ));
    }
}

fn shown(departure: Departure) -> String {
    format!("{} {}", departure.leaving, departure.on)
}

pub(super) fn change(what: Detail, old: &str, new: &str) -> Change {
    Change { what, old: old.to_owned(), new: new.to_owned() }
}

/// Whether two telephone numbers are one, however they are grouped.
fn same_digits(one: &str, other: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    digits(one) == digits(other)
}

/// Whether a date differs from the known one and is not just a less exact way of saying it.
fn says_more(new: PartialDate, old: PartialDate) -> bool {
    let vaguer = matches!(
        (new.precision, old.precision),
        (Precision::Year, Precision::Month | Precision::Day) | (Precision::Month, Precision::Day)
    );
    let within = new.date <= old.date && old.latest() <= new.latest();
    new != old && !(vaguer && within)
}

/// An identity number of which only the last three digits can be read.
pub(super) fn masked(number: &str) -> String {
    let hidden = number.len().saturating_sub(3);
    number.char_indices().map(|(n, digit)| if n < hidden { '•' } else { digit }).collect()
}
