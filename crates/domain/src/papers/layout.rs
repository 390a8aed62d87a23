//! How a committee lays its papers out. Accounts of 05-HD/VPTW differ on several points, so each is a setting of the
//! committee; the values come in from the rule packs (`rules/papers.toml`), and none is a default here.

use serde::{Deserialize, Serialize};

/// How papers are laid out. Sizes and line pitch are points, everything else millimetres.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Layout {
    /// The white edge of the page.
    pub margins: Margins,
    /// The size of the body's letters, in points.
    pub body_size_pt: f64,
    /// From one base line to the next in the body, in points, whatever stands on the line.
    pub line_pitch_pt: f64,
    /// Between two paragraphs, in points, above the line pitch.
    pub paragraph_gap_pt: f64,
    /// How far the first line of a paragraph stands in, in millimetres.
    pub first_line_mm: f64,
    /// How the fixed words spell "ủy".
    pub spelling: Spelling,
    /// How the grounds (căn cứ) of a paper are set.
    pub grounds: Grounds,
    /// Whether the signatory's title (BÍ THƯ) is bold.
    pub bold_signature_title: bool,
    /// On whose behalf a cell's papers are signed.
    pub signed_for: SignedFor,
}

/// The white edges of a page, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Margins {
    /// Above the text.
    pub top_mm: f64,
    /// Below the text.
    pub bottom_mm: f64,
    /// Left of the text.
    pub left_mm: f64,
    /// Right of the text.
    pub right_mm: f64,
}

text_enum! {
    /// How the fixed words of papers place the tone mark in "ủy". Names and what people wrote are never respelt.
    Spelling {
        /// ủy.
        OnU = "on_u",
        /// uỷ.
        OnY = "on_y",
    }
}

text_enum! {
    /// How the grounds of a paper are set.
    Grounds {
        /// Upright.
        Upright = "upright",
        /// Italic.
        Italic = "italic",
    }
}

text_enum! {
    /// On whose behalf a cell's secretary signs.
    SignedFor {
        /// T/M CHI BỘ.
        Cell = "cell",
        /// T/M CHI ỦY.
        CellCommittee = "cell_committee",
    }
}
