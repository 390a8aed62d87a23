//! One line of a member register, column by column. A bad value is set down and the rest of the line is still read, so
//! that all problems of a line show at once.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{CellReference, Field, Line, Row, Terms, checks, split, status, values};
use crate::{
    members::{Profile, Sex},
    names,
    problems::Sentence,
    sheets::{Cell, Downward, Fault, Mapping, RowProblem, Sheet, dates},
    time::PartialDate,
};

/// The longest text a register keeps in one field, in letters.
const LONGEST_TEXT: usize = 1_000;

/// A sheet with its columns by field.
pub(super) struct Reader<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) mapping: &'a Mapping<Field>,
    pub(super) columns: HashMap<Field, u32>,
    /// The folded headings over the names.
    pub(super) heads: Vec<String>,
    pub(super) down: Downward,
    pub(super) terms: &'a Terms<'a>,
}

/// A line while it is read.
pub(super) struct Draft<'a> {
    pub(super) reader: &'a Reader<'a>,
    /// The row, counted from 0.
    index: u32,
    pub(super) row: Row,
    pub(super) problems: Vec<RowProblem>,
    /// The column each date came from.
    pub(super) dates: HashMap<Field, Field>,
}

pub(super) fn line(reader: &Reader<'_>, index: u32, place: &CellReference) -> Line {
    let row = Row {
        number: index + 1,
        profile: Profile::default(),
        cell: CellReference::None,
        grade: None,
        assumed_grade: None,
        state: None,
        since: None,
        departure: None,
        office: None,
    };
    let mut draft = Draft { reader, index, row, problems: Vec::new(), dates: HashMap::new() };
    draft.names();
    draft.sex();
    draft.birth();
    draft.numbers();
    draft.texts();
    draft.joining();
    draft.standing();
    draft.place(place);
    draft.check();
    Line { row: draft.row, problems: draft.problems }
}

impl Draft<'_> {
    /// Refuses the first date that does not fit the others.
    fn check(&mut self) {
        let departed = self.row.departure.map(|departure| departure.on);
        if let Some((field, fault)) = checks::unfit(&self.row.profile, departed, self.reader.terms) {
            let column = self.dates.get(&field).copied().unwrap_or(field);
            self.refuse(column, fault);
        }
    }

    /// Sets down a fault of a field's value.
    pub(super) fn refuse(&mut self, field: Field, fault: Fault) {
        let column = self.reader.columns.get(&field).copied();
        let value = column.map(|column| {
            names::tidy(&self.reader.down.at(self.reader.sheet, self.index, column).to_string())
        });
        let label = column.map(|column| self.reader.mapping.label(column)).unwrap_or_default();
        let problem = RowProblem::new(self.row.number, label, value.unwrap_or_default(), fault);
        // A column asked for twice has its fault once.
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    pub(super) fn take<T>(&mut self, field: Field, value: Result<T, Fault>) -> Option<T> {
        value.map_err(|fault| self.refuse(field, fault)).ok()
    }

    /// The cell of a field, if it is mapped and filled. A formula that ended in an error is set down as a problem.
    pub(super) fn cell(&mut self, field: Field) -> Option<Cell> {
        let column = *self.reader.columns.get(&field)?;
        let cell = self.reader.down.at(self.reader.sheet, self.index, column);
        match cell {
            Cell::Error(error) => {
                self.refuse(field, dates::formula(error));
                None
            }
            cell if cell.is_blank() => None,
            cell => Some(cell.clone()),
        }
    }

    /// The text of a field; empty if there is none. A single dash is how forms are left empty.
    pub(super) fn text(&mut self, field: Field) -> String {
        let text = self.cell(field).map(|cell| cell.tidy()).unwrap_or_default();
        if text.chars().count() > LONGEST_TEXT {
            self.refuse(
                field,
                Fault::new(Sentence::new("import-text-long"), Sentence::new("import-text-long-remedy"))
                    .with("longest", 1_000),
            );
            return String::new();
        }
        if text.chars().all(|sign| matches!(sign, '-' | '–' | '.' | '_' | ' ')) {
            String::new()
        } else {
            text
        }
    }

    /// The text of a field with its line breaks.
    pub(super) fn lines(&mut self, field: Field) -> String {
        self.cell(field).map(|cell| names::tidy_text(&cell.to_string())).unwrap_or_default()
    }

    pub(super) fn date(&mut self, field: Field, latest: Date) -> Option<PartialDate> {
        let cell = self.cell(field)?;
        let read = dates::read(&cell, self.reader.sheet.dates, latest);
        self.take(field, read).flatten()
    }

    fn names(&mut self) {
        let (field, text) = if self.reader.columns.contains_key(&Field::FullName) {
            (Field::FullName, self.lines(Field::FullName))
        } else if self.reader.columns.contains_key(&Field::NameAndBirth) {
            (Field::NameAndBirth, split::name_and_birth(&self.lines(Field::NameAndBirth)).0)
        } else {
            let family = self.text(Field::FamilyName);
            let field = if family.is_empty() { Field::GivenName } else { Field::FamilyName };
            (field, format!("{family} {}", self.text(Field::GivenName)))
        };
        let parts = if text.trim().is_empty() {
            Err(Fault::new(Sentence::new("import-name-missing"), Sentence::new("import-name-missing-remedy")))
        } else {
            values::name(&text)
        };
        if let Some((name, other)) = self.take(field, parts) {
            self.row.profile.full_name = name;
            self.row.profile.other_names = other;
        }
        let other = self.text(Field::OtherNames);
        if !other.is_empty() {
            self.row.profile.other_names = other;
        }
    }

    fn sex(&mut self) {
        if let Some(cell) = self.cell(Field::Sex) {
            let sex = values::sex(&cell.tidy()).ok_or_else(|| {
                Fault::new(Sentence::new("import-sex-unknown"), Sentence::new("import-sex-remedy"))
            });
            self.row.profile.sex = self.take(Field::Sex, sex);
        }
        let joined = self.lines(Field::SexEthnicityReligion);
        let (sex, ethnicity, religion) = split::sex_ethnicity_religion(&joined);
        self.row.profile.sex = self.row.profile.sex.or(sex);
        self.row.profile.ethnicity = ethnicity;
        self.row.profile.religion = religion;
        let male = self.ticked(Field::Male);
        let female = self.ticked(Field::Female);
        match (male, female) {
            (true, true) => self.refuse(
                Field::Male,
                Fault::new(Sentence::new("import-sex-both"), Sentence::new("import-sex-both-remedy")),
            ),
            (true, false) => self.row.profile.sex = Some(Sex::Male),
            (false, true) => self.row.profile.sex = Some(Sex::Female),
            (false, false) => {}
        }
    }

    /// Whether a tick column is ticked; anything but a tick is refused.
    pub(super) fn ticked(&mut self, field: Field) -> bool {
        let Some(cell) = self.cell(field) else { return false };
        let tick = values::tick(&cell).ok_or_else(|| {
            Fault::new(Sentence::new("import-tick-unknown"), Sentence::new("import-tick-remedy"))
        });
        self.take(field, tick).unwrap_or(false)
    }

    fn birth(&mut self) {
        let today = self.reader.terms.today;
        let years = (self.reader.terms.least_age)(today).map_or(0, |age| age.years);
        // A member born "5-11-25" was born in 1925: nobody younger than the least age is a member.
        let latest = Date::new(today.year() - years, today.month(), 1).map_or(today, Date::last_of_month);
        for (field, sex) in [
            (Field::BornOn, None),
            (Field::BornOnMale, Some(Sex::Male)),
            (Field::BornOnFemale, Some(Sex::Female)),
        ] {
            if sex.is_some() && self.cell(field).is_some_and(|cell| values::tick(&cell) == Some(true)) {
                self.row.profile.sex = sex;
                continue;
            }
            let Some(date) = self.date(field, latest) else { continue };
            if sex.is_some() && self.dates.contains_key(&Field::BornOn) {
                self.refuse(
                    field,
                    Fault::new(Sentence::new("import-sex-both"), Sentence::new("import-sex-both-remedy")),
                );
                continue;
            }
            self.row.profile.born_on = Some(date);
            self.row.profile.sex = sex.or(self.row.profile.sex);
            self.dates.insert(Field::BornOn, field);
        }
        self.birth_in_parts(latest);
        if self.row.profile.born_on.is_none() && self.reader.columns.contains_key(&Field::NameAndBirth) {
            let (_, birth) = split::name_and_birth(&self.lines(Field::NameAndBirth));
            let read = dates::read(&Cell::Text(birth), self.reader.sheet.dates, latest);
            self.row.profile.born_on = self.take(Field::NameAndBirth, read).flatten();
            self.dates.insert(Field::BornOn, Field::NameAndBirth);
        }
    }

    /// Day, month and year of birth in three columns.
    fn birth_in_parts(&mut self, latest: Date) {
        if !self.reader.columns.contains_key(&Field::BornYear) {
            return;
        }
        let parts = [Field::BornDay, Field::BornMonth, Field::BornYear].map(|field| self.text(field));
        let written: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        if written.is_empty() {
            return;
        }
        let read = dates::read(&Cell::Text(written.join("/")), self.reader.sheet.dates, latest);
        self.row.profile.born_on = self.take(Field::BornYear, read).flatten();
        self.dates.insert(Field::BornOn, Field::BornYear);
    }

    fn numbers(&mut self) {
        for field in [Field::CardNumber, Field::IdentityNumber, Field::Phone, Field::Email] {
            let Some(cell) = self.cell(field) else { continue };
            if cell.tidy().chars().all(|sign| matches!(sign, '-' | '–' | '.' | ' ')) {
                continue;
            }
            let value = match field {
                Field::CardNumber => values::card_number(&cell),
                Field::IdentityNumber => values::identity_number(&cell),
                Field::Phone => values::phone(&cell),
                _ => values::email(&cell),
            };
            let value = self.take(field, value).unwrap_or_default();
            match field {
                Field::CardNumber => self.row.profile.card_number = value,
                Field::IdentityNumber => self.row.profile.identity_number = value,
                Field::Phone => self.row.profile.phone = value,
                _ => self.row.profile.email = value,
            }
        }
        let [card, cv, badge] = split::card_cv_badge(&self.lines(Field::CardCvBadge));
        if self.row.profile.card_number.is_empty() && !card.is_empty() {
            let card = values::card_number(&Cell::Text(card));
            self.row.profile.card_number = self.take(Field::CardCvBadge, card).unwrap_or_default();
        }
        self.row.profile.cv_number = or(self.text(Field::CvNumber), cv);
        self.row.profile.badge_number = or(self.text(Field::BadgeNumber), badge);
    }

    fn texts(&mut self) {
        let [schooling, profession, political_theory] = split::education(&self.lines(Field::Education));
        let (before, now) = split::occupations(&self.lines(Field::OccupationBeforeAndNow));
        let (office, posts) = status::offices(&self.lines(Field::Position));
        self.row.office = office;
        let ethnicity = self.text(Field::Ethnicity);
        let religion = self.text(Field::Religion);
        let profile = Profile {
            ethnicity: or(ethnicity, std::mem::take(&mut self.row.profile.ethnicity)),
            religion: or(religion, std::mem::take(&mut self.row.profile.religion)),
            home_place: self.text(Field::HomePlace),
            residence: self.text(Field::Residence),
            schooling: or(self.text(Field::Schooling), schooling),
            profession: or(self.text(Field::Profession), profession),
            political_theory: or(self.text(Field::PoliticalTheory), political_theory),
            occupation_before: or(self.text(Field::OccupationBefore), before),
            occupation: or(or(self.text(Field::Occupation), now), posts),
            service: self.text(Field::Service),
            note: self.text(Field::Note),
            ..std::mem::take(&mut self.row.profile)
        };
        self.row.profile = profile;
    }
}

/// The first text, or the second if the first is empty.
fn or(first: String, second: String) -> String {
    if first.is_empty() { second } else { first }
}
