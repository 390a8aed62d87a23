//! The Word document: opened by `LibreOffice` it says the same as the PDF, on the same pages.

use std::io::{Cursor, Read};

use nennep_documents::papers::{compose, docx};
use nennep_domain::papers::Content;
use rstest::rstest;

use crate::{
    read::{Word, printed, text_of, through_libreoffice, words_of},
    story,
};

fn minutes() -> Content {
    Content::Minutes(story::minutes().into())
}

fn written(content: &Content) -> Vec<u8> {
    docx(&compose(content, &story::layout()), story::moment()).unwrap()
}

fn part(file: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The words in reading order; dotted lines have as many dots as fit, so they count as one.
fn said(pdf: &[u8]) -> Vec<String> {
    let text = text_of(pdf).replace('…', ".");
    text.split(' ').filter(|word| !word.trim_matches('.').is_empty()).map(str::to_owned).collect()
}

#[rstest]
#[case::minutes(minutes())]
#[case::empty(Content::Minutes(story::empty_minutes().into()))]
#[case::large(Content::Minutes(story::large_minutes().into()))]
#[case::resolution(Content::Resolution(story::resolution().into()))]
#[case::invitation(Content::Invitation(story::invitation().into()))]
#[case::agenda(Content::Agenda(story::agenda().into()))]
#[case::attendance(Content::Attendance(story::attendance(22, true).into()))]
#[case::roll(Content::Roll(story::roll(22).into()))]
fn libreoffice_reads_the_same_words_on_as_many_pages(#[case] content: Content) {
    let (ours, theirs) = (printed(&content), through_libreoffice(&content));
    let (mut mine, mut yours) = (said(&ours), said(&theirs));
    assert!(mine.len() > 30);
    mine.sort();
    yours.sort();
    assert_eq!(mine, yours);
    let pages = |pdf: &[u8]| words_of(pdf).last().unwrap().page;
    assert_eq!(pages(&ours), pages(&theirs));
}

#[test]
fn lines_break_alike_and_stand_alike() {
    let content = Content::Minutes(story::large_minutes().into());
    let starts = |words: &[Word]| -> Vec<(usize, String)> {
        let at_margin = words.iter().filter(|word| (word.left - 30.0).abs() < 0.5 && word.text.len() > 1);
        at_margin.map(|word| (word.page, word.text.clone())).collect()
    };
    let (ours, theirs) = (words_of(&printed(&content)), words_of(&through_libreoffice(&content)));
    assert_eq!(starts(&ours), starts(&theirs));
    let right = |words: &[Word]| {
        words.iter().filter(|word| word.page == 4).map(|word| word.right).fold(0.0, f64::max)
    };
    assert!((right(&theirs) - 195.0).abs() < 0.5, "{}", right(&theirs));
}

#[test]
fn the_document_states_page_letters_spacing_language_and_title() {
    let file = written(&minutes());
    let document = part(&file, "word/document.xml");
    for piece in [
        r#"<w:pgSz w:w="11906" w:h="16838""#,
        r#"w:top="1134""#,
        r#"w:bottom="1134""#,
        r#"w:left="1701""#,
        r#"w:right="850""#,
        r#"<w:spacing w:after="120" w:line="360" w:lineRule="exact" />"#,
        r#"w:firstLine="567""#,
        "<w:titlePg",
        "<w:keepNext",
        "<w:tblHeader />",
        "<w:cantSplit",
    ] {
        assert!(document.contains(piece), "{piece}");
    }
    assert!(!document.contains(r#"<w:trHeight w:val="1""#), "no mark is left over");
    let styles = part(&file, "word/styles.xml");
    for piece in [r#"w:ascii="Times New Roman""#, r#"<w:sz w:val="28" />"#, r#"<w:lang w:val="vi-VN" />"#] {
        assert!(styles.contains(piece), "{piece}: {styles}");
    }
    let properties = part(&file, "docProps/core.xml");
    assert!(
        properties.contains("<dc:title>BIÊN BẢN sinh hoạt chi bộ thường kỳ tháng 11 năm 2026 - Chi bộ"),
        "{properties}"
    );
    assert!(properties.contains("2026-11-06T01:30:00Z"), "{properties}");
}

#[test]
fn the_same_paper_is_the_same_file() {
    let first = written(&minutes());
    std::thread::spawn(move || assert!(written(&minutes()) == first)).join().unwrap();
    assert!(written(&minutes()) == written(&minutes()));
}

#[test]
fn a_row_longer_than_a_page_loses_nothing() {
    let mut minutes = story::minutes();
    let mut tasks = story::tasks();
    tasks[0].text = (1..400).map(|n| format!("việc thứ {n};")).collect::<Vec<_>>().join(" ");
    minutes.items[0].tasks = tasks;
    let content = Content::Minutes(minutes.into());
    for pdf in [printed(&content), through_libreoffice(&content)] {
        let text = text_of(&pdf);
        assert!((1..400).all(|n| text.contains(&format!("thứ {n};"))), "{text}");
        assert!(words_of(&pdf).iter().all(|word| word.bottom < 277.5));
    }
}
