//! What is wrong with a pack: where it stands, under which key, and words that say what to do.

use serde::Serialize;

use crate::problems::Sentence;

/// One thing wrong with a rule pack or a rubric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The key of the rule, the block or the item; empty where none was read.
    pub key: String,
    /// The words.
    pub sentence: Sentence,
}

/// All that is wrong with the packs. Never empty when returned as an error.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Findings(pub Vec<Finding>);

impl std::fmt::Display for Findings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (n, finding) in self.0.iter().enumerate() {
            let Finding { file, line, key, sentence } = finding;
            write!(f, "{}{file}:{line}: {key}: {}", if n == 0 { "" } else { "\n" }, sentence.key)?;
            for (name, value) in &sentence.arguments {
                match value {
                    crate::problems::Argument::Text(text) => write!(f, " {name}={text}")?,
                    crate::problems::Argument::Number(number) => write!(f, " {name}={number}")?,
                }
            }
        }
        Ok(())
    }
}
impl std::error::Error for Findings {}
