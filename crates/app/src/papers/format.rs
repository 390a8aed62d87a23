//! The form in which a paper leaves the program, and the names of its files.

use nennep_domain::names;

/// The most letters of a file's name.
const LONGEST_NAME: usize = 120;

/// The form in which a paper leaves the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// To be printed and kept (PDF/A).
    Pdf,
    /// To be written on in (Word).
    Docx,
}

impl Format {
    /// Its word, which is also the ending of its files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }

    /// The form of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Pdf, Self::Docx].into_iter().find(|format| format.as_str() == word)
    }

    /// The media type of its files.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
}

/// A file's name in plain ASCII letters: `bien-ban-sinh-hoat-chi-bo-….pdf`.
pub(super) fn file_name(title: &str, format: Format) -> String {
    let plain: String = names::fold(title).chars().filter(char::is_ascii).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let name = cut(&words.join("-"));
    format!("{}.{}", if name.is_empty() { "paper" } else { &name }, format.as_str())
}

/// A file's name as people write it: without what file systems refuse.
pub(super) fn full_name(title: &str, format: Format) -> String {
    let refused = |letter: char| matches!(letter, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let safe: String = title.chars().map(|letter| if refused(letter) { '-' } else { letter }).collect();
    format!("{}.{}", cut(&names::tidy(&safe)), format.as_str())
}

fn cut(name: &str) -> String {
    name.chars().take(LONGEST_NAME).collect::<String>().trim_end_matches([' ', '-', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_a_plain_name_and_a_full_one() {
        let title = "BIÊN BẢN sinh hoạt chi bộ thường kỳ tháng 11 năm 2026 - Chi bộ 5/2: \"Đồng Tâm\"";
        assert_eq!(
            file_name(title, Format::Pdf),
            "bien-ban-sinh-hoat-chi-bo-thuong-ky-thang-11-nam-2026-chi-bo-5-2-dong-tam.pdf"
        );
        assert_eq!(
            full_name(title, Format::Docx),
            "BIÊN BẢN sinh hoạt chi bộ thường kỳ tháng 11 năm 2026 - Chi bộ 5-2- -Đồng Tâm.docx"
        );
        assert_eq!(file_name(&"x".repeat(500), Format::Pdf).len(), LONGEST_NAME + 4);
        assert_eq!(file_name("中文 тест", Format::Pdf), "paper.pdf");
    }
}
