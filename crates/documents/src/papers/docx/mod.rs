//! Draws a paper as DOCX, in the same layout as the PDF, for offices that go on writing in it.
//!
//! Letters are "Times New Roman": Word has it, and Tinos has its widths, so lines break alike in both.

mod amend;
mod measure;
mod pieces;
mod tables;

use docx_rs::{
    AlignmentType, Docx, Header, LineSpacing, LineSpacingType, PageMargin, PageNum, Paragraph, RunFonts,
    SpecialIndentType,
};
use nennep_domain::time::Instant;

use self::{
    measure::{half_points, twips, twips_of_points},
    pieces::{Line, Style, kept, line, runs},
    tables::{foot, head, ruled},
};
use super::block::{Block, PAGE_MM, Paper};

const FONT: &str = "Times New Roman";
/// The gap between the head and the paper's name, in points.
const ABOVE_NAME_PT: f64 = 19.0;
/// How far below the page's edge the page number stands.
const NUMBER_MM: f64 = 10.0;

/// A DOCX that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the Word document could not be written: {0}")]
pub struct DocxError(String);

/// The paper as DOCX; `at` is the moment written into the file. The same paper and moment give the same bytes.
pub fn docx(paper: &Paper, at: Instant) -> Result<Vec<u8>, DocxError> {
    let layout = &paper.layout;
    let margins = layout.margins;
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT);
    let moment = at.timestamp().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let mut document = Docx::new()
        .page_size(unsigned(PAGE_MM.0), unsigned(PAGE_MM.1))
        .page_margin(
            PageMargin::new()
                .top(twips(margins.top_mm))
                .bottom(twips(margins.bottom_mm))
                .left(twips(margins.left_mm))
                .right(twips(margins.right_mm))
                .header(twips(NUMBER_MM))
                .footer(twips(NUMBER_MM)),
        )
        .default_fonts(fonts)
        .default_size(half_points(layout.body_size_pt))
        .default_line_spacing(exact(layout.line_pitch_pt))
        .created_at(&moment)
        .updated_at(&moment)
        .header(page_number(paper))
        .title_pg();

    document = document.add_table(head(paper));
    for text in names(paper, &paper.name, &paper.summary, ABOVE_NAME_PT) {
        document = document.add_paragraph(text);
    }
    let last = paper.blocks.len().saturating_sub(1);
    for (n, block) in paper.blocks.iter().enumerate() {
        document = draw(document, paper, block, n == last);
    }
    for table in foot(paper) {
        // Word joins tables that touch; a small paragraph keeps them apart.
        document = document.add_paragraph(line(&Line { keep: true, ..Line::small() })).add_table(table);
    }
    if let Some(annex) = &paper.annex {
        for (n, text) in names(paper, &annex.name, &annex.summary, 0.0).into_iter().enumerate() {
            document = document.add_paragraph(if n == 0 { text.page_break_before(true) } else { text });
        }
        for block in &annex.blocks {
            document = draw(document, paper, block, false);
        }
    }
    amend::pack(document.build(), &paper.title).map_err(|error| DocxError(error.to_string()))
}

fn draw(document: Docx, paper: &Paper, block: &Block, last: bool) -> Docx {
    match block {
        Block::Heading { level, text } => document.add_paragraph(heading(paper, *level, text)),
        Block::Text { runs, keep } => document.add_paragraph(kept(body(paper, runs), *keep || last)),
        Block::Table(table) => {
            document.add_table(ruled(table, paper)).add_paragraph(line(&Line { keep: last, ..Line::small() }))
        }
        Block::Lines { count } => {
            let dotted = || body(paper, &[super::block::Run::dots()]);
            (0..*count).fold(document, |document, _| document.add_paragraph(dotted()))
        }
    }
}

/// A paragraph of the body: justified, exact pitch, first line stood in.
fn body(paper: &Paper, texts: &[super::block::Run]) -> Paragraph {
    let layout = &paper.layout;
    let spacing = exact(layout.line_pitch_pt).after(twips_of_points(paper.sizes.paragraph_gap));
    let first_line = SpecialIndentType::FirstLine(twips(layout.first_line_mm));
    let paragraph = Paragraph::new().line_spacing(spacing).indent(None, Some(first_line), None, None);
    let dotted = texts.iter().any(|run| run.dots);
    // Justified text would stretch the blanks before the dots.
    let align = if dotted { AlignmentType::Left } else { AlignmentType::Both };
    runs(paragraph.align(align).widow_control(true), texts, measure::text_width_mm(paper))
}

fn heading(paper: &Paper, level: u8, text: &str) -> Paragraph {
    let style = if level == 3 { Style { italic: true, ..Style::default() } } else { Style::bold() };
    let spacing = exact(paper.layout.line_pitch_pt).after(twips_of_points(paper.sizes.paragraph_gap));
    let first_line = SpecialIndentType::FirstLine(twips(paper.layout.first_line_mm));
    Paragraph::new()
        .line_spacing(spacing)
        .indent(None, Some(first_line), None, None)
        .align(AlignmentType::Both)
        .outline_lvl(usize::from(level).saturating_sub(1))
        .keep_next(true)
        .add_run(style.run(text))
}

/// The paper's name, what it is about, and the short line that closes it.
fn names(paper: &Paper, name: &str, summary: &[String], above_pt: f64) -> Vec<Paragraph> {
    let centred = |text: &str, size: f64, style: Style, before: f64, after: f64| {
        line(&Line {
            text: text.to_owned(),
            style: Style { size_pt: Some(size), ..style },
            pitch_pt: size * 1.25,
            align: AlignmentType::Center,
            before_pt: before,
            after_pt: after,
            keep: true,
        })
    };
    let size = paper.sizes.summary;
    let name = centred(name, paper.sizes.name, Style::bold(), above_pt, 0.0);
    let about = summary.iter().map(|text| centred(text, size, Style::bold(), 0.0, 0.0));
    let rule = centred(&paper.rule, size, Style::default(), 0.0, 12.5);
    [name].into_iter().chain(about).chain([rule]).collect()
}

fn page_number(paper: &Paper) -> Header {
    let number = Paragraph::new()
        .align(AlignmentType::Center)
        .size(half_points(paper.sizes.page_number))
        .line_spacing(LineSpacing::new().line_rule(LineSpacingType::Auto).line(240))
        .add_page_num(PageNum::new());
    Header::new().add_paragraph(number)
}

/// Exact line pitch.
fn exact(pitch_pt: f64) -> LineSpacing {
    LineSpacing::new()
        .line_rule(LineSpacingType::Exact)
        .line(i32::try_from(twips_of_points(pitch_pt)).unwrap_or(360))
}

fn unsigned(millimetres: f64) -> u32 {
    u32::try_from(twips(millimetres)).unwrap_or_default()
}
