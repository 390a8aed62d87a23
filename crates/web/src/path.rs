//! The id a path names. A path that names none leads nowhere: the reader is told that there is no such page.

use std::str::FromStr;

use axum::{
    RequestPartsExt as _,
    extract::{FromRequestParts, Path},
    http::request::Parts,
};

use crate::errors::Failure;

/// The ids in a path, in their order: `At(meeting): At<MeetingId>`, `At((meeting, item)): At<(MeetingId, ItemId)>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At<T>(pub T);

/// What can be read from the segments of a path.
pub trait Segments: Sized {
    /// The value, if every segment reads.
    fn read(segments: &[(String, String)]) -> Option<Self>;
}

fn read_one<T: FromStr>(segments: &[(String, String)], n: usize) -> Option<T> {
    segments.get(n)?.1.parse().ok()
}

macro_rules! one_segment { ($($id:ident),+) => { $(
    impl Segments for nennep_domain::ids::$id {
        fn read(segments: &[(String, String)]) -> Option<Self> { read_one(segments, 0) }
    }
)+ } }
one_segment!(
    MeetingId,
    TaskId,
    OrganisationId,
    ImportId,
    MemberId,
    AccountId,
    OfficeId,
    SessionId,
    TokenId,
    DeedId,
    LoanId,
    TransferId,
    ReceiptId,
    CorrectionId,
    RemittanceId,
    RatingRoundId,
    RatingStepId,
    CommendationId,
    BadgeProposalId,
    DisciplineId,
    CandidateId,
    NomineeId,
    ClassId
);

impl<A: FromStr, B: FromStr> Segments for (A, B) {
    fn read(segments: &[(String, String)]) -> Option<Self> {
        Some((read_one(segments, 0)?, read_one(segments, 1)?))
    }
}

impl<A: FromStr, B: FromStr, C: FromStr> Segments for (A, B, C) {
    fn read(segments: &[(String, String)]) -> Option<Self> {
        Some((read_one(segments, 0)?, read_one(segments, 1)?, read_one(segments, 2)?))
    }
}

impl<T: Segments, S: Sync> FromRequestParts<S> for At<T> {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let segments = parts.extract::<Path<Vec<(String, String)>>>().await.ok();
        segments.and_then(|Path(segments)| T::read(&segments)).map(Self).ok_or(Failure::not_found())
    }
}
