//! What taking a member register would do: matching, doubles, changes, refusals, and that doing it twice changes nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod tables;

use nennep_domain::{
    ids::{MemberId, OrganisationId},
    members::{
        Leaving, MemberGrade, Profile, StandingState,
        register::{
            Added, Counts, Departure, Existing, IdentityKey, Known, KnownCell, Preview, Register, preview,
        },
    },
};
use rstest::rstest;
use tables::{members, sheet, short};
use uuid::Uuid;

const HEAD: &str =
    "STT|Họ và tên|Ngày sinh|Số thẻ|CCCD|Ngày vào Đảng|Ngày chính thức|Mã chi bộ|SĐT|Tình trạng";

fn id(n: usize) -> Uuid {
    Uuid::from_u128(n as u128 + 1)
}

fn key(number: &str) -> IdentityKey {
    let mut key = [7; 32];
    key[..number.len()].copy_from_slice(number.as_bytes());
    key
}

fn cells() -> Vec<KnownCell> {
    let cell = |n: usize, code: &str, name: &str| KnownCell {
        id: OrganisationId(id(900 + n)),
        code: code.to_owned(),
        name: name.to_owned(),
    };
    vec![
        cell(0, "053.001", "Chi bộ Tổ dân phố số 1"),
        cell(1, "053.002", "Chi bộ Tổ dân phố số 2"),
        cell(2, "053.003", "Chi bộ Trường THCS Nguyệt Hồ"),
        cell(3, "053.004", "Chi bộ Trường THCS Nguyệt Hồ"),
    ]
}

fn known(n: usize, added: &Added) -> Known {
    Known {
        member: MemberId(id(n)),
        identity_key: (!added.profile.identity_number.is_empty())
            .then(|| key(&added.profile.identity_number)),
        profile: Profile { identity_number: String::new(), ..added.profile.clone() },
        cell: added.departure.is_none().then_some(added.cell),
        grade: Some(added.grade),
        state: Some(added.state),
        departure: added.departure,
    }
}

fn register(lines: &str) -> Register {
    members(&sheet(&format!("{HEAD}\n{lines}")))
}

fn look(register: &Register, members: &[Known]) -> Preview {
    look_into(register, members, None)
}

fn look_into(register: &Register, members: &[Known], into: Option<OrganisationId>) -> Preview {
    preview(register, &Existing { members, cells: &cells(), into, identity_key: &key })
}

/// The members a store would know after taking the lines.
fn taken(lines: &str) -> Vec<Known> {
    let preview = look(&register(lines), &[]);
    assert_eq!(preview.problems, []);
    preview.added.iter().enumerate().map(|(n, added)| known(n, added)).collect()
}

const AN: &str = "1|Nguyễn Văn An|05/11/1980|38000001|001080000001|03/02/2005|03/02/2006|053.001|0912345678|";
const BINH: &str = "2|Trần Thị Bình|12/1979|38000002||03/02/2004|03/02/2005|053.001||";
const CUC: &str = "3|Lê Thị Cúc|1985||001085000003|03/02/2010||053.002||Chính thức";

fn all() -> String {
    format!("{AN}\n{BINH}\n{CUC}")
}

#[test]
fn new_members_are_added_with_cell_grade_and_state() {
    let preview = look(&register(&all()), &[]);
    assert_eq!(preview.counts(), Counts { rows: 3, added: 3, changed: 0, unchanged: 0, refused: 0 });
    let an = &preview.added[0];
    assert_eq!(an.cell, OrganisationId(id(900)));
    assert_eq!((an.grade, an.state), (MemberGrade::Official, StandingState::Active));
}

#[test]
fn taking_the_same_file_twice_changes_nothing() {
    let preview = look(&register(&all()), &taken(&all()));
    assert_eq!(preview.counts(), Counts { rows: 3, added: 0, changed: 0, unchanged: 3, refused: 0 });
    assert_eq!(preview.changed, []);
}

#[test]
fn changes_are_shown_field_by_field_and_empty_cells_erase_nothing() {
    let lines = "1|Nguyễn Văn Ân|1980|38000001|001080000009||||0987654321|Miễn sinh hoạt";
    let preview = look(&register(lines), &taken(AN));
    let changed = &preview.changed[0];
    let shown: Vec<_> = changed
        .changes
        .iter()
        .map(|change| (change.what.label().key, change.old.as_str(), change.new.as_str()))
        .collect();
    let expected = [
        ("import-field-full-name", "Nguyễn Văn An", "Nguyễn Văn Ân"),
        ("import-field-phone", "0912345678", "0987654321"),
        ("import-field-identity-number", "", "•••••••••009"),
        ("import-detail-state", "active", "exempt"),
    ];
    assert_eq!(shown, expected);
    assert_eq!(changed.profile.born_on.map(|date| date.to_string()).as_deref(), Some("05/11/1980"));
    assert_eq!(changed.profile.admitted_on.map(|date| date.to_string()).as_deref(), Some("03/02/2005"));
    assert_eq!(changed.profile.identity_number, "001080000009");
    assert_eq!((changed.state, changed.grade), (Some(StandingState::Exempt), None));
}

#[test]
fn recognition_changes_the_grade() {
    let before = "1|Nguyễn Văn An|05/11/1990|||03/02/2025||053.001||Dự bị";
    let after = "1|Nguyễn Văn An|05/11/1990|38000001||03/02/2025|03/02/2026|053.001||";
    let preview = look(&register(after), &taken(before));
    assert_eq!(preview.changed[0].grade, Some(MemberGrade::Official));
    let back = look(&register(before), &taken(after));
    assert_eq!(short(&back.problems), ["2 J (Tình trạng): import-grade-backwards"]);
    // A line that says nothing about it takes nothing back.
    let silent = look(&register("1|Nguyễn Văn An|05/11/1990|||03/02/2025||053.001||"), &taken(after));
    assert_eq!(silent.counts().unchanged, 1);
}

#[rstest]
#[case("9|Người Khác|01/01/1970|38000001|||03/02/2006|053.001||", "D (Số thẻ): import-card-twice")]
#[case("9|Người Khác|01/01/1970||001080000001||03/02/2006|053.001||", "E (CCCD): import-identity-twice")]
#[case("9|NGUYEN VAN AN|05/11/1980||||03/02/2006|053.001||", "B (Họ và tên): import-person-twice")]
fn two_lines_of_one_person_are_refused_with_both_rows(#[case] other: &str, #[case] reason: &str) {
    let preview = look(&register(&format!("{AN}\n{other}")), &[]);
    assert_eq!(preview.refused, [2, 3]);
    assert_eq!(short(&preview.problems), [format!("2 {reason}"), format!("3 {reason}")]);
    for problem in &preview.problems {
        assert_eq!(problem.reason.arguments, [("rows", "2, 3".into())]);
    }
}

#[test]
fn namesakes_with_cards_of_their_own_are_two_persons() {
    let lines = format!("{AN}\n9|Nguyễn Văn An|05/11/1980|38000009|001080000099||03/02/2006|053.002||");
    let members = taken(&lines);
    assert_eq!(members.len(), 2);
    assert_eq!(look(&register(&lines), &members).counts().unchanged, 2);
    // Without its card the line in the second cell is still found there.
    let bare = "9|Nguyễn Văn An|05/11/1980||||03/02/2006|053.002||";
    assert_eq!(look(&register(bare), &members).unchanged, [(2, MemberId(id(1)))]);
    // Without card and cell it could be either.
    let nowhere = "9|Nguyễn Văn An|05/11/1980||||03/02/2006|||";
    assert_eq!(short(&look(&register(nowhere), &members).problems), ["2 B (Họ và tên): import-namesakes"]);
}

#[rstest]
#[case("1|Nguyễn Văn An|05/11/1980|38000009||||053.001||", "B (Họ và tên): import-card-differs")]
#[case("1|Trần Thị Bình|01/02/1979|38000001||||053.001||", "B (Họ và tên): import-number-of-another")]
#[case(
    "1|Nguyễn Văn An|05/11/1980|38000001|001085000003|||053.001||",
    "B (Họ và tên): import-numbers-of-two"
)]
#[case("1|Nguyễn Văn An|05/11/1980|38000001||||053.002||", "H (Mã chi bộ): import-elsewhere")]
#[case("1|Nguyễn Văn An|05/11/1980|38000001||||053.009||", "H (Mã chi bộ): import-cell-code")]
#[case("1|Lê Thị Cúc|1985|||||053.001||", "B (Họ và tên): import-namesake-elsewhere")]
#[case("1|Đỗ Mới|01/01/1990|38000077|||||| ", "H (Mã chi bộ): import-no-cell")]
#[case("1|Đỗ Mới|01/01/1990|||||053.001||", "J (Tình trạng): import-no-grade")]
fn lines_that_cannot_be_taken_say_why(#[case] line: &str, #[case] reason: &str) {
    let preview = look(&register(line), &taken(&all()));
    assert_eq!(short(&preview.problems), [format!("2 {reason}")]);
}

#[test]
fn a_member_known_without_a_card_gets_it_by_name_and_birth() {
    let before = "1|Nguyễn Văn An|05/11/1980|||03/02/2005|03/02/2006|053.001||";
    let preview = look(&register(AN), &taken(before));
    let fields: Vec<_> = preview.changed[0].changes.iter().map(|change| change.what.label().key).collect();
    assert_eq!(fields, ["import-field-card-number", "import-field-phone", "import-field-identity-number"]);
}

#[test]
fn one_member_met_by_two_lines_is_refused_twice() {
    let lines = "1|Nguyễn Văn An|05/11/1980|38000001||||053.001||\n2|Nguyễn V. An|05/11/1980||001080000001|||053.001||";
    let preview = look(&register(lines), &taken(&all()));
    assert_eq!(preview.refused, [2, 3]);
    assert!(preview.problems.iter().all(|problem| problem.reason.key == "import-member-twice"));
}

#[test]
fn a_departure_is_added_and_taken_once() {
    let head = "Họ và tên|Ngày sinh|Số thẻ|Mã chi bộ|Từ trần";
    let gone = members(&sheet(&format!("{head}\nNguyễn Văn An|05/11/1980|38000001|053.001|01/10/2026")));
    let mut store = taken(AN);
    let preview = look(&gone, &store);
    let departure = preview.changed[0].departure.unwrap();
    assert_eq!((departure.leaving, departure.on.to_string().as_str()), (Leaving::Deceased, "01/10/2026"));
    store[0].departure = Some(Departure { ..departure });
    store[0].cell = None;
    assert_eq!(look(&gone, &store).counts().unchanged, 1);
    assert_eq!(short(&look(&register(AN), &store).problems), ["2 B (Họ và tên): import-known-departed"]);
}

#[rstest]
#[case("Chi bộ Tổ dân phố số 1", Ok(0))]
#[case("CB TDP 01", Ok(0))]
#[case("tổ dân phố 2", Ok(1))]
#[case("053.002", Err("import-cell-name"))]
#[case("Chi bộ Trường THCS Nguyệt Hồ", Err("import-cell-ambiguous"))]
#[case("Chi bộ Tổ dân phố số 7", Err("import-cell-name"))]
fn cells_are_found_by_name(#[case] name: &str, #[case] expected: Result<usize, &str>) {
    let table = sheet(&format!("Họ và tên|Ngày sinh|Số thẻ|Chi bộ\nNguyễn Văn An|1980|38000001|{name}"));
    let preview = look(&members(&table), &[]);
    match expected {
        Ok(n) => assert_eq!(preview.added[0].cell, OrganisationId(id(900 + n))),
        Err(reason) => assert_eq!(short(&preview.problems), [format!("2 D (Chi bộ): {reason}")]),
    }
}

#[test]
fn lines_go_into_the_chosen_cell_unless_they_name_another() {
    let here = OrganisationId(id(900));
    let table = sheet("Chi bộ Hoa Sen\nHọ và tên|Ngày sinh|Số thẻ\nNguyễn Văn An|1980|38000001");
    assert_eq!(look_into(&members(&table), &[], Some(here)).added[0].cell, here);
    let other = register("1|Nguyễn Văn An|05/11/1980|38000001||||053.002||");
    let preview = look_into(&other, &[], Some(here));
    assert_eq!(short(&preview.problems), ["2 H (Mã chi bộ): import-cell-not-into"]);
}

#[test]
fn a_file_without_cells_still_changes_known_members() {
    let table = sheet("Họ và tên|Số thẻ|SĐT\nNguyễn Văn An|38000001|0987654321");
    let preview = look(&members(&table), &taken(AN));
    assert_eq!(preview.changed[0].changes.len(), 1);
}

#[test]
fn a_district_is_previewed_in_one_pass() {
    let members: Vec<Known> = (0..20_764)
        .map(|n| {
            let added = Added {
                row: 0,
                profile: Profile {
                    full_name: format!("Nguyễn Văn {}", letters(n)),
                    card_number: format!("{n:08}"),
                    born_on: None,
                    ..Profile::default()
                },
                cell: OrganisationId(id(900)),
                grade: MemberGrade::Official,
                state: StandingState::Active,
                since: None,
                departure: None,
            };
            known(n, &added)
        })
        .collect();
    let lines: Vec<String> =
        (0..20_764).map(|n| format!("{n}|Nguyễn Văn {}||{n:08}||||053.001||", letters(n))).collect();
    let district = register(&lines.join("\n"));
    assert_eq!(district.lines.len(), 20_764);
    assert_eq!(look(&district, &members).counts().unchanged, 20_764);
    // One number in every line must not make the work grow with the square of the lines.
    let same: Vec<String> = (0..5_000).map(|n| format!("{n}|Nguyễn Văn An||38000001||||053.001||")).collect();
    let doubled = look(&register(&same.join("\n")), &members);
    assert_eq!(doubled.counts().refused, 5_000);
}

/// A name of letters for a number.
fn letters(n: usize) -> String {
    let text: String = format!("{n:05}").bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
    format!("H{text}")
}
