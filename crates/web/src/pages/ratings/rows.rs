//! Forms with a row for each rating of a cell: what the rows are called, and what is wrong with each.

use nennep_app::{
    Error,
    ratings::{MemberLine, Who, row_problems},
};
use nennep_domain::{
    ids::OrganisationId,
    problems::{Citation, Problems, Sentence},
};

/// The key of a row in the names of its fields.
pub(super) fn key(who: Who) -> String {
    match who {
        Who::Member(member) => member.to_string(),
        Who::Cell(_) => "cell".to_owned(),
    }
}

/// The lines of a form: the members, and the cell itself last.
pub(super) fn lines<'a>(
    lines: &'a [MemberLine],
    own: Option<&'a MemberLine>,
) -> impl Iterator<Item = &'a MemberLine> {
    lines.iter().chain(own)
}

/// What is wrong with a form: as a whole, and row by row.
#[derive(Debug, Clone, Default)]
pub(super) struct Wrong {
    pub(super) whole: Problems,
    pub(super) rows: Vec<(Who, Problems)>,
    pub(super) cited: Option<Citation>,
}

impl Wrong {
    /// What is wrong with one row.
    pub(super) fn of(&self, who: Who) -> Problems {
        self.rows
            .iter()
            .find(|(one, _)| *one == who)
            .map(|(_, problems)| problems.clone())
            .unwrap_or_default()
    }

    /// Whether nothing is.
    pub(super) fn is_none(&self) -> bool {
        self.whole.0.is_empty() && self.rows.is_empty()
    }

    /// A problem of one row.
    pub(super) fn add(&mut self, who: Who, field: &'static str, sentence: Sentence) {
        match self.rows.iter_mut().find(|(one, _)| *one == who) {
            Some((_, problems)) => problems.add(field, sentence),
            None => self.rows.push((who, Problems::one(field, sentence))),
        }
    }

    /// What a use case says is wrong; another error is given back.
    pub(super) fn read(error: Error) -> Result<Self, Error> {
        if let Some(rows) = row_problems(&error) {
            let count = u32::try_from(rows.0.len()).unwrap_or(u32::MAX);
            let whole = Problems::one("", Sentence::new("ratings-rows-wrong").with("rows", count));
            return Ok(Self { whole, rows: rows.0.clone(), cited: None });
        }
        match error {
            Error::Invalid(whole) => Ok(Self { whole, ..Self::default() }),
            Error::Refused(refusal) => Ok(Self {
                whole: Problems::one("", refusal.sentence()),
                cited: refusal.citation(),
                rows: Vec::new(),
            }),
            other => Err(other),
        }
    }
}

/// Where the forms of a cell are.
pub(super) fn at(round: nennep_domain::ids::RatingRoundId, cell: OrganisationId) -> String {
    format!("/ratings/{round}/cells/{cell}")
}
