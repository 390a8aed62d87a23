//! Tables of a Word document: the head, ruled tables, the foot.

use docx_rs::{
    AlignmentType, BorderType, HeightRule, Paragraph, ParagraphBorder, ParagraphBorderPosition,
    ParagraphBorders, Table, TableAlignmentType, TableCell, TableCellMargins, TableLayoutType, TableRow,
    VAlignType, WidthType,
};

use super::{
    measure::{text_width_mm, twips, twips_of_points},
    pieces::{Drawn, Line, Style, line},
};
use crate::papers::{
    block::{self, Align, Paper, Row, Signature},
    fonts::bold_width_pt,
};

/// Room for a signature, in points.
const SIGNING_PT: f64 = 68.0;

/// The head: who issues the paper at the left, the party, place and date at the right.
pub(super) fn head(paper: &Paper) -> Table {
    let it = &paper.head;
    let plain = |text: &str| centred(text, Style::default(), paper.sizes.head);
    let of = |texts: &[String], style| {
        texts.iter().map(|text| centred(text, style, paper.sizes.head)).collect::<Vec<_>>()
    };
    let lines = [of(&it.superior, Style::default()), of(&it.body, Style::bold())].concat();
    let number = [&it.star, &it.number].into_iter().filter(|text| !text.is_empty()).map(|text| plain(text));
    let mut left: Vec<_> = lines.into_iter().chain(number).map(|text| line(&text)).collect();
    for mark in &it.marks {
        let style = if mark.framed {
            Style { line: Drawn::Around, ..Style::bold() }
        } else {
            Style { italic: true, ..Style::default() }
        };
        left.push(line(&Line { before_pt: 2.0, ..centred(&mark.text, style, paper.sizes.head) }));
    }
    let widths = shares(paper, &paper.sizes.sides);
    let mut right = vec![party(paper, widths[1])];
    if !it.dated.is_empty() {
        let italic = Style { italic: true, ..Style::default() };
        right.push(line(&Line {
            style: Style { size_pt: Some(paper.sizes.head), ..italic },
            before_pt: 4.0,
            ..plain(&it.dated)
        }));
    }
    invisible(vec![TableRow::new(cells(&widths, vec![left, right]))], &widths)
}

/// The party's name with a line of its own length under it.
fn party(paper: &Paper, width: usize) -> Paragraph {
    let size = paper.sizes.party;
    let name = line(&centred(&paper.head.party, Style::bold(), size));
    let length = usize::try_from(twips_of_points(bold_width_pt(&paper.head.party, size))).unwrap_or_default();
    let indent = i32::try_from(width.saturating_sub(length) / 2).unwrap_or_default();
    let rule = ParagraphBorder::new(ParagraphBorderPosition::Bottom).val(BorderType::Single).size(6).space(1);
    name.indent(Some(indent), None, Some(indent), None).set_borders(ParagraphBorders::with_empty().set(rule))
}

/// A ruled table; its head stands again on each page.
pub(super) fn ruled(table: &block::Table, paper: &Paper) -> Table {
    let size = paper.sizes.table;
    let widths = shares(paper, &table.columns.iter().map(|column| column.share).collect::<Vec<_>>());
    let cell = |text: &str, bold: bool, align: AlignmentType, width: usize| {
        let style = Style { bold, size_pt: Some(size), ..Style::default() };
        let text = Line { text: text.to_owned(), style, pitch_pt: size * 1.15, align, ..Line::small() };
        TableCell::new()
            .width(width, WidthType::Dxa)
            .vertical_align(VAlignType::Center)
            .add_paragraph(line(&text))
    };
    let heads = table
        .columns
        .iter()
        .zip(&widths)
        .map(|(column, width)| cell(&column.head, true, AlignmentType::Center, *width));
    let head = super::amend::repeated(TableRow::new(heads.collect()));
    let row = |row: &Row| match row.cells.as_slice() {
        [band] if table.columns.len() > 1 => {
            let width = widths.iter().sum();
            TableRow::new(vec![cell(band, true, AlignmentType::Left, width).grid_span(table.columns.len())])
                .cant_split()
        }
        texts => {
            let columns = table.columns.iter().zip(&widths);
            let cells = texts
                .iter()
                .zip(columns)
                .map(|(text, (column, width))| cell(text, row.bold, alignment(column.align), *width));
            let row = TableRow::new(cells.collect()).cant_split();
            let height = twips(table.row_height_mm);
            if height > 0 { tall(row, f64::from(height)) } else { row }
        }
    };
    let rows = [head].into_iter().chain(table.rows.iter().map(row)).collect();
    set(Table::new(rows), &widths).margins(TableCellMargins::new().margin(50, 90, 50, 90))
}

/// Signatures side by side and recipients at the left: one table, or two where both sides are signed.
pub(super) fn foot(paper: &Paper) -> Vec<Table> {
    let it = &paper.foot;
    let mut recipients = Vec::new();
    if !it.recipients.is_empty() {
        let left = |text: &str, style: Style, size: f64| {
            line(&Line { align: AlignmentType::Left, ..centred(text, style, size) })
        };
        let word = Style { line: Drawn::Under, ..Style::default() };
        recipients.push(left(&it.recipients_word, word, paper.sizes.recipients_word));
        recipients
            .extend(it.recipients.iter().map(|text| left(text, Style::default(), paper.sizes.recipients)));
    }
    let signatures: Vec<_> =
        it.signatures.iter().map(|sign| signature(sign, paper.sizes.signature)).collect();
    match signatures.len() {
        0 if recipients.is_empty() => vec![],
        0 | 1 => {
            let widths = shares(paper, &paper.sizes.sides);
            let right = signatures.into_iter().next().unwrap_or_default();
            vec![invisible(
                vec![TableRow::new(cells(&widths, vec![recipients, right])).cant_split()],
                &widths,
            )]
        }
        count => {
            let widths = shares(paper, &vec![1.0; count]);
            let signed = invisible(vec![TableRow::new(cells(&widths, signatures)).cant_split()], &widths);
            let whole = shares(paper, &[1.0]);
            let sent = (!recipients.is_empty()).then(|| {
                invisible(vec![TableRow::new(cells(&whole, vec![recipients])).cant_split()], &whole)
            });
            [signed].into_iter().chain(sent).collect()
        }
    }
}

fn signature(sign: &Signature, size: f64) -> Vec<Paragraph> {
    let mut lines = vec![centred(&sign.authority, Style::bold(), size)];
    if !sign.title.is_empty() {
        lines.push(centred(&sign.title, Style { bold: sign.bold_title, ..Style::default() }, size));
    }
    lines.push(Line { before_pt: SIGNING_PT, ..centred(&sign.name, Style::bold(), size) });
    lines.iter().map(line).collect()
}

/// A centred line of single pitch, kept with what follows.
fn centred(text: &str, style: Style, size: f64) -> Line {
    Line {
        text: text.to_owned(),
        style: Style { size_pt: Some(size), ..style },
        pitch_pt: size * 1.15,
        align: AlignmentType::Center,
        keep: true,
        ..Line::small()
    }
}

/// The columns' widths in twips, so that they fill the text's width.
fn shares(paper: &Paper, shares: &[f64]) -> Vec<usize> {
    let whole: f64 = shares.iter().sum();
    let width =
        |share: &f64| usize::try_from(twips(text_width_mm(paper) * share / whole)).unwrap_or_default();
    shares.iter().map(width).collect()
}

fn cells(widths: &[usize], contents: Vec<Vec<Paragraph>>) -> Vec<TableCell> {
    let cell = |(width, paragraphs): (&usize, Vec<Paragraph>)| {
        // A cell must end with a paragraph.
        let paragraphs = if paragraphs.is_empty() { vec![line(&Line::small())] } else { paragraphs };
        let cell = TableCell::new().width(*width, WidthType::Dxa).clear_all_border();
        paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
    };
    widths.iter().zip(contents).map(cell).collect()
}

fn invisible(rows: Vec<TableRow>, widths: &[usize]) -> Table {
    set(Table::without_borders(rows), widths).margins(TableCellMargins::new().margin(0, 0, 0, 0))
}

fn set(table: Table, widths: &[usize]) -> Table {
    table
        .set_grid(widths.to_vec())
        .width(widths.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .align(TableAlignmentType::Center)
}

#[expect(clippy::cast_possible_truncation, reason = "a row's height in twips is a small number")]
fn tall(row: TableRow, height: f64) -> TableRow {
    row.row_height(height as f32).height_rule(HeightRule::AtLeast)
}

fn alignment(align: Align) -> AlignmentType {
    match align {
        Align::Left => AlignmentType::Left,
        Align::Center => AlignmentType::Center,
        Align::Right => AlignmentType::Right,
    }
}
