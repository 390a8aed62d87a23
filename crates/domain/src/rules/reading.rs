//! Reading of TOML packs field by field: every wrong field becomes a finding with its line, and what was never asked
//! for is reported as unknown.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
};

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Finding, Hundredths, Value};
use crate::problems::Sentence;

/// A pack being read, with what was found wrong in it so far.
pub(crate) struct Pack<'a> {
    file: &'a str,
    text: &'a str,
    findings: RefCell<Vec<Finding>>,
}

impl<'a> Pack<'a> {
    pub(crate) fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, findings: RefCell::default() }
    }

    /// The parsed text, or a finding that says where it stops being TOML.
    pub(crate) fn parse(&self) -> Option<Spanned<DeTable<'a>>> {
        DeTable::parse(self.text)
            .map_err(|error| {
                let offset = error.span().map_or(0, |span| span.start);
                self.found(
                    self.line(offset),
                    "",
                    Sentence::new("rules-toml-broken").with("message", error.message()),
                );
            })
            .ok()
    }

    pub(crate) fn found(&self, line: usize, key: &str, sentence: Sentence) {
        let (file, key) = (self.file.to_owned(), key.to_owned());
        self.findings.borrow_mut().push(Finding { file, line, key, sentence });
    }

    /// The name of the file without folder and ending.
    pub(crate) fn stem(&self) -> &'a str {
        let name = self.file.rsplit(['/', '\\']).next().unwrap_or(self.file);
        name.strip_suffix(".toml").unwrap_or(name)
    }

    /// What was found, in the order of the lines.
    pub(crate) fn into_findings(self) -> Vec<Finding> {
        let mut findings = self.findings.into_inner();
        findings.sort_by_key(|finding| finding.line);
        findings
    }

    fn line(&self, offset: usize) -> usize {
        self.text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
    }
}

/// One table of a pack being read.
pub(crate) struct Section<'p, 't> {
    pack: &'p Pack<'p>,
    table: &'t DeTable<'t>,
    /// The line it begins on.
    pub(crate) line: usize,
    key: RefCell<String>,
    asked: RefCell<BTreeSet<&'static str>>,
    wrong: Cell<bool>,
}

impl<'p, 't> Section<'p, 't> {
    /// The whole pack as one table.
    pub(crate) fn root(pack: &'p Pack<'p>, table: &'t DeTable<'t>) -> Self {
        Self::at(pack, table, 1, "")
    }

    fn at(pack: &'p Pack<'p>, table: &'t DeTable<'t>, line: usize, key: &str) -> Self {
        let key = RefCell::new(key.to_owned());
        Self { pack, table, line, key, asked: RefCell::default(), wrong: Cell::new(false) }
    }

    /// Names the table in findings by its own key.
    pub(crate) fn name(&self, key: &str) {
        key.clone_into(&mut self.key.borrow_mut());
    }

    /// Adds a finding at the line of `field`, or of the table where it has none.
    pub(crate) fn found(&self, field: &str, sentence: Sentence) {
        self.wrong.set(true);
        self.pack.found(self.line_of(field), &self.key.borrow(), sentence);
    }

    /// Whether anything was found wrong in it.
    pub(crate) fn is_wrong(&self) -> bool {
        self.wrong.get()
    }

    /// The line of a field, or of the table.
    pub(crate) fn line_of(&self, field: &str) -> usize {
        self.table.get_key_value(field).map_or(self.line, |(key, _)| self.pack.line(key.span().start))
    }

    fn get(&self, field: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.borrow_mut().insert(field);
        self.table.get(field)
    }

    /// Adds a finding if a field that must be there is not.
    pub(crate) fn demand<T>(&self, field: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() && !self.table.contains_key(field) {
            self.found(field, Sentence::new("rules-field-missing").with("field", field));
        }
        value
    }

    fn take<T>(
        &self,
        field: &'static str,
        wrong: &'static str,
        read: impl Fn(&'t DeValue<'t>) -> Option<T>,
    ) -> Option<T> {
        let value = self.get(field)?;
        let taken = read(value.get_ref());
        if taken.is_none() {
            self.found(field, Sentence::new(wrong).with("field", field));
        }
        taken
    }

    pub(crate) fn text(&self, field: &'static str) -> Option<String> {
        self.take(field, "rules-field-not-text", |value| value.as_str().map(str::to_owned))
    }

    pub(crate) fn boolean(&self, field: &'static str) -> Option<bool> {
        self.take(field, "rules-field-not-boolean", DeValue::as_bool)
    }

    pub(crate) fn whole(&self, field: &'static str) -> Option<u32> {
        self.take(field, "rules-field-not-whole", |value| integer(value).and_then(|n| u32::try_from(n).ok()))
    }

    pub(crate) fn hundredths(&self, field: &'static str) -> Option<Hundredths> {
        self.take(field, "rules-field-not-number", |value| match value {
            DeValue::String(text) => text.parse().ok(),
            number => integer(number).map(Hundredths::whole),
        })
    }

    pub(crate) fn date(&self, field: &'static str) -> Option<Date> {
        self.take(field, "rules-field-not-date", |value| {
            let datetime = value.as_datetime()?;
            let day = datetime.date.filter(|_| datetime.time.is_none() && datetime.offset.is_none())?;
            let (month, date) = (i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?);
            Date::new(i16::try_from(day.year).ok()?, month, date).ok()
        })
    }

    pub(crate) fn value(&self, field: &'static str) -> Option<Value> {
        self.take(field, "rules-field-not-value", value)
    }

    pub(crate) fn texts(&self, field: &'static str) -> Option<Vec<String>> {
        self.take(field, "rules-field-not-list", |value| {
            value.as_array()?.iter().map(|one| one.get_ref().as_str().map(str::to_owned)).collect()
        })
    }

    /// A word of a closed list; `unknown` says that it is not in it.
    pub(crate) fn word<T: std::str::FromStr>(&self, field: &'static str, unknown: &'static str) -> Option<T> {
        let text = self.text(field)?;
        let word = text.parse().ok();
        if word.is_none() {
            self.found(field, Sentence::new(unknown).with("word", text));
        }
        word
    }

    /// Words of a closed list.
    pub(crate) fn words<T: std::str::FromStr>(
        &self,
        field: &'static str,
        unknown: &'static str,
    ) -> Option<Vec<T>> {
        let read = |text: String| {
            let word = text.parse().ok();
            if word.is_none() {
                self.found(field, Sentence::new(unknown).with("word", text));
            }
            word
        };
        self.texts(field)?.into_iter().map(read).collect()
    }

    /// A table under `field`.
    pub(crate) fn section(&self, field: &'static str) -> Option<Section<'p, 't>> {
        self.take(field, "rules-field-not-table", DeValue::as_table)
            .map(|table| self.inner(table, self.line_of(field)))
    }

    /// The tables of the list under `field`; none if there is no such list.
    pub(crate) fn sections(&self, field: &'static str) -> Vec<Section<'p, 't>> {
        let Some(list) = self.take(field, "rules-field-not-tables", DeValue::as_array) else {
            return Vec::new();
        };
        let read = |one: &'t Spanned<DeValue<'t>>| {
            let table = one.get_ref().as_table();
            if table.is_none() {
                self.found(field, Sentence::new("rules-field-not-tables").with("field", field));
            }
            table.map(|table| self.inner(table, self.pack.line(one.span().start)))
        };
        list.iter().filter_map(read).collect()
    }

    fn inner(&self, table: &'t DeTable<'t>, line: usize) -> Section<'p, 't> {
        Section::at(self.pack, table, line, &self.key.borrow())
    }

    /// Reports the fields that nobody asked for.
    pub(crate) fn finish(&self) {
        for (key, _) in self.table {
            let field: &str = key.get_ref();
            if !self.asked.borrow().contains(field) {
                self.found(field, Sentence::new("rules-field-unknown").with("field", field));
            }
        }
    }
}

fn integer(value: &DeValue<'_>) -> Option<i64> {
    value.as_integer().and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok())
}

fn value(value: &DeValue<'_>) -> Option<Value> {
    match value {
        DeValue::Boolean(yes) => Some(Value::Boolean(*yes)),
        DeValue::String(text) => Some(Value::Text(text.clone().into_owned())),
        DeValue::Array(list) => {
            list.iter().map(|one| self::value(one.get_ref())).collect::<Option<_>>().map(Value::List)
        }
        number => integer(number).map(Value::Integer),
    }
}
