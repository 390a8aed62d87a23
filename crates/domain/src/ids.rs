//! The ids of the things the program keeps.

id! {
    /// A party organisation: committee organisation, cell or sub-cell.
    OrganisationId,
    /// A member, official or probationary, here or gone.
    MemberId,
    /// An account with which a person signs in.
    AccountId,
    /// A term of office held by somebody.
    OfficeId,
    /// A meeting.
    MeetingId,
    /// An item of a meeting's agenda.
    ItemId,
    /// A paper attached to a meeting.
    PaperId,
    /// A remark made in a meeting.
    RemarkId,
    /// A motion put to the vote.
    MotionId,
    /// A task set by a meeting.
    TaskId,
    /// A guest at a meeting.
    GuestId,
    /// What a member prepares for a meeting.
    PreparationId,
    /// An addition to adopted minutes.
    AdditionId,
    /// A signed-in session.
    SessionId,
    /// An access token for the API.
    TokenId,
    /// A printed first-use invitation.
    InvitationId,
    /// An audit event.
    EventId,
    /// A job.
    JobId,
    /// An uploaded table on its way in.
    ImportId,
    /// A committee's override of a rule.
    OverrideId,
    /// A paper the organisation issued with a number.
    IssueId,
    /// A dated change of the register: of organisations, or in a member's life.
    DeedId,
    /// A member's official transfer, from its introduction to its reception.
    TransferId,
    /// What a member's dues were entered with: money received, or paid elsewhere.
    ReceiptId,
    /// What a cell sent up of its dues.
    RemittanceId,
    /// A member's request to have something kept about them corrected.
    CorrectionId,
    /// A round in which a year is rated.
    RatingRoundId,
    /// A step of one rating.
    RatingStepId,
    /// A commendation of a member or an organisation.
    CommendationId,
    /// A party badge proposed for a member.
    BadgeProposalId,
    /// A measure of discipline, decided or proposed.
    DisciplineId,
    /// Somebody in the succession plan.
    NomineeId,
    /// A class a committee holds.
    ClassId,
    /// A session of a class.
    ClassSessionId,
    /// Somebody's learning in a class.
    LearnerId,
    /// One member's standing in one cell over a span of time.
    StandingId,
    /// A file put to a task.
    EvidenceId,
    /// The lending of a member's file.
    LoanId,
    /// An outstanding person on a cell's list.
    CandidateId,
}
