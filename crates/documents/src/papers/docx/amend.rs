//! What docx-rs 0.4 cannot say and a paper needs: heads that stand again on each page, title and language.
//!
//! Each is one element put into a finished part. Text never gets in the way: in a part, `<` of a text is `&lt;`.

use std::io::Cursor;

use docx_rs::{HeightRule, TableRow, XMLDocx};

/// A height no row of a paper has: it marks the rows that are to be repeated.
const MARK: u16 = 1;

/// The row, marked to stand again at the top of each page its table reaches.
pub(super) fn repeated(row: TableRow) -> TableRow {
    row.cant_split().row_height(f32::from(MARK)).height_rule(HeightRule::AtLeast)
}

/// Writes the document with its repeated rows, its title and its language.
pub(super) fn pack(mut parts: XMLDocx, title: &str) -> Result<Vec<u8>, Missing> {
    let marked = format!(r#"<w:trHeight w:val="{MARK}" w:hRule="atLeast" />"#);
    parts.document = text(parts.document)?.replace(&marked, "<w:tblHeader />").into_bytes();

    let properties =
        format!("<dc:title>{}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>", escape(title));
    parts.doc_props.core = put(parts.doc_props.core, "</cp:coreProperties>", &properties)?;
    parts.doc_props.core = put(parts.doc_props.core, "<dc:creator>unknown<", "<dc:creator>Nền Nếp<")?;
    parts.styles =
        put(parts.styles, "</w:rPr></w:rPrDefault>", r#"<w:lang w:val="vi-VN" /></w:rPr></w:rPrDefault>"#)?;

    let mut file = Cursor::new(Vec::new());
    parts.pack(&mut file).map_err(|error| Missing(error.to_string()))?;
    Ok(file.into_inner())
}

/// What a part was expected to hold and does not: docx-rs has changed what it writes.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Missing(String);

fn put(part: Vec<u8>, place: &str, with: &str) -> Result<Vec<u8>, Missing> {
    let part = text(part)?;
    if !part.contains(place) {
        return Err(Missing(format!("no {place} to amend")));
    }
    Ok(part.replacen(place, with, 1).into_bytes())
}

fn text(part: Vec<u8>) -> Result<String, Missing> {
    String::from_utf8(part).map_err(|error| Missing(error.to_string()))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
