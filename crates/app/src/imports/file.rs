//! A file on its way in, read apart from the requests that wait, since a long one takes a second.

use std::{str::FromStr, sync::Arc};

use jiff::civil::Date;
use nennep_documents::sheets;
use nennep_domain::{
    accounts::permission::Action,
    ids::OrganisationId,
    members::register::{self as members, LeastAge, Terms},
    organisations::register as organisations,
    problems::{Refusal as _, Sentence, UnknownWord},
    rules::RuleBook,
    sheets::Sheet,
};
use serde::{Deserialize, Serialize};

use super::columns::{self, ByHand, Column};
use crate::{
    App,
    error::{Error, Result},
};

/// What a file is a register of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Party organisations.
    Organisations,
    /// Members.
    Members,
}

impl Kind {
    /// Both, in the order in which they are taken in.
    pub const ALL: [Self; 2] = [Self::Organisations, Self::Members];

    /// Its stable text form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Organisations => "organisations",
            Self::Members => "members",
        }
    }

    /// What one must be allowed to do in order to take it in.
    pub(super) const fn action(self) -> Action {
        match self {
            Self::Organisations => Action::KeepOrganisations,
            Self::Members => Action::KeepMembers,
        }
    }
}

impl FromStr for Kind {
    type Err = UnknownWord;
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let unknown = || UnknownWord { list: "Kind", word: text.to_owned() };
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or_else(unknown)
    }
}

/// A file on its way in.
#[derive(Debug, Clone)]
pub struct File {
    /// What it is a register of.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// Members: the cell of lines that name none. Organisations: the one above lines that name none.
    pub into: Option<OrganisationId>,
    /// What columns hold where a person said so.
    pub columns: ByHand,
}

/// A file as read.
pub(super) struct Read {
    /// The sheet's name.
    pub(super) sheet: String,
    /// Its columns.
    pub(super) columns: Vec<Column>,
    /// Its lines, or why they cannot be read while the columns are not mapped.
    pub(super) lines: Result<Lines, Sentence>,
}

/// The lines of a file.
pub(super) enum Lines {
    Organisations(organisations::Register),
    Members(members::Register),
}

/// Reads a file. Refused if it cannot be read as a table at all.
pub(super) async fn read(app: &App, file: &File) -> Result<Read> {
    let (file, rules, today) = (file.clone(), app.rules.clone(), app.now().date());
    let reading = move || {
        let sheets = sheets::read(&file.bytes, &file.name).map_err(Error::refused)?;
        match file.kind {
            Kind::Organisations => list_of_organisations(&sheets, &file.columns, today),
            Kind::Members => register_of_members(&sheets, &file.columns, &rules, today),
        }
    };
    tokio::task::spawn_blocking(reading).await.map_err(Error::fault)?
}

fn list_of_organisations(sheets: &[Sheet], by_hand: &ByHand, today: Date) -> Result<Read> {
    let found = organisations::find_in(sheets);
    let no_head = organisations::MappingError::NoHead;
    let is_known = found.is_ok();
    let head = columns::head(sheets, found.ok(), organisations::recognise, by_hand);
    let (sheet, mapping) = head.ok_or_else(|| Error::refused(no_head.clone()))?;
    let lines = match organisations::read(sheet, &mapping, today) {
        Ok(register) => Ok(Lines::Organisations(register)),
        Err(_) if !is_known && by_hand.is_empty() => Err(no_head.sentence()),
        Err(error) => Err(error.sentence()),
    };
    Ok(Read { sheet: sheet.name.clone(), columns: columns::shown(sheet, &mapping), lines })
}

fn register_of_members(sheets: &[Sheet], by_hand: &ByHand, rules: &RuleBook, today: Date) -> Result<Read> {
    let found = members::find_in(sheets);
    let no_head = members::MappingError::NoHead;
    let is_known = found.is_ok();
    let head = columns::head(sheets, found.ok(), members::recognise, by_hand);
    let (sheet, mapping) = head.ok_or_else(|| Error::refused(no_head.clone()))?;
    let least_age = |day: Date| LeastAge::by(&rules.on(day));
    let lines = match members::read(sheet, &mapping, &Terms { today, least_age: &least_age }) {
        Ok(register) => Ok(Lines::Members(register)),
        Err(_) if !is_known && by_hand.is_empty() => Err(no_head.sentence()),
        Err(error) => Err(error.sentence()),
    };
    Ok(Read { sheet: sheet.name.clone(), columns: columns::shown(sheet, &mapping), lines })
}
