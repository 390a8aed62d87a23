//! Runs and lines of a Word document.

use docx_rs::{
    AlignmentType, LineSpacing, LineSpacingType, Paragraph, Run, Tab, TabLeaderType, TabValueType, TextBorder,
};

use super::measure::{half_points, twips, twips_of_points};
use crate::papers::block;

/// A line drawn with a run.
#[derive(Debug, Clone, Copy, Default)]
pub(super) enum Drawn {
    /// None.
    #[default]
    Nothing,
    /// One below it.
    Under,
    /// A frame around it.
    Around,
}

/// The style of a run.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) line: Drawn,
    pub(super) size_pt: Option<f64>,
}

impl Style {
    pub(super) fn bold() -> Self {
        Self { bold: true, ..Self::default() }
    }

    /// A run of the text in this style.
    pub(super) fn run(self, text: &str) -> Run {
        let mut run = Run::new().add_text(text);
        if self.bold {
            run = run.bold();
        }
        if self.italic {
            run = run.italic();
        }
        run = match self.line {
            Drawn::Nothing => run,
            Drawn::Under => run.underline("single"),
            Drawn::Around => run.text_border(TextBorder::new().size(6)),
        };
        match self.size_pt {
            Some(size) => run.size(half_points(size)),
            None => run,
        }
    }
}

/// A single line outside the body: of a head, a foot or a cell.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) style: Style,
    pub(super) pitch_pt: f64,
    pub(super) align: AlignmentType,
    pub(super) before_pt: f64,
    pub(super) after_pt: f64,
    pub(super) keep: bool,
}

impl Line {
    /// An empty line as low as Word allows, to stand between tables.
    pub(super) fn small() -> Self {
        Self {
            text: String::new(),
            style: Style { size_pt: Some(2.0), ..Style::default() },
            pitch_pt: 6.0,
            align: AlignmentType::Left,
            before_pt: 0.0,
            after_pt: 0.0,
            keep: false,
        }
    }
}

/// The line as a paragraph.
pub(super) fn line(line: &Line) -> Paragraph {
    let spacing = LineSpacing::new()
        .line_rule(LineSpacingType::Exact)
        .line(i32::try_from(twips_of_points(line.pitch_pt)).unwrap_or(240))
        .before(twips_of_points(line.before_pt))
        .after(twips_of_points(line.after_pt));
    let paragraph =
        Paragraph::new().line_spacing(spacing).align(line.align).add_run(line.style.run(&line.text));
    kept(paragraph, line.keep)
}

/// The paragraph, kept on the page of the next one if so asked.
pub(super) fn kept(paragraph: Paragraph, keep: bool) -> Paragraph {
    if keep { paragraph.keep_next(true) } else { paragraph }
}

/// The paragraph with the runs of a block; dots reach to the right margin.
pub(super) fn runs(mut paragraph: Paragraph, texts: &[block::Run], width_mm: f64) -> Paragraph {
    for text in texts {
        if text.dots {
            let margin = usize::try_from(twips(width_mm)).unwrap_or_default();
            let tab = Tab::new().val(TabValueType::Right).leader(TabLeaderType::Dot).pos(margin);
            paragraph = paragraph.add_tab(tab).add_run(Run::new().add_tab());
        } else {
            let style = Style { bold: text.bold, italic: text.italic, ..Style::default() };
            paragraph = paragraph.add_run(style.run(&text.text));
        }
    }
    paragraph
}
