//! The text of a CSV file: UTF-8, UTF-16 with its mark, or Windows-1258, the old Vietnamese code page.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

use super::SheetError;

/// The text of the bytes, without a mark at its start. Text from Windows-1258 is put into composed letters, since that
/// code page writes many tones as marks of their own.
pub(super) fn decode(bytes: &[u8]) -> Result<String, SheetError> {
    match Encoding::for_bom(bytes) {
        Some((encoding, mark)) if encoding != UTF_8 => {
            let bytes = &bytes[mark..];
            // An odd byte at the end is a file cut off in the middle of a letter.
            let text =
                encoding.decode_without_bom_handling_and_without_replacement(&bytes[..bytes.len() / 2 * 2]);
            text.map(Into::into).ok_or(SheetError::UnreadableText)
        }
        Some((_, mark)) => utf_8(&bytes[mark..]).ok_or(SheetError::UnreadableText),
        None => match utf_8(bytes) {
            Some(text) => Ok(text),
            None if mostly_utf_8(bytes) => Err(SheetError::UnreadableText),
            None => {
                let text = WINDOWS_1258.decode_without_bom_handling_and_without_replacement(bytes);
                text.map(|text| text.nfc().collect()).ok_or(SheetError::UnreadableText)
            }
        },
    }
}

fn utf_8(bytes: &[u8]) -> Option<String> {
    UTF_8.decode_without_bom_handling_and_without_replacement(bytes).map(Into::into)
}

/// Whether most letters beyond ASCII are whole in UTF-8: then the file is broken UTF-8, not another code page.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_page_of_the_field_is_read() {
        let text = "Họ và tên\nNguyễn Thị Hằng";
        let utf16 = |big: bool| {
            let mark = if big { vec![0xFE, 0xFF] } else { vec![0xFF, 0xFE] };
            let units = text
                .encode_utf16()
                .flat_map(move |unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
            mark.into_iter().chain(units).collect::<Vec<u8>>()
        };
        assert_eq!(decode(text.as_bytes()).as_deref(), Ok(text));
        assert_eq!(decode(&[b"\xEF\xBB\xBF", text.as_bytes()].concat()).as_deref(), Ok(text));
        assert_eq!(decode(&utf16(false)).as_deref(), Ok(text));
        assert_eq!(decode(&utf16(true)).as_deref(), Ok(text));
        assert_eq!(decode(&windows_1258(text)).as_deref(), Ok(text));
        assert_eq!(
            decode(b"x\xD2").as_deref(),
            Ok("x\u{309}"),
            "a mark on a letter that never bears it is kept"
        );
    }

    /// As Windows writes it: letters with ă, â, ê, ô, ơ, ư and some tones whole, the other tones as marks behind.
    fn windows_1258(text: &str) -> Vec<u8> {
        let tone = |mark: &char| matches!(mark, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
        let whole = |letter: char| {
            let text = letter.to_string();
            let (bytes, _, failed) = WINDOWS_1258.encode(&text);
            (!failed).then(|| bytes.into_owned())
        };
        let mut bytes = Vec::new();
        for letter in text.chars() {
            let parts: Vec<char> = letter.nfd().collect();
            let bare: String = parts.iter().copied().filter(|part| !tone(part)).nfc().collect();
            bytes.extend(whole(letter).unwrap_or_else(|| {
                bare.chars().chain(parts.iter().copied().filter(tone)).filter_map(whole).flatten().collect()
            }));
        }
        bytes
    }

    #[test]
    fn broken_unicode_is_not_taken_for_an_old_code_page() {
        let mut bytes = "Nguyễn Thị Hằng, Trần Đức Bình".as_bytes().to_vec();
        bytes.truncate(bytes.len() - 1);
        bytes.push(0xE1);
        assert_eq!(decode(&bytes), Err(SheetError::UnreadableText));
    }
}
