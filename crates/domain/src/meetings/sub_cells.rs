//! Meetings by sub-cells in place of the whole cell's: only where there are sub-cells, the cell is large enough, and not too often
//! a year (03-HD/TW II.1.2, II.2; statement 28). A meeting that is called against the rule is held all the same, and does not
//! count as the cell's.

use crate::{
    problems::{Citation, Sentence},
    rules::Rules,
};

/// What is known of a cell that meets by sub-cells in place of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SubCellFacts {
    /// Sub-cells it has on the day.
    pub sub_cells: u32,
    /// Its members on the day (đảng số).
    pub members: u32,
    /// The how-manieth time in the calendar year it is, from 1.
    pub time: u32,
}

text_enum! {
    /// Why a meeting by sub-cells does not stand in for the whole cell's.
    SubCellFaultKind {
        /// The cell has no sub-cells.
        NoSubCells = "no_sub_cells",
        /// It has too few members.
        TooFewMembers = "too_few_members",
        /// It was done too often in the year.
        TooOften = "too_often",
    }
}

/// One reason why a meeting by sub-cells does not stand in for the whole cell's, with the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubCellFault {
    /// Which.
    pub kind: SubCellFaultKind,
    /// The key of the rule, with which a page opens its text.
    pub rule: &'static str,
    /// The words.
    pub sentence: Sentence,
    /// The document and article.
    pub citation: Citation,
}

/// Why a meeting by sub-cells does not stand in for the whole cell's; nothing where it does.
/// 03-HD/TW II.1.2, II.2; statement 28.
pub fn sub_cell_faults(facts: SubCellFacts, rules: &Rules) -> Vec<SubCellFault> {
    let (from, most) = (rules.sub_cell_from_members(), rules.sub_cell_per_year());
    let mut faults = Vec::new();
    if facts.sub_cells == 0 {
        faults.push(SubCellFault {
            kind: SubCellFaultKind::NoSubCells,
            rule: from.key,
            sentence: Sentence::new("sub-cells-none"),
            citation: from.citation.clone(),
        });
    }
    if facts.members < from.value {
        faults.push(SubCellFault {
            kind: SubCellFaultKind::TooFewMembers,
            rule: from.key,
            sentence: Sentence::new("sub-cells-too-few-members")
                .with("members", facts.members)
                .with("from", from.value),
            citation: from.citation,
        });
    }
    if facts.time > most.value {
        faults.push(SubCellFault {
            kind: SubCellFaultKind::TooOften,
            rule: most.key,
            sentence: Sentence::new("sub-cells-too-often").with("time", facts.time).with("most", most.value),
            citation: most.citation,
        });
    }
    faults
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;
    use crate::rules::tests::national;
    use SubCellFaultKind::{NoSubCells, TooFewMembers, TooOften};

    #[rstest]
    #[case(1, 50, 1, &[])]
    #[case(4, 60, 3, &[])]
    #[case(4, 60, 4, &[TooOften])]
    #[case(4, 49, 1, &[TooFewMembers])]
    #[case(0, 50, 1, &[NoSubCells])]
    #[case(0, 49, 4, &[NoSubCells, TooFewMembers, TooOften])]
    fn statement_28_sub_cells_stand_in_for_a_large_cell_a_few_times_a_year(
        #[case] sub_cells: u32,
        #[case] members: u32,
        #[case] time: u32,
        #[case] kinds: &[SubCellFaultKind],
    ) {
        let rules = national().on(date(2026, 11, 5));
        let faults = sub_cell_faults(SubCellFacts { sub_cells, members, time }, &rules);
        assert_eq!(faults.iter().map(|fault| fault.kind).collect::<Vec<_>>(), kinds);
        assert!(faults.iter().all(|fault| fault.citation.to_string() == "03-HD/TW, II.1.2, II.2"));
    }
}
