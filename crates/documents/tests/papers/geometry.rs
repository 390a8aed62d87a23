//! Where things stand on the page (05-HD/VPTW), within half a millimetre.

use lopdf::{Document, Object};
use nennep_domain::papers::Content;
use rstest::rstest;

use crate::{
    read::{MM, Word, ink_of, printed, printed_in, words_of},
    story,
};

const CLOSE: f64 = 0.5;

fn close(measured: f64, wanted: f64, what: &str) {
    assert!((measured - wanted).abs() <= CLOSE, "{what}: {measured:.2} mm, not {wanted} mm");
}

fn large() -> Content {
    Content::Minutes(story::large_minutes().into())
}

/// The words on a page, without the page number.
fn body(words: &[Word], page: usize) -> Vec<Word> {
    words.iter().filter(|word| word.page == page && word.top > 15.0).cloned().collect()
}

#[test]
fn statement_39_text_keeps_the_margins_20_20_30_15_on_a_sheet_of_a4() {
    let pdf = printed(&large());
    let document = Document::load_mem(&pdf).unwrap();
    for page in document.page_iter() {
        let sheet =
            document.get_dictionary(page).unwrap().get(b"MediaBox").unwrap().as_array().unwrap().clone();
        let sides: Vec<f32> = sheet.iter().map(|side| side.as_float().unwrap()).collect();
        assert!((sides[2] - 595.276).abs() < 0.01 && (sides[3] - 841.89).abs() < 0.01, "{sides:?}");
    }
    let pages = document.get_pages().len();
    assert!(pages >= 7, "{pages}");
    for page in 1..=pages {
        let [left, top, right, bottom] = ink_of(&pdf, page, 15.0);
        close(left, 30.0, "left");
        close(right, 195.0, "right");
        assert!(top >= 19.5, "top of page {page}: {top}");
        assert!(bottom <= 277.0, "bottom of page {page}: {bottom}");
    }
    // A page full of text begins with great letters at the upper margin and ends within a paragraph of the lower one.
    let [_, top, _, lowest] = ink_of(&pdf, 4, 15.0);
    close(top, 20.0, "top");
    assert!(lowest > 277.0 - 3.0 * 18.0 * MM, "{lowest}");
}

#[test]
fn the_first_line_of_a_paragraph_stands_in_ten_millimetres() {
    let words = words_of(&printed(&large()));
    let dashes: Vec<_> = body(&words, 4).into_iter().filter(|word| word.text == "-").collect();
    assert!(dashes.len() > 8);
    for dash in dashes {
        close(dash.left, 40.0, "first line");
    }
}

#[rstest]
#[case(18.0)]
#[case(19.0)]
#[case(20.0)]
fn lines_are_exactly_as_far_apart_as_the_committee_set(#[case] pitch: f64) {
    let mut layout = story::layout();
    layout.line_pitch_pt = pitch;
    let words = words_of(&printed_in(&large(), &layout));
    let tops: Vec<f64> =
        body(&words, 4).iter().filter(|word| (word.left - 30.0).abs() < CLOSE).map(|word| word.top).collect();
    let gaps: Vec<f64> = tops.windows(2).map(|pair| (pair[1] - pair[0]) / MM).collect();
    // Within a paragraph lines are one pitch apart; between the last lines of two paragraphs lie more.
    let within: Vec<_> = gaps.iter().filter(|gap| **gap < pitch * 1.2).collect();
    assert!(within.len() > 5 && within.iter().all(|gap| (**gap - pitch).abs() < 0.05), "{gaps:?}");
}

#[test]
fn pages_are_numbered_at_the_top_centre_from_the_second_on() {
    let words = words_of(&printed(&large()));
    let number = |page: usize| words.iter().find(|word| word.page == page && word.top < 15.0).cloned();
    assert!(number(1).is_none(), "{:?}", number(1));
    for page in 2..=7 {
        let number = number(page).unwrap();
        assert_eq!(number.text, page.to_string());
        close(f64::midpoint(number.left, number.right), 30.0 + 165.0 / 2.0, "centre of the page number");
        close(number.top, 10.0, "top of the page number");
    }
}

#[test]
fn other_margins_are_kept_as_well() {
    let mut layout = story::layout();
    layout.margins.left_mm = 35.0;
    layout.margins.right_mm = 20.0;
    layout.margins.top_mm = 25.0;
    let pdf = printed_in(&large(), &layout);
    let [left, top, right, _] = ink_of(&pdf, 5, 20.0);
    close(left, 35.0, "left");
    close(right, 190.0, "right");
    close(top, 25.0, "top");
    let words = words_of(&pdf);
    let number = words.iter().find(|word| word.page == 2 && word.top < 20.0).unwrap();
    close(number.top, 10.0, "top of the page number");
}

#[test]
fn letters_are_tinos_embedded_and_the_file_says_what_it_is() {
    let pdf = printed(&Content::Minutes(story::minutes().into()));
    let document = Document::load_mem(&pdf).unwrap();
    let mut names: Vec<String> = Vec::new();
    for object in document.objects.values() {
        let Ok(font) = object.as_dict() else { continue };
        if font.get(b"Type").is_ok_and(|kind| kind == &Object::Name(b"FontDescriptor".to_vec())) {
            assert!(font.get(b"FontFile2").is_ok(), "embedded");
            names.push(
                String::from_utf8_lossy(font.get(b"FontName").unwrap().as_name().unwrap()).into_owned(),
            );
        }
    }
    names.sort_by_key(|name| name.split_once('+').unwrap().1.to_owned());
    let families: Vec<_> = names.iter().map(|name| name.split_once('+').unwrap().1).collect();
    assert_eq!(families, ["Tinos-Bold", "Tinos-Italic", "Tinos-Regular"]);

    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"vi-VN");
    let marked = catalog.get(b"MarkInfo").unwrap();
    let marked = document.dereference(marked).unwrap().1.as_dict().unwrap().get(b"Marked").unwrap().as_bool();
    assert!(marked.unwrap(), "tagged for those who listen");
    assert!(catalog.get(b"StructTreeRoot").is_ok() && catalog.get(b"OutputIntents").is_ok());
    let metadata = document.get_object(catalog.get(b"Metadata").unwrap().as_reference().unwrap()).unwrap();
    let metadata = String::from_utf8(metadata.as_stream().unwrap().get_plain_content().unwrap()).unwrap();
    assert!(metadata.contains("<pdfaid:part>2</pdfaid:part>"), "{metadata}");
    assert!(metadata.contains("<pdfaid:conformance>U</pdfaid:conformance>"), "{metadata}");
    assert!(metadata.contains("BIÊN BẢN sinh hoạt chi bộ thường kỳ tháng 11 năm 2026"), "{metadata}");
    assert!(metadata.contains("2026-11-06T08:30:00+07:00"), "{metadata}");
}

#[test]
fn the_head_stands_in_two_blocks_and_the_line_is_as_long_as_the_partys_name() {
    let words = words_of(&printed(&Content::Resolution(story::resolution().into())));
    let find = |text: &str| {
        words.iter().find(|word| word.text == text).unwrap_or_else(|| panic!("no {text}")).clone()
    };
    let (superior, party, number, place) = (find("ĐẢNG"), find("CỘNG"), find("Số"), find("Bình,"));
    assert!(superior.right < party.left && number.right < place.left);
    assert!((superior.top - party.top).abs() < 1.0, "both blocks begin on one line");
    assert!(number.top > superior.top && place.top > party.top);
}
