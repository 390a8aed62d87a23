//! Why a file cannot be read as a table, with what to do about it.

use nennep_domain::problems::{Refusal, Sentence};

/// Why a file cannot be read as a table. Each has a stable code and words that say what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// Nothing is written in it.
    #[error("the file holds nothing")]
    Empty,
    /// It is cut off or broken.
    #[error("the file is cut off or broken")]
    Damaged,
    /// It is locked with a password.
    #[error("the file is locked with a password")]
    Encrypted,
    /// It is a kind of file no table is read from.
    #[error("the file is not a table: {0}")]
    OtherFormat(&'static str),
    /// It is a web page under the name of a table, as some programs export them.
    #[error("the file is a web page")]
    WebPage,
    /// Its text is neither Unicode nor Windows-1258.
    #[error("the text of the file cannot be read")]
    UnreadableText,
    /// Unpacked, it would be larger than any register.
    #[error("the file unpacks to more than {megabytes} MB")]
    TooLarge {
        /// The most a file may unpack to.
        megabytes: u32,
    },
    /// It has more rows than any register.
    #[error("a sheet has more than {most} rows")]
    TooManyRows {
        /// The most a sheet may have.
        most: u32,
    },
    /// It has more columns than any register.
    #[error("a sheet has more than {most} columns")]
    TooManyColumns {
        /// The most a sheet may have.
        most: u32,
    },
}

impl Refusal for SheetError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Empty => Sentence::new("import-file-empty"),
            Self::Damaged => Sentence::new("import-file-damaged"),
            Self::Encrypted => Sentence::new("import-file-encrypted"),
            Self::OtherFormat(format) => Sentence::new("import-file-other-format").with("format", *format),
            Self::WebPage => Sentence::new("import-file-web-page"),
            Self::UnreadableText => Sentence::new("import-file-unreadable-text"),
            Self::TooLarge { megabytes } => {
                Sentence::new("import-file-too-large").with("megabytes", *megabytes)
            }
            Self::TooManyRows { most } => Sentence::new("import-file-too-many-rows").with("most", *most),
            Self::TooManyColumns { most } => {
                Sentence::new("import-file-too-many-columns").with("most", *most)
            }
        }
    }
}
