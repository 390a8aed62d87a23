//! What a change of the register rests on: a decision, with its number, its day and who took it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{names, problems::Sentence};

/// The most letters of a decision's number, and of the name of who took it.
const MOST_LETTERS: usize = 200;

/// The decision a dated change rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its number as written, e.g. `12-QĐ/ĐU`.
    pub number: String,
    /// The day it was taken.
    pub on: Date,
    /// Who took it, as papers write it; may be empty.
    pub by: String,
}

impl Decision {
    /// A decision as typed; refused without a number, or where it takes effect before it was taken.
    pub fn check(
        number: &str,
        on: Date,
        by: &str,
        effective_on: Date,
    ) -> Result<Self, (&'static str, Sentence)> {
        let number = short(number);
        if number.is_empty() {
            return Err(("decision_number", Sentence::new("decisions-number-missing")));
        }
        if on > effective_on {
            return Err(("decided_on", Sentence::new("decisions-taken-after-effect")));
        }
        Ok(Self { number, on, by: short(by) })
    }
}

fn short(text: &str) -> String {
    names::tidy(text).chars().take(MOST_LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_decision_has_a_number_and_comes_before_its_effect() {
        let (decided, effective) = (date(2026, 6, 20), date(2026, 7, 1));
        let kept = Decision::check(" 12-QĐ/ĐU ", decided, "Đảng ủy phường", effective).unwrap();
        assert_eq!(kept.number, "12-QĐ/ĐU");
        assert_eq!(Decision::check("  ", decided, "", effective).unwrap_err().0, "decision_number");
        assert_eq!(Decision::check("12-QĐ/ĐU", effective, "", decided).unwrap_err().0, "decided_on");
        assert!(Decision::check("12-QĐ/ĐU", decided, "", decided).is_ok(), "on the same day");
    }
}
