//! The succession plan (quy hoạch): who is put forward for an office in a term, and the make-up a committee asked of its plan. What it
//! asks is its own: no number of it stands here.

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    accounts::Office,
    ids::{MemberId, NomineeId, OrganisationId},
    names,
    problems::{Problems, Sentence},
    time::PartialDate,
};

/// Somebody in the succession plan for an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Nominee {
    /// Its id.
    pub id: NomineeId,
    /// The organisation whose office it is.
    pub organisation: OrganisationId,
    /// The office.
    pub office: Office,
    /// The member.
    pub member: MemberId,
    /// The term it is for, e.g. `2025-2030`.
    pub term: String,
    /// Whether the member manages in the unit.
    pub manager: bool,
    /// Whether the member is a skilled worker.
    pub skilled: bool,
    /// What speaks for it; may be empty.
    pub note: String,
    /// The day the member was put forward.
    pub put_forward_on: Date,
    /// The day the superior agreed.
    pub agreed_on: Option<Date>,
    /// The day the member left the plan.
    pub withdrawn_on: Option<Date>,
}

text_enum! {
    /// Of whom a committee asked for some in its plan.
    MakeUp {
        /// Women.
        Women = "women",
        /// Members younger than an age the committee set.
        Young = "young",
        /// Managers of the unit.
        Managers = "managers",
        /// Skilled workers.
        Skilled = "skilled",
    }
}

/// How many of a kind a committee asked for in its plan for a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Target {
    /// Of whom.
    pub of: MakeUp,
    /// How many.
    pub count: u32,
    /// Below which age in years, for the young.
    pub under_age: Option<u32>,
}

/// What is known of somebody in the plan, to be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// Whether the member is a woman, if known.
    pub is_woman: Option<bool>,
    /// The date of birth, as far as it is known.
    pub born_on: Option<PartialDate>,
}

impl Nominee {
    /// Whether the member is in the plan.
    pub const fn stands(&self) -> bool {
        self.withdrawn_on.is_none()
    }

    /// The offices a plan is made for.
    pub const OFFICES: [Office; 3] = [Office::Secretary, Office::Deputy, Office::CommitteeMember];

    /// Whether it counts towards what was asked for. An age is reckoned on a day, to the latest day a birth can mean.
    pub fn counts_towards(&self, target: &Target, person: Person, on: Date) -> bool {
        self.stands()
            && match target.of {
                MakeUp::Women => person.is_woman == Some(true),
                MakeUp::Managers => self.manager,
                MakeUp::Skilled => self.skilled,
                MakeUp::Young => target.under_age.zip(person.born_on).is_some_and(|(under, born)| {
                    let years = i32::try_from(under).unwrap_or(i32::MAX).min(200);
                    born.date.saturating_add(jiff::Span::new().years(years)) > on
                }),
            }
    }

    /// What is wrong with it as it was typed, by `today`.
    pub fn check(&self, today: Date) -> Problems {
        let mut problems = Problems::default();
        if !Self::OFFICES.contains(&self.office) {
            problems.add("office", Sentence::new("nominees-office-unfit"));
        }
        if self.term.is_empty() {
            problems.add("term", Sentence::new("nominees-term-missing"));
        }
        if self.put_forward_on > today {
            problems.add("put_forward_on", Sentence::new("nominees-to-come"));
        }
        problems
    }

    /// What is wrong with a later day: it is before the first, or has not come.
    pub fn check_day(&self, on: Date, today: Date) -> Problems {
        let mut problems = Problems::default();
        if on < self.put_forward_on {
            problems.add("on", Sentence::new("nominees-before-put-forward"));
        } else if on > today {
            problems.add("on", Sentence::new("nominees-to-come"));
        }
        problems
    }
}

/// The name of a term, or a note, as it is kept.
pub fn kept(text: &str, most: usize) -> String {
    names::tidy(text).chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;

    const TODAY: Date = date(2026, 11, 2);

    fn nominee() -> Nominee {
        Nominee {
            id: NomineeId(Uuid::nil()),
            organisation: OrganisationId(Uuid::nil()),
            office: Office::Secretary,
            member: MemberId(Uuid::nil()),
            term: "2025-2030".to_owned(),
            manager: true,
            skilled: false,
            note: String::new(),
            put_forward_on: date(2026, 10, 1),
            agreed_on: None,
            withdrawn_on: None,
        }
    }

    #[rstest]
    #[case(MakeUp::Women, None, true)]
    #[case(MakeUp::Managers, None, true)]
    #[case(MakeUp::Skilled, None, false)]
    #[case(MakeUp::Young, Some(40), false)]
    #[case(MakeUp::Young, Some(41), true)]
    #[case(MakeUp::Young, None, false)]
    fn the_make_up_is_counted(#[case] of: MakeUp, #[case] under_age: Option<u32>, #[case] counts: bool) {
        // Forty on the very day: no longer under forty.
        let person = Person { is_woman: Some(true), born_on: Some(PartialDate::day(date(1986, 11, 2))) };
        let target = Target { of, count: 1, under_age };
        assert_eq!(nominee().counts_towards(&target, person, TODAY), counts);
        let left = Nominee { withdrawn_on: Some(TODAY), ..nominee() };
        assert!(!left.counts_towards(&target, person, TODAY), "who left the plan counts no more");
    }

    #[test]
    fn who_is_not_known_counts_for_nothing() {
        let person = Person { is_woman: None, born_on: None };
        for of in [MakeUp::Women, MakeUp::Young] {
            let target = Target { of, count: 1, under_age: Some(90) };
            assert!(!nominee().counts_towards(&target, person, TODAY));
        }
    }

    #[test]
    fn days_follow_each_other_and_do_not_lie_ahead() {
        assert!(nominee().check(TODAY).0.is_empty());
        assert!(!nominee().check(date(2026, 9, 30)).0.is_empty());
        let nobody = Nominee { office: Office::Overseer, term: String::new(), ..nominee() };
        assert_eq!(nobody.check(TODAY).0.len(), 2);
        assert!(nominee().check_day(date(2026, 10, 1), TODAY).0.is_empty());
        assert!(!nominee().check_day(date(2026, 9, 30), TODAY).0.is_empty());
        assert!(!nominee().check_day(date(2026, 11, 3), TODAY).0.is_empty());
    }
}
