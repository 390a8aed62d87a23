//! The fields a column of a member register can hold, one by one or joined in one column.

use crate::problems::Sentence;

text_enum! {
    /// What a column of a member register holds.
    Field {
        /// Running number; not kept.
        Ordinal = "ordinal",
        /// Family, middle and given name.
        FullName = "full_name",
        /// Family and middle name (họ đệm), beside a column for the given name.
        FamilyName = "family_name",
        /// Given name (tên), beside a column for family and middle name.
        GivenName = "given_name",
        /// Name and date of birth in one column.
        NameAndBirth = "name_and_birth",
        /// Other names in use (bí danh).
        OtherNames = "other_names",
        /// Sex in words.
        Sex = "sex",
        /// Tick for men.
        Male = "male",
        /// Tick for women.
        Female = "female",
        /// Sex, ethnicity and religion in one column (Mẫu 7-HSĐV).
        SexEthnicityReligion = "sex_ethnicity_religion",
        /// Date of birth.
        BornOn = "born_on",
        /// Day of birth, beside columns for month and year.
        BornDay = "born_day",
        /// Month of birth.
        BornMonth = "born_month",
        /// Year of birth.
        BornYear = "born_year",
        /// Date of birth of a man, in the column of men.
        BornOnMale = "born_on_male",
        /// Date of birth of a woman, in the column of women.
        BornOnFemale = "born_on_female",
        /// Party card number.
        CardNumber = "card_number",
        /// Number of the identity paper.
        IdentityNumber = "identity_number",
        /// Ethnicity.
        Ethnicity = "ethnicity",
        /// Religion.
        Religion = "religion",
        /// Home place.
        HomePlace = "home_place",
        /// Where the member lives.
        Residence = "residence",
        /// Schooling, profession and political theory in one column (Mẫu 7-HSĐV).
        Education = "education",
        /// General schooling.
        Schooling = "schooling",
        /// Professional education.
        Profession = "profession",
        /// Political theory level.
        PoliticalTheory = "political_theory",
        /// Work before joining.
        OccupationBefore = "occupation_before",
        /// Work now.
        Occupation = "occupation",
        /// Work before joining and now in one column (Mẫu 7-HSĐV).
        OccupationBeforeAndNow = "occupation_before_and_now",
        /// Day of admission.
        AdmittedOn = "admitted_on",
        /// Day of recognition.
        OfficialOn = "official_on",
        /// Day of admission and day of recognition in one column (Mẫu 7-HSĐV).
        AdmittedAndOfficialOn = "admitted_and_official_on",
        /// Tick, or date, for official members.
        OfficialMark = "official_mark",
        /// Tick, or date, for probationary members.
        ProbationaryMark = "probationary_mark",
        /// CV number.
        CvNumber = "cv_number",
        /// Badge number.
        BadgeNumber = "badge_number",
        /// Card, CV and badge numbers in one column (Mẫu 7-HSĐV).
        CardCvBadge = "card_cv_badge",
        /// Army, police, retired.
        Service = "service",
        /// Official, probationary, exempt and the like, in words.
        Status = "status",
        /// Tick for members exempt from work and meetings.
        ExemptMark = "exempt_mark",
        /// Tick for members who keep residence contact only (213).
        ResidenceMark = "residence_mark",
        /// Code of the cell.
        CellCode = "cell_code",
        /// Name of the cell.
        CellName = "cell_name",
        /// Offices and posts held.
        Position = "position",
        /// Moved to another cell: date and where.
        MovedOut = "moved_out",
        /// Moved into this cell: date and from where.
        MovedIn = "moved_in",
        /// Died: date.
        Deceased = "deceased",
        /// Left the Party: form, and date if written with it.
        LeftParty = "left_party",
        /// Left the Party: date.
        LeftOn = "left_on",
        /// Telephone.
        Phone = "phone",
        /// E-mail address.
        Email = "email",
        /// Remark.
        Note = "note",
    }
}

impl Field {
    /// Its words for a reader.
    pub const fn label(self) -> Sentence {
        Sentence::new(match self {
            Self::Ordinal => "import-field-ordinal",
            Self::FullName => "import-field-full-name",
            Self::FamilyName => "import-field-family-name",
            Self::GivenName => "import-field-given-name",
            Self::NameAndBirth => "import-field-name-and-birth",
            Self::OtherNames => "import-field-other-names",
            Self::Sex => "import-field-sex",
            Self::Male => "import-field-male",
            Self::Female => "import-field-female",
            Self::SexEthnicityReligion => "import-field-sex-ethnicity-religion",
            Self::BornOn => "import-field-born-on",
            Self::BornDay => "import-field-born-day",
            Self::BornMonth => "import-field-born-month",
            Self::BornYear => "import-field-born-year",
            Self::BornOnMale => "import-field-born-on-male",
            Self::BornOnFemale => "import-field-born-on-female",
            Self::CardNumber => "import-field-card-number",
            Self::IdentityNumber => "import-field-identity-number",
            Self::Ethnicity => "import-field-ethnicity",
            Self::Religion => "import-field-religion",
            Self::HomePlace => "import-field-home-place",
            Self::Residence => "import-field-residence",
            Self::Education => "import-field-education",
            Self::Schooling => "import-field-schooling",
            Self::Profession => "import-field-profession",
            Self::PoliticalTheory => "import-field-political-theory",
            Self::OccupationBefore => "import-field-occupation-before",
            Self::Occupation => "import-field-occupation",
            Self::OccupationBeforeAndNow => "import-field-occupation-before-and-now",
            Self::AdmittedOn => "import-field-admitted-on",
            Self::OfficialOn => "import-field-official-on",
            Self::AdmittedAndOfficialOn => "import-field-admitted-and-official-on",
            Self::OfficialMark => "import-field-official-mark",
            Self::ProbationaryMark => "import-field-probationary-mark",
            Self::CvNumber => "import-field-cv-number",
            Self::BadgeNumber => "import-field-badge-number",
            Self::CardCvBadge => "import-field-card-cv-badge",
            Self::Service => "import-field-service",
            Self::Status => "import-field-status",
            Self::ExemptMark => "import-field-exempt-mark",
            Self::ResidenceMark => "import-field-residence-mark",
            Self::CellCode => "import-field-cell-code",
            Self::CellName => "import-field-cell-name",
            Self::Position => "import-field-position",
            Self::MovedOut => "import-field-moved-out",
            Self::MovedIn => "import-field-moved-in",
            Self::Deceased => "import-field-deceased",
            Self::LeftParty => "import-field-left-party",
            Self::LeftOn => "import-field-left-on",
            Self::Phone => "import-field-phone",
            Self::Email => "import-field-email",
            Self::Note => "import-field-note",
        })
    }
}
