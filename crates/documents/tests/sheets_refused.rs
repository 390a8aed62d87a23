//! Files that cannot be read are refused, each for its own reason, and no bytes make reading panic, hang or fill the memory.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod files;

use std::sync::LazyLock;

use files::{container, converted, ods_of, packed, parts, register_xlsx, with_part, xlsx_of};
use nennep_documents::sheets::{Limits, SheetError, read, read_within};
use nennep_domain::problems::Refusal;
use proptest::prelude::*;
use rstest::rstest;

static XLSX: LazyLock<Vec<u8>> = LazyLock::new(register_xlsx);
static ODS: LazyLock<Vec<u8>> = LazyLock::new(|| converted(&XLSX, "ods"));
static XLS: LazyLock<Vec<u8>> = LazyLock::new(|| converted(&XLSX, "xls:MS Excel 97"));

fn refused(bytes: &[u8]) -> SheetError {
    read(bytes, "a").unwrap_err()
}

#[test]
fn truncated_files_are_damaged() {
    for file in [&*XLSX, &*ODS, &*XLS] {
        for part in [2, 3, 10] {
            assert_eq!(refused(&file[..file.len() - file.len() / part]), SheetError::Damaged);
        }
    }
}

#[rstest]
#[case(b"", SheetError::Empty)]
#[case(b" \r\n ,, \n", SheetError::Empty)]
#[case(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", SheetError::Empty)]
#[case(b"PK\x03\x04 but no more", SheetError::Damaged)]
#[case(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 but no more", SheetError::Damaged)]
#[case(b"%PDF-1.7 \x00", SheetError::OtherFormat("PDF"))]
#[case(b"a,b\0c", SheetError::OtherFormat("unknown"))]
#[case(b"\n<html><table><tr><td>STT</td></tr></table></html>", SheetError::WebPage)]
#[case(b"<?xml version=\"1.0\"?><Workbook/>", SheetError::WebPage)]
fn other_bytes_are_told_apart(#[case] bytes: &[u8], #[case] expected: SheetError) {
    assert_eq!(refused(bytes), expected);
}

#[test]
fn other_packed_files_are_told_apart() {
    assert_eq!(refused(&packed(&[("a.txt", b"a")])), SheetError::OtherFormat("ZIP"));
    assert_eq!(refused(&packed(&[("word/document.xml", b"a")])), SheetError::OtherFormat("DOCX"));
    assert_eq!(refused(&packed(&[("xl/workbook.bin", b"a")])), SheetError::OtherFormat("XLSB"));
    let text = b"application/vnd.oasis.opendocument.text";
    assert_eq!(refused(&packed(&[("mimetype", text)])), SheetError::OtherFormat("OpenDocument"));
    assert_eq!(refused(&container("WordDocument", b"", false)), SheetError::OtherFormat("DOC"));
}

#[test]
fn locked_files_say_so() {
    assert_eq!(refused(&container("EncryptedPackage", b"", false)), SheetError::Encrypted);
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    assert_eq!(refused(&with_part(&ODS, "META-INF/manifest.xml", manifest)), SheetError::Encrypted);
    // The beginning of a workbook, then the record of a password.
    let mut stream = vec![0x09, 0x08, 16, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    stream.extend([0x2F, 0, 6, 0, 1, 0, 1, 0, 1, 0]);
    assert_eq!(refused(&container("Workbook", &stream, false)), SheetError::Encrypted);
}

#[rstest]
#[case::honest(false)]
#[case::lying(true)]
fn a_bomb_of_200_megabytes_is_refused_before_it_goes_off(#[case] lying: bool) {
    let zeros = vec![b' '; 200 * 1024 * 1024];
    for (file, part) in [(&*XLSX, "xl/worksheets/sheet1.xml"), (&*ODS, "content.xml")] {
        let mut bomb = with_part(file, part, &zeros);
        assert!(bomb.len() < 1024 * 1024);
        if lying {
            claim_little(&mut bomb, 200 * 1024 * 1024);
        }
        let found = refused(&bomb);
        // Where the claim is short, the unpacker may also stop at it and find the part damaged.
        assert!(
            matches!(found, SheetError::TooLarge { megabytes: 128 }) || lying && found == SheetError::Damaged,
            "{found}"
        );
    }
}

/// Writes a small size over every claim of the true one.
fn claim_little(file: &mut [u8], size: u32) {
    let truth = size.to_le_bytes();
    let places: Vec<_> = (0..file.len() - 4).filter(|at| file[*at..*at + 4] == truth).collect();
    assert!(places.len() >= 2, "in the part and in the list of parts");
    for at in places {
        file[at..at + 4].copy_from_slice(&1_000u32.to_le_bytes());
    }
}

#[test]
fn sheets_beyond_every_register_are_refused() {
    let far =
        |place: &str| xlsx_of(&format!(r#"<sheetData><row><c r="{place}"><v>1</v></c></row></sheetData>"#));
    assert_eq!(refused(&far("A100001")), SheetError::TooManyRows { most: 100_000 });
    assert_eq!(refused(&far("IW1")), SheetError::TooManyColumns { most: 256 });
    assert!(read(&far("IV100000"), "a").is_ok());
    let cell = r#"<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>a</text:p></table:table-cell>"#;
    let wide = ods_of(&format!("<table:table><table:table-row>{cell}</table:table-row></table:table>"));
    assert_eq!(refused(&wide), SheetError::TooManyColumns { most: 256 });
    let cell = cell.replace("16384", "200");
    let row = format!(r#"<table:table-row table:number-rows-repeated="4294967295">{cell}</table:table-row>"#);
    let long = ods_of(&format!("<table:table>{row}</table:table>"));
    assert_eq!(refused(&long), SheetError::TooLarge { megabytes: 128 });
    let few = Limits { rows: 10, ..Limits::default() };
    assert_eq!(read_within(&long, "a", &few), Err(SheetError::TooManyRows { most: 10 }));
}

#[test]
fn claims_that_would_fill_the_memory_are_refused() {
    let strings = br#"<sst uniqueCount="1000000000000000"><si><t>a</t></si></sst>"#;
    assert_eq!(refused(&with_part(&XLSX, "xl/sharedStrings.xml", strings)), SheetError::Damaged);
    assert_eq!(refused(&container("Workbook", b"", true)), SheetError::Damaged, "a ring of sectors");
    let joined = xlsx_of(
        r#"<sheetData><row><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>"#,
    );
    let sheet = &read(&joined, "a").unwrap()[0];
    assert_eq!((sheet.merged[0].bottom, sheet.merged[0].right), (99_999, 255));
    let cut_off = ods_of("").len();
    assert!(cut_off > 0);
    let open = b"<office:document-content><table:table table:name=\"a\"><table:table-row>";
    assert_eq!(
        refused(&with_part(&ods_of(""), "content.xml", open)),
        SheetError::Damaged,
        "a table without an end"
    );
}

#[test]
fn every_refusal_has_a_code_of_its_own() {
    let all = [
        SheetError::Empty,
        SheetError::Damaged,
        SheetError::Encrypted,
        SheetError::OtherFormat("PDF"),
        SheetError::WebPage,
        SheetError::UnreadableText,
        SheetError::TooLarge { megabytes: 1 },
        SheetError::TooManyRows { most: 1 },
        SheetError::TooManyColumns { most: 1 },
    ];
    let codes: std::collections::BTreeSet<_> = all.iter().map(Refusal::code).collect();
    assert_eq!(codes.len(), all.len());
}

fn spoilt(file: &[u8], changes: &[(usize, u8)], cut: Option<usize>) -> Vec<u8> {
    let mut file = file.to_vec();
    for (at, byte) in changes {
        let at = at % file.len();
        file[at] = *byte;
    }
    if let Some(cut) = cut {
        file.truncate(cut % file.len() + 1);
    }
    file
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn spoilt_files_never_panic(which in 0usize..3, changes in proptest::collection::vec(any::<(usize, u8)>(), 0..24), cut in any::<Option<usize>>()) {
        let file = [&*XLSX, &*ODS, &*XLS][which];
        let _ = read(&spoilt(file, &changes, cut), "a");
    }

    #[test]
    fn spoilt_workbooks_of_records_never_panic(changes in proptest::collection::vec(any::<(usize, u8)>(), 1..8)) {
        let _ = read(&spoilt(&XLS, &changes, None), "a");
    }

    #[test]
    fn spoilt_parts_never_panic(ods in any::<bool>(), part in any::<prop::sample::Index>(), changes in proptest::collection::vec(any::<(usize, u8)>(), 1..24), cut in any::<Option<usize>>()) {
        let file = if ods { &*ODS } else { &*XLSX };
        let parts: Vec<_> = parts(file).into_iter().filter(|(name, bytes)| !bytes.is_empty() && (name.contains(".xml") || name.contains(".rels"))).collect();
        let (name, bytes) = &parts[part.index(parts.len())];
        let _ = read(&with_part(file, name, &spoilt(bytes, &changes, cut)), "a");
    }

    #[test]
    fn any_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600), start in 0usize..4) {
        let starts: [&[u8]; 4] = [b"", b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE"];
        let _ = read(&[starts[start], &bytes].concat(), "a");
    }
}
