//! Reads papers back with programs that did not write them: poppler, lopdf, `LibreOffice`.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use nennep_documents::papers::{compose, docx, pdf};
use nennep_domain::papers::{Content, Layout};

use crate::story;

/// Millimetres in a point.
pub(crate) const MM: f64 = 25.4 / 72.0;

/// A word and where it stands, in millimetres from the page's top left.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) page: usize,
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
    pub(crate) text: String,
}

/// The PDF of a paper in the story's layout.
pub(crate) fn printed(content: &Content) -> Vec<u8> {
    printed_in(content, &story::layout())
}

/// The PDF of a paper in a layout.
pub(crate) fn printed_in(content: &Content, layout: &Layout) -> Vec<u8> {
    pdf(&compose(content, layout), story::moment()).unwrap().bytes
}

/// What a program prints when it is run; it must be there and must succeed.
fn run(program: &str, arguments: &[&str], environment: &[(&str, &Path)]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .envs(environment.iter().copied())
        .output()
        .unwrap_or_else(|error| panic!("{program} is missing: run bin/setup ({error})"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The text of a PDF in the order it is set, page by page, blanks as one.
pub(crate) fn text_of(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    squeeze(&run("pdftotext", &["-enc", "UTF-8", "-raw", file.to_str().unwrap(), "-"], &[]))
}

/// Every word of a PDF with its place.
pub(crate) fn words_of(pdf: &[u8]) -> Vec<Word> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    let html = run("pdftotext", &["-enc", "UTF-8", "-bbox", file.to_str().unwrap(), "-"], &[]);
    let mut page = 0;
    let mut words = Vec::new();
    for line in html.lines().map(str::trim) {
        if line.starts_with("<page ") {
            page += 1;
        }
        if let Some(rest) = line.strip_prefix("<word ") {
            let value = |name: &str| -> f64 {
                let after = rest.split_once(&format!("{name}=\"")).unwrap().1;
                after.split('"').next().unwrap().parse::<f64>().unwrap() * MM
            };
            let text = rest.split_once('>').unwrap().1.trim_end_matches("</word>").to_owned();
            words.push(Word {
                page,
                left: value("xMin"),
                top: value("yMin"),
                right: value("xMax"),
                bottom: value("yMax"),
                text,
            });
        }
    }
    words
}

/// The edges of all that is printed on a page below `from`, in millimetres: left, top, right, bottom.
pub(crate) fn ink_of(pdf: &[u8], page: usize, from: f64) -> [f64; 4] {
    const DOTS: f64 = 25.4 / 300.0;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    let (page, picture) = (page.to_string(), folder.path().join("page"));
    let arguments = ["-r", "300", "-gray", "-singlefile", "-f", &page, "-l", &page];
    run("pdftoppm", &[&arguments[..], &[file.to_str().unwrap(), picture.to_str().unwrap()]].concat(), &[]);
    let picture = std::fs::read(picture.with_extension("pgm")).unwrap();
    // A PGM: three lines of head (P5, width and height, 255), then one byte a dot.
    let mut head = picture.splitn(4, |byte| *byte == b'\n');
    let size = String::from_utf8(head.nth(1).unwrap().to_vec()).unwrap();
    let width: usize = size.split(' ').next().unwrap().parse().unwrap();
    let dots = head.nth(1).unwrap();
    let mut edges = [f64::MAX, f64::MAX, 0.0, 0.0];
    for (n, _) in dots.iter().enumerate().filter(|(_, dot)| **dot < 128) {
        let (x, y) = ((n % width) as f64 * DOTS, (n / width) as f64 * DOTS);
        if y >= from {
            edges = [edges[0].min(x), edges[1].min(y), edges[2].max(x), edges[3].max(y)];
        }
    }
    edges
}

/// The DOCX of a paper as `LibreOffice` lays it out, as PDF.
pub(crate) fn through_libreoffice(content: &Content) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.docx");
    std::fs::write(&file, docx(&compose(content, &story::layout()), story::moment()).unwrap()).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let arguments = [
        &profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder.path().to_str().unwrap(),
        file.to_str().unwrap(),
    ];
    run("soffice", &arguments, &[("FONTCONFIG_FILE", &fontconfig(folder.path()))]);
    std::fs::read(folder.path().join("paper.pdf"))
        .unwrap_or_else(|error| panic!("LibreOffice refused it: {error}"))
}

/// A font configuration in which Times New Roman is Tinos, the fonts of this crate's build.
fn fontconfig(folder: &Path) -> PathBuf {
    let file = folder.join("fonts.conf");
    let fonts = env!("OUT_DIR");
    let text = format!(
        r#"<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
        <dir>{fonts}</dir><cachedir>{}/cache</cachedir>
        <alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias>
        </fontconfig>"#,
        folder.display()
    );
    std::fs::write(&file, text).unwrap();
    file
}

/// The text with runs of blanks as one.
pub(crate) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
