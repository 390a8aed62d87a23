//! What forms say of a person: the day of birth, the sex, the schooling.

use jiff::civil::Date;
use nennep_domain::{members::Sex, papers::letterhead::date_parts, recruiting::Schooling};

use crate::papers::form::{Form, fill};

pub(super) fn born(form: &Form, on: Date) -> String {
    let (day, month, year) = date_parts(on);
    fill(&form.candidate.date, &[("day", &day), ("month", &month), ("year", &year)])
}

pub(super) fn sex(form: &Form, sex: Sex) -> &str {
    match sex {
        Sex::Male => &form.candidate.male,
        Sex::Female => &form.candidate.female,
    }
}

pub(super) fn schooling(form: &Form, schooling: Schooling) -> &str {
    let words = &form.candidate;
    match schooling {
        Schooling::Primary => &words.primary,
        Schooling::LowerSecondary => &words.lower_secondary,
        Schooling::UpperSecondary => &words.upper_secondary,
        Schooling::Vocational => &words.vocational,
        Schooling::College => &words.college,
        Schooling::University => &words.university,
        Schooling::Postgraduate => &words.postgraduate,
    }
}
