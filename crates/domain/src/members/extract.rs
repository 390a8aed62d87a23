//! A member's file as the member carries it to another cell: one text that says who wrote it, what it holds and what was left
//! out. It is proved by the signature around it (`nennep_app::notes`), not by what it says itself.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Leaving, MemberGrade, Profile, StandingState};
use crate::{
    accounts::Office,
    problems::{Refusal, Sentence},
    ratings::Level,
    recognition::{commendations::CommendationKind, discipline::DisciplineForm},
    time::Month,
};

/// What the text calls itself.
pub const FORMAT: &str = "nennep-member-extract";
/// The version of the form that is written and read.
pub const VERSION: u32 = 1;

/// The first words of an extract, read before anything else: what it is, and whose key it names.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Head {
    /// Always [`FORMAT`].
    pub format: String,
    /// The version of the form.
    pub version: u32,
    /// The public key it says it is signed with.
    pub key: String,
}

impl Head {
    /// The head of a text; refused where it is no extract, or one of another version.
    pub fn read(text: &str) -> Result<Self, ExtractError> {
        let head: Self = serde_json::from_str(text).map_err(|_| ExtractError::NotAnExtract)?;
        match head.version {
            _ if head.format != FORMAT => Err(ExtractError::NotAnExtract),
            version if version < VERSION => Err(ExtractError::OldVersion { version }),
            version if version > VERSION => Err(ExtractError::NewVersion { version }),
            _ => Ok(head),
        }
    }
}

/// An extract of a member's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extract {
    /// Always [`FORMAT`].
    pub format: String,
    /// The version of the form.
    pub version: u32,
    /// The public key it is signed with.
    pub key: String,
    /// The cell that keeps the file, and what stands above it.
    pub issuer: Issuer,
    /// The day it was written.
    pub issued_on: Date,
    /// What the register keeps. The number of the identity paper is never part of it.
    pub particulars: Profile,
    /// Where the member stood and stands, oldest first.
    pub standings: Vec<StandingPart>,
    /// Offices held, oldest first.
    pub offices: Vec<OfficePart>,
    /// Commendations that count, the latest first.
    pub commendations: Vec<CommendationPart>,
    /// Party badges awarded, the latest first.
    pub badges: Vec<BadgePart>,
    /// Discipline in force; missing where whoever wrote the extract may not see it.
    pub discipline: Option<Vec<DisciplinePart>>,
    /// How dues stand; missing where whoever wrote the extract may not see them.
    pub dues: Option<DuesPart>,
    /// Yearly ratings that were decided, the latest first.
    pub ratings: Vec<RatingPart>,
}

/// Who wrote an extract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issuer {
    /// The cell's code.
    pub code: String,
    /// The cell's name.
    pub name: String,
    /// The organisation directly above it; empty where there is none.
    pub above: String,
}

/// A standing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandingPart {
    /// The cell's name.
    pub cell: String,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// How the member stood there.
    pub state: StandingState,
    /// The first day.
    pub from_on: Date,
    /// The first day it no longer held.
    pub to_on: Option<Date>,
    /// How it ended.
    pub left: Option<Leaving>,
}

/// An office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficePart {
    /// The office.
    pub office: Office,
    /// Where it was held.
    pub organisation: String,
    /// The first day.
    pub from_on: Date,
    /// The first day it was no longer held.
    pub to_on: Option<Date>,
    /// What it rested on.
    pub basis: String,
}

/// A commendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommendationPart {
    /// Its kind.
    pub kind: CommendationKind,
    /// What for.
    pub reason: String,
    /// The decision's number; may be empty.
    pub number: String,
    /// Its day.
    pub on: Date,
    /// By whom.
    pub by: String,
}

/// A party badge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BadgePart {
    /// For so many years.
    pub years: u32,
    /// The day it was handed over.
    pub on: Date,
    /// Its number; may be empty.
    pub number: String,
}

/// A measure of discipline in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisciplinePart {
    /// The form.
    pub form: DisciplineForm,
    /// What for.
    pub reason: String,
    /// The decision's number.
    pub number: String,
    /// Its day.
    pub on: Date,
    /// By whom.
    pub by: String,
    /// The day it holds from.
    pub holds_from: Date,
    /// The last day it was decided for, where it was for a term.
    pub until_on: Option<Date>,
}

/// How dues stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DuesPart {
    /// The last month something was paid for; `None` where nothing is entered.
    pub paid_to: Option<Month>,
    /// Months of the last two years that were closed with something owed and are not paid.
    pub open: Vec<Month>,
}

/// A yearly rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingPart {
    /// The year.
    pub year: i16,
    /// The level decided; `None` where it was decided that the year is not rated.
    pub level: Option<Level>,
}

impl Extract {
    /// The standing in the cell the member belonged to when it was written.
    pub fn home(&self) -> Option<&StandingPart> {
        let holds = |one: &&StandingPart| {
            one.state.belongs()
                && one.from_on <= self.issued_on
                && one.to_on.is_none_or(|end| self.issued_on < end)
        };
        self.standings
            .iter()
            .rev()
            .find(holds)
            .or_else(|| self.standings.iter().rev().find(|one| one.state.belongs()))
    }
}

/// Why an extract is not taken for what it says it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExtractError {
    /// Larger than any extract.
    #[error("larger than any extract")]
    TooLarge,
    /// Something else.
    #[error("no extract of a member's file")]
    NotAnExtract,
    /// Its end is missing, or something stands where the signature should.
    #[error("no signature, or one that cannot be read")]
    NoSignature,
    /// An older form.
    #[error("form {version} is no longer read")]
    OldVersion {
        /// Its version.
        version: u32,
    },
    /// A newer form.
    #[error("form {version} is newer than this program")]
    NewVersion {
        /// Its version.
        version: u32,
    },
    /// Signed with another key than the one it is compared with.
    #[error("signed with another key")]
    OtherKey {
        /// The fingerprint of the key it names.
        found: String,
    },
    /// What was typed to compare with is neither a fingerprint nor a key.
    #[error("neither a fingerprint nor a key")]
    NotAKey,
    /// The signature does not fit the text.
    #[error("changed after it was signed")]
    Altered,
}

impl Refusal for ExtractError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::TooLarge => Sentence::new("extract-refused-too-large"),
            Self::NotAnExtract => Sentence::new("extract-refused-not-an-extract"),
            Self::NoSignature => Sentence::new("extract-refused-no-signature"),
            Self::OldVersion { version } => {
                Sentence::new("extract-refused-old-version").with("version", *version)
            }
            Self::NewVersion { version } => {
                Sentence::new("extract-refused-new-version").with("version", *version)
            }
            Self::OtherKey { found } => {
                Sentence::new("extract-refused-other-key").with("fingerprint", found.as_str())
            }
            Self::NotAKey => Sentence::new("extract-refused-not-a-key"),
            Self::Altered => Sentence::new("extract-refused-altered"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use rstest::rstest;

    #[rstest]
    #[case(r#"{"format":"nennep-member-extract","version":1,"key":"k"}"#, None)]
    #[case(r#"{"format":"nennep-member-extract","version":0,"key":"k"}"#, Some(ExtractError::OldVersion { version: 0 }))]
    #[case(r#"{"format":"nennep-member-extract","version":2,"key":"k"}"#, Some(ExtractError::NewVersion { version: 2 }))]
    #[case(r#"{"format":"another","version":1,"key":"k"}"#, Some(ExtractError::NotAnExtract))]
    #[case(r#"{"format":"nennep-member-extract","version":1}"#, Some(ExtractError::NotAnExtract))]
    #[case("rubbish", Some(ExtractError::NotAnExtract))]
    fn a_head_says_what_it_is(#[case] text: &str, #[case] wrong: Option<ExtractError>) {
        assert_eq!(Head::read(text).err(), wrong, "{text}");
    }

    fn standing(cell: &str, state: StandingState, from_on: Date, to_on: Option<Date>) -> StandingPart {
        StandingPart {
            cell: cell.to_owned(),
            grade: MemberGrade::Official,
            state,
            from_on,
            to_on,
            left: to_on.map(|_| Leaving::Changed),
        }
    }

    #[test]
    fn the_home_is_where_the_member_belonged_that_day() {
        let (a, b) = (date(2020, 1, 1), date(2024, 5, 1));
        let mut extract = Extract {
            format: FORMAT.to_owned(),
            version: VERSION,
            key: String::new(),
            issuer: Issuer { code: String::new(), name: String::new(), above: String::new() },
            issued_on: date(2026, 11, 5),
            particulars: Profile::default(),
            standings: vec![
                standing("A", StandingState::Active, a, Some(b)),
                standing("B", StandingState::Active, b, None),
                standing("C", StandingState::Residence, b, None),
            ],
            offices: Vec::new(),
            commendations: Vec::new(),
            badges: Vec::new(),
            discipline: None,
            dues: None,
            ratings: Vec::new(),
        };
        assert_eq!(extract.home().map(|one| one.cell.as_str()), Some("B"), "never the cell of residence");
        extract.standings[1].to_on = Some(date(2026, 11, 5));
        assert_eq!(extract.home().map(|one| one.cell.as_str()), Some("B"), "the last, once it has ended");
        extract.standings.clear();
        assert_eq!(extract.home(), None);
    }
}
