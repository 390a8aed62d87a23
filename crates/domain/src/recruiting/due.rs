//! By when the steps of admission are to be done, and when people are reminded.

use jiff::civil::Date;
use serde::Serialize;

use super::{Fact, Step};
use crate::{
    members::life::probation_over,
    problems::Citation,
    rules::{Ruled, Rules, TermStart},
    time::plus_months,
};

/// The last day in time of something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
    /// The last day in time.
    pub on: Date,
    /// Calendar days left from today; negative once it has passed.
    pub days_left: i32,
    /// The rule.
    pub citation: Citation,
}

impl Due {
    /// A due day by its rule, seen from today.
    pub fn of(ruled: Ruled<Date>, today: Date) -> Self {
        let days_left = days_between(today, ruled.value);
        Self { on: ruled.value, days_left, citation: ruled.citation }
    }
}

/// Calendar days from one day to another; negative backwards.
fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// The last day on which a certificate of the class issued on `issued_on` is good for the cell's vote (statement 30; 06-HD/TW 5.4).
pub fn certificate_ends(issued_on: Date, rules: &Rules) -> Ruled<Date> {
    rules.class_certificate_months().map(|months| plus_months(issued_on, months))
}

/// The last day for the ceremony: working days from the day the decision was issued or received, as the rule of the day of the decision
/// counts (statement 32; 208-QĐ/TW, before that 294-QĐ/TW).
pub fn ceremony_due(decided_on: Date, received_on: Option<Date>, rules: &Rules) -> Ruled<Date> {
    let then = rules.book().on(decided_on);
    let start = match then.ceremony_counts_from().value {
        TermStart::Issue => decided_on,
        TermStart::Receipt => received_on.unwrap_or(decided_on),
    };
    then.ceremony_working_days().map(|days| rules.book().calendar().plus_working_days(start, days))
}

/// The last day for the new member's own CV, counted from the ceremony (208-QĐ/TW).
pub fn member_cv_due(ceremony_on: Date, rules: &Rules) -> Ruled<Date> {
    let then = rules.book().on(ceremony_on);
    then.cv_working_days().map(|days| rules.book().calendar().plus_working_days(ceremony_on, days))
}

/// The last day for handling the recognition of a member whose probation began with the ceremony on `ceremony_on` (statement 32).
pub fn recognition_due(ceremony_on: Date, rules: &Rules) -> Ruled<Date> {
    let over = probation_over(ceremony_on, rules).value;
    rules.recognition_working_days().map(|days| rules.book().calendar().plus_working_days(over, days))
}

/// A due day that people are reminded of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Reminder {
    /// Calendar days left; negative once the day has passed.
    pub days_left: i32,
    /// The reminder that has come: the least of the rule's days that is not below the days left; `None` once the day has passed.
    pub mark: Option<u32>,
}

/// Whether people are reminded today of a due day: from the longest of the rule's days before it on (`members.reminder_days`, a habit
/// of work that a committee may set for itself).
pub fn reminder(due: Date, today: Date, rules: &Rules) -> Option<Reminder> {
    let days_left = days_between(today, due);
    let Ok(left) = u32::try_from(days_left) else { return Some(Reminder { days_left, mark: None }) };
    let mark = rules.reminder_days().value.into_iter().filter(|days| left <= *days).min()?;
    Some(Reminder { days_left, mark: Some(mark) })
}

/// What is due of a file's steps that are not done.
pub(super) fn due_of(
    step: Step,
    fact: &dyn Fn(Step) -> Option<Fact>,
    today: Date,
    rules: &Rules,
) -> Option<Due> {
    let ruled = match step {
        Step::Certificate => certificate_ends(fact(step)?.on, rules),
        Step::Ceremony => {
            let decision = fact(Step::Decision)?;
            ceremony_due(decision.on, decision.received_on, rules)
        }
        Step::MemberCv => member_cv_due(fact(Step::Ceremony)?.on, rules),
        _ => return None,
    };
    Some(Due::of(ruled, today))
}
