//! Types of documents of party bodies, which of them a cell may issue, and when a meeting's paper may have its number
//! (399-QĐ/TW, 05-HD/VPTW; statement 39).

use crate::{
    meetings::StateError,
    problems::{Citation, Refusal, Sentence},
    rules::Rules,
};

text_enum! {
    /// A type of document, as rule packs name it. Minutes and resolution come first: meetings make them.
    DocumentType {
        /// Biên bản.
        Minutes = "minutes",
        /// Nghị quyết.
        Resolution = "resolution",
        /// Quyết định.
        Decision = "decision",
        /// Kết luận.
        Conclusion = "conclusion",
        /// Quy chế.
        WorkingRules = "working_rules",
        /// Thông báo.
        Notice = "notice",
        /// Báo cáo.
        Report = "report",
        /// Kế hoạch.
        Plan = "plan",
        /// Chương trình.
        Programme = "programme",
        /// Đề án.
        Scheme = "scheme",
        /// Phương án.
        Option = "option",
        /// Tờ trình.
        Submission = "submission",
        /// Công văn.
        OfficialLetter = "official_letter",
        /// Quy định.
        Regulation = "regulation",
        /// Hướng dẫn.
        Guidance = "guidance",
        /// Chỉ thị.
        Directive = "directive",
        /// Thông tri.
        Circular = "circular",
    }
}

/// Why a paper gets no number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IssueError {
    /// A cell may not issue papers of this type.
    #[error("a cell may not issue {0}")]
    NotForCells(DocumentType, Citation),
    /// The rules of the day give the type no sign.
    #[error("{0} has no sign")]
    NoSign(DocumentType, Citation),
    /// It is not made by a meeting: its number is taken from the register.
    #[error("{0} is not a paper of a meeting")]
    NotOfMeetings(DocumentType),
    /// The meeting has not come that far.
    #[error(transparent)]
    State(#[from] StateError),
    /// The meeting has not voted on its resolution.
    #[error("the resolution was not put to the vote")]
    NotVoted(Citation),
    /// The resolution did not pass.
    #[error("the resolution did not pass")]
    NotPassed(Citation),
    /// The resolution was issued: its text stands.
    #[error("the resolution was issued")]
    Issued,
}

impl Refusal for IssueError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::NotForCells(..) => Sentence::new("papers-refused-not-for-cells"),
            Self::NoSign(..) => Sentence::new("papers-refused-no-sign"),
            Self::NotOfMeetings(_) => Sentence::new("papers-refused-not-of-meetings"),
            Self::State(state) => state.sentence(),
            Self::NotVoted(_) => Sentence::new("papers-refused-not-voted"),
            Self::NotPassed(_) => Sentence::new("papers-refused-not-passed"),
            Self::Issued => Sentence::new("papers-refused-issued"),
        }
    }

    fn citation(&self) -> Option<Citation> {
        match self {
            Self::NotForCells(_, citation)
            | Self::NoSign(_, citation)
            | Self::NotVoted(citation)
            | Self::NotPassed(citation) => Some(citation.clone()),
            Self::NotOfMeetings(_) | Self::State(_) | Self::Issued => None,
        }
    }
}

impl DocumentType {
    /// The sign under which a cell's paper of this type is numbered, e.g. `NQ`; refused for types a cell may not issue
    /// (399-QĐ/TW Art. 11, 13).
    pub fn sign_for_cell(self, rules: &Rules) -> Result<String, IssueError> {
        let (may, may_not) = (rules.cell_may_issue(), rules.cell_may_not_issue());
        let named = |list: &[String]| list.iter().any(|one| one == self.as_str());
        if named(&may_not.value) || !named(&may.value) {
            return Err(IssueError::NotForCells(self, may_not.citation));
        }
        let none = || IssueError::NoSign(self, rules.type_signs().citation);
        Ok(rules.type_sign(self.as_str()).ok_or_else(none)?.value)
    }

    /// The types a cell may issue by the rules of the day, in the order people list them.
    pub fn of_cells(rules: &Rules) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|one| one.sign_for_cell(rules).is_ok())
    }

    /// The type a cell's sign stands for.
    pub fn of_sign(sign: &str, rules: &Rules) -> Option<Self> {
        Self::of_cells(rules).find(|one| one.sign_for_cell(rules).is_ok_and(|found| found == sign))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;
    use crate::rules::tests::national;

    #[rstest]
    #[case(DocumentType::Regulation)]
    #[case(DocumentType::Guidance)]
    #[case(DocumentType::Directive)]
    #[case(DocumentType::Circular)]
    fn statement_39_cells_may_not_issue(#[case] document: DocumentType) {
        let refused = document.sign_for_cell(&national().on(date(2026, 11, 5))).unwrap_err();
        assert_eq!(refused.citation().unwrap().to_string(), "399-QĐ/TW, Điều 11, 13");
        assert_eq!(refused.code(), "papers-refused-not-for-cells");
    }

    #[test]
    fn statement_39_the_other_types_have_signs() {
        let rules = national().on(date(2026, 11, 5));
        let signs: Vec<_> =
            DocumentType::of_cells(&rules).map(|one| one.sign_for_cell(&rules).unwrap()).collect();
        assert_eq!(signs, ["BB", "NQ", "QĐ", "KL", "QC", "TB", "BC", "KH", "CTr", "ĐA", "PA", "TTr", "CV"]);
        assert_eq!(DocumentType::of_sign("QĐ", &rules), Some(DocumentType::Decision));
        assert_eq!(DocumentType::of_sign("GM", &rules), None);
    }

    #[test]
    fn statement_39_before_399_cells_issued_no_notices() {
        let rules = national().on(date(2025, 6, 1));
        let refused = DocumentType::Notice.sign_for_cell(&rules).unwrap_err();
        assert_eq!(refused.citation().unwrap().document, "66-QĐ/TW");
        assert!(DocumentType::Notice.sign_for_cell(&national().on(date(2026, 2, 1))).is_ok());
    }
}
