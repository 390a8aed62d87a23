//! A paper as a file: `minutes.pdf`, `resolution.docx`. A PDF opens in the browser, ready for the printer; a DOCX is kept.

use std::str::FromStr;

use axum::{
    body::{Body, Bytes},
    extract::Query,
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use nennep_app::{
    App,
    papers::{self, Format, Invitee, Printed},
};
use nennep_domain::{ids::MeetingId, papers::PaperType};
use serde::Deserialize;

use crate::{
    errors::Failure,
    path::At,
    routes::Routes,
    session::{Asker, form_encoded},
};

/// Browsers show a PDF with a page of their own, which the policy of pages would forbid. A PDF runs nothing here.
const POLICY: HeaderValue = HeaderValue::from_static("frame-ancestors 'none'");

/// The name of a paper's file in a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FileOf(PaperType, Format);

impl FromStr for FileOf {
    type Err = ();
    fn from_str(name: &str) -> Result<Self, ()> {
        let (paper, format) = name.split_once('.').ok_or(())?;
        Ok(Self(paper.parse().map_err(drop)?, Format::from_word(format).ok_or(())?))
    }
}

/// To whom an invitation is made out, as its form says.
#[derive(Debug, Default, Deserialize)]
struct MadeOut {
    #[serde(default)]
    to: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    role: String,
}

impl MadeOut {
    fn invitee(self) -> Option<Invitee> {
        if !self.name.trim().is_empty() {
            return Some(Invitee::Named { name: self.name, role: self.role });
        }
        match self.to.split_once(':') {
            None => self.to.is_empty().then_some(Invitee::Open),
            Some(("member", id)) => id.parse().ok().map(Invitee::Member),
            Some(("guest", id)) => id.parse().ok().map(Invitee::Guest),
            Some(_) => None,
        }
    }
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/meetings/{meeting}/papers/print/{file}", print)
}

async fn print(
    Asker(ctx): Asker,
    At((meeting, FileOf(paper, format))): At<(MeetingId, FileOf)>,
    Query(made_out): Query<MadeOut>,
) -> Result<Response, Failure> {
    let to = made_out.invitee().ok_or(Failure::not_found())?;
    let printed = papers::print(&ctx, meeting, paper, format, &to).await?;
    Ok(answer(&printed, format))
}

/// A paper as a file.
pub(in crate::pages) fn answer(printed: &Printed, format: Format) -> Response {
    let mut response = Body::from(Bytes::copy_from_slice(&printed.bytes)).into_response();
    let head = response.headers_mut();
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static(printed.media_type));
    head.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    let shown = if format == Format::Pdf { "inline" } else { "attachment" };
    if let Ok(value) = HeaderValue::from_str(&disposition(shown, &printed.file_name, &printed.full_name)) {
        head.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// The plain name for programs that read no other, and the full one (RFC 6266, RFC 8187).
fn disposition(shown: &str, plain: &str, full: &str) -> String {
    format!("{shown}; filename=\"{plain}\"; filename*=UTF-8''{}", form_encoded(full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_by_paper_and_format() {
        assert_eq!("minutes.pdf".parse(), Ok(FileOf(PaperType::Minutes, Format::Pdf)));
        assert_eq!("roll.docx".parse(), Ok(FileOf(PaperType::Roll, Format::Docx)));
        for name in ["minutes", "minutes.odt", "minutes.pdf.exe", "../minutes.pdf", ".pdf"] {
            assert_eq!(name.parse::<FileOf>(), Err(()), "{name}");
        }
    }

    #[test]
    fn a_file_is_offered_under_both_its_names() {
        assert_eq!(
            disposition("inline", "bien-ban.pdf", "BIÊN BẢN 5.pdf"),
            "inline; filename=\"bien-ban.pdf\"; filename*=UTF-8''BI%C3%8AN%20B%E1%BA%A2N%205.pdf"
        );
    }

    #[test]
    fn an_invitation_is_made_out_to_one_at_a_time() {
        let to = |to: &str, name: &str| {
            MadeOut { to: to.to_owned(), name: name.to_owned(), role: String::new() }.invitee()
        };
        assert_eq!(to("", " "), Some(Invitee::Open));
        assert!(matches!(to("member:00000000-0000-0000-0000-000000000001", ""), Some(Invitee::Member(_))));
        assert!(matches!(to("member:1", "Trần Thị Mai"), Some(Invitee::Named { .. })));
        assert_eq!(to("member:1", ""), None);
        assert_eq!(to("stranger", ""), None);
    }
}
