//! Lists of organisations: heads, kinds and types, the tree whatever the order of the lines, and what taking them would do.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod tables;

use jiff::civil::date;
use nennep_domain::{
    ids::OrganisationId,
    organisations::{
        CellType, Organisation, OrganisationKind,
        register::{self, Existing, Field, Parent, Preview, Register, find, preview},
    },
};
use rstest::rstest;
use tables::{TODAY, sheet, short};
use uuid::Uuid;

const HEAD: &str = "STT|Mã|Tên tổ chức đảng|Loại|Loại hình|Mã cấp trên|Ngày thành lập";

fn list(lines: &str) -> Register {
    read(&format!("{HEAD}\n{lines}"))
}

fn read(text: &str) -> Register {
    let table = sheet(text);
    let mapping = find(&table).expect("a head of a list of organisations");
    register::read(&table, &mapping, TODAY).expect("a usable mapping")
}

fn look(register: &Register, organisations: &[Organisation]) -> Preview {
    preview(register, &Existing { organisations, into: None })
}

fn id(n: u128) -> OrganisationId {
    OrganisationId(Uuid::from_u128(n))
}

/// The organisations a store would know after taking the lines.
fn taken(lines: &str) -> Vec<Organisation> {
    let preview = look(&list(lines), &[]);
    assert_eq!(preview.problems, []);
    let mut taken: Vec<Organisation> = Vec::new();
    for added in &preview.added {
        let parent = added.parent.map(|parent| match parent {
            Parent::Known(id) => id,
            Parent::Row(row) => id(u128::from(row)),
        });
        assert!(
            parent.is_none_or(|parent| taken.iter().any(|one| one.id == parent)),
            "each follows the one above it"
        );
        taken.push(Organisation {
            id: id(u128::from(added.row)),
            code: added.code.clone(),
            name: added.name.clone(),
            kind: added.kind,
            cell_type: added.cell_type,
            parent,
            from_on: added.founded_on.map_or(TODAY, |date| date.date),
            to_on: None,
        });
    }
    taken
}

const WARD: &str = "\
1|053.01.001|Chi bộ Tổ dân phố số 1|||053.01|\n\
2|053.01|Đảng bộ khối dân cư|||053|01/07/2025\n\
3|053|Đảng bộ phường Nguyệt Hồ||||01/07/2025\n\
4|053.002|Chi bộ Công an phường|||053|2025\n\
5|053.003|Chi bộ Trường THCS Nguyệt Hồ|Chi bộ|Đơn vị sự nghiệp|Đảng bộ phường Nguyệt Hồ|07/2025\n\
6|053.01.001.1|Tổ đảng số 1|||053.01.001|";

#[rstest]
#[case(Field::Code, &["Mã", "Mã số", "Mã tổ chức đảng", "Mã TCĐ", "Mã chi bộ"])]
#[case(Field::Name, &["Tên", "Tên tổ chức đảng", "Tên chi bộ", "Chi bộ", "Đơn vị", "Tên đảng bộ, chi bộ"])]
#[case(Field::Kind, &["Loại", "Loại tổ chức", "Cấp"])]
#[case(Field::CellType, &["Loại hình", "Loại hình chi bộ", "Khối"])]
#[case(Field::ParentCode, &["Mã cấp trên", "Mã tổ chức đảng cấp trên trực tiếp"])]
#[case(Field::Parent, &["Cấp trên", "Trực thuộc", "Thuộc Đảng bộ", "Tổ chức đảng cấp trên trực tiếp"])]
#[case(Field::FoundedOn, &["Ngày thành lập", "Năm thành lập", "Ngày tháng năm thành lập"])]
fn headings_are_known_in_their_spellings(#[case] field: Field, #[case] spellings: &[&str]) {
    for text in spellings {
        let table = sheet(&format!("{text}|Ghi chú riêng\n1|2"));
        let heard = nennep_domain::sheets::Heard { group: "", text, siblings: &[], place: 0, width: 1 };
        assert_eq!(register::recognise(&heard).map(|(field, _)| field), Some(field), "{text}");
        assert!(find(&table).is_none(), "one heading alone is no head");
    }
}

#[test]
fn a_ward_is_read_in_any_order_and_given_parents_first() {
    let preview = look(&list(WARD), &[]);
    assert_eq!(preview.problems, []);
    let order: Vec<_> = preview.added.iter().map(|added| (added.row, added.parent)).collect();
    let expected = [
        (4, None),
        (3, Some(Parent::Row(4))),
        (5, Some(Parent::Row(4))),
        (6, Some(Parent::Row(4))),
        (2, Some(Parent::Row(3))),
        (7, Some(Parent::Row(2))),
    ];
    assert_eq!(order, expected);
    let of = |row: u32| preview.added.iter().find(|added| added.row == row).unwrap();
    assert_eq!((of(4).kind, of(4).cell_type), (OrganisationKind::Commune, None));
    assert_eq!((of(3).kind, of(3).cell_type), (OrganisationKind::Committee, None));
    assert_eq!((of(2).kind, of(2).cell_type), (OrganisationKind::Cell, Some(CellType::Residential)));
    assert_eq!(of(5).cell_type, Some(CellType::ArmedForces));
    assert_eq!(of(6).cell_type, Some(CellType::PublicService));
    assert_eq!((of(7).kind, of(7).cell_type), (OrganisationKind::SubCell, None));
    assert_eq!(of(6).founded_on.map(|date| date.to_string()).as_deref(), Some("07/2025"));
}

#[test]
fn taking_the_same_list_twice_changes_nothing() {
    let again = look(&list(WARD), &taken(WARD));
    assert_eq!((again.counts().unchanged, again.counts().rows), (6, 6), "{:?}", again.changed);
}

#[test]
fn changes_are_shown_and_empty_cells_erase_nothing() {
    let lines = "4|053.002|Chi bộ Công an phường Nguyệt Hồ|||053.01|\n1|053.01.001|Chi bộ Tổ dân phố số 1|||";
    let preview = look(&list(lines), &taken(WARD));
    assert_eq!(preview.counts().unchanged, 1);
    let changed = &preview.changed[0];
    let shown: Vec<_> = changed.changes.iter().map(|c| (c.field, c.old.as_str(), c.new.as_str())).collect();
    let expected = [
        (Field::Name, "Chi bộ Công an phường", "Chi bộ Công an phường Nguyệt Hồ"),
        (Field::Parent, "053", "053.01"),
    ];
    assert_eq!(shown, expected);
    assert_eq!(changed.parent, Some(Parent::Known(id(3))));
    assert_eq!(changed.organisation.from_on, date(2025, 1, 1));
}

#[rstest]
#[case("1|053.9|Chi bộ A|||999|", "2 F (Mã cấp trên): import-parent-unknown")]
#[case("1|053.9|Chi bộ A|||053.9|", "2 F (Mã cấp trên): import-parent-self")]
#[case("1|053.9|Chi bộ A|||053.002|", "2 F (Mã cấp trên): import-parent-kind")]
#[case("1|053.9|Khối phố A||||", "2 D (Loại): import-kind-missing")]
#[case("1|053.9|Chi bộ A|Hội|Lạ|053|", "2 E (Loại hình): import-cell-type-unknown")]
#[case("1|05 3?9|Chi bộ A|||053|", "2 B (Mã): import-code-signs")]
#[case("1||Chi bộ A|||053|", "2 B (Mã): import-code-missing")]
#[case("1|053.9||||053|", "2 C (Tên tổ chức đảng): import-organisation-name-missing")]
#[case("1|053.9|Chi bộ A|||053|31/4/2020", "2 G (Ngày thành lập): import-date-not-in-calendar")]
#[case("1|053.9|Chi bộ A|||053|01/01/2030", "2 G (Ngày thành lập): import-date-future")]
fn lines_that_cannot_be_taken_say_why(#[case] line: &str, #[case] reason: &str) {
    let preview = look(&list(line), &taken(WARD));
    let found = short(&preview.problems);
    assert!(found.contains(&reason.to_owned()), "{found:?}");
    assert_eq!(preview.refused, [2]);
}

#[test]
fn a_code_twice_is_refused_with_both_rows() {
    let preview =
        look(&list("1|053|Đảng bộ phường A||||\n2|053.1|Chi bộ A|||053|\n3|053.1|Chi bộ B|||053|"), &[]);
    assert_eq!(preview.refused, [3, 4]);
    assert_eq!(preview.problems[0].reason.arguments, [("rows", "3, 4".into())]);
}

#[test]
fn rings_are_refused_but_not_what_hangs_below_them() {
    let lines = "1|053|Đảng bộ phường A||||\n2|A|Đảng bộ A|||B|\n3|B|Đảng bộ B|||A|\n4|C|Chi bộ C|||A|";
    let preview = look(&list(lines), &[]);
    assert_eq!(preview.refused, [3, 4]);
    assert!(preview.problems.iter().all(|problem| problem.reason.key == "import-parent-cycle"));
    // A ring closed through an organisation the store knows.
    let known = taken("1|053|Đảng bộ phường A||||\n2|A|Đảng bộ A|||053|\n3|B|Đảng bộ B|||A|");
    let ring = look(&list("2|A|Đảng bộ A|||B|"), &known);
    assert_eq!(short(&ring.problems), ["2 F (Mã cấp trên): import-parent-cycle"]);
}

#[test]
fn without_a_column_above_codes_tell_the_level() {
    let head = "Mã|Tên tổ chức đảng";
    let list = read(&format!(
        "{head}\n38.168.053.000.001|Chi bộ Thôn Đoài\n38.168.053.000.000|Đảng bộ xã Đoài\n38.168.053.002.000|Đảng bộ Quân sự xã\n38.168.053.002.001|Chi bộ Quân sự"
    ));
    let preview = look(&list, &[]);
    assert_eq!(preview.problems, []);
    let above = |row: u32| preview.added.iter().find(|added| added.row == row).unwrap().parent;
    assert_eq!(above(3), None);
    assert_eq!(above(2), Some(Parent::Row(3)));
    assert_eq!(above(4), Some(Parent::Row(3)));
    assert_eq!(above(5), Some(Parent::Row(4)));
}

#[test]
fn lines_that_name_none_above_hang_below_the_chosen_one() {
    let known = taken("1|053|Đảng bộ phường A||||");
    let list = list("1|X1|Chi bộ A||||\n2|X2|Chi bộ B||||");
    let alone = look(&list, &known);
    assert!(alone.problems.iter().all(|problem| problem.reason.key == "import-parent-missing"));
    let into = preview(&list, &Existing { organisations: &known, into: Some(known[0].id) });
    assert_eq!(
        into.added.iter().map(|added| added.parent).collect::<Vec<_>>(),
        [Some(Parent::Known(known[0].id)); 2]
    );
}

#[test]
fn group_headings_totals_and_signatures_are_passed_over() {
    let list = list(
        "|||||||\n(1)|(2)|(3)|(4)|(5)|(6)|(7)\nI||Khối dân cư||||\n1|053|Đảng bộ phường A||||\n||Tổng cộng: 1||||\n||NGƯỜI LẬP||||",
    );
    assert_eq!(list.lines.len(), 1);
    assert_eq!(list.passed_over, [3, 4, 6, 7]);
}

#[test]
fn a_list_needs_names_and_codes() {
    let table = sheet("Tên tổ chức đảng|Loại hình\nChi bộ A|Cơ quan");
    let mapping = find(&table).unwrap();
    assert_eq!(register::read(&table, &mapping, TODAY), Err(register::MappingError::NoCode));
}
