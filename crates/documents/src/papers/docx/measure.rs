//! The measures of Word: twips (twentieths of a point) and half points.

use crate::papers::block::{PAGE_MM, Paper};

/// Twips in so many millimetres.
pub(super) fn twips(millimetres: f64) -> i32 {
    whole(millimetres * 1440.0 / 25.4)
}

/// Twips in so many points, not below 0.
pub(super) fn twips_of_points(points: f64) -> u32 {
    u32::try_from(whole(points * 20.0)).unwrap_or_default()
}

/// Half points in so many points, not below 1.
pub(super) fn half_points(points: f64) -> usize {
    usize::try_from(whole(points * 2.0)).unwrap_or_default().max(1)
}

/// How wide the text is, in millimetres.
pub(super) fn text_width_mm(paper: &Paper) -> f64 {
    let margins = paper.layout.margins;
    PAGE_MM.0 - margins.left_mm - margins.right_mm
}

#[expect(clippy::cast_possible_truncation, reason = "a float cast saturates, and no page is that large")]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_those_of_word() {
        assert_eq!([twips(30.0), twips(210.0), twips(297.0)], [1701, 11906, 16838]);
        assert_eq!((twips_of_points(18.0), half_points(14.0)), (360, 28));
    }
}
