//! Charts are well-formed, start at zero, keep text as text, and use few colours.

use std::collections::BTreeSet;

use super::*;

const CAPTION: Caption =
    Caption { id: "c1", title: "Thời lượng sinh hoạt", description: "Mười hai tháng" };

/// The values of an attribute, element by element.
fn attributes<'a>(svg: &'a str, element: &str, name: &str) -> Vec<&'a str> {
    let (open, key) = (format!("<{element}"), format!(" {name}=\""));
    let value = |rest: &'a str| rest.split('>').next()?.split_once(&key)?.1.split('"').next();
    svg.split(open.as_str()).skip(1).filter_map(value).collect()
}

fn numbers(svg: &str, element: &str, name: &str) -> Vec<f64> {
    attributes(svg, element, name).into_iter().map(|text| text.parse().unwrap()).collect()
}

/// Every element is closed in its turn.
fn well_formed(svg: &str) {
    let mut open = Vec::new();
    for tag in svg.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap();
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{svg}");
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap());
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

fn bars(values: &[Option<f64>], mark: Option<Mark>, medium: Medium) -> String {
    let bars: Vec<_> =
        values.iter().map(|value| Bar { label: "11/2026", value: *value, shown: "90" }).collect();
    Bars { caption: CAPTION, bars: &bars, mark }.draw(medium)
}

#[test]
fn bars_stand_on_zero_and_keep_their_proportions() {
    let svg = bars(&[Some(50.0), Some(100.0), None, Some(0.0)], None, Medium::Page);
    well_formed(&svg);
    let (tops, heights) = (numbers(&svg, "rect", "y"), numbers(&svg, "rect", "height"));
    assert_eq!(heights.len(), 3, "an absent value has no bar");
    assert!((heights[1] - 2.0 * heights[0]).abs() < 0.2 && heights[2] == 0.0);
    let base: Vec<_> = tops.iter().zip(&heights).map(|(top, height)| (top + height) * 10.0).collect();
    assert!(base.iter().all(|base| (base - 2060.0).abs() < 1.5), "{base:?}");
}

#[test]
fn a_mark_above_all_bars_still_fits() {
    let svg = bars(&[Some(45.0)], Some(Mark { value: 90.0, label: "tối thiểu 90 phút" }), Medium::Paper);
    well_formed(&svg);
    assert!(svg.contains("tối thiểu 90 phút"));
    assert_eq!(numbers(&svg, "rect", "height"), [84.0]);
}

#[test]
fn nothing_to_show_is_still_a_chart() {
    for svg in [
        bars(&[], None, Medium::Page),
        bars(&[None, None], None, Medium::Page),
        bars(&[Some(f64::NAN), Some(f64::INFINITY)], None, Medium::Page),
        Shares { caption: CAPTION, shares: &[], scale: ["0%", "50%", "100%"] }.draw(Medium::Page),
        Grades { caption: CAPTION, grades: &[] }.draw(Medium::Page),
    ] {
        well_formed(&svg);
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
    }
}

#[test]
fn text_stays_text() {
    let caption = Caption {
        id: "a\" onload=\"x",
        title: "</title><script>alert(1)</script>",
        description: "a & b\u{0}",
    };
    let bar = Bar { label: "<b>", value: Some(1.0), shown: "\"'" };
    let svg = Bars { caption, bars: &[bar], mark: None }.draw(Medium::Page);
    well_formed(&svg);
    assert!(!svg.contains("<script") && !svg.contains("onload=\"") && !svg.contains('\u{0}'));
    assert!(svg.contains("&lt;b&gt;") && svg.contains("a &amp; b") && svg.contains("&quot;&#39;"));
}

#[test]
fn those_who_listen_are_told_what_is_to_be_seen() {
    let svg = bars(&[Some(1.0)], None, Medium::Page);
    assert!(svg.contains(r#"role="img" aria-labelledby="c1-title c1-desc""#));
    assert!(svg.contains(
        r#"<title id="c1-title">Thời lượng sinh hoạt</title><desc id="c1-desc">Mười hai tháng</desc>"#
    ));
}

fn shares(values: &[Option<[f64; 3]>]) -> String {
    let shares: Vec<_> =
        values.iter().map(|value| Share { label: "11", value: *value, shown: "90%" }).collect();
    Shares { caption: CAPTION, shares: &shares, scale: ["0%", "50%", "100%"] }.draw(Medium::Page)
}

#[test]
fn a_missing_month_breaks_line_and_band() {
    let some = Some([0.7, 0.9, 0.97]);
    let svg = shares(&[some, some, None, some]);
    well_formed(&svg);
    assert_eq!(svg.matches("<polygon").count(), 2);
    assert_eq!(svg.matches("<circle").count(), 3);
}

#[test]
fn the_band_lies_around_the_line_on_a_scale_from_zero_to_all() {
    let svg = shares(&[Some([0.0, 0.5, 1.0]), Some([-1.0, 0.5, 7.0])]);
    let points = attributes(&svg, "polygon", "points")[0];
    let ys: Vec<&str> = points.split(' ').map(|point| point.split(',').nth(1).unwrap()).collect();
    assert_eq!(ys, ["24", "24", "214", "214"], "{svg}");
    assert!(numbers(&svg, "circle", "cy").iter().all(|y| (y - 119.0).abs() < 0.1));
}

#[test]
fn a_row_of_grades_fills_the_width_and_names_even_those_never_given() {
    let grade = |tone, count, label| Grade { tone, count, shown: "n", label };
    let grades =
        [grade(Tone::Good, 6, "Tốt: 6"), grade(Tone::Fair, 2, "Khá: 2"), grade(Tone::Poor, 0, "Kém: 0")];
    let svg = Grades { caption: CAPTION, grades: &grades }.draw(Medium::Paper);
    well_formed(&svg);
    let widths = numbers(&svg, "rect", "width");
    assert_eq!(widths[..2], [479.0, 159.0], "three quarters and one quarter, less the gap");
    for label in ["Tốt: 6", "Khá: 2", "Kém: 0"] {
        assert!(svg.contains(label));
    }
}

#[test]
fn paper_has_at_most_five_colours_beside_ink_and_a_page_has_classes_only() {
    let grades: Vec<_> = [Tone::Good, Tone::Fair, Tone::Middle, Tone::Poor, Tone::None]
        .into_iter()
        .map(|tone| Grade { tone, count: 3, shown: "3", label: "ba" })
        .collect();
    let paper = Grades { caption: CAPTION, grades: &grades }.draw(Medium::Paper);
    let colours: BTreeSet<_> = colours_of(&paper);
    assert_eq!(colours.len(), 5, "{colours:?}");
    let page = Grades { caption: CAPTION, grades: &grades }.draw(Medium::Page);
    assert!(!page.contains('#') && !page.contains("style="), "a strict page allows no colour in the drawing");
}

fn colours_of(svg: &str) -> BTreeSet<&str> {
    let inks = ["#1f2328", "#8c939b", "#ffffff"];
    svg.split('"').filter(|text| text.starts_with('#') && !inks.contains(text)).collect()
}
