//! How the member of a line stands: the days of joining, official or probationary, exempt or away, gone, and in which cell.

use super::{CellReference, Departure, Field, line::Draft, status, values};
use crate::{
    members::{Leaving, MemberGrade, StandingState},
    names,
    problems::Sentence,
    sheets::{Cell, Fault, dates},
    time::PartialDate,
};

impl Draft<'_> {
    /// The days of admission and recognition, apart or in one column.
    pub(super) fn joining(&mut self) {
        let today = self.reader.terms.today;
        for field in [Field::AdmittedOn, Field::OfficialOn] {
            let date = self.date(field, today);
            self.set_date(field, field, date);
        }
        if let Some(cell) = self.cell(Field::AdmittedAndOfficialOn) {
            let read = match &cell {
                Cell::Text(text) => dates::read_all(text, today),
                other => {
                    dates::read(other, self.reader.sheet.dates, today).map(|date| date.into_iter().collect())
                }
            };
            let mut dates = self.take(Field::AdmittedAndOfficialOn, read).unwrap_or_default().into_iter();
            for field in [Field::AdmittedOn, Field::OfficialOn] {
                let date = dates.next();
                self.set_date(field, Field::AdmittedAndOfficialOn, date);
            }
        }
    }

    fn set_date(&mut self, field: Field, column: Field, date: Option<PartialDate>) {
        let place = match field {
            Field::AdmittedOn => &mut self.row.profile.admitted_on,
            _ => &mut self.row.profile.official_on,
        };
        if date.is_some() && place.is_none() {
            *place = date;
            self.dates.insert(field, column);
        }
    }

    /// Grade, state and departure.
    pub(super) fn standing(&mut self) {
        self.marks();
        let status = self.status();
        self.row.grade = status.grade.or(self.row.grade);
        self.row.state = status.state.or(self.row.state);
        self.departures(status.leaving);
        self.moved_in();
        let recognised = self.row.profile.official_on.is_some();
        if recognised && self.row.grade == Some(MemberGrade::Probationary) {
            let field = if status.grade.is_some() { Field::Status } else { Field::ProbationaryMark };
            self.refuse(
                field,
                Fault::new(
                    Sentence::new("import-status-against-date"),
                    Sentence::new("import-status-against-date-remedy"),
                ),
            );
        }
        self.row.grade = self.row.grade.or(recognised.then_some(MemberGrade::Official));
        self.row.assumed_grade = self.assumed_grade();
    }

    /// Columns ticked, or dated, for official, probationary and exempt members and those of residence contact.
    fn marks(&mut self) {
        let mut ticked = 0;
        for (field, date_field, grade) in [
            (Field::ProbationaryMark, Field::AdmittedOn, MemberGrade::Probationary),
            (Field::OfficialMark, Field::OfficialOn, MemberGrade::Official),
        ] {
            let Some(cell) = self.cell(field) else { continue };
            match values::tick(&cell) {
                Some(false) => {}
                Some(true) => {
                    ticked += 1;
                    self.row.grade = Some(grade);
                }
                None => {
                    let date = self.date(field, self.reader.terms.today);
                    self.set_date(date_field, field, date);
                    self.row.grade = Some(grade);
                }
            }
        }
        if ticked == 2 {
            self.refuse(
                Field::OfficialMark,
                Fault::new(Sentence::new("import-status-both"), Sentence::new("import-status-remedy")),
            );
        }
        if self.exempt() {
            self.row.state = Some(StandingState::Exempt);
        }
        if self.ticked(Field::ResidenceMark) {
            self.row.state = Some(StandingState::Residence);
        }
    }

    /// Whether the column of exempt members is ticked, dated or says so in words.
    fn exempt(&mut self) -> bool {
        let Some(cell) = self.cell(Field::ExemptMark) else { return false };
        let worded = names::fold(&cell.tidy()).starts_with("mien");
        let dated =
            matches!(dates::read(&cell, self.reader.sheet.dates, self.reader.terms.today), Ok(Some(_)));
        match values::tick(&cell) {
            Some(ticked) => ticked,
            None if worded || dated => true,
            None => {
                self.refuse(
                    Field::ExemptMark,
                    Fault::new(Sentence::new("import-tick-unknown"), Sentence::new("import-tick-remedy")),
                );
                false
            }
        }
    }

    fn status(&mut self) -> status::Status {
        let text = self.text(Field::Status);
        if text.is_empty() {
            return status::Status::default();
        }
        let read = status::status(&text);
        self.take(Field::Status, read).unwrap_or_default()
    }

    /// That the member moved out, died or left, from its own columns or from the status.
    fn departures(&mut self, from_status: Option<Leaving>) {
        let left_on = self.date(Field::LeftOn, self.reader.terms.today);
        for (field, leaving) in [
            (Field::MovedOut, Some(Leaving::Transferred)),
            (Field::Deceased, Some(Leaving::Deceased)),
            (Field::LeftParty, None),
        ] {
            let text = match self.cell(field) {
                Some(cell) if values::tick(&cell) != Some(false) => names::tidy_text(&cell.to_string()),
                _ => continue,
            };
            if field == Field::MovedOut && names::fold(&text).contains("tam thoi") {
                self.row.state = Some(StandingState::Away);
                continue;
            }
            let form = leaving.or_else(|| status::leaving(&text)).or(from_status);
            let Some(leaving) = form else {
                self.refuse(
                    field,
                    Fault::new(
                        Sentence::new("import-leaving-unknown"),
                        Sentence::new("import-leaving-remedy"),
                    ),
                );
                continue;
            };
            let date = self.date_within(field, &text).or(left_on);
            self.depart(field, leaving, date);
        }
        if let Some(leaving) =
            from_status.filter(|_| self.row.departure.is_none() && self.problems.is_empty())
        {
            self.depart(Field::Status, leaving, left_on);
        }
    }

    fn depart(&mut self, field: Field, leaving: Leaving, on: Option<PartialDate>) {
        let today = PartialDate::day(self.reader.terms.today);
        match on {
            Some(on) if on.certainly_after(today) => self.refuse(
                field,
                Fault::new(Sentence::new("import-date-future"), Sentence::new("import-date-future-remedy"))
                    .with("date", on.to_string()),
            ),
            Some(on) => self.row.departure = Some(Departure { leaving, on }),
            None => self.refuse(
                field,
                Fault::new(
                    Sentence::new("import-leaving-without-date"),
                    Sentence::new("import-leaving-without-date-remedy"),
                ),
            ),
        }
    }

    /// The first date in a text that may say other things too.
    fn date_within(&mut self, field: Field, text: &str) -> Option<PartialDate> {
        let read = match self.cell(field) {
            Some(Cell::Text(_)) => {
                dates::read_all(text, self.reader.terms.today).map(|dates| dates.first().copied())
            }
            Some(other) if values::tick(&other).is_none() => {
                dates::read(&other, self.reader.sheet.dates, self.reader.terms.today)
            }
            _ => Ok(None),
        };
        self.take(field, read).flatten()
    }

    /// Since when the member belongs to the cell; words with it are kept in the note.
    fn moved_in(&mut self) {
        let Some(cell) = self.cell(Field::MovedIn) else { return };
        let text = names::tidy(&cell.to_string());
        let read = match &cell {
            Cell::Text(text) => dates::read_all(text, self.reader.terms.today).unwrap_or_default(),
            other => dates::read(other, self.reader.sheet.dates, self.reader.terms.today)
                .ok()
                .flatten()
                .into_iter()
                .collect(),
        };
        self.row.since = read.first().copied();
        if text.contains(char::is_alphabetic) {
            let note = &mut self.row.profile.note;
            *note = if note.is_empty() { text } else { format!("{note}; {text}") };
        }
    }

    /// A card makes an official member; in a register with a column for recognition, an admitted member without it is
    /// probationary.
    fn assumed_grade(&self) -> Option<MemberGrade> {
        let profile = &self.row.profile;
        let column = [Field::OfficialOn, Field::AdmittedAndOfficialOn, Field::OfficialMark];
        if !profile.card_number.is_empty() {
            Some(MemberGrade::Official)
        } else if profile.admitted_on.is_some()
            && column.iter().any(|field| self.reader.columns.contains_key(field))
        {
            Some(MemberGrade::Probationary)
        } else {
            None
        }
    }

    /// The cell: by code, by name, or by the line or title above.
    pub(super) fn place(&mut self, above: &CellReference) {
        let code = self.text(Field::CellCode);
        let name = self.text(Field::CellName);
        self.row.cell = match () {
            () if !code.is_empty() => CellReference::Code(code),
            () if !name.is_empty() => CellReference::Name(name),
            () => above.clone(),
        };
    }
}
