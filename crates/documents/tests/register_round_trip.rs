//! Members written as a spreadsheet and taken in again are the same members, in both formats and whatever they are.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use jiff::civil::{Date, date};
use nennep_documents::sheets::{Table, read, write_csv, write_xlsx};
use nennep_domain::{
    members::{
        MemberGrade, Profile, Sex,
        register::{self, Line, Terms},
    },
    sheets::Cell,
    time::{Instant, PartialDate, Precision},
};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 5);
const HEADINGS: [&str; 12] = [
    "STT",
    "Họ và tên",
    "Giới tính",
    "Ngày sinh",
    "Số thẻ ĐV",
    "CCCD",
    "Dân tộc",
    "Quê quán",
    "Ngày vào Đảng",
    "Ngày chính thức",
    "Điện thoại",
    "Tình trạng",
];

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

fn day(date: Option<PartialDate>) -> Cell {
    match date {
        Some(date) if date.precision == Precision::Day => Cell::Date(date.date),
        Some(date) => Cell::Text(date.to_string()),
        None => Cell::Empty,
    }
}

fn row(n: usize, profile: &Profile, grade: MemberGrade) -> Vec<Cell> {
    let sex = match profile.sex {
        Some(Sex::Male) => "Nam",
        Some(Sex::Female) => "Nữ",
        None => "",
    };
    #[expect(clippy::cast_precision_loss, reason = "a running number")]
    let number = Cell::Number(n as f64);
    vec![
        number,
        text(&profile.full_name),
        text(sex),
        day(profile.born_on),
        text(&profile.card_number),
        text(&profile.identity_number),
        text(&profile.ethnicity),
        text(&profile.home_place),
        day(profile.admitted_on),
        day(profile.official_on),
        text(&profile.phone),
        text(if grade == MemberGrade::Official { "Chính thức" } else { "Dự bị" }),
    ]
}

fn partial(years: std::ops::Range<i16>) -> impl Strategy<Value = PartialDate> {
    (years, 1i8..=12, 1i8..=28, 0usize..3).prop_map(|(year, month, day, precision)| match precision {
        0 => PartialDate { date: date(year, 1, 1), precision: Precision::Year },
        1 => PartialDate { date: date(year, month, 1), precision: Precision::Month },
        _ => PartialDate::day(date(year, month, day)),
    })
}

fn profile() -> impl Strategy<Value = (Profile, MemberGrade)> {
    let word = "[ABCĐHKLMNPQTV][aăâeêioôơuưạếễọứự]{1,4}n?";
    let name = proptest::collection::vec(word, 2..5).prop_map(|words| words.join(" "));
    let sex = prop_oneof![Just(None), Just(Some(Sex::Male)), Just(Some(Sex::Female))];
    let numbers = ("0[0-9]{7}", "0[0-9]{11}|[0-9]{9}", "0[1-9][0-9]{8}");
    let words = (prop_oneof![Just(""), Just("Kinh"), Just("Tày")], "(Xã|Phường) [A-ZĐ][a-zơưê]{2,6}");
    let dates = (partial(1930..1980), partial(2000..2010), proptest::option::of(partial(2012..2020)));
    (name, sex, numbers, words, dates).prop_map(
        |(full_name, sex, (card, identity, phone), (ethnicity, home), dates)| {
            let official_on = dates.2;
            let grade = if official_on.is_some() { MemberGrade::Official } else { MemberGrade::Probationary };
            let profile = Profile {
                full_name,
                sex,
                born_on: Some(dates.0),
                card_number: card,
                identity_number: identity,
                ethnicity: ethnicity.to_owned(),
                home_place: home,
                admitted_on: Some(dates.1),
                official_on,
                phone,
                ..Profile::default()
            };
            (profile, grade)
        },
    )
}

fn taken(bytes: &[u8]) -> Vec<Line> {
    let sheets = read(bytes, "a.csv").unwrap();
    let (n, mapping) = register::find_in(&sheets).unwrap();
    let terms = Terms { today: TODAY, least_age: &|_| None };
    register::read(&sheets[n], &mapping, &terms).unwrap().lines
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn members_written_and_read_are_the_same(members in proptest::collection::vec(profile(), 1..8)) {
        let table = Table {
            name: "Đảng viên".to_owned(),
            title: vec!["DANH SÁCH ĐẢNG VIÊN".to_owned()],
            headings: HEADINGS.map(str::to_owned).to_vec(),
            rows: members.iter().enumerate().map(|(n, (profile, grade))| row(n + 1, profile, *grade)).collect(),
            made_at: Instant::from_local(TODAY.at(8, 0, 0, 0)),
        };
        for file in [write_xlsx(&table).unwrap(), write_csv(&table).into_bytes()] {
            let lines = taken(&file);
            prop_assert_eq!(lines.len(), members.len());
            for (line, (profile, grade)) in lines.iter().zip(&members) {
                prop_assert_eq!(&line.problems, &vec![]);
                prop_assert_eq!(&line.row.profile, profile);
                prop_assert_eq!(line.row.grade, Some(*grade));
            }
        }
    }
}
