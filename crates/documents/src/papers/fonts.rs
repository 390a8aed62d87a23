//! The paper's letters: Tinos, which has the widths of Times New Roman, in four styles, built into the program.

use std::sync::LazyLock;

use typst::{
    foundations::Bytes,
    layout::{Abs, Em},
    text::{Font, FontInstance, FontVariations},
};

static FONTS: LazyLock<[Font; 4]> = LazyLock::new(|| {
    [
        read(include_bytes!(concat!(env!("OUT_DIR"), "/Tinos_400Regular.ttf"))),
        read(include_bytes!(concat!(env!("OUT_DIR"), "/Tinos_700Bold.ttf"))),
        read(include_bytes!(concat!(env!("OUT_DIR"), "/Tinos_400Regular_Italic.ttf"))),
        read(include_bytes!(concat!(env!("OUT_DIR"), "/Tinos_700Bold_Italic.ttf"))),
    ]
});

#[expect(clippy::expect_used, reason = "the file is part of the program, and a test reads it")]
fn read(file: &'static [u8]) -> Font {
    Font::new(Bytes::new(file), 0).expect("Tinos is a font")
}

/// The fonts at hand for looking up letters and widths.
static FACES: LazyLock<[FontInstance; 4]> = LazyLock::new(|| {
    let face =
        |font: &Font| font.clone().instantiate(font.info().variant, Abs::pt(1.0), &FontVariations::default());
    FONTS.each_ref().map(face)
});

/// Upright, bold, italic, bold italic.
pub(super) fn fonts() -> &'static [Font; 4] {
    &FONTS
}

/// Whether every style has the letter.
pub(super) fn covers(letter: char) -> bool {
    FACES.iter().all(|face| face.ttf().glyph_index(letter).is_some())
}

/// How wide the text is in bold letters of `size` points, in points; letters that are missing count nothing.
pub(super) fn bold_width_pt(text: &str, size: f64) -> f64 {
    let bold = &FACES[1];
    let advance = |letter| bold.x_advance(bold.ttf().glyph_index(letter)?.0).map(Em::get);
    text.chars().filter_map(advance).sum::<f64>() * size
}

#[cfg(test)]
mod tests {
    use typst::text::FontStyle;

    use super::*;

    #[test]
    fn the_four_styles_are_there() {
        let styles: Vec<_> = fonts()
            .iter()
            .map(|font| {
                (
                    font.info().family.as_str(),
                    font.info().variant.weight.to_number(),
                    font.info().variant.style,
                )
            })
            .collect();
        assert_eq!(
            styles,
            [
                ("Tinos", 400, FontStyle::Normal),
                ("Tinos", 700, FontStyle::Normal),
                ("Tinos", 400, FontStyle::Italic),
                ("Tinos", 700, FontStyle::Italic),
            ]
        );
    }

    /// Every letter of Vietnamese, composed, and the marks that compose them (TCVN 6909:2001), in every style.
    #[test]
    fn every_vietnamese_letter_is_covered_in_every_style() {
        let bases = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
        let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];
        for base in bases.chars() {
            for tone in tones {
                let letter = nennep_domain::names::tidy(&format!("{base}{tone}"));
                assert_eq!(letter.chars().count(), 1, "{letter} is one letter once composed");
                assert!(letter.chars().all(covers), "{letter}");
            }
        }
        for letter in "đĐ₫“”‘’–—…×§°≥≤½\u{300}\u{301}\u{303}\u{309}\u{323}\u{302}\u{306}\u{31B}".chars()
        {
            assert!(covers(letter), "{letter:?} U+{:04X}", u32::from(letter));
        }
        assert!(!covers('😀'));
    }

    #[test]
    fn widths_are_those_of_times() {
        // Times New Roman Bold: A 722, B 667 of 1000.
        assert!((bold_width_pt("AB", 10.0) - 13.89).abs() < 0.02);
    }
}
