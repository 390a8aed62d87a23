//! What a cell neglects.

use rstest::rstest;

use super::*;
use crate::time::Month;

fn year() -> CellYear {
    CellYear {
        cell: CELL,
        listed: 2,
        applied: 1,
        voted: 0,
        blocked: 0,
        admitted: 0,
        target: Some(1),
        reviewed: Month::new(2026, 10),
        reviews: 9,
        from_on: date(2025, 7, 1),
    }
}

#[rstest]
#[case(Month::new(2026, 11), false)]
#[case(Month::new(2026, 10), false)]
#[case(Month::new(2026, 9), true)]
#[case(None, true)]
fn the_list_is_reviewed_every_month_and_the_present_one_is_open(
    #[case] reviewed: Option<Month>,
    #[case] late: bool,
) {
    let found = neglected(&CellYear { reviewed, ..year() }, TODAY, &rules());
    assert_eq!(found, if late { vec![Neglect::NotReviewed] } else { vec![] });
    let young = CellYear { reviewed, from_on: date(2026, 11, 1), ..year() };
    assert!(neglected(&young, TODAY, &rules()).is_empty(), "founded this month");
}

#[rstest]
#[case(0, 0, 0, Some(1), Some(Neglect::NoSource))]
#[case(0, 0, 1, Some(1), None)]
#[case(0, 0, 0, None, None)]
#[case(0, 0, 0, Some(0), None)]
#[case(3, 0, 0, Some(1), Some(Neglect::BehindTarget))]
#[case(3, 1, 0, Some(1), None)]
#[case(3, 1, 0, Some(2), Some(Neglect::BehindTarget))]
#[case(3, 1, 1, Some(2), None)]
fn a_target_asks_for_people_on_the_way(
    #[case] listed: u32,
    #[case] applied: u32,
    #[case] admitted: u32,
    #[case] target: Option<u32>,
    #[case] expected: Option<Neglect>,
) {
    let of = CellYear { listed, applied, admitted, target, ..year() };
    assert_eq!(neglected(&of, TODAY, &rules()), expected.into_iter().collect::<Vec<_>>());
    let spring = date(2026, 3, 5);
    let of = CellYear { reviewed: Month::new(2026, 3), ..of };
    let early = neglected(&of, spring, &rules());
    assert!(!early.contains(&Neglect::BehindTarget), "the year is long");
}
