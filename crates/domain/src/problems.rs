//! What is wrong with what was typed: a list of problems, each naming its field, what to say, and by which rule.

use serde::{Deserialize, Serialize};

/// A word that is not in a closed list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{word:?} is not a {list}")]
pub struct UnknownWord {
    /// The list, by the name of its type.
    pub list: &'static str,
    /// The word that was given.
    pub word: String,
}

/// The rule document and article a refusal or a warning rests on, e.g. `42-HD/BTCTW`, `II.2.2`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// The document's number.
    pub document: String,
    /// The article, section or point; may be empty where the whole document says it.
    pub article: String,
}

impl std::fmt::Display for Citation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.article.is_empty() {
            f.write_str(&self.document)
        } else {
            write!(f, "{}, {}", self.document, self.article)
        }
    }
}

/// A value inside a sentence shown to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Argument {
    /// Text, shown as it is.
    Text(String),
    /// A whole number, shown in the reader's language.
    Number(i64),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
macro_rules! argument_from_number { ($($t:ty),+) => { $(
    impl From<$t> for Argument { fn from(n: $t) -> Self { Self::Number(i64::from(n)) } }
)+ } }
argument_from_number!(i8, i16, i32, i64, u8, u16, u32);

/// A sentence to be shown: the key of its words in `locales/`, with the values it speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// The Fluent key.
    pub key: &'static str,
    /// The named values.
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Sentence {
    /// A sentence without values.
    pub const fn new(key: &'static str) -> Self {
        Self { key, arguments: Vec::new() }
    }

    /// The same sentence with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }
}

/// Something that speaks to a person: a refusal with a stable code, words, and the rule it rests on where there is one.
pub trait Refusal: std::error::Error + Send + Sync + 'static {
    /// A stable code for programs, e.g. `meeting-without-chair`.
    fn code(&self) -> &'static str {
        self.sentence().key
    }
    /// The words, saying what is wrong and what to do next.
    fn sentence(&self) -> Sentence;
    /// The rule document and article, where a rule of the party is the reason.
    fn citation(&self) -> Option<Citation> {
        None
    }
    /// Seconds after which the same may be tried again, where waiting is all that is asked.
    fn wait_seconds(&self) -> Option<u32> {
        None
    }
}

/// One thing wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The field's name in the form or the JSON body; empty when it concerns the whole.
    pub field: &'static str,
    /// The words.
    pub sentence: Sentence,
}

/// All that is wrong with what was typed. Never empty when returned as an error.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// A list of one.
    pub fn one(field: &'static str, sentence: Sentence) -> Self {
        Self(vec![Problem { field, sentence }])
    }

    /// Adds one.
    pub fn add(&mut self, field: &'static str, sentence: Sentence) {
        self.0.push(Problem { field, sentence });
    }

    /// Keeps the value of a check, or adds its problem and gives `None`.
    pub fn take<T>(&mut self, field: &'static str, checked: Result<T, Sentence>) -> Option<T> {
        checked.map_err(|sentence| self.add(field, sentence)).ok()
    }

    /// `value` if nothing was wrong.
    pub fn or<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(self),
        }
    }

    /// What is wrong with `field`.
    pub fn of<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a Problem> {
        self.0.iter().filter(move |problem| problem.field == field)
    }
}

impl std::fmt::Display for Problems {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (n, problem) in self.0.iter().enumerate() {
            write!(f, "{}{}: {}", if n == 0 { "" } else { "; " }, problem.field, problem.sentence.key)?;
        }
        Ok(())
    }
}
impl std::error::Error for Problems {}
