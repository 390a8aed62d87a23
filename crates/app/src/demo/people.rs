//! One invented member: name, dates, work and papers that fit each other. No real person's data.

use jiff::{
    Span,
    civil::{Date, date},
};
use nennep_domain::{
    members::{Profile, Sex},
    names,
    organisations::CellType,
    time::PartialDate,
};
use serde::Deserialize;

use super::dice::Dice;
use crate::error::{Error, Result};

type Weighed = Vec<(String, u32)>;

/// The words people are made of.
#[derive(Debug, Deserialize)]
pub(super) struct Words {
    family: Weighed,
    middle_male: Weighed,
    middle_female: Weighed,
    given_male: Vec<String>,
    given_female: Vec<String>,
    ethnicity: Weighed,
    religion: Weighed,
    provinces: Vec<String>,
    communes: Vec<String>,
    streets: Vec<String>,
    profession: ByType,
    occupation: ByType,
    leading: ByType,
}

#[derive(Debug, Deserialize)]
struct ByType {
    residential: Vec<String>,
    agency: Vec<String>,
    public_service: Vec<String>,
    state_enterprise: Vec<String>,
    private_enterprise: Vec<String>,
    students: Vec<String>,
    armed_forces: Vec<String>,
}

impl ByType {
    const fn of(&self, cell_type: CellType) -> &Vec<String> {
        match cell_type {
            CellType::Residential => &self.residential,
            CellType::Agency => &self.agency,
            CellType::PublicService => &self.public_service,
            CellType::StateEnterprise => &self.state_enterprise,
            CellType::PrivateEnterprise => &self.private_enterprise,
            CellType::Students => &self.students,
            CellType::ArmedForces => &self.armed_forces,
        }
    }
}

impl Words {
    /// The words built into the program.
    pub(super) fn built_in() -> Result<Self> {
        toml::from_str(include_str!("texts/people.toml")).map_err(Error::fault)
    }

    /// The name of a guest.
    pub(super) fn guest(&self, dice: &mut Dice) -> String {
        let sex = if dice.happens(40) { Sex::Female } else { Sex::Male };
        self.name(sex, dice, &[])
    }

    /// The name of somebody who is no member, and the work of who lives or works where a cell is.
    pub(super) fn outsider(&self, sex: Sex, cell_type: CellType, dice: &mut Dice) -> (String, String) {
        let list = self.occupation.of(cell_type);
        // In a residential cell the first five are the work of those who are past working age.
        let list = if cell_type == CellType::Residential { &list[5..] } else { list.as_slice() };
        (self.name(sex, dice, &[]), dice.pick(list).clone())
    }

    /// A name, never one of `taken`.
    fn name(&self, sex: Sex, dice: &mut Dice, taken: &[String]) -> String {
        let (middle, given) = match sex {
            Sex::Male => (&self.middle_male, &self.given_male),
            Sex::Female => (&self.middle_female, &self.given_female),
        };
        loop {
            let parts = [dice.weighed(&self.family), dice.weighed(middle), dice.pick(given)];
            let name = parts.map(String::as_str).join(" ");
            if !taken.contains(&name) && parts[1] != parts[2] && parts[0] != parts[2] {
                return name;
            }
        }
    }
}

/// What is settled about a member before a profile is made of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outline {
    /// The member's number among all of the sample.
    pub(super) number: usize,
    /// What the cell lives in.
    pub(super) cell_type: CellType,
    /// The place in the cell: 0 leads it, 1 is the second.
    pub(super) rank: usize,
    /// The day of admission of a member on probation, or recognised in the sample's year.
    pub(super) admitted_on: Option<Date>,
    /// The day of recognition; none while on probation.
    pub(super) official_on: Option<Date>,
    /// The day the sample ends.
    pub(super) today: Date,
}

/// The fewest and most years of age, by what the cell lives in and the place in it.
const fn ages(cell_type: CellType, rank: usize, new: bool) -> (i64, i64) {
    match (cell_type, rank, new) {
        (CellType::Students, 0 | 1, _) => (32, 48),
        (CellType::Students, ..) => (21, 24),
        (CellType::Residential, _, true) => (24, 45),
        (CellType::ArmedForces, _, true) => (21, 28),
        (_, _, true) => (23, 38),
        (CellType::Residential, 0 | 1, _) => (52, 68),
        (CellType::Residential, 2..8, _) => (38, 70),
        (CellType::Residential, ..) => (35, 86),
        (CellType::ArmedForces, 0 | 1, _) => (38, 50),
        (CellType::ArmedForces, ..) => (24, 49),
        (_, 0 | 1, _) => (40, 56),
        _ => (27, 57),
    }
}

/// What the register keeps about the member of an outline; the identity number stands in it in clear.
pub(super) fn profile(
    words: &Words,
    outline: &Outline,
    ward: &str,
    dice: &mut Dice,
    taken: &[String],
) -> Profile {
    let Outline { number, cell_type, rank, today, .. } = *outline;
    let female_share = match cell_type {
        CellType::PublicService => 68,
        CellType::ArmedForces => 8,
        CellType::StateEnterprise => 30,
        _ => 42,
    };
    let sex = if dice.happens(female_share) { Sex::Female } else { Sex::Male };
    let full_name = words.name(sex, dice, taken);
    let (least, most) = ages(cell_type, rank, outline.admitted_on.is_some());
    let age = dice.between(least, most);
    let born = date(today.year() - i16::try_from(age).unwrap_or(0), 1, 1) + days(dice.between(0, 364));
    let admitted = outline.admitted_on.unwrap_or_else(|| admitted(born, today, cell_type, dice));
    let official = match outline.admitted_on {
        Some(_) => outline.official_on,
        None => Some(admitted + Span::new().years(1)),
    };
    let party_years = admitted.until((jiff::Unit::Year, today)).map_or(0, |span| span.get_years());
    let retired = cell_type == CellType::Residential && age >= 60;
    let old = age >= 65;
    let mut profile = Profile {
        sex: Some(sex),
        born_on: Some(partial(born, old, dice)),
        identity_number: identity(number, sex, born),
        ethnicity: dice.weighed(&words.ethnicity).clone(),
        religion: dice.weighed(&words.religion).clone(),
        home_place: format!("xã {}, tỉnh {}", dice.pick(&words.communes), dice.pick(&words.provinces)),
        residence: format!("số {}, phố {}, {ward}", dice.between(1, 180), dice.pick(&words.streets)),
        schooling: if old { "10/10" } else { "12/12" }.to_owned(),
        profession: dice.pick(words.profession.of(cell_type)).clone(),
        occupation: occupation(words, cell_type, rank, retired, dice),
        admitted_on: Some(partial(admitted, old, dice)),
        official_on: official.map(PartialDate::day),
        service: service(cell_type, retired, dice).to_owned(),
        ..Profile::default()
    };
    let theory = if rank < 2 { 85 } else { 30 };
    let level = if rank == 0 && age > 45 { "Cao cấp" } else { "Trung cấp" };
    level_of(theory, level, dice).clone_into(&mut profile.political_theory);
    let before = if dice.happens(60) { "Cán bộ, viên chức" } else { "Học sinh, sinh viên" };
    before.clone_into(&mut profile.occupation_before);
    if official.is_some() {
        profile.card_number = format!("38{number:06}");
    }
    profile.cv_number = format!("{:06}", 100_000 + number);
    if party_years >= 30 {
        profile.badge_number = format!("38-{:05}", 10_000 + number);
    }
    if dice.happens(if old { 70 } else { 92 }) {
        // No telephone number of Vietnam begins with 0100.
        profile.phone = format!("0100 {:03} {:03}", number / 1000 % 1000, number % 1000);
    }
    if dice.happens(if old { 15 } else { 65 }) {
        let key = names::fold(&full_name).replace(' ', ".");
        profile.email = format!("{key}.{number}@an-binh.test");
    }
    profile.full_name = full_name;
    profile
}

fn days(n: i64) -> Span {
    Span::new().days(n)
}

/// Days on which admissions were held by preference: 3 February, 19 May, 2 September, 7 November.
const FEASTS: [(i8, i8); 4] = [(2, 3), (5, 19), (9, 2), (11, 7)];

/// Nobody of the sample joined before this birthday.
const YOUNGEST: i32 = 19;

/// A day of admission long enough ago that the member is recognised by now.
fn admitted(born: Date, today: Date, cell_type: CellType, dice: &mut Dice) -> Date {
    let latest = i64::from(today.year()) - 3;
    let (from, to) = if cell_type == CellType::Students { (20, 30) } else { (21, 38) };
    let year = (i64::from(born.year()) + dice.between(from, to)).min(latest);
    let year = i16::try_from(year).unwrap_or(2000);
    let day = if dice.happens(40) {
        let (month, day) = *dice.pick(&FEASTS);
        date(year, month, day)
    } else {
        date(year, 1, 1) + days(dice.between(0, 364))
    };
    day.max(born + Span::new().years(YOUNGEST))
}

/// Old registers often give only a month or a year.
fn partial(date: Date, old: bool, dice: &mut Dice) -> PartialDate {
    use nennep_domain::time::Precision;
    let precision = match dice.below(100) {
        0..6 if old => Precision::Year,
        6..18 if old => Precision::Month,
        _ => Precision::Day,
    };
    let date = match precision {
        Precision::Day => date,
        Precision::Month => date.first_of_month(),
        Precision::Year => date.first_of_year(),
    };
    PartialDate { date, precision }
}

/// Twelve digits built as identity numbers are, of a province code that no province has.
fn identity(number: usize, sex: Sex, born: Date) -> String {
    let century = if born.year() >= 2000 { 2 } else { 0 };
    let sex = i32::from(sex == Sex::Female);
    format!("000{}{:02}{number:06}", century + sex, born.year() % 100)
}

fn occupation(words: &Words, cell_type: CellType, rank: usize, retired: bool, dice: &mut Dice) -> String {
    if let Some(leading) = words.leading.of(cell_type).get(rank) {
        return leading.clone();
    }
    let list = words.occupation.of(cell_type);
    // In a residential cell the first five are the work of those who are past working age.
    match (cell_type, retired) {
        (CellType::Residential, true) => dice.pick(&list[..5]).clone(),
        (CellType::Residential, false) => dice.pick(&list[5..]).clone(),
        _ => dice.pick(list).clone(),
    }
}

fn service(cell_type: CellType, retired: bool, dice: &mut Dice) -> &'static str {
    match cell_type {
        CellType::ArmedForces => "Lực lượng vũ trang",
        CellType::Residential if retired && dice.happens(25) => "Cựu chiến binh, hưu trí",
        CellType::Residential if retired => "Hưu trí",
        _ => "",
    }
}

fn level_of(percent: u32, level: &'static str, dice: &mut Dice) -> &'static str {
    if dice.happens(percent) { level } else { "Sơ cấp" }
}

#[cfg(test)]
mod tests {
    use nennep_domain::{
        members::register::{self, LeastAge, Terms},
        rules::RuleBook,
    };

    use super::*;

    #[test]
    fn everybody_of_the_sample_would_be_taken_from_a_register() {
        let words = Words::built_in().unwrap();
        let rules = RuleBook::national().unwrap();
        let least_age = |on: Date| LeastAge::by(&rules.on(on));
        let today = date(2026, 11, 30);
        let terms = Terms { today, least_age: &least_age };
        let mut dice = Dice::of(1, "people", 0);
        for cell_type in CellType::ALL {
            for number in 0..500 {
                let outline = Outline {
                    number,
                    cell_type: *cell_type,
                    rank: number % 12,
                    admitted_on: None,
                    official_on: None,
                    today,
                };
                let profile = profile(&words, &outline, "phường An Bình", &mut dice, &[]);
                let typed = |field| register::typed(&profile, field);
                let fields = register::ASKED.map(|field| (field, typed(field)));
                let text = |field| {
                    fields.iter().find(|(one, _)| *one == field).map_or("", |(_, text)| text.as_str())
                };
                let read = register::by_hand(text, &terms);
                assert!(read.is_ok(), "{cell_type:?} {number}: {:?}", read.err());
            }
        }
    }
}
