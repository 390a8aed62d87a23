//! The forms of a candidate's steps and of a probation as files: `application.pdf`, `resolution.docx`.

use std::str::FromStr;

use axum::{extract::Query, response::Response};
use nennep_app::{App, papers::Format, recruiting};
use nennep_domain::{
    ids::{CandidateId, MemberId},
    papers::{CandidatePaperType, ProbationPaperType},
};

use crate::{
    errors::Failure, forms::Typed, pages::papers::printed, path::At, routes::Routes, session::Asker,
};

/// The name of a paper's file in a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FileOf<T>(T, Format);

impl<T: FromStr> FromStr for FileOf<T> {
    type Err = ();
    fn from_str(name: &str) -> Result<Self, ()> {
        let (paper, format) = name.split_once('.').ok_or(())?;
        Ok(Self(paper.parse().map_err(|_| ())?, Format::from_word(format).ok_or(())?))
    }
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/candidates/{candidate}/papers/{file}", print)
        .get("/members/{member}/probation/papers/{file}", print_probation)
}

async fn print(
    Asker(ctx): Asker,
    At((id, FileOf(paper, format))): At<(CandidateId, FileOf<CandidatePaperType>)>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let made = recruiting::print(&ctx, id, paper, asked.read("introducer"), format).await?;
    Ok(printed(&made, format))
}

async fn print_probation(
    Asker(ctx): Asker,
    At((id, FileOf(paper, format))): At<(MemberId, FileOf<ProbationPaperType>)>,
) -> Result<Response, Failure> {
    let made = recruiting::probation::print(&ctx, id, paper, format).await?;
    Ok(printed(&made, format))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_by_paper_and_format() {
        assert_eq!("application.pdf".parse(), Ok(FileOf(CandidatePaperType::Application, Format::Pdf)));
        assert_eq!("opinions.docx".parse(), Ok(FileOf(CandidatePaperType::Opinions, Format::Docx)));
        assert_eq!("decision.pdf".parse(), Ok(FileOf(ProbationPaperType::Decision, Format::Pdf)));
        for name in ["application", "application.odt", "minutes.pdf", "../application.pdf"] {
            assert_eq!(name.parse::<FileOf<CandidatePaperType>>(), Err(()), "{name}");
        }
    }
}
