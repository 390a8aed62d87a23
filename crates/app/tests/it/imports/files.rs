//! Files that are not what they should be: each gets a clear answer, and nothing is written.

use std::io::{Cursor, Write as _};

use nennep_app::{
    Error,
    imports::{self, Kind},
};
use nennep_documents::sheets::{Table, write_xlsx};
use nennep_domain::sheets::Cell;
use nennep_testkit::{Engine, World};
use rstest::rstest;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{bytes, counts, into, problems, rows, take};

async fn refused(world: &World, file: Vec<u8>) -> &'static str {
    let office = world.acting_for(world.office).await;
    let before = rows(&office).await;
    let refused = imports::take(&office, &bytes(Kind::Members, file), &mut |_, _| {}).await;
    assert_eq!(rows(&office).await, before);
    match refused {
        Err(Error::Refused(refusal)) => refusal.code(),
        other => panic!("{other:?}"),
    }
}

fn workbook(world: &World) -> Vec<u8> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let headings = ["Họ và tên", "Ngày sinh", "Số thẻ", "Ngày vào Đảng"].map(str::to_owned).to_vec();
    let row = vec![text("Đinh Văn Khôi"), text("05/11/1980"), text("00999001"), text("2005")];
    let made_at = world.test.app.now();
    let table =
        Table { name: "Đảng viên".to_owned(), title: Vec::new(), headings, rows: vec![row], made_at };
    write_xlsx(&table).unwrap()
}

/// A workbook whose one sheet unpacks to 200 MB.
fn bomb() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.start_file("xl/worksheets/sheet1.xml", options).unwrap();
    let megabyte = vec![b' '; 1024 * 1024];
    for _ in 0..200 {
        zip.write_all(&megabyte).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The container in which office programs put a file with a password.
fn locked() -> Vec<u8> {
    const END: u32 = 0xFFFF_FFFE;
    let mut header = vec![0u8; 512];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    for (at, value) in [(24, 0x3E_u16), (26, 3), (28, 0xFFFE), (30, 9), (32, 6)] {
        header[at..at + 2].copy_from_slice(&value.to_le_bytes());
    }
    for (at, value) in [(44, 1), (48, 1), (56, 4_096), (60, END), (68, END), (76, 0)] {
        header[at..at + 4].copy_from_slice(&u32::to_le_bytes(value));
    }
    header[80..].fill(0xFF);
    let mut table = vec![0xFFFF_FFFD, END];
    table.extend((0..8).map(|n| if n == 7 { END } else { n + 3 }));
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
    directory.extend(entry("EncryptedPackage", 2, 2, 4_096));
    directory.resize(512, 0);
    let table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    [header, table, directory, vec![0; 4_096]].concat()
}

#[rstest]
#[tokio::test]
async fn files_that_cannot_be_read_say_why(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let whole = workbook(&world);
    let office = world.acting_for(world.office).await;
    let review = imports::preview(&office, &into(bytes(Kind::Members, whole.clone()), world.school)).await;
    assert_eq!(counts(&review.unwrap()), [1, 1, 0, 0, 0], "the whole one is good");
    assert_eq!(refused(&world, whole[..whole.len() / 2].to_vec()).await, "import-file-damaged");
    let bomb = bomb();
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(refused(&world, bomb).await, "import-file-too-large");
    assert_eq!(refused(&world, locked()).await, "import-file-encrypted");
    assert_eq!(refused(&world, b"%PDF-1.7 \x00".to_vec()).await, "import-file-other-format");
    assert_eq!(refused(&world, Vec::new()).await, "import-file-empty");
    assert_eq!(refused(&world, b"ch\xE0o".to_vec()).await, "import-no-member-head");
}

#[rstest]
#[tokio::test]
async fn formulas_that_ended_in_errors_are_refused_where_they_stand(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, text) in (0..).zip(["Họ và tên", "Ngày sinh", "Số thẻ", "Ngày vào Đảng"]) {
        sheet.write(0, column, text).unwrap();
    }
    sheet.write(1, 0, "Đinh Văn Khôi").unwrap();
    for (column, error) in [(1, "#REF!"), (2, "#N/A")] {
        sheet.write_formula(1, column, rust_xlsxwriter::Formula::new("=X").set_result(error)).unwrap();
    }
    let file = into(bytes(Kind::Members, workbook.save_to_buffer().unwrap()), world.school);
    let review = take(&office, &file).await;
    assert_eq!(
        problems(&review),
        ["2 B (Ngày sinh) \"#REF!\": import-formula-error", "2 C (Số thẻ) \"#N/A\": import-formula-error",]
    );
    assert!(!review.taken);
}

#[rstest]
#[tokio::test]
async fn text_files_are_read_whatever_wrote_them(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    // Line ends of three kinds, and a line break inside a cell.
    let mixed = "\u{FEFF}Họ và tên,Ngày sinh,Số thẻ,Ngày vào Đảng\r\n\"Đinh Văn\nKhôi\",5-11-80,00999001,2005\n\
                 Đinh Thị Lụa,1980,00999002,11/2005\rĐinh Văn Mạnh,12/1961,00999003,1990\r\n";
    let review = take(&office, &into(bytes(Kind::Members, mixed.into()), world.school)).await;
    assert_eq!(counts(&review), [3, 3, 0, 0, 0], "{:?}", review.problems);
    assert_eq!(review.added[0].name, "Đinh Văn Khôi");
    // "Họ và tên;Ngày sinh;Số thẻ;Ngày vào Đảng" and "Nguyễn Thị Huệ" in Windows-1258, accents behind their letters.
    let old = b"Ho\xF2 v\xE0 t\xEAn;Ng\xE0y sinh;S\xF4\xEC the\xD2;Ng\xE0y v\xE0o \xD0a\xD2ng\r\n\
                Nguy\xEA\xDEn Thi\xF2 Hu\xEA\xF2;02/03/1979;00999004;2005\r\n";
    let review = take(&office, &into(bytes(Kind::Members, old.to_vec()), world.school)).await;
    assert_eq!(counts(&review), [1, 1, 0, 0, 0], "{:?}", review.problems);
    assert_eq!(review.added[0].name, "Nguyễn Thị Huệ");
}
