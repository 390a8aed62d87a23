//! How a committee lays its papers out. Accounts of 05-HD/VPTW differ on several points, so each is a setting of the
//! committee; every value comes from the rule packs (`rules/papers.toml`) and the committee's own, none stands here.

use serde::{Deserialize, Serialize};

use crate::rules::{Hundredths, Rules};

/// How papers are laid out. Sizes and line pitch are points, everything else millimetres.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Layout {
    /// The white edge of the page.
    pub margins: Margins,
    /// The size of the body's letters, in points.
    pub body_size_pt: f64,
    /// From one base line to the next in the body, in points, whatever stands on the line.
    pub line_pitch_pt: f64,
    /// How far the first line of a paragraph stands in, in millimetres.
    pub first_line_mm: f64,
    /// How the fixed words spell "ủy".
    pub spelling: Spelling,
    /// How the grounds (căn cứ) of a paper are set.
    pub grounds: Grounds,
    /// Whether the signatory's title (BÍ THƯ) is bold.
    pub bold_signature_title: bool,
    /// On whose behalf a cell's papers are signed, e.g. `T/M CHI BỘ`.
    pub signed_for: String,
}

impl Layout {
    /// The layout that the rules of a day and a place ask for (05-HD/VPTW, with the committee's own values).
    pub fn by(rules: &Rules) -> Self {
        Self {
            margins: Margins {
                top_mm: f64::from(rules.margin_top_millimetres().value),
                bottom_mm: f64::from(rules.margin_bottom_millimetres().value),
                left_mm: f64::from(rules.margin_left_millimetres().value),
                right_mm: f64::from(rules.margin_right_millimetres().value),
            },
            body_size_pt: decimal(rules.body_font_points().value),
            line_pitch_pt: decimal(rules.line_spacing_points().value),
            first_line_mm: f64::from(rules.first_line_millimetres().value),
            spelling: if rules.spelling_of_uy().value == "uỷ" { Spelling::OnY } else { Spelling::OnU },
            grounds: if rules.grounds_italic().value { Grounds::Italic } else { Grounds::Upright },
            bold_signature_title: rules.signature_title_bold().value,
            signed_for: rules.signed_for().value,
        }
    }
}

fn decimal(number: Hundredths) -> f64 {
    f64::from(i32::try_from(number.get()).unwrap_or(i32::MAX)) / 100.0
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::rules::tests::national;

    #[test]
    fn statement_39_the_layout_of_2026_is_that_of_05_hd() {
        let layout = Layout::by(&national().on(date(2026, 11, 5)));
        assert_eq!(layout.margins, Margins { top_mm: 20.0, bottom_mm: 20.0, left_mm: 30.0, right_mm: 15.0 });
        assert_eq!(
            (layout.body_size_pt.to_string(), layout.line_pitch_pt.to_string()),
            ("14".into(), "18".into())
        );
        assert_eq!((layout.spelling, layout.grounds), (Spelling::OnU, Grounds::Italic));
        assert_eq!((layout.signed_for.as_str(), layout.bold_signature_title), ("T/M CHI BỘ", false));
    }
}
