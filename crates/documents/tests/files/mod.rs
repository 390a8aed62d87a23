//! Real files made for the tests: XLSX written here, ODS and XLS through `LibreOffice`, and containers put together by hand.
#![allow(dead_code, reason = "each test file uses its part")]

use std::{
    io::{Cursor, Write},
    path::Path,
    process::Command,
};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// A register with a title, joined headings, and a value of every kind.
pub(crate) fn register_xlsx() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let (plain, date) = (Format::new(), Format::new().set_num_format("dd/mm/yyyy"));
    let sheet = workbook.add_worksheet();
    sheet.set_name("Đảng viên").unwrap();
    sheet.merge_range(0, 0, 0, 6, "DANH SÁCH ĐẢNG VIÊN", &plain).unwrap();
    for (column, text) in [(0, "STT"), (1, "Họ và tên"), (4, "Số thẻ ĐV"), (5, "CCCD"), (6, "Ghi chú")]
    {
        sheet.merge_range(2, column, 3, column, text, &plain).unwrap();
    }
    sheet.merge_range(2, 2, 2, 3, "Ngày tháng năm sinh", &plain).unwrap();
    sheet.write(3, 2, "Nam").unwrap();
    sheet.write(3, 3, "Nữ").unwrap();
    sheet.write(4, 0, 1).unwrap();
    sheet.write(4, 1, "Nguyễn Văn An").unwrap();
    let day = ExcelDateTime::from_ymd(1980, 11, 5).unwrap();
    sheet.write_datetime_with_format(4, 2, &day, &date).unwrap();
    sheet.write_number_with_format(4, 4, 12_345, &Format::new().set_num_format("00000000")).unwrap();
    sheet.write(4, 5, "001080000001").unwrap();
    sheet.write_formula(4, 6, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write(5, 0, 2.5).unwrap();
    sheet.write(5, 1, "Trần Thị Bình").unwrap();
    sheet.write(5, 3, "12/1979").unwrap();
    sheet.write(5, 4, "00012346").unwrap();
    sheet.write(5, 6, true).unwrap();
    workbook.add_worksheet().set_name("Ẩn").unwrap().set_hidden(true).write(0, 0, "thừa").unwrap();
    workbook.save_to_buffer().unwrap()
}

/// The file in another format, by `LibreOffice`. It must be on the machine (bin/setup).
pub(crate) fn converted(xlsx: &[u8], format: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("register.xlsx"), xlsx).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let ran = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .arg(folder.path())
        .arg(folder.path().join("register.xlsx"))
        .output()
        .expect("soffice of LibreOffice, installed by bin/setup");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let extension = format.split(':').next().unwrap();
    std::fs::read(folder.path().join(Path::new("register").with_extension(extension))).unwrap()
}

/// A packed file of these parts.
pub(crate) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a packed file.
pub(crate) fn parts(file: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let part = |n: usize| {
        let mut part = zip.by_index(n).unwrap();
        let mut bytes = Vec::new();
        std::io::copy(&mut part, &mut bytes).unwrap();
        (part.name().unwrap().into_owned(), bytes)
    };
    (0..zip::ZipArchive::new(Cursor::new(file)).unwrap().len()).map(part).collect()
}

/// The file with one part replaced.
pub(crate) fn with_part(file: &[u8], name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut parts = parts(file);
    match parts.iter_mut().find(|(known, _)| known == name) {
        Some((_, part)) => *part = bytes.to_vec(),
        None => parts.push((name.to_owned(), bytes.to_vec())),
    }
    let parts: Vec<_> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    packed(&parts)
}

/// An XLSX file of one sheet with this XML between `<worksheet>` and its end.
pub(crate) fn xlsx_of(sheet: &str) -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "a").unwrap();
    let file = workbook.save_to_buffer().unwrap();
    let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let sheet = format!(r#"<?xml version="1.0"?><worksheet xmlns="{space}">{sheet}</worksheet>"#);
    with_part(&file, "xl/worksheets/sheet1.xml", sheet.as_bytes())
}

/// An ODS file with these tables.
pub(crate) fn ods_of(tables: &str) -> Vec<u8> {
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[
        ("mimetype", kind),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A container of old Office files with one stream of at least 4096 bytes; `ring` makes its chain of sectors come round.
pub(crate) fn container(name: &str, stream: &[u8], ring: bool) -> Vec<u8> {
    const END: u32 = 0xFFFF_FFFE;
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4_096).div_ceil(512) * 512, 0);
    let sectors = u32::try_from(stream.len() / 512).unwrap();
    let mut header = vec![0u8; 512];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    for (at, value) in [(24, 0x3E), (26, 3), (28, 0xFFFE), (30, 9), (32, 6)] {
        header[at..at + 2].copy_from_slice(&u16::to_le_bytes(value));
    }
    for (at, value) in [(44, 1), (48, 1), (56, 4_096), (60, END), (68, END), (76, 0)] {
        header[at..at + 4].copy_from_slice(&u32::to_le_bytes(value));
    }
    header[80..].fill(0xFF);
    // Sector 0 is the table, sector 1 the directory, the stream follows.
    let mut table = vec![0xFFFF_FFFD, if ring { 1 } else { END }];
    table.extend((0..sectors).map(|n| if n + 1 == sectors { END } else { n + 3 }));
    table.resize(128, 0xFFFF_FFFF);
    let entry = |name: &str, kind: u8, start: u32, length: u32| {
        let mut entry = vec![0u8; 128];
        for (n, unit) in name.encode_utf16().enumerate() {
            entry[n * 2..n * 2 + 2].copy_from_slice(&unit.to_le_bytes());
        }
        entry[64..66].copy_from_slice(&u16::try_from((name.len() + 1) * 2).unwrap().to_le_bytes());
        entry[66] = kind;
        entry[68..80].fill(0xFF);
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&length.to_le_bytes());
        entry
    };
    let mut directory = entry("Root Entry", 5, END, 0);
    directory.extend(entry(name, 2, 2, u32::try_from(stream.len()).unwrap()));
    directory.resize(512, 0);
    let table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    [header, table, directory, stream].concat()
}
