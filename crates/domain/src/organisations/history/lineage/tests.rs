//! What became of what, in small histories.

use jiff::civil::date;
use rstest::rstest;

use super::*;
use crate::organisations::history::{Chapter, History, Succession};

const fn id(n: u128) -> OrganisationId {
    OrganisationId(uuid::Uuid::from_u128(n))
}

fn chapter(n: u128, name: &str, parent: Option<u128>, from: Date, to: Option<Date>) -> Chapter {
    let kind = if n < 10 { OrganisationKind::Committee } else { OrganisationKind::Cell };
    Chapter {
        organisation: id(n),
        code: format!("{n:03}"),
        name: name.to_owned(),
        kind,
        cell_type: None,
        parent: parent.map(id),
        from_on: from,
        to_on: to,
    }
}

const YEAR: [Date; 4] = [date(2025, 1, 1), date(2025, 7, 1), date(2026, 3, 1), date(2026, 9, 30)];

/// A ward 1 with cells 10, 11, 12; a committee 2 that held 11 and was closed; 10 was renamed; 20 came out of 10; 12 merged
/// into 20; 13 never changed.
fn history() -> History {
    let [first, founded, renamed, closed] = YEAR;
    let came = |predecessor, successor, on| Succession {
        predecessor: id(predecessor),
        successor: id(successor),
        on,
    };
    History::new(
        [
            chapter(1, "Ward", None, first, None),
            chapter(2, "Organs", Some(1), founded, Some(closed)),
            chapter(10, "Ten", Some(1), first, Some(renamed)),
            chapter(10, "Ten again", Some(1), renamed, None),
            chapter(11, "Eleven", Some(2), founded, Some(closed)),
            chapter(11, "Eleven", Some(1), closed, None),
            chapter(12, "Twelve", Some(1), first, Some(closed)),
            chapter(13, "Thirteen", Some(1), first, None),
            chapter(20, "Twenty", Some(1), renamed, None),
        ],
        [came(10, 20, renamed), came(12, 20, closed), came(2, 1, closed)],
    )
}

fn said(lineage: &Lineage) -> Vec<(Date, &str, TurnKind)> {
    lineage.steps.iter().map(|step| (step.on, step.organisation.name.as_str(), step.kind())).collect()
}

#[test]
fn one_organisation_with_all_it_came_out_of_and_became() {
    let [first, _, renamed, closed] = YEAR;
    let history = history();
    let of_ten = history.lineage_of(id(10), None, None);
    let names: Vec<_> = of_ten.strands.iter().map(|one| one.organisation.name.as_str()).collect();
    assert_eq!(names, ["Ten again", "Twenty", "Twelve"], "with who became the same");
    assert_eq!(
        said(&of_ten),
        [
            (first, "Ten", TurnKind::Founded),
            (first, "Twelve", TurnKind::Founded),
            (renamed, "Ten again", TurnKind::Renamed),
            (renamed, "Twenty", TurnKind::CameOut),
            (closed, "Twelve", TurnKind::Became),
        ]
    );
    let came = of_ten.steps[3].others();
    assert_eq!(came[0].name, "Ten", "a predecessor is called as it was before");
    let of_eleven = history.lineage_of(id(11), Some(closed), None);
    assert_eq!(said(&of_eleven), [(closed, "Eleven", TurnKind::Moved)]);
    let Turn::Moved { before, after } = &of_eleven.steps[0].turn else { panic!("it moved") };
    assert_eq!(
        (before.as_ref().unwrap().name.as_str(), after.as_ref().unwrap().name.as_str()),
        ("Organs", "Ward")
    );
    assert!(history.lineage_of(id(99), None, None).strands.is_empty());
}

#[rstest]
#[case(date(2025, 1, 2), date(2025, 6, 30), &[], 4)]
#[case(date(2025, 7, 1), date(2025, 7, 1), &["Organs", "Eleven"], 4)]
#[case(date(2026, 9, 29), date(2026, 9, 30), &["Organs", "Ward", "Eleven", "Twelve", "Twenty"], 2)]
fn a_whole_committee_between_two_days(
    #[case] from: Date,
    #[case] until: Date,
    #[case] changed: &[&str],
    #[case] unchanged: u32,
) {
    let lineage = history().lineage_within(id(1), Some(from), Some(until));
    let mut names: Vec<_> = lineage.strands.iter().map(|one| one.organisation.name.as_str()).collect();
    names.sort_unstable();
    let mut changed = changed.to_vec();
    changed.sort_unstable();
    assert_eq!((names, lineage.unchanged), (changed, unchanged));
}

#[test]
fn a_raised_cell_stands_below_what_it_was_raised_to() {
    let [first, raised, ..] = YEAR;
    let history = History::new(
        [
            chapter(1, "Ward", None, first, None),
            chapter(10, "Ten", Some(1), first, Some(raised)),
            chapter(10, "Ten", Some(2), raised, None),
            chapter(2, "Committee", Some(1), raised, None),
        ],
        [Succession { predecessor: id(10), successor: id(2), on: raised }],
    );
    let lineage = history.lineage_of(id(2), Some(raised), None);
    assert_eq!(said(&lineage), [(raised, "Ten", TurnKind::Moved), (raised, "Committee", TurnKind::Raised)]);
    assert_eq!(lineage.steps[1].sentence().key, "lineage-raised");
}
