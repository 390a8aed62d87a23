//! The lines of a list of organisations.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Field, Line, MappingError, Register, Row, Said, words};
use crate::{
    names,
    organisations::OrganisationKind,
    problems::Sentence,
    sheets::{Cell, Downward, Fault, Mapping, RowProblem, Sheet, dates},
    time::PartialDate,
};

/// The longest name and the longest code kept, in letters.
const LONGEST_NAME: usize = 200;
const LONGEST_CODE: usize = 40;

/// The organisations of a sheet, line by line. Refused if no column holds names or codes, or two are taken for one field.
pub fn read(sheet: &Sheet, mapping: &Mapping<Field>, today: Date) -> Result<Register, MappingError> {
    if let Some(column) = mapping.doubled().next() {
        return Err(MappingError::Doubled { column: mapping.label(column.index) });
    }
    if !mapping.has(Field::Name) {
        return Err(MappingError::NoName);
    }
    if !mapping.has(Field::Code) {
        return Err(MappingError::NoCode);
    }
    let columns: HashMap<Field, u32> =
        mapping.columns.iter().filter_map(|column| Some((column.field?, column.index))).collect();
    let labels = columns.iter().map(|(field, index)| (*field, mapping.label(*index))).collect();
    let reader = Reader { sheet, mapping, columns, down: Downward::of(sheet), today };
    let mut register = Register { labels, ..Register::default() };
    for row in mapping.bottom + 1..sheet.height() {
        if sheet.rows.get(row as usize).is_none_or(|cells| cells.iter().all(Cell::is_blank)) {
            continue;
        }
        if reader.is_organisation(row) {
            register.lines.push(reader.line(row));
        } else {
            register.passed_over.push(row + 1);
        }
    }
    Ok(register)
}

struct Reader<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping<Field>,
    columns: HashMap<Field, u32>,
    down: Downward,
    today: Date,
}

impl Reader<'_> {
    fn text(&self, row: u32, field: Field) -> String {
        self.columns
            .get(&field)
            .map(|column| self.down.at(self.sheet, row, *column).tidy())
            .unwrap_or_default()
    }

    /// A line with a code, or whose name is that of an organisation. Anything else is the heading of a group, a row of
    /// column numbers, a total or a signature.
    fn is_organisation(&self, row: u32) -> bool {
        let own = |field: Field| {
            self.columns.get(&field).is_some_and(|column| !self.sheet.at(row, *column).is_blank())
        };
        let name = self.text(row, Field::Name);
        let numbers = names::fold(&name).parse::<u8>().is_ok();
        !numbers
            && (own(Field::Code) && own(Field::Name)
                || own(Field::Name) && words::kind_of_name(&name).is_some())
            || own(Field::Code) && (own(Field::Parent) || own(Field::ParentCode)) && !numbers
    }

    fn line(&self, index: u32) -> Line {
        let mut problems = Vec::new();
        for field in Field::ALL {
            if let Some(column) = self.columns.get(field)
                && let Cell::Error(error) = self.down.at(self.sheet, index, *column)
            {
                problems.push(self.problem(index, *field, dates::formula(error)));
            }
        }
        let mut refuse = |field: Field, fault: Fault| problems.push(self.problem(index, field, fault));
        let name = self.text(index, Field::Name);
        match name.chars().count() {
            0 => refuse(
                Field::Name,
                Fault::new(
                    Sentence::new("import-organisation-name-missing"),
                    Sentence::new("import-organisation-name-remedy"),
                ),
            ),
            1..=LONGEST_NAME => {}
            _ => refuse(
                Field::Name,
                Fault::new(Sentence::new("import-text-long"), Sentence::new("import-text-long-remedy"))
                    .with("longest", 200),
            ),
        }
        let code = self.text(index, Field::Code).split_whitespace().collect::<String>();
        if code.is_empty() {
            refuse(
                Field::Code,
                Fault::new(Sentence::new("import-code-missing"), Sentence::new("import-code-remedy")),
            );
        } else if code.chars().count() > LONGEST_CODE
            || !code.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '.' | '-' | '_' | '/'))
        {
            refuse(
                Field::Code,
                Fault::new(Sentence::new("import-code-signs"), Sentence::new("import-code-remedy")),
            );
        }
        let kind = self.kind(index, &name, &mut refuse);
        let cell_type = if kind == Some(OrganisationKind::Cell) {
            self.cell_type(index, &name, &mut refuse)
        } else {
            None
        };
        let founded_on = self.founded(index, &mut refuse);
        let parent = match self.text(index, Field::ParentCode) {
            code if code.is_empty() => self.text(index, Field::Parent),
            code => code,
        };
        let said = self.said(index);
        Line {
            row: Row { number: index + 1, code, name, kind, cell_type, said, parent, founded_on },
            problems,
        }
    }

    fn said(&self, row: u32) -> Said {
        let kind = self.text(row, Field::Kind);
        let cell_type =
            !self.text(row, Field::CellType).is_empty() || words::cell_type_of_name(&kind).is_some();
        Said { kind: words::kind(&kind).is_some(), cell_type }
    }

    fn kind(&self, row: u32, name: &str, refuse: &mut dyn FnMut(Field, Fault)) -> Option<OrganisationKind> {
        let text = self.text(row, Field::Kind);
        let from_name = words::kind_of_name(name);
        if text.is_empty() && from_name.is_none() && !name.is_empty() {
            let field = if self.columns.contains_key(&Field::Kind) { Field::Kind } else { Field::Name };
            refuse(
                field,
                Fault::new(Sentence::new("import-kind-missing"), Sentence::new("import-kind-remedy")),
            );
        }
        if text.is_empty() {
            return from_name;
        }
        let kind = words::kind(&text).or(from_name);
        if kind.is_none() {
            refuse(
                Field::Kind,
                Fault::new(Sentence::new("import-kind-unknown"), Sentence::new("import-kind-remedy")),
            );
        }
        kind
    }

    fn cell_type(
        &self,
        row: u32,
        name: &str,
        refuse: &mut dyn FnMut(Field, Fault),
    ) -> Option<crate::organisations::CellType> {
        let text = self.text(row, Field::CellType);
        if text.is_empty() {
            // "Chi bộ cơ quan" in the column of kinds tells the type as well.
            return words::cell_type_of_name(&self.text(row, Field::Kind))
                .or_else(|| words::cell_type_of_name(name));
        }
        let known = words::cell_type(&text);
        if known.is_none() {
            refuse(
                Field::CellType,
                Fault::new(
                    Sentence::new("import-cell-type-unknown"),
                    Sentence::new("import-cell-type-remedy"),
                ),
            );
        }
        known
    }

    fn founded(&self, row: u32, refuse: &mut dyn FnMut(Field, Fault)) -> Option<PartialDate> {
        let cell = self.down.at(self.sheet, row, *self.columns.get(&Field::FoundedOn)?);
        if matches!(cell, Cell::Error(_)) {
            return None;
        }
        match dates::read(cell, self.sheet.dates, self.today) {
            Ok(Some(date)) if date.certainly_after(PartialDate::day(self.today)) => {
                let fault = Fault::new(
                    Sentence::new("import-date-future"),
                    Sentence::new("import-date-future-remedy"),
                )
                .with("date", date.to_string());
                refuse(Field::FoundedOn, fault);
                None
            }
            Ok(date) => date,
            Err(fault) => {
                refuse(Field::FoundedOn, fault);
                None
            }
        }
    }

    fn problem(&self, row: u32, field: Field, fault: Fault) -> RowProblem {
        let label = self.columns.get(&field).map(|column| self.mapping.label(*column)).unwrap_or_default();
        RowProblem::new(row + 1, label, self.text(row, field), fault)
    }
}
