//! The steps of admission in their order, and which rests on which.

text_enum! {
    /// A step on the way to admission, in the order of the file (06-HD/TW, 12-HD/BTCTW).
    Step {
        /// An official member helps.
        Helper = "helper",
        /// The certificate of the class on the Party (giấy chứng nhận bồi dưỡng nhận thức).
        Certificate = "certificate",
        /// The application (đơn xin vào Đảng, 1-KNĐ).
        Application = "application",
        /// The CV, written by the candidate (lý lịch của người xin vào Đảng, 2-KNĐ).
        Cv = "cv",
        /// The base committee seals the pages of the CV (giáp lai).
        Seal = "seal",
        /// The results of the check of the CV (thẩm tra lý lịch).
        Check = "check",
        /// Official members introduce (giấy giới thiệu, 3-KNĐ).
        Introductions = "introductions",
        /// The youth union's resolution (nghị quyết giới thiệu đoàn viên), of its members only.
        YouthUnion = "youth_union",
        /// The opinion of the mass organisations at work (ý kiến tổ chức chính trị - xã hội).
        Associations = "associations",
        /// The opinion of the cell committee where the candidate lives (ý kiến chi ủy nơi cư trú).
        Residence = "residence",
        /// The province's consent to a candidate above the age.
        Consent = "consent",
        /// The cell committee's comment after the check (chi ủy nhận xét).
        Comment = "comment",
        /// The cell's resolution (nghị quyết đề nghị kết nạp).
        Vote = "vote",
        /// The decision of admission (quyết định kết nạp).
        Decision = "decision",
        /// The ceremony (lễ kết nạp), with which the person becomes a probationary member.
        Ceremony = "ceremony",
        /// The new member's own CV (lý lịch đảng viên, 1-HSĐV).
        MemberCv = "member_cv",
    }
}

text_enum! {
    /// A stretch of the way, as a line of a few steps shows it.
    Phase {
        /// On the list, with a helper.
        Source = "source",
        /// The class on the Party.
        Class = "class",
        /// Application, CV and its check.
        Papers = "papers",
        /// Introductions and opinions.
        Opinions = "opinions",
        /// The cell's vote.
        Vote = "vote",
        /// The decision of the committee.
        Decision = "decision",
        /// The ceremony and what follows it.
        Ceremony = "ceremony",
    }
}

impl Step {
    /// The stretch it belongs to.
    pub const fn phase(self) -> Phase {
        match self {
            Self::Helper => Phase::Source,
            Self::Certificate => Phase::Class,
            Self::Application | Self::Cv | Self::Seal | Self::Check => Phase::Papers,
            Self::Introductions
            | Self::YouthUnion
            | Self::Associations
            | Self::Residence
            | Self::Consent
            | Self::Comment => Phase::Opinions,
            Self::Vote => Phase::Vote,
            Self::Decision => Phase::Decision,
            Self::Ceremony | Self::MemberCv => Phase::Ceremony,
        }
    }

    /// Whether it comes before the cell's vote, which then rests on it.
    pub fn is_before_vote(self) -> bool {
        self < Self::Vote
    }

    /// The step that must have been recorded before, whatever the rules of the day.
    pub(super) const fn after(self) -> Option<Self> {
        match self {
            Self::Seal | Self::Check => Some(Self::Cv),
            Self::Decision => Some(Self::Vote),
            Self::Ceremony => Some(Self::Decision),
            Self::MemberCv => Some(Self::Ceremony),
            _ => None,
        }
    }

    /// The steps whose dates follow one another: a day before the one, or after the other, is a mistake.
    pub(super) const ROW: [Self; 9] = [
        Self::Application,
        Self::Cv,
        Self::Seal,
        Self::Check,
        Self::Comment,
        Self::Vote,
        Self::Decision,
        Self::Ceremony,
        Self::MemberCv,
    ];
}
