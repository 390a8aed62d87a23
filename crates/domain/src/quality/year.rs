//! The grade of a year from the grades of its routine meetings (statement 17).

use super::{
    Grade,
    rubric::{Rubric, YearRule},
};
use crate::rules::Rules;

/// The conditions under which a year is graded: the rubric's own, else those of the rules.
pub fn year_rules(rubric: Option<&Rubric>, rules: &Rules) -> Vec<YearRule> {
    match rubric {
        Some(rubric) if !rubric.year.is_empty() => rubric.year.clone(),
        _ => vec![
            YearRule {
                grade: Grade::Good,
                every: Some(rules.year_good_every().value),
                meetings: Some(rules.year_good_meetings().value),
            },
            YearRule { grade: Grade::Fair, every: Some(rules.year_fair_every().value), meetings: None },
        ],
    }
}

/// The best grade whose condition the meetings of a year keep; `None` where they keep none, or there were no meetings: then
/// the deciding body settles it.
pub fn year_grade(meetings: &[Grade], conditions: &[YearRule]) -> Option<Grade> {
    let keeps = |rule: &&YearRule| {
        let every = rule.every.is_none_or(|least| meetings.iter().all(|grade| grade.reaches(least)));
        let reached = meetings.iter().filter(|grade| grade.reaches(rule.grade)).count();
        every && rule.meetings.is_none_or(|least| reached >= usize::try_from(least).unwrap_or(usize::MAX))
    };
    conditions.iter().filter(|_| !meetings.is_empty()).filter(keeps).map(|rule| rule.grade).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::national;
    use jiff::civil::date;
    use rstest::rstest;

    fn year(good: usize, fair: usize, average: usize, poor: usize) -> Vec<Grade> {
        let of = |grade, n| std::iter::repeat_n(grade, n);
        let better = of(Grade::Good, good).chain(of(Grade::Fair, fair));
        better.chain(of(Grade::Average, average)).chain(of(Grade::Poor, poor)).collect()
    }

    #[rstest]
    #[case(year(7, 5, 0, 0), Some(Grade::Good))]
    #[case(year(6, 6, 0, 0), Some(Grade::Fair))]
    #[case(year(11, 0, 1, 0), Some(Grade::Fair))]
    #[case(year(11, 0, 0, 1), None)]
    #[case(year(0, 0, 12, 0), Some(Grade::Fair))]
    #[case(vec![], None)]
    fn statement_17_year(#[case] meetings: Vec<Grade>, #[case] grade: Option<Grade>) {
        let rules = year_rules(None, &national().on(date(2026, 12, 31)));
        assert_eq!(year_grade(&meetings, &rules), grade);
    }
}
