//! Dues on the boundaries of their rules.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::{
    ids::{AccountId, OverrideId},
    members::StandingState,
    organisations::Place,
    rules::{Override, Rules, Value, tests::national},
    time::PartialDate,
};

const CELL: OrganisationId = OrganisationId(Uuid::from_u128(1));

/// The rules of a day for a cell whose committee set these values.
fn rules(on: Date, own: &[(&str, &str)]) -> Rules {
    let place = Place { organisation: CELL, above: Vec::new() };
    let overrides: Vec<Override> = own
        .iter()
        .map(|(key, value)| Override {
            id: OverrideId(Uuid::nil()),
            organisation: CELL,
            key: (*key).to_owned(),
            value: Value::Text((*value).to_owned()),
            from: date(2020, 1, 1),
            to: None,
            reason: "Nơi chi bộ sinh hoạt".to_owned(),
            author: AccountId(Uuid::nil()),
        })
        .collect();
    national().on_for(on, &place, &overrides)
}

fn basis(category: DuesCategory, dong: Option<i64>) -> Basis {
    let from = Month::new(2020, 1).unwrap();
    Basis { member: MemberId(Uuid::from_u128(2)), from, category, dong, note: String::new() }
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// What a member reckoned so owes for the month of a day in a cell of zone III.
fn owes(category: DuesCategory, dong: Option<i64>, on: Date) -> Option<i64> {
    let basis = basis(category, dong);
    let payer = Payer { state: StandingState::Active, admitted_on: None, basis: Some(&basis) };
    owed(&payer, on, &rules(on, &[("dues.wage_zone", "zone_three")])).unwrap().dong
}

#[rstest]
#[case(DuesCategory::Insured, Some(8_000_000), date(2026, 11, 1), Some(80_000))]
#[case(DuesCategory::Insured, Some(5_310_050), date(2026, 11, 1), Some(53_101))]
#[case(DuesCategory::Insured, None, date(2026, 11, 1), None)]
#[case(DuesCategory::Benefit, Some(6_150_000), date(2026, 11, 1), Some(61_500))]
#[case(DuesCategory::Pensioner, Some(5_200_000), date(2026, 11, 1), Some(26_000))]
#[case(DuesCategory::Uninsured, None, date(2026, 2, 1), Some(12_420))]
#[case(DuesCategory::Uninsured, None, date(2027, 12, 1), Some(12_420))]
#[case(DuesCategory::Uninsured, None, date(2028, 1, 1), Some(20_700))]
#[case(DuesCategory::UninsuredRetired, None, date(2026, 11, 1), Some(8_280))]
#[case(DuesCategory::UninsuredRetired, None, date(2028, 1, 1), Some(12_420))]
#[case(DuesCategory::Student, None, date(2026, 11, 1), Some(5_000))]
#[case(DuesCategory::Student, None, date(2026, 1, 1), Some(3_000))]
#[case(DuesCategory::Exempt, None, date(2026, 11, 1), Some(0))]
#[case(DuesCategory::Abroad, Some(150_000), date(2026, 11, 1), Some(150_000))]
#[case(DuesCategory::Abroad, None, date(2026, 11, 1), None)]
fn statement_37_dues_by_category(
    #[case] category: DuesCategory,
    #[case] dong: Option<i64>,
    #[case] on: Date,
    #[case] owed: Option<i64>,
) {
    assert_eq!(owes(category, dong, on), owed);
}

#[rstest]
#[case("zone_one", 15_930)]
#[case("zone_two", 14_190)]
#[case("zone_three", 12_420)]
#[case("zone_four", 11_100)]
fn statement_37_the_zone_is_that_of_the_cell(#[case] zone: &str, #[case] dong: i64) {
    let (on, basis) = (date(2026, 11, 1), basis(DuesCategory::Uninsured, None));
    let payer = Payer { state: StandingState::Active, admitted_on: None, basis: Some(&basis) };
    let found = owed(&payer, on, &rules(on, &[("dues.wage_zone", zone)])).unwrap();
    assert_eq!(found.dong, Some(dong));
    assert_eq!(found.citation.unwrap().document, "01-QĐ/TW");
    let unset = owed(&payer, on, &rules(on, &[])).unwrap();
    assert_eq!((unset.dong, unset.said.key), (None, "dues-why-no-zone"), "no zone is guessed");
}

#[test]
fn before_2026_the_uninsured_pay_an_agreed_amount_within_bounds() {
    let on = date(2025, 12, 1);
    let rules = rules(on, &[]);
    let (from, to) = (rules.uninsured_dong_from().value.unwrap(), rules.uninsured_dong_to().value.unwrap());
    let pays = |dong| owes(DuesCategory::Uninsured, dong, on);
    assert_eq!(pays(None), Some(i64::from(from)));
    assert_eq!(pays(Some(i64::from(from) + 1)), Some(i64::from(from) + 1));
    assert_eq!(pays(Some(i64::from(to) + 1)), Some(i64::from(to)));
}

#[rstest]
#[case(StandingState::Active, &[], Some(5_000))]
#[case(StandingState::Suspended, &[], Some(5_000))]
#[case(StandingState::Exempt, &[], Some(0))]
#[case(StandingState::Away, &[], Some(0))]
#[case(StandingState::Away, &[("dues.temporary_members_pay_at", "home")], Some(5_000))]
#[case(StandingState::Visiting, &[], Some(5_000))]
#[case(StandingState::Visiting, &[("dues.temporary_members_pay_at", "home")], None)]
#[case(StandingState::Residence, &[], None)]
fn who_pays_where(
    #[case] state: StandingState,
    #[case] own: &[(&str, &str)],
    #[case] on_the_list: Option<i64>,
) {
    let (on, basis) = (date(2026, 11, 1), basis(DuesCategory::Student, None));
    let payer = Payer { state, admitted_on: None, basis: Some(&basis) };
    let found = owed(&payer, on, &rules(on, own));
    assert_eq!(found.map(|owed| owed.dong.unwrap()), on_the_list);
}

#[rstest]
#[case(date(1976, 11, 1), date(2026, 11, 1), Some(0))]
#[case(date(1976, 11, 2), date(2026, 11, 1), Some(26_000))]
#[case(date(1970, 1, 1), date(2026, 1, 1), Some(26_000))]
fn fifty_years_of_party_age_exempt_since_2026(
    #[case] admitted: Date,
    #[case] on: Date,
    #[case] expected: Option<i64>,
) {
    let basis = basis(DuesCategory::Pensioner, Some(5_200_000));
    let admitted_on = Some(PartialDate::day(admitted));
    let payer = Payer { state: StandingState::Active, admitted_on, basis: Some(&basis) };
    assert_eq!(owed(&payer, on, &rules(on, &[])).unwrap().dong, expected);
}

#[test]
fn the_latest_basis_holds() {
    let of = |from, dong| Basis { from: month(from), ..basis(DuesCategory::Insured, Some(dong)) };
    let all = [of("2026-07", 9), of("2026-01", 8), of("2026-12", 10)];
    let holds = |text| basis_in(all.iter(), month(text)).and_then(|basis| basis.dong);
    assert_eq!(holds("2025-12"), None);
    assert_eq!(holds("2026-06"), Some(8));
    assert_eq!(holds("2026-07"), Some(9));
    assert_eq!(holds("2027-01"), Some(10));
}

#[rstest]
#[case(30, &[("2026-09", Some(10)), ("2026-10", Some(20))], &[("2026-09", 10), ("2026-10", 20)])]
#[case(15, &[("2026-09", Some(10)), ("2026-10", Some(20))], &[("2026-09", 10), ("2026-10", 5)])]
#[case(10, &[("2026-09", Some(10)), ("2026-10", Some(20))], &[("2026-09", 10)])]
#[case(50, &[("2026-09", Some(10)), ("2026-10", Some(20))], &[("2026-09", 10), ("2026-10", 40)])]
#[case(50, &[("2026-09", None), ("2026-10", None)], &[("2026-10", 50)])]
#[case(50, &[("2026-09", Some(-5)), ("2026-10", Some(20))], &[("2026-10", 50)])]
fn an_amount_pays_the_oldest_month_first(
    #[case] dong: i64,
    #[case] open: &[(&str, Option<i64>)],
    #[case] parts: &[(&str, i64)],
) {
    let open: Vec<_> = open.iter().map(|(text, dong)| (month(text), *dong)).collect();
    let parts: Vec<_> = parts.iter().map(|(text, dong)| (month(text), *dong)).collect();
    assert_eq!(spread(dong, &open), parts);
}

proptest! {
    #[test]
    fn nothing_of_an_amount_is_lost(
        dong in 1_i64..10_000_000,
        open in prop::collection::vec(prop::option::of(0_i64..1_000_000), 1..24),
    ) {
        let first = Month::new(2026, 1).unwrap();
        let open: Vec<_> = (0..).zip(open).map(|(n, owed)| (first.plus(n), owed)).collect();
        let parts = spread(dong, &open);
        prop_assert_eq!(parts.iter().map(|(_, part)| part).sum::<i64>(), dong);
        prop_assert!(parts.iter().all(|(_, part)| *part > 0));
        prop_assert!(parts.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}

#[rstest]
#[case(0, 1, false)]
#[case(-1, 1, false)]
#[case(1, 1, true)]
#[case(1, 0, false)]
#[case(1, MOST_MONTHS, true)]
#[case(1, MOST_MONTHS + 1, false)]
#[case(100_000_001, 1, false)]
#[case(100_000_001, 2, true)]
fn amounts_are_checked(#[case] dong: i64, #[case] months: usize, #[case] taken: bool) {
    assert_eq!(checked_amount(dong, months).is_ok(), taken);
}

#[test]
fn statement_36_only_closed_months_without_reason_and_without_any_dues_count() {
    let one = Paid { month: month("2026-03"), owed: Some(100), paid: 0, excused: false, closed: true };
    let others = [
        Paid { closed: false, ..one },
        Paid { excused: true, ..one },
        Paid { paid: 1, ..one },
        Paid { owed: Some(0), ..one },
        Paid { owed: None, ..one },
    ];
    assert_eq!(arrears(&[one]), [one.month]);
    assert!(arrears(&others).is_empty());
    assert_eq!(
        (one.open(), Paid { paid: 30, ..one }.open(), Paid { paid: 130, ..one }.beyond()),
        (100, 70, 30)
    );
}

#[rstest]
#[case(1_000_000, "70", 700_000)]
#[case(1_000_001, "70", 700_001)]
#[case(0, "70", 0)]
#[case(333, "50", 167)]
fn statement_37_the_share_goes_up_to_the_dong(
    #[case] collected: i64,
    #[case] share: &str,
    #[case] to_send: i64,
) {
    let closed_at = Instant::from_local(date(2026, 12, 1).at(8, 0, 0, 0));
    let share = share.parse().unwrap();
    let closed = ClosedMonth { cell: CELL, month: month("2026-11"), closed_at, collected, share };
    assert_eq!(closed.to_send(), to_send);
}

#[test]
fn what_was_sent_and_what_was_received_may_differ() {
    let of = |dong, received: Option<i64>| Remittance {
        id: RemittanceId(Uuid::nil()),
        cell: CELL,
        month: month("2026-11"),
        dong,
        sent_on: date(2026, 12, 3),
        note: String::new(),
        received: received.map(|dong| (dong, date(2026, 12, 4))),
    };
    assert_eq!(difference(&[of(700, None)]), 0);
    assert_eq!(difference(&[of(700, Some(700)), of(100, Some(90))]), 10);
}
