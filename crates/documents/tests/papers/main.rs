//! Papers as they leave the program: text and geometry of the PDF read back by other programs, the DOCX opened by
//! `LibreOffice`, and everything people can type that could break a paper. The programs come with `bin/setup`; a missing
//! one fails the tests.
#![expect(clippy::unwrap_used, reason = "a paper that cannot be read back has failed its test")]
#![expect(clippy::cast_precision_loss, reason = "a page has few dots")]

mod candidate;
mod docx;
mod geometry;
mod hostile;
mod read;
mod story;
mod text;
