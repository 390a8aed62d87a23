//! Invented people: no real person's data.

use jiff::civil::Date;
use nennep_domain::{
    members::{Profile, Sex},
    time::PartialDate,
};

const FAMILY: [&str; 10] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"];
const MIDDLE_MALE: [&str; 6] = ["Văn", "Đức", "Quang", "Minh", "Hữu", "Công"];
const MIDDLE_FEMALE: [&str; 6] = ["Thị", "Ngọc", "Thanh", "Thu", "Kim", "Bích"];
const GIVEN_MALE: [&str; 9] = ["An", "Bình", "Cường", "Dũng", "Hải", "Khánh", "Long", "Sơn", "Tuấn"];
const GIVEN_FEMALE: [&str; 9] = ["Hà", "Hoa", "Hương", "Lan", "Mai", "Ngân", "Oanh", "Phương", "Yến"];

/// The `n`-th invented person, admitted on a day; names repeat only after several hundred.
pub(crate) fn person(n: usize, admitted_on: Date, official_on: Option<Date>) -> Profile {
    let female = n % 3 == 1;
    let (middle, given) = if female {
        (MIDDLE_FEMALE[(n / 10) % 6], GIVEN_FEMALE[(n * 5 + n / 9) % 9])
    } else {
        (MIDDLE_MALE[(n / 10) % 6], GIVEN_MALE[(n * 7 + n / 9) % 9])
    };
    let born = jiff::civil::date(1950 + i16::try_from(n * 7 % 45).unwrap_or(0), 1, 1);
    Profile {
        full_name: format!("{} {middle} {given}", FAMILY[(n * 3 + n / 10) % 10]),
        sex: Some(if female { Sex::Female } else { Sex::Male }),
        born_on: Some(PartialDate::day(born)),
        card_number: format!("{:06}", 10_000 + n),
        ethnicity: "Kinh".to_owned(),
        admitted_on: Some(PartialDate::day(admitted_on)),
        official_on: official_on.map(PartialDate::day),
        ..Profile::default()
    }
}
