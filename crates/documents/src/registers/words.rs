//! How registers write what they are told.

use nennep_domain::{
    papers::letterhead::short_date,
    time::{PartialDate, Precision},
};

/// As much of a date as is known.
pub(super) fn known(date: PartialDate) -> String {
    match date.precision {
        Precision::Day => short_date(date.date),
        Precision::Month => format!("{}/{}", date.date.month(), date.date.year()),
        Precision::Year => date.date.year().to_string(),
    }
}

/// The texts that say something, line by line.
pub(super) fn lines<const N: usize>(texts: [String; N]) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The words with each `{name}` filled in.
pub(crate) fn filled<V: ToString>(words: &str, values: &[(&str, V)]) -> String {
    values.iter().fold(words.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), &value.to_string())
    })
}

/// Who keeps a cell's register, line by line: the organisation above it, where one stands there, then the cell.
pub(crate) fn issuer(superior: &str, cell: &str) -> Vec<String> {
    [superior, cell].into_iter().filter(|name| !name.is_empty()).map(str::to_owned).collect()
}
