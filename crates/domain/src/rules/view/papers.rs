//! Papers: who may issue what, numbers, layout, books, retention.

use crate::rules::{Hundredths, Ruled, Rules};

ruled! {
    Papers in papers {
        /// The types of papers a cell may issue.
        cell_may_issue: Vec<String> = "papers.cell_may_issue" in Choice;
        /// The types of papers a cell may not issue.
        cell_may_not_issue: Vec<String> = "papers.cell_may_not_issue" in Choice;
        /// The sign of each type of paper, as `type:sign`.
        type_signs: Vec<String> = "papers.type_signs" in Text;
        /// The sign of a cell in a paper's number.
        cell_sign: String = "papers.cell_sign" in Text;
        /// The sign of a committee in a paper's number.
        committee_sign: String = "papers.committee_sign" in Text;
        /// The sign of a congress in a paper's number.
        congress_sign: String = "papers.congress_sign" in Text;
        /// Whether invitations are numbered.
        invitation_numbered: bool = "papers.invitation_numbered" in YesNo;
        /// The sign of an invitation in its number.
        invitation_sign: String = "papers.invitation_sign" in Text;
        /// What a month's resolution rests on, each without the word "Căn cứ".
        resolution_grounds: Vec<String> = "papers.resolution_grounds" in Text;
        /// Who receives a month's resolution; `{committee}` stands for the committee directly above.
        resolution_recipients: Vec<String> = "papers.resolution_recipients" in Text;
        /// Whether every opinion of the meeting stands in an appendix to its resolution.
        resolution_opinions: bool = "papers.resolution_opinions" in YesNo;
        /// A meeting held up to this day of a month looks back on the month before, a later one on the month that runs.
        looks_back_until_day: u32 = "papers.looks_back_until_day" in Count;
        /// The first number of a type of paper in a term.
        number_starts_at: u32 = "papers.number_starts_at" in Count;
        /// The fewest digits of a number; smaller ones get a 0 in front.
        number_digits: u32 = "papers.number_digits" in Count;
        /// Whether numbers start again on 1 January.
        number_restarts_yearly: bool = "papers.number_restarts_yearly" in YesNo;
        /// The top margin of a paper.
        margin_top_millimetres: u32 = "papers.margin_top_millimetres" in Millimetres;
        /// The bottom margin of a paper.
        margin_bottom_millimetres: u32 = "papers.margin_bottom_millimetres" in Millimetres;
        /// The left margin of a paper.
        margin_left_millimetres: u32 = "papers.margin_left_millimetres" in Millimetres;
        /// The right margin of a paper.
        margin_right_millimetres: u32 = "papers.margin_right_millimetres" in Millimetres;
        /// The size of the body's letters.
        body_font_points: Hundredths = "papers.body_font_points" in FontPoints;
        /// How far a paragraph's first line is set in.
        first_line_millimetres: u32 = "papers.first_line_millimetres" in Millimetres;
        /// The exact distance of lines.
        line_spacing_points: Hundredths = "papers.line_spacing_points" in FontPoints;
        /// The size of the subject of an official letter, in italics under the number.
        letter_subject_font_points: Hundredths = "papers.letter_subject_font_points" in FontPoints;
        /// The first page that bears its number.
        page_numbers_from: u32 = "papers.page_numbers_from" in Count;
        /// How many hyphens close the summary under the title.
        summary_hyphens: u32 = "papers.summary_hyphens" in Count;
        /// On whose behalf a cell's paper is signed.
        signed_for: String = "papers.signed_for" in Text;
        /// Whether the signer's title stands in bold.
        signature_title_bold: bool = "papers.signature_title_bold" in YesNo;
        /// Whether the grounds a paper rests on stand in italics.
        grounds_italic: bool = "papers.grounds_italic" in YesNo;
        /// Whether a cell has a seal.
        cell_has_seal: bool = "papers.cell_has_seal" in YesNo;
        /// What a paper's body ends with.
        body_end: String = "papers.body_end" in Text;
        /// Whether papers are written with ủy or uỷ; searching takes both as equal.
        spelling_of_uy: String = "papers.spelling_of_uy" in Choice;
        /// How long the minutes book is kept.
        minutes_retention: String = "papers.minutes_retention" in Choice;
        /// How many columns the member list (Mẫu 7-HSĐV) has.
        member_list_columns: u32 = "papers.member_list_columns" in Count;
        /// Every how many months the member list is reconciled with the upper and lower level.
        member_list_reconcile_months: u32 = "papers.member_list_reconcile_months" in Months;
        /// Every how many months files and list are reconciled.
        files_reconcile_months: u32 = "papers.files_reconcile_months" in Months;
        /// Whether books may be kept electronically only.
        electronic_books_only: bool = "papers.electronic_books_only" in YesNo;
    }
}

impl Rules {
    /// The sign of a type of paper in its number: `NQ` for `resolution`. `None` for a type without a sign. 05-HD/VPTW.
    pub fn type_sign(&self, paper_type: &str) -> Option<Ruled<String>> {
        let signs = self.type_signs();
        let found = signs.value.iter().find_map(|pair| {
            let (named, sign) = pair.split_once(':')?;
            (named == paper_type).then(|| sign.to_owned())
        });
        found.map(|sign| signs.map(|_| sign))
    }
}
