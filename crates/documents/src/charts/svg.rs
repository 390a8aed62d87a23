//! Writes SVG: escaped text, rounded numbers, colours for the medium, a title and a description for those who listen.

use std::fmt::Write;

/// How wide every chart is, in its own units; on a page it scales with its place.
pub(super) const WIDTH: f64 = 640.0;
/// The size of letters.
pub(super) const LETTERS: f64 = 12.0;

/// What a chart is drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// A page: the style sheet colours it by class, in light and dark. It sets `fill` for `chart-text`, `-quiet`,
    /// `-bar`, `-band`, `-good`, `-fair`, `-middle`, `-poor`, `-none`, `-on-tone`, `-mark`, and `stroke` for
    /// `chart-line-bar`, `-quiet`, `-mark`, `-none`.
    Page,
    /// Paper: colours stand in the drawing, letters are the paper's.
    Paper,
}

/// What a chart is called and what it shows, in words.
#[derive(Debug, Clone, Copy)]
pub struct Caption<'a> {
    /// An id that is unique on the page: letters, digits, hyphens.
    pub id: &'a str,
    /// The question it answers.
    pub title: &'a str,
    /// What is to be seen in it, for those who cannot look.
    pub description: &'a str,
}

/// The roles that colours have. Five at most are in one chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Text,
    Quiet,
    Bar,
    Band,
    Mark,
    Good,
    Fair,
    Middle,
    Poor,
    None,
    OnTone,
}

impl Ink {
    const fn class(self) -> &'static str {
        match self {
            Self::Text => "chart-text",
            Self::Quiet => "chart-quiet",
            Self::Bar => "chart-bar",
            Self::Band => "chart-band",
            Self::Mark => "chart-mark",
            Self::Good => "chart-good",
            Self::Fair => "chart-fair",
            Self::Middle => "chart-middle",
            Self::Poor => "chart-poor",
            Self::None => "chart-none",
            Self::OnTone => "chart-on-tone",
        }
    }

    const fn colour(self) -> &'static str {
        match self {
            Self::Text => "#1f2328",
            Self::Quiet => "#8c939b",
            Self::Bar | Self::Fair => "#2f6db5",
            Self::Band => "#cfdff0",
            Self::Mark | Self::Poor => "#b4232a",
            Self::Good => "#1f7a4d",
            Self::Middle => "#b7791f",
            Self::None => "#d7dbdf",
            Self::OnTone => "#ffffff",
        }
    }
}

/// Where a text stands in relation to its point.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A chart in the making.
#[derive(Debug)]
pub(super) struct Svg {
    text: String,
    medium: Medium,
}

impl Svg {
    /// Begins a chart of the given height.
    pub(super) fn new(caption: Caption, medium: Medium, height: f64) -> Self {
        let id: String = caption.id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        let mut text = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="{id}-title {id}-desc" class="chart""#,
            number(WIDTH),
            number(height),
        );
        if medium == Medium::Paper {
            text.push_str(r#" font-family="Tinos""#);
        }
        let _ = write!(
            text,
            r#" font-size="{}"><title id="{id}-title">{}</title><desc id="{id}-desc">{}</desc>"#,
            number(LETTERS),
            escape(caption.title),
            escape(caption.description),
        );
        Self { text, medium }
    }

    /// A filled rectangle.
    pub(super) fn rectangle(&mut self, ink: Ink, x: f64, y: f64, width: f64, height: f64) {
        let (x, y, width, height) = (number(x), number(y), number(width), number(height));
        let paint = self.paint("fill", ink);
        self.add(format_args!(r#"<rect x="{x}" y="{y}" width="{width}" height="{height}"{paint}/>"#));
    }

    /// A filled shape.
    pub(super) fn shape(&mut self, ink: Ink, points: &[(f64, f64)]) {
        let paint = self.paint("fill", ink);
        self.add(format_args!(r#"<polygon points="{}"{paint}/>"#, list(points)));
    }

    /// A line through points.
    pub(super) fn line(&mut self, ink: Ink, width: f64, points: &[(f64, f64)]) {
        let paint = self.paint("stroke", ink);
        let (points, width) = (list(points), number(width));
        self.add(format_args!(r#"<polyline points="{points}" fill="none" stroke-width="{width}"{paint}/>"#));
    }

    /// A dashed line.
    pub(super) fn dashed(&mut self, ink: Ink, from: (f64, f64), to: (f64, f64)) {
        let paint = self.paint("stroke", ink);
        let points = list(&[from, to]);
        self.add(format_args!(
            r#"<polyline points="{points}" fill="none" stroke-width="1" stroke-dasharray="4 3"{paint}/>"#
        ));
    }

    /// A dot.
    pub(super) fn dot(&mut self, ink: Ink, (x, y): (f64, f64)) {
        let paint = self.paint("fill", ink);
        self.add(format_args!(r#"<circle cx="{}" cy="{}" r="3"{paint}/>"#, number(x), number(y)));
    }

    /// A text; nothing if it is empty.
    pub(super) fn label(&mut self, ink: Ink, (x, y): (f64, f64), anchor: Anchor, text: &str) {
        if text.is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let paint = self.paint("fill", ink);
        let (x, y, text) = (number(x), number(y), escape(text));
        self.add(format_args!(r#"<text x="{x}" y="{y}" text-anchor="{anchor}"{paint}>{text}</text>"#));
    }

    /// The chart.
    pub(super) fn finish(mut self) -> String {
        self.text.push_str("</svg>");
        self.text
    }

    fn paint(&self, property: &str, ink: Ink) -> String {
        match self.medium {
            Medium::Page if property == "stroke" => {
                format!(r#" class="{}""#, ink.class().replace("chart-", "chart-line-"))
            }
            Medium::Page => format!(r#" class="{}""#, ink.class()),
            Medium::Paper => format!(r#" {property}="{}""#, ink.colour()),
        }
    }

    fn add(&mut self, piece: std::fmt::Arguments) {
        let _ = self.text.write_fmt(piece);
    }
}

/// About how wide a text is drawn: enough to keep labels apart.
pub(super) fn width_of(text: &str) -> f64 {
    let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    f64::from(letters) * LETTERS * 0.55
}

fn list(points: &[(f64, f64)]) -> String {
    points.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect::<Vec<_>>().join(" ")
}

/// A number with at most one decimal; 0 for what is not a number.
fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    if tenths.is_finite() { format!("{}", tenths + 0.0) } else { "0".to_owned() }
}

/// The text as it may stand inside XML: marked up letters escaped, letters that XML forbids dropped.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in
        text.chars().filter(|letter| !letter.is_control() && !matches!(letter, '\u{FFFE}' | '\u{FFFF}'))
    {
        match letter {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}
