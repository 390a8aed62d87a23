//! What a member owes for a month (statement 37; 01-QĐ/TW, Art. 3).

use jiff::{Span, civil::Date};

use super::{Basis, DuesCategory};
use crate::{
    members::StandingState,
    problems::{Citation, Sentence},
    rules::{Hundredths, Ruled, Rules, TemporarySide},
    time::PartialDate,
};

/// Whoever may owe dues in a cell.
#[derive(Debug, Clone, Copy)]
pub struct Payer<'a> {
    /// How the member stands in the cell.
    pub state: StandingState,
    /// The day party age runs from.
    pub admitted_on: Option<PartialDate>,
    /// By what the dues are reckoned, where that was stated.
    pub basis: Option<&'a Basis>,
}

/// What is owed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// How many đồng; `None`: it cannot be reckoned before something is stated.
    pub dong: Option<i64>,
    /// Why so many, or what is missing.
    pub said: Sentence,
    /// The rule it rests on.
    pub citation: Option<Citation>,
}

impl Owed {
    fn nothing(said: Sentence, citation: Option<Citation>) -> Self {
        Self { dong: Some(0), said, citation }
    }

    const fn unknown(said: Sentence) -> Self {
        Self { dong: None, said, citation: None }
    }

    fn share(key: &'static str, rule: &Ruled<Hundredths>, of: i64) -> Self {
        let said = Sentence::new(key).with("percent", percent(rule.value)).with("of", of);
        Self { dong: Some(rule.value.percent_of(of)), said, citation: Some(rule.citation.clone()) }
    }
}

/// A share as papers write it, `0,5`: sentences carry it as they carry dates.
fn percent(share: Hundredths) -> String {
    share.to_string().replace('.', ",")
}

/// What a member owes for the month whose first day `on` is, by the rules of that day. `None`: the member is not on the cell's
/// list of dues at all, as one who keeps only residence contact, or visits where dues are paid at home.
pub fn owed(payer: &Payer<'_>, on: Date, rules: &Rules) -> Option<Owed> {
    let side = rules.temporary_members_pay_at();
    match payer.state {
        StandingState::Residence => return None,
        StandingState::Visiting if side.value == TemporarySide::Home => return None,
        StandingState::Away if side.value == TemporarySide::Host => {
            return Some(Owed::nothing(Sentence::new("dues-why-paid-at-host"), Some(side.citation)));
        }
        StandingState::Exempt => {
            let rule = rules.exempt_members_pay();
            if !rule.value {
                return Some(Owed::nothing(
                    Sentence::new("dues-why-exempt-from-meetings"),
                    Some(rule.citation),
                ));
            }
        }
        StandingState::Suspended => {
            let rule = rules.suspended_members_pay();
            if !rule.value {
                return Some(Owed::nothing(Sentence::new("dues-why-suspended"), Some(rule.citation)));
            }
        }
        StandingState::Active | StandingState::Away | StandingState::Visiting => {}
    }
    if let Some(rule) = rules.exempt_party_years().set()
        && payer.admitted_on.is_some_and(|admitted| has_years(admitted, rule.value, on))
    {
        let said = Sentence::new("dues-why-party-years").with("years", rule.value);
        return Some(Owed::nothing(said, Some(rule.citation)));
    }
    let Some(basis) = payer.basis else { return Some(Owed::unknown(Sentence::new("dues-why-no-basis"))) };
    Some(by_basis(basis, rules))
}

/// Whether so many years of party age are certainly over on a day.
fn has_years(admitted: PartialDate, years: u32, on: Date) -> bool {
    admitted.latest().checked_add(Span::new().years(years)).is_ok_and(|over| over <= on)
}

fn by_basis(basis: &Basis, rules: &Rules) -> Owed {
    let stated = |key: &'static str, rule: Ruled<Hundredths>| match basis.dong {
        Some(dong) => Owed::share(key, &rule, dong),
        None => Owed::unknown(Sentence::new("dues-why-no-amount")),
    };
    match basis.category {
        DuesCategory::Insured => stated("dues-why-insured", rules.insured_percent()),
        DuesCategory::Benefit => stated("dues-why-benefit", rules.benefit_percent()),
        DuesCategory::Pensioner => stated("dues-why-pensioner", rules.pensioner_percent()),
        DuesCategory::Uninsured => {
            of_wage("dues-why-uninsured", rules.uninsured_percent(), basis.dong, rules)
        }
        DuesCategory::UninsuredRetired => {
            of_wage("dues-why-uninsured", rules.uninsured_retired_percent(), basis.dong, rules)
        }
        DuesCategory::Student => {
            let rule = rules.student_dong();
            let said = Sentence::new("dues-why-student");
            Owed { dong: Some(i64::from(rule.value)), said, citation: Some(rule.citation) }
        }
        DuesCategory::Abroad => match basis.dong {
            Some(dong) => Owed { dong: Some(dong), said: Sentence::new("dues-why-abroad"), citation: None },
            None => Owed::unknown(Sentence::new("dues-why-no-amount")),
        },
        DuesCategory::Exempt => Owed::nothing(Sentence::new("dues-why-exempt"), None),
    }
}

/// A share of the minimum wage of the cell's zone; before 01-QĐ/TW an amount agreed between two bounds.
fn of_wage(key: &'static str, share: Ruled<Option<Hundredths>>, agreed: Option<i64>, rules: &Rules) -> Owed {
    if let Some(share) = share.set() {
        return match rules.wage_zone().value {
            Some(zone) => Owed::share(key, &share, i64::from(rules.minimum_wage(zone).value)),
            None => Owed::unknown(Sentence::new("dues-why-no-zone")),
        };
    }
    let (from, to) = (rules.uninsured_dong_from().set(), rules.uninsured_dong_to().set());
    let (Some(from), Some(to)) = (from, to) else {
        return Owed::unknown(Sentence::new("dues-why-no-amount"));
    };
    // Nobody agreed on more: the least is owed.
    let dong = agreed.unwrap_or_default().clamp(i64::from(from.value), i64::from(to.value));
    let said = Sentence::new("dues-why-between").with("from", from.value).with("to", to.value);
    Owed { dong: Some(dong), said, citation: Some(from.citation) }
}
