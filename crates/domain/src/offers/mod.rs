//! What a member can and wants to do, as the member says it: skills, kinds of task, hours. Asked once a year, changed and erased at
//! any time, and never a profile of opinions: there is no field for one.

mod fit;
mod list;

use jiff::{Span, civil::Date};
use serde::Serialize;

pub use fit::{Fit, fit};
pub use list::{Entry, OfferList};

use crate::{
    ids::MemberId,
    names::tidy_text,
    problems::{Problems, Sentence},
    rules::Rules,
    time::Instant,
};

/// What a member said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// The member.
    pub member: MemberId,
    /// What it is.
    pub said: Said,
    /// When it was said last.
    pub said_at: Instant,
}

/// What was said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Said {
    /// What the member can do: keys of [`OfferList::skills`].
    pub skills: Vec<String>,
    /// What the member would like to do: keys of [`OfferList::kinds`].
    pub kinds: Vec<String>,
    /// In own words; may be empty.
    pub words: String,
    /// How many hours a month, if that was said.
    pub hours_a_month: Option<u32>,
    /// Whether the answer is that there is nothing to say. Then all else is empty.
    pub nothing: bool,
}

/// The most hours a month anybody can offer.
const MOST_HOURS: u32 = 200;
/// The most letters of the own words.
const MOST_LETTERS: usize = 500;

impl Said {
    /// What was said, tidied. Refused where it says nothing at all, says nothing and something at once, or names what is on no list.
    pub fn check(self, list: &OfferList) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let words = tidy_text(&self.words);
        let known = |keys: &[String], entries: &[Entry]| {
            let mut found: Vec<String> = entries.iter().map(|one| one.key.clone()).collect();
            found.retain(|key| keys.contains(key));
            found
        };
        let (skills, kinds) = (known(&self.skills, &list.skills), known(&self.kinds, &list.kinds));
        if skills.len() != self.skills.len() {
            problems.add("skills", Sentence::new("offers-unknown"));
        }
        if kinds.len() != self.kinds.len() {
            problems.add("kinds", Sentence::new("offers-unknown"));
        }
        if words.chars().count() > MOST_LETTERS {
            problems.add("words", Sentence::new("offers-words-long"));
        }
        if self.hours_a_month.is_some_and(|hours| hours > MOST_HOURS) {
            problems.add("hours_a_month", Sentence::new("offers-hours-many").with("most", MOST_HOURS));
        }
        let something = !self.skills.is_empty()
            || !self.kinds.is_empty()
            || !words.is_empty()
            || self.hours_a_month.is_some();
        match (self.nothing, something) {
            (true, true) => problems.add("nothing", Sentence::new("offers-both")),
            (false, false) => problems.add("skills", Sentence::new("offers-neither")),
            _ => {}
        }
        let Self { hours_a_month, nothing, .. } = self;
        problems.or(Some(Self { skills, kinds, words, hours_a_month, nothing }))
    }
}

/// Whether a member is asked on a day: within so many days of the yearly day, and only who has not said anything since it came.
pub fn is_asked(last_said: Option<Date>, today: Date, rules: &Rules) -> bool {
    let days = i64::from(rules.offer_asked_days().value);
    let on = |year: i16| {
        let days = rules.offer_asked_on().value;
        days.into_iter().filter_map(move |day| format!("{year:04}-{day}").parse::<Date>().ok())
    };
    // The span of the year before may reach into this one.
    on(today.year().saturating_sub(1)).chain(on(today.year())).any(|from| {
        let ends = from.saturating_add(Span::new().days(days));
        from <= today && today < ends && last_said.is_none_or(|said| said < from)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::national;
    use jiff::civil::date;
    use rstest::rstest;

    fn said(skills: &[&str], kinds: &[&str], words: &str, hours: Option<u32>, nothing: bool) -> Said {
        let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
        Said {
            skills: keys(skills),
            kinds: keys(kinds),
            words: words.to_owned(),
            hours_a_month: hours,
            nothing,
        }
    }

    #[rstest]
    #[case(said(&["law"], &[], "", None, false), &[])]
    #[case(said(&[], &["people"], "", None, false), &[])]
    #[case(said(&[], &[], "Sửa xe máy", None, false), &[])]
    #[case(said(&[], &[], "", Some(4), false), &[])]
    #[case(said(&[], &[], "", Some(200), false), &[])]
    #[case(said(&[], &[], "", Some(201), false), &["hours_a_month"])]
    #[case(said(&[], &[], " ", None, true), &[])]
    #[case(said(&[], &[], "", None, false), &["skills"])]
    #[case(said(&["law"], &[], "", None, true), &["nothing"])]
    #[case(said(&["flying"], &[], "", None, false), &["skills"])]
    #[case(said(&[], &["flying"], "", None, false), &["kinds"])]
    fn something_or_nothing_is_said(#[case] said: Said, #[case] wrong: &[&str]) {
        let checked = said.check(OfferList::built_in());
        let fields: Vec<_> = checked.err().unwrap_or_default().0.iter().map(|one| one.field).collect();
        assert_eq!(fields, wrong);
    }

    #[test]
    fn the_own_words_are_short() {
        let long = |count| said(&[], &[], &"a".repeat(count), None, false).check(OfferList::built_in());
        assert!(long(500).is_ok());
        assert_eq!(long(501).unwrap_err().0[0].field, "words");
    }

    #[rstest]
    #[case(date(2026, 11, 14), None, false)]
    #[case(date(2026, 11, 15), None, true)]
    #[case(date(2026, 12, 29), None, true)]
    #[case(date(2026, 12, 30), None, false)]
    #[case(date(2026, 11, 20), Some(date(2026, 11, 14)), true)]
    #[case(date(2026, 11, 20), Some(date(2026, 11, 15)), false)]
    #[case(date(2026, 11, 20), Some(date(2025, 11, 20)), true)]
    #[case(date(2026, 6, 1), None, false)]
    fn it_is_asked_once_a_year_and_no_longer_than_the_rule_says(
        #[case] today: Date,
        #[case] last: Option<Date>,
        #[case] asked: bool,
    ) {
        assert_eq!(is_asked(last, today, &national().on(today)), asked);
    }
}
