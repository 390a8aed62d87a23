//! One member typed by hand, field by field: read and checked as a line of a register is. Unlike in a register, an empty
//! field says that nothing is known; only the identity number, which is never shown whole, stays as it was.

use super::{
    Change, Detail, Field, Terms, checks,
    compare::{TEXTS, change, masked},
    values,
};
use crate::{
    members::Profile,
    names,
    problems::{Problems, Sentence},
    sheets::{Cell, DateSystem, Fault, dates},
    time::PartialDate,
};

/// The fields that are asked for, in the order a file has them.
pub const ASKED: [Field; 23] = [
    Field::FullName,
    Field::OtherNames,
    Field::Sex,
    Field::BornOn,
    Field::CardNumber,
    Field::IdentityNumber,
    Field::AdmittedOn,
    Field::OfficialOn,
    Field::Ethnicity,
    Field::Religion,
    Field::HomePlace,
    Field::Residence,
    Field::Schooling,
    Field::Profession,
    Field::PoliticalTheory,
    Field::OccupationBefore,
    Field::Occupation,
    Field::Service,
    Field::CvNumber,
    Field::BadgeNumber,
    Field::Phone,
    Field::Email,
    Field::Note,
];

/// The longest text of a field, in letters.
const LONGEST: u32 = 1_000;

/// The profile that was typed; `text` gives what stands in a field. All that is wrong is told at once, under the name of
/// its field.
pub fn by_hand<'a>(text: impl Fn(Field) -> &'a str, terms: &Terms<'_>) -> Result<Profile, Problems> {
    let mut problems = Problems::default();
    let mut profile = Profile::default();
    for (field, _, get_mut) in TEXTS {
        let value = names::tidy(text(field));
        let checked = match field {
            _ if value.chars().nth(LONGEST as usize).is_some() => Err(too_long()),
            Field::FullName => values::name(&value).map(|(name, _)| name),
            _ if value.is_empty() => Ok(value),
            Field::CardNumber => values::card_number(&Cell::Text(value)),
            Field::Phone => values::phone(&Cell::Text(value)),
            Field::Email => values::email(&Cell::Text(value)),
            _ => Ok(value),
        };
        if let Some(value) = problems.take(field.as_str(), checked.map_err(|fault| fault.reason)) {
            *get_mut(&mut profile) = value;
        }
    }
    let identity = names::tidy(text(Field::IdentityNumber));
    if !identity.is_empty() {
        let checked = values::identity_number(&Cell::Text(identity)).map_err(|fault| fault.reason);
        profile.identity_number = problems.take(Field::IdentityNumber.as_str(), checked).unwrap_or_default();
    }
    profile.sex = text(Field::Sex).parse().ok();
    profile.born_on = date(&mut problems, Field::BornOn, text(Field::BornOn), terms);
    profile.admitted_on = date(&mut problems, Field::AdmittedOn, text(Field::AdmittedOn), terms);
    profile.official_on = date(&mut problems, Field::OfficialOn, text(Field::OfficialOn), terms);
    if let Some((field, fault)) = checks::unfit(&profile, None, terms) {
        problems.add(field.as_str(), fault.reason);
    }
    problems.or(Some(profile))
}

fn too_long() -> Fault {
    Fault::new(Sentence::new("import-text-long"), Sentence::new("import-text-long-remedy"))
        .with("longest", LONGEST)
}

fn date(problems: &mut Problems, field: Field, text: &str, terms: &Terms<'_>) -> Option<PartialDate> {
    let read = dates::read(&Cell::Text(text.to_owned()), DateSystem::default(), terms.today);
    problems.take(field.as_str(), read.map_err(|fault| fault.reason)).flatten()
}

/// What stands in a field before anything is typed; the identity number is never shown.
pub fn typed(profile: &Profile, field: Field) -> String {
    let date = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    match field {
        Field::Sex => profile.sex.map(|sex| sex.as_str().to_owned()).unwrap_or_default(),
        Field::BornOn => date(profile.born_on),
        Field::AdmittedOn => date(profile.admitted_on),
        Field::OfficialOn => date(profile.official_on),
        _ => TEXTS
            .iter()
            .find(|(one, ..)| *one == field)
            .map(|(_, get, _)| get(profile).clone())
            .unwrap_or_default(),
    }
}

/// What the new profile changes in the known one, in the order of [`ASKED`].
pub fn changes(known: &Profile, new: &Profile) -> Vec<Change> {
    let changed = |field: &Field| {
        let what = Detail::Field(*field);
        if *field == Field::IdentityNumber {
            let number = &new.identity_number;
            return (!number.is_empty()).then(|| change(what, "", &masked(number)));
        }
        let (old, new) = (typed(known, *field), typed(new, *field));
        (old != new).then(|| change(what, &old, &new))
    };
    ASKED.iter().filter_map(changed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::members::{Sex, register::LeastAge};
    use crate::problems::Citation;
    use jiff::civil::{Date, date as day};

    fn age(on: Date) -> Option<LeastAge> {
        let citation = Citation { document: "Điều lệ".to_owned(), article: "Điều 1".to_owned() };
        (on >= day(1930, 2, 3)).then_some(LeastAge { years: 18, citation })
    }

    fn read(fields: &[(Field, &'static str)]) -> Result<Profile, Problems> {
        let text = |field| fields.iter().find(|(one, _)| *one == field).map_or("", |(_, text)| *text);
        by_hand(text, &Terms { today: day(2026, 11, 5), least_age: &age })
    }

    #[test]
    fn a_typed_member_is_read_like_a_line_of_a_register() {
        let profile = read(&[
            (Field::FullName, " NGUYỄN  THỊ BÍCH HẠNH "),
            (Field::Sex, "female"),
            (Field::BornOn, "8/1990"),
            (Field::CardNumber, "038.012345"),
            (Field::IdentityNumber, "001 090 012 345"),
            (Field::AdmittedOn, "19/5/2015"),
            (Field::Phone, "+84 912 345 678"),
        ])
        .unwrap();
        assert_eq!(profile.full_name, "Nguyễn Thị Bích Hạnh");
        assert_eq!((profile.sex, profile.card_number.as_str()), (Some(Sex::Female), "038012345"));
        assert_eq!(profile.born_on.unwrap().to_string(), "08/1990");
        assert_eq!(
            (profile.identity_number.as_str(), profile.phone.as_str()),
            ("001090012345", "0912345678")
        );
        for field in ASKED.into_iter().filter(|field| *field != Field::IdentityNumber) {
            assert_eq!(read(&[(Field::FullName, "Lê An")]).map(|profile| typed(&profile, field)).ok(), {
                Some(if field == Field::FullName { "Lê An".to_owned() } else { String::new() })
            });
        }
    }

    #[test]
    fn all_that_is_wrong_is_told_under_its_field() {
        let problems = read(&[
            (Field::FullName, "Nguyễn 5"),
            (Field::BornOn, "29/2/2023"),
            (Field::CardNumber, "12"),
            (Field::Email, "an@localhost"),
        ])
        .unwrap_err();
        let fields: Vec<_> = problems.0.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["full_name", "card_number", "email", "born_on"]);
        let young = [(Field::FullName, "Lê An"), (Field::BornOn, "2000"), (Field::AdmittedOn, "1/1/2017")];
        let problems = read(&young).unwrap_err();
        assert_eq!(problems.0[0].sentence.key, "import-admitted-too-young");
        assert_eq!(read(&[]).unwrap_err().0[0].field, "full_name", "a name there must be");
    }

    #[test]
    fn an_empty_field_erases_and_an_empty_identity_number_does_not() {
        let known = read(&[(Field::FullName, "Lê An"), (Field::Phone, "0912345678")]).unwrap();
        let new = read(&[(Field::FullName, "Lê Thị An"), (Field::IdentityNumber, "001090012345")]).unwrap();
        let changed = changes(&known, &new);
        let said: Vec<_> = changed.iter().map(|one| (one.old.as_str(), one.new.as_str())).collect();
        assert_eq!(said, [("Lê An", "Lê Thị An"), ("", "•••••••••345"), ("0912345678", "")]);
        assert!(changes(&known, &known).is_empty());
    }
}
